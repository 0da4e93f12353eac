"""抽样: 50 new fans noted in two minutes, with what they say so far; and the earlier samples."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.traffic import fan_samples
from ksdesk.domain.changes import Changes
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Label, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rows import Column, RowsModel
from ksdesk.ui.parts.table import TableView
from ksdesk.ui.parts.texts import short_moment_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.alarms import words
from ksdesk.ui.traffic.fan_samples.grid import FANS, SampleGrid
from ksdesk.ui.traffic.fan_samples.words import (
    KINDS,
    interval_text,
    judged,
    share_text,
    verdict_sentence,
    verdict_word,
)

SAVE_AFTER = 300


class SampleSheet(SheetDialog):
    """The grid of one sample. It is kept while it is filled; closing it makes one step to undo."""

    scrolls = True

    def __init__(
        self, ctx: Context, sample: FanSample, alarm: Alarm | None, parent: QWidget
    ) -> None:
        super().__init__("", name="fan-sample", width=640, parent=parent)
        self.setWindowTitle(self.tr("Look at 50 new fans"))
        self.title_label.setText(self.tr("Look at 50 new fans"))
        self.set_sentence(
            self.tr(
                "Open the list of new fans on the phone and go down from the newest. One line a"
                " fan; leave empty what is hidden."
            )
        )
        self._ctx, self._before = ctx, sample if sample.id else None
        self.sample = sample
        self._writing = False
        if alarm is not None:
            text = self.tr("For the alarm of {when}: {what}")
            self.add(
                small(
                    text.format(when=words.when(alarm), what=words.state_word(alarm)), parent=self
                )
            )
        self._add_verdict()
        self.grid = SampleGrid(sample.fans, self)
        self.grant(self.grid, theme_of(self).px(252))
        self.grid.fans.edited.connect(self._changed)
        self.grid.told.connect(self._say)
        self.add(self.grid, 1)
        self.add(
            small(
                self.tr(
                    "Enter or Tab moves on, a 0 by itself. Picture: 1 yes, 0 no. A block copied"
                    " in Excel is pasted with Ctrl+V."
                ),
                wrap=True,
            )
        )
        self.done_button = MainButton(self.tr("Done"), "check", height=32)
        self.done_button.clicked.connect(self.accept)
        self.clear_button = TextButton(self.tr("Empty it"))
        self.clear_button.clicked.connect(self._clear)
        self.set_buttons(self.done_button, self.clear_button)
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self._save)
        self.finished.connect(self._finish)
        self._judge()
        self.resize(self.width(), max(self.height(), theme_of(self).px(600)))
        self.grid.setFocus()

    def _add_verdict(self) -> None:
        row = QHBoxLayout()
        self.progress = Label("", bold=True, parent=self)
        self.pill = Pill("", parent=self)
        self.said = small(wrap=True, tone="text", parent=self)
        row.addWidget(self.progress)
        row.addWidget(self.pill)
        row.addWidget(self.said, 1)
        self.add_layout(row)

    def _judge(self) -> None:
        found = judged(self.sample)
        self.progress.setText(f"{found.n}/{FANS}")
        self.progress.setAccessibleName(self.tr("%n fan(s) noted", "", found.n))
        self.pill.set(verdict_word(found), KINDS[found.word])
        self.said.setText(verdict_sentence(found))

    @Slot()
    def _changed(self) -> None:
        self.sample = replace(self.sample, fans=self.grid.fans.filled())
        self._judge()
        self._timer.start()

    @Slot(str)
    def _say(self, words: str) -> None:
        if words:
            self.said.setText(words)

    @Slot()
    def _clear(self) -> None:
        self.grid.selectAll()
        self.grid.clear()
        self.grid.go(0, 0)
        self.grid.setFocus()

    @Slot()
    def _save(self) -> None:
        """Keep what is noted so far; one at a time, so that the first gives its number."""
        if self._writing:
            self._timer.start()
            return
        self._writing = True
        self._ctx.write(self, "", fan_samples.jot, self.sample, self._ctx.clock(), done=self._saved)

    def _saved(self, changes: Changes) -> None:
        self._writing = False
        assert isinstance(changes.ref, int)
        self.sample = replace(self.sample, id=changes.ref)
        if not self.isVisible():
            self._finish()

    @Slot()
    def _finish(self) -> None:
        """Make one step of it. A jot that is under way brings its number first."""
        self._timer.stop()
        if self._writing:
            return
        self._ctx.write(
            self,
            self.tr("sample of new fans"),
            fan_samples.finish,
            self.sample,
            self._before,
            self._ctx.clock(),
            done=self._kept,
        )

    def _kept(self, changes: Changes) -> None:
        if changes and self.sample.fans:
            self._ctx.notice(verdict_sentence(judged(self.sample)), undo=True)
        self.deleteLater()


def _share(sample: FanSample) -> float:
    return judged(sample).share


class SamplesSheet(SheetDialog):
    """Earlier samples. `opened(sample)`: one is to be looked at again."""

    opened = Signal(object)
    dropped = Signal(object)

    def __init__(self, samples: tuple[FanSample, ...], parent: QWidget) -> None:
        super().__init__("", name="fan-samples", width=720, parent=parent)
        self.setWindowTitle(self.tr("Earlier samples"))
        self.title_label.setText(self.tr("Earlier samples"))
        self.model = RowsModel(
            [
                Column("at", self.tr("Taken"), lambda s: s.taken_at, short_moment_text, width=112),
                Column("n", self.tr("Fans"), lambda s: judged(s).n, align="right", width=72),
                Column(
                    "word",
                    self.tr("Verdict"),
                    lambda s: judged(s).share,
                    pill=lambda s: (KINDS[judged(s).word], verdict_word(judged(s))),
                    width=128,
                ),
                Column(
                    "share",
                    self.tr("Look made up"),
                    lambda s: judged(s).share,
                    share_text,
                    width=112,
                ),
                Column("range", self.tr("Interval"), lambda s: interval_text(judged(s))),
            ],
            key=lambda sample: sample.id,
            parent=self,
        )
        self.table = TableView(self.model, name=self.tr("Earlier samples"), parent=self)
        self.model.set_rows(tuple(reversed(samples)))
        self.grant(self.table, theme_of(self).px(240))
        self.table.opened.connect(self._open)
        self.add(self.table, 1)
        note = self.tr("57% of bought and 4% of real new fans had no works in published research.")
        self.add(NoteBox(note, self.tr("That was on other platforms; take it as a hint.")))
        self.open_button = MainButton(self.tr("Open"), height=32)
        self.open_button.clicked.connect(self._open_current)
        self.drop_button = SecondButton(self.tr("Into the bin"), "trash")
        self.drop_button.clicked.connect(self._drop_current)
        self.set_buttons(self.open_button, self.drop_button)
        self.finished.connect(self.deleteLater)
        for button in (self.open_button, self.drop_button):
            button.setEnabled(bool(samples))
        if samples:
            self.table.select_key(samples[-1].id)

    @Slot(object)
    def _open(self, sample: FanSample) -> None:
        self.accept()
        self.opened.emit(sample)

    @Slot()
    def _open_current(self) -> None:
        sample = self.table.current_row()
        if sample is not None:
            self._open(sample)

    @Slot()
    def _drop_current(self) -> None:
        sample = self.table.current_row()
        if sample is not None:
            self.accept()
            self.dropped.emit(sample)
