"""What the book says about the shop itself.

The name is on the screen before anything needs peewee, so it is read without it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from ksdesk.domain.changes import Changes
from ksdesk.storage import damage, sqlite_only
from ksdesk.storage.migrations import FORGETTING
from ksdesk.storage.problem import problems
from ksdesk.storage.session import Session

NAME = "shop.name"
FEWER_SINCE = "backups.fewer_since"
SWEPT = "clock.swept"
MOST_PASSED = timedelta(days=3)  # between two starts, as far as the bin's days go


class ShopReader:
    """Reads what the book says of the shop."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def name(self) -> str:
        """What the seller calls the shop, "" until it has a name."""
        with problems(self.session.path):
            return sqlite_only.about(self.session.path, NAME)

    def fewer_since(self) -> datetime | None:
        """Copies older than this may go although they hold far more than the book."""
        with problems(self.session.path):
            stored = sqlite_only.about(self.session.path, FEWER_SINCE)
        return _moment(stored)

    def forgotten(self) -> tuple[str, ...]:
        """In which of these ways the book held buyers' data once: its older copies still do."""
        with problems(self.session.path):
            return tuple(way for way in FORGETTING if sqlite_only.about(self.session.path, way))


class ShopWriter:
    """Writes what the book says of the shop."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def rename(self, name: str) -> Changes:
        """Call the shop by another name."""
        from ksdesk.storage import about

        with self.session.writing():
            about.put(NAME, name)
        return Changes.of("settings", ref=name)

    def days_passed(self, now: datetime) -> datetime:
        """The moment up to which things in the bin have waited, kept for the next start.

        It follows the clock, but only a few days at a time: the clock may be years ahead.
        """
        from ksdesk.storage import about

        with self.session.writing():
            before = _moment(about.get(SWEPT))
            passed = min(now, before + MOST_PASSED) if before else now
            about.put(SWEPT, passed.isoformat(sep=" ", timespec="seconds"))
        return passed

    def accept_fewer(self, now: datetime) -> Changes:
        """The seller says that the book is right to hold less than its older copies."""
        from ksdesk.storage import about

        with self.session.writing():
            about.put(FEWER_SINCE, now.isoformat(sep=" ", timespec="seconds"))
        return Changes.of("backups")


def _moment(stored: str) -> datetime | None:
    """None where none is stored or it is damaged."""
    try:
        return damage.moment(stored)
    except ValueError:
        return None
