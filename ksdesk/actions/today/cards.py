"""The numbers on top of 今日: the last whole day, this month so far, the deposit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.actions.today.shop import DEPOSITS
from ksdesk.domain.promotion.profit import Earned
from ksdesk.domain.today import TodayNumber
from ksdesk.domain.today.days import last_whole_day

if TYPE_CHECKING:  # what works profit out is loaded where there are orders
    from ksdesk.domain.promotion.breakdown import Profit

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True)
class Sold:
    """The orders that the book knows: until which moment, its last whole `day` with the same
    weekday a week before, and today up to that moment. `booked`: profit is up to date."""

    until: datetime | None = None
    day: date | None = None
    on_day: Earned = field(default_factory=Earned)
    a_week_before: Earned = field(default_factory=Earned)
    today: Earned | None = None
    month: Profit | None = None
    month_before: Profit | None = None
    booked: bool = True


def _ask_sold(look: Look) -> Sold:
    reader, today = look.reader, look.now.date()
    newest = reader.order_list.newest()
    batch = reader.batches.last("orders")
    read_at = batch.started_at if batch is not None else None
    day = last_whole_day(newest, read_at, today)
    if newest is None or day is None:
        return Sold()
    from ksdesk.actions.promotion import profit
    from ksdesk.domain.month import span_beside

    until = max(newest, read_at or newest)
    first = today.replace(day=1)
    beside = span_beside(first, day, "before") if day >= first else None
    sums = reader.profit.by_day(min((day - WEEK, *(beside or ()))), today)
    month = before = None
    if beside is not None:
        month = profit.whole(reader, first, day, look.now, sums)
        before = profit.whole(reader, *beside, look.now, sums)
    return Sold(
        until,
        day,
        sums.get(day, Earned()),
        sums.get(day - WEEK, Earned()),
        sums.get(today, Earned()) if newest.date() == today else None,
        month,
        before,
        reader.profit.up_to_date(),
    )


SOLD: Final = Inquiry("sold", ("promotion", "products", "traffic", "imports"), _ask_sold)


def cards(look: Look) -> tuple[TodayNumber, ...]:
    """Sales and orders of the last whole day, net of the month, the own deposit."""
    found = look.ask(SOLD)
    own = look.ask(DEPOSITS).accounts[0]
    until = look.ask(DEPOSITS).until[own.name]
    facts = {"account": own, "until": until}
    deposit = (
        TodayNumber("deposit", own.balance, facts=facts)
        if own.opened
        else TodayNumber("deposit", missing="no_ledger", facts=facts)
    )
    return (*_of_orders(found, look.now), _net(found), deposit)


def _of_orders(found: Sold, now: datetime) -> tuple[TodayNumber, TodayNumber]:
    facts = {"day": found.day, "until": found.until, "today": None}
    if found.day is None:
        return TodayNumber("sales", missing="no_orders"), TodayNumber("orders", missing="no_orders")
    if found.day < now.date() - WEEK:
        return (
            TodayNumber("sales", missing="no_day", facts=facts),
            TodayNumber("orders", missing="no_day", facts=facts),
        )
    before = found.a_week_before
    so_far = found.today
    return (
        TodayNumber(
            "sales",
            found.on_day.paid,
            before.paid if before.leads else None,
            facts={**facts, "today": so_far and so_far.paid},
        ),
        TodayNumber(
            "orders",
            found.on_day.leads,
            before.leads or None,
            facts={**facts, "today": so_far and so_far.leads},
        ),
    )


def _net(found: Sold) -> TodayNumber:
    """This month's net so far. It is not known without costs, and not yet on its first day."""
    if found.day is None:
        return TodayNumber("net", missing="no_orders")
    if found.month is None:
        return TodayNumber("net", missing="no_days")
    whole = found.month.whole
    left_out = whole.left_out, whole.left_paid
    facts = {"last": found.day, "share": _estimated(whole), "left_out": left_out}
    if not found.month.orders:
        return TodayNumber("net", missing="no_days", facts=facts)
    net = net_of(found.month)
    if net is None:
        return TodayNumber("net", missing="no_costs", facts=facts)
    before = found.month_before
    return TodayNumber("net", net, None if before is None else net_of(before), facts=facts)


def net_of(month: Profit) -> int | None:
    """What stays of some days as 月报 has it: None where no order's goods have a cost."""
    whole = month.whole
    return month.sales.net if whole.orders else None


def _estimated(whole: Earned) -> float | None:
    """The share of what was kept that is not settled yet."""
    kept = whole.sales.kept
    return whole.estimated / kept if kept and kept > 0 else None
