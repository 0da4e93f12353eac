"""Plans in words: ways, goals, states, what was changed and what was read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ksdesk.actions.promotion.waiting import CrossedLine
from ksdesk.domain.promotion.pacing import TOO_OLD, Pace
from ksdesk.domain.promotion.plans import Plan, PlanChange
from ksdesk.domain.promotion.ways import CALLED, same_way
from ksdesk.ui.parts.texts import (
    clock_text,
    count_text,
    day_text,
    moment_text,
    number_text,
    percent_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Plans")

WAYS = {
    "paid_traffic": QT_TRANSLATE_NOOP("Plans", "Paid traffic"),
    "hot_search": QT_TRANSLATE_NOOP("Plans", "Hot search"),
    "gift": QT_TRANSLATE_NOOP("Plans", "Gifts"),
}
WAY_ICONS = {"paid_traffic": "play", "hot_search": "flame", "gift": "gift"}
GOALS = {
    "sales": QT_TRANSLATE_NOOP("Plans", "Sales"),
    "launch": QT_TRANSLATE_NOOP("Plans", "Launch of a new product"),
    "fans": QT_TRANSLATE_NOOP("Plans", "New fans"),
    "viewers": QT_TRANSLATE_NOOP("Plans", "People in the live"),
    "plays": QT_TRANSLATE_NOOP("Plans", "Plays of a work"),
}
STATES = {
    "planned": ("neutral", QT_TRANSLATE_NOOP("Plans", "Planned")),
    "running": ("accent", QT_TRANSLATE_NOOP("Plans", "Running")),
    "ended": ("warn", QT_TRANSLATE_NOOP("Plans", "To review")),
    "reviewed": ("good", QT_TRANSLATE_NOOP("Plans", "Reviewed")),
}
FIELDS = {
    "name": QT_TRANSLATE_NOOP("Plans", "name"),
    "goal": QT_TRANSLATE_NOOP("Plans", "goal"),
    "budget": QT_TRANSLATE_NOOP("Plans", "budget"),
    "begins": QT_TRANSLATE_NOOP("Plans", "first day"),
    "ends": QT_TRANSLATE_NOOP("Plans", "last day"),
    "hour_from": QT_TRANSLATE_NOOP("Plans", "from what hour"),
    "hour_to": QT_TRANSLATE_NOOP("Plans", "to what hour"),
    "products": QT_TRANSLATE_NOOP("Plans", "products"),
    "label": QT_TRANSLATE_NOOP("Plans", "label"),
    "stop": QT_TRANSLATE_NOOP("Plans", "stop line"),
    "campaigns": QT_TRANSLATE_NOOP("Plans", "campaigns in the reports"),
    "work": QT_TRANSLATE_NOOP("Plans", "work"),
    "work_day": QT_TRANSLATE_NOOP("Plans", "day of the work"),
    "obstacles": QT_TRANSLATE_NOOP("Plans", "what stands against the work"),
    "topic": QT_TRANSLATE_NOOP("Plans", "topic"),
    "keywords": QT_TRANSLATE_NOOP("Plans", "keywords"),
    "staged": QT_TRANSLATE_NOOP("Plans", "what was done in the live"),
    "note": QT_TRANSLATE_NOOP("Plans", "note"),
}
READINGS = {
    "spend": QT_TRANSLATE_NOOP("Plans", "Spent"),
    "gmv": QT_TRANSLATE_NOOP("Plans", "Sales as the platform counts"),
    "orders": QT_TRANSLATE_NOOP("Plans", "Orders"),
    "new_fans": QT_TRANSLATE_NOOP("Plans", "New fans"),
    "views": QT_TRANSLATE_NOOP("Plans", "People who came"),
    "product_clicks": QT_TRANSLATE_NOOP("Plans", "Product clicks"),
    "topic_heat": QT_TRANSLATE_NOOP("Plans", "Heat of the topic"),
    "interaction": QT_TRANSLATE_NOOP("Plans", "Interaction of the work"),
    "usual_interaction": QT_TRANSLATE_NOOP("Plans", "Usual interaction of your works"),
    "room_rank": QT_TRANSLATE_NOOP("Plans", "Rank of the room"),
    "room_heat": QT_TRANSLATE_NOOP("Plans", "Heat of the room"),
}
COUNTED = frozenset(("orders", "new_fans", "product_clicks", "views"))
STOPS = {
    "roi": QT_TRANSLATE_NOOP("Plans", "ROI"),
    "order_cost": QT_TRANSLATE_NOOP("Plans", "Per order"),
    "fan_cost": QT_TRANSLATE_NOOP("Plans", "Per fan"),
}
OBSTACLES = {
    TOO_OLD: QT_TRANSLATE_NOOP("Plans", "published over {n} days before"),
    "不是原创": QT_TRANSLATE_NOOP("Plans", "not original"),
    "有别家水印": QT_TRANSLATE_NOOP("Plans", "another platform's watermark"),
    "有违规内容": QT_TRANSLATE_NOOP("Plans", "something forbidden in it"),
    "仅自己可见": QT_TRANSLATE_NOOP("Plans", "visible to me alone"),
    "正在上头条": QT_TRANSLATE_NOOP("Plans", "boosted just now"),
    "已被拒绝过": QT_TRANSLATE_NOOP("Plans", "refused before"),
}
REFUSED = QT_TRANSLATE_NOOP(
    "Plans", "It is said to be refused: {names}. Try another work before you plan money."
)
STAGE = {
    "together": QT_TRANSLATE_NOOP("Plans", "Working together: who gives when is agreed"),
    "mood": QT_TRANSLATE_NOOP("Plans", "Mood: the host answers each gift and gets people talking"),
    "show": QT_TRANSLATE_NOOP("Plans", "Showing: the goods are shown as soon as people come"),
}
MONEY = ("spend", "gmv")
SHARES = ("interaction", "usual_interaction")


def way_word(way: str) -> str:
    """付费买量, 买热搜, 刷礼物."""
    return said(WAYS[way])


def way_name(label: str) -> str:
    """What the screen calls a way of reports: the three in its language, others as they stand."""
    own = same_way(label)
    return next((way_word(code) for code, called in CALLED.items() if called == own), label)


def stop_word(figure: str) -> str:
    """What a stop line is about."""
    return said(STOPS.get(figure) or READINGS[figure])


def stop_figure(figure: str, value: float) -> str:
    """A figure that is held against a stop line."""
    if figure == "roi":
        return number_text(value, 2)
    return count_text(value) if figure in COUNTED else yuan_text(round(value))


def stop_sentence(stop: CrossedLine) -> str:
    """By what figure of the seller's own line a plan is to stop, and since when."""
    what = stop_word(stop.line.figure)
    if stop.moment is None:
        text = said(
            QT_TRANSLATE_NOOP("Plans", "By your own line it is to stop: {what} {figure} now")
        )
        return text.format(what=what, figure=stop_figure(stop.line.figure, stop.figure or 0))
    clock = clock_text(stop.moment)
    if stop.figure is None:
        return said(
            QT_TRANSLATE_NOOP(
                "Plans", "It is past {clock}: look up {what} on the phone and note it"
            )
        ).format(clock=clock, what=what)
    text = QT_TRANSLATE_NOOP("Plans", "{what} {figure} by {clock}: by your own line it is to stop")
    if stop.line.below:
        text = QT_TRANSLATE_NOOP(
            "Plans", "Only {figure} by {clock} ({what}): by your own line it is to stop"
        )
    sentence = said(text).format(
        what=what, clock=clock, figure=stop_figure(stop.line.figure, stop.figure)
    )
    if stop.as_of is not None and stop.as_of < stop.moment:
        seen = said(QT_TRANSLATE_NOOP("Plans", "as of {clock}")).format(
            clock=clock_text(stop.as_of)
        )
        sentence = f"{sentence} · {seen}"
    return sentence


def goal_word(goal: str) -> str:
    """What it is bought for."""
    return said(GOALS[goal])


def state_pill(plan: Plan) -> tuple[str, str]:
    """Kind and word of the pill of its state."""
    kind, word = STATES[plan.state]
    return kind, said(word)


PACES = {
    "over": ("bad", QT_TRANSLATE_NOOP("Plans", "Too fast")),
    "on": ("good", QT_TRANSLATE_NOOP("Plans", "On pace")),
    "under": ("neutral", QT_TRANSLATE_NOOP("Plans", "Slow")),
}


def pace_pill(pace: Pace | None) -> tuple[str, str] | None:
    """Kind and word of how a running plan spends; None where nobody knows."""
    if pace is None or pace.kind not in PACES:
        return None
    kind, word = PACES[pace.kind]
    return kind, said(word)


def pace_words(pace: Pace) -> str:
    """How it spends, with the figures."""
    if pace.spent is None:
        return said(
            QT_TRANSLATE_NOOP(
                "Plans", "Nobody has said yet what was spent. By now {due} would be on pace."
            ),
            due=yuan_text(pace.due),
        )
    facts = {
        "spent": yuan_text(pace.spent),
        "due": yuan_text(pace.due),
        "budget": yuan_text(pace.budget),
    }
    text = said(
        QT_TRANSLATE_NOOP("Plans", "{spent} spent, {due} would be on pace by now, {budget} in all"),
        **facts,
    )
    if pace.runs_out is not None and pace.kind == "over":
        gone = said(
            QT_TRANSLATE_NOOP("Plans", "At this pace it is gone by {moment}"),
            moment=moment_text(pace.runs_out),
        )
        full_stop = said(QT_TRANSLATE_NOOP("Plans", ". "))
        return f"{text}{full_stop}{gone}"
    return text


def days_words(plan: Plan) -> str:
    """On which days and hours it runs."""
    days = day_text(plan.begins)
    if plan.days > 1:
        days = said(
            QT_TRANSLATE_NOOP("Plans", "{first} to {last}"), first=days, last=day_text(plan.ends)
        )
    hours = hours_words(plan)
    return f"{days} {hours}" if hours else days


def span_words(span: timedelta) -> str:
    """A span as it is left: "1 h 20 min", above two days in days."""
    minutes = int(span.total_seconds() // 60)
    if minutes >= 2 * 1440:
        return said(QT_TRANSLATE_NOOP("Plans", "{n} days"), n=minutes // 1440)
    return said(
        QT_TRANSLATE_NOOP("Plans", "{hours} h {minutes} min"),
        hours=minutes // 60,
        minutes=minutes % 60,
    )


def until_words(plan: Plan) -> str:
    """When it is planned to end: the last day, with its hour where it runs by hours."""
    if hours_words(plan):
        return f"{day_text(plan.ends)} {hour_word(plan.hour_to)}"
    return day_text(plan.ends)


def hours_words(plan: Plan) -> str:
    """The hours of the day; "" for all of it."""
    if (plan.hour_from, plan.hour_to) == (0, 24):
        return ""
    return f"{plan.hour_from:02}:00–{hour_word(plan.hour_to)}"


def hour_word(hour: int) -> str:
    """A full hour, beyond 24 as one of the next day."""
    if hour <= 24:
        return f"{hour:02}:00"
    return said(QT_TRANSLATE_NOOP("Plans", "{hour}:00 next day"), hour=f"{hour - 24:02}")


def joined(names: Iterable[str]) -> str:
    """Several names in a sentence."""
    return said(QT_TRANSLATE_NOOP("Plans", ", ")).join(names)


def obstacle_word(name: str, days: int | None = None) -> str:
    """What stands against a work: as the rule book's list has it, or that it is too old."""
    if name == TOO_OLD:
        return said(OBSTACLES[name], n=days)
    return said(OBSTACLES.get(name, name))


def reading_word(what: str) -> str:
    """The name of a figure that is read off the phone."""
    return said(READINGS[what])


def reading_text(what: str, value: float | None) -> str:
    """Such a figure with its unit."""
    if value is not None and what in SHARES:
        return percent_text(value / 10_000)
    return yuan_text(round(value)) if value is not None and what in MONEY else count_text(value)


def change_words(change: PlanChange) -> str:
    """What was changed: "budget: ¥80.00 → ¥120.00"."""
    was, became = (_value(change.what, text) for text in (change.was, change.became))
    return f"{said(FIELDS.get(change.what, change.what))}: {was} → {became}"


def change_line(change: PlanChange) -> str:
    """When it was changed, and why."""
    return " · ".join(filter(None, (moment_text(change.at), change.note)))


def _value(what: str, text: str) -> str:
    if not text:
        return said(QT_TRANSLATE_NOOP("Plans", "nothing"))
    if what == "budget":
        return yuan_text(int(text))
    if what in ("products", "campaigns"):  # numbers that say nothing to the seller
        return count_text(len(text.split("、")))
    if what in ("begins", "ends", "work_day"):
        return day_text(date.fromisoformat(text))
    if what in ("hour_from", "hour_to"):
        return hour_word(int(text))
    return goal_word(text) if what == "goal" else text
