"""The list at the left of the handbook: sections under their groups, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

ENTRY = Qt.ItemDataRole.UserRole
SIDE = 16


@dataclass(frozen=True)
class ContentsEntry:
    """One line: a group's heading, a section, a rule, or the way to more rules."""

    kind: str
    key: str
    title: str
    second: str = ""


class Contents(Ringed, QListWidget):
    """Lines that are read with the arrow keys; `chosen(entry)` when another one is current."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ring_radius", 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Line(self))
        self.currentItemChanged.connect(self._moved)

    def set_entries(self, entries: Sequence[ContentsEntry]) -> None:
        """Show these lines; nothing is current."""
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY, entry)
            if entry.kind == "head":
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                set_tip(item, f"{entry.title}\n{entry.second}".strip())
            self.addItem(item)
        self.blockSignals(False)

    def entries(self) -> list[ContentsEntry]:
        """The lines shown."""
        return [self.item(n).data(ENTRY) for n in range(self.count())]

    def current(self) -> ContentsEntry | None:
        """The current line."""
        item = self.currentItem()
        return None if item is None else item.data(ENTRY)

    def choose(self, kind: str, key: str) -> bool:
        """Make a line current without telling; False if it is not shown."""
        for number, entry in enumerate(self.entries()):
            if (entry.kind, entry.key) == (kind, key):
                self.blockSignals(True)
                self.setCurrentRow(number)
                self.blockSignals(False)
                self.scrollToItem(self.item(number))
                return True
        return False

    def choose_first(self) -> None:
        """Make the first line that can be read current, and tell."""
        for number, entry in enumerate(self.entries()):
            if entry.kind != "head":
                self.setCurrentRow(number)
                return

    def _moved(self, item: QListWidgetItem | None, _old: object) -> None:
        if item is not None:
            self.chosen.emit(item.data(ENTRY))


class _Line(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = theme_of()
        entry: ContentsEntry = index.data(ENTRY)
        widget = option.widget
        assert isinstance(widget, Contents)
        box = QRectF(option.rect)
        chosen = widget.currentRow() == index.row() and entry.kind != "head"
        hovered = option.state & option.state.State_MouseOver and entry.kind != "head"
        if chosen or hovered:
            painter.fillRect(box, theme.color("accent_soft" if chosen else "sub"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        if entry.kind == "head":
            room.adjust(0, 8, 0, 0)
            _draw(painter, room, entry.title, SMALL, False, "muted")
        elif entry.second:
            top, lower = QRectF(room), QRectF(room)
            top.setBottom(room.top() + 6 + theme.line())
            lower.setTop(top.bottom() - 2)
            lower.setBottom(lower.top() + theme.line(SMALL))
            top.setTop(room.top() + 6)
            _draw(painter, top, entry.title, BODY, chosen, "text")
            _draw(painter, lower, entry.second, SMALL, False, "muted")
        else:
            tone = "accent_text" if entry.kind == "more" else "text"
            _draw(painter, room, entry.title, BODY, chosen, tone)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = theme_of()
        entry: ContentsEntry = index.data(ENTRY)
        if entry.kind == "head":
            return QSize(80, theme.line(SMALL) + 14)
        height = theme.line() + (theme.line(SMALL) + 10 if entry.second else 8)
        return QSize(80, height)


def _draw(painter: QPainter, room: QRectF, text: str, size: int, bold: bool, token: str) -> None:
    theme = theme_of()
    painter.setFont(theme.font(size, bold))
    painter.setPen(theme.color(token))
    shown = theme.metrics(size, bold).elidedText(
        text, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
