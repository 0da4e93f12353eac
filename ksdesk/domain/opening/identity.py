"""Numbers that prove who opens the shop: 居民身份证 (ID card) and 统一社会信用代码 (company code).

The ID number is looked at and forgotten: no verdict holds a digit of it, nor the birthday that
it contains. Check digits come from python-stdnum (GB 11643 and GB 32100); what it leaves out is
covered here: spaces and full-width characters, birthdays to come, residence permits, old numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ksdesk.domain.invisible import INVISIBLE
from ksdesk.domain.reasons import Level, Reason, heaviest, reason

Status = Literal["ok", "review", "bad"]

LEAST_AGE: Final = 16
"""Years of age from which a shop can be opened in one's own name; from general knowledge of the
trade, the platform's own text is not public."""
WARN_DAYS: Final = 90
"""A card that ends within this many days is warned about."""
_MOST_AGE: Final = 120
_LONGEST_VALIDITY: Final = 20 * 366
_LENGTH: Final = 18
_OLD_LENGTH: Final = 15
_LONGEST_TEXT: Final = 200

# Permits of residents from Hong Kong, Macao and Taiwan (港澳台居民居住证) carry these regions.
_PERMIT_REGIONS: Final = ("81", "82", "83")
# Since 2023 the card for foreign permanent residents has 9, a province and a country.
_FOREIGN_CARD = re.compile(r"9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])")

_HYPHENS: Final = "-‐‑‒–—―−﹣－"
_FORGIVEN: Final = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS + INVISIBLE),
        **{chr(full): chr(full - 0xFEE0) for full in range(0xFF10, 0xFF1A)},
        **{chr(full): chr(full - 0xFEE0) for full in range(0xFF21, 0xFF3B)},
        **{chr(full): chr(full - 0xFEE0 - 0x20) for full in range(0xFF41, 0xFF5B)},
    }
)


@dataclass(frozen=True, slots=True)
class NumberVerdict:
    """What a check found: ``status`` and why. Holds nothing of what was checked."""

    status: Status
    reasons: tuple[Reason, ...]

    @property
    def level(self) -> Level:
        """The heaviest level among the reasons: ``warn`` for a good number with a warning."""
        return heaviest(self.reasons)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, in order."""
        return tuple(each.code for each in self.reasons)


def _verdict(*reasons: Reason) -> NumberVerdict:
    level = heaviest(reasons)
    status: Status = "bad" if level == "bad" else "review" if level == "review" else "ok"
    return NumberVerdict(status, reasons)


def _compact(text: str) -> str:
    """``text`` without spaces of any kind, hyphens and invisible marks, in plain capitals."""
    plain = "".join(text.translate(_FORGIVEN).split())
    return "".join(sign.upper() if "a" <= sign <= "z" else sign for sign in plain)


def _wrong_sign(number: str, allowed: str) -> int:
    """The position, from 1, of the first character outside ``allowed``; 0 where there is none."""
    return next((at for at, sign in enumerate(number, 1) if sign not in allowed), 0)


def _shape_fault(number: str) -> Reason | None:
    """What keeps ``number`` from being read as an ID number at all."""
    if not number:
        return reason("empty")
    # Only the last of the 18 places may be X; a shorter or longer number is told its length first
    # unless something in it is no digit at all.
    digits = "0123456789"
    if at := _wrong_sign(number[: _LENGTH - 1], digits):
        return reason("wrong_character", position=at)
    if len(number) not in (_LENGTH, _OLD_LENGTH):
        return reason("wrong_length", length=len(number), expected=_LENGTH)
    if _wrong_sign(number[_LENGTH - 1 :], digits + "X"):
        return reason("wrong_character", position=_LENGTH)
    return None


def _age(birthday: date, today: date) -> int:
    """Full years; who is born on 29 February turns a year older on 1 March."""
    before = (today.month, today.day) < (birthday.month, birthday.day)
    return today.year - birthday.year - before


def _birthday_fault(digits: str, today: date) -> Reason | None:
    """What is wrong with the eight digits of the birthday."""
    try:
        birthday = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return reason("birthday_impossible", first=7, last=14)
    if birthday > today:
        return reason("birthday_in_future", first=7, last=14)
    age = _age(birthday, today)
    if age > _MOST_AGE:
        return reason("birthday_too_long_ago", first=7, last=14, most=_MOST_AGE)
    if age < LEAST_AGE:
        return reason("too_young", least=LEAST_AGE)
    return None


def _known_region(region: str) -> bool:
    """Whether the six digits were ever a place in GB/T 2260.

    The years that the table gives are not held against the birthday: many a number was given out
    long after its owner was born, with the region's code of that later year.
    """
    from stdnum import numdb

    parts = numdb.get("cn/loc").info(region)
    return any("county" in properties for _, properties in parts)


def _place_reason(number: str) -> Reason | None:
    """What the region says: a permit, a foreign resident's card, an unknown place, or nothing."""
    if number.startswith(_PERMIT_REGIONS):
        return reason("residence_permit", "review")
    if _FOREIGN_CARD.match(number):
        return reason("foreign_resident", "review")
    if not _known_region(number[:6]):
        return reason("unknown_region", "warn", first=1, last=6)
    return None


def _old_number(number: str, today: date) -> NumberVerdict:
    """Numbers of 15 digits were replaced by 2013 and have no check digit: a human must look."""
    asked = reason("old_number", "review", length=_OLD_LENGTH)
    if _birthday_fault("19" + number[6:12], today):
        return _verdict(asked, reason("birthday_doubtful", "review", first=7, last=12))
    return _verdict(asked)


def check_id_number(text: str, today: date) -> NumberVerdict:
    """Check an ID number as the seller typed it.

    Forgiven: spaces, hyphens, full-width characters, a small x. ``today`` is the Beijing day.
    ``bad``: ``empty``, ``wrong_character`` and ``wrong_length``, ``check_digit``,
    ``birthday_impossible``, ``birthday_in_future``, ``birthday_too_long_ago``, ``too_young``.
    ``review`` (请人工核对): ``residence_permit`` (港澳台居民居住证), ``foreign_resident``,
    ``old_number`` of 15 digits. ``ok``: ``check_digit_ok`` and ``old_enough``, and
    ``unknown_region`` as a warning. Positions count from 1 without spaces and hyphens.
    The verdict holds no digit of the number. Source: GB 11643-1999, GB/T 2260.
    """
    from stdnum.cn import ric

    number = _compact(text[:_LONGEST_TEXT])
    fault = _shape_fault(number)
    if fault:
        return _verdict(fault)
    if len(number) == _OLD_LENGTH:
        return _old_number(number, today)
    wrong = ric.calc_check_digit(number) != number[-1]
    birthday = _birthday_fault(number[6:14], today)
    check = reason("check_digit") if wrong else reason("check_digit_ok", "good")
    age = birthday or reason("old_enough", "good", least=LEAST_AGE)
    found = (check, age, _place_reason(number))
    return _verdict(*(each for each in found if each))


def masked(text: str) -> str:
    """The number as it is shown while nobody holds the eye: ``610528 ******** **3X``."""
    number = _compact(text[:_LONGEST_TEXT])
    if len(number) != _LENGTH:
        return "*" * len(number)
    return f"{number[:6]} {'*' * 8} **{number[-2:]}"


def check_validity(until: date | None, today: date) -> NumberVerdict:
    """Check the last day on the card; None is 长期 (no end).

    ``bad``: ``expired`` (the day itself still counts). ``ok`` with a warning: ``ends_soon``
    within 90 days and ``very_late`` (over 20 years away: probably mistyped, as cards run for 5,
    10 or 20 years). Otherwise ``valid``. The facts name ``days`` from today.
    """
    if until is None:
        return _verdict(reason("long_term", "good"))
    days = (until - today).days
    if days < 0:
        return _verdict(reason("expired", days=-days))
    if days <= WARN_DAYS:
        return _verdict(reason("ends_soon", "warn", days=days, within=WARN_DAYS))
    if days > _LONGEST_VALIDITY:
        return _verdict(reason("very_late", "warn", years=20))
    return _verdict(reason("valid", "good", days=days))


CompanyKind = Literal["company", "sole_trader", "cooperative", "other"]
_KINDS: Final[dict[str, CompanyKind]] = {
    "91": "company",  # 企业
    "92": "sole_trader",  # 个体工商户
    "93": "cooperative",  # 农民专业合作社
}
_CODE_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_uscc(text: str, expected: CompanyKind | None = None) -> NumberVerdict:
    """Check a 统一社会信用代码 (the 18 characters on a business licence) as it was typed.

    ``bad``: ``empty``, ``wrong_character`` (I, O, Z, S and V are never used), ``wrong_length``,
    ``check_digit``. ``ok``: ``code_ok`` with the ``kind`` of subject that the first two characters
    name; a warning ``other_kind`` where ``expected`` is another. Forgiven as in an ID number.
    Source: GB 32100-2015.
    """
    from stdnum.cn import uscc

    code = _compact(text[:_LONGEST_TEXT])
    if not code:
        return _verdict(reason("empty"))
    # Places 3 to 8 are the region; the first two may be letters (N1, Y1), which stdnum refuses.
    at = _wrong_sign(code, _CODE_LETTERS) or _wrong_sign("00" + code[2:8], "0123456789")
    if at:
        return _verdict(reason("wrong_character", position=at))
    if len(code) != _LENGTH:
        return _verdict(reason("wrong_length", length=len(code), expected=_LENGTH))
    if uscc.calc_check_digit(code) != code[-1]:
        return _verdict(reason("check_digit"))
    kind = _KINDS.get(code[:2], "other")
    found = reason("code_ok", "good", kind=kind)
    if expected and kind != expected:
        return _verdict(found, reason("other_kind", "warn", kind=kind, expected=expected))
    return _verdict(found)


def compact_uscc(text: str) -> str:
    """The company code as it is kept: capitals without spaces and hyphens. It is public."""
    return _compact(text[:_LONGEST_TEXT])


_GAP: Final = rf"[\s{re.escape(_HYPHENS + INVISIBLE)}.·]{{0,2}}"
# 15 or 18 places, as written in groups; a plain run of 12 is cut as well, as a number half typed.
_NUMBER_LIKE = re.compile(rf"(?:\d{_GAP}){{14,}}\d(?:{_GAP}[xXｘＸ])?|\d{{12,}}[xXｘＸ]?")


def without_id_numbers(text: str) -> str:
    """``text`` with everything that may be an ID number replaced by one ``•`` a character.

    For free notes: runs of 12 digits, and of 15 also when spaces, dots or hyphens part them.
    Telephone numbers and moments (2026-11-18 10:20) stay.
    """
    return _NUMBER_LIKE.sub(_dots, text)


def _dots(found: re.Match[str]) -> str:
    return "•" * len(found.group())
