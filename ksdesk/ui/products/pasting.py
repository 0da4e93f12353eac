"""From the clipboard to the card of pasted links, and from there into the book."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.deposit import Account
from ksdesk.actions.products import links as product_links
from ksdesk.actions.products.links import PastedPiece
from ksdesk.domain.changes import Changes
from ksdesk.domain.links.share_text import ShareLink
from ksdesk.ui.products.links.card import LinksCard
from ksdesk.ui.products.links.code import LinkCodeSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class Pasting(QObject):
    """`take` reads a text and shows what it holds on a card of its own.

    `wanted(card)` brings it into sight, `closed` puts it away; `by_hand(text)` asks for the
    editor.
    """

    wanted = Signal(object)
    closed = Signal()
    by_hand = Signal(object)

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self._owner = ctx, owner
        self._latest = Latest(ctx, self)

    def take(self, text: str) -> None:
        """Read a text in a job; an answer to an older one is dropped."""
        self._latest.ask(_look, self.ctx, text, done=self._arrived)

    def _arrived(self, answer: tuple[tuple[PastedPiece, ...], Account]) -> None:
        self.card = LinksCard(self._owner)
        self.card.added.connect(self._add)
        self.card.closed.connect(self.close)
        self.card.code_asked.connect(self._show_code)
        self.card.by_hand.connect(self.by_hand)
        self.card.deposit_asked.connect(self._to_deposit)
        self.wanted.emit(self.card)
        self.card.show_found(*answer)
        main = self.card.add_button
        (main if not main.isHidden() else self.card.none_button).setFocus()

    @Slot(object)
    def _add(self, found: Sequence[PastedPiece]) -> None:
        self.ctx.write(
            self,
            self.tr("add pasted links"),
            product_links.add,
            found,
            self.ctx.clock(),
            done=self._added,
        )

    def _added(self, changes: Changes) -> None:
        assert isinstance(changes.ref, tuple)
        self.close()
        self.ctx.notice(self.tr("%n added as drafts", "", len(changes.ref)), undo=True)

    @Slot()
    def close(self) -> None:
        """Put the card away; what was pasted is still in the clipboard."""
        self._latest.drop()
        self.closed.emit()

    @Slot(object)
    def _show_code(self, link: ShareLink) -> None:
        self.sheet = LinkCodeSheet(link.url, link.title, self._owner)
        self.sheet.open()

    @Slot()
    def _to_deposit(self) -> None:
        self.ctx.navigate("deposit")


def _look(ctx: Context, text: str) -> tuple[tuple[PastedPiece, ...], Account]:
    found = product_links.look_at(ctx.reader, text)
    return found, product_links.promotion(ctx.reader, ctx.rules(), ctx.clock().date())
