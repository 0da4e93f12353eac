"""Tables as wide as a workbook can be are previewed in seconds, not minutes."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from wide_tables import SHAPES, wide

from ksdesk.actions import imports
from ksdesk.domain.imports import SKIP, Source
from ksdesk.domain.progress import Progress

COLUMNS = 16_384
SECONDS = 2.5
"""Of the processor. It was minutes once, for finding free names for columns of one label."""

HEARD = 0.5
"""Seconds of the processor until a wish to cancel is heard."""

pytestmark = pytest.mark.bench


@pytest.mark.parametrize(("label", "cell", "kind"), SHAPES)
def test_a_preview_of_all_columns_of_a_sheet(book, label, cell, kind, measured):
    source = Source("x.csv", text=wide(COLUMNS, label, cell))
    started = time.process_time()
    seen = imports.preview(book, source, kind=kind)
    spent = time.process_time() - started
    measured(f"{COLUMNS:,} columns of {label}: preview", spent, "s", most=SECONDS)
    assert len(seen.columns) == COLUMNS
    imports.drop(seen)


class Listening(Progress):
    """Remembers the longest that the work went on without asking whether it is still wanted."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.thread_time()

    def wanted(self) -> bool:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        return True


@pytest.mark.parametrize(("label", "cell", "kind"), SHAPES)
def test_a_preview_of_all_columns_can_be_cancelled_at_once(book, label, cell, kind, measured):
    source = Source("x.csv", text=wide(COLUMNS, label, cell))
    listening = Listening()
    imports.drop(imports.preview(book, source, kind=kind, progress=listening))
    listening.wanted()
    measured(
        f"{COLUMNS:,} columns of {label}: until cancel is heard", listening.longest, "s", most=HEARD
    )


def test_a_header_in_two_lines(book, measured):
    """Each label was looked for in the whole line, to tell those that stand twice."""
    groups = "日期,本期" + "," * (COLUMNS - 2)
    text = wide(COLUMNS, "花费", "{n}.5").replace("日期", f"{groups}\n", 1)
    listening, started = Listening(), time.process_time()
    seen = imports.preview(book, Source("x.csv", text=text), progress=listening)
    spent = time.process_time() - started
    assert (seen.header_line, seen.columns[-1].label) == (2, "本期 花费")
    measured(f"{COLUMNS:,} columns below groups: preview", spent, "s", most=SECONDS)
    what = f"{COLUMNS:,} columns below groups: until cancel is heard"
    measured(what, listening.longest, "s", most=HEARD)
    imports.drop(seen)


def test_the_next_file_of_a_table_that_was_put_right(book, now, measured):
    """Each column that the seller had put otherwise was looked for in the whole header."""
    source = Source("x.csv", text=wide(COLUMNS, "列{n}", "{n}"))
    guessed = imports.preview(book, source, kind="any")
    imports.drop(guessed)
    right = [replace(c, role=SKIP) if c.index > 9 else c for c in guessed.columns]
    imports.commit(book, imports.preview(book, source, kind="any", mapping=right), now=now)
    listening, started = Listening(), time.process_time()
    seen = imports.preview(book, source, progress=listening)
    spent = time.process_time() - started
    assert [c.role for c in seen.columns] == [c.role for c in right]
    measured(f"{COLUMNS:,} columns put right before: preview", spent, "s", most=SECONDS)
    what = f"{COLUMNS:,} columns put right before: until cancel is heard"
    measured(what, listening.longest, "s", most=HEARD)
    imports.drop(seen)
