"""Pieces of suspect hours: grown to what belongs to them, joined where they are one purchase."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.traffic.stretches import Stretch, StretchKind, extended, joined


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
