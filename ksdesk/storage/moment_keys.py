"""Step 33: days and clocks within row keys in one spelling and without seconds.

A table that a workbook program saved once more spells them anew (2026/4/1 19:30), and each row that
was known by one came in a second time. Such doubles are listed in `doubled`, to be merged or kept
by the seller. Frozen like every step: nothing here follows the importers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from ksdesk.storage.lasting_keys import TABLES, rename_keys

if TYPE_CHECKING:
    import peewee

_moment = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[ T]+([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?)?"
).fullmatch
_clock = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?").fullmatch


def rename(db: peewee.Database) -> None:
    """Give all rows that a moment tells apart their new keys and list the doubles."""
    rename_parts(db, _part)


def rename_parts(db: peewee.Database, part: Callable[[str], str]) -> None:
    """Give all rows the keys whose parts are spelled anew and list the doubles."""
    for kind, name in {**TABLES, "aftersales": "aftersales", "videos": "video"}.items():
        _rename(db, part, kind, f"{name}_row", f"{name}_before")


def _rename(
    db: peewee.Database, part: Callable[[str], str], kind: str, table: str, before: str
) -> None:
    rows = db.execute_sql(f"SELECT key, batch FROM {table} ORDER BY id").fetchall()
    owners = dict(rows)
    renamed: dict[str, str] = {}
    for old, batch in rows:
        base, _, place = old.rpartition("|")
        start, *parts = base.split("|")
        made = "|".join([start, *map(part, parts)])
        if made == base:
            continue
        key = f"{made}|{place}"
        if key in owners and owners[key] != batch:
            twin, key = key, f"{made}|{len(renamed)}+{place}"
            db.execute_sql(
                "INSERT INTO doubled (kind, key, twin) VALUES (?, ?, ?)", (kind, key, twin)
            )
        count = 1
        while key in owners:  # of one minute in one file
            count += 1
            key = f"{made}|{count}"
        owners[key] = batch
        renamed[old] = key
    rename_keys(db, table, before, renamed)
    for old, new in renamed.items():
        db.execute_sql("UPDATE doubled SET key = ? WHERE kind = ? AND key = ?", (new, kind, old))
        db.execute_sql("UPDATE doubled SET twin = ? WHERE kind = ? AND twin = ?", (new, kind, old))
        if kind == "traffic":
            db.execute_sql("UPDATE typed_choice SET key = ? WHERE key = ?", (new, old))


def _part(part: str) -> str:
    """One part of a key, `name=value`, with its moment in one spelling."""
    name, is_, value = part.partition("=")
    if clock := _clock(value):
        value = f"{int(clock[1]):02d}:{clock[2]}"
    elif found := _moment(value):
        year, _, month, day, hour, minute = found.groups()
        value = f"{year}-{int(month):02d}-{int(day):02d}"
        if hour and int(hour) + int(minute):
            value += f" {int(hour):02d}:{minute}"
    return f"{name}{is_}{value}"
