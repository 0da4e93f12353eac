"""Who opens the sheets of the reviews and writes them, each step undoable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ksdesk.actions import reviews
from ksdesk.actions.reviews.looking import Review, SeenBroadcast
from ksdesk.domain.changes import Changes
from ksdesk.domain.reviews.broadcasts import COUNTS, MONEY, Broadcast
from ksdesk.ui.reviews import words
from ksdesk.ui.reviews.picture import picture, write_png
from ksdesk.ui.reviews.typed_sheet import BroadcastSheet
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved
from ksdesk.ui.shell.sheet_desk import SheetDesk


@dataclass(frozen=True)
class Unwritten:
    """What was typed of a live or a video and could not be written, None where all is."""

    note: str | None = None
    todo: tuple[str, ...] | None = None


class ReviewDesk(SheetDesk):
    """Writes what is said of a live or a video. `made(number)` after one was noted or corrected;
    `refused` where something could not be written: the page is ahead of the book.
    """

    made = Signal(int)
    refused = Signal()

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(ctx, page)
        self._unwritten: dict[datetime, Unwritten] = {}

    @Slot()
    def new(self) -> None:
        """The sheet for one that is not there yet."""
        self._open(BroadcastSheet(None, self.ctx.clock(), self.page))

    def edit(self, seen: SeenBroadcast) -> None:
        """The sheet for its figures."""
        told = seen.told
        if told.id < 0:  # its figures stay those of the report, which may be imported again
            told = replace(Broadcast(told.kind, told.began_at, told.name), id=told.id)
        sheet = BroadcastSheet(told, self.ctx.clock(), self.page)
        sheet.offer(
            {
                code: value
                for code in (*COUNTS, *MONEY)
                if getattr(told, code) is None and (value := getattr(seen.one, code)) is not None
            }
        )
        self._open(sheet)

    def _open(self, sheet: BroadcastSheet) -> None:
        sheet.ready.connect(self._note_down)
        self.open(sheet)

    def _note_down(self, one: Broadcast) -> None:
        text = self.tr("Note a live or a video")
        self.write(text, reviews.note_down, one, self.ctx.clock(), done=self._made)

    def _made(self, changes: Changes) -> None:
        if isinstance(changes.ref, int):
            self.made.emit(changes.ref)

    def plan_next(self, one: Broadcast, todo: Sequence[str]) -> None:
        """What is to be done next time."""
        made = (one.id, tuple(todo), self.ctx.clock())
        self.write(
            self.tr("What to do next time"),
            reviews.plan_next,
            *made,
            done=partial(self._keep, one, todo=None),
            failed=partial(self._keep, one, todo=tuple(todo)),
        )

    def learn(self, one: Broadcast, learnt: str) -> None:
        """What was seen in it."""
        made = (one.id, learnt, self.ctx.clock())
        self.write(
            self.tr("What was learnt"),
            reviews.learn,
            *made,
            done=partial(self._keep, one, note=None),
            failed=partial(self._keep, one, note=learnt),
        )

    def unwritten(self, one: Broadcast) -> Unwritten:
        """What was typed of it and is not in the book."""
        return self._unwritten.get(one.began_at, Unwritten())

    def _keep(self, one: Broadcast, written: Changes | None = None, **typed: Any) -> None:
        self._unwritten[one.began_at] = replace(self.unwritten(one), **typed)
        if written is None:
            self.refused.emit()

    def tick(self, one: Broadcast, place: int, done: bool) -> None:
        """One of these things is done, or not yet."""
        text = self.tr("Tick off what was to do")
        made = (one.id, place, done, self.ctx.clock())
        self.write(text, reviews.tick, *made, failed=self.refused.emit)

    def finish(self, one: Broadcast, learnt: str, todo: Sequence[str]) -> None:
        """It is looked back at."""
        said = self.tr("{title} is looked back at").format(title=words.title_text(one))
        made = (one.id, learnt, tuple(todo), self.ctx.clock())
        self.write(
            self.tr("Look back at a live or a video"),
            reviews.finish,
            *made,
            said=said,
            done=partial(self._keep, one, note=None, todo=None),
            failed=partial(self._keep, one, note=learnt, todo=tuple(todo)),
        )

    def throw_away(self, one: Broadcast) -> None:
        """Into the bin."""
        said = self.tr("{title} is in the bin for 30 days").format(title=words.title_text(one))
        text = self.tr("Delete a review")
        self.write(text, reviews.throw_away, one, self.ctx.clock(), said=said)

    def save_picture(self, review: Review) -> None:
        """Ask where the picture goes; it is drawn as the review stands now."""
        from ksdesk.exports.tables import file_stem

        name = file_stem(words.title_text(review.seen.one))
        image = picture(review, self.ctx.shop_name, self.ctx.theme)
        self.ctx.ask.save_file(
            self.page,
            self.tr("Save the picture"),
            f"{name}.png",
            self.tr("Picture (*.png)"),
            partial(self._write_picture, image),
        )

    def _write_picture(self, image: QImage, path: Path) -> None:
        path = path if path.suffix.lower() == ".png" else path.with_name(path.name + ".png")
        self.ctx.jobs.run(self, write_png, image, path, done=partial(self._saved, path))

    def _saved(self, path: Path, _nothing: object) -> None:
        say_saved(self.ctx, self.tr("Saved: {name}").format(name=path.name), path.parent)
