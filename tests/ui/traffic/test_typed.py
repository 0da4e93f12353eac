"""The small grid: what is typed becomes figures, what is wrong is named."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime

import pytest

from ksdesk.actions import traffic
from ksdesk.domain.traffic import TYPED, TypedRow
from ksdesk.ui.traffic.typed.lines import (
    Fault,
    TypedLine,
    cell_value,
    changed,
    day_lines,
    faults,
    live_lines,
    start_value,
)

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("spend", "1,234.5", 123_450),
        ("spend", "￥12", 1_200),
        ("views", "1.9w", 19_000),
        ("views", "１２", 12),
        ("orders", "", None),
        ("gmv", "--", None),
    ],
)
def test_cells_read_what_sellers_type(code, text, value):
    assert cell_value(code, text) == value


@pytest.mark.parametrize(
    ("code", "text", "fault"),
    [
        ("spend", "12.3.4", "not_a_number"),
        ("spend", "-1", "negative"),
        ("views", "1.5", "not_whole"),
        ("views", "12%", "not_whole"),
        ("views", "99999999999", "too_big"),
        ("new_fans", "-3", "negative"),
    ],
)
def test_wrong_figures_are_named(code, text, fault):
    with pytest.raises(Fault, match=fault):
        cell_value(code, text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("11-17 20:00", datetime(2026, 11, 17, 20)),
        ("11月17日 20点", datetime(2026, 11, 17, 20)),
        ("12-30 8:30", datetime(2025, 12, 30, 8, 30)),
        ("2026-11-01 19:45", datetime(2026, 11, 1, 19, 45)),
    ],
)
def test_the_start_of_a_live(text, moment):
    assert start_value(text, NOW) == moment


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "no_time"),
        ("gestern", "bad_time"),
        ("13-40 20:00", "bad_time"),
        ("11-18 20:00", "ahead"),
    ],
)
def test_a_start_that_cannot_be(text, fault):
    with pytest.raises(Fault, match=fault):
        start_value(text, NOW)


def test_only_what_differs_is_recorded(book):
    traffic.record(book, [TypedRow(date(2026, 11, 17), "", {"spend": 1_000, "views": 5})], NOW)
    before = day_lines(book.reader, NOW.date())
    assert before[1].cells["spend"] == "10.00"
    after = deepcopy(before)
    assert changed(before, after, NOW) == ()
    after[1].cells["views"] = ""
    after[2].cells["orders"] = "3"
    assert changed(before, after, NOW) == (
        TypedRow(date(2026, 11, 17), "", {"views": None}),
        TypedRow(date(2026, 11, 16), "", {"orders": 3}),
    )


def test_a_live_that_is_taken_away_is_cleared(book):
    start = datetime(2026, 11, 15, 20)
    traffic.record(book, [TypedRow(start, "晚场", {"views": 900})], NOW)
    before = live_lines(book.reader, NOW.date())
    found = next(line for line in before if line.live)
    assert (found.start, found.cells["views"]) == ("11-15 20:00", "900")
    after = deepcopy(before)
    line = after[before.index(found)]
    line.start = line.live = ""
    line.cells = dict.fromkeys(TYPED, "")
    (row,) = changed(before, after, NOW)
    assert row.at == start and set(row.figures.values()) == {None}


def test_a_live_needs_its_start_once(spoken):
    spoken()
    cells = {**dict.fromkeys(TYPED, ""), "views": "3"}
    lines = [TypedLine(cells=dict(cells)), TypedLine(None, "11-17 20:00", "", dict(cells))]
    lines.append(TypedLine(None, "11-17 20:00", "", dict(cells)))
    found = faults(lines, NOW)
    assert set(found) == {(0, "start"), (2, "start")}
    assert "11-17 20:00" in found[2, "start"]
