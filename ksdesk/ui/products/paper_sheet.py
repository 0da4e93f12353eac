"""The sheet in which a paper (资质) is noted: which, whose, and how long it holds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.products.quality.words import paper_word

OTHER = ""
NAME_LIMIT = 60


class PaperSheet(SheetDialog):
    """Notes a paper (id 0: a new one). `kept(paper)`, or `dropped(paper)` for the bin.

    kinds: the papers of the rule book; a product that is not in the book yet can have papers of
    its category or the whole shop only.
    """

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(
        self,
        paper: ProductPaper,
        product: Product,
        kinds: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name="product-paper", width=520, parent=parent)
        heading = self.tr("Change a paper") if paper.id else self.tr("Add a paper")
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self.set_sentence(self.tr("You are reminded before it ends. No picture of it is kept."))
        self.paper, self.product = paper, product
        known = [(kind, paper_word(kind)) for kind in kinds]
        self.kind = ChoiceField(
            self.tr("Paper"), [*known, (OTHER, self.tr("Another one"))], parent=self
        )
        if paper.kind:
            self.kind.set_value(paper.kind if paper.kind in kinds else OTHER)
        self.name = LineField(
            self.tr("Its name or number"), text=paper.name, limit=NAME_LIMIT, parent=self
        )
        if paper.kind not in kinds and not paper.name:
            self.name.set_text(paper.kind)
        self.scope = ChoiceField(self.tr("Holds for"), self._scopes(), parent=self)
        self.scope.set_value(_scope(paper))
        self.until = DateField(self.tr("Last day"), parent=self)
        self.until.set_value(paper.valid_to)
        self.for_ever = Check(self.tr("Without an end"), parent=self)
        self.for_ever.setChecked(bool(paper.id) and paper.valid_to is None)
        self._lay_out()
        self.kind.edited.connect(self._tidy)
        self.for_ever.toggled.connect(self._tidy)
        self.finished.connect(self.deleteLater)
        self._tidy()

    def _scopes(self) -> list[tuple[object, str]]:
        product = self.product
        scopes: list[tuple[object, str]] = []
        if product.id:
            scopes.append(("product", self.tr("This product")))
        category = self.paper.category.strip() or product.category.strip()
        if category:
            text = self.tr("All of “{category}”").format(category=category)
            scopes.append(("category", text))
        scopes.append(("shop", self.tr("All you sell")))
        return scopes

    def _lay_out(self) -> None:
        self.add(self.kind)
        self.add(self.name)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.scope, 1)
        row.addWidget(self.until, 1)
        self.add_layout(row)
        self.add(self.for_ever)
        self.main = MainButton(self.tr("Save the paper"), height=32, parent=self)
        self.main.clicked.connect(self._keep)
        leave = self.leave_button()
        self.drop_button = SecondButton(self.tr("Take it away"), "trash", parent=self)
        self.drop_button.clicked.connect(self._drop)
        self.drop_button.setVisible(bool(self.paper.id))
        self.set_buttons(self.main, leave, self.drop_button)

    def _tidy(self, *_edited: object) -> None:
        self.until.setEnabled(not self.for_ever.isChecked())
        if self.for_ever.isChecked():
            self.until.clear_verdict()
        self.name.clear_verdict()

    def _keep(self) -> None:
        kind, name = str(self.kind.value()), self.name.text().strip()
        if kind == OTHER and not name:
            self.name.set_verdict("bad", self.tr("Say which paper it is"))
            return
        until = None if self.for_ever.isChecked() else self.until.value()
        if until is None and not self.for_ever.isChecked():
            if not self.until.is_wrong():
                self.until.set_verdict("bad", self.tr("Fill in the day, or tick “Without an end”"))
            return
        scope = self.scope.value()
        category = self.paper.category.strip() or self.product.category.strip()
        self.kept.emit(
            replace(
                self.paper,
                kind=kind or name,
                name=name if kind else "",
                product=self.product.id if scope == "product" else None,
                category=category if scope == "category" else "",
                valid_to=until,
            )
        )
        self.accept()

    def _drop(self) -> None:
        self.dropped.emit(self.paper)
        self.accept()


def _scope(paper: ProductPaper) -> str:
    if paper.product is not None:
        return "product"
    return "category" if paper.category.strip() else "shop"
