"""报税对账: what the platform reports of a quarter, beside what the book says of its months."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ksdesk.domain.month import Basis, FigureName, QuarterCheck
from ksdesk.domain.promotion.breakdown import Behind
from ksdesk.ui.month.tax.gaps_card import GapsCard
from ksdesk.ui.month.tax.lines import FIGURES, TaxLine, cell_name, lines
from ksdesk.ui.month.words import BASES, said
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text
from ksdesk.ui.promotion.profit.rows_sheet import RowsSheet
from ksdesk.ui.shell.context import Context

_BEHIND: dict[FigureName, str] = {"gross": "paid", "refunds": "refunded", "net": "kept"}
WIDE = 960  # px from which all three figures stand side by side
WORDS = 260  # px of the words beside where they differ


class TaxView(QWidget):
    """A quarter. `typing_wanted` when the platform's figures are to be typed, `basis_wanted` when
    they are of other sales, `order_wanted(number)` when an order is to be seen."""

    typing_wanted = Signal()
    basis_wanted = Signal(str)
    order_wanted = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.check: QuarterCheck | None = None
        self.rule: RuleLink | None = None
        self.sheet: RowsSheet | None = None
        area = PageScroll(self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.card = Card("", flush=True, parent=area)
        words = [(name, said(word)) for name, word in FIGURES.items()]
        self.figure = SegmentBar(words, name=self.tr("Figure"), parent=self.card)
        self.figure.chosen.connect(self._share)
        self.card.add_action(self.figure)
        self.model = RowsModel(
            self._columns(), key=_key, is_sum=lambda one: one.month is None, parent=self.card
        )
        self.table = TableView(
            self.model, name=self.tr("The quarter, platform and book"), parent=self.card
        )
        self.table.opened.connect(self.open_line)
        self.table.clicked.connect(self._clicked)
        self.card.add(self.table)
        area.add(self.card)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(16)
        self.gaps = GapsCard(area.inside)
        self.gaps.order_wanted.connect(self.order_wanted)
        self.gaps.reason_wanted.connect(self.typing_wanted)
        self._below.addWidget(self.gaps, 1)
        self._below.addWidget(self._words(area.inside))
        area.body.addLayout(self._below)
        area.body.addStretch(1)

    def _columns(self) -> list[Column]:
        heads = {
            "gross": self.tr("Gross, platform"),
            "refunds": self.tr("Refunds, platform"),
            "net": self.tr("Net, platform"),
        }
        found = [
            Column("span", "", lambda one: one.word, minimum=64, second=self._basis, sort=False)
        ]
        for name in FIGURES:
            found += [
                Column(f"platform:{name}", heads[name], _platform(name), money_text, "right", 104,
                       sort=False),
                Column(f"book:{name}", self.tr("Book"), _book(name), money_text, "right", 96,
                       sort=False),
                Column(f"difference:{name}", self.tr("Difference"), _difference(name),
                       signed_money_text, "right", 96, bold=True, tone=_tone(name), sort=False),
            ]  # fmt: skip
        return found

    def _basis(self, line: TaxLine) -> str:
        several = len(line.check.months) > 1
        return said(BASES[line.basis]) if several and line.month is None else ""

    def _words(self, parent: QWidget) -> Card:
        self.words = card = Card(self.tr("Only compared here"), parent=parent)
        self.verdict = small(wrap=True, tone="text", parent=card)
        card.add(self.verdict)
        bases = [(code, said(word)) for code, word in BASES.items()]
        self.basis = ChoiceField(self.tr("They count"), bases, "unknown", parent=card)
        self.basis.edited.connect(self._basis_chosen)
        card.add(self.basis)
        card.add(
            body(
                self.tr(
                    "No tax is reckoned and no advice given. What was really reported is what the"
                    " platform and the tax office show you. Open a line to see the orders behind"
                    " the book's figure."
                ),
                wrap=True,
                tone="muted",
                parent=card,
            )
        )
        card.add_stretch()
        return card

    @Slot()
    def _basis_chosen(self) -> None:
        self.basis_wanted.emit(str(self.basis.value()))

    def show_check(self, check: QuarterCheck, title: str) -> None:
        """Show a quarter."""
        self.check = check
        rule = self.ctx.rules().on(self.ctx.clock().date()).get("market.tax_reports")
        if self.rule is None and rule is not None:
            self.rule = RuleLink(rule, parent=self.words)
            self.words.body.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignLeft)
        hint = ""
        if check.running:
            hint = self.tr("not over: up to {day}").format(day=day_text(check.last))
        elif check.figure is not None:
            hint = check.figure.note
        self.card.set_title(title, hint)
        self.model.set_rows(lines(check))
        self.table.fit_height()
        self.verdict.setText(self._verdict(check))
        self.basis.setVisible(check.figure is not None)
        if check.figure is not None:
            self.basis.set_value(check.figure.basis)
        self.gaps.show_check(check)
        self._share()

    def _verdict(self, check: QuarterCheck) -> str:
        told = [check.difference(basis, name) for basis in check.months for name in FIGURES]
        known = [one for one in told if one is not None]
        if not known:
            return self.tr("The platform's figures of this quarter are not typed yet.")
        if not check.differing():
            return self.tr("They agree to the fen.")
        return self.tr("{n} of {all} figures differ.").format(
            n=sum(bool(one) for one in known), all=len(known)
        )

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        """A difference leads to the orders behind it."""
        line: TaxLine = self.model.row(index.row())
        kind, _, word = self.model.columns[index.column()].name.partition(":")
        for name in FIGURES:
            cell = (line.basis, line.month, name)
            if kind == "difference" and name == word and line.check.gaps.get(cell):
                self.gaps.choose(cell)

    @Slot(object)
    def open_line(self, line: TaxLine) -> None:
        """The orders behind a figure of the book: the one whose cell is the current one."""
        place = max(self.table.currentIndex().column(), 0)
        name = self.model.columns[place].name.partition(":")[2]
        self.open_figure(line, name if name in FIGURES else "net")

    def open_figure(self, line: TaxLine, name: FigureName) -> None:
        """The orders behind a figure of the book."""
        of = _BEHIND[name]
        read = partial(_rows, self.ctx, line, of)
        heading = cell_name(line.check, (line.basis, line.month, name))
        self.sheet = RowsSheet(self.ctx, heading, of, read, self)
        self.sheet.open()

    @Slot()
    def _share(self, _chosen: object = None) -> None:
        """All figures where there is room, else the chosen one; what explains goes below then."""
        wide = self.width() >= WIDE
        self.figure.setVisible(not wide)
        shown = FIGURES if wide else (self.figure.value(),)
        names = (column.name for column in self.model.columns)
        self.table.set_hidden({n for n in names if ":" in n and n.partition(":")[2] not in shown})
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._below.setDirection(across if wide else down)
        beside = wide and not self.gaps.isHidden()
        self.words.setMaximumWidth(WORDS if beside else 16_777_215)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._share()


def _rows(ctx: Context, line: TaxLine, of: str) -> Behind:
    some = of if of != "kept" else ""
    span = line.check.span(line.month)
    return Behind(ctx.reader.profit.rows(*span, money=line.basis == "settled", of=some))


def _platform(name: FigureName) -> Callable[[TaxLine], int | None]:
    return lambda line: line.platform(name)


def _book(name: FigureName) -> Callable[[TaxLine], int | None]:
    return lambda line: line.book(name)


def _difference(name: FigureName) -> Callable[[TaxLine], int | None]:
    return lambda line: line.difference(name)


def _tone(name: FigureName) -> Callable[[TaxLine], str]:
    return lambda line: "accent_text" if line.difference(name) else "muted"


def _key(line: TaxLine) -> tuple[Basis, object]:
    return line.basis, line.month
