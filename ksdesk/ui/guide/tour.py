"""The rooms behind the doors of the guide, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.guide.page import GuidePage

RULE = "deposit.base"


def rooms(page: GuidePage) -> Iterator[tuple[str, QWidget | None]]:
    """A rule alone and in its book, the seller's own figure of it, and what a search finds."""
    page.show_rule(RULE)
    yield "rule", page.sheet
    page.change_figure(RULE)
    yield "own-figure", page.figure
    page.jump(f"rule:{RULE}")
    yield "rules", page.window()
    page.jump("section:")
    page.search.edit.insert("48")
    yield "found", page.window()
    page.search.edit.clear()
