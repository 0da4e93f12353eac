"""What every page is to the window, and how it is described to window, search and tour."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QCoreApplication, QMargins
from PySide6.QtWidgets import QWidget

from ksdesk.domain.changes import Changes
from ksdesk.ui.shell.context import Context

NARROW_BELOW = 1100  # window width in px from which all stands closer


class Place(NamedTuple):
    """A part of a page: what `navigate` takes it for, its word in a context, its other names."""

    target: str
    context: str
    word: str
    names: str


class PageSpec(NamedTuple):
    """A page. `word` is its title (context "Nav"), `where` its class as "module:Class".

    `names` are what else the search finds it by (both languages, pinyin, initials), `places` the
    parts of it that are found as well. `concerns` are the topics whose change makes it stale.
    """

    topic: str
    word: str
    icon: str
    where: str
    names: str
    concerns: frozenset[str]
    places: tuple[Place, ...] = ()
    foot: bool = False

    @property
    def title(self) -> str:
        """Its title in the language of now."""
        return QCoreApplication.translate("Nav", self.word)

    def load(self) -> type[Page]:
        """The page's class, imported when it is first opened."""
        module, _, name = self.where.partition(":")
        return getattr(import_module(module), name)

    def rooms(self, page: Page) -> Iterator[tuple[str, QWidget | None]]:
        """Its sheets by name, opened one after another; none where its folder has no tour."""
        folder = self.where.rpartition(".")[0]
        if find_spec(f"{folder}.tour") is None:
            return iter(())
        return import_module(f"{folder}.tour").rooms(page)


class Page(QWidget):
    """One page. It builds itself and writes through `ctx.write`; a `BookPage` shows the book.

    A visible page refreshes at once, a hidden one when it is next shown.
    """

    spec: ClassVar[PageSpec]
    widest: ClassVar[int] = 1552  # px of content; beyond that the page stays at the left

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._stale = True
        self._retired = False
        self.setObjectName(f"page-{self.spec.topic}")
        ctx.hub.changed.connect(self._heard)

    def refresh(self) -> None:
        """Read the book again and show it."""

    def state(self) -> dict[str, Any]:
        """Drafts and position, to be kept while the page is rebuilt in another look."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave."""

    def jump(self, target: Any) -> None:
        """Go to the row, step or section that `target` names, a text on most pages."""

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

    def edges(self) -> QMargins:
        """What stays free around the page, alike on all: no title jumps from one to the next."""
        margin = 16 if self.window().width() < NARROW_BELOW else 24
        spare = max(0, self.width() - 2 * margin - self.widest)
        return QMargins(margin, 16, margin + spare, margin)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if layout := self.layout():
            layout.setContentsMargins(self.edges())

    def _heard(self, changes: Changes) -> None:
        if not changes.topics & self.spec.concerns:
            return
        self._stale = True
        if self.isVisible():
            self.freshen()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.freshen()
