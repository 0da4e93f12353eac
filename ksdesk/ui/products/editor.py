"""The sheet in which one product is written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.products import STATES, Product, missing
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import Sheet
from ksdesk.ui.parts.fields import LineField, NumberField, TextField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.products.words import gap_words, state_word


class ProductSheet(Sheet):
    """Edits a product. `saved(product)` when it is to be kept; Esc leaves all as it was."""

    saved = Signal(object)

    def __init__(self, product: Product, parent: QWidget) -> None:
        heading = self._heading(product)
        super().__init__(heading, name="product", width=560, parent=parent)
        self.product = product
        self.title_field = LineField(self.tr("Title"), text=product.title)
        self.category = LineField(self.tr("Category"), text=product.category)
        self.price = MoneyField(self.tr("Price"))
        self.price.set_value(product.price)
        self.stock = NumberField(self.tr("Stock"), unit=self.tr("pcs"))
        self.stock.set_value(product.stock)
        self.selling_point = LineField(self.tr("Selling point"), text=product.selling_point)
        self.link = TextField(
            self.tr("Link or share text"),
            placeholder=self.tr("Paste it as you copied it; it is kept to the letter"),
        )
        self.link.set_text(product.link)
        self.note = TextField(self.tr("Note"), rows=2)
        self.note.set_text(product.note)
        options = [(state, state_word(state)) for state in STATES]
        self.state = ChoiceField(self.tr("State"), options, product.state)
        self._lay_out()
        self.keep = MainButton(self.tr("Save product"), height=32)
        self.keep.clicked.connect(self._save)
        leave = SecondButton(self.tr("Leave unchanged"))
        leave.clicked.connect(self.reject)
        self.set_buttons(self.keep, leave)
        for field in (self.title_field, self.price, self.stock, self.link, self.state):
            field.edited.connect(self._judge)
        self.finished.connect(self.deleteLater)
        self._judge()
        self.title_field.setFocus()

    def _heading(self, product: Product) -> str:
        if product.id:
            return self.tr("Edit product")
        if product.way == "link":
            return self.tr("Link from another platform")
        return self.tr("New product")

    def _lay_out(self) -> None:
        link = self.product.way == "link"
        if link:
            self.add(self.link)
        self.add(self.title_field)
        self.add_layout(_row(self.category, self.state))
        self.add_layout(_row(self.price, self.stock))
        self.add(self.selling_point)
        self.add(self.note)
        self.link.setVisible(link)
        self.stock.setVisible(not link)

    def _written(self) -> Product:
        stock = self.stock.value()
        return replace(
            self.product,
            title=self.title_field.text().strip(),
            category=self.category.text().strip(),
            price=self.price.value(),
            stock=None if stock is None else round(stock),
            selling_point=self.selling_point.text().strip(),
            link=self.link.text(),
            note=self.note.text(),
            state=str(self.state.value()),
        )

    def _judge(self, *_edited: object) -> None:
        written = self._written()
        gaps = missing(written)
        self.state.clear_verdict()
        if self.price.is_wrong() or self.stock.is_wrong():
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif gaps and written.state in ("ready", "listed"):
            words = self.tr("Still missing: {gaps}. Keep it as a draft until then.")
            self.state.set_verdict("bad", words.format(gaps=gap_words(gaps)))
            self.keep.disable(words.format(gaps=gap_words(gaps)))
        elif not (written.title or written.link.strip()):
            self.keep.disable(self.tr("Give it a title first"))
        else:
            self.keep.enable()

    def _save(self) -> None:
        self.saved.emit(self._written())
        self.accept()


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in fields:
        row.addWidget(field, 1)
    return row
