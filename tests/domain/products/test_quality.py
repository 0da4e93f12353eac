"""The check before listing: what is asked of a product, and when it may be ready."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ksdesk.domain.products import Details, Product, Quality
from ksdesk.domain.products.claims import ClaimWords
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import (
    all_checks,
    belongs,
    kinds_of_paper,
    may_be_ready,
    newest,
    open_checks,
    paper_level,
)
from ksdesk.domain.rulebook import Override, RuleBook

BOOK = RuleBook.load()
TODAY = date(2026, 11, 18)
RULES = BOOK.on(TODAY)
WORDS = ClaimWords(RULES)

ANSWERS = {
    "brand": "none",
    "supplier": "yes",
    "invoice": "yes",
    "same": "yes",
    "other_brand": "no",
}
GOOD = Product(
    title="富平吊柿饼",
    category="果干蜜饯",
    price=5990,
    quality=Quality(ANSWERS, TODAY, "照片在相册 11 月"),
    id=7,
)
LICENCE = ProductPaper("食品经营许可证", category="果干蜜饯")
REPORT = ProductPaper("质检报告", product=7, valid_to=TODAY + timedelta(days=200))


def levels(product: Product, *papers: ProductPaper) -> dict[str, str]:
    return {c.code: c.level for c in all_checks(product, papers, RULES, TODAY, WORDS)}


def opened(product: Product, *papers: ProductPaper) -> list[str]:
    return [c.code for c in open_checks(product, papers, RULES, TODAY, WORDS)]


def answered(**answers: str) -> Product:
    return replace(GOOD, quality=replace(GOOD.quality, answers={**ANSWERS, **answers}))


def test_all_answered_and_all_papers_there_leaves_nothing_open() -> None:
    assert opened(GOOD, LICENCE, REPORT) == []
    assert set(levels(GOOD, LICENCE, REPORT).values()) == {"good"}


def test_a_new_product_is_asked_everything() -> None:
    asked = opened(Product(title="柿饼"))
    assert asked == ["category", "brand", "supplier", "invoice", "same", "other_brand", "sample"]


def test_a_category_without_known_papers_says_so_and_blocks_nothing() -> None:
    assert levels(replace(GOOD, category="陶器"))["papers_unknown"] == "hint"
    assert opened(replace(GOOD, category="陶器")) == []


def test_an_optional_paper_blocks_nothing() -> None:
    fruit = replace(GOOD, category="水果生鲜")
    assert levels(fruit)["paper_missing"] == "hint"
    assert opened(fruit) == []


@pytest.mark.parametrize(
    ("days", "level"), [(None, "good"), (31, "good"), (30, "warn"), (0, "warn"), (-1, "bad")]
)
def test_a_paper_is_brought_up_thirty_days_before_its_end(days: int | None, level: str) -> None:
    until = None if days is None else TODAY + timedelta(days=days)
    assert paper_level(until, TODAY, 30) == level
    paper = replace(REPORT, valid_to=until)
    assert levels(GOOD, LICENCE, paper).get(
        {"good": "paper", "warn": "paper_ends", "bad": "paper_ended"}[level]
    )
    assert opened(GOOD, LICENCE, paper) == (["paper_ended"] if level == "bad" else [])


def test_the_days_before_are_the_sellers_to_choose() -> None:
    own = BOOK.with_overrides([Override("quality.papers_remind", 60)]).on(TODAY)
    paper = replace(REPORT, valid_to=TODAY + timedelta(days=45))
    checks = all_checks(GOOD, (LICENCE, paper), own, TODAY, ClaimWords(own))
    assert "paper_ends" in [c.code for c in checks]


def test_a_renewed_paper_stands_in_for_the_old_one() -> None:
    old = replace(REPORT, valid_to=TODAY - timedelta(days=9))
    assert opened(GOOD, LICENCE, old, REPORT) == []
    for_ever = replace(REPORT, valid_to=None)
    assert newest((old, for_ever, REPORT), "质检报告") == for_ever


def test_whose_a_paper_is() -> None:
    assert belongs(LICENCE, GOOD) and belongs(REPORT, GOOD)
    assert belongs(ProductPaper("食品经营许可证"), GOOD), "of the whole shop"
    assert not belongs(replace(LICENCE, category="调味品"), GOOD)
    assert not belongs(replace(REPORT, product=8), GOOD)


def test_somebody_elses_brand_needs_its_authorisation() -> None:
    licensed = answered(brand="licensed")
    assert opened(licensed, LICENCE, REPORT) == ["paper_missing"]
    brand = ProductPaper("品牌授权书", product=7, valid_to=TODAY + timedelta(days=100))
    assert opened(licensed, LICENCE, REPORT, brand) == []
    over = replace(brand, valid_to=TODAY - timedelta(days=1))
    assert opened(licensed, LICENCE, REPORT, over) == ["paper_ended"]
    assert opened(answered(brand="own"), LICENCE, REPORT) == []


def test_a_foreign_brand_in_the_title_is_a_risk_without_authorisation() -> None:
    brand = ProductPaper("品牌授权书", product=7)
    assert opened(answered(other_brand="yes"), LICENCE, REPORT) == ["other_brand"]
    licensed = answered(other_brand="yes", brand="licensed")
    assert opened(licensed, LICENCE, REPORT, brand) == []


@pytest.mark.parametrize("code", ["supplier", "invoice", "same"])
def test_a_no_is_a_risk(code: str) -> None:
    assert levels(answered(**{code: "no"}), LICENCE, REPORT)[code] == "bad"


@pytest.mark.parametrize(("price", "asked"), [(29_99, True), (30_00, False)])
def test_a_price_far_below_the_crossed_out_one_is_asked_about(price: int, asked: bool) -> None:
    product = replace(GOOD, price=price, struck_price=100_00)
    assert ("cheap" in opened(product, LICENCE, REPORT)) is asked
    answered_ = replace(product, quality=answered(cheap="yes").quality)
    assert opened(answered_, LICENCE, REPORT) == []


def test_claims_are_looked_for_in_all_texts() -> None:
    product = replace(
        GOOD,
        title="最佳柿饼",
        short_title="第一",
        selling_point="降血糖",
        details=Details(text="国家级"),
    )
    checks = open_checks(product, (LICENCE, REPORT), RULES, TODAY, WORDS)
    assert [(c.evidence["where"], c.rule) for c in checks] == [
        ("title", "quality.claims.law"),
        ("short_title", "quality.claims.usual"),
        ("selling_point", "quality.claims.medical"),
        ("detail", "quality.claims.law"),
    ]


def test_the_sample_wants_a_day_and_advises_a_note() -> None:
    unseen = replace(GOOD, quality=replace(GOOD.quality, sample_on=None))
    assert opened(unseen, LICENCE, REPORT) == ["sample"]
    bare = replace(GOOD, quality=replace(GOOD.quality, sample_note=" "))
    assert levels(bare, LICENCE, REPORT)["sample_note"] == "hint"
    assert opened(bare, LICENCE, REPORT) == []


def test_every_rule_that_a_check_stands_on_is_in_the_book() -> None:
    for product in (GOOD, Product(), answered(brand="licensed"), answered(brand="own")):
        for check in all_checks(product, (), RULES, TODAY, WORDS):
            assert not check.rule or check.rule in RULES, check
    assert "食品经营许可证" in kinds_of_paper(RULES)


def test_ready_needs_nothing_open_or_a_reason() -> None:
    checks = open_checks(Product(), (), RULES, TODAY, WORDS)
    assert may_be_ready((), "")
    assert not may_be_ready(checks, "")
    assert not may_be_ready(checks, "  急 卖  ")
    assert may_be_ready(checks, "报告周五到")


@pytest.mark.parametrize("kind", ["3C 认证", "3c认证", "３Ｃ认证"])
def test_a_paper_is_the_same_however_it_is_spaced(kind: str) -> None:
    phone = replace(GOOD, category="数码")
    checks = all_checks(phone, (replace(LICENCE, kind=kind, category=""),), RULES, TODAY, WORDS)
    assert [c.code for c in checks if c.code.startswith("paper")] == ["paper"]
