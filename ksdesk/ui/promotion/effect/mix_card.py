"""每天的钱怎么分: today's mix, the proposed one, and what that would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ksdesk.actions.promotion.effect import Answer, Effect, Fitted
from ksdesk.actions.promotion.trials import Followed
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.labels import Divider, body, heading, small, title
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.effect.mix_bar import MixBar, Segment
from ksdesk.ui.promotion.effect.trial import words as trial_words
from ksdesk.ui.shell.theme import theme_of

_TIMES = 2
"""How far beyond today's spending the budget can be moved."""


class MixCard(Card):
    """`budget_moved(fen)` (None: back to today's), `save_wanted`, `terms_wanted`,
    `trial_wanted`."""

    budget_moved = Signal(object)
    save_wanted = Signal()
    terms_wanted = Signal()
    trial_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How to split a day's money"), parent=parent)
        self.bars = MixBar(self)
        self.add(self.bars)
        self.said = heading(wrap=True, parent=self)
        self.rest = small(wrap=True, parent=self)
        self.add(self.said)
        self.add(self.rest)
        self.line = Divider(parent=self)
        self.add(self.line)
        self.more = small(self.tr("Left more a day, by estimate"), parent=self)
        self.add(self.more)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.gain = title(parent=self)
        self.nets = body(tone="muted", parent=self)
        row.addWidget(self.gain)
        row.addWidget(self.nets, 1)
        self.add_layout(row)
        self.range = small(wrap=True, parent=self)
        self.sales = small(wrap=True, parent=self)
        self.chance = small(tone="text", wrap=True, parent=self)
        for label in (self.range, self.sales, self.chance):
            self.add(label)
        self._add_trying()
        self.source = small(wrap=True, parent=self)
        self.add(self.source)
        self.add_stretch()
        self._add_buttons()

    def _add_trying(self) -> None:
        self.trying = QWidget(self)
        row = QHBoxLayout(self.trying)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.budget = MoneyField(self.tr("Budget a day"), parent=self)
        self.budget.setFixedWidth(theme_of(self).px(136))
        self.budget.edited.connect(self._typed)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Budget a day"))
        self.slider.valueChanged.connect(self._dragged)
        row.addWidget(self.budget)
        row.addWidget(self.slider, 1)
        self.trying.hide()
        self.add(self.trying)

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.save = MainButton(self.tr("Save as plans"), height=32, parent=self)
        self.save.clicked.connect(self.save_wanted)
        self.terms = TextButton(self.tr("Set terms"), parent=self)
        self.terms.clicked.connect(self.terms_wanted)
        self.trial = SecondButton(self.tr("Plan a test"), parent=self)
        self.trial_main = MainButton(self.tr("Plan a test"), height=32, parent=self)
        for button in (self.trial, self.trial_main):
            button.clicked.connect(self.trial_wanted)
        self.own = TextButton(self.tr("Try a budget"), parent=self)
        self.own.clicked.connect(self._try)
        row.addWidget(self.save)
        row.addWidget(self.trial_main)
        row.addWidget(self.trial)
        row.addStretch(1)
        self.add_layout(row)
        quiet = QHBoxLayout()
        quiet.setSpacing(8)
        quiet.addWidget(self.own)
        quiet.addWidget(self.terms)
        quiet.addStretch(1)
        self.add_layout(quiet)

    # -- showing -----------------------------------------------------------------------------

    def show_told(
        self, found: Fitted, told: Answer | None, month: str, earning: Iterable[str]
    ) -> None:
        """Show what was worked out; None where the terms leave no way. `earning`: the ways of which
        the table says so."""
        effect = found.effect
        self.said.setText(words.title(found, told))
        self.rest.setText(words.rest(found, told, earning))
        self.rest.setVisible(bool(self.rest.text()))
        self.source.setText(words.left_out(effect))
        self._show_bars(effect.today, told)
        self._show_answer(told is not None)
        self.own.setVisible(not found.blind)
        self.terms.setVisible(not found.blind)
        if found.blind:
            self.trying.hide()
        if told is None:
            return
        amount, beside, between = words.gain(told)
        self.gain.setText(amount)
        self.nets.setText(beside)
        self.range.setText(between)
        self.sales.setText(words.sales(told))
        text = self.tr("How sure it is better than now: {chance}")
        self.chance.setText(text.format(chance=words.chance(told)))
        self.save.setText(self.tr("Save as plans for {month}").format(month=month))
        stays = told.proposal.stay and told.terms.budget is None
        self.save.setVisible(any(told.proposal.best.values()) and not stays)

    def _show_answer(self, there: bool) -> None:
        labels = (self.more, self.gain, self.nets, self.range, self.sales, self.chance)
        for widget in (self.line, self.save, *labels):
            widget.setVisible(there)

    def show_few(self, effect: Effect, least: int) -> None:
        """Too few days for anything."""
        text = self.tr("Too few days yet: {n} of at least {least}")
        self.said.setText(text.format(n=len(effect.days), least=least))
        self.source.setText(words.left_out(effect))
        self._show_bars(effect.today, None)
        self._show_answer(False)
        for widget in (self.own, self.terms, self.trying):
            widget.hide()
        self.rest.setText(
            self.tr("A day counts once both its orders and its promotion report are imported.")
        )

    def show_trial(self, followed: Followed | None) -> None:
        """The way to the test: filled where there is nothing to save."""
        running = followed is not None and followed.running
        word = trial_words.headline(followed) if running else self.tr("Plan a test")
        filled = not self.save.isVisibleTo(self)
        for button, shown in ((self.trial_main, filled), (self.trial, not filled)):
            button.setText(word)
            button.setVisible(shown)

    def _show_bars(self, today: dict[str, int], told: Answer | None) -> None:
        colours = words.colours(today)

        def segments(mix: Mapping[str, int]) -> list[Segment]:
            said = {way: words.yuan(amount) for way, amount in mix.items()}
            return [
                Segment(f"{words.name(way)} {said[way]}", said[way], amount, colours[way])
                for way, amount in mix.items()
            ]

        rows = [(self.tr("Now"), segments(today))]
        if told is not None:
            best = told.proposal.best
            kept = (told.terms.budget or sum(today.values())) - sum(best.values())
            word = self.tr("Keep back {kept}").format(kept=words.yuan(kept))
            rest = Segment(word, words.yuan(kept), kept)
            rows.append((self.tr("Better"), [*segments(best), rest]))
        self.bars.set_rows(rows)
        whole = words.yuan(sum(today.values()))
        self.set_title(
            self.tr("How to split ¥{n} a day").format(n=whole), self.tr("By the last 12 weeks")
        )

    # -- trying ------------------------------------------------------------------------------

    def _try(self) -> None:
        """Show the budget to move, or take it away and go back to today's."""
        if self.trying.isVisible():
            self.trying.hide()
            self.own.setText(self.tr("Try a budget"))
            self.budget_moved.emit(None)
            return
        self.trying.show()
        self.own.setText(self.tr("Back to today's budget"))

    def set_budget(self, fen: int, today: int) -> None:
        """Where the slider stands, without telling; it goes up to twice today's."""
        for widget in (self.slider, self.budget):
            widget.blockSignals(True)
        self.slider.setRange(0, max(_TIMES * today, fen) // 100)
        self.slider.setPageStep(max(1, today // 1000))
        self.slider.setValue(fen // 100)
        if not self.budget.hasFocus():
            self.budget.set_value(fen)
        for widget in (self.slider, self.budget):
            widget.blockSignals(False)

    def _dragged(self, yuan: int) -> None:
        self.budget.set_value(yuan * 100)
        self.budget_moved.emit(yuan * 100)

    def _typed(self, fen: int | None) -> None:
        if fen is not None and fen >= 0:
            self.budget_moved.emit(fen)
