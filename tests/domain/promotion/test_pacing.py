"""Pacing against the budget and the seller's usual, annoyance, works that cannot be promoted."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.promotion import pacing
from ksdesk.domain.promotion.pacing import (
    Usual,
    against,
    annoyance,
    calmer,
    left_over,
    pace,
    rush,
    usual,
)
from ksdesk.domain.promotion.plans import Plan, begin

DAY = date(2026, 11, 18)
AT = datetime(2026, 11, 18)
PLAN = Plan(
    way="paid_traffic", name="甲", goal="sales", budget=40_000, begins=DAY,
    ends=DAY + timedelta(days=3),
)  # fmt: skip
RUNS = begin(PLAN, AT)
EVENING = begin(replace(PLAN, ends=DAY, hour_from=20, hour_to=22), AT)


@pytest.mark.parametrize(
    ("hours", "spent", "kind", "due"),
    [
        (48, 20_000, "on", 20_000),
        (48, 26_000, "over", 20_000),
        (48, 24_000, "on", 20_000),
        (48, 9_000, "under", 20_000),
        (1, 900, "on", 417),
        (1, 4_000, "over", 417),
        (95, 40_100, "over", 39_583),
        (48, None, "unknown", 20_000),
    ],
)
def test_pace_against_the_budget(hours, spent, kind, due):
    found = pace(RUNS, spent, AT + timedelta(hours=hours))
    assert (found.kind, found.due) == (kind, due)


def test_only_the_hours_of_the_plan_count():
    assert pace(EVENING, 0, AT + timedelta(hours=19)).due == 0
    assert pace(EVENING, 0, AT + timedelta(hours=21)).due == 20_000
    assert pace(EVENING, 0, AT + timedelta(hours=30)).due == 40_000


@pytest.mark.parametrize(("hours", "due"), [(0, 0), (24, 20_000), (48, 40_000)])
def test_a_plan_that_began_late_has_its_budget_for_what_was_left(hours, due):
    """At its begin it was behind already by all that it had missed."""
    late = begin(PLAN, AT + timedelta(hours=48))
    found = pace(late, due, AT + timedelta(hours=48 + hours))
    assert (found.kind, found.due) == ("on", due)
    over = begin(PLAN, AT + timedelta(days=9))
    assert pace(over, 0, AT + timedelta(days=9)).due == PLAN.budget


def test_when_the_budget_is_gone():
    found = pace(RUNS, 30_000, AT + timedelta(hours=48))
    assert abs(found.runs_out - (AT + timedelta(hours=64))) < timedelta(minutes=6)
    assert pace(RUNS, 20_000, AT + timedelta(hours=48)).runs_out is None
    assert pace(RUNS, 50_000, AT + timedelta(hours=48)).runs_out == AT + timedelta(hours=48)
    assert pace(PLAN, 1, AT) is None


def weeks(days: int, fen: int, every: int = 2) -> dict[date, int]:
    return {DAY - timedelta(days=1 + n): fen for n in range(0, days, every)}


def test_usual_is_the_sellers_own_past():
    assert usual(weeks(56, 5_000), DAY) == Usual(5_000, 3.5)
    assert usual(weeks(10, 5_000), DAY) is None
    assert usual(dict.fromkeys(weeks(56, 1), 0), DAY) is None


@pytest.mark.parametrize(
    ("spent", "now", "left", "begins"),
    [
        (0, AT - timedelta(days=1), 40_000, DAY),
        (15_000, AT + timedelta(days=2), 25_000, DAY + timedelta(days=2)),
        (50_000, AT + timedelta(days=2), 0, DAY + timedelta(days=2)),
        (1, AT + timedelta(days=9), 39_999, DAY + timedelta(days=9)),
    ],
)
def test_a_calmer_rest_is_what_is_not_spent_from_today(spent, now, left, begins):
    """A running plan was told days that were over, and money that was gone."""
    rest = left_over(RUNS, spent, now)
    days = calmer(rest, Usual(5_000, 3.5))
    assert sum(fen for _day, fen in days) == left and days[0][0] == begins


def test_a_large_plan_is_told_with_a_calmer_one():
    known = Usual(5_000, 3.5)
    found = rush(PLAN, {}, known)
    assert found.large and found.day == 10_000 and found.days == 4 and not found.often
    assert sum(fen for _day, fen in found.calmer) == PLAN.budget
    assert max(fen for _day, fen in found.calmer) <= 6_000
    assert found.calmer[1][0] - found.calmer[0][0] == timedelta(days=2)


def test_a_frequent_plan_is_told():
    small = replace(PLAN, budget=20_000)
    before = {DAY - timedelta(days=n): 4_000 for n in range(1, 7)}
    found = rush(small, before, Usual(4_900, 2.0))
    assert found.often and not found.large and found.days == 7
    assert rush(small, {}, Usual(4_900, 3.0)) is None


def test_nothing_is_told_without_a_past_or_of_gifts():
    assert rush(PLAN, {}, None) is None
    assert rush(replace(PLAN, way="gift", goal="sales"), {}, Usual(1, 1.0)) is None


@given(st.integers(1, 10**9), st.integers(1, 10**6), st.floats(0.1, 7))
def test_a_calmer_schedule_is_the_same_money(budget, day, per_week):
    known = Usual(day, per_week)
    found = calmer(replace(PLAN, budget=budget), known)
    if found:
        assert sum(fen for _day, fen in found) == budget
        assert all(0 <= fen <= pacing.CALM * day + 1 for _day, fen in found)
        assert all(b[0] - a[0] >= timedelta(days=2) for a, b in itertools.pairwise(found))


SPANS = ((DAY - timedelta(days=2), DAY), (DAY, DAY + timedelta(days=2)),
         (DAY + timedelta(days=2), DAY + timedelta(days=4)))  # fmt: skip


def test_annoyance_is_told_per_thousand_exposures():
    shown = {DAY + timedelta(days=n): 10_000.0 for n in range(-2, 3)}
    told = dict(zip(shown, (2.0, 2.0, 8.0, 12.0, 1.0), strict=True))
    found = annoyance("reports", told, shown, SPANS)
    assert (found.before, found.during, found.after) == (0.2, 1.0, 0.1)
    assert found.rose and found.count == 20


def test_annoyance_needs_both_columns_and_more_than_chance():
    shown = {DAY - timedelta(days=1): 10_000.0, DAY: 10_000.0}
    few = annoyance("blocks", {DAY - timedelta(days=1): 1.0, DAY: 4.0}, shown, SPANS)
    assert few.during == 0.4 and few.after is None and not few.rose
    assert annoyance("blocks", {DAY: 3.0}, {}, SPANS) is None


@pytest.mark.parametrize(
    ("age", "days", "found"), [(7, 7, ()), (8, 7, ("too_old",)), (9, None, ())]
)
def test_an_old_work_is_named_before_money_is_planned(age, days, found):
    plan = replace(PLAN, work="晒柿饼", work_day=DAY - timedelta(days=age))
    assert against(plan, days) == found
    assert against(replace(plan, obstacles=("有别家水印",)), days) == (*found, "有别家水印")
