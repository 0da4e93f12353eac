"""Who opens the sheets of a page and writes what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ksdesk.domain.changes import Changes
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.context import Context


class SheetDesk(QObject):
    """Holds the sheet that is open, None where none is."""

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self.page = ctx, page
        self.sheet: SheetDialog | None = None
        self._writing: SheetDialog | None = None

    def open(self, sheet: SheetDialog) -> None:
        """Show a sheet; the one before it goes."""
        if self.sheet is not None:
            self.sheet.hide()
            self._closed(self.sheet)
        self.sheet = sheet
        sheet.finished.connect(partial(self._closed, sheet))
        sheet.open()

    def _closed(self, sheet: SheetDialog, _result: int = 0) -> None:
        if self.sheet is sheet:
            self.sheet = None
            sheet.deleteLater()

    def write(
        self,
        text: str,
        action: Callable[..., Changes],
        *args: Any,
        said: str = "",
        done: Callable[[Changes], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        """One step that can be undone; `said` is told then, with its undo. Where it cannot be
        written, `failed` is called and the shell shows the trouble.

        The open sheet closes once it is written. Where it cannot be, what was typed stays.
        """
        sheet = self.sheet
        if sheet is not None:
            if sheet is self._writing:  # one Enter more would write it twice
                return
            self._writing = sheet
        written = partial(self._written, sheet, said, done)
        broke = partial(self._not_written, sheet, failed)
        self.ctx.write(self, text, action, *args, done=written, failed=broke)

    def _written(
        self,
        sheet: SheetDialog | None,
        said: str,
        done: Callable[[Changes], None] | None,
        changes: Changes,
    ) -> None:
        self._let_go(sheet)
        if sheet is not None and isValid(sheet):
            sheet.accept()
        if done is not None:
            done(changes)
        if said:
            self.ctx.notice(said, undo=True)

    def _not_written(
        self,
        sheet: SheetDialog | None,
        failed: Callable[[], None] | None,
        error: BaseException,
    ) -> None:
        self._let_go(sheet)
        if failed is not None:
            failed()
        self.ctx.jobs.failed.emit(error)

    def _let_go(self, sheet: SheetDialog | None) -> None:
        if self._writing is sheet:
            self._writing = None
