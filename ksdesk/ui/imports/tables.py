"""The rows of a preview as tables: those that will be stored, that change, that cannot be used."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.imports import LEFT_OUT, Preview, Refused, Revised
from ksdesk.domain.lasting import lasting_number
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.imports.words import (
    field_name,
    is_figure,
    refused_sentence,
    refused_words,
    value_text,
)
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import clock_text, count_text, short_day_text
from ksdesk.ui.products.bulk.words import reasons_words

translate = QCoreApplication.translate


def stored_table(preview: Preview, status: str) -> TableView:
    """The first rows that are "new" or the "same", as they will be stored."""
    columns = [
        Column("line", translate("ImportSheet", "Line"), 0, count_text, "right", 56, tone="muted")
    ]
    for place, field in enumerate(preview.fields, 2):
        columns.append(_field_column(field, place, preview))
    model = RowsModel(columns)
    model.set_rows([row for row in preview.rows if row[1] == status])
    words = {
        "new": translate("ImportSheet", "No new rows in it."),
        "same": translate("ImportSheet", "Nothing of it was in the book before."),
    }
    return TableView(
        model,
        name=translate("ImportSheet", "Rows as they will be stored"),
        row_height=32,
        empty=words[status],
    )


def refused_table(preview: Preview) -> TableView:
    """The rows that cannot be used, each with its reason."""
    model = RowsModel(
        [
            Column(
                "line", translate("ImportSheet", "Line"), lambda r: r.line, count_text, "right", 64
            ),
            Column("column", translate("ImportSheet", "Column"), lambda r: r.column, width=120),
            Column("value", translate("ImportSheet", "Stands there"), lambda r: r.value, width=144),
            Column(
                "reason",
                translate("ImportSheet", "Why"),
                refused_words,
                minimum=240,
                tone=_refused_tone,
                tip=refused_sentence,
            ),
        ]
    )
    model.set_rows(preview.refused)
    return TableView(
        model,
        name=translate("ImportSheet", "Rows that cannot be used"),
        row_height=32,
        many=True,
        empty=translate("ImportSheet", "Every row can be used."),
    )


def _remarks(preview: Preview) -> list[Column]:
    """The column of what is said beside the changes, if anything is."""
    if not any(one.reasons for one in preview.revised):
        return []
    title = field_name("reasons", preview.kind)
    return [Column("reasons", title, _remark, minimum=160, tone="warn", tip=_remark)]


def revised_table(preview: Preview) -> TableView:
    """The rows whose figures change, to be ticked."""
    changes = partial(_changes, preview.kind)
    model = RowsModel(
        [
            Column(
                "line", translate("ImportSheet", "Line"), lambda r: r.line, count_text, "right", 64
            ),
            Column("when", translate("ImportSheet", "Of"), _row_name, minimum=240, tip=_row_name),
            Column(
                "change", translate("ImportSheet", "Old → new"), changes, minimum=240, tip=changes
            ),
            *_remarks(preview),
        ],
        key=_key,
        checkable=True,
    )
    model.set_rows(preview.revised)
    unticked = preview.unticked
    model.set_checked(one.key for one in preview.revised if one.key not in unticked)
    return TableView(
        model,
        name=translate("ImportSheet", "Rows whose figures change"),
        row_height=32,
        many=True,
        empty=translate("ImportSheet", "No row has other figures than the book."),
    )


def _field_column(field: str, place: int, preview: Preview) -> Column:
    title = field_name(field, preview.kind)
    if field == "time":
        return Column(field, title, place, partial(_when, preview.grain), width=128)
    text = partial(value_text, field, kind=preview.kind)
    if field == "reasons":
        return Column(field, title, place, text, minimum=260, tone="warn", sort=False)
    if is_figure(field, preview.kind):
        return Column(field, title, place, text, "right", 88, sort=partial(_least, place))
    return Column(field, title, place, text, width=184 if _is_long(field) else 144)


def _least(place: int, row: tuple[Any, ...]) -> Any:
    """What a figure sorts by; of goods with options the price is a span."""
    return row[place][0] if isinstance(row[place], tuple) else row[place]


def _is_long(field: str) -> bool:
    """Whether a text is one of the platform's long numbers, which differ at their end, or what
    goods are called."""
    return field.endswith(("_no", "_id", "title"))


def _when(grain: str, seconds: int) -> str:
    moment = from_seconds(seconds)
    day = short_day_text(moment.date(), year=True)
    # Orders and money have no grain, but mostly an hour.
    timed = grain in ("minute", "hour", "live") or (not grain and seconds % 86_400 != 0)
    return f"{day} {clock_text(moment)}" if timed else day


def _refused_tone(refused: Refused) -> str:
    return "muted" if refused.reason in LEFT_OUT else "text"


def _key(revised: Revised) -> str:
    return revised.key


def _remark(revised: Revised) -> str:
    return reasons_words(revised.reasons)


def _row_name(revised: Revised) -> str:
    """The day (and hour) of a row, if its key has one, and what it belongs to."""
    if revised.name:
        return revised.name
    parts = revised.key.split("|")
    whole = {lasting_number(text): text for text in revised.whole}
    owners = [whole.get(named := part.partition("=")[2], named) for part in parts[1:-1]]
    if not (seconds := int(parts[0] or 0)):
        return " · ".join(filter(None, owners))
    moment = from_seconds(seconds)
    day = short_day_text(moment.date(), year=True)
    if moment.hour or moment.minute:
        day = f"{day} {clock_text(moment)}"
    return " · ".join([day, *filter(None, owners)])


def _changes(kind: str, revised: Revised) -> str:
    """花费 ¥10.00 → ¥12.00."""
    return "   ".join(
        f"{field_name(field, kind)} {value_text(field, old, kind)} → {value_text(field, new, kind)}"
        for field, old, new in revised.changes
    )
