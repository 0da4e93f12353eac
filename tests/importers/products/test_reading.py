"""Tables of products: which column is what, and what each cell may say."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ColumnGuess, Source
from ksdesk.importers import open_table
from ksdesk.importers.kinds import BY_CODE
from ksdesk.importers.products import reading

KIND = BY_CODE["products"]


def read(header, *lines):
    table = open_table(Source("x", text="\n".join("\t".join(row) for row in (header, *lines))))
    plan = KIND.plan(table, KIND.columns(table.header, table.sample))
    (chunk,) = plan.chunks()
    rows = [dict(zip(("line", "key", *plan.fields), row, strict=True)) for row in chunk.rows()]
    return rows, [(r.line, r.column, r.reason) for r in chunk.refused]


def said(label, cell):
    """The value of a cell beside a title, or why its line is refused."""
    rows, refused = read(["商品名称", label, "库存"], ["柿饼", cell, "1"])
    if refused:
        assert refused == [(2, label, refused[0][2])]
        return refused[0][2]
    (value,) = [v for k, v in rows[0].items() if k not in ("line", "key", "time", "title", "stock")]
    return value


@pytest.mark.parametrize(
    ("label", "cell", "value"),
    [
        ("价格", "59.9", 5_990),
        ("价格", "¥1,234.50", 123_450),
        ("价格(分)", "5990", 5_990),
        ("价格(厘)", "1000", 100),
        ("价格(厘)", "-1000", "negative"),
        ("价格(分)", "-1", "negative"),
        ("价格(分)", "0", 0),
        ("价格", "-1", "negative"),
        ("价格", "0", 0),
        ("价格", "5~6", "bad_money"),
        ("价格", "--", None),
        ("价格", "#N/A", "no_result"),
        ("价格", "=A1*2", "no_result"),
        ("提醒线", "20", 20),
        ("Low at", "20", 20),
        ("Crossed-out price (¥)", "12", 1_200),
        ("Struck price (¥)", "12", 1_200),
        ("低库存线", "20", 20),
        ("低库存线", "1.5", "bad_count"),
        ("低库存线", "", None),
        ("SKU编码", "00123", "00123"),
        ("SKU编码", "123.0", "123"),
        ("SKU编码", "1.23E+18", "lost_digits"),
        ("商品ID", "1.5e5", "150000"),
        ("SKU编码", "#REF!", "no_result"),
        ("卖点", "=很甜", "=很甜"),
        ("卖点", "=A1", "=A1"),
        ("卖点", "#REF!", "no_result"),
        ("备注", "无", None),
        ("来源", "别的平台的链接", "link"),
        ("来源", "其他平台商品", "link"),
        ("来源", "自己的", "own"),
        ("状态", "草稿", "draft"),
        ("状态", "不知道", "bad_state"),
        ("规格1", " 1  kg ", "1 kg"),
        ("链接", " https://a.b/c?d=1 ", "https://a.b/c?d=1"),
    ],
)
def test_what_a_cell_says(label, cell, value):
    assert said(label, cell) == value


def test_what_may_be_a_buyers_is_kept_only_where_it_must_be():
    phone = "13812345678"
    plain = [["柿饼", "甜", "https://a.b/c", "A1", "很好"]] * 30
    line = ["柿饼", f"问{phone}", f"https://a.b/{phone}", phone, f"打{phone}"]
    rows, _ = read(["商品名称", "卖点", "链接", "SKU编码", "备注"], *plain, line)
    told = rows[-1]
    assert (told["link"], told["code"]) == (line[2], phone)
    assert phone not in told["selling_point"] + told["note"]


@pytest.mark.parametrize(
    ("header", "weighs", "fits"),
    [
        (["商品名称", "价格", "库存"], 3, True),
        (["商品名称", "价格"], 2, False),
        (["价格", "库存", "划线价"], 3, False),
        (["货号", "价格", "库存"], 3, True),
        (["链接", "价格", "库存", "x"], 3, True),
        (["商品名称", "标题", "品名"], 3, False),
        (["x", "y", "z"], 0, False),
    ],
)
def test_what_is_a_table_of_products(header, weighs, fits):
    """A column names them, two more say something of them."""
    assert sum(map(reading.weight, header)) == weighs
    assert reading.fits(header) == fits


def test_of_two_columns_with_one_meaning_the_first_counts():
    header = ("商品名称", "品名", "价格(分)", "神秘", "售价", "库存")
    columns = reading.columns_of(header, [("柿饼", "x", "5", "y", "6", "7")])
    roles = ["identity:title", "skip", "measure:price", "skip", "skip", "measure:stock"]
    assert [c.role for c in columns] == roles
    assert [c.unit for c in columns] == ["", "", "fen", "", "yuan", ""]
    assert [c.why for c in columns] == ["alias", "guess", "alias", "guess", "guess", "alias"]
    assert [c.samples for c in columns][:3] == [("柿饼",), ("x",), ("5",)]


def test_a_buyers_column_is_passed_over():
    columns = reading.columns_of(("商品名称", "收货人电话"), [("柿饼", "13812345678")])
    assert [(c.role, c.why, c.samples) for c in columns][1] == ("skip", "private", ())


@pytest.mark.parametrize(
    ("roles", "needs"),
    [
        (["identity:title"], ()),
        (["identity:code", "measure:price"], ()),
        (["identity:link"], ()),
        (["identity:item_id"], ()),
        (["measure:price"], ("names",)),
        (["identity:note"], ("names",)),
        (["identity:title", "identity:title"], ("twice",)),
        (["skip", "skip", "identity:title"], ()),
        (["measure:price", "measure:price"], ("twice", "names")),
        ([], ("names",)),
    ],
)
def test_what_must_be_said_before_products_are_stored(roles, needs):
    columns = [ColumnGuess(n, "x", role) for n, role in enumerate(roles)]
    assert reading.needs_of(columns) == needs


def test_a_line_is_known_by_its_place():
    """Several may be of one product."""
    rows, _ = read(["商品名称", "价格", "库存"], *[["柿饼", "1", "2"]] * 3)
    assert [row["line"] for row in rows] == [2, 3, 4]
    assert len({row["key"] for row in rows}) == 1


def test_a_title_like_a_total_is_a_product_if_it_has_a_code():
    rows, refused = read(
        ["商品名称", "价格", "SKU编码"],
        ["柿饼", "1", ""],
        ["合计", "1", "A1"],
        ["合计", "1", ""],
        ["全部", "1", ""],
        ["全部", "1", "A2"],
    )
    assert [row["line"] for row in rows] == [2, 3, 6]
    assert [line for line, _column, _reason in refused] == [4, 5]
    rows, refused = read(["价格", "SKU编码", "库存"], ["1", "A1", "3"])
    assert (len(rows), refused) == (1, [])
