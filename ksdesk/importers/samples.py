"""What the seller is shown of a column."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ksdesk.domain.personal import blotted, is_note

_SHOWN_SAMPLES = 3
_LONGEST_SAMPLE = 40


def samples_of(label: str, cells: Iterable[str]) -> tuple[str, ...]:
    """The first cells of a column that say something, as the seller is shown them."""
    filled = islice(filter(None, map(str.strip, cells)), _SHOWN_SAMPLES)
    return tuple(blotted(cell, names=is_note(label))[:_LONGEST_SAMPLE] for cell in filled)
