"""Which product and option the rows of orders and settlements mean, and what movements are for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ksdesk.domain.deposit.movements import recognise
from ksdesk.domain.products import Product
from ksdesk.domain.products.stock.outlook import sku_key

_SENT_BACK: Final = "退运费"
_NO_COST: Final = ("退款快手电商订单编号", "冻")
"""A refund, which the order knows; money that is only held or let go."""


class Goods:
    """Finds products by 商品ID, else by SKU 编码, as the list of stock does: of several with the
    same one that is no draft, then the one that came first.
    """

    def __init__(self, products: Iterable[Product]) -> None:
        self._items: dict[str, int] = {}
        self._codes: dict[str, int] = {}
        self._skus: dict[int, list[tuple[str, str, tuple[str, ...]]]] = {}
        self._found: dict[tuple[str, str, str], tuple[int, str]] = {}
        for product in sorted(products, key=_last_resort):
            if product.item_id:
                self._items.setdefault(product.item_id, product.id)
            for code in {product.code, *(sku.code for sku in product.skus)} - {""}:
                self._codes.setdefault(code, product.id)
            self._skus[product.id] = [(sku_key(s), s.code, s.options) for s in product.skus]

    def find(self, item: str, code: str, spec: str) -> tuple[int, str]:
        """The product's number and its option's key; (0, "") where it is none of these."""
        asked = (item, code, spec)
        if asked not in self._found:
            number = self._items.get(item) or self._codes.get(code, 0)
            self._found[asked] = number, self._option(number, code, spec)
        return self._found[asked]

    def _option(self, number: int, code: str, spec: str) -> str:
        skus = self._skus.get(number, ())
        for key, own, _ in skus:
            if code and code == own:
                return key
        named = [(len("".join(o)), key) for key, _, o in skus if o and all(x in spec for x in o)]
        return max(named, default=(0, ""))[1]


def _last_resort(product: Product) -> tuple[bool, bool, int]:
    return product.binned_at is not None, product.state == "draft", product.id


def charge(said: str) -> str:
    """What a movement is for by its words: "penalty", "sent_back" (the way back of goods) or ""."""
    if any(word in said for word in _NO_COST):
        return ""
    if _SENT_BACK in said:
        return "sent_back"
    return "penalty" if recognise(said) in ("deduction", "returned") else ""
