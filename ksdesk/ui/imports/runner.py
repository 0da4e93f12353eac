"""One source after another: read, preview, import. The book is written in one place only."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import backups, imports
from ksdesk.domain.changes import Changes
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import (
    Draft,
    ImportProblem,
    Outdated,
    Preview,
    Source,
    Unstaged,
)
from ksdesk.storage import BookProblem
from ksdesk.ui.imports.ledger_lines import lines_for
from ksdesk.ui.imports.password import LOCKED, PasswordSheet
from ksdesk.ui.imports.problem import ProblemSheet
from ksdesk.ui.imports.reading import Reading, can_be_read_again, once_more
from ksdesk.ui.imports.sheet import ImportSheet
from ksdesk.ui.imports.words import problem_words, source_name
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Job


class ImportRunner(QObject):
    """Takes sources and shows each as a preview before the next; `usual` is the kind of those that
    tell nothing.

    `imported(Preview)`: its rows are in the book. `troubled(Preview, BookProblem)`: they are not,
    and the preview is kept for `retry`. `other_wanted`: the seller wants to choose another file.
    `rested`: nothing is at hand any more, so that drafts are what was set aside.
    """

    imported = Signal(object)
    troubled = Signal(object, object)
    other_wanted = Signal()
    rested = Signal()

    def __init__(self, ctx: Context, window: QWidget, usual: str = "traffic") -> None:
        super().__init__(window)
        self._ctx, self._usual = ctx, usual
        self._window = window
        self._waiting: deque[Source] = deque()
        self._busy = False
        self._job: Job | None = None
        self.unread = True  # nothing of what was taken last could be shown
        self.sheet: ImportSheet | None = None
        self.problem: ProblemSheet | None = None
        self.password: PasswordSheet | None = None
        self._skipped: frozenset[str] = frozenset()
        self._account = ""  # of the ledger that movements go to, once the seller said so
        self._lines: tuple[NewEntry, ...] = ()
        self._costs: Source | None = None  # with which costs are to be filled in
        ctx.jobs.progressed.connect(self._progressed)
        ctx.jobs.finished.connect(self._ended)

    @property
    def busy(self) -> bool:
        """Whether a source is at hand."""
        return self._busy

    @property
    def lines(self) -> int:
        """How many lines of the deposit ledger come with the import at hand."""
        return len(self._lines)

    @property
    def waiting(self) -> int:
        """How many sources come after the one at hand."""
        return len(self._waiting)

    def take(self, sources: Sequence[Source]) -> None:
        """Preview these, after those that are still at hand."""
        self._waiting.extend(sources)
        if not self._busy:
            self.unread = True
            self._next()

    def resume(self, draft: Draft) -> None:
        """Take up a draft again; while another source is at hand it stays a draft."""
        if self._busy:
            return
        self._busy = True
        self._job = self._ctx.jobs.run(
            self,
            partial(imports.resume, now=self._ctx.clock()),
            self._ctx.book,
            draft.path,
            done=self._show,
            failed=partial(self._not_resumed, draft),
            cancelled=self._next,
            progress=self.tr("Comparing {name}").format(name=draft.name),
        )

    def _not_resumed(self, draft: Draft, error: BaseException) -> None:
        if isinstance(error, Unstaged):
            self._tell_lost(draft.name)
            return
        self._ctx.jobs.failed.emit(error)
        self._next()

    def _next(self) -> None:
        self.sheet = self.problem = self.password = None
        self._account = ""
        self._busy = bool(self._waiting)
        self._lines = ()
        if not self._busy:
            self.rested.emit()
            if self._costs is not None:
                table, self._costs = self._costs, None
                self._ctx.navigate("promotion", table)
        else:
            self._read(Reading(self._waiting.popleft()))

    @Slot(object)
    def _read(self, reading: Reading, done: Callable[[Preview], None] | None = None) -> None:
        """Read a source, for the first time or, while its sheet is open, once more."""
        source = reading.source
        work = partial(
            imports.preview,
            kind=reading.kind,
            usual=self._usual,
            title=reading.title,
            mapping=reading.columns,
            nameless=reading.nameless,
            staging=self._ctx.paths.staging,
            now=self._ctx.clock(),
        )
        text = self.tr("Reading {name}").format(name=source_name(source))
        sheet = self.sheet
        self._job = self._ctx.jobs.run(
            self,
            work,
            self._ctx.book,
            source,
            done=done or (self._show if sheet is None else partial(self._reread, sheet)),
            failed=partial(self._unreadable, reading),
            cancelled=self._next if sheet is None else self._stopped,
            progress=text,
        )

    def _show(self, preview: Preview) -> None:
        self._lines = ()
        self.unread = False
        self.sheet = ImportSheet(self._ctx, preview, self._window)
        self.sheet.bar.ledger.set_value(self._account)
        self.sheet.wanted.connect(self._read)
        self.sheet.accepted.connect(self._import)
        self.sheet.rejected.connect(self._set_aside)
        self.sheet.dropped.connect(self._leave)
        self.sheet.costs_wanted.connect(self._to_costs)
        self.sheet.open()

    def _reread(self, sheet: ImportSheet, preview: Preview) -> None:
        if self.sheet is not sheet:
            imports.drop(preview)
            return
        imports.drop(self.sheet.preview)
        self.sheet.show_preview(preview)

    def _stopped(self) -> None:
        if self.sheet is not None:
            self.sheet.restore_columns()

    def _unreadable(self, reading: Reading, error: BaseException) -> None:
        if not isinstance(error, ImportProblem):
            self._close_sheet()
            self._waiting.clear()
            self._ctx.jobs.failed.emit(error)
            self._next()
            return
        title, way = problem_words(error, reading.source)
        if error.code in LOCKED:
            self._ask_password(reading, wrong=title if error.code == "wrong_password" else "")
            return
        if self.sheet is not None:
            self.sheet.restore_columns(f"{title}. {way}")
            return
        self._tell_problem(title, way)

    def _tell_problem(self, title: str, way: str) -> None:
        self.problem = ProblemSheet(title, way, more=bool(self._waiting), parent=self._window)
        self.problem.rejected.connect(self._next)
        self.problem.accepted.connect(self._other)
        self.problem.open()

    def _ask_password(self, reading: Reading, wrong: str) -> None:
        """Of a workbook that is encrypted; while its sheet is open, that stays as it is."""
        heading, way = problem_words(ImportProblem("password"), reading.source)
        parent = self._window if self.sheet is None else self.sheet
        more = bool(self._waiting)
        self.password = PasswordSheet(heading, way, wrong, more=more, parent=parent)
        self.password.accepted.connect(partial(self._unlock, reading, self.password))
        self.password.rejected.connect(self._next if self.sheet is None else self._stopped)
        self.password.open()

    def _unlock(self, reading: Reading, asked: PasswordSheet) -> None:
        self._read(reading.with_password(asked.password()))

    def _close_sheet(self) -> None:
        if self.sheet is not None:
            imports.drop(self.sheet.preview)
            self.sheet.blockSignals(True)
            self.sheet.reject()
            self.sheet.deleteLater()
            self.sheet = None

    @Slot()
    def _other(self) -> None:
        self.unread = False  # another is to come
        self._next()
        self.other_wanted.emit()

    @Slot()
    def _leave(self) -> None:
        """Forget the file: its preview is not kept."""
        self._stop_reading()
        self._close_sheet()
        self._next()

    @Slot()
    def _to_costs(self) -> None:
        """Where costs are filled in, with the table, once nothing else is at hand."""
        assert self.sheet is not None
        preview = self.sheet.preview
        self._costs = replace(preview.source, part=preview.part)
        self._leave()

    def _stop_reading(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _set_aside(self) -> None:
        """Keep the preview for another day, if there is anything in it."""
        assert self.sheet is not None
        self._stop_reading()
        sheet = self.sheet
        if sheet.worth_keeping():
            self._keep(sheet)
        else:
            imports.drop(sheet.preview)
        sheet.deleteLater()
        self._next()

    def _keep(self, sheet: ImportSheet) -> None:
        try:
            imports.keep(sheet.preview, sheet.skipped(), self._ctx.clock())
        except (Unstaged, BookProblem):
            said = self.tr("{name} could not be set aside. Choose the file again when you need it.")
            self._ctx.notice(said.format(name=source_name(sheet.preview.source)))

    @Slot()
    def _import(self) -> None:
        assert self.sheet is not None
        preview, self._skipped = self.sheet.preview, self.sheet.skipped()
        account = self._account = self.sheet.bar.account()
        self.sheet.deleteLater()
        self.sheet = None
        if not account:
            self._back_up(preview)
            return
        self._ctx.jobs.run(
            self,
            lines_for,
            self._ctx.book,
            preview,
            account,
            done=partial(self._lined, preview),
            failed=partial(self._failed, preview),
        )

    def _lined(self, preview: Preview, lines: tuple[NewEntry, ...]) -> None:
        self._lines = lines
        self._back_up(preview)

    def retry(self, preview: Preview) -> None:
        """Import once more what could not be written."""
        self._busy = True
        self._compare(preview)

    def give_up(self, preview: Preview) -> None:
        """Leave what could not be written."""
        imports.drop(preview)
        self._next()

    def _back_up(self, preview: Preview) -> None:
        if self._ctx.sample:
            self._commit(preview)
            return
        self._ctx.write(
            self,
            "",
            backups.before_import,
            self._ctx.paths.backups,
            self._ctx.clock(),
            done=partial(self._backed_up, preview),
            failed=partial(self._failed, preview),
        )

    def _backed_up(self, preview: Preview, _changes: Changes) -> None:
        self._commit(preview)

    def _commit(self, preview: Preview) -> None:
        name = source_name(preview.source)
        self._ctx.write(
            self,
            self.tr("import {name}").format(name=name),
            partial(
                imports.commit,
                skip_revised=self._skipped,
                entries=self._lines,
                now=self._ctx.clock(),
            ),
            preview,
            done=partial(self._committed, preview),
            failed=partial(self._failed, preview),
            cancelled=partial(self._show, preview),
            progress=self.tr("Storing {name}").format(name=name),
        )

    def _committed(self, preview: Preview, _changes: Changes) -> None:
        self.imported.emit(preview)
        self._next()

    def _failed(self, preview: Preview, error: BaseException) -> None:
        if isinstance(error, Outdated):
            self._compare(preview)
        elif isinstance(error, Unstaged):
            self._read_anew(preview)
        elif isinstance(error, BookProblem):
            self.troubled.emit(preview, error)
        else:
            imports.drop(preview)
            self._ctx.jobs.failed.emit(error)
            self._next()

    def _read_anew(self, preview: Preview) -> None:
        """What was read is gone or damaged: read the source as it was understood, and show it."""
        imports.drop(preview)
        if can_be_read_again(preview.source):
            self._read(once_more(preview), partial(self._show_anew, self._skipped))
        else:
            self._tell_lost(preview.source.name)

    def _show_anew(self, skipped: frozenset[str], preview: Preview) -> None:
        self._show(replace(preview, unticked=skipped))
        assert self.sheet is not None
        said = self.tr(
            "What had been read was damaged, so it was read once more. Nothing is stored yet:"
            " look at it and import again."
        )
        self.sheet.restore_columns(said)

    def _tell_lost(self, name: str) -> None:
        """Of a table whose text was not kept."""
        title = self.tr("What was read of {name} is gone").format(name=name)
        way = self.tr("Copy or choose the table once more. Nothing of it was stored.")
        self._tell_problem(title, way)

    def _compare(self, preview: Preview) -> None:
        """The book has changed since: look again what is new, and show it."""
        self._ctx.jobs.run(
            self,
            partial(imports.refresh, now=self._ctx.clock()),
            self._ctx.book,
            preview,
            done=self._show,
            failed=partial(self._failed, preview),
            cancelled=partial(self._show, preview),
            progress=self.tr("Comparing {name}").format(name=source_name(preview.source)),
        )

    @Slot(object)
    def _progressed(self, job: Job) -> None:
        if job is self._job and self.sheet is not None:
            self.sheet.show_job(job)

    @Slot(object)
    def _ended(self, job: Job) -> None:
        if self.sheet is not None:
            self.sheet.finish_job(job)
