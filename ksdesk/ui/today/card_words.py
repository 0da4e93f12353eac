"""The numbers of 今日 in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ksdesk.actions.deposit import Account
from ksdesk.domain.today import TodayNumber
from ksdesk.ui.parts.number_card import Change
from ksdesk.ui.parts.texts import (
    clock_text,
    count_text,
    counted,
    day_text,
    money_text,
    percent_text,
    weekday_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_tr = Words("Today")
translate = QCoreApplication.translate

MISSING = {
    "no_ledger": QT_TRANSLATE_NOOP("Today", "Nothing recorded yet"),
    "no_orders": QT_TRANSLATE_NOOP("Today", "No orders imported yet"),
    "no_day": QT_TRANSLATE_NOOP("Today", "Yesterday's orders are missing"),
    "no_days": QT_TRANSLATE_NOOP("Today", "No orders of this month yet"),
    "no_costs": QT_TRANSLATE_NOOP("Today", "Fill in what goods cost ›"),
}


def caption(card: TodayNumber, now: datetime) -> str:
    """What a number card is called."""
    day = card.facts.get("day")
    if card.code == "net":
        return translate("Today", "Net this month")
    if card.code == "deposit":
        return translate("Today", "Own deposit")
    if day is None or card.missing or now.date() - day == timedelta(days=1):
        yesterday = {
            "sales": translate("Today", "Sold yesterday"),
            "orders": translate("Today", "Orders yesterday"),
        }
        return yesterday[card.code]
    on_day = {
        "sales": translate("Today", "Sold on {day}"),
        "orders": translate("Today", "Orders on {day}"),
    }
    return on_day[card.code].format(day=day_text(day))


def value_text(card: TodayNumber) -> str:
    """The big number of a card."""
    if card.value is None:
        return ""
    return count_text(card.value) if card.code == "orders" else yuan_text(round(card.value))


def missing_text(card: TodayNumber) -> str:
    """What is missing where there is no number, "" if nothing is."""
    return _tr(MISSING[card.missing]) if card.missing else ""


def aside_of(card: TodayNumber, now: datetime) -> tuple[str, str]:
    """What stands at the right: today so far, or which days the net is of and how much of it is an
    estimate; a day that is missing is named there."""
    facts = card.facts
    if card.code in ("sales", "orders") and card.value is not None:
        if facts["today"] is not None:
            so_far = translate("Today", "today until {time}").format(
                time=clock_text(facts["until"])
            )
            number = facts["today"]
            text = count_text(number) if card.code == "orders" else money_text(number)
            return so_far, text
        if now.date() - facts["day"] > timedelta(days=1):
            return translate("Today", "later days are missing"), ""
    if card.code == "net" and card.value is not None:
        days = translate("Today", "day 1–{n}").format(n=facts["last"].day)
        share = facts["share"]
        told = translate("Today", "{share} estimated")
        return days, told.format(share=percent_text(share, 0)) if share else ""
    return "", ""


def left_out(card: TodayNumber) -> str:
    """How many orders a net does not have, and what they brought; "" where it has all."""
    orders, paid = card.facts.get("left_out", (0, 0))
    if card.value is None or not orders:
        return ""
    text = counted(
        orders,
        translate("Today", "without 1 order of {paid}"),
        translate("Today", "without {n} orders of {paid}"),
    )
    return text.format(paid=money_text(paid))


def against(card: TodayNumber) -> str:
    """What a change is against."""
    if card.code == "net":
        return translate("Today", "vs the same days last month")
    return translate("Today", "vs last {weekday}").format(weekday=weekday_text(card.facts["day"]))


def change_of(card: TodayNumber) -> Change | None:
    """How a number moved against what it is compared with, None where that cannot be said."""
    if card.value is None or card.before is None:
        return None
    moved = card.value - card.before
    if not moved:
        return Change("flat")
    way = "up" if moved > 0 else "down"
    if card.code == "orders":
        return Change(way, count_text(abs(moved)))
    if card.before <= 0:
        return Change(way, money_text(round(abs(moved)))) if card.code == "net" else None
    return Change(way, percent_text(abs(moved) / card.before))


def standing_pill(card: TodayNumber) -> tuple[str, str] | None:
    """How the deposit stands against its line."""
    account: Account | None = card.facts.get("account")
    if account is None or account.standing is None or card.missing:
        return None
    standing = account.standing
    short, surplus = money_text(standing.shortfall), money_text(standing.surplus)
    return {
        "short": ("bad", translate("Today", "{amount} short").format(amount=short)),
        "maybe": ("warn", translate("Today", "an amount is missing")),
        "exact": ("good", translate("Today", "just enough")),
        "enough": ("good", translate("Today", "enough, {amount} over").format(amount=surplus)),
    }.get(account.state)


def line_note(card: TodayNumber, now: datetime) -> str:
    """Under the deposit's balance: the line, and by when it must be reached."""
    account: Account = card.facts["account"]
    if account.line is None:
        return translate("Today", "The line is not filled in")
    line = money_text(account.line)
    until = card.facts["until"]
    if account.state != "short" or until is None:
        return translate("Today", "required {line}").format(line=line)
    day = day_text(until, year=until.year != now.year)
    return translate("Today", "required {line}, by {day}").format(line=line, day=day)
