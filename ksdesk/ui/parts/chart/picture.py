"""The picture that matplotlib draws, on a page, in a file, in the clipboard and on paper.

Importing this module imports matplotlib (half a second the first time): a page imports it
inside the function that builds its first chart, never at its own top.

The widget paints the Agg picture itself instead of being a FigureCanvasQTAgg. The picture is
drawn once per change and kept; hovering paints it again and the read-out over it, which costs
a fraction of a drawing. One path serves every device pixel ratio.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ksdesk.charts import picture, style
from ksdesk.charts.drawing import Drawing
from ksdesk.charts.picture import Builder, Caption
from ksdesk.exports.files import replacing
from ksdesk.ui.parts.focus import Ringed
from ksdesk.ui.shell.theme import theme_of

_ON_PAPER = 4


class ChartPicture(Ringed, QWidget):
    """Shows a chart and hands it out as a picture. `foot`: what saved pictures say below it."""

    foot: tuple[str, ...] = ()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot: Drawing | None = None
        self._name = name
        self._build: Builder | None = None
        self._image = QImage()
        self._drawn: tuple[int, int, float] | None = None
        self._stale = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what it shows -----------------------------------------------------------------------

    def set_chart(self, build: Builder) -> Drawing:
        """Show what `build(figure, palette=…, scale=…)` draws, the other arguments bound before."""
        theme = theme_of(self)
        with style.styled(theme.palette, theme.scale):
            figure = Figure(dpi=style.DPI)
        plot = build(figure, palette=theme.palette, scale=theme.scale)
        if self.plot is not None:
            # Figures are cycles that hold their pixels until the collector comes by.
            self.plot.figure.clear()
        self._build, self.plot = build, plot
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
        """The data in words."""
        return ""

    def say(self, words: str) -> None:
        """Let a screen reader say what is read now."""
        self.setAccessibleDescription(words)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def view_of(self) -> tuple[float, float] | None:
        """The range in sight, for pictures; None for the whole."""
        return None

    # -- keeping -----------------------------------------------------------------------------

    def saver(self, path: Path) -> partial[None]:
        """The work of `save` without the widget, for a job."""
        return self._bound(_save, path)

    def _bound(self, work, *first):
        if self._build is None or self.plot is None:
            raise RuntimeError("no chart to save")
        caption = Caption(self._name, self.foot)
        size = self.width(), self.height()
        return partial(work, self._build, *first, *size, caption, view=self.view_of())

    def save(self, path: Path) -> None:
        """Write what is in sight as PNG or SVG, light, with title, legend and foot; raises
        `ExportProblem`."""
        self.saver(path)()

    def copy(self) -> None:
        """Put the same picture into the clipboard."""
        if self.plot is not None:
            QGuiApplication.clipboard().setImage(image_of(self._bound(picture.pixels)()).copy())

    def paper(self) -> partial[np.ndarray]:
        """The work that draws the same picture as sharp as paper wants it, for a job."""
        return partial(self._bound(picture.pixels), sharp=_ON_PAPER)

    # -- drawing -----------------------------------------------------------------------------

    def _redraw(self) -> None:
        """Draw before the next painting; many wishes become one drawing."""
        self._stale = True
        self.update()

    def _render(self, plot: Drawing) -> None:
        size = (self.width(), self.height(), self.devicePixelRatioF())
        if size != self._drawn:
            plot.arrange(size[0], size[1])
        self._drawn, self._stale = size, False
        pixels = picture.rendered(plot, size[2])
        # In the screen's own format: painting it again below a read-out then only copies.
        self._image = image_of(pixels).convertToFormat(QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(size[2])

    def paint_over(self, painter: QPainter) -> None:
        """Paint the read-out over the picture."""

    # -- Qt ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 280)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.plot is None:
            painter.fillRect(self.rect(), theme_of(self).color("surface"))
            return
        if self._stale or self._drawn != (self.width(), self.height(), self.devicePixelRatioF()):
            self._render(self.plot)
        painter.drawImage(0, 0, self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_over(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()


def image_of(rows: np.ndarray) -> QImage:
    """Rows × columns × RGBA as an image over the same memory."""
    high, wide = rows.shape[:2]
    return QImage(rows.data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)


def _save(
    build: Builder,
    path: Path,
    width: int,
    height: int,
    caption: Caption,
    view: tuple[float, float] | None,
) -> None:
    with replacing(path) as fresh:
        picture.save(build, fresh, width, height, caption, view=view, ending=path.suffix)
