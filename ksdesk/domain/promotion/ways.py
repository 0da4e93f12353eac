"""Which way a report or a plan speaks of: one name for each, whatever it is called there."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from typing import Final

from ksdesk.domain.promotion.plans import Plan, way_of

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
