"""Tables with far more columns than reports have."""

from __future__ import annotations

from typing import Final

SHAPES: Final = [
    ("指数", "{n}.5", "traffic"),
    ("列{n}", "{n}", "any"),
    ("备注", "好{n}", "any"),
    ("名{n}", "好{n}", "any"),
    ("", "{n}", "traffic"),
]
"""Label and cell of the columns, and the kind they are read as."""


def wide(columns: int, label: str, cell: str, rows: int = 20) -> str:
    """A CSV of days and so many columns in all."""
    labels = [label.format(n=n) for n in range(columns - 1)]
    lines = [["日期", *labels]]
    lines += [
        [f"2026-04-{row + 1:02d}", *[cell.format(n=row)] * (columns - 1)] for row in range(rows)
    ]
    return "\n".join(map(",".join, lines)) + "\n"
