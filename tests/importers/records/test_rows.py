"""Rows of records: which columns name them, what moved which way, what is still to be said."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ColumnGuess, Source
from ksdesk.domain.records import INCOME, OUTGO
from ksdesk.importers import open_table
from ksdesk.importers.kinds import BY_CODE
from ksdesk.importers.records import rows as records


def read(kind, header, *lines, mapping=None, title="表"):
    """Rows by field, and lines refused with their reason."""
    table = open_table(Source("x", text="\n".join(["\t".join(header.split()), *lines])))
    columns = BY_CODE[kind].columns(table.header, table.sample)
    plan = BY_CODE[kind].plan(table, mapping(columns) if mapping else columns, title)
    chunks = list(plan.chunks())
    fields = ("line", "key", *plan.fields)
    found = [dict(zip(fields, row, strict=True)) for chunk in chunks for row in chunk.rows()]
    return found, {r.line: (r.column, r.reason) for chunk in chunks for r in chunk.refused}


def needs(kind, header, *lines):
    table = open_table(Source("x", text="\n".join(["\t".join(header.split()), *lines])))
    return BY_CODE[kind].needs(BY_CODE[kind].columns(table.header, table.sample))


# ---- keys


def keys(kind, header, *lines, **more):
    return [row["key"] for row in read(kind, header, *lines, **more)[0]]


def test_a_number_of_its_own_names_a_row_whatever_its_time():
    header = "入账时间 账务流水号 账务方向 发生额"
    one, two = keys("movements", header, "2026-04-15 10:20\t77\t收\t5", "2026-04-16\t--\t收\t5")
    assert one == "|flow_no=77|1"
    assert two.startswith("0017") and two.endswith("|flow_no=|1")


def test_without_a_column_of_numbers_what_moved_tells_movements_apart():
    header = "入账时间 账务方向 发生额 业务类型"
    lines = ("2026-04-15 10:20:30\t收\t5\ta", "2026-04-15 23:59\t收\t5\tb", "2026-04-16\t支\t5\ta")
    one, two, three = keys("movements", header, *lines)
    assert one == two  # one day, for clocks differ between exports
    assert one == "001776211200|direction=收|amount=500|1"
    assert three == "001776297600|direction=支|amount=-500|1"


def test_the_same_thing_in_words_names_nothing_beside_its_code():
    header = "订单号 订单创建时间 商品规格 SKU编码"
    assert keys("orders", header, "7\t2026-04-15\t红\tA1") == ["|order_no=7|sku_code=A1|1"]
    assert keys("orders", header[:-6], "7\t2026-04-15\t红") == ["|order_no=7|spec=红|1"]


def test_an_own_table_is_told_by_its_title_and_minute_or_day():
    minute, day = "001776219600", "001776211200"
    line = "2026-04-15 02:20:30\t甲\t1"
    (one,) = keys("any", "时间 谁 数", line, title="一|二")
    assert one.startswith(f"{minute}|一¦二|")
    (two,) = keys("any", "时间 订单号 数", line, title="一")
    assert two.startswith(f"{day}|一|订单号=甲")


# ---- what moved


@pytest.mark.parametrize(
    ("way", "fen"),
    [
        *((word, 500) for word in ("收", "收入", "入账", "贷", "+", "in", "INCOME", "进账")),
        *((word, -500) for word in ("支", "支出", "出账", "借", "out", "Expense", "扣款")),
    ],
)
def test_the_direction_is_the_sign(way, fen):
    for cell in ("5", "-5") if fen < 0 else ("5",):
        line = f"2026-04-15\t7\t{way}\t{cell}"
        ((row,), refused) = read("movements", "入账时间 账务流水号 账务方向 发生额", line)
        assert (row["amount"], row["direction"], refused) == (fen, INCOME if fen > 0 else OUTGO, {})


def test_amounts_with_a_sign_say_it_themselves():
    lines = [f"2026-04-15\t{n}\t{cell}" for n, cell in enumerate(("5", "-5", "0", "--"), 1)]
    found, refused = read("movements", "入账时间 账务流水号 发生额", *lines)
    assert [(row["amount"], row["direction"]) for row in found] == [
        (500, INCOME),
        (-500, OUTGO),
        (0, INCOME),
    ]
    assert refused == {5: ("发生额", "no_amount")}


def test_what_came_in_and_what_went_out_in_two_columns():
    cells = [("5", ""), ("", "3.3"), ("", "-3.3"), ("5", "0"), ("0", "3.3"), ("5", "2"), ("", "")]
    lines = [f"2026-04-15\t{n}\t{a}\t{b}" for n, (a, b) in enumerate(cells, 1)]
    found, refused = read("movements", "入账时间 账务流水号 收入金额 支出金额", *lines)
    assert [row["amount"] for row in found] == [500, -330, -330, 500, -330, 300]
    assert [row["direction"] for row in found] == [INCOME, OUTGO, OUTGO, INCOME, OUTGO, INCOME]
    assert refused == {8: ("收入金额", "no_amount")}


def test_a_row_with_a_number_is_one_whatever_its_texts_say():
    header = "订单号 订单创建时间 商品名称 实付款"
    found, refused = read("orders", header, "7\t2026-04-15\t合计\t5", "合计\t\t\t5")
    assert (len(found), refused) == (1, {3: ("订单号", "total_line")})


def test_a_number_is_needed_where_no_row_can_do_without():
    header = "订单号 订单创建时间 实付款"
    for cell in ("", "0", "--"):
        found, refused = read("orders", header, f"{cell}\t2026-04-15\t5")
        assert (found, refused) == ([], {2: ("订单号", "no_number")})


@pytest.mark.parametrize("length", [4_000, 4_001])
def test_a_title_may_be_long(length):
    title = "柿" * length
    found, refused = read("orders", "订单号 订单创建时间 商品名称", f"7\t2026-04-15\t{title}")
    if length == 4_000:
        assert title in found[0].values()
        assert refused == {}
    else:
        assert (found, refused) == ([], {2: ("商品名称", "too_long")})


def test_a_promise_of_nought_is_kept_and_other_moments_may_be_missing():
    header = "订单号 订单创建时间 预售/承诺发货时间 发货时间"
    ((row,), _) = read("orders", header, "7\t2026-04-15\t0\t0")
    assert (row["ship_by"], row["shipped_at"]) == (0, None)


# ---- what is still to be said


@pytest.mark.parametrize(
    ("kind", "header", "line", "found"),
    [
        ("movements", "入账时间 账务流水号 账务方向 发生额", "2026-04-15\t7\t收\t5", ()),
        ("movements", "入账时间 账务流水号 发生额", "2026-04-15\t7\t-5", ()),
        ("movements", "入账时间 账务流水号 发生额", "2026-04-15\t7\t+5", ()),
        ("movements", "入账时间 账务流水号 发生额", "2026-04-15\t7\t(5)", ()),
        ("movements", "入账时间 账务流水号 发生额", "2026-04-15\t7\t'-5", ()),
        ("movements", "入账时间 账务流水号 发生额", "2026-04-15\t7\t5", ("missing:direction",)),
        ("movements", "入账时间 账务流水号 收入金额 支出金额", "2026-04-15\t7\t5\t", ()),
        ("orders", "订单号 实付款", "7\t5", ("time",)),
        ("orders", "订单创建时间 实付款", "2026-04-15\t5", ("missing:order_no",)),
        ("aftersales", "售后单号 订单编号 退款金额", "7\t8\t5", ()),
        ("funds", "日期 总花费", "2026-04-15\t5", ()),
        ("funds", "日期 备注", "2026-04-15\ta", ("figures",)),
        ("funds", "日期 value", "2026-04-15\t5", ("name_value", "figures")),
    ],
)
def test_needs(kind, header, line, found):
    assert needs(kind, header, line) == found


CASE = ["identity:case_no", "identity:order_no", "measure:case_refund"]


@pytest.mark.parametrize(
    ("kind", "roles", "found"),
    [
        ("orders", ["time", "identity:order_no"], ()),
        ("orders", ["time", "identity:order_no", "time"], ("twice",)),
        ("orders", ["identity:order_no", "measure:paid", "measure:paid"], ("time", "twice")),
        ("orders", ["time", "identity:order_no", "own:"], ("name_value",)),
        ("orders", ["time", "mark:order_no"], ("missing:order_no",)),
        ("aftersales", [*CASE, "own:", "own:"], ("name_value", "twice")),
        ("funds", ["time", "own:x"], ("figures",)),
    ],
)
def test_what_the_seller_made_of_columns_may_be_too_much(kind, roles, found):
    columns = [ColumnGuess(n, "x", role) for n, role in enumerate(roles)]
    assert records.needs_of(columns, kind) == found


@pytest.mark.parametrize(
    ("roles", "found"),
    [
        (["own:x"], ()),
        (["note:x"], ()),
        (["time"], ()),
        (["skip"], ("figures",)),
        ([], ("figures",)),
        (["time", "time"], ("twice",)),
        (["own:"], ("name_value",)),
        (["own:", "own:", "skip"], ("name_value", "twice")),
    ],
)
def test_an_own_table_needs_a_column(roles, found):
    columns = [ColumnGuess(n, "x", role) for n, role in enumerate(roles)]
    assert records.any_needs(columns) == found


def test_a_figure_without_a_good_name_keeps_the_one_it_has_once():
    def roles(*labels):
        cells = [[f"{n}.5" for n in range(len(labels))]]
        return [c.role for c in records.any_columns(labels, cells)]

    assert roles("名", "值") == ["own:名", "own:值"]
    assert roles("名", "") == ["own:名", "own:#2"]
    assert roles("值", "值")[0] == "own:"


@pytest.mark.parametrize(
    ("line", "sums"), [("\t8", True), ("丁\t8", False), ("\t9", False), ("全部\t8", True)]
)
def test_the_sum_of_an_own_table_is_none_of_its_rows_each_time_it_is_read(line, sums):
    table = open_table(Source("x", text=f"品名\t数量\n甲\t3\n乙\t5\n{line}\n"))
    plan = BY_CODE["any"].plan(table, BY_CODE["any"].columns(table.header, table.sample), "表")
    for _ in range(2):
        (chunk,) = plan.chunks()
        assert [r.reason for r in chunk.refused] == ["total_line"] * sums
