"""Figures read off the phone: who buys 粉条 gets no report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.traffic import TypedRow


def record(book: Book, rows: Iterable[TypedRow], now: datetime | None = None) -> Changes:
    """Set a day's or a live's figures; undo sets them back. ValueError for unknown measures."""
    written = book.traffic.record(rows)
    before = written.ref
    assert isinstance(before, tuple)
    return Changes(written.topics, partial(record, rows=before, now=now), before)
