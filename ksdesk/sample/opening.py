"""The opening wizard, done nine months ago: every step, its fields, two papers that run out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from ksdesk.actions import Book, opening
from ksdesk.domain.opening import STEP_NAMES
from ksdesk.domain.opening.fields import photo_field, verdict_field
from ksdesk.domain.opening.identity import NumberVerdict, check_uscc, check_validity
from ksdesk.domain.opening.photos import PhotoStatus, PhotoVerdict, Side
from ksdesk.domain.opening.shop_types import shop_type
from ksdesk.domain.reasons import Reason
from ksdesk.sample.days import LINE_SHOWN, opened_on

CARD_ENDS: Final = 80
"""Days until the ID card ends: near enough for a reminder."""

AUTHORISATION_ENDS: Final = 32

_CODE: Final = "92610528MA0000000C"  # a number of zeros only: nobody's
_NOTES: Final = {
    "entry.fentiao": "我的手机上「快手粉条」在第二屏，往下划才看到。",
    "open.start": "「开店」按钮在右上角，字很小。",
}


def fill(book: Book, now: datetime) -> None:
    """Walk through all steps on the day of the opening; then the phone showed a new line."""
    day = opened_on(now)
    moment = datetime.combine(day, time(9, 30))
    fields = _fields(day, now.date())
    for number, step in enumerate(STEP_NAMES):
        if step in fields:
            opening.save_fields(book, step, fields[step], moment)
        if step in _NOTES:
            opening.save_note(book, step, _NOTES[step], moment)
        opening.go(book, step, moment, STEP_NAMES[number - 1] if number else None)
        moment += timedelta(minutes=2)
    opening.go(book, STEP_NAMES[-1], moment, STEP_NAMES[-1])
    shown_on = now.date() - timedelta(days=LINE_SHOWN)
    shown = {**_DEPOSIT, "shown": "3000.00", "shown_on": shown_on}
    opening.save_fields(book, "deposit.quote", shown, datetime.combine(shown_on, time(8, 50)))


_DEPOSIT: Final[Mapping[str, Any]] = {
    "categories": ["fresh", "food"],
    "other_platform": True,
    "asked": {"fresh": 1_000_00, "food": 0},
    "shown": "",
    "shown_on": None,
}


def _fields(day: date, today: date) -> dict[str, Mapping[str, Any]]:
    return {
        "realname.upload": _realname(day, today),
        "type.choose": _shop(day, today),
        "deposit.quote": _DEPOSIT,
    }


def _realname(day: date, today: date) -> dict[str, Any]:
    """The verdicts; there never was a picture or a number."""
    until = today + timedelta(days=CARD_ENDS)
    number = NumberVerdict("ok", (Reason("check_digit_ok", "good"), Reason("old_enough", "good")))
    return {
        **{f"{verdict.side}_verdict": photo_field(verdict, day) for verdict in _photos()},
        "id_verdict": verdict_field(number, day),
        "valid_until": until,
        "validity_verdict": verdict_field(check_validity(until, today), today),
    }


def _photos() -> tuple[PhotoVerdict, ...]:
    glare = Reason("glare", "warn", {"percent": 4.6, "place": "upper_right", "advised": 2.0})
    return (
        _photo("front", 2480, 1560, 1_480_000, 412.0, 0.3),
        _photo("back", 2470, 1555, 1_390_000, 365.0, 4.6, glare),
        _photo("holding", 3024, 4032, 2_860_000, 291.0, 0.8),
    )


def _photo(
    side: Side, width: int, height: int, size: int, sharpness: float, glare: float, *faults: Reason
) -> PhotoVerdict:
    reasons = faults or (
        Reason("sharp", "good", {"sharpness": round(sharpness)}),
        Reason("no_glare", "good"),
    )
    status: PhotoStatus = "retake" if faults else "good"
    return PhotoVerdict(
        side, status, tuple(reasons), "JPEG", width, height, size, sharpness, glare, 78.0
    )


def _shop(day: date, today: date) -> dict[str, Any]:
    kind = shop_type("sole_trader")
    return {
        "shop_type": kind.code,
        "papers": list(kind.papers),
        "uscc": _CODE,
        "uscc_verdict": verdict_field(check_uscc(_CODE, kind.subject), day),
        "brand": "柿子沟",
        "authorisation": "licensed",
        "authorisation_until": today + timedelta(days=AUTHORISATION_ENDS),
        "rule_centre_seen": True,
    }
