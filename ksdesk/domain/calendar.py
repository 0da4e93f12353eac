"""Days and moments of the platform: Beijing wall clock, naive, without daylight saving.

No function here looks at a clock: today and now are always arguments.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, NoReturn

from ksdesk.domain.invisible import INVISIBLE

BEIJING: Final = timezone(timedelta(hours=8), "Beijing")
"""Platform time, UTC+8."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_SERIAL_ZERO: Final = datetime(1899, 12, 30)
_LEAST_SERIAL, _MOST_SERIAL = 20_000, 80_000
_LONGEST: Final = 60
_LONGEST_SAID: Final = 1_000  # with what stands behind a moment

_NARROW: Final = str.maketrans(
    {
        **{chr(ord(sign) + 0xFEE0): sign for sign in "0123456789:-/.+'"},  # full-width
        **dict.fromkeys(INVISIBLE),
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
MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_english_shape = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[-/. ]?(?P<month>[a-z]{3,9})\.?[-/., ]*(?P<year>[0-9]{4}|[0-9]{2})"
    r"|(?P<month_first>[a-z]{3,9})\.? (?P<day_after>[0-9]{1,2})(?:st|nd|rd|th)?,?"
    r" (?P<year_last>[0-9]{4}))(?![0-9:])",
    re.IGNORECASE,
).match
turned_day = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<mark>[-/.])(?P<other>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})(?![0-9])"
).match
"""A day with its year behind it, 4/5/2026, whichever of `one` and `other` is the month."""
_clock_shape = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:"
    r":(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2})(?:\.[0-9]{1,9})?)?"
    r"|\.(?P<minute_dot>[0-9]{2})(?:\.(?P<second_dot>[0-9]{2}))?"
    r"|-(?P<minute_dash>[0-9]{2})-(?P<second_dash>[0-9]{2})"
    r"|(?P<minute_run>[0-9]{2})(?P<second_run>[0-9]{2})?"
    r"| *[时点時](?: *(?P<minute_cn>[0-9]{1,2}) *(?:分(?: *(?P<second_cn>[0-9]{1,2}) *秒)?)?| *整)?"
    r")?(?![0-9:.时点時分秒])"
).match
_zone_shape = re.compile(r" *(?P<zone>Z|[-+][0-9]{2}:?[0-9]{2})(?![0-9:时点])").match
_until_shape = re.compile(r" *(?:[-~～至到]|to(?![a-z])) *(?P<until>.*)", re.DOTALL).fullmatch
_month_and_day = re.compile(r"([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?![0-9])").match
_half_shape = re.compile(
    r" *(?:(?P<fore>上午|凌晨|清晨|早上|早晨|a\.?m\.?)|(?P<after>下午|午后|傍晚|p\.?m\.?)"
    r"|(?P<noon>中午)|(?P<evening>晚上|夜里|夜晚|夜间|深夜))(?![a-z]) *",
    re.IGNORECASE,
).match
_said_besides = re.compile(
    r"[(\[（]? *(?:(?:周|星期|礼拜)[一二三四五六日天]"
    r"|(?<![a-z])(?:mon|tue|tues|wednes|wed|thu|thur|thurs|fri|satur|sat|sun)(?:day)?(?![a-z])\.?"
    r"|北京时间|(?:UTC|GMT)\+0?8(?::?00)?(?![0-9]))(?: *[)\]）])?,?",
    re.IGNORECASE,
)
"""Weekdays, and that it is Beijing time."""

_about_clocks = re.compile(
    r"[0-9:?点點时時午晨晚早夜]|(?<![a-z])(?:[ap]\.?m|noon|midnight|morning|afternoon|evening|night)(?![a-z])",
    re.IGNORECASE,
)
_run_shape = re.compile(r"^((?:19|20)[0-9]{6})([0-9]{4}(?:[0-9]{2})?)$")  # 20260415102030
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


def parse_day(text: str) -> date:
    """The day that *text* names; a time behind it is checked and dropped.

    Takes 2026-04-15, 2026/4/5, 2026.4.5, 20260415, 2026年4月5日, ISO 8601, 15-Apr-26, 4/15/2026
    where that can be one day only, and the serial days of workbooks (20000–80000).  Raises
    `DayError`.
    """
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else _refuse(text, "out_of_range")
    return _parse_odd(text, lead=False).date()


def parse_moment(text: str, *, lead: bool = False) -> datetime:
    """The moment that *text* names, as naive Beijing time; a day alone is its midnight.

    Takes the days of `parse_day` with 9, 9:05, 09:05:30, 9.05.30, 090530, 9时5分 behind a space or
    T, with 上午, 下午, AM, PM on either side, weekdays anywhere; a zone (Z, +08:00) is turned into
    Beijing time, parts of a second are dropped.  With *lead*, the text may be a span, whose
    beginning is taken ("2022-08-10 10:00-11:00" is 10:00), and words may follow the day, unless
    they speak of a clock.  Raises `DayError`.
    """
    if len(text) == 19 and text[4] == "-" and text[10] in " T" and text[13] == text[16] == ":":
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            in_range = _FIRST_YEAR <= moment.year <= _LAST_YEAR
            return moment if in_range else _refuse(text, "out_of_range")
    return _parse_odd(text, lead=lead)


def days_spanned(text: str) -> int:
    """How many days lie between the beginning and the end of a span: 6 for a week, 0 for a moment
    or an hour.  Raises `DayError`.
    """
    day, rest = _begun(text, lead=True)
    if not rest:
        return 0
    _moment, until = _with_time(day, rest, text, lead=True)
    return (until.date() - day.date()).days if until else 0


def _refuse(text: str, reason: str) -> NoReturn:
    raise DayError(text, reason)


def _parse_odd(text: str, *, lead: bool) -> datetime:
    """Everything but the plain shapes."""
    day, rest = _begun(text, lead=lead)
    return _with_time(day, rest, text, lead=lead)[0] if rest else day


def _begun(text: str, *, lead: bool) -> tuple[datetime, str]:
    """The day that a text begins with, and what is said behind it."""
    tidy = text.translate(_NARROW).strip().removeprefix("'").strip()
    if not tidy:
        raise DayError(text, "empty")
    if not tidy.strip("-"):
        raise DayError(text, "dash")
    if len(tidy) > (_LONGEST_SAID if lead else _LONGEST):
        raise DayError(text, "too_long")
    if _serial_shape(tidy):
        return _from_serial(float(tidy), text), ""
    tidy = _run_shape.sub(r"\1 \2", tidy)
    tidy = _said_besides.sub(" ", tidy).strip(" ,")
    half = _half_shape(tidy)
    begin = half.end() if half else 0
    tidy = tidy[:begin] + _year_first(tidy[begin:])
    found = _day_shape(tidy, begin)
    if found is None:
        raise DayError(text, "not_a_day")
    day, rest = _day_of(found, text), tidy[found.end() :].rstrip()
    parted = not rest or rest[0] in " T" or found["month_cn"] or _half_shape(rest)
    if not parted and not (lead and _until_shape(rest)):
        raise DayError(text, "not_a_day")
    return day, f" {half[0]}{rest.lstrip()}" if half else rest


def _year_first(text: str) -> str:
    """A day in English, or with its year behind it, the other way round: 15-Apr-26, 4/15/2026. Of
    4/5/2026 nobody can say which is the month; it stays."""
    if found := _english_shape(text):
        day, month, year, *turned = found.groups()
        if turned[0]:
            month, day, year = turned
        name = month[:3].lower()
        if name not in MONTHS:
            return text
        century = "20" if len(year) == 2 else ""
        return f"{century}{year}-{MONTHS.index(name) + 1}-{day}{text[found.end() :]}"
    found = turned_day(text)
    if found is None:
        return text
    month, day = found["one"], found["other"]
    if int(month) > 12:
        month, day = day, month
    if int(day) <= 12 and int(month) != int(day):
        return text
    return f"{found['year']}-{month}-{day}{text[found.end() :]}"


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


def _with_time(
    day: datetime, rest: str, text: str, *, lead: bool
) -> tuple[datetime, datetime | None]:
    """The moment on a day, and where a span that begins with it ends."""
    clock, half, behind = _clock_of(rest.removeprefix("T").lstrip())
    zone = _zone_shape(behind) if clock else None
    if zone and zone["zone"][0] == "-" and rest[0] != "T":  # "10:00-11:00" is an hour, not a zone
        zone = None
    moment = _at(day, clock, half, text) if clock else day
    if zone and clock:
        behind = behind[zone.end() :]
        moment = to_beijing(moment.replace(tzinfo=_zone_of(zone["zone"], text)))
    if not behind and clock:
        return moment, None
    span = _until_shape(behind) if lead else None
    if span and span["until"]:
        return moment, _end_of(day, clock, span["until"], text)
    if clock or half or not lead or _about_clocks.search(behind):
        raise DayError(text, "not_a_day")
    return day, None


def _clock_of(said: str) -> tuple[re.Match[str] | None, re.Match[str] | None, str]:
    """The clock at the beginning of a text, its half of the day, and what comes behind."""
    half = _half_shape(said)
    place = half.end() if half else 0
    clock = _clock_shape(said, place)
    place = clock.end() if clock else place
    if clock and not half:
        half = _half_shape(said, place)
        place = half.end() if half else place
    return clock, half, said[place:].rstrip()


def _at(day: datetime, clock: re.Match[str], half: re.Match[str] | None, text: str) -> datetime:
    found = clock.groupdict()
    shapes = ("", "_dot", "_dash", "_run", "_cn")
    hour = int(found["hour"])
    minute, second = (
        int(next(filter(None, (found.get(f"{part}{shape}") for shape in shapes)), 0))
        for part in ("minute", "second")
    )
    try:
        return datetime.combine(day, time(_hour_of(hour, half), minute, second))
    except ValueError:
        raise DayError(text, "no_such_time") from None


def _hour_of(hour: int, half: re.Match[str] | None) -> int:
    """The hour of the day: 12 AM is 0, 下午3点 is 15. ValueError where the two contradict."""
    if half is None:
        return hour
    if half["fore"] and hour <= 12:
        return hour % 12
    if half["after"] and hour < 24:
        return hour + 12 if hour < 12 else hour
    if half["noon"] and hour in (1, 2, 11, 12, 13, 14):
        return hour + 12 if hour < 11 else hour
    if half["evening"] and (5 <= hour < 12 or 17 <= hour < 24):
        return hour + 12 if hour < 12 else hour
    raise ValueError(hour)


def _end_of(day: datetime, clock: re.Match[str] | None, until: str, text: str) -> datetime:
    """The end of a span: a day, a month and day, or a clock on the day that it begins."""
    short = None if clock else _month_and_day(until)
    try:
        if short:
            year = f"{day.year}-{int(short[1])}-{int(short[2])}"
            return parse_moment(year + until[short.end() :])
        ends, half, behind = _clock_of(until)
        if clock and ends and not behind and _are_hours(clock, ends):
            whole = ends["hour"] == "24"  # the end of the day
            return day if whole else _at(day, ends, half, text)
        return parse_moment(until)
    except DayError as error:
        raise DayError(text, error.reason) from None


def _are_hours(clock: re.Match[str], ends: re.Match[str]) -> bool:
    """10-11 is an hour; 10-20 may be twenty past ten, and nobody can say."""
    bare = not any(value for name, value in clock.groupdict().items() if name != "hour")
    return not (bare and clock[0].isdigit()) or int(ends["hour"]) == int(clock["hour"]) + 1


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
