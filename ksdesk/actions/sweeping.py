"""What goes at a start because its time is over: the bin after 30 days, drafts of imports."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes


def mark_interrupted(book: Book) -> Changes:
    """Say of imports that a crash cut short that nothing of them is in the book."""
    return book.batches.mark_interrupted()


def sweep(book: Book, staging: Path | None, now: datetime) -> Changes:
    """Empty the bin and the folder of drafts (None: not now) of what is too old.

    A clock that is years ahead makes nothing old: from one start to the next no more than a few
    days pass for what waits here.
    """
    passed = book.shop.days_passed(now)
    if staging is not None and any(path.is_file() for path in staging.glob("*")):
        from ksdesk.actions import import_drafts  # seldom is there any

        import_drafts.sweep(staging, passed)
    return book.products.sweep(passed)
