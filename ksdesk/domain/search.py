"""Search over everything (Ctrl+K): what was found, how well it fits, in which order it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.domain.money import MoneyError, parse_yuan
from ksdesk.domain.products.search_text import query_words

EXACT, BEGINS, IN_TITLE, ELSEWHERE, NOT = 4, 3, 2, 1, 0
"""How well a thing fits: its number or name as typed, its beginning, all words in the title, all
words in it and what belongs to it, not at all."""

MOST: Final = {
    "page": 5,
    "product": 6,
    "order": 6,
    "entry": 6,
    "plan": 3,
    "running_sheet": 3,
    "import": 3,
    "handbook": 5,
    "rule": 5,
}
"""The kinds in the order in which equally good ones are shown, and how many of each at most."""
KINDS: Final = tuple(MOST)

SHORTEST_NUMBER: Final = 3
"""Characters from which a word is looked for in numbers of orders and parcels."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: its words, and the page (`topic`) and row it leads to."""

    kind: str
    title: str
    second: str
    topic: str
    target: str
    score: int


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An imported order; `paid` in fen, None where the file did not say."""

    order_no: str
    product: str
    time: datetime
    paid: int | None
    status: str
    tracking_no: str


@dataclass(frozen=True, slots=True)
class FoundName:
    """A plan, a running sheet or an import, by its number; `kind` is that of an import."""

    number: int
    name: str
    day: date | None
    kind: str = ""


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for, in one case and width."""
    return query_words(text)


def amount_of(word: str) -> int | None:
    """The fen that a word stands for ("236", "¥236.00"), unsigned; None where it is no amount."""
    try:
        return abs(parse_yuan(word))
    except MoneyError:
        return None


def fit(words: Sequence[str], title: str, names: Iterable[str] = (), more: str = "") -> int:
    """How well a thing fits *words* (from `words_of`).

    *names* are its numbers, codes and other names; *more* is what else is read in it.
    """
    whole, low = " ".join(words), title.casefold()
    known = (low, *(name.casefold() for name in names))
    if whole in known:
        return EXACT
    if any(name.startswith(whole) for name in known):
        return BEGINS
    if all(word in low for word in words):
        return IN_TITLE
    text = "\n".join((*known, more.casefold()))
    return ELSEWHERE if all(word in text for word in words) else NOT


def merge(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits by kind, the kind with the best one first, the best of each kind, so many of each.

    Equally good ones keep their order.
    """
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    for group in groups.values():
        group.sort(key=lambda hit: -hit.score)
    order = sorted(groups, key=lambda kind: (-groups[kind][0].score, KINDS.index(kind)))
    return tuple(hit for kind in order for hit in groups[kind][: MOST[kind]])


def marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in a text: begin and end of each place, in order, joined where they
    touch."""
    places = sorted(
        place.span() for word in words for place in re.finditer(re.escape(word), text, re.I)
    )
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
