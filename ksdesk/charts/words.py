"""Words of a chart: drawn once, then only laid into each frame.

A frame has a dozen words and most of them were in the frame before. Shaping and rasterising them
again costs more than a million reduced points, laying a kept picture down next to nothing.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

_ROOM = 2  # pixels around a word that its outermost strokes may need


class Word(Text):
    """A text on one line that keeps its pixels; in a drawing of outlines it is a Text."""

    def draw(self, renderer: Any) -> None:
        """Lay the kept pixels down at whole pixels."""
        text = self.get_text()
        if not isinstance(renderer, RendererAgg) or not text or not self.get_visible():
            super().draw(renderer)
            return
        pixels, base = _drawn(
            text,
            float(self.get_fontsize()),
            self.get_fontweight() == "bold",
            str(self.get_color()),
            renderer.dpi,
        )
        x, y = self.get_transform().transform(self.get_unitless_position())
        wide = pixels.shape[1] - 2 * _ROOM
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[self.get_horizontalalignment()]
        context = renderer.new_gc()
        renderer.draw_image(context, round(x) - _ROOM, round(y) - base, pixels)
        context.restore()
        self.stale = False


@functools.lru_cache(maxsize=512)
def _drawn(
    text: str, size: float, bold: bool, colour: str, dpi: float
) -> tuple[npt.NDArray[np.uint8], int]:
    """A word as rows × columns × RGBA, lowest row first as Agg wants it, and how many rows its
    base line is above the lowest."""
    figure = Figure(dpi=dpi)
    canvas = FigureCanvasAgg(figure)
    figure.patch.set_alpha(0.0)
    word = figure.text(0, 0, text, color=colour, fontsize=size, va="baseline")
    word.set_fontweight("bold" if bold else "normal")
    box = word.get_window_extent(canvas.get_renderer())  # type: ignore[no-untyped-call]
    below = int(np.ceil(-box.y0)) + _ROOM
    wide, high = int(np.ceil(box.width)) + 2 * _ROOM, int(np.ceil(box.y1)) + below + _ROOM
    figure.set_size_inches(wide / dpi, high / dpi)
    word.set_position((_ROOM / wide, below / high))
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return np.ascontiguousarray(pixels[::-1]), below
