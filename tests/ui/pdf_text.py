"""The text of a PDF as a reader would select it, by the fonts' own tables of characters."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)


def pages_of(path: Path) -> list[str]:
    """The text of each page, the pieces in the order in which they are drawn, one a line."""
    objects = {int(n): body for n, body in _OBJECT.findall(path.read_bytes())}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    return [_text(objects, page) for page in pages]


def _text(objects: dict[int, bytes], page: bytes) -> str:
    resources = objects[_ref(page, rb"/Resources")]
    names = re.findall(rb"/(F\d+) (\d+) 0 R", resources)
    tables = {name: _table(objects, int(number)) for name, number in names}
    pieces, table = [], {}
    content = _stream(objects[_ref(page, rb"/Contents")])
    for block in re.findall(rb"BT\n(.*?)ET\n", content, re.DOTALL):
        codes = ""
        for font, shown in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)> Tj", block):
            table = tables[font] if font else table
            codes += shown.decode()
        glyphs = [int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)]
        pieces.append("".join(table.get(glyph, "\ufffd") for glyph in glyphs))
    return "\n".join(pieces)


def _table(objects: dict[int, bytes], font: int) -> dict[int, str]:
    told = _stream(objects[_ref(objects[font], rb"/ToUnicode")]).decode()
    found: dict[int, str] = {}
    for first, _last, values in re.findall(r"<(\w+)> <(\w+)> \[(.*?)\]", told, re.DOTALL):
        for number, value in enumerate(re.findall(r"<(\w+)>", values)):
            found[int(first, 16) + number] = bytes.fromhex(value).decode("utf-16-be")
    return found


def _ref(body: bytes, name: bytes) -> int:
    found = re.search(name + rb" (\d+) 0 R", body)
    assert found, (name, body[:200])
    return int(found[1])


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    packed = b"FlateDecode" in body[: found.start()]
    return zlib.decompress(found[1]) if packed else found[1]
