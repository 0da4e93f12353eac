"""All that the imported files say of one order: its rows, settlement, insurance and cases."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ksdesk.domain.traffic import from_seconds
from ksdesk.storage import Reader
from ksdesk.ui.imports.kind_words import figure_text, kind_name
from ksdesk.ui.imports.words import field_name, is_figure
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.texts import moment_text
from ksdesk.ui.shell.context import Context

Line = tuple[str, str, str]
"""Where it stands (the kind of file), the field, the value."""


class OrderSheet(SheetDialog):
    """An order by its number, to be read and copied."""

    scrolls = True

    def __init__(self, ctx: Context, order_no: str, parent: QWidget) -> None:
        super().__init__("", name="order", width=640, parent=parent)
        title = self.tr("Order {number}").format(number=order_no)
        self.setWindowTitle(title)
        self.title_label.setText(title)
        self.set_sentence(self.tr("As the imported files have it"))
        columns = [
            Column("kind", self.tr("From"), _kind, width=104, tone="muted"),
            Column("field", self.tr("Field"), _field, width=168, tone="muted"),
            Column("value", self.tr("What it says"), _value, minimum=200),
        ]
        self.model = RowsModel(columns)
        self.table = TableView(self.model, name=title, row_height=32, many=True)
        self.add_table(self.table)
        self.only_close()
        ctx.jobs.run(self, _lines, ctx.reader, order_no, done=self.model.set_rows)


def _lines(reader: Reader, order_no: str) -> list[Line]:
    return [
        (kind_name(kind), field_name(name), _text(name, value))
        for kind in ("orders", "settlements", "insurance", "aftersales")
        for names, rows in (reader.records.of_order(kind, order_no),)
        for row in rows
        for name, value in zip(names, row, strict=True)
        if value not in (None, "")
    ]


def _text(name: str, value: float | str) -> str:
    if isinstance(value, str):
        return value
    if name == "time":
        return moment_text(from_seconds(int(value)), year=True)
    return figure_text(name, value) if is_figure(name) else str(value)


def _kind(line: Line) -> str:
    return line[0]


def _field(line: Line) -> str:
    return line[1]


def _value(line: Line) -> str:
    return line[2]
