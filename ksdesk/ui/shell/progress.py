"""The line at the foot of the window while something long runs: what, how far, cancel."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.texts import count_text
from ksdesk.ui.shell.jobs import Job


class ProgressStrip(QFrame):
    """Shows the longest running job and lets the seller cancel it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.job: Job | None = None
        self.words = body(elide=True)
        self.count = small()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setMinimumWidth(160)
        self.cancel = TextButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(16)
        row.addWidget(self.words)
        row.addWidget(self.count)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)

    def show_job(self, job: Job) -> None:
        """Show how far a job is."""
        if self.job is None:
            self.job = job
            self.cancel.enable()
        if job is not self.job:
            return
        done, total = job.count
        self.words.setText(job.label)
        self.bar.setMaximum(1000 if total else 0)
        if total:
            self.bar.setValue(min(1000, done * 1000 // total))
            count = self.tr("{done} of {total}")
            self.count.setText(count.format(done=count_text(done), total=count_text(total)))
        else:
            self.count.setText(count_text(done) if done else "")
        self.show()

    def finish(self, job: Job) -> None:
        """Take the line away when the shown job has ended."""
        if job is self.job:
            self.job = None
            self.hide()

    @Slot()
    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()
            self.cancel.disable(self.tr("Stopping"))
