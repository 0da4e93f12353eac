"""What the page of after-sales shows: every case with its clocks, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.actions.deposit.refund import working_days
from ksdesk.actions.products import stock_case
from ksdesk.domain.aftersales.cases import AftersalesCase, joined
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.aftersales.promises import FollowUp, follow_ups
from ksdesk.domain.aftersales.ranking import Ranking, ranking
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage import Reader

RANKED_DAYS: Final = 30


@dataclass(frozen=True)
class CaseStanding:
    """A case at a moment: its clock, and what was promised and is owed."""

    case: AftersalesCase
    clock: Clock
    owed: tuple[FollowUp, ...] = ()

    @property
    def running(self) -> bool:
        """Whether it waits for the seller."""
        return not self.clock.closed and not self.clock.paused

    @property
    def due(self) -> datetime | None:
        """What runs out first: its clock, unless it stands still, or a promise."""
        own = [self.clock.due] if self.running and self.clock.due is not None else []
        return min([*own, *(one.until for one in self.owed)], default=None)


def standings(reader: Reader, rules: RuleBook) -> tuple[CaseStanding, ...]:
    """All cases: open ones by the time that is left, then the closed ones, the latest first."""
    cases = joined(reader.aftersales.imported(), reader.notes.all(CaseFile))
    working_day = working_days(rules)
    found = [_standing(case, rules, working_day) for case in cases]
    return tuple(sorted(found, key=_urgency))


def ranked(every: Iterable[CaseStanding], now: datetime) -> Ranking:
    """Why goods came back in the last days, and which."""
    return ranking((one.case for one in every), now - timedelta(days=RANKED_DAYS))


def _standing(
    case: AftersalesCase, rules: RuleBook, working_day: Callable[[date], bool]
) -> CaseStanding:
    return CaseStanding(case, case.clock(rules), follow_ups(case.file, working_day))


def _urgency(one: CaseStanding) -> tuple[object, ...]:
    case = one.case
    if case.closed:
        ended = case.closed_at or case.opened or datetime.min
        return 2, not case.unsettled, datetime.max - ended
    opened = case.opened or datetime.max
    return (0, one.due or datetime.max, opened) if one.running or one.due else (1, opened, opened)


@dataclass(frozen=True)
class Sold:
    """What the imported orders say of one: the goods, what was paid (fen, all lines), its moments,
    its parcel. Each is empty or None where no file says it."""

    product: str
    product_id: str
    paid: int | None
    paid_at: datetime | None
    ship_by: datetime | None
    shipped_at: datetime | None
    tracking_no: str


def sold(reader: Reader, order_no: str) -> Sold | None:
    """An imported order by its number; None where no file has it."""
    names, rows = reader.records.of_order("orders", order_no)
    lines = [dict(zip(names, row, strict=True)) for row in rows]
    if not lines:
        return None
    first = lines[0]
    goods = dict.fromkeys(line.get("product_name") for line in lines)
    amounts = [line["paid"] for line in lines if line.get("paid") is not None]
    moments = (first.get(name) for name in ("paid_at", "ship_by", "shipped_at"))
    paid_at, ship_by, shipped_at = (from_seconds(at) if at else None for at in moments)
    return Sold(
        "、".join(filter(None, goods)),
        first.get("product_id") or "",
        sum(amounts) if amounts else None,
        paid_at,
        ship_by,
        shipped_at,
        first.get("tracking_no") or "",
    )


def missing_goods(reader: Reader, case: AftersalesCase) -> tuple[Product | None, int]:
    """Where the way out for goods that are not there begins: the product that was sold, and the
    number of its open case for this order, 0 where there is none. See `actions.products`."""
    for stock in stock_case.open_cases(reader):
        if stock.order_no == case.order_no:
            return None, stock.id
    order = sold(reader, case.order_no)
    item = (case.row.product_id if case.row else "") or (order.product_id if order else "")
    own = (one for one in reader.products.all() if one.way == "own")
    return next((one for one in own if item and one.item_id == item), None), 0
