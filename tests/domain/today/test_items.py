"""Tasks in the order of their time, and the numbers on the pages' names."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.domain.today import Agenda, Item, badges, by_urgency, end_of

AT = datetime(2026, 11, 18, 10)


def item(code: str, topic: str = "orders", **facts) -> Item:
    return Item(code, topic, **facts)


def agenda(*tasks: Item, advice: tuple[Item, ...] = ()) -> Agenda:
    return Agenda(AT, tasks, (item("r", "month"),), advice)


def test_badges_count_tasks_by_topic_and_advice_that_warns():
    now, today = item("a", group="now"), item("b")
    other = item("c", "deposit")
    found = agenda(today, now, other, advice=(item("d", level="warn"), item("e", level="plain")))
    assert badges(found) == {"orders": (3, True), "deposit": (1, False), "today": (1, True)}
    assert badges(agenda(today, other)) == {
        "orders": (1, False), "deposit": (1, False), "today": (2, False),
    }  # fmt: skip
    assert badges(agenda(advice=(item("d", level="warn"),))) == {"orders": (1, False)}
    assert found.group("now") == (now,) and found.group("today") == (today, other)


def test_what_is_for_now_comes_first_then_the_time_that_is_left_then_the_worst():
    due = datetime(2026, 11, 18, 12)
    tasks = [
        item("never", level="warn"),
        item("bad", level="bad"),
        item("plain"),
        item("late", due=due),
        item("soon", due=datetime(2026, 11, 18, 11)),
        item("same", due=due, level="bad"),
        item("now", group="now"),
    ]
    assert [one.code for one in by_urgency(tasks)] == [
        "now", "soon", "same", "late", "bad", "never", "plain",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "which"),
    [
        ({}, ""), ({"target": "7"}, "7"), ({"target": "7", "which": "8"}, "8"),
        ({"target": "7", "level": "bad"}, "7!"), ({"level": "warn", "which": "8"}, "8"),
    ],
)  # fmt: skip
def test_what_has_become_bad_is_another_one(facts, which):
    assert item("a", **facts).name == ("a", which)


def test_the_end_of_a_day_is_its_last_second():
    assert end_of(date(2026, 11, 18)) == datetime(2026, 11, 18, 23, 59, 59)
