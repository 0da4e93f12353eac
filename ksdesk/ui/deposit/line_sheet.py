"""One line of the ledger, opened: what it is, where it comes from, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.imports import Batch
from ksdesk.ui.deposit import words
from ksdesk.ui.imports.kind_words import kind_name
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import SecondButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Label, body, small
from ksdesk.ui.parts.texts import day_text, moment_text, money_text, signed_money_text
from ksdesk.ui.shell.context import Context

CAPTIONS_WIDE = 96


class LineSheet(SheetDialog):
    """`reversing(Entry)` to take it back; `refusal` says why that cannot be, "" if it can.
    `batch_asked(number)` to see the import that it came with.
    """

    reversing = Signal(object)
    batch_asked = Signal(object)

    def __init__(
        self, ctx: Context, entry: Entry, note: str, refusal: str, parent: QWidget
    ) -> None:
        super().__init__("", name="deposit-line", width=480, parent=parent)
        self.entry = entry
        heading = self.tr("Entry {n} · {kind}").format(n=entry.number, kind=words.kind_word(entry))
        self.setWindowTitle(heading)
        self.title_label.setText(heading)
        amount = self.tr("{amount}, the balance after it {balance}")
        self.set_sentence(
            amount.format(amount=signed_money_text(entry.amount), balance=money_text(entry.balance))
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, CAPTIONS_WIDE)
        self._grid.setColumnStretch(1, 1)
        self.add_layout(self._grid)
        for caption, text in (
            (self.tr("Account"), account_word(entry.account)),
            (self.tr("Day"), day_text(entry.day, year=True)),
            (self.tr("Note"), note),
            (self.tr("Clause"), entry.rule),
            (self.tr("Order number"), entry.order),
            (self.tr("Proof at hand"), entry.proof),
            (self.tr("Serial number"), entry.serial),
        ):
            if text:
                self._say(caption, text)
        self.source = self._say(self.tr("Where from"), self._origin())
        self.body.addStretch(1)
        self._make_buttons(refusal)
        if entry.batch is not None:
            ctx.jobs.run(self, ctx.reader.batches.one, entry.batch, done=self._show_batch)

    def _say(self, caption: str, text: str) -> Label:
        row = self._grid.rowCount()
        self._grid.addWidget(small(caption), row, 0)
        said = body(text, wrap=True, select=True)
        self._grid.addWidget(said, row, 1)
        return said

    def _origin(self) -> str:
        if self.entry.batch is not None:
            return self.tr("An imported file")
        if self.entry.origin == "opening":
            return self.tr("Written by the wizard, from what you filled in there")
        return self.tr("You recorded it")

    def _show_batch(self, batch: Batch) -> None:
        text = self.tr("{file} · {kind}, imported {when}")
        self.source.setText(
            text.format(
                file=batch.name or self.tr("Pasted table"),
                kind=kind_name(batch.kind),
                when=moment_text(batch.started_at, year=True),
            )
        )
        self.fit()

    def _make_buttons(self, refusal: str) -> None:
        close = SecondButton(self.tr("Close"), height=40, parent=self)
        close.clicked.connect(self.accept)
        self.reverse_button = SecondButton(self.tr("Reverse entry…"), height=40, parent=self)
        self.reverse_button.clicked.connect(self._reverse)
        if refusal:
            self.reverse_button.disable(refusal)
        self.batch_button = SecondButton(self.tr("To the import ›"), height=40, parent=self)
        self.batch_button.clicked.connect(self._ask_for_batch)
        self.batch_button.setVisible(self.entry.batch is not None)
        self.set_buttons(None, close, self.reverse_button, self.batch_button)

    def _reverse(self) -> None:
        self.accept()
        self.reversing.emit(self.entry)

    def _ask_for_batch(self) -> None:
        self.accept()
        self.batch_asked.emit(self.entry.batch)
