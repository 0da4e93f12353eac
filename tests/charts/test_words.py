"""Kept words look like freshly drawn ones."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from ksdesk.charts import style
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.words import Word


def ink(make, side: str, dpi: int) -> np.ndarray:
    """Where a word is dark, as rows and columns of its box."""
    with style.styled(LIGHT):
        figure = Figure(figsize=(2, 1), dpi=dpi)
        word = make(0.5, 0.5, "疑似异常 g¥", color="#000000", fontsize=14, fontweight="bold")
        word.set(horizontalalignment=side, verticalalignment="baseline")
        word.set_transform(figure.transFigure)
        figure.add_artist(word)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        dark = np.argwhere(np.array(canvas.buffer_rgba())[:, :, 0] < 128)
    return np.concatenate([dark.min(axis=0), dark.max(axis=0)])


def test_a_kept_word_stands_where_a_text_would() -> None:
    from matplotlib.text import Text

    for side in ("left", "center", "right"):
        for dpi in (72, 144):
            assert np.abs(ink(Word, side, dpi) - ink(Text, side, dpi)).max() <= 1, (side, dpi)


def test_the_outline_of_a_word_goes_into_drawings(tmp_path) -> None:
    with style.styled(LIGHT):
        figure = Figure(dpi=72)
        figure.add_artist(Word(0.5, 0.5, "观看"))
        figure.savefig(tmp_path / "a.svg")
    drawing = (tmp_path / "a.svg").read_text("utf-8")
    assert "<image" not in drawing and "<use" in drawing
