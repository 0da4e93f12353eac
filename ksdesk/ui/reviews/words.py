"""How the page says what a live or a video was."""

from __future__ import annotations

from ksdesk.domain.reviews.broadcasts import LIVE, Broadcast
from ksdesk.ui.parts.texts import (
    NOTHING,
    clock_text,
    count_text,
    money_text,
    short_day_text,
    weekday_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Reviews")

FIGURE_NAMES = {
    "seconds": QT_TRANSLATE_NOOP("Reviews", "Lasted"),
    "sales": QT_TRANSLATE_NOOP("Reviews", "Sales"),
    "viewers": QT_TRANSLATE_NOOP("Reviews", "Viewers"),
    "peak": QT_TRANSLATE_NOOP("Reviews", "Most at once"),
    "stay": QT_TRANSLATE_NOOP("Reviews", "Stayed"),
    "new_fans": QT_TRANSLATE_NOOP("Reviews", "New fans"),
    "lost_fans": QT_TRANSLATE_NOOP("Reviews", "Fans lost"),
    "comments": QT_TRANSLATE_NOOP("Reviews", "Comments"),
    "exposures": QT_TRANSLATE_NOOP("Reviews", "Shown"),
    "entered": QT_TRANSLATE_NOOP("Reviews", "Came in"),
    "stayed": QT_TRANSLATE_NOOP("Reviews", "Stayed 10 s"),
    "clicks": QT_TRANSLATE_NOOP("Reviews", "Product clicks"),
    "orders": QT_TRANSLATE_NOOP("Reviews", "Ordered"),
    "paid_orders": QT_TRANSLATE_NOOP("Reviews", "Paid"),
    "refunds": QT_TRANSLATE_NOOP("Reviews", "Refunds"),
    "spend": QT_TRANSLATE_NOOP("Reviews", "Spend"),
}
_PARTS = (
    (5, QT_TRANSLATE_NOOP("Reviews", "Night live")),
    (11, QT_TRANSLATE_NOOP("Reviews", "Morning live")),
    (17, QT_TRANSLATE_NOOP("Reviews", "Noon live")),
    (24, QT_TRANSLATE_NOOP("Reviews", "Evening live")),
)


def figure_name(code: str) -> str:
    """The name of a figure."""
    return said(FIGURE_NAMES[code])


def figure_text(code: str, value: float | None) -> str:
    """A figure in a table, "–" where it is not known."""
    if value is None:
        return NOTHING
    if code in ("sales", "refunds", "spend"):
        return money_text(round(value))
    if code == "stay":
        return said(QT_TRANSLATE_NOOP("Reviews", "{n} s"), n=count_text(value))
    return span_text(round(value)) if code == "seconds" else count_text(value)


def span_text(seconds: int | None) -> str:
    """How long it ran: "2 h 35 min"."""
    if seconds is None:
        return NOTHING
    minutes = round(seconds / 60)
    if seconds < 60:
        return said(QT_TRANSLATE_NOOP("Reviews", "{n} s"), n=seconds)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return said(QT_TRANSLATE_NOOP("Reviews", "{rest} min"), rest=rest)
    text = QT_TRANSLATE_NOOP("Reviews", "{hours} h {rest:02d} min")
    return said(text, hours=hours, rest=rest)


def kind_text(one: Broadcast) -> str:
    """Evening live, short video."""
    if one.kind != LIVE:
        return said(QT_TRANSLATE_NOOP("Reviews", "Short video"))
    return said(next(word for until, word in _PARTS if one.began_at.hour < until))


def title_text(one: Broadcast) -> str:
    """Its day and what it was: "11-17 Evening live"."""
    return f"{short_day_text(one.began_at.date())} {one.name or kind_text(one)}"


def second_text(one: Broadcast) -> str:
    """What it was and how long."""
    length = span_text(one.seconds) if one.seconds else clock_text(one.began_at)
    return f"{kind_text(one)} {length}"


def when_text(one: Broadcast) -> str:
    """Weekday and hours: "Tue 19:30–22:05"."""
    began = clock_text(one.began_at)
    end = f"–{clock_text(one.ended_at)}" if one.ended_at else ""
    return f"{weekday_text(one.began_at.date())} {began}{end}"


def head_line(one: Broadcast) -> str:
    """When it was and what it cost."""
    parts = [when_text(one)]
    if one.spend is not None:
        parts.append(said(QT_TRANSLATE_NOOP("Reviews", "spent {yuan}"), yuan=yuan_text(one.spend)))
    return " · ".join(parts)
