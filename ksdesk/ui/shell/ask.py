"""Questions to the user go through here, so that no test hangs on a dialog."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ksdesk.paths import BookProblem, home, is_within_reach
from ksdesk.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog

# the setting that keeps where the seller last was, and the system's place of the first time
PLACES = {
    "opened_in": "DownloadLocation",
    "pictured_in": "PicturesLocation",
    "saved_in": "DesktopLocation",
}


class Ask(QObject):
    """Asks with windows that never block: the answer comes to `done`. Where files were chosen
    last is kept in `settings`."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def question(
        self,
        parent: QWidget,
        title: str,
        text: str,
        verb: str,
        done: Callable[[], object],
        *,
        keep: str = "",
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Ask before something that matters. `verb` names what happens, `keep` the way back;
        `done` is called only if the verb was chosen. `other` is a second thing that may happen:
        its verb, and what is called then.
        """
        from ksdesk.ui.shell.question import QuestionSheet

        instead = other[0] if other is not None else ""
        sheet = QuestionSheet(parent, title, text, verb, keep or self.tr("Cancel"), instead)
        sheet.accepted.connect(done)
        if other is not None:
            sheet.other_chosen.connect(other[1])
        sheet.open()

    def open_files(
        self,
        parent: QWidget,
        title: str,
        filters: str,
        done: Callable[[list[Path]], None],
        *,
        pictures: bool = False,
    ) -> None:
        """Let the user choose files to read; `done` gets at least one path. The window begins
        where a file (or a picture) was chosen last."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog, "pictured_in" if pictures else "opened_in", done)

    def save_file(
        self,
        parent: QWidget,
        title: str,
        name: str,
        filters: str,
        done: Callable[[Path], None],
    ) -> None:
        """Let the user choose where to write; `done` gets the path. One that is typed without a
        suffix has that of `name`, so that it is asked for a file that is there under it."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title, "", filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        self._open(dialog, "saved_in", lambda paths: done(paths[0]))
        dialog.selectFile(name)

    def folder(self, parent: QWidget, title: str, done: Callable[[Path], None]) -> None:
        """Let the user choose a folder; `done` gets its path."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, "saved_in", lambda paths: done(paths[0]))

    def printer(self, parent: QWidget, title: str, done: Callable[[QPrinter], None]) -> None:
        """Let the user choose a printer; `done` gets it ready to be drawn on. Which there are is
        asked only now: the print service may take its time. Without one Qt's window offers a PDF.
        """
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(chosen, parent)
        dialog.setWindowTitle(title)
        dialog.accepted.connect(lambda _printer: done(chosen))  # this window's signal brings it too
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _open(self, dialog: QFileDialog, setting: str, done: Callable[[list[Path]], None]) -> None:
        """Show the window where the seller last was, by a name of `PLACES`."""
        from PySide6.QtCore import QStandardPaths

        last = getattr(self._settings.values, setting)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation[PLACES[setting]])
        there = (place for place in (last, usual) if place and is_within_reach(Path(place)))
        dialog.setDirectory(next(there, str(home())))

        def chosen(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            with suppress(BookProblem):  # a full disk costs the place, not the file
                self._settings.set(**{setting: str(paths[0].parent)})
            done(paths)

        dialog.filesSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
