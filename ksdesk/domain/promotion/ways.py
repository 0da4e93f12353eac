"""Which way a report or a plan speaks of: one name for each, whatever it is called there."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from ksdesk.domain.promotion.plans import Plan, way_of
from ksdesk.domain.traffic import Part

UNNAMED: Final = ""
"""The way of what reports do not give to any."""
TYPED: Final = "typed"
"""What traffic calls 粉条 that was read off the phone."""
CALLED: Final = {"paid_traffic": "付费买量", "hot_search": "买热搜", "gift": "刷礼物"}
"""What reports call the three ways as a rule: figures are kept by these names."""
_ALSO: Final = {
    **dict.fromkeys(("买量", "paidtraffic"), CALLED["paid_traffic"]),
    **dict.fromkeys(("热搜", "hotsearch"), CALLED["hot_search"]),
    **dict.fromkeys(("礼物", "送礼物", "gift", "gifts"), CALLED["gift"]),
}


def same_way(label: str) -> str:
    """The name by which the figures of a way are kept that a report calls so, or that is one of
    `WAYS`. A word of the report's own stays what it is."""
    plain = unicodedata.normalize("NFKC", label).strip()
    return _ALSO.get("".join(plain.replace("_", " ").casefold().split()), plain)


def of_plan(plan: Plan, named: Collection[str]) -> str:
    """The same for a plan, `named` being the ways of reports: by its label (磁力金牛) where one of
    them is called so."""
    label = same_way(plan.label)
    return label if label in named and way_of(label) == plan.way else CALLED[plan.way]


def one_a_way(parts: Iterable[Part]) -> dict[Part, tuple[tuple[str, str], ...]]:
    """Parts of traffic, a way of several words of reports as one by its name, the dearest first
    of a kind; each with the codes of what it is made of."""
    found: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        key = same_way(part.key) if part.kind == "way" else part.key
        found.setdefault((part.kind, key), []).append(part)
    made = {}
    for (kind, key), some in found.items():
        whole = replace(
            some[0],
            key=key,
            name=key if kind == "way" else some[0].name,
            spend=sum(part.spend for part in some),
            first=min(part.first for part in some),
            last=max(part.last for part in some),
        )
        made[whole] = tuple(part.code for part in some)
    kinds = [*dict.fromkeys(part.kind for part in made)]
    order = sorted(made, key=lambda part: (kinds.index(part.kind), -part.spend, part.name))
    return {part: made[part] for part in order}
