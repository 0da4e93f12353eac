"""Words that a listing had better not use: absolute claims (绝对化用语), healing claims of food.

The words are rows of the rule book (quality.claims.*), which the seller may edit. Article 9 of the
Advertising Law names three of them; the wider list is common knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.products.disguise import PlainText, folded
from ksdesk.domain.products.ordinary import (
    given_until,
    is_boasted,
    is_title,
    is_torn,
    ordinary_until,
)
from ksdesk.domain.rulebook import DayRules

KINDS: Final = ("law", "usual", "medical")
"""law: named by the law; usual: often taken for absolute; medical: healing, for food alone."""

_INSTEAD: Final = "→"
_LATIN: Final = re.compile("[a-z0-9]")
_NUMBERED: Final = {"no1": "no:?1"}


def _form(word: str) -> str:
    """What finds a word of the lists; a letter or a 1 may stand between the signs (极I品)."""
    if word in _NUMBERED:
        return _NUMBERED[word]
    if word.startswith("第一") or _LATIN.search(word):
        return re.escape(word).replace("第一", "第[一1]")
    return "[a-z1]?".join(map(re.escape, word))


def _as_listed(found: str) -> str:
    if found.startswith("no:"):
        return "no1"
    return found.replace("第1", "第一")


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
                self._kinds[folded(word).replace(".", "")] = kind
        self._fine = {folded(word) for word in rules.words("quality.claims.fine")} - {""}
        # The longest goes first, so that 第一次 is seen before 第一.
        every = sorted((self._kinds.keys() | self._fine) - {""}, key=len, reverse=True)
        forms = [_form(word) for word in every]
        self._pattern = re.compile("|".join(forms)) if every else None
        self.instead: Mapping[str, str] = {
            folded(word): better
            for word, arrow, better in (
                row.partition(_INSTEAD) for row in rules.words("quality.claims.instead")
            )
            if arrow
        }

    def search(self, text: str) -> tuple[Claim, ...]:
        """See `claims_in`."""
        if self._pattern is None:
            return ()
        found = []
        plain = PlainText(text)
        at = 0
        while match := self._pattern.search(plain.text, at):
            apart = bool(plain.gap(match.end() - 1))
            if plain.goes_on(*match.span()) or is_torn(plain.text, *match.span(), apart=apart):
                at = match.start() + 1
                continue
            word, kind, at = self._judged(plain, match)
            if kind != "law" and is_title(plain.pieces(match.start())):
                kind = ""
            if kind:
                found.append(Claim(*plain.span(match.start(), at), word, kind))
        return tuple(found)

    def _judged(self, plain: PlainText, match: re.Match[str]) -> tuple[str, str, int]:
        """The word as the list has it, its kind ("" where it is fine here) and its end.

        What tells an order, a measure or a piece of advice is fine, unless it is boasted of
        (史上最早); a word of the law is one wherever it stands, but in
        最佳赏花期 and 国家级自然保护区.
        """
        word = _as_listed(match[0])
        if word not in self._fine and word not in self._kinds:
            word = _LATIN.sub("", word)
        base = next((b for b in ("第一", "最") if word.startswith(b)), "")
        text, start = plain.text, match.start()
        boast = bool(base) and word != "最后" and is_boasted(text, start)
        # 最好 冷藏 is written as one; with a gap behind it a thing is praised: 最好 大米
        boast |= text.startswith("最好", start) and plain.gap(start + 2).isspace()
        if word in self._fine:
            return word, self._kinds.get(base, "") if boast else "", match.end()
        kind = self._kinds[word]
        if not boast:
            find = given_until if kind == "law" else ordinary_until
            fine = find(text, start)
            if fine is not None:
                return word, "", max(fine, match.end())
        return word, kind, match.end()

    def better(self, text: str, claim: Claim) -> str:
        """What can be said instead, "" where nothing is known.

        A longer phrase that begins with the word (最 in 最甜) has its own advice.
        """
        rest = PlainText(text[claim.start :]).text
        for word in sorted(self.instead, key=len, reverse=True):
            if rest.startswith(word) and word.startswith(claim.word):
                return self.instead[word]
        return ""


def claims_in(text: str, words: ClaimWords, *, food: bool = True) -> tuple[Claim, ...]:
    """The claims of a text from left to right, none overlapping; healing ones only for food.

    What is written so that a search should miss it counts as plain: other widths and cases, blanks
    and signs inside a word (第.一), signs that look or sound alike (蕞, 罪低价), pinyin (zui).
    What the list of fine words covers (最后一批, 第一次) is no claim, nor what tells a measure, a
    time or advice (最大承重, 最快当天, 最好冷藏).
    """
    return tuple(claim for claim in words.search(text) if food or claim.kind != "medical")
