"""A file of orders comes in, what is due is checked, numbered and shipped, and taken back again;
with threads, on computers in any part of the world.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from scripted_ask import ScriptedAsk

from ksdesk.actions.today import agenda
from ksdesk.app import beijing_now
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow

WAIT = 20_000
MOMENT = datetime(2026, 11, 18, 2, 20, tzinfo=UTC)
NOW = datetime(2026, 11, 18, 10, 20)  # in Beijing
TITLES = "订单号 订单创建时间 订单支付时间 订单状态 商品名称 成交数量 实付款 承诺发货时间 快递单号"
HEAD = ",".join([*TITLES.split(), "收货人姓名", "收货人电话"]) + "\n"
FILE = """2401,2026-11-17 04:00,2026-11-17 04:01,{state},柿饼,2,119.80,2026-11-18 09:08,{number}
2402,2026-11-17 14:00,2026-11-17 14:01,待发货,苹果,1,69.00,2026-11-18 13:20,
2403,2026-11-14 16:00,2026-11-14 16:01,交易成功,核桃,1,45.80,,YT1
2404,2026-11-14 17:00,2026-11-14 17:01,交易成功,蜂蜜,1,48.00,,YT2
"""
SETTLED = """订单号,实际结算时间,实际结算金额,订单退款
2403,2026-11-18 09:00,0,45.80
2404,2026-11-18 09:00,30,12.50
"""


@pytest.fixture(params=["America/New_York", "Asia/Shanghai"])
def zone(request, monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this system does not change its zone in a process")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def shop(paths, spoken, qtbot, zone):
    theme = spoken()
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True)
    book, jobs = Store.open(paths.book), Jobs()
    jobs.connection = book.connection
    with time_machine.travel(MOMENT):
        start = beijing_now()
    ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: start)
    window = MainWindow(ctx)
    failed: list[BaseException] = []
    jobs.failed.connect(failed.append)
    window.resize(1280, 800)
    window.show()
    yield window, ctx
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=WAIT)
    for page in window.pages.values():
        page.retire()
    window.close()
    window.deleteLater()
    jobs.wait()
    book.close()
    assert not failed, failed


def orders(state: str, number: str = "") -> str:
    rows = FILE.format(state=state, number=number).splitlines()
    return HEAD + "".join(f"{row},张三丰,13812345678\n" for row in rows)


def test_from_the_file_to_the_parcel_and_back(shop, qtbot, tmp_path):
    window, ctx = shop
    now = ctx.clock()
    assert now == NOW, "in whatever zone the computer stands"

    def wait(true) -> None:
        qtbot.waitUntil(true, timeout=WAIT)

    def press(button) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def bring(name: str, text: str) -> None:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        page.bringing.import_files([path])
        wait(lambda: page.bringing.runner.sheet is not None)
        sheet = page.bringing.runner.sheet
        wait(lambda: sheet.isVisible() and sheet.go.isEnabled())
        press(sheet.go)
        wait(lambda: page.bringing.runner.sheet is None and not ctx.jobs.busy())

    def shown() -> list[str]:
        return [row.order_no for row in page.list.model.rows if row is not None]

    def told(column: str) -> list[str]:
        place = page.list.model.column(column)
        return [page.list.model.text(row, place) for row in range(page.list.model.rowCount())]

    def waiting(order_no: str):
        return next(o for o in page.desk.queue.rows if o.order.order_no == order_no)

    def badge() -> tuple[int, bool]:
        item = window.nav.items["orders"]
        return item.badge, item.urgent

    window.navigate("orders")
    page = window.pages["orders"]
    wait(lambda: page.empty.isVisible())
    bring("订单.csv", orders("待发货"))
    page.bar.restore({"search": "", "filter": "to_ship"})
    wait(lambda: shown() == ["2401", "2402"])
    assert told("left") == ["超时 1 小时 12 分", "3 小时"]
    assert waiting("2402").promise.due == datetime(2026, 11, 18, 13, 20)
    model = page.list.model
    assert "今天 13:20" in model.columns[model.column("left")].second(model.row(1))
    tasks = [task for task in agenda(ctx.reader, ctx.rules(), now).tasks if task.topic == "orders"]
    assert tasks and tasks[0].code == "orders_late"
    wait(lambda: badge() == (len(tasks), True))

    page.list.model.set_checked([row.id for row in page.list.model.rows])
    press(page.check_button)
    wait(lambda: page.desk.sheet is not None and page.desk.sheet.isVisible())
    page.desk.sheet.tick_all()
    page.desk.sheet._keep()
    wait(lambda: told("checks") == ["5 / 5", "5 / 5"])

    page.desk.number([waiting("2401")])
    page.desk.sheet.lines.edit.setPlainText("sf 1234 567 890")
    press(page.desk.sheet.keep)
    wait(lambda: waiting("2401").done and shown() == ["2402", "2401"])
    assert told("parcel") == ["–", "SF1234567890"]
    window.way_back.undo()
    wait(lambda: not waiting("2401").done and shown() == ["2401", "2402"])
    window.way_back.redo()
    wait(lambda: waiting("2401").done)

    bring("订单2.csv", orders("已发货", "SF1234567890"))
    wait(lambda: shown() == ["2402"])
    press(page.bar.chips.chip("shipped"))
    wait(lambda: shown() == ["2401"])
    window.way_back.undo()
    press(page.bar.chips.chip("to_ship"))
    wait(lambda: shown() == ["2402", "2401"])

    bring("结算.csv", SETTLED)
    press(page.bar.chips.chip("refund"))
    wait(lambda: shown() == ["2404", "2403"])
    assert told("state") == ["部分退款", "已退款"]
    page.jump("2404")
    wait(lambda: "退了 ¥12.50" in words_of(page.row.content()))

    held = b"".join(one.read_bytes() for one in files_of(ctx.paths.data))
    assert "张三丰".encode() not in held and b"13812345678" not in held


def words_of(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel)) if widget else ""


def files_of(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file() and one != folder / "lock"]
