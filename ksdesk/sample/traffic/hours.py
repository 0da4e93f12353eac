"""The hours of the whole shop: live evenings, quiet nights, growth, and one evening of junk.

The last Sunday evening has 4.5 times its usual viewers, who stay for 6 seconds and click
nothing: what a bad delivery looks like. All figures of an hour include what was paid for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final

from ksdesk.sample.traffic.figures import Carry, Figures, fit, shares

Hours = list[Figures]
"""The 24 hours of a day."""

EVENING: Final = slice(20, 24)

# Viewers by the hour on a Sunday of this autumn; 20 to 24 o'clock come to 1,420.
_CLOCK: Final[Sequence[int]] = (
    *(14, 9, 6, 5, 6, 12, 28, 48, 60, 62, 66, 72),
    *(92, 84, 70, 66, 68, 76, 150, 330, 440, 514, 320, 146),
)
_LIVE: Final = (0.72, 0.92, 0.83, 0.94, 0.80, 0.77, 1.0)  # evenings from Monday on
_PRICES: Final = (59_90, 69_00, 48_00, 45_80, 32_90, 99_00, 22_80, 119_80, 69_00, 36_80, 59_90)

# Sundays before: how far they are from the usual evening; the middle of them is the usual one.
_USUAL: Final = {"views": 1420, "clicks": 96, "new_fans": 58}
_OFF: Final = (0, 0, 64, -64, 28, -28, 112, -112)
_JUNK_VIEWS: Final = (1842, 2162, 1655, 721)
_JUNK_STAY: Final = 6
_JUNK: Final = {"clicks": (5, 7, 5, 2), "new_fans": (17, 22, 15, 7), "orders": (1, 1, 1, 0)}

# Yesterday and the same day a week before.
_RECENT: Final[Mapping[int, Mapping[str, int]]] = {
    1: {"new_fans": 108, "unfollows": 26, "orders": 47, "gmv": 2_846_50},
    8: {"new_fans": 137, "unfollows": 24, "orders": 42, "gmv": 2_532_47},
}
_MONTH_SALES: Final = 55_812_40
"""Sales of the month by which the platform raised the line."""


def junk_day(today: date) -> date:
    """The last Sunday that is over."""
    return today - timedelta(days=today.weekday() + 1)


def shop_days(first: date, today: date, sales_month: date, rng: Random) -> dict[date, Hours]:
    """All hours from `first` to the end of `today`, without spend, which campaigns decide.

    `sales_month` is the first day of the month whose sales are known to the fen.
    """
    count = (today - first).days
    days: dict[date, Hours] = {}
    carries: Mapping[str, Carry] = defaultdict(Carry)
    for number in range(count + 1):
        day = first + timedelta(days=number)
        days[day] = list(_hours(day, count - number, count, carries, rng))
    _tell_sundays(days, junk_day(today))
    for hours in days.values():
        _sell(hours, rng)
    _settle_recent(days, today)
    month = [hours for day, hours in days.items() if day.replace(day=1) == sales_month]
    fit([hour for hours in month for hour in hours], "gmv", _MONTH_SALES)
    return days


def _hours(
    day: date, ago: int, count: int, carries: Mapping[str, Carry], rng: Random
) -> Iterator[Figures]:
    grown = 0.22 + 0.78 * min(1.0, (count - ago) / 190)
    buying = 0.15 + 0.11 * max(0.0, 1 - ago / 60)  # orders a click; better towards the season
    mood = grown * rng.uniform(0.94, 1.06)
    for clock, usual in enumerate(_CLOCK):
        evening = clock >= 18
        views = round(
            usual * mood * (_LIVE[day.weekday()] if evening else 1.0) * rng.uniform(0.9, 1.1)
        )
        stay = (41 if evening else 22 if clock >= 7 else 14) * rng.uniform(0.94, 1.06)
        clicks = carries["clicks"](views * (0.0676 if evening else 0.045) * rng.uniform(0.9, 1.1))
        yield Figures(
            views=views,
            watched=views * stay,
            new_fans=carries["fans"](
                views * (0.0408 if evening else 0.035) * rng.uniform(0.9, 1.1)
            ),
            unfollows=carries["gone"](views * 0.009),
            clicks=clicks,
            orders=carries["orders"](clicks * buying),
        )


def _tell_sundays(days: Mapping[date, Hours], junk: date) -> None:
    """The evening of junk, and the Sundays that it is compared with."""
    for weeks, off in enumerate(_OFF, 1):
        evening = days[junk - timedelta(weeks=weeks)][EVENING]
        for name, usual in _USUAL.items():
            viewers = [hour.views for hour in evening]
            weights = _CLOCK[EVENING] if name == "views" else viewers
            parts = shares(usual + round(off * usual / 1420), weights)
            for hour, part in zip(evening, parts, strict=True):
                setattr(hour, name, part)
        for hour, stay in zip(evening, (42, 41, 40, 41), strict=True):
            hour.watched = hour.views * (stay + round(off / 40))
    evening = days[junk][EVENING]
    for hour, views in zip(evening, _JUNK_VIEWS, strict=True):
        hour.views, hour.watched = views, views * _JUNK_STAY
    for name, parts_of in _JUNK.items():
        for hour, part in zip(evening, parts_of, strict=True):
            setattr(hour, name, part)


def _sell(hours: Sequence[Figures], rng: Random) -> None:
    for hour in hours:
        hour.gmv = sum(rng.choices(_PRICES, k=hour.orders))


def _settle_recent(days: Mapping[date, Hours], today: date) -> None:
    for ago, wanted in _RECENT.items():
        day = today - timedelta(days=ago)
        if day.weekday() == 6:  # Sundays tell their own story
            continue
        for name, whole in wanted.items():
            fit(days[day], name, whole)
