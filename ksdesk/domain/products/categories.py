"""类目: what a category asks for, as far as it is known (`resources/rules/categories.toml`).

A seller writes a category in words of their own, or as the phone shows it; the rule book says
which of the groups of goods it is taken for, which papers these are sold with and whether the
deposit may ask for more. How much more is not public, so it is never known from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ksdesk.domain.deposit import SPECIAL_CATEGORIES
from ksdesk.domain.deposit.line import LineFacts
from ksdesk.domain.rulebook import DayRules, Rule

_TOPIC, _WORDS = "categories.", ".words"
_SPECIAL, _THINGS = "categories.special", "categories.things"
_MANY = re.compile(r"[\d一二两三四五六七八九十百半整单双几多大小每]\s*$")
"""Before a word for a vessel: so much of the goods, 啤酒 6罐."""
FOOD = ("food", "fresh", "farm", "health_food", "alcohol")
"""Groups of goods that one eats or drinks."""


@dataclass(frozen=True, slots=True)
class Category:
    """A group of goods; each rule None where nothing is known.

    ``papers`` are needed, ``optional_papers`` may be shown, ``deposit`` says
    that the deposit may ask for more.
    """

    code: str
    papers: Rule | None
    optional_papers: Rule | None
    deposit: Rule | None


def category(code: str, rules: DayRules) -> Category:
    """What is known of a group of goods by its code."""

    def rule(name: str) -> Rule | None:
        return rules.get(f"{_TOPIC}{code}.{name}")

    name = SPECIAL_CATEGORIES.get(code)
    asks = _SPECIAL in rules and name in rules.words(_SPECIAL)
    deposit = rules[_SPECIAL] if asks else None
    return Category(code, rule("papers"), rule("optional_papers"), deposit)


def category_of(text: str, rules: DayRules) -> Category | None:
    """The group that a category in the seller's words belongs to, by the longest word in it, the
    last of equally long ones: what goods are stands at the end. 香水瓶 is no 香水."""
    best, code = (0, 0), ""
    for rule in rules.match(_TOPIC):
        if rule.key.endswith(_WORDS):
            group = rule.key.removeprefix(_TOPIC).removesuffix(_WORDS)
            for word in rules.words(rule.key):
                _, found, rest = text.rpartition(word)
                rank = len(word), -len(rest)
                if group == "second_hand" and text.startswith(word):
                    rank = len(text), -len(rest)  # how the goods are, whatever they are
                if found and rank > best and not _is_thing(group, rest, rules):
                    best, code = rank, group
    return category(code, rules) if code else None


def _is_thing(group: str, rest: str, rules: DayRules) -> bool:
    """Whether what follows the word of a group makes it a thing to hold or use such goods with."""
    rest = rest.strip()
    if not rest:
        return False
    if goods := next((g for g in rules.words(f"{_THINGS}.unless") if rest.endswith(g)), ""):
        rest = rest.removesuffix(goods)
    unless = f"{_TOPIC}{group}.unless"
    if unless in rules and any(thing in rest for thing in rules.words(unless)):
        return True
    ends = () if goods or group not in (*FOOD, "beauty") else rules.words(_THINGS)
    return any(rest.endswith(end) and not _MANY.search(rest.removesuffix(end)) for end in ends)


def suggestions(used: Iterable[str], rules: DayRules) -> tuple[str, ...]:
    """Categories to choose from: those in use, the most used first, then the rule book's."""
    counted: dict[str, int] = {}
    for name in used:
        if name:
            counted[name] = counted.get(name, 0) + 1
    often = sorted(counted, key=lambda name: (-counted[name], name))
    shipped = [
        rules.words(rule.key)[0] for rule in rules.match(_TOPIC) if rule.key.endswith(_WORDS)
    ]
    return tuple(dict.fromkeys((*often, *shipped)))


def to_open(text: str, way: str, facts: LineFacts, day: date, rules: DayRules) -> Category | None:
    """The category that the deposit would have to open for goods of these words, None where none.

    None as well where it is open already, under its code, its platform name or these words.
    `way` is the product's: other platforms' goods stand on the promotion account.
    """
    found = category_of(text, rules)
    if found is None or found.deposit is None:
        return None
    account = "promotion" if way == "link" else "own"
    names = {found.code, SPECIAL_CATEGORIES.get(found.code, ""), text}
    return None if names & facts.categories_on(account, day).keys() else found
