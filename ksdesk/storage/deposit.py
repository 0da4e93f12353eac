"""The deposit ledger: lines are added, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from peewee import JOIN, fn

from ksdesk.domain.calendar import add_months, month_start
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import Entry, NewEntry
from ksdesk.domain.traffic import day_start, from_seconds
from ksdesk.storage import damage
from ksdesk.storage.damage import readable
from ksdesk.storage.models.deposit import DepositEntry as Row
from ksdesk.storage.order_states import only_sales
from ksdesk.storage.session import Session

_DETAILS: Final = (Row.rule, Row.order, Row.proof, Row.serial, Row.restores)


class DepositReader:
    """Reads the ledger."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def entries(self, account: str) -> tuple[Entry, ...]:
        """All lines of an account by day and number, each with the balance after it."""
        back = Row.alias()
        running = fn.SUM(Row.amount).over(order_by=[Row.day, Row.id])
        query = (
            Row.select(
                Row.day,
                Row.kind,
                Row.amount,
                Row.note,
                Row.origin,
                Row.reverses,
                Row.batch,
                Row.id,
                back.id,
                running,
                *_DETAILS,
            )
            .join(back, JOIN.LEFT_OUTER, on=(back.reverses == Row.id))
            .where(Row.account == account)
            .order_by(Row.day, Row.id)
            .tuples()
        )
        with self.session.reading():
            rows = list(query)
        number = {each: n for n, each in enumerate(sorted(row[7] for row in rows), 1)}
        make = partial(_entry, account, number)
        return tuple(readable(self.session, "deposit_entry", rows, lambda row: make(*row)))

    def by_number(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """The lines with these numbers, of any account."""
        wanted = set(numbers)
        return tuple(e for a in self.accounts() for e in self.entries(a) if e.id in wanted)

    def of_batch(self, number: int) -> tuple[Entry, ...]:
        """The lines that an import brought, in the order in which it wrote them."""
        lines = (e for a in self.accounts() for e in self.entries(a))
        mine = (e for e in lines if e.batch == number and e.reverses is None)
        return tuple(sorted(mine, key=lambda e: e.id))

    def accounts(self) -> tuple[str, ...]:
        """The accounts that have lines."""
        with self.session.reading():
            return tuple(r[0] for r in Row.select(Row.account).distinct().tuples())

    def balances(self, until: date | None = None) -> dict[str, int]:
        """The balance in fen of each account that has lines, at the end of `until`."""
        query = Row.select(Row.account, fn.SUM(Row.amount)).group_by(Row.account).tuples()
        if until is not None:
            query = query.where(Row.day <= until.isoformat())
        with self.session.reading():
            return {account: int(total) for account, total in query}

    def days(self, account: str, until: date) -> dict[date, int]:
        """What each day up to *until* moved, in fen, by day; days without a line are absent."""
        query = (
            Row.select(Row.day, fn.SUM(Row.amount))
            .where((Row.account == account) & (Row.day <= until.isoformat()))
            .group_by(Row.day)
            .order_by(Row.day)
            .tuples()
        )
        with self.session.reading():
            return dict(readable(self.session, "deposit_entry", query, _day_sum))

    def sold(self) -> dict[date, int]:
        """What the imported orders (订单) of each month came to in fen, unpaid ones aside, by the
        last day on which something was sold; a month in which nothing was is left out.
        """
        found: dict[date, int] = {}
        with self.session.reading():
            sales, states = only_sales(self.session)
            run = self.session.db.execute_sql
            ends = "(SELECT min(time) FROM order_row), (SELECT max(time) FROM order_row)"
            first, last = run(f"SELECT {ends}").fetchone()  # both at once would scan every order
            if first is None:
                return found
            # Month by month along the index of time: grouping would sort every order.
            sql = f"""SELECT max(time), sum(paid) FROM order_row
                WHERE time >= ? AND time < ? AND paid > 0 AND {sales}"""
            month = month_start(from_seconds(first).date())
            while (start := day_start(month)) <= last:
                month = add_months(month, 1)
                at, total = run(sql, (start, day_start(month), *states)).fetchone()
                if at is not None:
                    found[from_seconds(at).date()] = int(total)
        return found

    def serials(self) -> frozenset[str]:
        """The 账务流水号 of the imported lines that stand; a reversed one is free again."""
        back = Row.alias()
        query = (
            Row.select(Row.serial)
            .join(back, JOIN.LEFT_OUTER, on=(back.reverses == Row.id))
            .where((Row.serial != "") & Row.reverses.is_null() & back.id.is_null())
            .tuples()
        )
        with self.session.reading():
            return frozenset(serial for (serial,) in query)

    def unreversed(self, origin: str) -> tuple[Entry, ...]:
        """The lines with this origin that stand: neither reversed nor reversals."""
        return tuple(
            entry
            for account in self.accounts()
            for entry in self.entries(account)
            if entry.origin == origin and entry.reversed_by is None and entry.reverses is None
        )


class DepositWriter:
    """Adds to the ledger."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, entries: Iterable[NewEntry], now: datetime) -> Changes:
        """Write lines in one transaction; `ref` is the tuple of their numbers."""
        stamp = now.isoformat(sep=" ", timespec="seconds")
        with self.session.writing():
            numbers = tuple(
                Row.insert(
                    account=e.account,
                    day=e.day.isoformat(),
                    kind=e.kind,
                    amount=e.amount,
                    note=e.note,
                    origin=e.origin,
                    reverses=e.reverses,
                    batch=e.batch,
                    written_at=stamp,
                    rule=e.rule,
                    order=e.order,
                    proof=e.proof,
                    serial=e.serial,
                    restores=e.restores,
                ).execute()
                for e in entries
            )
        return Changes.of("deposit", "today", ref=numbers)


def _day_sum(row: tuple[str, int]) -> tuple[date, int]:
    return damage.day(row[0]), int(row[1])


def _entry(account: str, number: dict[int, int], day: str, *values: Any) -> Entry:
    kind, amount, note, origin, reverses, batch, row, reversed_by, balance, *details = values
    rule, order, proof, serial, restores = details
    return Entry(
        account,
        damage.day(day),
        kind,
        amount,
        note,
        origin,
        reverses,
        batch,
        row,
        reversed_by,
        balance,
        number[row],
        number.get(reverses or reversed_by),
        rule=rule,
        order=order,
        proof=proof,
        serial=serial,
        restores=restores,
    )
