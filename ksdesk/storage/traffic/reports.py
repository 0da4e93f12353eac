"""Traffic rows as the reports that they came in, each of which can be imported again.

A row's key holds the names of the columns that identified it. Rows of one span and one set of
such columns are one report: written into one table with others, an account's total would come
back as a campaign without a name, and be counted twice.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ksdesk.domain.traffic import GRAIN_LETTERS, GRAINS, IDENTITIES, STORED_CODES
from ksdesk.storage.imports.staging import spread
from ksdesk.storage.session import Session
from ksdesk.storage.traffic.series import TYPED_WAY

_AT_ONCE = 500
_OBJECTS = ("extra", "marks")
_NAMES = (*IDENTITIES, *STORED_CODES, *_OBJECTS)
_part = re.compile(r"(?:^|\|)([^=|]+)=")
_CODES = {letters: code for code, letters in IDENTITIES.items()}


@dataclass(frozen=True)
class Report:
    """Rows of one `grain`. `fields` are time and, in this order, identities, measures,
    own:<label> and mark:<label>; `rows()` has a value for each, oldest first, time in seconds.
    """

    grain: str
    fields: tuple[str, ...]
    count: int
    rows: Callable[[], Iterator[tuple[Any, ...]]]


def reports(session: Session) -> tuple[Report, ...]:
    """All traffic that came in reports, one by one, the finest span first."""
    found: dict[tuple[str, tuple[str, ...]], array[int]] = {}
    filled: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    sql = f"""SELECT id, key, {", ".join(_NAMES)} FROM traffic_row
        WHERE way IS NULL OR way <> ? ORDER BY key"""
    with session.connection():
        for number, key, *values in session.db.execute_sql(sql, (TYPED_WAY,)):
            letter, _, identity = key[13:].partition("|")
            shape = letter, tuple(_part.findall(identity.rpartition("|")[0]))
            found.setdefault(shape, array("q")).append(number)
            names = filled.setdefault(shape, {})
            names.update((n, None) for n, v in spread(_NAMES, values, _OBJECTS) if v is not None)
    letters = [GRAIN_LETTERS[grain] for grain in GRAINS]
    return tuple(
        _report(session, shape, numbers, filled[shape])
        for shape, numbers in sorted(found.items(), key=lambda item: letters.index(item[0][0]))
    )


def _report(
    session: Session,
    shape: tuple[str, tuple[str, ...]],
    numbers: array[int],
    filled: dict[str, None],
) -> Report:
    letter, parts = shape
    # what identifies stays a column although nothing may stand in it
    named = {_CODES.get(part, f"mark:{part}") for part in parts} | filled.keys()
    plain = [name for name in (*IDENTITIES, *STORED_CODES) if name in named]
    fields = ("time", *plain, *sorted(named - set(plain)))
    grain = next(grain for grain, mark in GRAIN_LETTERS.items() if mark == letter)

    def rows() -> Iterator[tuple[Any, ...]]:
        for start in range(0, len(numbers), _AT_ONCE):
            chosen = numbers[start : start + _AT_ONCE]
            yield from _rows(session, chosen, fields)

    return Report(grain, fields, len(numbers), rows)


def _rows(
    session: Session, numbers: array[int], fields: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    marks = ", ".join("?" * len(numbers))
    names = ("time", *_NAMES)
    sql = f"SELECT {', '.join(names)} FROM traffic_row WHERE id IN ({marks}) ORDER BY key"
    with session.connection():
        found = session.db.execute_sql(sql, tuple(numbers)).fetchall()
    for values in found:
        row = dict(spread(names, values, _OBJECTS))
        yield tuple(row.get(name) for name in fields)
