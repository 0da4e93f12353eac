"""What a write changed, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

TOPICS = frozenset(
    "today opening deposit products traffic promotion orders aftersales reviews month imports"
    " guide settings backups".split()
)


@dataclass(frozen=True)
class Changes:
    """Topics that a write touched.

    `undo`, where the write can be taken back, is called with the book and returns the
    changes of that, whose own `undo` does the write again. `ref` names what was written
    (an id, a batch number), for whoever asked for it.
    """

    topics: frozenset[str] = frozenset()
    undo: Callable[[Any], Changes] | None = None
    ref: object = None

    def __post_init__(self) -> None:
        if unknown := self.topics - TOPICS:
            raise ValueError(f"unknown topics: {sorted(unknown)}")

    @classmethod
    def of(
        cls, *topics: str, undo: Callable[[Any], Changes] | None = None, ref: object = None
    ) -> Changes:
        """The changes of one write to these topics."""
        return cls(frozenset(topics), undo, ref)

    def __or__(self, other: Changes) -> Changes:
        return replace(self, topics=self.topics | other.topics)

    def __bool__(self) -> bool:
        return bool(self.topics)
