"""提现超额推广保证金: what lies there beyond need, when it may be taken out, and that it was."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.domain.deposit.refund import Condition, ExcessWithdrawal
from ksdesk.ui.deposit.form_sheet import FormSheet, wrong_amount, wrong_day
from ksdesk.ui.deposit.refund.condition_row import ConditionRow
from ksdesk.ui.deposit.refund.words import condition_word
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.why import drop
from ksdesk.ui.deposit.words import category_word
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.texts import day_text, money_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


class ExcessSheet(FormSheet):
    """`ready(amount, day, note)` when it was taken out; `categories`, `sales` to fill in facts."""

    ready = Signal(int, object, str)
    categories = Signal()
    sales = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-excess", width=600, parent=parent)
        self.ctx = ctx
        self.today = ctx.clock().date()
        self.found: ExcessWithdrawal | None = None
        self._answers: dict[str, bool | None] = {"closed": None, "unsold": None}
        self._bars: dict[str, SegmentBar] = {}
        self._latest = Latest(ctx, self)
        self.title_label.setText(self.tr("Taking out excess promotion deposit"))
        self.setWindowTitle(self.tr("Taking out excess promotion deposit"))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        self.add_layout(self.rows)
        links = QHBoxLayout()
        links.setSpacing(16)
        for text, signal in (
            (self.tr("Promotion categories ›"), self.categories),
            (self.tr("Sales by month ›"), self.sales),
        ):
            link = TextButton(text, inline=True, small=True, parent=self)
            link.clicked.connect(signal)
            links.addWidget(link)
        links.addStretch(1)
        self.add_layout(links)
        self.sum = QGridLayout()
        self.sum.setHorizontalSpacing(16)
        self.sum.setColumnStretch(0, 1)
        self.add_layout(self.sum)
        self.amount = MoneyField(self.tr("Taken out"), parent=self)
        self.day = DateField(self.tr("On"), parent=self)
        self.day.set_value(self.today)
        self.note = LineField(self.tr("Note"), parent=self)
        self.note.keep_people_out()
        self.beside(self.amount, self.day)
        self.add(self.note)
        self.finish(self.tr("Book the withdrawal"), "", self.tr("Close"))
        self.ask()

    def show_view(self, _view: AccountView) -> None:
        """Categories or sales may have changed."""
        self.ask()

    def ask(self) -> None:
        """Check again; an answer to an older question is dropped."""
        self._latest.ask(_check, self.ctx, self.today, dict(self._answers), done=self._show)

    def _show(self, found: ExcessWithdrawal) -> None:
        self.found = found
        focused = self.focusWidget()
        at = next((name for name, bar in self._bars.items() if bar.isAncestorOf(focused)), "")
        self._bars.clear()
        while item := self.rows.takeAt(0):
            drop(item)
        for condition in found.conditions:
            asked = condition.known_by != "book"
            answer = self._question_of(condition) if asked else None
            self.rows.addWidget(ConditionRow(condition, answer, self))
        if at in self._bars:  # the keyboard stays where it answered
            self._bars[at].button(self._answers[at]).setFocus()
        self._show_sum(found)
        self._say(found)
        self.fit()

    def _question_of(self, condition: Condition) -> QWidget:
        """Asks for what the book cannot know."""
        name = "closed" if condition.code == "category_closed" else "unsold"
        bar = SegmentBar(
            [(True, self.tr("Yes")), (False, self.tr("No"))],
            self._answers[name],
            name=condition_word(condition),
        )
        if self._answers[name] is None:
            bar.clear()
        bar.chosen.connect(partial(self._answer, name))
        self._bars[name] = bar
        return bar

    def _answer(self, name: str, value: object) -> None:
        self._answers[name] = bool(value)
        self.ask()

    def _show_sum(self, found: ExcessWithdrawal) -> None:
        while item := self.sum.takeAt(0):
            drop(item)
        right = Qt.AlignmentFlag.AlignRight
        rows = (
            (self.tr("Has to stay"), money_text(found.line)),
            (self.tr("Excess"), money_text(found.amount)),
        )
        for row, (caption, figure) in enumerate(rows):
            self.sum.addWidget(small(caption), row, 0)
            self.sum.addWidget(body(figure), row, 1, right)

    def _say(self, found: ExcessWithdrawal) -> None:
        if found.category:
            text = self.tr("The highest promotion deposit: {category}.")
            names = "、".join(map(category_word, found.category.split("、")))
            self.set_sentence(text.format(category=names))
        else:
            self.set_sentence(
                self.tr("Fill in the promotion categories, or answer for the highest one.")
            )
        self.amount.set_value(found.amount or None)
        if found.frozen:
            self.outcome.set("bad", self.tr("The account is frozen. Nothing can be asked for."))
        elif found.amount is None:
            text = self.tr("How much is not known. Fill in what each open category asks for.")
            self.outcome.set("warn", text)
        elif not found.amount:
            self.outcome.set("", self.tr("There is no excess."))
        elif found.ready:
            self.outcome.set("good", self.tr("It can be asked for on the phone now."))
        elif found.ready_on is not None:
            text = self.tr("It can be asked for from {day}.")
            self.outcome.set("warn", text.format(day=day_text(found.ready_on, year=True)))
        else:
            self.outcome.set("warn", self.tr("Not both conditions are met yet."))
        if found.ready:
            self.main.enable()
        else:
            self.main.disable(self.outcome.text())

    def submit(self) -> None:
        wrong = [wrong_amount(self.amount, least=1), wrong_day(self.day, self.today)]
        amount, day = self.amount.value(), self.day.value()
        if any(wrong) or amount is None or day is None:
            return
        assert self.found is not None
        assert self.found.amount is not None  # else the button is off
        if amount > self.found.amount:
            text = self.tr("The excess is only {amount}")
            self.amount.set_verdict("bad", text.format(amount=money_text(self.found.amount)))
            return
        self.main.setEnabled(False)
        self.ready.emit(amount, day, self.note.text().strip())


def _check(ctx: Context, today: date, answers: dict[str, bool | None]) -> ExcessWithdrawal:
    return deposit_refund.excess(ctx.reader, ctx.rules(), today, **answers)
