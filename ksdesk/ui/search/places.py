"""The pages and their parts as a search finds them: both languages, pinyin, initials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.search import NOT, Hit, fit
from ksdesk.ui.shell.pages import PAGES

# Their names are a table, not pypinyin: they are few, and no search should wait for a dictionary.


def pages() -> tuple[Hit, ...]:
    """Every page, in the order of the navigation."""
    return tuple(Hit("page", spec.title, "", spec.topic, "", 0) for spec in PAGES.values())


def find_places(words: Sequence[str]) -> Iterator[Hit]:
    """The pages and parts that fit, the whole pages first."""
    for spec in PAGES.values():
        score = fit(words, spec.title, spec.names.split())
        if score != NOT:
            yield Hit("page", spec.title, "", spec.topic, "", score)
    for spec in PAGES.values():
        for place in spec.places:
            title = QCoreApplication.translate(place.context, place.word)
            score = fit(words, title, place.names.split(), spec.title)
            if score != NOT:
                yield Hit("page", title, spec.title, spec.topic, place.target, score)
