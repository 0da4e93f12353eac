"""The picking list: what is to be taken off the shelf for some orders, by product and option."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ksdesk.domain.orders.list import ShownOrder


@dataclass(frozen=True, slots=True)
class PickLine:
    """So many pieces of a product's option, for so many orders."""

    name: str
    spec: str
    code: str
    pieces: int = 0
    orders: int = 0


def picked(orders: Iterable[ShownOrder]) -> tuple[PickLine, ...]:
    """The lines of what is still to be sent of the orders, by name and option.

    A line that says not how many is one piece; gifts go along. What is shipped, closed or paid
    back of an order is left out.
    """
    found: dict[tuple[str, str, str], PickLine] = {}
    for order in orders:
        seen = set()
        for line in order.lines:
            if not line.waits:
                continue
            key = line.name or line.product_id, line.spec, line.code
            before = found.get(key, PickLine(*key))
            pieces = 1 if line.quantity is None else line.quantity
            found[key] = replace(
                before, pieces=before.pieces + pieces, orders=before.orders + (key not in seen)
            )
            seen.add(key)
    return tuple(found[key] for key in sorted(found))
