"""The heat map, drawn to pixels and asked."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from ksdesk.charts import heat, picture
from ksdesk.charts.palette import DARK, LIGHT
from ksdesk.charts.picture import Caption
from tests.charts.drawn import drawn, rows_of, words_of

CELLS = [[float(day * 24 + hour) for hour in range(24)] for day in range(7)]


def heat_map(lang: str = "zh", **more):
    asked = {"cells": CELLS, "best": (19, 22), "words": ("少", "多"), "lang": lang}
    return functools.partial(heat.heat_map, **(asked | more))


def rgb(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_most_is_darkest_and_the_best_hours_are_framed(palette) -> None:
    plot = drawn(heat_map(), 728, 240, palette)
    pixels = rows_of(plot)
    left, top, wide, high = plot.box_of(6, 23)
    middle = pixels[int(top + high / 2), int(left + wide / 2)]
    assert middle.tolist() == rgb(palette["heat_high"])
    left, top, wide, high = plot.box_of(0, 0)
    middle = pixels[int(top + high / 2), int(left + wide / 2)]
    assert middle.tolist() == rgb(palette["heat_low"])
    edge = int(plot.box_of(3, 19)[0])
    strip = pixels[int(plot.top) + 40 : int(plot.top) + 60, edge - 2 : edge + 2].astype(int)
    assert np.abs(strip - rgb(palette["text"])).sum(axis=2).min() < 120


def test_words_and_cells() -> None:
    plot = drawn(heat_map(), 728, 240)
    assert {"周一", "周日", "0点", "21点"} <= set(words_of(plot))
    left, top, wide, high = plot.box_of(5, 20)
    assert plot.cell_at(left + 1, top + 1) == (5, 20)
    assert plot.cell_at(left + wide - 1, top + high - 1) == (5, 20)
    assert plot.cell_at(3, 3) is None
    assert plot.cell_text(5, 20) == ("周六 20 点", "140")
    assert drawn(heat_map("en"), 728, 240).cell_text(0, 9) == ("Mon 09:00", "9")


def test_a_cell_without_a_value_stays_empty() -> None:
    cells = [[None] * 24 for _ in range(7)]
    cells[2][3] = 0.0
    plot = drawn(heat_map(cells=cells, best=None), 728, 240)
    left, top, wide, high = plot.box_of(0, 0)
    pixels = rows_of(plot)
    assert pixels[int(top + high / 2), int(left + wide / 2)].tolist() == rgb(LIGHT["surface"])
    assert plot.cell_text(0, 0)[1] == "–"


def test_a_saved_heat_map_has_its_legend_and_foot(tmp_path) -> None:
    caption = Caption("什么时候人多", ("近 8 周中位数",))
    words = words_of(picture.picture(heat_map(), 700, 230, caption))
    assert {"什么时候人多", "少", "多", "近 8 周中位数"} <= set(words)
    picture.save(heat_map(), tmp_path / "a.png", 700, 230, caption)
    assert (tmp_path / "a.png").stat().st_size > 3000
