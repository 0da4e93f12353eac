"""图片和详情: the pictures of a product by their roles, and what is written below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ksdesk.domain.products import Product
from ksdesk.domain.products.limits import TEXTS, Finding
from ksdesk.ui.parts.fields import TextField
from ksdesk.ui.products.pictures.strip import PictureStrip
from ksdesk.ui.products.section import Limited, ProductSection
from ksdesk.ui.shell.context import Context

# The role, the rule that its counter or its shape stands on, whether there is but one.
ROLES = (
    ("main", "products.images.most", False),
    ("detail", "products.detail_images.most", False),
    ("white", "products.white_image.side", True),
    ("clear", "products.clear_image.side", True),
)


class PicturesSection(ProductSection):
    """Main and detail pictures, the one on white ground and the one without, text and manual."""

    def __init__(self, ctx: Context, product: Product, parent: QWidget | None = None) -> None:
        super().__init__(ctx, product, parent)
        self.strips = {
            role: self._make_strip(product, role, rule, single) for role, rule, single in ROLES
        }
        self.text = TextField(self.tr("Detail text"), rows=4)
        self.text.set_text(product.details.text)
        self.manual = TextField(self.tr("Instructions"), rows=4)
        self.manual.set_text(product.details.manual)
        counted = {code: (most, count) for code, _least, most, count in TEXTS}
        self._limited = {
            code: Limited(code, field, self.rules, counted[code][1], counted[code][0])
            for code, field in (("text", self.text), ("manual", self.manual))
        }
        self.column.addWidget(self.strips["main"])
        self.column.addWidget(self.strips["detail"])
        self.beside(self.strips["white"], self.strips["clear"])
        self.beside(self._limited["text"], self._limited["manual"])
        self.text.edited.connect(self._on_edited)
        self.manual.edited.connect(self._on_edited)

    def _make_strip(self, product: Product, role: str, rule: str, single: bool) -> PictureStrip:
        pictures = [p for p in product.details.pictures if p.role == role]
        most = 1 if single else (self.rules.whole(rule) if rule in self.rules else 0)
        strip = PictureStrip(self.ctx, role, pictures, self.rules, rule, most, self)
        strip.edited.connect(self.edited)
        return strip

    def heading(self) -> str:
        return self.tr("Pictures and details")

    def _on_edited(self, _text: object) -> None:
        self.edited.emit()

    def written(self, product: Product) -> Product:
        details = replace(
            product.details,
            pictures=tuple(p for role, *_ in ROLES for p in self.strips[role].pictures),
            text=self.text.text(),
            manual=self.manual.text(),
        )
        return replace(product, details=details)

    def judge(self, findings: Sequence[Finding]) -> None:
        for strip in self.strips.values():
            strip.judge(findings)
        for limited in self._limited.values():
            limited.judge(findings)

    def place_of(self, field: str) -> QWidget | None:
        return self.strips.get(field) or self._limited.get(field)
