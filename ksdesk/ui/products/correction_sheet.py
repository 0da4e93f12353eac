"""改库存: a stock as it really is, with the reason, and what was corrected before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.products import stock
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.stock.outlook import REASONS, StockMove, sku_key
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, short_moment_text
from ksdesk.ui.products.stock.words import change_text, reason_word
from ksdesk.ui.shell.context import Context

LEAST, MOST = 2, 5  # rows of the history that are shown
NOTE_LIMIT = 100
STOCK_RULE = "products.stock.most"


class CorrectionSheet(SheetDialog):
    """Corrects one product's stock, or one of its SKUs'. `written` once it is in the book."""

    written = Signal()

    def __init__(
        self, ctx: Context, product: Product, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", name="stock-correction", width=640, parent=parent)
        self.ctx, self.product = ctx, product
        self.title_label.setText(self.tr("Correct the stock"))
        self.setWindowTitle(self.tr("Correct the stock"))
        self.set_sentence(product.title)
        options = [(sku_key(sku), self._sku_text(sku)) for sku in product.skus]
        self.sku = ChoiceField(self.tr("Options"), options, key, parent=self)
        self.sku.setVisible(bool(options))
        self.now = LineField(self.tr("In the book"), unit=self.tr("pcs"), right=True, parent=self)
        self.now.set_read_only(True)
        self.after = NumberField(self.tr("Really there"), unit=self.tr("pcs"), parent=self)
        reasons = [(reason, reason_word(reason)) for reason in REASONS]
        self.reason = ChoiceField(self.tr("Why"), reasons, parent=self)
        self.note = LineField(self.tr("Note"), limit=NOTE_LIMIT, parent=self)
        self.note.keep_people_out()
        self._lay_out()
        self.sku.edited.connect(self._show_stock)
        self.after.edited.connect(self._judge)
        self.finished.connect(self.deleteLater)
        self._show_stock()
        ctx.jobs.run(self, ctx.reader.products.moves, product.id, done=self._show_moves)
        self.after.setFocus()

    def _sku_text(self, sku: Sku) -> str:
        return " / ".join(sku.options) or sku.code

    def _lay_out(self) -> None:
        self.add(self.sku)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in (self.now, self.after, self.reason):
            row.addWidget(field, 1)
        self.add_layout(row)
        self.add(self.note)
        self.model = RowsModel(self._columns(), key=_number, parent=self)
        self.table = TableView(
            self.model,
            name=self.tr("Corrections so far"),
            row_height=36,
            empty=self.tr("Not corrected yet"),
        )
        card = Card(self.tr("Corrections so far"), flush=True, parent=self)
        card.add(self.table)
        self.add(card)
        self.main = MainButton(self.tr("Correct it"), height=32, parent=self)
        self.main.clicked.connect(self._write)
        self.set_buttons(self.main, self.leave_button())

    def _columns(self) -> list[Column]:
        columns = [
            Column("at", self.tr("When"), _at, short_moment_text, width=104, tone="muted"),
            Column("change", self.tr("Stock"), _change, width=112),
            Column("reason", self.tr("Why"), _reason, reason_word, width=104),
            Column("note", self.tr("Note"), _note, tone="muted"),
        ]
        if self.product.skus:
            columns.insert(1, Column("sku", self.tr("Options"), _key, width=96))
        return columns

    def _standing(self) -> int | None:
        for sku in self.product.skus:
            if sku_key(sku) == self.sku.value():
                return sku.stock
        return self.product.stock

    def _show_stock(self, *_chosen: object) -> None:
        self.now.set_text(count_text(self._standing()))
        self.after.set_value(self._standing())
        self.after.edit.selectAll()
        self._judge()

    def _show_moves(self, moves: Sequence[StockMove]) -> None:
        self.model.set_rows(moves)
        self.table.fit_height(min(max(len(moves), LEAST), MOST))

    def _judge(self, *_edited: object) -> None:
        value, most = self.after.value(), self._most()
        if value is None:
            self.main.disable(self.tr("Fill in what is really there"))
        elif value < 0 or value != int(value):
            self.main.disable(self.tr("Whole pieces, not below 0"))
        elif value > most:
            self.main.disable(self.tr("At most {n}").format(n=count_text(most)))
        elif round(value) == self._standing():
            self.main.disable(self.tr("It is the same as in the book"))
        else:
            self.main.enable()
        wrong = value is not None and (value < 0 or value != int(value) or value > most)
        if wrong:
            self.after.set_verdict("bad", self.main.toolTip())
        elif self.after.verdict()[0]:
            self.after.clear_verdict()

    def _most(self) -> int:
        rules = self.ctx.rules().on(self.ctx.clock().date())
        return rules.whole(STOCK_RULE)

    @Slot()
    def _write(self) -> None:
        value = self.after.value()
        assert value is not None
        self.main.setEnabled(False)
        self.ctx.write(
            self,
            self.tr("correct a stock"),
            stock.correct,
            self.product,
            str(self.sku.value() or "") if self.product.skus else "",
            round(value),
            str(self.reason.value()),
            self.note.text(),
            self.ctx.clock(),
            done=self._done,
        )

    def _done(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Stock corrected"), undo=True)
        self.written.emit()
        self.accept()


def _number(move: StockMove) -> int:
    return move.id


def _at(move: StockMove) -> object:
    return move.at


def _key(move: StockMove) -> str:
    return move.sku_key


def _change(move: StockMove) -> str:
    return change_text(move.before, move.after)


def _reason(move: StockMove) -> str:
    return move.reason


def _note(move: StockMove) -> str:
    return move.note
