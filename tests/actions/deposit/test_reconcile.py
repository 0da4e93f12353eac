from __future__ import annotations

from datetime import date, timedelta

import pytest

from ksdesk.actions import deposit
from ksdesk.actions.deposit import reconcile as books
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import Compared

DAY = date(2026, 11, 18)


@pytest.fixture
def shop(book, now):
    lines = [("paid_in", 300_000, 14), ("deduction", -3_600, 3), ("deduction", -3_600, 2)]
    entries = [NewEntry("own", DAY - timedelta(ago), kind, n) for kind, n, ago in lines]
    deposit.add(book, entries, now)
    return book


def test_the_difference_and_what_could_explain_it(shop):
    found = books.explain(shop.reader, "own", 296_400, DAY)
    assert (found.balance, found.difference) == (292_800, 3_600)
    assert [(h.code, h.entries[0].id) for h in found.hints] == [("twice", 3), ("twice", 2)]


def test_one_dated_line_makes_them_agree(shop, now):
    day = DAY - timedelta(2)
    changes = books.reconcile(shop, "own", 296_400, day, "重复记了", now)
    assert changes.ref == 3_600
    last = shop.reader.deposit.entries("own")[-1]
    assert (last.kind, last.amount, last.day, last.note, last.origin) == (
        "correction",
        3_600,
        day,
        "重复记了",
        "reconcile",
    )
    assert shop.reader.deposit.balances(day) == {"own": 296_400}
    seen = books.last_compared(shop.reader, "own")
    assert (seen.shown, seen.difference, seen.day) == (296_400, 3_600, day)
    back = changes.undo(shop)
    assert shop.reader.deposit.balances() == {"own": 292_800}
    assert books.last_compared(shop.reader, "own") is None
    back.undo(shop)
    assert shop.reader.deposit.balances() == {"own": 296_400}


def test_where_both_agree_only_the_comparison_is_kept(shop, now):
    changes = books.reconcile(shop, "own", 292_800, DAY, "", now)
    assert changes.ref == 0 and len(shop.reader.deposit.entries("own")) == 3
    assert [row.difference for row in shop.reader.notes.all(Compared)] == [0]
    changes.undo(shop)
    assert shop.reader.notes.all(Compared) == ()


def test_an_account_without_a_line_can_be_held_against_the_phone(book, now):
    books.reconcile(book, "cross_border", 70_000, DAY, "手机上有", now)
    assert book.reader.deposit.balances() == {"cross_border": 70_000}
    assert books.last_compared(book.reader, "own") is None
