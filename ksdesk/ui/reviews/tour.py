"""The rooms behind the doors of the page of reviews, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ksdesk.ui.reviews.page import ReviewsPage


def rooms(page: ReviewsPage) -> Iterator[tuple[str, QWidget | None]]:
    """The sheet for a new one and for its figures, an older one; fans and their list."""
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
    page.desk.new()
    yield "new", page.desk.sheet
    assert page.card.seen is not None and page.view is not None
    page.desk.edit(page.card.seen)
    yield "figures", page.desk.sheet
    page.choose(page.view.every[2].one.id)
    yield "before", page.window()
    page.choose(page.view.every[0].one.id)
    usual = page.window().size()
    for name, size in (("narrow", QSize(960, 640)), ("wide", QSize(1920, 1080))):
        page.window().resize(size)
        yield name, page.window()
    page.window().resize(usual)
