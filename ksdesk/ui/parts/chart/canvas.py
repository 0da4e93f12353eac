"""A chart over time on a page, and what a hand does with it.

Like `parts.chart_picture`, this module imports matplotlib: a page imports it inside the function
that builds its first chart, never at its own top.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.charts import reading
from ksdesk.charts.picture import Builder
from ksdesk.charts.pieces import ChartReading
from ksdesk.charts.plot import Plot
from ksdesk.charts.ticks import moment, seconds_of
from ksdesk.ui.parts.chart.picture import ChartPicture
from ksdesk.ui.parts.chart.readout import draw_chosen, draw_reading
from ksdesk.ui.shell.theme import theme_of

ZOOM = 1.25
_KEY_ZOOM = 1.5
_KEY_PAN = 0.125
_DRAG = 4
_FEWEST = 4


class ChartCanvas(ChartPicture):
    """Shows a chart; it can be read, zoomed along time and moved.

    range_changed(datetime, datetime): what is in sight changed by hand. picked(ref): the shade,
    event or entry dot with this `ref` was clicked, or chosen with Enter at the read-out.
    note_asked(seconds): something is to be noted there, where `takes_notes` is set.

    Keys: arrows move what is in sight while it is less than the whole, else the read-out; with
    Shift always the read-out. + and − zoom, Home and 0 show the whole range, End the last value.
    """

    range_changed = Signal(object, object)
    picked = Signal(object)
    note_asked = Signal(object)
    takes_notes = False

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.plot: Plot | None = None
        self._at: float | None = None
        self._by_key = False
        self._press: tuple[QPointF, tuple[float, float]] | None = None
        self._dragged = False
        self._chosen: object = None

    # -- what it shows -----------------------------------------------------------------------

    def set_chart(self, build: Builder, *, keep_view: bool = False) -> Plot:
        """Show what `build(figure, palette=…, scale=…)` draws, the other arguments bound before.

        `keep_view`: stay at the time range in sight if the new chart has it.
        """
        before = self.plot
        sight = None if before is None or before.view == before.full else before.view
        self._at, self._press = None, None
        plot = super().set_chart(build)
        assert isinstance(plot, Plot)
        if keep_view and sight is not None:
            start, end = sight
            if plot.full[0] <= start and end <= plot.full[1]:
                plot.view = (start, end)
        return plot

    def view_of(self) -> tuple[float, float] | None:
        return None if self.plot is None else self.plot.view

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

    def reading(self) -> ChartReading | None:
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

    def pan(self, seconds: float) -> bool:
        """Move the range in sight towards later times; False at the end."""
        if self.plot is None:
            return False
        start, end = self.plot.view
        return self._show(start + seconds, end + seconds)

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

    # -- reading -----------------------------------------------------------------------------

    def _read(self, at: float | None, *, by_key: bool = False) -> None:
        self._at, self._by_key = at, by_key
        self.update()
        here = self.reading()
        if by_key and here is not None:
            rows = ", ".join(f"{row.label} {row.text}" for row in here.rows)
            self.say(f"{here.title}: {rows}")

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
        mark = reading.mark_at(plot, place.x()) if place.y() <= plot.bottom else None
        if mark is not None:
            return mark.ref
        shade = reading.shade_at(plot, place.x()) if place.y() <= plot.bottom else None
        return None if shade is None else shade.ref

    def _pick_at_reading(self) -> bool:
        here, plot = self.reading(), self.plot
        if here is None or plot is None:
            return False
        grain = max((track.grain for track in plot.tracks), default=0.0)
        refs = [m.ref for m in plot.marks if here.time <= m.time < here.time + max(grain, 1.0)]
        refs += [self._ref_at(QPointF(here.x, row.y)) for row in here.rows if row.y is not None]
        ref = next((ref for ref in refs if ref is not None), None)
        if ref is not None:
            self.picked.emit(ref)
        return ref is not None

    def _key_step(self, forward: bool) -> None:
        plot = self.plot
        if plot is None:
            return
        if self._at is None:
            inside = max((track.grain for track in plot.tracks), default=0.0) / 2
            start, end = plot.view[0] + inside, plot.view[1] - inside
            here = reading.reading(plot, start if forward else end)
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

    def paint_over(self, painter: QPainter) -> None:
        assert self.plot is not None
        theme = theme_of(self)
        if self._chosen is not None:
            draw_chosen(painter, self.plot, self._chosen, theme)
        here = self.reading()
        if here is not None and not self._dragged:
            draw_reading(painter, self.plot, here, theme)

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
            self._arrow(key == Qt.Key.Key_Right, event.modifiers())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self._read(None)
            self.reset_view()
        elif key == Qt.Key.Key_End:
            self._read_in_sight(reading.edge(self.plot, True))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_KEY_ZOOM)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom(1 / _KEY_ZOOM)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._read(None)
        elif key == Qt.Key.Key_N and self.takes_notes:
            self._ask_note(self._at)
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._pick_at_reading():
            super().keyPressEvent(event)

    def _arrow(self, forward: bool, modifiers: Qt.KeyboardModifier) -> None:
        if not self.zoomed or modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._key_step(forward)
            return
        assert self.plot is not None
        start, end = self.plot.view
        self._read(None)
        self.pan((end - start) * _KEY_PAN * (1 if forward else -1))

    def _ask_note(self, at: float | None) -> None:
        """At the read-out, else in the middle of what is in sight."""
        assert self.plot is not None
        self.note_asked.emit(sum(self.plot.view) / 2 if at is None else at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.plot is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self.takes_notes:
            here = reading.reading(self.plot, self.plot.time_at(event.pos().x()))
            note = menu.addAction(self.tr("Note something here"))
            note.triggered.connect(partial(self._note_at, None if here is None else here.time))
        whole = menu.addAction(self.tr("Show the whole range"))
        whole.triggered.connect(self.reset_view)
        whole.setEnabled(self.zoomed)
        menu.popup(event.globalPos())

    def _note_at(self, at: float | None, _checked: bool = False) -> None:
        self._ask_note(at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._by_key:
            self._read(None)
            self.setAccessibleDescription(self.summary())
