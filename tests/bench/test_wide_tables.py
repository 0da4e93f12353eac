"""Tables as wide as a workbook can be are previewed in seconds, not minutes."""

from __future__ import annotations

import time

import pytest

from ksdesk.actions import imports
from ksdesk.domain.imports import Source

COLUMNS = 16_384
SECONDS = 5.0
"""Of the processor. It was minutes once, for finding free names for columns of one label."""

pytestmark = pytest.mark.bench


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
def test_a_preview_of_all_columns_of_a_sheet(book, label, cell, kind):
    source = Source("x.csv", text=wide(label, cell))
    started = time.process_time()
    seen = imports.preview(book, source, kind=kind)
    spent = time.process_time() - started
    print(f"\n{COLUMNS} columns as {kind}: {spent:.1f} s")
    assert spent < SECONDS
    assert len(seen.columns) == COLUMNS
    assert len({column.role for column in seen.columns}) == COLUMNS or label == ""
    imports.drop(seen)
