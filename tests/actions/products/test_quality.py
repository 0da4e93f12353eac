"""Which products may not be ready, and which papers are to be renewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ksdesk.actions import notes, products
from ksdesk.actions.products import bulk
from ksdesk.actions.products import quality as product_quality
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import may_be_ready
from ksdesk.domain.rulebook import RuleBook

DAY = date(2026, 11, 18)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return RuleBook.load()


@pytest.fixture
def goods(book, now):
    for title, category in (("柿饼", "果干蜜饯"), ("枣", "果干蜜饯"), ("陶罐", "陶器")):
        products.save(book, Product(title=title, category=category), now)
    return book.reader.products.all()[::-1]


def ending(book, rules, now) -> list[tuple[str, int, str, int]]:
    found = product_quality.ending_papers(book.reader, rules, now)
    return [(e.paper.kind, e.days, e.product.title, e.products) for e in found]


def test_who_may_not_be_ready(book, rules, goods, now) -> None:
    open_checks = bulk.limits(book.reader, rules, now).open_checks
    checks = open_checks(goods[0])
    codes = [check.code for check in checks]
    assert codes.count("paper_missing") == 2 and "sample" in codes
    assert not may_be_ready(checks, goods[0].quality.reason)
    assert may_be_ready(open_checks(goods[2]), "手作，没有资质要求")


def test_papers_to_renew_the_most_urgent_first(book, rules, goods, now) -> None:
    for kind, category, product, days in (
        ("食品经营许可证", "果干蜜饯", None, 12),
        ("质检报告", "", goods[0].id, -3),
        ("质检报告", "", goods[1].id, 31),
        ("质检报告", "调味品", None, 1),  # nothing is sold of it
    ):
        until = DAY + timedelta(days=days)
        paper = ProductPaper(kind, product=product, category=category, valid_to=until)
        notes.keep(book, paper, now)
    assert ending(book, rules, now) == [
        ("质检报告", -3, "柿饼", 1),
        ("食品经营许可证", 12, "枣", 2),
    ]


def test_a_renewed_paper_is_quiet(book, rules, goods, now) -> None:
    old = ProductPaper("食品经营许可证", category="果干蜜饯", valid_to=DAY)
    notes.keep(book, old, now)
    new = replace(old, valid_to=DAY + timedelta(days=1000))
    notes.keep(book, replace(new, category="", product=goods[0].id), now)
    assert ending(book, rules, now) == [("食品经营许可证", 0, "枣", 1)]
    notes.keep(book, new, now)
    assert ending(book, rules, now) == []
