"""Changing many products as one step, which is undone and done again as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Outdated
from ksdesk.domain.products import Product
from ksdesk.domain.products.bulk import STEP, BulkChange, Edit, Limits, judge, plan
from ksdesk.domain.products.cells import read_cell
from ksdesk.domain.products.claims import ClaimWords
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import open_checks
from ksdesk.domain.products.stock.outlook import corrections
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


def limits(reader: Reader, rules: RuleBook, now: datetime) -> Limits:
    """What changed products are held to: the day's rules, and the check before listing."""
    today = rules.on(now.date())
    words, papers = ClaimWords(today), reader.notes.all(ProductPaper)
    checks = partial(open_checks, papers=papers, rules=today, today=now.date(), words=words)
    return Limits.of(today, checks)


def apply(
    book: Book, edits: Sequence[Edit], now: datetime, *, progress: Progress = QUIET
) -> Changes:
    """Write the edits that change something, all in one transaction; `ref` is their number.

    Raises `Outdated` where one of the products is no longer as it was when the edits were
    planned, and `Cancelled`; nothing is written then.
    """
    changed = [edit for edit in edits if edit.verdict == "changed"]
    before = [edit.before for edit in changed]
    after = [replace(edit.after, changed_at=now) for edit in changed]
    with book.transaction():
        if standing(book.reader, [product.id for product in before]) != {p.id: p for p in before}:
            raise Outdated
        written = book.products.rewrite(after, progress)
        book.products.note_moves(corrections(before, after, now))
    back = partial(_put, products=before, instead=after, now=now)
    return Changes(written.topics, back, len(changed))


def standing(reader: Reader, numbers: Sequence[int]) -> dict[int, Product]:
    """Products by their numbers, as the book has them outside of the bin."""
    return {p.id: p for p in reader.products.some(numbers) if p.binned_at is None}


def _put(
    book: Book, *, products: Sequence[Product], instead: Sequence[Product], now: datetime
) -> Changes:
    with book.transaction():
        written = book.products.rewrite(products)
        there = {product.id for product in book.reader.products.some([p.id for p in products])}
        moves = corrections(instead, products, now)
        book.products.note_moves(move for move in moves if move.product in there)
    back = partial(_put, products=instead, instead=products, now=now)
    return Changes(written.topics, back)


def planned(
    reader: Reader,
    numbers: Sequence[int],
    change: BulkChange,
    limits: Limits,
    *,
    progress: Progress = QUIET,
) -> tuple[Edit, ...]:
    """What a change would do to these products as they are now; raises `Cancelled`."""
    found = standing(reader, numbers)
    return plan([found[number] for number in numbers if number in found], change, limits, progress)


def rewritten(
    reader: Reader,
    typed: Mapping[int, Mapping[str, str]],
    limits: Limits,
    *,
    progress: Progress = QUIET,
) -> tuple[Edit, ...]:
    """What other texts for some fields, by the number of the product, would do to each.

    Raises `CellFault` for a text that cannot be taken, `Cancelled`.
    """
    found = standing(reader, list(typed))
    edits = []
    for done, (number, texts) in enumerate(typed.items()):
        if done % STEP == 0:
            progress.check()
            progress.report(done, len(typed))
        if number in found:
            fields: dict[str, Any] = {name: read_cell(name, text) for name, text in texts.items()}
            edits.append(judge(found[number], replace(found[number], **fields), limits))
    return tuple(edits)
