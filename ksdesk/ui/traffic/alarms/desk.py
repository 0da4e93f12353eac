"""Looks for alarms off the UI thread, and does what their cards ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions import notes
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.changes import Changes
from ksdesk.domain.progress import Progress
from ksdesk.domain.traffic import to_seconds
from ksdesk.domain.traffic.alarms import RISE, Alarm, Alarms
from ksdesk.domain.traffic.notes import HANDLED, IGNORED, FanSample
from ksdesk.storage import Reader
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.traffic.alarms import words
from ksdesk.ui.traffic.alarms.looking import remember
from ksdesk.ui.traffic.alarms.side import AlarmSide
from ksdesk.ui.traffic.shaded import Shaded


class AlarmDesk(QObject):
    """`found(Alarms)`: a look is done or a mark was set; `shade_wanted(key)`: the card of a shade
    was chosen; `sought(Alarm)`: the curve is to go where it is; `campaign_asked(key)`: only what a
    campaign brought is to be seen; `failed(error)`: the book cannot be read.

    `side` is what stands beside the curve; `alarms` what was seen last.
    """

    found = Signal(object)
    shade_wanted = Signal(object)
    sought = Signal(object)
    campaign_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(page)
        self.ctx, self._page = ctx, page
        self.alarms: Alarms | None = None
        self.sheet: SheetDialog | None = None
        self.samples: tuple[FanSample, ...] = ()
        self._looking, self._sample = Latest(ctx, self), Latest(ctx, self)
        self._wanted = ""
        self.side = AlarmSide()
        panel, strip, card = self.side.panel, self.side.strip, self.side.next
        for source in (panel, strip):
            source.marked.connect(self.mark)
        panel.freed.connect(self.free)
        panel.chosen.connect(self._choose)
        panel.rules_asked.connect(self.show_rules)
        panel.words_asked.connect(self.show_words)
        card.words_asked.connect(self.show_words)
        card.campaign_asked.connect(self.campaign_asked)
        card.sample_asked.connect(self.begin_sample)
        card.samples_asked.connect(self.show_samples)
        card.stop_asked.connect(self.show_stop)
        card.guide_asked.connect(self._read_guide)

    # -- looking -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look again; a look that is not done yet is given up."""
        self._looking.ask(
            _look,
            self.ctx.reader,
            self.ctx.clock(),
            self.alarms,
            done=self._seen,
            failed=self.failed.emit,
            progress="",
        )

    def _seen(self, found: tuple[Alarms, tuple[FanSample, ...]]) -> None:
        alarms, self.samples = found
        anew = self.alarms is None or self.alarms.stamp != alarms.stamp
        self.alarms = alarms
        now = self.ctx.clock()
        self.side.show_alarms(alarms, now, self.samples)
        if anew:
            remember(self.ctx, self, alarms)
        self.found.emit(alarms)
        if self._wanted:
            self.select(self._wanted)

    def shades(self) -> tuple[Shaded, ...]:
        """The alarms as stretches of the curve; ignored ones are no warning any more."""
        return self._on_curve(lambda alarm: alarm.kind != RISE)

    def rises(self) -> tuple[Shaded, ...]:
        """Sudden rises, which are told on the curve by a mark: they may well be good evenings."""
        return self._on_curve(lambda alarm: alarm.kind == RISE)

    def _on_curve(self, wanted: Callable[[Alarm], bool]) -> tuple[Shaded, ...]:
        alarms = self.alarms.alarms if self.alarms is not None else ()
        return tuple(
            Shaded(
                alarm.key,
                to_seconds(alarm.start),
                to_seconds(alarm.end),
                words.state_word(alarm),
                words.hours_word(alarm),
                alarm.left_out,
            )
            for alarm in alarms
            if wanted(alarm) and alarm.state != IGNORED
        )

    # -- choosing ----------------------------------------------------------------------------

    @Slot(object)
    def select(self, key: object) -> None:
        """Unfold the card of an alarm, and go to its shade; once it is known."""
        if not isinstance(key, str):
            return
        if self.alarms is None:
            self._wanted = key
            return
        self._wanted = ""
        if self.open_card(key):
            self._choose(self.side.panel.selected)

    def open_card(self, key: str) -> bool:
        """Unfold the card of an alarm and mark its shade; False where there is no such alarm."""
        found = self.side.panel.select(key)
        if found:
            self.side.reveal()
            self._mark_shade(self.side.panel.selected)
        return found

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._mark_shade(key)
        alarm = self.alarms.one(key) if self.alarms is not None else None
        if alarm is not None:
            self.sought.emit(alarm)

    def _mark_shade(self, key: str) -> None:
        self.side.next.show_alarm(self.side.at_hand(self.ctx.clock()), self.samples)
        self.shade_wanted.emit(key)

    # -- marking -----------------------------------------------------------------------------

    @Slot(object, str, str)
    def mark(self, alarm: Alarm, state: str, note: str) -> None:
        """已处理, 忽略, or another note on it."""
        key = alarm.mark.key if alarm.mark is not None else alarm.key
        said = self.tr("Noted as handled") if state == HANDLED else self.tr("Ignored from now on")
        self.ctx.write(
            self,
            self.tr("mark on an alarm"),
            traffic_alarms.mark,
            key,
            state,
            self.ctx.clock(),
            note,
            done=partial(self._marked, said),
        )

    def _marked(self, said: str, _changes: Changes) -> None:
        self.ctx.notice(said, undo=True)

    @Slot(object)
    def free(self, alarm: Alarm) -> None:
        """Let it be new again."""
        if alarm.mark is not None:
            self.ctx.write(
                self,
                self.tr("mark on an alarm"),
                traffic_alarms.unmark,
                alarm.mark,
                self.ctx.clock(),
                done=partial(self._marked, self.tr("It is new again")),
            )

    # -- sheets ------------------------------------------------------------------------------

    def _open(self, sheet: SheetDialog) -> None:
        self.sheet = sheet
        sheet.open()

    @Slot(object)
    def show_rules(self, alarm: Alarm) -> None:
        """The rows of the rule book behind an alarm."""
        from ksdesk.ui.traffic.alarms.sheets import RulesSheet

        sheet = RulesSheet(alarm, self.ctx.rules().on(self.ctx.clock().date()), self._page)
        sheet.book_asked.connect(self._read_rule)
        self._open(sheet)

    @Slot(object)
    def show_words(self, alarm: Alarm | None) -> None:
        """The draft for the agency."""
        from ksdesk.ui.traffic.alarms.sheets import AgencySheet

        if alarm is not None and self.alarms is not None:
            self._open(AgencySheet(alarm, self.alarms.views, self._page))

    @Slot()
    def show_stop(self) -> None:
        """How a plan is stopped."""
        from ksdesk.ui.traffic.alarms.sheets import StopSheet

        self._open(StopSheet(self.side.at_hand(self.ctx.clock()), self._page))

    @Slot(str)
    def _read_rule(self, key: str) -> None:
        self.ctx.navigate("guide", f"rule:{key}")

    @Slot(str)
    def _read_guide(self, target: str) -> None:
        self.ctx.navigate("guide", target)

    # -- samples -----------------------------------------------------------------------------

    @Slot()
    def begin_sample(self) -> None:
        """Go on with the sample for the alarm at hand, or begin one."""
        from ksdesk.actions.traffic import fan_samples

        alarm = self.side.at_hand(self.ctx.clock())
        about = "" if alarm is None else alarm.key
        done = partial(self._go_on, about)
        self._sample.ask(fan_samples.unfinished, self.ctx.reader, about, done=done)

    def _go_on(self, about: str, draft: FanSample | None) -> None:
        self.open_sample(draft or FanSample(self.ctx.clock(), about))

    @Slot(object)
    def open_sample(self, sample: FanSample) -> None:
        """The grid of a sample."""
        from ksdesk.ui.traffic.fan_samples.sheet import SampleSheet

        about = self.alarms.one(sample.about) if self.alarms is not None else None
        self._open(SampleSheet(self.ctx, sample, about, self._page))

    @Slot()
    def show_samples(self) -> None:
        """All samples."""
        self._sample.ask(self.ctx.reader.notes.all, FanSample, done=self._show_samples)

    def _show_samples(self, samples: tuple[FanSample, ...]) -> None:
        from ksdesk.ui.traffic.fan_samples.sheet import SamplesSheet

        sheet = SamplesSheet(samples, self._page)
        sheet.opened.connect(self.open_sample)
        sheet.dropped.connect(self._drop_sample)
        self._open(sheet)

    @Slot(object)
    def _drop_sample(self, sample: FanSample) -> None:
        said = self.tr("The sample is in the bin")
        self.ctx.write(
            self,
            self.tr("sample of new fans"),
            notes.drop,
            sample,
            self.ctx.clock(),
            done=partial(self._marked, said),
        )


def _look(
    reader: Reader, now: datetime, known: Alarms | None, progress: Progress
) -> tuple[Alarms, tuple[FanSample, ...]]:
    found = traffic_alarms.found(reader, now, known, progress=progress)
    return found, reader.notes.all(FanSample)
