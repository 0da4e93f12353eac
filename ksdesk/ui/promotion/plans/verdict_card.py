"""前后对比: what a plan brought, or the shop in its hours, against the weeks before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.domain.promotion.verdict import Verdict
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.promotion.words import said
from ksdesk.ui.traffic.alarms import words as alarm_words

KINDS = {
    "junk": ("bad", QT_TRANSLATE_NOOP("Plans", "Looks off")),
    "rose": ("good", QT_TRANSLATE_NOOP("Plans", "It rose")),
    "flat": ("warn", QT_TRANSLATE_NOOP("Plans", "Nothing rose")),
    "unknown": ("neutral", QT_TRANSLATE_NOOP("Plans", "Cannot be told")),
}
OWN_KINDS = {
    "rose": ("good", QT_TRANSLATE_NOOP("Plans", "Brought people")),
    "flat": ("warn", QT_TRANSLATE_NOOP("Plans", "Brought little")),
}
OWN_NOTES = {
    "rose": QT_TRANSLATE_NOOP("Plans", "It brought what as much money usually brings, or more."),
    "flat": QT_TRANSLATE_NOOP(
        "Plans", "It brought less than as much money usually does. Look for the reason first."
    ),
}
NOTES = {
    "rose": QT_TRANSLATE_NOOP("Plans", "More came than in the same hours of the weeks before."),
    "flat": QT_TRANSLATE_NOOP(
        "Plans", "No more than usual came. Look for the reason before more is spent."
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Plans", "It takes hourly reports of these hours and of two weeks before."
    ),
}


class PlanVerdictCard(Card):
    """What came of it; not made while a plan has no full hour (`Verdict.kind` early)."""

    def __init__(self, verdict: Verdict, views: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Before and after"), parent=parent)
        kind, word = ({**KINDS, **OWN_KINDS} if verdict.own else KINDS)[verdict.kind]
        self.pill = Pill(said(word), kind, parent=self)
        self.add_action(self.pill)
        notes = [alarm_words.sentence(alarm, views) for alarm in verdict.alarms[:2]]
        told = {**NOTES, **OWN_NOTES} if verdict.own else NOTES
        for note in notes or [said(told[verdict.kind])]:
            self.add(body(note, wrap=True))
        known = [row for row in verdict.rows if verdict.own or row.compared is not None]
        if not known:
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        usual = self.tr("Usual in these hours")
        if verdict.own:
            usual = self.tr("Usual for this money")
        heads = ("", usual, self.tr("This time"), self.tr("Compared"))
        for place, text in enumerate(heads):
            grid.addWidget(small(text), 0, place, Qt.AlignmentFlag.AlignRight)
        for line, row in enumerate(known, 1):
            grid.addWidget(body(alarm_words.name_of(row.measure, views)), line, 0)
            texts = (
                alarm_words.figure(row.measure, row.compared),
                alarm_words.figure(row.measure, row.seen),
                alarm_words.change_text(row),
            )
            for place, text in enumerate(texts, 1):
                grid.addWidget(body(text), line, place, Qt.AlignmentFlag.AlignRight)
        self.add_layout(grid)
        whose = (
            self.tr("What the reports say of this plan's own campaigns.")
            if verdict.own
            else self.tr(
                "The whole shop's figures: no report says what this plan itself brought, so what"
                " others brought in these hours is in them."
            )
        )
        self.add(small(whose, wrap=True))
