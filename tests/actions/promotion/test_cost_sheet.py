"""Costs are filled in where they are missing, here or in Excel and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.actions import exports, imports, notes, products
from ksdesk.actions.promotion import cost_sheet, costs, profit
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product, Sku
from ksdesk.domain.promotion.costs import UnitCost

NOW = datetime(2026, 11, 18, 10, 20)
TODAY, OCTOBER = date(2026, 11, 18), date(2026, 10, 1)
ORDERS = """订单号,订单创建时间,订单状态,实付款,商品名称,商品ID,SKU编码
a1,2026-11-02 20:10:00,已发货,45.00,冻柿子,77,
a2,2026-11-03 20:10:00,已发货,45.00,冻柿子,77,
a3,2026-10-05 20:10:00,已发货,60.00,红富士,78,HFS-85
a4,2026-11-06 20:10:00,已发货,39.00,红富士,78,HFS-80
a5,2026-11-07 20:10:00,已发货,79.00,柿饼散装,79,
a6,2026-11-08 20:10:00,已付款,48.00,土蜂蜜,80,
a7,2026-11-08 20:10:00,买家取消,45.00,冻柿子,77,
"""


@pytest.fixture
def shop(book):
    apples = (Sku(("85mm",), "HFS-85", 69_00), Sku(("80mm",), "HFS-80", 39_00))
    for product in (
        Product(title="冻柿子", item_id="77", price=45_00, state="listed"),
        Product(title="红富士", item_id="78", levels=("果径",), skus=apples, state="listed"),
        Product(title="土蜂蜜", item_id="80", price=48_00, state="listed"),
        Product(title="没卖过", state="listed"),
        Product(title="草稿"),
        Product("link", "削皮器", state="listed"),
    ):
        products.save(book, product, NOW)
    seen = imports.preview(book, Source("订单.csv", text=ORDERS), now=NOW)
    imports.commit(book, seen, now=NOW)
    noted = [UnitCost(3, "", 20_50, OCTOBER), UnitCost(3, "", 21_00, date(2026, 11, 1))]
    notes.keep_all(book, [*noted, UnitCost(2, "HFS-85", 35_00, OCTOBER)], NOW)
    costs.work_out(book)
    return book


def told(line):
    return line.title, line.option, line.cost, line.before, line.orders, line.paid, line.first


def test_what_hides_most_orders_comes_first_with_the_day_of_its_first_order(shop):
    found = cost_sheet.lines(shop.reader, NOW)
    assert [told(line) for line in found] == [
        ("冻柿子", "", None, None, 2, 90_00, date(2026, 11, 2)),
        ("柿饼散装", "", None, None, 1, 79_00, date(2026, 11, 7)),
        ("红富士", "80mm", None, None, 1, 39_00, date(2026, 11, 6)),
        ("土蜂蜜", "", 21_00, 20_50, 1, 48_00, None),
        ("没卖过", "", None, None, 0, 0, None),
        ("红富士", "85mm", 35_00, None, 0, 0, None),
    ]
    assert [line.missing for line in found] == [True, True, True, False, False, False]


def test_what_only_orders_name_becomes_a_product_that_can_have_a_cost(shop):
    loose = next(line for line in cost_sheet.lines(shop.reader, NOW) if not line.good[0])
    made = cost_sheet.adopt(shop, [loose], NOW)
    assert loose.first is not None
    (product,) = (one for one in shop.reader.products.all() if one.id == made.ref[0])
    assert (product.title, product.item_id, product.state) == ("柿饼散装", loose.good[1], "listed")
    notes.keep_all(shop, [UnitCost(*made.ref, "", 40_00, loose.first)], NOW)
    costs.work_out(shop)
    found = profit.look(shop.reader, loose.first, loose.first, NOW)
    assert [(one.title, one.earned.sales.goods_cost) for one in found.goods] == [
        ("柿饼散装", 40_00),
    ]
    made.undo(shop)
    assert "柿饼散装" not in [one.title for one in shop.reader.products.all()]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_filled_in_table_comes_back(shop, tmp_path, suffix, language):
    path = tmp_path / f"成本.{suffix}"
    sheet = cost_sheet.table(cost_sheet.lines(shop.reader, NOW), "成本", language)
    exports.write(path, sheet)
    untouched = cost_sheet.read_back(shop.reader, Source(path.name, path), NOW)
    assert (untouched.costs, untouched.refused) == ((), ())
    assert (untouched.same, untouched.empty) == (2, 3)

    rows = [list(row) for row in sheet.rows]
    place = [column.name for column in sheet.columns].index("cost")
    for row in rows:
        row[place] = 18_50
    exports.write(path, type(sheet)("成本", sheet.columns, [tuple(row) for row in rows]))
    filled = cost_sheet.read_back(shop.reader, Source(path.name, path), NOW)
    assert set(filled.costs) == {
        UnitCost(1, "", 18_50, date(2026, 11, 2)),
        UnitCost(2, "HFS-80", 18_50, date(2026, 11, 6)),
        UnitCost(2, "HFS-85", 18_50, OCTOBER),
        UnitCost(3, "", 18_50, date(2026, 11, 1)),
        UnitCost(4, "", 18_50, TODAY),
    }
    changes = notes.keep_all(shop, filled.costs, NOW)
    costs.work_out(shop)
    missing = [line.title for line in cost_sheet.lines(shop.reader, NOW) if line.missing]
    assert missing == ["柿饼散装"]
    changes.undo(shop)
    assert cost_sheet.read_back(shop.reader, Source(path.name, path), NOW) == filled


def test_rows_that_cannot_be_taken_say_which_cell_and_why(shop):
    text = """商品行号,商品,规格,一件进价（元）,从哪天起
1,冻柿子,,18.5.0,2026-11-02
99,冻柿子,,18.50,2026-11-02
2,红富士,90mm,18.50,2026-11-02
2,红富士,HFS-80,-1,2026-11-02
2,红富士,HFS-80,19.50,11月某天
,土蜂蜜,,22,2026-11-10
,没有的,,22,2026-11-10
,,,,
"""
    found = cost_sheet.read_back(shop.reader, Source("成本.csv", text=text), NOW)
    assert [(one.line, one.column, one.value, one.reason) for one in found.refused] == [
        (2, "一件进价（元）", "18.5.0", "bad_money"),
        (3, "商品行号", "99", "unknown_product"),
        (4, "规格", "90mm", "unknown_option"),
        (5, "一件进价（元）", "-1", "below_zero"),
        (6, "从哪天起", "11月某天", "bad_day"),
        (8, "商品", "没有的", "unknown_product"),
    ]
    assert found.costs == (UnitCost(3, "", 22_00, date(2026, 11, 10)),)


@pytest.mark.parametrize(
    ("rows", "taken", "refused"),
    [
        # a figure that is none: of a range the lower one was taken
        (["1,冻柿子,,10~12,2026-11-02"], [], [(2, "10~12", "bad_money")]),
        (["1,冻柿子,,1000+,2026-11-02"], [], [(2, "1000+", "bad_money")]),
        # a row that was copied, its day left as it was: the last one was taken
        (
            ["1,冻柿子,,12,2026-11-02", "1,冻柿子,,13,2026/11/2", "1,,,12.00,2026-11-02"],
            [(1, 12_00)],
            [(3, "13", "twice")],
        ),
        (["3,,,21,2026-11-01", "3,,,22,2026-11-01"], [], [(3, "22", "twice")]),  # 21 is noted
        (["3,,,12,", "3,,,13,2026-11-18"], [(3, 12_00)], [(3, "13", "twice")]),  # both of today
        (["1,,,12,", "1,,,13,2026-11-02"], [(1, 12_00)], [(3, "13", "twice")]),  # its first order
        (["1,,,12,2026-11-02", "1,,,13,2026-11-03"], [(1, 12_00), (1, 13_00)], []),
        # rows that were numbered anew: the cost went to whatever product has that number
        (["1,土蜂蜜,,22,2026-11-02"], [], [(2, "土蜂蜜", "other_product")]),
        (["3,冻柿子,,22,2026-11-02"], [], [(2, "冻柿子", "other_product")]),
        (["3,土蜂蜜（新名）,,22,2026-11-02"], [(3, 22_00)], []),
    ],
)
def test_rows_that_contradict_each_other_or_themselves_are_refused(shop, rows, taken, refused):
    text = "\n".join(["商品行号,商品,规格,一件进价（元）,从哪天起", *rows])
    found = cost_sheet.read_back(shop.reader, Source("成本.csv", text=text), NOW)
    assert [(cost.product, cost.cost) for cost in found.costs] == taken
    assert [(one.line, one.value, one.reason) for one in found.refused] == refused


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("0080", "0080"),
        ("80", "0080"),  # Excel took it for a number
        ("大 红", "0080"),
        ("大/红", "0080"),
        ("小/红", "小/红"),
        ("小 红", "小/红"),
        ("", ""),
        ("7", None),  # two of them
        ("红", None),
    ],
)
def test_an_option_is_known_by_its_code_without_zeros_and_by_its_words(shop, told, key):
    skus = [Sku(("大", "红"), "0080"), Sku(("小", "红"))]
    skus += [Sku(("中", "红"), "07"), Sku(("特", "红"), "007")]
    product = Product(title="多规格", levels=("大小", "颜色"), skus=tuple(skus))
    number = products.save(shop, product, NOW).ref
    text = f"商品行号,规格,一件进价（元）\n{number},{told},5\n"
    found = cost_sheet.read_back(shop.reader, Source("成本.csv", text=text), NOW)
    assert [cost.sku_key for cost in found.costs] == ([] if key is None else [key])
    assert len(found.refused) == (key is None)


def test_a_table_of_something_else_says_what_it_lacks(shop):
    found = cost_sheet.read_back(
        shop.reader, Source("x.csv", text="日期,花费\n2026-11-02,3\n"), NOW
    )
    assert found.missing == ("product", "cost")


@pytest.mark.parametrize(
    ("table", "taken"),
    [
        ("商品ID,成本价\n77,18.5\n", {(1, "", 18_50, date(2026, 11, 2))}),
        ("SKU编码,商品名称,采购价(元),生效日期\nHFS-85,红富士,30,2026/10/2\n",
         {(2, "HFS-85", 30_00, date(2026, 10, 2))}),
        ("商品编码,规格编码,进价\nA1,HFS-80,12\nA1,,9\n",
         {(2, "HFS-80", 12_00, date(2026, 11, 6)), (4, "", 9_00, TODAY)}),
        ("宝贝ID,商品规格,Cost\n78,果径:80mm,12\n78,85mm,13\n78,,14\n",
         {(2, "HFS-80", 12_00, date(2026, 11, 6)), (2, "HFS-85", 13_00, TODAY),
          (2, "", 14_00, date(2026, 11, 6))}),
        ("商品标题,单位成本\n土蜂蜜,20\n", {(3, "", 20_00, TODAY)}),
        ("商品行号,商品ID,成本\n3,77,5\n", {(3, "", 5_00, TODAY)}),
    ],
)  # fmt: skip
def test_tables_of_other_tools_name_goods_in_their_own_way(shop, table, taken):
    """Only the table that goes out from here was read; it was said to have no column for the
    product, or none for its cost. A first cost holds from the first order that has none, as where
    it is typed: orders before today stayed left out."""
    unsold = next(one for one in shop.reader.products.all() if one.title == "没卖过")
    products.save(shop, replace(unsold, code="A1"), NOW)
    found = cost_sheet.read_back(shop.reader, Source("进价.csv", text=table), NOW)
    assert {(c.product, c.sku_key, c.cost, c.since) for c in found.costs} == taken
    assert not found.refused and not found.missing


@pytest.mark.parametrize(
    ("table", "value", "reason"),
    [
        ("商品ID,成本价\n999,5\n", "999", "unknown_product"),
        ("SKU编码,成本价\nXX,5\n", "XX", "unknown_product"),
        ("商品ID,商品规格,成本价\n78,90mm,5\n", "90mm", "unknown_option"),
        ("商品ID,商品名称,成本价\n77,土蜂蜜,5\n", "土蜂蜜", "other_product"),
    ],
)
def test_what_other_tools_name_and_the_book_does_not_know_is_refused(shop, table, value, reason):
    found = cost_sheet.read_back(shop.reader, Source("进价.csv", text=table), NOW)
    assert [(one.value, one.reason) for one in found.refused] == [(value, reason)]
    assert not found.costs


@pytest.mark.parametrize("usual", ["traffic", "orders", "products"])
@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("商品ID,成本价", True),
        ("商品编码,成本价", True),
        ("SKU编码,采购价,生效日期", True),
        ("商品名称,规格,进价", True),
        ("商品行号,商品,规格,卖价（元）,一件进价（元）,从哪天起,近 30 天订单", True),
        ("Number,Product,Option,Price (¥),Cost of a piece (¥),From which day", True),
        ("商品ID,商品编码,商品名称,成本价", True),  # taken for goods, whose cost that leaves out
        ("商品ID,商品名称,价格,库存", False),
        ("订单号,商品ID,实付,成本价", False),
        ("订单编号,商品ID,实付,成本价", False),
        ("商品ID,成本,成交金额,订单数", False),
        ("日期,成本,曝光", False),
        ("日期,计划名称,花费,直接GMV", False),
    ],
)
def test_a_table_of_costs_is_known_where_it_was_imported(book, header, told, usual):
    """It was taken for the seller's own figures or for goods, and no profit knew of its costs."""
    text = f"{header}\n{','.join('1' * len(header.split(',')))}\n"
    seen = imports.preview(book, Source("表.csv", text=text), usual=usual, now=NOW)
    assert cost_sheet.tells_costs(seen) is told
