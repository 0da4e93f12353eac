"""保证产品品质: the check of a product before it is listed, in the editor or in a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import notes, products
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product, Quality
from ksdesk.domain.products.claims import ClaimWords
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import (
    BLOCKING,
    BRANDS,
    PENALTY,
    QUESTIONS,
    QualityCheck,
    all_checks,
    asked_of,
    kinds_of_paper,
    may_be_ready,
    texts_of,
)
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, TextField
from ksdesk.ui.parts.labels import Divider, body, heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.products.paper_sheet import PaperSheet
from ksdesk.ui.products.quality import words
from ksdesk.ui.products.quality.rows import ClaimRow, PaperRow, QuestionRow
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

REASON_LIMIT = 200


class QualityCard(QWidget):
    """Answers, papers, words and sample of one product.

    `show_product` fills everything; `set_product` takes up what was edited beside the card and
    keeps its answers. `edited` tells that answers or papers changed; `quality()` is what is to be
    kept with the product, papers are written at once. `may_be_ready()` decides over 可上架.
    Call `show_product` once the card has its place: a new parent takes the labels' colours away.
    """

    edited = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.today = ctx.clock().date()
        self.product = Product()
        self.sheet: PaperSheet | None = None
        self._checks: tuple[QualityCheck, ...] = ()
        self._shown: object = None
        self.kept_papers: tuple[ProductPaper, ...] = ()
        self._latest = Latest(ctx, self)
        self._take_rules()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._papers())
        column.addWidget(Divider("grid", self))
        column.addWidget(self._claims())
        column.addWidget(Divider("grid", self))
        column.addLayout(self._source())
        column.addWidget(Divider("grid", self))
        column.addLayout(self._sample())
        column.addWidget(self._reason())
        ctx.hub.changed.connect(self._heard)
        self.show_product(self.product)
        self._read_papers()

    def _take_rules(self) -> None:
        self.rules = self.ctx.rules().on(self.today)
        self.lists = ClaimWords(self.rules)

    def _read_papers(self) -> None:
        self._latest.ask(self.ctx.reader.notes.all, ProductPaper, done=self._take_papers)

    def _take_papers(self, papers: tuple[ProductPaper, ...]) -> None:
        self.kept_papers = papers
        self._look()

    # -- the parts

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Check before listing")), 1)
        self.pill = Pill("", parent=self)
        top.addWidget(self.pill)
        column.addLayout(top)
        line = QHBoxLayout()
        line.setSpacing(8)
        text = self.tr("Fakes and forbidden goods: limited trading or, at worst, closed for good.")
        line.addWidget(small(text, wrap=True), 1)
        if PENALTY in self.rules:
            self.penalty = RuleLink(self.rules[PENALTY], parent=self)
            line.addWidget(self.penalty, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        return column

    def _papers(self) -> QWidget:
        holder, column = _section(self)
        top = QHBoxLayout()
        top.addWidget(small(self.tr("Papers")), 1)
        self.add_button = TextButton(self.tr("Add a paper"), "plus", small=True, parent=self)
        self.add_button.clicked.connect(partial(self._edit_paper, None))
        top.addWidget(self.add_button)
        column.addLayout(top)
        self.paper_rows = QVBoxLayout()
        self.paper_rows.setSpacing(8)
        column.addLayout(self.paper_rows)
        return holder

    def _claims(self) -> QWidget:
        holder, column = _section(self)
        column.addWidget(small(self.tr("Words that claim too much")))
        self.claim_rows = QVBoxLayout()
        self.claim_rows.setSpacing(12)
        column.addLayout(self.claim_rows)
        return holder

    def _source(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(small(self.tr("Brand and where the goods are from")))
        self.questions: dict[str, QuestionRow] = {}
        brands = [(brand, words.brand_word(brand)) for brand in BRANDS]
        self._add_question(column, "brand", self.tr("Whose brand is it?"), brands)
        answers = [("yes", self.tr("Yes")), ("no", self.tr("No"))]
        for code in QUESTIONS:
            self._add_question(column, code, words.question_word(code), answers)
        return column

    def _add_question(
        self, column: QVBoxLayout, code: str, text: str, options: Sequence[tuple[object, str]]
    ) -> None:
        row = self.questions[code] = QuestionRow(code, text, options, self)
        row.answered.connect(self._answer)
        column.addWidget(row)

    def _sample(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(small(self.tr("Sample: unpacked, looked at, tasted or tried")))
        self.sample_on = DateField(self.tr("Looked at on"), parent=self)
        self.sample_note = LineField(
            self.tr("Photo note"),
            placeholder=self.tr("Where the photos are, what was seen"),
            parent=self,
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sample_on, 2)
        row.addWidget(self.sample_note, 3)
        column.addLayout(row)
        self.sample_on.edited.connect(self._sampled)
        self.sample_on.finished.connect(self._sampled)
        self.sample_note.edited.connect(self._sampled)
        self.sample_note.keep_people_out()
        return column

    def _reason(self) -> QWidget:
        self.reason_box, column = _section(self)
        column.addWidget(Divider("grid", self))
        self.open_line = VerdictSentence(self)
        self.reason = TextField(
            self.tr("Ready all the same, because"),
            placeholder=self.tr("For instance: the report comes on Friday, listing is on Saturday"),
            rows=2,
            limit=REASON_LIMIT,
            parent=self,
        )
        self.reason.edited.connect(self._reasoned)
        self.reason.keep_people_out()
        column.addWidget(self.open_line)
        column.addWidget(self.reason)
        return self.reason_box

    # -- what is shown

    def show_product(self, product: Product) -> None:
        """Show a product with its answers."""
        quality = product.quality
        self.product = product
        for code, row in self.questions.items():
            row.set_answer(quality.answers.get(code, ""))
        self.sample_on.set_value(quality.sample_on)
        self.sample_note.set_text(quality.sample_note)
        self.reason.set_text(quality.reason)
        self._look()

    def set_product(self, product: Product) -> None:
        """Take up a product's texts, category and prices; the answers here stay."""
        self.product = replace(product, quality=self.product.quality)
        self._look()

    def quality(self) -> Quality:
        """What is to be kept with the product."""
        return self.product.quality

    def open_checks(self) -> tuple[QualityCheck, ...]:
        """What is open or wrong."""
        return tuple(check for check in self._checks if check.level in BLOCKING)

    def may_be_ready(self) -> bool:
        """Whether nothing is open or a reason is stated."""
        return may_be_ready(self.open_checks(), self.product.quality.reason)

    def _look(self) -> None:
        self._checks = all_checks(
            self.product, self.kept_papers, self.rules, self.today, self.lists
        )
        by_code = {check.code: check for check in self._checks}
        asked = asked_of(self.product, self.rules)
        for code, row in self.questions.items():
            row.setVisible(code == "brand" or code in asked)
            row.show_check(by_code.get(code))
        rows = [c for c in self._checks if c.code in (*words.PAPER_CODES, "claims")]
        if (shown := (rows, texts_of(self.product))) != self._shown:
            self._shown = shown
            self._show_papers([c for c in rows if c.code != "claims"])
            self._show_claims([c for c in rows if c.code == "claims"])
        self._show_open()

    def _show_papers(self, checks: list[QualityCheck]) -> None:
        _clear(self.paper_rows)
        for check in checks:
            row = PaperRow(check, self.rules.get(check.rule), self.today, self)
            row.asked.connect(self._edit_paper)
            self.paper_rows.addWidget(row)

    def _show_claims(self, checks: list[QualityCheck]) -> None:
        _clear(self.claim_rows)
        texts = texts_of(self.product)
        for where, text in texts.items():
            if found := [check for check in checks if check.evidence["where"] == where]:
                row = ClaimRow(where, text, found, self.rules, self.lists, self)
                self.claim_rows.addWidget(row)
        if not checks:
            self.claim_rows.addWidget(self._no_claims(bool("".join(texts.values()).strip())))

    def _no_claims(self, written: bool) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        text = self.tr("None found in title, selling point and detail text")
        row.addWidget(body(text if written else self.tr("No text yet"), wrap=True), 1)
        if written:
            row.addWidget(Pill(words.translate("Quality", "Fine"), "good"))
        return holder

    def _show_open(self) -> None:
        found = self.open_checks()
        if not found:
            self.pill.set(self.tr("All checked"), "good")
        else:
            bad = any(check.level == "bad" for check in found)
            self.pill.set(self.tr("%n open", "", len(found)), "bad" if bad else "warn")
        self.reason_box.setVisible(bool(found) or bool(self.product.quality.reason))
        self.reason.setVisible(self.reason_box.isVisibleTo(self))
        names = self.tr(", ").join(dict.fromkeys(words.short_word(check) for check in found))
        if not found:
            self.open_line.set("", self.tr("Nothing is open any more; the reason is kept."))
        elif self.may_be_ready():
            text = self.tr("Open: {names}. With your reason it may be ready.")
            self.open_line.set("warn", text.format(names=names))
        else:
            text = self.tr("Open: {names}. Not ready until then, or until you say why.")
            self.open_line.set("warn", text.format(names=names))

    # -- what is done

    def _change(self, **values: object) -> None:
        quality = replace(self.product.quality, **values)  # type: ignore[arg-type]
        if quality != self.product.quality:
            self.product = replace(self.product, quality=quality)
            self._look()
            self.edited.emit()

    def _answer(self, code: str, answer: str) -> None:
        self._change(answers={**self.product.quality.answers, code: answer})

    def _sampled(self, *_edited: object) -> None:
        day = self.sample_on.value()
        if day is not None and day > self.today:
            self.sample_on.set_verdict("bad", self.tr("This day has not come yet"))
            day = None
        elif not self.sample_on.is_wrong():
            self.sample_on.clear_verdict()
        self._change(sample_on=day, sample_note=self.sample_note.text().strip())

    def _reasoned(self, text: str) -> None:
        self._change(reason=text.strip())

    def _edit_paper(self, check: QualityCheck | None, *_clicked: object) -> None:
        evidence = check.evidence if check is not None else {}
        paper = evidence.get("paper")
        if not isinstance(paper, ProductPaper):
            kind = str(evidence.get("kind", ""))
            paper = ProductPaper(kind, category=self.product.category.strip())
        self.sheet = PaperSheet(paper, self.product, kinds_of_paper(self.rules), self.window())
        self.sheet.kept.connect(self._keep_paper)
        self.sheet.dropped.connect(self._drop_paper)
        self.sheet.open()

    def _keep_paper(self, paper: ProductPaper) -> None:
        text = self.tr("note a paper")
        self.ctx.write(self, text, notes.keep, paper, self.ctx.clock(), done=self._written)

    def _drop_paper(self, paper: ProductPaper) -> None:
        text = self.tr("take a paper away")
        self.ctx.write(self, text, notes.drop, paper, self.ctx.clock(), done=self._written)

    def _written(self, _changes: Changes) -> None:
        self.edited.emit()

    def _heard(self, changes: Changes) -> None:
        """Papers, or the lists of the rule book, may have changed."""
        if changes.topics & {"products", "guide"}:
            self._take_rules()
            self._read_papers()


class QualitySheet(SheetDialog):
    """The check of a product from the list; what is answered is kept with the product."""

    scrolls = True

    def __init__(self, ctx: Context, product: Product, parent: QWidget) -> None:
        super().__init__("", name="product-quality", width=680, parent=parent)
        self.ctx, self.product = ctx, product
        self.title_label.setText(product.title or self.tr("Untitled"))
        self.setWindowTitle(self.tr("Check before listing"))
        area = PageScroll(self)
        # Room for focus rings, and for the scroll bar beside the pills.
        area.body.setContentsMargins(4, 4, 12, 4)
        self.card = QualityCard(ctx, area.inside)
        area.add(self.card)
        area.body.addStretch(1)
        self.add(area, 1)
        self.main = MainButton(self.tr("Save the answers"), height=32, parent=self)
        self.main.clicked.connect(self._keep)
        leave = SecondButton(self.tr("Close"), parent=self)
        leave.clicked.connect(self.reject)
        self.set_buttons(self.main, leave)
        self.card.show_product(product)
        self.resize(680, min(780, max(480, parent.window().height() - 24)))
        self.finished.connect(self.deleteLater)

    def _keep(self) -> None:
        self.ctx.write(
            self.ctx.hub,
            self.tr("check a product"),
            products.keep_quality,
            self.product.id,
            self.card.quality(),
            self.ctx.clock(),
            done=partial(_say_kept, self.ctx, self.tr("Saved")),
        )
        self.accept()


def _say_kept(ctx: Context, said: str, changes: Changes) -> None:
    if changes:
        ctx.notice(said, undo=True)


def _section(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return holder, column


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
