"""Where the next yuan goes, on sellers whose truth is known: the figures of the fit.

    pytest -m bench -s tests/bench/test_budget.py      KSDESK_SELLERS=60 for more sellers a set

The generator's own sellers ("plain"); the same with 1 - exp instead of Hill's curve ("family");
and with the ways' habits exchanged and their ranges moved ("exchanged"). None of this was used to
choose a figure of the fit. Regret: the part of the best sales that the proposed mix misses. Lost:
(the best net over all budgets up to the whole one - the net of what is proposed) / budget.
"""

from __future__ import annotations

import csv
import importlib.util
import inspect
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from ksdesk.domain.promotion import budget

SHARED = Path(os.environ.get("KSDESK_SHARED", Path(__file__).parents[3] / "shared"))
GENERATOR = SHARED / "tools" / "synth_campaigns.py"
SELLERS = int(os.environ.get("KSDESK_SELLERS", "40"))
SEED = 8_400
START = datetime(2025, 1, 6)

pytestmark = [
    pytest.mark.bench,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not GENERATOR.is_file(), reason="the generator of sellers is not here"),
]


def generator() -> ModuleType:
    """The generator, with a seller who follows a plan beside its own."""
    spec = importlib.util.spec_from_file_location("synth_campaigns", GENERATOR)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    text = inspect.getsource(made.seller).replace("def seller(", "def planned(plan, ")
    rounding = "    spend = np.round(spend, 1)\n"
    assert text.count(rounding) == 1
    # Followed as people do: never quite the amount that was meant.
    follow = (
        "    near = np.random.default_rng([seed, i, 9]).normal(0, 0.1, (D, 4))\n"
        '    spend = plan(M["B"]) * np.exp(near)\n'
    )
    exec(text.replace(rounding, follow + rounding), made.__dict__)
    return made


def exchanged(made: ModuleType, seed: int, number: int) -> tuple[dict, dict]:
    """Each way with another's habits, in ranges that were moved."""
    given, shop = made.own_params(seed, number)
    random = np.random.default_rng([seed, number, 5])
    turn, ways = 1 + number % 3, {}
    for place, way in enumerate(made.CH):
        habits = dict(given[made.CH[(place + turn) % 4]])
        habits["s"] *= random.uniform(0.8, 1.15)
        habits["theta"] = min(0.7, habits["theta"] * random.uniform(0.7, 1.5) + 0.03)
        habits["beta"] *= random.uniform(0.7, 1.5)
        habits["kappa"] *= random.uniform(0.7, 1.4)
        habits["bias"] *= random.uniform(0.85, 1.1)
        ways[way] = habits
    return ways, shop


def exponential(spent: np.ndarray, beta: float, kappa: float, s: float) -> np.ndarray:
    return beta * -np.expm1(-np.log(2) * (np.maximum(spent, 0) / kappa) ** s)


def as_history(made: ModuleType, seller: dict) -> budget.History:
    spend = np.round(seller["spend"] * 100).astype(np.int64)
    seen = np.where(spend > 0, np.round(seller["att"] * 100), 0).astype(np.int64)
    return budget.History(
        np.array([day.date() for day in seller["dates"]], dtype="datetime64[D]"),
        np.round(seller["gmv"] * 100).astype(np.int64),
        dict(zip(made.CH, spend.T, strict=True)),
        dict(zip(made.CH, seen.T, strict=True)),
    )


@dataclass
class Truth:
    made: ModuleType
    ways: dict
    shop: dict

    @property
    def money(self) -> int:
        return round(self.shop["B"] * 100)

    def sales(self, allocation: dict[str, int]) -> float:
        return self.made.total(np.array([allocation[w] / 100 for w in self.made.CH]), self.ways)

    def net(self, allocation: dict[str, int]) -> float:
        return self.shop["margin"] * self.sales(allocation) - sum(allocation.values()) / 100

    def best_net(self) -> float:
        grid, best = np.linspace(0, self.shop["B"], 301), np.zeros(301)
        for way in self.made.CH:
            own = self.shop["margin"] * self.made.steady(grid, self.ways[way]) - grid
            sums = np.full((301, 301), -np.inf)
            for step in range(301):
                sums[step, step:] = best[: 301 - step] + own[step]
            best = sums.max(0)
        return float(best.max())


def judged(truth: Truth, seller: dict, learned: budget.Fit, seconds: float) -> dict[str, float]:
    made, money = truth.made, truth.money
    _, best = made.optimum(truth.ways, truth.shop["B"], G=300)
    proposed = learned.allocate(money)
    assert sum(proposed.values()) == money
    kept = learned.allocate(money, margin=truth.shop["margin"])
    equal = dict.fromkeys(made.CH, money // 4)
    reported = seller["att"].sum(0) / np.maximum(seller["spend"].sum(0), 1)
    alone = {way: money * (place == reported.argmax()) for place, way in enumerate(made.CH)}
    net = truth.best_net()
    row = {
        "regret": 1 - truth.sales(proposed) / best,
        "worse": truth.sales(proposed) < truth.sales(equal),
        "lost": (net - truth.net(kept)) / truth.shop["B"],
        "regret equal": 1 - truth.sales(equal) / best,
        "regret best ROI": 1 - truth.sales(alone) / best,
        "lost nothing spent": net / truth.shop["B"],
        "seconds": seconds,
    }
    for name, mix in (("held", proposed), ("held today", dict(learned.today))):
        expected = learned.expected(mix)
        row[name] = expected.low <= truth.sales(mix) * 100 <= expected.high
    return row


def ordinary(made: ModuleType, number: int) -> tuple[dict, dict, dict]:
    return made.seller(SEED, number, 12, START)


def generators_test(made: ModuleType, number: int) -> tuple[dict, dict, dict]:
    return made.seller(SEED, number, 8, START, "designed")


def our_test(made: ModuleType, number: int) -> tuple[dict, dict, dict]:
    def plan(daily: float) -> np.ndarray:
        days = budget.test_plan(made.CH, round(daily * 100), 8)
        return np.array([[day[way] / 100 for way in made.CH] for day in days])

    return made.planned(plan, SEED, number, 8, START)


HISTORIES = {
    "12 ordinary weeks": ordinary,
    "8 weeks, its test": generators_test,
    "8 weeks, test_plan": our_test,
}


def as_it_is(made: ModuleType) -> None:
    """Plain."""


def other_family(made: ModuleType) -> None:
    made.hill = exponential


def other_habits(made: ModuleType) -> None:
    made.own_params = made.params
    made.params = lambda seed, number: exchanged(made, seed, number)


SETS = {"plain": as_it_is, "family": other_family, "exchanged": other_habits}
# What 40 sellers may not fall behind; what was seen stands in budget_trials.md.
# Wanted: mean regret, its p90, worse than the equal split, net lost, all in %.
ORDINARY, TESTED = (7, 18, 8, 7), (4, 12, 5, 4.5)
EXCHANGED = {ORDINARY: (10, 25, 100, 7), TESTED: (6, 16, 100, 4.5)}


@pytest.mark.parametrize("histories", HISTORIES)
@pytest.mark.parametrize("sellers", SETS)
def test_sellers_of_known_truth(sellers: str, histories: str, measured) -> None:
    made = generator()
    SETS[sellers](made)
    rows = [one(made, HISTORIES[histories], number) for number in range(SELLERS)]
    seen = {name: np.array([row[name] for row in rows], dtype=float) for name in rows[0]}
    mean = {name: values.mean() for name, values in seen.items()}
    print(
        f"\nequal split {mean['regret equal']:.0%}, best ROI {mean['regret best ROI']:.0%},"
        f" nothing spent -/{mean['lost nothing spent']:.0%}, in today's mix the interval holds"
        f" {mean['held today']:.0%}"
    )
    wanted = ORDINARY if histories == "12 ordinary weeks" else TESTED
    if sellers == "exchanged":
        wanted = EXCHANGED[wanted]
    what = f"budget, {sellers}, {histories}"
    figures = mean["regret"], np.quantile(seen["regret"], 0.9), mean["worse"], mean["lost"]
    names = "regret", "regret, p90", "worse than the equal split", "net lost"
    for name, figure, most in zip(names, figures, wanted, strict=True):
        measured(f"{what}: {name}", 100 * figure, "%", most=most)
    measured(f"{what}: the truth inside the 80 % interval", 100 * mean["held"], "%", least=70)
    measured(f"{what}: a fit", float(np.median(seen["seconds"])), "s", most=2)
    assert mean["regret"] < 0.7 * mean["regret equal"]


def one(made: ModuleType, history: Callable, number: int) -> dict[str, float]:
    ways, shop, seller = history(made, number)
    begun = time.process_time()
    learned = budget.fit(as_history(made, seller))
    return judged(Truth(made, ways, shop), seller, learned, time.process_time() - begun)


def test_a_public_set_whose_authors_say_what_they_put_in() -> None:
    """PyMC-Marketing's example: weekly sales of 1,000 x (base + 3 f(4 a1) + 2 f(3 a2) + noise) with
    f(z) = (1 - e^-z) / (1 + e^-z) of two ways whose spending carries over with 0.4 and 0.2. No
    report says what a way brought."""
    with (SHARED / "data" / "pymc_mmm_example.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    # The spending has no unit; in this one it is a tenth of the sales.
    spend = {way: np.array([round(float(row[way]) * 1e5) for row in rows]) for way in ("x1", "x2")}
    learned = budget.fit(
        budget.History(
            np.array([row["date_week"] for row in rows], dtype="datetime64[D]"),
            np.array([round(float(row["y"]) * 100) for row in rows]),
            spend,
            dict.fromkeys(spend, np.zeros(len(rows), dtype=np.int64)),
        )
    )
    for way, top, bend in (("x1", 3, 4), ("x2", 2, 3)):
        for part in (0.25, 0.5, 1.0):
            truth = 1e5 * top * np.tanh(bend * part / 2)
            seen = learned.expected({way: round(part * 1e5)})
            print(
                f"\n{way} at {part:.2f}: {truth:,.0f} put in,"
                f" {seen.low:,.0f} to {seen.high:,.0f} found, {seen.mid:,.0f} in the middle"
            )
            assert 0.6 * truth < seen.mid < 1.5 * truth
    today = learned.today
    assert learned.expected({"x1": today["x1"]}).low > learned.expected({"x2": today["x2"]}).high
