"""Questions to the user go through here, so that no test hangs on a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Ask(QObject):
    """Asks with windows that never block: the answer comes to `done`."""

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
        sheet = QuestionSheet(parent, title, text, verb, keep or self.tr("Leave it"), instead)
        sheet.accepted.connect(done)
        if other is not None:
            sheet.other_chosen.connect(other[1])
        sheet.open()

    def open_files(
        self, parent: QWidget, title: str, filters: str, done: Callable[[list[Path]], None]
    ) -> None:
        """Let the user choose files to read; `done` gets at least one path."""
        dialog = QFileDialog(parent, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog, lambda paths: done([Path(p) for p in paths]))

    def save_file(
        self,
        parent: QWidget,
        title: str,
        name: str,
        filters: str,
        done: Callable[[Path], None],
    ) -> None:
        """Let the user choose where to write; `done` gets the path."""
        dialog = QFileDialog(parent, title, name, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        self._open(dialog, lambda paths: done(Path(paths[0])))

    def folder(self, parent: QWidget, title: str, done: Callable[[Path], None]) -> None:
        """Let the user choose a folder; `done` gets its path."""
        dialog = QFileDialog(parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, lambda paths: done(Path(paths[0])))

    def printer(self, parent: QWidget, title: str, done: Callable[[QPrinter], None]) -> None:
        """Let the user choose a printer; `done` gets it ready to be drawn on."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(chosen, parent)
        dialog.setWindowTitle(title)
        dialog.accepted.connect(partial(done, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _open(self, dialog: QFileDialog, done: Callable[[list[str]], None]) -> None:
        dialog.filesSelected.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ScriptedAsk(Ask):
    """Answers from a list, and remembers what was asked. An empty list means "no answer".

    The answer "other" takes the second way of a question that has one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.asked: list[str] = []

    def question(self, parent, title, text, verb, done, *, keep="", other=None) -> None:
        self.asked.append(f"{title} | {text} | {verb}")
        answer = self.answers.pop(0) if self.answers else None
        if answer == "other" and other is not None:
            other[1]()
        elif answer:
            done()

    def open_files(self, parent, title, filters, done) -> None:
        self._give(title, lambda answer: done([Path(p) for p in answer]))

    def save_file(self, parent, title, name, filters, done) -> None:
        self._give(title, lambda answer: done(Path(answer)))

    def folder(self, parent, title, done) -> None:
        self._give(title, lambda answer: done(Path(answer)))

    def printer(self, parent, title, done) -> None:
        """An answer is the file that is printed into."""
        from PySide6.QtPrintSupport import QPrinter

        def give(answer: object) -> None:
            chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
            chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            chosen.setOutputFileName(str(answer))
            done(chosen)

        self._give(title, give)

    def _give(self, title: str, done: Callable) -> None:
        self.asked.append(title)
        if self.answers and (answer := self.answers.pop(0)):
            done(answer)
