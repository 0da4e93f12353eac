"""The curve as a table goes out: what is shown, and everything."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest
from traffic_reports import hourly, written

from ksdesk.actions import imports
from ksdesk.ui.traffic.page import TrafficPage

NOW = datetime(2026, 11, 18, 10, 20)


@pytest.fixture
def page(ctx, qtbot, tmp_path):
    report = written(tmp_path / "小时.csv", hourly(datetime(2026, 11, 4), 14 * 24 + 10))
    imports.commit(ctx.book, imports.preview(ctx.book, report), now=NOW)
    made = TrafficPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    made.sheets.show_table()
    yield made
    made.sheets.last.accept()


def exported(page, path: Path, filtered: bool, suffix: str = ".csv") -> list[list[str]]:
    page.ctx.ask.answers = [path]
    page.sheets.last.export_button.ways.export(filtered, suffix)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.slow
def test_what_is_shown_goes_out_as_it_is(page, tmp_path):
    rows = exported(page, tmp_path / "a.csv", True)
    model = page.sheets.last.model
    assert len(rows) == model.rowCount() + 1 > 2
    assert rows[0][0] == "时间" and len(rows[0]) == model.columnCount()
    assert rows[1][0].startswith("2026-11-1")


@pytest.mark.slow
def test_everything_has_all_measures_and_all_times(page, tmp_path):
    rows = exported(page, tmp_path / "a.csv", False)
    assert len(rows) == 14 * 24 + 10 + 1
    assert len(rows[0]) == len(page.shown.measures) + 1
    assert rows[1][0] == "2026-11-04 00:00:00"
    spend = rows[0].index("花费")
    total = sum(round(float(row[spend]) * 100) for row in rows[1:] if row[spend])
    series = page.ctx.reader.traffic.series("spend", "day")
    assert total == sum(map(round, series.values))


def test_the_table_keeps_its_name_beside_the_time_before(page, tmp_path):
    """A column of the time before gave its own title to the table and to the file."""
    assert page.shown.ghosts
    sheet = page.sheets.last
    assert sheet.table.accessibleName() == sheet.windowTitle()
    exported(page, tmp_path / "a.csv", True)
    assert sheet.windowTitle() in page.ctx.ask.asked[-1]
