"""The rooms behind the doors of the settings, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.backups.shop_name import ask_other_name
from ksdesk.ui.settings.page import SettingsPage


def rooms(page: SettingsPage) -> Iterator[tuple[str, QWidget | None]]:
    """Going back to a copy, where there is a book to copy; the sample has none."""
    if page.ctx.sample:
        return
    yield "name", ask_other_name(page.ctx, page)
    page.jump("data")
    card = page.data.backups
    card.back_up()
    yield "backed-up", page.window()
    card.preview(card.model.rows[0])
    yield "restore", card.sheet
