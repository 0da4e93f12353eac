"""The choices over the curve: measures and parts of traffic left, comparison and range right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from ksdesk.domain.traffic import day_start, from_seconds
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.chips import FilterChip
from ksdesk.ui.parts.flow import FlowLayout
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import elide, short_day_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.traffic.part_chips import PartChips
from ksdesk.ui.traffic.parts_panel import PartsPanel
from ksdesk.ui.traffic.range_sheet import RangeSheet
from ksdesk.ui.traffic.view import ShownTraffic, TrafficView
from ksdesk.ui.traffic.words import GRAINS, RANGES, grain_word, listed, part_name, range_word

FIRST, GAP = 4, 16
COMPARE = "compare"  # in the list of measures, where it is no code of one
MOST = 6
LONGEST, SHORT = 20, 8  # characters of a name on a chip


class Controls(QWidget):
    """`chosen(TrafficView)` when the seller changes anything.

    Folded, all of it is one row: `more` says what is drawn and opens the list. What finds no room
    in it then is said shorter, and the comparison is in the list as well.
    """

    chosen = Signal(object)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown = ShownTraffic()
        self._own_days: tuple[date, date] | None = None  # chosen last, while the page is there
        self._folded = False
        self.chips: dict[str, FilterChip] = {}
        left = QWidget(self)
        self._flow = FlowLayout(left, spacing=8)
        self.more = FilterChip(self.tr("More"), trailing="chevron_down", parent=left)
        self.more.clicked.connect(self.open_measures)
        self.plans = FilterChip(self.tr("All together"), trailing="chevron_down", parent=left)
        self.plans.setAccessibleDescription(self.tr("Campaigns, lives and ways, apart or together"))
        self.plans.clicked.connect(self.open_parts)
        self.compare = Check(self.tr("Compare"), True, parent=self)
        self.compare.setAccessibleDescription(self.tr("The dashed line is the same time before"))
        self.compare.toggled.connect(self._compare)
        grains = [(grain, grain_word(grain)) for grain in GRAINS]
        self.grain = SegmentBar(grains, "hour", name=self.tr("How fine"), parent=self)
        self.grain.chosen.connect(self._pick_grain)
        ranges = [(days, range_word(days)) for days in RANGES]
        self.range = SegmentBar(ranges, 7, name=self.tr("Which days"), parent=self)
        self.range.chosen.connect(self._pick_range)
        right = QWidget(self)
        self.own_range = FilterChip("", trailing="chevron_down", parent=right)
        self.own_range.setCheckable(True)
        self.own_range.clicked.connect(self.open_range)
        self.grain_chip = FilterChip("", trailing="chevron_down", parent=right)
        self.grain_chip.setAccessibleDescription(self.tr("How fine"))
        self.grain_chip.clicked.connect(self.open_grains)
        self.grain_chip.hide()
        bars = FlowLayout(right, spacing=GAP, line_spacing=8)
        for bar in (self.compare, self.grain, self.grain_chip, self.range, self.own_range):
            bars.addWidget(bar)
        QWidget.setTabOrder(self.grain.button([*GRAINS][-1]), self.grain_chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        column.addLayout(self._row)
        self.parts = PartChips(self)
        self.parts.chosen.connect(self._choose_parts)
        column.addWidget(self.parts)
        self._row.addWidget(left, 1)
        self._row.addWidget(right, 0)
        self._left, self._right = left, right

    def view(self) -> TrafficView:
        """The choices as shown."""
        return self._shown.view

    def show_view(self, shown: ShownTraffic) -> None:
        """Show the choices of a view and what else there is to choose."""
        self._shown = shown
        view = shown.view
        self._set_chips(view.measures)
        self.more.setVisible(self._folded or len(shown.measures) > len(self.chips))
        self.more.set_text(self.tr("More"))
        self.plans.setVisible(len(shown.parts) > 1 or bool(view.parts))
        self.plans.set_text(self._plan_words(LONGEST))
        self.parts.show_view(shown)
        if self._folded:
            self.parts.hide()
        self.compare.blockSignals(True)
        self.compare.setChecked(view.compare and shown.before is not None)
        self.compare.setEnabled(shown.before is not None)
        self.compare.blockSignals(False)
        for grain in GRAINS:
            button = self.grain.button(grain)
            if grain in shown.grains:
                button.enable()
            else:
                button.disable(self.tr("The reports have no figures this fine"))
        self.grain.set_value(view.grain)
        usual = view.days in RANGES and view.anchor is None
        if usual:
            self.range.set_value(view.days)
        else:
            self.range.clear()
        self.own_range.setChecked(not usual)
        self.own_range.set_text(self.tr("Custom…") if usual else self._days_words())
        self._fit()

    def fold(self, folded: bool) -> None:
        """Whether the choices take one row only: the curve has the room."""
        if folded != self._folded:
            self._folded = folded
            if self._shown.measures:
                self.show_view(self._shown)

    def _fit(self) -> None:
        """The bars below the chips where both do not fit beside each other."""
        compare, fine = self._shorten() if self._folded else (True, True)
        self.compare.setVisible(compare)
        self.grain.setVisible(fine)
        self.grain_chip.setVisible(not fine)
        beside = self._wanted(compare, fine) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setStretchFactor(self._left, int(beside))

    def _wanted(self, compare: bool, fine: bool) -> int:
        """The width of one row: with the comparison in it or without, all grains or their chip."""
        grain = self.grain if fine else self.grain_chip
        bars = [*([self.compare] if compare else ()), grain, self.range, self.own_range]
        wide = sum(bar.sizeHint().width() for bar in bars) + GAP * (len(bars) - 1)
        return self._flow.sizeHint().width() + self._row.spacing() + wide

    def _shorten(self) -> tuple[bool, bool]:
        """Say all that there is room for; whether that is the comparison, and all grains."""
        drawn = self._shown.view.measures
        names = elide(listed([measure_name(code) for code in drawn]), LONGEST)
        count = self.tr("%n figures", "", len(drawn))
        self.grain_chip.set_text(grain_word(self._shown.view.grain))
        for compare, fine, words, longest in (
            (True, True, names, LONGEST),
            (False, True, names, LONGEST),
            (False, False, names, LONGEST),
            (False, False, count, SHORT),
        ):
            self.more.set_text(words)
            self.plans.set_text(self._plan_words(longest))
            if self._wanted(compare, fine) <= self.width():
                return compare, fine
        return False, False

    def _set_chips(self, chosen: tuple[str, ...]) -> None:
        wanted = list(self._shown.measures[:FIRST])
        # What is taken away by a click stays where it was clicked until the pointer leaves.
        held = [code for code in self.chips if code in self._shown.measures]
        wanted += [*(held if self._left.underMouse() else ()), *chosen]
        wanted = list(dict.fromkeys(wanted))
        if list(self.chips) != wanted:
            self._rebuild(wanted)
        for code, chip in self.chips.items():
            chip.setVisible(not self._folded)
            chip.setChecked(code in chosen)
            chip.updateGeometry()

    def _rebuild(self, wanted: Sequence[str]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.more)
        self._flow.removeWidget(self.plans)
        self.chips.clear()
        for code in wanted:
            name = measure_name(code)
            chip = FilterChip(elide(name, LONGEST), many=True, parent=self._left)
            set_tip(chip, name if len(name) > LONGEST else "")
            chip.setProperty("code", code)
            chip.clicked.connect(self._toggled)
            self.chips[code] = chip
            self._flow.addWidget(chip)
        self._flow.addWidget(self.more)
        self._flow.addWidget(self.plans)
        # Tab goes through the row as it reads, though the chips were made last.
        row = [*self.chips.values(), self.more, self.plans, self.compare]
        for one, following in pairwise(row):
            QWidget.setTabOrder(one, following)

    def _plan_words(self, longest: int) -> str:
        chosen = self._shown.view.parts
        if not chosen:
            return self.tr("All together")
        if len(chosen) > 1:
            return self.tr("%n lines", "", len(chosen))
        name = next((part_name(p) for p in self._shown.parts if p.code == chosen[0]), "")
        return elide(name, longest)

    @Slot()
    def _toggled(self) -> None:
        chip = self.sender()
        assert isinstance(chip, FilterChip)
        self.toggle(str(chip.property("code")))

    def toggle(self, code: str) -> None:
        """Add a measure or take it away; one always stays, and no more than can be told apart."""
        codes = self.view().measures
        if code in codes:
            codes = tuple(one for one in codes if one != code) or (code,)
        else:
            codes = (*codes, code)[-MOST:]
        self._choose(replace(self.view(), measures=codes))

    def _days(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        start, end = self._shown.start, self._shown.end
        return from_seconds(start).date(), from_seconds(max(start, end - 1)).date()

    def _days_words(self) -> str:
        first, last = self._days()
        year = first.year != last.year or last.year != self._clock().year
        if first == last:
            return short_day_text(first, year=year)
        text = self.tr("{first} to {last}")
        return text.format(
            first=short_day_text(first, year=year), last=short_day_text(last, year=year)
        )

    @Slot()
    def open_range(self) -> RangeSheet:
        """Ask for two days; those chosen last stand there."""
        self.own_range.setChecked(self.range.value() is None)
        today = self._clock().date()
        first, last = self._own_days or self._days()
        sheet = RangeSheet((min(first, today), min(last, today)), today, self)
        sheet.chosen.connect(self._pick_days)
        sheet.open()
        return sheet

    @Slot(object, object)
    def _pick_days(self, first: date, last: date) -> None:
        self._own_days = first, last
        days = (last - first).days + 1
        self._choose(replace(self.view(), days=days, anchor=day_start(last), grain=""))

    def _choose(self, view: TrafficView) -> None:
        self.chosen.emit(view)

    @Slot(bool)
    def _compare(self, on: bool) -> None:
        self._choose(replace(self.view(), compare=on))

    @Slot(object)
    def _pick_grain(self, grain: str) -> None:
        self._choose(replace(self.view(), grain=grain))

    @Slot(object)
    def _pick_range(self, days: int) -> None:
        self._choose(replace(self.view(), days=days, anchor=None, grain=""))

    @Slot()
    def open_measures(self) -> None:
        """Open the list of all measures."""
        self.measures_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def measures_menu(self) -> QMenu:
        """All measures, ticked where they are drawn."""
        menu = self._menu()
        for code in self._shown.measures:
            _add(menu, measure_name(code), code, code in self.view().measures)
        menu.triggered.connect(self._measure_picked)
        if self._folded and self.compare.isHidden():
            menu.addSeparator()
            _add(menu, self.compare.text(), COMPARE, self.compare.isChecked())
            menu.actions()[-1].setEnabled(self.compare.isEnabled())
        return menu

    @Slot()
    def open_grains(self) -> None:
        """Open the list of how fine the figures can be drawn."""
        below = QPoint(0, self.grain_chip.height() + 4)
        self.grains_menu().popup(self.grain_chip.mapToGlobal(below))

    def grains_menu(self) -> QMenu:
        """How fine the figures can be drawn."""
        menu = self._menu()
        for grain in GRAINS:
            _add(menu, grain_word(grain), grain, grain == self.view().grain)
            menu.actions()[-1].setEnabled(grain in self._shown.grains)
        menu.triggered.connect(self._grain_picked)
        return menu

    @Slot()
    def open_parts(self) -> PartsPanel:
        """Open the list of campaigns, lives and ways, where several can be ticked."""
        panel = PartsPanel(self._shown.parts, self.view().parts, self)
        panel.chosen.connect(self._choose_parts)
        panel.show_below(self.plans)
        return panel

    @Slot(object, object)
    def _choose_parts(self, parts: tuple, off: tuple) -> None:
        self._choose(replace(self.view(), parts=parts, off=off))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(QAction)
    def _measure_picked(self, action: QAction) -> None:
        if action.data() == COMPARE:
            self._compare(action.isChecked())
        else:
            self.toggle(action.data())

    @Slot(QAction)
    def _grain_picked(self, action: QAction) -> None:
        self._pick_grain(action.data())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()


def _add(menu: QMenu, text: str, data: str, on: bool) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    action.setData(data)
