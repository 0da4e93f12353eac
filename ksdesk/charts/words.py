"""Words of a chart: drawn once, then only laid into each frame.

A frame has a dozen words and most of them were in the frame before. Shaping and rasterising them
again costs more than a million reduced points, laying a kept picture down next to nothing.
"""

from __future__ import annotations

import functools
import math
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
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
        pixels, base = _drawn(text, self.get_fontproperties(), str(self.get_color()), renderer.dpi)
        x, y = self.get_transform().transform(self.get_unitless_position())
        wide = pixels.shape[1] - 2 * _ROOM
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[self.get_horizontalalignment()]
        context = renderer.new_gc()
        renderer.draw_image(context, round(x) - _ROOM, round(y) - base, pixels)
        context.restore()
        self.stale = False


@functools.lru_cache(maxsize=512)
def _drawn(
    text: str, font: FontProperties, colour: str, dpi: float
) -> tuple[npt.NDArray[np.uint8], int]:
    """A word as rows × columns × RGBA, lowest row first as Agg wants it, and how many rows its
    base line is above the lowest."""
    ruler: Any = _measure(dpi)
    wide, high, descent = ruler.get_text_width_height_descent(text, font, ismath=False)
    below = math.ceil(descent) + _ROOM
    rows, columns = math.ceil(high - descent) + below + _ROOM, math.ceil(wide) + 2 * _ROOM
    renderer: Any = RendererAgg(columns, rows, dpi)  # type: ignore[no-untyped-call]
    context = renderer.new_gc()
    context.set_foreground(colour)
    renderer.draw_text(context, _ROOM, rows - below, text, font, 0.0)
    pixels = np.array(renderer.buffer_rgba())
    return np.ascontiguousarray(pixels[::-1]), below


@functools.lru_cache(maxsize=4)
def _measure(dpi: float) -> RendererAgg:
    return RendererAgg(8, 8, dpi)  # type: ignore[no-untyped-call]
