"""The list out of the app: tables, PDF and paper hold what is shown, to the fen."""

from __future__ import annotations

import csv

import openpyxl
import pytest
from pdf_text import pages_of

from ksdesk.actions import imports
from ksdesk.domain.imports import Source
from ksdesk.ui.orders import paper_out
from ksdesk.ui.orders.page import OrdersPage

HEAD = "订单号,订单创建时间,订单状态,商品名称,成交数量,实付款\n"
SETTLED = "订单号,实际结算时间,实际结算金额,订单退款\n"


def bring(ctx, text: str, name: str) -> None:
    source = Source(name, text=text)
    seen = imports.preview(ctx.book, source, staging=ctx.paths.staging, now=ctx.clock())
    ctx.hub.tell(imports.commit(ctx.book, seen, now=ctx.clock()))


@pytest.fixture
def page(ctx, qtbot):
    states = ("待发货", "已发货", "交易成功")
    rows = [
        f"24{n:04d},2026-11-17 {n % 24:02d}:00,{states[n % 3]},柿饼{n % 4},1,{n}.37"
        for n in range(90)
    ]
    bring(ctx, HEAD + "\n".join(rows), "订单.csv")
    back = [f"24{n:04d},2026-11-18 09:00,{n},{n}.11" for n in range(1, 90, 10)]
    bring(ctx, SETTLED + "\n".join(back), "结算.csv")
    made = OrdersPage(ctx)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def texts(page) -> list[str]:
    return [action.text() for action in page.out.menu().actions() if action.text()]


@pytest.mark.parametrize(
    ("search", "chip", "numbers"),
    [
        ("", "shipped", range(1, 90, 3)),
        ("柿饼2", "all", range(2, 90, 4)),
        ("", "refund", range(1, 90, 10)),
    ],
)
def test_every_way_out_has_the_sums_of_what_is_shown(page, ctx, tmp_path, search, chip, numbers):
    page.bar.restore({"search": search, "filter": chip})
    count, paid = len(numbers), sum(n * 100 + 37 for n in numbers)
    back = sum(n * 100 + 11 for n in numbers if n % 10 == 1)
    amount = f"¥{paid / 100:,.2f}"
    assert page.list.count.text() == f"显示 {count} 单，共 90 单 · 实付 {amount}"

    ctx.ask.answers = [tmp_path / "订单.xlsx"]
    page.out.export(True, ".xlsx")
    (table,) = openpyxl.load_workbook(tmp_path / "订单.xlsx").worksheets
    head, *rows = table.iter_rows(values_only=True)
    place = head.index("实付 ¥")
    assert len(rows) == count
    assert round(sum(row[place] for row in rows) * 100) == paid
    assert round(sum(row[head.index("退款 ¥")] or 0 for row in rows) * 100) == back

    total = f"共 {count} 单 · 实付 {amount} · 退款 ¥{back / 100:,.2f}"
    ctx.ask.answers = [tmp_path / "订单", tmp_path / "打印.pdf"]
    page.out.save_pdf()
    page.out.print()
    for file in ("订单.pdf", "打印.pdf"):
        words = "".join("".join(pages_of(tmp_path / file)).split())
        assert total.replace(" ", "") in words
        assert all(f"24{n:04d}" in words for n in numbers)


def test_everything_is_every_order_whatever_is_shown(page, ctx, tmp_path):
    page.bar.restore({"search": "柿饼2", "filter": "shipped"})
    ctx.ask.answers = [tmp_path / "全部.csv"]
    page.out.export(False, ".csv")
    assert len((tmp_path / "全部.csv").read_text("utf-8-sig").splitlines()) == 91


def test_what_is_too_long_for_paper_says_so(page, monkeypatch):
    assert "太长了，打印不下，请导出成表格" not in texts(page)
    page.bar.restore({"search": "", "filter": "all"})
    monkeypatch.setattr(paper_out, "MOST", 50)
    actions = {one.text(): one.isEnabled() for one in page.out.menu().actions()}
    assert not actions["当前列表，打印"] and "太长了，打印不下，请导出成表格" in actions


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_shipping_list_goes_to_another_computer_and_comes_back(
    page, ctx, spoken, tmp_path, lang, suffix
):
    """In English the list that ksdesk itself had written was not known again."""
    spoken(lang)
    waiting = [one.order.order_no for one in page.desk.queue.rows]
    path = tmp_path / f"发货表{suffix}"
    ctx.ask.answers = [path]
    page.desk.hand_over()
    if suffix == ".xlsx":
        rows = [*openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    else:
        rows = [*csv.reader(path.read_text("utf-8-sig").splitlines())]
    head, *lines = rows
    assert [str(line[1]) for line in lines] == waiting and len(waiting) == 30
    assert {line[2] for line in lines} == {f"柿饼{n}" for n in range(4)}
    filled = [(*line[:-2], "圆通速递", f"YT77{line[1]}") for line in lines[:-1]]
    back = tmp_path / "填好.csv"
    with back.open("w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows([head, *filled])
    page.desk.number([])
    ctx.ask.answers = [[back]]
    page.desk.sheet.from_file.click()
    page.desk.sheet.keep.click()
    left = [one for one in page.desk.queue.rows if not one.done]
    assert [one.order.order_no for one in left] == waiting[-1:]
    parcel = next(one for one in page.desk.queue.rows if one.done).parcels[0]
    assert (parcel.courier, parcel.number[:4]) == ("圆通速递", "YT77")
