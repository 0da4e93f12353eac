"""The wizard's verbs: what is kept, what never is, and the first ledger entries."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import opening
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.opening import STEP_NAMES

DAY = date(2026, 11, 18)
NUMBER = "11010519491231002X"


def lines(book, account: str = "own") -> list[tuple]:
    return [(e.kind, e.amount, e.reverses) for e in book.reader.deposit.entries(account)]


def booked(book) -> dict[str, int]:
    return opening.booked(book.reader.deposit.unreversed(opening.ORIGIN))


def book_it(book, now, **amounts: int):
    return opening.book_deposit(book, amounts, DAY, "开店首缴", now)


def test_fields_are_kept_by_step(book, now):
    changes = opening.save_fields(book, "deposit.quote", {"shown": "500", "asked": {}}, now)
    assert changes.topics == {"opening", "today"}
    assert changes.undo is None
    assert book.reader.opening.step("deposit.quote").fields == {"shown": "500", "asked": {}}


def test_what_is_not_declared_never_reaches_the_book(book, now):
    fields = {"number": NUMBER, "photo": "JFIF", "long_term": True, "brand": NUMBER}
    opening.save_fields(book, "realname.upload", fields, now)
    assert book.reader.opening.step("realname.upload").fields == {"long_term": True}


def test_a_note_loses_an_id_number(book, now):
    opening.save_note(book, "open.start", f"在上面，号码 {NUMBER}", now)
    note = book.reader.opening.step("open.start").note
    assert note.startswith("在上面") and "1949" not in note


def test_going_on_marks_place_and_what_was_done(book, now):
    opening.go(book, STEP_NAMES[1], now, done=STEP_NAMES[0])
    assert book.reader.opening.place() == STEP_NAMES[1]
    assert book.reader.opening.step(STEP_NAMES[0]).done_at == now
    assert book.reader.opening.step(STEP_NAMES[1]).visited


def test_the_first_entries(book, now):
    changes = book_it(book, now, own=50_000, promotion=50_000)
    assert lines(book) == [("paid_in", 50_000, None)]
    assert lines(book, "promotion") == [("paid_in", 50_000, None)]
    assert {"deposit", "opening", "today"} <= changes.topics
    (entry,) = book.reader.deposit.entries("own")
    assert (entry.note, entry.day, entry.origin) == ("开店首缴", DAY, "opening")
    assert booked(book) == {"own": 50_000, "promotion": 50_000}


def test_booking_the_same_again_changes_nothing(book, now):
    book_it(book, now, own=50_000)
    changes = book_it(book, now, own=50_000)
    assert not changes and changes.undo is None
    assert len(lines(book)) == 1


def test_a_change_is_a_reversal_and_a_new_line(book, now):
    book_it(book, now, own=50_000, promotion=50_000)
    book_it(book, now, own=150_000, promotion=50_000)
    first = book.reader.deposit.entries("own")[0].id
    assert lines(book) == [
        ("paid_in", 50_000, None),
        ("reversal", -50_000, first),
        ("paid_in", 150_000, None),
    ]
    assert lines(book, "promotion") == [("paid_in", 50_000, None)]
    assert book.reader.deposit.balances() == {"own": 150_000, "promotion": 50_000}


def test_an_account_that_is_no_longer_wanted_is_reversed(book, now):
    book_it(book, now, own=50_000, promotion=50_000)
    book_it(book, now, own=50_000)
    assert book.reader.deposit.balances() == {"own": 50_000, "promotion": 0}
    assert booked(book) == {"own": 50_000}


def test_nothing_due_books_nothing(book, now):
    assert not book_it(book, now, own=0)
    assert lines(book) == []


def test_undo_and_redo_bring_the_amounts_back(book, now):
    book_it(book, now, own=50_000)
    changed = book_it(book, now, own=150_000)
    undone = changed.undo(book)
    assert booked(book) == {"own": 50_000}
    redone = undone.undo(book)
    assert booked(book) == {"own": 150_000}
    redone.undo(book)
    assert book.reader.deposit.balances() == {"own": 50_000}


def test_undo_of_the_first_entries_leaves_an_empty_balance(book, now):
    changes = book_it(book, now, own=50_000, promotion=50_000)
    changes.undo(book)
    assert booked(book) == {}
    assert book.reader.deposit.balances() == {"own": 0, "promotion": 0}


def test_lines_of_the_seller_are_left_alone(book, now):
    book.deposit.add([NewEntry("own", DAY, "paid_in", 70_000)], now)
    book_it(book, now, own=50_000)
    book_it(book, now, own=60_000)
    assert book.reader.deposit.balances()["own"] == 130_000


def test_a_line_reversed_elsewhere_can_be_booked_again(book, now):
    from ksdesk.actions import deposit

    book_it(book, now, own=50_000)
    number = book.reader.deposit.entries("own")[0].id
    deposit.reverse(book, [number], DAY, "", now)
    book_it(book, now, own=50_000)
    assert book.reader.deposit.balances() == {"own": 50_000}


def test_an_unknown_account_writes_nothing(book, now):
    with pytest.raises(ValueError, match="unknown deposit account"):
        book_it(book, now, gold=1)
    assert lines(book) == []
