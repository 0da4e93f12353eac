"""Plans in a real book: every step is kept and can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions.promotion import plans
from ksdesk.domain.promotion.plans import Plan, PlanChange, PlanError, PlanReading
from ksdesk.storage import Store

NEW = Plan(
    way="hot_search",
    name="热搜「柿饼」",
    goal="sales",
    budget=8_000,
    begins=date(2026, 11, 18),
    ends=date(2026, 11, 18),
    hour_from=20,
    hour_to=22,
    products=(1,),
    keywords=("柿饼", "新疆特产"),
    work="晒柿饼",
    work_day=date(2026, 11, 16),
    stop="21:00 前点商品不到 60 就停",
)


@pytest.fixture
def number(book, now) -> int:
    ref = plans.save(book, NEW, now).ref
    assert isinstance(ref, int)
    return ref


def only(book) -> Plan:
    (plan,) = book.reader.notes.all(Plan)
    return plan


def test_a_plan_is_there_again_when_the_book_is_opened_again(book, number, now):
    book.close()
    again = Store.open(book.path)
    assert only(again) == replace(NEW, id=number)
    again.close()


def test_every_step_can_be_undone_and_done_again(book, number, now):
    steps = [
        lambda at: plans.begin(book, number, at),
        lambda at: plans.save(book, replace(only(book), budget=9_000), at),
        lambda at: plans.save(book, replace(only(book), keywords=("柿饼",)), at, "不搭"),
        lambda at: plans.end(book, number, at),
        lambda at: plans.review(book, number, "热搜比买量值", at),
        lambda at: plans.throw_away(book, only(book), at),
    ]

    def seen():
        return book.reader.notes.all(Plan), book.reader.notes.all(PlanChange)

    states, undos = [seen()], []
    for place, step in enumerate(steps):
        made = step(now + timedelta(minutes=place))
        assert "promotion" in made.topics
        undos.append(made.undo)
        states.append(seen())
    assert states[-1][0] == () and len(states[-1][1]) == 2
    redos = []
    for undo, before in zip(reversed(undos), reversed(states[:-1]), strict=True):
        redos.append(undo(book).undo)
        assert seen() == before
    for redo, after in zip(reversed(redos), states[1:], strict=True):
        redo(book)
        assert seen() == after


def test_a_locked_keyword_stays_without_a_reason(book, number, now):
    plans.begin(book, number, now)
    before = only(book)
    with pytest.raises(PlanError):
        plans.save(book, replace(before, keywords=("柿饼",), budget=9_999), now)
    assert only(book) == before
    assert not book.reader.notes.all(PlanChange)


def test_an_unlocked_keyword_is_on_record(book, number):
    begun = datetime(2026, 11, 18, 20)
    plans.begin(book, number, begun)
    at = begun + timedelta(minutes=40)
    plans.save(book, replace(only(book), keywords=("柿饼",)), at, "新疆特产和富平柿饼不搭")
    (change,) = book.reader.notes.all(PlanChange)
    assert (change.at, change.was, change.became) == (at, "柿饼、新疆特产", "柿饼")
    assert change.note == "新疆特产和富平柿饼不搭"


def test_readings_of_one_look_are_one_step(book, number, now):
    made = plans.read_off(
        book,
        tuple(PlanReading(number, now, what, 1_200) for what in ("topic_heat", "spend")),
        now,
    )
    assert [r.what for r in book.reader.notes.all(PlanReading)] == ["topic_heat", "spend"]
    made.undo(book)
    assert not book.reader.notes.all(PlanReading)


def test_a_copy_begins_anew(book, number, now):
    plans.begin(book, number, now)
    again = plans.copied(only(book), now + timedelta(days=3))
    assert (again.id, again.state, again.begun_at) == (0, "planned", None)
    assert again.begins == date(2026, 11, 21) and again.keywords == NEW.keywords


def test_an_unknown_plan_is_a_fault_of_the_caller(book, now):
    with pytest.raises(KeyError):
        plans.begin(book, 99, now)
