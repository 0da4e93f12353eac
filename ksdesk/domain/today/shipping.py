"""What orders ask for: late ones, those that fall due, parcels that are not on their way yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from ksdesk.domain.orders.queue import ShippingQueue, ToShip
from ksdesk.domain.today.items import Item, end_of

URGENT: Final = timedelta(hours=2)
"""So close to its promise an order is for now."""

NEAR: Final = timedelta(hours=12)
"""So close it is for today, even where today is over by then."""


def shipments(queue: ShippingQueue, now: datetime) -> Iterator[Item]:
    """The orders of a queue that want something, those of a kind together."""
    late = queue.late(now)
    if late:
        facts = {"cost": queue.late_cost(now)}
        yield _together("orders_late", late, "now", "bad", facts)
    open_ = [one for one in queue.rows if not one.done and one.promise.due is not None]
    ahead = [one for one in open_ if one not in late]
    urgent = [one for one in ahead if _due(one) <= now + URGENT]
    if urgent:
        yield _together("orders_due", urgent, "now", "warn")
    until = max(end_of(now.date()), now + NEAR)
    near = [one for one in ahead if now + URGENT < _due(one) <= until]
    if near:
        yield _together("orders_due", near, "today", "plain")
    yield from _asked(queue, now)
    yield from _after_the_number(queue, now)


def _asked(queue: ShippingQueue, now: datetime) -> Iterator[Item]:
    """What is not told by its promise: asked to go first, and no promise known at all."""
    told = max(end_of(now.date()), now + NEAR)
    urged = [
        one
        for one in queue.rows
        if one.order.urged and not one.done and one.promise.basis != "blocked"
        if one.promise.due is None or one.promise.due > told
    ]
    if urged:
        yield _together("orders_urged", urged, "today", "warn")
    unknown = [one for one in queue.unknown() if not one.order.urged]
    if unknown:
        yield _together("orders_untimed", unknown, "remind", "warn")


def _after_the_number(queue: ShippingQueue, now: datetime) -> Iterator[Item]:
    """Parcels that nobody picked up in the seller's own hours, and numbers that the platform does
    not have yet."""
    lying = [one for one in queue.rows if one.pickup_by is not None and one.pickup_by < now]
    if lying:
        yield _together("pickup_late", lying, "today", "warn")
    unsent = [one for one in queue.rows if one.done and not one.sent]
    if unsent:
        yield _together("numbers_unsent", unsent, "today", "plain")


def _together(
    code: str,
    some: Sequence[ToShip],
    group: str,
    level: str,
    more: Mapping[str, object] | None = None,
) -> Item:
    """One item of several orders. Another order that joins them makes it another item, one that
    leaves does not."""
    first = min(some, key=lambda one: (one.promise.due or datetime.max, one.order.id))
    last = max(some, key=lambda one: one.order.id)
    facts = {
        "count": len(some),
        "first": first,
        "same": len({one.promise.due for one in some}) == 1,
        **(more or {}),
    }
    due = first.promise.due if code in ("orders_late", "orders_due") else None
    return Item(code, "orders", first.order.order_no, group, level, due, facts, last.order.order_no)


def _due(one: ToShip) -> datetime:
    assert one.promise.due is not None
    return one.promise.due
