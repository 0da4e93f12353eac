"""The table of all plans: what each costs, brought and asks for now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.pacing import Pace
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import count_text, money_text
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.plans.view import Plans

NARROW = 860  # px of the card below which columns give way
GIVE_WAY = {"label", "order_cost", "orders"}


class PlanList(Card):
    """`opened(number)` for the plan that is wanted."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("All plans"), flush=True, parent=parent)
        self.model = RowsModel(self._columns(), key=lambda row: row[0].plan.id, parent=self)
        self.table = TableView(self.model, name=self.tr("Plans"), row_height=48, parent=self)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.add(self.table, 1)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "name",
                self.tr("Plan"),
                lambda row: row[0].plan.name,
                bold=True,
                minimum=160,
                icon=lambda row: (words.WAY_ICONS[row[0].plan.way], "muted"),
                second=lambda row: _second(row[0]),
            ),
            Column(
                "state",
                self.tr("State"),
                lambda row: row[0].plan.state,
                pill=lambda row: words.state_pill(row[0].plan),
                width=88,
            ),
            Column("label", self.tr("Label"), lambda row: row[0].plan.label or None, width=112),
            Column(
                "budget", self.tr("Budget"), lambda row: row[0].plan.budget, money_text, "right"
            ),
            Column(
                "spend", self.tr("Spent"), lambda row: row[0].spend, money_text, "right", bold=True
            ),
            Column(
                "pace",
                self.tr("Pace"),
                lambda row: None if row[1] is None else row[1].times,
                pill=lambda row: words.pace_pill(row[1]),
                width=88,
            ),
            Column("gmv", self.tr("Sales, platform's"), _figure("gmv"), _money, "right"),
            Column(
                "net",
                self.tr("Net, estimated"),
                lambda row: row[2],
                money_text,
                "right",
                bold=True,
                tone=lambda row: "bad" if (row[2] or 0) < 0 else "text",
                tip=lambda _row: self.tr(
                    "The platform's sales less the refunds and costs that its products (else the"
                    " shop) had on each yuan in its days, less what was spent"
                ),
            ),
            Column("orders", self.tr("Orders"), _figure("orders"), count_text, "right"),
            Column(
                "order_cost",
                self.tr("Per order"),
                lambda row: row[0].order_cost,
                _money,
                "right",
            ),
        ]

    def show_plans(self, view: Plans) -> None:
        """Show all of them."""
        self.model.set_rows(view.plans)

    def _open(self, row: tuple[PlanStanding, Pace | None, int | None]) -> None:
        self.opened.emit(row[0].plan.id)

    def _clicked(self, _index: object) -> None:
        if (row := self.table.current_row()) is not None:
            self._open(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_hidden(GIVE_WAY if self.width() < NARROW else set())


def _second(one: PlanStanding) -> str:
    return f"{words.way_word(one.plan.way)} · {words.days_words(one.plan)}"


def _figure(code: str):
    return lambda row: row[0].figures.get(code)


def _money(fen: float) -> str:
    return money_text(round(fen))
