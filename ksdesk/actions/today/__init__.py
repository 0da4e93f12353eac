"""今日: what must be done now, what today, what is worth knowing; read from the book, no words.

Every item names the page and the row that it is about, so that the screen can jump there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import chain
from typing import Any, Final

from ksdesk.actions.today.asking import Answers, Inquiry, Look
from ksdesk.actions.today.cards import SOLD, cards
from ksdesk.actions.today.fans import FANS
from ksdesk.actions.today.goods import CASE_TARGET, GOODS
from ksdesk.actions.today.later import PUT_OFF
from ksdesk.actions.today.paid import PAID
from ksdesk.actions.today.reports import ALARMS, REPORTS, of_copies
from ksdesk.actions.today.reviews import REVIEWS
from ksdesk.actions.today.service import SERVICE
from ksdesk.actions.today.shop import DEPOSITS, PAPERS, WIZARD, all_papers
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.today import Agenda, Item, TodayNumber, badges, by_urgency
from ksdesk.domain.today.later import parted
from ksdesk.storage import Reader

__all__ = ["CASE_TARGET", "Agenda", "Answers", "Item", "TodayNumber", "agenda", "badges"]

PARTS: Final[tuple[Inquiry[Any], ...]] = (
    *(DEPOSITS, WIZARD, PAPERS),
    *GOODS,
    *SERVICE,
    *PAID,
    *FANS,
    *REVIEWS,
    *REPORTS,
)


def agenda(
    reader: Reader,
    rules: RuleBook,
    now: datetime,
    backed_up: datetime | None = None,
    with_buyers: int = 0,
    answers: Answers | None = None,
    turns: Mapping[str, int] | None = None,
) -> Agenda:
    """What the book knows at `now` (Beijing time); `backed_up` is when the newest copy was made,
    `with_buyers` how many copies hold buyers' data that the book has forgotten.

    With the `answers` of earlier looks and the `turns` (see `Look`) only that is asked again which
    a write has touched since.
    """
    look = Look(reader, rules, now, {} if answers is None else answers, turns or {})
    found = [
        *chain.from_iterable(part.items(look) for part in PARTS),
        *of_copies(backed_up, with_buyers, now),
    ]
    shown = cards(look)
    if reader.damaged:  # as far as all of the above was read
        facts = {"count": reader.damaged}
        found.append(Item("damaged", "settings", "data", "today", "warn", facts=facts))
    notes = look.ask(PUT_OFF)
    told, hidden = parted(found, notes, now)
    papers = (item for item in all_papers(look.ask(PAPERS), now) if item.facts["days"] >= 0)
    return Agenda(
        now,
        by_urgency(item for item in told if item.group in ("now", "today")),
        tuple(item for item in told if item.group == "remind"),
        tuple(item for item in told if item.group == "advise"),
        shown,
        _fresh(look),
        next(iter(by_urgency(papers)), None),
        tuple((item, note.told_from) for item, note in hidden if not note.ticked),
        look.ask(ALARMS) is None,
        not look.ask(SOLD).booked,
        tuple(item for item, note in hidden if note.ticked),
    )


def _fresh(look: Look) -> bool:
    """Whether nothing is in the book that 今日 could speak of."""
    reader = look.reader
    return not (
        look.ask(DEPOSITS).opened
        or look.ask(WIZARD).touched
        or look.ask(SOLD).day
        or reader.traffic.span() is not None
        or reader.product_list.any()
        or reader.aftersales.any()
    )
