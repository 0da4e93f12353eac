"""规则中心: where the platform's own rules are, as text and as a code for the phone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.opening.shop_types import RULE_CENTRE
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.labels import Label, heading, small
from ksdesk.ui.parts.qr import QrView
from ksdesk.ui.shell.context import Context


class RuleCentre(Card):
    """Address, QR code, and whether the seller has looked."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(fill="sub", parent=parent)
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(heading(self.tr("The platform's rule centre (规则中心)"), wrap=True))
        words.addWidget(
            small(
                self.tr(
                    "Scan it with the phone: categories, brands and deposits are looked up there."
                    " ksdesk itself never goes online."
                ),
                wrap=True,
            )
        )
        self.address = Label(RULE_CENTRE.removeprefix("https://"), select=True, wrap=True)
        words.addWidget(self.address)
        self.seen = Check(self.tr("I have looked it up"))
        words.addWidget(self.seen)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.code = QrView(RULE_CENTRE)
        row.addWidget(self.code)
        self.add_layout(row)
