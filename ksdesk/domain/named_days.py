"""Days that have a name: 法定节假日, 调休 working weekends, and the shop's 大促 days.

The `holidays` package (MIT) holds what the State Council has announced; for years that are not
announced yet it knows the statutory days alone, without the days off in exchange, which the
seller may type.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Literal

from ksdesk.domain.rulebook import RuleBook

if TYPE_CHECKING:
    from holidays import HolidayBase

DAYS_OFF: Final = "deposit.calendar.off"
WORKED: Final = "deposit.calendar.worked"
"""The rules in which the seller types days that the calendar does not know yet."""

DayKind = Literal["holiday", "workday", "promotion"]

_DAY: Final = timedelta(days=1)
_promotion = re.compile(
    r"(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"(?:\.\.(?P<month_to>[0-9]{1,2})-(?P<day_to>[0-9]{1,2}))?\s*(?P<name>.*)"
).fullmatch

_span = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\.\.([0-9]{4}-[0-9]{2}-[0-9]{2}))?(?:\s(.*))?"
).fullmatch
_LONGEST: Final = 31  # days off in a row


@dataclass(frozen=True, slots=True)
class NamedDays:
    """`first` to `last`, both included. A workday (a weekend that is worked) has no name."""

    first: date
    last: date
    kind: DayKind
    name: str = ""


def holidays_between(
    first: date,
    last: date,
    language: str,
    off: Mapping[date, str] | None = None,
    worked: Container[date] = frozenset(),
) -> tuple[NamedDays, ...]:
    """Holidays with the weekends beside them, and worked weekends, in the order of days.

    What was typed as `off` (with its names) or `worked` comes first. Other names are Chinese
    unless *language* begins with "en"; a day that was typed without one may have none. Imports
    the package: for a job.
    """
    from holidays import country_holidays

    names = country_holidays(
        "CN",
        years=range(first.year, last.year + 1),
        language="en_US" if language.startswith("en") else "zh_CN",
    )
    off = off or {}
    found: list[NamedDays] = []
    run: list[date] = []
    day = first - 7 * _DAY
    while day <= last + 7 * _DAY:
        free = day in names or day.weekday() > 4 or day in off
        if day in worked or (day in names.weekend_workdays and day not in off):
            found.append(NamedDays(day, day, "workday"))
            free = False
        if free:
            run.append(day)
        else:
            found += _holiday(run, names, off)
            run = []
        day += _DAY
    found += _holiday(run, names, off)
    near = (one for one in found if one.last >= first and one.first <= last)
    return tuple(sorted(near, key=lambda one: one.first))


def is_working_day(
    day: date, off: Container[date] = frozenset(), worked: Container[date] = frozenset()
) -> bool:
    """Monday to Friday without the holidays, and the weekends that are worked; what was typed as
    `off` or `worked` comes first. Imports the package: for a job.
    """
    if day in worked:
        return True
    if day in off:
        return False
    names = _all_names()
    free = day in names  # this also reads the year
    return day in names.weekend_workdays or (day.weekday() < 5 and not free)


def is_announced(year: int) -> bool:
    """Whether the days off in exchange (调休) of a year are known here. Imports the package."""
    names = _all_names()
    date(year, 1, 1) in names  # noqa: B015 - this reads the year
    return any(day.year == year for day in names.weekend_workdays)


def days_typed(rules: RuleBook, key: str) -> dict[date, str]:
    """Days that a list of the rule book names, whenever it was typed, with their names."""
    values = (rule.value for rule in rules.rows(key))
    return days_written(text for value in values if isinstance(value, tuple) for text in value)


def days_written(written: Iterable[str]) -> dict[date, str]:
    """The days in texts such as "2027-02-06" or "2027-02-08..2027-02-14 春节", with the names
    behind them; other texts name none."""
    found: dict[date, str] = {}
    for text in written:
        shape = _span(text.strip())
        if shape is None:
            continue
        try:
            first = date.fromisoformat(shape[1])
            last = date.fromisoformat(shape[2] or shape[1])
        except ValueError:
            continue
        days = min((last - first).days, _LONGEST)
        found |= {first + n * _DAY: (shape[3] or "").strip() for n in range(days + 1)}
    return found


@functools.cache
def _all_names() -> HolidayBase:
    from holidays import country_holidays

    return country_holidays("CN")


def _holiday(run: list[date], names: dict[date, str], off: Mapping[date, str]) -> list[NamedDays]:
    """A run of free days as one holiday, named by the days that have a name of their own."""
    own = [off.get(day) or _plain(names.get(day, "")) for day in run if day in names or day in off]
    if not own:
        return []
    return [NamedDays(run[0], run[-1], "holiday", " ".join(dict.fromkeys(filter(None, own))))]


def _plain(name: str) -> str:
    """元旦; nothing for a day that is free in exchange, no remark about a day in lieu."""
    if name.startswith(("休息日", "Day off")):
        return ""
    return re.sub(r"\s*(?:（[^）]*）|\([^)]*\))", "", name)


def promotions_between(
    written: Sequence[str], first: date, last: date, language: str
) -> tuple[NamedDays, ...]:
    """大促 days written as "11-11 双11/Double 11" or "11-01..11-11 …", in each year of the span.

    What is not written so (the seller may edit the list) names no day and is passed over.
    """
    found = []
    for year in range(first.year - 1, last.year + 1):
        for text in written:
            one = _promotion_of(text, year, language)
            if one is not None and one.last >= first and one.first <= last:
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.first))


def _promotion_of(text: str, year: int, language: str) -> NamedDays | None:
    shape = _promotion(text.strip())
    if shape is None:
        return None
    chinese, _, english = shape["name"].partition("/")
    name = (english or chinese) if language.startswith("en") else chinese
    try:
        begin = date(year, int(shape["month"]), int(shape["day"]))
        end = begin
        if shape["month_to"]:
            end = date(year, int(shape["month_to"]), int(shape["day_to"]))
            if end < begin:  # over New Year
                end = end.replace(year=year + 1)
    except ValueError:
        return None
    return NamedDays(begin, end, "promotion", name.strip())
