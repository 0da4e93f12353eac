"""What the room of plans reads of the book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ksdesk.actions.promotion import standing
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.attaching import Standing
from ksdesk.storage import Reader
from ksdesk.ui.shell.context import Context


@dataclass(frozen=True)
class Plans:
    """All plans as they stand `at` a moment."""

    at: datetime
    plans: tuple[Standing, ...]


@dataclass(frozen=True)
class OnePlan:
    """One plan with its products, `at` a moment."""

    at: datetime
    standing: Standing
    products: tuple[Product, ...]


def look(reader: Reader, _ctx: Context, now: datetime) -> Plans:
    """All plans."""
    return Plans(now, standing.every(reader, now))


def look_at(reader: Reader, ctx: Context, number: int, now: datetime) -> Plans | OnePlan:
    """One plan, or all of them where it is gone."""
    every = standing.every(reader, now)
    found = next((one for one in every if one.plan.id == number), None)
    if found is None:
        return Plans(now, every)
    return OnePlan(now, found, reader.products.some(found.plan.products))
