"""从看到买: how many went on from each step, 曝光 → 进入 → 停留 → 商品点击 → 下单 → 支付."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.comparison import usual

STEPS: Final = ("exposures", "entered", "stayed", "clicks", "orders", "paid_orders")
LEAST: Final = 30
"""So many must have come to a step before its share says anything."""

FEWER: Final = 0.85
"""Below this part of the usual share a step lost more than usual."""


@dataclass(frozen=True)
class FunnelStep:
    """So many at a step; `share` of those at `of`, the last known step before it ("" and None at
    the first). Whoever has no figure of who came in is counted by viewers."""

    code: str
    count: int
    of: str = ""
    came: int = 0

    @property
    def share(self) -> float | None:
        """Its part of the step before; None where nobody came so far."""
        return self.count / self.came if self.came else None


def funnel(one: Broadcast) -> tuple[FunnelStep, ...]:
    """The steps that are known, in their order."""
    found: list[FunnelStep] = []
    for code in STEPS:
        if code == "entered" and one.entered is None:
            code = "viewers"
        count: int | None = getattr(one, code)
        if count is not None:
            before = found[-1] if found else None
            of, came = (before.code, before.count) if before else ("", 0)
            found.append(FunnelStep(code, count, of, came))
    return tuple(found)


def left_out(one: Broadcast) -> tuple[str, ...]:
    """The steps that are not known."""
    known = {"entered" if step.code == "viewers" else step.code for step in funnel(one)}
    return tuple(code for code in STEPS if code not in known)


def usual_shares(others: Sequence[Broadcast]) -> dict[tuple[str, str], float]:
    """The usual share of each step of the one before it."""
    shares: dict[tuple[str, str], list[float | None]] = {}
    for other in others:
        for step in funnel(other):
            if step.came >= LEAST:
                shares.setdefault((step.code, step.of), []).append(step.share)
    middle = ((key, usual(values)) for key, values in shares.items())
    return {key: value for key, value in middle if value is not None}


def weakest(one: Broadcast, others: Sequence[Broadcast]) -> tuple[FunnelStep, float] | None:
    """The step that lost most against its usual share, with that; None where none lost more."""
    before = usual_shares(others)
    found = [
        (step.share / before[step.code, step.of], step)
        for step in funnel(one)
        if step.share is not None and step.came >= LEAST and before.get((step.code, step.of))
    ]
    worst = min(found, key=lambda pair: pair[0], default=None)
    if worst is None or worst[0] >= FEWER:
        return None
    return worst[1], before[worst[1].code, worst[1].of]
