"""What plans ask for on 今日, in words with their figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.today import Item
from ksdesk.ui.parts.texts import count_text, counted, elide, moment_text, yuan_text
from ksdesk.ui.promotion.words import stop_sentence
from ksdesk.ui.today.task import TaskWords

translate = QCoreApplication.translate
SHORT = 16


def _fast(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    reason = translate("Today", "{spend} spent, {due} would be on pace, {budget} in all").format(
        spend=yuan_text(facts["spend"]),
        due=yuan_text(facts["due"]),
        budget=yuan_text(facts["budget"]),
    )
    gone = facts["runs_out"]
    pill = translate("Today", "budget used up")
    if gone is not None and gone > now:
        pill = translate("Today", "gone by {moment}").format(moment=moment_text(gone))
    return TaskWords(
        translate("Today", "{name} spends too fast").format(name=elide(facts["name"], SHORT)),
        reason,
        translate("Today", "Look at it"),
        "promotion",
        "bad",
        ("bad", pill),
    )


def _stop(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    title = translate("Today", "By your own line {name} is to stop")
    if facts["stop"].figure is None:
        title = translate("Today", "See whether {name} is to stop")
    reason = translate("Today", "Your line: {stop}").format(stop=elide(facts["line"], 40))
    return TaskWords(
        title.format(name=elide(facts["name"], SHORT)),
        f"{reason} · {stop_sentence(facts['stop'])}",
        translate("Today", "Look at it"),
        "promotion",
        "bad",
    )


def _past(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    reason = translate("Today", "It was planned until {moment} and still runs here")
    return TaskWords(
        translate("Today", "Is {name} over?").format(name=elide(facts["name"], SHORT)),
        reason.format(moment=moment_text(facts["last"])),
        translate("Today", "End it"),
        "promotion",
        "warn",
    )


def _ended(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    reason = translate("Today", "Nobody has said yet what it spent and brought")
    if facts["spend"] is not None and facts["gmv"] is not None:
        told = translate("Today", "{spend} spent, {gmv} sold as the platform counts")
        spent, sold = yuan_text(facts["spend"]), yuan_text(round(facts["gmv"]))
        reason = told.format(spend=spent, gmv=sold)
    elif facts["spend"] is not None:
        reason = translate("Today", "{spend} spent").format(spend=yuan_text(facts["spend"]))
    return TaskWords(
        translate("Today", "{name} is over and not reviewed").format(
            name=elide(facts["name"], SHORT)
        ),
        reason,
        translate("Today", "Review"),
        "promotion",
        "warn",
    )


def _unlocked(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    reason = translate("Today", "{moment}: {was} → {became}, because: {why}").format(
        moment=moment_text(facts["at"]),
        was=elide(facts["was"], SHORT),
        became=elide(facts["became"], SHORT),
        why=facts["why"],
    )
    return TaskWords(
        translate("Today", "Keywords of {name} were changed while it ran").format(
            name=elide(facts["name"], SHORT)
        ),
        reason,
        translate("Today", "See what came"),
        "promotion",
        "warn",
    )


def _launch(item: Item, now: datetime) -> TaskWords:
    facts, name = item.facts, elide(item.facts["title"], SHORT)
    title = translate("Today", "New on sale: {name}").format(name=name)
    if facts["count"] > 1:
        title = translate("Today", "{n} products are new on sale and in no plan")
        title = title.format(n=count_text(facts["count"]))
    reason = translate("Today", "The book: buying suits what has just come out")
    if facts["count"] > 1:
        latest = translate("Today", "the newest is {name}").format(name=name)
        reason = f"{reason} · {latest}"
    return TaskWords(title, reason, translate("Today", "Plan a launch ›"), "promotion")


def _loss(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    title = translate("Today", "{name} loses {fen} with each order")
    title = title.format(name=elide(facts["title"], SHORT), fen=yuan_text(round(facts["lost"])))
    reason = counted(
        facts["orders"],
        translate("Today", "1 order of the last 30 days lost {fen}"),
        translate("Today", "{n} orders of the last 30 days lost {fen}"),
    )
    reason = reason.format(fen=yuan_text(facts["whole"]))
    if facts["count"] > 1:
        more = translate("Today", "{n} products lose")
        reason = f"{reason} · {more.format(n=count_text(facts['count']))}"
    return TaskWords(title, reason, translate("Today", "See why ›"), "promotion", "warn")


MAKERS: Mapping[str, Callable[[Item, datetime], TaskWords]] = {
    "plan_fast": _fast,
    "plan_stop": _stop,
    "plan_stop_look": _stop,
    "plan_past": _past,
    "plan_ended": _ended,
    "plan_unlocked": _unlocked,
    "plan_launch": _launch,
    "sold_at_a_loss": _loss,
}
