"""From what buyers paid to what stays, a line a cost: how much, and from where to where."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.promotion.behind import OWN_COSTS
from ksdesk.domain.promotion.breakdown import Profit
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import NOTHING, money_text
from ksdesk.ui.promotion.profit.stack_bar import StackBar
from ksdesk.ui.promotion.profit.words import ProfitStep, settled_line, spans, steps


class LinesCard(Card):
    """`opened(word, of)` when the rows behind a number are wanted."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        name = self.tr("From paid to what stays")
        super().__init__(name, self.tr("click a line: its orders"), flush=True, parent=parent)
        self._spans: dict[str, tuple[float, float, str]] = {}
        self.model = RowsModel(
            self._columns(), key=lambda step: step.code, is_sum=lambda step: step.sum, parent=self
        )
        self.table = TableView(self.model, name=name, row_height=36, parent=self)
        self.table.header().hide()
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._click)
        self.add(self.table)
        self.add(self._add_settled())
        self.add_stretch()
        self._add_own()

    def _columns(self) -> list[Column]:
        return [
            Column(
                "what",
                self.tr("Line"),
                lambda step: step.word,
                minimum=144,
                beside=lambda step: step.beside,
                tip=lambda step: f"{step.word} · {step.note}" if step.note else "",
                sort=False,
            ),
            Column("bar", "", lambda _step: "", span=self._span, width=88, sort=False),
            Column(
                "amount",
                self.tr("Amount"),
                lambda step: step.amount,
                money_text,
                "right",
                width=96,
                tone=_tone,
                sort=False,
            ),
        ]

    def _add_settled(self) -> QWidget:
        """How much of the money is settled and how much an estimate, in words and as a bar."""
        self.settled = QWidget(self)
        column = QVBoxLayout(self.settled)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(4)
        self.settled_line = small(tone="text", wrap=True, parent=self.settled)
        self.unsettled = TextButton(self.tr("See which ›"), small=True, inline=True, parent=self)
        open_them = partial(self._open_number, self.tr("Not settled yet"), "estimated")
        self.unsettled.clicked.connect(open_them)
        line = QHBoxLayout()
        line.addWidget(self.settled_line, 1)
        line.addWidget(self.unsettled, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.settled_bar = StackBar(self.settled)
        column.addWidget(self.settled_bar)
        return self.settled

    def _add_own(self) -> None:
        """The shop's own costs of the month, and what is left after them."""
        self.monthly = TextButton("", small=True, inline=True, parent=self)
        self.after = TextButton("", inline=True, parent=self)
        for button, word, code in (
            (self.monthly, self.tr("Fixed monthly costs"), "monthly"),
            (self.after, self.tr("Left after them"), "after"),
        ):
            button.clicked.connect(partial(self._open_number, word, code))
        self.own = QWidget(self)
        row = QHBoxLayout(self.own)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.monthly)
        row.addStretch(1)
        row.addWidget(self.after)
        self.add_footer((self.own,)).setStretch(0, 100)

    def show_profit(self, found: Profit) -> None:
        """Show the lines of a month; those that are known to be nothing are left away."""
        lines = [line for line in steps(found) if line.code not in OWN_COSTS]
        self._spans = dict(spans(lines))
        self.model.set_rows([line for line in lines if line.sum or line.amount != 0])
        self.table.fit_height()
        said = settled_line(found)
        self.settled.setVisible(bool(said))
        self.settled_line.setText(said)
        whole, left = found.whole, found.after_monthly
        self.unsettled.setVisible(whole.estimated > 0)
        self.settled_bar.set_parts([(whole.settled, "series_1"), (whole.estimated, "")])
        self.own.setVisible(bool(found.monthly))
        text = self.tr("Fixed monthly costs {fen} ›")
        self.monthly.set_text(text.format(fen=money_text(found.monthly)))
        text = self.tr("Left after them {fen} ›")
        self.after.set_text(text.format(fen=NOTHING if left is None else money_text(left)))

    def _span(self, step: ProfitStep) -> tuple[float, float, str] | None:
        return self._spans.get(step.code)

    @Slot(object)
    def _open(self, step: ProfitStep) -> None:
        self.opened.emit(step.word, step.code)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        self._open(self.model.row(index.row()))

    def _open_number(self, word: str, of: str) -> None:
        self.opened.emit(word, of)


def _tone(step: ProfitStep) -> str:
    if not step.sum:
        return "muted"
    return "bad" if step.amount is not None and step.amount < 0 else "text"
