"""Saved pictures open and carry their words."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from ksdesk.charts import picture
from ksdesk.charts.palette import LIGHT
from ksdesk.charts.picture import Caption
from ksdesk.charts.words import Word
from tests.charts.drawn import has_colour, hourly, ledger, words_of


def test_png_is_light_sharp_and_titled(tmp_path: Path) -> None:
    path = tmp_path / "曲线 图.png"
    picture.save(hourly(), path, 700, 280, Caption("每小时观看 🎁"))
    with Image.open(path) as image:
        assert image.size == (1400, 708), "a line below says the range"
        pixels = np.asarray(image.convert("RGB"))
    assert has_colour(pixels, LIGHT["series_1"])
    assert tuple(pixels[2, 2]) == (255, 255, 255)
    head = pixels[:80, 20:200]
    assert has_colour(head, LIGHT["text"])


def test_svg_opens_and_contains_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    picture.save(hourly(), path, 700, 280, Caption("每小时观看"))
    text = path.read_text("utf-8")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    for word in ("每小时观看", "观看", "12 周四", "2,000", "疑似异常", "花费"):
        assert f"<!-- {word} -->" in text
    assert "font-family" not in text


def test_the_same_chart_is_the_same_file(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        picture.save(ledger(), tmp_path / name, 500, 200, Caption("保证金"))
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_only_what_is_in_sight() -> None:
    whole = picture.picture(hourly(), 700, 280)
    start = whole.full[0]
    part = picture.picture(hourly(), 700, 280, view=(start, start + 86400))
    assert "12点" in words_of(part) and "12点" not in words_of(whole)


def test_a_legend_that_finds_no_room_ends() -> None:
    words = words_of(picture.picture(hourly(), 150, 200, Caption("一个很长很长的题目")))
    assert "上一段" not in words


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        picture.save(hourly(), tmp_path / "no folder" / "chart.png", 400, 200)
    assert list(tmp_path.iterdir()) == []


def test_clipboard_pixels_are_the_same_picture() -> None:
    rows = picture.pixels(ledger(), 400, 200, Caption("保证金"))
    assert rows.shape == (2 * (200 + 40 + 34), 800, 4)


def test_a_picture_says_range_formula_and_files() -> None:
    foot = ("涨粉率 = 新增粉丝数 ÷ 观看人数", "来自 小时.csv", "")
    whole = picture.picture(hourly(), 700, 280, Caption("每小时观看", foot))
    words = words_of(whole)
    assert "2026-11-12 到 2026-11-18" in words
    assert {"每小时观看", *foot[:2]} <= set(words)
    assert whole.height == 280 + 40 + 3 * 18 + 16
    lowest = max(whole.figure.findobj(Word), key=lambda text: text.get_position()[1])
    assert lowest.get_text() == "来自 小时.csv" and lowest.get_position()[1] < whole.height
    start = whole.full[0]
    part = picture.picture(hourly("en"), 700, 280, Caption("x"), view=(start, start + 3600 * 6))
    assert "2026-11-12 00:00 to 2026-11-12 06:00" in words_of(part)


def test_a_foot_that_is_too_long_is_cut() -> None:
    plot = picture.picture(hourly(), 300, 200, Caption("x", ("来自 " + "很长的文件名" * 20,)))
    line = next(text for text in words_of(plot) if text.startswith("来自"))
    assert line.endswith("…") and plot.text_width(line) <= 300 - 32
