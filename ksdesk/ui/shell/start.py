"""The application object, the first window, and what waits until it is on the screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ksdesk import __version__
from ksdesk.paths import resources
from ksdesk.settings import Settings
from ksdesk.ui.parts.chart.loading import load_charts
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.look import dress
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.shell.window import MainWindow

REFUSAL_SHOWN = 60_000  # milliseconds that a refused book's sentence stays if nobody closes it
TIDY_AFTER = 400  # milliseconds: the first page comes first
UNSEEN = 2000  # milliseconds after which a window that nobody has seen counts as painted
IDLE = 3000  # milliseconds without work until what draws curves is loaded before it is asked for
SCREENLESS = ("offscreen", "minimal")


def make_app(settings: Settings, lang: str) -> tuple[QApplication, Theme]:
    """The QApplication in our style, and the theme it wears."""
    # Printers are asked for through the print service's own file, never over a network.
    os.environ["CUPS_SERVER"] = "/run/cups/cups.sock"
    running = QApplication.instance()
    arguments = [*(sys.argv[:1] or ["ksdesk"]), "-style", "Fusion"]
    app = running if isinstance(running, QApplication) else QApplication(arguments)
    app.setApplicationName("ksdesk")
    # Qt's own file dialog remembers where it was: that too stays in the seller's folder.
    cache = str(settings.path.parent / "cache")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, cache)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ksdesk")
    return app, dress(app, settings, lang)


def _wear_icon() -> None:
    from PySide6.QtGui import QIcon

    QGuiApplication.setWindowIcon(QIcon(str(resources() / "desktop" / "ksdesk.png")))


def show_refusal(app: QApplication, sentence: str, detail: str = "", *, anyway: str = "") -> bool:
    """Show why ksdesk cannot start until the seller closes it; nothing without a screen.

    anyway: what a button says that starts all the same; whether it was pressed is the answer.
    """
    return bool(ask_refused(app, sentence, detail, [anyway] if anyway else []))


def ask_refused(app: QApplication, sentence: str, detail: str, ways: Sequence[str]) -> str:
    """Show why ksdesk cannot start, with a button for each way out; the way that was taken, "" for
    none, also where there is no screen."""
    if QGuiApplication.platformName() in SCREENLESS:
        return ""
    from PySide6.QtWidgets import QMessageBox

    _wear_icon()
    box = QMessageBox(QMessageBox.Icon.Warning, "ksdesk", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)  # a path may hold <b>
    box.setDetailedText(detail)
    buttons = {box.addButton(way, QMessageBox.ButtonRole.AcceptRole): way for way in ways}
    if ways:
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
    box.finished.connect(app.quit)
    if not ways:  # a question waits for its answer
        QTimer.singleShot(REFUSAL_SHOWN, app, app.quit)
    box.open()
    app.exec()
    return next((way for button, way in buttons.items() if button is box.clickedButton()), "")


def show_window(ctx: Context, files: Sequence[Path], last_crash: str) -> MainWindow:
    """Show the main window; everything that can wait runs once it is on the screen."""
    ctx.jobs.hold()
    window = MainWindow(ctx)
    geometry = ctx.settings.values.geometry
    if geometry:
        window.restoreGeometry(QByteArray.fromHex(geometry.encode()))
    window.open_first()
    window.show()
    Later(ctx, window, files, last_crash)
    return window


class Later(QObject):
    """What the start leaves for after the first paint."""

    def __init__(
        self, ctx: Context, window: MainWindow, files: Sequence[Path], last_crash: str
    ) -> None:
        super().__init__(window)
        self.ctx, self.window, self.files, self.last_crash = ctx, window, files, last_crash
        self._timer = QTimer(self, singleShot=True, interval=UNSEEN)
        self._timer.timeout.connect(self.run)
        self._timer.start()
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._load_charts)
        window.installEventFilter(self)

    def run(self) -> None:
        """Listen for later starts, tidy the book, back it up, import what came along."""
        from ksdesk.ui.shell.doorman import open_door

        open_door(self.ctx.paths.data, self._visited, self.window)
        _wear_icon()
        self.ctx.jobs.release()
        QTimer.singleShot(TIDY_AFTER, self, self._tidy)
        self.window.import_files(self.files)
        if self.last_crash:
            self._tell_crash()
        QTimer.singleShot(TIDY_AFTER, self, self._collect)
        self._idle.start()

    def _load_charts(self) -> None:
        """Half of what the first curve would take, by a worker while nobody waits for it."""
        if self.ctx.jobs.busy():
            self._idle.start()
        else:
            self.ctx.jobs.run(self, load_charts)

    def _collect(self) -> None:
        """Take up garbage collection again, without what the start has made for good."""
        from ksdesk.ui.shell.rubbish import Rubbish

        gc.collect()
        gc.freeze()
        Rubbish(self)

    def _tell_crash(self) -> None:
        """Say that the run before ended badly, and where it is written down."""
        self.ctx.notice(
            self.tr(
                "ksdesk did not close properly last time. Nothing saved was lost; the log is"
                " in Settings."
            )
        )

    def _tidy(self) -> None:
        self.window.keeper.tidy(self.window.reading())
        self.window.keeper.sweep()

    def _visited(self, files: list[Path]) -> None:
        self.window.come_forward()
        self.window.import_files(files)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            self._timer.start(0)
        return False
