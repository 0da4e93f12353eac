"""The rooms behind 今日, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.today.page import TodayPage
from ksdesk.ui.today.shops_sheet import ShopsSheet


def rooms(page: TodayPage) -> Iterator[tuple[str, QWidget | None]]:
    """The table over all shops: two that are like the sample and a damaged one, for the picture."""
    paths = page.ctx.paths
    books = [paths.of(f"shop-{number}").book for number in (2, 3, 4)]
    books[0].parent.mkdir(exist_ok=True)
    for book in books[:2]:
        page.ctx.book.backup_to(book)
    books[2].write_bytes(b"no book")
    sheet = ShopsSheet(page.ctx, page.window())
    sheet.open()
    yield "shops", sheet
    for book in books:
        book.unlink()
