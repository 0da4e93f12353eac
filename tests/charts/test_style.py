"""Bundled fonts, and names that would trip matplotlib."""

from __future__ import annotations

import matplotlib
import pytest

from ksdesk.charts import style
from ksdesk.charts.palette import DARK, LIGHT


def test_names_lose_what_the_font_lacks() -> None:
    assert style.plain_text("$100 起 ^_^ 🎁") == "$100 起 ^_^"
    assert style.plain_text("老铁\n来啦\u200d👨‍👩‍👧") == "老铁 来啦"
    assert style.plain_text("喆堃珺钰 −1,234") == "喆堃珺钰 −1,234"
    assert style.plain_text("🎁") == ""


def test_widths_grow_with_text_size_and_weight() -> None:
    assert style.text_width("12 周四") < style.text_width("12 周四", 24)
    assert style.text_width("Views") < style.text_width("Views", bold=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_settings_come_back(palette: dict[str, str]) -> None:
    before = matplotlib.rcParams["figure.facecolor"]
    with style.styled(palette, 1.5):
        assert matplotlib.rcParams["figure.facecolor"] == palette["surface"]
        assert matplotlib.rcParams["font.size"] == 18
        assert matplotlib.rcParams["text.parse_math"] is False
    assert matplotlib.rcParams["figure.facecolor"] == before


def test_missing_fonts_are_named(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(style, "resources", lambda: tmp_path)
    with pytest.raises(FileNotFoundError, match="NotoSansSC"):
        style.font_files()
