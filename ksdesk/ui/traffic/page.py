"""流量: what paid traffic brought, curves over one time axis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.imports import Preview
from ksdesk.domain.named_days import NamedDays
from ksdesk.domain.traffic import TypedRow, to_seconds
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.storage import Reader
from ksdesk.ui.imports.bringing import Bringing
from ksdesk.ui.imports.not_stored import NotStored
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.drop import TABLE_SUFFIXES, FileDrop
from ksdesk.ui.parts.measure_words import USEFUL
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.states import EmptyState
from ksdesk.ui.shell.book_page import BookPage
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic import PAGE
from ksdesk.ui.traffic.alarms.desk import AlarmDesk
from ksdesk.ui.traffic.empty import week_of_evenings
from ksdesk.ui.traffic.events import days_of, typed_at
from ksdesk.ui.traffic.filled import NARROW, FilledTraffic
from ksdesk.ui.traffic.loading import brought, led_to, load, noted_at, with_alarm
from ksdesk.ui.traffic.sheets import Sheets
from ksdesk.ui.traffic.view import ShownTraffic, TrafficView


class TrafficPage(BookPage):
    """The curve with its choices and totals, imports and what was typed from the phone.

    `bringing` imports, `filled` is the page once there are figures, `desk` looks for alarms.
    """

    spec = PAGE

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._wanted = TrafficView()
        self._marked: tuple[int, ...] = ()
        self._fresh = False
        self._days, self._span = Latest(ctx, self), Latest(ctx, self)
        self.shown = ShownTraffic()
        self.bringing = Bringing(ctx, self)
        self.bringing.imported.connect(self._imported)
        self.bringing.troubled.connect(self._show_not_stored)
        self.bringing.failed.connect(self.show_trouble)
        self.bringing.settled.connect(self._settled)
        self.desk = AlarmDesk(ctx, self)
        self.desk.found.connect(self._warn)
        self.desk.failed.connect(self.show_trouble)
        self.desk.campaign_asked.connect(self._show_campaign)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self._make_header())
        column.addWidget(self.bringing.drafts)
        self.past = self._make_past()
        self.empty = self._make_empty()
        self.filled = self._make_filled()
        self.sheets = Sheets(ctx, self.filled, self)
        self.sheets.typed.connect(self._show_typed)
        self.type_button.clicked.connect(self.sheets.type_figures)
        for state in (self.empty, self.filled):
            self.states.addWidget(state)
        self.keep_for_filled(self.import_button)
        column.addWidget(self.states, 1)
        column.addWidget(self.past)
        said = self.tr("Let go: the file is read here, and shown before anything is kept")
        FileDrop(self, said=said).dropped.connect(self.bringing.dropped)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.bringing.paste)

    # -- building ----------------------------------------------------------------------------

    def _make_header(self) -> PageHeader:
        self.type_button = SecondButton(self.tr("Note by hand"), "edit", height=40)
        self.import_button = MainButton(self.tr("Import traffic report"), "import")
        self.import_button.clicked.connect(self.bringing.choose_files)
        sentence = self.tr("Whether the people you paid for are real, seen from one curve")
        self.header = PageHeader(
            self.tr("Traffic"), sentence, (self.type_button, self.import_button)
        )
        return self.header

    def _make_empty(self) -> EmptyState:
        main = MainButton(self.tr("Import traffic report"), "import")
        main.clicked.connect(self.bringing.choose_files)
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
            suffixes=TABLE_SUFFIXES,
        )
        state.dropped.connect(self.bringing.dropped)
        return state

    @Slot()
    def _see_sample(self) -> None:
        self.ctx.switch_shop(True)

    @Slot()
    def _where_exported(self) -> None:
        self.ctx.navigate("guide", "section:reports")

    def _make_past(self) -> TextButton:
        """The way to the imports while there is no curve: orders may have come in."""
        past = TextButton(self.tr("Imports ›"), small=True, inline=True)
        past.clicked.connect(self.bringing.show_records)
        past.hide()
        return past

    def _make_filled(self) -> FilledTraffic:
        filled = FilledTraffic(self.ctx)
        filled.chosen.connect(self.ask)
        filled.drawn_chosen.connect(self._draw_also)
        filled.drawn.connect(self._ask_days)
        filled.side.insertWidget(0, self.desk.side)
        filled.shade_clicked.connect(self._open_alarm)
        self.desk.sought.connect(self._show_alarm)
        self.desk.shade_wanted.connect(filled.select_shade)
        filled.records.undo_asked.connect(self.bringing.undo_batch)
        filled.records.all_asked.connect(self.bringing.show_records)
        return filled

    # -- reading -----------------------------------------------------------------------------

    def refresh(self) -> None:
        self._span.ask(self.ctx.reader.traffic.span, done=self._begin, failed=self.show_trouble)
        self._fresh = True
        super().refresh()
        self.desk.refresh()

    def _begin(self, span: tuple[int, int] | None) -> None:
        """What draws is loaded while the figures are counted."""
        if span is not None:
            self.filled.begin()

    def question(self) -> Callable[[], ShownTraffic]:
        self._days.drop()
        shades, rises = self.desk.shades(), self.desk.rises()
        now = self.ctx.clock()
        known = partial(load, shades=shades, rises=rises, marked=self._marked)
        return partial(known, self.ctx.reader, self._wanted, now)

    @Slot(object)
    def _show_typed(self, rows: tuple[TypedRow, ...]) -> None:
        """Where the figures went that were just typed."""
        self._wanted = noted_at(self._wanted, self.shown, rows)
        self._marked = tuple(map(typed_at, rows))
        super().refresh()

    @Slot(object)
    def ask(self, view: TrafficView) -> None:
        """Show another view."""
        self._wanted, self._marked = view, ()
        super().refresh()

    @Slot(bool, bool)
    def _draw_also(self, named_days: bool, events: bool) -> None:
        self.ask(replace(self._wanted, named_days=named_days, events=events))

    @Slot()
    def _warn(self) -> None:
        """Alarms are known, or known anew: they are shaded, and left out of the heat map."""
        if (self.desk.shades(), self.desk.rises()) != (self.shown.shades, self.shown.rises):
            super().refresh()

    @Slot(object)
    def _show_alarm(self, alarm: Alarm) -> None:
        """The hours of an alarm, whose card was chosen."""
        start, end = to_seconds(alarm.start), to_seconds(alarm.end)
        view = with_alarm(self._wanted, self.shown, start, end)
        if view != self._wanted:
            self.ask(view)
        elif self.filled.curve is not None:
            self.filled.curve.bring(start, end)

    @Slot(object)
    def _open_alarm(self, key: object) -> None:
        """The card of a shade that was clicked, in sight."""
        if self.desk.open_card(str(key)):
            QTimer.singleShot(0, self._bring_card)  # once it is laid out

    @Slot()
    def _bring_card(self) -> None:
        panel = self.desk.side.panel
        card = panel.card(panel.selected)
        if card is not None:
            self.filled.area.show_widget(card)

    @Slot(str)
    def _show_campaign(self, key: str) -> None:
        self.ask(replace(self._wanted, parts=(("campaign", key),), off=()))

    def show_answer(self, answer: ShownTraffic) -> QWidget:
        self.shown = answer
        self.bringing.batches = answer.batches
        self.past.setVisible(answer.nothing and bool(answer.batches))
        undone = any(b.state == "undone" and b.kind == "traffic" for b in answer.batches)
        taken = self.tr("The imported figures were taken back; see the imports ›")
        self.past.set_text(taken if undone else self.tr("Imports ›"))
        if not answer.nothing:
            # What the book answered with is what the next choice starts from.
            self._wanted = answer.view
            self.filled.show_view(answer, self.width())
            self._fit()
        else:
            self._look_on()
        return self.bringing.trouble or self._figures_state()

    def _figures_state(self) -> QWidget:
        return self.empty if self.shown.nothing else self.filled

    def _look_on(self) -> None:
        """What can wait until the curve is there, once a visit: imports that were set aside."""
        if self._fresh:
            self._fresh = False
            self.bringing.look_for_drafts()

    @Slot()
    def _ask_days(self) -> None:
        """Once the curve is there, which of its days have a name."""
        self._look_on()
        shown = self.shown
        if shown.nothing or not shown.view.named_days or shown.days is not None:
            return
        rules, lang = self.ctx.rules(), theme_of(self).lang
        self._days.ask(days_of, shown.start, shown.end, rules, lang, done=self._days_arrived)

    def _days_arrived(self, days: tuple[NamedDays, ...]) -> None:
        self.shown = replace(self.shown, days=days)
        self.filled.show_days(self.shown)

    # -- bringing in -------------------------------------------------------------------------

    def import_files(self, paths: Sequence[Path]) -> None:
        """Preview these files, one after another."""
        self.bringing.import_files(paths)

    @Slot(object)
    def _imported(self, preview: Preview) -> None:
        lines, today = self.bringing.runner.lines, self.ctx.clock().date()
        done = partial(self._tell_import, preview)
        self.ctx.jobs.run(self, _came, self.ctx.reader, preview, lines, today, done=done)

    def _tell_import(self, preview: Preview, came: tuple[str, tuple[int, int] | None]) -> None:
        said, span = came
        traffic_came = preview.kind == "traffic"
        if traffic_came and preview.first is not None and preview.last is not None:
            self.ask(self._view_of(preview, preview.first, preview.last, span))
        self.ctx.notice(said, undo=True)

    def _view_of(
        self, preview: Preview, first: int, last: int, span: tuple[int, int] | None
    ) -> TrafficView:
        """The span of an import, with measures that it brought."""
        whole = span is not None and span[0] >= first and span[1] <= last
        view = led_to(self._wanted, first, last, preview.grain, whole)
        codes = brought(preview)
        if set(codes) & set(view.measures):
            return view
        useful = [code for code in USEFUL if code in codes]
        return replace(view, measures=tuple(dict.fromkeys([*useful, *codes]))[:2])

    @Slot(object)
    def _show_not_stored(self, trouble: NotStored) -> None:
        self.show_state(trouble)
        self.import_button.disable(self.tr("First settle the import that was not stored"))

    @Slot()
    def _settled(self) -> None:
        self.import_button.enable()
        if self._answered:
            self.show_state(self._figures_state())

    # -- going and coming --------------------------------------------------------------------

    def reading(self) -> bool:
        return self.bringing.busy

    def jump(self, target: str) -> None:
        self.once_answered(partial(self._jump, target))

    def _jump(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == "alarm":
            self.desk.select(key)
            return
        if target == "doubles":
            self.bringing.show_doubles()
            return
        if target.isdigit():
            self.bringing.show_records().records.select(int(target))
            return
        if target == "several":
            codes = ("views", "product_clicks", "new_fans", "spend")
            few = tuple(code for code in codes if code in self.shown.measures)
            self.ask(replace(self._wanted, measures=few, days=7, grain="hour", anchor=None))
            return
        if target == "ways":
            ways = tuple(part.code for part in self.shown.parts if part.kind == "way")
            self.ask(replace(self._wanted, parts=ways, off=(), days=30, grain="day", anchor=None))
            return
        days, _, grain = target.partition(":")
        known_days = {"1d": 1, "7d": 7, "30d": 30, "all": 0}
        if days in known_days:
            first = tuple(self.shown.measures[:2])
            self.ask(TrafficView(first, grain, known_days[days], self._wanted.compare))

    def state(self) -> dict[str, Any]:
        return asdict(self._wanted)

    def restore(self, state: dict[str, Any]) -> None:
        self._wanted = TrafficView.from_state(state)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.filled.arrange(self.width())
        self._fit()

    def _fit(self) -> None:
        self.desk.side.set_narrow(self.width() < theme_of(self).px(NARROW))


def _came(
    reader: Reader, preview: Preview, lines: int, today: date
) -> tuple[str, tuple[int, int] | None]:
    """What is said of an import, and the span of all figures by now."""
    from ksdesk.ui.imports.arrived import arrived_words

    return arrived_words(reader, preview, lines, today), reader.traffic.span()
