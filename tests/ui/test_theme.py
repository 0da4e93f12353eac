"""The theme: both contrast tables computed from the code, fonts, sizes, palette and sheet."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from ksdesk.charts.palette import DARK, LIGHT
from ksdesk.ui.shell import fonts
from ksdesk.ui.shell.theme import BODY, SMALL, TITLE, Theme, current, theme_of

# The pairs of the design's two tables: text on fill, and lines that carry meaning.
TEXT_PAIRS = """
text: bg nav surface sub accent_soft warn_soft bad_soft stripe stripe_light shade
muted: bg nav surface sub accent_soft
accent_text: bg surface sub accent_soft warn_soft bad_soft stripe
on_accent: accent accent_hover
good: bg surface sub good_soft accent_soft
warn: bg surface sub warn_soft accent_soft
bad: bg surface sub bad_soft accent_soft shade
surface: bad series_1 series_2 series_4
series_1: surface
series_2: surface
series_3: surface
series_4: surface
series_5: surface
series_6: surface
"""
LINE_PAIRS = """
control: surface bg nav sub accent_soft good_soft warn_soft bad_soft
ghost: surface
accent: surface
accent_text: bg
"""


def pairs(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        ink, fills = line.split(":")
        found += [(ink, fill) for fill in fills.split()]
    return found


def luminance(value: str) -> float:
    """WCAG relative luminance of "#RRGGBB"."""
    parts = [int(value[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(palette: dict[str, str]) -> None:
    poor = {
        pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2)
        for pair in pairs(TEXT_PAIRS)
        if contrast(palette[pair[0]], palette[pair[1]]) < 4.5
    }
    assert not poor


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_that_mean_something_can_be_seen(palette: dict[str, str]) -> None:
    poor = {
        pair: round(contrast(palette[pair[0]], palette[pair[1]]), 2)
        for pair in pairs(LINE_PAIRS)
        if contrast(palette[pair[0]], palette[pair[1]]) < 3
    }
    assert not poor


# What carries words anywhere, pills, hover and chosen rows included, and what words are said in.
INKS = "text muted accent_text good warn bad".split()
GROUNDS = """
bg nav surface sub border grid accent_soft good_soft warn_soft bad_soft shade stripe stripe_light
heat_low
""".split()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(palette: dict[str, str]) -> None:
    poor = {
        (ink, ground): round(contrast(palette[ink], palette[ground]), 2)
        for ink in INKS
        for ground in GROUNDS
        if contrast(palette[ink], palette[ground]) < 4.5
    }
    assert not poor


def test_lowest_contrast_is_the_one_the_design_states() -> None:
    values = [
        contrast(palette[ink], palette[fill])
        for palette in (LIGHT, DARK)
        for ink, fill in pairs(TEXT_PAIRS)
    ]
    assert round(min(values), 2) == 4.84


def test_both_palettes_hold_the_same_tokens() -> None:
    assert list(LIGHT) == list(DARK)
    assert all(re.fullmatch("#[0-9A-F]{6}", v) for v in (*LIGHT.values(), *DARK.values()))


@pytest.mark.parametrize(
    ("updown", "up", "down"), [("red", "bad", "good"), ("green", "good", "bad")]
)
def test_colour_of_a_rise_follows_the_setting(qapp, updown: str, up: str, down: str) -> None:
    theme = Theme("dark", updown=updown)
    assert theme.color("up") == QColor(DARK[up])
    assert theme.color("down") == QColor(DARK[down])


def test_a_colour_given_away_is_a_copy(qapp) -> None:
    theme = Theme()
    theme.color("bad").setAlpha(10)
    assert theme.color("bad").alpha() == 255


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_heights_hold_the_text(qapp, scale: float) -> None:
    theme = Theme(scale=scale)
    for size in (TITLE, BODY, SMALL):
        assert theme.font(size).pixelSize() == round(size * scale)
        assert theme.line(size) >= theme.metrics(size).height()
    assert theme.control(32) >= theme.metrics().height() + 8


def test_text_size_stays_between_90_and_150_percent(qapp) -> None:
    assert Theme(scale=9).scale == 1.5
    assert Theme(scale=0.1).scale == 0.9


def test_applying_sets_style_palette_sheet_and_locale(qapp, spoken) -> None:
    theme = spoken("en", "dark")
    assert current() is theme and theme_of(None) is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK["bg"])
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == QColor(DARK["accent"])
    assert DARK["surface"] in qapp.styleSheet()
    assert "{" + "surface" not in qapp.styleSheet()
    assert QApplication.font().pixelSize() == 14


def test_bundled_fonts_are_registered_and_end_both_chains(qapp) -> None:
    assert "Noto Sans SC" in fonts.register()
    for lang in ("zh", "en"):
        assert fonts.families(lang)[-1] == "Noto Sans SC"
        assert all(QFontDatabase.hasFamily(name) for name in fonts.families(lang))


def test_rare_names_have_glyphs(qapp) -> None:
    """喆堃珺钰 are in sellers' names; none may come out as a box."""
    font = fonts.font(14)
    font.setFamilies(["Noto Sans SC"])
    raw = QRawFont.fromFont(font)
    assert QFontInfo(font).family() == "Noto Sans SC"
    assert all(raw.supportsCharacter(ord(char)) for char in "喆堃珺钰▲▼−¥–›✓×·…「」")


def test_figures_are_of_equal_width(qapp) -> None:
    metrics = Theme().metrics(BODY)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_plain_text_is_drawn_in_the_themes_colour(qtbot, spoken, scheme: str) -> None:
    from ksdesk.ui.parts.labels import title

    theme = spoken("zh", scheme)
    label = title("今日")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    image = label.grab().toImage()
    inks = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.color("text").name() in inks
