"""Answers to the app's questions, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ksdesk.ui.shell.ask import Ask


class ScriptedAsk(Ask):
    """Answers from a list, and remembers what was asked. An empty list means "no answer".

    The answer "other" takes the second way of a question that has one.
    """

    def __init__(self) -> None:
        QObject.__init__(self)
        self.answers: list[object] = []
        self.asked: list[str] = []
        self.names: list[str] = []  # that were proposed for files

    def question(self, parent, title, text, verb, done, *, keep="", other=None) -> None:
        self.asked.append(f"{title} | {text} | {verb}")
        answer = self.answers.pop(0) if self.answers else None
        if answer == "other" and other is not None:
            other[1]()
        elif answer:
            done()

    def open_files(self, parent, title, filters, done, *, pictures=False) -> None:
        self._give(title, lambda answer: done([Path(p) for p in answer]))

    def save_file(self, parent, title, name, filters, done) -> None:
        self.names.append(name)
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
