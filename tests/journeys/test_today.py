"""Orders come in, 今日 names the late one, its button lands on its row; with threads and jobs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ksdesk.ui.orders.one import OneOrder
from ksdesk.ui.parts.task_row import TaskRow

pytestmark = pytest.mark.slow

WAIT = 30_000
TEXT = """订单编号,订单状态,商品名称,成交数量,实付款,下单时间,支付时间,最晚发货时间
2633138214,待发货,吊柿饼礼盒,2,198,2026-11-17 08:00:00,2026-11-17 08:01:00,2026-11-18 09:08:00
2633138215,待发货,核桃,1,39.90,2026-11-18 08:00:00,2026-11-18 08:01:00,2026-11-18 16:00:00
"""


@pytest.fixture
def shop(open_shop):
    window = open_shop("today")
    return window, window.ctx


def test_a_late_order_is_told_and_its_button_lands_on_its_row(shop, qtbot, tmp_path):
    window, ctx = shop

    def wait(true) -> None:
        qtbot.waitUntil(true, timeout=WAIT)

    file = tmp_path / "订单.csv"
    file.write_text(TEXT, "utf-8")
    window.navigate("orders")
    orders = window.pages["orders"]
    wait(lambda: orders.empty.isVisible())
    orders.bringing.import_files([file])
    wait(lambda: orders.bringing.runner.sheet is not None)
    sheet = orders.bringing.runner.sheet
    wait(lambda: sheet.go.isEnabled() and sheet.isVisible())
    qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    wait(lambda: orders.list.model.rowCount() == 2)

    window.navigate("today")
    today = window.pages["today"]

    def late() -> list[TaskRow]:
        rows = today.findChildren(TaskRow)
        return [r for r in rows if r.isVisible() and "过了承诺发货时间" in r.title_label.text()]

    wait(lambda: len(late()) == 1)
    (row,) = late()
    assert row.reason_label.text().startswith("尾号 8214 · 吊柿饼礼盒 ×2 · 承诺 今天 09:08")
    wait(lambda: not ctx.jobs.busy() and len(late()) == 1)
    qtbot.mouseClick(late()[0].button, Qt.MouseButton.LeftButton)
    wait(lambda: isinstance(orders.row.content(), OneOrder))
    assert orders.row.content().order_no == "2633138214"
    wait(lambda: [*orders.list.chosen_numbers()] == [1])
