"""SQL that reading in and storing have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

DAY: Final = 86_400
NEW, SAME, REVISED, PART = range(4)
"""What becomes of a row; PART: it is counted with an earlier row, or as a refused one."""


def sound(name: str) -> str:
    """In SQL: a JSON object, an empty one where there is none or it is damaged."""
    return f"CASE WHEN json_valid({name}) THEN {name} ELSE '{{}}' END"


def coarser(mine: str, finer: str) -> str:
    """In SQL: whether one moment is the `finer` one on the same day with less of the clock."""
    lost = f"({finer} - {mine})"
    return (
        f"({mine} % 60 = 0 AND {mine} <> {finer} AND {mine} / {DAY} = {finer} / {DAY} AND"
        f" ({mine} % {DAY} = 0 OR {lost} BETWEEN 0 AND 59 OR {lost} BETWEEN 43200 AND 43259"
        f" OR {lost} BETWEEN -43200 AND -43141 AND {finer} % {DAY} < 3600))"
    )


Execute = Callable[..., Any]


def stamp_of(execute: Execute, schema: str, kind: str) -> str:
    """What changes whenever an import of that kind is committed or undone."""
    row = execute(
        f"SELECT count(*), max(id), count(CASE WHEN state = 'undone' THEN 1 END)"
        f" FROM {schema}.batch WHERE kind = ? AND state IN ('done', 'undone')",
        (kind,),
    ).fetchone()
    return "/".join(map(str, row))
