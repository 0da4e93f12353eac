"""What 今日 asks the book, topic by topic; answers are kept until something changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.today import Item
from ksdesk.storage import Reader

T = TypeVar("T")
Answers = MutableMapping[str, tuple[object, Any]]


@dataclass(frozen=True)
class Look:
    """A look at a book at a moment (Beijing time), under its rules.

    `answers` are those of earlier looks at the same book, and `turns` count how often each topic
    of `Changes` was written: what no write has touched since is not asked again.
    """

    reader: Reader
    rules: RuleBook
    now: datetime
    answers: Answers
    turns: Mapping[str, int]

    def ask(self, part: Inquiry[T]) -> T:
        """The answer of a part, from an earlier look if it still holds."""
        now, turns = self.now, self.turns
        at = now.replace(second=0, microsecond=0) if part.by_the_minute else now.date()
        key = at, id(self.rules), tuple(turns.get(topic, 0) for topic in part.topics)
        standing, answer = self.answers.get(part.name, (None, None))
        if standing == key:
            kept: T = answer
            return kept
        fresh = part.ask(self)
        self.answers[part.name] = key, fresh
        return fresh


@dataclass(frozen=True)
class Inquiry(Generic[T]):
    """Something that the book is asked: the topics whose writes change the answer, and what it
    makes of it at a moment. `by_the_minute`: the answer is of its minute, not of its day.
    """

    name: str
    topics: tuple[str, ...]
    ask: Callable[[Look], T]
    say: Callable[[T, datetime], Iterable[Item]] = lambda _answer, _now: ()
    by_the_minute: bool = False

    def items(self, look: Look) -> Iterable[Item]:
        """What it comes to now."""
        return self.say(look.ask(self), look.now)
