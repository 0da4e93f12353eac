"""What stands out, in sentences with their numbers."""

from __future__ import annotations

from ksdesk.domain.reviews.remarks import Remark
from ksdesk.ui.parts.texts import count_text, elide, percent_text, yuan_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.reviews.words import figure_name

_said = Words("ReviewRemarks")
TITLE_ROOM = 14  # characters of a product's name within a sentence

_SENTENCES = {
    "sales_more": QT_TRANSLATE_NOOP("ReviewRemarks", "{yuan} more in sales{by}."),
    "sales_less": QT_TRANSLATE_NOOP("ReviewRemarks", "{yuan} less in sales{by}."),
    "stay_more": QT_TRANSLATE_NOOP("ReviewRemarks", "People stayed {seconds} s longer."),
    "stay_less": QT_TRANSLATE_NOOP("ReviewRemarks", "People stayed {seconds} s less."),
    "fans_more": QT_TRANSLATE_NOOP("ReviewRemarks", "{n} more new fans{lost}."),
    "fans_less": QT_TRANSLATE_NOOP("ReviewRemarks", "{n} fewer new fans{lost}."),
    "step_less": QT_TRANSLATE_NOOP(
        "ReviewRemarks", "From “{of}” to “{step}” only {share} went on; usually {usual}."
    ),
    "refunds_more": QT_TRANSLATE_NOOP(
        "ReviewRemarks", "{share} of the sales was refunded; usually {usual}."
    ),
    "unsold": QT_TRANSLATE_NOOP(
        "ReviewRemarks", "{n} of the {told} products shown sold nothing: {name}{more}."
    ),
    "best": QT_TRANSLATE_NOOP(
        "ReviewRemarks", "{name} brought {share} of the sales, {orders} orders."
    ),
    "lost": QT_TRANSLATE_NOOP("ReviewRemarks", "It lost {yuan} after goods, shipping and spend."),
}
_CAUSES = {
    "viewers": (
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because more people watched"),
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because fewer people watched"),
    ),
    "rate": (
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because more of the viewers bought"),
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because fewer of the viewers bought"),
    ),
    "value": (
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because an order came to more"),
        QT_TRANSLATE_NOOP("ReviewRemarks", ", mostly because an order came to less"),
    ),
}


def remark_text(remark: Remark) -> str:
    """The sentence of what stands out."""
    facts = remark.facts
    return _said(_SENTENCES[remark.code], **{**_plain(facts), **_within(remark)})


def _plain(facts) -> dict[str, str]:
    """The figures of a sentence as they are read."""
    found: dict[str, str] = {}
    for name, value in facts.items():
        if name == "fen":
            found["yuan"] = yuan_text(value)
        elif name in ("share", "usual"):
            found[name] = percent_text(value)
        elif name in ("of", "step"):
            found[name] = figure_name(value)
        elif name == "name":
            found[name] = elide(value, TITLE_ROOM)
        elif isinstance(value, int):
            found[name] = count_text(value)
    return found


def _within(remark: Remark) -> dict[str, str]:
    """Parts of a sentence that may be missing."""
    facts = remark.facts
    found: dict[str, str] = {}
    if "by" in facts:
        causes = _CAUSES.get(facts["by"])
        found["by"] = _said(causes[remark.code == "sales_less"]) if causes else ""
    if "lost" in facts:
        lost = facts["lost"]
        text = QT_TRANSLATE_NOOP("ReviewRemarks", ", {n} left")
        found["lost"] = _said(text, n=count_text(lost)) if lost else ""
    if remark.code == "unsold":
        more = QT_TRANSLATE_NOOP("ReviewRemarks", " and others")
        found["more"] = _said(more) if facts["n"] > 1 else ""
    return found
