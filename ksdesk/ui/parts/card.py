"""Cards: flat surfaces with a quiet border that hold what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import Divider, Label, heading
from ksdesk.ui.shell.theme import BODY, SMALL, theme_of

RADIUS = 8
_HINT = 1000
"""Share of the free room of a title row: all of it, the row has a stretch of its own."""


class Card(QFrame):
    """A white surface with an optional title row.

    title, count ("现在要做 3") and hint (small, at the right) make the title row; `add_action`
    puts links there. flush: what is inside reaches the edges (tables, rows) under a line below
    the title. edge: token of the border ("bad" for an alarm). `body` is the layout inside.
    """

    def __init__(
        self,
        title: str = "",
        hint: str = "",
        *,
        count: str = "",
        flush: bool = False,
        line: bool | None = None,
        padding: int = 16,
        edge: str = "border",
        fill: str = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._edge, self._fill = edge, fill
        self._padding = padding
        self._flush = flush
        self._line = flush if line is None else line
        self.title_label: Label | None = None
        self.hint_label: Label | None = None
        self.count_label: Label | None = None
        self._row: QHBoxLayout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(0 if flush else 8)
        self._set_body_margins()
        self._column.addLayout(self.body)
        self._column.addStretch(1)
        self._corners = [_Corner(self, number) for number in range(4)] if flush else []
        if title or hint:
            self.set_title(title, hint, count)

    def _set_body_margins(self) -> None:
        if self._flush:
            self.body.setContentsMargins(0, 0, 0, 0)
            return
        side = self._padding - 1
        top = 8 if self._row is not None and not self._line else max(11, self._padding - 5)
        self.body.setContentsMargins(side, top, side, max(11, self._padding - 5))

    def title_row(self) -> QHBoxLayout:
        """The row of the title, made when first asked for."""
        if self._row is None:
            holder = _strip(self)
            self._row = QHBoxLayout(holder)
            self._row.setSpacing(8)
            side = self._padding - 1
            upper = lower = 10 if self._line else 9
            if not self._flush:
                upper, lower = max(11, self._padding - 5), 10 if self._line else 0
            self._row.setContentsMargins(side, upper, side, lower)
            self._row.addStretch(1)
            self._column.insertWidget(0, holder)
            if self._line:
                self._column.insertWidget(1, Divider("border", self))
            self._set_body_margins()
        return self._row

    def set_title(self, title: str, hint: str = "", count: str = "") -> None:
        """Another title, count beside it and hint at the right."""
        row = self.title_row()
        if self.title_label is None:
            self.title_label = heading(title, parent=self, elide=True)
            self.count_label = Label(count, BODY, tone="muted", elide=True, parent=self)
            self.hint_label = Label(hint, SMALL, tone="muted", elide=True, parent=self)
            self.hint_label.give_way()
            row.insertWidget(0, self.title_label)
            row.insertWidget(1, self.count_label)
            row.addWidget(self.hint_label, _HINT)
        assert self.count_label is not None and self.hint_label is not None
        self.title_label.setText(title)
        self.count_label.setText(count)
        self.count_label.setVisible(bool(count))
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """A link or button at the right end of the title row."""
        self.title_row().addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """A widget below what the card holds already."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """A layout below what the card holds already."""
        self.body.addLayout(layout, stretch)

    def add_rule(self) -> None:
        """A line across."""
        self.body.addWidget(Divider("grid", self))

    def add_stretch(self) -> None:
        """Let what comes next stand at the bottom."""
        self.body.addStretch(1)

    def add_footer(self, left: tuple[QWidget, ...], right: tuple[QWidget, ...] = ()) -> QHBoxLayout:
        """A row at the card's foot under a line: widgets at its left and at its right end."""
        holder = _strip(self)
        # What is said there may break into more lines than it would like to.
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(holder)
        row.setSpacing(8)
        row.setContentsMargins(self._padding - 1, 11, self._padding - 1, 11)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        self._column.addWidget(Divider("border", self))
        self._column.addWidget(holder)
        return row

    def _share_height(self) -> None:
        """Extra height goes to what grows inside, else below what the card holds."""
        grows = bool(self.body.expandingDirections() & Qt.Orientation.Vertical)
        place = self._column.indexOf(self.body)
        if self._column.stretch(place) != int(grows):
            self._column.setStretch(place, int(grows))
            self._column.setStretch(place + 1, int(not grows))

    def set_edge(self, token: str) -> None:
        """Another colour of the border."""
        self._edge = token
        self.update()

    def fill(self) -> str:
        """The token of the surface."""
        return self._fill

    def edge(self) -> str:
        """The token of the border."""
        return self._edge

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color(self._fill))
        painter.setPen(QPen(theme.color(self._edge), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS - 0.5, RADIUS - 0.5)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._share_height()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right, bottom = self.width() - RADIUS, self.height() - RADIUS
        for corner, (x, y) in zip(
            self._corners, ((0, 0), (right, 0), (0, bottom), (right, bottom)), strict=False
        ):
            corner.move(x, y)
            corner.raise_()


def _strip(card: Card) -> QWidget:
    holder = QWidget(card)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder


def _behind(card: Card) -> QColor:
    """The colour that a card stands on: another card's, else its window's."""
    parent = card.parentWidget()
    while parent is not None:
        if isinstance(parent, Card):
            return theme_of(card).color(parent.fill())
        if parent.autoFillBackground() or parent.isWindow():
            return parent.palette().color(QPalette.ColorRole.Window)
        parent = parent.parentWidget()
    return theme_of(card).color("bg")


class _Corner(QWidget):
    """One round corner over a child that fills the card to its edges."""

    def __init__(self, card: Card, number: int) -> None:
        super().__init__(card)
        self._card = card
        self._number = number
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(RADIUS, RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-RADIUS if self._number % 2 else 0, -RADIUS if self._number >= 2 else 0)
        whole = QRectF(0, 0, 2 * RADIUS, 2 * RADIUS)
        outside = QPainterPath()
        outside.addRect(whole)
        inside = QPainterPath()
        inside.addEllipse(QPointF(RADIUS, RADIUS), RADIUS - 0.5, RADIUS - 0.5)
        painter.fillPath(outside - inside, _behind(self._card))
        painter.setPen(QPen(theme.color(self._card.edge()), 1))
        painter.drawPath(inside)


class NoteBox(QFrame):
    """A quiet box for what should be known beside a step: icon, sentence, second line, link."""

    def __init__(
        self,
        text: str,
        second: str = "",
        *,
        icon: str = "info",
        tone: str = "muted",
        link: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon, tone
        column = QVBoxLayout(self)
        column.setContentsMargins(48 if icon else 12, 12, 12, 12)
        column.setSpacing(0)
        self.text_label = Label(text, SMALL, wrap=True, parent=self)
        self.second_label = Label(second, SMALL, tone="muted", wrap=True, parent=self)
        column.addWidget(self.text_label)
        column.addWidget(self.second_label)
        self.second_label.setVisible(bool(second))
        if link is not None:
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def set_text(self, text: str, second: str = "") -> None:
        """Another sentence and second line."""
        self.text_label.setText(text)
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("sub"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._icon:
            draw_icon(painter, QRectF(16, 12, 20, 20), self._icon, theme.color(self._tone))
