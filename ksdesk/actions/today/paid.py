"""Promotion on 今日: what plans ask for, what is sold at a loss, what could do with a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import UnitCost
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.today import Item

if TYPE_CHECKING:  # what judges plans and goods is loaded where there are any
    from ksdesk.actions.promotion.waiting import Waiting
    from ksdesk.domain.promotion.breakdown import GoodProfit


def _ask_plans(look: Look) -> tuple[Waiting, ...]:
    if not look.reader.notes.having(Plan, 1):
        return ()
    from ksdesk.actions.promotion.waiting import waiting

    return waiting(look.reader, look.now)


def _say_plans(found: tuple[Waiting, ...], _now: datetime) -> Iterator[Item]:
    """What plans ask for: too fast is bad, the rest can wait for the day."""
    for one in found:
        fast = one.code in ("plan_fast", "plan_stop", "plan_stop_look")
        group, level = ("now", "bad") if fast else ("today", "warn")
        due = one.facts.get("runs_out") if fast else None
        target = f"plans:{one.plan.id}"
        which = f"{one.plan.id} {one.facts.get('at', '')}"
        yield Item(one.code, "promotion", target, group, level, due, one.facts, which)


def _ask_losses(look: Look) -> tuple[GoodProfit, ...]:
    if not look.reader.notes.having(UnitCost, 1):
        return ()
    from ksdesk.actions.promotion import profit

    return profit.losses(look.reader, look.now)


def _say_losses(found: tuple[GoodProfit, ...], _now: datetime) -> Iterator[Item]:
    """Products that were sold for less than they cost, the worst first."""
    if found:
        worst = found[0]
        facts = {
            "title": worst.title,
            "lost": worst.lost_per_order,
            "orders": worst.earned.orders,
            "whole": -(worst.net or 0),
            "count": len(found),
        }
        which = f"{worst.good[0]} {worst.good[1]}"
        yield Item(
            "sold_at_a_loss", "promotion", "profit", "advise", "warn", facts=facts, which=which
        )


def _ask_launches(look: Look) -> tuple[Product, ...]:
    if not look.reader.product_list.any():
        return ()
    from ksdesk.actions.promotion.waiting import to_launch

    return to_launch(look.reader, look.now)


def _say_launches(found: tuple[Product, ...], _now: datetime) -> Iterator[Item]:
    """The newest product that no plan names."""
    if found:
        facts = {"title": found[0].title, "count": len(found)}
        yield Item("plan_launch", "promotion", f"plans:new-{found[0].id}", "advise", facts=facts)


PAID: Final[tuple[Inquiry[Any], ...]] = (
    Inquiry("plans", ("promotion", "traffic", "imports"), _ask_plans, _say_plans, True),
    Inquiry("losses", ("promotion", "products", "traffic", "imports"), _ask_losses, _say_losses),
    Inquiry("launches", ("promotion", "products", "imports"), _ask_launches, _say_launches),
)
