"""搬家: everything in one file for a new computer, and out of a synchronised folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.backups import moving
from ksdesk.actions.backups.moving import Parcel
from ksdesk.paths import MOVING_FILE, synced_by
from ksdesk.ui.backups.taking import CARRIED, TakeIn
from ksdesk.ui.parts.buttons import Button, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import body
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import say_saved


class MovingCard(Card):
    """One file out, one file in; and the whole data folder to another place."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Moving"))
        self.ctx = ctx
        self.taking = TakeIn(ctx, self)
        text = self.tr(
            "One file holds all shops and settings, without the backups. Open it on the new"
            " computer; there each comes in as a further shop and nothing is overwritten."
        )
        self.add(body(text, wrap=True))
        self.out_button = SecondButton(self.tr("Pack into one file"), "export")
        self.out_button.clicked.connect(self.pack)
        self.in_button = SecondButton(self.tr("Take in from the old computer"), "import")
        self.in_button.clicked.connect(self.taking.choose_moving_file)
        self.book_button = TextButton(self.tr("Open a book or a backup"), "folder")
        self.book_button.clicked.connect(self.taking.choose_book)
        self.data_button = _folder_button(self.tr("Move the data folder"), ctx)
        self.data_button.clicked.connect(self.choose_folder)
        ways = QWidget()
        flow = FlowLayout(ways, spacing=8)
        for button in (self.out_button, self.in_button, self.book_button, self.data_button):
            flow.addWidget(button)
        self.add(ways)
        if ctx.sample:
            reason = self.tr("Leave the sample shop first.")
            for button in (self.out_button, self.data_button):
                button.disable(reason)

    @Slot()
    def pack(self) -> None:
        """Ask where to, then write the file."""
        self.ctx.jobs.run(self, self.ctx.reader.shop.name, done=self._ask_target)

    def _ask_target(self, shop: str) -> None:
        name = shop or self.tr("My shop")
        self.ctx.ask.save_file(
            self,
            self.tr("Pack into one file"),
            moving.file_name(name, self.ctx.clock()),
            self.tr("Moving files") + f" (*{MOVING_FILE})",
            self._pack_to,
        )

    def _pack_to(self, target: Path) -> None:
        if not target.name.endswith(MOVING_FILE):
            target = target.with_name(target.name + MOVING_FILE)
        self.ctx.jobs.run(
            self,
            moving.pack,
            self.ctx.paths,
            {name: getattr(self.ctx.settings.values, name) for name in CARRIED},
            target,
            self.ctx.clock(),
            done=self._packed,
            progress=self.tr("Packing"),
        )

    def _packed(self, parcel: Parcel) -> None:
        said = self.tr("%n shops packed and read back: {name}", "", len(parcel.guests))
        say_saved(self.ctx, said.format(name=parcel.source.name), parcel.source.parent)

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder outside, then move everything there."""
        title = self.tr("A folder on this computer that is not synced")
        self.ctx.ask.folder(self, title, self._chosen)

    def _chosen(self, folder: Path) -> None:
        if synced := synced_by(folder):
            text = self.tr("{folder} is synced by {name} as well. Choose another folder.")
            self.ctx.notice(text.format(folder=folder.name, name=synced))
            return
        self._target = folder
        text = self.tr(
            "All shops and backups are copied to {folder} and checked. ksdesk then closes; opened"
            " again, it works there. The old folder stays until you delete it yourself."
        )
        self.ctx.ask.question(
            self,
            self.tr("Move the data folder?"),
            text.format(folder=folder / "ksdesk"),
            self.tr("Move and close"),
            self._move,
        )

    def _move(self) -> None:
        self.window().setEnabled(False)
        self.ctx.jobs.run(
            self,
            moving.move_data,
            self.ctx.paths,
            self._target,
            writes=True,
            done=self._moved,
            failed=self._stayed,
            cancelled=self._unfreeze,
        )

    def _moved(self, _new: Path) -> None:
        self._unfreeze()
        self.window().close()

    def _stayed(self, error: BaseException) -> None:
        self._unfreeze()
        self.ctx.jobs.failed.emit(error)

    def _unfreeze(self) -> None:
        self.window().setEnabled(True)


def _folder_button(text: str, ctx: Context) -> Button:
    """The way out that the warning over the pages leads to is the one to see."""
    if synced_by(ctx.paths.data):
        return MainButton(text, "arrow_right", height=32)
    return TextButton(text, "arrow_right")
