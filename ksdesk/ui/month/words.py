"""A month in words: what it is called, and what its lines are."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from ksdesk.domain.calendar import month_end
from ksdesk.domain.month import MonthReport
from ksdesk.ui.parts.texts import (
    count_text,
    day_text,
    in_chinese,
    money_text,
    number_text,
    percent_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Month")
translate = QCoreApplication.translate

SECTIONS = {
    "totals": QT_TRANSLATE_NOOP("Month", "At a glance"),
    "money": QT_TRANSLATE_NOOP("Month", "Where money came from and went"),
    "ways": QT_TRANSLATE_NOOP("Month", "The ways of promotion (estimated)"),
    "settled": QT_TRANSLATE_NOOP("Month", "Settled and received"),
    "deposit": QT_TRANSLATE_NOOP("Month", "Deposit"),
    "shipping": QT_TRANSLATE_NOOP("Month", "Shipping"),
    "cases": QT_TRANSLATE_NOOP("Month", "After-sales cases"),
    "best": QT_TRANSLATE_NOOP("Month", "Products that earn most"),
    "lost": QT_TRANSLATE_NOOP("Month", "Products sold at a loss"),
    "fans": QT_TRANSLATE_NOOP("Month", "Lives and fans"),
}
SETTLED = (
    QT_TRANSLATE_NOOP("Month", "Sales settled"),
    QT_TRANSLATE_NOOP("Month", "Refunds in them"),
    QT_TRANSLATE_NOOP("Month", "Platform's fees"),
    QT_TRANSLATE_NOOP("Month", "Commissions"),
    QT_TRANSLATE_NOOP("Month", "To be received"),
    QT_TRANSLATE_NOOP("Month", "Received"),
    QT_TRANSLATE_NOOP("Month", "Still on its way"),
)

MOMENTS = {
    "late": QT_TRANSLATE_NOOP("Month", "late"),
    "open": QT_TRANSLATE_NOOP("Month", "still to send"),
    "kept": QT_TRANSLATE_NOOP("Month", "sent in time"),
    "begun": QT_TRANSLATE_NOOP("Month", "new case"),
}
"""What an order is whose promise lies in a month, or a case that began in it."""

BASES = {
    "paid": QT_TRANSLATE_NOOP("Month", "by sale day"),
    "settled": QT_TRANSLATE_NOOP("Month", "by settlement day"),
    "unknown": QT_TRANSLATE_NOOP("Month", "I cannot tell: compare both"),
}


def month_name(month: date) -> str:
    """ "2026年10月", "October 2026"."""
    if in_chinese():
        return f"{month.year}年{month.month}月"
    return f"{QLocale().standaloneMonthName(month.month)} {month.year}"


def quarter_name(first: date) -> str:
    """ "2026年三季度", "Q3 2026"."""
    number = (first.month + 2) // 3
    return (
        f"{first.year}年{'一二三四'[number - 1]}季度" if in_chinese() else f"Q{number} {first.year}"
    )


def span_word(first: date, last: date, beside: date) -> str:
    """A month in the head of a column, with its year where that of `beside` is another one; with
    its days where it is not whole."""
    year = first.year != beside.year
    if last < month_end(first):
        text = translate("Month", "{first}, days 1 to {last}")
        return text.format(first=_short(first, year), last=last.day)
    return _short(first, year)


def _short(first: date, year: bool) -> str:
    if in_chinese():
        return f"{first.year}年{first.month}月" if year else f"{first.month}月"
    name = QLocale().standaloneMonthName(first.month, QLocale.FormatType.ShortFormat)
    return f"{name} {first.year}" if year else name


def title(report: MonthReport) -> str:
    """What the page is called: the month, and up to which day where it is not over."""
    name = month_name(report.month.first)
    if report.running:
        text = translate("Month", "{month}, up to {day}")
        return text.format(month=name, day=day_text(report.month.last))
    return name


def lines_word(word: str, count: int) -> str:
    """A kind of ledger line with how many there were of it."""
    if count < 2:
        return word
    return translate("Month", "{word}, {n} times").format(word=word, n=count_text(count))


def unsettled_word(report: MonthReport) -> str:
    """That a part of the money is not settled, "" where all is."""
    left = report.month.profit.whole.estimated
    if not report.month.sold or left <= 0:
        return ""
    text = translate("Month", "{fen} is not settled yet: those fees are estimated.")
    return text.format(fen=money_text(left))


def moved_words(value: float | None, beside: float | None, kind: str = "money") -> str:
    """How a figure moved against another one, "" where that cannot be said; a share by points."""
    if value is None or beside is None or beside <= 0:
        return ""
    if value == beside:
        return translate("Month", "unchanged")
    if kind == "percent":
        text = translate("Month", "▼ {n} points down")
        if value > beside:
            text = translate("Month", "▲ {n} points up")
        return text.format(n=number_text(abs(value - beside) * 100, 1))
    share = percent_text(abs(value - beside) / beside)
    text = (
        translate("Month", "▲ {share} up")
        if value > beside
        else translate("Month", "▼ {share} down")
    )
    return text.format(share=share)
