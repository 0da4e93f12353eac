"""A copy of the photos with words across them, for papers that leave the machine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ksdesk.ui.opening import check_words as words
from ksdesk.ui.opening.photo_check import write_copies
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.texts import counted
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved


class WatermarkSheet(SheetDialog):
    """Asks for the words, then where to; the photos themselves stay in memory."""

    def __init__(self, ctx: Context, photos: Mapping[str, bytes], parent: QWidget) -> None:
        super().__init__(
            self.tr("Save a copy with a watermark"),
            self.tr("The words go across the picture again and again, so it cannot be misused."),
            name="watermark",
            width=480,
            parent=parent,
        )
        self._ctx, self._photos, self._owner = ctx, dict(photos), parent
        day = ctx.clock().date().isoformat()
        text = self.tr("Only for opening a Kuaishou shop {day}").format(day=day)
        self.words = LineField(self.tr("Words across the picture"), text=text, tall=True)
        self.add(self.words)
        names = self.tr(", ").join(words.say(words.SIDES[side]) for side in photos)
        note = counted(
            len(photos),
            self.tr("1 picture: {names}. The copy is yours; ksdesk keeps none."),
            self.tr("{n} pictures: {names}. The copies are yours; ksdesk keeps none."),
        )
        self.add(small(note.format(names=names), wrap=True))
        self.main = MainButton(self.tr("Choose where to save"))
        self.main.clicked.connect(self._ask)
        self.set_buttons(self.main, self.leave_button(height=40))
        self.finished.connect(self._forget)

    def _ask(self) -> None:
        self._ctx.ask.save_file(
            self._owner,
            self.tr("Where the copy goes"),
            self.tr("ID card for opening the shop.jpg"),
            self.tr("JPEG picture (*.jpg)"),
            partial(self._save, self.words.text().strip(), dict(self._photos)),
        )
        self.accept()

    def _save(self, text: str, photos: Mapping[str, bytes], path: Path) -> None:
        path = (
            path if path.suffix.lower() in (".jpg", ".jpeg") else path.with_name(f"{path.name}.jpg")
        )
        copies = [(data, _path_of(path, side, len(photos))) for side, data in photos.items()]
        self._ctx.jobs.run(
            self._owner,
            write_copies,
            copies,
            text,
            done=partial(self._written, path.parent),
            failed=self._failed,
        )

    def _written(self, folder: Path, count: int) -> None:
        text = self.tr("%n copies saved in {folder}", "", count)
        say_saved(self._ctx, text.format(folder=folder.name), folder)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            self._ctx.jobs.failed.emit(error)
            return
        self._ctx.notice(self.tr("The copy could not be saved there; choose another folder"))

    def _forget(self) -> None:
        self._photos.clear()


def _path_of(path: Path, side: str, count: int) -> Path:
    """The file itself for one photo; for several the side's name is added."""
    if count == 1:
        return path
    return path.with_name(f"{path.stem}-{words.say(words.SIDES[side])}{path.suffix}")
