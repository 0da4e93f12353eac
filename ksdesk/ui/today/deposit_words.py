"""Tasks of the deposit in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.today import Item
from ksdesk.ui.deposit.outlook_words import ahead_words
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.texts import day_text, money_text, yuan_text
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate


def _deposit_short(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    return TaskWords(
        translate("Today", "{account} deposit below the line, {amount} short").format(
            account=account_word(facts["account"]), amount=yuan_text(facts["short"])
        ),
        _balance(item),
        translate("Today", "Top up"),
        "deposit",
        "bad",
        ("bad", _short_pill(facts["until"], now)),
    )


def _short_pill(until: date | None, now: datetime) -> str:
    if until is None:
        return translate("Today", "below line")
    return translate("Today", "by {day}").format(day=_day(until, now))


def _day(day: date, now: datetime) -> str:
    return day_text(day, year=day.year != now.year)


def _refund_due(item: Item, now: datetime) -> TaskWords:
    day = _day(item.facts["until"], now)
    return TaskWords(
        translate("Today", "Is the promotion deposit back?"),
        translate("Today", "It was said to be there by {day}").format(day=day),
        translate("Today", "Have a look"),
        "deposit",
        "warn",
    )


def _deposit_ahead(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "{account} deposit will not be enough").format(
            account=account_word(item.facts["account"])
        ),
        ahead_words(item.facts["ahead"], now.date()),
        translate("Today", "Deposit ›"),
        "deposit",
        "warn",
    )


def _balance(item: Item) -> str:
    return translate("Today", "Balance {balance}, required {line}").format(
        balance=money_text(item.facts["balance"]), line=money_text(item.facts["line"])
    )


def _deposit_unknown(item: Item, now: datetime) -> TaskWords:
    balance = money_text(item.facts["balance"])
    reason = translate("Today", "Balance {balance}; without the line nobody knows if it is enough")
    return TaskWords(
        translate("Today", "The deposit's required line is not filled in"),
        reason.format(balance=balance),
        translate("Today", "Fill in"),
        "deposit",
    )


def _deposit_maybe(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "The deposit may not be enough: an amount is missing"),
        _balance(item),
        translate("Today", "Fill in"),
        "deposit",
        "warn",
    )


MAKERS: dict[str, Callable[[Item, datetime], TaskWords]] = {
    "deposit_short": _deposit_short,
    "deposit_ahead": _deposit_ahead,
    "refund_due": _refund_due,
    "deposit_unknown": _deposit_unknown,
    "deposit_maybe": _deposit_maybe,
}
