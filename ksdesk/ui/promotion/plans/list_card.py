"""The table of all plans: what each costs, brought and asks for now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ksdesk.domain.promotion.attaching import Standing
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
        self.model = RowsModel(self._columns(), key=lambda one: one.plan.id, parent=self)
        self.table = TableView(self.model, name=self.tr("Plans"), row_height=48, parent=self)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.add(self.table, 1)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "name",
                self.tr("Plan"),
                lambda one: one.plan.name,
                bold=True,
                minimum=160,
                icon=lambda one: (words.WAY_ICONS[one.plan.way], "muted"),
                second=_second,
            ),
            Column(
                "state",
                self.tr("State"),
                lambda one: one.plan.state,
                pill=lambda one: words.state_pill(one.plan),
                width=88,
            ),
            Column("label", self.tr("Label"), lambda one: one.plan.label or None, width=112),
            Column("budget", self.tr("Budget"), lambda o: o.plan.budget, money_text, "right"),
            Column(
                "spend", self.tr("Spent"), lambda one: one.spend, money_text, "right", bold=True
            ),
            Column("gmv", self.tr("Sales, platform's"), _figure("gmv"), _money, "right"),
            Column("orders", self.tr("Orders"), _figure("orders"), count_text, "right"),
            Column("order_cost", self.tr("Per order"), lambda o: o.per("orders"), _money, "right"),
        ]

    def show_plans(self, view: Plans) -> None:
        """Show all of them."""
        self.model.set_rows(view.plans)

    def _open(self, one: Standing) -> None:
        self.opened.emit(one.plan.id)

    def _clicked(self, _index: object) -> None:
        if (row := self.table.current_row()) is not None:
            self._open(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_hidden(GIVE_WAY if self.width() < NARROW else set())


def _second(one: Standing) -> str:
    return f"{words.way_word(one.plan.way)} · {words.days_words(one.plan)}"


def _figure(code: str):
    return lambda one: one.figures.get(code)


def _money(fen: float) -> str:
    return money_text(round(fen))
