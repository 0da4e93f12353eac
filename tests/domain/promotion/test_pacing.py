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


@pytest.mark.parametrize(
    ("hours", "spent", "kind"),
    [
        # over from more than 1.2 times of what is due and a twentieth of the budget beside it
        (48, 24_000, "on"),
        (48, 24_001, "over"),
        (48, 10_000, "on"),
        (48, 9_999, "under"),
        (12, 7_000, "on"),
        (12, 7_001, "over"),
        (12, 3_000, "on"),
        (9.6, 1_999, "under"),
        (9.6, 2_000, "on"),
        (4.8, 0, "on"),
        (96, 40_000, "on"),
        (96, 40_001, "over"),
        (0, 2_000, "on"),
        (0, 2_001, "over"),
    ],
)
def test_a_pace_is_news_from_its_bounds_on(hours, spent, kind):
    assert pace(RUNS, spent, AT + timedelta(hours=hours)).kind == kind


@pytest.mark.parametrize(
    ("spent", "hours", "times"), [(30_000, 48, 1.5), (0, 48, 0), (None, 48, None), (5, 0, None)]
)
def test_a_pace_in_times_of_what_is_due(spent, hours, times):
    found = pace(RUNS, spent, AT + timedelta(hours=hours))
    assert found.times == times and found.budget == 40_000 and found.spent == spent


@pytest.mark.parametrize(
    ("plan", "now", "spent", "gone"),
    [
        # two evenings: a quarter of their hours took half of the money
        (replace(EVENING, ends=DAY + timedelta(days=1)), (18, 21), 20_000, (18, 22)),
        (replace(EVENING, ends=DAY + timedelta(days=1)), (18, 21), 16_000, (19, 20.5)),
        (replace(EVENING, ends=DAY + timedelta(days=1)), (19, 12), 25_000, (19, 21.2)),
        (EVENING, (18, 21), 40_000, (18, 21)),
        (EVENING, (18, 21), 20_000, None),
        (EVENING, (18, 21), 20_001, (18, 22)),
        (EVENING, (18, 20), 1, None),
        (EVENING, (18, 21), 0, None),
    ],
)
def test_money_runs_out_in_the_hours_of_the_plan(plan, now, spent, gone):
    """In between the clock is not counted."""

    def moment(day: int, hour: float) -> datetime:
        return datetime(2026, 11, day) + timedelta(hours=hour)

    ends = pace(plan, spent, moment(*now)).runs_out
    if gone is None:
        assert ends is None
    else:
        assert abs(ends - moment(*gone)) <= timedelta(minutes=5)
        assert ends.second == ends.microsecond == 0


@pytest.mark.parametrize("state", ["planned", "ended", "reviewed"])
def test_only_what_runs_has_a_pace(state):
    assert pace(replace(RUNS, state=state), 1, AT) is None


@pytest.mark.parametrize(
    ("back", "known"),
    [
        (range(1, 8), Usual(5_000, 7.0)),
        (range(1, 7), None),
        (range(7), None),  # the day itself is not before
        (range(50, 57), Usual(5_000, 7 / 8)),
        (range(51, 58), None),  # eight weeks, no more
        (range(8, 15), Usual(5_000, 3.5)),
        (range(9, 16), Usual(5_000, 7 / 3)),
    ],
)
def test_the_usual_is_of_eight_weeks_and_of_seven_days_at_least(back, known):
    assert usual({DAY - timedelta(days=n): 5_000 for n in back}, DAY) == known


def test_the_usual_day_is_the_middle_of_those_with_spend():
    days = [1, 100, 200, 301, 302, 9_000, 9_000, 9_000, 0, 0]
    spend = {DAY - timedelta(days=n + 1): fen for n, fen in enumerate(days)}
    assert usual(spend, DAY).day == round((301 + 302) / 2)


@pytest.mark.parametrize(
    ("budget", "day", "large"),
    [(40_000, 5_000, True), (39_999, 5_000, False), (40_000, 5_001, False)],
)
def test_a_day_of_twice_the_usual_is_large(budget, day, large):
    found = rush(replace(PLAN, budget=budget), {}, Usual(day, 7.0))
    assert (found is not None) == large


def test_a_day_of_the_plan_that_took_more_than_its_share_counts():
    spend = {DAY - timedelta(days=1): 90_000, DAY + timedelta(days=3): 12_000}
    found = rush(PLAN, spend, Usual(5_500, 7.0))
    assert (found.day, found.large) == (12_000, True)
    assert rush(PLAN, {DAY + timedelta(days=4): 90_000}, Usual(5_500, 7.0)) is None


@pytest.mark.parametrize(
    ("back", "per_week", "days", "often"),
    [
        ((), 2.0, 4, False),
        ((), 1.9, 4, True),
        ((1, 2, 3), 4.9, 7, True),
        ((1, 2, 3), 5.0, 7, False),
        ((3, 4, 5, 6), 3.4, 5, False),  # the first of them fall out of the week
        ((5, 6), 0.5, 4, True),
    ],
)
def test_buying_on_over_two_days_a_week_more_is_often(back, per_week, days, often):
    spend = {DAY - timedelta(days=n): 1 for n in back} | {DAY - timedelta(days=9): 0}
    found = rush(PLAN, spend, Usual(9_000, per_week))
    assert (found is not None) == often
    assert found is None or (found.days, found.often, found.large) == (days, True, False)


def test_what_other_plans_will_spend_counts_from_today_on():
    others = [
        replace(PLAN, id=2, budget=301, ends=DAY + timedelta(days=2)),
        replace(RUNS, id=3, begins=DAY - timedelta(days=1), ends=DAY, budget=50),
        replace(PLAN, id=4, state="ended"),
        replace(PLAN, id=5, state="reviewed"),
        replace(PLAN, id=1),
    ]
    found = pacing.to_come(others, replace(PLAN, id=1), DAY)
    assert found == {DAY: 125, DAY + timedelta(days=1): 100, DAY + timedelta(days=2): 100}


@pytest.mark.parametrize(
    ("places", "often", "days"), [((0,), False, 1), ((-1, -2), False, 3), ((-1, -2, -3), True, 4)]
)
def test_days_of_other_plans_make_buying_frequent(places, often, days):
    plan = replace(PLAN, ends=DAY, budget=60)
    beside = {DAY + timedelta(days=place): 60 for place in places} | {DAY: 40}
    found = rush(plan, {}, Usual(50, 1.0), beside)
    assert (found.large, found.day, found.often, found.days) == (True, 100, often, days)
    assert rush(plan, {}, Usual(51, 1.0), {DAY: 40}) is None


def test_what_a_running_plan_has_left_never_ends_before_it_begins():
    rest = left_over(RUNS, 0, AT + timedelta(days=2, hours=23))
    assert (rest.begins, rest.ends) == (DAY + timedelta(days=2), PLAN.ends)
    over = left_over(RUNS, 0, AT + timedelta(days=9))
    assert over.begins == over.ends == DAY + timedelta(days=9)


@pytest.mark.parametrize(
    ("budget", "known", "count", "step"),
    [
        (6_000, Usual(5_000, 3.5), 1, 2),
        (6_001, Usual(5_000, 3.5), 2, 2),
        (12_000, Usual(5_000, 3.4), 2, 3),
        (12_000, Usual(5_000, 7.0), 2, 2),
        (12_000, Usual(5_000, 1.0), 2, 7),
        (12_000, Usual(5_000, 0), 2, 2),
        (0, Usual(5_000, 3.5), 1, 2),
        (180_000, Usual(5_000, 3.5), 30, 2),
        (180_001, Usual(5_000, 3.5), 0, 2),
        (3, Usual(0, 3.5), 3, 2),
    ],
)
def test_calmer_days_are_near_the_usual_within_two_months(budget, known, count, step):
    found = calmer(replace(PLAN, budget=budget), known)
    assert [day for day, _fen in found] == [
        DAY + timedelta(days=step * place) for place in range(count)
    ]
    if count:
        fen = [fen for _day, fen in found]
        assert sum(fen) == budget and max(fen) - min(fen) <= 1
        assert fen == sorted(fen, reverse=True)


@pytest.mark.parametrize(
    ("before", "during", "rose"),
    [(4, 6, True), (4, 5, False), (5, 7, False), (2, 5, True), (2, 4, False), (0, 5, True)],
)
def test_people_are_more_annoyed_from_half_as_much_again_and_five_of_them(before, during, rose):
    shown = {DAY - timedelta(days=1): 8_000.0, DAY: 8_000.0}
    told = dict(zip(shown, (before, during), strict=True))
    assert annoyance("reports", told, shown, SPANS).rose == rose


def test_annoyance_of_a_span_is_of_its_days_that_have_both():
    first = DAY - timedelta(days=2)
    shown = {first: 1_000.0, first + timedelta(days=1): 0.0, DAY: 3_000.0, PLAN.ends: 500.0}
    told = dict.fromkeys((*shown, DAY + timedelta(days=1)), 6.0)
    found = annoyance("unfollows", told, shown, SPANS)
    assert (found.code, found.before, found.during, found.after) == ("unfollows", 6.0, 2.0, 12.0)
    assert found.count == 6
    bare = annoyance("unfollows", {PLAN.ends: 9.0}, shown, SPANS)
    assert (bare.before, bare.during, bare.count, bare.rose) == (None, None, 0, False)
