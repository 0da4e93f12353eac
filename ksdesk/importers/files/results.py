"""Cells of a workbook that have no result: errors, and formulas that were never worked out.

The reader of workbooks gives them out as empty, which would be taken for "no value".
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Errors by their number in an xls."""

AN_ERROR: Final = "#VALUE!"
MOST: Final = 200_000
"""How many of a workbook are told of."""

_SHOWN: Final = 60  # characters of a formula
_cells = re.compile(
    rb'<c (?=[^>]*t="e"|[^>/]*><f)([^>]*)>(?:<f[^>/]*(?:/>|>([^<]*)</f>))?(?:<v>([^<]*)</v>)?'
).finditer
_place = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"').search
_tags = re.compile(rb"<(?:\w+:)?(sheet|Relationship)\s([^>]*)>").findall
_attributes = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"').findall

Gaps = dict[int, dict[int, str]]
"""What to show for a cell, by row and column from 0."""


def is_doubtful(block: bytes) -> bool:
    """Whether a piece of a sheet's XML may have such cells: errors or formulas."""
    if b"e" in block and b't="e"' in block:  # one letter is looked for far quicker
        return True
    return b"f" in block and any(sign in block for sign in (b"<f>", b"<f ", b"<f/"))


def gaps(blocks: Iterable[bytes]) -> Gaps:
    """The cells of an xlsx sheet's XML without a result: the error, or the formula behind a "="."""
    found: Gaps = {}
    carried, count = b"", 0
    for block in blocks:
        data = carried + block
        cut = data.rfind(b"</c>") + 4
        carried = data[cut:] if cut > 3 else data
        for cell in _cells(data, 0, cut) if cut > 3 else ():
            at, text = _place(cell[1]), _shown(cell)
            if at and text and count < MOST:
                found.setdefault(int(at[2]) - 1, {})[column_number(at[1]) - 1] = text
                count += 1
    return found


def _shown(cell: re.Match[bytes]) -> str:
    attributes, formula, value = cell.groups()
    if b't="e"' in attributes:
        return value.decode("utf-8", "replace") if value else AN_ERROR
    if value or b't="str"' in attributes:  # a formula may give an empty text
        return ""
    return "=" + (html.unescape((formula or b"").decode("utf-8", "replace"))[:_SHOWN] or "...")


def column_number(letters: bytes) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def entries_of(workbook: bytes, relations: bytes) -> dict[str, str]:
    """The archive's entry of each sheet by its name, from xl/workbook.xml and its relations."""
    targets = {}
    for tag, text in _tags(relations):
        attributes = dict(_attributes(text))
        target = attributes.get(b"Target", b"").decode("utf-8", "replace")
        if tag == b"Relationship":
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            targets[attributes.get(b"Id")] = path
    found = {}
    for tag, text in _tags(workbook):
        attributes = dict(_attributes(text))
        own = next((value for key, value in attributes.items() if key.endswith(b":id")), None)
        if tag == b"sheet" and own in targets:
            name = html.unescape(attributes.get(b"name", b"").decode("utf-8", "replace"))
            found[name] = targets[own]
    return found
