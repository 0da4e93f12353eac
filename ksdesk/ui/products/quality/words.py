"""Words for the check before listing: codes and evidence come from `domain.product_quality`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import QualityCheck
from ksdesk.ui.parts.texts import counted, day_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

_say = Words("Quality")

translate = QCoreApplication.translate

PILLS = {
    "good": ("good", QT_TRANSLATE_NOOP("Quality", "Fine")),
    "hint": ("neutral", QT_TRANSLATE_NOOP("Quality", "Tip")),
    "warn": ("warn", QT_TRANSLATE_NOOP("Quality", "Ends soon")),
    "open": ("warn", QT_TRANSLATE_NOOP("Quality", "Open")),
    "bad": ("bad", QT_TRANSLATE_NOOP("Quality", "Not right")),
}
PAPERS = {
    # The platform's names; in English with what they mean.
    "食品经营许可证": QT_TRANSLATE_NOOP("Quality", "Food business licence"),
    "质检报告": QT_TRANSLATE_NOOP("Quality", "Test report"),
    "化妆品生产许可证": QT_TRANSLATE_NOOP("Quality", "Cosmetics production licence"),
    "品牌授权书": QT_TRANSLATE_NOOP("Quality", "Brand authorisation"),
    "商标注册证": QT_TRANSLATE_NOOP("Quality", "Trademark certificate"),
    "地理标志": QT_TRANSLATE_NOOP("Quality", "Geographical indication"),
    "3C认证": QT_TRANSLATE_NOOP("Quality", "3C certificate"),
}
BRANDS = {
    "none": QT_TRANSLATE_NOOP("Quality", "No brand"),
    "own": QT_TRANSLATE_NOOP("Quality", "My own"),
    "licensed": QT_TRANSLATE_NOOP("Quality", "Somebody else's"),
}
QUESTIONS = {
    "supplier": QT_TRANSLATE_NOOP(
        "Quality", "Do you know by name who made it, or who sold it to you?"
    ),
    "invoice": QT_TRANSLATE_NOOP(
        "Quality", "Is there an invoice or delivery note, or is it home-grown?"
    ),
    "same": QT_TRANSLATE_NOOP("Quality", "Are the goods what title and pictures say?"),
    "other_brand": QT_TRANSLATE_NOOP(
        "Quality", "Do title or pictures show a brand of somebody else?"
    ),
    "cheap": QT_TRANSLATE_NOOP(
        "Quality", "Far below the crossed-out price: is there an honest reason?"
    ),
}
RISKS = {
    "supplier": QT_TRANSLATE_NOOP(
        "Quality", "Nobody to hold to account if it is a fake. Find out first"
    ),
    "invoice": QT_TRANSLATE_NOOP(
        "Quality", "Without it you cannot prove where the goods are from. Ask for one"
    ),
    "same": QT_TRANSLATE_NOOP("Quality", "Change the title or the pictures to what you send"),
    "other_brand": QT_TRANSLATE_NOOP(
        "Quality", "Take the brand out, or choose “Somebody else's” above and add its authorisation"
    ),
    "cheap": QT_TRANSLATE_NOOP(
        "Quality", "Buyers and platform will take it for a fake. Correct one of the two prices"
    ),
}
WHERE = {
    "title": QT_TRANSLATE_NOOP("Quality", "Title"),
    "short_title": QT_TRANSLATE_NOOP("Quality", "Short title"),
    "selling_point": QT_TRANSLATE_NOOP("Quality", "Selling point"),
    "detail": QT_TRANSLATE_NOOP("Quality", "Detail text"),
}
CLAIMS = {
    "law": QT_TRANSLATE_NOOP("Quality", "The Advertising Law names this word"),
    "usual": QT_TRANSLATE_NOOP("Quality", "May be taken for an absolute claim"),
    "medical": QT_TRANSLATE_NOOP("Quality", "Food does not claim to heal"),
}


def pill_of(check: QualityCheck) -> tuple[str, str]:
    """Kind and word of a check's pill."""
    kind, word = PILLS[check.level]
    return kind, _say(word)


def paper_word(kind: str) -> str:
    """A paper's name; one of the seller's own stays as it is."""
    return _say(PAPERS[kind]) if kind in PAPERS else kind


def scope_word(paper: ProductPaper) -> str:
    """Whose a paper is."""
    if paper.product is not None:
        return translate("Quality", "for this product")
    if paper.category.strip():
        return translate("Quality", "for all of “{category}”").format(category=paper.category)
    return translate("Quality", "for all you sell")


def brand_word(brand: str) -> str:
    """The word of an answer to the question of the brand."""
    return _say(BRANDS[brand])


def question_word(code: str) -> str:
    """A question on counterfeits."""
    return _say(QUESTIONS[code])


def risk_word(code: str) -> str:
    """What the risky answer means, and the way out."""
    return _say(RISKS[code])


def where_word(where: str) -> str:
    """The text that a claim was found in."""
    return _say(WHERE[where])


def claim_word(kind: str) -> str:
    """Why a word is better left out."""
    return _say(CLAIMS[kind])


def _until(day: date, left: int) -> str:
    if left < 0:
        one = translate("Quality", "ended on {day}, 1 day ago")
        text = counted(-left, one, translate("Quality", "ended on {day}, {n} days ago"))
    else:
        one = translate("Quality", "to {day}, 1 day left")
        text = counted(left, one, translate("Quality", "to {day}, {n} days left"))
    return text.format(day=day_text(day, year=True))


def paper_words(check: QualityCheck, today: date) -> tuple[str, str]:
    """Title and second line of a check on papers."""
    return _PAPER_LINES[check.code](check.evidence, today)


def _missing(evidence: Any, today: date) -> tuple[str, str]:
    return paper_word(evidence["kind"]), translate("Quality", "not there yet")


def _paper(evidence: Any, today: date) -> tuple[str, str]:
    paper: ProductPaper = evidence["paper"]
    end = translate("Quality", "without an end")
    if paper.valid_to is not None:
        end = _until(paper.valid_to, (paper.valid_to - today).days)
    pieces = [paper.name] if paper.name and paper.name != paper.kind else []
    return paper_word(paper.kind), " · ".join([*pieces, end, scope_word(paper)])


def _category(evidence: Any, today: date) -> tuple[str, str]:
    return (
        translate("Quality", "Category"),
        translate("Quality", "fill it in: the papers depend on it"),
    )


def _unknown(evidence: Any, today: date) -> tuple[str, str]:
    return (
        translate("Quality", "No papers are known for “{category}”").format(
            category=evidence["category"]
        ),
        translate("Quality", "Look in the rule centre on the phone whether it needs any"),
    )


_PAPER_LINES: dict[str, Callable[[Any, date], tuple[str, str]]] = {
    "category": _category,
    "papers_unknown": _unknown,
    "paper_missing": _missing,
    "paper": _paper,
    "paper_ends": _paper,
    "paper_ended": _paper,
}

PAPER_CODES = tuple(_PAPER_LINES)
"""The codes of checks that stand among the papers."""


def short_word(check: QualityCheck) -> str:
    """An open check in a few words, for a list of them."""
    if check.code in _PAPER_LINES:
        return paper_words(check, date.today())[0]
    if check.code == "claims":
        words = "、".join(claim.word for claim in check.evidence["claims"])
        return translate("Quality", "“{words}” in the {where}").format(
            words=words, where=where_word(check.evidence["where"])
        )
    return _say(_SHORT[check.code])


_SHORT = {
    "brand": QT_TRANSLATE_NOOP("Quality", "brand"),
    "supplier": QT_TRANSLATE_NOOP("Quality", "supplier"),
    "invoice": QT_TRANSLATE_NOOP("Quality", "invoice"),
    "same": QT_TRANSLATE_NOOP("Quality", "goods as described"),
    "other_brand": QT_TRANSLATE_NOOP("Quality", "somebody else's brand"),
    "cheap": QT_TRANSLATE_NOOP("Quality", "price"),
    "sample": QT_TRANSLATE_NOOP("Quality", "sample"),
}
