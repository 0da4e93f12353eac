"""What speaks for junk: each sum is the likelihoods that its description names, hour by hour."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, pi

import numpy as np
import pytest

from ksdesk.domain.traffic.expectation import HourGrid, UsualHours
from ksdesk.domain.traffic.stretches import Best, Stretch, over, running
from ksdesk.domain.traffic.suspicion import (
    CASUAL,
    CASUAL_STAY,
    SHORT_STAY,
    _fitting,
    _Gain,
    _growth,
    _Hands,
    _idle,
    _Measure,
    _measures,
    _Shown,
    _stay_off,
    _weigh,
    _weigh_fans,
)

N = 48
CODES = ("product_clicks", "comments", "likes", "new_fans")
RATES = dict(zip(CODES, (0.06, 0.01, 0.04, 0.01), strict=True))


def usual_hours(views: float = 100.0, stay: float = 30.0, **facts: object) -> UsualHours:
    return UsualHours(
        np.full(N, views),
        np.full(N, 0.2),
        {code: np.full(N, rate) for code, rate in RATES.items()},
        dict.fromkeys(CODES, 0.3),
        dict.fromkeys(CODES, 1.5),
        *(np.full(N, stay), np.full(N, 0.25), np.full(N, stay)),
    )


def grid(**changes: dict[int, float]) -> HourGrid:
    """Two usual days with other figures in some hours."""
    columns = {"views": np.full(N, 100.0), "stay_seconds": np.full(N, 30.0)}
    columns |= {code: np.full(N, rate * 100) for code, rate in RATES.items()}
    for code, values in changes.items():
        for hour, value in values.items():
            columns[code][hour] = value
    return HourGrid(np.datetime64("2026-03-02T00", "h"), columns)


def poisson(seen: float, due: float) -> float:
    return seen * log(due) - due - lgamma(seen + 1)


def normal(off: float, wide: float) -> float:
    return -((off / wide) ** 2) / 2 - log(wide * (2 * pi) ** 0.5)


@pytest.mark.parametrize("views", [100.0, 260.0, 900.0])
@pytest.mark.parametrize("code", ["product_clicks", "comments"])
def test_what_is_missing_is_the_likelihood_of_a_part_that_does_nothing(code, views):
    """Against usual viewers, who all do it, and casual ones, who do so much of it at the least."""
    seen, added = 2.0, 150.0
    told = grid(views={20: views}, **{code: {20: seen}})
    usual = usual_hours()
    gain = _Gain(told, usual, [m for m in _measures(told, usual) if m.code == code], added)
    junk, due = min(added / views, 0.95), RATES[code] * views
    with_junk = poisson(seen, due * (1 - junk))
    at = np.array([20])
    assert over(gain.usual[code], at, 1) == pytest.approx(with_junk - poisson(seen, due))
    casual = due * (1 - junk * (1 - CASUAL[code]))
    assert over(gain.casual[code], at, 1) == pytest.approx(with_junk - poisson(seen, casual))


@pytest.mark.parametrize(
    ("stay", "views"), [(30.0, 300.0), (9.0, 300.0), (21.0, 300.0), (2.0, 300.0)]
)
def test_a_short_stay_is_the_likelihood_of_viewers_who_are_none(stay, views):
    told, usual, added = grid(views={20: views}, stay_seconds={20: stay}), usual_hours(), 200.0
    gain = _Gain(told, usual, _measures(told, usual)[:1], added)
    junk = added / views
    off = log(stay / 30.0)
    none = normal(off - log(1 - junk * (1 - SHORT_STAY)), 0.25)
    mild = normal(off - log(1 - junk * (1 - CASUAL_STAY)), 0.25)
    at = np.array([20])
    assert over(gain.stay, at, 1) == pytest.approx(np.clip(none - normal(off, 0.25), -4, 4))
    assert over(gain.stay_casual, at, 1) == pytest.approx(np.clip(none - mild, -4, 4))


@pytest.mark.parametrize("views", [60.0, 100.0, 180.0, 250.0, 320.0, 900.0])
def test_growth_is_the_likelihood_of_so_many_more(views):
    added, usual = 200.0, usual_hours()
    seen = np.full(N, views)
    as_ever = normal(views - 100, (100 + (0.2 * 100) ** 2) ** 0.5)
    more = normal(views - 300, (100 + 20**2 + 200 + (0.15 * 200) ** 2) ** 0.5)
    np.testing.assert_allclose(_growth(seen, usual, added), np.clip(more - as_ever, -3, 2))


def test_what_is_missing_sums_the_measures_and_likes_that_came_count_for_nothing():
    quiet = dict.fromkeys(range(10, 14), 900.0)
    told = grid(views=quiet, product_clicks=dict.fromkeys(quiet, 5.0))
    usual = usual_hours()
    measures = [m for m in _measures(told, usual) if m.code in CASUAL]
    gain = _Gain(told, usual, measures, 800.0)
    at = np.array([10])

    def told_of(codes: tuple[str, ...]) -> tuple[float, float, float]:
        against, casual, due, seen = 0.0, 0.0, 0.0, 0.0
        for m in measures:
            if m.code in codes:
                here = float(over(m.due_sums, at, 4)[0])
                damp = 1 / (1.5 + 0.3**2 * here)
                against += float(over(gain.usual[m.code], at, 4)[0]) * damp
                casual += float(over(gain.casual[m.code], at, 4)[0]) * damp
                due, seen = due + here, seen + float(over(m.seen_sums, at, 4)[0])
        return against, casual, 1 - (seen - seen**0.5) / due

    *sums, padded = gain.missing(at, 4)
    assert [float(each[0]) for each in sums] == pytest.approx(
        told_of(("product_clicks", "comments", "likes"))
    )
    assert not padded[0]
    liked = grid(views=quiet, product_clicks=dict.fromkeys(quiet, 5.0),
                 likes=dict.fromkeys(quiet, 90.0))  # fmt: skip
    measures = [m for m in _measures(liked, usual) if m.code in CASUAL]
    gain = _Gain(liked, usual, measures, 800.0)
    *sums, padded = gain.missing(at, 4)
    assert padded[0]
    assert [float(each[0]) for each in sums] == pytest.approx(
        told_of(("product_clicks", "comments"))
    )


@pytest.mark.parametrize(
    ("due", "days", "damp"),
    [(0, 1, 1 / 1.5), (10, 1, 1 / 2.4), (10, 0.2, 1 / 2.4), (10, 2, 1 / 1.95)],
)
def test_evidence_counts_less_where_hours_and_days_scatter(due, days, damp):
    (clicks, *_) = _measures(grid(), usual_hours())
    assert clicks.damp(np.array(due), days) == pytest.approx(damp)


def test_unknown_hours_are_neither_due_nor_seen():
    told = grid(comments={5: np.nan}, views={6: np.nan})
    comments = next(m for m in _measures(told, usual_hours()) if m.code == "comments")
    assert (comments.due[[5, 6]] == 0).all() and (comments.seen[[5, 6]] == 0).all()
    assert comments.due_sums[-1] == pytest.approx(46) and comments.seen_sums[-1] == 46


@pytest.mark.parametrize(("length", "step"), [(2, 1), (31, 1), (32, 2), (48, 3), (180, 11)])
def test_long_stretches_begin_every_so_many_hours(length, step):
    found = _fitting(np.arange(400), length, 400)
    assert found.tolist() == [at for at in range(400) if at + length <= 400 and at % step == 0]


def test_a_stay_is_held_against_the_usual_where_enough_watched():
    told = grid(stay_seconds={1: 60.0, 2: 0.0}, views={3: 2.0, 4: 3.0})
    off = _stay_off(told, np.full(N, 30.0))
    assert off[[0, 1, 4]] == pytest.approx([0, log(2), 0])
    assert np.isnan(off[[2, 3]]).all()


def test_the_hands_of_people_are_clicks_and_comments():
    told = grid(product_clicks={7: 26.0}, comments={7: 10.0}, likes={7: 999.0})
    hands = _Hands(_measures(told, usual_hours()))
    at = np.array([0, 7])
    found = hands.times(at, 1)
    assert found == pytest.approx([(7 - 7**0.5 + 3) / 10, (36 - 6 + 3) / 10])
    assert hands.times(np.array([7]), 2) == pytest.approx([(43 - 43**0.5 + 3) / 17])


def test_what_grew_and_what_grew_at_night():
    usual = np.tile(np.r_[np.full(8, 10.0), np.full(16, 100.0)], 6)
    views = usual.copy()
    views[48:72] += 50.0
    views[3] = np.nan
    shown = _Shown(views, usual)
    at = np.array([0, 24, 48])
    assert shown.grown(at, 24) == pytest.approx([0, 0, 1 - 1680 / 2880])
    tilt = [log((480 + 1) / (80 + 1)) - log((2400 + 1) / (1600 + 1))]
    assert shown._tilt(at, 24) == pytest.approx([0, 0, *tilt])
    flat = shown.flat_nights(at, 24)
    middles = [shown._tilt(np.array([hour]), 24)[0] for hour in range(0, 121, 6)]
    middle = float(np.median(middles))
    wide = max(1.4826 * float(np.median(np.abs(np.array(middles) - middle))), 0.1)
    assert flat == pytest.approx([
        min(max((each - middle) / wide, 0) ** 2 / 2, 7) for each in (0, 0, *tilt)
    ])  # fmt: skip


def fans(seen: dict[int, float], **others: dict[int, float]) -> list[Stretch]:
    told = grid(new_fans=seen, **others)
    measures = _measures(told, usual_hours())
    best = Best(N)
    _weigh_fans(next(m for m in measures if m.code == "new_fans"), _Hands(measures), best)
    return list(best.apart())


def test_fans_without_a_reason_are_a_purchase_unless_hands_came_with_them():
    bought = dict.fromkeys(range(20, 24), 30.0)
    (found,) = fans(bought)
    assert (found.kind, found.first, found.end) == ("zombie_fans", 20, 24)
    lively = dict.fromkeys(bought, 250.0)
    assert fans(bought, product_clicks=lively) == []
    assert fans({}) == [] and fans(dict.fromkeys(range(20, 24), 2.0)) == []


def test_the_score_of_fans_is_the_likelihood_of_so_many_more():
    (found,) = fans(dict.fromkeys(range(20, 24), 9.0))
    damp = 1 / (1.5 + 0.3**2 * 4)
    mean = (44 + 4) / 48
    scores = [
        4 * float(np.clip(poisson(9, 1 + times * mean) - poisson(9, 1), -6, 24)) * damp
        for times in (2.0, 4.0, 8.0, 16.0)
    ]
    assert found.score == pytest.approx(max(scores), rel=0.2)


def idle(stays: dict[int, float], **others: dict[int, float]) -> list[Stretch]:
    best = Best(N)
    _idle(grid(stay_seconds=stays, **others), usual_hours(), best)
    return list(best.apart())


@pytest.mark.parametrize(
    ("times", "hours", "found"),
    [(1.7, 6, False), (2.6, 6, True), (2.6, 1, False), (exp(2), 2, True)],
)
def test_an_endless_stay_of_some_hours_is_idle_unless_hands_are_raised(times, hours, found):
    stays = dict.fromkeys(range(20, 20 + hours), 30.0 * times)
    assert [(one.kind, one.first, one.end) for one in idle(stays)] == (
        [("idle_viewers", 20, 20 + hours)] if found else []
    )
    lively = dict.fromkeys(stays, 20.0)
    assert idle(stays, product_clicks=lively, comments=lively) == []


def test_sums_of_measures_run_over_the_hours():
    one = _Measure(
        "likes", np.ones(3), np.arange(3.0), running(np.ones(3)), running(np.arange(3.0)), 1, 0
    )
    assert one.seen_sums.tolist() == [0, 0, 1, 3] and one.due_sums.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize("first", [0, 44])
def test_the_first_and_the_last_hours_are_looked_at_too(first: int):
    hours = range(first, first + 4)
    (bought,) = fans(dict.fromkeys(hours, 30.0))
    assert (bought.first, bought.end) == (first, first + 4)
    (endless,) = idle(dict.fromkeys(hours, 120.0))
    assert (endless.first, endless.end) == (first, first + 4)


@dataclass(frozen=True)
class Weight:
    """What speaks for the one stretch that there is."""

    growing: float = 4.0
    missed: float = 8.0
    casual: float = 6.0
    lost: float = 0.9
    grown: float = 0.9
    short: float = 0.0
    mild: float = 0.0
    night: float = 0.0
    padded: bool = False
    hoped: float = 99.0

    @property
    def growth(self) -> np.ndarray:
        return np.array([0.0, self.growing])

    @property
    def hopes(self) -> np.ndarray:
        return np.array([0.0, self.hoped])

    @property
    def stay(self) -> np.ndarray:
        return np.array([0.0, 2 * self.short])

    @property
    def stay_casual(self) -> np.ndarray:
        return np.array([0.0, 2 * self.mild])

    def missing(self, at, length):
        each = (self.missed, self.casual, self.lost)
        return *(np.array([one]) for one in each), np.array([self.padded])

    def flat_nights(self, at, length):
        return np.array([self.night])


@dataclass(frozen=True)
class Night:
    weight: Weight

    def grown(self, at, length):
        return np.array([self.weight.grown])

    def flat_nights(self, at, length):
        return np.array([self.weight.night])


def weighed(kind: str, **facts: object) -> list[tuple[str, float]]:
    best, weight = Best(1), Weight(**facts)
    _weigh(weight, Night(weight), np.array([0]), 1, kind, best)
    return [(one.kind, one.score) for one in best.apart()]


@pytest.mark.parametrize(
    ("kind", "facts", "score"),
    [
        ("burst", {}, 10.0),
        ("drip", {}, 13.0),  # its score counts more
        ("burst", {"padded": True}, 10.0),
        ("drip", {"padded": True}, 10.0),
        # the growth, and what could be missing at the most
        ("burst", {"growing": 1.1}, 8.55),
        ("burst", {"growing": 1.0}, None),
        ("burst", {"hoped": 4.1}, 10.0),
        ("burst", {"hoped": 4.0}, None),
        ("drip", {"hoped": 2.6}, 13.0),
        ("drip", {"hoped": 2.5}, None),
        # what is missing alone, against usual and against casual viewers
        ("burst", {"missed": 4.0, "growing": 9.0}, None),
        ("burst", {"missed": 4.1, "growing": 9.0}, 8.6),
        ("drip", {"missed": 2.5, "growing": 9.0}, None),
        ("drip", {"missed": 2.6, "growing": 9.0}, 1.3 * 7.1),
        ("burst", {"casual": 1.5, "mild": 9.0}, None),
        ("burst", {"casual": 2.6, "mild": 9.0}, 10.0),
        ("drip", {"casual": 0.8, "night": 9.0}, None),
        ("drip", {"casual": 0.9, "night": 7.0}, 1.3 * 17),
        # all of it together
        ("burst", {"missed": 5.0, "growing": 4.0}, None),
        ("burst", {"missed": 5.0, "growing": 4.1}, 7.05),
        ("burst", {"missed": 5.0, "growing": 3.0, "short": 2.0}, 8.5),
        ("burst", {"casual": 5.0}, None),
        ("burst", {"casual": 5.1}, 10.0),
        ("burst", {"casual": 4.0, "mild": 1.1}, 10.0),
        ("drip", {"casual": 4.0}, None),
        ("drip", {"casual": 4.1}, 13.0),
        # a short stay and a flat night count as much as what is missing at the most
        ("burst", {"short": 99.0}, 18.0),
        ("burst", {"short": -99.0}, 10.0),
        ("burst", {"night": 5.0}, 10.0),
        ("drip", {"night": 5.0}, 1.3 * 15),
        ("drip", {"night": 99.0}, 1.3 * 18),
        # what was added must be lost
        ("burst", {"lost": 0.675}, None),
        ("burst", {"lost": 0.68}, 10.0),
    ],
)
def test_a_stretch_is_offered_where_all_speaks_for_it(kind, facts, score):
    named = "padded_likes" if facts.get("padded") else kind
    found = weighed(kind, **facts)
    assert found == ([] if score is None else [(named, pytest.approx(score))])
