"""The chart on a page: the picture that matplotlib draws, and what a hand does with it.

Importing this module imports matplotlib (half a second the first time): a page imports it
inside the function that builds its first chart, never at its own top.

The widget paints the Agg picture itself instead of being a FigureCanvasQTAgg. The picture is
drawn once per change and kept; hovering paints it again and the read-out over it, which costs
a fraction of a drawing. One path serves every device pixel ratio.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.charts import picture, reading, style
from ksdesk.charts.picture import Builder
from ksdesk.charts.pieces import Reading
from ksdesk.charts.plot import Plot
from ksdesk.charts.ticks import moment, seconds_of
from ksdesk.ui.parts.chart_readout import draw_chosen, draw_reading
from ksdesk.ui.parts.focus import ring_in, ring_out
from ksdesk.ui.shell.theme import theme_of

ZOOM = 1.25
_KEY_ZOOM = 1.5
_DRAG = 4
_FEWEST = 4


class ChartCanvas(QWidget):
    """Shows a chart; it can be read, zoomed along time and moved.

    range_changed(datetime, datetime): what is in sight changed by hand. picked(ref): the shade
    or entry dot with this `ref` was clicked, or chosen with Enter at the read-out.
    """

    range_changed = Signal(object, object)
    picked = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Plot | None = None
        self._name = name
        self._build: Builder | None = None
        self._image = QImage()
        self._drawn: tuple[int, int, float] | None = None
        self._stale = False
        self._at: float | None = None
        self._by_key = False
        self._press: tuple[QPointF, tuple[float, float]] | None = None
        self._dragged = False
        self._chosen: object = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what it shows -----------------------------------------------------------------------

    def set_chart(self, build: Builder, *, keep_view: bool = False) -> Plot:
        """Show what `build(figure, palette=…, scale=…)` draws, the other arguments bound before.

        `keep_view`: stay at the time range in sight if the new chart has it.
        """
        theme = theme_of(self)
        before = self.plot
        with style.styled(theme.palette, theme.scale):
            figure = Figure(dpi=style.DPI)
        plot = build(figure, palette=theme.palette, scale=theme.scale)
        if keep_view and before is not None and before.view != before.full:
            start, end = before.view
            if plot.full[0] <= start and end <= plot.full[1]:
                plot.view = (start, end)
        if before is not None:
            # Figures are cycles that hold their pixels until the collector comes by.
            before.figure.clear()
        self._build, self.plot = build, plot
        self._at, self._press = None, None
        self._drawn = None
        self.setMinimumHeight(round(plot.min_height))
        self.setAccessibleDescription(self.summary())
        self._redraw()
        return plot

    def set_name(self, name: str) -> None:
        """The title, for screen readers and saved pictures."""
        self._name = name
        self.setAccessibleName(name)

    def summary(self) -> str:
        """The data in words: highest, lowest and last value of each series."""
        if self.plot is None or self.plot.nothing:
            return self.tr("No figures yet.")
        text = self.tr("{name}: highest {high} ({when}), lowest {low}, last {last} ({then}).")
        return " ".join(
            text.format(
                name=one.label,
                high=one.highest,
                when=one.highest_at,
                low=one.lowest,
                last=one.last,
                then=one.last_at,
            )
            for one in reading.summaries(self.plot)
        )

    def reading(self) -> Reading | None:
        """What the read-out shows now."""
        if self.plot is None or self._at is None:
            return None
        return reading.reading_of(self.plot, self._at)

    def choose(self, ref: object) -> None:
        """Mark the shade or dot with this `ref`; None marks nothing."""
        self._chosen = ref
        self.update()

    # -- range -------------------------------------------------------------------------------

    def view(self) -> tuple[datetime, datetime] | None:
        """The time range in sight, Beijing time."""
        if self.plot is None:
            return None
        return moment(self.plot.view[0]), moment(self.plot.view[1])

    def set_view(self, start: datetime, end: datetime) -> None:
        """Show this range, as far as there is something."""
        self._show(seconds_of(start), seconds_of(end))

    @property
    def zoomed(self) -> bool:
        """Less than the whole range is in sight."""
        return self.plot is not None and self.plot.view != self.plot.full

    def reset_view(self) -> None:
        """The whole range again."""
        if self.plot is not None:
            self._show(*self.plot.full)

    def zoom(self, factor: float, about: float | None = None) -> bool:
        """Show 1/`factor` of the time, keeping pixel `about` (None: read-out or middle) in place.

        False if that changes nothing.
        """
        if self.plot is None:
            return False
        start, end = self.plot.view
        here = self.reading()
        if about is None:
            about = here.x if here is not None else (self.plot.left + self.plot.right) / 2
        fixed = min(max(self.plot.time_at(about), start), end)
        share = (fixed - start) / (end - start)
        length = max((end - start) / factor, self._shortest())
        begin = fixed - share * length
        return self._show(begin, begin + length)

    def pan(self, seconds: float, *, fit: bool = True) -> bool:
        """Move the range in sight towards later times; False at the end."""
        if self.plot is None:
            return False
        start, end = self.plot.view
        return self._show(start + seconds, end + seconds, fit=fit)

    def _shortest(self) -> float:
        assert self.plot is not None
        full = self.plot.full[1] - self.plot.full[0]
        grain = max((track.grain for track in self.plot.tracks), default=0.0)
        return min(full, _FEWEST * grain if grain else max(60.0, full / 1e5))

    def _show(self, start: float, end: float, *, fit: bool = True) -> bool:
        """Clamp to what there is: an end is never passed, the length is kept."""
        if self.plot is None:
            return False
        first, last = self.plot.full
        length = min(end - start, last - first)
        start = min(max(start, first), last - length)
        wanted = (start, start + length)
        if last - first - length < 1e-6:
            wanted = self.plot.full
        if wanted == self.plot.view and fit:
            return False
        self.plot.show(*wanted, fit=fit)
        self._redraw()
        self.range_changed.emit(moment(wanted[0]), moment(wanted[1]))
        return True

    # -- keeping -----------------------------------------------------------------------------

    def saver(self, path: Path) -> partial[None]:
        """The work of `save` without the widget, for a job."""
        if self._build is None or self.plot is None:
            raise RuntimeError("no chart to save")
        return partial(
            picture.save,
            self._build,
            path,
            self.width(),
            self.height(),
            title=self._name,
            view=self.plot.view,
        )

    def save(self, path: Path) -> None:
        """Write what is in sight as PNG or SVG, light, with title and legend. OSError as it is."""
        self.saver(path)()

    def copy(self) -> None:
        """Put the same picture into the clipboard."""
        if self._build is None or self.plot is None:
            return
        rows = picture.pixels(
            self._build, self.width(), self.height(), title=self._name, view=self.plot.view
        )
        high, wide = rows.shape[:2]
        image = QImage(rows.data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        QGuiApplication.clipboard().setImage(image.copy())

    # -- drawing -----------------------------------------------------------------------------

    def _redraw(self) -> None:
        """Draw before the next painting; many wishes become one drawing."""
        self._stale = True
        self.update()

    def _render(self, plot: Plot) -> None:
        size = (self.width(), self.height(), self.devicePixelRatioF())
        if size != self._drawn:
            plot.arrange(size[0], size[1])
        self._drawn, self._stale = size, False
        rows = picture.rendered(plot, size[2])
        high, wide = rows.shape[:2]
        image = QImage(rows.data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
        # QImage only borrows the memory: the pixels stay with it.
        self._pixels = rows
        image.setDevicePixelRatio(size[2])
        self._image = image

    def _read(self, at: float | None, *, by_key: bool = False) -> None:
        self._at, self._by_key = at, by_key
        self.update()
        here = self.reading()
        if by_key and here is not None:
            rows = ", ".join(f"{row.label} {row.text}" for row in here.rows)
            self.setAccessibleDescription(f"{here.title}: {rows}")
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    def _hover(self, place: QPointF) -> None:
        plot = self.plot
        if plot is None:
            return
        inside = plot.left - 4 <= place.x() <= plot.right + 4 and place.y() <= plot.bottom + 4
        found = reading.reading(plot, plot.time_at(place.x())) if inside else None
        on_screen = found is not None and plot.left - 1 <= found.x <= plot.right + 1
        self._read(found.time if found is not None and on_screen else None)
        link = self._ref_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def _ref_at(self, place: QPointF) -> object:
        plot = self.plot
        if plot is None or not plot.left - 4 <= place.x() <= plot.right + 4:
            return None
        dot = reading.dot_at(plot, place.x(), place.y())
        if dot is not None:
            return dot.ref
        shade = reading.shade_at(plot, place.x()) if place.y() <= plot.bottom else None
        return None if shade is None else shade.ref

    def _pick_at_reading(self) -> bool:
        here, plot = self.reading(), self.plot
        if here is None or plot is None:
            return False
        for row in here.rows:
            ref = None if row.y is None else self._ref_at(QPointF(here.x, row.y))
            if ref is not None:
                self.picked.emit(ref)
                return True
        return False

    def _key_step(self, forward: bool) -> None:
        plot = self.plot
        if plot is None:
            return
        if self._at is None:
            here = reading.reading(plot, plot.view[0] if forward else plot.view[1])
            at = None if here is None else here.time
        else:
            at = reading.neighbour(plot, self._at, forward)
        self._read_in_sight(at)

    def _read_in_sight(self, at: float | None) -> None:
        """Read at `at`, moving the range in sight if it lies outside."""
        plot = self.plot
        if plot is None or at is None:
            return
        start, end = plot.view
        middle = at + max(track.grain for track in plot.tracks) / 2
        if not start <= middle <= end:
            length = end - start
            begin = middle - length * (0.05 if middle < start else 0.95)
            self._show(begin, begin + length)
        self._read(at, by_key=True)

    # -- Qt ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        if self.plot is None:
            painter.fillRect(self.rect(), theme.color("surface"))
            return
        if self._stale or self._drawn != (self.width(), self.height(), self.devicePixelRatioF()):
            self._render(self.plot)
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen is not None:
            draw_chosen(painter, self.plot, self._chosen, theme)
        here = self.reading()
        if here is not None and not self._dragged:
            draw_reading(painter, self.plot, here, theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, aside = event.angleDelta().y(), event.angleDelta().x()
        if self.plot is None:
            event.ignore()
            return
        if abs(aside) > abs(turn):
            moved = self.pan(-aside * self.plot.seconds_per_pixel)
        else:
            moved = self.zoom(ZOOM ** (turn / 120), event.position().x())
        # At the end of what can be zoomed the page scrolls on.
        event.setAccepted(moved)
        if moved:
            self._hover(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.plot is not None:
            self._press = (event.position(), self.plot.view)
            self._dragged = False
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None or self.plot is None:
            self._hover(event.position())
            return
        where, (start, end) = self._press
        moved = event.position().x() - where.x()
        if not self._dragged and abs(moved) < _DRAG:
            return
        if not self._dragged and self.zoomed:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._dragged = True
        by = moved * self.plot.seconds_per_pixel
        # The value axes wait for the release: a scale that breathes while it moves misleads.
        self._show(start - by, end - by, fit=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            super().mouseReleaseEvent(event)
            return
        dragged, self._dragged, self._press = self._dragged, False, None
        if dragged and self.plot is not None:
            self.plot.show(*self.plot.view)
            self._redraw()
        else:
            ref = self._ref_at(event.position())
            if ref is not None:
                self.picked.emit(ref)
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_view()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._by_key:
            self._read(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.plot is None:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._key_step(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._read_in_sight(reading.edge(self.plot, key == Qt.Key.Key_End))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_KEY_ZOOM)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / _KEY_ZOOM)
        elif key == Qt.Key.Key_0:
            self.reset_view()
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._read(None)
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._pick_at_reading():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        ring_in(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring_out(self)
        if self._by_key:
            self._read(None)
            self.setAccessibleDescription(self.summary())
