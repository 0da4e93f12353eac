"""An import that could not be written: what is safe, what is kept, and the ways out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.imports import Preview
from ksdesk.log import trace_of
from ksdesk.storage import BookProblem
from ksdesk.ui.imports.words import source_name
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.states import TroubleCard
from ksdesk.ui.parts.texts import counted
from ksdesk.ui.shell.trouble import headline

AT_FAULT = ("corrupt", "gone", "missing", "not_a_book", "replaced")


class NotStored(QWidget):
    """The page's state after a full disk, a locked or a damaged book.

    `again` and `leave` are its buttons, `to_data` leads to the backups where the book itself is at
    fault, and to another place for the data where the disk is full.
    """

    def __init__(
        self, preview: Preview, problem: BookProblem, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.again = MainButton(self.tr("Try again"), height=40)
        self.leave = SecondButton(self.tr("Don't import for now"), height=40)
        self.to_data: SecondButton | None = None
        buttons = [self.again, self.leave]
        safe = [(self.tr("What was in the book is all there"), "")]
        if problem.code in AT_FAULT:
            self.to_data = SecondButton(self.tr("To the backups ›"), height=40)
            safe = []
        elif problem.code == "disk_full":
            self.to_data = SecondButton(self.tr("Move the data to another disk ›"), height=40)
        if self.to_data is not None:
            buttons.insert(1, self.to_data)
        rows = preview.counts.new + preview.counts.revised
        kept = counted(
            rows,
            self.tr("{name} is kept ready, 1 row"),
            self.tr("{name} is kept ready, {n} rows"),
        )
        card = TroubleCard(
            self.tr("The report was not stored"),
            headline(problem),
            icon="disk",
            safe=[
                *safe,
                (
                    self.tr("Whatever had gone in of this import was taken back as a whole"),
                    self.tr("Once it is put right, the same file imports in full."),
                ),
            ],
            kept=[
                (
                    kept.format(name=source_name(preview.source)),
                    self.tr("Leave the app open; “Try again” stores it."),
                )
            ],
            buttons=buttons,
            details=trace_of(problem),
        )
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        frame = QVBoxLayout(self)
        frame.addStretch(1)
        frame.addLayout(row)
        frame.addStretch(2)
