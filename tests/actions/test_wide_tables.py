"""Tables far wider than reports are: every column has a name of its own. The time that the widest
ones take is measured in tests/bench."""

from __future__ import annotations

import pytest

from ksdesk.actions import imports
from ksdesk.domain.imports import Source

COLUMNS = 2_000


def wide(label, cell, rows=20):
    labels = [label.format(n=n) for n in range(COLUMNS - 1)]
    lines = [["日期", *labels]]
    lines += [
        [f"2026-04-{row + 1:02d}", *[cell.format(n=row)] * (COLUMNS - 1)] for row in range(rows)
    ]
    return "\n".join(map(",".join, lines)) + "\n"


@pytest.mark.parametrize(
    ("label", "cell", "kind"),
    [
        ("指数", "{n}.5", "traffic"),
        ("列{n}", "{n}", "any"),
        ("备注", "好{n}", "any"),
        ("", "{n}", "traffic"),
    ],
)
def test_a_preview_of_many_columns(book, label, cell, kind):
    seen = imports.preview(book, Source("x.csv", text=wide(label, cell)), kind=kind)
    assert len(seen.columns) == COLUMNS
    assert len({column.role for column in seen.columns}) == COLUMNS or label == ""
    imports.drop(seen)
