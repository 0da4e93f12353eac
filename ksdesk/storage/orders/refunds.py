"""What went back of orders: settled, or paid by after-sales cases that ended so."""

from __future__ import annotations

from collections.abc import Sequence

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
    cases = run("SELECT order_no, sum(case_refund) FROM aftersales_row WHERE case_refund > 0"
        f" AND (after_sale LIKE '%成功%' OR after_sale = '60') {named} GROUP BY order_no",
        values)  # fmt: skip
    for order_no, fen in cases:
        found[order_no] = max(found.get(order_no, 0), fen)
    return found
