"""Before and after: what becomes of each product, looked at before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.products import bulk as product_bulk
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Outdated
from ksdesk.domain.products.bulk import BulkChange, Edit
from ksdesk.domain.progress import Progress
from ksdesk.domain.reasons import heaviest
from ksdesk.ui.imports.halved import ask_halved, is_halved
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chips import ChipBar
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import NOTHING
from ksdesk.ui.products.bulk.words import differing, reasons_words, values_words
from ksdesk.ui.products.links.words import named
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Job
from ksdesk.ui.shell.progress import ProgressStrip

Planner = Callable[..., tuple[Edit, ...]]
"""Works out the edits off the UI thread; called with the keyword `progress`."""
VERDICTS = ("changed", "unchanged", "refused")


class BulkSheet(SheetDialog):
    """Shows what a plan does; `applied(int)` when so many products have been changed."""

    applied = Signal(object)
    scrolls = True

    def __init__(self, ctx: Context, planner: Planner, parent: QWidget) -> None:
        super().__init__(self.tr("Before and after"), name="bulk", width=920, parent=parent)
        self.ctx, self._planner = ctx, planner
        self.edits: dict[str, list[Edit]] = {}
        self.tabs = ChipBar(
            [
                ("changed", self.tr("Will change"), 0),
                ("unchanged", self.tr("Stay as they are"), 0),
                ("refused", self.tr("Cannot change"), 0),
            ],
            "changed",
            name=self.tr("Which products"),
        )
        self.tabs.chosen.connect(self._show_rows)
        self.model = RowsModel(self._columns())
        self.table = TableView(
            self.model, name=self.tr("Products before and after"), row_height=32, many=True
        )
        self.table.set_empty(self.tr("None of these"))
        card = Card(flush=True)
        card.add(self.table, 1)
        self.grant(card, 264)
        self.add(self.tabs)
        self.add(card, 1)
        self.foot = small(self.tr("One step: Ctrl+Z brings all of it back."), tone="muted")
        self.add(self.foot)
        self.strip = ProgressStrip(self)
        self.strip.hide()
        self.add(self.strip)
        self.go = MainButton("", height=32)
        self.go.clicked.connect(self._apply)
        self.leave = self.leave_button()
        self.set_buttons(self.go, self.leave)
        self._job: Job | None = None
        ctx.jobs.progressed.connect(self._progressed)
        ctx.jobs.finished.connect(self.strip.finish)
        self.finished.connect(self._closed)
        self._work()

    def _columns(self) -> list[Column]:
        return [
            Column("title", self.tr("Product"), _title, minimum=144, tip=_title),
            Column("before", self.tr("Before"), _before, minimum=144, tone="muted", tip=_before),
            Column("after", self.tr("After"), _after, minimum=144, bold=True, tip=_after),
            Column("note", self.tr("Note"), _note, minimum=160, tone=_note_tone, tip=_note),
        ]

    def _work(self) -> None:
        self.table.set_loading(True)
        words = self.tr("Working it out")
        self.go.disable(words)
        self.go.set_text(words)
        self._job = self.ctx.jobs.run(
            self,
            partial(_by_verdict, self._planner),
            done=self._show,
            cancelled=self.reject,
            progress=words,
        )

    def _show(self, edits: dict[str, list[Edit]]) -> None:
        self.edits = edits
        self.table.set_loading(False)
        counts = {verdict: len(edits.get(verdict, ())) for verdict in VERDICTS}
        for verdict, count in counts.items():
            self.tabs.set_count(verdict, count)
        full = [verdict for verdict in ("changed", "refused", "unchanged") if counts[verdict]]
        self.tabs.set_value(full[0] if full else "changed")
        self._show_rows()
        if counts["changed"]:
            self.go.set_text(self.tr("Change these %n", "", counts["changed"]))
            self.go.enable()
        else:
            words = self.tr("Nothing to change")
            self.go.set_text(words)
            self.go.disable(words)

    @Slot()
    def _show_rows(self, _tab: object = None) -> None:
        rows = self.edits.get(str(self.tabs.value()), [])
        hidden = set() if any(edit.reasons for edit in rows) else {"note"}
        if self.tabs.value() != "changed":
            hidden |= {"before", "after"}
        self.table.set_hidden(hidden)
        self.model.set_rows(rows)

    @Slot()
    def _apply(self) -> None:
        """A price that falls by more than half may be a slip: it is asked about once for all."""
        halved = [edit for edit in self.edits["changed"] if is_halved(edit.reasons)]
        if not halved:
            self._write()
            return
        ask_halved(self.ctx, self, len(halved), self._write)

    def _write(self) -> None:
        words = self.tr("Changing them")
        self.go.disable(words)
        self._job = self.ctx.write(
            self,
            self.tr("change %n products", "", len(self.edits["changed"])),
            product_bulk.apply,
            self.edits["changed"],
            self.ctx.clock(),
            done=self._done,
            failed=self._failed,
            cancelled=partial(self._show, self.edits),
            progress=words,
        )

    def _done(self, changes: Changes) -> None:
        assert isinstance(changes.ref, int)
        self.ctx.notice(self.tr("%n products changed", "", changes.ref), undo=True)
        self.applied.emit(changes.ref)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        """What was changed meanwhile is looked at anew; all else is the shell's to tell."""
        if isinstance(error, Outdated):
            self.foot.setText(self.tr("A product has changed meanwhile. Look once more."))
            self.foot.set_tone("warn")
            self._work()
            return
        self.reject()
        self.ctx.jobs.failed.emit(error)

    @Slot(object)
    def _progressed(self, job: Job) -> None:
        if job is self._job:
            self.strip.show_job(job)

    @Slot()
    def _closed(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
        self.deleteLater()


def open_bulk(
    ctx: Context, parent: QWidget, numbers: Sequence[int], change: BulkChange
) -> BulkSheet:
    """Show what a change would do to the products of these numbers."""
    planner = partial(_planned, ctx, tuple(numbers), change, ctx.clock())
    sheet = BulkSheet(ctx, planner, parent)
    sheet.open()
    return sheet


def _planned(
    ctx: Context, numbers: tuple[int, ...], change: BulkChange, now: datetime, *, progress: Progress
) -> tuple[Edit, ...]:
    limits = product_bulk.limits(ctx.reader, ctx.rules(), now)
    return product_bulk.planned(ctx.reader, numbers, change, limits, progress=progress)


def _by_verdict(planner: Planner, *, progress: Progress) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for edit in planner(progress=progress):
        found.setdefault(edit.verdict, []).append(edit)
    return found


def _title(edit: Edit) -> str:
    return edit.before.title or named(edit.after) or NOTHING


def _before(edit: Edit) -> str:
    return values_words(edit.before, differing(edit.before, edit.after)) or NOTHING


def _after(edit: Edit) -> str:
    return values_words(edit.after, differing(edit.before, edit.after)) or NOTHING


def _note(edit: Edit) -> str:
    return reasons_words(edit.reasons)


def _note_tone(edit: Edit) -> str:
    tones = {"bad": "bad", "warn": "warn"}
    return tones.get(heaviest(edit.reasons), "muted")
