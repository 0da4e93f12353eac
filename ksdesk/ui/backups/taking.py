"""Taking a shop in from a file: a moving file, a book, a backup."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ksdesk.actions.backups import moving
from ksdesk.actions.backups.moving import Parcel
from ksdesk.paths import BOOK_FILE, MOVING_FILE
from ksdesk.ui.backups.words import holds
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Divider, body, heading, small
from ksdesk.ui.shell.context import Context

CARRIED = ("language", "scheme", "up_colour", "text_size")


class ParcelSheet(SheetDialog):
    """What a file would bring; accepted means take it in."""

    def __init__(self, parcel: Parcel, fallback: str, parent: QWidget | None = None) -> None:
        super().__init__("", " ", name="parcel", width=560, parent=parent)
        title = self.tr("%n shops in this file", "", len(parcel.guests))
        self.title_label.setText(title)
        self.setWindowTitle(title)
        self.set_sentence(parcel.source.name)
        for guest in parcel.guests:
            self.add(heading(guest.name or fallback))
            self.add(small(holds(guest.contents), wrap=True))
            self.add(Divider())
        text = self.tr("Each comes in as a further shop. What is on this computer stays.")
        self.add(body(text, tone="muted", wrap=True))
        self.go = MainButton(self.tr("Take in"), "import", height=32)
        self.go.clicked.connect(self.accept)
        self.keep = self.leave_button()
        self.set_buttons(self.go, self.keep)
        self.finished.connect(self.deleteLater)


class TakeIn(QObject):
    """The way from the file dialog to the opened shop. `owner` is the widget it starts from."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.ctx, self.owner = ctx, owner
        self.sheet: ParcelSheet | None = None

    def choose_moving_file(self) -> None:
        """Ask for the file that the old computer wrote."""
        self._choose(
            self.tr("The file from the old computer"),
            self.tr("Moving files") + f" (*{MOVING_FILE});;" + self.tr("All files") + " (*)",
        )

    def choose_book(self) -> None:
        """Ask for a book or a backup."""
        self._choose(
            self.tr("A book or a backup"),
            self.tr("Books") + f" (*{BOOK_FILE});;" + self.tr("All files") + " (*)",
        )

    def _choose(self, title: str, filters: str) -> None:
        self.ctx.ask.open_files(self.owner, title, filters, self._chosen)

    def _chosen(self, files: list[Path]) -> None:
        self.read(files[0])

    def read(self, file: Path) -> None:
        """Check a file and show what it would bring."""
        self.ctx.jobs.run(
            self,
            moving.unpack,
            file,
            self.ctx.paths.parcels,
            done=self._show,
            progress=self.tr("Checking {name}").format(name=file.name),
        )

    def _show(self, parcel: Parcel) -> None:
        self.sheet = ParcelSheet(parcel, self._fallback(), self.owner.window())
        self.sheet.accepted.connect(partial(self.take, parcel))
        self.sheet.rejected.connect(partial(moving.drop, [g.path for g in parcel.guests]))
        self.sheet.open()

    def _fallback(self) -> str:
        return self.tr("My shop")

    def take(self, parcel: Parcel) -> None:
        """Add the shops and open the first of them."""
        self.ctx.jobs.run(
            self,
            moving.take_in,
            self.ctx.paths,
            parcel,
            self._fallback(),
            writes=True,
            done=partial(self._taken, parcel.settings),
        )

    def _taken(self, settings: Mapping[str, object], slugs: tuple[str, ...]) -> None:
        ctx = self.ctx
        first = not ctx.settings.values.welcomed
        if first:
            for name in CARRIED:
                if name in settings:
                    _carry(ctx, name, settings[name])
            ctx.keep_settings(welcomed=True)
        restyle = ctx.restyle if first else None
        ctx.open_shop(slugs[0], leaving_empty=first)
        if restyle is not None:
            restyle()


def _carry(ctx: Context, name: str, value: object) -> None:
    """A setting of the other computer, where this ksdesk knows such a value."""
    try:
        ctx.keep_settings(**{name: value})
    except ValueError:
        return
