"""The two doors of the first start: look around in the sample shop, or begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.labels import body, small, title
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import Theme, theme_of

DOOR = QSize(424, 416)
LOW = 700  # window height in px below which the drawings shrink
Sketch = Callable[[QPainter, QRectF, Theme], None]


class SketchFrame(QWidget):
    """A small drawing on a quiet ground."""

    def __init__(self, sketch: Sketch, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch = sketch
        self.setFixedHeight(height)

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sub"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setClipRect(box)
        self._sketch(painter, box, theme)


def curve(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A quiet curve with one evening that does not belong to it."""
    points = (0.78, 0.66, 0.68, 0.56, 0.6, 0.13, 0.64, 0.6, 0.48)
    base = box.bottom() - 16
    step = (box.width() - 32) / (len(points) - 1)
    where = [QPointF(16 + i * step, box.top() + p * box.height()) for i, p in enumerate(points)]
    painter.fillRect(QRectF(where[5].x() - 17, 12, 34, base - 12), theme.color("shade"))
    painter.setPen(QPen(theme.color("axis"), 1))
    painter.drawLine(QPointF(16, base), QPointF(box.width() - 16, base))
    path = QPainterPath(where[0])
    for before, after in pairwise(where):
        half = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(half, before.y()), QPointF(half, after.y()), after)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("series_1"), 2))
    painter.drawPath(path)


def phone(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The upper half of a phone with one spot to tap."""
    left = box.center().x() - 36
    painter.setBrush(theme.color("phone"))
    painter.drawRoundedRect(QRectF(left, 12, 72, box.height()), 9, 9)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(QRectF(left + 5, 18, 62, box.height()), 5, 5)
    painter.setBrush(Qt.GlobalColor.lightGray)
    painter.drawRoundedRect(QRectF(left + 11, 26, 50, box.height() * 0.17), 3, 3)
    painter.drawRoundedRect(QRectF(left + 11, 32 + box.height() * 0.17, 50, 20), 3, 3)
    spot = QRectF(left + 33, box.height() - 40, 30, 26)
    painter.setBrush(theme.color("accent_soft"))
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(spot, 4, 4)


class Tick(QWidget):
    """One line with a tick before it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 0, 0, 0)
        row.addWidget(body(text, wrap=True))

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - 18) / 2, 18, 18)
        draw_icon(painter, box, "check", theme_of(self).color("good"))


class Door(Card):
    """One of the two ways to begin."""

    def __init__(
        self,
        sketch: Sketch,
        name: str,
        sentence: str,
        ticks: Sequence[str],
        button: Button,
        edge: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=24, edge=edge, parent=parent)
        self.picture = SketchFrame(sketch, 136)
        self.add(self.picture)
        self.body.addSpacing(4)
        self.add(title(name, wrap=True))
        self.add(body(sentence, tone="muted", wrap=True))
        for text in ticks:
            self.add(Tick(text))
        self.add_stretch()
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add(button)
        self.setFixedWidth(DOOR.width())
        self.setMinimumHeight(DOOR.height())


class FirstStart(QWidget):
    """Shown until one of the doors was taken. `began()` when the seller starts from zero."""

    began = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = PageScroll(self)  # large text needs more than a small screen has
        outer.addWidget(area)
        column = area.body
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(6)
        column.addStretch(2)
        column.addLayout(self._head())
        sentence = body(
            self.tr(
                "Helps you open a Kuaishou shop, watch the deposit and count what promotion"
                " brings. Everything stays on this computer; it never goes online."
            ),
            tone="muted",
            wrap=True,
        )
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sentence.setFixedWidth(DOOR.width() * 2 + 24)
        sentence.setMinimumHeight(sentence.heightForWidth(DOOR.width() * 2 + 24))
        column.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addLayout(self._doors())
        column.addStretch(2)
        column.addLayout(self._quiet_ways())
        column.addWidget(
            small(self.tr("Independent software, not a Kuaishou product")),
            0,
            Qt.AlignmentFlag.AlignHCenter,
        )
        column.addStretch(1)

    def _quiet_ways(self) -> QHBoxLayout:
        """For whoever has a book already; and the language."""
        self.moved = TextButton(self.tr("Take in from the old computer"))
        self.moved.clicked.connect(self._take_moved)
        self.opened = TextButton(self.tr("Open a book or a backup"))
        self.opened.clicked.connect(self._take_book)
        self.tongue = TextButton(self._other_language(), "globe")
        self.tongue.clicked.connect(self._switch_language)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self.moved, self.opened, self.tongue):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        mark = AppMark()
        row.addWidget(mark)
        row.addWidget(title(self.tr("ksdesk livestream shop desk")))
        row.addStretch(1)
        return row

    def _doors(self) -> QHBoxLayout:
        self.look = SecondButton(self.tr("Load the sample shop"), height=40)
        self.look.clicked.connect(self._load_sample)
        self.begin = MainButton(self.tr("Start from zero"))
        self.begin.clicked.connect(self.began)
        self.doors = (
            Door(
                curve,
                self.tr("Load the sample shop"),
                self.tr("Look around first, in a shop that is really busy"),
                (
                    self.tr("An evening of odd traffic, and how to tell"),
                    self.tr("A deposit below the line, and how to mend it"),
                    self.tr("Leave any time, no trace stays"),
                ),
                self.look,
                "border",
            ),
            Door(
                phone,
                self.tr("Start from zero"),
                self.tr("Follow the drawn phone, step by step, to a shop of your own"),
                (
                    self.tr("Six chapters, each step marks where to tap"),
                    self.tr("Close it any time, go on from there next time"),
                    self.tr("Shop already open? Just skip ahead"),
                ),
                self.begin,
                "accent_text",
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addStretch(1)
        for door in self.doors:
            row.addWidget(door)
        row.addStretch(1)
        return row

    def _other_language(self) -> str:
        return "English" if self.ctx.theme.lang == "zh" else "简体中文"

    @Slot()
    def _load_sample(self) -> None:
        self.look.disable(self.tr("Building the sample shop"))
        self.ctx.switch_shop(True)

    @Slot()
    def _take_moved(self) -> None:
        from ksdesk.ui.backups.taking import TakeIn

        TakeIn(self.ctx, self).choose_moving_file()

    @Slot()
    def _take_book(self) -> None:
        from ksdesk.ui.backups.taking import TakeIn

        TakeIn(self.ctx, self).choose_book()

    @Slot()
    def _switch_language(self) -> None:
        self.ctx.keep_settings(language="en" if self.ctx.theme.lang == "zh" else "zh")
        self.ctx.restyle()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        for door in self.doors:
            door.picture.setFixedHeight(64 if event.size().height() < LOW else 136)
            door.setMinimumHeight(DOOR.height() - (72 if event.size().height() < LOW else 0))

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.look.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Right:
            self.begin.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class AppMark(QWidget):
    """The app's own mark: a curve on the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        draw_icon(painter, QRectF(8, 8, 24, 24), "traffic", theme.color("on_accent"))
