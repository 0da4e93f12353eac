"""Reading files and pasted tables, and comparing them with the book, which stays untouched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from ksdesk.actions import Book
from ksdesk.actions.products import bulk as product_bulk
from ksdesk.actions.rules import rule_book
from ksdesk.domain.deposit.movements import Movement
from ksdesk.domain.imports import (
    PRIVATE,
    SKIP,
    ColumnGuess,
    Nameless,
    Preview,
    Refused,
    Source,
    SourceTable,
    Unstaged,
)
from ksdesk.domain.personal import blotted, is_name
from ksdesk.domain.products.bulk import Limits
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.records import INCOME, ORDERS
from ksdesk.domain.traffic import from_seconds
from ksdesk.importers import kinds, open_table
from ksdesk.importers.buyers import tells_buyers
from ksdesk.importers.files.table import Table
from ksdesk.importers.plan import RowPlan
from ksdesk.importers.private import label_kept, name_kept, people, private_columns, without
from ksdesk.paths import tidy_away
from ksdesk.storage.imports.buyers import key_beside
from ksdesk.storage.imports.sql import NEW
from ksdesk.storage.imports.staging import FORMAT, Staging, free_path, readable


def preview(
    book: Book,
    source: Source | Path,
    *,
    kind: str | None = None,
    usual: str = "traffic",
    title: str = "",
    mapping: Sequence[ColumnGuess] | None = None,
    nameless: Nameless = "",
    staging: Path | None = None,
    now: datetime | None = None,
    buyers_key: bytes = b"",
    progress: Progress = QUIET,
) -> Preview:
    """Read a source and compare it with the book; nothing is written but a staging file.

    `kind` is what the seller says that it is; without it, what a file with these headers was
    last, and else what its headers tell, or `usual` where they tell nothing. `mapping` are the
    columns of an earlier preview as the seller corrected them; without it the mapping of the last
    such file holds, and else a guess. `nameless` is what the seller says of rows without a
    campaign beside rows that name theirs. `title` names an own table (kind "any"). `staging` is
    the folder for the staging file (beside the book if not given). Products are held to the rules
    of the day of `now`. Buyers are told apart under `buyers_key`, or the secret one beside the
    book. Raises `ImportProblem`, `Cancelled`, KeyError for an unknown kind.
    """
    if isinstance(source, Path):
        source = Source(source.name, source)
    table = open_table(source, progress=progress)
    progress.check()
    chosen = _kind(book, table, kind, usual)
    source = replace(source, name=name_kept(source.name, table.header, table.sample, progress))
    title = blotted(title, note=False) or _title(source)
    columns = tuple(mapping) if mapping is not None else _columns(book, table, chosen, progress)
    columns = _without_private(table, columns)
    progress.check()
    path = free_path(staging or book.path.parent / "staging")
    try:
        with Staging(path, progress) as staged:
            plan = chosen.plan(table, columns, title)
            if chosen.code == ORDERS.kind and tells_buyers(table):
                plan.know_buyers(buyers_key or key_beside(book.path))
            staged.fill(plan.fields, _staged(plan, progress))
            asked = staged.part_nameless(plan.names, nameless) == "ask"
            staged.settle(plan.grain, plan.level, fixed=plan.grain_is_sure)
            needs = [*chosen.needs(columns), *["nameless"] * asked]
            said = _facts(source, table, chosen.code, columns, needs)
            staged.put_facts(
                **said,
                title=title if chosen.code == "any" else "",
                made_at=now.isoformat() if now else "",
            )
            return _preview(book, staged, source, now)
    except BaseException:
        tidy_away(path)
        raise


def _facts(
    source: Source, table: Table, kind: str, columns: Sequence[ColumnGuess], needs: Sequence[str]
) -> dict[str, str]:
    """What a staging file says of its source, so that the preview comes back without it."""
    return {
        "format": FORMAT,
        "kind": kind,
        "source": json.dumps([source.name, _path_kept(source, table), table.part]),
        "encoding": table.encoding.name,
        "delimiter": table.delimiter,
        "header_line": str(table.header_line),
        "columns": json.dumps([vars(c) for c in columns], ensure_ascii=False),
        "needs": json.dumps(needs),
        "parts": json.dumps([asdict(part) for part in _parts(table)], ensure_ascii=False),
        "part": str(table.part),
    }


def is_table(text: str) -> bool:
    """Whether a copied text is a table that could be imported, and no link or note."""
    return kinds.is_table(text)


def _kind(book: Book, table: Table, code: str | None, usual: str) -> kinds.Kind:
    if code is not None:
        return kinds.BY_CODE[code]
    remembered = book.reader.batches.kind_of(kinds.BY_CODE, table.header)
    if remembered:
        return kinds.BY_CODE[remembered]
    usual_kind = kinds.BY_CODE[usual]
    return kinds.recognise(table, usual_kind) or usual_kind


def _title(source: Source) -> str:
    """An own table is called like its file, without the suffix, if the seller names it not."""
    return Path(source.name).stem.strip()[:80] or "table"


def _parts(table: Table) -> Iterator[SourceTable]:
    """The sheets of a source, without the buyers that they are called after."""
    for part in table.parts:
        yield replace(part, name=name_kept(part.name, table.header, table.sample))


def _path_kept(source: Source, table: Table) -> str:
    """Where a draft is read from once more; nowhere, if that names a buyer."""
    path = str(source.path or "")
    return path if name_kept(path, table.header, table.sample) == path else ""


def _without_private(table: Table, columns: Sequence[ColumnGuess]) -> tuple[ColumnGuess, ...]:
    """A buyer's personal data stays out, whatever a mapping says."""
    private = private_columns(table.header, table.sample)
    places = people(private, table.sample)
    names = {row[n] for row in table.sample for n in places if is_name(row[n].strip())}
    return tuple(
        replace(c, label=label_kept(c.label), role=SKIP, unit="", why=PRIVATE, samples=())
        if c.index in private
        else replace(c, samples=tuple(without(text, names) for text in c.samples))
        if names
        else c
        for c in columns
    )


def _columns(
    book: Book, table: Table, kind: kinds.Kind, progress: Progress
) -> tuple[ColumnGuess, ...]:
    """A guess, corrected by what was remembered. A bare "value" is asked for every time, since
    the next such file may hold anything."""
    guessed = kind.columns(table.header, table.sample, progress)
    remembered = book.reader.batches.mapping(kind.code, [c.label for c in guessed])
    times = Counter(table.header)
    return tuple(
        replace(guess, role=known.role, unit=known.unit, why="remembered")
        if (known := remembered.get(guess.label)) is not None
        and guess.role != "own:"
        and guess.role != known.role
        and times[guess.label] == 1
        else guess
        for guess in guessed
    )


def _staged(plan: RowPlan, progress: Progress) -> Iterator[tuple[Iterator[Any], list[Refused]]]:
    for chunk in plan.chunks(progress):
        yield chunk.rows(), chunk.refused


def _preview(book: Book, staged: Staging, source: Source, now: datetime | None) -> Preview:
    """What is staged, compared with the book as it is now."""
    with _draft_told(staged.path):
        kind = staged.facts()["kind"]
    compared = book.batches.intake(kind, limits(book, kind, now)).compare(staged)
    first, last = staged.span()
    with _draft_told(staged.path):
        facts = staged.facts()
        columns = tuple(
            ColumnGuess(**{**c, "samples": tuple(c["samples"])})
            for c in json.loads(facts["columns"])
        )
        parts = tuple(SourceTable(**part) for part in json.loads(facts["parts"]))
        needs, unticked = (json.loads(facts.get(key, "[]")) for key in ("needs", "unticked"))
        line, part = int(facts["header_line"]), int(facts["part"])
        told = {name: facts[name] for name in ("encoding", "delimiter", "grain", "title")}
    return Preview(
        source=source,
        kind=kind,
        header_line=line,
        columns=columns,
        needs=tuple(needs),
        counts=staged.counts(),
        fields=compared.fields,
        rows=compared.rows,
        refused=staged.refused(),
        revised=compared.revised,
        first=first,
        last=last,
        staging=staged.path,
        stamp=compared.stamp,
        parts=parts,
        part=part,
        unticked=frozenset(unticked),
        nameless=cast(Nameless, facts.get("nameless", "")),
        **told,
    )


@contextmanager
def _draft_told(path: Path) -> Iterator[None]:
    """What a damaged draft says of itself is read no more than a damaged file."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        raise Unstaged(str(path)) from error


def limits(book: Book, kind: str, now: datetime | None) -> Limits | None:
    """What products are held to; without a day to the newest rules."""
    if kind != "products":
        return None
    return product_bulk.limits(book.reader, rule_book(book.reader), now or datetime.max)


def refresh(
    book: Book, preview: Preview, *, now: datetime | None = None, progress: Progress = QUIET
) -> Preview:
    """Compare once more with the book, which has changed meanwhile; the source is not needed.

    Raises `Unstaged`, `Cancelled`, `BookProblem`.
    """
    with readable(preview.staging), Staging(preview.staging, progress) as staged:
        return _preview(book, staged, preview.source, now)


def resume(
    book: Book, staging: Path, *, now: datetime | None = None, progress: Progress = QUIET
) -> Preview:
    """The preview that a staging file holds, after the app was closed; compared anew.

    Raises `Unstaged`, `Cancelled`, `BookProblem`.
    """
    with readable(staging), Staging(staging, progress) as staged:
        with _draft_told(staging):
            name, path, part = json.loads(staged.facts()["source"])
        return _preview(book, staged, Source(name, Path(path) if path else None, part=part), now)


def movements(preview: Preview) -> tuple[Movement, ...]:
    """The rows of a 动账 preview that the book does not have yet, to make ledger lines of.

    Raises `Unstaged`, ValueError for a preview of another kind.
    """
    if preview.kind != "movements":
        raise ValueError(f"{preview.kind} is not movements")
    names = ("flow_no", "related_no", "time", "direction", "amount", "balance", "business")
    with readable(preview.staging), Staging(preview.staging) as staged:
        return tuple(
            Movement(
                serial or "",
                order or "",
                from_seconds(at),
                "in" if way == INCOME else "out",
                abs(amount or 0),
                balance,
                business or "",
                description or "",
                note or "",
            )
            for serial, order, at, way, amount, balance, business, description, note, fate in (
                staged.all_rows((*names, "description", "remark", "fate"))
            )
            if fate == NEW
        )
