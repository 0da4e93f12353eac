"""What becomes of each column: by its label, by its cells, and beside the others."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ColumnGuess
from ksdesk.importers.traffic import guess


def roles(labels, *rows, by_label=None):
    """The roles of a table's columns, whose labels say nothing but what `by_label` says."""
    known = by_label or {}
    found = guess.columns_of(tuple(labels), rows, lambda _index, label: known.get(label, ""))
    assert [c.index for c in found] == list(range(len(labels)))
    return [c.role for c in found]


def role(*cells, label="某列"):
    """The role of a column with these cells, whose rows are told apart by the first column."""
    rows = ((f"k{n}", cell) for n, cell in enumerate(cells))
    return roles(["键", label], *rows, by_label={"键": "identity:campaign"})[1]


# ---- by its cells


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        (["1", "2.5", "-3", "4%"], True),
        (["1.5万", "1~2", "'7", "1,234"], True),
        (["1", "--", "", "无"], True),
        (["1"] * 9 + ["甲"], True),  # nine of ten
        (["1"] * 8 + ["甲"], False),
        (["1"] * 18 + ["甲"] * 2, True),
        (["1"] * 17 + ["甲"] * 2, False),
        (["甲"], False),
        (["0012", "0013"], False),
        (["123456789012", "123456789013"], False),
    ],
)
def test_a_column_of_figures(cells, figure):
    assert role(*cells).partition(":")[0] == ("own" if figure else "note")


def test_a_column_in_which_nothing_stands_is_passed_over():
    assert role("", "--", "无") == "skip"
    assert role() == "skip"


@pytest.mark.parametrize("label", ["单号", "SKU编码", "热线"])
def test_a_column_called_a_number_is_a_mark_whatever_it_holds(label):
    assert role("1", "2", label=f" {label} ") == f"mark:{label}"
    assert role("", label=label) == f"mark:{label}"


@pytest.mark.parametrize("label", ["", "value", "数值", "值"])
def test_a_label_that_names_no_figure(label):
    assert role("1.5", label=label) == "own:"
    assert role("1.5", label="成交件数") == "own:成交件数"


@pytest.mark.parametrize(
    ("cells", "passed"),
    [
        (["1", "2", "3"], True),
        (["0", "1", "2"], True),
        (["1.0", "2.0", ""], True),
        (["'1", "", "2"], True),
        (["2", "3", "4"], False),
        (["1", "2", "4"], False),
        (["1", "1", "2"], False),
        (["1"], False),
        (["", ""], False),
    ],
)
@pytest.mark.parametrize(("label", "place"), [("序号", 0), ("序号", 1), ("", 0)])
def test_the_numbers_of_lines_are_passed_over(cells, passed, label, place):
    labels, row = ["别的", "别的"], [["x", "y"] for _ in cells]
    labels[place] = label
    for cell, each in zip(cells, row, strict=True):
        each[place] = cell
    found = roles(labels, *row)[place]
    assert found == "skip" if passed or not any(cells) else found.startswith("own")


def test_only_what_is_called_a_number_of_lines_may_be_one():
    assert roles(["别的", "件数"], ["x", "1"], ["y", "2"])[1] == "own:件数"
    assert roles(["别的", ""], ["x", "1"], ["y", "2"])[1] == "own:"
    assert roles(["序号"], ["1"], ["2"], by_label={"序号": "time"}) == ["time"]


# ---- the time


@pytest.mark.parametrize(
    "cell",
    ["2026-04-15", "2026/4/5 10:20", "20260415", "2026年4月15日", "'2026-04-15", "15-Apr-26"],
)
def test_dates_are_the_time_without_a_name(cell):
    """The first column of them."""
    assert roles(["某列", "甲", "乙"], ["x", cell, cell])[:2] == ["note:某列", "time"]


@pytest.mark.parametrize("cell", ["4月15日", "46127", "202604151", "2026-13-45", "10:20"])
def test_what_may_be_anything_is_no_time(cell):
    assert "time" not in roles(["甲"], [cell])


def test_nine_of_ten_dates_make_a_time():
    rows = [["2026-04-15"]] * 9
    assert roles(["甲"], *rows, ["待定"]) == ["time"]
    assert roles(["甲"], *rows[:8], ["待定"]) == ["mark:甲"]


@pytest.mark.parametrize(
    "label",
    "修改时间 发货日 完成时间 取消时间 退款日 预计送达 到期日 生产日期 打印时间 下播时间".split(),
)
def test_what_came_later_is_not_the_time(label):
    assert roles([label], ["2026-04-15"]) == [f"note:{label}"]
    assert roles([label, "日子"], ["2026-04-15", "2026-04-14"]) == [f"note:{label}", "time"]


def test_a_named_time_stays_and_one_of_clocks_alone_becomes_the_hour():
    known = {"时间": "time"}
    assert roles(["甲", "时间"], ["2026-04-15", "2026-04-16"], by_label=known)[1] == "time"
    for clock in ("10:20:30", "102030", "235959"):
        rows = [["2026-04-15", clock], ["2026-04-15", "--"]]
        assert roles(["甲", "时间"], *rows, by_label=known) == ["time", "hour"]
    for no_clock in ("240000", "106030", "1020"):
        rows = [["2026-04-15", no_clock]]
        assert roles(["甲", "时间"], *rows, by_label=known) == ["note:甲", "time"]
    half = [["2026-04-15", "10:20"], ["2026-04-16", "待定"]]
    assert roles(["甲", "时间"], *half, by_label=known)[1] == "time"
    more = [*half, ["2026-04-16", "11:20"]]
    assert roles(["甲", "时间"], *more, by_label=known) == ["time", "hour"]
    known["甲"] = "identity:campaign"  # what its label says comes before its cells
    assert roles(["甲", "时间"], *more, by_label=known) == ["identity:campaign", "time"]


def with_clock(labels, *rows, **more):
    found = guess.columns_of(tuple(labels), rows, lambda _index, label: more.get(label, ""))
    return [c.role.partition(":")[0] for c in guess.with_clock(found, rows)]


def test_a_clock_beside_the_day():
    day, clock = "2026-04-15", "10:20"
    assert with_clock(["日", "刻", "数"], [day, clock, "1"]) == ["time", "hour", "own"]
    assert with_clock(["刻", "日", "数"], [clock, day, "1"]) == ["hour", "time", "own"]
    assert with_clock(["刻", "数"], [clock, "1"]) == ["note", "own"]  # no day to stand beside
    halves = ["2026-04-14", ""], [day, clock]
    assert with_clock(["日", "刻"], *halves) == ["time", "note"]
    assert with_clock(["日", "刻"], [day, ""], *[[day, clock]] * 2) == ["time", "hour"]
    assert with_clock(["日", "刻"], [day, clock], ["", ""], ["", ""], 日="time") == ["time", "hour"]
    assert with_clock(["日", "刻"], [f"{day} 09:00", clock]) == ["time", "note"]
    assert with_clock(["日", "刻"], [f"{day} 00:00", clock]) == ["time", "hour"]
    assert with_clock(["日", "刻"], [day, clock], 刻="identity:campaign") == ["time", "identity"]
    assert with_clock(["日", "刻", "时"], [day, clock, "9"], 时="hour") == ["time", "note", "hour"]
    assert with_clock(["日", "一", "二"], [day, clock, clock]) == ["time", "hour", "note"]
    for label in ("发货时刻", "平均用时", "首响"):
        assert with_clock(["日", label], [day, clock]) == ["time", "note"]


# ---- beside the others


def test_of_two_columns_with_one_meaning_the_first_counts():
    known = {
        "花费": "measure:spend", "消耗": "measure:spend", "计划": "identity:campaign",
        "方案": "identity:campaign", "单号": "mark:单号",
    }  # fmt: skip
    row = ["1", "2", "3", "甲", "乙", "丙", "5"]
    labels = ["花费", "消耗", " 消耗 ", "计划", "方案", "方案", ""]
    assert roles(labels, row, by_label={**known, " 消耗 ": "measure:spend"}) == [
        *("measure:spend", "own:消耗", "own:消耗 (2)"),
        *("identity:campaign", "note:方案", "note:方案 (2)"),
        "own:",
    ]
    found = guess.columns_of(tuple(labels[:2]), [row[:2]], lambda _i, label: known[label])
    assert [c.why for c in found] == ["alias", "guess"]
    again = roles(["", "", ""], ["5", "1.5", "2"], by_label={})
    assert again == ["own:", "own:#2", "own:#3"]


def test_names_that_nothing_has_yet():
    free = guess._Free(["a", "b (2)"])
    assert [free.take("b") for _ in range(3)] == ["b", "b (3)", "b (4)"]
    assert [free.take(name) for name in ("a", "c", "a")] == ["a (2)", "c", "a (3)"]


def test_a_text_tells_rows_apart_or_is_a_note():
    """A state changes from one export to the next and would make every row a new one."""
    day = {"日": "time"}
    rows = [["2026-04-15", "甲", "好"], ["2026-04-15", "乙", "好"], ["2026-04-16", "甲", "好"]]
    assert roles(["日", "谁", "评"], *rows, by_label=day) == ["time", "mark:谁", "note:评"]
    assert roles(["日", "谁", "评"], *rows[1:], by_label=day) == ["time", "note:谁", "note:评"]
    alike = [[*row[:2], row[1]] for row in rows]
    assert roles(["日", "谁", "评"], *alike, by_label=day) == ["time", "mark:谁", "mark:评"]
    twice = [["2026-04-15", "甲", "一"], ["2026-04-15", "乙", "二"]]
    assert roles(["日", "谁", "谁"], *twice, by_label=day)[1:] == ["mark:谁", "mark:谁 (2)"]
    told = {**day, "号": "identity:campaign"}
    rows = [["2026-04-15", "1", "甲"], ["2026-04-15", "2", "乙"]]
    assert roles(["日", "号", "谁"], *rows, by_label=told)[2] == "note:谁"
    assert (
        roles(["日", ""], ["2026-04-15", "甲"], ["2026-04-16", "乙"], by_label=day)[1] == "note:#2"
    )


def test_totals_say_nothing_of_a_column():
    rows = [["2026-04-15", "1"], ["2026-04-16", "2"]]
    assert roles(["日", "数"], *rows, *[["合计", "共二"]] * 5) == ["time", "own:数"]


def test_what_the_seller_is_shown_of_a_column():
    rows = [[cell] for cell in ("", " 甲 ", "x" * 50, "乙", "丙")]
    (found,) = guess.columns_of(("某列",), rows, lambda _index, _label: "")
    assert found.samples == ("甲", "x" * 40, "乙")
    units = {"花费": "yuan", "花费(厘)": "li", "件数": "", "时长(分钟)": "minutes"}
    known = dict.fromkeys(("花费", "花费(厘)"), "measure:spend")
    found = guess.columns_of(tuple(units), [], lambda _index, label: known.get(label, ""))
    assert {c.label: c.unit for c in found} == units


# ---- what is left to be said


@pytest.mark.parametrize(
    ("found", "needs"),
    [
        (["time", "measure:spend"], ()),
        (["time", "own:指数"], ()),
        (["measure:spend"], ("time",)),
        (["time", "own:"], ("name_value",)),
        (["time", "note:a"], ("figures",)),
        (["time", "measure:spend", "measure:spend"], ("twice",)),
        (["time", "time", "own:x"], ("twice",)),
        (["time", "own:x", "skip", "skip", "note:a", "note:a"], ()),
        ([], ("time", "figures")),
        (["own:", "own:"], ("time", "name_value", "twice")),
    ],
)
def test_what_must_be_said_before_a_report_is_stored(found, needs):
    columns = [ColumnGuess(n, "x", each) for n, each in enumerate(found)]
    assert guess.needs_of(columns) == needs


def test_a_buyers_column_is_passed_over_with_all_that_stands_in_it():
    rows = [("2026-04-15", "欧阳娜娜", "1"), ("2026-04-16", "王小明", "2")]
    found = guess.columns_of(("日", "收货人姓名", "数"), rows, lambda _i, _label: "")
    assert found[1] == ColumnGuess(1, "收货人姓名", "skip", why="private")
    assert [c.role for c in found] == ["time", "skip", "own:数"]


@pytest.mark.parametrize(
    ("label", "cells", "role"),
    [
        ("直播时长", ["4小时12分", "41秒"], "own:直播时长(秒)"),
        ("直播时长", ["4小时12分", "--"], "own:直播时长(秒)"),
        ("Duration", ["1:02:03"], "own:Duration(秒)"),
        ("直播时长", ["4小时12分", "很久"], "note:直播时长"),
        ("直播时长", ["--"], "skip"),
        ("直播时刻", ["4小时12分"], "note:直播时刻"),
        ("人均停留时长", ["4小时12分"], "measure:stay_seconds"),
    ],
)
def test_how_long_something_took_is_a_figure(label, cells, role):
    rows = [(f"2026-04-{day}", cell) for day, cell in enumerate(cells, 15)]
    found = guess.traffic_columns(("日期", label), rows)
    assert [c.role for c in found] == ["time", role]
    assert (found[1].unit == "seconds") == role.endswith("(秒)")


def test_a_report_in_the_platforms_own_keys():
    keys = guess.traffic_columns(("reportDate", "costTotal", "click"), [("2026-04-15", "1", "2")])
    words = guess.traffic_columns(("date", "cost", "click"), [("2026-04-15", "1", "2")])
    assert [c.role for c in keys] == ["time", "measure:spend", "measure:material_shows"]
    assert [c.role for c in words] == ["time", "measure:spend", "measure:clicks"]
