"""Numbers that name things are text with every digit, by their label and by their look."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers import open_table
from ksdesk.importers.cell import names_things
from ksdesk.importers.kinds import BY_CODE
from ksdesk.importers.private import private_columns
from tests.importers.made_sheets import xlsx


def read(source, kind="any"):
    table = open_table(source)
    plan = BY_CODE[kind].plan(table, BY_CODE[kind].columns(table.header, table.sample), "own")
    chunks = list(plan.chunks())
    rows = [dict(zip(plan.fields, row[2:], strict=True)) for c in chunks for row in c.rows()]
    return rows, {one.line: one.reason for chunk in chunks for one in chunk.refused}


@pytest.mark.parametrize(
    "label",
    """订单号 订单编号 运单号 快递单号 货号 款号 条码 条形码 商品ID 商品编码 SKU编码
    商家编码 流水号 批号 序列号 店铺Id 商品编码(平台) SKU编码（自定义）
    渠道号 包裹号 訂單號 商品編號 货架号 交易号 支付宝交易号 柜号 客服热线
    barcode EAN sku item_id orderId 物流单号""".split(),
)
@pytest.mark.parametrize("number", ["00123", "123", "2404123456789017234"])
def test_by_their_label(label, number):
    rows, refused = read(Source("x", text=f"品名,{label},售价\n甲,{number},1\n乙,7,2\n"))
    assert refused == {}
    assert json.loads(rows[0]["marks"])[label] == number
    assert json.loads(rows[0]["extra"]) == {"售价": 1.0}


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["00123", "456"], True),
        (["6901234567890"], True),
        (["434012345678", "5"], True),
        (["20012345", "20012346", "20012399"], True),
        (["2.40412E+17", "2.40413E+17"], True),
        (["240412345678901234", ""], True),
        (["123", "456", "789"], False),
        (["12345678", "234567", "3"], False),
        (["0", "0.5", "1"], False),
        (["12.50", "13.50"], False),
        (["甲0012", "乙0013"], False),
        (["1,234,567,890,123"], False),
        (["12,345,678"], False),
        ([], False),
    ],
)
def test_by_their_look(cells, names):
    assert names_things(cells) is names


@pytest.mark.parametrize(
    "label", "金额 库存金额(元) 播放量 观看人数 销量 收入 GMV 总价 货款 discount".split()
)
def test_long_figures_stay_figures(label):
    """Counts of eight digits each were texts and told rows apart: a revised one came in anew."""
    text = f"品名,{label}\n甲,12345678\n乙,22345678\n丙,1234567890123\n"
    rows, refused = read(Source("x", text=text))
    assert refused == {}
    assert [json.loads(row["extra"])[label] for row in rows] == [12345678, 22345678, 1234567890123]


@pytest.mark.parametrize("label", ["5号", "大号", "M号", "均号", "二号", "信号"])
def test_days_and_sizes_are_no_names(label):
    rows, refused = read(Source("x", text=f"品名,{label}\n甲,3\n乙,5\n"))
    assert refused == {}
    assert [json.loads(row["extra"])[label] for row in rows] == [3, 5]


@pytest.mark.parametrize("cell", ['"24', "２４０４１２３", '"2,404,123"'])
def test_a_number_of_an_order_is_its_digits(cell):
    """Each came in as another order beside the one of the platform's file."""
    text = f"订单号,订单创建时间,实付款\n{cell},2026-04-01,5\n25,2026-04-01,5\n"
    rows, refused = read(Source("x", text=text), "orders")
    assert refused == {} and rows[0]["order_no"] in ("24", "2404123")


@pytest.mark.parametrize("label", ["序号", "行号", "No.", "#", ""])
def test_the_numbers_of_lines_are_passed_over(label):
    """Another export numbers the same rows otherwise: all of them were revised."""
    for first in (0, 1):
        lines = "".join(f"{n},{name},5\n" for n, name in enumerate("甲乙丙", first))
        rows, refused = read(Source("x", text=f"{label},品名,数量\n{lines}"))
        assert refused == {}
        assert [(row["extra"], json.loads(row["marks"])) for row in rows] == [
            ('{"数量":5.0}', {"品名": name}) for name in "甲乙丙"
        ]
    rows, _ = read(Source("x", text=f"{label or '值'}x,品名\n3,甲\n1,乙\n2,丙\n"))
    assert [len(json.loads(row["extra"])) for row in rows] == [1, 1, 1]


@pytest.mark.parametrize("label", ["No.", "NO", "Row No"])
def test_a_no_that_numbers_no_lines_is_a_name(label):
    """The numbers of three orders were added up."""
    rows, _ = read(Source("x", text=f"{label},item,price\n10231,a,3\n10255,b,4\n10260,c,5\n"))
    assert [json.loads(row["marks"])[label] for row in rows] == ["10231", "10255", "10260"]
    assert [json.loads(row["extra"]) for row in rows] == [{"price": 3}, {"price": 4}, {"price": 5}]


@pytest.mark.parametrize("label", "Account 推广单元 主推款 同款 评价".split())
def test_names_that_end_like_figures(label):
    text = f"品名,{label},数量\n" + "".join(f"甲{n},1000000{n},{n}\n" for n in (1, 2, 3))
    rows, _ = read(Source("x", text=text))
    assert [json.loads(row["marks"])[label] for row in rows] == ["10000001", "10000002", "10000003"]


def test_by_their_look_in_a_table():
    rows, _ = read(Source("x", text="品名,箱唛,数量\n甲,0012345678901,3\n乙,0012345678902,4\n"))
    assert [json.loads(row["marks"])["箱唛"] for row in rows] == ["0012345678901", "0012345678902"]
    assert [json.loads(row["extra"]) for row in rows] == [{"数量": 3.0}, {"数量": 4.0}]


ORDER = ["订单号", "订单创建时间", "订单状态", "实付款"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "read_as"),
    [
        (241012345678901, "241012345678901"),
        (2404123456789017, "2404123456789017"),
        (2404123456789010, None),
        (9404123456789017, None),
        (24041234567890172, None),
        (240412345678901234, None),
        (123, "123"),
    ],
)
def test_number_cells_that_may_have_lost_digits_are_named(tmp_path, number, read_as):
    """…9017 that Excel had made …9010 came in as an order that does not exist."""
    path = tmp_path / "orders.xlsx"
    path.write_bytes(xlsx(a=[ORDER, [float(number), "2026-04-05", "完成", 1.0]]))
    rows, refused = read(path, "orders")
    assert [row["order_no"] for row in rows] == ([read_as] if read_as else [])
    assert refused == ({} if read_as else {2: "lost_digits"})
    path.write_bytes(xlsx(a=[["品名", "数"], ["甲", float(number)]]))
    rows, refused = read(path)
    if number > 10**12:
        assert refused == ({} if read_as else {2: "lost_digits"})
        assert [json.loads(row["marks"])["数"] for row in rows] == ([read_as] if read_as else [])


@pytest.mark.parametrize(
    ("numbers", "lost"),
    [
        ([24041234567890100, 24041234567890200, 24041234567890300], [2, 3, 4]),
        ([2404123456789010, 2404123456789020, 2404123456789030], []),  # may be chance
        ([2404123456789010 + 10 * n for n in range(5)], [2, 3, 4, 5, 6]),
        ([24041234567890100, 24041234567890200, 24041234567890301], []),
        ([24041234567890100, 24041234567890100, 24041234567890100], []),  # one order's lines
        ([24041234567890100000, 240412345678], [2]),
        ([240412345678901, 240412345678902], []),
    ],
)
def test_long_numbers_of_which_a_text_keeps_fifteen_digits_are_named(numbers, lost):
    """Saved as text by a spreadsheet with its cells shown whole, several orders became one."""
    lines = [f"{number},2026-04-05,完成,1.0,{at}" for at, number in enumerate(numbers)]
    header = "订单号,订单创建时间,订单状态,实付款,备注"
    rows, refused = read(Source("x", text="\n".join([header, *lines])), "orders")
    assert refused == dict.fromkeys(lost, "lost_digits")
    assert len(rows) + len(refused) == len(numbers)


def test_numbers_of_products(tmp_path):
    path = tmp_path / "goods.xlsx"
    goods = [["商品ID", "商品名称", "SKU编码"], [2404123456789017.0, "甲", 12.0]]
    path.write_bytes(xlsx(a=[*goods, [2404123456789010.0, "乙", 1.0]]))
    rows, refused = read(path, "products")
    assert [(row["item_id"], row["code"]) for row in rows] == [("2404123456789017", "12")]
    assert refused == {3: "lost_digits"}
    rows, _ = read(Source("x", text="商品ID,商品名称\n123.0,甲\n00123,乙\n"), "products")
    assert [row["item_id"] for row in rows] == ["123", "00123"]


@pytest.mark.parametrize("label", ["权益账号", "接收号", "预留号"])
def test_what_is_called_a_number_is_judged_by_its_cells(label):
    rows = [("1", "13812345671"), ("2", "13912345672")]
    assert private_columns(("日期", label), rows) == {1}


@pytest.mark.parametrize(("label", "hour"), [("订单号", "00:00"), ("订单编号", "09:30")])
def test_rows_of_own_tables_keep_the_keys_that_they_have_in_books(label, hour):
    """Another key would bring in once more what is there."""
    table = open_table(Source("x", text=f"{label},时间,运费\n1001,2026-04-05 09:30:20,3\n"))
    plan = BY_CODE["any"].plan(table, BY_CODE["any"].columns(table.header, table.sample), "own")
    (row,) = [row for chunk in plan.chunks() for row in chunk.rows()]
    stamp = to_seconds(datetime.fromisoformat(f"2026-04-05 {hour}"))
    assert row[1].startswith(f"{stamp:012d}|own"), row
