"""The list for fans as it is ticked and changed in a book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from ksdesk.actions import reviews
from ksdesk.actions.reviews import checklist
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import AFTER, DAILY, CheckItem, defaults

DAY = date(2026, 11, 18)


def begun(book, now, *words: str):
    made = [CheckItem(asked=DAILY, since=now.date(), words=text) for text in words]
    checklist.arrange(book, made, now)
    return checklist.standing(book.reader, now.date())


def names(book, day: date = DAY) -> list[str]:
    return [one.item.words or one.item.proposal for one in checklist.owed(book.reader, day)]


def live(book, now, hour: int = 19, day: date = DAY, seconds: int | None = None) -> Broadcast:
    at = datetime(day.year, day.month, day.day, hour)
    number = reviews.note_down(book, Broadcast("live", at, seconds=seconds), now).ref
    return book.reader.notes.one(Broadcast, number)


def after(book, one: Broadcast, today: date = DAY):
    return checklist.of_sessions(book.reader, [one], today)[one.id]


def test_a_list_that_was_begun_while_the_clock_was_ahead_asks_today(book, now):
    """It asked for nothing until that day came."""
    ahead = now + timedelta(days=400)
    begun(book, ahead, "回私信", "看掉粉")
    there = checklist.standing(book.reader, ahead.date())
    assert names(book) == ["回私信", "看掉粉"]
    checklist.arrange(book, there[1:], ahead)
    assert names(book) == ["看掉粉"]
    assert [item.words for item in checklist.standing(book.reader, DAY)] == ["看掉粉"]


def test_a_tick_is_kept_and_taken_back(book, now):
    begun(book, now, "回私信", "看掉粉")
    (first, _) = checklist.of_day(book.reader, DAY)
    changes = checklist.tick(book, first, True, now)
    assert changes.topics == {"reviews", "today", "month"} and names(book) == ["看掉粉"]
    assert not checklist.tick(book, first, True, now)  # twice is once
    again = changes.undo(book)
    assert names(book) == ["回私信", "看掉粉"]
    again.undo(book)
    checklist.tick(book, first, False, now)
    assert names(book) == ["回私信", "看掉粉"]


def test_nothing_is_owed_before_the_list_is_begun(book, now):
    assert not checklist.begun(book.reader) and not names(book)
    assert checklist.standing(book.reader, DAY) == defaults(DAY)
    changes = checklist.arrange(book, defaults(DAY), now)
    assert names(book) == ["messages", "lost", "regular"]
    changes.undo(book)
    assert not checklist.begun(book.reader) and not names(book)


def test_a_tick_on_the_proposed_list_makes_it_the_sellers(book, now):
    one = live(book, now)
    changes = checklist.tick(book, after(book, one)[0], True, now)
    found = after(book, one)
    assert [(each.item.proposal, each.done) for each in found] == [
        *(("thank", True), ("asked", False), ("comments", False), ("bad", False)),
    ]
    assert all(each.item.id for each in found)
    changes.undo(book)
    assert not checklist.begun(book.reader) and not any(each.done for each in after(book, one))


def test_a_live_is_asked_about_on_the_day_on_which_it_ends(book, now):
    item = CheckItem(asked=AFTER, since=DAY - timedelta(days=5), words="谢老客")
    checklist.arrange(book, [item], now)
    late = live(book, now, hour=23, day=DAY - timedelta(days=1), seconds=2 * 3600)
    live(book, now, hour=19, day=DAY - timedelta(days=1), seconds=3600)
    live(book, now, hour=9, day=DAY - timedelta(days=3))
    found = checklist.owed(book.reader, DAY)
    assert [(one.rolled, one.day) for one in found] == [
        *((True, DAY - timedelta(days=1)), (False, DAY)),
    ]
    assert found[1].session == late.id
    month = (date(2026, 11, 1), DAY + timedelta(days=1))
    kept = checklist.kept(book.reader, *month, DAY)
    assert (kept.done, kept.missed) == (0, 1)
    checklist.tick(book, found[0], True, now)
    checklist.tick(book, after(book, late)[0], True, now)
    assert not checklist.owed(book.reader, DAY)
    assert checklist.kept(book.reader, *month, DAY).done == 2


def test_what_was_ticked_stays_ticked_when_the_day_of_a_live_is_corrected(book, now):
    item = CheckItem(asked=AFTER, since=DAY - timedelta(days=9), words="谢老客")
    checklist.arrange(book, [item], now)
    one = live(book, now, day=DAY - timedelta(days=5))
    checklist.tick(book, after(book, one)[0], True, now)
    moved = replace(one, began_at=one.began_at + timedelta(days=4))
    reviews.note_down(book, moved, now)
    (asked,) = after(book, moved)
    assert asked.done and asked.day == DAY - timedelta(days=1)
    assert not checklist.owed(book.reader, DAY)
    kept = checklist.kept(book.reader, date(2026, 11, 1), DAY, DAY)
    assert (kept.done, kept.missed) == (1, 0)
    checklist.tick(book, asked, False, now)
    assert [one.rolled for one in checklist.owed(book.reader, DAY)] == [True]


def test_renamed_put_in_order_added_and_taken_off_in_one_step(book, now):
    first, second = begun(book, now, "回私信", "看掉粉")
    (asked, _) = checklist.of_day(book.reader, DAY)
    checklist.tick(book, asked, True, now)
    later = now + timedelta(days=1)
    new = CheckItem(asked=AFTER, since=later.date(), words="谢老客")
    changes = checklist.arrange(book, [new, replace(second, words="问老客")], later)
    there = checklist.standing(book.reader, later.date())
    assert [item.words for item in there] == ["谢老客", "问老客"]
    assert there[1].id == second.id and names(book, later.date()) == ["问老客", "问老客"]
    assert [item.words for item in checklist.standing(book.reader, DAY)] == ["回私信", "问老客"]
    changes.undo(book)
    assert [item.words for item in checklist.standing(book.reader, later.date())] == [
        *("回私信", "看掉粉"),
    ]
    assert first.id == checklist.standing(book.reader, DAY)[0].id


def test_a_list_that_was_emptied_stays_empty(book, now):
    begun(book, now, "回私信")
    checklist.arrange(book, [], now)
    assert checklist.begun(book.reader) and not names(book)
    assert checklist.standing(book.reader, DAY) == ()


def test_what_the_seller_writes_holds_no_phone_number(book, now):
    (item,) = begun(book, now, "给 13800138000 回电话")
    assert "13800138000" not in item.words
