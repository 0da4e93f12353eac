"""试投: the weeks of planned variation, what to spend today, and what it costs to know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions.promotion import effect
from ksdesk.actions.promotion.effect import Answer, Effect, Fitted, TrialPrice
from ksdesk.actions.promotion.trials import Followed
from ksdesk.domain.promotion.plans import way_of
from ksdesk.domain.promotion.trial import WEEKS, Trial, made, paused
from ksdesk.ui.parts.buttons import MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card, NoteBox
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import body, heading, small, title
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.effect.trial import words as trial_words
from ksdesk.ui.promotion.effect.trial.cards import DaysCard, WeeksCard
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

LENGTHS = (4, 6, WEEKS)
PAUSE = 3
WIDE, HIGH = 920, 640


class TrialSheet(SheetDialog):
    """`begun(trial)`, `ticked(trial, day, spent)` (None: as planned), `stopped(trial)`; it stays
    open, and what was written is shown with `show_state`.
    """

    scrolls = True
    keeps = True
    begun = Signal(object)
    ticked = Signal(object, object, object)
    stopped = Signal(object)

    def __init__(self, ctx: Context, today: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TrialSheet", "Test what each way brings"),
            translate(
                "TrialSheet",
                "Each week another split, the ways changing by turns: only so it shows who brings"
                " what. No day costs more than now, and gifts never more than theirs now.",
            ),
            name="effect-trial",
            width=WIDE,
            parent=parent,
        )
        self._ctx, self._day = ctx, today
        self._latest = Latest(ctx, self)
        self._effect: Effect | None = None
        self._found: Fitted | None = None
        self.followed: Followed | None = None
        self.trial: Trial | None = None
        area = PageScroll(self)
        self.said = heading(parent=self)
        area.add(self.said)
        self.enough = NoteBox(
            self.tr("How to split is clear now: the test can stop, what was learnt stays"),
            icon="good",
            tone="good",
            parent=self,
        )
        area.add(self.enough)
        self._add_choices(area)
        self.weeks = WeeksCard(self)
        area.add(self.weeks)
        self.days = DaysCard(self)
        self.days.ticked.connect(self._tick)
        area.add(self.days)
        area.add(self._price_card())
        area.body.setContentsMargins(4, 4, 4, 4)  # room for focus rings
        self.add(area, 1)
        self.resize(WIDE, HIGH)
        self._add_buttons()

    def _add_choices(self, area: PageScroll) -> None:
        self.choices = QWidget(self)
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.length = SegmentBar(
            [(n, self.tr("{n} weeks").format(n=n)) for n in LENGTHS],
            WEEKS,
            name=self.tr("How long"),
            parent=self,
        )
        self.length.chosen.connect(self._draft)
        self.most = MoneyField(self.tr("A day at most"), parent=self)
        self.most.setFixedWidth(theme_of(self).px(136))
        self.most.edited.connect(self._draft)
        self.begins = small(parent=self)
        row.addWidget(self.most)
        row.addWidget(self.length)
        row.addWidget(self.begins, 1)
        area.add(self.choices)

    def _price_card(self) -> Card:
        self.price_card = card = Card(self.tr("What the test costs"), parent=self)
        row = QHBoxLayout()
        self.price = title(parent=self)
        self.price_note = body(tone="muted", wrap=True, parent=self)
        row.addWidget(self.price)
        row.addWidget(self.price_note, 1)
        card.add_layout(row)
        self.seen = QHBoxLayout()
        self.seen.setSpacing(8)
        self.seen_row = QWidget(self)
        self.seen_row.setLayout(self.seen)
        card.add(self.seen_row)
        self.cheapest = TextButton("", parent=self)
        self.cheapest.clicked.connect(self._pause)
        self.cheapest.hide()
        card.add(self.cheapest)
        return card

    def _add_buttons(self) -> None:
        self.start = MainButton(self.tr("Begin"), parent=self)
        self.start.clicked.connect(self._begin)
        self.end = SecondButton(self.tr("Stop it now"), height=40, parent=self)
        self.end.clicked.connect(self._stop)
        self.print_button = SecondButton(self.tr("Print"), "print", height=40, parent=self)
        self.print_button.clicked.connect(self._ask_printer)
        leave = SecondButton(self.tr("Close"), height=40, parent=self)
        leave.clicked.connect(self.reject)
        self.set_buttons(self.start, leave, self.print_button, self.end)

    # -- showing -----------------------------------------------------------------------------

    def show_state(
        self, seen: Effect, found: Fitted | None, told: Answer | None, followed: Followed | None
    ) -> None:
        """Show the trial that runs, else one that could begin."""
        self._effect, self._found = seen, found
        self.followed = followed if followed is not None and followed.running else None
        sure = told is not None and told.proposal.sure
        self.enough.setVisible(sure and self.followed is not None and bool(self.followed.days))
        for widget in (self.choices, self.start):
            widget.setVisible(self.followed is None)
        self.start.setEnabled(self.followed is None)
        set_tip(self.start, "" if self.followed is None else self.tr("The test runs already"))
        self.end.setVisible(self.followed is not None)
        self.days.setVisible(self.followed is not None)
        self._show_seen(told)
        over = followed is not None and not followed.running
        self.said.setText(trial_words.headline(followed if over else self.followed))
        if self.followed is not None:
            self.days.show_days(self.followed)
            self._show_trial(self.followed.trial)
        else:
            if self.most.value() is None:
                self.most.set_value(sum(seen.today.values()))
            self._draft()

    def _show_seen(self, told: Answer | None) -> None:
        while self.seen.count():
            item = self.seen.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if told is None:
            return
        for way, back in told.last.items():
            pill = words.last_pill(back, told.proposal.today[way])
            clear = pill is not None and pill[0] != "neutral"
            word = self.tr("Clear") if clear else self.tr("Not yet")
            self.seen.addWidget(Pill(word, "good" if clear else "neutral", parent=self))
            self.seen.addWidget(body(words.name(way), parent=self))
        self.seen.addStretch(1)

    def _draft(self, _value: object = None) -> None:
        """The trial that these choices make."""
        assert self._effect is not None
        today = self._effect.today
        length, most = self.length.value(), self.most.value()
        if not isinstance(length, int) or not any(today.values()) or (most or 0) < 0:
            return
        monday = self._day + timedelta(days=7 - self._day.weekday())
        gifts = [way for way in today if way_of(way) == "gift"]
        self._show_trial(made(monday, today, gifts, length, most))

    def _show_trial(self, trial: Trial) -> None:
        self.trial = trial
        self.begins.setText(trial_words.begins(trial))
        self.weeks.show_weeks(trial, self.followed)
        self.price_card.setVisible(self._found is not None)
        if self._found is not None:
            self._latest.ask(effect.trial_price, self._found, trial, done=self._priced)

    def _priced(self, price: TrialPrice | None) -> None:
        self.price_card.setVisible(price is not None)
        if price is None or self.trial is None:
            return
        amount, note = trial_words.price(price.whole, self.trial)
        self.price.setText(amount)
        self.price_note.setText(note)
        self.cheapest.setVisible(price.pause is not None and self.followed is None)
        self._way = price.pause[0] if price.pause is not None else ""
        if price.pause is not None:
            self.cheapest.set_text(trial_words.cheapest(*price.pause, PAUSE))

    # -- doing -------------------------------------------------------------------------------

    @Slot()
    def _pause(self) -> None:
        assert self._effect is not None
        tomorrow = self._day + timedelta(days=1)
        self._show_trial(paused(tomorrow, self._effect.today, self._way, PAUSE))

    @Slot()
    def _begin(self) -> None:
        if self.trial is not None:
            self.begun.emit(self.trial)

    @Slot()
    def _stop(self) -> None:
        if self.followed is not None:
            self.stopped.emit(self.followed.trial)

    @Slot()
    def _ask_printer(self) -> None:
        if self.trial is not None:
            self._ctx.ask.printer(self, self.tr("Print the test"), self._print)

    def _print(self, printer: QPrinter) -> None:
        from ksdesk.ui.promotion.effect.trial.printed import trial_paper

        if self.trial is not None:
            shown = not self.price_card.isHidden()
            price = f"{self.tr('What the test costs')}: {self.price.text()}"
            notes = [price, self.price_note.text()] if shown and self.price.text() else []
            trial_paper(self.trial, notes).draw(printer)

    @Slot(object, object)
    def _tick(self, day: date, spent: tuple[int, ...] | None) -> None:
        if self.followed is not None:
            self.ticked.emit(self.followed.trial, day, spent)
