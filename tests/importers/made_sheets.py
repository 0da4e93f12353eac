"""Workbooks as bytes, made by hand, so that they can lie as those of the platform do."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

Cell = str | int | float | None

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36}


class Broken(str):
    """A cell with this error in it, typed or (`formula`) worked out."""

    formula = False


class BrokenFormula(Broken):
    formula = True


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def letters(column: int) -> str:
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _cell(place: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, Broken):
        return f'<c r="{place}" t="e">{"<f>A1</f>" * value.formula}<v>{value}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def sheet_xml(rows: Iterable[Sequence[Cell]], dimension: str = "A1") -> Iterable[bytes]:
    yield f'<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/><sheetData>'.encode()
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{letters(c)}{number}", value) for c, value in enumerate(row))
        yield f'<row r="{number}">{cells}</row>'.encode()
    yield b"</sheetData></worksheet>"


def xlsx(**sheets: Iterable[Sequence[Cell]] | bytes) -> bytes:
    """Sheets by name; the <dimension> of each says A1. Bytes are taken as the sheet's XML."""
    out = io.BytesIO()
    numbered = list(enumerate(sheets.items(), 1))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
            f' ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
            f'"{_SHEET_TYPE}"/></Types>',
        )
        z.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type='
            f'"{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
            for n, (name, _rows) in numbered
        )
        z.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        )
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet"'
            f' Target="worksheets/sheet{n}.xml"/>'
            for n, _sheet in numbered
        )
        z.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        )
        for n, (_name, rows) in numbered:
            with z.open(f"xl/worksheets/sheet{n}.xml", "w", force_zip64=True) as file:
                for piece in [rows] if isinstance(rows, bytes) else sheet_xml(rows):
                    file.write(piece)
    return out.getvalue()


def ods(rows: Iterable[Sequence[Cell]], more: str = "") -> bytes:
    body = ""
    for row in rows:
        cells = ""
        for value in row:
            if isinstance(value, int | float):
                cells += f'<table:table-cell office:value-type="float" office:value="{value}"/>'
            elif value is None:
                cells += "<table:table-cell/>"
            elif isinstance(value, Broken):
                cells += (
                    f'<table:table-cell {"""table:formula="of:=[.A1]" """ * value.formula}'
                    'office:value-type="string" office:string-value="" calcext:value-type="error">'
                    f"<text:p>{value}</text:p></table:table-cell>"
                )
            else:
                cells += (
                    '<table:table-cell office:value-type="string"><text:p>'
                    f"{escape(value)}</text:p></table:table-cell>"
                )
        body += f"<table:table-row>{cells}</table:table-row>"
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0"'
        f' xmlns:text="{urn}:text:1.0" xmlns:calcext="{urn}:calcext"><office:body>'
        f'<office:spreadsheet><table:table table:name="Sheet1">{body}{more}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", content)
        z.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"/>',
        )
    return out.getvalue()


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def xls(rows: Sequence[Sequence[Cell]]) -> bytes:
    """A BIFF8 workbook of one sheet in an OLE2 file."""

    def begin(kind: int) -> bytes:
        return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 1996, 0, 6))

    name = "Sheet1".encode("utf-16-le")
    head = begin(5) + _record(0x0042, struct.pack("<H", 1200))
    place = len(head) + 4 + 8 + len(name) + 4
    head += _record(0x0085, struct.pack("<IHBB", place, 0, 6, 1) + name) + _record(0x000A, b"")
    width = max(map(len, rows))
    body = begin(0x10) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, Broken):
                code, place = ERRORS[value], struct.pack("<HHH", r, c, 0)
                if value.formula:
                    result = struct.pack("<BxBxxxHHIH", 2, code, 0xFFFF, 0, 0, 0)
                    body += _record(0x0006, place + result)
                else:
                    body += _record(0x0205, place + bytes((code, 1)))
            elif isinstance(value, str):
                text = value.encode("utf-16-le")
                start = struct.pack("<HHHHB", r, c, 0, len(text) // 2, 1)
                body += _record(0x0204, start + text)
            elif value is not None:
                body += _record(0x0203, struct.pack("<HHHd", r, c, 0, value))
    return ole2(head + body + _record(0x000A, b""))


def ole2(stream: bytes, name: str = "Workbook") -> bytes:
    """One stream in an OLE2 file."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    count = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + count), 0xFFFFFFFE]
    assert len(fat) <= 128
    fat += [0xFFFFFFFF] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096,
                          0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = title.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    folder = folder.ljust(512, b"\0")
    return header + struct.pack("<128I", *fat) + folder + stream


def html(rows: Sequence[Sequence[str]], before: str = "") -> str:
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return (
        f"<html><head><title>x</title></head><body>{before}<table>\n{lines}</table></body></html>"
    )
