"""Who bought when, as far as orders tell."""

from __future__ import annotations

from ksdesk.domain.reviews.repeats import Purchases
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.session import Session

_BOUGHT = "coalesce(nullif(paid_at, 0), time) / 86400"


class ReviewReader:
    """Reads what reviews ask of orders."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def purchases(self) -> Purchases:
        """Every order that is a sale, paid in Beijing's day; of unknown buyers only how many."""
        with self.session.reading():
            sale, states = only_sales(self.session)
            run = self.session.db.execute_sql
            known = run(
                f"SELECT buyer_key, {_BOUGHT} FROM order_row"
                f" WHERE buyer_key IS NOT NULL AND {sale}",
                states,
            ).fetchall()
            orders, named = run(
                f"""SELECT count(*), total(known) FROM (SELECT max(buyer_key IS NOT NULL) AS known
                    FROM order_row WHERE {sale} GROUP BY order_no)""",
                states,
            ).fetchone()
        numbers: dict[str, int] = {}
        buyers = [numbers.setdefault(key, len(numbers)) for key, _ in known]
        return Purchases(buyers, [day for _, day in known], orders, orders - int(named))
