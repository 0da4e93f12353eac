"""Money and numbers as sellers type them and as exports contain them.

An amount that changes hands is an ``int`` of fen (分, 1/100 元).  Unit prices, rates and counts
are ``float`` and are never summed as money.
"""

from __future__ import annotations

import re
from typing import Final

from ksdesk.domain.invisible import INVISIBLE

MOST_FEN: Final = 10**15
"""Largest amount taken (ten trillion yuan): an order number in a money column is above it."""

_LONGEST: Final = 40
_UNITS: Final = {"千": 1000, "k": 1000, "K": 1000, "万": 10**4, "w": 10**4, "W": 10**4, "亿": 10**8}
_SHARES: Final = {"%": 100, "‰": 1000}

_NARROW: Final = str.maketrans(
    {
        **{chr(ord(sign) + 0xFEE0): sign for sign in "0123456789,.()-+%wWkK'"},  # full-width
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63", "-"),
        **dict.fromkeys(INVISIBLE),
        **dict.fromkeys("\u00a0\u2007\u202f\u3000\t\r\n", " "),
        "\uffe5": "\u00a5",
        "\u2018": "'",
        "\u2019": "'",
    }
)
"""Only characters that exports really hold; NFKC would also turn "12²" into 122."""

_plain = re.compile(r"(-?)([0-9]{1,13})(?:\.([0-9]{1,2}))?").fullmatch
_plain_number = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?(%)?").fullmatch
_shape = re.compile(
    r"(?P<open>\()? *(?P<sign>[-+])? *(?P<yuan>(?:CN)?¥|(?i:CNY|RMB)|人民币)? *(?P<sign2>[-+])? *"
    r"(?P<whole>[0-9,]*(?: [0-9]{3})*)(?P<point>\.(?P<part>[0-9]*))?"
    r"(?P<power>[eE][-+]?[0-9]{1,3})? *(?P<unit>[千万亿wWkK])? *"
    r"(?P<word>元|块|%|‰|(?i:CNY|RMB)|人民币)? *(?P<sign3>-)? *(?P<close>\))?"
).fullmatch
_grouped = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)").fullmatch


class MoneyError(ValueError):
    """A text that is not an amount or number.

    ``text`` is what was read; ``reason`` is one of ``empty``, ``dash`` (only dashes, as exports
    write "no value"), ``too_long``, ``comma`` (thousands commas in wrong places), ``points``
    (more than one decimal point), ``too_big`` and ``not_a_number``.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{reason}: {text[:60]!r}")
        self.text = text
        self.reason = reason

    @property
    def no_value(self) -> bool:
        """True if the text is blank or a dash, which an importer may read as "no value"."""
        return self.reason in ("empty", "dash")


def parse_yuan(text: str) -> int:
    """The fen that *text*, an amount in yuan, stands for; rounded half up (away from zero).

    Takes ¥ ￥ CNY RMB 元 块 千 万 亿 k w, thousands commas or spaces, full-width characters, a
    leading ``'``, ``(12.3)`` and ``12.3-`` for a negative amount, any dash as a minus, and what is
    left of a sum in a workbook (5.55e-17 is 0).  Raises `MoneyError`, also for blank and ``--``.
    """
    plain = _plain(text)
    if plain is not None:
        sign, whole, part = plain.groups()
        fen = int(whole) * 100
        if part:
            fen += int(part) if len(part) == 2 else int(part) * 10
        return -fen if sign else fen
    return _parse_odd_yuan(text)


def _parse_odd_yuan(text: str) -> int:
    negative, whole, part, found = _take_apart(text)
    if found["word"] in _SHARES or (found["power"] and "-" not in found["power"]):
        raise MoneyError(text, "not_a_number")
    if found["power"]:
        places = len(part) - int(found["power"][1:])
        digits = (whole + part).zfill(places + 1)
        whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
    scale: int = 10 ** len(part)
    fen, rest = divmod(int(whole + part) * _UNITS.get(found["unit"], 1) * 100, scale)
    if rest * 2 >= scale:
        fen += 1
    if fen > MOST_FEN:
        raise MoneyError(text, "too_big")
    return -fen if negative else fen


def parse_number(text: str) -> float:
    """The number that *text* stands for: ``1.9w`` → 19000.0, ``12.5%`` → 0.125 (a share).

    Takes everything `parse_yuan` takes, and ``%``, ``‰`` and powers of ten.  Raises `MoneyError`.
    """
    plain = _plain_number(text)
    if plain is not None:
        return float(text[:-1]) / 100 if plain[1] else float(text)
    negative, whole, part, found = _take_apart(text)
    share = _SHARES.get(found["word"], 1)
    scale: int = 10 ** len(part) * share
    number: float = int(whole + part) * _UNITS.get(found["unit"], 1) / scale
    if found["power"]:
        number = float(f"{whole}.{part or 0}{found['power']}") * _UNITS.get(found["unit"], 1)
        number /= share
    if number > MOST_FEN * 1000:
        raise MoneyError(text, "too_big")
    return -number if negative else number


def _take_apart(text: str) -> tuple[bool, str, str, dict[str, str]]:
    """Whether *text* is negative, its whole and fractional digits and the other named pieces."""
    tidy = text.translate(_NARROW).strip()
    if len(tidy) > _LONGEST:
        raise MoneyError(text, "too_long")
    tidy = tidy.removeprefix("'").strip()
    if not tidy:
        raise MoneyError(text, "empty")
    if not tidy.strip("- "):
        raise MoneyError(text, "dash")
    match = _shape(tidy)
    if match is None:
        raise MoneyError(text, "points" if _has_two_points(tidy) else "not_a_number")
    found = match.groupdict("")
    if _contradicts(found):
        raise MoneyError(text, "not_a_number")
    whole, part = found["whole"], found["part"]
    if "," in whole or " " in whole:
        if _grouped(whole) is None:
            raise MoneyError(text, "comma")
        whole = whole.replace(",", "").replace(" ", "")
    if not whole and not part:
        raise MoneyError(text, "not_a_number")
    negative = bool(found["open"]) or "-" in (found["sign"], found["sign2"], found["sign3"])
    return negative, whole or "0", part, found


def _contradicts(found: dict[str, str]) -> bool:
    """True for half a bracket and for two signs, a bracket being one."""
    signs = sum(bool(found[name]) for name in ("open", "sign", "sign2", "sign3"))
    return bool(found["open"]) != bool(found["close"]) or signs > 1


def _has_two_points(tidy: str) -> bool:
    return tidy.count(".") > 1 and not tidy.strip("0123456789.,-+¥() 千万亿wWkK元块%‰")


def format_yuan(fen: int) -> str:
    """*fen* as yuan with thousands commas and U+2212 as the minus: ``−1,234.50``."""
    whole, part = divmod(abs(fen), 100)
    return f"{'−' if fen < 0 else ''}{whole:,}.{part:02d}"
