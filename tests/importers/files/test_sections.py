"""Several tables in one file: where each begins and ends."""

from __future__ import annotations

from ksdesk.importers.files.sections import Section, find

KNOWN = frozenset(("日期", "花费", "订单数")).__contains__


def found_in(text: str) -> list[Section]:
    return find([(n, line.split(",")) for n, line in enumerate(text.split("\n"), 1)], KNOWN)


def shown(text: str) -> list[tuple[str, int, tuple[str, ...], int | None]]:
    return [(s.title, s.header_line, s.header, s.end_line) for s in found_in(text)]


def test_one_table_runs_to_the_end():
    assert shown("日期,花费\n2026-04-15,1") == [("", 1, ("日期", "花费"), None)]
    assert shown("报表\n日期,花费,\n2026-04-15,1,") == [("报表", 2, ("日期", "花费"), None)]


def test_a_table_ends_where_the_blank_line_or_the_title_of_the_next_one_begins():
    first, below = "总览\n日期,花费\n2026-04-15,1\n2026-04-16,2\n", "商品,销量,价\n柿饼,3,5"
    header = ("商品", "销量", "价")
    for between, end in (("\n", 5), ("\n明细\n", 5), ("明细\n", 5), ("\n\n明细\n", 5)):
        one, two = found_in(first + between + below)
        assert (one.title, one.header_line, one.end_line) == ("总览", 2, end)
        assert (two.title, two.header) == ("明细" if "明" in between else "", header)
        assert two.header_line == 5 + between.count("\n")
        assert two.parted is (between.startswith("\n") and "明" in between)


def test_a_blank_line_alone_ends_no_table():
    rows = "品名,类别\n红富士,10\n\n冰糖橙,无\n柿饼,5"
    assert shown(rows) == [("", 1, ("品名", "类别"), None)]
    known = "品名,类别\n红富士,10\n\n日期,花费\n没有,无"  # two names that are known make a header
    assert [s.header_line for s in found_in(known)] == [1, 4]
    half = "品名,类别\n红富士,10\n\n日期,别的\n没有,无"
    assert [s.header_line for s in found_in(half)] == [1]


def test_a_header_has_names_that_differ_and_is_not_the_one_above_again():
    assert found_in("甲,甲\n1,2") == []
    assert found_in("甲,2\n1,2") == []
    assert found_in("甲\n1,2") == []
    again = "日期,花费\n2026-04-15,1\n\n日期,花费\n2026-04-16,2"
    assert [s.header_line for s in found_in(again)] == [1]


def test_fifty_tables_are_enough():
    many = "\n\n".join(f"日期,花费,{n}号\n2026-04-15,1,2" for n in range(60))
    assert len(found_in(many)) == 50
