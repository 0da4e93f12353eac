"""Step 34: numbers within row keys without zeros in front.

A workbook program takes 0012 for the number 12 when it saves a table, and each row known by it came
in a second time. Such doubles are listed in `doubled`, to be merged or kept by the seller. Frozen
like every step: nothing here follows the importers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ksdesk.storage.moment_keys import rename_parts

if TYPE_CHECKING:
    import peewee


def rename(db: peewee.Database) -> None:
    """Give all rows that such a number tells apart their new keys and list the doubles."""
    rename_parts(db, _part)


def _part(part: str) -> str:
    """One part of a key, `name=value`, with its number without zeros in front."""
    name, is_, value = part.partition("=")
    if value.isdecimal():
        value = value.lstrip("0") or "0"
    return f"{name}{is_}{value}"
