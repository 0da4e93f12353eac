"""Workbooks of old Excel (.xls), judged and put right before their reader sees them.

The reader sets aside room for the whole area that the cells of a sheet span: one cell in the last
row and column of a few kilobytes asks for twelve gigabytes, which ends the program.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from ksdesk.domain.imports import ImportProblem
from ksdesk.domain.progress import Progress
from ksdesk.importers.files import results

_STREAMS: Final = ("Workbook", "Book")
_BEGIN, _END, _SHEET, _STRINGS = 0x0809, 0x000A, 0x0085, 0x00FC
_CODEPAGE, _DIMENSIONS = 0x0042, 0x0200
_FORMULA, _TRUTH = 0x0006, 0x0205
_BIFF8, _UNICODE = 0x0600, 1200
_ONE_CELL: Final = frozenset(
    (
        _FORMULA,
        0x0203,
        0x0204,
        _TRUTH,
        0x027E,
        0x00FD,
        0x00D6,
        0x0201,
        0x0001,
        0x0002,
        0x0003,
        0x0004,
    )
)
_SEVERAL: Final = frozenset((0x00BD, 0x00BE))  # a row, the first column, values, the last column
_TICK: Final = 20_000

Mendings = list[tuple[int, bytes]]
"""What must stand where in the stream."""


def made_right(
    file: BinaryIO, most_cells: int, progress: Progress
) -> tuple[BinaryIO, list[results.Gaps]]:
    """The workbook, or a copy in memory whose code page and sizes do not belie its cells; and the
    errors in its sheets, which the reader gives out as empty.

    Raises `ImportProblem` where a sheet spans more than twice `most_cells`, or is damaged, and for
    another program's file.
    """
    import olefile

    try:
        with olefile.OleFileIO(file) as folder:
            name = next((name for name in _STREAMS if folder.exists(name)), "")
            if not name:  # a text of old Word, slides, an e-mail
                raise ImportProblem("foreign")
            stream = folder.openstream(name).read()
        mendings, gaps = _judge(stream, most_cells, progress)
        file.seek(0)
        if not mendings:
            return file, gaps
        right = bytearray(stream)
        for at, piece in mendings:
            right[at : at + len(piece)] = piece
        copy = io.BytesIO(file.read())
        with olefile.OleFileIO(copy, write_mode=True) as folder:
            folder.write_stream(name, bytes(right))
            return io.BytesIO(copy.getvalue()), gaps
    except ImportProblem:
        raise
    except (OSError, ValueError, IndexError, KeyError, TypeError, struct.error) as error:
        raise ImportProblem("damaged", detail=str(error)[:200]) from error


def _judge(
    stream: bytes, most_cells: int, progress: Progress
) -> tuple[Mendings, list[results.Gaps]]:
    """BIFF8 has Unicode texts whatever its code page says, and the reader sets room aside for as
    many cells and strings as the file says that there are."""
    mendings: Mendings = []
    sheets, version = [0], 0
    for kind, at, length in _records(stream, 0, progress):
        if kind == _BEGIN and length >= 2 and not version:
            version = struct.unpack_from("<H", stream, at)[0]
        elif kind == _CODEPAGE and length >= 2 and version == _BIFF8:
            if struct.unpack_from("<H", stream, at)[0] != _UNICODE:
                mendings.append((at, struct.pack("<H", _UNICODE)))
        elif kind == _SHEET and length >= 4:
            sheets.append(struct.unpack_from("<I", stream, at)[0])
        elif kind == _STRINGS and struct.unpack("<I", stream[at + 4 : at + 8])[0] > len(stream):
            raise ImportProblem("damaged", detail="more strings than bytes")
    gaps = {
        place: _judge_sheet(stream, place, most_cells, mendings, progress)
        for place in dict.fromkeys(sheets)
    }
    return mendings, [gaps[place] for place in sheets[1:]]


def _judge_sheet(
    stream: bytes, place: int, most_cells: int, mendings: Mendings, progress: Progress
) -> results.Gaps:
    rows = columns = 0
    gaps: results.Gaps = {}
    for kind, at, length in _records(stream, place, progress):
        if kind == _BEGIN:
            rows = columns = 0
        elif kind == _DIMENSIONS and length >= 12:
            top, bottom, left, right = struct.unpack_from("<IIHH", stream, at)
            if max(0, bottom - top) * max(0, right - left) > most_cells:
                mendings.append((at, bytes(12)))
        elif (kind in _ONE_CELL or kind in _SEVERAL) and length >= 4:
            row, column = struct.unpack_from("<HH", stream, at)
            if kind in _SEVERAL and length >= 6:
                column = max(column, struct.unpack_from("<H", stream, at + length - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > 2 * most_cells:
                raise ImportProblem("too_many", cells=rows * columns, limit=most_cells)
            error = _error(kind, stream[at : at + min(length, 14)])
            if error and len(gaps) < results.MOST:
                gaps.setdefault(row, {})[column] = error
        elif kind == _END and place:
            break
    return gaps


def _error(kind: int, cell: bytes) -> str:
    """The error in a cell of BIFF5 or BIFF8, "" in others: behind row, column and format."""
    if kind == _TRUTH and len(cell) >= 8 and cell[7]:
        return results.ERRORS.get(cell[6], results.AN_ERROR)
    if kind == _FORMULA and len(cell) == 14 and cell[6] == 2 and cell[12:] == b"\xff\xff":
        return results.ERRORS.get(cell[8], results.AN_ERROR)
    return ""


def _records(stream: bytes, at: int, progress: Progress) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record from a place on."""
    count = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        yield kind, at, min(length, len(stream) - at)
        at += length
        count += 1
        if not count % _TICK:
            progress.check()
