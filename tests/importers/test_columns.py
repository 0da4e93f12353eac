"""Cells to values, labels to roles, rows to keys."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.imports import Source
from ksdesk.domain.money import parse_yuan
from ksdesk.domain.traffic import MEASURES, to_seconds
from ksdesk.importers import converters, open_table
from ksdesk.importers.kinds import BY_CODE, TRAFFIC
from ksdesk.importers.names import unit_of
from ksdesk.importers.traffic import labels


def plan_of(text: str, mapping=None):
    table = open_table(Source("t", text=text))
    columns = TRAFFIC.columns(table.header, table.sample)
    return TRAFFIC.plan(table, mapping(columns) if mapping else columns), columns


def roles(text: str) -> list[str]:
    return [column.role for column in plan_of(text)[1]]


@pytest.mark.parametrize(
    ("convert", "cells", "values"),
    [
        (converters.counts(), ["1", "20", "-3"], [1, 20, -3]),
        (converters.counts(), ["1", "--", "", "-"], [1, None, None, None]),
        (converters.counts(), ["1.9w", "1,234", "1.50亿"], [19_000, 1_234, 150_000_000]),
        (converters.counts(), ["3.5", "2675.0"], [3.5, 2675]),
        (converters.money("yuan"), ["1", "0.1", "1234.56", "-2.05"], [100, 10, 123456, -205]),
        (converters.money("yuan"), ["0.29", "", "--"], [29, None, None]),
        (
            converters.money("yuan"),
            ["￥1,234.50", "'5", "3万", "(12.3)"],
            [123450, 500, 3000000, -1230],
        ),
        (converters.money("li"), ["1000", "1234", "-1235", "5"], [100, 123, -124, 1]),
        (converters.money("fen"), ["250", "--"], [250, None]),
        (converters.numbers(), ["1.5", "2"], [1.5, 2.0]),
        (converters.numbers(), ["12.5%", "--", "1.9w"], [0.125, None, 19000.0]),
        (converters.numbers(), ["#DIV/0!", "2"], [None, 2.0]),  # a rate of nothing
        (converters.durations(""), ["#DIV/0!", "2"], [None, 2.0]),
        (converters.texts(), ["#N/A", "a"], [None, "a"]),
        (converters.durations(""), ["41.2", "3"], [41.2, 3.0]),
        (
            converters.durations(""),
            ["1:02:03", "0:41", "41秒", "1分20秒", "2小时"],
            [3723, 41, 41, 80, 7200],
        ),
        (converters.durations(""), ["--", "1,000"], [None, 1000]),
        (converters.durations("minutes"), ["1.5"], [90.0]),
        (
            converters.hours(),
            ["0", "09:00", "9点", "10:00-11:00", "23"],
            [0, 32400, 32400, 36000, 82800],
        ),
        (
            converters.texts(),
            [" a ", "'007", "\t12", "--", "a\nb"],
            ["a", "007", "12", None, "a b"],
        ),
    ],
)
def test_cells(convert, cells, values):
    assert convert(cells) == (values, {})


@pytest.mark.parametrize(
    ("convert", "cell", "reason"),
    [
        (converters.counts(), "12.3.4", "bad_count"),
        (converters.counts(), "12%", "bad_count"),
        (converters.counts(), "99999999999999999", "too_big"),
        (converters.counts(), "1_000", "bad_count"),
        (converters.counts(), "1\n2", "bad_count"),
        (converters.money("yuan"), "12.3.4", "bad_money"),
        (converters.money("yuan"), "20260415123456789012", "too_big"),
        (converters.numbers(), "abc", "bad_number"),
        (converters.numbers(), "1e999", "too_big"),
        (converters.durations(""), "soon", "bad_duration"),
        (converters.durations(""), "-3", "bad_duration"),
        (converters.durations(""), "5%", "bad_duration"),
        (converters.moments(), "2026-02-30", "bad_day"),
        (converters.moments(), "1960-01-01", "bad_day"),
        (converters.moments(), "", "no_day"),
        (converters.hours(), "25", "bad_hour"),
        (converters.hours(), "10:30", "bad_hour"),
        (converters.texts(), "x" * 501, "too_long"),
        (converters.money("yuan"), "#N/A", "no_result"),
        (converters.money("fen"), "#DIV/0!", "no_result"),
        (converters.counts(), "#N/A", "no_result"),
        (converters.counts(), "#DIV/0!", "no_result"),
        (converters.numbers(), "#N/A", "no_result"),
        (converters.durations(""), "#N/A", "no_result"),
        (converters.moments(optional=True), "#N/A", "no_result"),
        (converters.texts(), "合计", "total_line"),
        (converters.texts(), "#REF!", "no_result"),
        (converters.texts(), "=VLOOKUP(A1,B:C,2)", "no_result"),
        (converters.ids(), "#NAME?", "no_result"),
        (converters.money("yuan"), "#VALUE!", "no_result"),
        (converters.money("yuan"), "=C3*2", "no_result"),
        (converters.counts(), "########", "no_result"),
        (converters.numbers(), "#NUM!", "no_result"),
        (converters.moments(), "#VALUE!", "no_result"),
        (converters.moments(), "########", "no_result"),
    ],
)
def test_cells_that_cannot_be_taken(convert, cell, reason):
    values, faults = convert([cell])
    assert (values, faults) == ([None], {0: reason})


@given(st.lists(st.integers(-(10**12), 10**12)))
def test_fast_and_slow_ways_to_fen_agree(amounts):
    cells = [f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}" for fen in amounts]
    values, faults = converters.money("yuan")(cells)
    assert values == [parse_yuan(cell) for cell in cells] == amounts
    assert not faults


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-15",
        "2026/04/15",
        "2026/4/15",
        "2026.4.15",
        "2026年4月15日",
        "20260415",
        "46127",
        "2026-04-15 00:00:00",
        "2026-04-15T00:00:00",
        "2026-04-15 合计前",
        "2026-04-15~2026-04-21",
        "2026-04-15 ~ 2026-04-21",
        "20260415-20260421",
        "2026年4月15日至2026年4月21日",
    ],
)
def test_dates_in_all_shapes(text):
    assert converters.moments()([text]) == ([to_seconds(datetime(2026, 4, 15))], {})


@pytest.mark.slow
def test_many_texts_are_not_all_remembered():
    convert = converters.texts()
    cells = [str(number) for number in range(45_000)]
    assert convert(cells)[0] == cells


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("花费", "measure:spend"),
        ("花费（元）", "measure:spend"),
        (" 总花费(元)(合) ", "measure:spend"),
        ("costTotal", "measure:spend"),
        ("COST_TOTAL", "measure:spend"),
        ("当日累计 GMV", "measure:gmv_day"),
        ("t0GMV", "measure:gmv_day"),
        ("粉丝关注数", "measure:new_fans"),
        ("conversions_value", "measure:gmv"),
        ("計画", ""),
        ("帐户名称", "identity:account_name"),
        ("报表日期", "time"),
        ("状态", "note:状态"),
        ("click", "measure:clicks"),
    ],
)
def test_labels(label, role):
    assert labels.role_of(label) == role


def test_the_same_key_means_another_thing_on_the_platform():
    assert roles("reportDate,costTotal,impression,click\n2026-04-15,1,2,3\n") == [
        "time",
        "measure:spend",
        "measure:cover_shows",
        "measure:material_shows",
    ]
    assert roles("date,cost,impression,click\n2026-04-15,1,2,3\n")[2:] == [
        "measure:impressions",
        "measure:clicks",
    ]


def test_every_alias_names_a_measure_or_identity():
    for role in set(labels._roles().values()):
        what, _, code = role.partition(":")
        assert what != "measure" or code in MEASURES


def test_units_are_taken_from_the_header():
    assert [unit_of(x) for x in ("花费（元）", "花费(厘)", "金额(分)", "时长(分钟)", "x")] == [
        "yuan",
        "li",
        "fen",
        "minutes",
        "",
    ]


def test_what_unknown_columns_become():
    text = "日期,计划ID,渠道,状态2,指数,空,单号ID,value,花费,消耗\n" + "".join(
        f"2026-04-15,1,{channel},投放中,1.5,,9,7,1,2\n" for channel in "ab"
    )
    assert roles(text) == [
        "time",
        "identity:campaign",
        "mark:渠道",
        "note:状态2",
        "own:指数",
        "skip",
        "mark:单号ID",
        "own:",
        "measure:spend",
        "own:消耗",
    ]
    columns = plan_of(text)[1]
    assert TRAFFIC.needs(columns) == ("name_value",)


def test_equal_labels_stay_apart_and_dates_without_a_name_are_found():
    assert roles("x,指数,指数\n2026-04-15,1,2\n") == ["time", "own:指数", "own:指数 (2)"]
    assert TRAFFIC.needs(plan_of("a,b\nx,y\n")[1]) == ("time", "figures")
    assert roles("2026-04-15,1\n2026-04-16,2\n") == ["time", "own:"]
    assert roles("日期,,展现\n2026-04-15,甲,1\n2026-04-16,乙,2\n") == [
        *("time", "note:#2", "measure:impressions"),
    ]
    assert list(plan_of("a,b\nx,1\n")[0].chunks()) == []


def test_names_are_in_the_key_only_without_ids():
    text = "日期,计划ID,计划名称,组名称,营销目标,花费\n2026-04-15,1,A|B,u,直播,1\n"
    plan, columns = plan_of(text)
    assert next(plan.chunks()).keys == ["001776211200|d|c=1|un=u|1"]
    assert plan.level == 2
    no_ids = [
        replace(c, role="skip") if c.code in ("campaign", "unit_name") else c for c in columns
    ]
    plan, _ = plan_of(text, lambda _columns: no_ids)
    assert next(plan.chunks()).keys == ["001776211200|d|cn=A¦B|1"]


@pytest.mark.parametrize(
    ("text", "grain", "sure"),
    [
        ("开播时间,花费\n2026-04-15 20:00:00,1\n", "live", True),
        ("日期,小时,花费\n2026-04-15,20,1\n", "hour", True),
        ("date_week,spend\n2026-04-15,1\n", "week", True),
        ("日期,花费\n2026-04-15 20:00-21:00,1\n", "hour", False),
        ("日期,花费\n2026-04-15 00:00:00,1\n", "day", False),
    ],
)
def test_what_a_row_stands_for(text, grain, sure):
    plan, _ = plan_of(text)
    assert (plan.grain, plan.grain_is_sure) == (grain, sure)


def test_rows_that_are_not_taken_are_named():
    text = (
        "日期,计划ID,花费,涨粉数\n2026-04-15,1,12.3.4,1\n2026-04-15,1,1,2,多\n,,,\n\n,1,2,3\n"
        "合计,,9,9\n总计：共2行,,9,9\n2026-04-16,合计,9,9\n2026-04-16,1\n"
    )
    plan, _ = plan_of(text)
    (chunk,) = plan.chunks()
    assert [(r.line, r.column, r.value, r.reason) for r in chunk.refused] == [
        (3, "", "多", "too_many_cells"),
        (2, "花费", "12.3.4", "bad_money"),
        (6, "日期", "", "no_day"),
        (7, "日期", "合计", "total_line"),
        (8, "日期", "总计：共2行", "total_line"),
        (9, "计划ID", "合计", "total_line"),
    ]
    assert chunk.lines == [10]
    (row,) = chunk.rows()
    assert row[2:] == (1776297600, "1", None, None)


def test_own_figures_and_texts_are_kept_as_objects():
    text = '日期,"a""b",率,备注\n2026-04-15,1,2%,好\n2026-04-16,,,\n'
    plan, _ = plan_of(text)
    (chunk,) = plan.chunks()
    assert plan.fields == ("time", "extra", "marks")
    assert list(chunk.columns[1]) == ['{"a”b":1.0,"率":0.02}', None]
    assert list(chunk.columns[2]) == ['{"备注":"好"}', None]


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("10w+", 100_000),
        ("1000+", 1000),
        ("1,000＋", 1000),
        ("1.2万+次", 12_000),
        ("<10", 10),
        ("＜ 10", 10),
        ("≤10", 10),
        (">100", 100),
        ("≥1w", 10_000),
        ("10以上", 10),
        ("10人以上", 10),
        ("100以内", 100),
        ("不足10", 10),
        ("超过1000", 1000),
        ("至少5", 5),
        ("1000多", 1000),
    ],
)
def test_at_least_and_at_most_are_counted_and_kept_as_written(cell, figure):
    plan, _ = plan_of(
        f"日期,观看人数,指数\n2026-04-15,{cell},{cell}\n2026-04-16,7,8\n".replace("1,0", "10")
    )
    (chunk,) = plan.chunks()
    first, second = chunk.rows()
    assert chunk.refused == []
    cell = cell.replace("1,0", "10")
    assert first[3:] == (
        figure,
        f'{{"指数":{float(figure)}}}',
        f'{{"指数":"{cell}","观看人数":"{cell}"}}',
    )
    assert second[3:] == (7, '{"指数":8.0}', None)


def test_what_sums_in_a_workbook_leave_is_nothing():
    for residue in ("5.551115123125783e-17", "-2.7755575615628914E-17", "1e-12"):
        assert converters.money("yuan")([residue]) == ([0], {})
        assert converters.counts()([residue]) == ([0], {})
        assert converters.numbers()([residue]) == ([0.0], {})
    assert converters.counts()(["2.9999999999999996"]) == ([3], {})
    assert converters.money("yuan")(["59.900000000000006"]) == ([5990], {})


@pytest.mark.parametrize("convert", [converters.numbers(), converters.counts()])
def test_thousands_with_commas_are_turned_at_once_and_read_alike(convert):
    """A column of 1,234 went cell by cell, ten times as slow."""
    cells = ["1,234", "-12,345,678", "7", "", "--", "999"]
    alone = [convert([cell])[0][0] for cell in cells]
    assert convert(cells) == (alone, {})
    assert alone == [1234, -12_345_678, 7, None, None, 999]
    values, faults = convert(["1,234", "12,34", "1,2345", "1\n2"])
    assert values[0] == 1234 and {1, 2, 3} <= faults.keys()


def test_amounts_with_commas_and_gaps_are_fen():
    convert = converters.money("yuan")
    assert convert(["1,234.50", "", "-1,000", "0.07"]) == ([123_450, None, -100_000, 7], {})


@pytest.mark.parametrize(
    ("label", "cells", "role"),
    [
        ("成色", "18K 24K 22k", "mark:成色"),
        ("热度", "1.2k 980 3w", "own:热度"),
        ("库存量", "1k 2k 3k", "own:库存量"),
        ("费率", "3‰ 6‰ 1%", "own:费率"),
    ],
)
def test_thousands_are_figures_and_carats_are_none(label, cells, role):
    lines = "".join(f"甲,{cell}\n" for cell in cells.split())
    table = open_table(Source("t", text=f"品名,{label}\n{lines}"))
    assert BY_CODE["any"].columns(table.header, table.sample)[1].role == role


@pytest.mark.parametrize(
    ("label", "cells", "seconds"),
    [
        ("直播时长", ["4小时12分", "58分30秒", "--"], [15_120, 3_510, None]),
        ("直播时长", ["4:12:00", "0:58:30", "1:00:00"], [15_120, 3_510, 3_600]),
        ("总时长", ["2小时", "90分钟", "1小时30分"], [7_200, 5_400, 5_400]),
        ("Live duration", ["1h30m", "45min", "50s"], [5_400, 2_700, 50]),
    ],
)
def test_how_long_something_lasted_is_a_figure_in_seconds(label, cells, seconds):
    rows = "".join(f"2026-11-0{n},{cell},{n}\n" for n, cell in enumerate(cells, 1))
    plan, columns = plan_of(f"日期,{label},观看数\n{rows}")
    assert columns[1].role == f"own:{label}(秒)"
    (chunk,) = plan.chunks()
    told = dict(zip(plan.fields, chunk.columns, strict=True))["extra"]
    lasted = [json.loads(text or "{}").get(f"{label}(秒)") for text in told]
    assert lasted == seconds


@pytest.mark.parametrize(
    ("label", "cells", "role"),
    [
        ("直播时长(分钟)", ["90", "45.5", "60"], "own:直播时长(分钟)"),
        ("时长", ["很长", "一般", "不长"], "mark:时长"),
        ("场次", ["1小时", "2小时", "3小时"], "mark:场次"),
    ],
)
def test_what_is_no_length_of_time_stays_what_it_is(label, cells, role):
    rows = "".join(f"2026-11-01,{cell},{n}\n" for n, cell in enumerate(cells, 1))
    assert roles(f"日期,{label},观看数\n{rows}")[1] == role
