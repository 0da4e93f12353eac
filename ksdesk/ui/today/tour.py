"""The rooms behind 今日, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.today.page import TodayPage
from ksdesk.ui.today.shops_sheet import ShopsSheet


def rooms(page: TodayPage) -> Iterator[tuple[str, QWidget | None]]:
    """The table over all shops."""
    sheet = ShopsSheet(page.ctx, page.window())
    sheet.open()
    yield "shops", sheet
