"""Orders and after-sales on 今日: what must go, whose clock runs out, what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ksdesk.actions.orders import shipping
from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.orders.list import ShownOrder
from ksdesk.domain.orders.queue import ShippingQueue
from ksdesk.domain.today import Item, end_of
from ksdesk.domain.today.shipping import shipments

if TYPE_CHECKING:  # what judges cases is loaded where there are any
    from ksdesk.actions.aftersales.looking import CaseStanding

KNOWN: Final = 30
"""Of so many orders that fall due first it is told what was bought."""


@dataclass(frozen=True)
class Shipping:
    """What is to be shipped, and of the first ones what was bought, by the leading row."""

    queue: ShippingQueue
    orders: dict[int, ShownOrder]


def _ask_shipping(look: Look) -> Shipping:
    queue = shipping.look(look.reader, look.rules, look.now)
    dated = sorted(
        (one for one in queue.rows if not one.done),
        key=lambda one: (one.promise.due or datetime.max, one.order.id),
    )
    first = [one.order.id for one in dated[:KNOWN]]
    orders = look.reader.order_list.rows(first) if first else []
    return Shipping(queue, {order.id: order for order in orders})


def _say_shipping(found: Shipping, now: datetime) -> Iterator[Item]:
    for item in shipments(found.queue, now):
        first = item.facts["first"].order.id
        yield replace(item, facts={**item.facts, "order": found.orders.get(first)})


def _ask_cases(look: Look) -> tuple[CaseStanding, ...]:
    if not look.reader.aftersales.any():
        return ()
    from ksdesk.actions.aftersales.looking import open_cases

    return open_cases(look.reader, look.rules)


def _say_cases(found: tuple[CaseStanding, ...], now: datetime) -> Iterator[Item]:
    """Cases whose clock runs out, and what was promised; now, what is over or ends today."""
    if not found:
        return
    from ksdesk.actions.aftersales.waiting import waiting

    for one in waiting(found, now):
        facts = {"one": one.one, "promise": one.promise, "count": one.count}
        group, level = "today", "plain"
        if one.due is not None and one.code != "cases_more":
            group = "now" if one.due <= end_of(now.date()) else "today"
            level = "bad" if one.due < now else "warn"
        target = "" if one.code == "cases_more" else one.one.case.name
        which = str(one.count) if one.code == "cases_more" else f"{target} {one.due}"
        yield Item(one.code, "aftersales", target, group, level, one.due, facts, which)


SHIPPING: Final = Inquiry(
    "shipping", ("orders", "imports", "products"), _ask_shipping, _say_shipping
)
CASES: Final = Inquiry("cases", ("aftersales", "imports"), _ask_cases, _say_cases)
SERVICE: Final[tuple[Inquiry[Any], ...]] = (SHIPPING, CASES)
