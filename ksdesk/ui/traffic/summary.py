"""What the shown range brought, in one sentence and in totals. Numbers only, no verdict."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.change_label import ChangeLabel
from ksdesk.ui.parts.labels import Divider, Label, body, small
from ksdesk.ui.parts.measure_words import figure_text, measure_name
from ksdesk.ui.parts.number_card import Change
from ksdesk.ui.parts.texts import day_text, percent_text, weekday_text
from ksdesk.ui.traffic.view import Figure, ShownTraffic
from ksdesk.ui.traffic.words import formula, how_words, listed, numbered, without_words

SAID = ("views", "new_fans", "product_clicks", "orders", "gmv", "impressions", "clicks")
MOST_SAID = 4


class FigureRow(QWidget):
    """A measure with its formula, its total and the change against the period before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = body(elide=True, parent=self)
        self.how = small(elide=True, parent=self)
        self.value = Label("", bold=True, parent=self)
        self.change = ChangeLabel(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.name, 0, 0)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self.value)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.how, 1, 0)
        grid.addWidget(self.change, 1, 1)
        self.without = small(wrap=True, parent=self)
        grid.addWidget(self.without, 2, 0, 1, 2)

    def set(self, figure: Figure) -> None:
        """Show a figure."""
        name, how = measure_name(figure.code), formula(figure.code)
        self.name.setText(name)
        self.how.setText(how)
        self.how.setVisible(bool(how))
        self.value.setText(figure_text(figure.code, figure.value))
        self.change.set(change_of(figure))
        self.without.setText(without_words(figure))
        self.without.setVisible(figure.without is not None)
        self.setAccessibleName(f"{name} {self.value.text()} {how_words(figure)}".strip())


def change_of(figure: Figure) -> Change | None:
    """How a figure moved; None where there is nothing before to compare with."""
    if figure.value is None or not figure.before:
        return None
    share = figure.value / figure.before - 1
    if abs(share) < 0.0005:
        return Change("flat")
    if share >= 10:
        # 4,300 % says less than 44 times.
        return Change("up", f"×{figure.value / figure.before:,.0f}")
    return Change("up" if share > 0 else "down", percent_text(abs(share)))


class Summary(Card):
    """The card beside the curve. `all_asked`: the measures that found no room are wanted."""

    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sentence = body(wrap=True, parent=self)
        self.body.addWidget(self.sentence)
        self.unseen = small(wrap=True, parent=self)
        self.body.addWidget(self.unseen)
        self._rows: list[FigureRow] = []
        self._rules: list[Divider] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        self.note = small(elide=True, parent=self)
        self.all_button = TextButton("", small=True, inline=True, parent=self)
        self.all_button.clicked.connect(self.all_asked)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.note)
        line.addWidget(self.all_button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self._columns, self._most = 1, 9
        self._shown = ShownTraffic()

    def set_shape(self, columns: int, most: int) -> None:
        """How many figures stand abreast, and how many there are at most."""
        if (columns, most) != (self._columns, self._most):
            self._columns, self._most = columns, most
            self._place()

    def show_view(self, shown: ShownTraffic) -> None:
        """Show the totals of a view."""
        self._shown = shown
        self.sentence.setText(self.words())
        self.unseen.setText(self._unseen())
        self.unseen.setVisible(bool(self.unseen.text()))
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        self._place()

    def _place(self) -> None:
        figures = [f for f in self._shown.figures if self._worth(f)][: self._most]
        while len(self._rows) < len(figures):
            self._rows.append(FigureRow(self))
            self._rules.append(Divider("grid", self))
        for number, (row, rule) in enumerate(zip(self._rows, self._rules, strict=True)):
            self._grid.removeWidget(row)
            self._grid.removeWidget(rule)
            used = number < len(figures)
            row.setVisible(used)
            rule.setVisible(used)
            if used:
                line, column = divmod(number, self._columns)
                self._grid.addWidget(rule, 2 * line, column)
                self._grid.addWidget(row, 2 * line + 1, column)
                row.set(figures[number])
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < self._columns))
        rest = len(self._shown.measures) - len(figures)
        self.all_button.set_text(self.tr("%n more figures ›", "", rest))
        self.all_button.setVisible(rest > 0)

    def _worth(self, figure: Figure) -> bool:
        return figure.value is not None or figure.code in self._shown.view.measures

    def words(self) -> str:
        """11月12日到11月18日花了 ¥1,204.00，有 12,345 次观看、108 个新粉丝。"""
        totals = {figure.code: figure.value for figure in self._shown.figures}
        days = self._days()
        named = [code for code in SAID if totals.get(code) is not None][:MOST_SAID]
        if not named:
            named = [
                f.code for f in self._shown.figures if f.value is not None and f.code != "spend"
            ][:2]
        pieces = listed([numbered(code, totals[code] or 0) for code in named])
        spend = totals.get("spend")
        if spend is None and not pieces:
            return self.tr("{days}: no figures yet.").format(days=days)
        if spend is None:
            return self.tr("{days}: {figures}.").format(days=days, figures=pieces)
        cost = figure_text("spend", spend)
        if not pieces:
            return self.tr("{days}: {spend} spent.").format(days=days, spend=cost)
        text = self.tr("{days}: {spend} spent; {figures}.")
        return text.format(days=days, spend=cost, figures=pieces)

    def words_table(self) -> tuple[list[str], list[list[str]], int]:
        """The totals as words, for paper: figure, formula, these days, the days before."""
        heads = [self.tr("Figure"), self.tr("Formula"), self.tr("These days"), self.tr("Before")]
        figures = [figure for figure in self._shown.figures if self._worth(figure)]
        rows = [
            [
                measure_name(figure.code),
                how_words(figure),
                figure_text(figure.code, figure.value),
                figure_text(figure.code, figure.before),
            ]
            for figure in figures
        ]
        return heads, rows, 2

    def _days(self) -> str:
        first, last = self._shown.first_day, self._shown.last_day
        if first.date() == last.date():
            return f"{day_text(first.date())} {weekday_text(first.date())}"
        year = first.year != last.year
        text = self.tr("{first} to {last}")
        return text.format(first=_day(first, year), last=_day(last, year))

    def _unseen(self) -> str:
        """Where typed figures are that the curve does not show."""
        days = self._shown.unseen
        if not days:
            return ""
        named = listed([day_text(day) for day in days[:MOST_SAID]])
        if len(days) > MOST_SAID:
            named = self.tr("%n days such as {day}", "", len(days)).format(day=day_text(days[0]))
        if self._shown.view.on:
            text = self.tr(
                "What you typed for {days} belongs to no campaign and is not in this choice;"
                " take it back above to see it."
            )
        else:
            text = self.tr(
                "For {days} you typed whole days: by the hour the curve shows what reports say;"
                " your figures stand in the view by day."
            )
        return text.format(days=named)

    def _note(self) -> str:
        view = self._shown.view
        if view.on:
            return self.tr("Only what is chosen above.")
        if any(figure.before for figure in self._shown.figures):
            return self.tr("Against the time before")
        return ""


def _day(day: datetime, year: bool) -> str:
    return day_text(day.date(), year=year)
