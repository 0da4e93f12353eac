"""What the limits of a listing found, in words: the rule's own sentence and what was seen."""

from __future__ import annotations

from ksdesk.domain.products.limits import Finding
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.parts.rule_words import figure_text, rule_text
from ksdesk.ui.parts.texts import money_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_say = Words("Products")

FIELDS = {
    "title": QT_TRANSLATE_NOOP("Products", "Title"),
    "link": QT_TRANSLATE_NOOP("Products", "Link"),
    "price": QT_TRANSLATE_NOOP("Products", "Price"),
    "stock": QT_TRANSLATE_NOOP("Products", "Stock"),
    "short_title": QT_TRANSLATE_NOOP("Products", "Short title"),
    "selling_point": QT_TRANSLATE_NOOP("Products", "Selling point"),
    "note": QT_TRANSLATE_NOOP("Products", "Note"),
    "code": QT_TRANSLATE_NOOP("Products", "SKU code"),
    "text": QT_TRANSLATE_NOOP("Products", "Detail text"),
    "manual": QT_TRANSLATE_NOOP("Products", "Instructions"),
    "struck_price": QT_TRANSLATE_NOOP("Products", "Crossed-out price"),
    "levels": QT_TRANSLATE_NOOP("Products", "Options"),
    "skus": QT_TRANSLATE_NOOP("Products", "Combinations"),
    "main": QT_TRANSLATE_NOOP("Products", "Main pictures"),
    "detail": QT_TRANSLATE_NOOP("Products", "Detail pictures"),
    "white": QT_TRANSLATE_NOOP("Products", "White-background picture"),
    "clear": QT_TRANSLATE_NOOP("Products", "Transparent picture"),
    "return_rule": QT_TRANSLATE_NOOP("Products", "Return rule"),
    "promises": QT_TRANSLATE_NOOP("Products", "Promises"),
    "shipping": QT_TRANSLATE_NOOP("Products", "Ships within"),
    "state": QT_TRANSLATE_NOOP("Products", "State"),
    "checks": QT_TRANSLATE_NOOP("Products", "Checks"),
}
_MONEY = ("price", "struck_price")


def field_word(field: str) -> str:
    """The name of a field, of a role of pictures, or of a part of the sheet."""
    return _say(FIELDS[field])


def finding_text(finding: Finding, rules: DayRules) -> str:
    """A sentence: what the rule says, and what it is now."""
    if finding.code == "missing":
        return _say(QT_TRANSLATE_NOOP("Products", "Not filled in yet"))
    if finding.code == "twice":
        return _say(QT_TRANSLATE_NOOP("Products", "This combination stands here more than once"))
    if finding.code == "gaps":
        text = _say(QT_TRANSLATE_NOOP("Products", "{seen} of {allowed} combinations are there"))
        return text.format(seen=finding.seen, allowed=finding.allowed)
    text = _say(QT_TRANSLATE_NOOP("Products", "{rule}. Here: {seen}"))
    return text.format(rule=rule_text(rules[finding.key]).rstrip("。."), seen=_seen(finding, rules))


def _seen(finding: Finding, rules: DayRules) -> str:
    if isinstance(finding.seen, str):
        return finding.seen
    if finding.field in _MONEY:
        return money_text(finding.seen)
    unit = "bytes" if finding.code == "bytes" else rules[finding.key].unit
    return figure_text(finding.seen, unit)
