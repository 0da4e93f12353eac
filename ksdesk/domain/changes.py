"""What a write changed, and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

TOPICS = frozenset(
    "today opening deposit products traffic promotion orders aftersales reviews month imports"
    " guide settings backups".split()
)


class Changes(NamedTuple):
    """Topics that a write touched.

    `undo`, where the write can be taken back, is called with the book and returns the
    changes of that, whose own `undo` does the write again. `ref` names what was written
    (an id, a batch number), for whoever asked for it.
    """

    topics: frozenset[str] = frozenset()
    undo: Callable[[Any], Changes] | None = None
    ref: object = None

    @classmethod
    def of(
        cls, *topics: str, undo: Callable[[Any], Changes] | None = None, ref: object = None
    ) -> Changes:
        """The changes of one write to these topics; ValueError for one that nobody listens to."""
        if unknown := set(topics) - TOPICS:
            raise ValueError(f"unknown topics: {sorted(unknown)}")
        return cls(frozenset(topics), undo, ref)

    def __or__(self, other: Changes) -> Changes:
        return self._replace(topics=self.topics | other.topics)

    def __bool__(self) -> bool:
        return bool(self.topics)
