"""填成本: costs are filled in, those that hide most orders first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ksdesk.actions.promotion import cost_sheet
from ksdesk.actions.promotion.cost_sheet import FilledIn
from ksdesk.domain.imports import ImportProblem, Refused, Source
from ksdesk.domain.promotion.cost_lines import CostLine
from ksdesk.domain.promotion.costs import CostNote, CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.storage import Reader
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.imports.password import LOCKED, PasswordSheet
from ksdesk.ui.imports.words import problem_words, refused_words
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.drop import TABLE_PATTERNS
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import count_text, in_chinese, money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.products.costs.grid import CostCells, CostGrid
from ksdesk.ui.promotion.costs.shop_grid import ShopCells, ShopGrid, said
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from ksdesk.exports import Sheet as ExportSheet

FEES = ("promotion.fee.service", "promotion.fee.channel")
LEAST, HIGH = 360, 640  # px of the grid, and of the sheet at first
REASONS = {
    "unknown_product": QT_TRANSLATE_NOOP("Costs", "no product is called “{value}”"),
    "unknown_option": QT_TRANSLATE_NOOP("Costs", "the product has no option “{value}”"),
    "other_product": QT_TRANSLATE_NOOP("Costs", "another product than “{value}” has this number"),
    "twice": QT_TRANSLATE_NOOP("Costs", "a row before has another cost of this day: “{value}”"),
    "below_zero": QT_TRANSLATE_NOOP("Costs", "a cost is not below zero: “{value}”"),
}


@dataclass(frozen=True)
class Known:
    """What the sheet begins with."""

    lines: tuple[CostLine, ...]
    shop: tuple[CostNote, ...]
    first: date | None


class CostSheet(SheetDialog):
    """`saved(filled, notes)`: costs of goods that were typed, and those of parcels and months;
    `table` is one that has costs, which come into the cells."""

    scrolls = True
    saved = Signal(object, object)

    def __init__(self, ctx: Context, parent: QWidget, table: Source | None = None) -> None:
        super().__init__("", name="costs", width=880, parent=parent)
        self.setWindowTitle(self.tr("Fill in costs"))
        self.title_label.setText(self.tr("Fill in costs"))
        self.set_sentence(
            self.tr(
                "What you pay for one piece. A cost holds from its day on; older days keep the"
                " older one. What has none is left out of the profit, never free."
            )
        )
        self.ctx = ctx
        self._latest = Latest(ctx, self)
        self._beside: list[UnitCost] = []
        self.goods: CostGrid | None = None
        self.shop: ShopGrid | None = None
        self.part = SegmentBar(
            [("goods", self.tr("Goods")), ("shop", self.tr("Parcels and fixed costs"))],
            "goods",
            name=self.tr("Which costs"),
            parent=self,
        )
        self.part.chosen.connect(self.show_part)
        self.add(self.part)
        self._card = Card(flush=True, parent=self)
        self.grant(self._card, LEAST)
        self._stack = QStackedWidget(self)
        self._card.add(self._stack, 1)
        self.add(self._card, 1)
        self._add_offer()
        self.said = small(wrap=True, tone="muted", parent=self)
        self.add(self.said)
        self.keep = MainButton(self.tr("Save and work out anew"), height=32)
        self.keep.clicked.connect(self._save)
        self.keep.disable(self.tr("Nothing was changed"))
        leave = self.leave_button()
        self.out = ExportButton(
            ctx, self.tr("Costs"), self._table, choice=False, height=32, parent=self
        )
        self.out.ways.said = self._say
        self.back = SecondButton(self.tr("Filled in, back again"), parent=self)
        self.back.clicked.connect(self._ask_back)
        self.set_buttons(self.keep, leave, self.out, self.back)
        self.resize(self.width(), max(self.height(), theme_of(self).px(HIGH)))
        self._latest.ask(_known, ctx, done=partial(self._show, table))

    def _add_offer(self) -> None:
        """What the rule book has heard of the platform's fee; only the seller takes it over."""
        rules = self.ctx.rules().on(self.ctx.clock().date())
        fees = [rules[key] for key in FEES if key in rules]
        shares = [rules.number(rule.key) for rule in fees]
        self._fee = f"{sum(shares):g}"
        text = self.tr("Platform's fee, heard but not confirmed: {parts} = {fee}%.")
        parts = " + ".join(f"{share:g}%" for share in shares)
        self.offer = QWidget(self)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(small(text.format(parts=parts, fee=self._fee), tone="warn"))
        for rule in fees:
            row.addWidget(RuleLink(rule, parent=self.offer))
        self.accept_fee = TextButton(
            self.tr("Use {fee}%").format(fee=self._fee), small=True, inline=True
        )
        self.accept_fee.clicked.connect(self._take_fee)
        row.addWidget(self.accept_fee)
        row.addStretch(1)
        self.offer.setVisible(False)
        self.add(self.offer)

    @Slot()
    def _take_fee(self) -> None:
        if (cells := self._cells()) is not None:
            cells[1].offer("platform_fee", self._fee)

    def _show_offer(self) -> None:
        cells = self._cells()
        shown = self.part.value() == "shop" and cells is not None
        self.offer.setVisible(bool(shown and cells and cells[1].empty("platform_fee")))

    def _show(self, table: Source | None, known: Known) -> None:
        today = self.ctx.clock().date()
        self.goods = CostGrid(CostCells(known.lines, today), self)
        self.shop = ShopGrid(ShopCells(known.shop, today, known.first), self)
        for grid in (self.goods, self.shop):
            self._stack.addWidget(grid)
            grid.cells.edited.connect(self._judge)
            grid.told.connect(self.said.setText)
            grid.begun.connect(self.keep.enable)
        self._judge()
        self.goods.setFocus()
        if table is not None:
            self._take(table)

    @Slot(object)
    def show_part(self, part: object) -> None:
        """The grid of one part."""
        grid = self.shop if part == "shop" else self.goods
        if grid is not None:
            self._stack.setCurrentWidget(grid)
        self._show_offer()

    def _cells(self) -> tuple[CostCells, ShopCells] | None:
        if self.goods is None or self.shop is None:
            return None
        goods, shop = self.goods.cells, self.shop.cells
        assert isinstance(goods, CostCells) and isinstance(shop, ShopCells)
        return goods, shop

    @Slot()
    def _judge(self) -> None:
        cells = self._cells()
        if cells is None:
            return
        goods, shop = cells
        self._show_offer()
        fault = goods.first_fault() or shop.first_fault()
        self.said.set_tone("bad" if fault else "muted")
        self.said.setText(fault or goods.advice() or self._left(goods))
        if fault:
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif self._made(goods, shop):
            self.keep.enable()
        else:
            self.keep.disable(self.tr("Nothing was changed"))

    def _left(self, goods: CostCells) -> str:
        left = goods.still_missing()
        if not left:
            return goods.too_late() or self.tr("Every product that was sold has a cost")
        text = self.tr("{n} without a cost; their orders of 30 days brought {paid}")
        paid = money_text(sum(line.paid for line in left))
        return text.format(n=count_text(len(left)), paid=paid)

    def typed(self) -> bool:
        cells = self._cells()
        return super().typed() or bool(cells and self._made(*cells))

    def _made(self, goods: CostCells, shop: ShopCells) -> bool:
        """Whether there is something to save."""
        return bool(goods.filled() or shop.notes() or self._beside)

    # -- as a table --------------------------------------------------------------------------

    def _table(self, _filtered: bool) -> ExportSheet:
        cells = self._cells()
        lines = cells[0].lines if cells is not None else ()
        return cost_sheet.table(lines, self.tr("Costs"), "zh" if in_chinese() else "en")

    def _say(self, words: str, tone: str = "muted") -> None:
        self.said.set_tone(tone)
        self.said.setText(words)

    @Slot()
    def _ask_back(self) -> None:
        title = self.tr("The table of costs, filled in")
        kinds = self.tr("Tables ({kinds});;All files (*)").format(kinds=TABLE_PATTERNS)
        self.ctx.ask.open_files(self, title, kinds, self.take_back)

    def take_back(self, paths: list[Path]) -> None:
        """Put what a filled-in file says into the cells."""
        self._take(Source(paths[0].name, paths[0]))

    def _take(self, source: Source) -> None:
        """Put what a table says into the cells; it is saved with the rest, and so is what has no
        cell: older costs, and those of goods that are not in the list."""
        self._latest.ask(
            cost_sheet.read_back,
            self.ctx.reader,
            source,
            self.ctx.clock(),
            done=self._taken_back,
            failed=partial(self._not_read, source),
        )

    def _not_read(self, source: Source, error: BaseException) -> None:
        if not isinstance(error, ImportProblem):
            self.ctx.jobs.failed.emit(error)
        elif error.code in LOCKED:
            self._ask_password(source, error)
        else:
            self._say(" ".join(problem_words(error, source)), "bad")

    def _ask_password(self, source: Source, error: ImportProblem) -> None:
        heading, way = problem_words(ImportProblem("password"), source)
        wrong = problem_words(error, source)[0] if error.code == "wrong_password" else ""
        asked = PasswordSheet(heading, way, wrong, more=False, parent=self)
        asked.accepted.connect(lambda: self._take(replace(source, password=asked.password())))
        asked.open()

    def _taken_back(self, found: FilledIn) -> None:
        cells = self._cells()
        if found.missing or cells is None:
            self._say(
                self.tr("This table has no column for the product, or none for its cost"), "bad"
            )
            return
        self._beside = cells[0].take(found.costs)
        self._judge()
        words = self.tr(", ").join(
            (
                self.tr("%Ln costs came in", "", len(found.costs)),
                self.tr("%Ln are as they were", "", found.same),
                self.tr("%Ln rows are empty", "", found.empty),
            )
        )
        if self._beside:
            words += "\n" + self.tr(
                "%Ln of them are older ones or of goods that are not in this list",
                "",
                len(self._beside),
            )
        for refused in found.refused[:3]:
            words += "\n" + self.tr("Line {n}: {words}").format(
                n=count_text(refused.line), words=_refused_words(refused)
            )
        if len(found.refused) > 3:
            words += "\n" + self.tr("%Ln rows cannot be taken in all", "", len(found.refused))
        self._say(words, "bad" if found.refused else "muted")

    @Slot()
    def _save(self) -> None:
        cells = self._cells()
        if cells is None or self.goods is None or self.shop is None:
            return
        (self.shop if self.part.value() == "shop" else self.goods).settle()
        goods, shop = cells
        if not goods.first_fault() and not shop.first_fault():
            self.saved.emit(goods.filled(), (*shop.notes(), *self._beside))


def _refused_words(refused: Refused) -> str:
    if refused.reason in REASONS:
        return said(REASONS[refused.reason]).format(value=refused.value)
    return refused_words(refused)


def _known(ctx: Context) -> Known:
    reader: Reader = ctx.reader
    notes = reader.notes
    shop = (*notes.all(ParcelCost), *notes.all(CostShare), *notes.all(MonthlyCost))
    return Known(cost_sheet.lines(reader, ctx.clock()), shop, reader.profit.first_day())
