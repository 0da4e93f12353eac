"""Workbooks that would take their reader along, and the program with it."""

from __future__ import annotations

import io
import json
import marshal
import threading
from contextlib import contextmanager
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


# ---- what both processes say to each other


def told(source=None, *, sheets=None, error=None, monkeypatch=None):
    """What the process that reads says, message by message."""

    def open_sheets(_source):
        yield from sheets or ()
        if error:
            raise error

    if monkeypatch:
        monkeypatch.setattr(workbooks, "open_sheets", open_sheets)
    out = io.BytesIO()
    apart._tell(source or apart.Source("x"), out)
    out.seek(0)
    return [(bytes([tag]), data) for tag, data in apart._messages(out)]


@pytest.mark.parametrize("count", [0, 1, 249, 250, 251, 500, 501])
def test_all_rows_of_a_sheet_are_told(tmp_path, count):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(S=[[n] for n in range(count)], T=[["x"]]))
    messages = told(apart.Source("a", path))
    heads = [json.loads(data) for tag, data in messages if tag == b"S"]
    assert heads == [["S", "xlsx", False], ["T", "xlsx", False]]
    assert [tag for tag, _data in messages].count(b"R") == -(-count // 250) + 1
    assert messages[-1] == (b"E", b"")
    rows = [row for tag, data in messages if tag == b"R" for row in marshal.loads(data)]
    assert rows == [*([str(n)] for n in range(count)), ["x"]]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportProblem("too_many", cells=9, limit=8), ["too_many", {"cells": 9, "limit": 8}]),
        (OSError(13, "x"), ["unreadable", {}]),
        (MemoryError(), ["bomb", {}]),
        (KeyError("x"), ["damaged", {"detail": "KeyError: 'x'"}]),
        (KeyboardInterrupt("y" * 500), ["damaged", {"detail": "KeyboardInterrupt: " + "y" * 181}]),
    ],
)
def test_whatever_happens_is_told(monkeypatch, error, said):
    messages = told(error=error, monkeypatch=monkeypatch)
    assert [(tag, json.loads(data)) for tag, data in messages] == [(b"P", said)]


@pytest.mark.parametrize("cut", range(12))
def test_half_a_message_is_none(cut):
    out = io.BytesIO()
    apart._say(out, 7, b"ab")
    apart._say(out, 8, b"")
    cut_off = io.BytesIO(out.getvalue()[:cut])
    assert [*apart._messages(cut_off)] == [(7, b"ab")] * (cut >= 7) + [(8, b"")] * (cut >= 12)
    assert [*apart._messages(io.BytesIO(out.getvalue()))] == [(7, b"ab"), (8, b"")]


@contextmanager
def saying(monkeypatch, *messages):
    """A process that says these messages."""
    out = io.BytesIO()
    for tag, data in messages:
        apart._say(out, tag, data)
    out.seek(0)

    @contextmanager
    def reader(_source, _progress):
        yield out

    monkeypatch.setattr(apart, "_reader", reader)
    yield


SHEET = (apart._SHEET, b'["a", "xls", true]')
BLOCK = (apart._ROWS, marshal.dumps([["1"], ["2"]]))


def heard():
    return [(s.name, s.kind, s.hidden, [*s.rows()]) for s in apart.open_sheets(apart.Source("x"))]


def test_what_is_heard_of_sheets(monkeypatch):
    rows = [["1"], ["2"]]
    with saying(monkeypatch, SHEET, BLOCK, BLOCK, SHEET, (apart._END, b"")):
        assert heard() == [("a", "xls", True, rows * 2), ("a", "xls", True, [])]
    with saying(monkeypatch, (apart._END, b"")):
        assert heard() == []


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ((), "damaged"),
        ((SHEET, BLOCK), "damaged"),  # it was ended
        ((BLOCK, (apart._END, b"")), ""),
        (((apart._PROBLEM, b'["too_many", {"cells": 5}]'),), "too_many"),
        ((SHEET, BLOCK, (apart._PROBLEM, b'["password", {}]')), "password"),
    ],
)
def test_what_is_heard_of_trouble(monkeypatch, messages, code):
    with saying(monkeypatch, *messages):
        if not code:
            with pytest.raises(ValueError):
                heard()
            return
        with pytest.raises(ImportProblem) as caught:
            heard()
    assert caught.value.code == code
    assert caught.value.facts == ({"cells": 5} if code == "too_many" else {})


def test_more_text_than_is_taken(monkeypatch):
    messages = (SHEET, BLOCK, (apart._END, b""))
    size = sum(len(data) for _tag, data in messages)
    monkeypatch.setattr(apart, "_MOST", size)
    with saying(monkeypatch, *messages):
        assert len(heard()) == 1
    monkeypatch.setattr(apart, "_MOST", size - 1)
    with saying(monkeypatch, *messages), pytest.raises(ImportProblem, match="bomb"):
        heard()


def test_a_password_and_what_was_unpacked_reach_the_reader():
    """Bytes that were unpacked are never written to a file."""
    for source, rest in (
        (apart.Source("x", Path("a.xlsx"), password="Ks"), b""),
        (apart.Source("x", Path("a.zip"), unpacked=b"bytes"), b"bytes"),
        (apart.Source("x", unpacked=b""), b""),
    ):
        pipe = io.BytesIO()
        pipe.close = lambda: None  # type: ignore[method-assign]
        apart._ask(pipe, source)
        pipe.seek(0)
        ((_tag, data),) = [next(apart._messages(pipe))]
        path = str(source.path.absolute()) if source.path else None
        assert json.loads(data) == [path, source.password]
        assert pipe.read() == rest
