"""What orders ask for: late ones, those that fall due, parcels that are not on their way yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from ksdesk.domain.orders.queue import ShippingQueue, ToShip, pressing
from ksdesk.domain.today.items import Item

URGENT: Final = timedelta(hours=2)
"""So close to its promise an order is for now."""


def shipments(queue: ShippingQueue, now: datetime) -> Iterator[Item]:
    """The orders of a queue that want something, those of a kind together."""
    found = pressing(queue.rows, now)
    if found.late:
        yield _together("orders_late", found.late, "now", "bad", {"cost": found.cost})
    urgent = [one for one in found.near if _due(one) <= now + URGENT]
    if urgent:
        yield _together("orders_due", urgent, "now", "warn")
    if near := found.near[len(urgent) :]:
        yield _together("orders_due", near, "today", "plain")
    told = {one.order.id for one in (*found.late, *found.near)}
    urged = [
        one
        for one in queue.rows
        if one.order.urged and not one.done and one.promise.basis != "blocked"
        if one.order.id not in told
    ]
    if urged:
        yield _together("orders_urged", urged, "today", "warn")
    unknown = [one for one in queue.unknown() if not one.order.urged]
    if unknown:
        yield _together("orders_untimed", unknown, "remind", "warn")
    yield from _after_the_number(queue, now)


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
