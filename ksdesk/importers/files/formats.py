"""What a file is that is no table of text, told by how it begins."""

from __future__ import annotations

import re
from typing import Final

from ksdesk.domain.imports import ImportProblem

_PACKED: Final = (
    *(b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"),
    *(b"\x28\xb5\x2f\xfd", b"LZIP", b"MSCF", b"\x1f\x9d", b"\x04\x22\x4d\x18"),
)
_SHOWN: Final = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"OggS"),
    *(b"ID3\2", b"ID3\3", b"ID3\4"),  # not the car
    *(b"\x1aE\xdf\xa3", b"\x7fELF", b"\0\0\1\0", b"L\0\0\0\1\x14\2\0"),
)
"""What is looked at, heard or run: pictures, papers, films, programs."""

_KEPT: Final = (b"SQLite format 3\0", b"PAR1", b"\0\1\0\0Standard ", b"{\\rtf")
"""What another program keeps its data or texts in."""

_mail = re.compile(rb"[a-z][a-z-]*: .*?^mime-version:", re.DOTALL | re.MULTILINE).match
_cards = re.compile(rb"begin:v[a-z]+\s|\[internetshortcut\]|\[autorun\]").match
_json = re.compile(rb"\{|\[\s*[\[{\"]").match
_tag = re.compile(rb"<(?:\?xml|!doctype|[a-z][\w:.-]*[\s>/])").match
_controls = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f]").search
_HEAD: Final = 4_096


def refuse(start: bytes) -> None:
    """Raise `ImportProblem` for a file that begins like no table of text and no web page."""
    if not start:
        raise ImportProblem("empty")
    if start.startswith(_PACKED) or start[257:262] == b"ustar":
        raise ImportProblem("archive")
    if start.startswith(_KEPT):
        raise ImportProblem("foreign")
    if start.startswith(_SHOWN) or _is_film(start):
        raise ImportProblem("not_a_table")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[:_HEAD].decode("utf-16", "ignore").encode()
    text = start[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"multipart/related" in text or text.startswith(b"mime-version:") or _mail(text):
        raise ImportProblem("foreign")
    if _cards(text) or _json(text) or b"<workbook" in text or b"<ss:workbook" in text:
        raise ImportProblem("foreign")
    if _tag(text) and b"<html" not in text and b"<table" not in text and b"<!--" not in text:
        raise ImportProblem("not_a_table")


def _is_film(start: bytes) -> bool:
    """Films, sound and pictures whose sign stands behind a length."""
    return start[4:8] == b"ftyp" or (start[:4] == b"RIFF" and start[8:12].isalpha())


def is_binary(start: bytes) -> bool:
    """Whether signs stand at the beginning of a file that no text has."""
    head = start[:512]
    return 0 in head and _controls(head) is not None
