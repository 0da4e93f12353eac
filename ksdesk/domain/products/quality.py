"""The check before listing (保证产品品质): papers, words, brand, where the goods come from, sample.

Selling fakes or breaking the platform's rules may cost limited trading or the shop for good
(rule products.quality), so a product with an open check is made ready with a stated reason only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from ksdesk.domain.products.categories import FOOD, category_of
from ksdesk.domain.products.claims import ClaimWords, claims_in
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.values import Product
from ksdesk.domain.rulebook import DayRules

LEAST_REASON: Final = 4
"""Characters that a reason has at least."""

PENALTY: Final = "products.quality"
"""The rule that names what selling fakes may cost."""

BRANDS: Final = ("none", "own", "licensed")
"""Answers to "brand": goods without a brand, a brand of one's own, somebody else's brand."""

TEXTS: Final = ("title", "short_title", "selling_point", "detail")
"""The texts of a listing that are searched for claims."""

QUESTIONS: Final[Mapping[str, str]] = {
    "supplier": "yes",  # who made it or who sold it is known by name
    "invoice": "yes",  # there is an invoice or a delivery note, or it is home-grown
    "same": "yes",  # the goods are what title and pictures say
    "other_brand": "no",  # title or pictures show somebody else's brand
    "cheap": "yes",  # there is an honest reason for a price far below the crossed-out one
}
"""The yes-or-no questions on counterfeits with the answer that is without risk."""

BLOCKING: Final = ("open", "bad")
"""Levels with which a product is not ready: not answered yet, and something is wrong."""


@dataclass(frozen=True)
class QualityCheck:
    """One thing that was looked at.

    `level`: good, hint (a tip), warn (soon), open (not answered) or bad. `rule` is the key that
    it stands on, "" for none. `evidence` holds the figures and texts that its sentence needs.
    """

    code: str
    level: str
    rule: str = ""
    evidence: Mapping[str, Any] = field(default_factory=dict, hash=False)


def open_checks(
    product: Product,
    papers: Iterable[ProductPaper],
    rules: DayRules,
    today: date,
    words: ClaimWords,
) -> tuple[QualityCheck, ...]:
    """What keeps a product from being ready without a reason."""
    every = all_checks(product, papers, rules, today, words)
    return tuple(check for check in every if check.level in BLOCKING)


def may_be_ready(open_: Sequence[QualityCheck], reason: str) -> bool:
    """Whether nothing is open, or a reason of at least four characters is stated."""
    return not open_ or len(reason.strip()) >= LEAST_REASON


def all_checks(
    product: Product,
    papers: Iterable[ProductPaper],
    rules: DayRules,
    today: date,
    words: ClaimWords,
) -> tuple[QualityCheck, ...]:
    """Everything that was looked at, by topic; *papers* may be those of the whole shop."""
    own = [paper for paper in papers if belongs(paper, product)]
    return (
        *_papers(product, own, rules, today),
        *_claims(product, rules, words),
        *_brand(product, own, rules, today),
        *_questions(product, rules),
        *_sample(product),
    )


def belongs(paper: ProductPaper, product: Product) -> bool:
    """Whether a paper stands for a product: its own, its category's or the whole shop's."""
    if paper.product is not None:
        return paper.product == product.id
    return paper.category.strip() in ("", product.category.strip())


def kinds_of_paper(rules: DayRules) -> tuple[str, ...]:
    """Every paper that the rule book names, in its order."""
    by_category = (r for r in rules.match("categories.") if r.key.endswith("papers"))
    named = (*by_category, *rules.match("quality.brand."))
    values = (rule.value for rule in named if isinstance(rule.value, tuple))
    return tuple(dict.fromkeys(kind for value in values for kind in value))


def paper_level(valid_to: date | None, today: date, remind: int) -> str:
    """How a paper stands: good, warn (ends within *remind* days) or bad (it has ended)."""
    if valid_to is None or (days := (valid_to - today).days) > remind:
        return "good"
    return "warn" if days >= 0 else "bad"


def _plain(kind: str) -> str:
    """3C 认证 and 3c认证 are one paper."""
    return unicodedata.normalize("NFKC", "".join(kind.split())).casefold()


def newest(papers: Iterable[ProductPaper], kind: str) -> ProductPaper | None:
    """Of several papers of a kind the one that holds longest; without an end is for ever."""
    alike = [paper for paper in papers if _plain(paper.kind) == _plain(kind)]
    return max(alike, key=lambda paper: paper.valid_to or date.max, default=None)


def _papers(
    product: Product, papers: Sequence[ProductPaper], rules: DayRules, today: date
) -> Iterator[QualityCheck]:
    found = category_of(product.category, rules)
    needed = found.papers if found else None
    welcome = found.optional_papers if found else None
    optional = rules.words(welcome.key) if welcome else ()
    asked = {kind: rule.key for rule in (needed, welcome) if rule for kind in rules.words(rule.key)}
    known = {*map(_plain, asked)}
    asked |= {paper.kind: "" for paper in papers if _plain(paper.kind) not in known}
    with_brand = _brand_papers(product, rules)
    for kind, key in asked.items():
        if kind not in with_brand:
            yield _paper(kind, key, kind in optional, papers, rules, today)
    if not product.category.strip():
        yield QualityCheck("category", "open")
    elif not asked:
        yield QualityCheck("papers_unknown", "hint", "", {"category": product.category.strip()})


def _paper(
    kind: str,
    key: str,
    optional: bool,
    papers: Sequence[ProductPaper],
    rules: DayRules,
    today: date,
) -> QualityCheck:
    paper = newest(papers, kind)
    if paper is None:
        return QualityCheck("paper_missing", "hint" if optional else "open", key, {"kind": kind})
    level = paper_level(paper.valid_to, today, rules.whole("quality.papers_remind"))
    evidence = {"kind": kind, "paper": paper, "until": paper.valid_to}
    code = {"good": "paper", "warn": "paper_ends", "bad": "paper_ended"}[level]
    return QualityCheck(code, "hint" if optional and level == "bad" else level, key, evidence)


def texts_of(product: Product) -> dict[str, str]:
    """What is searched for claims, by the names of `TEXTS`."""
    texts = (product.title, product.short_title, product.selling_point, product.details.text)
    return dict(zip(TEXTS, texts, strict=True))


def _claims(product: Product, rules: DayRules, words: ClaimWords) -> Iterator[QualityCheck]:
    found = category_of(product.category, rules)
    food = found is not None and found.code in FOOD
    clean = True
    for where, text in texts_of(product).items():
        claims = claims_in(text, words, food=food)
        for kind in dict.fromkeys(claim.kind for claim in claims):
            clean = False
            spans = tuple(claim for claim in claims if claim.kind == kind)
            evidence = {"where": where, "text": text, "claims": spans}
            yield QualityCheck("claims", "bad", f"quality.claims.{kind}", evidence)
    if clean:
        yield QualityCheck("no_claims", "good", "quality.claims.law")


def _brand_papers(product: Product, rules: DayRules) -> tuple[str, ...]:
    """The papers that stand beside the brand, not among those of the category."""
    key = f"quality.brand.{product.quality.answers.get('brand', '')}"
    return rules.words(key) if key in rules else ()


def _brand(
    product: Product, papers: Sequence[ProductPaper], rules: DayRules, today: date
) -> Iterator[QualityCheck]:
    brand = product.quality.answers.get("brand", "")
    if brand not in BRANDS:
        yield QualityCheck("brand", "open", "quality.brand.licensed")
    elif brand == "none":
        yield QualityCheck("brand", "good", "", {"brand": brand})
    else:
        key = f"quality.brand.{brand}"
        for kind in _brand_papers(product, rules):
            yield _paper(kind, key, brand == "own", papers, rules, today)


def asked_of(product: Product, rules: DayRules) -> tuple[str, ...]:
    """The questions that a product has to answer: "cheap" where its price is far below."""
    share = rules.number("quality.price.far_below")
    price, struck = product.price, product.struck_price
    cheap = price is not None and struck is not None and price * 100 < struck * share
    return tuple(code for code in QUESTIONS if code != "cheap" or cheap)


def _questions(product: Product, rules: DayRules) -> Iterator[QualityCheck]:
    answers = product.quality.answers
    for code in asked_of(product, rules):
        key = "quality.price.far_below" if code == "cheap" else PENALTY
        answer = answers.get(code, "")
        if answer not in ("yes", "no"):
            yield QualityCheck(code, "open", key)
            continue
        # Somebody else's brand in the title is no risk for who has its authorisation.
        licensed = code == "other_brand" and answers.get("brand") == "licensed"
        fine = licensed or answer == QUESTIONS[code]
        yield QualityCheck(code, "good" if fine else "bad", key, {"answer": answer})


def _sample(product: Product) -> Iterator[QualityCheck]:
    quality = product.quality
    evidence = {"on": quality.sample_on, "note": quality.sample_note.strip()}
    if quality.sample_on is None:
        yield QualityCheck("sample", "open", PENALTY)
    elif not evidence["note"]:
        yield QualityCheck("sample_note", "hint", PENALTY, evidence)
    else:
        yield QualityCheck("sample", "good", PENALTY, evidence)
