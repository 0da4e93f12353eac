"""Why a check decided as it did: codes with figures, which the screen turns into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Fact = int | float | str
"""A figure or a code inside a reason; never something the seller typed."""

Level = Literal["good", "hint", "warn", "review", "bad"]
"""How heavy a reason is. ``good`` and ``hint`` (a tip) leave a verdict as it is, ``warn`` is said
beside a good verdict, ``review`` asks for a look by a human, ``bad`` decides against."""

LEVELS: Final[tuple[Level, ...]] = ("good", "hint", "warn", "review", "bad")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason of a verdict.

    ``code`` names it, ``level`` says how heavy it is, ``facts`` holds the figures that its
    sentence needs (``days=73``, ``advised=100``).
    """

    code: str
    level: Level = "bad"
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    def __getitem__(self, fact: str) -> Fact:
        """The figure of that name; KeyError where this reason has none."""
        return self.facts[fact]


def reason(code: str, level: Level = "bad", /, **facts: Fact) -> Reason:
    """A reason with its figures named: ``reason("ends_soon", "warn", days=73)``."""
    return Reason(code, level, facts)


def heaviest(reasons: Iterable[Reason]) -> Level:
    """The heaviest level among ``reasons``; ``good`` where there are none."""
    return max((each.level for each in reasons), key=LEVELS.index, default="good")
