"""How a chart looks: one sheet of matplotlib settings filled from the colour tokens.

Figures have 72 dots to the inch, so one point is one pixel and every size below is the pixel
size of `looks`; screens with more dots raise the figure's dpi and nothing else.
"""

from __future__ import annotations

import functools
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from ksdesk.paths import resources

DPI = 72
SMALL = 12.0
BODY = 14.0
SOLID: tuple[float, ...] = ()
DASHES: tuple[tuple[float, ...], ...] = (SOLID, (6, 2), (2, 2), (6, 2, 2, 2))
REQUIRED_DASH = (5.0, 3.0)
GHOST_DASH = (3.0, 2.0)
MARK_DASH = (2.0, 3.0)

# matplotlib's settings are one dict for the whole process and a month's report is drawn by a
# worker: whoever needs ours holds this lock for as long.
_settings = threading.RLock()


def font_files() -> dict[str, Path]:
    """The bundled faces, "regular" and "bold"; FileNotFoundError names what is missing."""
    faces: dict[str, Path] = {}
    for path in sorted((resources() / "fonts").glob("*.[ot]tf")):
        faces["bold" if "bold" in path.stem.lower() else "regular"] = path
    if "regular" not in faces:
        raise FileNotFoundError(resources() / "fonts" / "NotoSansSC-Regular.otf")
    faces.setdefault("bold", faces["regular"])
    return faces


@functools.cache
def register_fonts() -> str:
    """Make matplotlib know the bundled fonts; the family's name."""
    faces = font_files()
    for path in faces.values():
        font_manager.fontManager.addfont(path)
    return str(font_manager.get_font(faces["regular"]).family_name)


def sheet(palette: Mapping[str, str], scale: float = 1.0) -> dict[Any, Any]:
    """matplotlib settings from the tokens; `scale` is the seller's text size (0.9–1.5)."""
    return {
        "figure.dpi": DPI,
        "savefig.dpi": DPI,
        "figure.facecolor": palette["surface"],
        "savefig.facecolor": palette["surface"],
        "axes.facecolor": palette["surface"],
        "axes.edgecolor": palette["axis"],
        "font.family": [register_fonts()],
        "font.size": SMALL * scale,
        "text.color": palette["muted"],
        # $ and ^ in a campaign's name are letters, not formulas.
        "text.parse_math": False,
        "axes.unicode_minus": True,
        "lines.scale_dashes": False,
        "lines.solid_joinstyle": "round",
        "lines.dash_joinstyle": "round",
        "lines.solid_capstyle": "round",
        "lines.dash_capstyle": "butt",
        "path.simplify": True,
        # Letters as outlines: the picture is the same on a machine without our fonts.
        "svg.fonttype": "path",
        "svg.hashsalt": "ksdesk",
    }


@contextmanager
def styled(palette: Mapping[str, str], scale: float = 1.0) -> Iterator[None]:
    """Draw or save with our settings; matplotlib's own come back afterwards.

    Only what differs is set: `rc_context` copies all settings twice, a tenth of a drawing.
    """
    with _settings:
        known = matplotlib.rcParams
        wanted = sheet(palette, scale)
        before = {name: known[name] for name in wanted}
        known.update({name: value for name, value in wanted.items() if value != before[name]})
        try:
            yield
        finally:
            known.update({name: value for name, value in before.items() if known[name] != value})


@functools.cache
def _characters() -> frozenset[int]:
    faces = font_files().values()
    maps = [frozenset(font_manager.get_font(path).get_charmap()) for path in faces]
    return frozenset.intersection(*maps)


def plain_text(text: str) -> str:
    """`text` on one line without what the bundled fonts lack (emoji), never a warning or tofu."""
    known = _characters()
    kept = (
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", text)
        if char.isspace() or ord(char) in known
    )
    return " ".join("".join(kept).split())


@functools.lru_cache(maxsize=2048)
def text_width(text: str, size: float = SMALL, bold: bool = False) -> float:
    """Width in pixels of one line in the bundled font."""
    font: FT2Font = font_manager.get_font(font_files()["bold" if bold else "regular"])
    font.set_size(size, DPI)
    font.set_text(text)
    return float(font.get_width_height()[0]) / 64
