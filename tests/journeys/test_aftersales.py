"""A file of cases comes in, 今日 names what runs out, the case is led to its end, with threads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions.today import agenda
from ksdesk.domain.aftersales.files import CaseFile

pytestmark = pytest.mark.slow

WAIT = 20_000
TEXT = (
    "售后单号,订单编号,商品名称,退款金额,售后状态,售后类型,售后原因,申请时间,买家姓名,买家电话\n"
    "8801,24103307,红富士,23,待商家处理,仅退款,坏果,2026-11-16 16:00:00,张三丰,13812345678\n"
)


@pytest.fixture
def shop(open_shop):
    window = open_shop("today")
    return window, window.ctx


def test_from_the_file_to_the_outcome(shop, qtbot, tmp_path, now):
    window, ctx = shop

    def wait(true) -> None:
        qtbot.waitUntil(true, timeout=WAIT)

    def press(button) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    file = tmp_path / "售后.csv"
    file.write_text(TEXT, "utf-8")
    window.navigate("aftersales")
    page = window.pages["aftersales"]
    wait(lambda: page.empty is not None and page.empty.isVisible())
    page.bringing.import_files([file])
    wait(lambda: page.bringing.runner.sheet is not None)
    sheet = page.bringing.runner.sheet
    wait(lambda: sheet.go.isEnabled() and sheet.isVisible())
    press(sheet.go)
    wait(lambda: page.filled.isVisible() and page.name == "no:8801")

    tasks = agenda(ctx.reader, ctx.rules(), now).tasks
    (task,) = [task for task in tasks if task.topic == "aftersales"]
    window.navigate(task.topic, task.target)
    wait(lambda: page.head.title.text() == "仅退款 ¥23.00")
    for place, words in enumerate(("对不住", "压伤了", "全退", "好的"), 1):
        page.work.words.edit.setPlainText(words)
        press(page.work.main)
        wait(lambda n=place: len(noted(ctx).said) == n and not ctx.jobs.busy())
    page.work.outcome.set_value("refunded")
    page.work.cost.set_value(2300)
    press(page.work.main)
    wait(lambda: noted(ctx).outcome == "refunded" and not ctx.jobs.busy())
    assert not [t for t in agenda(ctx.reader, ctx.rules(), now).tasks if t.topic == "aftersales"]

    held = b"".join(one.read_bytes() for one in files_of(ctx.paths.data))
    assert "张三丰".encode() not in held and b"13812345678" not in held


def noted(ctx) -> CaseFile:
    return next(iter(ctx.reader.notes.all(CaseFile)), CaseFile(""))


def files_of(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file() and one != folder / "lock"]
