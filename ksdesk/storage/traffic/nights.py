"""How long a live lasts by its own row, and what that tells of the day after its beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.traffic import IN_SECONDS
from ksdesk.storage.damage import json_object

PAUSE: Final = 2 * 3_600
"""Hours without a figure that part a live from the next one of its name."""
LONGEST: Final = 24 * 3_600
_HOUR, _DAY = 3_600, 86_400

Name = tuple[str | None, str | None]
"""A live's number and its name, as far as a row has them."""
Scope = tuple[str, str]


@dataclass(frozen=True)
class Night:
    """What a live's own row tells of the day that begins while it goes on: its `hours`, and up to
    `until` those that name no live. `scope`: the account and campaign that the row is of."""

    live: Name
    scope: Scope
    hours: frozenset[int]
    until: int

    @property
    def end(self) -> int:
        """The end of what it tells."""
        return max([self.until, *(hour + _HOUR for hour in self.hours)])

    def tells(self, hour: int, live: Name) -> bool:
        """Whether an hour of the live, or of none that it names, is in it."""
        if not any(live):
            return hour < self.until
        return same(self.live, live) and (hour in self.hours or hour < self.until)


def same(one: Name, other: Name) -> bool:
    """Whether two rows are of one live: by its number where both have it, else by its name."""
    place = 0 if one[0] and other[0] else 1
    return bool(one[place]) and one[place] == other[place]


def night_of(
    begin: int, live: Name, scope: Scope, extra: str | None, hours: Iterable[int]
) -> Night:
    """What the row of a live that began then tells of the next day; `hours` are those of its
    name. It goes on while its hours do, and as long as its row says."""
    midnight = begin - begin % _DAY + _DAY
    at, after = begin - begin % _HOUR, set()
    for hour in sorted(hour for hour in hours if at < hour < at + LONGEST):
        if hour > at + PAUSE:
            break
        at = hour
        if hour >= midnight:
            after.add(hour)
    return Night(live, scope, frozenset(after), begin + (lasted(extra) or 0))


Hours = dict[tuple[int, str | None], set[int]]
"""The hours of each number (0, …) and each name (1, …) of a live."""


def hours_by_name(rows: Iterable[tuple[int, str | None, str | None]]) -> Hours:
    """The same from (hour, number, name)."""
    found: Hours = defaultdict(set)
    for hour, *live in rows:
        for key in enumerate(live):
            found[key].add(hour)
    return found


def hours_of(live: Name, there: Hours) -> set[int]:
    """Those of a live, by its number and by its name."""
    return set().union(*(there.get(key, ()) for key in enumerate(live) if key[1]))


def lasted(extra: str | None) -> int | None:
    """Seconds that a live's row says it lasted, None where it says nothing."""
    for label, value in (json_object(extra) if extra else {}).items():
        if "直播时长" in label and isinstance(value, int | float) and value > 0:
            unit = 60 if "分" in label else 3600 if "时)" in label or "小时" in label else 1
            unit = 1 if label.endswith(IN_SECONDS) else unit
            return round(value * unit)
    return None
