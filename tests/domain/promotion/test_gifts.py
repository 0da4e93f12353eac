"""What gifts cost after the platform's share, and the room before and after."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.gifts import before_after, net_cost
from ksdesk.domain.promotion.plans import Plan, PlanReading, begin

DAY = date(2026, 11, 14)
PLAN = Plan(way="gift", name="夜", goal="viewers", budget=1, begins=DAY, ends=DAY, id=1)


@pytest.mark.parametrize(
    ("spent", "share", "gone"),
    [(100_000, 50, 50_000), (101, 50, 51), (100_000, 30, 30_000), (0, 50, 0)],
)
def test_what_is_gone_is_the_platforms_share(spent, share, gone):
    assert net_cost(spent, share) == gone


def test_the_newest_before_and_the_newest_after():
    hours = ((16, 60), (17, 46), (20, 22), (21, 18))
    read = tuple(
        PlanReading(1, datetime(2026, 11, 14, hour), "room_rank", rank, id=n)
        for n, (hour, rank) in enumerate(hours, 1)
    )
    running = begin(PLAN, datetime(2026, 11, 14, 18))
    found = before_after(PlanStanding(running, readings=read), "room_rank")
    assert (found.before.figure, found.after.figure) == (46, 18)
    early = before_after(PlanStanding(PLAN, readings=read), "room_rank")
    assert early.before.figure == 18 and early.after is None
    assert before_after(PlanStanding(running), "room_heat").before is None
    assert before_after(PlanStanding(running, readings=read), "room_heat").after is None
    just = begin(PLAN, datetime(2026, 11, 14, 20))
    found = before_after(PlanStanding(just, readings=read[::-1]), "room_rank")
    assert (found.what, found.before.figure, found.after.figure) == ("room_rank", 22, 18)
    last = begin(PLAN, datetime(2026, 11, 14, 21))
    assert before_after(PlanStanding(last, readings=read), "room_rank").after is None
    first = begin(PLAN, datetime(2026, 11, 14, 15))
    assert before_after(PlanStanding(first, readings=read), "room_rank").before is None
    again = (*read, PlanReading(1, datetime(2026, 11, 14, 21), "room_rank", 12, id=9))
    assert before_after(PlanStanding(just, readings=again[::-1]), "room_rank").after.figure == 12
