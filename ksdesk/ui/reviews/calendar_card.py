"""The calendar of lives and works: a month, and on which of its days there was one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.actions.reviews.looking import SeenBroadcast
from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.reviews.broadcasts import LIVE
from ksdesk.ui.month.words import month_name
from ksdesk.ui.parts.buttons import RADIUS, Button, IconButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import heading, small
from ksdesk.ui.parts.texts import day_text, weekday_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.reviews import words
from ksdesk.ui.shell.theme import theme_of

DOT = 5  # px across


class DayButton(Button):
    """A day with its lives (a dot) and videos (a ring) below the number."""

    padding = 2

    def __init__(self, day: date, every: Sequence[SeenBroadcast], parent: QWidget) -> None:
        super().__init__(str(day.day), height=40, parent=parent)
        self.every = tuple(every)
        self.setCheckable(True)
        named = words.listed([words.second_text(seen.one) for seen in every])
        self.setAccessibleName(f"{day_text(day)} {named}".strip())
        set_tip(self, named)
        self.setEnabled(bool(every))

    def look(self) -> tuple[str, str, str]:
        if self.isChecked():
            return "accent_soft", "accent_text", "accent_text"
        if not self.every:
            return "", "", "muted"
        return ("sub" if self.hot() else "surface"), "border", "text"

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).px(28), theme_of(self).control(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink = self.look()
        if fill:
            painter.setPen(QPen(theme.color(edge), 1))
            painter.setBrush(theme.color(fill))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setFont(theme.font())
        painter.setPen(theme.color(ink))
        room = QRectF(0, 0, self.width(), self.height() - (10 if self.every else 0))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.text())
        shown = self.every[:3]
        left = self.width() / 2 - (len(shown) - 1) * (DOT + 3) / 2
        painter.setPen(QPen(theme.color("accent_text"), 1.25))
        for place, seen in enumerate(reversed(shown)):
            is_live = seen.one.kind == LIVE
            painter.setBrush(theme.color("accent_text") if is_live else Qt.BrushStyle.NoBrush)
            centre = QPointF(left + place * (DOT + 3), self.height() - 8)
            painter.drawEllipse(centre, DOT / 2, DOT / 2)


class BroadcastCalendar(Card):
    """`chosen(number)` when another one is wanted."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.month = date.min
        self._every: tuple[SeenBroadcast, ...] = ()
        self._number = 0
        row = QHBoxLayout()
        self.before = IconButton("chevron_left", self.tr("The month before"), parent=self)
        self.before.clicked.connect(partial(self._turn, -1))
        self.after = IconButton("chevron_right", self.tr("The month after"), parent=self)
        self.after.clicked.connect(partial(self._turn, 1))
        self.name = heading(parent=self)
        row.addWidget(self.name, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.add_layout(row)
        self.days: dict[date, DayButton] = {}
        self._grid: QWidget | None = None
        self.said = small(wrap=True, parent=self)
        self.add(self.said)
        self.add_stretch()

    def show_list(self, every: Sequence[SeenBroadcast], number: int) -> None:
        """Show the month of the one with that number."""
        self._every, self._number = tuple(every), number
        shown = next((seen.one for seen in every if seen.one.id == number), None)
        if shown is not None:
            self.month = month_start(shown.began_at.date())
        self._show_month()

    def _turn(self, by: int) -> None:
        self.month = add_months(self.month, by)
        self._show_month()

    def _show_month(self) -> None:
        by_day: dict[date, list[SeenBroadcast]] = {}
        for seen in self._every:
            day = seen.one.began_at.date()
            if month_start(day) == self.month:
                by_day.setdefault(day, []).append(seen)
        self.name.setText(month_name(self.month))
        if self._grid is not None:
            self.body.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._made_grid(by_day)
        self.body.insertWidget(1, self._grid)
        self._grid.show()
        every = [seen.one for found in by_day.values() for seen in found]
        lives = sum(one.kind == LIVE for one in every)
        text = self.tr("● lives {lives}   ○ short videos {videos}")
        self.said.setText(text.format(lives=lives, videos=len(every) - lives))

    def _made_grid(self, by_day: dict[date, list[SeenBroadcast]]) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        monday = self.month - timedelta(days=self.month.weekday())
        for place in range(7):
            head = small(weekday_text(monday + timedelta(days=place)), parent=holder)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 0, place)
            grid.setColumnStretch(place, 1)
        self.days = {}
        for number in range(month_end(self.month).day):
            day = self.month + timedelta(days=number)
            button = DayButton(day, by_day.get(day, ()), holder)
            button.setChecked(any(seen.one.id == self._number for seen in button.every))
            button.clicked.connect(partial(self._open, button))
            grid.addWidget(button, (day - monday).days // 7 + 1, day.weekday())
            self.days[day] = button
        return holder

    def _open(self, button: DayButton) -> None:
        """The newest of the day; of several the next one with each click."""
        numbers = [seen.one.id for seen in button.every]
        place = numbers.index(self._number) + 1 if self._number in numbers else 0
        self.chosen.emit(numbers[place % len(numbers)])
