"""Tables as wide as a workbook can be are previewed in seconds, not minutes."""

from __future__ import annotations

import time

import pytest
from wide_tables import SHAPES, wide

from ksdesk.actions import imports
from ksdesk.domain.imports import Source
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
