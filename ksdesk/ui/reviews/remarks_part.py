"""看出什么, and what sold of what was shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.reviews.looking import Review
from ksdesk.domain.reviews.remarks import MOST, Remark
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Label, body, heading, small
from ksdesk.ui.parts.texts import NOTHING, money_text
from ksdesk.ui.reviews.remark_words import remark_text
from ksdesk.ui.reviews.titled_part import TitledPart

SHOWN = 8
"""So many products are listed; the rest is counted."""


class RemarksPart(QWidget):
    """Each with an icon that says whether it is good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("What stands out"), parent=self))
        self.lines: list[tuple[QWidget, Icon, Label]] = []
        for _ in range(MOST):
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            icon = Icon("good", "good", 18, holder)
            label = body(wrap=True, parent=holder)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            column.addWidget(holder)
            self.lines.append((holder, icon, label))
        self.nothing = small(
            self.tr("Nothing stands out: about as usual, or too little is known."),
            wrap=True,
            parent=self,
        )
        column.addWidget(self.nothing)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show them."""
        self.nothing.setVisible(not remarks)
        for place, (holder, icon, label) in enumerate(self.lines):
            holder.setVisible(place < len(remarks))
            if place < len(remarks):
                icon.set(remarks[place].tone, remarks[place].tone)
                label.setText(remark_text(remarks[place]))


class SoldPart(TitledPart):
    """The running order, and what each product of it sold; then what sold besides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Shown and sold"), parent=parent)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        self.column.addLayout(self._rows)
        self.foot = small("", wrap=True, parent=self)
        self.column.addWidget(self.foot)

    def show_review(self, review: Review) -> None:
        """Show it; gone where nothing was shown and nothing sold."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        sold = review.sold
        self.setVisible(bool(sold))
        self.hint.setText(review.running or self.tr("no running order of that day"))
        for row, product in enumerate(sold[:SHOWN]):
            place = str(product.place) if product.place else "+"
            orders = self.tr("%n orders", "", product.orders) if product.orders else NOTHING
            cells = (
                small(place, parent=self),
                body(product.title, elide=True, parent=self),
                Label(orders, tone="muted", parent=self),
                heading(money_text(product.paid) if product.orders else "", parent=self),
            )
            for column, cell in enumerate(cells):
                if column > 1:
                    cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._rows.addWidget(cell, row, column)
                cell.show()
        more = len(sold) - SHOWN
        words = [self.tr("and %n more products", "", more)] if more > 0 else []
        if any(not product.place for product in sold[:SHOWN]) and review.running:
            words.append(self.tr("+ sold without being in the running order"))
        if not review.covered:
            said = self.tr("The book has only %n orders of it: import the rest", "", review.orders)
            words.append(said)
        self.foot.setText("\n".join(words))
        self.foot.setVisible(bool(words))
