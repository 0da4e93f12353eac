"""What a seller is told to do with the money, and what a test would cost."""

from __future__ import annotations

import numpy as np
import pytest
from shops import Way, history

from ksdesk.domain.promotion import advice, budget

MARGIN = 0.5
TWO = {"one": Way(60_000, 8_000), "two": Way(15_000, 12_000)}


@pytest.fixture(scope="module")
def two() -> budget.Fit:
    return budget.fit(history(TWO))


def net(mix: dict[str, int]) -> float:
    return sum(MARGIN * float(TWO[way].brings(amount)) - amount for way, amount in mix.items())


def test_money_that_does_not_come_back_is_kept_back(two: budget.Fit) -> None:
    today = {"one": 9_000, "two": 20_000}
    told = advice.propose(two, today, MARGIN)
    assert not told.stay
    assert told.proposed["two"] < 10_000
    assert told.kept_back > 5_000
    assert told.probability > 0.9
    assert told.sure
    assert told.gain.low < net(dict(told.proposed)) - net(today) < told.gain.high


def test_what_is_best_already_stays(two: budget.Fit) -> None:
    best = two.allocate(20_000, margin=MARGIN)
    told = advice.propose(two, best, MARGIN)
    assert told.stay
    assert told.proposed == best
    assert told.kept_back == 0


def test_the_chance_and_the_interval_agree(two: budget.Fit) -> None:
    for one in range(2_000, 16_000, 2_000):
        told = advice.propose(two, {"one": one, "two": 16_000 - one}, MARGIN)
        assert (told.gain.low > 0) == (told.probability > 0.9)
        assert (told.gain.mid > 0) == (told.probability > 0.5)


def test_a_fixed_way_whole_orders_and_no_more_than_today(two: budget.Fit) -> None:
    today = {"one": 3_000, "two": 17_000}
    fixed = advice.propose(two, today, MARGIN, fixed={"two": 12_000})
    assert fixed.proposed["two"] == 12_000
    orders = advice.propose(two, today, MARGIN, steps={"one": 3_000})
    assert orders.proposed["one"] % 3_000 == 0
    assert orders.proposed["one"] > 0
    held = advice.propose(two, today, MARGIN, no_more=["one"])
    assert held.proposed["one"] <= 3_000
    assert advice.propose(two, {"one": 0, "two": 9_000}, 0.9, no_more=["one"]).proposed["one"] == 0


def test_each_further_yuan_brings_less(two: budget.Fit) -> None:
    first = advice.further(two, "one", 4_000, 8_000, MARGIN)
    later = advice.further(two, "one", 16_000, 20_000, MARGIN)
    truth = TWO["one"].brings(20_000) - TWO["one"].brings(16_000)
    assert first > 1 > later
    assert later == pytest.approx(MARGIN * float(truth) / 4_000, rel=0.5)


def test_what_the_last_part_of_each_way_brought(two: budget.Fit) -> None:
    told = advice.last_part(two, {"one": 9_000, "two": 0}, MARGIN, part=2_000)
    truth = MARGIN * float(TWO["one"].brings(9_000) - TWO["one"].brings(7_000))
    assert list(told) == ["one"]
    assert told["one"].low < told["one"].mid < told["one"].high
    assert told["one"].mid == pytest.approx(truth, rel=0.25)
    everything = advice.last_part(two, {"one": 9_000}, 1.0)["one"].mid
    assert everything == pytest.approx(two.expected({"one": 9_000}).mid)


def test_about_the_same_money_each_day_tells_nothing() -> None:
    given = history(TWO)
    same = np.full(len(given.days), 5_000)
    even = budget.History(
        given.days, given.total_sales, {**given.spend, "two": same}, given.attributed
    )
    assert advice.even_ways(given) == ()
    assert advice.even_ways(even) == ("two",)
    assert advice.even_ways(history(TWO, days=10)) == ("one", "two")


def test_the_price_of_a_plan_is_what_it_loses_against_today(two: budget.Fit) -> None:
    today = {"one": 9_000, "two": 9_000}
    days = budget.test_plan(["one", "two"], 18_000, weeks=2)
    told = advice.price(two, days, today, MARGIN)
    truth = sum(net(today) - net(day) for day in days)
    assert told.low < told.mid < told.high
    assert told.mid == pytest.approx(truth, rel=0.25)
    assert advice.price(two, [today] * 5, today, MARGIN).high == 0


def test_the_cheapest_test_stops_the_way_that_brings_least(two: budget.Fit) -> None:
    today = {"one": 9_000, "two": 9_000}
    found = advice.cheapest_pause(two, today, MARGIN)
    assert found is not None
    way, cost = found
    assert way == "two"
    truth = 3 * (net(today) - net({"one": 9_000, "two": 0}))
    assert cost.mid == pytest.approx(truth, rel=0.25)
    assert advice.cheapest_pause(two, {"one": 0, "two": 0}, MARGIN) is None
