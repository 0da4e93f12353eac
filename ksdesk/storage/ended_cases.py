"""After-sales cases that gave money back or cost something, as platform and seller tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from ksdesk.domain.aftersales.files import MONEY_BACK
from ksdesk.domain.aftersales.states import kind_of, paid_back
from ksdesk.storage.damage import known, moment, nth_day, whole

CASES: Final = """order_no, coalesce(closed_at, agreed_at, time), case_refund, case_kind,
    after_sale, case_no, product_id, product_name"""
"""The columns of aftersales_row that `ended_cases` reads, and after them those of the files."""
FILES: Final = "order_no, closed_at, refund, kind, outcome, case_no, cost, binned_at"


@dataclass(frozen=True, slots=True)
class Ended:
    """A case as it ended: fen that went back (0: none, None: nobody says how much), its kind where
    money did, what it cost beyond that as the seller noted, and what the platform's file says it is
    about."""

    on: date
    refund: int | None
    kind: str
    cost: int | None
    item: str = ""
    name: str = ""


def ended_cases(
    rows: Sequence[tuple[Any, ...]], files: Sequence[tuple[Any, ...]]
) -> Iterator[Ended]:
    """The ended cases of one order, each once: as the platform's file says, with what the seller
    noted of it, else as the seller says.
    """
    noted = {row[5]: row for row in files if row[4] and row[7] is None and _has_day(row[1])}
    if len(rows) == 1 and "" in noted and rows[0][5] not in noted:
        noted[rows[0][5]] = noted.pop("")  # opened by hand before the platform's file came
    for _, time, refund, kind, state, number, item, name in rows:
        file = noted.get(number)
        if refund != 0 and paid_back(str(state or "")):
            noted.pop(number, None)
            told = kind_of(str(kind or ""), str(state or ""))
            cost = None if file is None else known(file[6])
            on = nth_day(whole(time) // 86_400)
            yield Ended(on, known(refund), told, cost, str(item or ""), str(name or ""))
    wanted = {row[5]: row[2] for row in rows}
    for _, closed, refund, kind, outcome, number, cost, _ in noted.values():
        given = known(wanted.get(number) if refund is None else refund)
        back = given if outcome in MONEY_BACK else 0
        told = "return_refund" if outcome == "returned" else str(kind or "")
        yield Ended(moment(closed).date(), back, "" if back == 0 else told, known(cost))


def _has_day(closed: Any) -> bool:
    try:
        return moment(closed) is not None
    except (ValueError, TypeError):
        return False
