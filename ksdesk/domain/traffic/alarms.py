"""What the app saw in the hours of traffic: what it is, the figures for it, what was made of it.

Kinds: those of `quality` are 疑似异常; "rise" is a curve that climbs out of its own past, which may
well be a good evening; "no_rise" is money spent while nothing rose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from ksdesk.domain.traffic.notes import IGNORED, AlarmMark

SUSPECT: Final = ("burst", "drip", "zombie_fans", "padded_likes", "idle_viewers")
RISE: Final = "rise"
NO_RISE: Final = "no_rise"
NEW: Final = "new"
_HOUR = timedelta(hours=1)
_STARTS_MOVE = timedelta(hours=3)
"""How far the beginning of an event may move when later figures come in."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A measure in the hours of an alarm: what is usual for them and what was seen.

    `usual` is the median of the same hours of the weeks before, None where they are not known;
    `due` is what so many views should have brought. Sums, and means for stay_seconds. Money in fen.
    """

    measure: str
    usual: float | None
    seen: float
    due: float | None = None

    @property
    def compared(self) -> float | None:
        """What the figure is held against."""
        return self.due if self.usual is None else self.usual

    @property
    def times(self) -> float | None:
        """How many times the usual was seen; None where nothing is usual."""
        return self.seen / self.compared if self.compared else None

    @property
    def word(self) -> str:
        """times, more, fewer, alike; longer or shorter for a stay; "" without anything usual."""
        if self.compared is None:
            return ""
        if max(self.seen, self.compared) < 5:
            return "alike"
        times = self.times if self.times is not None else 9.9
        if self.measure == "stay_seconds":
            return "shorter" if times < 0.75 else "longer" if times > 1.33 else "alike"
        if times >= 2:
            return "times"
        return "more" if times > 1.25 else "fewer" if times < 0.75 else "alike"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A campaign in the hours of an alarm: its `share` of the views (None where its views are not
    reported), and on how many days of the week around it ran, of which so many are suspect.
    """

    key: str
    name: str
    spend: int
    share: float | None
    days: int
    suspect_days: int


@dataclass(frozen=True, slots=True)
class MeasureRise:
    """What a trend alarm saw: see `ksdesk.domain.traffic.trend.Rise`."""

    measure: str
    code: str
    at: datetime
    seen: float
    usual: float
    span: int
    days: int


@dataclass(frozen=True)
class Alarm:
    """Hours from `start` to before `end` that should be looked at.

    `measure` is the one that it is about, `share` of its figure looks like junk (0..1). `spend` in
    fen went out in these hours. `rises` are the trend alarms that fall into them.
    """

    kind: str
    measure: str
    start: datetime
    end: datetime
    share: float = 0.0
    score: float = 0.0
    rows: tuple[Evidence, ...] = ()
    spend: int = 0
    deliveries: tuple[Delivery, ...] = ()
    rises: tuple[MeasureRise, ...] = ()
    mark: AlarmMark | None = None

    @property
    def key(self) -> str:
        """Finds it again after the reports were imported once more."""
        return f"{self.kind}:{self.start:%Y-%m-%dT%H}:{self.measure}"

    @property
    def suspect(self) -> bool:
        """Whether it is 疑似异常."""
        return self.kind in SUSPECT

    @property
    def state(self) -> str:
        """new, handled or ignored."""
        return self.mark.state if self.mark is not None else NEW

    @property
    def open(self) -> bool:
        """Nothing was made of it yet."""
        return self.mark is None

    @property
    def left_out(self) -> bool:
        """Whether a second figure beside the return of promotion leaves these hours out."""
        return self.suspect and self.spend > 0 and self.state != IGNORED

    def row(self, measure: str) -> Evidence | None:
        """What was seen of a measure."""
        return next((row for row in self.rows if row.measure == measure), None)

    def covers(self, moment: datetime) -> bool:
        """Whether an hour that begins then is one of its hours."""
        return self.start <= moment < self.end


@dataclass(frozen=True)
class Alarms:
    """All that was seen, the newest first, and what was looked at.

    `stamp` tells whether the book has changed since, `day` when it was looked at. `views` is the
    measure that stood for viewers ("" without hourly figures), `looked` all measures that were
    there, `first` and `last` the bounds of the hours looked at; `cut`: older ones were left out.
    `days_missing`: so many days of hourly figures are missing before a verdict can be given.
    """

    stamp: str = ""
    day: date | None = None
    views: str = ""
    looked: tuple[str, ...] = ()
    first: datetime | None = None
    last: datetime | None = None
    cut: bool = False
    days_missing: int = 0
    alarms: tuple[Alarm, ...] = ()

    def one(self, key: str) -> Alarm | None:
        """The alarm of a key, or the one that it has become."""
        exact = next((alarm for alarm in self.alarms if alarm.key == key), None)
        return exact or next((alarm for alarm in self.alarms if means(key, alarm)), None)

    @property
    def left_out(self) -> tuple[Alarm, ...]:
        """Those that the second figure beside the return of promotion leaves out."""
        return tuple(alarm for alarm in self.alarms if alarm.left_out)


def means(key: str, alarm: Alarm) -> bool:
    """Whether a key was given for this alarm: the same, or begun within its hours.

    A revised report may move the first hour or change the kind of what is seen.
    """
    if key == alarm.key:
        return True
    kind, _, rest = key.partition(":")
    begin, _, measure = rest.partition(":")
    if measure != alarm.measure or (kind in SUSPECT) != alarm.suspect:
        return False
    try:
        start = datetime.strptime(begin, "%Y-%m-%dT%H")
    except ValueError:
        return False
    early = min(_STARTS_MOVE, alarm.end - alarm.start)
    return (kind == alarm.kind or alarm.suspect) and alarm.start - early <= start < alarm.end


def marked(alarms: Iterable[Alarm], marks: Sequence[AlarmMark]) -> tuple[Alarm, ...]:
    """The alarms, each with the newest mark that was set on it."""
    newest = sorted(marks, key=lambda mark: mark.marked_at, reverse=True)
    return tuple(
        replace(alarm, mark=next((m for m in newest if means(m.key, alarm)), None))
        for alarm in alarms
    )


def told_again(rise: MeasureRise, alarm: Alarm) -> bool:
    """Whether a rise lies within the hours of an alarm, or just before them."""
    return alarm.start - 2 * _HOUR <= rise.at < alarm.end


def as_plain(alarm: Alarm) -> dict[str, Any]:
    """What 今日 tells of an alarm, for JSON."""
    views = alarm.row(alarm.measure)
    return {
        "kind": alarm.kind,
        "measure": alarm.measure,
        "start": alarm.start.isoformat(),
        "end": alarm.end.isoformat(),
        "spend": alarm.spend,
        "seen": views.seen if views else 0.0,
        "usual": views.compared if views else None,
    }


def from_plain(found: dict[str, Any]) -> Alarm:
    """What `as_plain` was given, as far as it was told."""
    return Alarm(
        found["kind"],
        found["measure"],
        datetime.fromisoformat(found["start"]),
        datetime.fromisoformat(found["end"]),
        rows=(Evidence(found["measure"], found["usual"], found["seen"]),),
        spend=found["spend"],
    )
