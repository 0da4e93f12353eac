"""The drawn phone: one screen with the spot to tap, never a picture of the real one.

Only what is known of a screen is lettered, in the platform's Chinese words in every language of
the app; all else is grey blocks. The screen stays light in the dark scheme, as in the hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ksdesk.charts.palette import LIGHT
from ksdesk.ui.parts.focus import Ringed, ring_out
from ksdesk.ui.parts.icons import draw_icon
from ksdesk.ui.parts.tip import hide_tip, show_tip
from ksdesk.ui.shell import fonts
from ksdesk.ui.shell.theme import theme_of

FULL = QSize(288, 616)
SMALL = QSize(240, 512)
FRAME = 11
WIDE, HIGH = 266, 594  # the screen inside the frame, in px at full size
HEAD = 67  # status and title bar
FILL_MS = 120

_GREYS = {"paper": "#F3F3F3", "line": "#E6E6E6", "strong": "#DCDCDC", "block": "#ECECEC"}


@dataclass(frozen=True)
class Spot:
    """Where to tap: `box` on the screen, `word` its words on the phone.

    `look` marks a place to look at rather than to tap; `below` puts the bubble under it.
    """

    box: QRectF
    word: str
    look: bool = False
    below: bool = False
    bubble: bool = True
    radius: float = 6


@dataclass(frozen=True)
class Screen:
    """One screen: its title ("" where nobody knows it), how it is drawn, where to tap."""

    title: str
    draw: Callable[[Sketch], None]
    spot: Spot | None = None
    back: bool = True


class Sketch:
    """Draws on a phone's screen in px of 266 × 594, and remembers the words it lettered.

    `words`: text and box of all that was lettered; `controls`: those of them that can be tapped.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.words: list[tuple[str, QRectF]] = []
        self.controls: list[str] = []

    def end(self) -> None:
        """Let go of the painter; the words stay."""
        del self._painter

    def color(self, name: str) -> QColor:
        """A grey of the phone, or a token of the light palette."""
        return QColor(_GREYS.get(name) or LIGHT[name])

    def text(
        self,
        box: QRectF,
        words: str,
        *,
        px: int = 14,
        bold: bool = False,
        tone: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        control: bool = False,
    ) -> None:
        """Letter known words into a box; `control` if they are something to tap."""
        painter = self._painter
        painter.setFont(fonts.font(px, bold=bold))
        painter.setPen(self.color(tone))
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, int(flags), words)
        self.words.append((words, box))
        if control:
            self.controls.append(words)

    def centred(self, box: QRectF, words: str, **options: object) -> None:
        """Letter known words in the middle of a box."""
        self.text(box, words, align=Qt.AlignmentFlag.AlignHCenter, **options)  # type: ignore[arg-type]

    def block(self, x: float, y: float, wide: float, high: float, *, strong: bool = False) -> None:
        """A grey block: something is there, nobody knows what it says."""
        self.box(QRectF(x, y, wide, high), "strong" if strong else "block", min(high / 2, 5))

    def box(
        self,
        box: QRectF,
        fill: str = "surface",
        radius: float = 8,
        edge: str = "",
        width: float = 1,
    ) -> None:
        """A filled box with round corners."""
        inset = width / 2 if edge else 0
        self._painter.setBrush(self.color(fill) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self.color(edge), width) if edge else Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def line(self, x: float, y: float, wide: float) -> None:
        """A hair line."""
        self._painter.fillRect(QRectF(x, y, wide, 1), self.color("line"))

    def veil(self) -> None:
        """Darken the page, for a prompt above it."""
        veil = QColor(0, 0, 0, 110)
        self._painter.fillRect(QRectF(0, 0, WIDE, HIGH), veil)

    def icon(self, name: str, x: float, y: float, side: float = 20, tone: str = "muted") -> None:
        """One of our own icons."""
        draw_icon(self._painter, QRectF(x, y, side, side), name, self.color(tone))


class PhoneView(Ringed, QAbstractButton):
    """The phone beside a step.

    `tapped` comes 120 ms after the marked spot was clicked, or Enter or Space pressed.
    """

    tapped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = Screen("", _nothing)
        self._meanings: Mapping[str, str] = {}
        self._clock = ""
        self._sketch: Sketch | None = None
        self._filling = QTimer(self, interval=FILL_MS, singleShot=True)
        self._filling.timeout.connect(self._filled)
        self.clicked.connect(self._fill)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.set_small(False)

    def set_small(self, small: bool) -> None:
        """Drawn 240 × 512 where the page is low, else 288 × 616."""
        self.setFixedSize(SMALL if small else FULL)
        self.setProperty("ring_radius", round(36 * self._scale()))

    def set_screen(
        self, screen: Screen, name: str, meanings: Mapping[str, str] | None = None, clock: str = ""
    ) -> None:
        """Show a screen. `name` says aloud what to tap; `meanings` explains the phone's words to
        who does not read them; `clock` is the time on the phone.
        """
        self._filling.stop()
        self._screen, self._meanings, self._clock = screen, meanings or {}, clock
        self._sketch = None
        self.setAccessibleName(name)
        self.update()

    def shown(self) -> Screen:
        """What is shown."""
        return self._screen

    def words(self) -> tuple[str, ...]:
        """All that is lettered on the screen, from top to bottom."""
        return tuple(text for text, _box in self._drawn().words)

    def controls(self) -> tuple[str, ...]:
        """What can be tapped on the real screen, by its words."""
        return tuple(self._drawn().controls)

    def spot_center(self) -> QPoint:
        """The middle of the marked spot, for whoever taps it with a mouse."""
        assert self._screen.spot is not None
        return self._to_widget(self._screen.spot.box.center()).toPoint()

    def _scale(self) -> float:
        return self.width() / FULL.width()

    def _to_widget(self, point: QPointF) -> QPointF:
        return (point + QPointF(FRAME, FRAME)) * self._scale()

    def _to_screen(self, point: QPointF) -> QPointF:
        return point / self._scale() - QPointF(FRAME, FRAME)

    def _drawn(self) -> Sketch:
        if self._sketch is None:
            self.grab()
        assert self._sketch is not None
        return self._sketch

    def _fill(self) -> None:
        if self._screen.spot is not None and not self._filling.isActive():
            self._filling.start()
            self.update()

    def _filled(self) -> None:
        self.update()
        self.tapped.emit()

    def _paint_body(self, painter: QPainter) -> None:
        theme = theme_of(self)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("phone"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, FULL.width() - 1, FULL.height() - 1), 36, 36)

    def _paint_head(self, sketch: Sketch) -> None:
        """Status bar and title bar."""
        sketch.box(QRectF(0, 0, WIDE, HEAD), "surface", 0)
        sketch.line(0, HEAD, WIDE)
        sketch.box(QRectF(108, 9, 56, 6), "strong", 3)
        sketch.text(QRectF(16, 2, 80, 20), self._clock or "10:20", px=12, tone="muted")
        right = Qt.AlignmentFlag.AlignRight
        sketch.text(QRectF(WIDE - 66, 2, 50, 20), "86%", px=12, tone="muted", align=right)
        sketch.words.clear()  # the clock and the battery are nothing to read
        if self._screen.back:
            sketch.icon("chevron_left", 13, 38, 16, "text")
        if self._screen.title:
            sketch.centred(QRectF(40, 34, WIDE - 80, 26), self._screen.title, bold=True)
        else:
            sketch.block(WIDE / 2 - 44, 41, 88, 11, strong=True)

    def _paint_spot(self, painter: QPainter, sketch: Sketch, spot: Spot) -> None:
        accent = sketch.color("accent")
        soft = QColor(accent)
        soft.setAlpha(150 if self._filling.isActive() else 26)
        painter.setBrush(soft)
        painter.setPen(QPen(accent, 2.5))
        painter.drawRoundedRect(spot.box, spot.radius, spot.radius)
        if spot.bubble:
            self._paint_bubble(painter, sketch, spot)

    def _paint_bubble(self, painter: QPainter, sketch: Sketch, spot: Spot) -> None:
        """点这里, above the spot or below it, with a tip that points at its middle."""
        words = self.tr("Look here") if spot.look else self.tr("Tap here")
        middle = spot.box.center().x()
        left = min(max(middle - 63, 6.0), WIDE - 132.0)
        top = spot.box.bottom() + 15 if spot.below else spot.box.top() - 54
        bubble = QRectF(left, top, 126, 36)
        base, tip = (bubble.top(), -8) if spot.below else (bubble.bottom(), 8)
        point = QPolygonF(
            [QPointF(middle - 8, base), QPointF(middle + 8, base), QPointF(middle, base + tip)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sketch.color("accent"))
        painter.drawPolygon(point)
        painter.drawRoundedRect(bubble, 6, 6)
        painter.setPen(sketch.color("on_accent"))
        painter.setFont(theme_of(self).font(bold=True))
        painter.drawText(bubble, int(Qt.AlignmentFlag.AlignCenter), words)

    def hitButton(self, position: QPoint) -> bool:
        spot = self._screen.spot
        if spot is None:
            return False
        return spot.box.adjusted(-4, -4, 4, 4).contains(self._to_screen(QPointF(position)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().event(event)

    def _explain(self, event: QHelpEvent) -> None:
        """Say what the word under the pointer means."""
        at = self._to_screen(QPointF(event.pos()))
        under = [text for text, box in self._drawn().words if box.contains(at)]
        meaning = next((self._meanings[t] for t in reversed(under) if t in self._meanings), "")
        if meaning and meaning != under[-1]:
            show_tip(event.globalPos(), f"{under[-1]}  {meaning}", self)
        else:
            hide_tip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._screen.spot is not None:
                self.click()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.hitButton(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def hideEvent(self, event: QHideEvent) -> None:
        self._filling.stop()
        ring_out(self)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        self._paint_body(painter)
        painter.translate(FRAME, FRAME)
        glass = QPainterPath()
        glass.addRoundedRect(QRectF(0, 0, WIDE, HIGH), 25, 25)
        painter.setClipPath(glass)
        painter.fillPath(glass, QColor(_GREYS["paper"]))
        sketch = Sketch(painter)
        self._paint_head(sketch)
        self._screen.draw(sketch)
        if self._screen.spot is not None:
            self._paint_spot(painter, sketch, self._screen.spot)
        painter.end()
        sketch.end()
        self._sketch = sketch


def _nothing(_sketch: Sketch) -> None:
    """A screen of which nothing is known."""
