"""Tables as wide as a workbook can be are previewed in seconds, not minutes."""

from __future__ import annotations

import time

import pytest
from wide_tables import SHAPES, wide

from ksdesk.actions import imports
from ksdesk.domain.imports import Source

COLUMNS = 16_384
SECONDS = 5.0
"""Of the processor. It was minutes once, for finding free names for columns of one label."""

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(("label", "cell", "kind"), SHAPES)
def test_a_preview_of_all_columns_of_a_sheet(book, label, cell, kind):
    source = Source("x.csv", text=wide(COLUMNS, label, cell))
    started = time.process_time()
    seen = imports.preview(book, source, kind=kind)
    spent = time.process_time() - started
    print(f"\n{COLUMNS} columns as {kind}: {spent:.1f} s")
    assert spent < SECONDS
    assert len(seen.columns) == COLUMNS
    imports.drop(seen)
