"""The way of tables of products into the book: choose, drop or paste, look, import."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import backups
from ksdesk.actions.products import bulk as product_bulk
from ksdesk.actions.products import imports as product_imports
from ksdesk.actions.products.imports import ProductPreview
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import ColumnGuess, ImportProblem, Outdated, Source
from ksdesk.ui.exports.button import show_folder
from ksdesk.ui.imports.password import PasswordSheet
from ksdesk.ui.imports.problem import ProblemSheet
from ksdesk.ui.imports.words import problem_words, source_name
from ksdesk.ui.parts.drop import TABLE_PATTERNS, TABLE_SUFFIXES, FileDrop
from ksdesk.ui.products.import_sheet import ProductImportSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Job

LOCKED: Final = ("password", "wrong_password")


class ProductImports(QObject):
    """Takes tables one after another and shows each before it is written.

    Files dropped on `page` are taken as well. `imported(int)`: so many products were written.
    """

    imported = Signal(object)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self.page = ctx, page
        self.sheet: ProductImportSheet | None = None
        self.problem: ProblemSheet | None = None
        self.password: PasswordSheet | None = None
        self._waiting: deque[Source] = deque()
        self._busy = False
        self._job: Job | None = None
        self.drop = FileDrop(page, TABLE_SUFFIXES)
        self.drop.dropped.connect(self.take)
        ctx.jobs.progressed.connect(self._progressed)
        ctx.jobs.finished.connect(self._ended)

    @Slot()
    def choose(self) -> None:
        """Ask for files."""
        self.ctx.ask.open_files(
            self.page,
            self.tr("Import products"),
            self.tr("Tables ({kinds});;All files (*)").format(kinds=TABLE_PATTERNS),
            self.take,
        )

    @Slot(object)
    def take(self, paths: Sequence[Path]) -> None:
        """Look at these files, after those that are still at hand."""
        self._take([Source(path.name, path) for path in paths])

    def take_text(self, text: str) -> None:
        """Look at a table that was pasted."""
        self._take([Source("", text=text)])

    @Slot()
    def save_template(self) -> None:
        """Write the empty table to fill in."""
        title = self.tr("Template for products")
        kinds = self.tr("Excel workbook (*.xlsx);;CSV table (*.csv)")
        self.ctx.ask.save_file(self.page, title, f"{title}.xlsx", kinds, self._write_template)

    def _write_template(self, path: Path) -> None:
        if path.suffix.lower() not in (".xlsx", ".csv"):
            path = path.with_name(path.name + ".xlsx")
        done = partial(self._template_there, path)
        self.ctx.jobs.run(self, product_imports.template, path, done=done)

    def _template_there(self, path: Path, _written: object) -> None:
        said, way = self.tr("The template is there"), self.tr("Open its folder")
        self.ctx.notice(said, way=way, go=partial(show_folder, path.parent))

    def _take(self, sources: Sequence[Source]) -> None:
        self._waiting.extend(sources)
        if not self._busy:
            self._next()

    @Slot()
    def _next(self) -> None:
        self.sheet = self.problem = self.password = None
        self._busy = bool(self._waiting)
        if self._busy:
            self._read(self._waiting.popleft())

    def _read(self, source: Source) -> None:
        limits = product_bulk.limits(self.ctx.reader, self.ctx.rules(), self.ctx.clock())
        self._job = self.ctx.jobs.run(
            self,
            product_imports.preview,
            self.ctx.reader,
            source,
            limits,
            done=self._show,
            failed=partial(self._unreadable, source),
            cancelled=self._next,
            progress=self.tr("Reading {name}").format(name=source_name(source)),
        )

    def _show(self, shown: ProductPreview) -> None:
        self.sheet = ProductImportSheet(self.ctx, shown, self.page)
        self.sheet.wanted.connect(self._import)
        self.sheet.remapped.connect(self._read_again)
        self.sheet.rejected.connect(self._left)
        self.sheet.finished.connect(self.sheet.deleteLater)
        self.sheet.open()

    @Slot(object)
    def _read_again(self, columns: Sequence[ColumnGuess]) -> None:
        """The same table with its columns as the seller set them."""
        assert self.sheet is not None
        words = self.tr("Reading {name}").format(name=source_name(self.sheet.preview.source))
        self.sheet.set_busy(words)
        self._job = self.ctx.jobs.run(
            self,
            product_imports.preview,
            self.ctx.reader,
            self.sheet.preview.source,
            self.sheet.preview.limits,
            columns,
            done=self._reread,
            failed=self._not_reread,
            cancelled=self._stopped,
            progress=words,
        )

    def _reread(self, shown: ProductPreview) -> None:
        if self.sheet is not None:
            self.sheet.set_busy("")
            self.sheet.show_preview(shown)

    def _not_reread(self, error: BaseException) -> None:
        """What was seen before stays, and is told why."""
        if self.sheet is None:
            return
        if not isinstance(error, ImportProblem):
            self.ctx.jobs.failed.emit(error)
            return
        title, way = problem_words(error, self.sheet.preview.source)
        self._reread(self.sheet.preview)
        self.sheet.say(f"{title}. {way}")

    @Slot()
    def _left(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._next()

    def _unreadable(self, source: Source, error: BaseException) -> None:
        if not isinstance(error, ImportProblem):
            self.ctx.jobs.failed.emit(error)
            self._next()
            return
        title, way = problem_words(error, source)
        more = bool(self._waiting)
        if error.code in LOCKED:
            wrong = title if error.code == "wrong_password" else ""
            heading, way = problem_words(ImportProblem("password"), source)
            self.password = PasswordSheet(heading, way, wrong, more=more, parent=self.page)
            self.password.accepted.connect(partial(self._unlock, source, self.password))
            self.password.rejected.connect(self._next)
            self.password.open()
            return
        self.problem = ProblemSheet(title, way, more=more, parent=self.page)
        self.problem.rejected.connect(self._next)
        self.problem.accepted.connect(self._other)
        self.problem.open()

    def _unlock(self, source: Source, asked: PasswordSheet) -> None:
        known = Source(source.name, source.path, source.text, source.part, asked.password())
        self._read(known)

    @Slot()
    def _other(self) -> None:
        self._next()
        self.choose()

    @Slot()
    def _import(self) -> None:
        """A copy of the book first, where the newest is old."""
        assert self.sheet is not None
        self.sheet.set_busy(self.tr("Importing them"))
        if self.ctx.sample:
            self._commit()
            return
        self.ctx.write(
            self,
            "",
            backups.before_import,
            self.ctx.paths.backups,
            self.ctx.clock(),
            done=self._commit,
            failed=self._failed,
        )

    def _commit(self, _backed_up: Changes | None = None) -> None:
        if self.sheet is None:
            return
        name = source_name(self.sheet.preview.source)
        self._job = self.ctx.write(
            self,
            self.tr("import {name}").format(name=name),
            product_imports.commit,
            self.sheet.preview,
            self.sheet.skipped(),
            self.ctx.clock(),
            done=self._done,
            failed=self._failed,
            cancelled=self._stopped,
            progress=self.tr("Importing {name}").format(name=name),
        )

    def _done(self, changes: Changes) -> None:
        number = changes.ref
        assert isinstance(number, int)
        self.ctx.notice(self.tr("%n products imported", "", number), undo=True)
        self.imported.emit(number)
        if self.sheet is not None:
            self.sheet.accept()
        self._next()

    def _stopped(self) -> None:
        if self.sheet is not None:
            self.sheet.set_busy("")

    def _failed(self, error: BaseException) -> None:
        """Where the book has changed it is compared once more; nothing was written."""
        self._stopped()
        if isinstance(error, Outdated) and self.sheet is not None:
            self.ctx.jobs.run(
                self,
                product_imports.refresh,
                self.ctx.reader,
                self.sheet.preview,
                done=self._compared,
                progress=self.tr("Comparing with the book"),
            )
            return
        self.ctx.jobs.failed.emit(error)

    def _compared(self, shown: ProductPreview) -> None:
        if self.sheet is not None:
            self.sheet.show_preview(shown)
            self.sheet.say(self.tr("The book has changed meanwhile. Look once more."))

    @Slot(object)
    def _progressed(self, job: Job) -> None:
        if job is self._job and self.sheet is not None:
            self.sheet.show_job(job)

    @Slot(object)
    def _ended(self, job: Job) -> None:
        if self.sheet is not None:
            self.sheet.finish_job(job)
