"""The lines that belong to all pages: what was done, what went wrong, what is still running."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ksdesk.storage import BookProblem
from ksdesk.ui.parts.banner import Banner
from ksdesk.ui.parts.notice import Notice
from ksdesk.ui.shell.area import PageArea
from ksdesk.ui.shell.jobs import Job
from ksdesk.ui.shell.progress import ProgressStrip

CONTROLS = (QAbstractButton, QLineEdit, QComboBox)
STEP = 8  # px between the places that are tried
LOOK = 200  # milliseconds between two looks at what came under the line

log = logging.getLogger(__name__)


class WindowLines(QObject):
    """Puts its lines around the `area` of pages that stands in `column`.

    `move_out()` when the seller wants the data folder out of a synchronised one.
    """

    move_out = Signal()

    def __init__(self, column: QVBoxLayout, area: PageArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._column, self._area = column, area
        self._goes: Callable[[], None] | None = None
        self.notice = Notice(parent)
        self.notice.undone.connect(self._taken)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._make_way)
        self.trouble: QWidget | None = None
        self.synced: QWidget | None = None
        self.progress: ProgressStrip | None = None

    def say(self, text: str, way: str = "", go: Callable[[], None] | None = None) -> None:
        """What was done, in a line that fades; `way` is the word for `go`."""
        self._goes = go
        self.notice.say(text, undo=way)
        self.place()
        self._look.start()

    def drop_way(self) -> None:
        """Take the button of the fading line away: what it leads to is not there any more."""
        self.notice.drop_button()

    @Slot()
    def _taken(self) -> None:
        if self._goes is not None:
            self._goes()

    def place(self) -> None:
        """Float the notice over the page, at its foot where it covers no control."""
        page, notice = self._area.geometry().adjusted(24, 24, -24, -24), self.notice
        width = min(max(320, notice.sizeHint().width()), page.width())
        middle = page.left() + (page.width() - width) // 2
        taken = self._controls()
        spots = [
            QRect(left, top, width, notice.height())
            for top in range(page.bottom() - notice.height(), page.top(), -STEP)
            for left in (middle, page.right() - width, page.left())
        ]
        free = (spot for spot in spots if not any(map(spot.intersects, taken)))
        notice.setGeometry(next(free, spots[0]))

    @Slot()
    def _make_way(self) -> None:
        """Move the notice off a control that came after it: in rows that are shown anew, in a part
        of the page that was opened or scrolled. It stays under the hand that goes for it."""
        if not self.notice.isVisible():
            self._look.stop()
        elif not self.notice.held() and any(
            map(self.notice.geometry().intersects, self._controls())
        ):
            self.place()

    def _controls(self) -> list[QRect]:
        """Where the buttons and fields of the page are, as far as they are seen."""
        page = self._area.stack.currentWidget() or self._area
        found = [one for kind in CONTROLS for one in page.findChildren(kind) if one.isVisible()]
        return [
            QRect(one.mapTo(self._area, seen.topLeft()) + self._area.pos(), seen.size())
            for one in found
            if not (seen := one.visibleRegion().boundingRect()).isEmpty()
        ]

    def show_trouble(self, error: BaseException) -> None:
        """A failure that no page took: one line over the pages, details in the log."""
        from ksdesk.ui.shell.trouble import headline  # knows tables; a start may show progress

        log.error("a job failed", exc_info=error)
        self.drop_trouble()
        kind = "warn" if isinstance(error, BookProblem) else "bad"
        banner = Banner(headline(error), kind, action=self.tr("Close this line"))
        banner.acted.connect(self.drop_trouble)
        self.trouble = self._put(banner)

    @Slot()
    def drop_trouble(self) -> None:
        """Take the line of a failure away."""
        if self.trouble is not None:
            self._column.removeWidget(self.trouble)
            self.trouble.hide()
            self.trouble.deleteLater()
            self.trouble = None

    def warn_synced(self, name: str) -> None:
        """Say that the data folder lies in one that `name` keeps the same on many computers."""
        text = self.tr("The book is in a folder that {name} syncs; two computers at once clash.")
        banner = Banner(text.format(name=name), action=self.tr("Move it out ›"))
        banner.acted.connect(self.move_out)
        self.synced = self._put(banner)

    def _put(self, banner: Banner) -> QWidget:
        """A banner over the pages, within their margins."""
        framed = QWidget()
        frame = QVBoxLayout(framed)
        frame.setContentsMargins(24, 12, 24, 0)
        frame.addWidget(banner)
        self._column.insertWidget(self._column.indexOf(self._area), framed)
        return framed

    def progressed(self, job: Job) -> None:
        """Show at the foot how far a job is."""
        if self.progress is None:
            self.progress = ProgressStrip()
            self._column.addWidget(self.progress)
        self.progress.show_job(job)

    def finished(self, job: Job) -> None:
        """Take the line of a job away."""
        if self.progress is not None:
            self.progress.finish(job)
