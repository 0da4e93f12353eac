"""What every page is to the window."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from ksdesk.domain.changes import Changes
from ksdesk.ui.shell.context import Context


class Page(QWidget):
    """One page. It builds itself and writes through `ctx.write`; a `BookPage` shows the book.

    `topic` is its name in the navigation; `concerns` are the topics whose change makes it stale.
    A visible page refreshes at once, a hidden one when it is next shown.
    """

    topic: ClassVar[str] = ""
    concerns: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._stale = True
        self._retired = False
        self.setObjectName(f"page-{self.topic}")
        ctx.hub.changed.connect(self._heard)

    def refresh(self) -> None:
        """Read the book again and show it."""

    def state(self) -> dict[str, Any]:
        """Drafts and position, to be kept while the page is rebuilt in another look."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""

    def jump(self, target: str) -> None:
        """Go to the row, step or section that `target` names."""

    def reading(self) -> bool:
        """Whether an import is being read here just now."""
        return False

    def freshen(self) -> None:
        """Refresh if anything that concerns the page was written since it was shown."""
        if self._stale and not self._retired:
            self._stale = False
            self.refresh()

    def retire(self) -> None:
        """The page is about to go: it hears no more changes and asks the book nothing more."""
        if not self._retired:
            self._retired = True
            self.ctx.hub.changed.disconnect(self._heard)

    def _heard(self, changes: Changes) -> None:
        if not changes.topics & self.concerns:
            return
        self._stale = True
        if self.isVisible():
            self.freshen()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.freshen()
