"""Several tables in one file (蝉妈妈 exports): where each begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ksdesk.importers.cell import tidy_text
from ksdesk.importers.files.heading import is_figure

_LEAST = 2  # cells of a header
_MOST = 50  # tables in a file


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its title, the line of its header, the first line behind it (None: the end)."""

    title: str
    header_line: int
    header: tuple[str, ...]
    end_line: int | None = None
    parted: bool = False
    """Whether a title stands above it, below a blank line."""


def find(rows: Iterable[tuple[int, list[str]]], known: Callable[[str], bool]) -> list[Section]:
    """The tables in these rows. A header stands below a blank line or a title, and above figures.

    The first row counts as if below a blank line.
    """
    found: list[Section] = []
    title, ends_at, blank, opened = "", 0, True, True
    waiting: Section | None = None
    for line, row in rows:
        if not opened and waiting is None and row[1:] and row[0].strip() and row[1].strip():
            continue  # a row of the table at hand, like nearly all
        filled = [text for cell in row if (text := cell.strip())]
        if waiting is not None and filled and _begins(waiting, filled, found, known):
            if found:
                found[-1] = replace(found[-1], end_line=ends_at)
            found.append(waiting)
            if len(found) == _MOST:
                break
        waiting = None
        if len(filled) < _LEAST:
            if not opened:
                ends_at = line
            blank = blank or not filled
            title = filled[0] if filled else title if opened else ""
            opened = True
            continue
        if opened and _is_header(filled) and (not found or found[-1].header != _trimmed(row)):
            waiting = Section(title, line, _trimmed(row), parted=blank and bool(title))
            ends_at = ends_at if found else line
        blank = opened = False
        title = ""
    return found


def _begins(
    section: Section, below: list[str], found: list[Section], known: Callable[[str], bool]
) -> bool:
    """Whether a row of names is a header, by the row below it and the table above.

    A blank line alone ends no table: texts as wide as the table above are a row of it.
    """
    if _knows(section, known):
        return True
    if not _has_figures(below):
        return False
    width = len(section.header)
    return not found or section.parted or len(below) <= width != len(found[-1].header)


def _is_header(filled: list[str]) -> bool:
    return not _has_figures(filled) and len(set(filled)) == len(filled)


def _has_figures(filled: list[str]) -> bool:
    return any(map(is_figure, filled))


def _knows(section: Section, known: Callable[[str], bool]) -> bool:
    return sum(map(known, section.header)) >= _LEAST


def _trimmed(row: list[str]) -> tuple[str, ...]:
    filled = len(row)
    while filled and not row[filled - 1].strip():
        filled -= 1
    return tuple(tidy_text(cell) for cell in row[:filled])
