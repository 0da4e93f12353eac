"""A rule in words: how sure it is, its figure with the unit, and the days it holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.rulebook import Rule, Value
from ksdesk.ui.parts.texts import NOTHING, count_text, elide, in_chinese, size_text, yuan_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_say = Words("Rules")

CONFIDENCE = {
    "confirmed": ("good", QT_TRANSLATE_NOOP("Rules", "Source verified")),
    "weak": ("warn", QT_TRANSLATE_NOOP("Rules", "Source to verify")),
    "book": ("neutral", QT_TRANSLATE_NOOP("Rules", "From the book")),
    "general": ("neutral", QT_TRANSLATE_NOOP("Rules", "General")),
    "yours": ("accent", QT_TRANSLATE_NOOP("Rules", "Yours")),
}
MEANINGS = {
    "confirmed": QT_TRANSLATE_NOOP("Rules", "The platform's own text, or two sources that agree."),
    "weak": QT_TRANSLATE_NOOP("Rules", "One source only. Hold it against your phone."),
    "book": QT_TRANSLATE_NOOP("Rules", "Only the book of 2021 says so. It may have changed."),
    "general": QT_TRANSLATE_NOOP("Rules", "Common sense or this app's advice, no rule."),
    "yours": QT_TRANSLATE_NOOP("Rules", "You entered it; it counts before the rule book."),
}
_HOUR, _DAY = 3600, 86_400
SHORT = 11  # characters that a column of figures has room for


def confidence_word(confidence: str) -> str:
    """How sure a rule is: 出处已核实, 出处待核实, 书上说的, 常识, 你填的."""
    return _say(CONFIDENCE[confidence][1])


def confidence_kind(confidence: str) -> str:
    """The kind of pill that goes with it."""
    return CONFIDENCE[confidence][0]


def confidence_meaning(confidence: str) -> str:
    """What the word means, as a sentence."""
    return _say(MEANINGS[confidence])


def rule_text(rule: Rule) -> str:
    """The rule as a sentence in the app's language; an own figure without text by its key."""
    return rule.text(language()) or rule.key


def source_text(rule: Rule) -> str:
    """Where it was read."""
    name = rule.source_name(language())
    return name or (_say(CONFIDENCE["yours"][1]) if rule.own else NOTHING)


def language() -> str:
    """The language of the app as the rule book names it."""
    return "zh" if in_chinese() else "en"


def value_text(rule: Rule) -> str:
    """The figure with its unit: "¥500", "48 小时", "3.5%"; "" where the text alone says it."""
    return figure_text(rule.value, rule.unit, rule.key)


def figure_text(value: Value, unit: str, key: str = "") -> str:
    """A value of the rule book with its unit."""
    if isinstance(value, tuple):
        if not value:
            return _say(QT_TRANSLATE_NOOP("Rules", "none yet"))
        if ".path" in key:
            return " → ".join(value)
        return ("、" if in_chinese() else ", ").join(value)
    if isinstance(value, str):
        return "" if unit == "fact" else value
    if unit == "fen":
        return yuan_text(int(value)).removesuffix(".00")
    if unit == "seconds":
        return _span(int(value))
    if unit == "bytes":
        return size_text(int(value)).replace(".0 ", " ")
    figure = _plain(value)
    if unit == "percent":
        return f"{figure}%"
    return _with_unit(int(value), figure, unit)


def short_value_text(rule: Rule) -> str:
    """The figure for a table's column: a long list by its count, a long text cut."""
    text = value_text(rule)
    if len(text) <= SHORT:
        return text
    if isinstance(rule.value, tuple):
        return QCoreApplication.translate("Rules", "{n} items").format(n=len(rule.value))
    return elide(text, SHORT)


def _with_unit(number: int, figure: str, unit: str) -> str:
    if unit == "days":
        return _days(number)
    words = {
        "working_days": QCoreApplication.translate("Rules", "{n} working days"),
        "characters": QCoreApplication.translate("Rules", "{n} characters"),
        "pixels": QCoreApplication.translate("Rules", "{n} pixels"),
    }
    if unit == "characters" and number == 1:
        words[unit] = QCoreApplication.translate("Rules", "{n} character")
    return words.get(unit, "{n}").format(n=figure)


def _days(number: int) -> str:
    return QCoreApplication.translate("Rules", "{n} days").format(n=count_text(number))


def _plain(value: float) -> str:
    return count_text(value) if value == int(value) else f"{value:,.10g}"


def _span(seconds: int) -> str:
    """Whole days above three, else hours, minutes or seconds, whichever is whole."""
    if seconds % _DAY == 0 and seconds > 3 * _DAY:
        return _days(seconds // _DAY)
    if seconds % _HOUR == 0:
        number, text = seconds // _HOUR, QCoreApplication.translate("Rules", "{n} hours")
    elif seconds % 60 == 0 and seconds > 120:
        number, text = seconds // 60, QCoreApplication.translate("Rules", "{n} minutes")
    else:
        number, text = seconds, QCoreApplication.translate("Rules", "{n} seconds")
    return text.format(n=count_text(number))


def since_text(rule: Rule) -> str:
    """The days a rule holds: "2020-11-19 起", "到 2020-11-18"; "没写日期" where none is known."""
    first = rule.valid_from.isoformat() if rule.valid_from else ""
    last = rule.valid_to.isoformat() if rule.valid_to else ""
    if first and last:
        return QCoreApplication.translate("Rules", "{first} to {last}").format(
            first=first, last=last
        )
    if first:
        return QCoreApplication.translate("Rules", "since {day}").format(day=first)
    if last:
        return QCoreApplication.translate("Rules", "until {day}").format(day=last)
    return QCoreApplication.translate("Rules", "no date known")


def unsure_words(year: int | None) -> str:
    """That a day counted in working days may move, and how that ends; "" where all years are
    announced."""
    if year is None:
        return ""
    text = QCoreApplication.translate(
        "Rules",
        "The app does not know the days off of {year} yet: it may move by some days. Once they are"
        " announced, type them under Handbook › Rule book.",
    )
    return text.format(year=year)
