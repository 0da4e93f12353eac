"""Imported after-sales cases, each with when it was read and what its order says of the goods."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ksdesk.domain.aftersales.cases import ImportedCase
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.session import Session

_SOLD = "(SELECT product_name FROM order_row AS sold WHERE sold.order_no = one.order_no LIMIT 1)"
_CASES = f"""
SELECT one.case_no, one.order_no,
    CASE WHEN one.product_name IS NULL THEN {_SOLD} ELSE one.product_name END,
    one.product_id, one.spec, one.case_kind, one.after_sale, one.case_reason,
    one.case_refund, one.paid, batch.started_at,
    one.time, one.expires_at, one.agreed_at, one.sent_back_at, one.closed_at
FROM aftersales_row AS one LEFT JOIN batch ON batch.id = one.batch
ORDER BY one.time, one.id
"""


class AftersalesReader:
    """Reads imported cases."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def imported(self) -> tuple[ImportedCase, ...]:
        """All of them, in the order of their moments."""
        with self.session.reading():
            return tuple(map(_case, self.session.db.execute_sql(_CASES).fetchall()))


def _case(row: tuple[Any, ...]) -> ImportedCase:
    values: list[Any] = [text or "" for text in row[:8]]
    read_at = row[10]
    values += [*row[8:10], datetime.fromisoformat(read_at) if read_at else None]
    values += [from_seconds(at) if at else None for at in row[11:]]
    return ImportedCase(*values)
