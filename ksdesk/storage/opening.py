"""The opening wizard's fields, by step name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ksdesk.domain.changes import Changes
from ksdesk.storage import about
from ksdesk.storage.damage import moment, readable
from ksdesk.storage.models.opening import OpeningStep
from ksdesk.storage.session import Session

PLACE = "opening.step"


@dataclass(frozen=True)
class StepRecord:
    """What is kept of one step: its fields, the seller's note, when it was done, last written."""

    name: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    visited: bool = False
    done_at: datetime | None = None
    changed_at: datetime | None = None


class OpeningReader:
    """Reads the wizard."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def steps(self) -> dict[str, StepRecord]:
        """Every step that was ever written, by name."""
        with self.session.reading():
            rows = OpeningStep.select()
            records = readable(self.session, "opening_step", rows, _record)
            return {record.name: record for record in records}

    def step(self, name: str) -> StepRecord:
        """One step, empty if it was never written."""
        with self.session.reading():
            row = OpeningStep.get_or_none(OpeningStep.name == name)
        rows = [] if row is None else [row]
        return next(readable(self.session, "opening_step", rows, _record), StepRecord(name))

    def place(self) -> str:
        """The name of the step that was open last, "" before the first."""
        with self.session.reading():
            return about.get(PLACE)


class OpeningWriter:
    """Writes the wizard."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(self, name: str, fields: Mapping[str, Any], now: datetime) -> Changes:
        """Keep the fields of a step; JSON values only."""
        text = json.dumps(fields, ensure_ascii=False)
        return self._write(name, now, fields=text, updated_at=_stamp(now))

    def save_note(self, name: str, note: str, now: datetime) -> Changes:
        """Keep the seller's note to a step."""
        return self._write(name, now, note=note, updated_at=_stamp(now))

    def go(self, name: str, now: datetime, done: str | None = None) -> Changes:
        """Open a step; `done` names the step that was finished with it."""
        stamp = _stamp(now)
        with self.session.writing():
            if done is not None:
                self._write(done, now, done_at=stamp)
            about.put(PLACE, name)
            return self._write(name, now, visited_at=stamp)

    def _write(self, name: str, now: datetime, **values: str) -> Changes:
        """To look at a step is not to change it: `updated_at` is for those who do."""
        with self.session.writing():
            OpeningStep.insert(**{"updated_at": _stamp(now), **values, "name": name}).on_conflict(
                conflict_target=[OpeningStep.name], update=values
            ).execute()
        return Changes.of("opening", "today", ref=name)


def _stamp(now: datetime) -> str:
    return now.isoformat(sep=" ", timespec="seconds")


def _record(row: OpeningStep) -> StepRecord:
    done = moment(row.done_at) if row.done_at else None
    changed = moment(row.updated_at)
    fields = dict(json.loads(row.fields).items())
    return StepRecord(row.name, fields, row.note, row.visited_at is not None, done, changed)
