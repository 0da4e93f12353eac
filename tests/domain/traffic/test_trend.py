from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic import trend
from ksdesk.domain.traffic.trend import ALARM, alarms, scores

HOUR = 3600
DAY = 24 * HOUR
START = np.datetime64("2026-03-02T00:00:00")  # a Monday


def every(seconds: int, count: int) -> np.ndarray:
    return START + np.arange(count) * np.timedelta64(seconds, "s")


def noise(count: int, seed: int = 1, spread: float = 0.15) -> np.ndarray:
    return np.exp(np.random.default_rng(seed).normal(0, spread, count))


def evenings(days: int, seed: int = 1) -> np.ndarray:
    """Hourly views: 100 all day, 1,000 from seven to eleven."""
    hour = np.arange(days * 24) % 24
    return np.where((hour >= 19) & (hour < 23), 1000.0, 100.0) * noise(days * 24, seed)


# --- what alarms


def test_a_spike_alarms_once_and_says_why() -> None:
    values = 50 * noise(24 * 40)
    values[30 * 24 + 14] = 900
    [alarm] = alarms(every(HOUR, len(values)), values)
    assert alarm.index == 30 * 24 + 14
    assert alarm.score > 0.8
    reason = alarm.reason
    assert reason.seen == pytest.approx(900)
    assert (reason.hour, reason.days, reason.weekly) == (14, 28, False)
    assert reason.times == pytest.approx(900 / reason.usual)
    assert 40 < reason.usual < 90
    assert str(reason).startswith("Rose to 900 in the hour from 14:00, ")
    assert str(reason).endswith(" over the past 28 days.")


def test_a_burst_at_night_that_would_pass_in_the_evening() -> None:
    values = evenings(50)
    values[40 * 24 + 3 : 40 * 24 + 6] *= 7
    [alarm] = alarms(every(HOUR, len(values)), values)
    assert 40 * 24 + 3 <= alarm.index < 40 * 24 + 6
    assert alarm.reason.code == "above_usual_hour"
    assert alarm.reason.hour in (3, 4, 5)
    assert "at this time of day" in str(alarm.reason)


def test_views_where_nothing_is_usual() -> None:
    values = evenings(40)
    values[np.arange(len(values)) % 24 < 8] = 0
    values[30 * 24 + 4] = 800
    [alarm] = alarms(every(HOUR, len(values)), values)
    assert alarm.index == 30 * 24 + 4
    assert alarm.reason.usual == 0
    assert alarm.reason.times is None
    assert ", far above the usual figure at this time of day: 0 " in str(alarm.reason)


def test_a_new_level_is_told_and_then_taken_for_usual() -> None:
    values = evenings(80)
    values[40 * 24 :] *= 3
    found = [alarm.index // 24 for alarm in alarms(every(HOUR, len(values)), values)]
    assert found[0] == 40
    assert len(found) <= 4
    assert found[-1] < 52


def test_hours_of_more_that_no_row_alone_would_show() -> None:
    """Five-minute counts: each row is within what rows do, six hours of them are not."""
    count = 288 * 30
    values = np.random.default_rng(4).poisson(4, count).astype(float)
    begin = 25 * 288 + 60
    values[begin : begin + 96] = np.random.default_rng(5).poisson(8, 96)
    found = alarms(every(300, count), values)
    inside = [alarm for alarm in found if begin <= alarm.index < begin + 96]
    assert inside
    assert inside[0].reason.span > 0
    assert "a mean of" in str(inside[0].reason)


@pytest.mark.parametrize(("seconds", "rows"), [(300, 288 * 20), (900, 96 * 20), (6 * HOUR, 4 * 90)])
def test_any_interval(seconds: int, rows: int) -> None:
    values = 80 * noise(rows)
    at = rows - 20
    values[at] = 2000
    found = alarms(every(seconds, rows), values)
    assert at in [alarm.index for alarm in found]
    assert len(found) <= 3


@pytest.mark.parametrize("seconds", [DAY, 7 * DAY])
def test_daily_and_weekly_figures(seconds: int) -> None:
    values = 100 * noise(60, 6, 0.1)
    if seconds == DAY:
        values[np.arange(60) % 7 >= 5] *= 3  # weekends
    values[50] = 1500
    [alarm] = alarms(every(seconds, 60), values)
    assert alarm.index == 50
    assert alarm.reason.weekly
    assert " in the hour " not in str(alarm.reason)
    assert "the usual high of a week" in str(alarm.reason)


# --- what does not


def test_an_evening_peak_every_day() -> None:
    assert alarms(every(HOUR, 24 * 60), evenings(60)) == []


def test_a_live_every_saturday() -> None:
    count = 24 * 84
    hour = np.arange(count) % 24
    live = (np.arange(count) // 24 % 7 == 5) & (hour >= 19) & (hour < 23)
    values = np.where(live, 1500.0, 100.0) * noise(count)
    late = [alarm for alarm in alarms(every(HOUR, count), values) if alarm.index >= 21 * 24]
    assert late == []


def test_lives_after_days_of_silence() -> None:
    values = evenings(60)
    values[values < 400] = 0
    values[np.arange(len(values)) // 24 % 3 > 0] = 0
    assert alarms(every(HOUR, len(values)), values) == []


def test_a_fall() -> None:
    values = evenings(40)
    values[30 * 24 :] *= 0.2
    assert alarms(every(HOUR, len(values)), values) == []


def test_too_little_history() -> None:
    values = 50 * noise(24 * 3 + 1)
    values[24 * 2 + 5] = 5000
    assert alarms(every(HOUR, len(values)), values) == []
    daily = 50 * noise(20)
    daily[-1] = 5000
    assert alarms(every(DAY, 20), daily) == []


@pytest.mark.parametrize("count", [0, 1, 2, 14, 15, 500])
def test_a_constant_series(count: int) -> None:
    for value in (0.0, 7.0, -3.0, 1e300):
        assert alarms(every(HOUR, count), np.full(count, value)) == []


# --- gaps and oddities


def test_a_spike_is_found_among_gaps_and_missing_figures() -> None:
    values = 50 * noise(24 * 60)
    values[50 * 24 + 10] = 900
    values[::7] = np.nan
    values[100:160] = np.inf
    keep = np.random.default_rng(2).random(len(values)) < 0.8
    keep[20 * 24 : 26 * 24] = False
    keep[50 * 24 + 10] = True
    times = every(HOUR, len(values))[keep]
    judged = scores(times, values[keep])
    assert np.all(judged[~np.isfinite(values[keep])] == 0)
    found = [times[alarm.index] for alarm in alarms(times, values[keep])]
    assert START + np.timedelta64(50 * DAY + 10 * HOUR, "s") in found
    assert len(found) <= 3


def test_times_that_occur_twice_and_times_unknown() -> None:
    values = np.repeat(50 * noise(24 * 40), 2)
    values[30 * 48 + 20] = 900
    times = np.repeat(every(HOUR, 24 * 40), 2)
    assert [alarm.index for alarm in alarms(times, values)] == [30 * 48 + 20]
    times[5] = np.datetime64("NaT")
    assert [alarm.index for alarm in alarms(times, values)] == [30 * 48 + 20]


def test_times_of_another_unit() -> None:
    values = 100 * noise(60, 6, 0.1)
    values[50] = 1500
    times = every(DAY, 60)
    assert np.array_equal(scores(times.astype("datetime64[D]"), values), scores(times, values))


def test_what_cannot_be_judged_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        scores(every(HOUR, 3), np.zeros(4))
    with pytest.raises(ValueError, match="ascend"):
        scores(every(HOUR, 3)[::-1], np.zeros(3))


# --- what holds for every series

FIGURES = st.one_of(
    st.floats(0, 1000),
    st.integers(0, 5).map(float),
    st.sampled_from([np.nan, np.inf, -np.inf, -50.0, 0.0, 1e-320, 1e308, 5000.0]),
)
STEPS = st.one_of(
    st.sampled_from([0, 60, 300, HOUR, 5 * HOUR, DAY, 7 * DAY]), st.integers(0, 3 * DAY)
)


@st.composite
def series(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Up to some weeks of rows: even or uneven steps, noise with odd figures in it."""
    count = draw(st.integers(0, 400))
    seed = draw(st.integers(0, 1000))
    random = np.random.default_rng(seed)
    steps = np.full(count, draw(STEPS))
    values = random.lognormal(3, draw(st.sampled_from([0.0, 0.3, 1.5])), count)
    for place in draw(st.lists(st.integers(0, max(count - 1, 0)), max_size=12)):
        if place < count:
            values[place] = draw(FIGURES)
            steps[place] = draw(STEPS)
    return START + np.cumsum(steps).astype("timedelta64[s]"), values


@given(series(), st.floats(0, 1))
def test_nothing_later_is_used(drawn: tuple[np.ndarray, np.ndarray], share: float) -> None:
    times, values = drawn
    cut = int(len(values) * share)
    assert np.array_equal(scores(times[:cut], values[:cut]), scores(times, values)[:cut])


@given(series())
def test_scores_are_shares_and_alarms_a_day_apart(drawn: tuple[np.ndarray, np.ndarray]) -> None:
    times, values = drawn
    judged = scores(times, values)
    assert judged.shape == values.shape
    assert np.all((judged >= 0) & (judged <= 1))
    found = alarms(times, values)
    assert [alarm.index for alarm in found] == list(np.flatnonzero(judged >= ALARM))
    assert np.all(np.diff(times[[alarm.index for alarm in found]]) >= np.timedelta64(1, "D"))
    for alarm in found:
        assert alarm.score == judged[alarm.index]
        assert str(alarm.reason).endswith("days.")


@given(series(), st.sampled_from([0.001, 8.0, 1000.0]))
def test_the_unit_makes_no_difference(drawn: tuple[np.ndarray, np.ndarray], factor: float) -> None:
    times, values = drawn
    values = np.where(np.abs(values) > 1e6, np.nan, values)
    values[np.abs(values) < 1e-6] = 0
    assert np.allclose(scores(times, values * factor), scores(times, values), atol=1e-6)


# --- what it stands on


def test_numpy_only_and_not_at_the_start() -> None:
    tree = ast.parse(Path(trend.__file__).read_text(encoding="utf-8"))
    modules = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    modules |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {module.split(".")[0] for module in modules} == {
        "__future__",
        "dataclasses",
        "typing",
        "numpy",
    }
    code = "import sys, ksdesk.domain.traffic; print('ksdesk.domain.traffic.trend' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- its pieces, each by hand


def rows_of(seconds: list[int]) -> trend._Rows:
    """Rows so many seconds after a Monday's midnight."""
    at = np.array(seconds, dtype=np.int64)
    return trend._in_periods(np.arange(len(at)), at)


@given(
    st.lists(st.one_of(st.floats(-9, 9), st.just(np.nan)), min_size=1, max_size=9),
    st.sampled_from([0.0, 0.5, 0.8, 1.0]),
)
def test_a_quantile_is_of_what_is_known(figures: list[float], share: float) -> None:
    found = trend._quantile(np.array([figures]), share)[0]
    known = [each for each in figures if np.isfinite(each)]
    if known:
        assert found == pytest.approx(np.quantile(known, share))
    else:
        assert np.isnan(found)


def test_the_past_of_a_period_is_what_came_before_it() -> None:
    found = trend._past(np.arange(40.0))
    assert found.shape == (40, 28) and np.isnan(found[0]).all()
    assert found[1, -1] == 0 and np.isnan(found[1, :-1]).all()
    assert found[39].tolist() == list(range(11, 39))


def test_means_are_of_the_rows_of_the_last_hours() -> None:
    seconds = [0, 1800, HOUR, 2 * HOUR, 2 * HOUR + 1, 9 * HOUR, 12 * HOUR]
    series = np.array([[1.0, 2, 4, 8, 16, 32, 64], [0.0, -9, 0, 0, 0, 0, 7]])
    found = trend._means(rows_of(seconds), series)
    assert trend.SETTING.spans == (0, 1, 6)
    for place, span in enumerate((0, 1, 6)):
        for row, now in enumerate(seconds):
            near = [k for k in range(row + 1) if seconds[k] > now - span * HOUR or k == row]
            wanted = series[:, near].mean(axis=1) if span else series[:, row]
            np.testing.assert_allclose(found[place, :, row], np.maximum(wanted, 0))


@pytest.mark.parametrize(
    ("apart", "weekly"), [(HOUR, False), (6 * HOUR - 1, False), (6 * HOUR, True), (DAY, True)]
)
def test_rows_that_are_far_apart_are_compared_by_weeks(apart: int, weekly: bool) -> None:
    seconds = [n * apart for n in range(14)]
    rows = rows_of([*seconds, *(seconds[-1] + n for n in range(1, 30))])
    assert rows.length == (7 * DAY if weekly else DAY)  # as the first rows say
    assert rows_of([5]).length == DAY and rows_of([]).length == DAY


def test_periods_are_those_that_have_rows() -> None:
    rows = rows_of([0, HOUR, DAY - 1, DAY, 4 * DAY, 4 * DAY + HOUR])
    assert rows.period.tolist() == [0, 0, 0, 1, 2, 2]
    assert rows.starts.tolist() == [0, 3, 4] and rows.calendar.tolist() == [0, 1, 4]


def test_an_hour_has_its_usual_figure_from_three_days_and_six_hours_on() -> None:
    def usual(days: int, hours: int) -> tuple[float, float]:
        at = [d * DAY + h * HOUR for d in range(days + 1) for h in range(hours)]
        figures = np.array([float(10 * (h + 1)) for _ in range(days + 1) for h in range(hours)])
        found = trend._usual_hour(rows_of(at), figures)
        return found[0][-1], found[1][-1]

    assert usual(3, 6) == (60, 17.5)  # half of an average hour beside it
    assert usual(2, 6) == (0, 0) and usual(3, 5) == (0, 0)
    assert usual(5, 8) == (80, 22.5)


def test_the_weekdays_own_high_is_the_second_of_three_weeks() -> None:
    highs = np.full(29, 1.0)
    highs[[7, 14, 21]] = 9.0, 5.0, 7.0
    rows = rows_of([n * DAY + k * HOUR for n in range(29) for k in range(2)])
    found = trend._weekday_high(rows, highs)
    assert found[28] == 7 and found[27] == 1
    assert found[21] == 5 and found[14] == 1 and found[7] == -np.inf
    highs[14] = np.nan
    assert trend._weekday_high(rows, highs)[28] == 7
    highs[21] = np.nan
    assert trend._weekday_high(rows, highs)[28] == -np.inf


def test_a_height_is_told_in_spreads_of_the_past_highs() -> None:
    days = np.array([10.0, 20.0, 40.0, 20.0, 80.0])
    rows = rows_of([n * 7 * DAY for n in range(5)])
    usual, height = trend._heights(rows, days[None, :])

    def logs(ratio: float) -> float:
        return float(np.log((ratio + 0.1) / 1.1))

    assert usual[0].tolist() == [0, 0, 15, 20, 20]
    assert height[0, :2].tolist() == [0, 0]  # one day says nothing of what is usual
    spread = np.quantile([logs(0.5), logs(1), logs(2), logs(1)], 0.8) + 0.2
    assert height[0, 4] == pytest.approx(logs(4) / spread)
    assert height[0, 2] == pytest.approx(
        logs(40 / 15) / (np.quantile([logs(10 / 15), logs(20 / 15)], 0.8) + 0.2)
    )
    far = trend._heights(rows, np.array([[1.0, 1.0, 1.0, 1e9, 0.0]]))[1][0]
    assert far[3] == 30
    assert trend._heights(rows, np.array([[1.0, 1.0, 1.0, 1.0, 0.0]]))[1][0, 4] == -1


@pytest.mark.parametrize(
    ("heights", "fired"),
    [
        # a row a week: from one spread on, above all but the highest of before, and above the last
        ([0, 0, 1.0], [2]),
        ([0, 0, 0.99], []),
        ([0, 1.2, 0, 1.1], [1, 3]),
        ([0, 1.2, 1.1], [1]),
        ([1.5, 1.2, 0, 1.3], [0, 3]),
        ([1.5, 1.4, 0, 1.3], [0]),
        ([9.0, 9.0, 0, 1.8], [0, 3]),  # surely: of 1.75 spreads on yesterday alone hides it
        ([9.0, 9.0, 0, 1.75], [0]),
    ],
)
def test_a_row_alarms_where_it_tops_the_past(heights: list[float], fired: list[int]) -> None:
    rows = rows_of([n * 7 * DAY for n in range(len(heights))])
    assert np.flatnonzero(trend._fire(rows, np.array(heights))).tolist() == fired


def test_two_alarms_are_a_day_apart() -> None:
    rows = rows_of([23 * HOUR, DAY + 22 * HOUR, DAY + 23 * HOUR])
    assert np.flatnonzero(trend._fire(rows, np.array([1.0, 2.0, 2.0]))).tolist() == [0, 2]


@pytest.mark.parametrize(("rows", "ready"), [(13, False), (14, True)])
def test_three_days_and_fourteen_rows_are_needed(rows: int, ready: bool) -> None:
    at = [*range(rows - 2), DAY, 2 * DAY, 3 * DAY]
    values = np.array([10.0] * rows + [900.0])
    times = START + np.array(at, dtype="timedelta64[s]")
    assert (scores(times, values)[-1] >= ALARM) == ready
    two = START + np.array([*range(20), DAY, 2 * DAY], dtype="timedelta64[s]")
    assert scores(two, np.array([10.0] * 21 + [900.0]))[-1] == 0


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.0, "0"), (0.1234, "0.123"), (99.94, "99.9"), (100.0, "100"), (12345.6, "12,346")],
)
def test_figures_have_three_digits(number: float, text: str) -> None:
    assert trend._figure(number) == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, "Rose to 30 in the hour from 09:00, 3 times the usual high of a day: 10 over the"
             " past 5 days."),
        ({"span": 6}, "Rose to a mean of 30 over 6 h in the hour from 09:00, 3 times the usual"
                      " high of a day: 10 over the past 5 days."),
        ({"weekly": True}, "Rose to 30, 3 times the usual high of a week: 10 over the past 5"
                           " days."),
    ],
)  # fmt: skip
def test_a_rise_in_words(facts: dict[str, object], text: str) -> None:
    whole = {"seen": 30.0, "usual": 10.0, "span": 0, "hour": 9, "days": 5, "weekly": False}
    assert str(trend.Rise("above_usual_high", **{**whole, **facts})) == text
