"""The ledger's table: newest first, never editable; a line can be reversed and copied."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.ui.deposit import words
from ksdesk.ui.deposit.ledger_filter import LedgerFilter
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import count_text, day_text, money_text, signed_money_text

PAPERS_FROM = 1000  # px of the card from which the column of papers joins


class LedgerCard(Card):
    """`chosen(number or None)` when a line is selected; `opened(Entry)` to see all of one,
    `reversing(Entry)` to take one back, `recording` for a new one.
    """

    chosen = Signal(object)
    opened = Signal(object)
    reversing = Signal(object)
    recording = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, line=False, parent=parent)
        self._entries: tuple[Entry, ...] = ()
        self.model = RowsModel(self._columns(), key=_id, parent=self)
        name = self.tr("Ledger")
        self.table = TableView(self.model, name=name, empty=self.tr("No entry yet"), parent=self)
        self.table.chosen.connect(self._on_chosen)
        self.table.menu_asked.connect(self._open_menu)
        self.table.opened.connect(self.opened)
        self.set_title(name)
        self.reverse_button = TextButton(self.tr("Reverse entry"), small=True, inline=True)
        self.reverse_button.clicked.connect(self.ask_reverse)
        self.record_button = TextButton(self.tr("Record an entry"), small=True, inline=True)
        self.record_button.clicked.connect(self.recording)
        self.filter_button = TextButton(self.tr("Filter"), small=True, inline=True)
        self.filter_button.clicked.connect(self.turn_filter)
        self.export_button = TextButton(self.tr("Export"), small=True, inline=True)
        for button in (
            self.record_button,
            self.reverse_button,
            self.filter_button,
            self.export_button,
        ):
            self.add_action(button)
        self.strip = LedgerFilter(self)
        self.strip.changed.connect(self._refilter)
        self.strip.hide()
        self.add(self.strip)
        self.add(self.table, 1)
        self.table.emptied_acted.connect(self.turn_filter)
        self._make_actions()
        self._on_chosen(None)
        self.table.set_hidden({"proof"})

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show the lines of an account, given by day and number; the selection stays."""
        self._entries = tuple(entries)
        self.strip.offer(self._entries)
        self._refilter()

    def turn_filter(self) -> None:
        """Open the filter, or close it and show everything again."""
        if self.strip.isVisibleTo(self):
            self.strip.clear()
            self.strip.hide()
        else:
            self.strip.show()
            self.strip.search.setFocus()
        on = self.strip.isVisibleTo(self)
        self.filter_button.set_text(self.tr("Close filter") if on else self.tr("Filter"))

    def _refilter(self) -> None:
        before = self.table.current_row()
        rows = self.strip.filtered(self._entries, self.note)
        self.set_title(self.tr("Ledger"), "", self._counted(rows))
        if self.strip.active() and self._entries:
            words = self.tr("The filter leaves out all %n entries", "", len(self._entries))
            self.table.set_empty(words, self.tr("Clear the filter"))
        else:
            self.table.set_empty(self.tr("No entry yet"))
        self.model.set_rows(reversed(rows))
        if before is not None and self.table.select_key(before.id):
            return
        self.table.clearSelection()
        self._on_chosen(None)

    def _counted(self, rows: tuple[Entry, ...]) -> str:
        total = len(self._entries)
        if self.strip.active():
            text = self.tr("{n} of {total}, together {amount}")
            amount = signed_money_text(sum(row.amount for row in rows))
            return text.format(n=count_text(len(rows)), total=count_text(total), amount=amount)
        if not total:
            return ""
        if total == 1:
            return self.tr("1 entry, append-only")
        return self.tr("{n} entries, append-only").format(n=count_text(total))

    def entries(self, *, shown: bool) -> tuple[Entry, ...]:
        """The lines oldest first: those that the filter shows, or all."""
        return self.strip.filtered(self._entries, self.note) if shown else self._entries

    def select(self, number: int | None) -> bool:
        """Select the line with this number; False if it is not in the account."""
        if number is None:
            return False
        if self.strip.active() and all(row.id != number for row in self.model.rows):
            self.strip.clear()
        return self.table.select_key(number)

    def selected(self) -> int | None:
        """The number of the selected line."""
        row = self.table.current_row()
        return None if row is None else row.id

    def set_least_rows(self, most: int) -> None:
        """Keep at least the height of the lines there are, up to `most` of them."""
        rows = min(max(len(self.model.rows), 3), most)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(self.table.header().height() + rows * height)

    def ask_reverse(self) -> None:
        """Ask for the reversal of the selected line, if it can be reversed."""
        row = self.table.current_row()
        if row is not None and not self.refusal(row):
            self.reversing.emit(row)

    def menu(self) -> QMenu | None:
        """The menu of the selected line; None where none is selected."""
        row = self.table.current_row()
        if row is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        refusal = self.refusal(row)
        self.reverse_action.setEnabled(not refusal)
        self.reverse_action.setText(refusal or self.tr("Reverse entry…"))
        opening = menu.addAction(self.tr("Show the entry"), partial(self.opened.emit, row))
        menu.setDefaultAction(opening)
        menu.addActions([self.copy_action, self.reverse_action])
        return menu

    def _open_menu(self, place: QPoint) -> None:
        if menu := self.menu():
            menu.popup(place)

    def _make_actions(self) -> None:
        self.copy_action = QAction(self.tr("Copy"), self)
        self.copy_action.triggered.connect(self.table.copy_rows)
        self.reverse_action = QAction(self.tr("Reverse entry…"), self.table)
        self.reverse_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.reverse_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.reverse_action.triggered.connect(self.ask_reverse)
        self.table.addAction(self.reverse_action)

    def _on_chosen(self, row: Entry | None) -> None:
        refusal = self.refusal(row)
        if refusal:
            self.reverse_button.disable(refusal)
        else:
            self.reverse_button.enable()
        self.reverse_action.setEnabled(True)
        self.chosen.emit(None if row is None else row.id)

    def refusal(self, row: Entry | None) -> str:
        """Why a line cannot be reversed, "" if it can."""
        if row is None:
            return self.tr("Choose an entry first")
        if row.reverses is not None:
            return self.tr("A correction is not reversed; record the entry again")
        if row.reversed_by is not None:
            return self.tr("Already reversed by entry {n}").format(n=row.twin)
        return ""

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", self.tr("No."), value=_shown, width=44, minimum=36, tone="muted"),
            Column("day", self.tr("Date"), value=_day, text=self._day_text, width=96),
            Column("kind", self.tr("Kind"), value=_kind, width=76, pill=_pill, sort=_kind),
            Column(
                "note",
                self.tr("Note"),
                value=self.note,
                minimum=96,
                strike=_reversed,
                tip=self._whole,
            ),
            Column("proof", self.tr("Papers"), value=_papers, width=200, tone="muted"),
            Column(
                "amount",
                self.tr("Amount"),
                value=_amount,
                text=signed_money_text,
                align="right",
                width=116,
                strike=_reversed,
            ),
            Column(
                "balance",
                self.tr("Balance"),
                value=_balance,
                text=money_text,
                align="right",
                width=116,
                bold=True,
            ),
        )

    def _whole(self, row: Entry) -> str:
        """All that is written of a line: note, clause, order, proof."""
        named = (
            (self.tr("Clause"), row.rule),
            (self.tr("Order number"), row.order),
            (self.tr("Proof at hand"), row.proof),
            (self.tr("Serial number"), row.serial),
        )
        text = self.tr("{what}: {note}")
        more = [text.format(what=what, note=value) for what, value in named if value]
        return "\n".join(filter(None, (self.note(row), *more)))

    def _day_text(self, day) -> str:
        here = self._entries[-1].day.year if self._entries else day.year
        return day_text(day, year=day.year != here)

    def note(self, row: Entry) -> str:
        if row.reverses is not None:
            first = self.tr("Reverses entry {n}").format(n=row.twin)
            return (
                self.tr("{what}: {note}").format(what=first, note=row.note) if row.note else first
            )
        if row.reversed_by is not None:
            by = self.tr("reversed by entry {n}").format(n=row.twin)
            return self.tr("{note} ({by})").format(note=row.note, by=by) if row.note else by
        return row.note

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.table.set_hidden(set() if self.width() >= PAPERS_FROM else {"proof"})


def _id(row: Entry) -> int:
    return row.id


def _shown(row: Entry) -> int:
    return row.number


def _papers(row: Entry) -> str:
    return " · ".join(filter(None, (row.order, row.rule, row.proof)))


def _day(row: Entry):
    return row.day


def _kind(row: Entry) -> str:
    return words.kind_word(row)


def _pill(row: Entry) -> tuple[str, str]:
    return "bad" if row.kind in words.BAD_KINDS else "neutral", words.kind_word(row)


def _amount(row: Entry) -> int:
    return row.amount


def _balance(row: Entry) -> int:
    return row.balance


def _reversed(row: Entry) -> bool:
    return row.reversed_by is not None
