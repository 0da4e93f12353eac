"""The profit brought up to what was imported or noted since."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ksdesk.actions.promotion import costs
from ksdesk.ui.shell.context import Context


class ProfitWork(QObject):
    """Works it out once at a time, then calls `again`, where it is shown."""

    def __init__(self, ctx: Context, again: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.ctx, self._again = ctx, again
        self.running = False

    def begin(self) -> None:
        """Work it out, unless that is on its way."""
        if self.running:
            return
        self.running = True
        label = self.tr("Working the profit out")
        self.ctx.write(
            self, "", costs.work_out, done=self._worked, failed=self._broke, progress=label
        )

    def _worked(self, _changes: object) -> None:
        self.running = False
        self._again()

    def _broke(self, error: BaseException) -> None:
        self.running = False
        self.ctx.jobs.failed.emit(error)
