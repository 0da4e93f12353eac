"""What is kept of a product: own goods, or another platform's link (其他平台商品)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import islice
from itertools import product as combinations
from typing import Final

WAYS: Final = ("own", "link")
STATES: Final = ("draft", "ready", "listed", "off_shelf")


@dataclass(frozen=True)
class Sku:
    """One combination of options (规格): an option for each of the product's levels, in order.

    `price` in fen and `stock` in pieces, None where not known.
    """

    options: tuple[str, ...] = ()
    code: str = ""
    price: int | None = None
    stock: int | None = None


@dataclass(frozen=True)
class Picture:
    """A picture file as it was when it was chosen; ksdesk keeps its place, not a copy.

    `role`: main (主图), detail (详情图), white (白底图) or clear (透明图). `form` is png, jpeg,
    webp, bmp or what else it is; `size` in bytes, `width` and `height` in pixels.
    """

    role: str
    path: str
    form: str
    size: int
    width: int
    height: int


@dataclass(frozen=True)
class Details:
    """What a listing tells besides what stands in the list of products.

    `shipping` is the shipping promise (承诺发货) in seconds, or for goods on presale (`presale`)
    in days; None where not chosen. `return_rule` and `promises` are from the rule book's lists.
    """

    pictures: tuple[Picture, ...] = ()
    text: str = ""
    manual: str = ""
    return_rule: str = ""
    promises: tuple[str, ...] = ()
    shipping: int | None = None
    presale: bool = False


@dataclass(frozen=True)
class Quality:
    """The check before listing (保证产品品质): the seller's answer to each question by its code.

    `reason` is why the product may be ready although a question is open.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    sample_on: date | None = None
    sample_note: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Product:
    """One product. `price` in fen and `stock` in pieces, None where not known.

    `way`: "own" (own goods) or "link" (sold for another platform; `link` is what was pasted, kept
    as text, `platform` and `same_as` what was read from it). `state`: draft, ready, listed,
    off_shelf. `struck_price` (划线价) in fen; `code` is the SKU code of goods without options,
    `item_id` the platform's number (商品ID), `threshold` the stock at which it counts as low.
    Goods with options have `levels` (names of up to three) and `skus`; their `price` is the lowest
    of these, their `stock` the sum. `id` 0 is not yet in the book.
    """

    way: str = "own"
    title: str = ""
    category: str = ""
    price: int | None = None
    stock: int | None = None
    selling_point: str = ""
    state: str = "draft"
    link: str = ""
    note: str = ""
    short_title: str = ""
    struck_price: int | None = None
    code: str = ""
    platform: str = ""
    item_id: str = ""
    same_as: str = ""
    threshold: int | None = None
    levels: tuple[str, ...] = ()
    skus: tuple[Sku, ...] = ()
    details: Details = Details()
    quality: Quality = Quality()
    id: int = 0
    changed_at: datetime | None = None
    binned_at: datetime | None = None


def without_people(product: Product) -> Product:
    """The product as it is kept: no buyer's telephone or address in what was noted of it."""
    from ksdesk.domain.personal import blotted  # not needed for a start

    seen = product.quality
    quality = replace(seen, sample_note=blotted(seen.sample_note), reason=blotted(seen.reason))
    return replace(product, note=blotted(product.note), quality=quality)


def combined(
    options: Sequence[Sequence[str]], skus: Sequence[Sku], price: int | None, most: int
) -> tuple[Sku, ...]:
    """A SKU for every combination of the options of each level, `most` of them and no more.

    What a combination had it keeps. With a level more or less it keeps the price of the one it
    comes from, not its stock, which nobody has counted by the new level; a new one has `price`.
    """
    if not options:
        return ()
    known: dict[tuple[str, ...], Sku] = {}
    for sku in skus:
        known.setdefault(sku.options, sku)
    made = islice(combinations(*options), most)
    return tuple(known.get(chosen) or _new(chosen, known.values(), price) for chosen in made)


def _new(chosen: tuple[str, ...], known: Iterable[Sku], price: int | None) -> Sku:
    kin = next((sku for sku in known if _akin(sku.options, chosen)), None)
    return Sku(chosen, price=price if kin is None else kin.price)


def _akin(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two combinations differ in how many levels they have, and in nothing else."""
    return len(one) != len(other) and (set(one) <= set(other) or set(other) <= set(one))


def summed(product: Product) -> Product:
    """Goods with options, their price as the lowest of the SKUs and their stock as the sum.

    What no SKU knows is not known of the whole either.
    """
    if not product.skus:
        return product
    prices = [sku.price for sku in product.skus if sku.price is not None]
    stocks = [sku.stock for sku in product.skus if sku.stock is not None]
    return replace(product, price=min(prices, default=None), stock=sum(stocks) if stocks else None)


def missing(product: Product) -> tuple[str, ...]:
    """Codes of what keeps a product from being ready: title, price, stock, link."""
    gaps = []
    if not product.title.strip():
        gaps.append("title")
    if product.way == "link" and not product.link.strip():
        gaps.append("link")
    if product.way == "own" and not product.price:
        gaps.append("price")
    if product.way == "own" and product.stock is None:
        gaps.append("stock")
    return tuple(gaps)
