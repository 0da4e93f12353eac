"""Products out of a table: held against the book, taken in as a batch, and taken out again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ksdesk.domain.imports import (
    SHOWN_DOUBTS,
    SHOWN_ROWS,
    Outdated,
    Preview,
    Refused,
    Revised,
)
from ksdesk.domain.imports.products import (
    FIELDS,
    SHOWN,
    Arrival,
    arrivals,
    changes_of,
    row_of,
    values_of,
)
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.bulk import Limits, with_skus
from ksdesk.domain.products.stock.outlook import corrections
from ksdesk.domain.progress import Progress
from ksdesk.storage.imports.intake import Ticks
from ksdesk.storage.imports.sql import NEW, REVISED, SAME
from ksdesk.storage.imports.staging import ComparedRows, Staging
from ksdesk.storage.products.keeping import ProductReader, ProductWriter, moment_of
from ksdesk.storage.session import Session

_FATES: Final = {"new": NEW, "same": SAME, "revised": REVISED}
_PLAIN: Final = tuple(name for name in SHOWN if name != "levels")
_SKU: Final = "sku "

Parts = dict[str, Any]
"""What is changed and brought back each by itself: a field, or a combination of options."""


class ProductIntake:
    """Brings the lines of a staging file into the products. `limits` are needed for that only."""

    topics = ("products",)

    def __init__(self, session: Session, limits: Limits | None = None) -> None:
        self.session = session
        self._limits = limits
        self._reader = ProductReader(session)
        self._writer = ProductWriter(session)

    def compare(self, staged: Staging) -> ComparedRows:
        """Mark what each line makes of a product; lines of one product count as one."""
        made, doubtful, stamp = self._arrivals(staged)
        refused = [one for one in made if one.fate == "refused"]
        staged.judge(
            {one.lines[0]: _FATES[one.fate] for one in made if one.fate in _FATES},
            [*doubtful, *(each for one in refused for each in _refused(one))],
        )
        staged.put_facts(stamp=stamp)
        shown = sorted((one for one in made if one.fate in _FATES), key=lambda one: one.lines)
        return ComparedRows(
            stamp, *_rows(shown[:SHOWN_ROWS]), tuple(_revised(shown))[:SHOWN_DOUBTS]
        )

    def _arrivals(self, staged: Staging) -> tuple[tuple[Arrival, ...], tuple[Refused, ...], str]:
        """What the lines make of the products as they are now, and what tells such a state."""
        assert self._limits is not None
        rows = [
            row_of(line, dict(zip(FIELDS, values, strict=True)))
            for line, *values in staged.all_rows(("line", *FIELDS))
        ]
        made, doubtful = arrivals(rows, self._reader.all(), self._limits)
        return made, doubtful, hashlib.sha256(repr((made, doubtful)).encode()).hexdigest()

    def beside(self, _staging: Path) -> AbstractContextManager[None]:
        """The staging file is opened by `store` itself."""
        return nullcontext()

    def store(
        self, number: int, preview: Preview, ticks: Ticks, now: datetime, progress: Progress
    ) -> tuple[int, int]:
        """Write the new products and the ticked changes; how many. Raises `Outdated`."""
        with Staging(preview.staging, progress) as staged:
            made, _doubtful, stamp = self._arrivals(staged)
        if stamp != preview.stamp:
            raise Outdated
        new = [one.edit.after for one in made if one.fate == "new"]
        edits = [one.edit for one in made if one.fate == "revised"]
        edits = [edit for edit in edits if ticks.takes(str(edit.before.id))]
        before = [edit.before for edit in edits]
        after = [replace(edit.after, changed_at=now) for edit in edits]
        numbers: Any = self._writer.add(new, now, progress).ref
        self._writer.rewrite(after, progress)
        self._writer.note_moves(corrections(before, after, now))
        self._note(number, ((one, None, None) for one in numbers))
        pairs = zip(before, after, strict=True)
        self._note(number, ((new.id, *_differing(old, new)) for old, new in pairs))
        return len(new), len(edits)

    def _note(self, number: int, rows: Iterable[tuple[int, Parts | None, Parts | None]]) -> None:
        """Keep what the batch did to products, so that it can be taken back."""
        statement = """INSERT INTO product_change (by_batch, product_id, was, became)
            VALUES (?, ?, ?, ?)"""
        found = ((number, product, _packed(was), _packed(became)) for product, was, became in rows)
        self.session.db.connection().executemany(statement, found)

    def built_upon(self, number: int) -> int | None:
        """The first later batch that stands and changed products of this one."""
        found: tuple[int | None] = self.session.db.execute_sql(
            """SELECT min(later.by_batch) FROM product_change AS mine
            JOIN product_change AS later ON later.product_id = mine.product_id
            JOIN batch ON batch.id = later.by_batch AND batch.state = 'done'
            WHERE mine.by_batch = ? AND later.by_batch > mine.by_batch""",
            (number,),
        ).fetchone()
        return found[0]

    def take_back(self, number: int, now: datetime) -> None:
        """Bin what the batch made, and bring back what it changed and nobody has changed since."""
        made, changed = self._changes(number)
        there = [p.id for p in self._reader.some(made) if p.binned_at is None]
        self._writer.bin(there, now)
        self._rewrite({p: (became, was) for p, (was, became) in changed.items()}, now)

    def put_back(self, number: int, now: datetime) -> None:
        """Do once more what `take_back` undid."""
        made, changed = self._changes(number)
        self._writer.bin(made, None)
        self._rewrite(changed, now)

    def _changes(self, number: int) -> tuple[list[int], dict[int, tuple[Parts, Parts]]]:
        """The products that a batch made; and of those that it changed what was and became."""
        rows = self.session.db.execute_sql(
            "SELECT product_id, was, became FROM product_change WHERE by_batch = ? ORDER BY id",
            (number,),
        ).fetchall()
        changed = {p: (json.loads(was), json.loads(became)) for p, was, became in rows if was}
        return [product for product, was, _became in rows if not was], changed

    def _rewrite(self, changes: Mapping[int, tuple[Parts, Parts]], now: datetime) -> None:
        before = self._reader.some(changes)
        after = [_swapped(product, *changes[product.id]) for product in before]
        self._writer.rewrite(after)
        self._writer.note_moves(corrections(before, after, now))


def _rows(shown: list[Arrival]) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    values = [values_of(one.edit.after) | {"reasons": one.edit.reasons or None} for one in shown]
    first, *rest = SHOWN
    fields = [n for n in (first, "reasons", *rest) if any(row[n] is not None for row in values)]
    if all(row["way"] == "own" for row in values):  # goes without saying
        fields = [name for name in fields if name != "way"]
    return tuple(fields), tuple(
        (one.lines[0], one.fate, *(row[name] for name in fields))
        for one, row in zip(shown, values, strict=True)
    )


def _revised(shown: Iterable[Arrival]) -> Iterator[Revised]:
    for one in shown:
        if one.fate == "revised":
            before, after = one.edit.before, one.edit.after
            key, changes = str(before.id), changes_of(before, after)
            name = before.title or after.title or after.link[:40]
            yield Revised(key, one.lines[0], changes, name, one.edit.reasons)


def _refused(one: Arrival) -> Iterator[Refused]:
    """Each line of a product that may not become so."""
    title = one.edit.before.title or one.edit.after.title
    bad = tuple(reason for reason in one.edit.reasons if reason.level == "bad")
    for line in one.lines:
        yield Refused(line, "", title, "not_allowed", bad)


def _packed(parts: Parts | None) -> str | None:
    return None if parts is None else json.dumps(parts, ensure_ascii=False)


def _parts(product: Product) -> Parts:
    parts: Parts = {name: getattr(product, name) for name in _PLAIN}
    moment = product.changed_at
    parts["changed_at"] = None if moment is None else moment.isoformat(sep=" ")
    parts["levels"] = list(product.levels)
    for sku in product.skus:
        name = _SKU + json.dumps(sku.options, ensure_ascii=False)
        parts[name] = [sku.code, sku.price, sku.stock]
    return parts


def _differing(before: Product, after: Product) -> tuple[Parts, Parts]:
    was, became = _parts(before), _parts(after)
    names = [name for name in was | became if was.get(name) != became.get(name)]
    return {n: was.get(n) for n in names}, {n: became.get(n) for n in names}


def _swapped(product: Product, is_now: Parts, shall_be: Parts) -> Product:
    """A product with those parts changed that are still as they were left."""
    parts = _parts(product)
    for name, value in is_now.items():
        if parts.get(name) == value:
            parts[name] = shall_be[name]
    skus = [
        Sku(tuple(json.loads(name.removeprefix(_SKU))), *values)
        for name, values in parts.items()
        if name.startswith(_SKU) and values is not None
    ]
    plain = {name: parts[name] for name in _PLAIN}
    moment = moment_of(parts["changed_at"])
    found = replace(product, **plain, levels=tuple(parts["levels"]), changed_at=moment)
    return with_skus(found, skus)
