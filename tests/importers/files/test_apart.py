"""Workbooks that would take their reader along, and the program with it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.importers import open_table
from ksdesk.importers.files import apart, workbooks
from tests.importers.made_sheets import MAIN, ods, xlsx

ROWS = [["日期", "花费"], ["2026-04-15", 1.5]]


def worksheet(merge="", cells='<c r="A1"><v>1</v></c>'):
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData>{merge}'
        "</worksheet>"
    ).encode()


HOSTILE = {
    "spaces.ods": ods(
        ROWS,
        '<table:table-row><table:table-cell office:value-type="string"><text:p>x'
        '<text:s text:c="4000000000"/></text:p></table:table-cell></table:table-row>',
    ),
    "wide.ods": ods(
        ROWS,
        '<table:table-row><table:table-cell table:number-columns-repeated="4294967295"'
        ' office:string-value="x"/><table:table-cell office:value="1"/></table:table-row>',
    ),
    "merged.xlsx": xlsx(
        S=worksheet('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
    "far.xlsx": xlsx(S=worksheet(cells="<c r='A1'><v>1</v></c><c  r = 'XFD1048576'/>")),
    "short.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_costs_a_sentence(tmp_path, name):
    """Memory that could not be had ended the program, all windows and all."""
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    try:
        assert list(open_table(path).rows) is not None
    except ImportProblem as problem:
        assert problem.code in ("damaged", "bomb", "too_many")


def test_a_reader_that_ends_early_is_a_damaged_file(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(S=ROWS))
    monkeypatch.setattr(apart, "SECONDS", 0)
    with pytest.raises(ImportProblem) as caught:
        open_table(path)
    assert caught.value.code == "damaged"


def test_the_same_rows_as_in_this_process(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(一=[*ROWS, *[["2026-04-16", n] for n in range(2_500)]], 二=[["x"]]))
    source = apart.Source("a", path)
    here = [(s.name, s.kind, s.hidden, list(s.rows())) for s in workbooks.open_sheets(source)]
    there = [(s.name, s.kind, s.hidden, list(s.rows())) for s in apart.open_sheets(source)]
    assert there == here


def test_reading_stops_when_it_is_not_wanted_any_more(tmp_path):
    """While the process reads, and it is gone then."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(S=[[n, n] for n in range(20_000)]))
    asked = threading.Event()

    class Once(Progress):
        def wanted(self):
            there = asked.is_set()
            asked.set()
            return not there

    with pytest.raises(Cancelled):
        open_table(path, progress=Once())


def test_a_process_is_called_as_the_program_is_called():
    assert apart.ARGUMENT in Path(apart.__file__).parents[2].joinpath("__main__.py").read_text()
