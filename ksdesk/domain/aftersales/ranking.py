"""Why goods come back, and which: counted, so that a fault of the goods comes to light."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranking:
    """Pairs of a word and how many cases have it, the most first. `unsaid`: cases without a
    reason. `worst`: reason, product and how many cases are both, where that is more than one."""

    reasons: tuple[tuple[str, int], ...]
    products: tuple[tuple[str, int], ...]
    unsaid: int
    worst: tuple[str, str, int] | None


def ranking(counted: Iterable[tuple[str, str, int]]) -> Ranking:
    """From reasons, products and how many cases have both."""
    pairs = Counter[tuple[str, str]]()
    for reason, product, count in counted:
        pairs[reason.strip(), product.strip()] += count
    reasons, products = Counter[str](), Counter[str]()
    for (reason, product), count in pairs.items():
        reasons[reason] += count
        products[product] += count
    unsaid = reasons.pop("", 0)
    products.pop("", 0)
    both = ((count, pair) for pair, count in pairs.items() if all(pair) and count > 1)
    count, pair = max(both, default=(0, ("", "")))
    return Ranking(_sorted(reasons), _sorted(products), unsaid, (*pair, count) if count else None)


def _sorted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
