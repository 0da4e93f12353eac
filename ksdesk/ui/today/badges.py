"""What waits on each page, counted again after every change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ksdesk.ui.shell.context import Context
from ksdesk.ui.today.reading import read

if TYPE_CHECKING:
    from ksdesk.domain.today import Agenda

log = logging.getLogger(__name__)
COUNT_AFTER = 300  # milliseconds after a change: a burst is counted once
MINUTE = 60_000


class Badges(QObject):
    """`counted({topic: (how many, urgent)})`. `shown()` is the topic of the open page."""

    counted = Signal(object)

    def __init__(self, ctx: Context, shown: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.ctx, self._shown = ctx, shown
        self._booking = False
        self._timer = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._timer.timeout.connect(self._count)
        ctx.hub.changed.connect(self.recount)
        self._clock = QTimer(self, interval=MINUTE)  # hours come without a change
        self._clock.timeout.connect(self._count)
        self._clock.start()

    @Slot()
    def recount(self) -> None:
        """Count in a worker, a moment from now."""
        self._timer.start()

    @Slot()
    def _count(self) -> None:
        self.ctx.jobs.run(self, read, self.ctx, done=self._counted)

    def _counted(self, found: Agenda) -> None:
        from ksdesk.actions.promotion import costs
        from ksdesk.domain.today import badges

        self.counted.emit(badges(found))
        if found.unlooked and self._shown() != "traffic":  # the page looks by itself
            from ksdesk.ui.traffic.alarms.looking import look

            look(self.ctx, self)
        if found.unbooked and not self._booking:
            self._booking = True
            done, broke = self._booked, self._not_booked
            self.ctx.write(self, "", costs.work_out, done=done, failed=broke, progress="")

    def _booked(self, _changes: object) -> None:
        self._booking = False

    def _not_booked(self, error: BaseException) -> None:
        """A book that cannot be written now costs no more than that."""
        self._booking = False
        log.warning("the profit could not be worked out: %s", error)
