"""如果…会怎样: the line under other circumstances. The book is only read."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.domain.calendar import next_month_start
from ksdesk.domain.deposit import PROMOTION, SPECIAL_CATEGORIES
from ksdesk.domain.deposit.outlook import Forecast, WhatIf
from ksdesk.domain.opening.shop_types import SHOP_TYPES
from ksdesk.ui.deposit.facts_sheets import OTHER
from ksdesk.ui.deposit.form_sheet import side_by_side
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.words import category_word
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import SecondButton, TextButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.labels import Label, heading, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.shop_type_words import type_name
from ksdesk.ui.parts.texts import money_text, signed_money_text, yuan_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest

ACCOUNTS = ("own", PROMOTION)


class WhatIfSheet(SheetDialog):
    """Answers at each change; `answer` is what is shown now."""

    keeps = True  # nothing in it is to be kept

    def __init__(self, ctx: Context, view: AccountView, parent: QWidget | None = None) -> None:
        super().__init__("", name="deposit-what-if", width=640, parent=parent)
        self.ctx = ctx
        self.view = view
        self.answer: WhatIf | None = None
        self._latest = Latest(ctx, self)
        self._day = view.today
        self.title_label.setText(self.tr("What if…"))
        self.setWindowTitle(self.tr("What if…"))
        self.set_sentence(self.tr("The line as it would be. Nothing in the book is touched."))
        self._add_fields(view)
        self._add_answer()
        close = SecondButton(self.tr("Close"), height=40, parent=self)
        close.clicked.connect(self.reject)
        again = TextButton(self.tr("As it is now"), "undo", parent=self)
        again.clicked.connect(self.reset)
        self.set_buttons(None, close, again)
        self.reset()

    def _add_fields(self, view: AccountView) -> None:
        types = [(t.code, type_name(t.code)) for t in SHOP_TYPES]
        self.shop_type = ChoiceField(
            self.tr("Shop type"), types, placeholder=self.tr("not chosen yet"), parent=self
        )
        self.when = ChoiceField(self.tr("On"), self._days(view), parent=self)
        known = [(code, category_word(code)) for code in SPECIAL_CATEGORIES]
        options = [("", self.tr("none more")), *known, (OTHER, self.tr("Another category"))]
        self.category = ChoiceField(self.tr("One more special category"), options, parent=self)
        self.asks = MoneyField(
            self.tr("It asks for"), placeholder=self.tr("see the phone"), parent=self
        )
        open_now = list(view.told.facts.requirement(view.today, view.rules).parts)
        names = dict.fromkeys(name for part in open_now for name, _amount in part.considered)
        closing = [("", self.tr("none")), *((name, category_word(name)) for name in names)]
        self.closing = ChoiceField(self.tr("A category is closed"), closing, parent=self)
        self.closing.setVisible(bool(names))
        self.sales = MoneyField(
            self.tr("Sales of the month before"),
            placeholder=self.tr("as noted"),
            parent=self,
        )
        self.promotion = Check(self.tr("I also sell goods of other platforms"), parent=self)
        self.add_layout(side_by_side(self.shop_type, self.when))
        self.add_layout(side_by_side(self.category, self.asks))
        self.add_layout(side_by_side(self.closing, self.sales))
        self.pace = TextButton("", small=True, inline=True, parent=self)
        self.pace.clicked.connect(self._take_pace)
        self._show_pace(view.forecast)
        self.body.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.promotion)
        for field in (self.shop_type, self.when, self.category, self.closing):
            field.edited.connect(self.ask)
        for amount in (self.asks, self.sales):
            amount.edited.connect(self.ask)
        self.promotion.clicked.connect(self.ask)

    def _days(self, view: AccountView) -> list[tuple[date, str]]:
        first = next_month_start(view.today)
        coming = self.tr("{month} 1, by this month's sales").format(month=first.month)
        return [(view.today, self.tr("today")), (first, coming)]

    def _show_pace(self, forecast: Forecast | None) -> None:
        self.pace.setVisible(forecast is not None)
        if forecast is not None:
            text = self.tr("At this month's pace: {likely} by its end ({so_far} so far) ›")
            self.pace.set_text(
                text.format(likely=yuan_text(forecast.likely), so_far=money_text(forecast.so_far))
            )

    def _take_pace(self) -> None:
        """Next month's first day, with what this month will likely have sold."""
        assert self.view.forecast is not None
        self.when.set_value(self.view.forecast.starts)
        self.sales.set_value(self.view.forecast.likely)
        self.ask()

    def _add_answer(self) -> None:
        card = Card(fill="sub", parent=self)
        self._captions: dict[str, QWidget] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.lines: dict[str, Label] = {}
        self.outcomes: dict[str, Label] = {}
        for row, name in enumerate(ACCOUNTS):
            self._captions[name] = small(account_word(name))
            self._grid.addWidget(self._captions[name], 2 * row, 0)
            self.lines[name] = heading("", parent=card)
            self.outcomes[name] = small("", wrap=True, parent=card)
            self._grid.addWidget(self.lines[name], 2 * row, 1)
            self._grid.addWidget(self.outcomes[name], 2 * row + 1, 1)
        card.add_layout(self._grid)
        self.unsure = small("", wrap=True, tone="warn", parent=card)
        card.add(self.unsure)
        self.add(card)

    def reset(self) -> None:
        """As the book says it."""
        view = self.view
        self.shop_type.set_value(view.told.shop_type or None)
        self.when.set_value(view.today)
        for choice in (self.category, self.closing):
            choice.set_value("")
        for field in (self.asks, self.sales):
            field.set_value(None)
        self.promotion.setChecked(view.told.facts.promotion_on(view.today))
        self.ask()

    def ask(self, _value: object = None) -> None:
        """Work the line out again; an answer to an older question is dropped."""
        self.asks.setVisible(bool(self.category.value()))
        day, changes = self._asked_day(), self.changes()
        self._latest.ask(_work_out, self.ctx, day, changes, done=self._show)

    def _asked_day(self) -> date:
        day = self.when.value()
        assert isinstance(day, date)
        return day

    def changes(self) -> dict[str, Any]:
        """What is different from the book, as the question takes it."""
        told = self.view.told
        found: dict[str, Any] = {}
        if self.shop_type.value() not in (None, told.shop_type):
            found["shop_type"] = self.shop_type.value()
        if code := self.category.value():
            name = self.tr("Another category") if code == OTHER else str(code)
            found["opened"] = {name: self.asks.value()}
        if closed := self.closing.value():
            found["closed"] = (str(closed),)
        if self.sales.value() is not None:
            found["sales"] = self.sales.value()
        if self.promotion.isChecked() != told.facts.promotion_on(self.view.today):
            found["promotion"] = self.promotion.isChecked()
        return found

    def _show(self, answer: WhatIf) -> None:
        self.answer = answer
        balances = {account.name: account.balance for account in self.view.accounts}
        for name in ACCOUNTS:
            before, after = answer.before.total_for(name), answer.after.total_for(name)
            shown = name == "own" or bool(before or after)
            self.lines[name].setVisible(shown)
            self.outcomes[name].setVisible(shown)
            self._captions[name].setVisible(shown)
            self._show_account(name, before, after, balances[name])
        sure = answer.after.complete_for("own") and answer.after.complete_for(PROMOTION)
        self.unsure.setText(
            self.tr("An amount or tier is not known, so it may come out higher on the phone.")
        )
        self.unsure.setVisible(not sure)
        self.fit()

    def _show_account(self, name: str, before: int, after: int, balance: int) -> None:
        if before == after:
            line = self.tr("{line}, as now").format(line=money_text(after))
        else:
            line = self.tr("{before} → {after} ({change})").format(
                before=money_text(before),
                after=money_text(after),
                change=signed_money_text(after - before),
            )
        self.lines[name].setText(line)
        short = after - balance
        if short > 0:
            text = self.tr("The balance of {balance} would be {short} short.")
            self.outcomes[name].set_tone("bad")
        else:
            text = self.tr("The balance of {balance} would be enough.")
            self.outcomes[name].set_tone("good")
        self.outcomes[name].setText(
            text.format(balance=money_text(balance), short=money_text(short))
        )


def _work_out(ctx: Context, day: date, changes: dict[str, Any]) -> WhatIf:
    return deposit_outlook.what_if(ctx.reader, ctx.rules(), day, **changes)
