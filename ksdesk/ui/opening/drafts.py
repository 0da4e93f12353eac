"""What stands in the wizard now, and how it gets into the book while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ksdesk.actions import opening
from ksdesk.domain.changes import Changes
from ksdesk.domain.opening import STEP_NAMES, clean_fields
from ksdesk.storage import Reader
from ksdesk.ui.shell.context import Context


@dataclass(frozen=True)
class Kept:
    """What the book holds: fields and notes by step, the steps that were seen and finished, the
    open one, and what the wizard's ledger lines come to by account.

    `writes` is how often the asking drafts had written by then.
    """

    fields: Mapping[str, Mapping[str, Any]]
    notes: Mapping[str, str]
    visited: Set[str]
    done: Set[str]
    place: str
    booked: Mapping[str, int]
    writes: int


class Drafts(QObject):
    """The fields and notes of all steps, saved on every change.

    They are known once `take` has got what `question` read. A change is written at once unless a
    write is under way; then the newest state follows as soon as that is done, so that fast typing
    costs few writes and loses nothing. `booked` is what the wizard's ledger lines come to.
    Signals: `saved()` all is in the book; `failed()` it is not, the next change tries again.
    """

    saved = Signal()
    failed = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._fields: dict[str, dict[str, Any]] = {}
        self._notes: dict[str, str] = {}
        self.visited: set[str] = set()
        self.done: set[str] = set()
        self.place = STEP_NAMES[0]
        self.booked: Mapping[str, int] = {}
        self._known = False
        self._waiting: dict[tuple[str, str], None] = {}
        self._writes = self._flying = 0
        self._lost_place = False

    def question(self) -> Callable[[], Kept]:
        """The work that reads what `take` wants."""
        return partial(_read, self._ctx.reader, self._writes)

    def take(self, kept: Kept) -> tuple[str, ...]:
        """Take over what the book holds, at first all of it, later what another page wrote; the
        steps that changed. Own drafts come first: what was read before they were written is old.
        """
        self.booked = kept.booked
        if not self._known:
            self._known = True
            self._fields = {name: dict(fields) for name, fields in kept.fields.items()}
            self._notes = dict(kept.notes)
            self.visited, self.done = set(kept.visited), set(kept.done)
            self.place = kept.place if kept.place in STEP_NAMES else STEP_NAMES[0]
            self.visited.add(self.place)
            return ()
        if self._flying or self._waiting or kept.writes != self._writes:
            return ()
        changed = []
        for name in (name for name in kept.fields if name in STEP_NAMES):
            if clean_fields(name, self._fields.get(name, {})) != dict(kept.fields[name]):
                self._fields[name] = dict(kept.fields[name])
                changed.append(name)
            self._notes[name] = kept.notes[name]
        return tuple(changed)

    def fields(self, step: str) -> dict[str, Any]:
        """What stands on a step."""
        return dict(self._fields.get(step, {}))

    def note(self, step: str) -> str:
        """The seller's note to a step."""
        return self._notes.get(step, "")

    def put(self, step: str, fields: Mapping[str, Any]) -> None:
        """Take over what stands on a step now."""
        if self._fields.get(step, {}) != fields:
            self._fields[step] = dict(fields)
            self._wait("fields", step)

    def put_note(self, step: str, note: str) -> None:
        """Take over the seller's note to a step."""
        if self.note(step) != note:
            self._notes[step] = note
            self._wait("note", step)

    def go(self, step: str, done: str | None = None) -> None:
        """Another step is open; `done` names the one that was finished with it."""
        self.flush()
        self.place = step
        self.visited.add(step)
        if done is not None:
            self.done.add(done)
        self._write(opening.go, step, self._ctx.clock(), done)

    def flush(self) -> None:
        """Send everything that still waits to the writing thread."""
        if self._lost_place:
            self._lost_place = False
            self._write(opening.go, self.place, self._ctx.clock())
        waiting, self._waiting = self._waiting, {}
        for kind, step in waiting:
            if kind == "note":
                self._write(opening.save_note, step, self.note(step), self._ctx.clock())
            else:
                self._write(opening.save_fields, step, self.fields(step), self._ctx.clock())

    def snapshot(self) -> dict[str, Any]:
        """Everything that stands here, for a page that is rebuilt."""
        return {
            "fields": {step: dict(fields) for step, fields in self._fields.items()},
            "notes": dict(self._notes),
            "visited": set(self.visited),
            "done": set(self.done),
            "place": self.place,
        }

    def adopt(self, snapshot: Mapping[str, Any]) -> None:
        """Take up what `snapshot` gave; it is at least as new as the book."""
        self._fields = {step: dict(fields) for step, fields in snapshot["fields"].items()}
        self._notes = dict(snapshot["notes"])
        self.visited, self.done = set(snapshot["visited"]), set(snapshot["done"])
        self.place = snapshot["place"]
        self._known = True

    def _wait(self, kind: str, step: str) -> None:
        self._waiting[kind, step] = None
        if not self._flying:
            self.flush()

    def _write(self, action: Any, *args: Any) -> None:
        self._flying += 1
        self._writes += 1
        self._ctx.write(self, "", action, *args, done=self._written, failed=self._broke)

    def _written(self, _changes: Changes) -> None:
        self._flying -= 1
        if self._flying:
            return
        if self._waiting:
            self.flush()
        else:
            self.saved.emit()

    def _broke(self, error: BaseException) -> None:
        """Nothing typed is lost: it stands in the window and is written with the next change."""
        self._flying -= 1
        self._lost_place = True
        self._waiting |= {("fields", step): None for step in self._fields}
        self._waiting |= {("note", step): None for step in self._notes}
        self.failed.emit()
        self._ctx.jobs.failed.emit(error)


def _read(reader: Reader, writes: int) -> Kept:
    records = reader.opening.steps()
    return Kept(
        {name: record.fields for name, record in records.items()},
        {name: record.note for name, record in records.items()},
        {name for name, record in records.items() if record.visited},
        {name for name, record in records.items() if record.done_at},
        reader.opening.place(),
        opening.booked(reader.deposit.unreversed(opening.ORIGIN)),
        writes,
    )
