"""Days and moments of the platform: Beijing wall clock, naive, without daylight saving.

No function here looks at a clock: today and now are always arguments.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, NoReturn

BEIJING: Final = timezone(timedelta(hours=8), "Beijing")
"""Platform time, UTC+8."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SERIAL_ZERO: Final = datetime(1899, 12, 30)
_LEAST_SERIAL, _MOST_SERIAL = 20_000, 80_000
_LONGEST: Final = 60

_NARROW: Final = str.maketrans(
    {
        **{chr(ord(sign) + 0xFEE0): sign for sign in "0123456789:-/.+'"},  # full-width
        **dict.fromkeys("\u00a0\u202f\u3000\u200b\ufeff\t\r\n", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2019": "'",
    }
)

_day_shape = re.compile(
    r"(?P<year>[0-9]{4})(?:"
    r"(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9])"
    r"|年 *(?P<month_cn>[0-9]{1,2}) *月 *(?P<day_cn>[0-9]{1,2}) *(?:日|(?![0-9]))"
    r"|(?P<month_run>[0-9]{2})(?P<day_run>[0-9]{2})(?![0-9]))"
).match
_time_shape = re.compile(
    r"(?:(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2})(?:\.[0-9]{1,9})?)?)?"
    r"|(?P<hour_cn>[0-9]{1,2}) *[时点](?: *(?P<minute_cn>[0-9]{1,2}) *分"
    r"(?: *(?P<second_cn>[0-9]{1,2}) *秒)?)?)"
    r" *(?P<zone>Z|[-+][0-9]{2}:?[0-9]{2})?(?![0-9:时点])"
).match
_serial_shape = re.compile(r"[0-9]{5}(?:\.[0-9]{1,15})?").fullmatch


class DayError(ValueError):
    """A text that is not a day or moment.

    ``text`` is what was read; ``reason`` is one of ``empty``, ``dash``, ``too_long``,
    ``no_such_day`` (30 February), ``no_such_time`` (25:00), ``out_of_range`` (a year outside
    1900–2199) and ``not_a_day``.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"{reason}: {text[:60]!r}")
        self.text = text
        self.reason = reason

    @property
    def no_value(self) -> bool:
        """True if the text is blank or a dash, which an importer may read as "no value"."""
        return self.reason in ("empty", "dash")


def parse_day(text: str, *, lead: bool = False) -> date:
    """The day that *text* names; a time behind it is checked and dropped.

    Takes 2026-04-15, 2026/4/5, 2026.4.5, 20260415, 2026年4月5日, ISO 8601 and the serial days of
    workbooks (20000–80000).  With *lead*, whatever follows the day and a space is ignored, as in
    the hourly reports' "2022-08-10 …".  Raises `DayError`.
    """
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else _refuse(text, "out_of_range")
    return _parse_odd(text, lead=lead, whole=False).date()


def parse_moment(text: str, *, lead: bool = False) -> datetime:
    """The moment that *text* names, as naive Beijing time; a day alone is its midnight.

    Takes the days of `parse_day` with 9, 9:05, 09:05:30, 9时5分 behind a space or T; a zone (Z,
    +08:00) is turned into Beijing time, parts of a second are dropped.  With *lead*, what follows
    is ignored ("2022-08-10 10:00-11:00" is 10:00).  Raises `DayError`.
    """
    if len(text) == 19 and text[4] == "-" and text[10] in " T" and text[16] == ":":
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            in_range = _FIRST_YEAR <= moment.year <= _LAST_YEAR
            return moment if in_range else _refuse(text, "out_of_range")
    return _parse_odd(text, lead=lead, whole=True)


def _refuse(text: str, reason: str) -> NoReturn:
    raise DayError(text, reason)


def _parse_odd(text: str, *, lead: bool, whole: bool) -> datetime:
    """Everything but the plain shapes; *whole* asks for the time also where *lead* is set."""
    tidy = text.translate(_NARROW).strip().removeprefix("'").strip()
    if not tidy:
        raise DayError(text, "empty")
    if not tidy.strip("-"):
        raise DayError(text, "dash")
    if len(tidy) > _LONGEST and not lead:
        raise DayError(text, "too_long")
    if _serial_shape(tidy):
        return _from_serial(float(tidy), text)
    found = _day_shape(tidy)
    if found is None:
        raise DayError(text, "not_a_day")
    day = _day_of(found, text)
    rest = tidy[found.end() :]
    if lead and rest and rest[0] not in " T" and not found["month_cn"]:
        raise DayError(text, "not_a_day")
    if not rest or (lead and not whole):
        return day
    return _with_time(day, rest, text, lead=lead)


def _day_of(found: re.Match[str], text: str) -> datetime:
    year = int(found["year"])
    month = int(found["month"] or found["month_cn"] or found["month_run"])
    number = int(found["day"] or found["day_cn"] or found["day_run"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise DayError(text, "out_of_range")
    try:
        return datetime(year, month, number)
    except ValueError:
        raise DayError(text, "no_such_day") from None


def _with_time(day: datetime, rest: str, text: str, *, lead: bool) -> datetime:
    clock = rest.removeprefix("T").lstrip()
    found = _time_shape(clock)
    if found is None and lead:
        return day
    if found is None or (found.end() != len(clock) and not lead):
        raise DayError(text, "not_a_day")
    zone = found["zone"]
    if zone and zone[0] == "-" and rest[0] != "T":  # "10:00-11:00" is an hour, not a zone
        if not lead:
            raise DayError(text, "not_a_day")
        zone = None
    hour = int(found["hour"] or found["hour_cn"])
    minute = int(found["minute"] or found["minute_cn"] or 0)
    second = int(found["second"] or found["second_cn"] or 0)
    try:
        moment = datetime.combine(day, time(hour, minute, second))
    except ValueError:
        raise DayError(text, "no_such_time") from None
    return to_beijing(moment.replace(tzinfo=_zone_of(zone, text))) if zone else moment


def _zone_of(zone: str, text: str) -> tzinfo:
    if zone == "Z":
        return UTC
    sign = -1 if zone[0] == "-" else 1
    try:
        return timezone(sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])))
    except ValueError:
        raise DayError(text, "no_such_time") from None


def _from_serial(serial: float, text: str) -> datetime:
    if not _LEAST_SERIAL <= serial <= _MOST_SERIAL:
        raise DayError(text, "out_of_range")
    seconds = round(serial % 1 * 86400)
    return _SERIAL_ZERO + timedelta(days=int(serial), seconds=seconds)


def to_beijing(moment: datetime) -> datetime:
    """An aware *moment* as naive Beijing wall clock; a naive one is taken to be it already."""
    return moment.astimezone(BEIJING).replace(tzinfo=None) if moment.tzinfo else moment


def month_start(day: date) -> date:
    """The first day of *day*'s month."""
    return date(day.year, day.month, 1)


def month_end(day: date) -> date:
    """The last day of *day*'s month."""
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def next_month_start(day: date) -> date:
    """The first day of the month after *day*'s."""
    return month_end(day) + timedelta(days=1)


def last_natural_month(day: date) -> tuple[date, date]:
    """First and last day of 上个自然月, the whole calendar month before *day*'s."""
    last = month_start(day) - timedelta(days=1)
    return month_start(last), last


def add_months(day: date, months: int) -> date:
    """*day* moved by *months*; the month's last day where it has no such day (31 January + 1)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
