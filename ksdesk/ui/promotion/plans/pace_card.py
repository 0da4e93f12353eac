"""节奏: how fast a plan spends, whether that is more than usual, and whether people are annoyed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ksdesk.actions.promotion.looking import Rhythm
from ksdesk.domain.promotion.pacing import Annoyance, Rush
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import body, heading, small
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.texts import NOTHING, count_text, day_text, number_text, yuan_text
from ksdesk.ui.promotion import words

RULE = "promotion.rhythm"
MOST = 6  # days of a calmer schedule that are named one by one


class PaceCard(Card):
    """The rhythm of one plan."""

    def __init__(self, rhythm: Rhythm, rules: DayRules, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Rhythm"), parent=parent)
        if RULE in rules:
            self.add_action(RuleLink(rules[RULE], self.tr("What the book says ›")))
        self.told: list[str] = []
        if rhythm.pace is not None:
            self._say(words.pace_words(rhythm.pace), words.pace_pill(rhythm.pace))
        if rhythm.usual is None:
            self._say(self.tr("Too few days with spend before it to know what is usual for you"))
        elif rhythm.rush is None:
            text = self.tr("Your usual: {day} a day on {days} days a week; this is no more")
            self._say(text.format(**_usual(rhythm.usual.day, rhythm.usual.per_week)))
        else:
            self._rush(rhythm.rush)
        if rhythm.annoyances:
            self._annoyances(rhythm.annoyances)

    def _say(self, text: str, pill: tuple[str, str] | None = None) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        if pill is not None:
            row.addWidget(Pill(pill[1], pill[0]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(body(text, wrap=True), 1)
        self.add_layout(row)
        self.told.append(text)

    def _rush(self, rush: Rush) -> None:
        usual = _usual(rush.usual.day, rush.usual.per_week)
        if rush.large:
            text = self.tr("{much} on one day, your usual is {day}")
            self._say(text.format(much=yuan_text(rush.day), **usual), ("warn", self.tr("Much")))
        if rush.often:
            text = self.tr("{often} days of a week, your usual is {days}")
            self._say(text.format(often=rush.days, **usual), ("warn", self.tr("Often")))
        why = self.tr(
            "The book warns: much and often may bring taking down or limiting, and annoys"
        )
        self.add(small(why, wrap=True))
        if not rush.calmer:
            self._say(self.tr("Even spread over two months it stays above your usual. Spend less."))
            return
        if not any(fen for _, fen in rush.calmer):
            return  # a running one has spent it all
        days = [f"{day_text(day)} {yuan_text(fen)}" for day, fen in rush.calmer[:MOST]]
        if len(rush.calmer) > MOST:
            last, fen = rush.calmer[-1]
            days.append(self.tr("… until {day}").format(day=f"{day_text(last)} {yuan_text(fen)}"))
        text = self.tr("Calmer, the same money: {days}")
        self._say(text.format(days=words.joined(days)))

    def _annoyances(self, rows: tuple[Annoyance, ...]) -> None:
        self.add_rule()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        heads = (
            self.tr("Annoyed, per 1,000 shown"),
            self.tr("Before"),
            self.tr("During"),
            self.tr("After"),
        )
        for place, text in enumerate(heads):
            grid.addWidget(small(text), 0, place, _side(place))
        for line, row in enumerate(rows, 1):
            grid.addWidget(body(measure_name(row.code)), line, 0)
            for place, rate in enumerate((row.before, row.during, row.after), 1):
                text = NOTHING if rate is None else number_text(rate)
                bold = row.rose and place == 2
                label = heading(text, tone="bad") if bold else body(text)
                grid.addWidget(label, line, place, _side(place))
        grid.setColumnStretch(0, 1)
        self.add_layout(grid)
        for row in rows:
            if row.rose:
                text = self.tr("{what}: {times} times as often as before. Pause a few days.")
                if not row.before:
                    text = self.tr("{what}: {count}, and none before. Pause a few days.")
                times = number_text((row.during or 0) / row.before, 1) if row.before else ""
                told = {"what": measure_name(row.code), "count": count_text(row.count)}
                self._say(text.format(times=times, **told), ("warn", self.tr("Annoying")))


def _usual(day: int, per_week: float) -> dict[str, str]:
    return {"day": yuan_text(day), "days": number_text(per_week, 1)}


def _side(place: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
