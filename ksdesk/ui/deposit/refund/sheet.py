"""退回推广保证金: the two conditions, the way on the phone, and from applied to paid."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.domain.deposit.notes import RefundCase
from ksdesk.domain.deposit.refund import Condition, PromotionRefund
from ksdesk.domain.named_days import DAYS_OFF
from ksdesk.ui.deposit.form_sheet import FormSheet, wrong_amount, wrong_day
from ksdesk.ui.deposit.refund.condition_row import ConditionRow
from ksdesk.ui.deposit.refund.screens import PATH, meanings, screen_at
from ksdesk.ui.deposit.refund.words import (
    STEPS,
    step_number,
    step_word,
)
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.why import drop
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import Divider, heading, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.phone import PhoneView
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.rule_words import unsure_words
from ksdesk.ui.parts.scroll import PageScroll
from ksdesk.ui.parts.steps import Step, Steps
from ksdesk.ui.parts.texts import day_text, money_text, yuan_text
from ksdesk.ui.parts.tip import set_tip
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

HIGHEST = 640  # px of the part that scrolls


class RefundSheet(FormSheet):
    """`asked(verb, args)`: what happened on the phone; verbs of `ksdesk.actions.deposit.refund`.

    The sheet stays open and shows how far it is.
    """

    asked = Signal(str, tuple)
    scrolls = True

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-refund", width=760, parent=parent)
        self.ctx = ctx
        self.today = ctx.clock().date()
        self.found: PromotionRefund | None = None
        self.case: RefundCase | None = None
        self.refund_by: date | None = None
        self.unsure_year: int | None = None
        self._latest = Latest(ctx, self)
        self.title_label.setText(self.tr("Getting the promotion deposit back"))
        self.setWindowTitle(self.tr("Getting the promotion deposit back"))
        self.steps = Steps(parent=self)
        self.add(self.steps)
        self.area = PageScroll(self)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._left(), 1)
        row.addLayout(self._right())
        self.area.body.addLayout(row)
        self.add(self.area, 1)
        self.finish(self.tr("Write it down"), "", self.tr("Close"))
        self.tap(0)
        room = parent.window().height() if parent is not None else HIGHEST + 160
        self.resize(800, min(HIGHEST + 140, max(480, room - 24)))
        self.ask()

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        column.addLayout(self.rows)
        self.money = small("", wrap=True, parent=self)
        column.addWidget(self.money)
        column.addWidget(Divider("grid", self))
        self.now = heading("", wrap=True, parent=self)
        self.why = small("", wrap=True, parent=self)
        column.addWidget(self.now)
        column.addWidget(self.why)
        off = self.ctx.rules().on(self.today)[DAYS_OFF]
        self.days_off = RuleLink(off, self.tr("Type the days off ›"), self)
        column.addWidget(self.days_off, 0, Qt.AlignmentFlag.AlignLeft)
        self.day = DateField(self.tr("On"), parent=self)
        self.day.set_value(self.today)
        self.amount = MoneyField("", parent=self)
        self.note = LineField(self.tr("Note"), parent=self)
        self.note.keep_people_out()
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addWidget(self.day, 1)
        fields.addWidget(self.amount, 1)
        column.addLayout(fields)
        column.addWidget(self.note)
        self.skip = TextButton(self.tr("It has been paid already ›"), inline=True, parent=self)
        self.skip.clicked.connect(self._skip)
        column.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        self.reopen = TextButton(self.tr("Promotion is open again ›"), inline=True, parent=self)
        self.reopen.clicked.connect(self._reopen)
        column.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.tapped = small("", wrap=True, parent=self)
        self.phone = PhoneView(self)
        self.phone.set_small(True)
        self.phone.tapped.connect(self._next_tap)
        self.tapped.setMaximumWidth(self.phone.width())
        self.again = TextButton(self.tr("From the beginning"), "undo", small=True, parent=self)
        self.again.clicked.connect(partial(self.tap, 0))
        column.addWidget(self.tapped)
        column.addWidget(self.phone)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    # -- the way on the phone

    def tap(self, number: int, *_checked: object) -> None:
        """Show the screen of a step of the path."""
        self.place = number
        if number < len(PATH):
            word = PATH[number]
            text = self.tr("{n} of {all}: tap 「{word}」").format(
                n=number + 1, all=len(PATH), word=word
            )
            meaning = meanings()[word]
            text += "" if meaning == word else f" ({meaning})"
        else:
            text = self.tr("Applied. What the phone shows next is not known here.")
        self.tapped.setText(text)
        self.phone.set_screen(screen_at(number), text, meanings())
        self.again.setVisible(number > 0)

    def _next_tap(self) -> None:
        self.tap(min(self.place + 1, len(PATH)))

    # -- what the book says

    def show_view(self, view: AccountView) -> None:
        """The case may have moved on."""
        self.case, self.refund_by, self.unsure_year = view.case, view.refund_by, view.unsure_year
        self._skipping = self._reopening = False
        self.ask()

    _skipping = _reopening = False

    def ask(self) -> None:
        """Check the conditions again; an answer to an older question is dropped."""
        self._latest.ask(_check, self.ctx, self.today, done=self._show)

    def _show(self, found: PromotionRefund) -> None:
        self.found = found
        here = step_number(self.case)
        self.steps.set([Step(step_word(n), "", _state(n, here)) for n in range(len(STEPS))])
        while item := self.rows.takeAt(0):
            drop(item)
        for condition in found.conditions:
            # Opened again after it was applied for, it can be closed anew.
            asked = here == 0 or condition.code == "function_closed"
            answer = self._answer(condition) if asked and not condition.met else None
            self.rows.addWidget(ConditionRow(condition, answer, self))
        self._show_money(found)
        self._show_stage(here, found)

    def _answer(self, condition: Condition) -> QWidget:
        """The button that says it is met."""
        verb = {"function_closed": "close_function", "exit_rule": "exit_rule_met"}
        text = (
            self.tr("I have applied")
            if condition.code == "function_closed"
            else self.tr("It is met")
        )
        button = SecondButton(text, "check")
        button.clicked.connect(partial(self._met, verb[condition.code]))
        return button

    def _show_money(self, found: PromotionRefund) -> None:
        text = self.tr(
            "The account holds {balance}. What is to be deducted goes first, the rest comes back."
        ).format(balance=yuan_text(found.balance))
        self.money.setText(text)

    def _show_reopening(self) -> None:
        """Since when promotion is open again, and what the phone asks for."""
        self.now.setText(self.tr("Since when is promotion open again?"))
        self.why.setText(self.tr("From then on its deposit is required again."))
        for field in (self.why, self.day, self.amount, self.main):
            field.setVisible(True)
        for other in (self.note, self.skip, self.reopen, self.days_off):
            other.setVisible(False)
        self.amount.set_caption(self.tr("The phone asks for"))
        least = self.ctx.rules().on(self.today).whole("deposit.promotion")
        self.amount.set_value(least)
        self.main.setEnabled(True)
        set_tip(self.main, "")

    def _reopen(self) -> None:
        self._reopening = True
        self._show_reopening()

    def _show_stage(self, here: int, found: PromotionRefund) -> None:
        """What is to be written down next."""
        paying = here == 2 or self._skipping
        headings = (
            self.tr("Have you asked for the money?"),
            self.tr("Was something deducted first?"),
            self.tr("Is the money there?"),
            self.tr("All done"),
        )
        stage = 2 if paying and here < 3 else here
        self.now.setText(headings[stage])
        self.why.setText(self._stage_words(stage, found))
        self.why.setVisible(bool(self.why.text()))
        self.days_off.setVisible(stage in (1, 2) and self.unsure_year is not None)
        self.day.setVisible(stage < 3)
        self.note.setVisible(stage < 3)
        self.amount.setVisible(stage in (1, 2))
        caption = self.tr("Deducted, 0 for nothing") if stage == 1 else self.tr("Came back")
        self.amount.set_caption(caption)
        self.amount.set_value(None if stage == 1 else found.balance)
        self.skip.setVisible(stage == 1)
        closed = self.case is not None and self.case.closed_on is not None
        self.reopen.setVisible(closed and not self._is_open())
        self.main.setVisible(stage < 3)
        self.main.setEnabled(stage > 0 or found.ready)
        waiting = self.why.text() if found.frozen else self.tr("Both conditions come first")
        set_tip(self.main, "" if self.main.isEnabled() else waiting)

    def _stage_words(self, stage: int, found: PromotionRefund) -> str:
        if stage == 0 and found.frozen:
            return self.tr("The account is frozen. Nothing can be asked for.")
        if stage == 0 and not found.ready:
            return self.tr("When both conditions are met.")
        if stage in (1, 2) and self.refund_by is not None:
            text = self.tr("It is said to be there by {day}; you are reminded then.")
            said = text.format(day=day_text(self.refund_by, year=True))
            return f"{said} {unsure_words(self.unsure_year)}".strip()
        if stage == 3 and self.case is not None:
            day = day_text(self.case.paid_on, year=True)
            text = self.tr("{amount} came back on {day}, {kept} were deducted.")
            return text.format(
                amount=yuan_text(self.case.paid), day=day, kept=money_text(self.case.deducted)
            )
        return ""

    # -- what happened

    def _met(self, verb: str, *_checked: object) -> None:
        if not wrong_day(self.day, self.today):
            self.asked.emit(verb, (self.day.value(),))

    def _is_open(self) -> bool:
        """Whether a later opening has ended the closing already."""
        assert self.found is not None
        return any(c.code == "function_closed" and not c.met for c in self.found.conditions)

    def _skip(self) -> None:
        self._skipping = True
        assert self.found is not None
        self._show_stage(step_number(self.case), self.found)

    def submit(self) -> None:
        here = step_number(self.case)
        if wrong_day(self.day, self.today):
            return
        day, note = self.day.value(), self.note.text().strip()
        if self._reopening:
            if not wrong_amount(self.amount):
                self.asked.emit("reopen", (day, self.amount.value()))
            return
        if here == 0:
            self.asked.emit("apply", (day, note))
            return
        if wrong_amount(self.amount):
            return
        verb = "paid" if here == 2 or self._skipping else "deducted"
        self.asked.emit(verb, (self.amount.value(), day, note))


def _state(number: int, here: int) -> str:
    """How a step stands: `here` 0 is preparing, else the last one that happened."""
    current = 0 if here == 0 else here + 1
    if number < current:
        return "done"
    return "current" if number == current else "ahead"


def _check(ctx: Context, today: date) -> PromotionRefund:
    return deposit_refund.check(ctx.reader, ctx.rules(), today)
