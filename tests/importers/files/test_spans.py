"""Workbooks and web pages: merged cells, hidden sheets, cells without a result."""

from __future__ import annotations

import pytest
import xlsxwriter

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.files.results import entries_of, gaps
from ksdesk.importers.kinds import BY_CODE, recognise
from tests.importers.made_sheets import (
    ERRORS,
    MAIN,
    Broken,
    BrokenFormula,
    html,
    letters,
    ods,
    xls,
    xlsx,
)

HEADER = ["订单号", "订单创建时间", "订单状态", "实付款", "商品ID", "成交数量"]
NUMBER = "2404123456789001"
LINES = [(NUMBER, "完成", None if n else 5990, str(77 + n), n + 1) for n in range(3)]


def orders(path):
    table = open_table(path)
    assert recognise(table) is BY_CODE["orders"]
    plan = BY_CODE["orders"].plan(table, BY_CODE["orders"].columns(table.header, table.sample))
    (chunk,) = plan.chunks()
    at = [plan.fields.index(name) + 2 for name in ("order_no", "status", "paid", "product_id")]
    at.append(plan.fields.index("quantity") + 2)
    return [tuple(row[i] for i in at) for row in chunk.rows()], chunk.refused


def merged_workbook(path):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 1, HEADER)  # the first column is empty
        for column, value in enumerate((NUMBER, "2026-04-05 10:20:30", "完成", 59.9), 1):
            sheet.merge_range(1, column, 3, column, value)
        for n in range(3):
            sheet.write_row(n + 1, 5, [str(77 + n), n + 1])
    return path


def web_page(path):
    cells = "".join(
        f'<td rowspan="3">{value}</td>'
        for value in (NUMBER, "2026-04-05 10:20:30", "完成", "59.90")
    )
    first, *others = (f"<td>{77 + n}<td>{n + 1}</tr>" for n in range(3))
    head = "".join(f"<th>{label}</th>" for label in HEADER)
    rows = f"<tr>{head}</tr><tr>{cells}{first}" + "".join(f"<tr>{other}" for other in others)
    path.write_text(f"<html><table>{rows}</table></html>", "utf-8")
    return path


@pytest.mark.parametrize("make", [merged_workbook, web_page])
def test_cells_over_several_lines_hold_for_each(tmp_path, make):
    """The second product of an order was refused, or shifted to the left. The amount of the order
    counts once."""
    found, refused = orders(make(tmp_path / "orders.xls"))
    assert (found, refused) == (LINES, [])


def test_spans_of_a_web_page_reach_as_far_as_they_say(tmp_path):
    path = tmp_path / "report.xls"
    path.write_text(
        "<table><thead><tr><th rowspan=2>日期<th colspan=2>流量<th rowspan=2>备注</tr>"
        "<tr><th>曝光数<th>点击数</tr></thead><tbody>"
        "<tr><td rowspan=0>2026-04-05<td>1<td>2<td rowspan=2>好</tr><tr><td>3<td>4</tr>"
        "<tr><td>5<td>6<td>坏</tr></tbody><tr><td>2026-04-06<td>7<td>8</tr></table>",
        "utf-8",
    )
    table = open_table(path)
    assert (table.header_line, table.header) == (2, ("日期", "曝光数", "点击数", "备注"))
    assert list(table.rows) == [
        ["2026-04-05", "1", "2", "好"],
        ["2026-04-05", "3", "4", "好"],
        ["2026-04-05", "5", "6", "坏"],
        ["2026-04-06", "7", "8"],
    ]


def test_a_hidden_sheet_is_the_last_choice(tmp_path):
    path = tmp_path / "orders.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, number in (("旧数据", "1"), ("订单", "2"), ("更旧", "3")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEADER)
            sheet.write_row(1, 0, [number, "2026-04-05", "完成", 1, "7", 1])
        book.worksheets()[0].hide()
        book.worksheets()[2].very_hidden()
        book.worksheets()[1].activate()
        book.worksheets()[1].set_first_sheet()
    table = open_table(path)
    assert [part.name for part in table.parts] == ["订单", "旧数据", "更旧"]
    assert [row[0] for row in table.rows] == ["2"]


def sheet_of(cells):
    """A sheet of orders whose third column holds these cells as XML."""
    rows = [
        f'<c r="{letters(i)}1" t="inlineStr"><is><t>{label}</t></is></c>'
        for i, label in enumerate(["订单号", "订单创建时间", "实付款", "订单状态"])
    ]
    xml = "".join(rows)
    lines = [f'<row r="1">{xml}</row>']
    for number, cell in enumerate(cells, 2):
        lines.append(
            f'<row r="{number}"><c r="A{number}"><v>{number}</v></c>'
            f'<c r="B{number}"><v>46117</v></c>{cell.format(n=number)}</row>'
        )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'.encode()


def test_cells_without_a_result_name_their_rows(tmp_path):
    """#VALUE! and a formula that was never worked out came in as an order without an amount."""
    path = tmp_path / "orders.xlsx"
    path.write_bytes(
        xlsx(
            说明=[["x"]],
            订单=sheet_of(
                [
                    '<c r="C{n}" t="e"><v>#VALUE!</v></c>',
                    '<c r="C{n}"><f>A{n}*2</f></c>',
                    '<c r="C{n}"><f>A{n}*2</f><v></v></c>',
                    '<c s="1" t="e" r="C{n}"><f>A{n}*2</f><v>#REF!</v></c>',
                    '<c r="C{n}"><f t="shared" si="0"/></c>',
                    '<c r="C{n}"><f>A{n}*2</f><v>59.9</v></c>',
                    '<c r="C{n}" t="e"><v>#DIV/0!</v></c>',
                    '<c r="C{n}" t="str"><f>""</f><v></v></c>',
                    '<c r="C{n}"/>',
                ]
            ),
        )
    )
    table = open_table(path)
    plan = BY_CODE["orders"].plan(table, BY_CODE["orders"].columns(table.header, table.sample))
    (chunk,) = plan.chunks()
    assert [(r.line, r.value, r.reason) for r in chunk.refused] == [
        (2, "#VALUE!", "no_result"),
        (3, "=A3*2", "no_result"),
        (4, "=A4*2", "no_result"),
        (5, "#REF!", "no_result"),
        (6, "=...", "no_result"),
        (8, "#DIV/0!", "no_result"),
    ]
    paid = plan.fields.index("paid") + 2
    assert [row[paid] for row in chunk.rows()] == [5990, None, None]


@pytest.mark.slow
@pytest.mark.parametrize("make", [lambda rows: xlsx(S=rows), xls, ods])
@pytest.mark.parametrize("broken", [Broken, BrokenFormula])
def test_errors_are_told_in_each_kind_of_workbook(tmp_path, make, broken):
    """In xls and ods they were "no value": an order without an amount, and not a word."""
    errors = [broken(error) for error in ERRORS]
    rows = [["订单编号", "下单时间", "实付款"], *[["241", "2026-04-05", e] for e in errors]]
    path = tmp_path / "orders.xls"
    path.write_bytes(make([*rows, ["242", "2026-04-05", 5.5], [errors[0], None, 5.0]]))
    table = open_table(path)
    assert [row[2] for row in table.rows] == [*ERRORS, "5.5", "5"]
    assert [*table.rows][-1][0] == "#NULL!"
    plan = BY_CODE["orders"].plan(table, BY_CODE["orders"].columns(table.header, table.sample))
    (chunk,) = plan.chunks()
    refused = [r.value for r in chunk.refused]
    assert refused[: len(ERRORS)] == [*ERRORS]


ODS_CELLS = {
    '<table:table-cell calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell>': (
        "#VALUE!"
    ),
    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">'
    "<text:p>#DIV/0!</text:p></table:table-cell>": "#DIV/0!",
    '<table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell>': (
        "#REF!"
    ),
    '<table:table-cell table:formula="of:=[.A1]*2"/>': "=[.A1]*2",
    '<table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="3">'
    "<text:p>3</text:p></table:table-cell>": "3",
}


def test_what_ods_cells_without_a_result_look_like(tmp_path):
    """A repeated row has them as often as it is repeated; a second sheet is told apart."""
    rows = "".join(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell'
        ' office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p>'
        f"</table:table-cell>{cell}</table:table-row>"
        for cell in ODS_CELLS
    )
    head = [["日期", "花费", "备注"]]
    path = tmp_path / "x.ods"
    path.write_bytes(ods(head, f'</table:table><table:table table:name="二">{rows}'))
    table = open_table(Source("x", path, part=1))
    cells = [row[2] for _number, row in table.grid()]
    assert cells == [text for text in ODS_CELLS.values() for _ in range(2)]


def test_cells_are_found_through_the_ends_of_blocks():
    xml = sheet_of(['<c r="C{n}" t="e"><v>#NUM!</v></c>'] * 20)
    for size in (7, 50, 1000):
        blocks = [xml[at : at + size] for at in range(0, len(xml), size)]
        assert gaps(blocks) == {row: {2: "#NUM!"} for row in range(1, 21)}


def test_sheets_are_found_by_their_relations():
    book = b'<x:sheets><x:sheet name="a &amp; b" sheetId="1" r:id="rId7"/></x:sheets>'
    relations = b'<Relationship Target="/xl/worksheets/x.xml" Id="rId7"/><Relationship Id="r2"/>'
    assert entries_of(book, relations) == {"a & b": "xl/worksheets/x.xml"}


def test_a_page_of_plain_rows_is_as_before(tmp_path):
    path = tmp_path / "x.xls"
    path.write_text(html([["日期", "花费"], ["2026-04-05", "1"]]), "utf-8")
    assert list(open_table(path).rows) == [["2026-04-05", "1"]]
