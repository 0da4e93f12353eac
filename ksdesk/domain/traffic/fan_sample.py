"""The sampling sheet: some 50 new fans looked at by hand, and what they say about all new fans.

Where the signs come from: among new followers "no works at all" was seen on 57 % of bought and 4 %
of real ones, and followers ÷ following tells the two apart with an AUC of 0.94 (published research
on other platforms; Kuaishou's own figures are not known). The thresholds here are soft hints of our
own: one sign says nothing about one person, the share of a sample says something about a purchase.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

Sign = Literal["no_works", "follows_many", "no_avatar"]

MANY_FOLLOWS: Final = 100
"""Who follows fewer than this is not judged by it: a newcomer has no followers either."""
TIMES_FOLLOWERS: Final = 10
""""Far more": so many follows for each follower."""

REAL_SHARE: Final = 0.04
"""Real fans without works: the share that a sample without anything bought may well show."""
FEW: Final = 20
"""Below so many fans noted the interval is too wide to say anything."""
Z: Final = 1.96
"""For an interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Fan:
    """What is seen on one new fan's page; None where it was not looked at or is hidden.

    `avatar`: True if they have a picture of their own.
    """

    works: int | None = None
    follows: int | None = None
    followers: int | None = None
    avatar: bool | None = None

    @property
    def noted(self) -> bool:
        """Whether anything was noted that a sign can be read from."""
        return (
            self.works is not None
            or self.avatar is not None
            or (self.follows is not None and self.followers is not None)
        )


@dataclass(frozen=True, slots=True)
class SampleVerdict:
    """What a sample says: of `n` fans noted, `share` look made up, with a 95 % interval.

    `word`: few (too few noted), odd (even the low end lies above what real fans show), fine (even
    the high end is near it), unclear (neither).
    """

    n: int
    fakes: int
    share: float
    low: float
    high: float
    word: Literal["few", "odd", "unclear", "fine"]


def looks_fake(fan: Fan) -> tuple[Sign, ...]:
    """The signs that a fan shows; a figure that is not known shows none."""
    shown: list[Sign] = []
    if fan.works == 0:
        shown.append("no_works")
    if (
        fan.follows is not None
        and fan.followers is not None
        and fan.follows >= MANY_FOLLOWS
        and fan.follows > TIMES_FOLLOWERS * fan.followers
    ):
        shown.append("follows_many")
    if fan.avatar is False:
        shown.append("no_avatar")
    return tuple(shown)


def verdict(sample: Iterable[Fan], usual: float = REAL_SHARE) -> SampleVerdict:
    """What the sample says; `usual` is the share of real fans that looks fake all the same.

    A fan counts as one that looks made up with no works, or with both other signs: a default
    picture or many follows alone are common among real people.
    """
    noted = [looks_fake(fan) for fan in sample if fan.noted]
    n = len(noted)
    fakes = sum("no_works" in signs or len(signs) >= 2 for signs in noted)
    low, high = wilson(fakes, n)
    return SampleVerdict(n, fakes, fakes / n if n else 0.0, low, high, _word(n, low, high, usual))


def _word(
    n: int, low: float, high: float, usual: float
) -> Literal["few", "odd", "unclear", "fine"]:
    if n < FEW:
        return "few"
    if low > usual:
        return "odd"
    return "fine" if high < 5 * usual else "unclear"


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score; (0, 1) if n is 0."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, Z * Z
    middle = share + z2 / (2 * n)
    half = Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    whole = 1 + z2 / n
    low, high = max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)
    return min(share, low), max(share, high)  # rounding must not push the share out
