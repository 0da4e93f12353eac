"""The check before listing over a book: what is open, which papers end, and who needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.products.quality import (
    belongs,
    newest,
    paper_level,
)
from ksdesk.domain.rulebook import RuleBook
from ksdesk.storage import Reader


@dataclass(frozen=True)
class EndingPaper:
    """A paper that ends soon or has ended, the first product that needs it, and how many do."""

    paper: ProductPaper
    days: int
    product: Product
    products: int


def ending_papers(reader: Reader, rules: RuleBook, now: datetime) -> tuple[EndingPaper, ...]:
    """The papers to renew, the most urgent first.

    One that nothing on the list needs any more, or that a newer one stands in for, is left out.
    """
    today = now.date()
    remind = rules.on(today).whole("quality.papers_remind")
    papers = reader.notes.all(ProductPaper)
    due = [p for p in papers if paper_level(p.valid_to, today, remind) != "good"]
    if not due:
        return ()
    found, every = [], reader.products.all()
    for paper in due:
        needy = [p for p in every if belongs(paper, p) and _stands(paper, papers, p)]
        if needy and paper.valid_to is not None:
            days = (paper.valid_to - today).days
            found.append(EndingPaper(paper, days, needy[0], len(needy)))
    return tuple(sorted(found, key=lambda one: (one.days, one.paper.id)))


def _stands(paper: ProductPaper, papers: Iterable[ProductPaper], product: Product) -> bool:
    """Whether of all its kind that a product has, this paper holds longest."""
    own = [other for other in papers if belongs(other, product)]
    return newest(own, paper.kind) == paper
