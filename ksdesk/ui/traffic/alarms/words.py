"""An alarm in words: codes and figures come from domain. Never more than 疑似."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.traffic.alarms import NO_RISE, RISE, Alarm, Alarms, Evidence, MeasureRise
from ksdesk.ui.parts.measure_words import figure_text, measure_name
from ksdesk.ui.parts.texts import (
    NOTHING,
    count_text,
    day_text,
    in_chinese,
    number_text,
    percent_text,
    short_day_text,
    weekday_text,
    yuan_text,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_tr = Words("Alarms")

STATES = {
    "suspect": QT_TRANSLATE_NOOP("Alarms", "Looks off"),
    RISE: QT_TRANSLATE_NOOP("Alarms", "Sudden rise"),
    NO_RISE: QT_TRANSLATE_NOOP("Alarms", "Paid, nothing rose"),
}
PARTS_OF_DAY = (
    (6, QT_TRANSLATE_NOOP("Alarms", "{weekday} night")),
    (12, QT_TRANSLATE_NOOP("Alarms", "{weekday} morning")),
    (18, QT_TRANSLATE_NOOP("Alarms", "{weekday} afternoon")),
    (24, QT_TRANSLATE_NOOP("Alarms", "{weekday} evening")),
)
CROSSED = {
    "night_views": QT_TRANSLATE_NOOP("Alarms", "Views at quiet hours"),
    "later_unfollows": QT_TRANSLATE_NOOP("Alarms", "Fans lost in the 10 days after"),
}
MISSING = {
    "product_clicks": QT_TRANSLATE_NOOP("Alarms", "hardly anybody clicked products"),
    "comments": QT_TRANSLATE_NOOP("Alarms", "hardly anybody wrote a comment"),
    "likes": QT_TRANSLATE_NOOP("Alarms", "hardly anybody gave a like"),
    "shares": QT_TRANSLATE_NOOP("Alarms", "hardly anybody shared it"),
    "new_fans": QT_TRANSLATE_NOOP("Alarms", "hardly anybody followed"),
}
FEWER = {
    "product_clicks": QT_TRANSLATE_NOOP("Alarms", "product clicks did not keep up"),
    "comments": QT_TRANSLATE_NOOP("Alarms", "comments did not keep up"),
    "likes": QT_TRANSLATE_NOOP("Alarms", "likes did not keep up"),
    "shares": QT_TRANSLATE_NOOP("Alarms", "shares did not keep up"),
    "new_fans": QT_TRANSLATE_NOOP("Alarms", "new fans did not keep up"),
}
CHANGES = {
    "more": QT_TRANSLATE_NOOP("Alarms", "▲ more"),
    "fewer": QT_TRANSLATE_NOOP("Alarms", "▼ less"),
    "longer": QT_TRANSLATE_NOOP("Alarms", "▲ long"),
    "shorter": QT_TRANSLATE_NOOP("Alarms", "▼ short"),
    "alike": QT_TRANSLATE_NOOP("Alarms", "alike"),
}
HARDLY = 0.35
"""Below this share of what was due hardly anybody came."""
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

translate = QCoreApplication.translate


def state_word(alarm: Alarm) -> str:
    """What it is, for its pill."""
    return _tr(STATES["suspect" if alarm.suspect else alarm.kind])


def _end(alarm: Alarm) -> tuple[datetime, int]:
    """The last day, and the hour of it that is over: midnight is 24 o'clock of the day before."""
    last = alarm.end - _HOUR
    return last, last.hour + 1


def when(alarm: Alarm) -> str:
    """Day and hours: 11-15 20:00–24:00."""
    start, (last, hour) = alarm.start, _end(alarm)
    begin = f"{short_day_text(start.date())} {start.hour:02d}:00"
    if start.date() == last.date():
        return f"{begin}–{hour:02d}:00"
    return f"{begin} – {short_day_text(last.date())} {hour:02d}:00"


def hours_word(alarm: Alarm) -> str:
    """The hours as they stand beside a shade: 11-15 20–24点."""
    start, (last, hour) = alarm.start, _end(alarm)
    if start.date() != last.date():
        return f"{short_day_text(start.date())} – {short_day_text(last.date())}"
    text = translate("Alarms", "{day} {first}–{last}h")
    return text.format(day=short_day_text(start.date()), first=start.hour, last=hour)


def many_days(alarm: Alarm) -> bool:
    """It lasts longer than a day."""
    return alarm.end - alarm.start > _DAY


def usual_word(alarm: Alarm) -> str:
    """What its hours are compared with: 周日晚."""
    if many_days(alarm):
        return translate("Alarms", "stretch of days")
    hour = alarm.start.hour
    word = next(word for before, word in PARTS_OF_DAY if hour < before)
    return _tr(word).format(weekday=weekday_text(alarm.start.date(), long=not in_chinese()))


def seen_word(alarm: Alarm) -> str:
    """How its hours are called: 这晚, 这几天, 这段."""
    if many_days(alarm):
        return translate("Alarms", "Days")
    if alarm.start.hour >= 18:
        return translate("Alarms", "Evening")
    return translate("Alarms", "Hours")


def name_of(measure: str, views: str) -> str:
    """What a row is called; `views` is the measure that stands for viewers."""
    if measure in CROSSED:
        return _tr(CROSSED[measure])
    return measure_name(views if measure == "views" and views else measure)


def figure(measure: str, value: float | None) -> str:
    """A figure of the evidence; a stay in whole seconds from ten on."""
    if value is None:
        return NOTHING
    if measure in CROSSED:
        return count_text(value)
    if measure == "stay_seconds" and value >= 10:
        return figure_text(measure, round(value))
    return figure_text(measure, round(value, 1) if measure == "stay_seconds" else round(value))


def change_text(row: Evidence) -> str:
    """How it differs, for the last column: 4.5 倍, ▼ 少."""
    if row.word == "times":
        return times_text(row.times)
    return _tr(CHANGES[row.word]) if row.word else ""


def times_text(times: float | None) -> str:
    """4.5 倍; far more where nothing is usual."""
    if times is None or times >= 1000:
        return _tr(CHANGES["more"])
    text = translate("Alarms", "{n} times")
    return text.format(n=number_text(times, 1 if times < 100 else 0))


def sentence(alarm: Alarm, views: str = "") -> str:
    """The one sentence with its numbers."""
    if alarm.kind == RISE:
        clauses = _rise(alarm, views)
    elif alarm.kind == NO_RISE:
        clauses = _no_rise(alarm, views)
    elif alarm.kind == "zombie_fans":
        clauses = _zombies(alarm)
    elif alarm.kind == "idle_viewers":
        clauses = _idle(alarm)
    else:
        clauses = _junk(alarm, views)
    comma = "，" if in_chinese() else ", "
    said = comma.join(clause for clause in clauses if clause)
    return translate("Alarms", "{clauses}.").format(clauses=said)


def short_sentence(alarm: Alarm) -> str:
    """How much its measure grew, as far as that is known."""
    row = alarm.row(alarm.measure)
    if row is None or row.compared is None:
        return ""
    if alarm.measure == "views":
        return _grown(alarm, row, "")
    text = translate("Alarms", "{measure} {seen}, usually {usual}")
    return text.format(
        measure=name_of(row.measure, ""),
        seen=figure(row.measure, row.seen),
        usual=figure(row.measure, row.compared),
    )


def _grown(alarm: Alarm, row: Evidence, views: str) -> str:
    name, period = name_of(row.measure, views), usual_word(alarm)
    times = row.times
    if times is None:
        text = translate("Alarms", "{measure} came up to {n} where usually there are none")
        return text.format(measure=name, n=figure(row.measure, row.seen))
    if times >= 2:
        # English counts times of the usual, Chinese what is more than that.
        number = number_text(times - 1 if in_chinese() else times, 1)
        text = translate("Alarms", "{measure} were {n} times those of a usual {period}")
        return text.format(measure=name, n=number, period=period)
    if times > 1.1:
        text = translate("Alarms", "{measure} were {percent} above a usual {period}")
        percent = percent_text(times - 1, 0)
        return text.format(measure=name, percent=percent, period=period)
    text = translate("Alarms", "{measure} were like on a usual {period}")
    return text.format(measure=name, period=period)


def _junk(alarm: Alarm, views: str) -> list[str]:
    row = alarm.row("views")
    clauses = [] if row is None else [_grown(alarm, row, views)]
    lacking = _lacking(alarm)
    if lacking:
        clauses.append(translate("Alarms", "but {what}").format(what=lacking))
    if alarm.kind == "padded_likes" and (likes := alarm.row("likes")) is not None:
        text = translate("Alarms", "only likes came along, {n} of them")
        clauses.append(text.format(n=count_text(likes.seen)))
    stay = alarm.row("stay_seconds")
    if stay is not None and stay.word == "shorter":
        text = translate("Alarms", "they stayed {stay} on average")
        clauses.append(text.format(stay=figure("stay_seconds", stay.seen)))
    return clauses


def _lacking(alarm: Alarm) -> str:
    """What should have come and did not: the first that is lacking, against the usual hours or,
    where it reached those, against what so many views should have brought."""
    for code, hardly in MISSING.items():
        row = alarm.row(code)
        if row is None:
            continue
        against = row.compared if row.word == "fewer" else row.due
        if not against or row.seen >= 0.75 * against:
            continue
        what = _tr(hardly if row.seen < HARDLY * against else FEWER[code])
        text = translate("Alarms", "{what}: {due} expected, only {seen} came")
        return text.format(what=what, due=count_text(against), seen=count_text(row.seen))
    return ""


def _zombies(alarm: Alarm) -> list[str]:
    fans, views = alarm.row("new_fans"), alarm.row("views")
    clauses = []
    if fans is not None:
        due = fans.due if fans.due is not None else fans.compared
        text = translate(
            "Alarms", "{seen} new fans came, by the views only {due} were to be expected"
        )
        clauses.append(text.format(seen=count_text(fans.seen), due=count_text(due)))
    if views is not None and views.word == "alike":
        clauses.append(translate("Alarms", "the views were as usual"))
    later = alarm.row("later_unfollows")
    if later is not None and later.word in ("more", "times"):
        text = translate("Alarms", "in the ten days after {n} unfollowed")
        clauses.append(text.format(n=count_text(later.seen)))
    return clauses


def _idle(alarm: Alarm) -> list[str]:
    clauses = []
    stay = alarm.row("stay_seconds")
    if stay is not None:
        text = translate("Alarms", "They stayed {stay} on average, usually {usual}")
        clauses.append(
            text.format(
                stay=figure("stay_seconds", stay.seen), usual=figure("stay_seconds", stay.compared)
            )
        )
    clauses.append(translate("Alarms", "but nobody did more than usual, as if phones were left on"))
    return clauses


def _rise(alarm: Alarm, views: str) -> list[str]:
    rise = min(alarm.rises, key=lambda one: one.measure != alarm.measure)
    clauses = [_rise_words(rise, views)]
    clicks = alarm.row("product_clicks")
    if clicks is not None and alarm.measure == "views":
        if clicks.word in ("more", "times"):
            clauses.append(translate("Alarms", "and product clicks rose along"))
        else:
            clauses.append(translate("Alarms", "but product clicks did not rise along"))
    return clauses


def _rise_words(rise: MeasureRise, views: str) -> str:
    usual = figure(rise.measure, rise.usual)
    values = {"measure": name_of(rise.measure, views), "seen": figure(rise.measure, rise.seen)}
    if rise.code == "above_usual_high":
        text = translate("Alarms", "{measure} rose to {seen} an hour; the high of a day is {usual}")
    else:
        text = translate("Alarms", "{measure} rose to {seen} an hour; usual then are {usual}")
    return text.format(usual=usual, **values)


def _no_rise(alarm: Alarm, views: str) -> list[str]:
    text = translate("Alarms", "{amount} were spent and nothing rose")
    clauses = [text.format(amount=yuan_text(alarm.spend))]
    for row in alarm.rows[:2]:
        text = translate("Alarms", "{measure} {seen}, usually {usual}")
        clauses.append(
            text.format(
                measure=name_of(row.measure, views),
                seen=figure(row.measure, row.seen),
                usual=figure(row.measure, row.compared),
            )
        )
    return clauses


def spend_note(alarm: Alarm) -> str:
    """What the spend of these hours is worth; "" where nothing was spent."""
    if not alarm.spend:
        return ""
    if not alarm.left_out:
        text = translate("Alarms", "{amount} was spent in these hours.")
    elif alarm.start.hour >= 18 and not many_days(alarm):
        text = translate(
            "Alarms",
            "{amount} spent this evening counts in the ROI; "
            "where sales are known, the ROI without it stands beside.",
        )
    else:
        text = translate(
            "Alarms",
            "{amount} spent in these hours counts in the ROI; "
            "where sales are known, the ROI without it stands beside.",
        )
    return text.format(amount=yuan_text(alarm.spend))


def looked_words(alarms: Alarms) -> str:
    """What was looked at: the days and the measures."""
    assert alarms.first is not None and alarms.last is not None
    names = [name_of(code, alarms.views) for code in alarms.looked]
    comma = "、" if in_chinese() else ", "
    last = alarms.last - _HOUR
    text = translate("Alarms", "Looked at by hour from {first} to {last}: {measures}.")
    year = alarms.first.year != last.year
    said = text.format(
        first=day_text(alarms.first.date(), year=year),
        last=day_text(last.date(), year=year),
        measures=comma.join(names),
    )
    if alarms.cut:
        said += _space() + translate("Alarms", "Older hours are left out.")
    return said


def stands_for_words(alarms: Alarms) -> str:
    """That another measure stands for views; "" where views are there."""
    if alarms.views in ("", "views"):
        return ""
    text = translate("Alarms", "Your reports have no views; {measure} stands for them.")
    return text.format(measure=measure_name(alarms.views))


def delivered_words(alarm: Alarm) -> str:
    """Who delivered, and on how many of his days it was suspect; "" where that is not known."""
    if not alarm.deliveries:
        return ""
    main = alarm.deliveries[0]
    text = (
        translate("Alarms", "“{name}”: {bad} of its {days} evenings that week look off")
        if alarm.start.hour >= 18 and not many_days(alarm)
        else translate("Alarms", "“{name}”: {bad} of its {days} days that week look off")
    )
    return text.format(name=main.name, bad=main.suspect_days, days=main.days)


def agency_draft(alarm: Alarm, views: str = "") -> str:
    """What to write to the agency: what was seen, and what to send."""
    who = alarm.deliveries[0].name if alarm.deliveries else ""
    first = translate("Alarms", "Hello, about {when}").format(when=when(alarm))
    if who:
        first = translate("Alarms", "Hello, about “{name}” on {when}").format(
            name=who, when=when(alarm)
        )
    rows = []
    for row in alarm.rows:
        text = translate("Alarms", "{measure}: usually {usual}, this time {seen}")
        rows.append(
            text.format(
                measure=name_of(row.measure, views),
                usual=figure(row.measure, row.compared),
                seen=figure(row.measure, row.seen),
            )
        )
    wanted = translate(
        "Alarms",
        "Please send me the breakdown of these hours: by channel and placement, by hour, with"
        " views, stay, clicks and new fans of each, and what was spent. I stop this plan until I"
        " have it. If a channel is not real, I ask for a refund or a new delivery.",
    )
    return "\n".join([first + (":" if not in_chinese() else "："), *rows, "", wanted])


def _space() -> str:
    return "" if in_chinese() else " "
