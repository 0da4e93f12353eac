"""Cells on the clipboard as Excel and WPS put them there: lines of tab separated text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

Block = list[list[str]]

_QUOTED: Final = ("\t", "\n", "\r", '"')


class NotCells(ValueError):
    """A text that is no table of cells: a quotation mark in it is never closed."""


def read_cells(text: str) -> Block:
    """The cells of a copied block, every line equally wide; [] where there is nothing.

    A cell in quotation marks may hold tabs and line breaks. Raises `NotCells`.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    try:
        rows = [row or [""] for row in reader]
    except csv.Error as error:
        return _plain(text, error)
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _plain(text: str, error: csv.Error) -> Block:
    """Text that was never quoted, as other programs copy it (5" pan), is taken as it stands."""
    if "\0" in text or len(text) > 1 << 24:
        raise NotCells from error
    rows = [line.split("\t") for line in text.splitlines()]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def write_cells(block: Sequence[Sequence[str]]) -> str:
    """A block as text that Excel, WPS and `read_cells` take apart again."""
    return "".join("\t".join(map(_cell, row)) + "\r\n" for row in block)


def _cell(text: str) -> str:
    if any(sign in text for sign in _QUOTED):
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


def spread(block: Block, height: int, width: int) -> Block:
    """The block to put on a selection: repeated where it divides it, else as it is."""
    rows, columns = len(block), len(block[0])
    if height % rows or width % columns:
        return block
    return [row * (width // columns) for row in block] * (height // rows)
