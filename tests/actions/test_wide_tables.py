"""Tables far wider than reports are: every column has a name of its own. The time that the widest
ones take is measured in tests/bench."""

from __future__ import annotations

import pytest
from wide_tables import SHAPES, wide

from ksdesk.actions import imports
from ksdesk.domain.imports import Source

COLUMNS = 2_000


@pytest.mark.parametrize(("label", "cell", "kind"), SHAPES)
def test_a_preview_of_many_columns(book, label, cell, kind):
    seen = imports.preview(book, Source("x.csv", text=wide(COLUMNS, label, cell)), kind=kind)
    assert len(seen.columns) == COLUMNS
    assert len({column.role for column in seen.columns}) == COLUMNS or label == ""
    imports.drop(seen)
