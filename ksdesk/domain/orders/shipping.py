"""The shipping promise (承诺发货时间): the moment before which all of an order must be on its way.

The moment on the order itself counts, for only the platform knows all that moves it; hours after
payment are the last resort. Platform clocks run through weekends and holidays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

from ksdesk.domain.rulebook import DayRules, Rule

Basis = Literal["order", "notice", "presale", "promise", "unknown", "blocked"]
"""order: the order's own moment; notice: a delay that was announced (报备); presale: days after
payment; promise: hours after payment; blocked: must not be shipped."""

_RULES: Final[dict[Basis, str]] = {
    "order": "shipping.promise.actual",
    "notice": "shipping.promise.actual",
    "presale": "shipping.presale.most",
    "promise": "shipping.promise.long",
    "blocked": "shipping.do_not_ship",
}


class Promised(Protocol):
    """What a promise is made of, Beijing time; None where it is not known.

    `ship_by` is the order's own moment, 0 where the platform wrote that it must not be shipped;
    `notice_until` the end of an announced delay.
    """

    @property
    def paid_at(self) -> datetime | None: ...
    @property
    def ship_by(self) -> datetime | int | None: ...
    @property
    def notice_until(self) -> datetime | None: ...
    @property
    def presale_days(self) -> int | None: ...
    @property
    def promise_hours(self) -> float | None: ...
    @property
    def blocked(self) -> bool | None: ...


@dataclass(frozen=True, slots=True)
class Promise:
    """The moment `due` (None: not known, or it must not be shipped) and what it rests on."""

    due: datetime | None
    basis: Basis
    rule: Rule | None = None


def promise(order: Promised, rules: DayRules) -> Promise:
    """The shipping promise of an order under the rules of its day.

    No hours are assumed: −1 (不承诺) and None are unknown, and so is a presale or a promise of an
    order whose payment has no moment.
    """
    try:
        due, basis = _due(order)
    except OverflowError:  # so many days or hours that there is no such date
        due, basis = None, "unknown"
    return Promise(due, basis, rules.get(_RULES.get(basis, "")))


def _due(order: Promised) -> tuple[datetime | None, Basis]:
    if order.blocked or order.ship_by == 0:
        return None, "blocked"
    if isinstance(order.ship_by, datetime):
        return order.ship_by, "order"
    if order.notice_until is not None:
        return order.notice_until, "notice"
    paid = order.paid_at
    if paid is not None and order.presale_days is not None and order.presale_days > 0:
        return paid + timedelta(days=order.presale_days), "presale"
    if order.promise_hours == 0:
        return None, "blocked"
    if paid is not None and order.promise_hours is not None and order.promise_hours > 0:
        return paid + timedelta(hours=order.promise_hours), "promise"
    return None, "unknown"


def late_cost(paid: int | None, rules: DayRules) -> int | None:
    """What a late shipping of an order costs by the rules of the day, in fen: a share of what was
    paid, not less than the least and not more than the most. None where a part is not known.
    """
    keys = [f"shipping.late.{name}" for name in ("percent", "least", "most")]
    if paid is None or any(key not in rules for key in keys):
        return None
    percent, least, most = (rules.number(key) for key in keys)
    share = int(paid * percent / 100 + 0.5)
    return round(min(max(share, least), most))
