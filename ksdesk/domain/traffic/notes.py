"""What is noted beside curves: events of the seller's own, alarms seen, new fans sampled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ksdesk.domain.notes import Note

ANNOTATIONS: Final = ("live", "video", "price", "other")
HANDLED: Final = "handled"
IGNORED: Final = "ignored"


@dataclass(frozen=True)
class Annotation(Note):
    """Something happened `at` a moment (直播, 作品, 改价), up to `until` where it took time."""

    topics = ("traffic",)

    kind: str
    at: datetime
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.kind not in ANNOTATIONS:
            raise ValueError(f"unknown annotation {self.kind!r}")


@dataclass(frozen=True)
class AlarmMark(Note):
    """An alarm, known by its `key`, was handled (已处理) or is to be ignored (忽略)."""

    topics = ("traffic", "today")
    single = ("key",)

    key: str
    state: str
    marked_at: datetime

    def __post_init__(self) -> None:
        if self.state not in (HANDLED, IGNORED):
            raise ValueError(f"unknown state {self.state!r}")


@dataclass(frozen=True)
class FanSample(Note):
    """New fans that were looked at: a tuple for each, with its works, follows, followers and
    whether there is a picture (1 or 0); None where it was not looked up. `about` is the key of the
    alarm that asked for it, "" for none.
    """

    topics = ("traffic",)

    taken_at: datetime
    about: str = ""
    fans: tuple[tuple[int | None, int | None, int | None, int | None], ...] = ()


KINDS: Final[tuple[type[Note], ...]] = (Annotation, AlarmMark, FanSample)
