"""店铺类型: who may open which shop, the papers it needs, company code and brand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.domain.opening.fields import verdict_field
from ksdesk.domain.opening.identity import check_uscc, compact_uscc
from ksdesk.domain.opening.papers import photographed
from ksdesk.domain.opening.shop_types import SHOP_TYPES, ShopType, shop_type
from ksdesk.ui.opening import check_words, type_words
from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.opening.screens import Mirrored
from ksdesk.ui.opening.steps.brand import BrandForm
from ksdesk.ui.opening.steps.papers import PaperList
from ksdesk.ui.opening.steps.rule_centre import RuleCentre
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.parts import shop_type_words
from ksdesk.ui.parts.buttons import Button
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

STEP = "type.choose"


class TypeRow(Button):
    """One shop type: its name, and who may open it."""

    def __init__(self, kind: ShopType, parent: QWidget | None = None) -> None:
        self.who = type_words.said(type_words.WHO[kind.who])
        super().__init__(shop_type_words.type_name(kind.code), parent=parent)
        self.code = kind.code
        self.setCheckable(True)
        self.setAccessibleName(f"{self.text()}, {self.who}")
        set_tip(self, self.who)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def look(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "accent_soft", "accent_text", "text"
        return ("sub" if self.hot() else ""), "", "text"

    def sizeHint(self) -> QSize:
        return QSize(240, theme_of(self).px(40))

    def paint_content(self, painter: QPainter, ink: str) -> None:
        theme = theme_of(self)
        on = self.isChecked()
        circle = QRectF(14, self.height() / 2 - 8, 16, 16)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent" if on else "control"), 1))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(circle.adjusted(4, 4, -4, -4))
        painter.setFont(theme.font(BODY, on))
        painter.setPen(theme.color("text"))
        left = 44.0
        width = theme.metrics(BODY, on).horizontalAdvance(self.text()) + 2
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, 0, width, self.height()), middle, self.text())
        room = QRectF(left + width + 16, 0, self.width() - left - width - 28, self.height())
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.color("muted"))
        words = theme.metrics(SMALL).elidedText(
            self.who, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words
        )


class ShopTypeView(StepView):
    """Seven types; what the chosen one needs unfolds below."""

    def __init__(self, ctx: Context, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._drafts = drafts
        self._chosen = ""
        self._uscc_verdict: dict[str, Any] | None = None
        self._group = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.rows = {kind.code: TypeRow(kind, self) for kind in SHOP_TYPES}
        for number, row in enumerate(self.rows.values()):
            self._group.addButton(row, number)
            column.addWidget(row)
        self._group.buttonClicked.connect(self._choose)
        self.body.addLayout(column)
        self.papers = PaperList(self)
        self.papers.ticked.connect(self.edited)
        self.uscc = LineField(
            self.tr("Unified social credit code"), tall=True, placeholder=self.tr("18 characters")
        )
        self.uscc.edited.connect(self._uscc_edited)
        self.uscc.finished.connect(self._judge_uscc)
        self.brand = BrandForm(ctx, self)
        self.brand.edited.connect(self.edited)
        self.centre = RuleCentre(ctx, self)
        self.centre.seen.clicked.connect(self._changed)
        for part in (self.papers, self.uscc, self.brand, self.centre):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._unfold()

    def _changed(self, *_args: object) -> None:
        self.edited.emit()

    def _choose(self, row: Button) -> None:
        assert isinstance(row, TypeRow)
        self._chosen = row.code
        self._unfold()
        self._check_uscc()
        self.edited.emit()

    def _unfold(self) -> None:
        """Show what the chosen type asks for."""
        kind = shop_type(self._chosen) if self._chosen else None
        self.papers.setVisible(kind is not None)
        if kind is not None:
            self.papers.show_type(kind)
        self.uscc.setVisible(kind is not None and kind.needs_uscc)
        self.brand.setVisible(kind is not None and kind.needs_brand)
        if kind is not None and kind.needs_brand:
            self.brand.show_type(kind)

    # -- company code

    def _uscc_edited(self, _text: str) -> None:
        self._check_uscc()
        self.edited.emit()

    def _check_uscc(self) -> None:
        text = self.uscc.text()
        if not text.strip() or not self._chosen:
            self._uscc_verdict = None
            self.uscc.clear_verdict()
            return
        verdict = check_uscc(text, shop_type(self._chosen).subject)
        self._uscc_verdict = verdict_field(verdict, self.ctx.clock().date())
        if verdict.codes == ("wrong_length",) and self.uscc.edit.hasFocus():
            self.uscc.clear_verdict()  # still typing; said when the field is left
            return
        self.uscc.set_verdict(*check_words.number_line(verdict.reasons, verdict.level))

    def _judge_uscc(self) -> None:
        text = self.uscc.text()
        if text.strip() and self._chosen:
            verdict = check_uscc(text, shop_type(self._chosen).subject)
            self.uscc.set_verdict(*check_words.number_line(verdict.reasons, verdict.level))

    # -- the step's contract

    def fill(self, fields: Mapping[str, Any]) -> None:
        self._chosen = str(fields.get("shop_type") or "")
        for code, row in self.rows.items():
            row.setChecked(code == self._chosen)
        self.papers.set_ticked(fields.get("papers") or ())
        self.uscc.set_text(str(fields.get("uscc") or ""))
        self.brand.fill(fields)
        self.centre.seen.setChecked(bool(fields.get("rule_centre_seen")))
        self._unfold()
        self._check_uscc()

    def refresh(self) -> None:
        self.papers.show_seen(photographed(self._drafts.fields("realname.upload")))

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "shop_type": self._chosen,
            "papers": sorted(self.papers.ticked_codes()),
            "uscc": compact_uscc(self.uscc.text()),
            "rule_centre_seen": self.centre.seen.isChecked(),
            **self.brand.fields(),
        }
        if self._uscc_verdict is not None:
            found["uscc_verdict"] = self._uscc_verdict
        return found

    def mirror(self) -> Mirrored:
        return Mirrored(shop_type=shop_type_words.PLATFORM.get(self._chosen, ""))

    def next_words(self) -> tuple[str, bool]:
        if not self._chosen:
            return self.tr("Go on for now"), False
        return self.tr("Next step"), False
