"""What went back of orders: settled, or paid by after-sales cases that ended so."""

from __future__ import annotations

from collections.abc import Sequence

from ksdesk.domain.aftersales.states import paid_back
from ksdesk.storage.session import Session


def refunds(session: Session, order_nos: Sequence[str] | None = None) -> dict[str, int]:
    """What went back of some orders or of all, by their numbers, in fen; called inside a reading
    block.
    """
    named = "" if order_nos is None else f"AND order_no IN ({', '.join('?' * len(order_nos))})"
    values = tuple(order_nos or ())
    run = session.db.execute_sql
    found: dict[str, int] = dict(run("SELECT order_no, sum(refund) FROM settlement_row"
        f" WHERE refund > 0 {named} GROUP BY order_no", values))  # fmt: skip
    cases = run("SELECT order_no, after_sale, sum(case_refund) FROM aftersales_row"
        f" WHERE case_refund > 0 {named} GROUP BY order_no, after_sale", values)  # fmt: skip
    given: dict[str, int] = {}
    for order_no, state, fen in cases:
        if paid_back(state):
            given[order_no] = given.get(order_no, 0) + fen
    for order_no, fen in given.items():
        found[order_no] = max(found.get(order_no, 0), fen)
    return found
