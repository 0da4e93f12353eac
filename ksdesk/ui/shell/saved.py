"""After a file was written: where it lies is one click away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from ksdesk.ui.shell.context import Context


def say_saved(ctx: Context, text: str, folder: Path) -> None:
    """Say `text` in the line that fades, with a way to the folder of what was written."""
    way = QCoreApplication.translate("Saved", "Open its folder")
    ctx.notice(text, way=way, go=partial(show_folder, folder))


def show_folder(folder: Path) -> None:
    """Show a folder of this computer in its file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
