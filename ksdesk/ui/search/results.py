"""The list under the search field: groups, and hits with what was typed marked in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ksdesk.domain.search import Hit, marks
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.pages import PAGES
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

LINE = Qt.ItemDataRole.UserRole
SIDE = 16
ICON_ROOM = SIDE + 20 + 12
ICONS = {
    "order": "orders",
    "plan": "promotion",
    "running_sheet": "list",
    "import": "import",
    "rule": "rule",
}


class Results(QListWidget):
    """Headings (str) and hits. It never has the focus: the field above moves in it.

    `taken(hit)` on a click; `moved(hit or None)` when another one is current.
    """

    taken = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Line(self))
        self.currentItemChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[str | Hit], words: Sequence[str]) -> None:
        """Show these, the first hit chosen; *words* are marked in them."""
        self.words = tuple(words)
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line if isinstance(line, str) else line.title)
            item.setData(LINE, line)
            if isinstance(line, str):
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                set_tip(item, f"{line.title}\n{line.second}".strip())
            self.addItem(item)
        self.blockSignals(False)
        self.scrollToTop()
        self.step(1)

    def hits(self) -> list[Hit]:
        """The hits shown, from top to bottom."""
        return [line for line in map(self._line, range(self.count())) if isinstance(line, Hit)]

    def current(self) -> Hit | None:
        """The chosen hit."""
        row = self.currentRow()
        return self._line(row) if row >= 0 else None  # type: ignore[return-value]

    def step(self, by: int) -> None:
        """Choose the next hit (1) or the one before (-1), around the ends."""
        rows = [row for row in range(self.count()) if isinstance(self._line(row), Hit)]
        if not rows:
            self.moved.emit(None)
            return
        here = rows.index(self.currentRow()) if self.currentRow() in rows else (-1 if by > 0 else 0)
        row = rows[(here + by) % len(rows)]
        self.setCurrentRow(row)
        if row == rows[0]:
            self.scrollToTop()  # its heading is seen as well
        self.scrollToItem(self.item(row))

    def page(self, by: int) -> None:
        """Move by what is in sight, as far as there is."""
        hits = self.hits()
        current = self.current()
        if current is None:
            return
        tall = max(1, self.viewport().height() // max(1, self.sizeHintForRow(self.currentRow())))
        wanted = hits.index(current) + by * tall
        for _ in range(abs(max(0, min(len(hits) - 1, wanted)) - hits.index(current))):
            self.step(by)

    def wanted_height(self) -> int:
        """The height of all lines."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def _line(self, row: int) -> str | Hit:
        return self.item(row).data(LINE)

    def _on_current(self, item: QListWidgetItem | None, _old: object) -> None:
        line = None if item is None else item.data(LINE)
        self.moved.emit(line if isinstance(line, Hit) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and item and item.flags():
            self.setCurrentItem(item)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        hit = self.current()
        if event.button() == Qt.MouseButton.LeftButton and hit and item is self.currentItem():
            self.taken.emit(hit)


class _Line(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = theme_of()
        line = index.data(LINE)
        results = option.widget
        assert isinstance(results, Results)
        box = QRectF(option.rect)
        if isinstance(line, str):
            painter.setFont(theme.font(SMALL))
            painter.setPen(theme.color("muted"))
            room = box.adjusted(SIDE, 8, -SIDE, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), line)
            return
        chosen = results.currentRow() == index.row()
        if chosen or option.state & option.state.State_MouseOver:
            painter.fillRect(box, theme.color("accent_soft" if chosen else "sub"))
        if chosen:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        self._paint_hit(painter, box, line, results.words)

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: Hit, words: tuple[str, ...]) -> None:
        theme = theme_of()
        place = QRectF(box.left() + SIDE, box.center().y() - 10, 20, 20)
        draw_icon(painter, place, _icon(hit), theme.color("muted"))
        room = box.adjusted(ICON_ROOM, 0, -SIDE, 0)
        if hit.second:
            room.setTop(box.top() + 5)
            room.setHeight(theme.line())
        _draw_marked(painter, room, hit.title, words, BODY, "text")
        if hit.second:
            lower = QRectF(room)
            lower.moveTop(room.bottom())
            lower.setHeight(theme.line(SMALL))
            _draw_marked(painter, lower, hit.second, words, SMALL, "muted")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = theme_of()
        line = index.data(LINE)
        if isinstance(line, str):
            return QSize(80, theme.line(SMALL) + 14)
        height = theme.line() + (theme.line(SMALL) if line.second else 0) + 10
        return QSize(80, max(36, height))


def _icon(hit: Hit) -> str:
    """A page by its own icon, all else by what it is."""
    if hit.kind == "page" or hit.kind not in ICONS:
        return PAGES[hit.topic].icon
    return ICONS[hit.kind]


def _draw_marked(
    painter: QPainter, room: QRectF, text: str, words: Sequence[str], size: int, token: str
) -> None:
    """One line of text, cut where there is no room, with the words in it bold and coloured."""
    theme = theme_of()
    shown = theme.metrics(size, True).elidedText(
        text, Qt.TextElideMode.ElideRight, int(room.width())
    )
    left, done = room.left(), 0
    pieces = []
    for start, end in marks(shown, words):
        pieces += [(shown[done:start], False), (shown[start:end], True)]
        done = end
    for piece, marked in (*pieces, (shown[done:], False)):
        painter.setFont(theme.font(size, marked))
        painter.setPen(theme.color("accent_text" if marked else token))
        width = theme.metrics(size, marked).horizontalAdvance(piece)
        painter.drawText(
            QRectF(left, room.top(), width + 2, room.height()),
            int(Qt.AlignmentFlag.AlignVCenter),
            piece,
        )
        left += width
