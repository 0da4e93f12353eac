"""An empty table to fill in: the headers that the import knows, one example row, notes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ksdesk.domain.calendar import parse_moment
from ksdesk.domain.money import parse_yuan
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.exports.csv_file import write_csv
from ksdesk.exports.tables import CellKind, ExportColumn, Sheet, Written
from ksdesk.exports.workbook import write_xlsx


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column. `kind`: text, id, money (yuan), count, number, seconds or moment.

    `example` is what a seller would type; `required`: rows without it are not taken.
    """

    title: str
    kind: str
    example: str
    required: bool = False


@dataclass(frozen=True)
class Template:
    """The empty table of one kind of import."""

    kind: str
    title: str
    columns: tuple[TemplateColumn, ...]


NOTES: Final = (
    ("列的顺序可以变，用不到的列可以删掉；表头的名称请保留。", "Columns may be moved or"
     " deleted; keep the names in the header."),
    ("第 {line} 行是示例，填好后请删掉。", "Row {line} is an example; delete it in the end."),
    ("没有数值的格子留空，不要写 0。", "Leave a cell empty where there is no value; 0 is a value."),
    ("时间都是北京时间。", "All times are Beijing time."),
)  # fmt: skip
_MEANT: Final = {
    "text": ("文字", "Text"),
    "id": ("编号，保留每一位，包括开头的 0", "A number that names something, with all its digits"),
    "money": ("金额，单位元，如 12.50", "An amount in yuan, such as 12.50"),
    "count": ("整数", "A whole number"),
    "number": ("数字；百分数写 12.5%", "A number; a share as 12.5%"),
    "seconds": ("时长，秒数或 1:02:03", "A length of time, in seconds or as 1:02:03"),
    "moment": ("时间，如 2026-11-18 20:00", "A moment, such as 2026-11-18 20:00"),
}


def write_template(path: Path, template: Template, *, progress: Progress = QUIET) -> Written:
    """Write the template, as CSV or XLSX by the suffix of `path`.

    In a workbook the notes are a sheet of their own and name every column; in a CSV the general
    ones stand above the header, where the import passes over them. Raises `ExportProblem`.
    """
    columns = tuple(ExportColumn(c.title, c.title, _KINDS[c.kind]) for c in template.columns)
    filled = Sheet(template.title, columns, [tuple(_value(c) for c in template.columns)])
    if path.suffix.lower() == ".csv":
        return write_csv(path, filled, above=_above(), progress=progress)
    return write_xlsx(path, [filled, _notes(template)], progress=progress)


_KINDS: Final[dict[str, CellKind]] = {
    "text": "text",
    "id": "id",
    "money": "money",
    "count": "count",
    "number": "text",
    "seconds": "count",
    "moment": "moment",
}


def _value(column: TemplateColumn) -> Any:
    """The example as its column holds it."""
    match column.kind:
        case "money":
            return parse_yuan(column.example)
        case "count" | "seconds":
            return int(column.example)
        case "moment":
            return parse_moment(column.example)
    return column.example


def _above() -> list[str]:
    """The notes as lines above the header; the example stands two lines below the last."""
    line = len(NOTES) + 2
    return [f"# {zh} {en}".format(line=line) for zh, en in NOTES]


def _notes(template: Template) -> Sheet:
    columns = (
        ExportColumn("column", "列 Column", width=28),
        ExportColumn("zh", "说明", width=44),
        ExportColumn("en", "Note", width=56),
    )
    rows = [("", zh.format(line=2), en.format(line=2)) for zh, en in NOTES]
    for column in template.columns:
        zh, en = _MEANT[column.kind]
        if column.required:
            zh, en = f"{zh}（必填）", f"{en} (required)"
        rows.append((column.title, zh, en))
    return Sheet("填写说明 Notes", columns, rows)
