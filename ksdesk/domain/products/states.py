"""The states of a product: draft → ready → listed → off shelf → bin, and what blocks a move.

The bin is a state as well, though a product keeps the one it had while it lies there: it comes
back as what it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.products.limits import Finding
from ksdesk.domain.products.quality import QualityCheck, may_be_ready
from ksdesk.domain.products.values import STATES, Product

BIN: Final = "bin"
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "draft": ("ready", BIN),
    "ready": ("listed", "draft", BIN),
    "listed": ("off_shelf", BIN),
    "off_shelf": ("listed", "draft", BIN),
    BIN: STATES,
}
"""Where a product may go from each state. From the bin it only goes back to the one it had."""
COMPLETE: Final = ("ready", "listed")
"""States in which nothing may be missing or beyond a limit."""


@dataclass(frozen=True)
class Obstacle:
    """Why a product cannot be what it is to be.

    ``kind``: "move" (this state does not follow), "finding" (see `finding`) or "check" (an open
    check of its quality, as it was handed in). ``field`` is where it can be mended.
    """

    kind: str
    field: str
    finding: Finding | None = None
    check: QualityCheck | None = None


def state_of(product: Product) -> str:
    """Its state, the bin among them."""
    return product.state if product.binned_at is None else BIN


def choices(before: Product) -> tuple[str, ...]:
    """The states that a product may have next, its present one first; a new one any.

    A product that is new to the book may be on sale for long.
    """
    if not before.id:
        return STATES
    if before.binned_at is not None:
        return (before.state,)
    return (before.state, *(state for state in MOVES[before.state] if state != BIN))


def can_move(before: Product, state: str) -> bool:
    """Whether a product may go to a state, the bin among them."""
    if state == BIN:
        return before.binned_at is None
    return state in choices(before)


def blocked(
    product: Product,
    findings: Sequence[Finding],
    open_checks: Sequence[QualityCheck] = (),
    before: Product | None = None,
    findings_before: Sequence[Finding] = (),
) -> tuple[Obstacle, ...]:
    """Why `product` cannot be kept in the state it has now; nothing stands in a draft's way.

    `findings` and `findings_before` are what `product_limits` finds in it now and as it was
    `before`. What was wrong with a product while it was in this state already does not keep
    other changes of it out. A stated reason (`quality.reason`) lets open checks pass.
    """
    reasons: list[Obstacle] = []
    if before is not None and not can_move(before, product.state):
        reasons.append(Obstacle("move", "state"))
    if product.state not in COMPLETE:
        return tuple(reasons)
    stays = before is not None and before.id != 0 and before.state == product.state
    known = {(f.field, f.code) for f in findings_before if f.level == "wrong"} if stays else set()
    reasons += [
        Obstacle("finding", finding.field, finding)
        for finding in findings
        if finding.level == "wrong" and (finding.field, finding.code) not in known
    ]
    if not stays and not may_be_ready(open_checks, product.quality.reason):
        reasons += [Obstacle("check", "checks", check=check) for check in open_checks]
    return tuple(reasons)
