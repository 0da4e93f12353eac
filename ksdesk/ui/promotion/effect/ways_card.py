"""What each way brought in some days, by its reports and the shop's costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.breakdown import Paid, PaidTotal
from ksdesk.domain.promotion.plans import way_of
from ksdesk.domain.promotion.profit import Earned
from ksdesk.domain.promotion.ways import CALLED, UNNAMED
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.table.cells import wanted_width
from ksdesk.ui.parts.texts import count_text, counted, money_text, number_text, signed_money_text
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.words import joined
from ksdesk.ui.shell.theme import theme_of

NARROW = 900  # px of the card below which columns give way
GIVE_WAY = ("reported", "roi", "per_fan", "before", "per_order")
"""What leaves first on a narrow page, and as far as need be where words are long."""
_LEAVES = 3
"""So many of them leave a narrow page, and at most for a long name."""
_JUST = 0.01
"""A net of less than that of the spend is neither won nor lost."""


class WaysCard(Card):
    """A row a way, the dearest first. `costs_wanted` leads to what is not filled in."""

    costs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Net of the paid ways"), flush=True, parent=parent)
        self.model = RowsModel(
            self._columns(),
            key=lambda paid: paid.key,
            is_sum=lambda paid: isinstance(paid, PaidTotal),
            parent=self,
        )
        self.table = TableView(
            self.model, name=self.tr("Net of each way"), row_height=40, parent=self
        )
        self.add(self.table)
        self.missing = small(parent=self)
        self.fill_in = TextButton(self.tr("Fill in ›"), small=True, inline=True, parent=self)
        self.fill_in.clicked.connect(self.costs_wanted)
        self.note = small(wrap=True, parent=self)
        foot = self.add_footer((self.missing, self.fill_in), (self.note,))
        foot.setStretch(2, 0)
        foot.setStretchFactor(self.note, 1)

    def _columns(self) -> list[Column]:
        fen, right = money_text, "right"
        return [
            Column(
                "way",
                self.tr("Way"),
                self._name,
                icon=_icon,
                minimum=104,
            ),
            Column("net", self.tr("Net ¥"), _net, signed_money_text, right, bold=True),
            Column("verdict", self.tr("Verdict"), _net, pill=self._verdict, width=64),
            Column("spend", self.tr("Spent"), lambda paid: paid.spend or None, fen, right),
            Column("reported", self.tr("Reported"), lambda p: p.reported, fen, right, tone="muted"),
            Column("before", self.tr("Before spend"), _of("before_ads"), fen, right),
            Column("roi", self.tr("Kept ROI"), _of("roi"), _ratio, right, tone="muted"),
            Column("told", self.tr("Reported ROI"), _roi, _ratio, right, bold=True),
            Column("bar", self.tr("Past break-even?"), _roi, _ratio, bar=_bar, width=132),
            Column("even", self.tr("Break-even"), _of("break_even"), _ratio, right),
            Column("per_order", self.tr("Per order"), lambda p: p.per_order, _fen, right),
            Column("per_fan", self.tr("Per fan"), lambda p: p.per_fan, _fen, right),
        ]

    def _name(self, paid: Paid) -> str:
        if not isinstance(paid, PaidTotal):
            return words.name(paid.key)
        if not paid.without:
            return self.tr("All")
        return self.tr("All but {ways}").format(ways=joined(map(words.name, paid.without)))

    def _verdict(self, paid: Paid) -> tuple[str, str] | None:
        net = _net(paid)
        if net is None:
            return None
        if abs(net) < _JUST * paid.spend:
            return "neutral", self.tr("Breaks even")
        return ("good", self.tr("Earns")) if earns(paid) else ("bad", self.tr("Loses"))

    def show_ways(self, ways: Sequence[Paid], rates: Earned, days: int) -> None:
        """Show what they left in so many days (0: all that the book knows), those of the three that
        cost nothing, and the sum; `rates` tell which orders are left out of what they go by."""
        text = self.tr("Net of the paid ways in all")
        if days:
            one = self.tr("Net of the paid ways in 1 day")
            text = counted(days, one, self.tr("Net of the paid ways in {n} days"))
        self.set_title(
            text,
            self.tr("Past the tick it earns. Break-even = platform's sales ÷ what stays before it"),
        )
        kinds = {way_of(paid.key) for paid in ways if paid.key != UNNAMED}
        unused = (Paid(called, 0) for way, called in CALLED.items() if way not in kinds)
        self.model.set_rows([*ways, *unused, *([PaidTotal.of(ways)] if ways else [])])
        self.table.fit_height()
        self._give_way()
        text = self.tr("Orders without a cost, left out: {n} (paid {paid})")
        if rates.untold:
            text = self.tr("Orders left out: {n} (paid {paid}), refund not told: {untold}")
        self.missing.setText(
            text.format(
                n=count_text(rates.left_out),
                paid=money_text(rates.left_paid),
                untold=count_text(rates.untold),
            )
        )
        self.missing.setVisible(bool(rates.left_out))
        self.fill_in.setVisible(bool(rates.without_cost))
        text = self.tr("Estimated by the refunds and costs of its products, else of the shop")
        clean = [f"{words.name(p.key)} {signed_money_text(p.clean.net)}" for p in ways if p.clean]
        if clean:
            without = self.tr("Without suspect hours: {ways}").format(ways=joined(clean))
            text = f"{without} · {text}"
        untold = [f"{words.name(p.key)} {money_text(p.untold)}" for p in ways if p.untold]
        if untold:
            told = self.tr("No report tells what these sold: {ways}").format(ways=joined(untold))
            text = f"{told} · {text}"
        self.note.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Hide columns one by one until nothing has to be scrolled to, and the names are whole."""
        gone = _LEAVES if self.width() < NARROW else 0
        self.table.set_hidden(set(GIVE_WAY[:gone]))
        while gone < len(GIVE_WAY) and (self._too_wide() or (gone < _LEAVES and self._name_cut())):
            gone += 1
            self.table.set_hidden(set(GIVE_WAY[:gone]))

    def _too_wide(self) -> bool:
        return self.table.header().length() > self.table.viewport().width()

    def _name_cut(self) -> bool:
        columns, rows = self.model.columns, self.model.rows
        wanted = wanted_width(theme_of(self), columns[0], 0, rows, bold=True)
        return self.table.columnWidth(0) < wanted


def earns(paid: Paid) -> bool:
    """Whether the table says that it earns."""
    net = _net(paid)
    return net is not None and net > 0 and net >= _JUST * paid.spend


def _icon(paid: Paid) -> tuple[str, str] | None:
    return None if isinstance(paid, PaidTotal) else (words.icon(paid.key), "muted")


def _roi(paid: Paid) -> float | None:
    return paid.reported_roi


def _bar(paid: Paid) -> tuple[float, str] | None:
    """How far the platform's return reaches, held against its own break-even."""
    even = None if paid.sales is None else paid.sales.break_even
    if even is None or paid.reported_roi is None:
        return None
    reach = paid.reported_roi / even
    tone = "muted" if abs(reach - 1) < _JUST else "series_1" if reach > 1 else "bad"
    return reach, tone


def _net(paid: Paid) -> int | None:
    return None if paid.sales is None else paid.sales.net


def _of(field: str):
    return lambda paid: None if paid.sales is None else getattr(paid.sales, field)


def _ratio(value: float) -> str:
    return number_text(value, 2)


def _fen(value: float) -> str:
    return money_text(round(value))
