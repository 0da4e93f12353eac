"""Words that a listing had better not use: absolute claims (绝对化用语), healing claims of food.

The words are rows of the rule book (quality.claims.*), which the seller may edit. Article 9 of the
Advertising Law names three of them; the wider list is common knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.rulebook import DayRules

KINDS: Final = ("law", "usual", "medical")
"""law: named by the law; usual: often taken for absolute; medical: healing, for food alone."""

_INSTEAD: Final = "→"
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Claim:
    """A word found at text[start:end], as the list has it, and its kind."""

    start: int
    end: int
    word: str
    kind: str


class ClaimWords:
    """The lists of one day, ready for searching."""

    def __init__(self, rules: DayRules) -> None:
        self._kinds: dict[str, str] = {}
        for kind in reversed(KINDS):
            for word in rules.words(f"quality.claims.{kind}"):
                self._kinds[_folded(word)] = kind
        fine = {_folded(word) for word in rules.words("quality.claims.fine")}
        # The longest goes first, so that 第一次 is seen before 第一.
        every = sorted((self._kinds.keys() | fine) - {""}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, every))) if every else None
        self._fine = fine
        self.instead: Mapping[str, str] = {
            _folded(word): better
            for word, arrow, better in (
                row.partition(_INSTEAD) for row in rules.words("quality.claims.instead")
            )
            if arrow
        }

    def kind(self, word: str) -> str:
        """Which list a folded word stands in, "" for one that is fine."""
        return "" if word in self._fine else self._kinds[word]

    def search(self, text: str) -> tuple[Claim, ...]:
        """See `claims_in`."""
        if self._pattern is None:
            return ()
        found = []
        for match in self._pattern.finditer(_folded(text)):
            if kind := self.kind(match[0]):
                found.append(Claim(match.start(), match.end(), match[0], kind))
        return tuple(found)

    def better(self, text: str, claim: Claim) -> str:
        """What can be said instead, "" where nothing is known.

        A longer phrase that begins with the word (最 in 最甜) has its own advice.
        """
        rest = _folded(text[claim.start :])
        for word in sorted(self.instead, key=len, reverse=True):
            if rest.startswith(word) and word.startswith(claim.word):
                return self.instead[word]
        return ""


def claims_in(text: str, words: ClaimWords, *, food: bool = True) -> tuple[Claim, ...]:
    """The claims of a text from left to right, none overlapping; healing ones only for food.

    Full-width letters and capitals count as plain ones. What the list of fine words covers
    (最后一批, 第一次) is no claim.
    """
    return tuple(claim for claim in words.search(text) if food or claim.kind != "medical")


def _folded(text: str) -> str:
    """Letters alike in width and case, each character in its place."""
    narrow = text.translate(_NARROW)
    if len(low := narrow.lower()) == len(narrow):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in narrow)
