"""Buyers who came back: held against tables by hand and against a count buyer by buyer."""

from __future__ import annotations

import random
import statistics
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.reviews.repeats import Purchases, Repeats, repeats

EPOCH = date(1970, 1, 1)


def bought(*visits: tuple[int, date]) -> Purchases:
    return Purchases([buyer for buyer, _ in visits], [(day - EPOCH).days for _, day in visits])


def table(found: Repeats) -> dict[str, tuple[int, ...]]:
    return {f"{cohort.month:%Y-%m}": cohort.bought for cohort in found.cohorts}


def test_a_table_by_hand():
    found = repeats(
        bought(
            (1, date(2026, 9, 30)),  # the last day of a month
            (1, date(2026, 10, 1)),  # and the first of the next
            (1, date(2026, 10, 31)),
            (2, date(2026, 9, 5)),
            (2, date(2026, 9, 5)),  # the same day is one purchase
            (3, date(2026, 9, 9)),
            (3, date(2026, 11, 2)),
            (4, date(2026, 10, 10)),
            (5, date(2026, 11, 17)),
            (5, date(2026, 11, 18)),
        ),
        date(2026, 11, 18),
    )
    assert table(found) == {"2026-09": (3, 1, 1), "2026-10": (1, 0), "2026-11": (1,)}
    assert [cohort.size for cohort in found.cohorts] == [3, 1, 1]
    assert (found.buyers, found.again, found.share) == (5, 3, 0.6)
    assert found.gaps == 4 and found.gap == statistics.median([1, 30, 54, 1])


def test_a_month_without_new_buyers_has_no_row_and_a_year_goes_on():
    found = repeats(
        bought((7, date(2025, 12, 31)), (7, date(2026, 2, 28)), (8, date(2026, 2, 1))),
        date(2026, 3, 1),
    )
    assert table(found) == {"2025-12": (1, 0, 1, 0), "2026-02": (1, 0)}


def test_nobody_is_known():
    found = repeats(Purchases(orders=12, unknown=12), date(2026, 3, 1))
    assert found == Repeats(orders=12, unknown=12) and found.share is None


def test_what_is_later_than_the_day_is_left_out():
    found = repeats(bought((1, date(2026, 3, 1)), (1, date(2026, 3, 2))), date(2026, 3, 1))
    assert (found.buyers, found.again, found.gap) == (1, 0, None)
    assert repeats(bought((1, date(2026, 3, 2))), date(2026, 3, 1)).buyers == 0


visits = st.lists(st.tuples(st.integers(0, 9), st.integers(20_000, 20_400)), max_size=60)


@given(visits, st.integers(20_000, 20_420))
def test_it_is_what_a_count_buyer_by_buyer_says(rows, last):
    """In any order of the rows; the sizes of the cohorts are all the buyers."""
    until = EPOCH + timedelta(days=last)
    found = repeats(Purchases([b for b, _ in rows], [d for _, d in rows]), until)
    mixed = random.Random(1).sample(rows, len(rows))
    assert found == repeats(Purchases([b for b, _ in mixed], [d for _, d in mixed]), until)
    own: dict[int, list[date]] = {}
    for buyer, day in sorted({(b, d) for b, d in rows if d <= last}):
        own.setdefault(buyer, []).append(EPOCH + timedelta(days=day))
    assert found.buyers == len(own) == sum(cohort.size for cohort in found.cohorts)
    assert found.again == sum(len(days) > 1 for days in own.values())
    gaps = [(after - before).days for days in own.values() for before, after in pairwise(days)]
    assert found.gaps == len(gaps)
    assert found.gap == (statistics.median(gaps) if gaps else None)
    for cohort in found.cohorts:
        there = [days for days in own.values() if days[0].replace(day=1) == cohort.month]
        for since, count in enumerate(cohort.bought):
            number = cohort.month.year * 12 + cohort.month.month - 1 + since
            month = date(number // 12, number % 12 + 1, 1)
            assert count == sum(any(d.replace(day=1) == month for d in days) for days in there)
        months = (until.year - cohort.month.year) * 12 + until.month - cohort.month.month
        assert len(cohort.bought) == months + 1
