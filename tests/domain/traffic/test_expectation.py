"""What hours should bring: the middle of what was known, whatever is missing."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.domain.traffic.expectation import _medians, usual_sums

NAN = np.nan


@pytest.mark.parametrize(
    ("column", "middle", "known"),
    [
        ([3.0, 1.0, 2.0], 2.0, 3),
        ([4.0, 1.0, 2.0, 3.0], 2.5, 4),
        ([9.0, NAN, 1.0, NAN, 2.0, NAN], 2.0, 3),
        ([5.0, NAN, 7.0], 6.0, 2),
        ([NAN, 5.0], 5.0, 1),
        ([8.0, 1.0, 2.0, 3.0, 9.0, 4.0, 5.0], 4.0, 7),
    ],
)
def test_the_median_is_of_the_known_values(column, middle, known):
    medians, counts = _medians(np.array([column]).T)
    assert (medians[0], counts[0]) == (middle, known)


def test_nothing_known_has_no_median():
    medians, counts = _medians(np.full((3, 1), NAN))
    assert np.isnan(medians[0])
    assert counts[0] == 0


def test_each_hour_has_its_own_usual_and_a_gap_is_filled_from_other_weeks():
    week = np.tile(np.r_[np.full(12, 10.0), np.full(12, 40.0)], 7)
    known = np.tile(week, 4)
    known[30] = NAN
    due = usual_sums(known)
    assert due == pytest.approx(np.tile(week, 4), rel=0.02)
