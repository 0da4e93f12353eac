"""Words for changes to many products: what differs, and why something is not taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ksdesk.domain.imports.products import changes_of, values_of
from ksdesk.domain.products import Product
from ksdesk.domain.products.cells import COUNTS, MONEY
from ksdesk.domain.reasons import Reason
from ksdesk.ui.parts.texts import NOTHING, count_text, money_text, number_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.products.limit_words import field_word as limit_field_word
from ksdesk.ui.products.words import gap_words, state_word, way_word

said = Words("Products")

FIELDS: Final = {
    "title": QT_TRANSLATE_NOOP("Products", "Title"),
    "short_title": QT_TRANSLATE_NOOP("Products", "Short title"),
    "price": QT_TRANSLATE_NOOP("Products", "Price"),
    "struck_price": QT_TRANSLATE_NOOP("Products", "Crossed-out price"),
    "stock": QT_TRANSLATE_NOOP("Products", "Stock"),
    "threshold": QT_TRANSLATE_NOOP("Products", "Low at"),
    "state": QT_TRANSLATE_NOOP("Products", "State"),
    "category": QT_TRANSLATE_NOOP("Products", "Category"),
    "code": QT_TRANSLATE_NOOP("Products", "SKU code"),
    "shipping": QT_TRANSLATE_NOOP("Products", "Ships within"),
    "selling_point": QT_TRANSLATE_NOOP("Products", "Selling point"),
    "link": QT_TRANSLATE_NOOP("Products", "Link"),
    "note": QT_TRANSLATE_NOOP("Products", "Note"),
    "platform": QT_TRANSLATE_NOOP("Products", "Platform"),
    "item_id": QT_TRANSLATE_NOOP("Products", "Item ID"),
    "way": QT_TRANSLATE_NOOP("Products", "Kind"),
    "levels": QT_TRANSLATE_NOOP("Products", "Options"),
}
REASONS: Final = {
    "no_price": QT_TRANSLATE_NOOP("Products", "has no price yet; set one with ="),
    "price_low": QT_TRANSLATE_NOOP("Products", "would cost {price}; the least is {least}"),
    "price_high": QT_TRANSLATE_NOOP("Products", "would cost {price}; the most is {most}"),
    "struck_low": QT_TRANSLATE_NOOP(
        "Products", "the crossed-out price {struck} is no longer above it"
    ),
    "struck_high": QT_TRANSLATE_NOOP(
        "Products", "the crossed-out price {struck} is over {times} times the price"
    ),
    "no_stock": QT_TRANSLATE_NOOP("Products", "has no stock yet; set it with ="),
    "stock_low": QT_TRANSLATE_NOOP("Products", "stock would be {stock}"),
    "stock_high": QT_TRANSLATE_NOOP("Products", "stock would be {stock}; the most is {most}"),
    "link_stock": QT_TRANSLATE_NOOP("Products", "goods of another platform, its stock is not here"),
    "presale": QT_TRANSLATE_NOOP("Products", "is on presale, which ships by days"),
    "incomplete": QT_TRANSLATE_NOOP("Products", "still missing: {gaps}"),
    "draft_instead": QT_TRANSLATE_NOOP("Products", "kept as a draft, still missing: {gaps}"),
    "draft_unchecked": QT_TRANSLATE_NOOP("Products", "kept as a draft, its check is open"),
    "no_way": QT_TRANSLATE_NOOP("Products", "does not go from “{was}” to “{state}” in one step"),
    "beyond_limits": QT_TRANSLATE_NOOP("Products", "not within the limits: {fields}"),
    "unchecked": QT_TRANSLATE_NOOP(
        "Products", "its check is open; answer it, or state a reason there"
    ),
    "halved": QT_TRANSLATE_NOOP("Products", "price falls by more than half, {old} → {new}"),
    "each_option": QT_TRANSLATE_NOOP("Products", "each of its {options} options"),
}
PRICE_FAULTS: Final = {
    "no_sign": QT_TRANSLATE_NOOP(
        "Products", "Is “{text}” the new price or a step? Write ={text}, +{text} or -{text}"
    ),
    "not_a_number": QT_TRANSLATE_NOOP(
        "Products", "“{text}” cannot be read; write it like -5%, +3, =59.9 or ×0.9"
    ),
    "promotion": QT_TRANSLATE_NOOP(
        "Products",
        "“{text}” is a promotion, set it on the phone; here each price changes, like -10 or ×0.8",
    ),
    "too_big": QT_TRANSLATE_NOOP("Products", "“{text}” is too big"),
}
STOCK_FAULTS: Final = {
    **PRICE_FAULTS,
    "no_sign": QT_TRANSLATE_NOOP(
        "Products", "Is “{text}” the new stock or a step? Write ={text}, +{text} or -{text}"
    ),
    "not_a_number": QT_TRANSLATE_NOOP(
        "Products", "“{text}” cannot be read; write it like =100, +20 or -5"
    ),
}
_MONEY: Final = frozenset(("price", "least", "struck", "old", "new"))


def field_word(name: str) -> str:
    """The word for a field of a product."""
    return said(FIELDS[name])


def reason_words(reason: Reason) -> str:
    """One reason: 会卖 0.00，最低 0.01."""
    facts = {name: _fact(reason.code, name, value) for name, value in reason.facts.items()}
    return said(REASONS[reason.code]).format(**facts)


def reasons_words(reasons: Iterable[Reason]) -> str:
    """Several reasons in one line, the heaviest first."""
    weights = {"bad": 0, "review": 1, "warn": 2, "hint": 3, "good": 4}
    return " · ".join(map(reason_words, sorted(reasons, key=lambda r: weights[r.level])))


def _fact(code: str, name: str, value: float | str) -> str:
    if isinstance(value, str):
        parts = value.split()
        if name in ("was", "state"):
            return state_word(value)
        return (
            said(", ").join(map(limit_field_word, parts))
            if name == "fields"
            else gap_words(tuple(parts))
        )
    if name in _MONEY or (name == "most" and code.startswith("price")):
        return money_text(int(value))
    return count_text(value)


def differing(before: Product, after: Product) -> tuple[str, ...]:
    """The names of the fields in which two products differ, in the order of the words."""
    found = {name for name, _old, _new in changes_of(before, after)}
    if before.details.shipping != after.details.shipping:
        found.add("shipping")
    return tuple(name for name in FIELDS if name in found)


def values_words(product: Product, names: Iterable[str]) -> str:
    """Some fields of a product in one line: 价格 59.90 · 库存 412."""
    return " · ".join(f"{field_word(name)} {value_text(product, name)}" for name in names)


def value_text(product: Product, name: str) -> str:
    """One field of a product; of goods with options the span of their prices, all their codes."""
    if name == "shipping":
        seconds = product.details.shipping
        return NOTHING if seconds is None else shipping_text(seconds)
    return text_of(name, values_of(product)[name])


def text_of(name: str, value: Any) -> str:
    """A field's value as `values_of` gives it."""
    if value is None:
        return NOTHING
    if isinstance(value, tuple):
        return "–".join(map(money_text, value))
    if name == "state":
        return state_word(value)
    if name == "way":
        return way_word(value)
    if name in MONEY:
        return money_text(value)
    return count_text(value) if name in COUNTS else str(value)


def shipping_text(seconds: int) -> str:
    """A shipping promise: 48 小时."""
    hours = seconds / 3600
    digits = 0 if hours.is_integer() else 1
    return said(QT_TRANSLATE_NOOP("Products", "{n} h")).format(n=number_text(hours, digits))
