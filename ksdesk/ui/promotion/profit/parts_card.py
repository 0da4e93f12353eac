"""What stays of a month by product, day, live, way and plan, a table each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ksdesk.actions.promotion.profit import LiveProfit
from ksdesk.domain.promotion.breakdown import (
    NO_GOOD,
    DayProfit,
    Good,
    GoodProfit,
    PaidPlan,
    Profit,
)
from ksdesk.domain.promotion.profit import Earned
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import (
    count_text,
    counted,
    money_text,
    number_text,
    short_day_text,
    short_moment_text,
    signed_money_text,
)
from ksdesk.ui.promotion.effect.words import name as way_name

TOTAL: Final[Good] = (-1, "")  # the row that adds up the others
NUMBERS = (
    "orders",
    "paid",
    "before_ads",
    "spend",
    "net",
)  # columns that open what stands behind them
LEAVE, PAID_LEAVE = ("before_ads",), ("roi", "per_order", "reported")
"""Columns that leave where there is no room for all."""
GOODS, DAYS, LIVES, WAYS, PLANS = "goods", "days", "lives", "ways", "plans"


class PartsCard(Card):
    """`part` is what is shown; `part_wanted` when another is asked for, `opened(row, of, word)` for
    what stands behind a number of a product, day or live, the one whose cell is the current one,
    or for a plan; `good_chosen` for a product."""

    part_wanted = Signal()
    opened = Signal(object, str, str)
    good_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("What earns and what does not"), flush=True, parent=parent)
        columns = {
            GOODS: (self.tr("By product"), self._of_goods()),
            DAYS: (self.tr("By day"), self._of_days()),
            LIVES: (self.tr("By live"), self._of_lives()),
            WAYS: (self.tr("By way"), self._of_paid(self.tr("Way"))),
            PLANS: (self.tr("By plan"), self._of_paid(self.tr("Plan"))),
        }
        self.by = SegmentBar(
            [(part, word) for part, (word, _) in columns.items()],
            GOODS,
            name=self.tr("What stays, by what"),
            parent=self,
        )
        self.by.chosen.connect(lambda _part: self.part_wanted.emit())
        self.add_action(self.by)
        self.models: dict[str, RowsModel] = {}
        self.tables: dict[str, TableView] = {}
        self._stack = QStackedWidget(self)
        for part, (word, cells) in columns.items():
            model = RowsModel(cells, key=_key, is_sum=_is_sum, parent=self)
            table = TableView(model, name=word, row_height=40, parent=self)
            table.leaving = PAID_LEAVE if part in (WAYS, PLANS) else LEAVE
            table.opened.connect(self._open)
            self._stack.addWidget(table)
            self.models[part], self.tables[part] = model, table
        self.tables[GOODS].chosen.connect(self._choose)
        self.add(self._stack, 1)
        self.foot = small(wrap=True, parent=self)
        self.add_footer((self.foot,)).setStretch(0, 100)

    @property
    def part(self) -> str:
        """What is chosen."""
        return str(self.by.value())

    def show_rows(self, part: str, rows: Sequence[Any], found: Profit) -> None:
        """Show the rows of a part of a profit; products and days with their sum."""
        costless = sum(one.costless and one.earned.without_cost > 0 for one in found.goods)
        self.by.set_value(part)
        self.models[part].set_rows([*rows, *self._sum_of(part, rows, found)])
        self.tables[part].set_empty(self._nothing(part))
        self._stack.setCurrentWidget(self.tables[part])
        self.foot.setText(self._said(part, rows, costless, found.whole))
        goods = self.tables[GOODS]
        if part == GOODS and rows and goods.current_row() is None:
            goods.selectRow(0)
        else:
            self._choose(goods.current_row() if part == GOODS else None)

    @Slot(object)
    def _choose(self, row: GoodProfit | None) -> None:
        self.good_chosen.emit(None if row is None or row.good in (TOTAL, NO_GOOD) else row)

    @Slot(object)
    def _open(self, row: Any) -> None:
        place = max(self.tables[self.part].currentIndex().column(), 0)
        column = self.models[self.part].columns[place]
        if column.name in NUMBERS:
            self.opened.emit(row, column.name, column.title)
        else:
            self.opened.emit(row, "net", self.tr("Net"))

    def _sum_of(self, part: str, rows: Sequence[Any], found: Profit) -> Iterator[GoodProfit]:
        """What is of no product, and all together."""
        if part in (GOODS, DAYS) and rows:
            if part == GOODS and found.unsplit is not None:
                yield replace(found.unsplit, title=self.tr("Not split by product"))
            yield GoodProfit(TOTAL, self.tr("In all"), found.whole, found.spend)

    def _nothing(self, part: str) -> str:
        if part == LIVES:
            return self.tr("No report of this month names a live. Bring one in under Traffic.")
        if part in (WAYS, PLANS):
            return self.tr("Nothing was spent on promotion in this month, as far as reports go.")
        return self.tr("No orders in this month.")

    def _said(self, part: str, rows: Sequence[Any], costless: int, whole: Earned) -> str:
        if part in (WAYS, PLANS):
            said = [self._formula()]
            told = [
                f"{_name(row)} {signed_money_text(row.paid.clean.net)}"
                for row in rows
                if row.paid.clean is not None
            ]
            if told:
                said.append(self.tr("Without suspect hours: {ways}").format(ways=", ".join(told)))
            return " ".join(said)
        if part == LIVES:
            return self.tr("A live has the orders placed while it ran, with all their refunds.")
        if costless:
            return self.tr(
                "%Ln products have no cost: what they bring is not in the net, only what was spent"
                " on them.",
                "",
                costless,
            )
        if whole.left_out:
            n = whole.left_out
            text = self.tr(
                "%Ln orders that brought {paid} have no cost and are not in the net.", "", n
            )
            if whole.untold:
                text = self.tr(
                    "%Ln orders that brought {paid} are not in the net; of {untold} a refund's"
                    " amount is not told: bring in after-sales or settlements.",
                    "",
                    n,
                )
            return text.format(paid=money_text(whole.left_paid), untold=count_text(whole.untold))
        return self.tr("All goods have a cost.")

    # -- columns -----------------------------------------------------------------------------

    def _of_goods(self) -> list[Column]:
        return [
            Column(
                "title",
                self.tr("Product"),
                lambda g: g.title,
                minimum=168,
                second=self._lost,
                second_tone=lambda g: "bad" if g.lost_per_order is not None else "warn",
            ),
            *self._sums(),
        ]

    def _of_days(self) -> list[Column]:
        return [
            Column(
                *("day", self.tr("Day"), _day),
                minimum=80,
                sort=_day_order,
                second=self._left_out,
                second_tone=lambda _day: "warn",
            ),
            *self._sums(),
        ]

    def _of_lives(self) -> list[Column]:
        return [
            Column("live", self.tr("Live"), lambda o: o.name, minimum=144, second=self._live),
            *self._sums(),
        ]

    def _sums(self) -> list[Column]:
        return [
            Column("orders", self.tr("Orders"), _orders, count_text, "right", width=56),
            Column("paid", self.tr("Paid"), lambda o: o.earned.paid, money_text, "right", 88),
            Column("before_ads", self.tr("Before spend"), _before, money_text, "right", 96),
            Column("spend", self.tr("Spent"), lambda o: o.spend or None, money_text, "right", 80),
            Column("net", self.tr("Net"), net_of, money_text, "right", 88, tone=_tone, bold=True),
        ]

    def _of_paid(self, title: str) -> list[Column]:
        def tip(_row: PaidPlan) -> str:
            return self._formula()

        right = "right"
        return [
            Column("name", title, _name, minimum=112, second=self._rates, tip=tip),
            Column("spend", self.tr("Spent"), lambda p: p.paid.spend, money_text, right, 80),
            Column(
                "reported", self.tr("Its sales"), lambda p: p.paid.reported, money_text, right, 88
            ),
            Column("net", self.tr("Net"), net_of, money_text, right, 88, tone=_tone, bold=True),
            Column("roi", self.tr("After refunds"), _sales("roi"), number_text, right, 64),
            Column("told", self.tr("ROI"), lambda p: p.paid.reported_roi, number_text, right, 56),
            Column(
                "even", self.tr("Break-even"), _sales("break_even"), number_text, right, 64, tip=tip
            ),
            Column("per_order", self.tr("Per order"), lambda p: p.paid.per_order, _fen, right, 64),
            Column("per_fan", self.tr("Per fan"), lambda p: p.paid.per_fan, _fen, right, 64),
        ]

    def _rates(self, row: PaidPlan) -> str:
        """By what its refunds and costs are estimated, and what the fans it won bought."""
        by = self.tr("est. by its goods") if row.paid.own else self.tr("est. by the shop")
        said = [] if row.paid.sales is None else [by]
        if row.paid.fans_paid is not None:
            days, fen = row.paid.fans_paid
            text = counted(
                days,
                self.tr("its fans bought {fen} in 1 day"),
                self.tr("its fans bought {fen} in {n} days"),
            )
            said.append(text.format(fen=money_text(fen)))
        return " · ".join(said)

    def _formula(self) -> str:
        return self.tr(
            "Estimated, for orders name no plan: its sales as the platform counts them, with the"
            " refunds and costs that its products (else the shop) had on each yuan in these days."
            " Break-even = its sales ÷ what stays of them before promotion."
        )

    def _lost(self, one: GoodProfit) -> str:
        if _is_sum(one):
            return ""
        if one.costless and not one.earned.untold:
            return self.tr("no cost yet")
        lost = one.lost_per_order
        text = self.tr("loses {fen} an order")
        said = "" if lost is None else text.format(fen=money_text(round(lost)))
        return " · ".join(filter(None, (said, self._left_out(one))))

    def _live(self, live: LiveProfit) -> str:
        return " · ".join(filter(None, (_began(live), self._left_out(live))))

    def _left_out(self, one: GoodProfit | DayProfit | LiveProfit) -> str:
        """How many of its orders are not in the net."""
        if _is_sum(one) or not one.earned.left_out:
            return ""
        told = (
            (self.tr("{n} without a cost"), one.earned.without_cost),
            (self.tr("refund not told: {n}"), one.earned.untold),
        )
        return " · ".join(text.format(n=count_text(n)) for text, n in told if n)


def _is_sum(row: Any) -> bool:
    return isinstance(row, GoodProfit) and row.good == TOTAL


def _day(row: DayProfit | GoodProfit) -> str:
    return row.title if isinstance(row, GoodProfit) else short_day_text(row.day)


def _day_order(row: DayProfit | GoodProfit) -> date:
    return date.max if isinstance(row, GoodProfit) else row.day


def _before(one: GoodProfit | DayProfit | LiveProfit) -> int | None:
    """What stays before promotion, of what has a cost."""
    if one.earned.left_out and not one.earned.orders:
        return None
    return one.earned.sales.before_ads


def net_of(one: Any) -> int | None:
    """What stays of a row of any part."""
    if isinstance(one, PaidPlan):
        return None if one.paid.sales is None else one.paid.sales.net
    spent = one.spend and not isinstance(one, GoodProfit)  # of a day that counts all the same
    if one.earned.left_out and not one.earned.orders and not spent:
        return None
    net: int | None = one.sales.net
    return net


def _tone(one: Any) -> str:
    return "bad" if (net_of(one) or 0) < 0 else "text"


def _orders(one: GoodProfit | DayProfit | LiveProfit) -> int:
    if _is_sum(one):
        return one.earned.leads  # an order of two products is one
    return one.earned.orders + one.earned.left_out


def _sales(field: str) -> Callable[[PaidPlan], float | None]:
    def value(row: PaidPlan) -> float | None:
        return None if row.paid.sales is None else getattr(row.paid.sales, field)

    return value


def _name(row: PaidPlan) -> str:
    return way_name(row.paid.key) if row.plan is None else row.plan.name


def _key(row: Any) -> Any:
    if isinstance(row, PaidPlan):
        return row.paid.key if row.plan is None else row.plan.id
    if isinstance(row, GoodProfit):
        return row.good
    return row.day if isinstance(row, DayProfit) else row.start


def _began(live: LiveProfit) -> str:
    return short_moment_text(from_seconds(live.start))


def _fen(value: float) -> str:
    return money_text(round(value))
