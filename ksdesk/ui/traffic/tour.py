"""The rooms behind the doors of the traffic page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from ksdesk.domain.imports import Source
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.paths import resources
from ksdesk.ui.imports.sheet import ImportSheet
from ksdesk.ui.traffic.page import TrafficPage

# A report as the phone's export looks, with one line that has no amount and a total.
REPORT = """日期,计划名称,花费,曝光数,商品点击数,新增粉丝
2026-11-15,秋季上新,120.50,8200,310,24
2026-11-16,秋季上新,12.3.4,7900,290,19
2026-11-17,秋季上新,98.00,7400,275,21
合计,,218.50,15600,585,45
"""
LATER = REPORT.replace("98.00,7400", "101.00,7460").replace("12.3.4", "88.00")
VIEWS = ("7d:hour", "30d:day", "all:week", "all:month", "several", "ways")
NAME = "粉条 11 月.csv"


def rooms(page: TrafficPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every sheet, opened as its button does; in a shop of one's own what an import changes."""
    if not page.ctx.sample:
        yield from _revised(page)
        return
    desk, runner = page.desk, page.bringing.runner
    for view in VIEWS:
        page.jump(view)
        yield view.replace(":", "-"), page.window()
    page.jump("7d:hour")
    yield "range", page.filled.controls.open_range()
    page.sheets.type_figures()
    yield "typed", page.sheets.last
    page.sheets.show_table()
    yield "table", page.sheets.last
    page.sheets.show_figures()
    yield "totals", page.sheets.last
    page.sheets.show_heat()
    yield "heat", page.sheets.last
    page.sheets.change_note(Annotation("live", page.ctx.clock()))
    yield "note", page.sheets.last
    yield "imports", page.bringing.show_records()
    alarm = desk.side.at_hand(page.ctx.clock())
    if alarm is not None:
        desk.show_rules(alarm)
        yield "alarm-rules", desk.sheet
        desk.show_words(alarm)
        yield "alarm-agency", desk.sheet
        desk.show_stop()
        yield "alarm-stop", desk.sheet
        desk.begin_sample()
        yield "sampling", desk.sheet
        desk.show_samples()
        yield "samples", desk.sheet
    runner.take([Source("照片.png", resources() / "sample" / "tea.png")])
    yield "import-refused", runner.problem
    if runner.problem is not None:
        runner.problem.reject()
    yield from _import(page, REPORT, ("columns", "new", "refused"))


def _import(page: TrafficPage, text: str, tabs: Sequence[str]) -> Iterator[tuple[str, ImportSheet]]:
    runner = page.bringing.runner
    runner.take([Source(NAME, text=text)])
    assert runner.sheet is not None
    for tab in tabs:
        runner.sheet.tabs.set_value(tab)
        runner.sheet.open_tab()
        yield f"import-{tab}", runner.sheet
    if runner.sheet is not None:  # not imported by whoever looked on
        runner.sheet.leave.click()


def _revised(page: TrafficPage) -> Iterator[tuple[str, QWidget]]:
    """A report twice, the second time with other figures."""
    for _tab, sheet in _import(page, REPORT, ("new",)):
        sheet.go.click()
    yield from _import(page, LATER, ("revised", "same"))
