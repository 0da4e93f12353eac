"""No sequence of what a seller can do breaks Σ: every day, every account, back and forth."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import peewee
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ksdesk.actions import deposit, opening
from ksdesk.actions.deposit import movements, notes, refund
from ksdesk.actions.deposit import reconcile as books
from ksdesk.actions.deposit.cases import cases
from ksdesk.domain.deposit import LEDGER_KINDS, balance
from ksdesk.domain.deposit.ledger import ACCOUNTS, NewEntry
from ksdesk.domain.deposit.movements import Movement
from ksdesk.domain.deposit.notes import KINDS, SubShop
from ksdesk.storage import Store

NOW = datetime(2026, 11, 18, 10, 20)
FIRST = date(2026, 11, 1)
SPAN = tuple(FIRST + timedelta(days=n) for n in range(21))
DAYS = st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n))
SOME = st.sampled_from(ACCOUNTS)
FEN = st.integers(1, 10**9)
MOVING = [kind.code for kind in LEDGER_KINDS.values() if kind.moves]


class SumsMachine(RuleBasedStateMachine):
    """Beside the book stands the state before each step: an undo must bring exactly that back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.book = Store.open(Path(self.folder.name) / "a.ksdesk")
        self.seen: dict[int, tuple] = {}
        self.done: list[tuple] = []
        self.undone: list[tuple] = []

    def state(self) -> tuple:
        """What the seller can tell: every day's balances, what is noted, serials that stand."""
        reader = self.book.reader
        levels = tuple(
            tuple(balance(entries, day) for day in SPAN)
            for entries in map(reader.deposit.entries, ACCOUNTS)
        )
        noted = tuple(reader.notes.all(kind) for kind in KINDS)
        return levels, noted, reader.deposit.serials()

    def did(self, before: tuple, changes: object) -> None:
        if changes.undo is None:
            assert self.state() == before
        else:
            self.done.append((changes.undo, before))
            self.undone.clear()

    def swing(self, here: list[tuple], there: list[tuple]) -> None:
        call, expected = here.pop()
        before = self.state()
        changes = call(self.book)
        assert self.state() == expected
        assert changes.undo is not None
        there.append((changes.undo, before))

    @rule(account=SOME, day=DAYS, amount=FEN, kind=st.sampled_from(MOVING))
    def add(self, account: str, day: date, amount: int, kind: str) -> None:
        before = self.state()
        sign = LEDGER_KINDS[kind].sign or 1
        self.did(before, deposit.add(self.book, [NewEntry(account, day, kind, sign * amount)], NOW))

    @rule(numbers=st.lists(st.integers(1, 30), min_size=1, max_size=3), day=DAYS)
    def reverse(self, numbers: list[int], day: date) -> None:
        before = self.state()
        entries = self.book.reader.deposit.by_number(numbers)
        known = {e.id for e in entries}
        day = max([day, *(e.day for e in entries)])  # never before its line
        if known:
            self.did(before, deposit.reverse(self.book, sorted(known), day, "why", NOW))

    @rule(account=SOME, day=DAYS, shown=st.integers(-(10**9), 10**9))
    def reconcile(self, account: str, day: date, shown: int) -> None:
        before = self.state()
        changes = books.reconcile(self.book, account, shown, day, "对账", NOW)
        assert self.book.reader.deposit.balances(day).get(account, 0) == shown
        self.did(before, changes)

    @rule(
        account=SOME,
        rows=st.lists(st.tuples(st.sampled_from("ABCD"), FEN, st.booleans(), DAYS), max_size=4),
    )
    def take_in(self, account: str, rows: list[tuple]) -> None:
        before = self.state()
        file = [
            Movement(
                serial,
                "",
                datetime(day.year, day.month, day.day),
                "in" if inwards else "out",
                amount,
                None,
                "",
                "晚发立赔",
            )
            for serial, amount, inwards, day in rows
        ]
        mapped = movements.preview(self.book.reader, file, account)
        total = sum(guess.movement.signed for guess in mapped.lines)
        start = self.book.reader.deposit.balances().get(account, 0)
        changes = movements.commit(self.book, mapped, NOW)
        assert self.book.reader.deposit.balances().get(account, 0) == start + total
        self.did(before, changes)

    @rule(day=DAYS, amount=FEN)
    def first_deposit(self, day: date, amount: int) -> None:
        before = self.state()
        self.did(before, opening.book_deposit(self.book, {"own": amount}, day, "", NOW))

    @rule(receivables=FEN)
    def sub_shop(self, receivables: int) -> None:
        before = self.state()
        self.did(before, notes.keep(self.book, SubShop("二店", receivables, FIRST), NOW))

    @rule(account=SOME, day=DAYS, share=st.integers(1, 4))
    def transfer(self, account: str, day: date, share: int) -> None:
        before = self.state()
        for shop in self.book.reader.notes.all(SubShop):
            amount = shop.receivables // share
            if amount:
                done = notes.transfer(self.book, shop.id, account, amount, day, "", NOW)
                self.did(before, done)

    @rule(day=DAYS, amount=st.integers(0, 10**6))
    def go_on_with_the_refund(self, day: date, amount: int) -> None:
        before = self.state()
        known = refund.case(self.book.reader)
        noted = cases(self.book.reader)  # a second refund is not dated before the first, either
        steps = [(c.closed_on, c.applied_on, c.deducted_on, c.paid_on) for c in noted]
        day = max(day, *(step for each in steps for step in each if step is not None), day)
        lines = self.book.reader.deposit.entries("promotion")
        amount = min(amount, max(0, min(balance(lines, at) for at in SPAN if at >= day)))
        if known is None or known.state in ("preparing", "paid"):
            self.did(before, refund.apply(self.book, day, "", NOW))
        elif known.state == "applied":
            self.did(before, refund.deducted(self.book, amount, day, "", NOW))
        else:
            self.did(before, refund.paid(self.book, amount, day, "", NOW))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.swing(self.done, self.undone)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.swing(self.undone, self.done)

    @invariant()
    def every_balance_is_a_sum(self) -> None:
        reader = self.book.reader.deposit
        for account in ACCOUNTS:
            entries = reader.entries(account)
            total = 0
            for one in entries:
                total += one.amount
                assert one.balance == total
            assert reader.balances().get(account, 0) == total
            assert sum(reader.days(account, SPAN[-1]).values()) == total
            middle = FIRST + timedelta(days=10)
            so_far = sum(e.amount for e in entries if e.day <= middle)
            assert reader.balances(middle).get(account, 0) == so_far

    @invariant()
    def nothing_written_ever_changes(self) -> None:
        reader = self.book.reader.deposit
        now = {
            e.id: (e.account, e.day, e.kind, e.amount, e.note, e.reverses, e.serial)
            for account in ACCOUNTS
            for e in reader.entries(account)
        }
        assert self.seen.items() <= now.items()
        self.seen = now

    @invariant()
    def the_database_refuses(self) -> None:
        if self.seen:
            for statement in ("UPDATE deposit_entry SET amount = 0", "DELETE FROM deposit_entry"):
                with self.book.connection(), pytest.raises(peewee.IntegrityError):
                    self.book.session.db.execute_sql(statement)

    def teardown(self) -> None:
        while self.done:
            self.swing(self.done, self.undone)
        assert not any(any(levels) for levels in self.state()[0])
        self.book.close()
        self.folder.cleanup()


class LongSumsMachine(SumsMachine):
    """The same for as long as a fuzz may run."""


SumsMachine.TestCase.settings = settings(max_examples=6, stateful_step_count=14, deadline=None)
LongSumsMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=50, deadline=None)
TestSums = SumsMachine.TestCase
TestSums.pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
TestLongSums = pytest.mark.fuzz(pytest.mark.timeout(1800)(LongSumsMachine.TestCase))
