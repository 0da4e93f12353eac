"""Bringing files and pasted tables into the book: preview, commit, undo.

Reading never touches the book. What a preview counts is what the book gains, to the row.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from ksdesk import importers
from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import ColumnGuess, NotReady, Preview, Refused, Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers import TRAFFIC
from ksdesk.importers.table import Table
from ksdesk.importers.traffic import Plan
from ksdesk.storage.intake import Ticks
from ksdesk.storage.staging import TARGETS, Staging, free_path


def preview(
    book: Book,
    source: Source | Path,
    *,
    mapping: Sequence[ColumnGuess] | None = None,
    staging: Path | None = None,
    now: datetime | None = None,
    progress: Progress = QUIET,
) -> Preview:
    """Read a source and compare it with the book; nothing is written but a staging file.

    `mapping` are the columns of an earlier preview as the seller corrected them; without it the
    mapping of the last file with these headers holds, and else a guess. `staging` is the folder
    for the staging file (beside the book if not given). Raises `ImportProblem`, `Cancelled`.
    """
    if isinstance(source, Path):
        source = Source(source.name, source)
    table = importers.open_table(source, progress)
    kind = importers.recognise(table) or TRAFFIC
    columns = tuple(mapping) if mapping is not None else _columns(book, table, kind)
    path = free_path(staging or book.path.parent / "staging")
    try:
        with Staging(path, progress) as staged:
            plan = kind.plan(table, columns)
            staged.fill(plan.fields, _staged(plan, progress))
            staged.settle(plan.grain, plan.level, fixed=plan.grain_is_sure)
            staged.put_facts(
                kind=kind.code,
                source=json.dumps([source.name, str(source.path or "")]),
                encoding=table.encoding.name,
                delimiter=table.delimiter,
                header_line=str(table.header_line),
                columns=json.dumps([asdict(c) for c in columns], ensure_ascii=False),
                needs=json.dumps(kind.needs(columns)),
            )
            staged.compare(book.path, TARGETS[kind.code], kind.code)
            return _preview(staged, source)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _columns(book: Book, table: Table, kind: importers.Kind) -> tuple[ColumnGuess, ...]:
    """A guess, corrected by what was remembered. A bare "value" is asked for every time, since
    the next such file may hold anything."""
    guessed = kind.columns(table.header, table.sample)
    remembered = book.reader.batches.mapping(kind.code, [c.label for c in guessed])
    return tuple(
        replace(guess, role=known.role, unit=known.unit, why="remembered")
        if (known := remembered.get(guess.label)) is not None
        and guess.role != "own:"
        and guess.role != known.role
        and table.header.count(guess.label) == 1
        else guess
        for guess in guessed
    )


def _staged(plan: Plan, progress: Progress) -> Iterator[tuple[Iterator[Any], list[Refused]]]:
    for chunk in plan.chunks(progress):
        yield chunk.rows(), chunk.refused


def _preview(staged: Staging, source: Source) -> Preview:
    facts = staged.facts()
    target = TARGETS[facts["kind"]]
    fields, rows = staged.rows(target)
    first, last = staged.span()
    return Preview(
        source=source,
        kind=facts["kind"],
        encoding=facts["encoding"],
        delimiter=facts["delimiter"],
        header_line=int(facts["header_line"]),
        columns=tuple(
            ColumnGuess(**{**c, "samples": tuple(c["samples"])})
            for c in json.loads(facts["columns"])
        ),
        grain=facts["grain"],
        needs=tuple(json.loads(facts["needs"])),
        counts=staged.counts(),
        fields=fields,
        rows=rows,
        refused=staged.refused(),
        revised=staged.revised(target),
        first=first,
        last=last,
        staging=staged.path,
        stamp=facts["stamp"],
    )


def refresh(book: Book, preview: Preview, *, progress: Progress = QUIET) -> Preview:
    """Compare once more with the book, which has changed meanwhile; the source is not needed."""
    with Staging(preview.staging, progress) as staged:
        staged.compare(book.path, TARGETS[preview.kind], preview.kind)
        return _preview(staged, preview.source)


def resume(book: Book, staging: Path, *, progress: Progress = QUIET) -> Preview:
    """The preview that a staging file holds, after the app was closed; compared anew."""
    with Staging(staging, progress) as staged:
        facts = staged.facts()
        name, path = json.loads(facts["source"])
        staged.compare(book.path, TARGETS[facts["kind"]], facts["kind"])
        return _preview(staged, Source(name, Path(path) if path else None))


def commit(
    book: Book,
    preview: Preview,
    *,
    take_revised: bool | Collection[str] = True,
    skip_revised: Collection[str] = (),
    now: datetime,
    progress: Progress = QUIET,
) -> Changes:
    """Store all new rows and the ticked revised ones in one transaction; `ref` is the batch id.

    `take_revised`: all, none, or only these keys; `skip_revised`: not these. Raises `NotReady`,
    `Outdated`, `Cancelled`, `BookProblem`; nothing is stored then.
    """
    if preview.needs:
        raise NotReady(preview.needs)
    if isinstance(take_revised, bool):
        only = None if take_revised else frozenset[str]()
    else:
        only = frozenset(take_revised)
    written = book.batches.commit(preview, Ticks(only, skip_revised), now, progress)
    number = written.ref
    assert isinstance(number, int)
    again = partial(
        _again, preview=preview, take_revised=take_revised, skip_revised=skip_revised, now=now
    )
    return replace(written, undo=partial(_take_back, number=number, again=again))


def _again(
    book: Book,
    *,
    preview: Preview,
    take_revised: bool | Collection[str],
    skip_revised: Collection[str],
    now: datetime,
) -> Changes:
    """Redo: the staging file still has the rows."""
    fresh = refresh(book, preview)
    return commit(book, fresh, take_revised=take_revised, skip_revised=skip_revised, now=now)


def _take_back(book: Book, *, number: int, again: partial[Changes]) -> Changes:
    written = book.batches.undo(number)
    staging: Path = again.keywords["preview"].staging
    return replace(written, undo=again) if staging.exists() else written


def undo(book: Book, batch_id: int, now: datetime | None = None) -> Changes:
    """Take a whole import out of the book and bring back what it revised.

    The same file then imports in full again. Raises `BuiltUpon` while a later import stands on
    it, KeyError where there is no such batch.
    """
    return book.batches.undo(batch_id)


def drop(preview: Preview) -> None:
    """Remove the staging file; after that an undone import cannot be redone without its source."""
    preview.staging.unlink(missing_ok=True)


def mark_interrupted(book: Book) -> Changes:
    """At start: say of imports that a crash cut short that nothing of them is in the book."""
    return book.batches.mark_interrupted()


def sweep(folder: Path) -> None:
    """At start: remove all staging files of a folder."""
    for path in folder.glob("*.staging"):
        path.unlink(missing_ok=True)


def forget_mapping(book: Book, kind: str, labels: Sequence[str]) -> Changes:
    """Guess the columns anew next time a file has this set of headers."""
    return book.batches.forget_mapping(kind, labels)
