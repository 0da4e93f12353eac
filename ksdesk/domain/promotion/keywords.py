"""买热搜: keywords held word by word against what is sold, and the hours in which people come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from ksdesk.domain.products import Product
from ksdesk.domain.products.search_text import fold

PLACES: Final = ("title", "category", "points")
_LEAST: Final = 2
"""Characters of a piece that says something: a single 新 or 大 is in every text. A keyword of one
character (枣) is what it is."""
_ATOMS: Final = re.compile(r"[a-z0-9]+|[^\Wa-z0-9_]")


@dataclass(frozen=True)
class KeywordFit:
    """How a keyword fits what is sold: the pieces of it that stand in the title, the category and
    the selling points, and those that stand nowhere. `product` is the number of the best fit.
    """

    keyword: str
    title: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    product: int = 0

    @property
    def kind(self) -> str:
        """fits: every character stands in the product; partly; not at all."""
        if not (self.title or self.category or self.points):
            return "not"
        return "partly" if self.left else "fits"


def held_against(keyword: str, products: Iterable[Product]) -> KeywordFit:
    """The keyword against the product that it fits best; without products nothing fits."""
    found = [_against(keyword, product) for product in products]
    return min(found, key=lambda fit: sum(map(len, fit.left)), default=_nothing(keyword))


def _nothing(keyword: str) -> KeywordFit:
    return KeywordFit(keyword, left=tuple(filter(None, [fold(keyword)])))


def _against(keyword: str, product: Product) -> KeywordFit:
    """As many characters as can be covered by as few pieces as can be, the title's first."""
    atoms = _ATOMS.findall(fold(keyword))
    texts = [
        _ATOMS.findall(fold(product.title)),
        _ATOMS.findall(fold(product.category)),
        _ATOMS.findall(fold(f"{product.selling_point} {product.short_title}")),
    ]
    covers = _cover(atoms, texts)
    found: dict[str, list[str]] = {place: [] for place in PLACES}
    left: list[str] = []
    for first, end, place in covers:
        piece = "".join(atoms[first:end])
        if place is None:
            left.append(piece)
        else:
            found[PLACES[place]].append(piece)
    title, category, points = (tuple(found[place]) for place in PLACES)
    return KeywordFit(keyword, title, category, points, tuple(left), product.id)


_Piece = tuple[int, int, int | None]
"""Its first atom, the one after its last, and the place of the text that holds it, if any does."""


def _cover(atoms: Sequence[str], texts: Sequence[Sequence[str]]) -> list[_Piece]:
    """The pieces that a keyword falls into."""
    whole = sum(map(len, atoms))
    best: list[list[_Piece]] = [[]]  # for as many of the first atoms
    for end in range(1, len(atoms) + 1):
        ways = []
        for first, way in enumerate(best):
            place = _place(atoms[first:end], texts, min(_LEAST, whole))
            if place is not None:
                ways.append([*way, (first, end, place)])
            elif first == end - 1:
                joined = way[-1:] if way and way[-1][2] is None else []
                begin = joined[0][0] if joined else first
                ways.append([*way[: len(way) - len(joined)], (begin, end, None)])
        best.append(min(ways, key=_cost))
    return best[-1]


def _cost(way: list[_Piece]) -> tuple[int, int, bool]:
    """Atoms left over, then pieces; a piece left over at the end may grow without one more."""
    left = sum(end - first for first, end, place in way if place is None)
    return left, len(way), way[-1][2] is not None


def _place(piece: Sequence[str], texts: Sequence[Sequence[str]], least: int) -> int | None:
    """The first text that holds the piece; None where none does, or where it is too short."""
    if sum(map(len, piece)) < least:
        return None
    length = len(piece)
    for place, text in enumerate(texts):
        if any(text[at : at + length] == piece for at in range(len(text))):
            return place
    return None


@dataclass(frozen=True)
class Hours:
    """Whether people come in the hours of a plan. `kind`: busiest (the best of their length), other
    (`best` are, with `times` as many people), long (it runs far longer than `best`, the busiest
    few), unknown (no history: the usual evening is `best`).
    """

    kind: str
    best: tuple[int, int]
    times: float = 1.0


_FEW: Final = 3
_LONG: Final = 6
"""Hours of a day from which on a plan has no hour of its own."""


def mean_row(rows: Sequence[Sequence[float | None]]) -> tuple[float | None, ...]:
    """Several weekdays' hours as one row; an hour is known where any day's is."""
    columns = (
        [value for value in column if value is not None] for column in zip(*rows, strict=True)
    )
    return tuple(fmean(known) if known else None for known in columns)


def hours_judged(
    row: Sequence[float | None], hours: tuple[int, int], evening: tuple[int, int]
) -> Hours:
    """`row`: how many people the hours of those days have (None unknown); `hours` from the first to
    before the last, within one day; `evening`: what is busy as a rule.

    Within a tenth of the best is as good as the best.
    """
    whole = min(hours[1], 24) - hours[0]
    length = _FEW if whole > _LONG else whole
    known = {
        first: fmean(part)
        for first in range(24)
        if len(part := [v for v in row[first : first + length] if v is not None]) == length
    }
    if not known or max(known.values()) <= 0 or (whole <= _LONG and hours[0] not in known):
        return Hours("unknown", evening)
    best = max(known, key=lambda first: known[first])
    if whole > _LONG:
        return Hours("long", (best, best + length))
    mine, most = known[hours[0]], known[best]
    if mine >= 0.9 * most:
        return Hours("busiest", hours)
    return Hours("other", (best, best + length), most / mine if mine else float("inf"))


def below_usual(interaction: float | None, usual: float | None) -> bool | None:
    """Whether a work's interaction is below what is usual for the seller's; None if not known."""
    if interaction is None or usual is None:
        return None
    return interaction < usual
