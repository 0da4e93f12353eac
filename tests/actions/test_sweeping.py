"""The bin and unfinished imports wait their thirty days, whatever the clock says once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from ksdesk.actions import imports, products, sweeping
from ksdesk.domain.imports import Source, Unstaged
from ksdesk.domain.products import Product

AHEAD = datetime(2036, 1, 1)


@pytest.fixture
def waiting(book, paths, now):
    """A product in the bin and a draft of an import, and a first start."""
    number = products.save(book, Product(title="柿饼"), now).ref
    products.bin_(book, [number], now)
    source = Source("a.csv", text="日期,花费\n2026-11-15,1\n")
    imports.preview(book, source, staging=paths.staging, now=now)
    sweeping.sweep(book, paths.staging, now)
    return book


def left(book, paths) -> tuple[int, int]:
    binned = book.reader.products.binned()
    return len(binned), len(imports.drafts(paths.staging))


def test_a_clock_that_was_ahead_empties_no_bin_and_drops_no_draft(waiting, paths, now):
    for start in (AHEAD, AHEAD + timedelta(days=1), now + timedelta(days=1)):
        sweeping.sweep(waiting, paths.staging, start)
        assert left(waiting, paths) == (1, 1)


@pytest.mark.slow
def test_what_has_waited_long_enough_goes(waiting, paths, now):
    for days in range(1, 33):
        sweeping.sweep(waiting, paths.staging, now + timedelta(days=days))
        assert left(waiting, paths) == ((1, 1) if days <= 30 else (0, 0))


def test_drafts_can_be_left_alone(waiting, paths, now):
    for days in range(1, 33):
        sweeping.sweep(waiting, None, now + timedelta(days=days))
    assert left(waiting, paths) == (0, 1)


def test_what_lies_beside_a_draft_goes_with_it(waiting, paths, now):
    (draft,) = paths.staging.glob("*.staging")
    own, left_over = (paths.staging / f"{name}-journal" for name in (draft.name, "x.staging"))
    own.touch()
    left_over.touch()
    sweeping.sweep(waiting, paths.staging, now)
    assert own.exists() and not left_over.exists()


def test_a_damaged_draft_goes_and_stops_no_other(waiting, paths, now):
    (paths.staging / "x.staging").write_bytes(b"no draft at all" * 100)
    sweeping.sweep(waiting, paths.staging, now)
    assert [path.suffix for path in paths.staging.iterdir()] == [".staging"]
    assert left(waiting, paths) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize("fact", ["source", "columns", "needs", "parts", "made_at", "stamp"])
@pytest.mark.parametrize("value", ["null", "[]", "{", "2026-13-99", None])
def test_a_draft_with_one_damaged_line_stops_no_other(waiting, paths, now, fact, value):
    """`null` in place of a source ended the start with a traceback."""
    (whole,) = imports.drafts(paths.staging)
    other = paths.staging / "other.staging"
    other.write_bytes(whole.path.read_bytes())
    with closing(sqlite3.connect(other)) as staged, staged:
        if value is None:
            staged.execute("DELETE FROM fact WHERE key = ?", (fact,))
        else:
            staged.execute("UPDATE fact SET value = ? WHERE key = ?", (value, fact))
    assert whole in imports.drafts(paths.staging)
    sweeping.sweep(waiting, paths.staging, now)
    assert whole in imports.drafts(paths.staging)


@pytest.mark.parametrize("size", [0, 1, 15, 16, 100, 4096, 5000])
def test_a_draft_that_was_cut_off_goes(waiting, paths, now, size):
    (whole,) = imports.drafts(paths.staging)
    (paths.staging / "cut.staging").write_bytes(whole.path.read_bytes()[:size])
    sweeping.sweep(waiting, paths.staging, now)
    assert imports.drafts(paths.staging) == (whole,)
    assert left(waiting, paths) == (1, 1)


def test_a_draft_whose_columns_are_called_otherwise_is_read_once_more(waiting, paths, now):
    """One flipped bit in the name of a key: TypeError."""
    (draft,) = imports.drafts(paths.staging)
    with closing(sqlite3.connect(draft.path)) as staged, staged:
        staged.execute(
            "UPDATE fact SET value = replace(value, '\"label\"', '\"nabel\"') WHERE key = 'columns'"
        )
    with pytest.raises(Unstaged):
        imports.resume(waiting, draft.path, now=now)
