"""卖了没货: the way out, step by step, with the text to the buyer; no end without an outcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import notes
from ksdesk.actions.products import stock_case
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock import case as path
from ksdesk.domain.products.stock.draft import Facts, asked_for, draft
from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import Field, LineField, NumberField
from ksdesk.ui.parts.labels import Divider, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.steps import Step, StepList
from ksdesk.ui.parts.texts import day_text, moment_text
from ksdesk.ui.parts.verdict import VerdictSentence
from ksdesk.ui.products.stock import words
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

RULE = "shipping.out_of_stock"
SETTLED = ("settle", "refund", "exchange")


class StockCaseSheet(SheetDialog):
    """Opens a case of `product`, or goes on with the case of that number.

    Each step is written at once and can be undone; closing the sheet keeps the case open.
    """

    def __init__(
        self,
        ctx: Context,
        product: Product | None,
        number: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="stock-case", width=720, parent=parent)
        self.ctx, self.product, self.number = ctx, product, number
        self.case: StockCase | None = None
        self._latest = Latest(ctx, self)
        self.area = PageScroll(self)
        self.area.body.setContentsMargins(4, 4, 4, 4)  # room for focus rings
        self.start, self.way = self._make_start(), self._make_way()
        self.area.add(self.start)
        self.area.add(self.way, 1)
        self.add(self.area, 1)
        self.start.setVisible(not number)
        self.way.hide()
        ctx.hub.changed.connect(self._heard)
        self.finished.connect(self.deleteLater)
        self.refresh()

    def _make_start(self) -> QWidget:
        holder = QWidget(self.area.inside)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.order_no = LineField(
            self.tr("Order number"), placeholder=self.tr("Copy it from the order"), parent=holder
        )
        self.quantity = NumberField(self.tr("Pieces"), unit=self.tr("pcs"), parent=holder)
        self.quantity.set_value(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.order_no, 3)
        row.addWidget(self.quantity, 1)
        column.addLayout(row)
        self.note = LineField(self.tr("Note"), parent=holder)
        self.note.keep_people_out()
        column.addWidget(self.note)
        column.addStretch(1)
        return holder

    def _make_way(self) -> QWidget:
        holder = QWidget(self.area.inside)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        left = QVBoxLayout()
        self.steps = StepList(holder)
        left.addWidget(self.steps)
        rules = self.ctx.rules().on(self.ctx.clock().date())
        if RULE in rules:
            left.addSpacing(8)
            self.rule_link = RuleLink(rules[RULE], parent=holder)
            left.addWidget(self.rule_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.to_order = TextButton(self.tr("The order ›"), small=True, inline=True, parent=holder)
        self.to_order.clicked.connect(self._open_order)
        left.addWidget(self.to_order, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        row.addLayout(left, 2)
        row.addLayout(self._make_draft(holder), 3)
        return holder

    def _make_draft(self, holder: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.facts: dict[str, Field] = {
            "source": LineField(words.fact_word("source"), parent=holder),
            "day": DateField(words.fact_word("day"), parent=holder),
            "instead": LineField(words.fact_word("instead"), parent=holder),
            "tracking": LineField(words.fact_word("tracking"), parent=holder),
        }
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for field in self.facts.values():
            field.edited.connect(self._write_draft)
            fields.addWidget(field, 1)
        column.addLayout(fields)
        self.copy_button = TextButton(self.tr("Copy"), "copy", small=True, parent=holder)
        self.copy_button.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(small(self.tr("You can write to the buyer")), 1)
        head.addWidget(self.copy_button)
        column.addLayout(head)
        self.text = NoteBox("", icon="", parent=holder)
        self.text.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        self.gaps = VerdictSentence(holder)
        column.addWidget(self.gaps)
        self.told = small("", wrap=True, parent=holder)
        column.addWidget(Divider("grid", holder))
        column.addWidget(self.told)
        column.addStretch(1)
        return column

    # -- what is shown

    def refresh(self) -> None:
        """Show the case as the book has it."""
        if self.number:
            self._latest.ask(self.ctx.reader.notes.one, StockCase, self.number, done=self._show)
        else:
            self._show(None)

    def _show(self, case: StockCase | None) -> None:
        self.case = case
        if self.case is None:
            self._show_start()
            return
        self.start.hide()
        self.way.show()
        self.title_label.setText(words.case_title(self.case))
        self.setWindowTitle(words.case_title(self.case))
        self.set_sentence(words.case_line(self.case))
        self._show_steps(self.case)
        self.to_order.setVisible(bool(self.case.order_no))
        place = path.place(self.case)
        for code, field in self.facts.items():
            field.setVisible(code in asked_for(place) and not self.case.outcome)
        self._write_draft()
        pieces = [self.case.note] if self.case.note else []
        if self.case.outcome:
            closed = self.tr("Closed on {moment}.")
            pieces.insert(0, closed.format(moment=moment_text(self.case.closed_at)))
        self.told.setText("\n".join(pieces))
        self.told.setVisible(bool(pieces))
        self._show_buttons(self.case, place)
        self.fit()

    def fit(self) -> None:
        """As high as the way needs."""
        body, width = self.area.body, self.width() - 48
        body.activate()
        need = max(body.totalHeightForWidth(width), body.totalMinimumSize().height())
        self.grant(self.area, need)
        super().fit()

    def _show_start(self) -> None:
        self.start.show()
        self.way.hide()
        self.resize(self.width(), 10)  # whatever a case needed last time
        title = self.product.title if self.product is not None else ""
        self.title_label.setText(self.tr("Sold, but not there"))
        self.setWindowTitle(self.tr("Sold, but not there"))
        self.set_sentence(
            self.tr("{title}: tell the buyer first, the rest goes step by step.").format(
                title=title
            )
        )
        self.main = MainButton(self.tr("Begin"), height=32, parent=self)
        self.main.clicked.connect(self._begin)
        self.set_buttons(self.main, self.leave_button())
        self.order_no.setFocus()

    def _show_steps(self, case: StockCase) -> None:
        steps = []
        for stop in path.way(case):
            title, second = words.place_words(stop.place)
            if stop.event:
                second = words.event_line(stop.event, stop.at)
            steps.append(Step(title, second, stop.state))
        instead = None
        if path.place(case) not in (*SETTLED, "ship"):
            title = self.tr("None to be had, or they won't wait: refund or exchange")
            instead = Step(title, self.tr("Agree on it, write down the outcome"), "ahead")
        self.steps.set(steps, instead, self.tr("or"))

    def _write_draft(self, *_edited: object) -> None:
        if self.case is None:
            return
        found = draft(self.case, path.place(self.case), self._facts())
        self.text.set_text(found.text)
        names = self.tr(", ").join(words.fact_word(code) for code in found.missing)
        gaps = self.tr("Still missing: {names}").format(names=names) if names else ""
        self.gaps.set("warn" if names else "", gaps)
        self.copy_button.set_text(self.tr("Copy"))
        self.copy_button.set_icon("copy")
        self.fit()

    def _facts(self) -> Facts:
        day = self.facts["day"]
        assert isinstance(day, DateField)
        texts = {code: f.text() for code, f in self.facts.items() if isinstance(f, LineField)}
        return Facts(texts["source"], day.value(), texts["instead"], texts["tracking"])

    def _show_buttons(self, case: StockCase, place: str) -> None:
        self.events: dict[str, Button] = {}
        back = SecondButton(self.tr("One step back"), "undo", parent=self)
        back.clicked.connect(self._back)
        back.setVisible(bool(case.steps))
        self.back_button = back
        drop = SecondButton(self.tr("Opened by mistake"), "trash", parent=self)
        drop.clicked.connect(self._drop)
        drop.setVisible(not case.steps)
        self.drop_button = drop
        leave = SecondButton(self.tr("Close"), parent=self)
        leave.clicked.connect(self.reject)
        main: Button | None = None
        seconds: list[Button] = []
        events = [] if case.outcome else [*path.PATH[place]]
        if place in path.OUTCOMES and not case.outcome:
            events = [path.OUTCOMES[place]]
        for number, event in enumerate(events):
            text = words.event_button(event)
            button: Button
            if number == 0:
                button = main = MainButton(text, height=32, parent=self)
            else:
                button = SecondButton(text, parent=self)
                seconds.append(button)
            button.clicked.connect(partial(self._happened, event))
            self.events[event] = button
        self.set_buttons(main, leave, back, drop, *seconds)

    # -- what happens

    def _begin(self) -> None:
        pieces = self.quantity.value()
        if pieces is None or pieces < 1:
            self.quantity.set_verdict("bad", self.tr("At least 1"))
            return
        assert self.product is not None
        self.ctx.write(
            self,
            self.tr("begin an out-of-stock case"),
            stock_case.open_case,
            self.product,
            self.order_no.text(),
            round(pieces),
            self.ctx.clock(),
            self.note.text(),
            done=self._begun,
        )

    def _begun(self, changes: Changes) -> None:
        assert isinstance(changes.ref, int)
        self.number = changes.ref
        self.refresh()

    def _happened(self, event: str, *_clicked: object) -> None:
        now = self.ctx.clock()
        if event in path.OUTCOMES.values():
            text = self.tr("close an out-of-stock case")
            self.ctx.write(self, text, stock_case.close, self.number, event, now, done=self._closed)
            return
        text = self.tr("a step of an out-of-stock case")
        self.ctx.write(self, text, stock_case.step, self.number, event, now, self._promise(event))

    def _promise(self, event: str) -> str:
        """What the buyer was told, for the case's note."""
        facts = self._facts()
        if event != "told":
            return ""
        pieces = []
        if facts.source.strip():
            pieces.append(self.tr("from {source}").format(source=facts.source.strip()))
        if facts.day is not None:
            pieces.append(self.tr("goes out on {day}").format(day=day_text(facts.day)))
        return self.tr(", ").join(pieces)

    def _closed(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Case closed"), undo=True)
        self.accept()

    @Slot()
    def _back(self) -> None:
        text = self.tr("take a step back")
        self.ctx.write(self, text, stock_case.step_back, self.number, self.ctx.clock())

    @Slot()
    def _drop(self) -> None:
        assert self.case is not None
        text = self.tr("take a case away")
        now = self.ctx.clock()
        self.ctx.write(self, text, notes.drop, self.case, now, done=self._taken_away)

    def _taken_away(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Taken away"), undo=True)
        self.reject()

    @Slot()
    def _open_order(self) -> None:
        assert self.case is not None
        self.reject()
        self.ctx.navigate("orders", self.case.order_no)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text_label.text())
        self.copy_button.set_text(self.tr("Copied"))
        self.copy_button.set_icon("check")

    def _heard(self, changes: Changes) -> None:
        if "products" in changes.topics and self.number:
            self.refresh()
