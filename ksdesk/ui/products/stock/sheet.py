"""缺货和快卖完: what is low, how long it lasts, what to get, and the cases that wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.actions.products import stock, stock_case
from ksdesk.actions.products.stock import StockView
from ksdesk.domain.changes import Changes
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock import case as path
from ksdesk.domain.products.stock.outlook import StockLine
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.task_row import TaskRow
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.products.correction_sheet import CorrectionSheet
from ksdesk.ui.products.stock import words
from ksdesk.ui.products.stock.case_sheet import StockCaseSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.latest import Latest

if TYPE_CHECKING:
    from ksdesk.exports import Sheet

CASES = 3  # open cases that are shown at once
WIDTH, HEIGHT = 880, 640


class StockSheet(SheetDialog):
    """The list, and the ways from it: correct a stock, go through a case, export."""

    scrolls = True

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__("", name="stock", width=WIDTH, parent=parent)
        self.ctx = ctx
        self.view: StockView | None = None
        self._latest = Latest(ctx, self)
        self.sheet: SheetDialog | None = None
        self.title_label.setText(self.tr("Sold out and running low"))
        self.setWindowTitle(self.tr("Sold out and running low"))
        self.cases = QVBoxLayout()
        self.cases.setSpacing(0)
        self.case_card = Card(self.tr("Sold, but not there"), flush=True, parent=self)
        self.case_card.add_layout(self.cases)
        self.add(self.case_card)
        self.model = RowsModel(self._columns(), key=_key, parent=self)
        self.table = TableView(
            self.model, name=self.tr("Running low"), empty=self.tr("Nothing is running low")
        )
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.correct)
        KeptList(ctx, self.table, "stock")
        card = Card(flush=True, parent=self)
        card.add(self.table, 1)
        self.grant(card, 240)
        self.add(card, 1)
        self.hint = small("", wrap=True, parent=self)
        self.add(self.hint)
        self._make_foot()
        ctx.hub.changed.connect(self._heard)
        self.finished.connect(self.deleteLater)
        window = parent.window()
        self.resize(min(WIDTH, window.width() - 24), min(HEIGHT, window.height() - 24))
        self.refresh()

    def _make_foot(self) -> None:
        self.case_button = MainButton(self.tr("Sold, but not there"), height=32, parent=self)
        self.case_button.clicked.connect(self._case_of_chosen)
        self.correct_button = SecondButton(self.tr("Correct the stock"), "edit", parent=self)
        self.correct_button.clicked.connect(self._correct_chosen)
        name = self.tr("Running low")
        self.export_button = ExportButton(self.ctx, name, self._table, choice=False, parent=self)
        self.export_button.ways.said = self.set_hint
        leave = SecondButton(self.tr("Close"), parent=self)
        leave.clicked.connect(self.reject)
        self.set_buttons(self.case_button, leave, self.export_button, self.correct_button)

    def _columns(self) -> list[Column]:
        return [
            Column("title", self.tr("Product"), _title, second=self._second, minimum=180),
            Column("stock", self.tr("Stock"), _stock, count_text, "right", 72, tone=_stock_tone),
            Column("sold", self.tr("Sold lately"), _sold, count_text, "right", 96),
            Column("left", self.tr("Lasts"), _left, None, "right", 88, tone=_tone, sort=_left_days),
            Column("threshold", self.tr("Low at"), _threshold, count_text, "right", 80),
            Column("get", self.tr("Restock"), _get, _get_text, "right", 72, bold=True),
        ]

    def _second(self, line: StockLine) -> str:
        return line.sku_key or line.product.category

    # -- what is shown

    def refresh(self) -> None:
        """Count anew, in a job."""
        self._latest.ask(_look, self.ctx, done=self._show)

    def _show(self, found: tuple[StockView, tuple[StockCase, ...]]) -> None:
        view, cases = found
        self.view = view
        self._show_cases(cases)
        self.model.set_rows(view.low)
        gone = sum(1 for line in view.low if not line.stock)
        text = self.tr("{gone} sold out, {low} running low, of {goods} products of your own")
        self.set_sentence(
            text.format(
                gone=count_text(gone),
                low=count_text(len(view.low) - gone),
                goods=count_text(view.goods),
            )
        )
        if view.orders:
            text = self.tr(
                "Sold: the orders of the last {days} days. Restock: enough for {cover} more days."
            )
            self.set_hint(text.format(days=view.days, cover=view.cover))
        else:
            self.set_hint(self.tr("No orders yet: import them, and it says how long stock lasts."))
        self._choose()

    def _show_cases(self, cases: tuple[StockCase, ...]) -> None:
        while item := self.cases.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.case_card.setVisible(bool(cases))
        self.case_card.set_title(self.tr("Sold, but not there"), count=count_text(len(cases)))
        for number, case in enumerate(cases[:CASES]):
            title, _mind = words.place_words(path.place(case))
            row = TaskRow(
                self.tr("{order}: {step}").format(order=words.case_title(case), step=title),
                words.case_line(case),
                icon="products",
                tone="warn",
                verb=self.tr("Go on"),
                line=number > 0,
                parent=self.case_card,
            )
            row.acted.connect(partial(self.go_on, case.id))
            self.cases.addWidget(row)
        if len(cases) > CASES:
            more = self.tr("%n more after these", "", len(cases) - CASES)
            self.cases.addWidget(small(more, parent=self.case_card))

    def set_hint(self, text: str) -> None:
        """What the figures are, or what was exported."""
        self.hint.setText(text)

    def _choose(self, *_row: object) -> None:
        reason = self.tr("Choose a product above")
        chosen = self.table.current_row() is not None
        for button in (self.case_button, self.correct_button):
            if chosen:
                button.enable()
            else:
                button.disable(reason)

    def _table(self, _filtered: bool) -> Sheet:
        from ksdesk.ui.products.table_out import stock_sheet

        return stock_sheet(self.tr("Running low"), self.model.rows)

    # -- what is done

    def _open(self, sheet: SheetDialog) -> None:
        self.sheet = sheet
        sheet.open()

    @Slot(object)
    def correct(self, line: StockLine) -> None:
        """Correct the stock of a line."""
        self._open(CorrectionSheet(self.ctx, line.product, line.sku_key, self))

    @Slot()
    def _correct_chosen(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.correct(line)

    @Slot()
    def _case_of_chosen(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self._open(StockCaseSheet(self.ctx, line.product, parent=self))

    def go_on(self, number: int) -> None:
        """Go on with an open case."""
        self._open(StockCaseSheet(self.ctx, None, number, self))

    def _heard(self, changes: Changes) -> None:
        if changes.topics & {"products", "deposit", "guide"}:
            self.refresh()


def open_stock(page: QWidget, ctx: Context) -> StockSheet:
    """Show the low-stock list over a page."""
    sheet = StockSheet(ctx, page)
    sheet.open()
    return sheet


def open_case(page: QWidget, ctx: Context, number: int) -> StockCaseSheet:
    """Go on with a case over a page."""
    sheet = StockCaseSheet(ctx, None, number, page)
    sheet.open()
    return sheet


def _look(ctx: Context) -> tuple[StockView, tuple[StockCase, ...]]:
    view = stock.look(ctx.reader, ctx.rules(), ctx.clock())
    return view, stock_case.open_cases(ctx.reader)


def _key(line: StockLine) -> tuple[int, str]:
    return line.product.id, line.sku_key


def _title(line: StockLine) -> str:
    return line.product.title


def _stock(line: StockLine) -> int | None:
    return line.stock


def _stock_tone(line: StockLine) -> str:
    return "text" if line.stock else "bad"


def _sold(line: StockLine) -> int | None:
    return line.sold or None


def _left(line: StockLine) -> str:
    return words.left_text(line)


def _tone(line: StockLine) -> str:
    """Red for what is gone within days, whatever the threshold says."""
    return "bad" if line.soon or not line.stock else "text"


def _left_days(line: StockLine) -> int | None:
    return 0 if not line.stock else line.left


def _threshold(line: StockLine) -> int | None:
    return line.threshold


def _get(line: StockLine) -> int | None:
    return line.get or None


def _get_text(pieces: int) -> str:
    return f"+{count_text(pieces)}"
