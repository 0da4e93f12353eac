"""The heat map as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ksdesk.domain.traffic import measure
from ksdesk.domain.traffic.heat import Heat
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.measure_words import figure_text
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.shell.context import Context

if TYPE_CHECKING:
    from ksdesk.exports import Sheet


class HeatSheet(SheetDialog):
    """A row an hour, a column a weekday."""

    def __init__(
        self, ctx: Context, title: str, note: str, heat: Heat, days: list[str], parent: QWidget
    ) -> None:
        super().__init__(title, note, name="heat", width=820, parent=parent)
        self._heat, self._days = heat, days
        self._rows: list[tuple[int, *tuple[float | None, ...]]] = [
            (hour, *(heat.cells[day][hour] for day in range(7))) for hour in range(24)
        ]
        text = partial(figure_text, heat.code)
        columns = [Column("hour", self.tr("Hour"), 0, _hour, width=80)]
        columns += [
            Column(f"day{day}", name, day + 1, text, "right", 72) for day, name in enumerate(days)
        ]
        self.model = RowsModel(columns)
        self.model.set_rows(self._rows)
        self.table = TableView(self.model, name=title, row_height=28, many=True)
        self.add_table(self.table)
        self.export_button = ExportButton(ctx, title, self._sheet, choice=False)
        self.only_close(self.export_button)

    def _sheet(self, _filtered: bool) -> Sheet:
        from ksdesk.exports import ExportColumn, Sheet
        from ksdesk.ui.traffic.table_out import KINDS

        kind = KINDS[measure(self._heat.code).kind]
        columns = [ExportColumn("hour", self.tr("Hour"), "text")]
        columns += [
            ExportColumn(f"day{day}", name, kind, 12) for day, name in enumerate(self._days)
        ]
        rows = [(_hour(hour), *values) for hour, *values in self._rows]
        return Sheet(self.windowTitle(), tuple(columns), rows)


def _hour(hour: int) -> str:
    return f"{hour:02d}:00"
