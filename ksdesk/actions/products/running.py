"""Running sheets (讲解顺序): which products a live shows, in which order, with which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.storage import Reader


@dataclass(frozen=True)
class RunningLine:
    """One product of a running sheet as it is now, with the seller's cue for it."""

    product: Product
    cue: str = ""


def sheets(reader: Reader) -> tuple[RunningSheet, ...]:
    """All running sheets, the newest first."""
    return tuple(reversed(reader.notes.all(RunningSheet)))


def lines(reader: Reader, items: Sequence[tuple[int, str]]) -> tuple[RunningLine, ...]:
    """The products of a sheet in its order, without those that are in the bin or gone."""
    found = {p.id: p for p in reader.products.some([number for number, _ in items])}
    return tuple(
        RunningLine(found[number], cue)
        for number, cue in items
        if number in found and found[number].binned_at is None
    )


def items(shown: Sequence[RunningLine]) -> tuple[tuple[int, str], ...]:
    """The lines as a sheet keeps them."""
    return tuple((line.product.id, line.cue) for line in shown)
