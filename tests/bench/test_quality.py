"""Suspect events against made-up sellers with known truth, at the usual rates and at others.

The sellers come from a generator beside the checkout (../shared or KSDESK_SHARED); it is read, and
for other rates changed in memory only. An event is found if a reported one overlaps it; `strict`
also asks for the kind and for a third of the two together.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ksdesk.domain.traffic.quality import SuspectEvent, suspect_events

SHARED = Path(os.environ.get("KSDESK_SHARED", Path(__file__).parents[3] / "shared"))
GENERATOR = SHARED / "tools" / "synth_campaigns.py"
pytestmark = [
    pytest.mark.bench,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        not GENERATOR.exists(), reason="no generator of sellers beside the checkout"
    ),
]

SEEDS, SELLERS = (41, 42), 8
FIRST = datetime(2025, 1, 6)
OURS = {"likes_padded": "padded_likes"}  # the generator's other name
COLUMNS = {
    "views": "views",
    "stay_seconds": "wavg",
    "likes": "likes",
    "comments": "comm",
    "shares": "shares",
    "new_fans": "fol",
    "unfollows": "unf",
    "product_clicks": "clk",
    "orders": "orders",
}
Change = tuple[str, str]
RATES: dict[str, tuple[int, tuple[Change, ...]]] = {
    "as they are": (26, ()),
    "half the clicks": (26, (("real*.05*qc", "real*.025*qc"),)),
    "longer stays": (26, (("(38 - 14*paidsh)", "(60 - 22*paidsh)"),)),
    "milder, shorter": (
        26,
        (
            ('"burst": r.uniform(3, 15)', '"burst": r.uniform(2, 9)'),
            ('"drip": r.uniform(.5, 2)', '"drip": r.uniform(.4, 1.4)'),
            ('"likes_padded": r.uniform(2, 8)', '"likes_padded": r.uniform(2, 5)'),
            ("r.integers(36, 120)", "r.integers(24, 72)"),
        ),
    ),
    "more casual": (26, (("lo = .3 if", "lo = .2 if"), ("(mf, .6, 1.2)", "(mf, .5, 1.2)"))),
    "a quarter": (13, ()),
}


@dataclass
class Figures:
    """What was counted over all sellers of one setting."""

    true: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right_kind: int = 0
    strict: int = 0
    reported: int = 0
    wrong: int = 0
    peaks: int = 0
    peaks_flagged: int = 0
    days: int = 0

    @property
    def precision(self) -> float:
        return 1 - self.wrong / max(self.reported, 1)

    @property
    def recall(self) -> float:
        return self.found.total() / max(self.true.total(), 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    @property
    def false_in_60_days(self) -> float:
        return self.wrong / self.days * 60

    def __str__(self) -> str:
        kinds = ", ".join(f"{k} {self.found[k] / n:.2f}" for k, n in sorted(self.true.items()))
        strict = 2 * self.strict / max(self.reported + self.true.total(), 1)
        return (
            f"F1 {self.f1:.3f} (strict {strict:.3f}), precision {self.precision:.3f}, recall "
            f"{self.recall:.3f} ({kinds}), right kind {self.right_kind / self.found.total():.2f}, "
            f"{self.false_in_60_days:.2f} false in 60 days, real peaks flagged "
            f"{self.peaks_flagged}/{self.peaks}"
        )


def generator(changes: tuple[Change, ...]) -> dict[str, Any]:
    """The generator's names, with these texts of its source replaced."""
    source = GENERATOR.read_text("utf-8")
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    names: dict[str, Any] = {"__name__": "sellers"}
    exec(compile(source, str(GENERATOR), "exec"), names)
    return names


def overlap(event: SuspectEvent, true: dict[str, Any], first: np.datetime64) -> float:
    """Hours of both over hours of either; 0 or less if they don't meet."""
    start, end = (int((moment - first).astype(int)) for moment in (event.start, event.end))
    both = min(end, true["end"]) - max(start, true["start"])
    return both / (max(end, true["end"]) - min(start, true["start"]))


def count(figures: Figures, seller: dict[str, Any], days: int) -> None:
    first = np.datetime64(FIRST, "h")
    hours = {ours: np.asarray(seller[theirs], float) for ours, theirs in COLUMNS.items()}
    events = suspect_events(hours | {"time": first + np.arange(days * 24)})
    met = [False] * len(events)
    for true in seller["ev"]:
        shared = [overlap(event, true, first) for event in events]
        best = int(np.argmax(shared)) if events else -1
        hit = best >= 0 and shared[best] > 0
        if true["kind"] == "natural":
            figures.peaks += 1
            figures.peaks_flagged += hit
            continue
        kind = OURS.get(true["sub"], true["sub"])
        figures.true[kind] += 1
        if hit:
            figures.found[kind] += 1
            right = events[best].kind == kind
            figures.right_kind += right
            figures.strict += right and shared[best] >= 0.3
            met = [was or part > 0 for was, part in zip(met, shared, strict=True)]
    figures.reported += len(events)
    figures.wrong += met.count(False)
    figures.days += days


def counted(weeks: int, changes: tuple[Change, ...]) -> Figures:
    names, figures = generator(changes), Figures()
    for seed in SEEDS:
        for seller in range(SELLERS):
            _, _, made = names["seller"](seed, seller, weeks, FIRST)
            count(figures, made, weeks * 7)
    return figures


@pytest.mark.parametrize("name", RATES)
def test_suspect_events_are_the_bought_ones(name: str, measured):
    figures = counted(*RATES[name])
    print(f"\n{name}: {figures}")
    what = f"suspect hours, {name}"
    measured(f"{what}: F1", figures.f1, "", least=0.78)
    measured(f"{what}: precision", figures.precision, "", least=0.9)
    measured(f"{what}: false ones in 60 days", figures.false_in_60_days, "", most=1)
