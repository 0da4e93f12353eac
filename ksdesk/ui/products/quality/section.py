"""The check before listing as the last part of a product's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.quality import QualityCheck
from ksdesk.ui.products.quality.card import QualityCard
from ksdesk.ui.products.quality.words import short_word
from ksdesk.ui.products.section import ProductSection
from ksdesk.ui.shell.context import Context


class QualitySection(ProductSection):
    """Answers, papers and words of the product as it is typed in the parts before."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        self.title_label.hide()  # the card has a heading of its own
        self._placed = False
        self.card = QualityCard(ctx, self)
        self.card.show_product(product)
        self.column.addWidget(self.card)
        self.card.edited.connect(self.edited)

    def heading(self) -> str:
        return self.tr("Check")

    def written(self, product: Product) -> Product:
        written = replace(product, quality=self.card.quality())
        if written != self.card.product:
            self.card.set_product(written)
        return written

    def open_checks(self, product: Product) -> Sequence[QualityCheck]:
        return () if self.card.may_be_ready() else self.card.open_checks()

    def check_word(self, check: QualityCheck) -> str:
        return short_word(check)

    def place_of(self, field: str) -> QWidget | None:
        return self.card if field == "checks" else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._placed:  # its labels lost their colours to the parent they got since
            self._placed = True
            self.card.show_product(self.card.product)
