"""Keeping products: save, move to the bin, bring back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Picture, Product, Quality
from ksdesk.domain.progress import QUIET, Progress


def save(book: Book, product: Product, now: datetime) -> Changes:
    """Add (id 0) or change a product; undo bins the new one or brings the old values back."""
    before = book.reader.products.one(product.id) if product.id else None
    written = book.products.save(product, now)
    assert isinstance(written.ref, int)
    if before is None:
        return Changes(written.topics, partial(bin_, numbers=[written.ref], now=now), written.ref)
    back = partial(save, product=replace(before, id=product.id), now=now)
    return Changes(written.topics, back, written.ref)


def keep_quality(book: Book, number: int, quality: Quality, now: datetime) -> Changes:
    """Keep what was answered about a product, whatever else of it has changed meanwhile."""
    standing = book.reader.products.one(number)
    if standing is None or standing.quality == quality:
        return Changes()
    return save(book, replace(standing, quality=quality), now)


def bin_(book: Book, numbers: Sequence[int], now: datetime) -> Changes:
    """Move products to the bin, where they wait for 30 days; undo brings them back."""
    changes = book.products.bin(numbers, now)
    return Changes(changes.topics, partial(restore, numbers=numbers, now=now))


def restore(book: Book, numbers: Sequence[int], now: datetime) -> Changes:
    """Take products out of the bin; undo puts them in again."""
    changes = book.products.bin(numbers, None)
    return Changes(changes.topics, partial(bin_, numbers=numbers, now=now))


def remove(book: Book, numbers: Sequence[int]) -> Changes:
    """Delete for good what lies in the bin. This cannot be undone."""
    return book.products.remove(numbers)


def sweep(book: Book, now: datetime) -> Changes:
    """Delete what has waited in the bin for over 30 days."""
    return book.products.sweep(now)


def make_findable(book: Book, progress: Progress = QUIET) -> Changes:
    """Write what products of an older book are found by, some at a time; cancel keeps the rest."""
    return book.product_list.make_findable(progress)


def read_picture(path: Path, role: str) -> Picture:
    """A picture file for a role, read from its first bytes; OSError or `PictureError`."""
    from ksdesk.importers.products import pictures  # not needed for a start

    return pictures.read_picture(path, role)
