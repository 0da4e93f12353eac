"""Trials in words: amounts by way, what a day came to, what the whole costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ksdesk.actions.promotion.trials import Followed, FollowedDay
from ksdesk.domain.promotion.trial import Trial
from ksdesk.ui.parts.texts import day_text, money_text, weekday_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.promotion.effect.words import name, yuan

if TYPE_CHECKING:
    from ksdesk.domain.promotion.budget import Interval

said = Words("Trial")


def amount(fen: int, all_weeks: Sequence[int]) -> str:
    """An amount with the third of those of all weeks that it stands in: 160 high."""
    spent = [week for week in all_weeks if week]
    third = (max(spent) - min(spent)) / 3 if spent else 0
    if not fen:
        word = QT_TRANSLATE_NOOP("Trial", "{n} off")
    elif fen >= max(spent) - third:
        word = QT_TRANSLATE_NOOP("Trial", "{n} high")
    elif fen <= min(spent) + third:
        word = QT_TRANSLATE_NOOP("Trial", "{n} low")
    else:
        word = QT_TRANSLATE_NOOP("Trial", "{n} mid")
    return said(word, n=yuan(fen))


def mix(ways: Sequence[str], amounts: Sequence[int]) -> str:
    """What a day is to cost: "Bought 160 · Hot search 80"."""
    return " · ".join(f"{name(w)} {yuan(fen)}" for w, fen in zip(ways, amounts, strict=True))


def day_line(one: FollowedDay) -> str:
    """The day's name."""
    return f"{weekday_text(one.day)} {day_text(one.day)}"


def day_state(one: FollowedDay) -> tuple[str, str] | None:
    """Kind and word of what came of it; None where nobody said."""
    if one.kept is None or one.spent is None:
        return None
    whole = money_text(sum(one.spent))
    if not one.kept:
        return "warn", said(QT_TRANSLATE_NOOP("Trial", "Cost {sum} instead"), sum=whole)
    if one.reported:
        return "good", said(QT_TRANSLATE_NOOP("Trial", "The report agrees: {sum}"), sum=whole)
    return "good", said(QT_TRANSLATE_NOOP("Trial", "As planned"))


def headline(followed: Followed | None) -> str:
    """Where it stands."""
    if followed is None:
        return said(QT_TRANSLATE_NOOP("Trial", "Some weeks, each with another split"))
    trial = followed.trial
    week = trial.week_of(followed.today)
    if week is not None:
        day = (followed.today - trial.begins).days % 7 + 1
        text = QT_TRANSLATE_NOOP("Trial", "Test of {n} weeks: week {week}, day {day}")
        return said(text, n=len(trial.weeks), week=week + 1, day=day)
    if followed.running:
        text = QT_TRANSLATE_NOOP("Trial", "The test begins on {day}")
        return said(text, day=day_text(trial.begins))
    return said(QT_TRANSLATE_NOOP("Trial", "The test is over"))


def price(one: Interval, trial: Trial) -> tuple[str, str]:
    """What it costs, and how sure that is."""
    days = (trial.end - trial.begins).days
    if one.mid <= 0:
        return "¥0", said(
            QT_TRANSLATE_NOOP("Trial", "it probably costs nothing: less is spent (up to {high})"),
            high=yuan(max(one.high, 0)),
        )
    text = QT_TRANSLATE_NOOP("Trial", "less net in {days} days ({low} to {high})")
    return f"¥{yuan(one.mid)}", said(text, days=days, low=yuan(one.low), high=yuan(one.high))


def begins(trial: Trial) -> str:
    """From which day on."""
    text = QT_TRANSLATE_NOOP("Trial", "from {day} on")
    return said(text, day=f"{weekday_text(trial.begins)} {day_text(trial.begins)}")


def cheapest(way: str, one: Interval, days: int) -> str:
    """The cheapest test, with its price."""
    if one.mid <= 0:
        text = QT_TRANSLATE_NOOP(
            "Trial", "The cheapest test: {way} stops {days} days, costs nothing ›"
        )
        return said(text, way=name(way), days=days)
    text = QT_TRANSLATE_NOOP("Trial", "The cheapest test: {way} stops {days} days, about ¥{fen} ›")
    return said(text, way=name(way), days=days, fen=yuan(one.mid))
