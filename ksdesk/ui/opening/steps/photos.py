"""The three photos of 上传身份证明: chosen, dropped or pasted, judged, and held in memory only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ksdesk.domain.opening.fields import photo_field, reasons_of
from ksdesk.domain.opening.photos import SIDES, same_picture
from ksdesk.ui.opening import check_words as words
from ksdesk.ui.opening.photo_check import CheckedPhoto, look_at
from ksdesk.ui.parts.drop import files_in
from ksdesk.ui.parts.photo_slot import PhotoSlot, photo_in
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class Photos(QWidget):
    """Three slots side by side.

    `changed()` when a photo was judged. `kept` holds the verdicts as they are saved, by field
    name; the photos themselves live in this object alone, until `forget`.
    """

    changed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._looked: dict[str, CheckedPhoto] = {}
        self._checking: dict[str, Latest] = {side: Latest(ctx, self) for side in SIDES}
        self.kept: dict[str, dict[str, Any]] = {}
        self.setAcceptDrops(True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.slots: dict[str, PhotoSlot] = {}
        for side in SIDES:
            slot = self.slots[side] = PhotoSlot(words.say(words.SIDES[side]), self)
            slot.set_hint(self.tr("Drop it here or paste it"))
            slot.wanted.connect(partial(self.choose, side))
            slot.given.connect(partial(self.check, side))
            self._row.addWidget(slot, 1)
            self._show_slot(side)

    # -- taking

    def choose(self, side: str) -> None:
        """Let the seller choose files for a side."""
        self._ctx.ask.open_files(
            self,
            self.tr("Choose the photo"),
            self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif)"),
            partial(self.take_files, side),
            pictures=True,
        )

    def take_files(self, side: str, paths: list[Path]) -> None:
        """The first file is for this side, more go to the sides that have none."""
        for path in paths[: len(SIDES)]:
            self.check(side, path)
            side = self._next_empty(side)

    def paste(self) -> bool:
        """Take a photo from the clipboard for the side that waits; whether there was one."""
        return self._take(QApplication.clipboard().mimeData())

    def _take(self, mime: QMimeData) -> bool:
        if paths := list(files_in(mime)):
            self.take_files(self.waiting(), paths)
            return True
        if (image := photo_in(mime)) is not None:
            self.check(self.waiting(), image)
        return image is not None

    def _next_empty(self, side: str) -> str:
        busy = {s for s, checking in self._checking.items() if checking.waiting}
        free = [s for s in SIDES if s != side and not self.status(s) and s not in busy]
        return free[0] if free else side

    def waiting(self) -> str:
        """The first side without a photo, else the first that is not good, else the front."""
        empty = [side for side in SIDES if not self.status(side)]
        return (empty or self.poor() or list(SIDES))[0]

    def poor(self) -> list[str]:
        """The sides that have no good photo yet."""
        return [side for side in SIDES if self.status(side) != "good"]

    # -- judging

    def check(self, side: str, source: Path | QImage) -> None:
        """Look at a photo on a worker; an answer to an older question is dropped."""
        self._looked.pop(side, None)
        done, failed = partial(self._answered, side), partial(self._unanswered, side)
        rules = self._ctx.rules().on(self._ctx.clock().date())
        self._checking[side].ask(look_at, source, side, rules, done=done, failed=failed)
        self._show_slot(side)

    def _answered(self, side: str, looked: CheckedPhoto) -> None:
        self._looked[side] = looked
        day = self._ctx.clock().date()
        self.kept[f"{side}_verdict"] = photo_field(looked.verdict, day)
        self._show_all()
        self.changed.emit()

    def _unanswered(self, side: str, error: BaseException) -> None:
        self._show_slot(side)
        self._ctx.jobs.failed.emit(error)

    def _twin(self, side: str) -> str:
        """Another side that has the same picture, "" for none."""
        mine = self._looked.get(side)
        for other, looked in self._looked.items():
            if mine and other != side and same_picture(mine.verdict, looked.verdict):
                return other
        return ""

    def status(self, side: str) -> str:
        """The verdict that stands for a side, "" for none; a photo used twice is a retake."""
        looked = self._looked.get(side)
        if looked is None:
            return str(self.kept.get(f"{side}_verdict", {}).get("status", ""))
        if looked.verdict.status == "good" and self._twin(side):
            return "retake"
        return looked.verdict.status

    # -- showing

    def _show_all(self) -> None:
        for side in SIDES:
            self._show_slot(side)

    def _show_slot(self, side: str) -> None:
        slot, looked = self.slots[side], self._looked.get(side)
        kept = self.kept.get(f"{side}_verdict")
        if self._checking[side].waiting:
            slot.show_state("checking", self.tr("Checking…"), "")
        elif looked is not None:
            self._show_looked(side, slot, looked)
        elif kept is not None:
            self._show_kept(slot, kept)
        else:
            slot.show_state("empty", "", self.tr("Choose a photo"))

    def _show_kept(self, slot: PhotoSlot, kept: Mapping[str, Any]) -> None:
        """The verdict on a photo that is gone."""
        status = str(kept["status"])
        slot.show_state(
            "remembered",
            words.say(words.VERDICTS[status]),
            self.tr("Choose again"),
            first=words.photo_lines(reasons_of(kept))[0],
            second=words.looked_at(kept.get("day")),
            kind=status,
        )

    def _show_looked(self, side: str, slot: PhotoSlot, looked: CheckedPhoto) -> None:
        verdict, twin = looked.verdict, self._twin(side)
        first, second = words.photo_lines(verdict.reasons)
        if twin:
            name = words.say(words.SIDES[twin])
            first = self.tr("The same picture as {side}").format(side=name)
            second = self.tr("Take one of each side")
        elif not second and verdict.width:
            second = f"{verdict.width} × {verdict.height}"
        good = verdict.status == "good" and not twin
        slot.show_state(
            verdict.status,
            self.tr("Same picture") if twin else words.say(words.VERDICTS[verdict.status]),
            self.tr("Replace") if good else self.tr("Use a retake"),
            first=first,
            second=second,
            kind="retake" if twin and verdict.status != "unusable" else "",
        )
        slot.show_image(looked.image)

    def set_narrow(self, narrow: bool) -> None:
        """Without the second line of advice, which is then a tooltip."""
        for slot in self.slots.values():
            slot.set_second_line(not narrow)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one of them: below each other they have room."""
        least = max(slot.minimumWidth() for slot in self.slots.values())
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = sum(slot.minimumWidth() + self._row.spacing() for slot in self.slots.values())
        ways = QBoxLayout.Direction
        narrow = event.size().width() < least - self._row.spacing()
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # -- memory

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Take over the verdicts that the book holds."""
        names = (f"{side}_verdict" for side in SIDES)
        self.kept = {name: fields[name] for name in names if fields.get(name)}
        self._show_all()

    def readable(self) -> dict[str, bytes]:
        """The photos in memory that could be read, by side."""
        found = {side: self._looked[side].data for side in SIDES if side in self._looked}
        return {side: data for side, data in found.items() if data}

    def memory(self) -> dict[str, CheckedPhoto]:
        """The photos, for a page that is rebuilt in another look."""
        return dict(self._looked)

    def recall(self, looked: Mapping[str, CheckedPhoto]) -> None:
        """Take up what `memory` gave."""
        self._looked = dict(looked)
        self._show_all()

    def forget(self) -> None:
        """Let go of every photo; the verdicts stay."""
        self._looked.clear()
        for checking in self._checking.values():
            checking.drop()
        self._show_all()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if photo_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped beside the slots: for those that wait."""
        if self._take(event.mimeData()):
            event.acceptProposedAction()
