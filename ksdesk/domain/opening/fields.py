"""What the steps of the opening keep, field by field: the shapes that may reach the book.

There is no shape for a picture or an ID number. A check keeps its verdict, the codes of its
reasons with their figures, and the day; texts lose everything that may be an ID number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from ksdesk.domain.opening.glare import PLACES
from ksdesk.domain.opening.identity import (
    NumberVerdict,
    check_uscc,
    compact_uscc,
    without_id_numbers,
)
from ksdesk.domain.opening.papers import PAPER_CODES
from ksdesk.domain.opening.shop_types import SHOP_TYPES
from ksdesk.domain.reasons import LEVELS, Fact, Reason

if TYPE_CHECKING:  # what looks at pictures is loaded where there is one
    from ksdesk.domain.opening.photos import PhotoVerdict

StepFieldKind = Literal["text", "flag", "day", "choice", "list", "amounts", "check", "code"]

_MOST_FEN: Final = 100_000_000_00
_MOST_ITEMS: Final = 200


@dataclass(frozen=True, slots=True)
class StepField:
    """A field that a step keeps. ``clean`` gives the value as it may be kept, None for never."""

    name: str
    kind: StepFieldKind
    clean: Callable[[object], object]
    default: Callable[[], object]


def _nothing() -> None:
    return None


def _text(most: int) -> Callable[[object], object]:
    def clean(value: object) -> object:
        return without_id_numbers(value)[:most] if isinstance(value, str) else None

    return clean


def _flag(value: object) -> object:
    return value if isinstance(value, bool) else None


def _day(value: object) -> object:
    """A date, or its ISO text; kept as text."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            return None
    return date(value.year, value.month, value.day).isoformat() if isinstance(value, date) else None


def _choice(*allowed: str) -> Callable[[object], object]:
    def clean(value: object) -> object:
        return value if isinstance(value, str) and value in allowed else None

    return clean


def _key(value: object) -> str | None:
    """A category as the rule book or the seller names it: short, and no number in disguise."""
    if not isinstance(value, str) or not 0 < len(value) <= 40:
        return None
    return value if sum(sign.isdigit() for sign in value) < 6 else None


def _paper(value: object) -> str | None:
    return value if isinstance(value, str) and value in PAPER_CODES else None


def _list_of(item: Callable[[object], str | None]) -> Callable[[object], object]:
    def clean(value: object) -> object:
        if not isinstance(value, (list, tuple, set, frozenset)):
            return None
        items = [item(each) for each in value]
        kept = list(dict.fromkeys(each for each in items if each))[:_MOST_ITEMS]
        return sorted(kept) if isinstance(value, (set, frozenset)) else kept

    return clean


def _amounts(value: object) -> object:
    """Fen by category."""
    if not isinstance(value, Mapping):
        return None
    kept: dict[str, object] = {}
    for key, amount in list(value.items())[:_MOST_ITEMS]:
        name = _key(key)
        if name and type(amount) is int and 0 <= amount <= _MOST_FEN:
            kept[name] = amount
    return kept


def _money_text(value: object) -> object:
    """An amount as it was typed, right or wrong; never long enough for an ID number."""
    fits = isinstance(value, str) and len(value) <= 20
    return value if fits and sum(sign.isdigit() for sign in str(value)) <= 12 else None


def _uscc(value: object) -> object:
    """A company code, perhaps half typed. What could as well be an ID number is not kept."""
    if not isinstance(value, str):
        return None
    code = compact_uscc(value)
    if len(code) > 18 or re.search("[^0-9A-Z]", code):
        return None
    # ID numbers begin with 1 to 8. So do few company codes (1, 5): kept once they are whole and
    # a letter shows what they are.
    if re.match("[0-8]", code):
        whole = check_uscc(code).status == "ok" and re.search("[A-WY]", code)
        return code if whole else None
    return code


_CODE = re.compile("[a-z_]{1,40}").fullmatch
_FACT_CODES: Final = frozenset(
    {*PLACES, "GIF", "TIFF", "PDF", "AVIF", "WEBP", "BMP", "HEIC"}
    | {"company", "sole_trader", "cooperative", "other"}
)
_STATUSES: Final = ("good", "retake", "unusable", "ok", "review", "bad")
_FORMATS: Final = ("", "JPEG", "PNG", "WEBP", "BMP", "HEIC")


def _number(value: object) -> int | float | None:
    """A figure that a check may name: up to 300 million (bytes, pixels), finite."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if not math.isfinite(value) or abs(value) > 300_000_000:
        return None
    return value if isinstance(value, int) else round(value, 2)


def _reason(value: object) -> Reason | None:
    """A kept reason, with only those facts that are figures or known codes."""
    if not isinstance(value, Mapping):
        return None
    code, level, facts = value.get("code"), value.get("level"), value.get("facts")
    if not (isinstance(code, str) and _CODE(code)) or level not in LEVELS:
        return None
    kept: dict[str, Fact] = {}
    for name, fact in facts.items() if isinstance(facts, Mapping) else ():
        if not (isinstance(name, str) and _CODE(name)):
            continue
        if isinstance(fact, str) and fact in _FACT_CODES:
            kept[name] = fact
        elif (figure := _number(fact)) is not None:
            kept[name] = figure
    return Reason(code, level, kept)


def reasons_of(check: Mapping[str, object]) -> tuple[Reason, ...]:
    """The reasons in a kept check, as they were when it was made."""
    given = check.get("reasons")
    rows = given[:20] if isinstance(given, (list, tuple)) else ()
    return tuple(each for row in rows if (each := _reason(row)))


def _as_rows(reasons: Iterable[Reason]) -> list[dict[str, object]]:
    return [{"code": each.code, "level": each.level, "facts": dict(each.facts)} for each in reasons]


def _kept_check(value: object, figures: Collection[str] = ()) -> dict[str, object] | None:
    """A verdict as it may be kept: status, reasons, day, and the figures named."""
    if not isinstance(value, Mapping) or value.get("status") not in _STATUSES:
        return None
    kept: dict[str, object] = {
        "status": value["status"],
        "reasons": _as_rows(reasons_of(value)),
        "day": _day(value.get("day")),
    }
    for name in figures:
        figure = _number(value.get(name))
        if figure is not None:
            kept[name] = figure
    if figures and value.get("format") in _FORMATS:
        kept["format"] = value["format"]
    return kept


_PHOTO_FIGURES: Final = ("width", "height", "bytes", "sharpness", "glare", "brightness")


def _photo_check(value: object) -> object:
    return _kept_check(value, _PHOTO_FIGURES)


def _plain_check(value: object) -> object:
    return _kept_check(value)


def _id_check(value: object) -> object:
    """The verdict on the ID number: codes and day alone, no figure at all."""
    kept = _kept_check(value)
    if kept is None:
        return None
    bare = (Reason(each.code, each.level) for each in reasons_of(kept))
    return {**kept, "reasons": _as_rows(bare)}


def photo_field(verdict: PhotoVerdict, day: date) -> dict[str, object]:
    """What is kept of a photo: its verdict with figures and the day it was checked."""
    figures = {name: getattr(verdict, name) for name in (*_PHOTO_FIGURES, "format")}
    return {
        **figures,
        "status": verdict.status,
        "reasons": _as_rows(verdict.reasons),
        "day": day.isoformat(),
    }


def verdict_field(verdict: NumberVerdict, day: date) -> dict[str, object]:
    """What is kept of a checked number or day: status, reasons and the day of the check."""
    return {
        "status": verdict.status,
        "reasons": _as_rows(verdict.reasons),
        "day": day.isoformat(),
    }


def _turn(value: object) -> str | None:
    """A day on which a switch was turned, and the way: 2026-03-01 on."""
    if not isinstance(value, str):
        return None
    day, _, way = value.partition(" ")
    return value if _day(day) and way in ("on", "off") else None


def _note() -> StepField:
    return StepField("note", "text", _text(2000), str)


def _days(*names: str) -> tuple[StepField, ...]:
    return tuple(StepField(name, "day", _day, _nothing) for name in names)


def _flags(*names: str) -> tuple[StepField, ...]:
    return tuple(StepField(name, "flag", _flag, bool) for name in names)


def _photo(name: str) -> StepField:
    return StepField(name, "check", _photo_check, _nothing)


_REALNAME: Final = (
    _photo("front_verdict"),
    _photo("back_verdict"),
    _photo("holding_verdict"),
    StepField("id_verdict", "check", _id_check, _nothing),
    *_days("valid_until"),
    *_flags("long_term"),
    StepField("validity_verdict", "check", _plain_check, _nothing),
)
_TYPE: Final = (
    StepField("shop_type", "choice", _choice("", *(each.code for each in SHOP_TYPES)), str),
    StepField("papers", "list", _list_of(_paper), list),
    StepField("uscc", "code", _uscc, str),
    StepField("uscc_verdict", "check", _plain_check, _nothing),
    StepField("brand", "text", _text(100), str),
    StepField("trademark", "text", _text(100), str),
    StepField("authorisation", "choice", _choice("", "own", "licensed", "exclusive"), str),
    *_days("authorisation_until"),
    *_flags("rule_centre_seen"),
)
_DEPOSIT: Final = (
    StepField("categories", "list", _list_of(_key), list),
    *_flags("other_platform"),
    StepField("turned", "list", _list_of(_turn), list),
    *_days("answered"),
    StepField("asked", "amounts", _amounts, dict),
    StepField("shown", "text", _money_text, str),
    *_days("shown_on"),
)

FIELDS: Final[dict[str, tuple[StepField, ...]]] = {
    "entry.settings": (_note(),),
    "entry.fentiao": (_note(),),
    "entry.promo": (_note(),),
    "entry.works": (_note(),),
    "entry.go_open": (_note(),),
    "open.start": (_note(),),
    "open.verify": (_note(),),
    "realname.upload": (*_REALNAME, _note()),
    "type.choose": (*_TYPE, _note()),
    "deposit.quote": (*_DEPOSIT, _note()),
    "done": (_note(),),
}
"""The fields of each step by its name. A field that is not here is never kept."""
