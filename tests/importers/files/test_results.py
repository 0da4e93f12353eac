"""Cells of an xlsx without a result: an error, or a formula that was never worked out."""

from __future__ import annotations

import pytest

from ksdesk.importers.files import results

FORMULA = "<f>{}</f>"


def found(*cells, **more):
    xml = f"<sheetData><row>{''.join(cells)}</row></sheetData>".encode()
    return results.gaps([xml], **more)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="e" s="1" r="A1"><f>B1</f><v>#N/A</v></c>', "#N/A"),
        ('<c r="A1" t="e"><v></v></c>', "#VALUE!"),
        ('<c r="A1" t="e"></c>', "#VALUE!"),
        ('<c r="A1"><f>B1*2</f></c>', "=B1*2"),
        ('<c r="A1"><f>B1*2</f><v></v></c>', "=B1*2"),
        ('<c r="A1"><f>B1&lt;2</f></c>', "=B1<2"),
        ('<c r="A1"><f t="shared" si="0"/></c>', "=..."),
        ('<c r="A1"><f></f></c>', "=..."),
        ('<c r="A1"><f>' + "1+" * 40 + "1</f></c>", "=" + "1+" * 30),
        # with a result, or none to be had
        ('<c r="A1"><f>B1*2</f><v>0</v></c>', ""),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', ""),
        ('<c r="A1"><v>12</v></c>', ""),
        ('<c r="A1"/>', ""),
        ('<c r="A1" t="s"><v>3</v></c>', ""),
        ('<c t="e"><v>#REF!</v></c>', ""),
    ],
)
def test_what_is_shown_for_a_cell(cell, shown):
    """A cell beside it is nothing of it."""
    assert found(cell, '<c r="C1"><v>1</v></c>') == ({0: {0: shown}} if shown else {})


@pytest.mark.parametrize(
    ("place", "row", "column"),
    [("A1", 0, 0), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)],
)
def test_rows_and_columns_count_from_0(place, row, column):
    assert found(f'<c r="{place}" t="e"><v>#N/A</v></c>') == {row: {column: "#N/A"}}


def test_no_more_are_told_than_anybody_reads(monkeypatch):
    monkeypatch.setattr(results, "MOST", 3)
    cells = [f'<c r="{column}1" t="e"><v>#N/A</v></c>' for column in "ABCDE"]
    assert found(*cells) == {0: dict.fromkeys(range(3), "#N/A")}
    assert results.gaps(f'<c r="{c}1" t="e"><v>#N/A</v></c>'.encode() for c in "ABCDE") == {
        0: dict.fromkeys(range(3), "#N/A")
    }


@pytest.mark.parametrize("size", [1, 3, 11, 30, 10_000])
def test_cells_are_whole_whatever_the_blocks(size):
    xml = b"".join(
        b'<c r="A%d" t="e"><v>#N/A</v></c><c r="B%d"><v>1</v></c>' % (n, n) for n in range(1, 9)
    )
    blocks = [xml[at : at + size] for at in range(0, len(xml), size)]
    assert results.gaps(blocks) == {row: {0: "#N/A"} for row in range(8)}


@pytest.mark.parametrize(
    ("block", "doubtful"),
    [
        ('<c r="A1" t="e"><v>#REF!</v></c>', True),
        ('<c r="A1"><f>B1</f></c>', True),
        ('<c r="A1"><f t="shared" si="0">B1</f></c>', True),
        ('<c r="A1"><f/></c>', True),
        ('<c r="A1"><v>1</v></c>', False),
        ('<c r="A1" t="inlineStr"><is><t>fee</t></is></c>', False),
        ('<fill/><sheetFormatPr r="e"/>', False),
    ],
)
def test_where_such_cells_may_be(block, doubtful):
    assert results.is_doubtful(block.encode()) == doubtful


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("/other/sheet1.xml", "other/sheet1.xml"),
    ],
)
def test_the_entry_of_a_sheet(target, path):
    """Of a name as it is shown, among others and with whatever prefix."""
    book = b'<sheets><sheet name="a &amp; b" r:id="rId7" sheetId="1"/><x:sheet name="c" d:id="8"/>'
    other = (
        b'<sheet name="without"/><sheet name="nowhere" r:id="rId9"/><sheetView name="d" r:id="8"/>'
    )
    relations = (
        f'<Relationship Id="rId7" Target="{target}"/><p:Relationship Target="e.xml" Id="8"/>'
    )
    assert results.entries_of(book + other, relations.encode()) == {
        "a & b": path,
        "c": "xl/e.xml",
    }
