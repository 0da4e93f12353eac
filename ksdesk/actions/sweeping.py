"""What goes at a start because its time is over, or because a kill left it half done.

Seldom is there any, and only then is loaded what it is of.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.paths import Paths


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
        from ksdesk.actions import import_drafts

        import_drafts.sweep(staging, passed)
    return book.products.sweep(passed)


def finish(paths: Paths) -> None:
    """Bring to its end what a kill cut short: a restore, a parcel, a shop on its way to the bin."""
    book = paths.book
    if any(book.parent.glob(f"{book.name}.*")) or any(paths.backups.glob("*.new*")):
        from ksdesk.actions.backups import restoring

        restoring.sweep(book, paths.backups)
    if paths.moving_file.exists() or any(paths.parcels.glob("*")):
        from ksdesk.actions.backups import moving

        moving.sweep(paths)
    if any(folder.suffix for folder in paths.bin.glob("*")):
        from ksdesk.actions import shops

        shops.sweep(paths)
