"""What each column of a traffic report becomes, from its label or else from its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from ksdesk.domain.calendar import DayError, parse_moment, turned_day
from ksdesk.domain.imports import PRIVATE, SKIP, ColumnGuess
from ksdesk.domain.money import MoneyError, parse_number
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.records import FIELDS
from ksdesk.domain.traffic import IN_SECONDS, STORED
from ksdesk.importers.cell import (
    NONE,
    has_clock,
    is_clock,
    lower_end,
    names_things,
    tidy_text,
    unwrapped,
)
from ksdesk.importers.converters import is_length
from ksdesk.importers.files.besides import Lines
from ksdesk.importers.names import counts_lines, looks_like_id, plain, tells_figures, unit_of
from ksdesk.importers.private import private_columns
from ksdesk.importers.samples import samples_of
from ksdesk.importers.traffic.labels import NAMELESS, is_platforms, role_of

_ENOUGH = 0.9  # of a column's cells must fit before its cells decide what it is

Row = Sequence[str]
_dated = re.compile(
    r"\d{4}[-/.年]\d{1,2}|\d{8}$|\d{1,2}[-/. ]?[a-z]{3,9}[-/., ]|[a-z]{3,9}\.? \d{1,2},? \d{4}",
    re.IGNORECASE,
).match


def traffic_columns(
    header: tuple[str, ...], sample: Sequence[Row], progress: Progress = QUIET
) -> tuple[ColumnGuess, ...]:
    """A guess for every column of a traffic report; raises `Cancelled`."""
    by_platform = is_platforms(header)
    found = columns_of(
        header, sample, lambda _i, label: role_of(label, by_platform=by_platform), progress
    )
    return tuple(_as_length(c, sample) for c in with_clock(found, sample))


def _as_length(column: ColumnGuess, sample: Sequence[Row]) -> ColumnGuess:
    """A column of lengths of time in words (直播时长: 4小时12分) is a figure of seconds."""
    if column.why != "guess" or not _length(column.label):
        return column
    cells = [cell for row in sample if (cell := row[column.index]).strip() not in NONE]
    if not _mostly(cells, is_length):
        return column
    return replace(column, role=f"own:{column.label.strip()}{IN_SECONDS}", unit="seconds")


def columns_of(
    header: tuple[str, ...],
    sample: Sequence[Row],
    role_by_label: Callable[[int, str], str],
    progress: Progress = QUIET,
) -> tuple[ColumnGuess, ...]:
    """A guess for every column; `sample` are rows as wide as the header. Raises `Cancelled`.

    A buyer's personal data is left out, and not a cell of it is kept as a sample either.
    """
    private = private_columns(header, sample, progress)
    besides = Lines(header)
    sample = [row for row in sample if not besides.why(row)]
    guesses = []
    for index, label in enumerate(header):
        progress.check()
        if index in private:
            guesses.append(ColumnGuess(index, label, SKIP, why=PRIVATE))
            continue
        cells = [row[index] for row in sample]
        role = role_by_label(index, label)
        numbers = counts_lines(label) or not (index or label.strip())
        if not role and numbers and _count_up(cells):
            role = SKIP
        guesses.append(
            ColumnGuess(
                index,
                label,
                role or _by_cells(label, cells),
                unit_of(label) or ("yuan" if role in _amounts() else ""),
                "alias" if role else "guess",
                samples_of(label, cells),
            )
        )
    return _settled(_each_once(_with_time(guesses, sample)), sample)


@cache
def _amounts() -> frozenset[str]:
    """The roles of amounts that change hands."""
    stored = (m.code for m in STORED if m.kind == "money")
    return frozenset(
        f"measure:{code}"
        for code in (*stored, *(f.code for f in FIELDS.values() if f.kind == "money"))
    )


_UNSETTLED = "text"


def _by_cells(label: str, cells: Iterable[str]) -> str:
    filled = [cell for cell in cells if cell.strip() not in NONE]
    if looks_like_id(label):
        return f"mark:{label.strip()}"
    if not filled:
        return SKIP
    carats = all(cell.strip()[-1:] in "kK" for cell in filled)  # of gold
    if carats and not tells_figures(label):
        return _UNSETTLED
    if _mostly(filled, _is_number) and not names_things(filled, figures=tells_figures(label)):
        return "own:" if plain(label) in NAMELESS else f"own:{label.strip()}"
    return _UNSETTLED


def _count_up(cells: Sequence[str]) -> bool:
    """Whether cells number their lines: 1, 2, 3."""
    figures = [unwrapped(cell).removesuffix(".0") for cell in cells if cell.strip()]
    first = figures[0] if figures else ""
    return (
        len(figures) > 1
        and first in ("0", "1")
        and all(figure == str(n) for n, figure in enumerate(figures, int(first)))
    )


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    """Whether enough of the cells fit; of texts a few are looked at."""
    spare = len(cells) - _ENOUGH * len(cells)
    for cell in cells:
        spare -= not test(cell)
        if spare < 0:
            return False
    return bool(cells)


@lru_cache(maxsize=20_000)
def _is_number(cell: str) -> bool:
    try:
        parse_number(lower_end(unwrapped(cell)))
    except MoneyError:
        return False
    return True


def _is_moment(cell: str) -> bool:
    text = unwrapped(cell)
    if turned_day(text):
        return True
    if _dated(text) is None:
        return False
    try:
        parse_moment(text, lead=True)
    except DayError:
        return False
    return True


def _with_time(guesses: list[ColumnGuess], sample: Sequence[Row]) -> list[ColumnGuess]:
    """Without a column called a date, the first whose cells are dates is the time: not one that
    happens to be filled, nor the time of what came of the row later. So it is beside one called a
    time in which only clocks stand."""
    clock = next((n for n, guess in enumerate(guesses) if guess.role == "time"), None)
    if clock is not None and not _holds_clocks(guesses[clock], sample):
        return guesses
    for place, guess in enumerate(guesses):
        if (guess.why != "guess" and guess.role != "time") or _later(guess.label):
            continue
        if _mostly([row[guess.index] for row in sample], _is_moment):
            guesses[place] = replace(guess, role="time")
            if clock is not None:
                guesses[clock] = replace(guesses[clock], role="hour")
            break
    return guesses


def with_clock(columns: tuple[ColumnGuess, ...], sample: Sequence[Row]) -> tuple[ColumnGuess, ...]:
    """The time of day, where it stands in a column beside the day."""
    time = next((c for c in columns if c.role == "time"), None)
    if time is None or any(c.role == "hour" for c in columns):
        return columns
    dated = [row for row in sample if row[time.index].strip()]
    for place, column in enumerate(columns):
        if column.why != "guess" or _later(column.label) or _lasting(column.label):
            continue
        if 2 * sum(is_clock(row[column.index]) for row in dated) > len(dated):
            if any(has_clock(row[time.index]) for row in dated):
                return columns
            return (*columns[:place], replace(column, role="hour"), *columns[place + 1 :])
    return columns


def _holds_clocks(column: ColumnGuess, sample: Sequence[Row]) -> bool:
    """Whether most of what stands in a column are times of day; banks write 102030."""
    filled = [row[column.index] for row in sample if row[column.index].strip() not in NONE]
    return 2 * sum(is_clock(cell) or _run(unwrapped(cell)) is not None for cell in filled) > len(
        filled
    )


_run = re.compile(r"(?:[01]\d|2[0-3])(?:[0-5]\d){2}").fullmatch


_later = re.compile(
    "修改|更新|变更|确认|收货|签收|送达|发货|揽收|出库|完成|结束|关闭|下播|关播|停播|取消|退款|售后|退货|承诺|预计|预约|最晚|到期|截止"
    "|过期|失效|打印|导出|下载|生产日期|保质|评价|生日"
).search
_length = re.compile("时长|duration", re.IGNORECASE).search
_lasting = re.compile(
    "均|时长|[用耗历费]时|停留|响应|首响|回复|时效|duration", re.IGNORECASE
).search


class _Free:
    """Names that nothing has yet: 指数, 指数 (2), 指数 (3)."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._last: Counter[str] = Counter()

    def take(self, wanted: str) -> str:
        name = wanted
        while name in self.taken:
            self._last[wanted] += 1
            name = f"{wanted} ({self._last[wanted] + 1})"
        self.taken.add(name)
        return name


def _each_once(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """The first column of a role keeps it; what comes after is kept under its own label."""
    free = _Free()
    for place, guess in enumerate(guesses):
        role = guess.role
        if role in (SKIP, _UNSETTLED):
            continue
        if role in free.taken:
            what = {"measure": "own", "own": "own"}.get(guess.what, "note")
            role = f"{what}:{guess.label.strip() or f'#{guess.index + 1}'}"
            guesses[place] = replace(guess, role=free.take(role), why="guess")
        free.taken.add(role)
    return guesses


def _settled(guesses: list[ColumnGuess], sample: Sequence[Row]) -> tuple[ColumnGuess, ...]:
    """An unknown text is a mark (part of the row key) if rows cannot be told apart without it.

    A state or a remark changes from one export to the next and would make every row a new one.
    """
    base = [g.index for g in guesses if g.what in ("time", "hour", "identity", "mark")]
    groups: dict[tuple[str, ...], Row] = {}
    differing: set[int] = set()
    unsettled = [g.index for g in guesses if g.role == _UNSETTLED]
    for row in sample if unsettled else ():
        first = groups.setdefault(tuple(row[i] for i in base), row)
        differing.update(i for i in unsettled if row[i] != first[i])
    free = _Free(g.role for g in guesses)
    return tuple(
        replace(g, role=free.take(f"{'mark' if g.index in differing else 'note'}:{_name(g)}"))
        if g.role == _UNSETTLED
        else g
        for g in guesses
    )


def _name(guess: ColumnGuess) -> str:
    return tidy_text(guess.label) or f"#{guess.index + 1}"


def needs_of(columns: Sequence[ColumnGuess]) -> tuple[str, ...]:
    """What must be said before a source with these columns can be stored."""
    needs = []
    if not any(column.role == "time" for column in columns):
        needs.append("time")
    if any(column.role == "own:" for column in columns):
        needs.append("name_value")
    roles = [column.role for column in columns if column.what not in (SKIP, "note")]
    if len(set(roles)) < len(roles):
        needs.append("twice")
    if not any(column.what in ("measure", "own") for column in columns):
        needs.append("figures")
    return tuple(needs)
