"""The line above what is to be shipped: what is late and what that may cost, what is not known."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.orders.queue import ShippingQueue, pressing
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.texts import yuan_text
from ksdesk.ui.shell.context import Context


class QueueLine(QWidget):
    """`hours_asked` when the seller wants to say the hours; `speaks` while there is something."""

    hours_asked = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.speaks = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_queue(self, queue: ShippingQueue, now: datetime) -> None:
        """Say what there is to say."""
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._tell_pressing(queue, now)
        unknown, blocked = len(queue.unknown()), len(queue.blocked())
        if unknown:
            text = self.tr("%n orders do not say until when", "", unknown)
            self._row.addWidget(small(text, tone="warn"))
        if unknown or queue.rows:
            word = self.tr("Fill in your hours ›") if unknown else self.tr("Your hours ›")
            hours = TextButton(word, small=True, inline=True)
            hours.clicked.connect(self.hours_asked)
            self._row.addWidget(hours)
        if blocked:
            text = self.tr("%n must not be shipped yet", "", blocked)
            self._row.addWidget(small(text, tone="bad"))
            self._add_rule("shipping.do_not_ship")
        self._row.addStretch(1)
        self.speaks = bool(queue.rows)

    def _tell_pressing(self, queue: ShippingQueue, now: datetime) -> None:
        pressed = pressing(queue.rows, now)
        if pressed.late:
            text = self.tr("%n late", "", len(pressed.late))
            if pressed.cost:
                may = self.tr("that may cost {amount}, not confirmed")
                text = f"{text} · {may.format(amount=yuan_text(pressed.cost))}"
            self._row.addWidget(small(text, tone="bad"))
            if pressed.cost:
                self._add_rule("shipping.late.percent")
        if pressed.near:
            text = self.tr("%n to be sent today", "", len(pressed.near))
            self._row.addWidget(small(text, tone="warn"))

    def _add_rule(self, key: str) -> None:
        rules = self.ctx.rules().on(self.ctx.clock().date())
        if key in rules:
            self._row.addWidget(RuleLink(rules[key], parent=self))
