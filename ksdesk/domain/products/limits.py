"""The published limits of a listing (`resources/rules/products.toml`), held against a product.

Each check stands on the rule that it names, so that the seller's own figures count here as well.
A limit that nobody published is not checked; one that is only common sense is advice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product as combinations
from typing import Final
from unicodedata import east_asian_width

from ksdesk.domain.products.values import Picture, Product, missing
from ksdesk.domain.rulebook import DayRules, Value

SOFT: Final = ("general", "weak")
"""How sure a rule is that only advises (see `ksdesk.domain.rulebook.CONFIDENCE`)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of a product that a rule does not allow.

    ``field`` is a field of `Product` or `Details`, or a role of its pictures. ``level``: "wrong"
    keeps it from being ready, "advice" does not. ``key`` names the rule, "" where something is
    simply not filled in. ``seen`` is what was counted or read and ``allowed`` what the rule says.
    ``at`` is the place of the SKU, or of the picture among those of its role; -1 for the whole.
    ``code``: missing, short, long, low, high, few, many, twice, gaps (combinations that are not
    there), odd (not on the list), form, bytes, oblong or small.
    """

    field: str
    code: str
    key: str = ""
    seen: int | str = 0
    allowed: Value = 0
    level: str = "wrong"
    at: int = -1


def wide_length(text: str) -> int:
    """Characters as the platform counts them: a Chinese one is two, a narrow one is one."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def _plain_length(text: str) -> int:
    return len(text)


TEXTS: Final[tuple[tuple[str, str, str, Callable[[str], int]], ...]] = (
    ("title", "", "products.title.most", wide_length),
    ("short_title", "products.short_title.least", "products.short_title.most", wide_length),
    ("selling_point", "products.selling_point.least", "products.selling_point.most", wide_length),
    ("note", "", "products.own_note.most", _plain_length),
    ("code", "", "products.sku_code.most", wide_length),
    ("text", "products.detail_text.least", "products.detail_text.most", _plain_length),
    ("manual", "", "products.manual.most", _plain_length),
)
"""Text fields with the rules of their least and most characters and how these are counted."""


def findings(product: Product, rules: DayRules) -> tuple[Finding, ...]:
    """All that is wrong or inadvisable, in the order of the form; links only need what they are."""
    found = [Finding(gap, "missing") for gap in missing(product)]
    if product.way == "link":
        found += _text(product, "title", "", "products.title.most", wide_length, rules)
        return tuple(found)
    for field, least, most, count in TEXTS:
        found += _text(product, field, least, most, count, rules)
    found += _blank_lines(product.details.manual, rules)
    found += _prices(product, rules)
    found += _stock(product, rules)
    found += _skus(product, rules)
    found += _pictures(product, rules)
    found += _service(product, rules)
    return tuple(found)


def text_of(product: Product, field: str) -> str:
    """The text of one of `TEXTS`."""
    holder = product.details if field in ("text", "manual") else product
    return str(getattr(holder, field)).strip()


def _level(rules: DayRules, key: str) -> str:
    return "advice" if rules[key].confidence in SOFT else "wrong"


def _text(
    product: Product,
    field: str,
    least: str,
    most: str,
    count: Callable[[str], int],
    rules: DayRules,
) -> Iterator[Finding]:
    text = text_of(product, field)
    # What may be left empty is not too short; a listing has to say something of the goods.
    if least and (text or field == "text"):
        yield from _low(field, "short", least, count(text), rules)
    yield from _high(field, "long", most, count(text), rules)


def _low(
    field: str, code: str, key: str, seen: int, rules: DayRules, at: int = -1
) -> Iterator[Finding]:
    if key in rules and seen < rules.whole(key):
        yield Finding(field, code, key, seen, rules.whole(key), _level(rules, key), at)


def _high(
    field: str, code: str, key: str, seen: int, rules: DayRules, at: int = -1
) -> Iterator[Finding]:
    if key in rules and seen > rules.whole(key):
        yield Finding(field, code, key, seen, rules.whole(key), _level(rules, key), at)


def _blank_lines(text: str, rules: DayRules) -> Iterator[Finding]:
    lines = text.strip().splitlines()
    blank = sum(not line.strip() for line in lines)
    yield from _high("manual", "many", "products.manual.blank_lines", blank, rules)


def _prices(product: Product, rules: DayRules) -> Iterator[Finding]:
    prices = [(-1, product.price)] if not product.skus else _sku_figures(product, "price")
    for at, price in prices:
        if price is not None:
            yield from _low("price", "low", "products.price.least", price, rules, at)
            yield from _high("price", "high", "products.price.most", price, rules, at)
    known = [price for _, price in prices if price]
    key = "products.marked_price.times"
    if product.struck_price is None or not known or key not in rules:
        return
    struck, most = product.struck_price, int(rules.number(key) * min(known))
    if struck <= max(known):
        yield Finding("struck_price", "low", key, struck, max(known), _level(rules, key))
    elif struck > most:
        yield Finding("struck_price", "high", key, struck, most, _level(rules, key))


def _sku_figures(product: Product, field: str) -> list[tuple[int, int | None]]:
    return [(at, getattr(sku, field)) for at, sku in enumerate(product.skus)]


def _stock(product: Product, rules: DayRules) -> Iterator[Finding]:
    stocks = [(-1, product.stock)] if not product.skus else _sku_figures(product, "stock")
    for at, stock in stocks:
        if stock is not None:
            yield from _low("stock", "low", "products.stock.least", stock, rules, at)
            yield from _high("stock", "high", "products.stock.most", stock, rules, at)


def _skus(product: Product, rules: DayRules) -> Iterator[Finding]:
    """Levels, number and completeness of the combinations, and their codes."""
    if not product.levels and not product.skus:
        return  # goods without options are one SKU
    skus, key = product.skus, "products.sku.levels"
    yield from _high("levels", "many", key, len(product.levels), rules)
    yield from _low("skus", "few", "products.sku.least", len(skus), rules)
    yield from _high("skus", "many", "products.sku.most", len(skus), rules)
    for at, sku in enumerate(skus):
        for field in ("price", "stock"):
            if getattr(sku, field) is None:
                yield Finding(field, "missing", at=at)
        yield from _high("code", "long", "products.sku_code.most", wide_length(sku.code), rules, at)
    if not skus or key not in rules:
        return
    level, wanted = _level(rules, key), all_options(product)
    counted = Counter(sku.options for sku in skus)
    for at, sku in enumerate(skus):
        if counted[sku.options] > 1:
            yield Finding("skus", "twice", key, counted[sku.options], 1, level, at)
    # A combination of another length, or with an empty option, is none of the wanted ones.
    there = sum(options in counted for options in wanted)
    if there < len(wanted) or len(counted) > len(wanted):
        yield Finding("skus", "gaps", key, there, len(wanted), level)


def all_options(product: Product) -> tuple[tuple[str, ...], ...]:
    """Every combination of the options that a product's SKUs have, the last level moving first."""
    levels: list[dict[str, None]] = [{} for _ in product.levels]
    for sku in product.skus:
        for level, option in zip(levels, sku.options, strict=False):
            if option:
                level[option] = None
    return tuple(combinations(*levels))


def _pictures(product: Product, rules: DayRules) -> Iterator[Finding]:
    by_role: dict[str, list[Picture]] = {}
    for picture in product.details.pictures:
        by_role.setdefault(picture.role, []).append(picture)
    details = len(by_role.get("detail", ()))
    yield from _high("main", "many", "products.images.most", len(by_role.get("main", ())), rules)
    yield from _low("detail", "few", "products.detail_images.least", details, rules)
    yield from _high("detail", "many", "products.detail_images.most", details, rules)
    for role, pictures in by_role.items():
        for at, picture in enumerate(pictures):
            if role in ("white", "clear"):
                yield from _square(picture, at, rules)
            else:
                yield from _form(picture, at, "products.image.types", rules)
                key = "products.image.bytes"
                yield from _high(role, "bytes", key, picture.size, rules, at)


def _form(picture: Picture, at: int, key: str, rules: DayRules) -> Iterator[Finding]:
    if key in rules and picture.form not in (allowed := rules.words(key)):
        level = _level(rules, key)
        yield Finding(picture.role, "form", key, picture.form, allowed, level, at)


def _square(picture: Picture, at: int, rules: DayRules) -> Iterator[Finding]:
    """The picture on white ground, and the one without ground: square, not small, under 2 MB."""
    key = f"products.{picture.role}_image.side"
    yield from _form(picture, at, f"products.{picture.role}_image.types", rules)
    if key not in rules:
        return
    least, level = rules.whole(key), _level(rules, key)
    shape = f"{picture.width} × {picture.height}"
    if picture.width != picture.height:
        yield Finding(picture.role, "oblong", key, shape, least, level, at)
    if min(picture.width, picture.height) < least:
        yield Finding(picture.role, "small", key, shape, least, level, at)
    most = "products.image.bytes"
    if most in rules and picture.size >= rules.whole(most):
        yield Finding(picture.role, "bytes", key, picture.size, rules.whole(most), level, at)


def _service(product: Product, rules: DayRules) -> Iterator[Finding]:
    details = product.details
    if details.return_rule:
        yield from _listed("return_rule", details.return_rule, "products.return_rules", rules)
    for promise in details.promises:
        yield from _listed("promises", promise, "products.promises", rules)
    if details.shipping is None:
        return
    if details.presale:
        yield from _low("shipping", "low", "shipping.presale.least", details.shipping, rules)
        yield from _high("shipping", "high", "shipping.presale.most", details.shipping, rules)
        return
    keys = [key for key in ("shipping.promise.short", "shipping.promise.long") if key in rules]
    allowed = [rules.whole(key) for key in keys]
    if keys and details.shipping not in allowed:
        key = keys[-1]
        yield Finding("shipping", "odd", key, details.shipping, max(allowed), _level(rules, key))


def _listed(field: str, word: str, key: str, rules: DayRules) -> Iterator[Finding]:
    if key in rules and word not in (allowed := rules.words(key)):
        yield Finding(field, "odd", key, word, allowed, _level(rules, key))
