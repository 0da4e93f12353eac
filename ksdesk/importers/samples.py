"""What the seller is shown of a column."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ksdesk.domain.personal import blotted

_SHOWN_SAMPLES = 3
_LONGEST_SAMPLE = 40


def samples_of(cells: Iterable[str]) -> tuple[str, ...]:
    """The first cells of a column that say something, as the seller is shown them."""
    filled = filter(None, map(str.strip, cells))
    return tuple(blotted(cell)[:_LONGEST_SAMPLE] for cell in islice(filled, _SHOWN_SAMPLES))
