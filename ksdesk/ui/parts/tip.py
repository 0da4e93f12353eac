"""Tooltips: the one place that sets them. Qt takes <b> in a product's name for a format."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolTip, QWidget


class Tipped(Protocol):
    """A widget, an item of a list or an action."""

    def setToolTip(self, text: str, /) -> None: ...


def tip_text(text: str) -> str:
    """A text as a tooltip shows it sign by sign."""
    if "<" not in text and "&lt;" not in text:  # Qt takes that for a format, too
        return text
    from html import escape  # not needed for a start

    return f"<span style='white-space: pre-wrap'>{escape(text)}</span>"


def set_tip(thing: Tipped, text: str) -> None:
    """Give something a tooltip, "" for none."""
    thing.setToolTip(tip_text(text))


def show_tip(at: QPoint, text: str, owner: QWidget, place: QRect | None = None) -> None:
    """Show a tooltip at a point of the screen; it goes when the pointer leaves `place`."""
    QToolTip.showText(at, tip_text(text), owner, place or QRect())


def show_own_tip(owner: QWidget) -> None:
    """Show a widget's own tooltip at it, as if the pointer had come to rest there."""
    QToolTip.showText(owner.mapToGlobal(owner.rect().topLeft()), owner.toolTip(), owner)


def hide_tip() -> None:
    """Take away the tooltip that is shown."""
    QToolTip.hideText()
