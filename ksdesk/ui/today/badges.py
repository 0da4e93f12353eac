"""What waits on each page, counted again after every change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ksdesk.ui.shell.context import Context

COUNT_AFTER = 300  # milliseconds after a change: a burst is counted once
MINUTE = 60_000


class Badges(QObject):
    """`counted({topic: (how many, urgent)})`. `shown()` is the topic of the open page."""

    counted = Signal(object)

    def __init__(self, ctx: Context, shown: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.ctx, self._shown = ctx, shown
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
        self.ctx.jobs.run(self, _read, self.ctx, done=self._counted)

    def _counted(self, found: tuple[dict[str, tuple[int, bool]], bool]) -> None:
        badges, unlooked = found
        self.counted.emit(badges)
        if unlooked and self._shown() != "traffic":  # the page looks by itself
            from ksdesk.ui.traffic.alarms.looking import look

            look(self.ctx, self)


def _read(ctx: Context) -> tuple[dict[str, tuple[int, bool]], bool]:
    from ksdesk.actions.today import agenda, badges

    found = agenda(ctx.reader, ctx.rules(), ctx.clock())
    return badges(found), found.unlooked
