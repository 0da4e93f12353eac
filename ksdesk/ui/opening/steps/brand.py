"""品牌: what 专卖店, 旗舰店 and 专营店 are asked for, with the authorisation's last day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ksdesk.domain.opening.identity import check_validity
from ksdesk.domain.opening.shop_types import ShopType
from ksdesk.ui.opening import check_words
from ksdesk.ui.opening.type_words import AUTHORISATIONS, said
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.shell.context import Context


class BrandForm(QWidget):
    """Brand, trademark, authorisation and until when; `edited()` for each change by hand."""

    edited = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.warning = NoteBox(
            self.tr("Some brands cannot enter Kuaishou. Look yours up in the rule centre first."),
            icon="warn",
            tone="warn",
        )
        column.addWidget(self.warning)
        self.brand = LineField(self.tr("Brand"), tall=True)
        self.trademark = LineField(self.tr("Trademark: number or name"), tall=True)
        options = [("", "–"), *((code, said(text)) for code, text in AUTHORISATIONS.items())]
        self.authorisation = ChoiceField(self.tr("Authorisation"), options, "", tall=True)
        self.until = DateField(self.tr("Authorisation ends"), tall=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        for number, field in enumerate(
            (self.brand, self.trademark, self.authorisation, self.until)
        ):
            grid.addWidget(field, number // 2, number % 2)
            field.edited.connect(self._changed)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        column.addLayout(grid)

    def show_type(self, kind: ShopType) -> None:
        """What the type says of brands."""
        self.warning.setVisible(kind.brand_limited)
        if kind.min_brands > 1:
            caption = self.tr("Brands, at least {n}").format(n=kind.min_brands)
        else:
            caption = self.tr("Brand")
        self.brand.set_caption(caption)

    def _changed(self, _value: object) -> None:
        self._judge()
        self.edited.emit()

    def _judge(self) -> None:
        day = self.until.value()
        if day is None:
            self.until.clear_verdict()
            return
        verdict = check_validity(day, self._ctx.clock().date())
        (found,) = verdict.reasons
        if found.code == "expired":
            text = self.tr("Ended %n days ago, ask for a new one", "", int(found["days"]))
        elif found.code == "ends_soon":
            text = self.tr("Ends in %n days, renew it in time", "", int(found["days"]))
        else:
            self.until.set_verdict(*check_words.number_line(verdict.reasons, verdict.level))
            return
        self.until.set_verdict(verdict.level, text)

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Take over what the book holds."""
        self.brand.set_text(str(fields.get("brand") or ""))
        self.trademark.set_text(str(fields.get("trademark") or ""))
        self.authorisation.set_value(str(fields.get("authorisation") or ""))
        day = fields.get("authorisation_until")
        self.until.set_value(date.fromisoformat(day) if day else None)
        self._judge()

    def fields(self) -> dict[str, Any]:
        """What stands here, as it is kept."""
        day = self.until.value()
        return {
            "brand": self.brand.text(),
            "trademark": self.trademark.text(),
            "authorisation": self.authorisation.value(),
            "authorisation_until": day.isoformat() if day else None,
        }
