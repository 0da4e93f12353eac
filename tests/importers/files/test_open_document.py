"""What an ods spans, and its cells without a result, read block by block."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files import open_document, results

URN = "urn:oasis:names:tc:opendocument:xmlns"
HEAD = (
    f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0"'
    f' xmlns:text="{URN}:text:1.0" xmlns:calcext="{URN}:calcext">'
)
TEXT = ' office:value-type="string"'
ERROR = ' calcext:value-type="error"'


def cell(more="", text="", times=1, name="table-cell"):
    again = f' table:number-columns-repeated="{times}"' if times != 1 else ""
    return f"<table:{name}{again}{more}><text:p>{text}</text:p></table:{name}>"


def row(*cells, times=1):
    again = f' table:number-rows-repeated="{times}"' if times != 1 else ""
    return f"<table:table-row{again}>{''.join(cells)}</table:table-row>"


def sheets(*tables, within="spreadsheet"):
    body = "".join(f"<table:table>{''.join(rows)}</table:table>" for rows in tables)
    return f"{HEAD}<office:{within}>{body}</office:{within}></office:document-content>"


def gaps(xml, cells=1_000, size=1 << 20, block=1 << 20):
    data = xml.encode()
    blocks = [data[at : at + block] for at in range(0, len(data), block)]
    return open_document.judged(blocks, cells, size)


def refused(xml, **more):
    with pytest.raises(ImportProblem) as caught:
        gaps(xml, **more)
    return caught.value.code, dict(caught.value.facts)


FULL = cell(TEXT, "x")


# ---- how much it spans


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([row(FULL)] * 20, 20),
        ([row(FULL, times=20)], 20),
        ([row(cell(TEXT, "x", 20))], 20),
        ([row(cell(TEXT, "x", 5), times=4)], 20),
        ([row(FULL), row(cell(TEXT, "x", 5)), row(FULL, times=2)], 20),
        ([row(cell("", "", 19), FULL)], 20),
        ([row(cell("", "", 20), times=19), row(FULL)], 20),
        ([row(FULL, cell("", "", 16_000), times=20)], 20),  # an empty end of a row
        ([row(FULL, times=20), row(cell(), times=1_000_000)], 20),  # and of a sheet
        ([row(cell(' table:formula="of:=1"', "1", 20))], 20),
        ([row(cell(TEXT, "x", 20, "covered-table-cell"))], 20),
        ([row(cell(TEXT, "x", "many"), times="0")] * 20, 20),
    ],
)
def test_the_area_of_a_sheet(rows, spans):
    """Half of it may be empty."""
    assert gaps(sheets(rows), cells=spans // 2) == [{}]
    code, facts = refused(sheets(rows), cells=spans // 2 - 1)
    assert (code, facts) == ("too_many", {"cells": spans // 2, "limit": spans // 2 - 1})


def test_the_areas_of_all_sheets_count_together():
    tables = [[row(cell(TEXT, "x", 10), times=2)], [row(cell(TEXT, "x", 3), times=10)]]
    assert gaps(sheets(*tables), cells=25) == [{}, {}]
    assert refused(sheets(*tables), cells=24)[1]["cells"] == 25
    assert refused(sheets(*tables, *tables), cells=48)[1]["cells"] == 50


def test_a_table_within_a_cell_begins_no_sheet():
    inner = f"<table:table-cell{TEXT}><table:table>{row(cell(ERROR))}</table:table>x"
    tables = [[row(FULL), f"<table:table-row>{inner}</table:table-cell></table:table-row>"], []]
    assert len(gaps(sheets(*tables))) == 2


# ---- what is refused for what it is


def test_a_text_or_slides_are_foreign():
    for within in ("text", "presentation"):
        assert refused(sheets([row(FULL)], within=within)) == ("foreign", {})
    assert refused(sheets([row(cell(ERROR))], within="text")) == ("foreign", {})


def test_more_bytes_than_may_be_unpacked():
    xml = sheets([row(FULL)])
    size = len(xml.encode())
    assert gaps(xml, size=size, block=50) == [{}]
    assert refused(xml, size=size - 1, block=50)[0] == "bomb"


def test_damage_and_entities():
    assert refused(sheets([row(FULL)])[:-5] + "<<<>")[0] == "damaged"
    assert refused('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheets([]))[0] == "bomb"


# ---- cells without a result


@pytest.mark.parametrize("block", [1, 7, 1 << 20])
def test_where_they_stand(block):
    first = [
        row(FULL, cell(ERROR, "#REF!")),
        row(FULL, times=3),
        row(cell(TEXT, "x", 4), cell(ERROR, "#REF!", 2), FULL, cell(ERROR, "#N/A"), times=2),
    ]
    second = [row(cell(), cell(ERROR, "#NUM!", 1, "covered-table-cell"))]
    both = {4: "#REF!", 5: "#REF!", 7: "#N/A"}
    assert gaps(sheets(first, [], second), block=block) == [
        {0: {1: "#REF!"}, 4: both, 5: both},
        {},
        {0: {1: "#NUM!"}},
    ]


@pytest.mark.parametrize(
    ("attributes", "text", "shown"),
    [
        (ERROR, "#DIV/0!", "#DIV/0!"),
        (ERROR, " #DIV/0! ", "#DIV/0!"),
        (ERROR, "Err:502", "#VALUE!"),
        (ERROR, "", "#VALUE!"),
        (' calcext:value-type="float" office:value-type="float"', "#DIV/0!", "#DIV/0!"),
        (' office:value-type="float"', "#N/A", "#N/A"),
        (TEXT + ' table:formula="of:=1/0"', "#DIV/0!", "#DIV/0!"),
        (' table:formula="of:=1/0"', "#DIV/0!", "#DIV/0!"),
        # somebody typed it, or it is no error at all
        (TEXT, "#N/A", ""),
        ("", "#N/A", ""),
        (TEXT + ' table:formula="of:=A1"', "#1", ""),
        (' office:value-type="float"', "12", ""),
        # formulas that were never worked out
        (' table:formula="of:=[.A1]*2"', "", "=[.A1]*2"),
        (' table:formula="msoxl:=A1=2"', "", "=A1=2"),
        (' table:formula="of:=[.A1]"', "3", ""),
        (' table:formula="of:=[.A1]" office:value-type="float"', "", ""),
        (' table:formula="of:=[.A1]"' + TEXT, "", ""),
        (f' table:formula="of:={"1+" * 40}1"', "", "=" + "1+" * 30),
    ],
)
def test_what_a_cell_without_a_result_shows(attributes, text, shown):
    assert gaps(sheets([row(cell(attributes, text))])) == [{0: {0: shown}} if shown else {}]


def test_a_cells_text_is_its_own():
    """In pieces, and not that of the cell before or of what stands between cells."""
    pieces = f"<table:table-cell{ERROR}><text:p>#DI<text:span>V/0!</text:span></text:p>"
    between = "<text:p>#REF!</text:p>"
    cells = [cell(ERROR, "#N/A"), between, cell(ERROR), f"{pieces}</table:table-cell>"]
    assert gaps(sheets([row(*cells)])) == [{0: {0: "#N/A", 1: "#VALUE!", 2: "#DIV/0!"}}]
    assert gaps(sheets([row(cell(ERROR, "#NUM!" + "\n" * 500_000))])) == [{0: {0: "#NUM!"}}]


def test_no_more_are_told_than_anybody_reads(monkeypatch):
    monkeypatch.setattr(results, "MOST", 5)
    three = [row(cell(ERROR, "#N/A", 3))]
    assert gaps(sheets(three, three)) == [
        {0: dict.fromkeys((0, 1, 2), "#N/A")},
        {0: dict.fromkeys((0, 1), "#N/A")},
    ]
    million = row(cell(ERROR, "#N/A", 1_000_000), times=1_000_000)
    assert gaps(sheets([million]), cells=10**12) == [{0: dict.fromkeys(range(5), "#N/A")}]
    below = row(cell(ERROR, "#N/A"), times=1_000_000)
    assert [*gaps(sheets([below]), cells=10**12)[0]] == [0, 1, 2, 3, 4]
