"""The curve's card. matplotlib is imported by a job, when the page is first opened."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain import traffic
from ksdesk.domain.traffic import from_seconds, measure
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.chart.loading import load_charts
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.states import LoadingBlocks
from ksdesk.ui.parts.texts import number_text, short_day_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.events_menu import EventsButton
from ksdesk.ui.traffic.loading import RETURNS
from ksdesk.ui.traffic.view import DrawnLine, ShownTraffic
from ksdesk.ui.traffic.words import (
    chart_title,
    day_name,
    event_label,
    event_text,
    formula_line,
    grain_word,
    line_name,
)

HEIGHT, HIGH = 344, 480
DAY = 86_400


class TrafficCurve(QWidget):
    """The chart's card, grey blocks until the charts are loaded.

    table_asked: by its link. shade_clicked(key): a shaded stretch. note_clicked(Annotation): the
    line of what the seller noted. note_asked(seconds): something is to be noted there. drawn: the
    chart shows another view. `totals` gives the table that is printed below it.
    """

    table_asked = Signal()
    shade_clicked = Signal(object)
    note_clicked = Signal(object)
    note_asked = Signal(object)
    drawn = Signal()

    def __init__(
        self,
        ctx: Context,
        totals: Callable[[], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._totals = ctx, totals
        self._shown: ShownTraffic | None = None
        self._chosen: object = None
        self._least = HEIGHT
        self.card: Any = None
        self.events = EventsButton(self)
        self.events.hide()  # until there is a card to put it in
        self.events.note_asked.connect(self._ask_note)
        self.events.note_clicked.connect(self.note_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._blank = Card(parent=self)
        self._blank.add(LoadingBlocks(7, parent=self._blank), 1)
        self._column.addWidget(self._blank)
        self.setMinimumHeight(theme_of(self).px(HEIGHT))
        self._charts = Latest(ctx, self)
        self._load()

    def _load(self) -> None:
        if not self._charts.waiting:
            self._charts.ask(load_charts, done=self._build)

    def set_high(self, high: bool) -> None:
        """Higher where the window is wide."""
        self._least = HIGH if high else HEIGHT
        self._fit()

    def show_view(self, shown: ShownTraffic) -> None:
        """Draw what a view found."""
        keep = self._shown is not None and self._same_range(self._shown, shown)
        self._shown = shown
        self.events.show_view(shown)
        if self.card is not None:
            self._draw(keep)
        else:
            self._load()

    def select_shade(self, key: object) -> None:
        """Mark the stretch of a warning; None marks nothing."""
        self._chosen = key
        if self.card is not None:
            self.card.canvas.choose(key)

    def bring(self, start: int, end: int) -> None:
        """Zoom out where a stretch is not in sight."""
        if self.card is not None and self.card.canvas.plot is not None:
            first, last = self.card.canvas.plot.view
            if start < first or end > last:
                self.card.canvas.reset_view()

    @staticmethod
    def _same_range(before: ShownTraffic, now: ShownTraffic) -> bool:
        return (before.start, before.end, before.view.grain) == (now.start, now.end, now.view.grain)

    def _build(self, _nothing: object = None) -> None:
        from ksdesk.ui.parts.chart.card import ChartCard

        self.card = ChartCard(self._ctx, self.tr("Traffic"), parent=self)
        self.card.offer_table(self.table_asked.emit)
        self.card.put_before_tools(self.events)
        self.card.fitted.connect(self._fit)
        self.events.show()
        self.card.canvas.takes_notes = True
        self.card.paper_table = self._totals
        self.card.canvas.picked.connect(self._picked)
        self.card.canvas.note_asked.connect(self.note_asked)
        self._column.replaceWidget(self._blank, self.card)
        self._blank.hide()
        self._blank.deleteLater()
        if self._shown is not None:
            self._draw(False)

    @Slot(object)
    def _picked(self, ref: object) -> None:
        if isinstance(ref, Annotation):
            self.note_clicked.emit(ref)
        elif ref is not None:
            self.shade_clicked.emit(ref)

    @Slot()
    def _ask_note(self) -> None:
        """Where the read-out stands, else in the middle of what is in sight."""
        canvas = self.card.canvas if self.card is not None else None
        if canvas is None or canvas.plot is None or self._shown is None:
            return
        here = canvas.reading()
        middle = sum(canvas.plot.view) / 2
        self.note_asked.emit(here.time if here is not None else middle)

    def _draw(self, keep: bool) -> None:
        from ksdesk.charts.traffic import ChartEvent, curve

        shown = self._shown
        assert shown is not None
        lines, strip = apart(shown)
        build = partial(
            curve,
            series=[
                *(_series(one.series, line_name(one, shown.mixed), one.key) for one in lines),
                *_break_even(shown, lines),
            ],
            spend=_spend(strip),
            previous=[_series(one, before(shown), one.code) for one in shown.ghosts],
            shades=_shades(shown),
            marks=[
                *(
                    ChartEvent(from_seconds(e.at), event_label(e), e.note, event_text(e))
                    for e in shown.events
                ),
                *(
                    ChartEvent(from_seconds(rise.start), rise.label, rise.key)
                    for rise in shown.rises
                ),
            ],
            grain=shown.view.grain,
            span=(from_seconds(shown.start), from_seconds(shown.end)),
            lang=theme_of(self).lang,
            empty=self._empty_words(shown),
            strip_title=measure_name("spend"),
        )
        self.card.set_foot(self.formulas(), self.source_words())
        self.card.set_chart(build, keep_view=keep)
        self.card.canvas.choose(self._chosen)
        self.card.set_chart_title(self.title())
        self._fit()
        self.drawn.emit()

    @Slot()
    def _fit(self) -> None:
        high = theme_of(self).px(self._least)
        if self.card is not None:
            high = max(high, self.card.least_height())
        self.setMinimumHeight(high)

    def _empty_words(self, shown: ShownTraffic) -> str:
        if shown.coarser:
            text = self.tr("No figures this fine; choose “{grain}” to see them.")
            return text.format(grain=grain_word(shown.coarser))
        if shown.view.on:
            return self.tr("What is chosen has no figures in these days; choose “All together”.")
        return self.tr("No figures in these days; “All” shows the days that have some.")

    def title(self) -> str:
        """每小时观看; of several measures the first."""
        shown = self._shown
        assert shown is not None
        codes = [code for code in shown.view.measures if code != "spend"] or ["spend"]
        name = measure_name(codes[0])
        if len(codes) > 1:
            name = self.tr("{name} and {n} more").format(name=name, n=len(codes) - 1)
        return chart_title(shown.view.grain, name)

    def formulas(self) -> str:
        """The formula of each quotient that is drawn."""
        assert self._shown is not None
        rules = self._ctx.rules().on(self._ctx.clock().date())
        return formula_line(self._shown.view.measures, rules)

    def source_words(self) -> str:
        """The files that the range rests on."""
        assert self._shown is not None
        names = self._shown.sources
        if not names:
            return ""
        said = ", ".join(names[:3])
        if len(names) > 3:
            said = self.tr("{names}, {n} files in all").format(names=said, n=len(names))
        return self.tr("From {names}").format(names=said)


def apart(shown: ShownTraffic) -> tuple[list[DrawnLine], list[DrawnLine]]:
    """The curves, and the spend under them; spend alone is a curve."""
    spend = [line for line in shown.lines if line.code == "spend"]
    if len(spend) == len(shown.lines):
        return spend, []
    return [line for line in shown.lines if line.code != "spend"], spend


def before(shown: ShownTraffic) -> str:
    """The period before with its days: 上一段 11-05 到 11-11."""
    assert shown.before is not None
    first = from_seconds(shown.before[0])
    last = from_seconds(shown.before[1]) - timedelta(seconds=1)
    if first.date() == last.date():
        text = QCoreApplication.translate("Traffic", "Before, {day}")
        return text.format(day=short_day_text(first.date()))
    text = QCoreApplication.translate("Traffic", "Before, {first} to {last}")
    return text.format(first=short_day_text(first.date()), last=short_day_text(last.date()))


def _shades(shown: ShownTraffic) -> list[Any]:
    """Named days in a quieter colour than the stretches of warnings."""
    from ksdesk.charts.traffic import Shade

    named = [
        Shade(
            traffic.day_start(one.first),
            traffic.day_start(one.last) + DAY,
            day_name(one),
            kind="day",
        )
        for one in (shown.days or ())
    ]
    alarms = [Shade(one.start, one.end, one.label, one.note, one.key) for one in shown.shades]
    return [*named, *alarms]


def _break_even(shown: ShownTraffic, lines: list[DrawnLine]) -> list[Any]:
    """A level line where each yuan of spend comes back, as long as the returns beside it."""
    returns = [line.series for line in lines if line.code in RETURNS]
    if shown.break_even is None or not returns:
        return []
    longest = max(returns, key=lambda series: len(series.times))
    level = array("d", [shown.break_even]) * len(longest.times)
    label = QCoreApplication.translate("Traffic", "Break-even {roi}, by the shop's costs")
    label = label.format(roi=number_text(shown.break_even, 2))
    return [_series(replace(longest, values=level), label, "break_even")]


def _spend(strip: list[DrawnLine]) -> Any:
    """The bars of the strip, those of several parts in the colours of their curves."""
    return [
        _series(one.series, line_name(one), one.key, None if one.part is None else seat)
        for seat, one in enumerate(strip)
    ]


def _series(found: traffic.Series, label: str, name: str, seat: int | None = None) -> Any:
    """A series of the book as the chart takes it."""
    import numpy as np

    from ksdesk.charts.traffic import ChartSeries

    values = np.frombuffer(found.values, np.float64)
    kind = measure(found.code).kind
    times = np.frombuffer(found.times, np.int64).astype("datetime64[s]")
    unit = "count" if kind == "number" else kind
    return ChartSeries(name, label, times, values, unit=unit, seat=seat)
