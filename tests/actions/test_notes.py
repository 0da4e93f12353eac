"""Several notes are written as one step, and taken back as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ksdesk.actions import notes
from ksdesk.domain.promotion.costs import MonthlyCost, ParcelCost, UnitCost

DAY = date(2026, 10, 1)
OLD, NEW, OTHER = UnitCost(1, "", 20_50, DAY), UnitCost(1, "", 22_00, DAY), UnitCost(2, "", 5, DAY)
PARCEL, RENT = ParcelCost("shipping", 5_60, DAY), MonthlyCost("租金", 5, DAY)


def told(book) -> list[str]:
    every = [n for k in (UnitCost, ParcelCost, MonthlyCost) for n in book.reader.notes.all(k)]
    return sorted(str(replace(note, id=0)) for note in every)


def test_a_cost_of_the_same_day_takes_the_place_of_the_old_one(book, now):
    notes.keep_all(book, [OLD], now)
    changes = notes.keep_all(book, [NEW, OTHER, PARCEL, RENT], now)
    assert changes.topics == {"promotion", "today"}
    after = told(book)
    assert after == sorted(map(str, [NEW, OTHER, PARCEL, RENT]))
    back = changes.undo(book)
    assert told(book) == [str(OLD)]
    again = back.undo(book)
    assert told(book) == after
    again.undo(book)
    assert told(book) == [str(OLD)]


def test_the_same_again_changes_nothing(book, now):
    notes.keep_all(book, [OLD], now)
    changes = notes.keep_all(book, [OLD], now)
    assert not changes and changes.undo is None


def test_the_last_of_a_day_counts_and_one_undo_takes_both(book, now):
    changes = notes.keep_all(book, [OLD, NEW], now)
    assert told(book) == [str(NEW)]
    changes.undo(book)
    assert told(book) == []


def test_notes_that_may_recur_stand_beside_each_other(book, now):
    notes.keep_all(book, [RENT, RENT], now)
    assert told(book) == [str(RENT), str(RENT)]
