"""What is kept of a product: own goods, or another platform's link (其他平台商品)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

WAYS = ("own", "link")
STATES = ("draft", "ready", "listed", "off_shelf")


@dataclass(frozen=True)
class Product:
    """One product. `price` in fen and `stock` in pieces, None where not known.

    `way`: "own" (own goods) or "link" (sold for another platform; `link` is what was pasted, kept
    as text). `state`: draft, ready, listed, off_shelf. `id` 0 is not yet in the book.
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
    id: int = 0
    changed_at: datetime | None = None
    binned_at: datetime | None = None


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
