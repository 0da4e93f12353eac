"""Who ticks the list and opens the sheet that changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from ksdesk.actions.reviews import checklist
from ksdesk.domain.reviews.checklist import Asked, CheckItem, defaults
from ksdesk.ui.reviews.checklist.sheet import ChecklistSheet
from ksdesk.ui.reviews.checklist.words import item_words
from ksdesk.ui.shell.sheet_desk import SheetDesk


class ChecklistDesk(SheetDesk):
    """What `AfterList` and the card of the list ask for. `refused` where a tick could not be
    written: the box is ahead of the book.
    """

    refused = Signal()

    @Slot(object, bool)
    def tick(self, one: Asked, on: bool) -> None:
        """Note that something was done, or that it was not."""
        text = self.tr("Tick {words}").format(words=item_words(one.item))
        self.write(text, checklist.tick, one, on, self.ctx.clock(), failed=self.refused.emit)

    @Slot()
    def begin(self) -> None:
        """Take the list that the app proposes."""
        now = self.ctx.clock()
        items = defaults(now.date())
        said = self.tr("The list is yours from today on")
        self.write(self.tr("Begin the list"), checklist.arrange, items, now, said=said)

    @Slot()
    def edit(self) -> None:
        """The sheet that changes the list."""
        today = self.ctx.clock().date()
        self.ctx.jobs.run(self, checklist.standing, self.ctx.reader, today, done=self._show_sheet)

    def _show_sheet(self, items: Sequence[CheckItem]) -> None:
        sheet = ChecklistSheet(items, self.ctx.clock().date(), self.page)
        sheet.ready.connect(self._arrange)
        self.open(sheet)

    def _arrange(self, items: Sequence[CheckItem]) -> None:
        said = self.tr("The list is changed")
        text = self.tr("Change the list")
        self.write(text, checklist.arrange, items, self.ctx.clock(), said=said)
