"""What is coming, what the platform did, and what could explain a difference, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.measures import MeasureState
from ksdesk.domain.deposit.outlook import Ahead
from ksdesk.domain.deposit.reconcile import Hint
from ksdesk.ui.deposit.words import MEASURES, category_word, kind_word, word
from ksdesk.ui.parts.texts import day_text, money_text, signed_money_text, yuan_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_tr = Words("Deposit")

STOPS = {
    "cart": QT_TRANSLATE_NOOP("Deposit", "the cart"),
    "listing": QT_TRANSLATE_NOOP("Deposit", "listing"),
    "selling": QT_TRANSLATE_NOOP("Deposit", "selling"),
    "withdrawal": QT_TRANSLATE_NOOP("Deposit", "withdrawals"),
    "functions": QT_TRANSLATE_NOOP("Deposit", "other functions"),
}
MEANS = {
    "cart": QT_TRANSLATE_NOOP("Deposit", "No goods can be attached to works and lives."),
    "listing": QT_TRANSLATE_NOOP(
        "Deposit", "No new goods can be listed; what is listed goes on selling."
    ),
    "selling": QT_TRANSLATE_NOOP("Deposit", "Nothing can be sold."),
    "withdrawal": QT_TRANSLATE_NOOP("Deposit", "Receivables cannot be withdrawn freely."),
    "functions": QT_TRANSLATE_NOOP("Deposit", "The phone says which functions are limited."),
    "transfer": QT_TRANSLATE_NOOP(
        "Deposit", "Money of a sub-shop was moved here. Nothing is stopped by it."
    ),
}
AHEAD = {
    "base": QT_TRANSLATE_NOOP("Deposit", "the minimum rises"),
    "special": QT_TRANSLATE_NOOP("Deposit", "a special category opens"),
    "adjustment": QT_TRANSLATE_NOOP("Deposit", "last month's sales"),
    "promotion": QT_TRANSLATE_NOOP("Deposit", "the promotion deposit rises"),
    "shown": QT_TRANSLATE_NOOP("Deposit", "the phone says so"),
    "sales_now": QT_TRANSLATE_NOOP("Deposit", "this month already sold {sales}"),
    "sales_likely": QT_TRANSLATE_NOOP("Deposit", "at this pace the month sells {sales}"),
}
HINTS = {
    "twice": QT_TRANSLATE_NOOP("Deposit", "Recorded twice?"),
    "extra": QT_TRANSLATE_NOOP("Deposit", "Perhaps the phone does not have it"),
    "wrong_sign": QT_TRANSLATE_NOOP("Deposit", "Perhaps the wrong way round"),
    "later": QT_TRANSLATE_NOOP("Deposit", "Dated later here, already on the phone?"),
    "pair": QT_TRANSLATE_NOOP("Deposit", "These two together come to it"),
    "later_pair": QT_TRANSLATE_NOOP("Deposit", "Both dated later here, already on the phone?"),
}


translate = QCoreApplication.translate


def listed(words: Iterable[str]) -> str:
    """Words behind each other: "上架、小黄车"."""
    return translate("Deposit", ", ", "between names").join(words)


def happened_words(measures: Iterable[MeasureState]) -> str:
    """What is stopped already and what may follow; "" while nothing is."""
    measures = tuple(measures)
    stopped = [m.stops for m in measures if m.state == "happened" and m.stops in STOPS]
    if not stopped:
        return ""
    already = listed(_tr(STOPS[code]) for code in stopped)
    already = already[:1].upper() + already[1:]
    next_ = next((m.stops for m in measures if m.state == "possible" and m.stops in STOPS), "")
    if not next_:
        return translate("Deposit", "{stopped}: closed already.").format(stopped=already)
    text = translate("Deposit", "{stopped}: closed already; {next} may follow.")
    return text.format(stopped=already, next=_tr(STOPS[next_]))


def due_words(due: date, read_on: date, today: date) -> tuple[str, str]:
    """By when it must be topped up, and where that is from."""
    day = day_text(due, year=due.year != today.year)
    if due < today:
        first = translate("Deposit", "It was to be topped up by {day}.").format(day=day)
    elif due == today:
        first = translate("Deposit", "It must be topped up today.")
    else:
        first = translate("Deposit", "To be topped up by {day}.").format(day=day)
    return first, translate("Deposit", "The day is from the phone, {day}.").format(
        day=day_text(read_on)
    )


def ahead_words(one: Ahead, today: date) -> str:
    """ "12月1日 起要求线 3,500.00，还差 736.00：…"."""
    if one.code == "unknown":
        text = translate(
            "Deposit",
            "On {day} {category} opens; how much it asks for is not known. Look on the phone first",
        )
        day = day_text(one.on, year=one.on.year != today.year)
        return text.format(day=day, category=category_word(one.note))
    why = _tr(AHEAD[one.code])
    if one.sales is not None:
        why = why.format(sales=yuan_text(one.sales))
    elif one.note:
        why = category_word(one.note)
    text = translate("Deposit", "From {day} the line is {line}, {short} short: {why}")
    return text.format(
        day=day_text(one.on, year=one.on.year != today.year),
        line=money_text(one.line),
        short=money_text(one.short),
        why=why,
    )


def measure_word(code: str) -> str:
    """ "关闭商品上架"."""
    return word(MEASURES[code])


def lift_words(measure: MeasureState) -> str:
    """What lifts a measure that happened."""
    if "top_up" in measure.lifted_by:
        text = translate("Deposit", "Top up {amount}, then ask the platform to lift it.")
        return text.format(amount=yuan_text(measure.amount))
    return translate("Deposit", "There is enough now: ask the platform to lift it.")


def hint_words(hint: Hint) -> str:
    """What could explain a difference: "记重了？第 5 笔 10月19日 扣款 −36.00"."""
    lines = listed(entry_words(entry) for entry in hint.entries)
    return translate("Deposit", "{hint} {entries}").format(
        hint=_tr(HINTS[hint.code]), entries=lines
    )


def entry_words(entry: Entry) -> str:
    """A ledger line in a sentence."""
    text = translate("Deposit", "no. {n}, {day}, {kind} {amount}")
    return text.format(
        n=entry.number,
        day=day_text(entry.day),
        kind=kind_word(entry),
        amount=signed_money_text(entry.amount),
    )
