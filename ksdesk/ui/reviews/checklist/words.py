"""What stands on the list, in words."""

from __future__ import annotations

from ksdesk.domain.reviews.checklist import CheckItem
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("FanChecklist")

PROPOSED = {
    "messages": QT_TRANSLATE_NOOP("FanChecklist", "Answer the messages"),
    "lost": QT_TRANSLATE_NOOP("FanChecklist", "See who left yesterday, and think why"),
    "regular": QT_TRANSLATE_NOOP("FanChecklist", "Ask one regular buyer how they like it"),
    "thank": QT_TRANSLATE_NOOP("FanChecklist", "Thank the regulars who bought"),
    "asked": QT_TRANSLATE_NOOP("FanChecklist", "Note the three things asked most"),
    "comments": QT_TRANSLATE_NOOP("FanChecklist", "Answer the open comments"),
    "bad": QT_TRANSLATE_NOOP("FanChecklist", "Read the bad reviews"),
}


def item_words(item: CheckItem) -> str:
    """What is to be done: the seller's words, else the app's own."""
    return item.words or said(PROPOSED.get(item.proposal, ""))
