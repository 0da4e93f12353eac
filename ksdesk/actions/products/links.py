"""Links of other platforms out of the clipboard: what each is, and adding those that can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.actions import Book, deposit
from ksdesk.actions.notes import as_one
from ksdesk.actions.products import keeping as products
from ksdesk.domain.changes import Changes
from ksdesk.domain.links.share_text import ShareLink, ShareTextError, read_pasted
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader

ADDABLE: Final = ("item", "phone")


@dataclass(frozen=True)
class PastedPiece:
    """One piece of what was pasted.

    `verdict`: item (its number is known), phone (only the phone can open it), known (`known` is the
    product that it already is), shop, video, page (of a platform, but no item) or refused (`error`
    says why).
    """

    verdict: str
    link: ShareLink | None = None
    error: ShareTextError | None = None
    known: Product | None = None

    @property
    def addable(self) -> bool:
        """Whether it becomes a product."""
        return self.verdict in ADDABLE


def look_at(reader: Reader, text: str) -> tuple[PastedPiece, ...]:
    """What a pasted text holds: links in their order, then what is not taken."""
    pasted = read_pasted(text)
    known = reader.products.same_as([link.same_as for link in pasted.links])
    found = [_judged(link, known.get(link.same_as)) for link in pasted.links]
    return (*found, *(PastedPiece("refused", error=error) for error in pasted.refused))


def _judged(link: ShareLink, known: Product | None) -> PastedPiece:
    if known is not None:
        return PastedPiece("known", link, known=known)
    if link.kind in ("shop", "video"):
        return PastedPiece(link.kind, link)
    if link.item_id is not None:
        return PastedPiece("item", link)
    return PastedPiece("phone" if link.short else "page", link)


def add(book: Book, found: Sequence[PastedPiece], now: datetime) -> Changes:
    """Write the addable ones as drafts, in one step; `ref` is the tuple of their numbers."""
    with book.transaction():
        steps = [
            products.save(book, product_of(piece.link), now)
            for piece in found
            if piece.addable and piece.link is not None
        ]
    return as_one(steps, tuple(step.ref for step in steps))


def product_of(link: ShareLink) -> Product:
    """The draft that a link begins as."""
    return Product(
        way="link",
        title=link.title,
        link=link.url or link.code,
        platform=link.platform,
        item_id=link.item_id or "",
        same_as=link.same_as,
    )


def promotion(reader: Reader, rules: RuleBook, today: date) -> deposit.Account:
    """How the promotion deposit (推广保证金) stands, which every such product needs."""
    return next(a for a in deposit.accounts(reader, rules, today) if a.name == "promotion")
