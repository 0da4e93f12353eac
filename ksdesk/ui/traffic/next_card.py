"""接下来可以: what can be done about traffic that looks off. The app does none of it by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.domain.traffic.alarms import Alarm, means
from ksdesk.domain.traffic.notes import FanSample
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, body, small
from ksdesk.ui.traffic.alarms import words
from ksdesk.ui.traffic.fan_samples.words import judged, verdict_sentence


class NextCard(Card):
    """`sample_asked`, `words_asked(alarm)`, `campaign_asked(key)`, `stop_asked`, `guide_asked(
    page)` by its links."""

    sample_asked = Signal()
    samples_asked = Signal()
    words_asked = Signal(object)
    campaign_asked = Signal(str)
    stop_asked = Signal()
    guide_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What you can do next"), flush=True, parent=parent)
        self._alarm: Alarm | None = None
        self.sample = self._link(self.tr("Begin the sample ›"))
        self.sample.clicked.connect(self.sample_asked)
        self.samples = self._link(self.tr("Earlier samples ›"))
        self.samples.clicked.connect(self.samples_asked)
        self.ask = self._link(self.tr("What to ask the agency ›"))
        self.ask.clicked.connect(self._ask)
        self.campaign = self._link(self.tr("See what it delivered ›"))
        self.campaign.clicked.connect(self._see_campaign)
        self.stop = self._link(self.tr("Where to tap on the phone ›"))
        self.stop.clicked.connect(self.stop_asked)
        self.guide = self._link(self.tr("Handbook: paid traffic ›"))
        self.guide.clicked.connect(self._read)
        self.sampled = small(wrap=True, parent=self)
        self.delivered = small(wrap=True, parent=self)
        self._add(
            self.tr("Look at 50 new fans"),
            self.sampled,
            self.sample,
            self.samples,
        )
        self.add_rule()
        self.agency = self._add(
            self.tr("Ask the agency for a breakdown"), self.delivered, self.ask, self.campaign
        )
        self._above_stop = Divider("grid", self)
        self.add(self._above_stop)
        self._add(
            self.tr("Stop the plan"),
            small(self.tr("ksdesk touches no account: it is stopped on the phone"), wrap=True),
            self.stop,
            self.guide,
        )

    def show_alarm(self, alarm: Alarm | None, samples: Sequence[FanSample]) -> None:
        """What can be done about an alarm, or at any time where there is none. What the newest of
        its `samples` says stands there.
        """
        self._alarm = alarm
        mine = [s for s in samples if alarm is not None and means(s.about, alarm)]
        self.sampled.setText(
            verdict_sentence(judged(mine[-1]))
            if mine
            else self.tr("Two minutes: works, follows, fans")
        )
        said = words.delivered_words(alarm) if alarm is not None else ""
        self.delivered.setText(said or self.tr("By channel, placement and hour"))
        self.campaign.setVisible(bool(alarm is not None and alarm.deliveries))
        self.ask.setVisible(alarm is not None)
        self.agency.setVisible(alarm is not None)
        self._above_stop.setVisible(alarm is not None)
        self.samples.setVisible(bool(samples))

    def _link(self, text: str) -> TextButton:
        return TextButton(text, small=True, inline=True, parent=self)

    def _add(self, title: str, second: QWidget, *links: QWidget) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(15, 12, 15, 12)
        column.setSpacing(2)
        column.addWidget(body(title, wrap=True))
        column.addWidget(second)
        for link in links:
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(part)
        return part

    @Slot()
    def _ask(self) -> None:
        self.words_asked.emit(self._alarm)

    @Slot()
    def _see_campaign(self) -> None:
        if self._alarm is not None:
            self.campaign_asked.emit(self._alarm.deliveries[0].key)

    @Slot()
    def _read(self) -> None:
        self.guide_asked.emit("section:buying")
