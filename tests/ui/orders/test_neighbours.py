"""What an order is tied to: the buyer's other orders, missing goods, cases, its money."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from ksdesk.actions import imports, notes
from ksdesk.actions.products import stock_case
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.ui.orders.one import OneOrder
from ksdesk.ui.orders.page import OrdersPage
from ksdesk.ui.parts.buttons import TextButton

TITLES = "订单号 订单创建时间 订单支付时间 订单状态 商品名称 成交数量 实付款 发货时间"
HEAD = ",".join([*TITLES.split(), "收货人电话", "收货地址"]) + "\n"
STREET = "陕西省渭南市富平县庄里镇幸福路12号3栋501室"
FILE = f"""1001,2026-11-17 09:00,2026-11-17 09:01,待发货,柿饼,2,119.80,,13812345678,{STREET}
1002,2026-11-17 10:00,2026-11-17 10:01,待发货,苹果,1,69.00,,13812345678,{STREET}
1003,2026-11-17 11:00,2026-11-17 11:01,待发货,核桃,1,45.80,,138****5678,{STREET}
1004,2026-11-17 11:30,2026-11-17 11:31,待发货,核桃,1,45.80,,138****5678,{STREET}
1005,2026-11-17 12:00,2026-11-17 12:01,待发货,蜂蜜,1,48.00,,13812345678,{STREET}别处9号
1006,2026-11-10 12:00,2026-11-10 12:01,已发货,蜂蜜,1,48.00,2026-11-11 08:00,,
1007,2026-11-01 12:00,2026-11-01 12:01,交易成功,蜂蜜,1,48.00,2026-11-02 08:00,,
1008,2026-11-01 12:00,2026-11-01 12:01,交易成功,蜂蜜,1,48.00,2026-11-03 08:00,,
"""
SETTLED = """订单号,实际结算时间,实际结算金额
1007,2026-11-14 09:00,40.00
1008,2026-11-13 09:00,40.00
"""


def bring(ctx, text: str, name: str = "订单.csv") -> None:
    source = Source(name, text=text)
    seen = imports.preview(ctx.book, source, staging=ctx.paths.staging, now=ctx.clock())
    ctx.hub.tell(imports.commit(ctx.book, seen, now=ctx.clock()))


@pytest.fixture
def page(ctx, qtbot):
    bring(ctx, HEAD + FILE)
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def opened(page, order_no: str) -> OneOrder:
    page.jump(order_no)
    one = page.row.content()
    assert isinstance(one, OneOrder)
    return one


def said(widget) -> str:
    QCoreApplication.processEvents()  # new parts are shown, old ones go
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def ways(one: OneOrder) -> dict[str, TextButton]:
    QCoreApplication.processEvents()
    return {way.text(): way for way in one.findChildren(TextButton) if way.isVisible()}


def test_one_parcel_is_offered_where_buyer_and_address_are_certain(page, ctx):
    queue = page.desk.queue
    together = {one.order.order_no: len(queue.together(one.order.id)) for one in queue.rows}
    assert together == {"1001": 2, "1002": 2, "1003": 0, "1004": 0, "1005": 0}
    one = opened(page, "1001")
    assert "这位买家还有 1002 也等着发" in said(one)
    ways(one)["合成一个包裹发 ›"].click()
    sheet = page.desk.sheet
    sheet.lines.edit.setPlainText("SF1234567890")
    sheet.keep.click()
    work = ctx.reader.order_work.of(["1001", "1002", "1005"])
    assert [[p.number for p in work[n].parcels] for n in work] == [["SF1234567890"]] * 2 + [[]]
    assert "还有 1002" not in said(page.row.content())
    ctx.undo.undo()
    assert not any(work.parcels for work in ctx.reader.order_work.of(["1001", "1002"]).values())
    assert "这位买家还有 1002 也等着发" in said(page.row.content())


def test_the_row_of_the_queue_says_so_and_its_menu_offers_it(page, ctx):
    model = page.list.model
    place = [order.order_no for order in model.rows].index("1002")
    assert "同一买家 2 单" in model.columns[model.column("left")].second(model.row(place))
    page.list.select(model.row(place).id)
    texts = [action.text() for action in page.menu().actions()]
    assert "这位买家的 2 单合成一个包裹发…" in texts and "没货了，怎么办…" in texts


def test_a_name_with_an_ampersand_stands_whole_in_the_menu(page, ctx):
    goods = "".join(
        f"1011,2026-11-17 13:00,2026-11-17 13:01,待发货,{name},1,{paid},,,\n"
        for name, paid in (("M&M 柿饼", "10.00"), ("苹果", "12.00"))
    )
    bring(ctx, HEAD + goods, "别的订单.csv")
    place = [order.order_no for order in page.list.model.rows].index("1011")
    page.list.select(page.list.model.row(place).id)
    texts = [action.text() for action in page.menu().actions()]
    assert any("M&&M 柿饼" in text for text in texts), texts


def test_without_the_key_nobody_is_the_same_buyer(ctx, qtbot):
    bring(ctx, HEAD + FILE.replace("13812345678", "138****5678"))
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.show()
    assert not any(made.desk.queue.together(one.order.id) for one in made.desk.queue.rows)


def test_goods_that_are_not_there_begin_their_way_from_the_order(page, ctx, qtbot):
    one = opened(page, "1001")
    ways(one)["没货了，怎么办 ›"].click()
    sheet = page.desk.sheet
    assert (sheet.order_no.text(), sheet.quantity.value()) == ("1001", 2)
    sheet.main.click()
    (case,) = stock_case.open_cases(ctx.reader)
    assert (case.order_no, case.title, case.quantity) == ("1001", "柿饼", 2)
    gone = []
    ctx.navigate = lambda topic, target=None: gone.append((topic, target))
    sheet.to_order.click()
    assert gone == [("orders", "1001")]
    page.bar.restore({"search": "", "filter": "short"})
    assert [order.order_no for order in page.list.model.rows] == ["1001"]
    model = page.list.model
    (order,) = model.rows
    assert model.columns[model.column("goods")].badge(order) == ("bad", "缺货")
    page.bar.restore({"search": "1001", "filter": "to_ship"})
    assert model.text(0, model.column("next")) == "处理缺货 ›"
    place = page.list.table.visualRect(model.index(0, model.column("next"))).center()
    qtbot.mouseClick(page.list.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.desk.sheet.title_label.text() == "尾号 1001"
    one = opened(page, "1001")
    assert "缺货：接着处理 ›" in ways(one) and "没货了，怎么办 ›" not in ways(one)


def test_a_case_is_opened_from_its_order(page, ctx):
    file = CaseFile("1006", kind="refund_only", opened_at=ctx.clock())
    ctx.hub.tell(notes.keep(ctx.book, file, ctx.clock()))
    gone = []
    ctx.navigate = lambda topic, target=None: gone.append((topic, target))
    ways(opened(page, "1006"))["手工记的 ›"].click()
    assert gone == [("aftersales", f"file:{ctx.reader.notes.all(CaseFile)[0].id}")]


def test_money_on_its_way_says_when_by_earlier_orders(page, ctx):
    assert "哪天到账还不知道" in said(opened(page, "1006"))
    bring(ctx, SETTLED, "结算.csv")
    words = said(opened(page, "1006"))
    assert "在路上，大约 11月22日到" in words
    assert "发货后 11 天，照已结算的 2 单估" in words
    assert "在路上" not in said(opened(page, "1007"))
    assert "付款后" in said(opened(page, "1003")), "it is not shipped yet"
