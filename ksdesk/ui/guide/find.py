"""Search as you type over the handbook's sections and the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ksdesk.actions.guide import HandbookSection
from ksdesk.domain.rulebook import Rule
from ksdesk.ui.parts import rule_words

_picture = re.compile(r"!\[[^\]]*\]\([^)]*\)\n*")
_link = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_marks = re.compile(r"[*`]|^#+ |^- |^\d+\. |^\|[-| ]+\|$", re.MULTILINE)
BEFORE, AFTER = 6, 40  # characters of a found sentence shown around the word


@dataclass(frozen=True)
class SectionHit:
    """A section that has all words, and the place of the first one in its text."""

    section: HandbookSection
    excerpt: str


def plain(markdown: str) -> str:
    """The text that is read, without pictures, marks and link targets."""
    return _marks.sub("", _link.sub(r"\1", _picture.sub("", markdown))).replace("|", " ")


def needles(text: str) -> list[str]:
    """The words of a search, in one case."""
    return text.casefold().split()


def find_sections(
    sections: Iterable[HandbookSection], words: Sequence[str]
) -> tuple[SectionHit, ...]:
    """The sections that have every word in title or text; those with one in the title first."""
    hits = []
    for section in sections:
        text = plain(section.body_markdown)
        whole = f"{section.title}\n{text}".casefold()
        if all(word in whole for word in words):
            hits.append(SectionHit(section, _excerpt(text, words)))
    return tuple(
        sorted(hits, key=lambda hit: not any(w in hit.section.title.casefold() for w in words))
    )


def find_rules(rules: Iterable[Rule], words: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that have every word in text, figure, source, note or key."""
    return tuple(rule for rule in rules if all(word in _whole(rule) for word in words))


def _whole(rule: Rule) -> str:
    parts = (
        rule.text_zh,
        rule.text_en,
        rule_words.value_text(rule),
        rule.source,
        rule.source_en,
        rule_words.confidence_word(rule.confidence),
        rule.note,
        rule.key,
    )
    return "\n".join(parts).casefold()


def _excerpt(text: str, words: Sequence[str]) -> str:
    """The line of the first word that stands in the text, cut to what a list has room for."""
    low = text.casefold()
    for word in words:
        place = low.find(word)
        if place >= 0:
            start = text.rfind("\n", 0, place) + 1
            cut = max(start, place - BEFORE)
            while start < cut < place and _within_word(text, cut):
                cut += 1
            line_end = text.find("\n", place)
            end = min(len(text) if line_end < 0 else line_end, place + AFTER)
            while end > place + len(word) and _within_word(text, end):
                end -= 1
            return ("…" if cut > start else "") + " ".join(text[cut:end].split())
    return ""


def _within_word(text: str, place: int) -> bool:
    """Whether a cut before a place would go through an English word or a figure."""
    around = text[place - 1 : place + 1]
    return len(around) == 2 and around.isascii() and around.isalnum()
