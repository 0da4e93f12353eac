"""What comes into a page: files, the clipboard, drafts, and the ways to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Batch, BuiltUpon, Draft, Preview, Source
from ksdesk.storage import BookProblem
from ksdesk.ui.imports.doubles_sheet import SHOWN, DoublesSheet
from ksdesk.ui.imports.drafts_bar import DraftsBar
from ksdesk.ui.imports.not_stored import NotStored
from ksdesk.ui.imports.records import RecordsSheet
from ksdesk.ui.parts.drop import TABLE_PATTERNS, files_in
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList

if TYPE_CHECKING:
    from ksdesk.ui.imports.runner import ImportRunner


class Bringing(QObject):
    """Imports on behalf of `page`: tables that tell nothing of themselves are of the `usual` kind.

    `drafts` is the bar of imports that were set aside, `batches` what the list of imports shows.

    The readers of files are loaded when something comes, not with the page.

    imported(Preview): an import is in the book. troubled(NotStored): it could not be written, the
    widget tells; settled: that is over. failed(error): what was imported cannot be read.
    """

    imported = Signal(object)
    troubled = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, ctx: Context, page: QWidget, usual: str = "traffic") -> None:
        super().__init__(page)
        self.ctx, self.page, self._usual = ctx, page, usual
        self.batches: tuple[Batch, ...] = ()
        self.trouble: NotStored | None = None
        self._kept: Preview | None = None
        self._runner: ImportRunner | None = None
        self.drafts = DraftsBar()
        self.drafts.resumed.connect(self._resume)
        self.drafts.discarded.connect(self._discard)

    @property
    def runner(self) -> ImportRunner:
        """What leads through an import."""
        if self._runner is None:
            from ksdesk.ui.imports.runner import ImportRunner

            self._runner = ImportRunner(self.ctx, self.page, self._usual)
            self._runner.imported.connect(self._imported)
            self._runner.troubled.connect(self._show_trouble)
            self._runner.other_wanted.connect(self.choose_files)
            self._runner.rested.connect(self.look_for_drafts)
        return self._runner

    @property
    def busy(self) -> bool:
        """An import is under way."""
        return self._runner is not None and self._runner.busy

    @Slot(object)
    def _resume(self, draft: Draft) -> None:
        self.runner.resume(draft)

    @Slot(object)
    def _imported(self, preview: Preview) -> None:
        self._drop_trouble()
        self.imported.emit(preview)

    # -- bringing in -------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        """Ask for tables."""
        titles = {"products": self.tr("Import products"), "orders": self.tr("Import orders")}
        self.ctx.ask.open_files(
            self.page,
            titles.get(self._usual) or self.tr("Import traffic report"),
            self.tr("Tables ({kinds});;All files (*)").format(kinds=TABLE_PATTERNS),
            self.import_files,
        )

    def import_files(self, paths: Sequence[Path]) -> None:
        """Preview these files, one after another."""
        self.runner.take([Source(path.name, path) for path in paths])

    @Slot(object)
    def dropped(self, paths: tuple[Path, ...]) -> None:
        """Files were dropped somewhere on the page."""
        self.import_files(paths)

    @Slot()
    def paste(self) -> None:
        """Take files, cells or a table as text from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        paths = files_in(data)
        if paths:
            self.import_files(paths)
        elif data.hasText() and data.text().strip():
            self.take_text(data.text())
        else:
            self.ctx.notice(self.tr("There is no table in the clipboard"))

    def take_text(self, text: str) -> None:
        """Preview a table that was copied."""
        self.runner.take([Source(self.tr("Pasted table"), text=text)])

    # -- drafts ------------------------------------------------------------------------------

    @Slot()
    def look_for_drafts(self) -> None:
        """Look whether imports were set aside, also before the app was closed."""
        self.ctx.jobs.run(self, _drafts, self.ctx.paths.staging, done=self._drafts_found)

    def _drafts_found(self, drafts: tuple[Draft, ...]) -> None:
        # What is at hand just now is in the staging folder as well.
        self.drafts.show_drafts(() if self.busy else drafts)

    @Slot(object)
    def _discard(self, draft: Draft) -> None:
        from ksdesk.actions import imports

        imports.discard(draft)
        self.look_for_drafts()
        said = self.tr("{name} is forgotten here; the file itself is where it was")
        self.ctx.notice(said.format(name=draft.name or self.tr("Pasted table")))

    # -- trouble -----------------------------------------------------------------------------

    @Slot(object, object)
    def _show_trouble(self, preview: Preview, problem: BookProblem) -> None:
        self._drop_trouble()
        self._kept = preview
        self.trouble = NotStored(preview, problem)
        self.trouble.again.clicked.connect(self._try_again)
        self.trouble.leave.clicked.connect(self._give_up)
        if self.trouble.to_data is not None:
            self.trouble.to_data.clicked.connect(self._open_data)
        self.troubled.emit(self.trouble)

    @Slot()
    def _open_data(self) -> None:
        self.ctx.navigate("settings", "data")

    def _drop_trouble(self) -> None:
        if self.trouble is not None:
            self.trouble.deleteLater()
            self.trouble = self._kept = None
            self.settled.emit()

    @Slot()
    def _try_again(self) -> None:
        preview = self._kept
        self._drop_trouble()
        if preview is not None:
            self.runner.retry(preview)

    @Slot()
    def _give_up(self) -> None:
        preview = self._kept
        self._drop_trouble()
        if preview is not None:
            self.runner.give_up(preview)

    # -- what was imported -------------------------------------------------------------------

    @Slot()
    def show_records(self) -> RecordsSheet:
        """All imports in a sheet."""
        self.sheet = RecordsSheet(self.batches, self.page)
        KeptList(self.ctx, self.sheet.records.table, "imports")
        self.sheet.records.undo_asked.connect(self.undo_batch)
        self.sheet.open()
        return self.sheet

    @Slot()
    def show_doubles(self) -> DoublesSheet:
        """Rows that may have come in twice."""
        reader = self.ctx.reader.doubles
        sheet = DoublesSheet(reader.some(SHOWN), reader.count(), self.page)
        sheet.merged.connect(self._merge_doubles)
        sheet.kept.connect(self._keep_doubles)
        sheet.open()
        return sheet

    @Slot()
    def _merge_doubles(self) -> None:
        from ksdesk.actions import doubles

        name = self.tr("Merged rows")
        self.ctx.write(self, name, doubles.merge, name, self.ctx.clock(), done=self._doubles_merged)

    def _doubles_merged(self, _changes: Changes) -> None:
        said = self.tr("The rows are merged; this stands among the imports")
        self.ctx.notice(said, undo=True)

    @Slot(object)
    def _keep_doubles(self, numbers: tuple[int, ...]) -> None:
        from ksdesk.actions import doubles

        self.ctx.write(self, self.tr("Keep both rows"), doubles.keep_both, numbers)

    @Slot(object)
    def undo_batch(self, batch: Batch) -> None:
        """Take an import back as a whole."""
        from ksdesk.actions import imports

        self.ctx.write(
            self,
            "",
            imports.undo,
            batch.id,
            self.ctx.clock(),
            done=partial(self._taken_back, batch),
            failed=self._built_upon,
        )

    def _taken_back(self, batch: Batch, _changes: Changes) -> None:
        said = self.tr("{name} was taken back; the file can be imported again in full")
        self.ctx.notice(said.format(name=batch.name))
        self._refresh_sheet()

    def _refresh_sheet(self) -> None:
        sheet = self.page.findChild(RecordsSheet)
        if sheet is not None and sheet.isVisible():
            recent, show = self.ctx.reader.batches.recent, sheet.records.show_batches
            self.ctx.jobs.run(sheet, recent, done=show, failed=self.failed.emit)

    def _built_upon(self, error: BaseException) -> None:
        if not isinstance(error, BuiltUpon):
            self.ctx.jobs.failed.emit(error)
            return
        later = error.batch
        said = self.tr(
            "A later import, {name} of {day}, changed rows of it. Take that one back first."
        )
        self.ctx.notice(said.format(name=later.name, day=day_text(later.started_at.date())))


def _drafts(staging: Path) -> tuple[Draft, ...]:
    from ksdesk.actions import imports

    return imports.drafts(staging)
