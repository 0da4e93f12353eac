"""Charts drawn for the tests of this room."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np
from matplotlib.figure import Figure
from matplotlib.text import Text

from ksdesk.charts import deposit, picture, style
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.picture import Builder
from ksdesk.charts.plot import Plot
from ksdesk.charts.traffic import ChartEvent, ChartSeries, Shade, curve

HOURS = np.arange(
    np.datetime64("2026-11-12T00", "s"),
    np.datetime64("2026-11-18T10", "s"),
    np.timedelta64(3600, "s"),
)
WEEK = (np.datetime64("2026-11-12"), np.datetime64("2026-11-19"))


def day(text: str) -> np.datetime64:
    """A moment of 2026."""
    return np.datetime64(f"2026-{text}")


def hourly(lang: str = "zh", **other: object) -> Builder:
    """A week of hours with a peak at 15 November 21:00, spend, ghost, shade and marks."""
    values = 100 + 20 * np.sin(np.arange(len(HOURS)) / 4)
    values[93] = 2162.0
    asked: dict[str, object] = {
        "series": [ChartSeries("views", "观看", HOURS, values)],
        "spend": ChartSeries(
            "spend", "花费", HOURS, np.where(values > 110, 4800.0, 0.0), unit="fen"
        ),
        "previous": ChartSeries("views", "上一段", HOURS, values[::-1].copy()),
        "shades": [Shade(day("11-15T20"), day("11-16"), "疑似异常", "11-15 20–24点", 7)],
        "marks": [ChartEvent(day("11-13T19"), "直播")],
        "grain": "hour",
        "span": WEEK,
        "lang": lang,
        "empty": "这段时间没有数",
    }
    return functools.partial(curve, **(asked | other))


def ledger(lang: str = "zh", **other: object) -> Builder:
    """Three entries, the last a deduction that leaves 236.00 missing."""
    asked: dict[str, object] = {
        "entries": [
            deposit.BalancePoint(day("06-02"), 150000, ref=1),
            deposit.BalancePoint(day("11-04"), 300000, ref=2),
            deposit.BalancePoint(day("11-14"), 276400, bad=True, ref=3),
        ],
        "required": [
            deposit.RequiredStep(day("06-01"), None),
            deposit.RequiredStep(day("06-02"), 150000),
            deposit.RequiredStep(day("11-04"), 300000),
        ],
        "until": day("11-18T10:20"),
        "words": deposit.LegendWords("余额", "要求线", "低于线的日子"),
        "lang": lang,
    }
    return functools.partial(deposit.steps, **(asked | other))


def drawn(
    build: Builder,
    width: float = 728,
    height: float = 290,
    palette: Mapping[str, str] = LIGHT,
    scale: float = 1.0,
) -> Plot:
    """A plot laid out on so many pixels."""
    with style.styled(palette):
        figure = Figure(dpi=style.DPI)
    plot = build(figure, palette=palette, scale=scale)
    plot.arrange(width, height)
    return plot


def rows_of(plot: Plot, ratio: float = 1.0) -> np.ndarray:
    """Its pixels, rows × columns × RGB."""
    return picture.rendered(plot, ratio)[:, :, :3]


def has_colour(pixels: np.ndarray, colour: str) -> bool:
    """Whether a token's exact colour is anywhere in the pixels."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return bool((pixels == wanted).all(axis=2).any())


def near_colour(pixels: np.ndarray, colour: str, most: int = 60) -> bool:
    """Whether something thin and smoothed in this colour is in the pixels."""
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return bool((np.abs(pixels.astype(int) - wanted).max(axis=2) <= most).any())


def words_of(plot: Plot) -> list[str]:
    """All texts of the figure."""
    return [text.get_text() for text in plot.figure.findobj(Text) if text.get_text()]
