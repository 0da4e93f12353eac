"""The room 计划: all plans in one table, or one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QWidget

from ksdesk.actions.promotion.waiting import launch_plan
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import REVIEWED, Plan
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.plans.detail import PlanDetail
from ksdesk.ui.promotion.plans.list_card import PlanList
from ksdesk.ui.promotion.plans.steps import plan_steps
from ksdesk.ui.promotion.plans.view import OnePlan, Plans, look, look_at
from ksdesk.ui.promotion.rooms import Room
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.theme import Theme

NEW = "new-"


class PlansRoom(Room):
    """`number` is the plan that is shown, 0 for all of them."""

    code = "plans"

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(ctx, desk, page)
        self.number = 0
        self.view: Plans | None = None
        self.empty: EmptyState | None = None
        self.all = PageScroll(page)
        self.list = PlanList(page)
        KeptList(ctx, self.list.table, "plans")
        self.list.opened.connect(self.open)
        self.list.table.menu_asked.connect(self._open_menu)
        self.all.add(self.list, 1)
        self.one = PlanDetail(ctx, desk, page)
        for state in (self.all, self.one):
            state.hide()  # until it is asked for: a child of a page that shows is shown with it
        desk.kept.connect(self.open)

    def word(self) -> str:
        return self.tr("Plans")

    def count(self, plans: Sequence[Plan]) -> int | None:
        return sum(1 for plan in plans if plan.state != REVIEWED) if plans else None

    def question(self) -> Callable[[], Any]:
        now = self.ctx.clock()
        if self.number:
            return partial(look_at, self.ctx, self.number, now, self.desk.seen)
        return partial(look, self.ctx.reader, now)

    def show_answer(self, answer: Plans | OnePlan) -> QWidget:
        if isinstance(answer, OnePlan):
            self.desk.seen = answer.seen
            self.told.emit(self.one.show_plan(answer))
            return self.one
        self.number = 0
        self.view = answer
        if not answer.plans:
            return self._made_empty()
        self.list.show_plans(answer)
        return self.all

    @Slot(int)
    def open(self, number: int) -> None:
        """Show one plan."""
        self.number = number
        self.wanted.emit(self.code)

    def menu(self, standing: PlanStanding) -> QMenu:
        """What can be done with a plan of the list."""
        menu = QMenu(self.list.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Open"), partial(self.open, standing.plan.id))
        menu.addSeparator()
        for step in reversed(tuple(plan_steps(standing, self.desk))):
            menu.addAction(step.word, step.act)
        return menu

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        if (row := self.list.table.current_row()) is not None:
            self.menu(row[0]).popup(place)

    @Slot()
    def _new(self) -> None:
        self.desk.plan()

    def jump(self, target: str) -> None:
        """A plan by its number, or "new-7": the sheet for the launch of that product."""
        self.number = int(target) if target.isdigit() else 0
        product = target.removeprefix(NEW)
        if product != target and product.isdigit():
            work = self.ctx.reader.products.one
            self.ctx.jobs.run(self.page, work, int(product), done=self._launch)

    def _launch(self, product: Product | None) -> None:
        if product is not None:
            self.desk.plan(launch_plan(product, self.ctx.clock()))

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            new = MainButton(self.tr("Make the first plan"), "plus")
            new.clicked.connect(self._new)
            self.empty = EmptyState(
                "promotion",
                self.tr("No plan yet"),
                self.tr(
                    "Write down what you buy, for how much and when you would stop. Then you see"
                    " what it brought, and whether it was worth it."
                ),
                main=new,
                preview=_preview,
                parent=self.page,
            )
        return self.empty


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey rows with a bar each."""
    painter.setPen(Qt.PenStyle.NoPen)
    for row, share in enumerate((0.7, 0.45, 0.3, 0.55, 0.2)):
        top = box.top() + row * 56
        painter.setBrush(theme.color("grid"))
        painter.drawRoundedRect(QRectF(box.left(), top, box.width() * 0.24, 16), 4, 4)
        painter.drawRoundedRect(
            QRectF(box.left() + box.width() * 0.4, top, box.width() * 0.6, 16), 4, 4
        )
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(
            QRectF(box.left() + box.width() * 0.4, top, box.width() * 0.6 * share, 16), 4, 4
        )
