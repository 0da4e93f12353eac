"""How long a live lasts by its own row, and which hours beside it that row tells."""

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


Hours = dict[tuple[int, str | None], set[int]]
"""The hours of each number (0, …) and each name (1, …) of a live."""


@dataclass(frozen=True)
class OwnRow:
    """What a live's own row tells of finer ones: its `hours`, and from the `first`, in which it
    began, up to `until` those of no live, in a report that does not name it. `scope`: the account
    and campaign that the row is of. All in seconds.
    """

    live: Name
    scope: Scope
    first: int
    hours: frozenset[int]
    until: int

    @property
    def end(self) -> int:
        """The end of what it tells."""
        return max(self.until, max(self.hours) + _HOUR)

    def tells(self, hour: int, live: Name, named: Hours) -> bool:
        """Whether an hour of a live, or of none that it names, is in it; `named`: the hours of
        lives in the same report."""
        if any(live):
            return same(self.live, live) and hour in self.hours
        if not self.first <= hour < self.until:
            return False
        return not any(
            key[1] and self.hours & named.get(key, set()) for key in enumerate(self.live)
        )


def same(one: Name, other: Name) -> bool:
    """Whether two rows are of one live: by its number where both have it, else by its name."""
    place = 0 if one[0] and other[0] else 1
    return bool(one[place]) and one[place] == other[place]


def own_row(
    begin: int, live: Name, scope: Scope, extra: str | None, hours: Iterable[int]
) -> OwnRow:
    """What the row of a live that began then tells; `hours` are those of its name. It goes on as
    long as its row says and while its hours do, at most to the end of the next day; what was spent
    for it just before it began, on that day, is in it too. Where neither is known, what is of no
    live is told up to midnight; a row of a mere day tells all of that.
    """
    midnight, first = begin - begin % _DAY + _DAY, begin - begin % _HOUR
    lasts = min(begin + (lasted(extra) or 0), midnight + _DAY)
    told, at = {first, *range(first, lasts, _HOUR)}, first
    for hour in sorted(hour for hour in hours if first <= hour < first + LONGEST):
        if hour > at + PAUSE and (begin % _DAY or hour >= midnight):
            break
        at = hour
        told.add(hour)
    early = first
    for hour in sorted((hour for hour in hours if midnight - _DAY <= hour < first), reverse=True):
        if hour < early - PAUSE:
            break
        early = hour
        told.add(hour)
    until = lasts if lasts > begin else at + _HOUR if at > first else midnight
    return OwnRow(live, scope, first, frozenset(told), until if begin % _DAY else midnight)


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
