"""数据: where everything lies, the backups, and what to copy when something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.backups.card import BackupsCard
from ksdesk.ui.backups.moving_card import MovingCard
from ksdesk.ui.backups.shops_card import ShopsCard
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import size_text
from ksdesk.ui.settings.details import LINES, details
from ksdesk.ui.settings.open_files_card import OpenFilesCard
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.saved import show_folder

WIDEST = 960
SHOWN_MS = 2000  # how long 已复制 stands on a button


class DataTab(PageScroll):
    """Backups, moving, shops, the data folder, the log, and the way out of the sample."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.backups = BackupsCard(ctx)
        self.moving, self.shops = MovingCard(ctx), ShopsCard(ctx)
        self.open_files = OpenFilesCard(ctx)
        ways = [self.backups, self.moving, self.open_files, self.shops]
        cards = [*ways, self._make_folder(), self._make_log()]
        cards.insert(0 if ctx.sample else len(ways), self._make_shop())
        for card in cards:
            self.add(card)
        self.body.addStretch(1)
        self._edges = self.body.contentsMargins()

    def _make_folder(self) -> Card:
        card = Card(self.tr("Where your data is"))
        card.add(body(self.tr("Everything lies in this folder, only on this computer."), wrap=True))
        self.folder = body(str(self.ctx.paths.data), wrap=True, select=True)
        self.folder.setAccessibleName(self.tr("Data folder"))
        card.add(self.folder)
        self.size_line = small(wrap=True)
        card.add(self.size_line)
        self.open_button = SecondButton(self.tr("Open the folder"), "folder")
        self.open_button.clicked.connect(self._open_data)
        self.copy_path = SecondButton(self.tr("Copy the path"), "copy")
        self.copy_path.clicked.connect(self._copy_path)
        self.open_backups = TextButton(self.tr("Open the backups folder"), "folder")
        self.open_backups.clicked.connect(self._open_backups)
        card.add_layout(_row(self.open_button, self.copy_path, self.open_backups))
        return card

    def _make_log(self) -> Card:
        card = Card(self.tr("When something is wrong"))
        text = self.tr(
            "Copies the versions and the last {n} lines of the log. No figures of your shop are"
            " written there; still, read it before you send it to someone."
        ).format(n=LINES)
        card.add(body(text, wrap=True))
        self.copy_button = SecondButton(self.tr("Copy details"), "copy")
        self.copy_button.clicked.connect(self._copy_details)
        self.open_log = TextButton(self.tr("Open the log folder"), "folder")
        self.open_log.clicked.connect(self._open_log)
        card.add_layout(_row(self.copy_button, self.open_log))
        return card

    def _make_shop(self) -> Card:
        if self.ctx.sample:
            card = Card(self.tr("This is the sample shop"))
            text = self.tr("It is made anew each time and removed when you leave it.")
            self.shop_button = SecondButton(self.tr("Leave the sample, open my shop ›"), "door")
        else:
            card = Card(self.tr("Sample shop"))
            text = self.tr("Made-up figures to look around in. Your own book is not touched.")
            self.shop_button = SecondButton(self.tr("Open the sample shop ›"), "door")
        self.shop_button.clicked.connect(self._switch)
        card.add(body(text, wrap=True))
        card.add_layout(_row(self.shop_button))
        return card

    def refresh(self) -> None:
        """Look at the folders again."""
        book = self.ctx.paths.book
        size = book.stat().st_size if book.exists() else 0
        text = self.tr("The book is {name}, {size}.")
        self.size_line.setText(text.format(name=book.name, size=size_text(size)))
        self.backups.refresh()
        self.shops.refresh()

    @Slot()
    def _switch(self) -> None:
        self.ctx.switch_shop(not self.ctx.sample)

    @Slot()
    def _open_data(self) -> None:
        show_folder(self.ctx.paths.data)

    @Slot()
    def _open_backups(self) -> None:
        show_folder(self.ctx.paths.backups)

    @Slot()
    def _open_log(self) -> None:
        show_folder(self.ctx.paths.logs)

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self.ctx.paths.data))
        self._say_copied(self.copy_path)

    @Slot()
    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(details(self.ctx.paths.logs))
        self._say_copied(self.copy_button)

    def _say_copied(self, button: SecondButton) -> None:
        if button.icon_name == "check":
            return
        before = button.text()

        def back() -> None:
            button.set_icon("copy")
            button.set_text(before)

        button.set_icon("check")
        button.set_text(self.tr("Copied"))
        QTimer.singleShot(SHOWN_MS, button, back)

    def resizeEvent(self, event) -> None:
        """Cards end at a readable width; a maximum of their own would belie their heights."""
        edges = self._edges
        room = self.viewport().width() - edges.left() - edges.right()
        spare = max(0, room - WIDEST)
        self.body.setContentsMargins(
            edges.left(), edges.top(), edges.right() + spare, edges.bottom()
        )
        super().resizeEvent(event)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
