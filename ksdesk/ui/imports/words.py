"""Words for what an import tells: roles of columns, rows that cannot be used, files that cannot."""

from __future__ import annotations

from typing import Any

from ksdesk.domain.imports import ColumnGuess, ImportProblem, Refused, Source
from ksdesk.domain.products.cells import MONEY
from ksdesk.domain.traffic import IDENTITIES, OWN, STORED_CODES, measure
from ksdesk.ui.imports import kind_words, product_words
from ksdesk.ui.parts.measure_words import USEFUL, measure_name
from ksdesk.ui.parts.texts import NOTHING, count_text, size_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.products.bulk.words import reasons_words
from ksdesk.ui.products.cell_words import fault_words

_said = Words("Imports")

ROLES = {
    "time": QT_TRANSLATE_NOOP("Imports", "Date or time"),
    "hour": QT_TRANSLATE_NOOP("Imports", "Hour of the day"),
    "own": QT_TRANSLATE_NOOP("Imports", "A figure of my own"),
    "mark": QT_TRANSLATE_NOOP("Imports", "A text that tells rows apart"),
    "note": QT_TRANSLATE_NOOP("Imports", "A remark"),
    "skip": QT_TRANSLATE_NOOP("Imports", "Leave out"),
}
UNITS = {
    "yuan": QT_TRANSLATE_NOOP("Imports", "in yuan"),
    "fen": QT_TRANSLATE_NOOP("Imports", "in fen (1/100)"),
    "li": QT_TRANSLATE_NOOP("Imports", "in li (1/1000)"),
}
WHYS = {
    "alias": QT_TRANSLATE_NOOP("Imports", "known by its name"),
    "guess": QT_TRANSLATE_NOOP("Imports", "guessed"),
    "remembered": QT_TRANSLATE_NOOP("Imports", "as last time"),
    "named": QT_TRANSLATE_NOOP("Imports", "set by you"),
}
GRAINS = {
    "minute": QT_TRANSLATE_NOOP("Imports", "one row a minute"),
    "hour": QT_TRANSLATE_NOOP("Imports", "one row an hour"),
    "live": QT_TRANSLATE_NOOP("Imports", "one row a live"),
    "day": QT_TRANSLATE_NOOP("Imports", "one row a day"),
    "week": QT_TRANSLATE_NOOP("Imports", "one row a week"),
    "month": QT_TRANSLATE_NOOP("Imports", "one row a month"),
}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "gb18030": "GBK",
    "big5": "Big5",
    "utf-16": "UTF-16",
}
NEEDS = {
    "time": QT_TRANSLATE_NOOP("Imports", "Say first which column is the date"),
    "name_value": QT_TRANSLATE_NOOP("Imports", "Say first what the figures in “{column}” are"),
    "figures": QT_TRANSLATE_NOOP("Imports", "No column has figures to keep"),
    "nameless": QT_TRANSLATE_NOOP("Imports", "Say first what the rows without a campaign are"),
    "names": QT_TRANSLATE_NOOP(
        "Imports", "Say first which column is the title, the SKU code or the item ID"
    ),
    "twice": QT_TRANSLATE_NOOP("Imports", "Two columns are the same thing, change one of them"),
}
REASONS = {
    "bad_money": QT_TRANSLATE_NOOP("Imports", "“{value}” is not a number, this row is left out"),
    "bad_number": QT_TRANSLATE_NOOP("Imports", "“{value}” is not a number, this row is left out"),
    "bad_count": QT_TRANSLATE_NOOP("Imports", "“{value}” is not a number, this row is left out"),
    "bad_duration": QT_TRANSLATE_NOOP(
        "Imports", "“{value}” is no length of time, this row is left out"
    ),
    "bad_day": QT_TRANSLATE_NOOP("Imports", "“{value}” is not a date, this row is left out"),
    "bad_hour": QT_TRANSLATE_NOOP(
        "Imports", "“{value}” is not an hour from 0 to 23, this row is left out"
    ),
    "span": QT_TRANSLATE_NOOP(
        "Imports",
        "“{value}” is several days in one row, this row is left out; export the report by day",
    ),
    "no_day": QT_TRANSLATE_NOOP("Imports", "no date, this row is left out"),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "Imports", "more cells than the header (“{value}”), this row is left out"
    ),
    "too_few_cells": QT_TRANSLATE_NOOP(
        "Imports",
        "far fewer cells than the header (“{value}”): the line may be cut in two, it is left out",
    ),
    "too_long": QT_TRANSLATE_NOOP("Imports", "“{value}” is too long, this row is left out"),
    "too_big": QT_TRANSLATE_NOOP("Imports", "“{value}” is too big, this row is left out"),
    "bad_bytes": QT_TRANSLATE_NOOP(
        "Imports", "“{value}” has broken characters, this row is left out"
    ),
    "lost_digits": QT_TRANSLATE_NOOP(
        "Imports", "“{value}” lost its last digits in Excel, this row is left out"
    ),
    "no_result": QT_TRANSLATE_NOOP(
        "Imports",
        "“{value}”: the workbook has no result there; open it, let it calculate, and save it",
    ),
    "total_line": QT_TRANSLATE_NOOP("Imports", "the report's own total, not counted twice"),
    "note_line": QT_TRANSLATE_NOOP("Imports", "a note on the table, none of its rows"),
}
PROBLEMS = {
    "missing": (
        QT_TRANSLATE_NOOP("Imports", "{name} is not there any more"),
        QT_TRANSLATE_NOOP("Imports", "It was moved or deleted. Choose it again where it is now."),
    ),
    "path_too_long": (
        QT_TRANSLATE_NOOP("Imports", "{name} lies too deep in folders to be opened"),
        QT_TRANSLATE_NOOP(
            "Imports", "Its path is too long. Copy it to the desktop, and choose it there."
        ),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("Imports", "{name} is empty"),
        QT_TRANSLATE_NOOP("Imports", "Export the report again, and look that the days are right."),
    ),
    "no_rows": (
        QT_TRANSLATE_NOOP("Imports", "{name} has a header but no rows"),
        QT_TRANSLATE_NOOP("Imports", "Export the report again, and look that the days are right."),
    ),
    "workbook": (
        QT_TRANSLATE_NOOP("Imports", "{name} is an Excel workbook"),
        QT_TRANSLATE_NOOP(
            "Imports",
            "Open it in Excel or WPS and save it as CSV, then bring that file. Or mark the cells,"
            " copy them, and press Ctrl+V here.",
        ),
    ),
    "archive": (
        QT_TRANSLATE_NOOP("Imports", "{name} is packed"),
        QT_TRANSLATE_NOOP("Imports", "Unpack it first, then bring the table that is in it."),
    ),
    "several_packed": (
        QT_TRANSLATE_NOOP("Imports", "{name} has {count} tables in it"),
        QT_TRANSLATE_NOOP("Imports", "Unpack it, then bring the one you want: {names}"),
    ),
    "locked_archive": (
        QT_TRANSLATE_NOOP("Imports", "{name} is packed with a password"),
        QT_TRANSLATE_NOOP(
            "Imports",
            "Unpack it with the password that you were given, then bring the table that is in it.",
        ),
    ),
    "foreign": (
        QT_TRANSLATE_NOOP("Imports", "{name} is another program's file"),
        QT_TRANSLATE_NOOP("Imports", "Open it there, save it as xlsx or CSV, and bring that file."),
    ),
    "not_a_table": (
        QT_TRANSLATE_NOOP("Imports", "{name} is not a table"),
        QT_TRANSLATE_NOOP(
            "Imports", "A table has one row of names at its top and figures below. Bring a CSV."
        ),
    ),
    "nul_bytes": (
        QT_TRANSLATE_NOOP("Imports", "{name} is damaged from line {line} on"),
        QT_TRANSLATE_NOOP("Imports", "The download broke off. Export the report once more."),
    ),
    "encoding": (
        QT_TRANSLATE_NOOP("Imports", "The characters of {name} cannot be read"),
        QT_TRANSLATE_NOOP("Imports", "Save it as CSV UTF-8 in Excel or WPS, then bring that file."),
    ),
    "line_too_long": (
        QT_TRANSLATE_NOOP("Imports", "Line {line} of {name} is far too long"),
        QT_TRANSLATE_NOOP("Imports", "It may not be a table. Bring the CSV as it was exported."),
    ),
    "cell_too_long": (
        QT_TRANSLATE_NOOP("Imports", "A cell in line {line} of {name} is far too long"),
        QT_TRANSLATE_NOOP(
            "Imports", "A quotation mark may be missing there. Export the report once more."
        ),
    ),
    "too_large": (
        QT_TRANSLATE_NOOP("Imports", "{name} is larger than {limit}"),
        QT_TRANSLATE_NOOP("Imports", "Export fewer days at a time, and bring them one by one."),
    ),
    "unreadable": (
        QT_TRANSLATE_NOOP("Imports", "{name} cannot be opened"),
        QT_TRANSLATE_NOOP("Imports", "Close it in Excel, or copy it onto this computer."),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("Imports", "{name} is a folder"),
        QT_TRANSLATE_NOOP("Imports", "Open it, mark the files in it, and drop those here."),
    ),
}


def role_word(role: str, kind: str = "") -> str:
    """What a column becomes; an own figure under its name."""
    what, _, code = role.partition(":")
    if kind == "products" and code:
        return product_words.field_word(code)
    if what in ("measure", "identity") and (word := kind_words.field_word(code)):
        return word
    if what == "measure":
        return measure_name(code)
    if what == "identity":
        return kind_words.said(kind_words.BELONGS[code])
    if what == "own":
        return code or _said(QT_TRANSLATE_NOOP("Imports", "What is it?"))
    return _said(ROLES[what])


def role_options(kind: str = "traffic") -> list[tuple[str, str]]:
    """All that a column of a kind can become. own, mark and note still lack the name."""
    if kind == "products":
        return [*product_words.field_options(), ("skip", _said(ROLES["skip"]))]
    if kind != "traffic":
        return [
            ("time", _said(ROLES["time"])),
            ("hour", _said(ROLES["hour"])),
            *kind_words.field_options(kind),
            *((role, _said(ROLES[role])) for role in ("own", "mark", "note", "skip")),
        ]
    first = [code for code in USEFUL if code in STORED_CODES]
    codes = dict.fromkeys([*first, *STORED_CODES])
    return [
        ("time", _said(ROLES["time"])),
        ("hour", _said(ROLES["hour"])),
        ("own", _said(ROLES["own"])),
        *((f"measure:{code}", measure_name(code)) for code in codes),
        *((f"identity:{code}", kind_words.said(kind_words.BELONGS[code])) for code in IDENTITIES),
        ("mark", _said(ROLES["mark"])),
        ("note", _said(ROLES["note"])),
        ("skip", _said(ROLES["skip"])),
    ]


def unit_options() -> list[tuple[str, str]]:
    """The units of an amount."""
    return [(unit, _said(word)) for unit, word in UNITS.items()]


def why_word(why: str) -> str:
    """Why a column became what it became."""
    return kind_words.said(kind_words.PRIVATE) if why == "private" else _said(WHYS[why])


def field_name(field: str, kind: str = "") -> str:
    """A field of a row that is to be stored."""
    if kind == "products":
        return product_words.field_word(field)
    what, _, label = field.partition(":")
    if field == "time":
        return _said(ROLES["time"])
    if what in ("mark", "note"):
        return label
    if word := kind_words.field_word(field):
        return word
    if field in kind_words.BELONGS:
        return kind_words.said(kind_words.BELONGS[field])
    return measure_name(field)


def is_figure(field: str, kind: str = "") -> bool:
    """Whether a field holds figures."""
    if kind == "products":
        return product_words.is_figure(field)
    return field.startswith(OWN) or field in STORED_CODES or kind_words.is_figure(field)


def value_text(field: str, value: Any, kind: str = "") -> str:
    """A value of a row as the seller reads it."""
    if kind == "products":
        return product_words.value_text(field, value)
    if is_figure(field) and (value is None or isinstance(value, int | float)):
        return kind_words.figure_text(field, value)
    return NOTHING if value is None else str(value)


def is_money(column: ColumnGuess, kind: str = "") -> bool:
    """Whether a column holds amounts."""
    if kind == "products":
        return column.code in MONEY
    if column.what != "measure" or kind_words.is_money(column.code):
        return column.what == "measure"
    return column.code in STORED_CODES and measure(column.code).kind == "money"


def facts_line(kind: str, encoding: str, delimiter: str, header_line: int, grain: str) -> str:
    """How a file was understood: 流量报表 · GBK · 表头在第 3 行 · 每天一行."""
    pieces = [kind_words.kind_name(kind), {**ENCODINGS, **kind_words.ENCODINGS}.get(encoding, "")]
    if delimiter == "\t":
        pieces.append(_said(QT_TRANSLATE_NOOP("Imports", "separated by tabs")))
    if header_line > 1:
        text = _said(QT_TRANSLATE_NOOP("Imports", "header in line {n}"))
        pieces.append(text.format(n=count_text(header_line)))
    if grain:
        pieces.append(_said(GRAINS[grain]))
    return " · ".join(filter(None, pieces))


def need_words(needs: tuple[str, ...], columns: tuple[ColumnGuess, ...]) -> str:
    """What must be said first."""
    if needs[0].startswith("missing:"):
        return kind_words.need_word(needs[0])
    nameless = next((c.label for c in columns if c.role == "own:"), "")
    return _said(NEEDS[needs[0]]).format(column=nameless)


def refused_words(refused: Refused) -> str:
    """“12.3.4”不是数字，此行未导入."""
    if refused.reason == "not_allowed":
        return reasons_words(refused.reasons)
    if refused.reason in kind_words.REASONS:
        text = kind_words.said(kind_words.REASONS[refused.reason])
    elif refused.reason in REASONS:
        text = _said(REASONS[refused.reason])
    else:
        return fault_words(refused.reason, refused.value)
    return text.format(value=refused.value.strip() or " ")


def refused_sentence(refused: Refused) -> str:
    """第 17 行：金额“12.3.4”不是数字，此行未导入."""
    if refused.column:
        text = _said(QT_TRANSLATE_NOOP("Imports", "Line {line}: {column} {words}"))
    else:
        text = _said(QT_TRANSLATE_NOOP("Imports", "Line {line}: {words}"))
    return text.format(
        line=count_text(refused.line), column=refused.column, words=refused_words(refused)
    )


def source_name(source: Source) -> str:
    """What a source is called."""
    return source.name or _said(QT_TRANSLATE_NOOP("Imports", "Pasted table"))


def problem_words(problem: ImportProblem, source: Source) -> tuple[str, str]:
    """What is the matter with a file, and the way out."""
    title, way = {**PROBLEMS, **kind_words.PROBLEMS}[problem.code]
    facts = {name: str(value) for name, value in problem.facts.items()}
    if "bytes" in problem.facts:
        facts["limit"] = size_text(int(problem.facts["limit"]))
    facts["name"] = source_name(source)
    facts.setdefault("detail", "")
    said = kind_words.said if problem.code in kind_words.PROBLEMS else _said
    return said(title).format(**facts), said(way).format(**facts)
