"""Planning, beginning, changing, ending and reviewing; every step can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from ksdesk.actions import Book
from ksdesk.actions.notes import as_one, drop, keep
from ksdesk.domain.changes import Changes
from ksdesk.domain.promotion import plans
from ksdesk.domain.promotion.plans import Plan, PlanReading


def save(book: Book, plan: Plan, now: datetime, why: str = "") -> Changes:
    """Keep a new plan (id 0), or change one; `ref` is its number.

    What changes of a running plan is recorded with `why`. `PlanError` where the plan does not
    allow it, KeyError for an unknown number.
    """
    with book.transaction():
        if not plan.id:
            return keep(book, plan, now)
        made = tuple(plans.changes(_one(book, plan.id), plan, now, why))
        steps = [keep(book, plan, now), *(keep(book, change, now) for change in made)]
        return as_one(steps, ref=plan.id)


def begin(book: Book, number: int, now: datetime) -> Changes:
    """A planned one runs from now on."""
    return _turn(book, number, now, plans.begin)


def end(book: Book, number: int, now: datetime) -> Changes:
    """A running one is over."""
    return _turn(book, number, now, plans.end)


def review(book: Book, number: int, words: str, now: datetime) -> Changes:
    """What was learnt from one that is over."""
    return _turn(book, number, now, lambda plan, at: plans.review(plan, at, words))


def read_off(book: Book, readings: tuple[PlanReading, ...], now: datetime) -> Changes:
    """Figures from the phone, as one step."""
    with book.transaction():
        return as_one([keep(book, reading, now) for reading in readings])


def throw_away(book: Book, plan: Plan, now: datetime) -> Changes:
    """Into the bin, for 30 days; what was read and changed stays with it."""
    return drop(book, plan, now)


def copied(plan: Plan, now: datetime) -> Plan:
    """The same once more, to be planned from today."""
    today = now.date()
    again = replace(
        plan, id=0, state=plans.PLANNED, begins=today, ends=today + (plan.ends - plan.begins)
    )
    return replace(
        again, begun_at=None, ended_at=None, reviewed_at=None, review="", campaigns=(), staged=()
    )


def _turn(
    book: Book, number: int, now: datetime, turn: Callable[[Plan, datetime], Plan]
) -> Changes:
    with book.transaction():
        return keep(book, turn(_one(book, number), now), now)


def _one(book: Book, number: int) -> Plan:
    plan = book.reader.notes.one(Plan, number)
    if plan is None:
        raise KeyError(number)
    return plan


def save_all(book: Book, made: Iterable[Plan], now: datetime) -> Changes:
    """Keep several new plans as one step."""
    with book.transaction():
        return as_one([keep(book, plan, now) for plan in made])
