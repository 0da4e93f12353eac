"""What is noted beside products: papers, goods sold out from under a buyer, running sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.domain.notes import Note


@dataclass(frozen=True)
class ProductPaper(Note):
    """A paper (资质) at hand: its `kind` is one of the rule book's, `name` its own name.

    It belongs to the product of that number, or, without one, to every product of `category`;
    with neither to all that the shop sells.
    `valid_to` is its last day, None where it has none.
    """

    topics = ("products", "today")

    kind: str
    name: str = ""
    product: int | None = None
    category: str = ""
    valid_to: date | None = None


@dataclass(frozen=True)
class StockCase(Note):
    """An order of goods that are not there (缺货).

    `steps` are pairs of what happened (`stock_case.PATH`) and its ISO moment;
    `outcome` is "" as long as the case is open.
    """

    topics = ("products", "today")

    product: int
    title: str
    order_no: str
    quantity: int
    opened_at: datetime
    steps: tuple[tuple[str, str], ...] = ()
    outcome: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True)
class RunningSheet(Note):
    """The order in which a live shows its products (讲解顺序): pairs of number and a cue."""

    topics = ("products",)

    name: str
    day: date | None = None
    items: tuple[tuple[int, str], ...] = ()


KINDS: Final[tuple[type[Note], ...]] = (ProductPaper, StockCase, RunningSheet)
