"""承诺: what the seller promises with the goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.limits import Finding
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.fields import NumberField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import figure_text
from ksdesk.ui.products.section import Limited, ProductSection
from ksdesk.ui.shell.context import Context

PRESALE = "presale"
_SPANS = ("shipping.promise.short", "shipping.promise.long")


class PromisesSection(ProductSection):
    """Return rule, service promises and the shipping promise, from the rule book's lists."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        details = product.details
        none = self.tr("Not chosen")
        words = _with(self._words("products.return_rules"), details.return_rule)
        self.return_rule = ChoiceField(
            self.tr("Return rule"),
            [("", none), *((word, word) for word in words)],
            details.return_rule,
        )
        self.shipping = ChoiceField(
            self.tr("Ships within"), self._spans(product, none), self._chosen_span(product)
        )
        self.days = NumberField(self.tr("Presale: days until shipping"), unit=self.tr("days"))
        if details.presale:
            self.days.set_value(details.shipping)
        self._limited = {
            "return_rule": Limited("return_rule", self.return_rule, self.rules),
            "shipping": Limited("shipping", self.shipping, self.rules),
        }
        self.beside(self._limited["return_rule"], self._limited["shipping"], self.days)
        self.promises: list[Check] = []
        self._add_promises(_with(self._words("products.promises"), *details.promises), product)
        self.return_rule.edited.connect(self._on_edited)
        self.shipping.edited.connect(self._on_edited)
        self.days.edited.connect(self._on_edited)
        self._show_days()

    def heading(self) -> str:
        return self.tr("Promises")

    def _words(self, key: str) -> tuple[str, ...]:
        return self.rules.words(key) if key in self.rules else ()

    def _spans(self, product: Product, none: str) -> list[tuple[object, str]]:
        spans = [self.rules.whole(key) for key in _SPANS if key in self.rules]
        kept = product.details.shipping
        if kept is not None and not product.details.presale and kept not in spans:
            spans.append(kept)  # what was promised once is shown, and the limits speak of it
        hours = [(span, figure_text(span, "seconds")) for span in spans]
        return [(None, none), *hours, (PRESALE, self.tr("Presale"))]

    def _chosen_span(self, product: Product) -> object:
        return PRESALE if product.details.presale else product.details.shipping

    def _add_promises(self, words: Sequence[str], product: Product) -> None:
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(small(self.tr("Service promises")))
        row = QHBoxLayout()
        row.setSpacing(24)
        for word in words:
            check = Check(word, word in product.details.promises, self)
            check.clicked.connect(self._on_edited)
            self.promises.append(check)
            row.addWidget(check)
        if "products.promises" in self.rules:
            link = RuleLink(self.rules["products.promises"], parent=self)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        box.addLayout(row)
        self.column.addLayout(box)

    def _on_edited(self, _value: object = None) -> None:
        self._show_days()
        self.edited.emit()

    def _show_days(self) -> None:
        presale = self.shipping.value() == PRESALE
        # Room is kept beside the others, so that they do not jump.
        self.days.setVisible(presale)
        policy = self.days.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.days.setSizePolicy(policy)

    def written(self, product: Product) -> Product:
        presale = self.shipping.value() == PRESALE
        days, span = self.days.value(), self.shipping.value()
        shipping = (None if days is None else round(days)) if presale else span
        details = replace(
            product.details,
            return_rule=str(self.return_rule.value() or ""),
            promises=tuple(check.text() for check in self.promises if check.isChecked()),
            shipping=shipping if isinstance(shipping, int) else None,
            presale=presale,
        )
        return replace(product, details=details)

    def judge(self, findings: Sequence[Finding]) -> None:
        for limited in self._limited.values():
            limited.judge(findings)

    def unreadable(self) -> bool:
        return self.shipping.value() == PRESALE and self.days.is_wrong()

    def place_of(self, field: str) -> QWidget | None:
        if field == "promises":
            return self.promises[0] if self.promises else None
        if field == "shipping" and self.shipping.value() == PRESALE:
            return self.days
        return self._limited.get(field)


def _with(words: Sequence[str], *kept: str) -> tuple[str, ...]:
    """The rule book's words and those that the product has beyond them."""
    return tuple(dict.fromkeys((*words, *(word for word in kept if word))))
