"""Runs the opening wizard over a real book with real threads, fills one step, and is killed.

python opening_driver.py BOOK_FOLDER STEP: opens the wizard where it was left, goes on to STEP
by real clicks, types into its fields by real keys, and kills itself with SIGKILL a quarter of a
second after the last key. It prints the step that it came back at.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NOW = datetime(2026, 11, 18, 10, 20)
NUMBER = "11010519491231002X"
NOTES = {"entry.promo": "at the top", "open.start": "called otherwise"}


def main(folder: Path, step: str) -> None:
    """Open, walk to the step, fill it, die."""
    from ksdesk.paths import Paths
    from ksdesk.settings import Settings
    from ksdesk.storage import Store
    from ksdesk.ui.opening.page import OpeningPage
    from ksdesk.ui.shell import language
    from ksdesk.ui.shell.ask import Ask
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import Jobs
    from ksdesk.ui.shell.theme import Theme

    app = QApplication([])
    language.speak("en")
    theme = Theme(lang="en")
    theme.apply(app)
    paths = Paths(folder)
    paths.make()
    book = Store.open(paths.book)
    jobs = Jobs()
    jobs.connection = book.connection
    settings = Settings(paths.settings_file)
    ctx = Context(book, paths, settings, theme, jobs, Ask(settings), lambda: NOW)
    page = OpeningPage(ctx)
    page.resize(1112, 800)
    page.show()
    while page.states.currentWidget() is not page.filled:  # the book is read by then
        app.processEvents()
    print(page.step, flush=True)
    while page.step != step:
        before = page.step
        QTest.mouseClick(page.card.next, Qt.MouseButton.LeftButton)
        assert page.step != before
    fill(page, step, folder.parent)
    QTimer.singleShot(250, die)
    app.exec()


def fill(page, step: str, pictures: Path) -> None:
    """Everything that can be filled in on a step."""
    view = page.view()
    if step in NOTES:
        QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
        QTest.keyClicks(page.panel.field.edit, NOTES[step])
    elif step == "realname.upload":
        for side in ("front", "back"):
            view.photos.check(side, pictures / f"{side}.jpg")
        checking = view.photos._checking.values()
        while any(side.waiting for side in checking):  # dies only after the verdicts are there
            QApplication.processEvents()
        QTest.keyClicks(view.until.edit, "2027-01-30")
        QTest.keyClicks(view.number.edit, NUMBER)
    elif step == "type.choose":
        click(view.rows["exclusive"])
        click(view.papers.checks["business_licence"])
        QTest.keyClicks(view.uscc.edit, "91350100M000100Y43")
        QTest.keyClicks(view.brand.brand.edit, "Shizigou")
        QTest.keyClicks(view.brand.trademark.edit, "R 12345")
        QTest.keyClicks(view.brand.until.edit, "2027-06-30")
    elif step == "deposit.quote":
        click(view.categories.chips.chip("food"))
        click(view.categories.other)
        QTest.keyClicks(view.categories.fields_of["food"].edit, "1000")
        QTest.keyClicks(view.shown.edit, "1500.5")


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
