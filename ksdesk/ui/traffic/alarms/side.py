"""What stands beside the curve about alarms, or above it in one sentence where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.traffic.alarms import Alarm, Alarms
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.ui.parts.states import LoadingBlocks
from ksdesk.ui.traffic.alarms.panel import AlarmPanel, AlarmStrip, at_hand
from ksdesk.ui.traffic.next_card import NextCard


class AlarmSide(QWidget):
    """Grey blocks until the first look; then `panel` and `next`, or the `strip` with its 更多."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loading = LoadingBlocks(3, row_height=56, parent=self)
        self.strip = AlarmStrip(self)
        self.panel = AlarmPanel(self)
        self.next = NextCard(self)
        self.strip.more_asked.connect(self._unfold)
        self._narrow = self._known = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.loading, self.strip, self.panel, self.next):
            column.addWidget(widget)
        self._place()

    def show_alarms(self, alarms: Alarms, now: datetime, samples: Sequence[FanSample]) -> None:
        """Show what was seen."""
        self._known = True
        self.strip.show_alarms(alarms, now)
        self.panel.show_alarms(alarms, now)
        self.next.show_alarm(self.at_hand(now), samples)
        self._place()

    def at_hand(self, now: datetime) -> Alarm | None:
        """The alarm that what can be done next is about: the chosen one, else the newest."""
        alarms = self.panel.alarms
        chosen = alarms.one(self.panel.selected) if self.panel.selected else None
        if chosen is not None and chosen.suspect:
            return chosen
        near = [alarm for alarm in at_hand(alarms, now) if alarm.suspect]
        return next(iter(near), None)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room beside the curve."""
        self._narrow = narrow
        self._place()

    def reveal(self) -> None:
        """Show the cards where they are folded away."""
        if self._narrow:
            self.strip.more.setChecked(True)

    @Slot(bool)
    def _unfold(self, _shown: bool) -> None:
        self._place()

    def _place(self) -> None:
        unfolded = not self._narrow or self.strip.more.isChecked()
        self.loading.setVisible(not self._known)
        self.strip.setVisible(self._known and self._narrow)
        self.panel.setVisible(self._known and unfolded)
        self.next.setVisible(self._known and unfolded)
