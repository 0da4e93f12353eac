"""The sheets that open over the page: tables of what is shown, figures typed by hand, notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import notes, traffic
from ksdesk.domain.changes import Changes
from ksdesk.domain.traffic import TypedRow, from_seconds
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.traffic.curve import before
from ksdesk.ui.traffic.filled import FilledTraffic
from ksdesk.ui.traffic.loading import load
from ksdesk.ui.traffic.view import ShownTraffic


class Sheets(QObject):
    """Opens what is asked for over `page`, and writes what was put down. `last` was opened last.

    typed(rows): figures typed by hand are in the book."""

    typed = Signal(object)

    def __init__(self, ctx: Context, filled: FilledTraffic, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self._filled, self._page = ctx, filled, page
        self._figures = Latest(ctx, self)
        self.last: SheetDialog | None = None
        filled.table_asked.connect(self.show_table)
        filled.heat_asked.connect(self.show_heat)
        filled.note_asked.connect(self.note_at)
        filled.note_clicked.connect(self.change_note)
        filled.summary.all_asked.connect(self.show_figures)

    def _open(self, sheet: SheetDialog) -> None:
        sheet.open()
        self.last = sheet

    # -- what is shown, as tables ------------------------------------------------------------

    @Slot()
    def show_table(self) -> None:
        """The shown curve as a table."""
        from ksdesk.ui.traffic.table_sheet import SeriesSheet

        curve, shown = self._filled.curve, self._filled.shown
        assert curve is not None
        words = before(shown) if shown.ghosts else ""
        self._open(SeriesSheet(self.ctx, curve.title(), shown, words, self._page))

    @Slot()
    def show_heat(self) -> None:
        """The heat map as a table."""
        from ksdesk.ui.traffic.heat_sheet import HeatSheet

        card = self._filled.heat
        assert card.heat is not None
        days = card.words_table()[0][1:]
        self._open(HeatSheet(self.ctx, card.title(), card.note(), card.heat, days, self._page))

    @Slot()
    def show_figures(self) -> None:
        """The totals of all measures in a sheet, once they are added up."""
        shown, now = self._filled.shown, self.ctx.clock()
        reader, everything = self.ctx.reader, len(shown.measures)
        self._figures.ask(load, reader, shown.view, now, everything, done=self._show_figures)

    def _show_figures(self, shown: ShownTraffic) -> None:
        from ksdesk.ui.traffic.table_sheet import FiguresSheet

        self._open(FiguresSheet(shown, self._filled.summary.words(), self._page))

    # -- what the seller puts down -----------------------------------------------------------

    @Slot()
    def type_figures(self) -> None:
        """Open the small grid for figures from the phone."""
        from ksdesk.ui.traffic.typed.sheet import TypedSheet

        sheet = TypedSheet(self.ctx, self._page)
        sheet.saved.connect(self._record)
        self._open(sheet)

    @Slot(object)
    def _record(self, rows: tuple[TypedRow, ...]) -> None:
        step, now = self.tr("figures noted by hand"), self.ctx.clock()
        done = partial(self._recorded, rows)
        self.ctx.write(self._page, step, traffic.record, rows, now, done=done)

    def _recorded(self, rows: tuple[TypedRow, ...], changes: Changes) -> None:
        self.typed.emit(rows)
        self._written(changes)

    @Slot(object)
    def note_at(self, seconds: float) -> None:
        """Ask what happened at a moment of the curve."""
        self.change_note(Annotation("live", from_seconds(int(seconds) // 60 * 60)))

    @Slot(object)
    def change_note(self, note: Annotation) -> None:
        """Open a note, new or standing."""
        from ksdesk.ui.traffic.note_sheet import NoteSheet

        sheet = NoteSheet(note, self._page)
        sheet.saved.connect(self._keep_note)
        sheet.dropped.connect(self._drop_note)
        self._open(sheet)

    @Slot(object)
    def _keep_note(self, note: Annotation) -> None:
        self._write(self.tr("note on the curve"), notes.keep, note)

    @Slot(object)
    def _drop_note(self, note: Annotation) -> None:
        self._write(self.tr("note on the curve"), notes.drop, note)

    def _write(self, step: str, action: Callable[..., Changes], what: object) -> None:
        self.ctx.write(self._page, step, action, what, self.ctx.clock(), done=self._written)

    def _written(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Noted"), undo=True)
