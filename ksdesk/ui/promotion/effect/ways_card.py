"""What each way brought in the last 30 days, by its reports and the shop's costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.breakdown import Paid
from ksdesk.domain.promotion.plans import WAYS, way_of
from ksdesk.domain.promotion.profit import Earned
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, money_text, number_text, signed_money_text
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.words import joined

NARROW = 900  # px of the card below which columns give way
GIVE_WAY = {"reported", "roi", "per_fan"}
_JUST = 0.01
"""A net of less than that of the spend is neither won nor lost."""


class WaysCard(Card):
    """A row a way, the dearest first. `costs_wanted` leads to what is not filled in."""

    costs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What the paid ways left in 30 days"), flush=True, parent=parent)
        self.model = RowsModel(self._columns(), key=lambda paid: paid.key, parent=self)
        self.table = TableView(
            self.model, name=self.tr("What each way left"), row_height=40, parent=self
        )
        self.add(self.table)
        self.missing = small(parent=self)
        self.fill_in = TextButton(self.tr("Fill in ›"), small=True, inline=True, parent=self)
        self.fill_in.clicked.connect(self.costs_wanted)
        self.note = small(elide=True, parent=self)
        self.add_footer((self.missing, self.fill_in), (self.note,))

    def _columns(self) -> list[Column]:
        fen, right = money_text, "right"
        return [
            Column(
                "way",
                self.tr("Way"),
                lambda paid: words.name(paid.key),
                icon=lambda paid: (words.icon(paid.key), "muted"),
                minimum=120,
            ),
            Column("net", self.tr("Net ¥"), _net, signed_money_text, right, 96, bold=True),
            Column("verdict", self.tr("Verdict"), _net, pill=self._verdict, width=80),
            Column("spend", self.tr("Spent"), lambda paid: paid.spend or None, fen, right, 88),
            Column("reported", self.tr("Platform's sales"), lambda p: p.reported, fen, right, 104),
            Column("before", self.tr("Stays before it"), _of("before_ads"), fen, right, 104),
            Column("roi", self.tr("After refunds"), _of("roi"), _ratio, right, 88),
            Column(
                "told",
                self.tr("Platform's return"),
                lambda p: p.reported_roi,
                _ratio,
                right,
                104,
                bold=True,
            ),
            Column("even", self.tr("Break-even"), _of("break_even"), _ratio, right, 72),
            Column("per_order", self.tr("Per order"), lambda p: p.per_order, _fen, right, 72),
            Column("per_fan", self.tr("Per fan"), lambda p: p.per_fan, _fen, right, 72),
        ]

    def _verdict(self, paid: Paid) -> tuple[str, str] | None:
        net = _net(paid)
        if net is None:
            return None
        if abs(net) < _JUST * paid.spend:
            return "neutral", self.tr("Just even")
        return ("good", self.tr("Earns")) if net > 0 else ("bad", self.tr("Loses"))

    def show_ways(self, ways: Sequence[Paid], rates: Earned) -> None:
        """Show them, and those of the three that cost nothing; `rates` tell which orders are left
        out of what they go by."""
        kinds = {way_of(paid.key) for paid in ways}
        self.model.set_rows([*ways, *(Paid(way, 0) for way in WAYS if way not in kinds)])
        self.table.fit_height()
        text = self.tr("Orders without a cost, left out: {n} (paid {paid})")
        self.missing.setText(
            text.format(n=count_text(rates.left_out), paid=money_text(rates.left_paid))
        )
        for widget in (self.missing, self.fill_in):
            widget.setVisible(bool(rates.left_out))
        text = self.tr(
            "Estimated: refunds and costs as its products (else the shop) had in the same days."
            " Break-even = platform's sales ÷ what stays before it"
        )
        clean = [f"{words.name(p.key)} {signed_money_text(p.clean.net)}" for p in ways if p.clean]
        if clean:
            without = self.tr("Without suspect hours: {ways}").format(ways=joined(clean))
            text = f"{without} · {text}"
        self.note.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_hidden(GIVE_WAY if self.width() < NARROW else set())


def _net(paid: Paid) -> int | None:
    return None if paid.sales is None else paid.sales.net


def _of(field: str):
    return lambda paid: None if paid.sales is None else getattr(paid.sales, field)


def _ratio(value: float) -> str:
    return number_text(value, 2)


def _fen(value: float) -> str:
    return money_text(round(value))
