"""What the seller notes: a row of its own that can be overwritten, binned and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar


@dataclass(frozen=True, kw_only=True)
class Note:
    """What all kinds have: the seller's own words, and the number in the book (0: not yet).

    `topics` change with a note of the kind. Of notes whose `single` fields are alike there is only
    one: a new one overwrites the old one.
    """

    topics: ClassVar[tuple[str, ...]] = ()
    single: ClassVar[tuple[str, ...]] = ()

    note: str = ""
    id: int = 0


N = TypeVar("N", bound=Note)
