"""The rooms behind the doors of the page 复盘, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.reviews.page import ReviewsPage


def rooms(page: ReviewsPage) -> Iterator[tuple[str, QWidget | None]]:
    """Fans from top to bottom, and the sheet of their list."""
    page.open_room("fans")
    yield "fans", page.window()
    assert page.fans is not None
    page.fans.show_widget(page.fans.repeats.table)
    yield "fans-repeats", page.window()
    page.fans.desk.edit()
    yield "fans-list", page.fans.desk.sheet
    if page.fans.desk.sheet is not None:
        page.fans.desk.sheet.reject()
    page.open_room("broadcasts")
