"""The room 利润: what came in, what it cost and what stays, by line and by product."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.promotion import profit, ways
from ksdesk.actions.promotion.behind import behind
from ksdesk.actions.promotion.profit import LiveProfit
from ksdesk.actions.traffic import alarms
from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.promotion.breakdown import Behind, DayProfit, GoodProfit, PaidPlan, Profit
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.domain.traffic.notes import IGNORED
from ksdesk.exports import Sheet
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.beside import Beside
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.parts.texts import short_day_text
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.profit.good_card import GoodCard
from ksdesk.ui.promotion.profit.lines_card import LinesCard
from ksdesk.ui.promotion.profit.parts_card import (
    DAYS,
    GOODS,
    LIVES,
    PLANS,
    TOTAL,
    WAYS,
    PartsCard,
)
from ksdesk.ui.promotion.profit.rows_sheet import RowsSheet
from ksdesk.ui.promotion.profit.table_out import detail_sheet
from ksdesk.ui.promotion.profit.words import sentence
from ksdesk.ui.promotion.rooms import Room
from ksdesk.ui.promotion.working_out import ProfitWork
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.kept_list import KeptList
from ksdesk.ui.shell.theme import Theme

NARROW, STACKED = 900, (400, 400)  # px of both below which they are stacked, and so high


@dataclass(frozen=True)
class MonthSeen:
    """What the room shows: a month's profit, whether all that was imported is in it, the `rows` of
    a part of it, and the plan of these days that names each product."""

    first: date
    last: date
    money: bool
    profit: Profit
    fresh: bool
    empty: bool
    part: str = GOODS
    rows: Sequence[Any] = ()
    plans: Mapping[int, int] = field(default_factory=dict)


class ProfitRoom(Room):
    """A month at a time."""

    code = "profit"

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(ctx, desk, page)
        self.empty: EmptyState | None = None
        self.month = month_start(ctx.clock().date())
        self.money = False
        self.seen: MonthSeen | None = None
        self.work = ProfitWork(ctx, partial(self.wanted.emit, self.code), self)
        self.area = PageScroll(page)
        self.area.hide()
        self._add_top()
        self.lines = LinesCard(page)
        self.lines.opened.connect(self._open_rows)
        cards = Beside(self.lines, self._parts_card(), (2, 3), NARROW, stacked=STACKED, parent=page)
        self.area.add(cards, 1)

    def _add_top(self) -> None:
        page = self.page
        self.said = heading(wrap=True, parent=page)
        self.earlier = IconButton("chevron_left", self.tr("The month before"), parent=page)
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.later = IconButton("chevron_right", self.tr("The month after"), parent=page)
        self.later.clicked.connect(partial(self._turn, 1))
        self.when = small(tone="text", parent=page)
        self.by = SegmentBar(
            [(False, self.tr("Day of the sale")), (True, self.tr("Day of the money"))],
            False,
            name=self.tr("Orders count on"),
            parent=page,
        )
        self.by.chosen.connect(self._count_by)
        self.fill = SecondButton(self.tr("Fill in costs"), parent=page)
        self.fill.clicked.connect(self.desk.costs)
        self.detail = ExportButton(
            self.ctx,
            self.tr("Profit in detail"),
            self._detail,
            choice=False,
            parent=page,
        )
        self.detail.set_text(self.tr("Export the detail"))
        month = QWidget(page)
        row = QHBoxLayout(month)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.earlier, self.when, self.later):
            row.addWidget(widget)
        tools = QWidget(page)
        flow = FlowLayout(tools)
        for tool in (self.by, month, self.detail, self.fill):
            flow.addWidget(tool)
        self.area.add(Beside(self.said, tools, (1, 0), NARROW, parent=page))

    def _parts_card(self) -> QWidget:
        self.parts = PartsCard(self.page)
        self.parts.part_wanted.connect(partial(self.wanted.emit, self.code))
        self.parts.opened.connect(self.open_part)
        for part, table in self.parts.tables.items():
            KeptList(self.ctx, table, f"profit-{part}")
        self.good = GoodCard(self.page)
        self.good.orders_wanted.connect(self._open_orders)
        self.good.product_wanted.connect(lambda n: self.ctx.navigate("products", str(n)))
        self.good.plan_wanted.connect(lambda n: self.sent.emit(f"plans:{n}"))
        self.good.costs_wanted.connect(self.desk.costs)
        self.parts.good_chosen.connect(self._show_good)
        both = QWidget(self.page)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.parts, 1)
        column.addWidget(self.good)
        return both

    # -- reading -----------------------------------------------------------------------------

    def word(self) -> str:
        return self.tr("Profit")

    def count(self, plans: Sequence[Plan]) -> int | None:
        return None

    def question(self) -> Callable[[], MonthSeen]:
        today = self.ctx.clock().date()
        last = min(month_end(self.month), today)
        part, before = self.parts.part, self.desk.seen
        return partial(_seen, self.ctx, self.month, last, self.money, part, before)

    def show_answer(self, answer: MonthSeen) -> QWidget:
        self.seen = answer
        if not answer.fresh:
            self.work.begin()
            answer = self.seen  # it may be done by now
        found = answer.profit
        if answer.empty:
            return self._made_empty()
        today = self.ctx.clock().date()
        self.when.setText(self._span(answer))
        self.later.setEnabled(answer.first < month_start(today))
        self.by.set_value(answer.money)
        self.said.setText(sentence(found))
        self.lines.show_profit(found)
        self.parts.show_rows(answer.part, answer.rows, found)
        return self.area

    @Slot(object)
    def _show_good(self, one: GoodProfit | None) -> None:
        if one is None or self.seen is None:
            self.good.hide()
        else:
            self.good.show_good(one, self.seen.profit, self.seen.plans)

    def _span(self, answer: MonthSeen) -> str:
        text = self.tr("{month}, day 1 to {last}")
        month = f"{answer.first.year}-{answer.first.month:02}"
        return text.format(month=month, last=answer.last.day)

    def _made_empty(self) -> EmptyState:
        if self.empty is None:
            fill = MainButton(self.tr("Fill in costs"))
            fill.clicked.connect(self.desk.costs)
            self.empty = EmptyState(
                "promotion",
                self.tr("No orders yet"),
                self.tr(
                    "Bring the order file in under Today, and say what your goods cost. Then it"
                    " shows here what really stays of each order."
                ),
                main=fill,
                preview=_preview,
                parent=self.page,
            )
        return self.empty

    def jump(self, target: str) -> None:
        if target == "costs":
            self.desk.costs()

    # -- moving ------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        self.month = add_months(self.month, by)
        self.wanted.emit(self.code)

    @Slot(object)
    def _count_by(self, money: object) -> None:
        self.money = bool(money)
        self.wanted.emit(self.code)

    @Slot(object)
    def _open_orders(self, one: GoodProfit) -> None:
        self.open_part(one, "orders", self.tr("Orders"))

    @Slot(object, str, str)
    def open_part(
        self, one: GoodProfit | DayProfit | LiveProfit | PaidPlan, of: str = "net", word: str = ""
    ) -> None:
        """The rows behind a number of a product, a day or a live; a plan itself."""
        word = word or self.tr("Net")
        if isinstance(one, GoodProfit) and one.good == TOTAL:
            self._open_rows(word, of)
        elif isinstance(one, GoodProfit):
            self._open_rows(f"{one.title} · {word}", of, good=one.good)
        elif isinstance(one, DayProfit):
            self._open_rows(f"{short_day_text(one.day)} · {word}", of, day=one.day)
        elif isinstance(one, LiveProfit):
            self._open_rows(f"{one.name} · {word}", of, live=one)
        elif one.plan is not None:
            self.sent.emit(f"plans:{one.plan.id}")

    @Slot(str, str)
    def _open_rows(self, title: str, of: str, **part: Any) -> None:
        self.desk.open(RowsSheet(self.ctx, title, of, self._behind(of, **part), self.page))

    def _behind(self, of: str, **part: Any) -> Callable[[], Behind]:
        assert self.seen is not None
        seen, now = self.seen, self.ctx.clock()
        part |= {"money": True} if seen.money else {}
        return partial(behind, self.ctx.reader, seen.first, seen.last, now, of, **part)

    def _detail(self, _filtered: bool) -> Sheet:
        return detail_sheet(self.when.text(), self.ctx.reader, self._behind("net"))


def _seen(
    ctx: Context,
    first: date,
    last: date,
    money: bool,
    part: str,
    before: Alarms | None,
) -> MonthSeen:
    reader, now = ctx.reader, ctx.clock()
    found, fresh = profit.look(reader, first, last, now, money=money), reader.profit.up_to_date()
    empty = False
    if fresh and not found.orders and first == month_start(now.date()):
        start = add_months(first, -1)
        empty = not profit.look(reader, start, month_end(start), now).orders
    rows: Sequence[Any] = found.goods
    if part == DAYS:
        rows = profit.days(reader, first, last, now, money=money)
    elif part == LIVES:
        rows = profit.lives(reader, first, last)
    elif part in (WAYS, PLANS):
        seen = alarms.found(reader, now, before).alarms
        odd = [alarm for alarm in seen if alarm.suspect and alarm.state != IGNORED]
        if part == WAYS:
            rows = [PaidPlan(paid) for paid in ways.of_days(reader, first, last, now, odd)]
        else:
            every = profit.plans(reader, first, last, now, odd)
            rows = [PaidPlan(paid, one.plan) for one, paid in every]
    plans = {
        number: plan.id
        for plan in sorted(reader.notes.all(Plan), key=lambda plan: plan.first)
        if plan.since.date() <= last and plan.last.date() >= first
        for number in plan.products
    }
    return MonthSeen(first, last, money, found, fresh, empty, part, rows, plans)


def _preview(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Grey bars that grow shorter."""
    painter.setPen(Qt.PenStyle.NoPen)
    for row in range(5):
        painter.setBrush(theme.color("border" if row in (0, 4) else "grid"))
        wide = (1 - row * 0.18) * box.width()
        painter.drawRect(QRectF(box.left(), box.top() + row * 40, wide, 18))
