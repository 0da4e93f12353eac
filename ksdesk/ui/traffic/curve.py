"""The curve's card. matplotlib is imported by a job, when the page is first opened."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain import traffic
from ksdesk.domain.traffic import from_seconds, measure
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.states import LoadingBlocks
from ksdesk.ui.parts.texts import short_day_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.view import Shown
from ksdesk.ui.traffic.words import chart_title, grain_word, measure_name

HEIGHT = 344


def load_charts() -> None:
    """Import what draws, off the UI thread."""
    import ksdesk.charts.traffic
    import ksdesk.ui.parts.chart_card  # noqa: F401


class TrafficCurve(QWidget):
    """The chart's card, grey blocks until the charts are loaded. `table_asked` by its link,
    `shade_clicked(key)` by a click on a stretch that a warning points at."""

    table_asked = Signal()
    shade_clicked = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._shown: Shown | None = None
        self._chosen: object = None
        self.card: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._blank = Card(parent=self)
        self._blank.add(LoadingBlocks(7, parent=self._blank), 1)
        self._column.addWidget(self._blank)
        self.setMinimumHeight(theme_of(self).px(HEIGHT))
        ctx.jobs.run(self, load_charts, done=self._build)

    def show_view(self, shown: Shown) -> None:
        """Draw what a view found."""
        keep = self._shown is not None and self._same_range(self._shown, shown)
        self._shown = shown
        if self.card is not None:
            self._draw(keep)

    def select_shade(self, key: object) -> None:
        """Mark the stretch of a warning; None marks nothing."""
        self._chosen = key
        if self.card is not None:
            self.card.canvas.choose(key)

    @staticmethod
    def _same_range(before: Shown, now: Shown) -> bool:
        return (before.start, before.end, before.view.grain) == (now.start, now.end, now.view.grain)

    def _build(self, _nothing: object = None) -> None:
        from ksdesk.ui.parts.chart_card import ChartCard

        self.card = ChartCard(self._ctx, self.tr("Traffic"), parent=self)
        self.card.offer_table(self.table_asked.emit)
        self.card.canvas.picked.connect(self.shade_clicked)
        self._column.replaceWidget(self._blank, self.card)
        self._blank.hide()
        self._blank.deleteLater()
        if self._shown is not None:
            self._draw(False)

    def _draw(self, keep: bool) -> None:
        from ksdesk.charts.traffic import Mark, Shade, curve

        shown = self._shown
        assert shown is not None
        several = len(shown.series) > 1
        strip = next((one for one in shown.series if one.code == "spend"), None)
        strip = strip if several else None
        lines = [one for one in shown.series if one is not strip]
        build = partial(
            curve,
            series=[_series(one, measure_name(one.code)) for one in lines],
            spend=_series(strip, measure_name("spend")) if strip is not None else None,
            previous=[_series(one, before(shown), shown.shift) for one in shown.ghosts],
            shades=[Shade(s.start, s.end, s.label, s.note, s.key) for s in shown.shades],
            marks=[Mark(rise.start, rise.label) for rise in shown.rises],
            grain=shown.view.grain,
            span=(from_seconds(shown.start), from_seconds(shown.end)),
            lang=theme_of(self).lang,
            empty=self._empty_words(shown),
        )
        self.card.set_chart(build, keep_view=keep)
        self.card.set_chart_title(self.title())
        self.card.canvas.choose(self._chosen)
        head = 40 if self.card.canvas.plot is None else 56
        high = max(theme_of(self).px(HEIGHT), self.card.canvas.minimumHeight() + head)
        self.setMinimumHeight(high)

    def _empty_words(self, shown: Shown) -> str:
        if shown.coarser:
            text = self.tr("No figures this fine; choose “{grain}” to see them.")
            return text.format(grain=grain_word(shown.coarser))
        return self.tr("No figures in these days.")

    def title(self) -> str:
        """每小时观看; of several measures the first."""
        shown = self._shown
        assert shown is not None
        codes = [code for code in shown.view.measures if code != "spend"] or ["spend"]
        name = measure_name(codes[0])
        if len(codes) > 1:
            name = self.tr("{name} and {n} more").format(name=name, n=len(codes) - 1)
        return chart_title(shown.view.grain, name)


def before(shown: Shown) -> str:
    """The period before with its days: 上一段 11-05 到 11-11."""
    first = from_seconds(shown.start - shown.shift)
    last = from_seconds(shown.end - shown.shift) - timedelta(seconds=1)
    if first.date() == last.date():
        text = QCoreApplication.translate("Traffic", "Before, {day}")
        return text.format(day=short_day_text(first.date()))
    text = QCoreApplication.translate("Traffic", "Before, {first} to {last}")
    return text.format(first=short_day_text(first.date()), last=short_day_text(last.date()))


def _series(found: traffic.Series, label: str, shift: int = 0) -> Any:
    """A series of the book as the chart takes it, `shift` seconds later."""
    import numpy as np

    from ksdesk.charts.traffic import Series

    seconds = np.frombuffer(found.times, np.int64) + shift
    values = np.frombuffer(found.values, np.float64)
    kind = measure(found.code).kind
    times = seconds.astype("datetime64[s]")
    return Series(found.code, label, times, values, unit="count" if kind == "number" else kind)
