"""A table on its way out: what its columns hold, how it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized
from dataclasses import dataclass
from typing import Any, Final, Literal

CellKind = Literal["text", "id", "money", "count", "number", "percent", "day", "moment"]

WIDTHS: Final[dict[CellKind, int]] = {
    "text": 24,
    "id": 22,
    "money": 14,
    "count": 11,
    "number": 12,
    "percent": 10,
    "day": 12,
    "moment": 20,
}
"""Characters that a column is wide where it does not say so itself."""

STEP: Final = 500
"""Rows between two looks at whether the work is still wanted."""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column; `width` in characters, 0: as its kind usually is.

    `kind` is what its values are: text, id (a text of digits, kept to the last one), money (int
    fen, written in yuan; a price may be a float of fen), count, number, percent (a share: 0.125
    is 12.5 %), day (date) or moment (datetime, Beijing time). None is an empty cell; a str stays
    text in every kind.
    """

    name: str
    title: str
    kind: CellKind = "text"
    width: int = 0


@dataclass(frozen=True)
class Sheet:
    """A table with a title. Its rows are read once, while it is written."""

    title: str
    columns: tuple[ExportColumn, ...]
    rows: Iterable[tuple[Any, ...]]

    def total(self) -> int | None:
        """How many rows there are, None where only reading them tells."""
        return len(self.rows) if isinstance(self.rows, Sized) else None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an export: rows without headers, and texts that were too long for a cell."""

    rows: int = 0
    cut: int = 0


_unsafe = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")


def printable(text: str) -> str:
    """A text without the signs that no file format takes: controls, halves of surrogates."""
    return _unsafe.sub("", text)


_no_names = re.compile(r'[\\/:*?"<>|\t\r\n\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')
_devices = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.I)
_STEM_MOST = 110  # bytes: two of them with a day and a suffix are a name that every disk takes


def file_stem(*texts: str) -> str:
    """Texts as the name of a file or folder on every system, without its suffix.

    Each is cut by itself, so that what follows a long one is still told; the empty are left out.

    >>> file_stem("柿子沟/果园", "商品"), file_stem("nul"), file_stem("..")
    ('柿子沟 果园 商品', 'ksdesk nul', 'ksdesk')
    """
    stem = " ".join(filter(None, map(_stem_part, texts)))
    return f"ksdesk {stem}" if _devices.match(stem) else stem or "ksdesk"


def _stem_part(text: str) -> str:
    clean = _no_names.sub(" ", printable(text)).strip(" .")
    return clean.encode()[:_STEM_MOST].decode(errors="ignore").strip(" .")
