"""Rows of traffic reports: what one stands for, how fine it is, and what names no part."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.kinds import TRAFFIC


def plan_of(*lines):
    table = open_table(Source("x", text="\n".join(lines)))
    return TRAFFIC.plan(table, TRAFFIC.columns(table.header, table.sample))


def read(*lines):
    plan = plan_of(*lines)
    (chunk,) = plan.chunks()
    fields = ("line", "key", *plan.fields)
    rows = [dict(zip(fields, row, strict=True)) for row in chunk.rows()]
    return rows, {one.line: one.reason for one in chunk.refused}


@pytest.mark.parametrize(
    ("header", "line", "grain", "sure", "letter"),
    [
        ("开播时间,花费", "2026-04-15 20:10,1", "live", True, "l"),
        ("日期,开播时间,花费", "2026-04-15,20:10,1", "live", True, "l"),
        ("日期,小时,花费", "2026-04-15,20,1", "hour", True, "h"),
        ("日期,时间点,花费", "2026-04-15,20:10,1", "hour", False, "h"),
        ("周,日期,花费", "1,2026-04-15,1", "day", False, "d"),
        ("date_week,花费", "2026-04-15,1", "week", True, "w"),
        ("日期,花费", "2026-04-15 20:00,1", "hour", False, "h"),
        ("日期,花费", "2026-04-15 00:00,1", "day", False, "d"),
        ("日期,花费", "2026-04-15,1", "day", False, "d"),
        ("日期,花费", "2026-04-15~2026-04-15,1", "day", False, "d"),
        ("日期,花费", "2026-04-13~2026-04-19,1", "week", True, "w"),
        ("日期,花费", "2026/4/13-2026/4/19,1", "week", True, "w"),
        ("日期,花费", "2026-04-13 00:00至2026-04-20 00:00,1", "week", True, "w"),
        ("日期,花费", "2026-04-01~2026-04-30,1", "month", True, "o"),
        ("日期,花费", "2026-02-01 至 2026-02-28,1", "month", True, "o"),
    ],
)
def test_what_a_row_stands_for(header, line, grain, sure, letter):
    plan = plan_of(header, line)
    assert (plan.grain, plan.grain_is_sure) == (grain, sure)
    assert next(plan.chunks()).keys[0].split("|")[1] == letter


@pytest.mark.parametrize(
    "span",
    [
        "2026-04-13~2026-04-14",
        "2026-04-01~2026-04-10",
        "2026-04-15~2026-05-14",
        "2026/1/1-2026/6/30",
    ],
)
def test_several_days_in_one_row_are_not_taken_for_the_first_of_them(span):
    """What each campaign spent in ten days was said to be spent on the first."""
    rows, refused = read("日期,计划ID,花费", f"{span},1,10", f"{span},2,20", "合计,,30")
    assert (rows, refused) == ([], {2: "span", 3: "span", 4: "total_line"})


LABELS = ["开始日期,结束日期", "统计开始时间,统计截止时间", "Start Date,End Date", "起始日,终止日"]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize(
    ("ends", "grain", "reasons"),
    [
        (["2026-04-13,2026-04-19", "2026-04-20,2026/4/26"], "week", ["", ""]),
        (
            ["2026-04-06,2026-04-12", "2026-04-13,2026-04-19", "2026-04-20,2026-04-22"],
            "week",
            ["", "", ""],  # the last is not over yet
        ),
        (["2026-04-01,2026-04-30"], "month", [""]),
        (["2026-04-13,2026-04-13", "2026-04-14,2026-04-14"], "day", ["", ""]),
        (
            ["2026-04-13,2026-04-13", "2026-04-14,", "2026-04-13,2026-04-14"],
            "day",
            ["", "", "total_line"],
        ),
        (["2026-04-13,2026-04-22", "2026-04-13,2026-04-22"], "day", ["span", "span"]),
    ],
)
def test_the_end_of_a_row_s_days_may_stand_in_a_column_of_its_own(labels, ends, grain, reasons):
    """All of it was the first day's."""
    lines = [f"{labels},计划名称,花费", *(f"{end},甲{n},10" for n, end in enumerate(ends))]
    assert plan_of(*lines).grain == grain
    _rows, refused = read(*lines)
    assert [refused.get(line, "") for line in range(2, len(lines) + 1)] == reasons


def test_a_live_past_midnight_is_no_span_of_days():
    lines = ["开始时间,结束时间,花费", "2026-04-13 22:00,2026-04-14 01:10,10"]
    assert (plan_of(*lines).grain, read(*lines)[1]) == ("hour", {})


@pytest.mark.parametrize(
    ("labels", "level", "names"),
    [
        ("", 0, {}),
        ("账户名称", 0, {}),
        ("计划ID", 1, {"计划ID": ("campaign",)}),
        ("计划名称", 1, {"计划名称": ("campaign_name",)}),
        ("计划ID 计划名称", 1, {"计划ID": ("campaign", "campaign_name")}),
        ("计划名称 组名称", 2, {"计划名称": ("campaign_name",), "组名称": ("unit_name",)}),
        ("创意ID", 3, {"创意ID": ("ad",)}),
        (
            "组ID 创意ID 计划ID",
            3,
            {k: (v,) for k, v in (("组ID", "unit"), ("创意ID", "ad"), ("计划ID", "campaign"))},
        ),
    ],
)
def test_how_fine_the_rows_are(labels, level, names):
    header = ["日期", *labels.split(), "花费"]
    plan = plan_of(",".join(header), ",".join(["2026-04-15", *["1"] * (len(header) - 1)]))
    assert (plan.level, plan.names) == (level, names)


def key(header, line):
    (found,) = next(plan_of(header, line).chunks()).keys
    return found.split("|", 2)[2]


def test_a_number_names_a_campaign_where_it_has_one():
    assert key("日期,计划名称,计划ID,花费", "2026-04-15,甲,7,1") == "c=7|1"
    assert key("日期,计划名称,花费", "2026-04-15,甲,1") == "cn=甲|1"
    assert key("日期,计划ID,组名称,花费", "2026-04-15,7,乙,1") == "c=7|un=乙|1"
    assert key("日期,花费", "2026-04-15,1") == "|1"


def test_a_goal_names_only_what_has_no_campaign():
    alone = key("日期,营销目标,花费", "2026-04-15,直播,1")
    assert alone.endswith("=直播|1")
    for label in ("计划ID", "计划名称", "组ID", "组名称", "创意ID", "创意名称"):
        assert "直播" not in key(f"日期,营销目标,{label},花费", "2026-04-15,直播,7,1")
    assert "直播" in key("日期,营销目标,账户名称,花费", "2026-04-15,直播,店,1")


@pytest.mark.parametrize(
    "text",
    [
        "未知",
        "其他",
        "其它",
        "（未知）",
        "[其他]",
        "未知计划",
        "其他的广告组",
        "Unknown",
        "others",
        "not set",
        "未分类",
        "未设置",
        " 未知 ",
    ],
)
@pytest.mark.parametrize("label", ["计划名称", "计划ID", "创意名称", "组ID"])
def test_what_is_nobodys_is_no_part(text, label):
    ((row,), refused) = read(f"日期,{label},花费", f"2026-04-15,{text},1")
    assert refused == {}
    assert text.strip() not in {str(value).strip() for value in row.values()}


@pytest.mark.parametrize("text", ["未知星球果干", "其他人都说好", "甲", "unknownish"])
def test_a_name_that_begins_so_is_one(text):
    ((row,), _) = read("日期,计划名称,花费", f"2026-04-15,{text},1")
    assert row["campaign_name"] == text


def test_an_account_may_be_called_others():
    ((row,), _) = read("日期,账户名称,花费", "2026-04-15,其他,1")
    assert row["account_name"] == "其他"


def test_all_numbers_are_no_number_of_a_part():
    ((row,), _) = read("日期,计划ID,花费", "2026-04-15,全部,1")
    assert row["campaign"] is None


def test_figures_by_their_kind():
    header = "日期,花费,花费(分),人均停留时长,直播观看数"
    ((row,), _) = read(header, "2026-04-15,1.5,7,1:30,1.9w")
    assert (row["spend"], row["stay_seconds"], row["views"]) == (150, 90.0, 19_000)
    ((row,), _) = read("日期,花费(分),人均停留时长(分钟)", "2026-04-15,7,2")
    assert (row["spend"], row["stay_seconds"]) == (7, 120.0)
    ((row,), _) = read("日期,小时,花费", "2026-04-15,9点,1")
    assert row["time"] % 86_400 == 9 * 3_600
    assert read("日期,小时,花费", "2026-04-15,9:30,1")[1] == {2: "bad_hour"}
    ((row,), _) = read("日期,时间点,花费", "2026-04-15,9:30:15,1")
    assert row["time"] % 86_400 == 9 * 3_600 + 30 * 60 + 15
