"""抽样: new fans that were looked at, kept while they are noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from ksdesk.actions import Book, notes
from ksdesk.domain.changes import Changes
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.storage import Reader

FULL = 50


def unfinished(reader: Reader, about: str) -> FanSample | None:
    """The newest sample for this alarm that is not full."""
    found = [s for s in reader.notes.all(FanSample) if s.about == about and len(s.fans) < FULL]
    return found[-1] if found else None


def jot(book: Book, sample: FanSample, now: datetime) -> Changes:
    """Keep what is noted so far, without a step to undo and without telling the pages; `ref` is
    the number."""
    return Changes(ref=notes.keep(book, sample, now).ref)


def finish(book: Book, sample: FanSample, before: FanSample | None, now: datetime) -> Changes:
    """Keep a sample as one step: undo brings back what it was `before` it was opened.

    One without a single fan is dropped.
    """
    if not sample.fans:
        if not sample.id:
            return Changes()
        written = notes.drop(book, sample, now)
        return written if before is not None else written._replace(undo=None)
    kept = notes.keep(book, sample, now)
    number = kept.ref
    assert isinstance(number, int)
    standing = replace(sample, id=number)
    if standing == before:
        return Changes(ref=number)
    if before is None:
        back = partial(notes.drop, note=standing, now=now)
    else:
        back = partial(notes.keep, note=before, now=now)
    return Changes.of(*FanSample.topics, undo=back, ref=number)
