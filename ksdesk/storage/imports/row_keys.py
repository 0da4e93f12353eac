"""The row keys of what is staged, made final: the grain in them, equal ones told apart."""

from __future__ import annotations

import sqlite3
from typing import Final

from ksdesk.domain.traffic import GRAIN_LETTERS
from ksdesk.storage.imports.sql import DAY

_WEEK: Final = 7 * DAY


def grain_by_spacing(db: sqlite3.Connection, assumed: str) -> str:
    """What one row stands for, as the times of the rows tell; `assumed` where they are too few."""
    times = "(SELECT DISTINCT time FROM staged)"
    count, within = db.execute(
        f"SELECT count(*), coalesce(max(time % {DAY}), 0) FROM {times}"
    ).fetchone()
    gap = f"(SELECT time - lag(time) OVER (ORDER BY time) AS gap FROM {times})"
    if within:
        usual = db.execute(
            f"SELECT gap FROM {gap} WHERE gap IS NOT NULL GROUP BY gap"
            " ORDER BY count(*) DESC, gap LIMIT 1"
        ).fetchone()
        return "minute" if usual and usual[0] < 3600 else "hour"
    if assumed == "hour" or count < 3:
        return assumed
    least, off = db.execute(
        f"SELECT min(gap), max(gap % {_WEEK}) FROM {gap} WHERE gap IS NOT NULL"
    ).fetchone()
    if off == 0:
        return "week"
    return "month" if least >= 28 * DAY else "day"


def set_grain(db: sqlite3.Connection, grain: str) -> None:
    """Put the letter of another grain into every key."""
    db.execute(
        "UPDATE staged SET key = substr(key, 1, 13) || ? || substr(key, 15)",
        (GRAIN_LETTERS[grain],),
    )


def tell_apart(db: sqlite3.Connection) -> None:
    """The second row of a file with the same key ends in 2, and so on, in order of time: some
    files begin with the newest. After that each key is there once."""
    index = "CREATE UNIQUE INDEX staged_key ON staged (key)"
    try:
        db.execute(index)
    except sqlite3.IntegrityError:
        db.execute(
            """UPDATE staged SET key = substr(staged.key, 1, length(staged.key) - 1) || o.number
            FROM (SELECT line, row_number() OVER (PARTITION BY key ORDER BY time, line) AS number
                FROM staged) AS o
            WHERE o.line = staged.line AND o.number > 1"""
        )
        db.execute(index)
