"""The ledger: balances are sums at any date, and the database itself refuses any change."""

from __future__ import annotations

import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

import peewee
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ksdesk.actions import deposit
from ksdesk.domain.deposit.ledger import ACCOUNTS, NewEntry
from ksdesk.storage import Store

NOW = datetime(2026, 11, 18, 10, 20)
FIRST = date(2026, 1, 1)
DAYS = st.integers(0, 400).map(lambda n: FIRST + timedelta(days=n))


def entry(amount: int, day: date = FIRST, account: str = "own", **more: object) -> NewEntry:
    kind = "paid_in" if amount > 0 else "deduction"
    return NewEntry(account, day, kind, amount, **more)


def test_running_balance_is_by_day_then_number(book):
    late, early = date(2026, 5, 2), date(2026, 5, 1)
    book.deposit.add([entry(500, late), entry(300, early), entry(-100, late)], NOW)
    rows = [(e.id, e.day, e.balance) for e in book.reader.deposit.entries("own")]
    assert rows == [(2, early, 300), (1, late, 800), (3, late, 700)]


def test_each_account_counts_its_own_lines(book):
    book.deposit.add([entry(500), entry(90, account="promotion"), entry(70)], NOW)
    book.deposit.add([entry(-70, reverses=3), entry(40, account="promotion")], NOW)
    own = {e.number: (e.amount, e.twin) for e in book.reader.deposit.entries("own")}
    assert own == {1: (500, None), 2: (70, 3), 3: (-70, 2)}
    assert [e.number for e in book.reader.deposit.entries("promotion")] == [1, 2]


def test_balances_at_a_date_and_by_account(book):
    book.deposit.add(
        [entry(500), entry(200, date(2026, 2, 1)), entry(90, account="promotion")], NOW
    )
    reader = book.reader.deposit
    assert reader.balances(FIRST) == {"own": 500, "promotion": 90}
    assert reader.balances(FIRST - timedelta(days=1)) == {}
    assert reader.balances() == {"own": 700, "promotion": 90}
    assert set(reader.accounts()) == {"own", "promotion"}


def test_lines_of_an_origin_that_stand(book):
    book.deposit.add([entry(500, origin="opening"), entry(300)], NOW)
    assert [e.id for e in book.reader.deposit.unreversed("opening")] == [1]
    deposit.reverse(book, [1], FIRST, "", NOW)
    assert book.reader.deposit.unreversed("opening") == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE deposit_entry SET amount = 1",
        "UPDATE deposit_entry SET note = 'x' WHERE id = 1",
        "DELETE FROM deposit_entry",
        "REPLACE INTO deposit_entry (id, account, day, kind, amount, note, origin, written_at)"
        " VALUES (1, 'own', '2026-01-01', 'paid_in', 1, '', '', '')",
    ],
)
def test_the_database_refuses_to_change_a_line(book, statement):
    book.deposit.add([entry(500)], NOW)
    with book.connection(), pytest.raises(peewee.IntegrityError, match="append-only"):
        book.session.db.execute_sql(statement)
    assert [e.amount for e in book.reader.deposit.entries("own")] == [500]


def test_a_line_is_reversed_only_once(book):
    book.deposit.add([entry(500)], NOW)
    book.deposit.add([entry(-500, reverses=1)], NOW)
    with pytest.raises(peewee.IntegrityError):
        book.deposit.add([entry(-500, reverses=1)], NOW)


def test_several_lines_are_written_as_a_whole_or_not_at_all(book):
    with pytest.raises(peewee.IntegrityError):
        book.deposit.add([entry(500), entry(-500, reverses=99)], NOW)
    assert book.reader.deposit.balances() == {}


class LedgerMachine(RuleBasedStateMachine):
    """No sequence of adding, reversing, undoing and redoing breaks the sums.

    Beside the book the machine keeps what should stand: each step's effect, and whether it is
    undone at present, as the undo stack of the window has it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.book = Store.open(Path(self.folder.name) / "a.ksdesk")
        self.seen: dict[int, tuple] = {}
        self.expected = dict.fromkeys(ACCOUNTS, 0)
        self.undone: list[tuple] = []
        self.done: list[tuple] = []

    @rule(
        account=st.sampled_from(ACCOUNTS),
        day=DAYS,
        amount=st.integers(-(10**12), 10**12).filter(bool),
    )
    def add(self, account: str, day: date, amount: int) -> None:
        changes = deposit.add(self.book, [entry(amount, day, account)], NOW)
        self._did(changes.undo, {account: amount})

    @rule(number=st.integers(1, 40), day=DAYS)
    def reverse(self, number: int, day: date) -> None:
        found = self.book.reader.deposit.by_number([number])
        if not found:
            return
        one = found[0]
        changes = deposit.reverse(self.book, [number], max(day, one.day), "why", NOW)
        plain = one.reverses is None and one.reversed_by is None
        assert bool(changes) == plain
        if plain:
            self._did(changes.undo, {one.account: -one.amount})

    @rule()
    def undo(self) -> None:
        self._swing(self.done, self.undone)

    @rule()
    def redo(self) -> None:
        self._swing(self.undone, self.done)

    def _did(self, back: object, effect: dict[str, int]) -> None:
        self._count(effect)
        self.done.append((back, effect))
        self.undone.clear()

    def _swing(self, here: list[tuple], there: list[tuple]) -> None:
        if here:
            call, effect = here.pop()
            before = self.book.reader.deposit.balances()
            changes = call(self.book)
            after = self.book.reader.deposit.balances()
            moved = {a: after.get(a, 0) - before.get(a, 0) for a in ACCOUNTS}
            taken = {a: -effect.get(a, 0) for a in ACCOUNTS}
            # A line that was reversed meanwhile is not taken back once more.
            assert moved in (taken, dict.fromkeys(ACCOUNTS, 0))
            self._count(moved)
            if changes.undo is not None:
                there.append((changes.undo, {a: m for a, m in moved.items() if m}))

    def _count(self, effect: dict[str, int]) -> None:
        for account, amount in effect.items():
            self.expected[account] += amount

    @invariant()
    def sums_hold_on_every_day(self) -> None:
        reader = self.book.reader.deposit
        balances = reader.balances()
        for account in ACCOUNTS:
            entries = reader.entries(account)
            total = 0
            for one in entries:
                total += one.amount
                assert one.balance == total
            assert balances.get(account, 0) == total == self.expected[account]
            if entries:
                middle = entries[len(entries) // 2].day
                so_far = sum(e.amount for e in entries if e.day <= middle)
                assert reader.balances(middle)[account] == so_far

    @invariant()
    def nothing_written_ever_changes(self) -> None:
        reader = self.book.reader.deposit
        now = {
            e.id: (e.account, e.day, e.kind, e.amount, e.note, e.reverses)
            for account in ACCOUNTS
            for e in reader.entries(account)
        }
        assert self.seen.items() <= now.items()
        self.seen = now

    @invariant()
    def reversals_match_what_they_reverse(self) -> None:
        reader = self.book.reader.deposit
        lines = {e.id: e for account in ACCOUNTS for e in reader.entries(account)}
        for one in lines.values():
            if one.reverses is not None:
                other = lines[one.reverses]
                assert (other.reversed_by, other.amount) == (one.id, -one.amount)
                assert other.reverses is None
                assert one.reversed_by is None

    def teardown(self) -> None:
        self.book.close()
        self.folder.cleanup()


LedgerMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestLedger = LedgerMachine.TestCase
TestLedger.pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
