"""What the page of after-sales shows: every case with its clocks, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from ksdesk.actions.deposit.refund import unannounced, working_days
from ksdesk.actions.products import stock_case
from ksdesk.domain.aftersales.cases import AftersalesCase, ImportedCase, joined
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.evidence import SoldOrder
from ksdesk.domain.aftersales.files import OUTCOMES, CaseFile
from ksdesk.domain.aftersales.promises import FollowUp, follow_ups
from ksdesk.domain.aftersales.ranking import Ranking, ranking
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage import Reader

RANKED_DAYS: Final = 30
CLOSED: Final = 500
"""So many closed cases are shown."""


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


def open_cases(reader: Reader, rules: RuleBook) -> tuple[CaseStanding, ...]:
    """The cases that are not over, by the time that is left; the buyer's turn stands last."""
    files = reader.notes.having(CaseFile, id=reader.aftersales.open_files())
    found = _joined(reader, reader.aftersales.open(), files)
    return _sorted((case for case in found if not case.closed), rules)


def closed_cases(reader: Reader, rules: RuleBook, words: str = "") -> tuple[CaseStanding, ...]:
    """The latest of those that are over, the latest first; of all in the book those that hold
    these words."""
    parts = words.split()
    if parts:
        files = reader.notes.having(CaseFile, id=reader.aftersales.files_saying(parts))
    else:
        files = reader.notes.having(CaseFile, CLOSED, outcome=list(OUTCOMES))
    found = _joined(reader, reader.aftersales.closed(parts), files)
    return _sorted((case for case in found if case.closed), rules)[:CLOSED]


def named(reader: Reader, rules: RuleBook, name: str) -> tuple[CaseStanding, ...]:
    """A case by its name; none where it is not there."""
    what, _, number = name.partition(":")
    if what == "no":
        found = _joined(reader, reader.aftersales.those([number], ()), ())
    else:
        file = reader.notes.one(CaseFile, int(number)) if number.isdigit() else None
        found = _joined(reader, (), (file,)) if file is not None else ()
    return _sorted((case for case in found if name in case.names), rules)


def _joined(
    reader: Reader, rows: Sequence[ImportedCase], files: Sequence[CaseFile]
) -> tuple[AftersalesCase, ...]:
    """Rows with all that is noted of them, and files with all rows of their cases and orders."""
    by_number = {row.case_no: row for row in rows}
    known = {file.case_no for file in files if file.case_no}
    orders = {file.order_no for file in files if not file.case_no}
    more = reader.aftersales.those(known - by_number.keys(), orders)
    by_number.update((row.case_no, row) for row in more)
    noted = reader.notes.having(CaseFile, case_no=[*by_number.keys() - known])
    return joined(by_number.values(), [*files, *noted])


def _sorted(cases: Iterable[AftersalesCase], rules: RuleBook) -> tuple[CaseStanding, ...]:
    working_day = working_days(rules)
    return tuple(sorted((_standing(case, rules, working_day) for case in cases), key=_urgency))


def ranked(reader: Reader, now: datetime) -> Ranking:
    """Why goods came back in the last days, and which."""
    return ranking(reader.aftersales.reasons(now - timedelta(days=RANKED_DAYS)))


def _standing(
    case: AftersalesCase, rules: RuleBook, working_day: Callable[[date], bool]
) -> CaseStanding:
    owed = (
        replace(one, unsure=unannounced(rules, one.made_on, one.due))
        for one in follow_ups(case.file, working_day)
    )
    return CaseStanding(case, case.clock(rules), tuple(owed))


def _urgency(one: CaseStanding) -> tuple[object, ...]:
    case = one.case
    if case.closed:
        ended = case.closed_at or case.opened or datetime.min
        return 2, not case.unsettled, datetime.max - ended
    opened = case.opened or datetime.max
    return (0, one.due or datetime.max, opened) if one.running or one.due else (1, opened, opened)


def sold(reader: Reader, order_no: str) -> SoldOrder | None:
    """An imported order by its number; None where no file has it."""
    names, rows = reader.records.of_order("orders", order_no)
    lines = [dict(zip(names, row, strict=True)) for row in rows]
    if not lines:
        return None
    first, work = lines[0], reader.order_work.of([order_no]).get(order_no)
    noted = work.parcels[0] if work is not None and work.parcels else None
    goods = dict.fromkeys(line.get("product_name") for line in lines)
    amounts = [line["paid"] for line in lines if line.get("paid") is not None]
    moments = (first.get(name) for name in ("paid_at", "ship_by", "shipped_at"))
    paid_at, ship_by, shipped_at = (from_seconds(at) if at else None for at in moments)
    return SoldOrder(
        "、".join(filter(None, goods)),
        first.get("product_id") or "",
        sum(amounts) if amounts else None,
        paid_at,
        ship_by,
        shipped_at,
        first.get("courier") or (noted.courier if noted else ""),
        first.get("tracking_no") or (noted.number if noted else ""),
        work.checks if work is not None else (),
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
