"""开跑前看过的: the four looks before a hot search: interaction, heat, hour, stop line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.domain.promotion.keywords import below_usual
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.icons import Icon
from ksdesk.ui.parts.labels import Divider, body, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.texts import (
    count_text,
    moment_text,
    number_text,
    percent_text,
    weekday_text,
)
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.plans.view import OnePlan

BUSY = "promotion.search.busy_hours"


class ChecksCard(Card):
    """`told` is what each check says, as (kind, sentence)."""

    def __init__(self, view: OnePlan, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Looked at before the start"), parent=parent)
        self.told: list[tuple[str, str]] = []
        for check in (self._interaction, self._heat, self._hours, self._stop):
            kind, sentence, second = check(view)
            self.told.append((kind, sentence))
            self.add(Divider("grid", self))
            row = QHBoxLayout()
            row.setSpacing(12)
            icon = {"good": "good", "warn": "warn", "bad": "warn"}.get(kind, "info")
            tone = kind or "muted"
            row.addWidget(Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(body(sentence, wrap=True))
            tone = "bad" if kind == "bad" else "muted"
            texts.addWidget(small(second, wrap=True, tone=tone))
            row.addLayout(texts, 1)
            self.add_layout(row)
        if BUSY in view.rules:
            self.body.addWidget(
                RuleLink(view.rules[BUSY], self.tr("What the book says of hours ›")),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )

    def _interaction(self, view: OnePlan) -> tuple[str, str, str]:
        read = view.standing.newest("interaction")
        usual = view.usual_interaction
        own = read.figure if read is not None else None
        below = below_usual(own, usual)
        if below is None:
            missing = self.tr("Fill in the work's interaction under “Figures from the phone”")
            if own is not None:
                missing = self.tr("What is usual for your works is not known: fill it in as well")
            return "", self.tr("Interaction of the work: not compared yet"), missing
        assert usual is not None and own is not None
        figures = {"own": percent_text(own / 10_000), "usual": percent_text(usual / 10_000)}
        if below:
            text = self.tr("Interaction {own}, below your usual {usual}").format(**figures)
            return "warn", text, self.tr("Improve the work first, then buy")
        text = self.tr("Interaction {own}, your usual is {usual}").format(**figures)
        return "good", text, self.tr("Below the usual, the work comes first")

    def _heat(self, view: OnePlan) -> tuple[str, str, str]:
        read, topic = view.standing.newest("topic_heat"), view.standing.plan.topic
        if read is None or not topic:
            text = self.tr("Topic and its heat: not noted yet")
            return "", text, self.tr("Look on the phone how hot the topic is, and note it")
        text = self.tr("Topic 「{topic}」, heat {heat}")
        second = self.tr("Seen on the phone at {moment}, filled in by you")
        return (
            "good",
            text.format(topic=topic, heat=count_text(read.figure)),
            second.format(moment=moment_text(read.at)),
        )

    def _hours(self, view: OnePlan) -> tuple[str, str, str]:
        hours, plan = view.hours, view.standing.plan
        assert hours is not None
        best = f"{hours.best[0]:02}–{hours.best[1]:02}"
        day = weekday_text(plan.begins)
        if hours.kind == "unknown":
            text = self.tr("Usually busy: {hours} h").format(hours=best)
            return (
                "",
                text,
                self.tr("No history of your own yet; the evening, as the rule book has it"),
            )
        own = self.tr("Your own last 8 weeks, suspect hours left out")
        if plan.days > 1:
            day = self.tr("On its days")
        if hours.kind == "long":
            text = self.tr("It runs long; most people are there at {hours} h")
            return "", text.format(hours=best), own
        if hours.kind == "busiest":
            text = self.tr("{day} {hours} h: most people are there").format(day=day, hours=best)
            return "good", text, own
        times = number_text(hours.times, 1)
        text = self.tr("{day} {hours} h would have {times} times as many people")
        return "warn", text.format(day=day, hours=best, times=times), own

    def _stop(self, view: OnePlan) -> tuple[str, str, str]:
        stop = view.standing.plan.stop
        if not stop:
            return "warn", self.tr("No stop line"), self.tr("Decide now when you would stop")
        if view.stop is not None:
            return "bad", stop, words.stop_sentence(view.stop)
        return "good", stop, self.tr("Your own line")
