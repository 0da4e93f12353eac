"""One product of a month: what an order of it brings, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.domain.promotion.breakdown import GoodProfit, Profit
from ksdesk.domain.promotion.profit import Sales, split
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.texts import money_text, percent_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.profit.stack_bar import Key, StackBar
from ksdesk.ui.promotion.profit.words import said

_WAY = ("shipping", "return_shipping", "insurance")
_PARTS = (
    (("refunded",), "series_6", QT_TRANSLATE_NOOP("Profit", "Refunds {fen}")),
    (("goods_cost",), "series_1", QT_TRANSLATE_NOOP("Profit", "Goods {fen}")),
    (_WAY, "series_3", QT_TRANSLATE_NOOP("Profit", "Shipping {fen}")),
    (
        ("platform_fee", "commission", "penalties"),
        "series_5",
        QT_TRANSLATE_NOOP("Profit", "Fees {fen}"),
    ),
    (("spend",), "series_2", QT_TRANSLATE_NOOP("Profit", "Promotion {fen}")),
)
"""What an order's money goes to: fields of `Sales` that are shown together, and their colour."""


class GoodCard(Card):
    """`orders_wanted(good)`, `product_wanted(number)`, `plan_wanted(number)`, `costs_wanted`."""

    orders_wanted = Signal(object)
    product_wanted = Signal(int)
    plan_wanted = Signal(int)
    costs_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.good: GoodProfit | None = None
        self._plan = 0
        self.name = heading(elide=True, parent=self)
        self.pill = Pill("", "bad", parent=self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name)
        top.addWidget(self.pill)
        top.addStretch(1)
        self.add_layout(top)
        self.why = small(tone="text", wrap=True, parent=self)
        self.add(self.why)
        self.bar = StackBar(self)
        self.add(self.bar)
        self._keys = QWidget(self)
        self.keys: list[Key] = []
        self._flow = FlowLayout(self._keys, spacing=12, line_spacing=2)
        self.add(self._keys)
        self.orders = SecondButton("", height=32, parent=self)
        self.orders.clicked.connect(self._ask_orders)
        self.product = SecondButton(self.tr("Try another price ›"), height=32, parent=self)
        self.product.clicked.connect(self._ask_product)
        self.costs = SecondButton(self.tr("Fill in its cost ›"), height=32, parent=self)
        self.costs.clicked.connect(self.costs_wanted)
        self.plan = TextButton(self.tr("Its plan ›"), inline=True, parent=self)
        self.plan.clicked.connect(self._ask_plan)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.orders, self.product, self.costs):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.plan)
        self.add_layout(row)
        self.hide()

    def show_good(self, one: GoodProfit, profit: Profit, plans: Mapping[int, int]) -> None:
        """Show a product of a month; `plans` names the plan that spends on each product."""
        self.good, self._plan = one, plans.get(one.good[0], 0)
        count, net = one.earned.orders, None if one.costless else one.net
        self.name.setText(one.title)
        if net is not None and count:
            text = self.tr("{title}: each order loses {fen}")
            if net >= 0:
                text = self.tr("{title}: each order leaves {fen}")
            each = money_text(round(abs(net) / count))
            self.name.setText(text.format(title=one.title, fen=each))
        self.pill.setVisible(net is not None and net < 0)
        if net is not None and net < 0:
            self.pill.set(self.tr("{fen} lost").format(fen=money_text(-net)), "bad")
        self.why.setText(self._why(one, profit))
        self._show_parts(one)
        text = self.tr("See these %Ln orders ›", "", count + one.earned.left_out)
        self.orders.set_text(text)
        self.orders.setVisible(count + one.earned.left_out > 0)
        left_out = one.earned.without_cost > 0
        self.product.setVisible(one.good[0] > 0 and not left_out)
        self.costs.setVisible(one.good[0] > 0 and left_out)
        self.plan.setVisible(bool(self._plan and one.spend))
        self.show()

    def _why(self, one: GoodProfit, profit: Profit) -> str:
        """What stands out: the share that came back and the way there, against the shop's."""
        if one.costless and one.earned.without_cost:
            return self.tr("It has no cost yet, so nothing of it is in the net.")
        sales, whole = one.sales, profit.sales
        told = []
        own, usual = _refunds(sales), _refunds(whole)
        if own is not None and usual is not None:
            text = self.tr("{own} of it came back, {usual} in the whole shop")
            told.append(text.format(own=percent_text(own), usual=percent_text(usual)))
        others = profit.whole.orders - one.earned.orders
        way, all_ways = _sum(sales, _WAY), _sum(whole, _WAY)
        if way is not None and all_ways is not None and one.earned.orders:
            each = money_text(round(way / one.earned.orders))
            text = self.tr("shipping {fen} an order")
            if others > 0:
                text = self.tr("shipping {fen} an order, {others} for the others")
            beside = money_text(round((all_ways - way) / max(others, 1)))
            told.append(text.format(fen=each, others=beside))
        if n := one.earned.without_cost:
            told.append(self.tr("%Ln of its orders have no cost and are left out", "", n))
        if n := one.earned.untold:
            told.append(self.tr("%Ln are left out, a refund's amount is not told", "", n))
        if not told:
            return self.tr("Nothing of it was sold in this month.")
        return self.tr("; ").join(told) + self.tr(".")

    def _show_parts(self, one: GoodProfit) -> None:
        for key in self.keys:
            self._flow.removeWidget(key)
            key.hide()
            key.deleteLater()
        self.keys = []
        count, sales = one.earned.orders, one.sales
        paid = sales.paid or 0
        parts = [(_sum(sales, fields), colour, text) for fields, colour, text in _PARTS]
        known = count > 0 and not one.costless and all(fen is not None for fen, _, _ in parts)
        self.bar.setVisible(known)
        self._keys.setVisible(known)
        if not known:
            return
        net = one.net or 0
        # Of one order, so that the parts come to what it paid and leaves or loses, to the fen.
        paid_each, net_each = round(paid / count), round(net / count)
        costs = split(paid_each - net_each, {n: fen or 0 for n, (fen, _, _) in enumerate(parts)})
        each = [*costs.values(), max(net_each, 0), paid_each]
        if net > 0:
            parts.append((net, "good", QT_TRANSLATE_NOOP("Profit", "Stays {fen}")))
        else:
            del each[-2]
        self.bar.set_parts([(fen or 0, colour) for fen, colour, _ in parts], float(paid))
        tick = QT_TRANSLATE_NOOP("Profit", "Upright line: paid {fen}")
        for fen, (_, colour, text) in zip(each, (*parts, (paid, "text", tick)), strict=True):
            if fen:
                words = said(text).format(fen=money_text(fen))
                self.keys.append(Key(words, colour, self._keys))
                self._flow.addWidget(self.keys[-1])
        self.bar.setAccessibleName(", ".join(key.text() for key in self.keys))

    @Slot()
    def _ask_orders(self) -> None:
        self.orders_wanted.emit(self.good)

    @Slot()
    def _ask_product(self) -> None:
        if self.good is not None:
            self.product_wanted.emit(self.good.good[0])

    @Slot()
    def _ask_plan(self) -> None:
        self.plan_wanted.emit(self._plan)


def _refunds(sales: Sales) -> float | None:
    return None if sales.refunded is None or not sales.paid else sales.refunded / sales.paid


def _sum(sales: Sales, fields: tuple[str, ...]) -> int | None:
    amounts = [getattr(sales, field) for field in fields]
    if fields == ("goods_cost",):
        amounts.append(None if sales.cost_returned is None else -sales.cost_returned)
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if len(known) == len(amounts) else None
