"""What a seller is told about the next yuan."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import TWO, Way, history, without

from ksdesk.domain.promotion import budget

HOUR = np.timedelta64(1, "h")
NO_DAY = np.timedelta64("NaT")


@cache
def _fitted() -> budget.Fit:
    return budget.fit(history(TWO))


@pytest.fixture
def two() -> budget.Fit:
    return _fitted()


def best(ways: dict[str, Way], total: int, margin: float | None = None) -> float:
    """The most that two ways can bring, tried out; the net of it with a margin."""
    first, second = ways.values()
    one = np.linspace(0, total, 301)
    if margin is None:
        return float((first.brings(one) + second.brings(total - one)).max())
    grid = first.brings(one)[:, None] + second.brings(one)[None, :]
    spent = one[:, None] + one[None, :]
    return float(np.where(spent <= total, margin * grid - spent, -np.inf).max())


def test_the_budget_goes_where_it_brings_most_and_is_spent_to_the_fen(two: budget.Fit) -> None:
    for total in (1, 9_999, 20_001):
        proposed = two.allocate(total)
        assert sum(proposed.values()) == total
        assert all(type(amount) is int and amount >= 0 for amount in proposed.values())
    proposed = two.allocate(20_000)
    brought = sum(float(TWO[way].brings(amount)) for way, amount in proposed.items())
    assert brought > 0.96 * best(TWO, 20_000)


def test_a_budget_of_nothing_is_shared_out_as_nothing(two: budget.Fit) -> None:
    assert two.allocate(0) == two.allocate(0, margin=0.5) == {"one": 0, "two": 0}


def test_what_would_not_pay_is_kept_back(two: budget.Fit) -> None:
    proposed = two.allocate(40_000, margin=0.4)
    net = sum(0.4 * float(TWO[way].brings(amount)) - amount for way, amount in proposed.items())
    assert sum(proposed.values()) < 30_000
    assert net > best(TWO, 40_000, 0.4) - 0.03 * 40_000
    assert two.allocate(40_000, margin=0.01) == {"one": 0, "two": 0}
    assert sum(two.allocate(4_000, margin=0.9).values()) == 4_000


@pytest.mark.slow
def test_four_of_five_intervals_hold_what_is_true(two: budget.Fit) -> None:
    """More or less: of five shops, that differ in all there is, three at least."""
    held = 0
    for seed in range(5):
        random = np.random.default_rng(seed)
        ways = {
            name: Way(*np.exp(random.uniform(np.log([15e3, 4e3, 0.7]), np.log([8e4, 2e4, 1.4]))))
            for name in TWO
        }
        expected = budget.fit(history(ways, days=60, seed=seed)).expected(
            {"one": 9_000, "two": 9_000}
        )
        truth = sum(float(way.brings(9_000)) for way in ways.values())
        assert expected.low < expected.mid < expected.high
        assert 0.6 * truth < expected.mid < 1.6 * truth
        held += expected.low < truth < expected.high
    assert held >= 3
    nothing = two.expected({"one": 0, "two": 0})
    assert (nothing.low, nothing.mid, nothing.high) == (0, 0, 0)


@pytest.mark.parametrize("bounds", [(1, 1), {"one": (1, 1), "two": (1.0, 1.0)}])
@pytest.mark.parametrize("margin", [None, 0.02])
def test_bounds_of_one_keep_todays_mix(two: budget.Fit, bounds: object, margin: float) -> None:
    total = sum(two.today.values())
    assert two.allocate(total, bounds, margin) == two.today


def test_bounds_hold_as_multiples_and_in_fen(two: budget.Fit) -> None:
    total = sum(two.today.values())
    freed = two.allocate(total)
    assert freed["two"] < 0.7 * two.today["two"]
    held = two.allocate(total, (0.8, 2))
    assert held["two"] == pytest.approx(0.8 * two.today["two"], rel=0.02)
    fixed = two.allocate(20_000, {"two": (7_001, 7_001)})
    assert fixed == {"one": 12_999, "two": 7_001}
    assert two.allocate(20_000, {"one": (0, 5_000)}) == {"one": 5_000, "two": 15_000}
    upper = {"one": (0, 5_003), "two": (0, 15_001)}
    assert sum(two.allocate(20_000, upper).values()) == 20_000


def test_bounds_that_cannot_be_kept_are_refused(two: budget.Fit) -> None:
    for bounds in ({"one": (0, 3_000), "two": (0, 3_000)}, {"one": (30_000, 40_000)}):
        with pytest.raises(ValueError, match="bounds"):
            two.allocate(20_000, bounds)
    for margin in (None, 0.3):
        with pytest.raises(ValueError, match="below 0"):
            two.allocate(-1, margin=margin)


@pytest.mark.parametrize(
    ("bounds", "named"),
    [
        ({"one": (2, 1)}, "one"),
        ((0, np.nan), "one"),
        ((np.nan, 1), "one"),
        ((-1, 1), "one"),
        ({"two": (5_000, 50)}, "two"),
        ({"two": (1,)}, "two"),
    ],
)
@pytest.mark.parametrize("margin", [None, 0.3])
def test_bounds_that_are_none_are_named(two: budget.Fit, bounds, named, margin) -> None:
    """They were taken for today's mix, or ended in a traceback of something else."""
    with pytest.raises(ValueError, match=f"bounds: {named} "):
        two.allocate(20_000, bounds, margin)


@given(
    st.integers(0, 10**7),
    st.lists(st.tuples(st.floats(101, 10**7), st.floats(0, 3)), min_size=2, max_size=2),
    st.none() | st.floats(-1, 3),
)
@settings(max_examples=60, deadline=None)
def test_amounts_are_whole_fen_within_their_bounds_whatever_they_are(total, wide, margin) -> None:
    """Bounds between two fen gave today's part, however far from them that was."""
    fit = _fitted()
    bounds = {way: (low, low + more) for way, (low, more) in zip(TWO, wide, strict=True)}
    try:
        found = fit.allocate(total, bounds, margin)
    except ValueError as error:
        assert str(error) == "the bounds leave no way to spend this budget"
        least = sum(low for low, _ in bounds.values())
        most = sum(high for _, high in bounds.values())
        assert least > total - 2 or (margin is None and most < total + 2)
        return
    assert sum(found.values()) <= total
    assert margin is not None or sum(found.values()) == total
    for way, (low, high) in bounds.items():
        assert type(found[way]) is int and low - 1 < found[way] < high + 1


@pytest.mark.parametrize("margin", [np.nan, np.inf, -np.inf])
def test_a_margin_that_is_no_number_is_refused(two: budget.Fit, margin: float) -> None:
    """All was kept back, as if nothing paid."""
    with pytest.raises(ValueError, match="margin"):
        two.allocate(20_000, margin=margin)
    with pytest.raises(ValueError, match="daily_budget"):
        two.allocate(margin)


def test_where_nothing_stays_of_sales_all_is_kept_back_and_where_all_stays_more_pays(
    two: budget.Fit,
) -> None:
    for margin in (0, 0.0, -0.2):
        assert two.allocate(20_000, margin=margin) == {"one": 0, "two": 0}
    spent = [sum(two.allocate(200_000, margin=m).values()) for m in (0.05, 0.2, 0.6, 1, 3)]
    assert spent == sorted(spent) and spent[0] < spent[-1]


@pytest.mark.parametrize("amount", [-1, np.nan])
def test_no_way_brings_anything_by_less_than_nothing(two: budget.Fit, amount: float) -> None:
    """It was said to bring just nothing."""
    with pytest.raises(ValueError, match="two"):
        two.expected({"one": 5_000, "two": amount})


@pytest.mark.slow
def test_a_way_without_spend_is_named_and_not_guessed() -> None:
    given = history({**TWO, "three": Way(50_000, 5_000)})
    zero = np.zeros(len(given.days), dtype=np.int64)
    given = budget.History(
        given.days,
        given.total_sales,
        {**given.spend, "three": zero},
        {**given.attributed, "three": zero},
    )
    learned = budget.fit(given)
    assert learned.unknown == ("three",)
    proposed = learned.allocate(20_000)
    assert proposed["three"] == 0
    assert sum(proposed.values()) == 20_000
    with pytest.raises(ValueError, match="three"):
        learned.expected({"one": 10_000, "three": 1})


@pytest.mark.slow
def test_a_way_of_which_the_platform_reports_nothing_is_told_by_the_total() -> None:
    given = history(TWO, days=140, noise=0.05)
    zero = np.zeros(140, dtype=np.int64)
    silent = budget.History(given.days, given.total_sales, given.spend, dict.fromkeys(TWO, zero))
    learned = budget.fit(silent)
    assert learned.allocate(20_000)["one"] > 10_000
    expected = learned.expected(learned.today)
    truth = sum(float(TWO[way].brings(amount)) for way, amount in learned.today.items())
    assert expected.low < truth < expected.high


def test_without_any_spend_there_is_nothing_to_learn_from() -> None:
    zero = np.zeros(5, dtype=np.int64)
    days = np.datetime64("2025-03-03") + np.arange(5)
    with pytest.raises(ValueError, match="no way"):
        budget.fit(budget.History(days, zero + 1, {"one": zero}, {"one": zero}))


@pytest.mark.slow
@pytest.mark.parametrize("scale", [10, 1_000, 1_000_000])
def test_the_size_of_a_shop_plays_no_part(two: budget.Fit, scale: int) -> None:
    larger = budget.fit(history(TWO, scale=scale))
    proposed, usual = larger.allocate(20_000 * scale), two.allocate(20_000)
    assert proposed["one"] / scale == pytest.approx(usual["one"], abs=1)


@pytest.mark.slow
def test_names_of_ways_play_no_part(two: budget.Fit) -> None:
    renamed = {"gifts": TWO["one"], "付费买量": TWO["two"]}
    assert list(budget.fit(history(renamed)).allocate(20_000).values()) == list(
        two.allocate(20_000).values()
    )


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 8])
def test_one_way_or_eight(count: int) -> None:
    ways = {f"way {place}": Way(20_000 + 9_000 * place, 9_000) for place in range(count)}
    learned = budget.fit(history(ways, days=60))
    proposed = learned.allocate(50_000)
    assert sum(proposed.values()) == 50_000
    assert len(proposed) == count
    assert max(proposed, key=proposed.__getitem__) in list(ways)[-3:]


@pytest.mark.slow
def test_days_without_a_report_are_absent_and_not_without_sales(two: budget.Fit) -> None:
    random = np.random.default_rng(9)
    fewer = budget.fit(without(history(TWO), random.random(84) < 0.3))
    assert fewer.allocate(20_000)["one"] == pytest.approx(two.allocate(20_000)["one"], rel=0.1)


@pytest.mark.slow
def test_evenings_of_junk_change_little(two: budget.Fit) -> None:
    given = history(TWO)
    sales, seen = given.total_sales.copy(), given.attributed["one"].copy()
    sales[[20, 41, 60]] *= 4
    seen[[10, 33, 70]] //= 20
    mixed = budget.fit(
        budget.History(given.days, sales, given.spend, {**given.attributed, "one": seen})
    )
    assert mixed.allocate(20_000)["one"] == pytest.approx(two.allocate(20_000)["one"], rel=0.1)


@pytest.mark.slow
def test_even_the_shortest_history_is_answered() -> None:
    for days in (1, 2, 6):
        learned = budget.fit(history(TWO, days=days, seed=2))
        assert sum(learned.allocate(10_000).values()) == 10_000
        expected = learned.expected(dict.fromkeys(learned.known, 5_000))
        assert np.isfinite([expected.low, expected.mid, expected.high]).all()


@pytest.mark.slow
def test_a_day_may_have_no_sales_at_all() -> None:
    given = history(TWO)
    sales = given.total_sales.copy()
    sales[::9] = 0
    seen = {
        way: np.where(np.arange(84) % 9, amounts, 0) for way, amounts in given.attributed.items()
    }
    learned = budget.fit(budget.History(given.days, sales, given.spend, seen))
    assert learned.allocate(20_000)["one"] > 12_000


def test_a_history_that_does_not_fit_together_is_refused() -> None:
    days = np.datetime64("2025-03-03") + np.arange(3)
    three = np.array([1, 2, 3])
    for sales, spend, seen, order, word in (
        (three, {"a": three}, {"b": three}, days, "different"),
        (three[:2], {"a": three}, {"a": three}, days, "total_sales"),
        (three, {"a": three}, {"a": three[:2]}, days, "a: 2"),
        (three, {"a": three}, {"a": three}, days[::-1], "ascend"),
        (three, {"a": three - 2}, {"a": three}, days, "a: money spent is below"),
        (three, {"a": three}, {"a": three}, days[[0, 0, 1]], "ascend"),
        (three, {"a": three}, {"a": three}, days[0] + np.arange(3) * HOUR, "ascend"),
        (three, {"a": three}, {"a": three}, [*days, NO_DAY], "days: one is no day"),
        (three, {"a": three}, {"a": three}, days[:, None], "days: 2 dimensions"),
        (three, {"a": three}, {"a": three}, ["soon"] * 3, "days"),
        (three[:, None], {"a": three}, {"a": three}, days, "total_sales: 2 dimensions"),
        (three, {"a": three[:, None]}, {"a": three}, days, "a: 2 dimensions"),
        (three, {"a": three}, {"a": three[:, None]}, days, "a: 2 dimensions"),
        (5, {"a": three}, {"a": three}, days, "total_sales: 0 dimensions"),
        (["much"] * 3, {"a": three}, {"a": three}, days, "total_sales"),
        (three * np.nan, {"a": three}, {"a": three}, days, "total_sales: an amount is no number"),
        (three, {"a": three * np.inf}, {"a": three}, days, "a: an amount is no number"),
    ):
        with pytest.raises(ValueError, match=word):
            budget.History(order, sales, spend, seen)


def test_what_was_worked_out_once_is_what_the_draws_say_to_the_fen(two: budget.Fit) -> None:
    """A budget that is dragged is shared out by it."""
    usual = np.array([[two.today[way]] for way in two.known], dtype=np.float64)
    amounts = usual * np.array([0.0, 1e-6, 0.003, 0.05, 0.4, 1.0, 1.7, 12.0, 400.0, 5_000.0])
    mean, told = two.brought(amounts).mean(0), two.typical(amounts)
    assert np.abs(told[3] - mean).max() < 1
    low, middle, high = np.quantile(two.brought(amounts), (0.1, 0.5, 0.9), axis=0)
    for got, exact in zip(told, (low, middle, high), strict=False):
        assert np.abs(got - exact).max() < 2
    assert (told[:, :, 0] == 0).all()
