"""数据: where everything lies, the backups, and what to copy when something is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions import backups
from ksdesk.actions.backups import Backup
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import moment_text, size_text
from ksdesk.ui.settings.details import LINES, details
from ksdesk.ui.settings.words import reason_word
from ksdesk.ui.shell.context import Context

WIDEST = 960
ROWS = 8
SHOWN_MS = 2000  # how long 已复制 stands on a button


class DataTab(PageScroll):
    """The data folder, the backups, the log, and the way out of the sample."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        cards = [self._make_folder(), self._make_backups(), self._make_log()]
        cards.insert(0 if ctx.sample else 3, self._make_shop())
        for card in cards:
            card.setMaximumWidth(WIDEST)
            self.add(card)
        self.body.addStretch(1)

    def _make_folder(self) -> Card:
        card = Card(self.tr("Where your data is"))
        card.add(body(self.tr("Everything lies in this folder, only on this computer."), wrap=True))
        self.folder = body(str(self.ctx.paths.data), wrap=True, select=True)
        self.folder.setAccessibleName(self.tr("Data folder"))
        card.add(self.folder)
        self.size = small(wrap=True)
        card.add(self.size)
        self.open_button = SecondButton(self.tr("Open the folder"), "folder")
        self.open_button.clicked.connect(self._open_data)
        self.copy_path = SecondButton(self.tr("Copy the path"), "copy")
        self.copy_path.clicked.connect(self._copy_path)
        card.add_layout(_row(self.open_button, self.copy_path))
        return card

    def _make_backups(self) -> Card:
        card = Card(self.tr("Backups"), flush=True)
        self.back_up_button = SecondButton(self.tr("Back up now"), "backup")
        self.back_up_button.clicked.connect(self.back_up)
        if self.ctx.sample:
            self.back_up_button.disable(self.tr("The sample shop is not backed up."))
        card.add_action(self.back_up_button)
        self.model = RowsModel(self._columns(), key=_path)
        self.table = TableView(self.model, name=self.tr("Backups"))
        self.table.set_empty(self.tr("Not backed up yet"))
        card.add(self.table)
        kept = self.tr(
            "One is made each day and before every import and upgrade. Kept are those of the last"
            " {days} days and {weeks} weeks, and {others} others."
        ).format(days=backups.DAILY, weeks=backups.WEEKLY, others=backups.OTHERS)
        restore = self.tr(
            "To go back to one: close ksdesk; move {book} and the files beginning with its name"
            " out of the data folder; copy the backup there, name it {book} and open ksdesk."
        ).format(book=self.ctx.paths.book.name)
        foot = card.add_footer((_lines(kept, restore),))
        self.open_backups = TextButton(self.tr("Open the backups folder"), "folder", small=True)
        self.open_backups.clicked.connect(self._open_backups)
        foot.addWidget(self.open_backups)
        return card

    def _columns(self) -> list[Column]:
        return [
            Column("made", self.tr("Made"), _made, _moment),
            Column("reason", self.tr("Why"), _reason, reason_word, tone="muted"),
            Column("size", self.tr("Size"), _size, size_text, "right", 96),
        ]

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
        book = self.ctx.paths.sample_book if self.ctx.sample else self.ctx.paths.book
        size = book.stat().st_size if book.exists() else 0
        text = self.tr("The book is {name}, {size}.")
        self.size.setText(text.format(name=book.name, size=size_text(size)))
        self.model.set_rows(() if self.ctx.sample else backups.listed(self.ctx.paths.backups))
        self.table.fit_height(ROWS)
        if not self.model.rows:
            self.table.setFixedHeight(max(self.table.height(), 120))

    @Slot()
    def back_up(self) -> None:
        """Make a checked copy of the book now."""
        self.back_up_button.disable(self.tr("A backup is being made."))
        self.ctx.write(
            self,
            "",
            backups.back_up,
            self.ctx.paths.backups,
            "manual",
            self.ctx.clock(),
            done=self._backed_up,
            failed=self._not_backed_up,
        )

    def _backed_up(self, _changes: object) -> None:
        self.back_up_button.enable()
        self.ctx.notice(self.tr("Backed up"))

    def _not_backed_up(self, error: BaseException) -> None:
        self.back_up_button.enable()
        self.ctx.jobs.failed.emit(error)

    @Slot()
    def _switch(self) -> None:
        self.ctx.switch_shop(not self.ctx.sample)

    @Slot()
    def _open_data(self) -> None:
        _open(self.ctx.paths.data)

    @Slot()
    def _open_backups(self) -> None:
        _open(self.ctx.paths.backups)

    @Slot()
    def _open_log(self) -> None:
        _open(self.ctx.paths.logs)

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


def _open(folder: Path) -> None:
    """Show a folder of this computer in its file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _lines(*texts: str) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for text in texts:
        column.addWidget(small(text, wrap=True))
    return whole


def _path(backup: Backup) -> str:
    return str(backup.path)


def _made(backup: Backup) -> object:
    return backup.made_at


def _moment(moment: object) -> str:
    return moment_text(moment, year=True)  # type: ignore[arg-type]


def _reason(backup: Backup) -> str:
    return backup.reason


def _size(backup: Backup) -> int:
    return backup.path.stat().st_size if backup.path.exists() else 0
