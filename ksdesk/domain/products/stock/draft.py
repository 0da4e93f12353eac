"""What to write to a buyer whose goods are not there: a text to copy, in spoken Chinese.

A fact that is not known is marked as a gap and named, so that it can be asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from ksdesk.domain.products.notes import StockCase

GAPS: Final = {
    "source": "〔从哪儿调〕",
    "day": "〔几号能发〕",
    "instead": "〔换成什么〕",
    "tracking": "〔快递单号〕",
}
"""What stands in the text for a fact that is missing."""


@dataclass(frozen=True)
class Facts:
    """What only the seller knows: where the goods come from, when they go, what else there is."""

    source: str = ""
    day: date | None = None
    instead: str = ""
    tracking: str = ""


@dataclass(frozen=True)
class CaseDraft:
    """The text, and the codes of `GAPS` that it still has."""

    text: str
    missing: tuple[str, ...] = ()


_TEXTS: Final = {
    "tell": "您好，您拍的{goods}卖空了，没跟您说一声，对不住。我从{source}调同样的货，"
    "{day}能发出。愿意等吗？不愿意马上给您退。",
    "consent": "您好，还是{goods}的事：同样的货从{source}调，{day}能发出。"
    "您看等不等？不等就给您退，都行。",
    "fetch": "您好，{goods}正从{source}调，{day}能发出，发了告诉您单号。",
    "check": "您好，{goods}调到了，我先拆开查一遍，没毛病{day}就发。",
    "ship": "您好，{goods}发出了，快递单号{tracking}。让您久等了，收到有事随时找我。",
    "settle": "您好，{goods}实在调不到了，对不住。您看是退款，还是给您换成{instead}？您说了算。",
    "refund": "您好，{goods}的钱给您退了，原路回去，您留意一下。这次对不住，下回有货先给您留。",
    "exchange": "您好，{goods}给您换成{instead}，今天发出，快递单号{tracking}。"
    "收到不满意随时找我。",
}


def draft(case: StockCase, place: str, facts: Facts) -> CaseDraft:
    """The text for where a case is (`ksdesk.domain.products.stock.case.place`)."""
    known = {
        "source": facts.source.strip(),
        "day": f"{facts.day.month}月{facts.day.day}日" if facts.day else "",
        "instead": facts.instead.strip(),
        "tracking": facts.tracking.strip(),
    }
    text = _TEXTS[place]
    missing = tuple(code for code in GAPS if f"{{{code}}}" in text and not known[code])
    filled = {code: known[code] or gap for code, gap in GAPS.items()}
    pieces = f" {case.quantity} 件" if case.quantity > 1 else ""
    return CaseDraft(text.format(goods=f"{case.title.strip()}{pieces}", **filled), missing)


def asked_for(place: str) -> tuple[str, ...]:
    """The facts that the text of a place has room for."""
    return tuple(code for code in GAPS if f"{{{code}}}" in _TEXTS[place])
