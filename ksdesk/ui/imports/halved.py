"""The one question before prices of many products fall by more than half."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.products.bulk import HALVED
from ksdesk.domain.reasons import Reason
from ksdesk.ui.shell.context import Context

translate = QCoreApplication.translate


def is_halved(reasons: Iterable[Reason]) -> bool:
    """Whether a product's price falls by more than half."""
    return any(one.code == HALVED for one in reasons)


def ask_halved(ctx: Context, parent: QWidget, count: int, done: Callable[[], object]) -> None:
    """Ask once for so many products; `done` where they are meant to be so cheap."""
    ctx.ask.question(
        parent,
        translate("Halved", "Lower %n prices by more than half?", "", count),
        translate(
            "Halved", "Look at the new prices once more. Afterwards Ctrl+Z brings the old back."
        ),
        translate("Halved", "Lower them"),
        done,
    )
