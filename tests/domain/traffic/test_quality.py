"""Suspect events in traffic made up here: what was bought is found with its reasons, what lives is
left alone, and reports with holes are read as far as they go."""

from __future__ import annotations

import time
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ksdesk.domain.traffic.expectation import Surprise
from ksdesk.domain.traffic.quality import SuspectEvent, days_missing, suspect_events
from ksdesk.domain.traffic.stretches import KINDS

START = np.datetime64("2026-03-02T00", "h")
DAYTIME = np.array([3, 2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 9, 11, 10, 9, 8, 9, 10, 13, 17, 20, 20, 15, 8])
RATES = {"likes": 0.04, "comments": 0.01, "shares": 0.004, "new_fans": 0.01, "product_clicks": 0.06}
Hours = dict[str, np.ndarray]


def quiet_weeks(weeks: int = 8, views_a_day: float = 4000, seed: int = 5) -> Hours:
    """A shop where nothing odd happens: a daily rhythm, lives on three evenings, chance."""
    chance = np.random.default_rng(seed)
    n = weeks * 168
    hour = np.arange(n)
    mean = np.tile(DAYTIME / DAYTIME.sum() * views_a_day, n // 24)
    live = (hour % 24 >= 19) & (hour % 24 < 22) & np.isin(hour // 24 % 7, (1, 3, 5))
    mean = mean * np.where(live, 2.0, 1.0) * np.exp(chance.normal(0, 0.12, n))
    hours: Hours = {"time": START + hour, "views": chance.poisson(mean).astype(float)}
    day = np.repeat(np.exp(chance.normal(0, 0.12, n // 24)), 24)
    for code, rate in RATES.items():
        hours[code] = chance.poisson(hours["views"] * rate * day).astype(float)
    hours["stay_seconds"] = 35 * np.where(live, 1.4, 1.0) * np.exp(chance.normal(0, 0.1, n))
    hours["unfollows"] = chance.poisson(0.4, n).astype(float)
    hours["orders"] = chance.poisson(hours["product_clicks"] * 0.1).astype(float)
    return hours


def add_views(hours: Hours, first: int, length: int, views: float, stay: float) -> None:
    """So many views an hour that stay so long and do nothing."""
    part = slice(first, first + length)
    whole = hours["stay_seconds"][part] * hours["views"][part] + stay * views
    hours["views"][part] += views
    hours["stay_seconds"][part] = whole / hours["views"][part]


def viral(hours: Hours, first: int, length: int, times: float, seed: int = 9) -> None:
    """Real viewers in plenty, casual ones: they click and follow half as often, stay shorter."""
    chance = np.random.default_rng(seed)
    part = slice(first, first + length)
    more = chance.poisson(hours["views"][part] * times).astype(float)
    for code, rate in RATES.items():
        casual = 0.5 if code in ("product_clicks", "new_fans") else 0.9
        hours[code][part] += chance.poisson(more * rate * casual)
    whole = hours["stay_seconds"][part] * hours["views"][part] + 25 * more
    hours["views"][part] += more
    hours["stay_seconds"][part] = whole / hours["views"][part]


def only(events: list[SuspectEvent]) -> SuspectEvent:
    assert len(events) == 1, events
    return events[0]


def at(event: SuspectEvent) -> tuple[int, int]:
    """The event's first hour and the one after its last, counted from the beginning."""
    return int((event.start - START).astype(int)), int((event.end - START).astype(int))


def by_measure(event: SuspectEvent) -> Mapping[str, Surprise]:
    return {why.measure: why for why in event.reasons}


def test_a_quiet_shop_has_no_suspect_hours():
    assert suspect_events(quiet_weeks()) == []


def test_a_burst_is_found_with_what_is_missing():
    hours = quiet_weeks()
    add_views(hours, 700, 5, 1500, stay=3)
    event = only(suspect_events(hours))
    assert (event.kind, at(event)) == ("burst", (700, 705))
    assert event.share == pytest.approx(0.9, abs=0.08)
    why = by_measure(event)
    assert event.reasons[0].measure == "views"
    assert why["views"].seen > 3 * why["views"].expected
    assert why["product_clicks"].seen < why["product_clicks"].expected / 2
    assert why["comments"].z < -2
    assert why["stay_seconds"].seen < why["stay_seconds"].expected
    assert str(why["views"]).startswith("views: ")
    assert "expected" in str(why["views"])


def test_a_drip_is_one_event_however_long():
    hours = quiet_weeks(12)
    add_views(hours, 900, 240, 120, stay=4)
    event = only(suspect_events(hours))
    first, end = at(event)
    assert event.kind == "drip"
    assert abs(first - 900) < 30
    assert abs(end - 1140) < 30
    why = by_measure(event)
    assert why["night_views"].seen > 2 * why["night_views"].expected


def test_fans_out_of_nowhere_leave_later():
    hours = quiet_weeks()
    hours["new_fans"][800:812] += 25
    hours["unfollows"][900] += 130
    event = only(suspect_events(hours))
    assert (event.kind, at(event)) == ("zombie_fans", (800, 812))
    assert event.share == pytest.approx(0.93, abs=0.05)
    why = by_measure(event)
    assert why["new_fans"].seen >= 300
    assert why["fans_by_clicks"].expected < 60
    assert why["later_unfollows"].z > 2


def test_likes_do_not_hide_that_nothing_else_came():
    hours = quiet_weeks()
    add_views(hours, 780, 8, 900, stay=4)
    hours["likes"][780:788] += 40
    event = only(suspect_events(hours))
    assert (event.kind, at(event)) == ("padded_likes", (780, 788))
    assert by_measure(event)["product_clicks"].z < -2


def test_idle_viewers_stay_for_ever():
    hours = quiet_weeks()
    add_views(hours, 830, 4, 300, stay=900)
    event = only(suspect_events(hours))
    assert (event.kind, at(event)) == ("idle_viewers", (830, 834))
    assert event.reasons[0].measure == "stay_seconds"
    assert event.reasons[0].seen > 300


@pytest.mark.parametrize("first", [690, 715, 740])
@pytest.mark.parametrize("times", [2, 8])
def test_a_viral_evening_is_left_alone(first: int, times: float):
    hours = quiet_weeks()
    viral(hours, first, 30, times)
    assert suspect_events(hours) == []


def test_a_lively_evening_with_many_fans_is_no_purchase():
    """A give-away: fans, comments and clicks in plenty from the same number of viewers."""
    hours = quiet_weeks()
    for code in ("new_fans", "comments", "product_clicks"):
        hours[code][715:719] *= 6
    assert suspect_events(hours) == []


def test_a_good_live_may_be_watched_long():
    hours = quiet_weeks()
    hours["stay_seconds"][715:718] *= 3
    for code in ("comments", "product_clicks"):
        hours[code][715:718] *= 3
    assert suspect_events(hours) == []


def test_spend_that_moves_no_orders_is_told():
    hours = quiet_weeks()
    hours["spend"] = hours["orders"] * 300.0
    add_views(hours, 700, 5, 1500, stay=3)
    hours["spend"][700:705] += 30_000
    why = by_measure(only(suspect_events(hours)))["orders_by_spend"]
    assert why.seen < why.expected
    assert why.z < -2


def test_too_little_history_says_how_much_is_missing():
    hours = quiet_weeks(2)
    add_views(hours, 200, 5, 3000, stay=3)
    assert days_missing(hours) == 0
    short = {code: values[: 10 * 24] for code, values in hours.items()}
    assert days_missing(short) == 4
    assert suspect_events(short) == []
    nothing = {code: values[:0] for code, values in hours.items()}
    assert days_missing(nothing) == 14
    assert suspect_events(nothing) == []


@pytest.mark.parametrize("left", ["product_clicks", "likes", "comments"])
def test_views_and_one_other_measure_are_enough(left: str):
    hours = quiet_weeks()
    add_views(hours, 700, 5, 1500, stay=3)
    few = {code: hours[code] for code in ("time", "views", left)}
    event = only(suspect_events(few))
    assert event.kind == "burst"
    assert {why.measure for why in event.reasons} <= {"views", left}


def test_without_views_or_anything_that_follows_nothing_is_said():
    hours = quiet_weeks()
    add_views(hours, 700, 5, 1500, stay=3)
    add_views(hours, 830, 4, 300, stay=900)
    assert suspect_events({code: hours[code] for code in ("time", "views", "stay_seconds")}) == []
    assert suspect_events({code: v for code, v in hours.items() if code != "views"}) == []


def test_unknown_and_missing_hours_are_not_zero():
    """A week without a report, lost cells and rows in any order: found all the same, no more."""
    hours = quiet_weeks()
    add_views(hours, 700, 5, 1500, stay=3)
    chance = np.random.default_rng(1)
    for code in (*RATES, "stay_seconds"):
        hours[code][chance.random(len(hours[code])) < 0.1] = np.nan
    keep = np.ones(len(hours["time"]), dtype=bool)
    keep[300:400] = False
    keep = np.flatnonzero(keep)
    chance.shuffle(keep)
    event = only(suspect_events({code: values[keep] for code, values in hours.items()}))
    assert (event.kind, at(event)) == ("burst", (700, 705))


def test_a_shop_without_a_single_view():
    hours = {code: np.zeros(8 * 168) for code in quiet_weeks(1)} | {"time": START + np.arange(1344)}
    assert suspect_events(hours) == []


def test_a_grown_shop_is_not_suspect():
    """Half a year in which views triple and the click rate falls by half."""
    hours, chance = quiet_weeks(26), np.random.default_rng(2)
    n = len(hours["time"])
    growth, fall = np.linspace(0, 2, n), np.linspace(1, 0.5, n)
    for code in ("views", *RATES):
        hours[code] += chance.poisson(hours[code] * growth)
    hours["product_clicks"] = chance.binomial(hours["product_clicks"].astype(int), fall) * 1.0
    assert suspect_events(hours) == []


def test_a_year_takes_no_time():
    """Generous for a loaded machine; it is 0.1 s or less on a quiet one."""
    hours = quiet_weeks(52)
    suspect_events(hours)
    began = time.process_time()
    suspect_events(hours)
    assert time.process_time() - began < 0.5


ODD = st.one_of(
    st.integers(0, 500).map(float), st.sampled_from((np.nan, np.inf, -1.0)), st.floats(0, 1e9)
)


@pytest.mark.slow
@settings(max_examples=40)
@given(
    figures=st.dictionaries(
        st.sampled_from(("stay_seconds", *RATES, "spend", "orders")), st.lists(ODD, min_size=1)
    ),
    views=st.lists(ODD, min_size=1),
    seed=st.integers(0, 2**32),
)
def test_whatever_a_report_holds_the_answer_is_in_order(
    figures: dict[str, list[float]], views: list[float], seed: int
):
    chance = np.random.default_rng(seed)
    hours: Hours = {"time": START + np.arange(400), "views": chance.choice(views, 400)}
    hours |= {code: chance.choice(some, 400) for code, some in figures.items()}
    events = suspect_events(hours)
    assert all(event.start < event.end for event in events)
    assert all(0 <= event.share <= 1 and event.kind in KINDS for event in events)
    assert all(np.isfinite((w.expected, w.seen, w.z)).all() for e in events for w in e.reasons)
    assert all(a.end <= b.start for a, b in pairwise(events))


@given(
    times=st.lists(st.datetimes().map(lambda moment: np.datetime64(moment, "h")), max_size=50),
    views=st.floats(0, 1000),
)
def test_whatever_the_times_nothing_is_raised(times: list[np.datetime64], views: float):
    time = np.array([*times, np.datetime64("NaT")], dtype="datetime64[h]")
    hours = {"time": time, "views": np.full(len(time), views), "likes": np.zeros(len(time))}
    assert suspect_events(hours) == []
    assert 0 < days_missing(hours) <= 14
