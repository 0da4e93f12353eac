"""Names, remarks and the numbers that name something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

from ksdesk.domain.personal import blotted
from ksdesk.importers.cell import (
    NONE,
    CellError,
    are_rounded,
    as_written,
    has_no_result,
    is_rounded,
    tidy_text,
)
from ksdesk.importers.converters.column import LONGEST_TEXT, MOST_KEPT, Convert, kept
from ksdesk.importers.files.besides import kind_of


def texts(
    longest: int = LONGEST_TEXT,
    told: Callable[[str], str] | None = kind_of,
    *,
    note: bool = False,
    nameless: Callable[[str], object] | None = None,
) -> Convert:
    """Names and remarks, None where there is none; without buyers' telephones and the like, and
    where it is a `note`, without their streets and accounts. `told` says of a name why its row is
    none, `nameless` that it is no name."""
    turn = partial(_text, longest=longest, told=told, note=note)
    return kept(turn if nameless is None else _unless(nameless, turn))


def _unless(nameless: Callable[[str], object], turn: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: None if nameless(cell) else turn(cell)


@lru_cache(maxsize=MOST_KEPT)  # of many columns that say the same
def _text(cell: str, *, longest: int, told: Callable[[str], str] | None, note: bool) -> str | None:
    text = tidy_text(cell)
    if len(text) > longest:
        raise CellError("too_long")
    if has_no_result(text) and not (note and text[0] == "="):  # =_= is a face
        raise CellError("no_result")
    if told is not None and (besides := told(text)):
        raise CellError(besides)
    return None if text in NONE else blotted(text, note=note, names=note)


def ids(
    *,
    required: bool = False,
    nameless: Callable[[str], object] | None = None,
    like: Iterable[str] = (),
) -> Convert:
    """Numbers that name something: text with all their digits and leading zeros; `nameless` says of
    a word that it is none.

    123.0 and 1.23e5 are 123 and 123000. What Excel made of long ones (1.23E+18, or zeros after 15
    digits in all that are `like` it) has lost its digits and is refused; so is a `required` one
    that is empty or zero.
    """
    rounded = are_rounded(like)

    def turn(cell: str) -> str | None:
        text = tidy_text(cell)
        if len(text) > LONGEST_TEXT:
            raise CellError("too_long")
        if has_no_result(text):
            raise CellError("no_result")
        figures = text[:1].isdigit() and text[-1:].isdigit()
        if not figures and (besides := kind_of(text)):
            raise CellError(besides)
        text = as_written(text.removeprefix('"'))  # a mark that nothing closed
        if text in NONE or not text.strip("0"):
            if required:
                raise CellError("no_number")
            return None
        if rounded and is_rounded(text):
            raise CellError("lost_digits")
        return text

    return kept(turn if nameless is None else _unless(nameless, turn))
