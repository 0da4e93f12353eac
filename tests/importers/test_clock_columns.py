"""The time of day in a column beside the day, whatever the two are called: never midnight."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import from_seconds
from ksdesk.importers import open_table
from ksdesk.importers.kinds import BY_CODE, recognise


def read(*lines: str):
    """The kind, the roles of the columns by label, the plan, its times, the lines refused."""
    table = open_table(Source("t", text="\n".join(lines) + "\n"))
    kind = recognise(table, BY_CODE["traffic"])
    columns = kind.columns(table.header, table.sample)
    plan = kind.plan(table, columns)
    (chunk,) = plan.chunks()
    times = [str(from_seconds(row[2]))[5:] for row in chunk.rows()]
    refused = {one.line: one.reason for one in chunk.refused}
    return kind.code, {c.label: c.role for c in columns}, plan, times, refused


@pytest.mark.parametrize(
    ("day", "clock", "grain"),
    [
        ("日期", "时间", "hour"),
        ("统计日期", "时间点", "hour"),
        ("日期", "开播时间", "live"),
        ("开播日", "开播时间", "live"),
    ],
)
def test_traffic_by_day_and_clock(day, clock, grain):
    """Three hours of a day were three rows of its midnight."""
    cells = {"9:30": "04-15 09:30:00", "10:00:00": "04-15 10:00:00", "下午 3:04": "04-15 15:04:00"}
    rows = [("2026-04-15", cell) for cell in cells] + [("2026-04-15", "")]
    for turn in (1, -1):
        header = ",".join((day, clock)[::turn]) + ",花费(元),广告曝光数"
        lines = (",".join(row[::turn]) + ",1,1" for row in rows)
        code, roles, plan, times, refused = read(header, *lines)
        assert (code, roles[day], roles[clock], plan.grain) == ("traffic", "time", "hour", grain)
        assert (times, refused) == (list(cells.values()), {5: "bad_hour"})


@pytest.mark.parametrize(
    "header",
    [
        "订单号,下单日期,下单时间,实付款,备注",
        "订单号,下单日期,下单时刻,实付款,备注",
        "流水号,交易日期,交易时间,收入金额,支出金额",
        "流水号,交易日,记账时间,收入金额,支出金额",
    ],
)
@pytest.mark.parametrize("day", ["2026-04-15", "20260415", "2026/4/15 0:00"])
def test_rows_of_records_by_day_and_clock(header, day):
    """The column called a time had clocks alone, and every row was refused."""
    lines = (f"2404100{n},{day},{clock},5," for n, clock in enumerate(("10:20:30", "下午3:04", "")))
    _code, _roles, _plan, times, refused = read(header, *lines)
    assert (times, refused) == (["04-15 10:20:30", "04-15 15:04:00", "04-15 00:00:00"], {})


def test_what_came_later_is_not_the_clock():
    """A live ends, a parcel leaves: those are not when the row was."""
    _code, roles, _plan, times, _refused = read(
        "日期,下播时间,直播间ID,观看人数", "2026-04-15,23:10,1,9", "2026-04-15,23:50,2,8"
    )
    assert roles["下播时间"].startswith("note:")
    assert times == ["04-15 00:00:00"] * 2
    _code, roles, *_ = read(
        "日期,时间,观看人数,涨粉数", "2026-04-15 09:30,10:00,9,1", "2026-04-15 10:30,11:00,8,1"
    )
    assert roles["时间"].endswith(":时间")  # the day has its clock already


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("讲解用时", "note:讲解用时"),
        ("首次响应", "note:首次响应"),
        ("客服平均回复", "note:客服平均回复"),
        ("开播时长(场)", "own:开播时长(场)(秒)"),
        ("duration", "own:duration(秒)"),
    ],
)
def test_how_long_it_took_is_not_the_clock(label, role):
    """Three days of a report were three minutes after midnight, and hours."""
    _code, roles, plan, times, _refused = read(
        f"日期,花费(元),广告曝光数,{label}",
        *(f"2026-04-1{n},1,1,00:1{n}:35" for n in (5, 6, 7)),
    )
    assert (roles[label], plan.grain) == (role, "day")
    assert times == [f"04-1{n} 00:00:00" for n in (5, 6, 7)]


def test_a_clock_without_a_day_is_refused():
    _code, roles, _plan, times, refused = read("订单号,下单时间,实付款", "24,10:20:30,5")
    assert (roles["下单时间"], times, refused) == ("time", [], {2: "bad_day"})


@pytest.mark.parametrize(
    ("days", "read_as", "refused_lines"),
    [
        ("4/15/2026 10:20|4/5/2026 11:20|12/4/2026", "04-15 10:20|04-05 11:20|12-04 00:00", ""),
        ("15/4/2026|4/5/2026|12/4/2026 9:00", "04-15 00:00|05-04 00:00|04-12 09:00", ""),
        ("15.04.2026|04.05.2026", "04-15 00:00|05-04 00:00", ""),
        ("15-Apr-26|5-May-26 3:04 PM|1-Dec-26", "04-15 00:00|05-05 15:04|12-01 00:00", ""),
        ("4/5/2026|4/4/2026|5/4/2026", "04-04 00:00", "2|4"),
        ("4/15/2026|15/4/2026|4/5/2026", "04-15 00:00|04-15 00:00", "4"),
    ],
)
def test_days_with_the_year_behind_are_read_as_their_column_writes_them(
    days, read_as, refused_lines
):
    """What nobody can tell is refused by name, and is no day by chance."""
    rows = (f"{n},{day},5" for n, day in enumerate(days.split("|")))
    _code, roles, _plan, times, refused = read("订单号,下单日,实付款", *rows)
    assert roles["下单日"] == "time"
    assert times == [f"{time}:00" for time in read_as.split("|")]
    assert refused == {int(n): "bad_day" for n in refused_lines.split("|") if n}


@pytest.mark.parametrize("spelling", ["2026-{:02}", "2026年{}月", "2026/{}", "2026年{}月份"])
@pytest.mark.parametrize("label", ["月份", "统计月份", "日期"])
def test_traffic_by_months(label, spelling):
    """No month was a time, and nothing that the seller could say made one of it."""
    rows = [f"{spelling.format(month)},1,2" for month in (9, 10)]
    code, roles, plan, times, refused = read(f"{label},花费,曝光数", *rows, "合计,2,4")
    assert (code, roles[label], plan.grain) == ("traffic", "time", "month")
    assert times == ["09-01 00:00:00", "10-01 00:00:00"]
    assert refused == {4: "total_line"}


def test_a_month_beside_days_is_no_first_day():
    *_, times, refused = read("日期,花费,曝光数", "2026-04-01,1,1", "2026-04-02,1,1", "2026-04,2,2")
    assert (times, refused) == (["04-01 00:00:00", "04-02 00:00:00"], {4: "bad_day"})
