"""看出什么: what stands out in a live or a video, as codes with figures, for the screen to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Any, Final, Literal

from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.comparison import usual
from ksdesk.domain.reviews.funnel import weakest

MOST: Final = 4
ENOUGH: Final = 0.1
"""A figure that is less than this part away from the one before does not stand out."""

SECONDS: Final = 3
FANS: Final = 5
REFUNDS: Final = 1.5
"""So many times the usual share of refunds is more than usual."""

Tone = Literal["good", "bad", "warn"]


@dataclass(frozen=True)
class Remark:
    """One of them. `weight` says how much it stands out."""

    code: str
    tone: Tone
    facts: Mapping[str, Any] = field(default_factory=dict)
    weight: float = 0.0


@dataclass(frozen=True)
class SoldProduct:
    """What a product sold in a live: orders, fen paid, and its place in the running order (0: it
    was in none)."""

    title: str
    orders: int
    paid: int
    place: int = 0


def remarks(
    one: Broadcast,
    peers: Sequence[Broadcast],
    sold: Sequence[SoldProduct] = (),
    net: int | None = None,
) -> tuple[Remark, ...]:
    """What stands out most, first; `net` is what stays of it in fen."""
    found = [*_against(one, peers[0])] if peers else []
    found += _steps(one, peers)
    found += _refunds(one, peers)
    found += _products(sold)
    if net is not None and net < 0:
        found.append(Remark("lost", "bad", {"fen": -net}, 2.0))
    return tuple(sorted(found, key=lambda remark: -remark.weight)[:MOST])


def _against(one: Broadcast, last: Broadcast) -> Iterator[Remark]:
    if one.sales is not None and last.sales:
        apart = one.sales / last.sales - 1
        if abs(apart) >= ENOUGH:
            facts = {"fen": abs(one.sales - last.sales), "by": _cause(one, last)}
            up = apart > 0
            yield Remark(
                "sales_more" if up else "sales_less",
                "good" if up else "bad",
                facts,
                1 + abs(apart),
            )
    if one.stay is not None and last.stay is not None:
        more = one.stay - last.stay
        if abs(more) >= max(SECONDS, ENOUGH * last.stay):
            yield Remark(
                "stay_more" if more > 0 else "stay_less",
                "good" if more > 0 else "bad",
                {"seconds": abs(more)},
                abs(more) / max(last.stay, 1),
            )
    if one.new_fans is not None and last.new_fans is not None:
        more = one.new_fans - last.new_fans
        if abs(more) >= max(FANS, ENOUGH * last.new_fans):
            yield Remark(
                "fans_more" if more > 0 else "fans_less",
                "good" if more > 0 else "warn",
                {"n": abs(more), "lost": one.lost_fans},
                abs(more) / max(last.new_fans, 1),
            )


def _cause(one: Broadcast, last: Broadcast) -> str:
    """What moved the sales most: viewers, rate (of them who paid), value (of an order); "" where
    one of them is not known."""
    parts = []
    for each in (one, last):
        if not (each.viewers and each.paid_orders and each.sales):
            return ""
        value = each.sales / each.paid_orders
        parts.append((each.viewers, each.paid_orders / each.viewers, value))
    grown = [log(now / before) for now, before in zip(*parts, strict=True)]
    sign = 1 if sum(grown) > 0 else -1
    return max(zip(grown, ("viewers", "rate", "value"), strict=True), key=lambda g: g[0] * sign)[1]


def _steps(one: Broadcast, peers: Sequence[Broadcast]) -> Iterator[Remark]:
    worst = weakest(one, peers)
    if worst is not None:
        step, before = worst
        assert step.share is not None
        facts = {"step": step.code, "of": step.of, "share": step.share, "usual": before}
        yield Remark("step_less", "bad", facts, 1 + 1 - step.share / before)


def _refunds(one: Broadcast, peers: Sequence[Broadcast]) -> Iterator[Remark]:
    share = _refund_share(one)
    before = usual([_refund_share(peer) for peer in peers])
    if share is not None and before is not None and share > max(0.02, REFUNDS * before):
        yield Remark("refunds_more", "warn", {"share": share, "usual": before}, 0.9)


def _refund_share(one: Broadcast) -> float | None:
    return one.refunds / one.sales if one.refunds is not None and one.sales else None


def _products(sold: Sequence[SoldProduct]) -> Iterator[Remark]:
    told = [product for product in sold if product.place]
    nothing = [product.title for product in told if not product.orders]
    if nothing and len(nothing) < len(told):
        facts = {"n": len(nothing), "told": len(told), "name": nothing[0]}
        yield Remark("unsold", "warn", facts, 0.6)
    whole = sum(product.paid for product in sold)
    best = max(sold, key=lambda product: product.paid, default=None)
    if best is not None and whole and len([1 for product in sold if product.orders]) > 1:
        facts = {"name": best.title, "share": best.paid / whole, "orders": best.orders}
        yield Remark("best", "good", facts, 0.3)
