"""Rows of a traffic report: figures of an hour, a day, a live."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from ksdesk.domain.imports import ColumnGuess
from ksdesk.domain.traffic import GRAIN_LETTERS, IDENTITIES, LEVELS, MEASURES, from_seconds
from ksdesk.importers import converters, plan
from ksdesk.importers.cell import are_months, days_of, first_day, has_clock
from ksdesk.importers.converters import Convert
from ksdesk.importers.files.besides import is_whole, kind_of
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import plain
from ksdesk.importers.row_keys import safe
from ksdesk.importers.traffic.labels import LIVE_STARTS, is_hour

_NAME_OF = {"account_name": "account", "campaign_name": "campaign", "unit_name": "unit",
            "ad_name": "ad", "live_name": "live"}  # fmt: skip

_is_begin = re.compile(r"(开始|起始)(日期?|时间)$|start(date|day|time)$").search
_is_end = re.compile(r"(结束|截止|终止)(日期?|时间)$|end(date|day|time)$").search

_WEEK, _MONTH = (6, 7), range(27, 32)
"""Days between the ends of a span, the last day's midnight counted or not."""

_NO_PART = re.compile(
    r"[(\[（【]?(未知|不详|其[他它余]|未(识别|匹配|关联|归属|分类|归类|设置)|unknown|others?|rest|unassigned"
    r"|not set)(的?(计划|推广|广告|系列|组|单元|创意|campaigns?|groups?|ads?)*)[)\]）】]?",
    re.IGNORECASE,
).fullmatch


def _names_no_part(cell: str) -> bool:
    """Whether a cell of 计划, 组 or 创意 says 未知 or 其他."""
    return _NO_PART(cell.strip()) is not None


def _numbers_no_part(cell: str) -> bool:
    """Whether one of their numbers says so, or 全部."""
    return _names_no_part(cell) or is_whole(cell)


class TrafficPlan(plan.RowPlan):
    """How the rows of a traffic report are read.

    `level` says how fine the rows are, `grain` what one stands for as far as the header and the
    first rows tell; the row keys are made with it.
    """

    def __init__(self, table: Table, columns: Sequence[ColumnGuess]) -> None:
        super().__init__(table, columns)
        self.level = max(
            (LEVELS.get(_NAME_OF.get(c.code, c.code), 0) for c in self._keyed), default=0
        )
        named: dict[str, list[ColumnGuess]] = {}
        for column in self._stored:
            if (code := _NAME_OF.get(column.code, column.code)) in LEVELS:
                named.setdefault(code, []).append(column)
        self.names = {cs[0].label: tuple(c.code for c in cs) for cs in named.values()}
        self.grain, self.grain_is_sure = self._first_grain()

    def stamp(self, seconds: int) -> str:
        """Time, and what a row stands for: the day and its first hour begin together."""
        return f"{super().stamp(seconds)}|{GRAIN_LETTERS[self.grain]}"

    def part_name(self, column: ColumnGuess) -> str:
        """Letters for what the book has a column for."""
        return IDENTITIES[column.code] if column.what == "identity" else safe(column.code)

    def keyed(self) -> list[ColumnGuess]:
        """Every identifying column counts. A name stands back where its id is there (campaigns are
        renamed), 营销目标 where the campaign is.
        """
        codes = {c.code for c in self.columns if c.what == "identity"}
        finer = codes & {"campaign", "campaign_name", "unit", "unit_name", "ad", "ad_name"}
        order = list(IDENTITIES)
        chosen = [
            c
            for c in self.columns
            if c.what == "identity"
            and _NAME_OF.get(c.code) not in codes
            and not (c.code == "way" and finer)
        ]
        chosen.sort(key=lambda c: order.index(c.code))
        return chosen + sorted((c for c in self.columns if c.what == "mark"), key=lambda c: c.code)

    def converter(self, column: ColumnGuess) -> Convert:
        """Measures by their kind."""
        if column.role == "hour" and not is_hour(column.label):
            return converters.clocks()
        if column.what == "identity" and column.code in _NAME_OF.values():
            nameless = _numbers_no_part if column.code in LEVELS else None
            return converters.ids(nameless=nameless, like=self._cells(column))
        if column.what == "identity":
            part = _NAME_OF.get(column.code) in LEVELS
            told = self.told(column)
            return converters.texts(told=told, nameless=_names_no_part if part else None)
        if column.what != "measure":
            return super().converter(column)
        kind = MEASURES[column.code].kind
        if kind == "money":
            return converters.money(column.unit)
        return converters.durations(column.unit) if kind == "seconds" else converters.counts()

    def spans(self, column: ColumnGuess) -> list[str]:
        """The end may stand in a column of its own."""
        begun = super().spans(column)
        if self._until is None:
            return begun
        return list(map("~".join, zip(begun, self._cells(self._until), strict=True)))

    @cached_property
    def _until(self) -> ColumnGuess | None:
        """The column of the last days, where the time is the first day of a span."""
        if self._time is None or not _is_begin(plain(self._time.label)):
            return None
        if any(map(has_clock, self._cells(self._time))):  # a live goes on past midnight
            return None
        return next((c for c in self._marks if _is_end(plain(c.label))), None)

    def finish(self, values: plan.Values, count: int) -> dict[int, tuple[ColumnGuess, str]]:
        """As `moments` does it where both ends stand in one cell."""
        if self._time is None or self._until is None:
            return {}
        usual, grain = self.usual_span(self._time), self._span_grain(self._time)
        faults = {}
        for place in range(count):
            first, last = values[self._time.index][place], values[self._until.index][place]
            days = days_of(f"{from_seconds(first):%Y-%m-%d}~{last}") if first and last else 0
            if days > 2 * usual:
                faults[place] = (self._until, "total_line")
            elif days and not grain:
                faults[place] = (self._until, "span")
        return faults

    def moments(self, column: ColumnGuess) -> Convert:
        """A row of several days that are neither a week nor a month would be one day's."""
        span, cells = self.usual_span(column), self._cells(column)
        odd = bool(span) and not self._span_grain(column)
        return converters.moments(cells, longest=2 * span, spans=not odd)

    def _span_grain(self, column: ColumnGuess) -> str:
        """What the usual span of a report is, "" for days and for what is no grain of the book."""
        span = self.usual_span(column)
        if span in _WEEK:
            return "week"
        begin = {first_day(cell) for cell in self.spans(column) if days_of(cell)}
        return "month" if span in _MONTH and begin == {1} else ""

    def _first_grain(self) -> tuple[str, bool]:
        """What one row stands for, and whether the header says so (else the spacing decides)."""
        label = plain(self._time.label) if self._time is not None else ""
        if label in LIVE_STARTS:
            return "live", True
        if self._hour is not None:
            started = plain(self._hour.label) in LIVE_STARTS
            return "live" if started else "hour", started or is_hour(self._hour.label)
        if "week" in label or label.startswith(("wk", "周")):
            return "week", True
        if self._time is None:
            return "day", False
        moments = set(self._cells(self._time))
        if span := self._span_grain(self._time):
            return span, True
        if are_months(moment for moment in moments if not kind_of(moment)):
            return "month", True
        return "hour" if any(map(has_clock, moments)) else "day", False
