"""How the page says what a live or a video was."""

from __future__ import annotations

from collections.abc import Sequence

from ksdesk.actions.reviews.looking import Review
from ksdesk.domain.reviews.broadcasts import LIVE, VIDEO, Broadcast
from ksdesk.domain.reviews.comparison import BesideOthers, ComparedRow
from ksdesk.domain.reviews.funnel import FunnelStep
from ksdesk.ui.parts.number_card import Change
from ksdesk.ui.parts.texts import (
    NOTHING,
    clock_text,
    count_text,
    counted,
    in_chinese,
    money_text,
    percent_text,
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
    "likes": QT_TRANSLATE_NOOP("Reviews", "Likes"),
    "shares": QT_TRANSLATE_NOOP("Reviews", "Shares"),
    "exposures": QT_TRANSLATE_NOOP("Reviews", "Shown"),
    "entered": QT_TRANSLATE_NOOP("Reviews", "Came in"),
    "stayed": QT_TRANSLATE_NOOP("Reviews", "Stayed 10 s"),
    "clicks": QT_TRANSLATE_NOOP("Reviews", "Product clicks"),
    "orders": QT_TRANSLATE_NOOP("Reviews", "Ordered"),
    "paid_orders": QT_TRANSLATE_NOOP("Reviews", "Paid"),
    "refunds": QT_TRANSLATE_NOOP("Reviews", "Refunds"),
    "spend": QT_TRANSLATE_NOOP("Reviews", "Spend"),
}
PART_NAMES = {
    "night": QT_TRANSLATE_NOOP("Reviews", "night"),
    "morning": QT_TRANSLATE_NOOP("Reviews", "morning"),
    "noon": QT_TRANSLATE_NOOP("Reviews", "noon"),
    "evening": QT_TRANSLATE_NOOP("Reviews", "evening"),
    "video": QT_TRANSLATE_NOOP("Reviews", "video"),
}


def figure_name(code: str, kind: str = LIVE) -> str:
    """The name of a figure; a video is played, not watched."""
    if kind == VIDEO and code == "viewers":
        return said(QT_TRANSLATE_NOOP("Reviews", "Plays"))
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
    """The part of the day of a live, or that it was a video."""
    return said(PART_NAMES[one.part])


def title_text(one: Broadcast) -> str:
    """Its day and what it was: "11-17 evening"."""
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


def head_line(review: Review) -> str:
    """When it was, how many products were shown, what it cost."""
    one = review.seen.one
    parts = [when_text(one)]
    if shown := max((product.place for product in review.sold), default=0):
        single = said(QT_TRANSLATE_NOOP("Reviews", "1 product shown"))
        many = said(QT_TRANSLATE_NOOP("Reviews", "{n} products shown"))
        parts.append(counted(shown, single, many))
    if one.spend is not None:
        told = QT_TRANSLATE_NOOP("Reviews", "spent {yuan}")
        about = QT_TRANSLATE_NOOP("Reviews", "spent about {yuan}, by the reports of its hours")
        text = about if "spend" in review.seen.added else told
        parts.append(said(text, yuan=yuan_text(one.spend)))
    return " · ".join(parts)


def net_of(review: Review) -> tuple[str, str]:
    """What stays of it with its caption; what it sold where that is not known."""
    seen = review.seen
    if review.net is None:
        mark = QT_TRANSLATE_NOOP("Reviews", "Sales, from orders")
        plain = QT_TRANSLATE_NOOP("Reviews", "Sales")
        caption = mark if "sales" in seen.added else plain
        return said(caption), yuan_text(seen.one.sales)
    caption = said(QT_TRANSLATE_NOOP("Reviews", "Net of it, estimated"))
    if review.left_out:
        text = QT_TRANSLATE_NOOP("Reviews", "without {n} orders of {paid}")
        if review.left_out == 1:
            text = QT_TRANSLATE_NOOP("Reviews", "without 1 order of {paid}")
        n, paid = count_text(review.left_out), money_text(seen.earned.left_paid)
        caption = f"{caption} · {said(text, n=n, paid=paid)}"
    if seen.one.spend is None:
        before = QT_TRANSLATE_NOOP("Reviews", "before spend")
        caption = f"{caption} · {said(before)}"
    return caption, yuan_text(review.net)


def last_head(found: BesideOthers) -> str:
    """The head of the column with the one before: "Last evening 11-12"."""
    last = found.last
    if last is None:
        return said(QT_TRANSLATE_NOOP("Reviews", "The one before"))
    text = QT_TRANSLATE_NOOP("Reviews", "Last {kind} {day}")
    return said(text, kind=kind_text(last), day=short_day_text(last.began_at.date()))


SMALL_COUNT = 50  # below it a share says less than the number itself


def change_of(row: ComparedRow) -> Change | None:
    """How far a figure is from the one before: in percent, small ones and seconds as they are."""
    change = row.change
    if change is None or row.before is None or row.value is None:
        return None
    if change.way == "flat":
        return Change("flat")
    plain = row.code in ("stay", "refunds") or max(row.value, row.before) < SMALL_COUNT
    if plain or change.share is None:
        return Change(change.way, figure_text(row.code, change.amount))
    return Change(change.way, percent_text(change.share))


def step_text(step: FunnelStep, kind: str) -> str:
    """A step for those who cannot see the bars."""
    text = f"{figure_name(step.code, kind)} {count_text(step.count)}"
    return f"{text}, {percent_text(step.share)}" if step.of else text


def listed(names: Sequence[str]) -> str:
    """Several names in a sentence."""
    return ("、" if in_chinese() else ", ").join(names)
