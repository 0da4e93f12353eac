"""The states of the imported orders, and which of them are no sales."""

from __future__ import annotations

from typing import Final

from ksdesk.domain.order_states import no_sales
from ksdesk.storage.session import Session

_FEW: Final = 20

# One step in the index for each state instead of a look at every order.
_SEEN = """WITH RECURSIVE seen (status) AS (
    SELECT min(status) FROM order_row UNION ALL
    SELECT (SELECT min(status) FROM order_row WHERE status > seen.status) FROM seen
        WHERE seen.status IS NOT NULL)
    SELECT status FROM seen WHERE status IS NOT NULL"""


def states(session: Session) -> list[str]:
    """What files call the states of orders; called inside a reading block."""
    return [str(status) for (status,) in session.db.execute_sql(_SEEN).fetchall()]


def only_sales(session: Session) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on order_row and its values; called inside a reading block."""
    others = no_sales(states(session))
    if len(others) <= _FEW:  # half the time of a list, which is looked up for each order
        return " AND ".join(["status IS NOT ?"] * len(others)) or "TRUE", others
    marks = ", ".join("?" for _ in others)
    return f"(status IS NULL OR status NOT IN ({marks}))", others
