"""Imported after-sales cases, each with when it was read and what its order says of the goods."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from ksdesk.domain.aftersales.cases import ImportedCase
from ksdesk.domain.aftersales.states import state_of
from ksdesk.domain.traffic import from_seconds, to_seconds
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.like import within
from ksdesk.storage.session import Session
from ksdesk.storage.several import batches, marks

_SOLD = "(SELECT product_name FROM order_row AS sold WHERE sold.order_no = one.order_no LIMIT 1)"
_CASES = f"""
SELECT one.case_no, one.order_no,
    CASE WHEN one.product_name IS NULL THEN {_SOLD} ELSE one.product_name END,
    one.product_id, one.spec, one.case_kind, one.after_sale, one.case_reason, one.return_no,
    one.case_refund, one.paid, batch.started_at,
    one.time, one.expires_at, one.agreed_at, one.sent_back_at, one.closed_at
FROM aftersales_row AS one LEFT JOIN batch ON batch.id = one.batch
"""
_TOLD: Final = f"""(coalesce(one.case_no, '') || ' ' || coalesce(one.order_no, '') || ' '
    || coalesce(one.product_name, {_SOLD}, '') || ' ' || coalesce(one.case_reason, ''))"""
_BEGUN: Final = f"""
    SELECT coalesce(nullif(file.reason, ''), one.case_reason, '') AS reason,
        coalesce(one.product_name, {_SOLD}, '') AS product, one.order_no, one.time AS at,
        NULL AS opened, file.said
    FROM aftersales_row AS one LEFT JOIN aftersales_file AS file
        ON file.case_no = one.case_no AND file.binned_at IS NULL
    WHERE one.time >= ? AND one.time < ?
    UNION ALL
    SELECT reason, product, order_no, NULL, opened_at, said
    FROM aftersales_file
    WHERE case_no = '' AND binned_at IS NULL AND opened_at >= ? AND opened_at < ?
        AND order_no NOT IN (SELECT coalesce(order_no, '') FROM aftersales_row WHERE time >= ?)
"""
_LATEST: Final = 500


class AftersalesReader:
    """Reads imported cases."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def open(self) -> tuple[ImportedCase, ...]:
        """Those that are not closed."""
        with self.session.reading():
            closed = self._closed()
            return self._read(f"coalesce(one.after_sale, '') NOT IN ({marks(closed)})", closed)

    def open_files(self) -> list[int]:
        """The numbers of what is noted of cases that neither seller nor platform have closed."""
        with self.session.reading():
            closed = self._closed()
            sql = f"""
                SELECT file.id FROM aftersales_file AS file
                WHERE file.outcome = '' AND file.binned_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM aftersales_row AS row WHERE row.order_no = file.order_no
                    AND row.case_no = file.case_no AND row.after_sale IN ({marks(closed)}))"""
            return [number for (number,) in self.session.db.execute_sql(sql, closed).fetchall()]

    def closed(self, words: Sequence[str] = ()) -> tuple[ImportedCase, ...]:
        """The latest ones that are closed; only those in which all these words stand."""
        holds = "".join(f" AND {_TOLD} LIKE ? ESCAPE '\\'" for _ in words)
        with self.session.reading():
            closed = self._closed()
            where = f"one.after_sale IN ({marks(closed)}){holds}"
            bound = [*closed, *map(within, words)]
            return self._read(f"{where} ORDER BY one.time DESC LIMIT {_LATEST}", bound)

    def files_saying(self, words: Sequence[str]) -> list[int]:
        """The numbers of the latest closed files in whose numbers, goods, reason, note or talk all
        these words stand."""
        told = " || ' ' || ".join(("order_no", "case_no", "product", "reason", "note", "said"))
        holds = "".join(f" AND ({told}) LIKE ? ESCAPE '\\'" for _ in words)
        sql = f"""SELECT id FROM aftersales_file WHERE outcome <> '' AND binned_at IS NULL{holds}
            ORDER BY closed_at DESC LIMIT {_LATEST}"""
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, list(map(within, words)))
            return [number for (number,) in rows.fetchall()]

    def those(self, numbers: Collection[str], orders: Collection[str]) -> tuple[ImportedCase, ...]:
        """Those with one of these numbers, or of one of these orders."""
        found: dict[str, ImportedCase] = {}
        with self.session.reading():
            for name, values in (("case_no", numbers), ("order_no", orders)):
                for some in batches(sorted(filter(None, values))):
                    more = self._read(f"one.{name} IN ({marks(some)})", some)
                    found.update((case.case_no, case) for case in more)
        return tuple(found.values())

    def closed_count(self) -> int:
        """How many cases are closed, by the platform or by the seller."""
        with self.session.reading():
            states = self._closed()
            imported = f"SELECT count(*) FROM aftersales_row WHERE after_sale IN ({marks(states)})"
            noted = f"""
                SELECT count(*) FROM aftersales_file AS file
                WHERE file.outcome <> '' AND file.binned_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM aftersales_row AS row WHERE row.order_no = file.order_no
                    AND (file.case_no = '' OR row.case_no = file.case_no)
                    AND row.after_sale IN ({marks(states)}))"""
            run = self.session.db.execute_sql
            return sum(int(run(sql, states).fetchone()[0]) for sql in (imported, noted))

    def reasons(
        self, since: datetime, until: datetime = datetime.max
    ) -> tuple[tuple[str, str, int], ...]:
        """Reason, product and how many cases there are of both, of those begun in a span."""
        sql = f"SELECT reason, product, count(*) FROM ({_BEGUN}) GROUP BY reason, product"
        with self.session.reading():
            return tuple(self.session.db.execute_sql(sql, _bound(since, until)).fetchall())

    def begun(self, since: datetime, until: datetime) -> list[tuple[str, datetime, str]]:
        """The same case by case, the newest first: its order, when it began, and the reason."""
        sql = f"SELECT order_no, at, opened, reason FROM ({_BEGUN})"
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, _bound(since, until)).fetchall()
        found = [(order or "", _opened(at, opened), reason) for order, at, opened, reason in rows]
        return sorted(found, key=lambda case: case[1], reverse=True)

    def answers(self, since: datetime, until: datetime) -> list[timedelta]:
        """How long the seller's first word took in each of the cases begun in a span in which one
        is noted."""
        sql = f"SELECT at, opened, said FROM ({_BEGUN}) WHERE said IS NOT NULL"
        with self.session.reading():
            rows = self.session.db.execute_sql(sql, _bound(since, until)).fetchall()
        took = readable(self.session, "aftersales_file", rows, _answer)
        return [one for one in took if one is not None]

    def any(self) -> bool:
        """Whether the book has any case."""
        sql = """SELECT 1 FROM aftersales_row UNION ALL SELECT 1 FROM aftersales_file
            WHERE binned_at IS NULL LIMIT 1"""
        with self.session.reading():
            return self.session.db.execute_sql(sql).fetchone() is not None

    def ended(self, since: datetime, until: datetime) -> tuple[int, int | None]:
        """How many cases ended in a span, and the fen they cost, None where no cost is noted."""
        files = """SELECT count(*), sum(cost) FROM aftersales_file WHERE outcome <> ''
            AND binned_at IS NULL AND closed_at >= ? AND closed_at < ?"""
        rows = """SELECT count(*) FROM aftersales_row AS one WHERE closed_at >= ? AND closed_at < ?
            AND NOT EXISTS (SELECT 1 FROM aftersales_file AS file WHERE file.outcome <> ''
                AND file.binned_at IS NULL AND file.order_no = one.order_no
                AND file.case_no IN ('', one.case_no))"""
        with self.session.reading():
            run = self.session.db.execute_sql
            noted, cost = run(files, [_stamp(since), _stamp(until)]).fetchone()
            (imported,) = run(rows, [to_seconds(since), to_seconds(until)]).fetchone()
        return int(noted) + int(imported), cost

    def _closed(self) -> list[str]:
        """The states in the book that say that a case is over."""
        seen = self.session.db.execute_sql("SELECT DISTINCT after_sale FROM aftersales_row")
        return [said for (said,) in seen.fetchall() if said and state_of(said) == "closed"]

    def _read(self, where: str, bound: Sequence[str]) -> tuple[ImportedCase, ...]:
        sql = f"{_CASES} WHERE {where}"
        rows = self.session.db.execute_sql(sql, bound).fetchall()
        return tuple(readable(self.session, "aftersales_row", rows, _case))


def _bound(since: datetime, until: datetime) -> list[Any]:
    """The values of `_BEGUN`."""
    start = to_seconds(since)
    return [start, to_seconds(until), *map(_stamp, (since, until)), start]


def _opened(seconds: int | None, noted: str) -> datetime:
    return from_seconds(seconds) if seconds else datetime.fromisoformat(noted)


def _answer(row: tuple[Any, ...]) -> timedelta | None:
    at, opened, said = row
    mine = [moment(spoken) for spoken, who, _words, _step in json.loads(said) if who == "seller"]
    return max(min(mine) - _opened(at, opened), timedelta(0)) if mine else None


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _case(row: tuple[Any, ...]) -> ImportedCase:
    values: list[Any] = [text or "" for text in row[:9]]
    read_at = row[11]
    values += [*row[9:11], moment(read_at) if read_at else None]
    values += [from_seconds(at) if at else None for at in row[12:]]
    return ImportedCase(*values)
