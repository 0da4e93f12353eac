"""The sampling sheet: which signs a fan shows, and what a sample of them may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.traffic.fan_sample import Fan, looks_fake, verdict, wilson

REAL = Fan(works=12, follows=80, followers=40, avatar=True)
FAKE = Fan(works=0, follows=900, followers=2, avatar=False)


@pytest.mark.parametrize(
    ("fan", "signs"),
    [
        (REAL, ()),
        (FAKE, ("no_works", "follows_many", "no_avatar")),
        (Fan(works=0), ("no_works",)),
        (Fan(follows=500, followers=50), ()),
        (Fan(follows=501, followers=50), ("follows_many",)),
        (Fan(follows=60, followers=0), ()),  # a newcomer
        (Fan(follows=500), ()),
        (Fan(avatar=False), ("no_avatar",)),
        (Fan(), ()),
    ],
)
def test_signs(fan: Fan, signs: tuple[str, ...]):
    assert looks_fake(fan) == signs


@pytest.mark.parametrize(
    ("fakes", "real", "word"),
    [(10, 9, "few"), (30, 20, "odd"), (2, 48, "fine"), (4, 40, "unclear"), (0, 20, "fine")],
)
def test_a_sample_says_what_its_interval_allows(fakes: int, real: int, word: str):
    told = verdict([FAKE] * fakes + [REAL] * real)
    assert (told.n, told.fakes, told.word) == (fakes + real, fakes, word)
    assert told.low <= told.share <= told.high


def test_one_weak_sign_is_no_fake_and_two_are():
    assert verdict([Fan(works=3, avatar=False)] * 30).fakes == 0
    assert verdict([Fan(works=3, follows=500, followers=1, avatar=False)] * 30).fakes == 30


def test_who_was_not_looked_at_does_not_count():
    assert verdict([REAL] * 20 + [Fan(), Fan(follows=900)] * 20).n == 20
    assert verdict([]).word == "few"


def test_a_shop_with_more_such_real_fans_may_say_so():
    sample = [FAKE] * 10 + [REAL] * 40
    assert verdict(sample).word == "odd"
    assert verdict(sample, usual=0.15).word == "fine"


def test_wilson_as_tables_have_it():
    assert wilson(5, 50) == pytest.approx((0.0435, 0.2136), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


@given(n=st.integers(1, 10_000), part=st.floats(0, 1))
def test_an_interval_holds_its_share(n: int, part: float):
    hits = round(part * n)
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n <= high <= 1
