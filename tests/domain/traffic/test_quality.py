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

from ksdesk.domain.traffic.expectation import HourGrid, Surprise, UsualHours
from ksdesk.domain.traffic.quality import (
    SuspectEvent,
    _crossed,
    _event,
    _in_proportion,
    _share,
    _speaks,
    _sums,
    days_missing,
    suspect_events,
)
from ksdesk.domain.traffic.stretches import KINDS, Stretch

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


# --- its pieces, by hand: two usual days of 100 views an hour

N = 48


def usual_hours() -> UsualHours:
    flat = {code: np.full(N, rate) for code, rate in RATES.items()}
    return UsualHours(
        np.full(N, 100.0), np.full(N, 0.2), flat, dict.fromkeys(RATES, 0.3),
        dict.fromkeys(RATES, 1.5), np.full(N, 30.0), np.full(N, 0.25), np.full(N, 30.0),
    )  # fmt: skip


def grid(**changes: dict[int, float]) -> HourGrid:
    columns = {"views": np.full(N, 100.0), "stay_seconds": np.full(N, 30.0)}
    columns |= {code: np.full(N, rate * 100) for code, rate in RATES.items()}
    for code, values in changes.items():
        columns.setdefault(code, np.zeros(N))
        for hour, value in values.items():
            columns[code][hour] = value
    return HourGrid(START, columns)


BOUGHT = dict.fromkeys(range(20, 24), 900.0)


def test_sums_of_an_event_are_held_against_the_past():
    told = grid(views=BOUGHT, stay_seconds=dict.fromkeys(BOUGHT, 10.0), comments={20: np.nan})
    found = {why.measure: why for why in _sums(slice(20, 24), told, usual_hours())}
    assert set(found) == {"views", "stay_seconds", *RATES}
    views = found["views"]
    assert (views.seen, views.expected) == (3_600, 400)
    assert views.z == pytest.approx(3_200 / (400 + (0.2 * 400) ** 2) ** 0.5)
    likes = found["likes"]
    assert (likes.seen, likes.expected) == (16, pytest.approx(144))
    assert likes.z == pytest.approx((16 - 144) / (144 + (0.3 * 144) ** 2) ** 0.5)
    assert (found["comments"].seen, found["comments"].expected) == (3, pytest.approx(27))
    stay = found["stay_seconds"]
    assert (stay.seen, stay.expected) == (pytest.approx(10), pytest.approx(30))
    assert stay.z == pytest.approx(np.log(1 / 3) / 0.25)


def test_of_several_days_each_scatters_by_itself():
    told = grid(views=dict.fromkeys(range(48), 200.0))
    views = _sums(slice(0, 48), told, usual_hours())[0]
    assert views.z == pytest.approx(4_800 / (4_800 + (0.2 / 2**0.5 * 4_800) ** 2) ** 0.5)


@pytest.mark.parametrize(
    ("kind", "changes", "share"),
    [
        # 800 of 900 grew; of clicks, comments, likes and shares 8 of 9 are missing
        ("burst", {}, 8 / 9),
        ("drip", {}, 8 / 9),
        ("padded_likes", {"likes": dict.fromkeys(BOUGHT, 90.0)}, 8 / 9),
        ("zombie_fans", {"new_fans": dict.fromkeys(BOUGHT, 36.0)}, 0.75),
        ("zombie_fans", {"new_fans": dict.fromkeys(BOUGHT, 3.0)}, 0.0),
    ],
)
def test_the_share_that_is_junk(kind, changes, share):
    found = _share(Stretch(kind, 20, 24, 9.0), grid(views=BOUGHT, **changes), usual_hours())
    assert found == pytest.approx(share, abs=0.01)


def test_a_share_is_what_grew_where_nothing_follows_and_trusts_what_is_missing_else():
    lively = {code: dict.fromkeys(BOUGHT, rate * 900) for code, rate in RATES.items()}
    seen = _share(Stretch("burst", 20, 24, 9.0), grid(views=BOUGHT, **lively), usual_hours())
    assert 0 < seen < 0.8  # it grew by eight ninths, and nothing is missing
    bare = usual_hours()
    bare = UsualHours(bare.views, bare.views_spread, {}, {}, {}, *[bare.stay] * 3)
    assert _share(Stretch("burst", 20, 24, 9.0), grid(views=BOUGHT), bare) == pytest.approx(8 / 9)


@pytest.mark.parametrize(
    ("measure", "kind", "z", "speaks"),
    [
        ("likes", "burst", -3, True), ("likes", "burst", 3, False), ("likes", "burst", 0, False),
        ("likes", "padded_likes", 3, True), ("comments", "padded_likes", 3, False),
        ("new_fans", "zombie_fans", 3, True), ("new_fans", "burst", 3, False),
        ("views", "burst", 3, True), ("night_views", "drip", 3, True),
        ("stay_seconds", "burst", 3, True),
    ],
)  # fmt: skip
def test_what_follows_speaks_for_an_event_where_it_is_missing(measure, kind, z, speaks):
    assert _speaks(Surprise(measure, 1, 1, z), kind) == speaks


@pytest.mark.parametrize(("scale", "came"), [(1.0, 0.5), (1.0, 0.9), (0.001, 0.5)])
def test_growth_and_what_is_missing_count_as_far_as_each_can_be_trusted(scale, came):
    """The fewer events are due, the less what is missing says."""
    usual, columns = usual_hours(), dict(grid(views=BOUGHT).columns)
    rates = {code: rate * scale for code, rate in usual.rates.items()}
    for code in RATES:
        columns[code] = rates[code] * columns["views"] * came
    usual = UsualHours(usual.views, usual.views_spread, rates, {}, {}, *[usual.stay] * 3)
    found = _share(Stretch("burst", 20, 24, 9.0), HourGrid(START, columns), usual)
    due = sum(float(rates[code][0]) for code in RATES if code != "new_fans") * 3_600
    grown, lost = 8 / 9, 1 - came
    by_growth = 1 / ((0.2 / 9) ** 2 + 0.05**2)
    by_loss = 1 / (1 / due + (0.15 * came) ** 2)
    assert found == pytest.approx((grown * by_growth + lost * by_loss) / (by_growth + by_loss))


@pytest.mark.parametrize(("after", "told"), [(0.5, True), (0.3, False), (0.0, False)])
def test_unfollows_afterwards_are_told_where_they_are_more_than_usual(after, told):
    usual = dict.fromkeys(range(24), 0.4)
    later = grid(unfollows={**usual, **dict.fromkeys(range(24, 48), after)})
    found = [w.measure for w in _crossed(Stretch("burst", 20, 24, 9.0), later, usual_hours())]
    assert found == (["later_unfollows"] if told else [])


def test_figures_that_should_go_together_are_told_where_they_do_not():
    fans = dict.fromkeys(BOUGHT, 50.0)
    told = grid(
        new_fans=fans, unfollows=dict.fromkeys(range(24, 30), 9.0),
        spend=dict.fromkeys(range(48), 10.0),
        orders=dict.fromkeys((n for n in range(48) if n not in BOUGHT), 1.0),
    )  # fmt: skip
    found = {w.measure: w for w in _crossed(Stretch("burst", 20, 24, 9.0), told, usual_hours())}
    assert set(found) == {"fans_by_clicks", "later_unfollows", "orders_by_spend"}
    assert found["fans_by_clicks"].seen == 200
    assert found["fans_by_clicks"].expected == pytest.approx((44 + 200) / (48 * 6) * 24)
    assert found["orders_by_spend"].expected == pytest.approx(44 / 480 * 40)
    assert found["orders_by_spend"].seen == 0
    # an hour counts five unfollows at the most when the usual ones are learnt
    assert found["later_unfollows"].expected == pytest.approx(24 * 30 / 49)
    assert found["later_unfollows"].seen == 54
    nights = _crossed(Stretch("drip", 20, 24, 9.0), grid(views=BOUGHT), usual_hours())
    assert nights == []  # without a quiet hour in it no night is told


def test_the_proportion_of_two_measures_is_of_the_whole_past():
    told = grid(orders=dict.fromkeys(range(24), 2.0), spend=dict.fromkeys(range(48), 5.0))
    assert _in_proportion(told, slice(0, 4), "orders", "spend") == (8, 48 / 240 * 20)
    assert _in_proportion(told, slice(0, 4), "orders", "coins") is None
    nothing = grid(orders={}, spend={9: 5.0})
    assert _in_proportion(nothing, slice(0, 4), "orders", "spend") is None


def test_reasons_begin_with_what_it_is_about_then_the_strongest_and_leave_out_the_weak():
    missing = {code: dict.fromkeys(BOUGHT, 0.0) for code in ("likes", "product_clicks")}
    told = grid(views=BOUGHT, **missing, shares=dict.fromkeys(BOUGHT, 3.5))
    event = _event(Stretch("burst", 20, 24, 9.5), told, usual_hours())
    assert (event.start, event.end) == (START + 20, START + 24)
    assert (event.kind, event.score) == ("burst", 9.5)
    measures = [why.measure for why in event.reasons]
    assert measures[0] == "views" and "shares" not in measures
    sizes = [abs(why.z) for why in event.reasons[1:]]
    assert sizes == sorted(sizes, reverse=True) and min(sizes) >= 2
    weak = grid(views=dict.fromkeys(BOUGHT, 101.0))
    told_of = [
        why.measure for why in _event(Stretch("burst", 20, 24, 9.5), weak, usual_hours()).reasons
    ]
    assert told_of[0] == "views" and len(told_of) == 2  # the lead, and the scarcest of what follows
