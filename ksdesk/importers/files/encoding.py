"""Which encoding a text file is in: BOM, then strict UTF-8, then GB18030 or Big5 by plausibility.

Guessing libraries are wrong on short GBK files (a report of ten lines), so the two Chinese
encodings are told apart by how many everyday characters each reading gives.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.files import formats
from ksdesk.importers.files.opening import opened

BLOCK = 1 << 19  # bytes decoded at once: under a millisecond, so the screen's thread never waits
_SAMPLE = 1 << 17
_EVERYDAY = 0.9  # of the signs of a text are letters, digits and usual characters
_MOSTLY = 0.98  # of the characters must be readable before a damaged file is taken at all

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Encoding:
    """A codec's name; `damaged` where some bytes do not fit it and those rows are refused."""

    name: str
    damaged: bool = False


def detect(source: Source, progress: Progress = QUIET) -> Encoding:
    """The encoding of a file, which is read as a whole; raises `ImportProblem`, `Cancelled`."""
    with opened(source) as file:
        sample = file.read(_SAMPLE)
    formats.refuse(sample)
    for mark, name in _BOMS:
        if sample.startswith(mark):
            if name == "utf-8-sig":
                _refuse_nul(source)
            if _fits(source, name, progress):
                return Encoding(name)
            return _damaged(sample, name)
    wide = _wide_without_mark(sample)
    if wide and _fits(source, wide, progress):
        return Encoding(wide)
    if formats.is_binary(sample):
        raise ImportProblem("not_a_table")
    _refuse_nul(source)
    if _fits(source, "utf-8", progress):
        return Encoding("utf-8")
    scores = {name: plausibility(sample, name) for name in ("gb18030", "big5", "utf-8")}
    name = max(scores, key=scores.__getitem__)
    if name != "utf-8" and _fits(source, name, progress):
        return Encoding(name)
    return _damaged(sample, name)


def _damaged(sample: bytes, name: str) -> Encoding:
    """An encoding that some bytes do not fit; raises `ImportProblem` where it is too many."""
    text = sample.decode(name, "replace")
    if text.count("\ufffd") > (1 - _MOSTLY) * len(text):
        raise ImportProblem("encoding")
    return Encoding(name, damaged=True)


def _wide_without_mark(sample: bytes) -> str:
    """UTF-16 without its mark, by which of both readings gives everyday signs; "" for neither."""
    if 0 not in sample:
        return ""
    shares = {name: _everyday(sample, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > _EVERYDAY else ""


def _everyday(sample: bytes, name: str) -> float:
    """The share of everyday signs in a reading."""
    text = sample[: len(sample) // 2 * 2].decode(name, "replace")
    usual = _usual("utf-8")
    everyday = sum(" " <= sign <= "~" or sign in "\t\r\n" or sign in usual for sign in text)
    return everyday / max(len(text), 1)


def _blocks(source: Source) -> Iterator[bytes]:
    with opened(source) as file:
        while block := file.read(BLOCK):
            yield block


def _refuse_nul(source: Source) -> None:
    for number, block in enumerate(_blocks(source)):
        if (place := block.find(0)) >= 0:
            above = sum(b.count(b"\n") for b in islice(_blocks(source), number))
            raise ImportProblem("nul_bytes", line=above + block.count(b"\n", 0, place) + 1)


def _fits(source: Source, name: str, progress: Progress) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for block in _blocks(source):
            progress.check()
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def plausibility(sample: bytes, name: str) -> float:
    """The share of everyday characters among the non-ASCII ones of a reading, 1 at best."""
    text = sample.decode(name, "replace")
    foreign = [sign for sign in text if sign > "\x7f"]
    if not foreign:
        return 0.0
    usual = _usual(name)
    return sum(1 if sign in usual else -4 if sign == "\ufffd" else 0 for sign in foreign) / len(
        foreign
    )


@cache
def _usual(name: str) -> frozenset[str]:
    """The first level of GB 2312 or of Big5: what everyday text is written in."""
    simplified = _plane("gb2312", range(0xB0, 0xD8)) | _plane("gb2312", range(0xA1, 0xA4))
    traditional = _plane("big5", range(0xA4, 0xC7)) | _plane("big5", range(0xA1, 0xA4))
    return {"gb18030": simplified, "big5": traditional}.get(name, simplified | traditional)


def _plane(name: str, leads: range) -> frozenset[str]:
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    return frozenset(
        "".join(bytes((lead, trail)).decode(name, "ignore") for lead in leads for trail in trails)
    ) - frozenset(map(chr, range(128)))
