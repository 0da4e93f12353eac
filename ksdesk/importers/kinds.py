"""The kinds of report that can be read. A new kind is one more entry here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ksdesk.domain.imports import ColumnGuess
from ksdesk.importers import guess, labels
from ksdesk.importers.table import Table
from ksdesk.importers.traffic import Plan


@dataclass(frozen=True)
class Kind:
    """One kind: which labels it knows, what its columns become, how its rows are read."""

    code: str
    known: Callable[[str], bool]
    columns: Callable[[tuple[str, ...], Sequence[Sequence[str]]], tuple[ColumnGuess, ...]]
    needs: Callable[[Sequence[ColumnGuess]], tuple[str, ...]]
    plan: Callable[[Table, Sequence[ColumnGuess]], Plan]


TRAFFIC = Kind("traffic", labels.known, guess.columns_of, guess.needs_of, Plan)
KINDS: tuple[Kind, ...] = (TRAFFIC,)


def known(label: str) -> bool:
    """Whether any kind has a column of that name."""
    return any(kind.known(label) for kind in KINDS)


def recognise(table: Table) -> Kind | None:
    """The kind whose labels the header has most of, None where it has none of any."""
    hits = {kind: sum(map(kind.known, table.header)) for kind in KINDS}
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] else None
