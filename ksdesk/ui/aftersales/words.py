"""Words for kinds, states, steps and clocks of after-sales cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.aftersales.files import CaseFile, finished, place
from ksdesk.domain.aftersales.promises import FollowUp
from ksdesk.domain.aftersales.states import paid_back
from ksdesk.ui.parts.rule_words import unsure_words
from ksdesk.ui.parts.steps import Step
from ksdesk.ui.parts.texts import (
    count_text,
    day_text,
    in_chinese,
    moment_text,
    short_moment_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Aftersales")
SOON = timedelta(days=1)

KINDS = {
    "refund_only": QT_TRANSLATE_NOOP("Aftersales", "Refund only"),
    "return_refund": QT_TRANSLATE_NOOP("Aftersales", "Return and refund"),
    "exchange": QT_TRANSLATE_NOOP("Aftersales", "Exchange"),
    "": QT_TRANSLATE_NOOP("Aftersales", "After-sales"),
}
STATES = {
    "waiting_seller": QT_TRANSLATE_NOOP("Aftersales", "your turn"),
    "waiting_buyer": QT_TRANSLATE_NOOP("Aftersales", "buyer's turn"),
    "waiting_receipt": QT_TRANSLATE_NOOP("Aftersales", "goods are on their way back"),
}
STEPS = {
    "calm": (
        QT_TRANSLATE_NOOP("Aftersales", "Calm"),
        QT_TRANSLATE_NOOP("Aftersales", "say sorry, don't argue"),
    ),
    "check": (
        QT_TRANSLATE_NOOP("Aftersales", "Check"),
        QT_TRANSLATE_NOOP("Aftersales", "what happened"),
    ),
    "report": (
        QT_TRANSLATE_NOOP("Aftersales", "Report"),
        QT_TRANSLATE_NOOP("Aftersales", "tell the buyer"),
    ),
    "ask": (
        QT_TRANSLATE_NOOP("Aftersales", "Satisfied?"),
        QT_TRANSLATE_NOOP("Aftersales", "the buyer decides"),
    ),
}
HEADINGS = {
    "calm": QT_TRANSLATE_NOOP("Aftersales", "Calm: first take the buyer's side"),
    "check": QT_TRANSLATE_NOOP("Aftersales", "Check: what really happened"),
    "report": QT_TRANSLATE_NOOP("Aftersales", "Report: tell the buyer the result"),
    "ask": QT_TRANSLATE_NOOP("Aftersales", "Satisfied? Ask the buyer"),
    "end": QT_TRANSLATE_NOOP("Aftersales", "All said: close it with outcome and cost"),
    "early": QT_TRANSLATE_NOOP("Aftersales", "Close it: outcome and cost"),
    "closed": QT_TRANSLATE_NOOP("Aftersales", "Closed"),
    "unsettled": QT_TRANSLATE_NOOP("Aftersales", "The platform closed it: how did it end?"),
}
DONE_BUTTONS = {
    "calm": QT_TRANSLATE_NOOP("Aftersales", "Said it, on to checking"),
    "check": QT_TRANSLATE_NOOP("Aftersales", "Checked, on to reporting"),
    "report": QT_TRANSLATE_NOOP("Aftersales", "Told the buyer"),
    "ask": QT_TRANSLATE_NOOP("Aftersales", "The buyer is satisfied"),
}
WORDS = {
    "calm": QT_TRANSLATE_NOOP("Aftersales", "What you said to the buyer"),
    "check": QT_TRANSLATE_NOOP("Aftersales", "What came out"),
    "report": QT_TRANSLATE_NOOP("Aftersales", "What you said to the buyer"),
    "ask": QT_TRANSLATE_NOOP("Aftersales", "What the buyer says"),
}
"""What is to be noted at a step."""
CHECKS = {
    "photos": QT_TRANSLATE_NOOP("Aftersales", "Looked at the buyer's photos"),
    "shipping": QT_TRANSLATE_NOOP("Aftersales", "Looked up the check before shipping"),
    "courier": QT_TRANSLATE_NOOP("Aftersales", "Asked the courier"),
}
FAULTS = {
    "mine": QT_TRANSLATE_NOOP("Aftersales", "Mine"),
    "courier": QT_TRANSLATE_NOOP("Aftersales", "Courier"),
    "buyer": QT_TRANSLATE_NOOP("Aftersales", "Buyer"),
    "unclear": QT_TRANSLATE_NOOP("Aftersales", "Not clear"),
}
OUTCOMES = {
    "refunded": QT_TRANSLATE_NOOP("Aftersales", "Money back, goods kept"),
    "returned": QT_TRANSLATE_NOOP("Aftersales", "Goods back, money back"),
    "partly": QT_TRANSLATE_NOOP("Aftersales", "A part of the money"),
    "exchanged": QT_TRANSLATE_NOOP("Aftersales", "Exchanged"),
    "resent": QT_TRANSLATE_NOOP("Aftersales", "Sent once more"),
    "kept": QT_TRANSLATE_NOOP("Aftersales", "Nothing paid"),
    "withdrawn": QT_TRANSLATE_NOOP("Aftersales", "Taken back by the buyer"),
}
SPEAKERS = {
    "seller": QT_TRANSLATE_NOOP("Aftersales", "You"),
    "buyer": QT_TRANSLATE_NOOP("Aftersales", "Buyer"),
    "courier": QT_TRANSLATE_NOOP("Aftersales", "Courier"),
    "platform": QT_TRANSLATE_NOOP("Aftersales", "Platform"),
}


def kind_word(kind: str) -> str:
    return said(KINDS[kind])


def title_of(case: AftersalesCase) -> str:
    """The order by its last digits, as sellers call it."""
    number = case.order_no or case.case_no
    return said(QT_TRANSLATE_NOOP("Aftersales", "Order …{tail}"), tail=number[-4:])


def second_of(case: AftersalesCase) -> str:
    """Kind, money and reason."""
    money = yuan_text(case.refund) if case.refund is not None else ""
    gap = "" if in_chinese() else " "
    wanted = " ".join(filter(None, (kind_word(case.kind), money)))
    return f" ·{gap or ' '}".join(filter(None, (wanted, case.reason)))


def line_of(case: AftersalesCase) -> str:
    """Order, goods, what was paid, and what the platform says."""
    row = case.row
    paid = QT_TRANSLATE_NOOP("Aftersales", "paid {amount}")
    pieces = [
        title_of(case),
        case.product,
        said(paid, amount=yuan_text(row.paid)) if row and row.paid is not None else "",
        row.state if row else said(QT_TRANSLATE_NOOP("Aftersales", "noted by hand")),
    ]
    return " · ".join(filter(None, pieces))


def pill_of(one: CaseStanding, now: datetime) -> tuple[str, str]:
    """How much time is left, whose turn it is, or how it ended."""
    case = one.case
    if case.file.outcome:
        return "neutral", said(OUTCOMES[case.file.outcome])
    if case.unsettled:
        word = QT_TRANSLATE_NOOP("Aftersales", "no outcome yet")
        if case.row and not paid_back(case.row.state):
            word = QT_TRANSLATE_NOOP("Aftersales", "closed there")
        return "neutral", said(word)
    if one.due is not None:
        return time_pill(one.due, now)
    if case.by_platform:
        return "neutral", said(QT_TRANSLATE_NOOP("Aftersales", "the platform decides"))
    if one.clock.paused:
        return "neutral", said(STATES["waiting_buyer"])
    return "neutral", said(QT_TRANSLATE_NOOP("Aftersales", "no deadline known"))


def time_pill(due: datetime, now: datetime) -> tuple[str, str]:
    """What is left until a moment, or how long it has been over."""
    if due < now:
        text = QT_TRANSLATE_NOOP("Aftersales", "{time} over")
        return "bad", said(text, time=span_text(now - due))
    kind = "warn" if due - now < SOON else "neutral"
    return kind, said(QT_TRANSLATE_NOOP("Aftersales", "{time} left"), time=span_text(due - now))


def span_text(span: timedelta) -> str:
    """5 小时 40 分, 1 天 19 小时, 6 天: the two largest units, never rounded up."""
    minutes = int(span.total_seconds()) // 60
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days >= 3 or (days and not hours):
        return said(QT_TRANSLATE_NOOP("Aftersales", "{days} d"), days=count_text(days))
    if days:
        text = QT_TRANSLATE_NOOP("Aftersales", "{days} d {hours} h")
        return said(text, days=count_text(days), hours=hours)
    if hours and not minutes:
        return said(QT_TRANSLATE_NOOP("Aftersales", "{hours} h"), hours=hours)
    if hours:
        text = QT_TRANSLATE_NOOP("Aftersales", "{hours} h {minutes} min")
        return said(text, hours=hours, minutes=minutes)
    return said(QT_TRANSLATE_NOOP("Aftersales", "{minutes} min"), minutes=minutes)


def deadline_of(one: CaseStanding) -> str:
    """What happens when the clock runs out, or why there is none."""
    clock, case = one.clock, one.case
    if clock.closed:
        closed = QT_TRANSLATE_NOOP("Aftersales", "Closed on {moment}")
        return said(closed, moment=moment_text(case.closed_at)) if case.closed_at else ""
    if clock.paused:
        return said(QT_TRANSLATE_NOOP("Aftersales", "The clock stands while the buyer is to act"))
    if clock.due is None:
        text = QT_TRANSLATE_NOOP("Aftersales", "No deadline known: type the one the phone shows")
        return said(text)
    by = moment_text(clock.due)
    if clock.basis == "case":
        return said(QT_TRANSLATE_NOOP("Aftersales", "Its own deadline: {moment}"), moment=by)
    if case.state == "waiting_receipt":
        return said(QT_TRANSLATE_NOOP("Aftersales", "Confirm the goods by {moment}"), moment=by)
    text = QT_TRANSLATE_NOOP("Aftersales", "Answer by {moment}, else the system agrees")
    return said(text, moment=by)


def rule_key(one: CaseStanding) -> str:
    """The rule that its clock stands on."""
    back = one.case.state == "waiting_receipt"
    return "aftersales.confirm_return" if back else "aftersales.answer"


def steps_of(file: CaseFile) -> list[Step]:
    """The path: what is done with its moment, where the case is, what is ahead."""
    done = {step: at for step, at, _words in finished(file)}
    here = place(file)
    found = []
    for code, (title, hint) in STEPS.items():
        if code in done:
            at = short_moment_text(datetime.fromisoformat(done[code]))
            found.append(Step(said(title), at, "done"))
        else:
            second = said(QT_TRANSLATE_NOOP("Aftersales", "in progress")) if code == here else hint
            state = "current" if code == here else "ahead"
            found.append(Step(said(title), second if code == here else said(hint), state))
    return found


def promise_line(one: FollowUp) -> str:
    """A promise with its day, the days that it skips, and whether it may move."""
    text = QT_TRANSLATE_NOOP("Aftersales", "{what}, by {day}")
    line = said(text, what=one.words, day=day_text(one.due))
    return day_details(line, one.skipped, one.unsure)


def day_details(said_day: str, skipped: Sequence[date], unsure: int | None) -> str:
    """A day that was counted in working days, with what is to be known of it."""
    skips = [skipped_text(skipped)] if skipped else []
    return " · ".join([said_day, *filter(None, [unsure_words(unsure)]), *skips])


def skipped_text(days: Sequence[date]) -> str:
    """The days that don't count, one by one."""
    each = ("、" if in_chinese() else ", ").join(map(day_text, days))
    return said(QT_TRANSLATE_NOOP("Aftersales", "days off skipped: {days}"), days=each)
