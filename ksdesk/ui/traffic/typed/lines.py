"""Figures as they are typed into the small grid, and what they become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.calendar import DayError, parse_moment
from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.traffic import TYPED, Beside, TypedRow, measure
from ksdesk.storage import Reader
from ksdesk.ui.parts.texts import MINUS, count_text, money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP

Imported = dict[str, float]
DAYS = 7
LIVES = 5
FAULTS = {
    "not_a_number": QT_TRANSLATE_NOOP("Typed", "“{text}” is not a number"),
    "negative": QT_TRANSLATE_NOOP("Typed", "“{text}” is below zero"),
    "not_whole": QT_TRANSLATE_NOOP("Typed", "“{text}” is not a whole number"),
    "too_big": QT_TRANSLATE_NOOP("Typed", "“{text}” is too big"),
    "no_time": QT_TRANSLATE_NOOP("Typed", "Say when it began, as 11-18 20:00"),
    "bad_time": QT_TRANSLATE_NOOP("Typed", "“{text}” is no time; write it as 11-18 20:00"),
    "ahead": QT_TRANSLATE_NOOP("Typed", "“{text}” has not come yet"),
    "twice": QT_TRANSLATE_NOOP("Typed", "“{text}” is there twice"),
}
_short = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?\s*(\d{1,2})[:：点](\d{1,2})?").fullmatch
_MOST_COUNT = 10**9


class Fault(ValueError):
    """A cell cannot be taken; the code is a key of FAULTS."""


@dataclass
class TypedLine:
    """A row of the grid: a day, or a live with its start and name; cells by measure as typed.

    `imported` is what reports say of it, `beside` what a typed figure is to that.
    """

    day: date | None = None
    start: str = ""
    live: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    imported: dict[str, float] = field(default_factory=dict)
    beside: dict[str, Beside | None] = field(default_factory=dict)

    @property
    def blank(self) -> bool:
        """Nothing is typed in it."""
        return not any(text.strip() for text in (self.start, self.live, *self.cells.values()))


def fault_words(code: str, text: str) -> str:
    """What is wrong with a cell."""
    words = QCoreApplication.translate("Typed", FAULTS[code])
    tidy = text.strip()
    if code not in ("bad_time", "ahead", "twice"):
        tidy = tidy.replace("-", MINUS)
    return words.format(text=tidy)


def cell_value(code: str, text: str) -> int | float | None:
    """The figure in a cell (money in fen), None if it is empty. Raises `Fault`."""
    try:
        if measure(code).kind == "money":
            value: int | float = parse_yuan(text)
        else:
            number = parse_number(text)
            if "%" in text or not number.is_integer():
                raise Fault("not_whole")
            if number > _MOST_COUNT:
                raise Fault("too_big")
            value = int(number)
    except MoneyError as error:
        if error.no_value:
            return None
        raise Fault("too_big" if error.reason == "too_big" else "not_a_number") from error
    if value < 0:
        raise Fault("negative")
    return value


def asks(line: TypedLine, code: str) -> bool:
    """Whether a typed figure stands beside an imported one."""
    return code in line.imported and bool(line.cells[code].strip())


def cell_text(code: str, value: int | float | None) -> str:
    """A figure as it stands in a cell."""
    if value is None:
        return ""
    return money_text(int(value)) if measure(code).kind == "money" else count_text(value)


def start_value(text: str, now: datetime) -> datetime:
    """When a live began: 11-18 20:00 of this year (or the last, if that is still to come)."""
    tidy = text.strip()
    if not tidy:
        raise Fault("no_time")
    found = _short(tidy)
    try:
        if found:
            month, day, hour, minute = (int(part or 0) for part in found.groups())
            moment = datetime(now.year, month, day, hour, minute)
            if moment > now + timedelta(days=1):
                moment = moment.replace(year=now.year - 1)
        else:
            moment = parse_moment(tidy)
    except (DayError, ValueError):
        raise Fault("bad_time") from None
    if moment > now:
        raise Fault("ahead")
    return moment


def start_text(moment: datetime) -> str:
    """A live's start as it stands in a cell."""
    return f"{moment:%m-%d %H:%M}"


def day_lines(reader: Reader, last: date) -> list[TypedLine]:
    """The days up to `last` with what was typed for them."""
    lines = []
    for back in range(DAYS):
        day = last - timedelta(days=back)
        rows = [row for row in reader.traffic.typed(day) if not isinstance(row.at, datetime)]
        lines.append(_line(reader, rows[0] if rows else TypedRow(day), day))
    return lines


def live_lines(reader: Reader, last: date) -> list[TypedLine]:
    """The lives of the last days with what was typed for them, newest first, then empty lines."""
    lines = []
    for back in range(4 * DAYS):
        for row in reversed(reader.traffic.typed(last - timedelta(days=back))):
            if isinstance(row.at, datetime):
                lines.append(_line(reader, row, None, start_text(row.at)))
    empty = max(2, LIVES - len(lines))
    return [*(TypedLine(cells=dict.fromkeys(TYPED, "")) for _ in range(empty)), *lines]


def _line(reader: Reader, row: TypedRow, day: date | None, start: str = "") -> TypedLine:
    cells = {c: cell_text(c, row.figures.get(c)) for c in TYPED}
    imported = reader.traffic.imported(row.at, row.live)
    return TypedLine(day, start, row.live, cells, imported, dict(row.beside))


def look_up(reader: Reader, lines: Sequence[tuple[int, datetime, str]]) -> dict[int, Imported]:
    """What reports say of lives that were just named, by line."""
    return {number: reader.traffic.imported(at, live) for number, at, live in lines}


def faults(lines: list[TypedLine], now: datetime) -> dict[tuple[int, str], str]:
    """What is wrong, by line and column ("start" or a measure), in words."""
    found: dict[tuple[int, str], str] = {}
    starts: set[tuple[datetime, str]] = set()
    for number, line in enumerate(lines):
        for code, text in line.cells.items():
            try:
                cell_value(code, text)
            except Fault as fault:
                found[number, code] = fault_words(str(fault), text)
        if line.day is None and not line.blank:
            try:
                key = (start_value(line.start, now), line.live.strip())
                if key in starts:
                    raise Fault("twice")
                starts.add(key)
            except Fault as fault:
                found[number, "start"] = fault_words(str(fault), line.start)
    return found


def rows_of(lines: list[TypedLine], now: datetime) -> dict[tuple[date, str], TypedRow]:
    """What the lines say, by moment and live; call only where there are no faults."""
    made: dict[tuple[date, str], TypedRow] = {}
    for line in lines:
        if line.blank and line.day is None:
            continue
        at: date = line.day if line.day is not None else start_value(line.start, now)
        figures = {code: cell_value(code, text) for code, text in line.cells.items()}
        beside = {c: how for c, how in line.beside.items() if asks(line, c)}
        made[at, line.live.strip()] = TypedRow(at, line.live.strip(), figures, beside)
    return made


def changed(before: list[TypedLine], after: list[TypedLine], now: datetime) -> tuple[TypedRow, ...]:
    """The rows to record: what differs, and a live that was taken away with all figures cleared."""
    old, new = rows_of(before, now), rows_of(after, now)
    found = [
        TypedRow(row.at, row.live, dict.fromkeys(row.figures))
        for key, row in old.items()
        if key not in new
    ]
    for key, row in new.items():
        was = old.get(key, TypedRow(row.at, row.live))
        figures = {c: value for c, value in row.figures.items() if value != was.figures.get(c)}
        beside = {c: how for c, how in row.beside.items() if how != was.beside.get(c)}
        if figures or beside:
            found.append(TypedRow(row.at, row.live, figures, beside))
    return tuple(found)
