"""The states of the imported orders that are no sales."""

from __future__ import annotations

from ksdesk.domain.order_states import no_sales
from ksdesk.storage.session import Session


def only_sales(session: Session) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on order_row and its values; called inside a reading block."""
    seen = session.db.execute_sql("SELECT DISTINCT status FROM order_row WHERE status IS NOT NULL")
    states = no_sales(row[0] for row in seen.fetchall())
    marks = ", ".join("?" for _ in states)
    return f"(status IS NULL OR status NOT IN ({marks}))", states
