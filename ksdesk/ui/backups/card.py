"""备份: every copy with what is in it, a new one, and the way back to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions import backups
from ksdesk.actions.backups import forgetting, restoring
from ksdesk.actions.backups.restoring import Seen, Shelf
from ksdesk.domain.changes import Changes
from ksdesk.ui.backups.restore_sheet import RestoreSheet
from ksdesk.ui.backups.words import mark, reason_word
from ksdesk.ui.parts.banner import Banner
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, moment_text, size_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList

ROWS = 8
NARROW = 760  # px of the card below which the columns that matter least leave


class BackupsCard(Card):
    """The list fills from a job; the copies are checked and counted there."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.set_title(self.tr("Backups"))
        self.ctx = ctx
        self.sheet: RestoreSheet | None = None
        self.back_up_button = SecondButton(self.tr("Back up now"), "backup")
        self.back_up_button.clicked.connect(self.back_up)
        self.add_action(self.back_up_button)
        self.fewer = Banner("", action=self.tr("It is right"))
        self.fewer.acted.connect(self._accept_fewer)
        self.fewer.hide()
        self._fewer_room = _inset(self.fewer)
        self.add(self._fewer_room)
        self.buyers = Banner("", action=self.tr("Delete these backups …"))
        self.buyers.acted.connect(self._ask_to_forget)
        self.buyers.hide()
        self._buyers_room = _inset(self.buyers)
        self.add(self._buyers_room)
        self.model = RowsModel(self._columns(), key=_path)
        self.table = TableView(self.model, name=self.tr("Backups"))
        self.table.set_empty(self.tr("Not backed up yet"))
        KeptList(ctx, self.table, "backups")
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self.preview)
        self.add(self.table)
        self.restore_button = SecondButton(self.tr("See what going back changes ›"), "restore")
        self.restore_button.clicked.connect(self._preview_chosen)
        kept = self.tr(
            "One is made each day, before every upgrade and going back, and before an import once"
            " the last is an hour old. Kept are those of the last {days} days and {weeks} weeks,"
            " and {others} others."
        ).format(days=backups.DAILY, weeks=backups.WEEKLY, others=backups.OTHERS)
        self.add(_padded(small(kept, wrap=True)))
        self.add_footer((), (self.restore_button,))
        if ctx.sample:
            self.back_up_button.disable(self.tr("The sample shop is not backed up."))
        self._chosen(None)

    def _columns(self) -> list[Column]:
        return [
            Column("made", self.tr("Made"), _made, _moment, width=168),
            Column("reason", self.tr("Why"), _reason, reason_word, tone="muted", minimum=72),
            Column("deposit", self.tr("Ledger"), partial(_rows, "deposit"), _number, "right", 72),
            Column(
                "products", self.tr("Products"), partial(_rows, "products"), _number, "right", 72
            ),
            Column("traffic", self.tr("Traffic"), partial(_rows, "traffic"), _number, "right", 84),
            Column("orders", self.tr("Orders"), partial(_rows, "orders"), _number, "right", 72),
            Column("imports", self.tr("Imports"), partial(_rows, "imports"), _number, "right", 72),
            Column("size", self.tr("Size"), _size, size_text, "right", 80),
            Column("mark", self.tr("State"), _trouble, _mark_word, width=96, pill=_mark),
        ]

    def refresh(self) -> None:
        """Read the copies again, off the screen's thread."""
        if self.ctx.sample:
            self.show_shelf(Shelf((), None, None))
            return
        self.ctx.jobs.run(
            self,
            forgetting.with_buyers,
            self.ctx.reader,
            self.ctx.paths.backups,
            done=self._show_with_buyers,
        )
        self.ctx.jobs.run(
            self,
            restoring.look,
            self.ctx.book,
            self.ctx.paths.backups,
            done=self.show_shelf,
        )

    def show_shelf(self, shelf: Shelf) -> None:
        """Show what a job has read."""
        self.model.set_rows(shelf.seen)
        self.table.fit_height(ROWS)
        if not self.model.rows:
            self.table.setFixedHeight(max(self.table.height(), 120))
        self._fewer_room.setVisible(shelf.richer is not None)
        self.fewer.setVisible(shelf.richer is not None)
        if shelf.richer is not None and shelf.richer.contents and shelf.present:
            text = self.tr(
                "The book holds {now} rows, the copy of {day} {then}. Larger copies stay for now."
            )
            self.fewer.set(
                text.format(
                    now=count_text(shelf.present.rows),
                    then=count_text(shelf.richer.contents.rows),
                    day=moment_text(shelf.richer.backup.made_at),
                ),
                action=self.tr("It is right"),
            )
        self._chosen(self.table.current_row())

    def _show_with_buyers(self, held: tuple[Path, ...]) -> None:
        self._buyers_room.setVisible(bool(held))
        self.buyers.setVisible(bool(held))
        text = self.tr(
            "%n older backups still hold buyers' names, phones or addresses.", "", len(held)
        )
        self.buyers.set(text, action=self.tr("Delete these backups …"))

    @Slot()
    def _ask_to_forget(self) -> None:
        self.ctx.ask.question(
            self,
            self.tr("Delete the older backups?"),
            self.tr(
                "They were made before this version took buyers' data out of the shop's data. A new"
                " backup is made first. What only the older ones hold cannot be brought back."
            ),
            self.tr("Delete them"),
            self._forget,
        )

    def _forget(self) -> None:
        self.ctx.write(
            self,
            "",
            forgetting.forget_copies,
            self.ctx.paths.backups,
            self.ctx.clock(),
            done=self._forgotten,
        )

    def _forgotten(self, _changes: object) -> None:
        self.ctx.notice(self.tr("The older backups are deleted"))

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

    @Slot(object)
    def _chosen(self, row: Seen | None) -> None:
        if row is None:
            self.restore_button.disable(self.tr("Choose a copy in the list first."))
        elif row.contents is None:
            self.restore_button.disable(self.tr("This copy cannot be used."))
        else:
            self.restore_button.enable()

    @Slot()
    def _preview_chosen(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.preview(row)

    @Slot(object)
    def preview(self, row: Seen) -> None:
        """Compare the book with a copy and show it; nothing is written."""
        if row.contents is None:
            return
        self.ctx.jobs.run(
            self,
            restoring.differences,
            self.ctx.book,
            row.backup.path,
            done=partial(self._show_preview, row),
        )

    def _show_preview(self, row: Seen, found: tuple[restoring.Difference, ...]) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = RestoreSheet(row, found, self.window())
        self.sheet.accepted.connect(partial(self.restore, row))
        self.sheet.open()

    def restore(self, row: Seen) -> None:
        """Go back: prepare beside the book, back the present up, then change places."""
        self.ctx.write(
            self,
            "",
            restoring.prepare,
            row.backup.path,
            self.ctx.paths.backups,
            self.ctx.clock(),
            done=partial(self._prepared, row),
            progress=self.tr("Going back to a copy"),
        )

    def _prepared(self, row: Seen, changes: Changes) -> None:
        said = self.tr("Back at {when}. The book as it was before is in the list as well.")
        self.ctx.put_in_place(
            changes.ref, said.format(when=moment_text(row.backup.made_at, year=True))
        )

    @Slot()
    def _accept_fewer(self) -> None:
        self.ctx.write(self, "", backups.accept_fewer, self.ctx.clock())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self.table.set_hidden({"imports", "size"} if narrow else set())


def _inset(widget: QWidget) -> QWidget:
    holder = _padded(widget)
    holder.hide()
    return holder


def _padded(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, 10, 16, 10)
    row.addWidget(widget)
    return holder


def _path(row: Seen) -> str:
    return str(row.backup.path)


def _made(row: Seen) -> object:
    return row.backup.made_at


def _moment(moment: object) -> str:
    return moment_text(moment, year=True)  # type: ignore[arg-type]


def _reason(row: Seen) -> str:
    return row.backup.reason


def _rows(topic: str, row: Seen) -> int | None:
    return None if row.contents is None else row.contents.counts[topic]


def _number(count: object) -> str:
    return count_text(count)  # type: ignore[arg-type]


def _size(row: Seen) -> int:
    return row.size


def _trouble(row: Seen) -> str:
    return row.trouble


def _mark(row: Seen) -> tuple[str, str]:
    return mark(row.trouble)


def _mark_word(trouble: object) -> str:
    return mark(str(trouble))[1]
