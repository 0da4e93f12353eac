"""手册, the offline handbook: the shipped Markdown sections and the rules they stand on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ksdesk.paths import resources

_rule_link = re.compile(r"\]\(rule:([a-z0-9_.]+)\)").findall
_FIELDS = {"title", "order", "seed"}


class GuideError(ValueError):
    """A section that cannot be read: which ``file`` and why."""

    def __init__(self, file: str, detail: str) -> None:
        super().__init__(f"{file}: {detail}")
        self.file = file
        self.detail = detail


@dataclass(frozen=True)
class HandbookSection:
    """One section of the handbook.

    ``body_markdown`` has no title of its own and begins with the answer; links of the form
    ``[words](rule:key)`` lead to the rule book, and ``rules`` are their keys in order.  ``seed`` is
    the day of the book that the section follows, None where it is the app's own advice.
    ``![words](picture:stop)`` is a picture of the app at that stop of the tour, ``stop.webp``
    beside the text.
    """

    name: str
    title: str
    order: int
    body_markdown: str
    rules: tuple[str, ...]
    seed: date | None = None

    @property
    def answers(self) -> bool:
        """Whether it answers one of the questions that a seller begins with."""
        return self.name.startswith("how_")


def pictures(lang: str) -> Path:
    """The folder of the pictures of a language."""
    return resources() / "guide" / ("en" if lang.startswith("en") else "zh")


@cache
def sections(lang: str, folder: Path | None = None) -> tuple[HandbookSection, ...]:
    """All sections in their order: English if *lang* begins with "en", Chinese otherwise.

    *folder* stands in for the shipped guide folder.  `GuideError` where a file cannot be read.
    """
    base = pictures(lang) if folder is None else folder / pictures(lang).name
    files = base.glob("*.md")
    return tuple(sorted(map(_section, files), key=lambda section: (section.order, section.name)))


def _section(file: Path) -> HandbookSection:
    mark, _, rest = file.read_text(encoding="utf-8").partition("\n")
    head, end, body = rest.partition("\n---\n")
    if mark != "---" or not end:
        raise GuideError(file.name, "no front matter")
    fields = {key.strip(): value.strip() for key, _, value in map(_halves, head.splitlines())}
    if not {"title", "order"} <= fields.keys() <= _FIELDS:
        raise GuideError(file.name, "front matter takes title, order and seed")
    try:
        order = int(fields["order"])
        seed = date.fromisoformat(fields["seed"]) if "seed" in fields else None
    except ValueError as error:
        raise GuideError(file.name, str(error)) from error
    rules = tuple(dict.fromkeys(_rule_link(body)))
    return HandbookSection(file.stem, fields["title"], order, body.strip() + "\n", rules, seed)


def _halves(line: str) -> tuple[str, str, str]:
    return line.partition(":")
