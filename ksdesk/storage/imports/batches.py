"""Imports: each is a batch that came in as a whole and can be taken back as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import Entry, NewEntry, reversal_of
from ksdesk.domain.imports import Batch, BuiltUpon, ColumnGuess, Preview
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.deposit import DepositReader, DepositWriter
from ksdesk.storage.models.imports import Batch as Row
from ksdesk.storage.models.imports import HeaderMapping
from ksdesk.storage.problem import BookProblem
from ksdesk.storage.session import Session

if TYPE_CHECKING:  # what takes rows in is loaded by an import
    from ksdesk.domain.products.bulk import Limits
    from ksdesk.storage.imports.intake import RowIntake, Ticks
    from ksdesk.storage.imports.products import ProductIntake


class BatchReader:
    """Reads what was imported."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def recent(self, limit: int = 20) -> tuple[Batch, ...]:
        """The newest imports first, undone and interrupted ones among them."""
        with self.session.reading():
            rows = Row.select().order_by(Row.id.desc()).limit(limit)
            return tuple(readable(self.session, "batch", rows, _batch))

    def one(self, number: int) -> Batch:
        """An import by its number; KeyError where there is none."""
        with self.session.reading():
            row = Row.get_or_none(Row.id == number)
        if row is None:
            raise KeyError(number)
        return _batch(row)

    def standing(self, kind: str) -> tuple[Batch, ...]:
        """All imports of a kind that are in the book, the oldest first."""
        with self.session.reading():
            rows = Row.select().where((Row.state == "done") & (Row.kind == kind))
            return tuple(readable(self.session, "batch", rows.order_by(Row.id), _batch))

    def last(self, kind: str = "") -> Batch | None:
        """The newest import that stands, of a kind where one is named."""
        with self.session.reading():
            where = (Row.state == "done") & ((Row.kind == kind) if kind else True)
            row = Row.select().where(where).order_by(Row.id.desc()).first()
        rows = [] if row is None else [row]
        return next(readable(self.session, "batch", rows, _batch), None)

    def mapping(self, kind: str, labels: Sequence[str]) -> dict[str, ColumnGuess]:
        """What the columns of this set of headers became last time, by label."""
        with self.session.reading():
            row = HeaderMapping.get_or_none(HeaderMapping.header == _header(kind, labels))
        return {} if row is None else {c.label: c for c in _columns(row.columns)}

    def kind_of(self, kinds: Iterable[str], labels: Sequence[str]) -> str:
        """The kind that the last file with this set of headers was imported as, "" if none."""
        headers = {_header(kind, labels): kind for kind in kinds}
        with self.session.reading():
            query = HeaderMapping.select().where(HeaderMapping.header << list(headers))
            row = query.order_by(HeaderMapping.used_at.desc()).first()
        return "" if row is None else headers[row.header]


class BatchWriter:
    """Brings staged rows into the book, and takes them out again."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def intake(self, kind: str, limits: Limits | None = None) -> RowIntake | ProductIntake:
        """What holds a staging file against the book, and takes it in and out."""
        if kind == "products":
            from ksdesk.storage.imports.products import ProductIntake

            return ProductIntake(self.session, limits)
        from ksdesk.storage.imports.intake import RowIntake

        return RowIntake(self.session, kind)

    def commit(
        self,
        preview: Preview,
        ticks: Ticks,
        now: datetime,
        progress: Progress = QUIET,
        entries: Sequence[NewEntry] = (),
        limits: Limits | None = None,
    ) -> Changes:
        """Store a preview's rows in one transaction; `ref` is the batch's number.

        `entries` are ledger lines that the rows stand for: they belong to the batch. `limits` are
        what products are held to. Raises `Outdated`, `Cancelled`, `BookProblem`; the book is then
        as it was.
        """
        number = self._begin(preview, now)
        try:
            self._store(number, preview, ticks, now, progress, entries, limits)
        except BaseException:
            with suppress(BookProblem):  # the first problem is told; `interrupted` is what remains
                self._forget(number)
            raise
        return self._changed(preview.kind, number, ledger=bool(entries))

    def _begin(self, preview: Preview, now: datetime) -> int:
        """The batch's own row, so that an import cut short by a crash can be told of later."""
        with self.session.writing():
            number: int = Row.insert(
                kind=preview.kind,
                name=preview.source.name,
                started_at=_stamp(now),
                state="running",
                refused=preview.counts.refused,
                columns=_json(preview.columns),
            ).execute()
        return number

    def _store(
        self,
        number: int,
        preview: Preview,
        ticks: Ticks,
        now: datetime,
        progress: Progress,
        entries: Sequence[NewEntry],
        limits: Limits | None,
    ) -> None:
        intake = self.intake(preview.kind, limits)
        # a file is attached outside of the transaction, so the order of these three matters
        with (
            self.session.connection(),
            intake.beside(preview.staging),
            self.session.writing(),
        ):
            new, revised = intake.store(number, preview, ticks, now, progress)
            same = preview.counts.same + preview.counts.revised - revised
            Row.update(state="done", new=new, revised=revised, same=same).where(
                Row.id == number
            ).execute()
            self.remember(preview.kind, preview.columns, now)
            lines = [replace(entry, batch=number) for entry in entries]
            DepositWriter(self.session).add(lines, now)
            progress.check()

    def _forget(self, number: int) -> None:
        with self.session.writing():
            Row.delete().where(Row.id == number).execute()

    def remember(self, kind: str, columns: Sequence[ColumnGuess], now: datetime) -> None:
        """Keep what columns became for the next table of the kind with these headers."""
        header = _header(kind, [c.label for c in columns])
        values = {"columns": _json(columns), "used_at": _stamp(now)}
        with self.session.writing():
            HeaderMapping.insert(header=header, **values).on_conflict(
                conflict_target=[HeaderMapping.header], update=values
            ).execute()

    def undo(self, number: int, now: datetime | None = None) -> Changes:
        """Take a batch out and bring the figures it revised back; one that is undone stays so.

        Ledger lines are never taken out: each gets a reversal on its own day, written at `now`
        (the moment of the import if not given). Raises `BuiltUpon` where a later batch has revised
        its rows, KeyError for no such batch.
        """
        batch = BatchReader(self.session).one(number)
        if batch.state != "done":
            return Changes()
        now = now or batch.started_at
        intake = self.intake(batch.kind)
        with self.session.writing():
            later = intake.built_upon(number)
            if later is not None:
                raise BuiltUpon(BatchReader(self.session).one(later))
            intake.take_back(number, now)
            reversed_lines = self._reverse(number, now)
            Row.update(state="undone").where(Row.id == number).execute()
        return self._changed(batch.kind, number, ledger=reversed_lines)

    def redo(self, number: int, now: datetime) -> Changes:
        """Bring an undone batch of products in once more: they are the same ones again."""
        with self.session.writing():
            from ksdesk.storage.imports.products import ProductIntake

            ProductIntake(self.session).put_back(number, now)
            Row.update(state="done").where(Row.id == number).execute()
        return self._changed("products", number, ledger=False)

    def _changed(self, kind: str, number: int, *, ledger: bool) -> Changes:
        topics = {*self.intake(kind).topics, "imports", "today", *(["deposit"] if ledger else [])}
        return Changes.of(*topics, ref=number)

    def _reverse(self, number: int, now: datetime) -> bool:
        """Reverse the batch's ledger lines that still stand; whether there were any.

        A line that was reversed and brought back by an undo is another one by now. Each is reversed
        on the day of the line that came in, as if it had never counted.
        """
        ledger = DepositReader(self.session)
        lines = {e.id: e for account in ledger.accounts() for e in ledger.entries(account)}
        standing = []
        for line in lines.values():
            if line.reversed_by is None and line.reverses is None:
                chain = list(_restored(line, lines))
                if next((e.batch for e in chain if e.batch is not None), None) == number:
                    standing.append(reversal_of(line, chain[-1].day))
        DepositWriter(self.session).add(standing, now)
        return bool(standing)

    def mark_interrupted(self) -> Changes:
        """At start: what still says running was cut short, and nothing of it is in the book."""
        with self.session.writing():
            found = Row.update(state="interrupted").where(Row.state == "running").execute()
        return Changes.of("imports", "today") if found else Changes()


def _restored(line: Entry, lines: Mapping[int, Entry]) -> Iterator[Entry]:
    """A line and those that it stands for, up to the one that came in first."""
    at: Entry | None = line
    while at is not None:
        yield at
        at = None if at.restores is None else lines.get(at.restores)


def _header(kind: str, labels: Sequence[str]) -> str:
    return json.dumps([kind, *sorted(label.strip() for label in labels)], ensure_ascii=False)


def _json(columns: Sequence[ColumnGuess]) -> str:
    """Columns without their cells: what a book remembers is labels."""
    return json.dumps([asdict(replace(c, samples=())) for c in columns], ensure_ascii=False)


def _columns(text: str) -> tuple[ColumnGuess, ...]:
    """What columns became; where that cannot be read, it is guessed anew."""
    try:
        return tuple(ColumnGuess(**{**c, "samples": tuple(c["samples"])}) for c in json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _batch(row: Row) -> Batch:
    return Batch(
        row.id,
        row.kind,
        row.name,
        moment(row.started_at),
        row.state,
        row.new,
        row.revised,
        row.same,
        row.refused,
        _columns(row.columns),
    )
