"""The shown curve, and all figures of its span of time, as tables for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ksdesk.domain.traffic import Series, from_seconds, measure
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.exports.tables import CellKind
from ksdesk.storage import Reader
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.traffic.shaded import word_over
from ksdesk.ui.traffic.view import ShownTraffic
from ksdesk.ui.traffic.words import formula, line_name

_said = Words("Traffic")

ALARM = QT_TRANSLATE_NOOP("Traffic", "Alarm")
KINDS: dict[str, CellKind] = {
    "money": "money",
    "price": "money",
    "count": "count",
    "seconds": "number",
    "rate": "percent",
    "ratio": "number",
    "number": "number",
}


def shown_sheet(title: str, shown: ShownTraffic, before: str) -> Sheet:
    """What the table on the screen shows; `before` names the period compared with."""
    columns = [_time(shown.view.grain)]
    for line in shown.lines:
        columns.append(_column(line.code, line.key, line_name(line, shown.mixed)))
    for one in shown.ghosts:
        column = _column(one.code)
        columns.append(
            ExportColumn(f"before:{one.code}", f"{column.title}, {before}", column.kind, 28)
        )
    columns += _alarms(shown)
    rows = [(from_seconds(when), *values, *_words(shown, when)) for when, *values in shown.rows]
    return Sheet(title, tuple(columns), [_exact(row) for row in rows])


def everything_sheet(title: str, reader: Reader, shown: ShownTraffic) -> Sheet:
    """Every measure in the book at all times, by the grain that is shown."""
    columns = (_time(shown.view.grain), *map(_column, shown.measures), *_alarms(shown))
    return Sheet(title, columns, _everything(reader, shown))


def _everything(reader: Reader, shown: ShownTraffic) -> Iterator[tuple[object, ...]]:
    """Read by whoever writes the file."""
    grain = shown.view.grain
    found = [_by_time(reader.traffic.series(code, grain)) for code in shown.measures]
    for when in sorted({when for one in found for when in one}):
        figures = (one.get(when) for one in found)
        yield _exact((from_seconds(when), *figures, *_words(shown, when)))


def _alarms(shown: ShownTraffic) -> list[ExportColumn]:
    """A column that says which rows an alarm is about, where there is one."""
    return [ExportColumn("alarm", _said(ALARM), "text", 24)] if shown.warnings else []


def _words(shown: ShownTraffic, when: int) -> list[str | None]:
    if not shown.warnings:
        return []
    return [word_over(shown.warnings, shown.view.grain, when) or None]


def _by_time(series: Series) -> dict[int, float]:
    return dict(zip(series.times, series.values, strict=True))


def _exact(row: Iterable[object]) -> tuple[object, ...]:
    """Whole figures as such: amounts are summed as floats that hold whole fen."""
    return tuple(
        int(value) if isinstance(value, float) and value.is_integer() else value for value in row
    )


def _time(grain: str) -> ExportColumn:
    title = _said(TIMES[grain])
    return ExportColumn("time", title, "moment" if grain == "hour" else "day")


TIMES = {
    "hour": QT_TRANSLATE_NOOP("Traffic", "Time"),
    "day": QT_TRANSLATE_NOOP("Traffic", "Date"),
    "week": QT_TRANSLATE_NOOP("Traffic", "Week from"),
    "month": QT_TRANSLATE_NOOP("Traffic", "Month from"),
}


def _column(code: str, key: str = "", name: str = "") -> ExportColumn:
    """A quotient says in its title how it comes about."""
    title = name or measure_name(code)
    how = formula(code)
    if "÷" in how:
        title = f"{title} ({how})"
    return ExportColumn(key or code, title, KINDS[measure(code).kind], 16)
