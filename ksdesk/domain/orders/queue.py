"""What is to be shipped, in the order in which it falls due."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any, Final

from ksdesk.domain.orders.shipping import Promise, late_cost, promise
from ksdesk.domain.orders.work import MOST_HOURS, OrderWork, TrackedParcel
from ksdesk.domain.rulebook import DayRules

SOON: Final = timedelta(hours=8)
"""What is due within these hours presses, though the day may be over before."""

GROUPS: Final = (
    *("late", "urged", "today", "tomorrow", "later"),
    *("unknown", "numbered", "blocked"),
)
"""What stands together, in the order of work: by the promise, or by what keeps it from going."""

_URGED: Final = re.compile("催发货|催单|优先发货|加急")
_BLOCKED: Final = re.compile(r"履约拦截|风控|risk_?code", re.IGNORECASE)
_NO: Final = ("", "0", "0.0", "否", "无", "未", "false", "no", "-", "--")


@dataclass(frozen=True, slots=True)
class WaitingOrder:
    """An order that waits for its shipping, as files and book have it; the names of the promise
    are those of `ksdesk.domain.orders.shipping.Promised`. `buyer` is the keyed hash of who bought
    it, "" where that is not certain, `place` the province and city; `gift_no` the order that
    is its gift or whose gift it is, `gone` the numbers of parcels in which some of it is on its
    way.
    """

    id: int
    order_no: str
    paid: int | None = None
    paid_at: datetime | None = None
    ship_by: datetime | int | None = None
    notice_until: datetime | None = None
    presale_days: int | None = None
    promise_hours: float | None = None
    blocked: bool = False
    urged: bool = False
    work: OrderWork | None = None
    buyer: str = ""
    place: str = ""
    gift_no: str = ""
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToShip:
    """An order with its promise; `cost` is what a delay would cost by the rules, in fen, and
    `pickup_by` the moment before which its parcel must be picked up, both None where not known.
    `group`: under which of GROUPS it stands.
    """

    order: WaitingOrder
    promise: Promise
    cost: int | None
    pickup_by: datetime | None
    group: str

    def gone(self, now: datetime) -> float | None:
        """The part of its time that is over at a moment, 1 once it is late; the time begins with
        the payment, where that is unknown two days before the promise. None without a promise."""
        due = self.promise.due
        if due is None:
            return None
        since = self.order.paid_at or due - timedelta(days=2)
        if now >= due or since >= due:
            return 1.0
        return max(0.0, (now - since) / (due - since))

    @property
    def parcels(self) -> tuple[TrackedParcel, ...]:
        """The parcels of what still waits, as far as they have their numbers."""
        return _parcels(self.order)

    @property
    def done(self) -> bool:
        """Whether what waits has the number of a parcel."""
        return bool(self.parcels)

    @property
    def sent(self) -> bool:
        """Whether all its numbers went into a file for the platform."""
        return all(parcel.sent_at for parcel in self.parcels)


@dataclass(frozen=True)
class ShippingQueue:
    """All that is to be shipped, what is due first in front; `hours` are the seller's own."""

    rows: Sequence[ToShip] = ()
    hours: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _together(self) -> Mapping[int, Sequence[ToShip]]:
        free = {
            one.order.order_no: one
            for one in self.rows
            if not one.done and one.promise.basis != "blocked"
        }
        groups: dict[object, list[ToShip]] = {}
        for name, one in free.items():  # an order and its gift go to one address
            main = free.get(one.order.gift_no, one).order
            known = (main.buyer, main.place) if main.buyer else main.order_no or name
            groups.setdefault(known, []).append(one)
        some = (group for group in groups.values() if len(group) > 1)
        return {one.order.id: group for group in some for one in group}

    def together(self, number: int) -> Sequence[ToShip]:
        """The orders that can go in one parcel with that of a leading row, itself among them: one
        buyer's for certain, to the same city, or an order and its gift, none with a number yet.
        Empty where it goes alone.
        """
        return self._together.get(number, ())

    def unknown(self) -> list[ToShip]:
        """Those without a number of which no moment is known."""
        return [one for one in self.rows if not one.done and one.promise.basis == "unknown"]

    def blocked(self) -> list[ToShip]:
        """Those that must not be shipped."""
        return [one for one in self.rows if one.promise.basis == "blocked"]


@dataclass(frozen=True, slots=True)
class Pressing:
    """What cannot wait: the shipments past their promise, and those `near` it, due first in front;
    `cost` is what the late ones may cost by the rules, in fen, as far as that is known.
    """

    late: Sequence[ToShip] = ()
    near: Sequence[ToShip] = ()
    cost: int = 0

    def __len__(self) -> int:
        return len(self.late) + len(self.near)


def pressing(rows: Iterable[ToShip], now: datetime) -> Pressing:
    """The shipments past their promise, and those due before the day is over or within SOON.

    What has a number, must not be shipped or does not say until when presses nobody.
    """
    until = max(datetime.combine(now.date(), time.max), now + SOON)
    due = [(one.promise.due, one) for one in rows if not one.done and one.promise.due is not None]
    due.sort(key=lambda pair: (pair[0], pair[1].order.id))
    late = [one for moment, one in due if moment < now]
    near = [one for moment, one in due if now <= moment <= until]
    return Pressing(late, near, sum(one.cost or 0 for one in late))


def queued(
    orders: Iterable[WaitingOrder], rules: DayRules, hours: Mapping[str, int], now: datetime
) -> ShippingQueue:
    """The orders in the order of work: overdue first, then what was asked to go first (催发货,
    优先发货), then by the time left; then what has no moment, what has a number already, and last
    what must not be shipped.
    """
    rows = [_to_ship(one, promise(one, rules), rules, hours, now) for one in orders]
    rows.sort(key=_rank)
    return ShippingQueue(rows, hours)


def _to_ship(
    order: WaitingOrder, told: Promise, rules: DayRules, hours: Mapping[str, int], now: datetime
) -> ToShip:
    cost, pickup_by = _late_cost(order, rules), _pickup(order, hours)
    return ToShip(order, told, cost, pickup_by, _group(order, told, now))


def _late_cost(order: WaitingOrder, rules: DayRules) -> int | None:
    """No rule says what the delay of a gift costs, for which nothing was paid."""
    return None if order.gift_no and not order.paid else late_cost(order.paid, rules)


def _rank(one: ToShip) -> tuple[Any, ...]:
    due, paid = one.promise.due or datetime.max, one.order.paid_at or datetime.max
    return GROUPS.index(one.group), due, paid, one.order.id


def _group(order: WaitingOrder, told: Promise, now: datetime) -> str:
    due = told.due
    if told.basis == "blocked":
        return "blocked"
    if _parcels(order):
        return "numbered"
    if due is not None and due < now:
        return "late"
    if order.urged:
        return "urged"
    if due is None:
        return "unknown"
    days = (due.date() - now.date()).days
    return "today" if days <= 0 else "tomorrow" if days == 1 else "later"


def _pickup(order: WaitingOrder, hours: Mapping[str, int]) -> datetime | None:
    parcels = _parcels(order)
    if not parcels or "pickup" not in hours:
        return None
    allowed = min(hours["pickup"], MOST_HOURS)
    return min(parcel.at for parcel in parcels) + timedelta(hours=allowed)


def _parcels(order: WaitingOrder) -> tuple[TrackedParcel, ...]:
    noted = order.work.parcels if order.work is not None else ()
    return tuple(parcel for parcel in noted if parcel.number not in order.gone)


def is_urged(named: Mapping[str, Any], note: str = "") -> bool:
    """Whether a file's own columns (by their names) or the order's note ask to ship it first."""
    told = (value for name, value in named.items() if _URGED.search(name))
    return any(map(_says_yes, told)) or bool(_URGED.search(note))


def is_blocked(named: Mapping[str, Any]) -> bool:
    """Whether a file's own columns say that the platform stops the shipping."""
    return any(_says_yes(value) for name, value in named.items() if _BLOCKED.search(name))


def _says_yes(value: Any) -> bool:
    return value is not None and str(value).strip().lower() not in _NO
