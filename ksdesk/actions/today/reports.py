"""Imports, figures and copies on 今日."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.imports import Batch
from ksdesk.domain.today import Item
from ksdesk.domain.traffic import from_seconds

if TYPE_CHECKING:  # what judges hours is loaded where there are any
    from ksdesk.domain.traffic.alarms import Alarm

STALE_DAYS: Final = 3  # days without traffic figures, yesterday included, that make a task
BACKUP_DAYS: Final = 2  # age from which the newest backup is worth a word


@dataclass(frozen=True)
class Imports:
    """The import that was interrupted last, the last whole one, rows that may be twice in the
    book, and the last day with traffic figures."""

    broken: Batch | None
    last: Batch | None
    doubles: int
    figures_until: date | None


def _ask_imports(look: Look) -> Imports:
    reader = look.reader
    newest = next(iter(reader.batches.recent(1)), None)
    broken = newest if newest is not None and newest.state == "interrupted" else None
    span = reader.traffic.span()
    until = None if span is None else from_seconds(span[1]).date()
    return Imports(broken, reader.batches.last(), reader.doubles.count(), until)


def _say_imports(found: Imports, now: datetime) -> Iterator[Item]:
    if found.broken is not None:
        name, at = found.broken.name, found.broken.started_at
        facts = {"name": name, "at": at}
        yield Item("import_broken", "traffic", "", "today", "warn", None, facts, f"{name} {at}")
    if found.doubles:
        facts = {"count": found.doubles}
        which = str(found.doubles)
        yield Item("doubles", "traffic", "doubles", "today", "warn", facts=facts, which=which)
    if found.figures_until is not None:
        days = (now.date() - found.figures_until).days - 1
        if days >= STALE_DAYS:
            facts = {"days": days, "last": found.figures_until}
            which = found.figures_until.isoformat()
            yield Item("traffic_stale", "traffic", facts=facts, which=which)
    batch = found.last
    if batch is not None:
        facts = {
            "name": batch.name,
            "at": batch.started_at,
            "rows": batch.new + batch.revised + batch.same,
            "new": batch.new,
            "revised": batch.revised,
            "refused": batch.refused,
        }
        yield Item("last_import", "traffic", str(batch.id), "remind", facts=facts)


def _ask_alarms(look: Look) -> tuple[Alarm, ...] | None:
    if not look.reader.alarms.stamp():
        return ()
    from ksdesk.actions.traffic import alarms

    return alarms.open_ones(look.reader, look.now)


def _say_alarms(found: tuple[Alarm, ...] | None, _now: datetime) -> Iterator[Item]:
    """Hours that look off and that nothing was made of, the newest first."""
    for alarm in found or ():
        facts = {"alarm": alarm}
        yield Item("alarm", "traffic", f"alarm:{alarm.key}", "today", "warn", facts=facts)


def of_copies(backed_up: datetime | None, with_buyers: int, now: datetime) -> Iterator[Item]:
    """When the newest copy of the book was made, and how many hold buyers' data."""
    if backed_up is None:
        yield Item("backup_none", "settings", "data", "remind", "warn")
    else:
        age: timedelta = now - backed_up
        code, level = ("backup_old", "warn") if age.days >= BACKUP_DAYS else ("backup", "plain")
        facts = {"at": backed_up, "days": age.days}
        yield Item(code, "settings", "data", "remind", level, facts=facts, which=str(backed_up))
    if with_buyers:
        facts = {"count": with_buyers}
        yield Item("copies_with_buyers", "settings", "data", "remind", "warn", facts=facts)


ALARMS: Final = Inquiry("alarms", ("traffic", "imports", "today"), _ask_alarms, _say_alarms)
REPORTS: Final[tuple[Inquiry[Any], ...]] = (
    Inquiry("imports", ("imports", "traffic"), _ask_imports, _say_imports),
    ALARMS,
)
