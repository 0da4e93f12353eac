"""手工记一笔: figures that are only on the phone (粉条), typed into a small grid."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.ui.parts.buttons import MainButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import small
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of
from ksdesk.ui.traffic.typed.beside import BesideBar
from ksdesk.ui.traffic.typed.grid import HIGH, TypedCells, TypedGrid
from ksdesk.ui.traffic.typed.lines import TypedLine, day_lines, live_lines, look_up

LEAST = 8  # the head and the lines of a week


class TypedSheet(SheetDialog):
    """`saved(rows)` tells what is to be recorded: a tuple of TypedRow."""

    saved = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("TypedSheet", "Note figures by hand"),
            name="typed",
            width=880,
            parent=parent,
        )
        self.set_sentence(
            self.tr(
                "For 「粉条」 and whatever shows its figures on the phone only. Empty is no figure."
            )
        )
        self.ctx, self._now = ctx, ctx.clock()
        self._last: date = self._now.date()
        self._latest = Latest(ctx, self)
        self.grid: TypedGrid | None = None
        top = QHBoxLayout()
        self.mode = SegmentBar(
            [("day", self.tr("By day")), ("live", self.tr("By live"))],
            "day",
            name=self.tr("A line is"),
            parent=self,
        )
        self.mode.chosen.connect(self._switch)
        self.earlier = TextButton(self.tr("A week earlier"), "chevron_left", parent=self)
        self.earlier.clicked.connect(partial(self._turn, -7))
        self.later = TextButton(self.tr("A week later"), "chevron_right", parent=self)
        self.later.clicked.connect(partial(self._turn, 7))
        top.addWidget(self.mode)
        top.addStretch(1)
        top.addWidget(self.earlier)
        top.addWidget(self.later)
        self.add_layout(top)
        self._card = Card(flush=True, parent=self)
        self.grant(self._card, theme_of(self).control(HIGH) * LEAST + 2)
        self.add(self._card, 1)
        self.beside = BesideBar(self)
        self.add(self.beside)
        self.said = small(wrap=True, tone="bad")
        self.add(self.said)
        self.keep = MainButton(self.tr("Save figures"), height=32)
        self.keep.clicked.connect(self._save)
        self.set_buttons(self.keep, self.leave_button())
        self.finished.connect(self.deleteLater)
        self._load()

    def _load(self) -> None:
        by_day = self.mode.value() == "day"
        self.earlier.setVisible(by_day)
        self.later.setVisible(by_day)
        self.later.setEnabled(self._last < self._now.date())
        self.keep.disable(self.tr("Nothing was changed"))
        read = day_lines if by_day else live_lines
        self._latest.ask(read, self.ctx.reader, self._last, done=self._show)

    def _show(self, lines: list[TypedLine]) -> None:
        self.cells = TypedCells(lines, self._now)
        self._lives = self.cells.lives()
        self.cells.edited.connect(self._judge)
        before = self._card.body.takeAt(0)
        if before is not None and (old := before.widget()) is not None:
            old.hide()
            old.deleteLater()
        self.grid = TypedGrid(self.cells, self)
        self.grid.told.connect(self.said.setText)
        self.grid.begun.connect(self.keep.enable)  # a click on it takes up what is typed
        self.grid.selectionModel().currentChanged.connect(self._tell_beside)
        self._card.add(self.grid, 1)
        self._judge()
        if before is None:  # later the keyboard stays at the button that turned the week
            self.grid.setFocus()

    @Slot()
    def _judge(self) -> None:
        self.said.setText(self.cells.first_fault())
        self._look_up()
        self._tell_beside()
        if self.said.text():
            self.keep.disable(self.tr("One of the figures cannot be read"))
        elif self.cells.stops():
            self.keep.disable(self.tr("First say whether they replace the imported ones"))
        elif not self.cells.rows():
            self.keep.disable(self.tr("Nothing was changed"))
        else:
            self.keep.enable()

    @Slot()
    def _tell_beside(self) -> None:
        assert self.grid is not None
        here = self.grid.currentIndex()
        self.beside.show_cells(self.cells, here.row(), here.column())

    def _look_up(self) -> None:
        """What reports say of a live, as soon as its start is typed."""
        lives = self.cells.lives()
        new = tuple(live for live in lives if live not in self._lives)
        self._lives = lives
        if new:
            show = self.cells.show_imported
            self._latest.ask(look_up, self.ctx.reader, new, done=show)

    @Slot(object)
    def _switch(self, mode: object) -> None:
        if not self._kept():
            self.mode.set_value("live" if mode == "day" else "day")
            return
        self._load()

    def _turn(self, days: int) -> None:
        if self._kept():
            self._last = min(self._last + timedelta(days=days), self._now.date())
            self._load()

    def _kept(self) -> bool:
        """Save what is typed, before other lines are shown; False where it cannot be taken."""
        if self.grid is None:
            return True
        self.grid.settle()
        rows = self.cells.rows()
        if self.cells.first_fault() or (rows and self.cells.stops()):
            return False
        if rows:
            self.saved.emit(rows)
        return True

    def typed(self) -> bool:
        return super().typed() or bool(self.grid is not None and self.cells.rows())

    @Slot()
    def _save(self) -> None:
        if self._kept():
            self.accept()
