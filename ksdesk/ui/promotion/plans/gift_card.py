"""礼物当晚: what it cost after the platform's share, rank and heat, what was done in the live."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.domain.promotion.gifts import before_after, net_cost
from ksdesk.domain.promotion.plans import STAGE
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.labels import body, heading, small
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.texts import NOTHING, moment_text, number_text, yuan_text
from ksdesk.ui.promotion import words
from ksdesk.ui.promotion.plans.view import OnePlan

SHARE = "promotion.gift.share"


class GiftCard(Card):
    """`staged(codes)` when something of the evening is ticked."""

    staged = Signal(object)

    def __init__(self, view: OnePlan, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The evening"), parent=parent)
        standing, rules = view.standing, view.rules
        if SHARE in rules and standing.spend is not None:
            share = rules.number(SHARE)
            gone, given = net_cost(standing.spend, share), yuan_text(standing.spend)
            text = self.tr("{spent} given, the platform keeps {share}%: {cost} are gone")
            told = text.format(spent=given, share=f"{share:g}", cost=yuan_text(gone))
            self.add(heading(told, wrap=True))
            text = self.tr(
                "Profit and effect count all {spent} as spend: {rest} went to the room as gift"
                " income, which is no sale and is not counted."
            )
            back = yuan_text(standing.spend - gone)
            self.add(small(text.format(spent=given, rest=back), wrap=True))
            self.add_action(RuleLink(rules[SHARE], self.tr("Change the share ›")))
        else:
            self.add(
                body(
                    self.tr("Fill in what was given, then you see what it really cost."), wrap=True
                )
            )
        self._readings(view)
        self.add_rule()
        self.add(small(self.tr("What makes it worth the money:")))
        self.checks: dict[str, Check] = {}
        for code in STAGE:
            check = Check(words.said(words.STAGE[code]), code in standing.plan.staged, parent=self)
            check.clicked.connect(self._tick)
            self.checks[code] = check
            self.add(check)

    def _readings(self, view: OnePlan) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for place, text in enumerate((self.tr("Before"), self.tr("After")), 1):
            grid.addWidget(small(text), 0, place)
        for line, what in enumerate(("room_rank", "room_heat"), 1):
            found = before_after(view.standing, what)
            grid.addWidget(body(words.reading_word(what)), line, 0)
            for place, reading in enumerate((found.before, found.after), 1):
                text = NOTHING
                if reading is not None:
                    text = f"{number_text(reading.figure, 0)} · {moment_text(reading.at)}"
                grid.addWidget(body(text, elide=True), line, place)
        self.add_layout(grid)
        self.add(small(self.tr("Rank and heat are only noted. No plan aims at them."), wrap=True))

    @Slot()
    def _tick(self) -> None:
        self.staged.emit(tuple(code for code, check in self.checks.items() if check.isChecked()))
