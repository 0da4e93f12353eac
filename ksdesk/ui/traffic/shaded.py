"""A stretch of the curve that a warning points at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shaded:
    """Hours that a warning points at: start ≤ t < end in seconds, `key` is what finds it again."""

    key: str
    start: int
    end: int
    label: str = ""
    note: str = ""
