"""Pieces of suspect hours: grown to what belongs to them, joined where they are one purchase."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.traffic.stretches import (
    REACH,
    Best,
    Stretch,
    StretchKind,
    extended,
    joined,
    over,
    running,
)


def spans(found: list[Stretch]) -> list[tuple[str, int, int]]:
    return [(piece.kind, piece.first, piece.end) for piece in found]


def test_a_jump_takes_in_the_hours_still_raised_but_no_other_jump():
    above = np.zeros(60)
    above[10:40] = 100.0
    above[30] = np.nan
    found = [Stretch("burst", 14, 18, 20.0), Stretch("padded_likes", 22, 26, 9.0)]
    assert spans(extended(found, above)) == [("burst", 10, 22), ("padded_likes", 22, 30)]


def test_fans_and_drips_stay_as_they_are():
    above = np.full(60, 100.0)
    found = [Stretch("zombie_fans", 14, 18, 20.0), Stretch("drip", 22, 46, 9.0)]
    assert extended(found, above) == found
    assert extended([], above) == []


@pytest.mark.parametrize(
    ("first", "then", "gap", "whole"),
    [
        ("drip", "drip", 12, [("drip", 0, 66)]),
        ("drip", "burst", 3, [("drip", 0, 57)]),
        ("burst", "burst", 3, [("burst", 0, 57)]),
        ("drip", "drip", 13, [("drip", 0, 24), ("drip", 37, 67)]),
        ("burst", "zombie_fans", 3, [("burst", 0, 24), ("zombie_fans", 27, 57)]),
    ],
)
def test_pieces_of_one_purchase_are_joined(
    first: StretchKind, then: StretchKind, gap: int, whole: list[tuple[str, int, int]]
):
    pieces = [Stretch(first, 0, 24, 9.0), Stretch(then, 24 + gap, 54 + gap, 20.0)]
    assert spans(joined(pieces)) == whole


def offered(*pieces: tuple[StretchKind, int, int, float]) -> list[tuple[str, int, int]]:
    best = Best(40)
    for kind, first, length, score in pieces:
        best.offer(kind, np.array([first]), length, np.array([score]), np.array([True]))
    return spans(list(best.apart()))


def test_the_strongest_stretches_come_first_and_none_within_two_hours_of_a_stronger_one():
    strong = ("drip", 10, 8, 9.0)
    assert offered(("burst", 20, 4, 3.0), strong) == [("drip", 10, 18), ("burst", 20, 24)]
    assert offered(("burst", 19, 4, 3.0), strong) == [("drip", 10, 18)]
    assert offered(("burst", 4, 4, 3.0), strong) == [("drip", 10, 18), ("burst", 4, 8)]
    assert offered(("burst", 5, 4, 3.0), strong) == [("drip", 10, 18)]
    assert offered(("burst", 0, 5, 9.0), ("burst", 0, 7, 9.0)) == [("burst", 0, 5)]
    assert offered(("burst", 0, 5, 9.0), ("drip", 0, 7, 9.1)) == [("drip", 0, 7)]
    assert offered(("burst", 0, 5, 0.0)) == []


def test_what_does_not_fit_is_not_taken():
    best = Best(9)
    at, score = np.array([1, 6]), np.array([5.0, 4.0])
    best.offer("burst", at, 2, score, np.array([False, True]))
    assert spans(list(best.apart())) == [("burst", 6, 8)]


def test_a_jump_reaches_no_further_than_so_many_hours_and_a_quiet_hour_ends_it():
    above = np.full(120, 100.0)
    (whole,) = extended([Stretch("burst", 50, 54, 9.0)], above)
    assert (whole.first, whole.end) == (50 - REACH, 54 + REACH)
    above[[47, 57]] = 50.0
    assert spans(extended([Stretch("burst", 50, 54, 9.0)], above)) == [("burst", 48, 57)]
    assert spans(extended([Stretch("burst", 50, 54, 9.0)], -above)) == [("burst", 50, 54)]


def test_joined_pieces_keep_the_higher_score():
    low, high = Stretch("burst", 0, 4, 9.0), Stretch("burst", 5, 9, 20.0)
    for pieces in ([low, high], [Stretch("burst", 0, 4, 20.0), Stretch("burst", 5, 9, 9.0)]):
        assert [piece.score for piece in joined(pieces)] == [20.0]


def test_sums_over_a_stretch_are_those_of_its_hours():
    values = np.array([1.0, np.nan, 3.0, 5.0])
    sums = running(np.nan_to_num(values))
    assert over(sums, np.array([0, 1, 2]), 2).tolist() == [1.0, 3.0, 8.0]
    assert over(sums, np.array([0]), 4).tolist() == [9.0]
