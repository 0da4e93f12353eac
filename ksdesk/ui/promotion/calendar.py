"""The room 日历: a month, on each day the plans that run and what was spent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.promotion import spending
from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.promotion.plans import Plan
from ksdesk.storage import Reader
from ksdesk.ui.month.words import month_name
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.texts import day_text, elide, weekday_text, yuan_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.promotion.desk import PromotionDesk
from ksdesk.ui.promotion.rooms import Room
from ksdesk.ui.promotion.words import WAY_ICONS
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of

SHOWN = 3
"""Plans that are named on a day; the others are counted."""
NAME = 8
"""Characters of a plan's name that a day has room for."""
HIGH = 80


@dataclass(frozen=True)
class PlanMonth:
    """A month as it is seen `on` a day: its plans, and fen spent by day."""

    first: date
    on: date
    plans: tuple[Plan, ...]
    spend: Mapping[date, int]

    def running(self, day: date) -> list[Plan]:
        """The plans of a day, the longest first: they keep their line from day to day."""
        mine = [p for p in self.plans if p.since.date() <= day <= _last_day(p)]
        return sorted(mine, key=lambda plan: (plan.begins, plan.id))


class CalendarRoom(Room):
    """`month` is the one that is shown."""

    code = "calendar"

    def __init__(self, ctx: Context, desk: PromotionDesk, page: QWidget) -> None:
        super().__init__(ctx, desk, page)
        self.month = month_start(ctx.clock().date())
        self.area = PageScroll(page)
        self.area.hide()  # until it is asked for
        self.card = Card(parent=page)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name = heading(parent=page)
        self.before = SecondButton("‹", height=32, parent=page)
        self.before.setAccessibleName(self.tr("The month before"))
        self.before.clicked.connect(partial(self._turn, -1))
        self.after = SecondButton("›", height=32, parent=page)
        self.after.setAccessibleName(self.tr("The month after"))
        self.after.clicked.connect(partial(self._turn, 1))
        for widget in (self.before, self.name, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        self.said = small(parent=page)
        row.addWidget(self.said)
        self.card.add_layout(row)
        self.days: QWidget | None = None
        self.area.add(self.card)

    def word(self) -> str:
        return self.tr("Calendar")

    def count(self, plans: Sequence[Plan]) -> int | None:
        return None

    def question(self) -> Callable[[], PlanMonth]:
        return partial(_read, self.ctx.reader, self.month, self.ctx.clock())

    def show_answer(self, answer: PlanMonth) -> QWidget:
        self.name.setText(month_name(answer.first))
        spent = sum(answer.spend.values())
        self.said.setText(self.tr("Spent in this month: {fen}").format(fen=yuan_text(spent)))
        if self.days is not None:
            self.card.body.removeWidget(self.days)
            self.days.hide()
            self.days.deleteLater()
        self.days = QWidget(self.card)
        grid = QGridLayout(self.days)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        monday = answer.first - timedelta(days=answer.first.weekday())
        for place in range(7):
            grid.addWidget(small(weekday_text(monday + timedelta(days=place))), 0, place)
            grid.setColumnStretch(place, 1)
        day = answer.first
        while day <= month_end(answer.first):
            row = (day - monday).days // 7 + 1
            grid.addWidget(_Day(answer, day, self._open, self.days), row, day.weekday())
            day += timedelta(days=1)
        self.card.add(self.days)
        self.days.show()  # at once, not with the next layout
        return self.area

    def _open(self, number: int) -> None:
        self.sent.emit(f"plans:{number}" if number else "plans")

    @Slot()
    def _turn(self, months: int) -> None:
        self.month = add_months(self.month, months)
        self.wanted.emit(self.code)

    def jump(self, target: str) -> None:
        """Always the month of today."""
        self.month = month_start(self.ctx.clock().date())


class _Day(QWidget):
    """One day: its number, what was spent, and its plans to open."""

    def __init__(
        self, month: PlanMonth, day: date, opened: Callable[[int], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._today = day == month.on
        self.setMinimumHeight(theme_of(parent).px(HIGH))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(small(str(day.day), tone="text" if self._today else "muted"), 1)
        if fen := month.spend.get(day):
            row.addWidget(small(yuan_text(fen), elide=True))
        column.addLayout(row)
        plans = month.running(day)
        for plan in plans[:SHOWN]:
            name = elide(plan.name, NAME)
            button = TextButton(name, WAY_ICONS[plan.way], small=True, inline=True, parent=self)
            button.setAccessibleName(f"{day_text(day)} {plan.name}")
            set_tip(button, plan.name)
            button.clicked.connect(partial(opened, plan.id))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if len(plans) > SHOWN:
            more = TextButton(
                self.tr("{n} more ›").format(n=len(plans) - SHOWN),
                small=True,
                inline=True,
                parent=self,
            )
            more.clicked.connect(partial(opened, 0))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("accent" if self._today else "border"))
        painter.setBrush(theme.color("accent_soft" if self._today else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _last_day(plan: Plan) -> date:
    """The day on which it ends: up to midnight is still the day before."""
    return max(plan.first, plan.last - timedelta(seconds=1)).date()


def _read(reader: Reader, first: date, now: datetime) -> PlanMonth:
    last = month_end(first)
    spend = spending.by_day(reader, first, last, now)
    return PlanMonth(first, now.date(), reader.notes.all(Plan), spend)
