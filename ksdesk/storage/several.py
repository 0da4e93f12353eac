"""Asking for many rows at once, within SQLite's limit for the values of one statement (32,766)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")

_AT_ONCE: Final = 10_000


def marks(values: Collection[Any]) -> str:
    """A placeholder for each value, as in IN (?, ?)."""
    return ", ".join("?" * len(values))


def batches(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values, 10,000 at a time."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def by_order(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows under the order number that each begins with, "" where one has none."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0] or ""].append(row)
    return found
