"""What columns become when the seller gives one of them another role."""

from __future__ import annotations

from dataclasses import replace

from ksdesk.domain.imports import SKIP, ColumnGuess

Columns = tuple[ColumnGuess, ...]
NAMED = ("own", "mark", "note")
_ONLY_ONE = ("time", "hour", "measure", "identity")


def assign(columns: Columns, index: int, role: str, *, own: bool = True) -> Columns:
    """Column `index` takes a role. Who had it before is kept as a figure or text of its own, or
    left out where the kind keeps none (`own`)."""
    what = role.partition(":")[0]
    made = []
    for column in columns:
        if column.index == index:
            made.append(replace(column, role=role, why="named"))
        elif column.role == role and what in _ONLY_ONE:
            aside = _aside(what, column.label) if own else SKIP
            made.append(replace(column, role=aside, why="named"))
        else:
            made.append(column)
    return _told_apart(tuple(made), index)


def _aside(what: str, label: str) -> str:
    return f"own:{label.strip()}" if what == "measure" else f"note:{label.strip()}"


def _told_apart(columns: Columns, index: int) -> Columns:
    """No two columns under one name of the seller's own: the one just changed gives way."""
    taken = {c.role for c in columns if c.index != index}
    made, seen = [], set(taken)
    for column in columns:
        if column.index == index and column.what in NAMED and column.code:
            number, role = 1, column.role
            while role in seen:
                number += 1
                role = f"{column.role} ({number})"
            column = replace(column, role=role)
        made.append(column)
    return tuple(made)


def starting_role(choice: str, column: ColumnGuess) -> str:
    """The role behind a choice: own, mark and note take the column's label as their name."""
    if choice not in NAMED:
        return choice
    label = column.label.strip()
    if choice == "own" and column.code == "" and column.what == "own":
        return "own:"
    return f"{choice}:{label or f'#{column.index + 1}'}"


def choice_of(column: ColumnGuess) -> str:
    """The choice that a role stands for."""
    return column.what if column.what in NAMED else column.role


def with_unit(columns: Columns, index: int, unit: str) -> Columns:
    """Column `index` holds amounts in another unit."""
    return tuple(replace(c, unit=unit, why="named") if c.index == index else c for c in columns)


def skipped(columns: Columns) -> int:
    """How many columns are left out."""
    return sum(column.role == SKIP for column in columns)
