"""Who bought when, as far as orders tell, and lives and works that imported reports tell of."""

from __future__ import annotations

from typing import Any, Final

from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, VIDEOS_BELOW, Broadcast
from ksdesk.domain.reviews.repeats import Purchases
from ksdesk.domain.traffic import from_seconds
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.session import Session
from ksdesk.storage.traffic.own_rows import lasted

_BOUGHT = "coalesce(nullif(paid_at, 0), time) / 86400"
_SUMS: Final = {
    "viewers": "sum(views)",
    "peak": "max(peak_viewers)",
    "stay": "avg(stay_seconds)",
    "new_fans": "sum(new_fans)",
    "lost_fans": "sum(unfollows)",
    "comments": "coalesce(sum(comments), sum(live_comments))",
    "exposures": "sum(impressions)",
    "entered": "sum(entries)",
    "clicks": "sum(product_clicks)",
    "paid_orders": "sum(orders)",
    "sales": "sum(gmv)",
    "refunds": "sum(refunds)",
    "spend": "sum(spend)",
}


class ReviewReader:
    """Reads what reviews ask of orders and reports."""

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

    def reported(self) -> tuple[Broadcast, ...]:
        """Lives and videos; their numbers are below 0, for they are no notes."""
        return (*self._lives(), *self._videos())

    def _videos(self) -> list[Broadcast]:
        sql = """SELECT id, time, coalesce(work_title, ''), work_plays, work_likes, work_comments,
            work_shares, work_new_fans FROM video_row WHERE time > 0 ORDER BY time"""
        with self.session.reading():
            rows = self.session.db.execute_sql(sql).fetchall()
        names = ("viewers", "likes", "comments", "shares", "new_fans")
        found = []
        for number, time, name, *told in rows:
            figures: dict[str, Any] = dict(zip(names, map(_whole, told), strict=True))
            began = from_seconds(time)
            found.append(Broadcast(VIDEO, began, name, id=VIDEOS_BELOW - number, **figures))
        return found

    def _lives(self) -> list[Broadcast]:
        """One of each first second, which is its number below 0."""
        sql = f"""SELECT time, max(coalesce(live_name, '')), max(extra), {", ".join(_SUMS.values())}
            FROM traffic_row WHERE grain = 'live' AND level = 0 AND time > 0
                AND coalesce(way, '') <> 'typed' GROUP BY time ORDER BY time"""
        with self.session.reading():
            rows = self.session.db.execute_sql(sql).fetchall()
        found = []
        for time, name, extra, *values in rows:
            told = {code: _whole(value) for code, value in zip(_SUMS, values, strict=True)}
            began = from_seconds(time)
            figures: dict[str, Any] = {"seconds": lasted(extra), **told}
            found.append(Broadcast(LIVE, began, name, id=-time, **figures))
        return found


def _whole(value: float | None) -> int | None:
    return None if value is None or value < 0 else round(value)
