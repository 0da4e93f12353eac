"""Tasks and reminders of 今日 in words: codes and facts come from `actions.today`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.opening import step
from ksdesk.domain.today import Item
from ksdesk.ui.parts.texts import (
    clock_text,
    count_text,
    counted,
    day_text,
    in_chinese,
    moment_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.products.quality.words import paper_word
from ksdesk.ui.products.stock.words import place_words
from ksdesk.ui.today import (
    aftersales_words,
    deposit_words,
    fans_words,
    order_words,
    plan_words,
    review_words,
)
from ksdesk.ui.today.task import TaskWords
from ksdesk.ui.traffic.alarms import words as alarm_words

_tr = Words("Today")

CHAPTERS = {
    "entry": QT_TRANSLATE_NOOP("Today", "finding the entrance"),
    "open": QT_TRANSLATE_NOOP("Today", "opening the shop"),
    "realname": QT_TRANSLATE_NOOP("Today", "real-name check"),
    "type": QT_TRANSLATE_NOOP("Today", "shop type"),
    "deposit": QT_TRANSLATE_NOOP("Today", "deposit"),
    "done": QT_TRANSLATE_NOOP("Today", "last look"),
}
PAPERS = {
    "id_card": QT_TRANSLATE_NOOP("Today", "ID card"),
    "authorisation": QT_TRANSLATE_NOOP("Today", "Brand authorisation"),
}
GAPS = {
    "title": QT_TRANSLATE_NOOP("Today", "title"),
    "price": QT_TRANSLATE_NOOP("Today", "price"),
    "stock": QT_TRANSLATE_NOOP("Today", "stock"),
    "link": QT_TRANSLATE_NOOP("Today", "link"),
}
LACKING = {
    "title": QT_TRANSLATE_NOOP("Today", "{n} without a title"),
    "price": QT_TRANSLATE_NOOP("Today", "{n} without a price"),
    "stock": QT_TRANSLATE_NOOP("Today", "{n} without a stock"),
    "link": QT_TRANSLATE_NOOP("Today", "{n} without a link"),
}


def words_of(item: Item, now: datetime) -> TaskWords:
    """A task or reminder in words."""
    return _MAKERS[item.code](item, now)


translate = QCoreApplication.translate


def _open_shop(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "Open the shop, step by step as on the phone"),
        translate("Today", "It is saved at each step; stop and go on whenever you like"),
        translate("Today", "Begin"),
        "opening",
    )


def _opening_step(item: Item, now: datetime) -> TaskWords:
    chapter = _tr(CHAPTERS[step(item.facts["step"]).chapter])
    done, steps = item.facts["done"], item.facts["steps"]
    return TaskWords(
        translate("Today", "Shop opening stopped at: {chapter}").format(chapter=chapter),
        translate("Today", "{done} of {steps} steps done").format(done=done, steps=steps),
        translate("Today", "Go on"),
        "opening",
    )


def _paper_ended(item: Item, now: datetime) -> TaskWords:
    paper, days = _tr(PAPERS[item.facts["paper"]]), -item.facts["days"]
    return TaskWords(
        translate("Today", "{paper} has expired").format(paper=paper),
        translate("Today", "It ended on {day}").format(day=_day(item, now)),
        translate("Today", "Renew"),
        "id_card",
        "bad",
        (
            "bad",
            counted(days, translate("Today", "1 day over"), translate("Today", "{n} days over")),
        ),
    )


def _paper_ends(item: Item, now: datetime) -> TaskWords:
    paper, days = _tr(PAPERS[item.facts["paper"]]), item.facts["days"]
    left = (
        counted(days, translate("Today", "1 day left"), translate("Today", "{n} days left"))
        if days
        else translate("Today", "last day today")
    )
    reminder = item.group == "remind"
    return TaskWords(
        translate("Today", "{paper} ends on {day}").format(paper=paper, day=_day(item, now)),
        left if reminder else translate("Today", "Renew it in time, then enter the new date"),
        translate("Today", "Open papers ›") if reminder else translate("Today", "Renew"),
        "id_card",
        "muted" if reminder else "warn",
        None if reminder else ("warn", left),
    )


def _day(item: Item, now: datetime) -> str:
    until = item.facts["until"]
    return day_text(until, year=until.year != now.year)


def _drafts(item: Item, now: datetime) -> TaskWords:
    comma = "、" if in_chinese() else ", "
    missing = item.facts["missing"]
    if item.facts["count"] > 1:
        reason = comma.join(_tr(LACKING[gap]).format(n=count_text(missing[gap])) for gap in missing)
    else:
        name = item.facts["title"] or translate("Today", "untitled")
        gaps = comma.join(_tr(GAPS[gap]) for gap in missing)
        reason = translate("Today", "{name}: {gaps} missing").format(name=name, gaps=gaps)
    return TaskWords(
        counted(
            item.facts["count"],
            translate("Today", "1 product draft not finished"),
            translate("Today", "{n} product drafts not finished"),
        ),
        reason,
        translate("Today", "Complete"),
        "products",
    )


def _paper_expires(item: Item, now: datetime) -> TaskWords:
    facts, day = item.facts, _day(item, now)
    paper = paper_word(facts["paper"])
    name = facts["title"] or translate("Today", "untitled")
    whose = (
        translate("Today", "For {name}").format(name=name)
        if facts["products"] == 1
        else translate("Today", "For {name} and others, {n} products").format(
            name=name, n=count_text(facts["products"])
        )
    )
    days = facts["days"]
    if days < 0:
        title = translate("Today", "{paper} has expired").format(paper=paper)
        over = counted(-days, translate("Today", "1 day over"), translate("Today", "{n} days over"))
        pill = ("bad", over)
    else:
        title = translate("Today", "{paper} ends on {day}").format(paper=paper, day=day)
        left = translate("Today", "last day today")
        if days:
            left = counted(
                days, translate("Today", "1 day left"), translate("Today", "{n} days left")
            )
        pill = ("warn", left)
    verb = translate("Today", "Renew")
    return TaskWords(title, whose, verb, "products", pill[0], pill)


def _stock_case(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    step, mind = place_words(facts["place"])
    title = translate("Today", "{name} was sold but is not there").format(name=facts["title"])
    reason = translate("Today", "{step}: {mind}").format(step=step, mind=mind)
    return TaskWords(title, reason, translate("Today", "Go on"), "products", "warn")


def _doubles(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "Rows that may have been imported twice: {n}").format(
            n=count_text(item.facts["count"])
        ),
        translate("Today", "They are counted twice until you merge them or keep both"),
        translate("Today", "Look"),
        "import",
        "warn",
    )


def _import_broken(item: Item, now: datetime) -> TaskWords:
    when = moment_text(item.facts["at"])
    return TaskWords(
        translate("Today", "The last import was interrupted"),
        translate("Today", "{name}, {when}; nothing of it was kept").format(
            name=item.facts["name"], when=when
        ),
        translate("Today", "Import again"),
        "import",
        "warn",
    )


def _traffic_stale(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "No traffic figures for {n} days").format(n=item.facts["days"]),
        translate("Today", "The last are of {day}").format(day=day_text(item.facts["last"])),
        translate("Today", "Import"),
        "traffic",
    )


def _alarm(item: Item, now: datetime) -> TaskWords:
    alarm = item.facts["alarm"]
    period = alarm_words.usual_word(alarm)
    if alarm_words.many_days(alarm):
        period = translate("Today", "several days")
    title = translate("Today", "Traffic of {day}, {period}, looks off")
    day = day_text(alarm.start.date(), year=alarm.start.year != now.year)
    pieces = [alarm_words.short_sentence(alarm)]
    if alarm.spend:
        spent = translate("Today", "{amount} spent in these hours")
        pieces.append(spent.format(amount=yuan_text(alarm.spend)))
    return TaskWords(
        title.format(day=day, period=period),
        " · ".join(piece for piece in pieces if piece),
        translate("Today", "Look at it"),
        "traffic",
        "warn",
    )


def _last_import(item: Item, now: datetime) -> TaskWords:
    facts = item.facts
    new = counted(facts["new"], translate("Today", "1 new row"), translate("Today", "{n} new rows"))
    pieces = [moment_text(facts["at"]), new]
    if facts["revised"]:
        pieces.append(translate("Today", "{n} updated").format(n=count_text(facts["revised"])))
    if facts["refused"]:
        pieces.append(translate("Today", "{n} not usable").format(n=count_text(facts["refused"])))
    return TaskWords(
        translate("Today", "Last import: {name}").format(name=facts["name"]),
        " · ".join(pieces),
        translate("Today", "See the import ›"),
        "import",
    )


def _backup(item: Item, now: datetime) -> TaskWords:
    at: datetime = item.facts["at"]
    when = moment_text(at)
    if at.date() == now.date():
        when = translate("Today", "today {time}").format(time=clock_text(at))
    return TaskWords(
        translate("Today", "Backed up {when}").format(when=when),
        "",
        translate("Today", "Backups ›"),
        "disk",
    )


def _backup_old(item: Item, now: datetime) -> TaskWords:
    title = translate("Today", "No backup for {n} days").format(n=item.facts["days"])
    reason = translate("Today", "The last one is of {when}").format(
        when=moment_text(item.facts["at"])
    )
    return TaskWords(title, reason, translate("Today", "Back up ›"), "disk", "warn")


def _copies_with_buyers(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "Older backups still hold buyers' data: {n}").format(
            n=count_text(item.facts["count"])
        ),
        translate(
            "Today", "The shop's own data hold them no more; delete the backups when you like"
        ),
        translate("Today", "Look"),
        "disk",
        "warn",
    )


def _damaged(item: Item, now: datetime) -> TaskWords:
    return TaskWords(
        translate("Today", "Rows that cannot be read: {n}").format(
            n=count_text(item.facts["count"])
        ),
        translate("Today", "They are left out, the rest is there; a backup may still have them"),
        translate("Today", "To the backups ›"),
        "disk",
        "warn",
    )


def _backup_none(item: Item, now: datetime) -> TaskWords:
    reason = translate("Today", "One is made each day by itself; you can also make one now")
    return TaskWords(
        translate("Today", "No backup yet"), reason, translate("Today", "Back up ›"), "disk", "warn"
    )


_MAKERS: dict[str, Callable[[Item, datetime], TaskWords]] = {
    "open_shop": _open_shop,
    "opening_step": _opening_step,
    "paper_ended": _paper_ended,
    "paper_ends": _paper_ends,
    "drafts": _drafts,
    "paper_expires": _paper_expires,
    "stock_case": _stock_case,
    "import_broken": _import_broken,
    "doubles": _doubles,
    "traffic_stale": _traffic_stale,
    "last_import": _last_import,
    "alarm": _alarm,
    "backup": _backup,
    "backup_old": _backup_old,
    "backup_none": _backup_none,
    "damaged": _damaged,
    "copies_with_buyers": _copies_with_buyers,
    **deposit_words.MAKERS,
    **plan_words.MAKERS,
    **aftersales_words.MAKERS,
    **order_words.MAKERS,
    **fans_words.MAKERS,
    **review_words.MAKERS,
}
