"""流量: what paid traffic brought, one curve over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ksdesk.actions import imports, traffic
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Batch, BuiltUpon, Draft, Preview, Source
from ksdesk.domain.traffic import TypedRow
from ksdesk.storage import BookProblem
from ksdesk.ui.imports.arrived import arrived_words
from ksdesk.ui.imports.drafts_bar import DraftsBar
from ksdesk.ui.imports.runner import ImportRunner
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.drop import FileDrop, files_in
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.states import EmptyState, LoadingBlocks
from ksdesk.ui.parts.texts import day_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.page import Page
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.alarm_desk import AlarmDesk
from ksdesk.ui.traffic.controls import Controls
from ksdesk.ui.traffic.curve import TrafficCurve, before
from ksdesk.ui.traffic.empty import week_of_evenings
from ksdesk.ui.traffic.not_stored import NotStored
from ksdesk.ui.traffic.records import Records, RecordsSheet
from ksdesk.ui.traffic.summary import Summary
from ksdesk.ui.traffic.table_sheet import FiguresSheet, SeriesSheet
from ksdesk.ui.traffic.typed_sheet import TypedSheet
from ksdesk.ui.traffic.view import Shown, View, brought, led_to, load
from ksdesk.ui.traffic.words import USEFUL

SUFFIXES = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods")
SIDE = 288
NARROW = 920
WIDEST = 1600


class TrafficPage(Page):
    """The curve with its choices and totals, imports and what was typed from the phone."""

    topic = "traffic"
    concerns = frozenset({"traffic", "imports"})
    VIEWS = ("7d:hour", "30d:day", "all:week", "several")

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._wanted = View()
        self._question = 0
        self.shown = Shown()
        self.trouble: NotStored | None = None
        self._kept: Preview | None = None
        self.curve: TrafficCurve | None = None
        self.runner = ImportRunner(ctx, self)
        self.runner.imported.connect(self._imported)
        self.runner.troubled.connect(self._show_trouble)
        self.runner.other_wanted.connect(self.choose_files)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        self.runner.rested.connect(self.look_for_drafts)
        column.addWidget(self._make_header())
        self.drafts = DraftsBar()
        self.drafts.resumed.connect(self.runner.resume)
        self.drafts.discarded.connect(self._discard)
        column.addWidget(self.drafts)
        self.past = self._make_past()
        self.states = QStackedWidget()
        self.loading = LoadingBlocks(8, text=self.tr("Counting…"), row_height=56)
        self.empty = self._make_empty()
        self.filled = self._make_filled()
        for state in (self.loading, self.empty, self.filled):
            self.states.addWidget(state)
        column.addWidget(self.states, 1)
        column.addWidget(self.past)
        FileDrop(self).dropped.connect(self._dropped)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    # -- building ----------------------------------------------------------------------------

    def _make_header(self) -> PageHeader:
        self.type_button = SecondButton(self.tr("Note by hand"), "edit", height=40)
        self.type_button.clicked.connect(self.type_figures)
        self.import_button = MainButton(self.tr("Import traffic report"), "import")
        self.import_button.clicked.connect(self.choose_files)
        sentence = self.tr("Whether the people you paid for are real, seen from one curve")
        self.header = PageHeader(
            self.tr("Traffic"), sentence, (self.type_button, self.import_button)
        )
        return self.header

    def _make_empty(self) -> EmptyState:
        main = MainButton(self.tr("Import traffic report"), "import")
        main.clicked.connect(self.choose_files)
        second = SecondButton(self.tr("Look at the sample"), height=40)
        second.clicked.connect(self._see_sample)
        link = TextButton(self.tr("Where the reports are exported ›"), small=True, inline=True)
        link.clicked.connect(self._where_exported)
        state = EmptyState(
            "traffic",
            self.tr("No traffic figures yet"),
            self.tr(
                "Export a report on the phone or computer and drop it here. CSV and Excel both"
                " work; importing twice counts nothing twice."
            ),
            main=main,
            second=second,
            footer=self.tr("You can also copy cells in Excel and press Ctrl+V here."),
            link=link,
            preview=week_of_evenings,
            suffixes=SUFFIXES,
        )
        state.dropped.connect(self._dropped)
        return state

    def _make_past(self) -> TextButton:
        """The way to the imports while there is no curve: orders may have come in."""
        past = TextButton(self.tr("Imports ›"), small=True, inline=True)
        past.clicked.connect(self.show_records)
        past.hide()
        return past

    def _make_filled(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.controls = Controls()
        self.controls.chosen.connect(self.ask)
        column.addWidget(self.controls)
        self.area = PageScroll()
        self.desk = AlarmDesk(self.ctx, self)
        self.desk.found.connect(self._warn)
        self.desk.shade_wanted.connect(self._select_shade)
        self.desk.campaign_asked.connect(self._show_campaign)
        self.summary = Summary()
        self.side_column = QWidget()
        side = QVBoxLayout(self.side_column)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.desk.side)
        side.addWidget(self.summary)
        side.addStretch(1)
        self.summary.all_asked.connect(self.show_figures)
        self.records = Records(short=True)
        self.records.undo_asked.connect(self.undo_batch)
        self.records.all_asked.connect(self.show_records)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.area.body.addLayout(self._grid, 1)
        column.addWidget(self.area, 1)
        self._narrow: bool | None = None
        return whole

    def _arrange(self) -> None:
        """The totals beside the curve, or above it where the window is narrow."""
        narrow = self.width() < theme_of(self).px(NARROW)
        if narrow == self._narrow or self.curve is None:
            return
        self._narrow = narrow
        self.desk.side.set_narrow(narrow)
        for widget in (self.curve, self.side_column, self.records):
            self._grid.removeWidget(widget)
        if narrow:
            self.summary.set_shape(3, 3)
            self.side_column.setFixedWidth(16777215)
            self.side_column.setMinimumWidth(0)
            places = (
                (self.side_column, 0, 0, 1, 1),
                (self.curve, 1, 0, 1, 1),
                (self.records, 2, 0, 1, 1),
            )
        else:
            self.summary.set_shape(1, 9)
            self.side_column.setFixedWidth(theme_of(self).px(SIDE))
            places = (
                (self.curve, 0, 0, 1, 1),
                (self.records, 1, 0, 1, 1),
                (self.side_column, 0, 1, 3, 1),
            )
        for widget, *place in places:
            self._grid.addWidget(widget, *place)
        self._grid.setColumnStretch(0, 1)
        for row in range(3):
            self._grid.setRowStretch(row, int(row == (1 if narrow else 2)))

    # -- reading -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the book again; an answer to an older question is dropped."""
        self.ask(self._wanted)
        self.desk.refresh()
        self.look_for_drafts()

    @Slot(object)
    def ask(self, view: View) -> None:
        """Show another view."""
        self._wanted = view
        self._question += 1
        self.ctx.jobs.run(
            self,
            load,
            self.ctx.reader,
            view,
            self.ctx.clock(),
            done=partial(self._arrived, self._question),
        )

    def _arrived(self, question: int, shown: Shown) -> None:
        if question != self._question:
            return
        self.shown = shown = self._warned(shown)
        self.type_button.setVisible(True)
        self.import_button.setVisible(not shown.nothing)
        self.past.setVisible(shown.nothing and bool(shown.batches))
        if not shown.nothing:
            # What the book answered with is what the next choice starts from.
            self._wanted = shown.view
            self._show_filled()
        if self.trouble is None:
            self.states.setCurrentWidget(self.empty if shown.nothing else self.filled)

    def _show_filled(self) -> None:
        if self.curve is None:
            self.curve = TrafficCurve(self.ctx)
            self.curve.table_asked.connect(self.show_table)
            self.curve.shade_clicked.connect(self.desk.select)
            self._arrange()
        self.controls.show_view(self.shown)
        self.summary.show_view(self.shown)
        self.records.show_batches(self.shown.batches)
        self.curve.show_view(self.shown)

    def _warned(self, shown: Shown) -> Shown:
        return replace(shown, shades=self.desk.shades(), rises=self.desk.rises())

    @Slot()
    def _warn(self) -> None:
        self.shown = self._warned(self.shown)
        if self.curve is not None and not self.shown.nothing:
            self.curve.show_view(self.shown)

    @Slot(object)
    def _select_shade(self, key: object) -> None:
        if self.curve is not None:
            self.curve.select_shade(key)

    @Slot(str)
    def _show_campaign(self, key: str) -> None:
        self.ask(replace(self._wanted, campaigns=(key,)))

    # -- bringing in -------------------------------------------------------------------------

    @Slot()
    def choose_files(self) -> None:
        """Ask for reports."""
        self.ctx.ask.open_files(
            self,
            self.tr("Import traffic report"),
            self.tr("Tables (*.csv *.txt *.tsv *.xlsx *.xls *.ods);;All files (*)"),
            self.import_files,
        )

    def import_files(self, paths: Sequence[Path]) -> None:
        """Preview these files, one after another."""
        self.runner.take([Source(path.name, path) for path in paths])

    @Slot(object)
    def _dropped(self, paths: tuple[Path, ...]) -> None:
        self.import_files(paths)

    @Slot()
    def paste(self) -> None:
        """Take files, cells or a table as text from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        paths = files_in(data)
        if paths:
            self.import_files(paths)
        elif data.hasText() and data.text().strip():
            self.runner.take([Source(self.tr("Pasted table"), text=data.text())])
        else:
            self.ctx.notice(self.tr("There is no table in the clipboard"))

    @Slot(object)
    def _imported(self, preview: Preview) -> None:
        self._drop_trouble()
        today = self.ctx.clock().date()
        said = arrived_words(self.ctx.reader, preview, self.runner.lines, today)
        traffic_came = preview.kind == "traffic"
        if traffic_came and preview.first is not None and preview.last is not None:
            self.ask(self._view_of(preview, preview.first, preview.last))
        self.ctx.notice(said, undo=True)

    def _view_of(self, preview: Preview, first: int, last: int) -> View:
        """The span of an import, with measures that it brought."""
        span = self.ctx.reader.traffic.span()
        whole = span is not None and span[0] >= first and span[1] <= last
        view = led_to(self._wanted, first, last, preview.grain, whole)
        codes = brought(preview)
        if set(codes) & set(view.measures):
            return view
        useful = [code for code in USEFUL if code in codes]
        return replace(view, measures=tuple(dict.fromkeys([*useful, *codes]))[:2])

    # -- drafts ------------------------------------------------------------------------------

    @Slot()
    def look_for_drafts(self) -> None:
        """Look whether imports were set aside, also before the app was closed."""
        self.ctx.jobs.run(self, imports.drafts, self.ctx.paths.staging, done=self._drafts_found)

    def _drafts_found(self, drafts: tuple[Draft, ...]) -> None:
        # What is at hand just now is in the staging folder as well.
        self.drafts.show_drafts(() if self.runner.busy else drafts)

    @Slot(object)
    def _discard(self, draft: Draft) -> None:
        imports.discard(draft)
        self.look_for_drafts()
        said = self.tr("{name} is forgotten here; the file itself is where it was")
        self.ctx.notice(said.format(name=draft.name or self.tr("Pasted table")))

    # -- trouble -----------------------------------------------------------------------------

    @Slot(object, object)
    def _show_trouble(self, preview: Preview, problem: BookProblem) -> None:
        self._drop_trouble()
        self._kept = preview
        self.trouble = NotStored(preview, problem)
        self.trouble.again.clicked.connect(self._try_again)
        self.trouble.leave.clicked.connect(self._give_up)
        self.states.addWidget(self.trouble)
        self.states.setCurrentWidget(self.trouble)
        self.import_button.disable(self.tr("First settle the import that was not stored"))

    def _drop_trouble(self) -> None:
        if self.trouble is not None:
            self.states.removeWidget(self.trouble)
            self.trouble.deleteLater()
            self.trouble = None
            self._kept = None
            self.import_button.enable()
            self.states.setCurrentWidget(self.empty if self.shown.nothing else self.filled)

    @Slot()
    def _try_again(self) -> None:
        preview = self._kept
        self._drop_trouble()
        if preview is not None:
            self.runner.retry(preview)

    @Slot()
    def _give_up(self) -> None:
        preview = self._kept
        self._drop_trouble()
        if preview is not None:
            self.runner.give_up(preview)

    # -- imports and typed figures -----------------------------------------------------------

    @Slot()
    def show_records(self) -> RecordsSheet:
        """All imports in a sheet."""
        self.sheet = RecordsSheet(self.shown.batches, self)
        self.sheet.records.undo_asked.connect(self.undo_batch)
        self.sheet.open()
        return self.sheet

    @Slot(object)
    def undo_batch(self, batch: Batch) -> None:
        """Take an import back as a whole."""
        self.ctx.write(
            self,
            "",
            imports.undo,
            batch.id,
            self.ctx.clock(),
            done=partial(self._taken_back, batch),
            failed=self._built_upon,
        )

    def _taken_back(self, batch: Batch, _changes: Changes) -> None:
        said = self.tr("{name} was taken back; the file can be imported again in full")
        self.ctx.notice(said.format(name=batch.name))
        self._refresh_sheet()

    def _refresh_sheet(self) -> None:
        sheet = self.findChild(RecordsSheet)
        if sheet is not None and sheet.isVisible():
            sheet.records.show_batches(self.ctx.reader.batches.recent())

    def _built_upon(self, error: BaseException) -> None:
        if not isinstance(error, BuiltUpon):
            self.ctx.jobs.failed.emit(error)
            return
        later = error.batch
        said = self.tr(
            "A later import, {name} of {day}, changed rows of it. Take that one back first."
        )
        self.ctx.notice(said.format(name=later.name, day=day_text(later.started_at.date())))

    @Slot()
    def type_figures(self) -> None:
        """Open the small grid for figures from the phone."""
        sheet = TypedSheet(self.ctx.reader, self.ctx.clock(), self)
        sheet.saved.connect(self._record)
        sheet.open()
        self.sheet = sheet

    @Slot(object)
    def _record(self, rows: tuple[TypedRow, ...]) -> None:
        self.ctx.write(
            self,
            self.tr("figures noted by hand"),
            traffic.record,
            rows,
            self.ctx.clock(),
            done=self._recorded,
        )

    def _recorded(self, _changes: Changes) -> None:
        self.ctx.notice(self.tr("Noted"), undo=True)

    @Slot()
    def show_table(self) -> None:
        """The shown curve as a table."""
        assert self.curve is not None
        words = before(self.shown) if self.shown.ghosts else ""
        self.sheet = SeriesSheet(self.ctx, self.curve.title(), self.shown, words, self)
        self.sheet.open()

    @Slot()
    def show_figures(self) -> None:
        """The totals of all measures in a sheet, once they are added up."""
        everything = len(self.shown.measures)
        self.ctx.jobs.run(
            self,
            load,
            self.ctx.reader,
            self.shown.view,
            self.ctx.clock(),
            everything,
            done=self._show_figures,
        )

    def _show_figures(self, shown: Shown) -> None:
        self.sheet = FiguresSheet(shown, self.summary.words(), self)
        self.sheet.open()

    @Slot()
    def _see_sample(self) -> None:
        self.ctx.switch_shop(True)

    @Slot()
    def _where_exported(self) -> None:
        self.ctx.navigate("guide", "section:reports")

    # -- going and coming --------------------------------------------------------------------

    def reading(self) -> bool:
        return self.runner.busy

    def jump(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == "alarm":
            self.desk.select(key)
            return
        if target.isdigit():
            self.show_records().records.select(int(target))
            return
        if target == "several":
            known = self.ctx.reader.traffic.measures()
            few = [c for c in ("views", "product_clicks", "new_fans", "spend") if c in known]
            self.ask(replace(self._wanted, measures=tuple(few), days=7, grain="hour", anchor=None))
            return
        days, _, grain = target.partition(":")
        known_days = {"1d": 1, "7d": 7, "30d": 30, "all": 0}
        if days in known_days:
            few = tuple(self.shown.measures[:2])
            self.ask(View(few, grain, known_days[days], self._wanted.compare))

    def state(self) -> dict[str, Any]:
        return asdict(self._wanted)

    def restore(self, state: dict[str, Any]) -> None:
        self._wanted = View(**state)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        margin = 24 if self.width() >= 1024 else 16
        spare = max(0, self.width() - 2 * margin - WIDEST)
        self.layout().setContentsMargins(margin, 16, margin + spare, margin)
        self._arrange()
