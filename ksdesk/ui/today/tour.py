"""The rooms behind 今日, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.today.page import TodayPage
from ksdesk.ui.today.shops_sheet import ShopsSheet


def rooms(page: TodayPage) -> Iterator[tuple[str, QWidget | None]]:
    """What is ticked off and put off; then the table over all shops, two that are like the sample
    and a damaged one, for the picture."""
    assert page.area is not None and page.agenda is not None
    tasks = page.agenda.group("today")
    page.area.put_off.emit(tasks[0], None)
    page.area.ticked.emit(next(one for one in tasks if one.code == "drafts"))
    foot = page.area.foot
    assert foot is not None and foot.done is not None and foot.put_off is not None
    foot.done.fold_button.click()
    foot.put_off.fold_button.click()
    yield "done", page.window()
    page.area.verticalScrollBar().setValue(0)
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
