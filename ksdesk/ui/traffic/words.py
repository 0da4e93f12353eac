"""Words for the measures of traffic, how they are computed, and the seller's choices."""

from __future__ import annotations

from collections.abc import Sequence

from ksdesk.domain.named_days import NamedDays
from ksdesk.domain.rulebook import DayRules
from ksdesk.domain.traffic import Part, measure
from ksdesk.ui.parts.measure_words import figure_text, measure_name
from ksdesk.ui.parts.texts import (
    count_text,
    elide,
    in_chinese,
)
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.promotion.words import way_name
from ksdesk.ui.traffic.view import DrawnLine, Event, Figure

_said = Words("Traffic")

GRAINS = {
    "hour": QT_TRANSLATE_NOOP("Traffic", "Hour"),
    "day": QT_TRANSLATE_NOOP("Traffic", "Day"),
    "week": QT_TRANSLATE_NOOP("Traffic", "Week"),
    "month": QT_TRANSLATE_NOOP("Traffic", "Month"),
}
TITLES = {
    "hour": QT_TRANSLATE_NOOP("Traffic", "{measure} by hour"),
    "day": QT_TRANSLATE_NOOP("Traffic", "{measure} by day"),
    "week": QT_TRANSLATE_NOOP("Traffic", "{measure} by week"),
    "month": QT_TRANSLATE_NOOP("Traffic", "{measure} by month"),
}
RANGES = {
    1: QT_TRANSLATE_NOOP("Traffic", "Today"),
    7: QT_TRANSLATE_NOOP("Traffic", "7 days"),
    30: QT_TRANSLATE_NOOP("Traffic", "30 days"),
    0: QT_TRANSLATE_NOOP("Traffic", "All"),
}
PART_KINDS = {
    "campaign": QT_TRANSLATE_NOOP("Traffic", "Campaigns"),
    "live": QT_TRANSLATE_NOOP("Traffic", "Lives"),
    "way": QT_TRANSLATE_NOOP("Traffic", "Ways"),
}
EVENTS = {
    "live": QT_TRANSLATE_NOOP("Traffic", "Live"),
    "video": QT_TRANSLATE_NOOP("Traffic", "Video"),
    "price": QT_TRANSLATE_NOOP("Traffic", "Price change"),
    "other": QT_TRANSLATE_NOOP("Traffic", "Something else"),
    "keyword": QT_TRANSLATE_NOOP("Traffic", "New keyword"),
    "begins": QT_TRANSLATE_NOOP("Traffic", "{name} begins"),
    "ends": QT_TRANSLATE_NOOP("Traffic", "{name} ends"),
    "plan_change": QT_TRANSLATE_NOOP("Traffic", "{name} changed"),
    "trial": QT_TRANSLATE_NOOP("Traffic", "Test, week {name}"),
    "trial_ends": QT_TRANSLATE_NOOP("Traffic", "Test over"),
    "typed": QT_TRANSLATE_NOOP("Traffic", "Noted by hand"),
}
SHORT = 8
NUMBERED = {
    "views": QT_TRANSLATE_NOOP("Traffic", "{n} views"),
    "new_fans": QT_TRANSLATE_NOOP("Traffic", "{n} new fans"),
    "product_clicks": QT_TRANSLATE_NOOP("Traffic", "{n} product clicks"),
    "orders": QT_TRANSLATE_NOOP("Traffic", "{n} orders"),
    "gmv": QT_TRANSLATE_NOOP("Traffic", "{n} in sales"),
    "impressions": QT_TRANSLATE_NOOP("Traffic", "{n} impressions"),
    "clicks": QT_TRANSLATE_NOOP("Traffic", "{n} clicks"),
}
ONE = {
    "views": QT_TRANSLATE_NOOP("Traffic", "1 view"),
    "new_fans": QT_TRANSLATE_NOOP("Traffic", "1 new fan"),
    "product_clicks": QT_TRANSLATE_NOOP("Traffic", "1 product click"),
    "orders": QT_TRANSLATE_NOOP("Traffic", "1 order"),
    "impressions": QT_TRANSLATE_NOOP("Traffic", "1 impression"),
    "clicks": QT_TRANSLATE_NOOP("Traffic", "1 click"),
}


def part_name(part: Part) -> str:
    """What a campaign, live or way is called."""
    if part.code == ("way", "typed"):
        return _said(QT_TRANSLATE_NOOP("Traffic", "Noted by hand"))
    return way_name(part.name) if part.kind == "way" else part.name


def part_kind_word(kind: str) -> str:
    """Campaigns, lives, ways."""
    return _said(PART_KINDS[kind])


def line_name(line: DrawnLine, several: bool = False) -> str:
    """The measure, the part, or both where there are several measures of several parts."""
    if line.part is None:
        return measure_name(line.code)
    if several or line.code == "spend":
        return f"{measure_name(line.code)} · {part_name(line.part)}"
    return part_name(line.part)


def event_word(kind: str) -> str:
    """Live, video, price change or something else."""
    return _said(EVENTS[kind])


def event_label(event: Event) -> str:
    """The word at an event's line, short."""
    word = _said(EVENTS[event.kind])
    if event.kind in ("begins", "ends", "plan_change", "trial"):
        return word.format(name=elide(event.text, SHORT))
    return word


def event_text(event: Event) -> str:
    """What the seller wrote of an event, with its word where that says more."""
    if event.note is None or not event.text.strip():
        return ""
    return event.text if event.kind == "other" else f"{event_word(event.kind)} {event.text}"


def day_name(days: NamedDays) -> str:
    """双11; a weekend that is worked: 调休上班; a day off that was typed without a name: 放假."""
    if days.kind == "workday":
        return _said(QT_TRANSLATE_NOOP("Traffic", "Working day"))
    return days.name or _said(QT_TRANSLATE_NOOP("Traffic", "Day off"))


def grain_word(grain: str) -> str:
    """Hour, day, week or month."""
    return _said(GRAINS[grain])


def range_word(days: int) -> str:
    """How far back; 0 is everything."""
    return _said(RANGES[days])


def chart_title(grain: str, name: str) -> str:
    """每小时观看; Chinese before Latin letters stands apart."""
    if in_chinese() and name[:1].isascii():
        name = f" {name}"
    return _said(TITLES[grain]).format(measure=name)


FORMULA_RULES = {"fan_rate": "traffic.formula.follow_rate"}
"""Measures whose formula the rule book has from a source: it stands as the platform writes it."""


def formula(code: str, rules: DayRules | None = None) -> str:
    """How a measure comes about where platforms differ: its division, or that it is a mean."""
    rule = rules.get(FORMULA_RULES.get(code, "")) if rules is not None else None
    if rule is not None and in_chinese():
        return str(rule.value)
    found = measure(code)
    if found.how == "ratio":
        above, below = (measure_name(part) for part in found.of)
        if found.factor != 1:
            return f"{above} ÷ {below} × {count_text(found.factor)}"
        return f"{above} ÷ {below}"
    if found.how == "weighted":
        return _said(QT_TRANSLATE_NOOP("Traffic", "weighted by {name}")).format(
            name=measure_name(found.of[0])
        )
    return _said(QT_TRANSLATE_NOOP("Traffic", "on average")) if found.how == "mean" else ""


def how_words(figure: Figure) -> str:
    """How a total comes about, and what a return is without the hours that an alarm suspects."""
    said = [formula(figure.code), without_words(figure)]
    return _said(QT_TRANSLATE_NOOP("Traffic", "; ")).join(filter(None, said))


def without_words(figure: Figure) -> str:
    """The second figure beside a return; "" where no hours are suspect."""
    if figure.without is None:
        return ""
    text = _said(QT_TRANSLATE_NOOP("Traffic", "without the suspect hours: {figure}"))
    return text.format(figure=figure_text(figure.code, figure.without))


def formula_line(codes: Sequence[str], rules: DayRules | None = None) -> str:
    """涨粉率 = 新增粉丝数 ÷ 观看人数; the formulas of those measures that have one."""
    known = ((measure_name(code), formula(code, rules)) for code in dict.fromkeys(codes))
    ratios = [f"{name} = {how}" for name, how in known if "÷" in how]
    means = [f"{measure_name(c)}: {how}" for c in codes if (how := formula(c)) and "÷" not in how]
    return "   ".join([*ratios, *means])


def numbered(code: str, value: float) -> str:
    """A total within a sentence: 12,345 次观看."""
    if code not in NUMBERED:
        return f"{measure_name(code)} {figure_text(code, value)}"
    words = ONE if value == 1 and code in ONE else NUMBERED
    return _said(words[code]).format(n=figure_text(code, value))


def listed(pieces: list[str]) -> str:
    """Pieces of a sentence one after the other."""
    return _said(QT_TRANSLATE_NOOP("Traffic", ", ")).join(pieces)
