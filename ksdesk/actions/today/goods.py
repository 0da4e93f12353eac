"""Goods on 今日: drafts, papers that end, orders of what is not there, stock that runs out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ksdesk.actions.today.asking import Inquiry, Look
from ksdesk.domain.products import Product, missing
from ksdesk.domain.products.notes import ProductPaper, StockCase
from ksdesk.domain.today import Item, end_of

if TYPE_CHECKING:  # what judges goods is loaded where there are any
    from ksdesk.actions.products.quality import EndingPaper
    from ksdesk.domain.products.stock.outlook import StockLine

CASE_TARGET: Final = "case:"
"""How a target of 商品 begins that is an out-of-stock case; its number follows."""

NAMED: Final = 3
"""So many goods that run out are named one by one; of more the rest is counted."""

Drafts = tuple[int, str, int, Mapping[str, int]]


def _ask_drafts(look: Look) -> Drafts | None:
    """Number and title of the first unfinished draft, how many there are, and what they lack."""
    first, count, gaps = None, 0, Counter[str]()
    for product in look.reader.product_list.drafts():
        if found := missing(product):
            first = first or product
            count += 1
            gaps.update(found)
    return None if first is None else (first.id, first.title, count, dict(gaps))


def _say_drafts(found: Drafts | None, _now: datetime) -> Iterator[Item]:
    if found is not None:
        number, title, count, gaps = found
        facts = {"count": count, "title": title, "missing": gaps}
        yield Item("drafts", "products", str(number), facts=facts, which=f"{number} {count}")


def _ask_papers(look: Look) -> tuple[EndingPaper, ...]:
    if not look.reader.notes.having(ProductPaper, 1):
        return ()
    from ksdesk.actions.products import quality

    return quality.ending_papers(look.reader, look.rules, look.now)


def _say_papers(found: tuple[EndingPaper, ...], _now: datetime) -> Iterator[Item]:
    """Papers of products that end within the days of the rule, or have ended."""
    for ending in found:
        paper, ended = ending.paper, ending.days < 0
        facts = {
            "paper": paper.kind,
            "days": ending.days,
            "until": paper.valid_to,
            "title": ending.product.title,
            "products": ending.products,
        }
        group, level = ("now", "bad") if ended else ("today", "warn")
        due = end_of(paper.valid_to) if paper.valid_to is not None else None
        target, which = str(ending.product.id), f"{paper.id} {paper.valid_to}"
        yield Item("paper_expires", "products", target, group, level, due, facts, which)


def _ask_cases(look: Look) -> tuple[StockCase, ...]:
    if not look.reader.notes.having(StockCase, 1):
        return ()
    from ksdesk.actions.products import stock_case

    return stock_case.open_cases(look.reader)


def _say_cases(found: tuple[StockCase, ...], _now: datetime) -> Iterator[Item]:
    """Orders of goods that are not there; now, as long as the buyer does not know."""
    if not found:
        return
    from ksdesk.domain.products.stock.case import place as place_of

    for case in found:
        place = place_of(case)
        facts = {"place": place, "title": case.title, "order": case.order_no}
        group = "now" if place == "tell" else "today"
        target = f"{CASE_TARGET}{case.id}"
        which = f"{case.id} {place}"
        yield Item("stock_case", "products", target, group, "warn", facts=facts, which=which)


@dataclass(frozen=True)
class RunningOut:
    """The first goods that run out, each with its option, and how many others do; `days` are those
    that sales are counted of."""

    first: tuple[tuple[StockLine, Product, str], ...]
    others: int
    days: int


def _ask_stock(look: Look) -> RunningOut:
    days = look.rules.on(look.now.date()).whole("quality.stock.window")
    if not look.reader.product_list.any():
        return RunningOut((), 0, days)
    from ksdesk.actions.products import stock

    found = stock.running_out(look.reader, look.rules, look.now)
    first = found[:NAMED]
    whole = {p.id: p for p in look.reader.products.some(line.product.id for line in first)}
    named = []
    for line in first:
        product = whole.get(line.product.id, line.product)
        options = ("/".join(sku.options) for sku in product.skus if sku.code == line.sku_key)
        named.append((line, product, next(options, "")))
    return RunningOut(tuple(named), len(found) - len(first), days)


def _say_stock(found: RunningOut, _now: datetime) -> Iterator[Item]:
    """Goods that somebody buys and that are gone, or will be in days; the rest as one."""
    for line, product, option in found.first:
        gone = line.stock is not None and line.stock <= 0
        facts = {
            "title": product.title,
            "option": option,
            "stock": line.stock,
            "sold": line.sold,
            "left": line.left,
            "days": found.days,
        }
        which = f"{product.id} {line.sku_key} {'gone' if gone else ''}"
        target, level = str(product.id), "warn" if gone else "plain"
        yield Item("stock_low", "products", target, "today", level, facts=facts, which=which)
    if found.others:
        facts = {"count": found.others}
        yield Item("stock_more", "products", "low", facts=facts, which=str(found.others))


GOODS: Final[tuple[Inquiry[Any], ...]] = (
    Inquiry("drafts", ("products", "imports"), _ask_drafts, _say_drafts),
    Inquiry("product_papers", ("products", "imports"), _ask_papers, _say_papers),
    Inquiry("stock_cases", ("products", "imports"), _ask_cases, _say_cases),
    Inquiry("stock", ("products", "imports"), _ask_stock, _say_stock),
)
