"""Tables far wider than reports are: every column has a name of its own. The time that the widest
ones take is measured in tests/bench."""

from __future__ import annotations

import pytest
from wide_tables import SHAPES, wide

from ksdesk.actions import imports
from ksdesk.domain.imports import Source
from ksdesk.domain.progress import Cancelled, Progress

COLUMNS = 2_000


@pytest.mark.slow
@pytest.mark.parametrize(("label", "cell", "kind"), SHAPES)
def test_a_preview_of_many_columns(book, label, cell, kind):
    seen = imports.preview(book, Source("x.csv", text=wide(COLUMNS, label, cell)), kind=kind)
    assert len(seen.columns) == COLUMNS
    assert len({column.role for column in seen.columns}) == COLUMNS or label == ""
    imports.drop(seen)


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["\t", ",", ";"])
def test_a_line_longer_than_a_cell_may_be_is_no_cell(book, sign):
    """Tried with a delimiter that does not part it, a wide line is one cell of 200,000 signs."""
    lines = [["日期", *(f"备注{n}" for n in range(16_383))]]
    lines += [[f"2026-04-{day:02d}", *(f"第{n}件好" for n in range(16_383))] for day in (1, 2)]
    text = "\n".join(map(sign.join, lines)) + "\n"
    seen = imports.preview(book, Source("x.csv", text=text), kind="any")
    assert (len(seen.columns), seen.counts.new, len(seen.rows)) == (16_384, 2, 2)
    imports.drop(seen)


@pytest.mark.slow
def test_of_a_wide_table_as_many_rows_are_shown_as_can_be_looked_at(book):
    seen = imports.preview(book, Source("x.csv", text=wide(4_000, "列{n}", "{n}", 20)), kind="any")
    assert (len(seen.rows), seen.counts.new) == (13, 20)
    imports.drop(seen)


class Leaving(Progress):
    """Not wanted any more from the nth time on that the work asks."""

    def __init__(self, turn: int) -> None:
        self.left = turn

    def wanted(self) -> bool:
        self.left -= 1
        return self.left > 0


@pytest.mark.slow
@pytest.mark.parametrize("turn", [1, 2, 3, 500, 2_500, 4_000, 5_500])
def test_a_very_wide_table_can_be_cancelled_wherever_it_is(book, tmp_path, turn):
    """Before its columns are guessed, within the guess of each, and while they are read."""
    text = wide(COLUMNS, *SHAPES[0][:2])
    with pytest.raises(Cancelled):
        imports.preview(
            book, Source("x.csv", text=text), staging=tmp_path / "s", progress=Leaving(turn)
        )
    assert not list(tmp_path.glob("s/*"))
