"""What a cell of a table of products says: typed, pasted, or out of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ksdesk.domain.money import MoneyError, parse_number, parse_yuan
from ksdesk.domain.products.values import Product

STATE_NAMES: Final[Mapping[str, str]] = {
    name.casefold(): state
    for state, names in {
        "draft": "draft 草稿 待完善",
        "ready": "ready 可上架 待上架 已就绪",
        "listed": "listed 上架 已上架 在售 销售中 出售中",
        "off_shelf": "off_shelf 下架 已下架 仓库中",
    }.items()
    for name in (*names.split(), state.replace("_", " "))
}
MONEY: Final = ("price", "struck_price")
COUNTS: Final = ("stock", "threshold")
_LONG: Final = ("link", "note")
_MOST: Final = 500  # characters; no published limit is near it
_MOST_LONG: Final = 4_000
_rounded = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+[0-9]{1,2}").fullmatch


class CellFault(ValueError):
    """A cell that cannot be taken.

    `reason`: bad_money, bad_count, negative, too_big, bad_state, too_long, lost_digits (Excel
    has rounded a long number).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_cell(name: str, text: str) -> int | str | None:
    """The value of a product's field; None for a figure that is not there. Raises `CellFault`."""
    tidy = text.strip()
    if name in MONEY:
        return _money(tidy)
    if name in COUNTS:
        return _count(tidy)
    if name == "state":
        return _state(tidy)
    if len(tidy) > (_MOST_LONG if name in _LONG else _MOST):
        raise CellFault("too_long")
    if name in ("code", "item_id") and _rounded(tidy):
        raise CellFault("lost_digits")
    return tidy if name in _LONG else " ".join(tidy.split())


def _money(text: str) -> int | None:
    try:
        fen = parse_yuan(text)
    except MoneyError as error:
        if error.no_value:
            return None
        raise CellFault("too_big" if error.reason == "too_big" else "bad_money") from None
    if fen < 0:
        raise CellFault("negative")
    return fen


def _count(text: str) -> int | None:
    try:
        number = parse_number(text)
    except MoneyError as error:
        if error.no_value:
            return None
        raise CellFault("too_big" if error.reason == "too_big" else "bad_count") from None
    if number < 0:
        raise CellFault("negative")
    if not number.is_integer() or not {"%", "‰"}.isdisjoint(text):
        raise CellFault("bad_count")
    return int(number)


def _state(text: str) -> str:
    state = STATE_NAMES.get(text.casefold())
    if state is None:
        raise CellFault("bad_state")
    return state


def belongs_to_options(product: Product, name: str) -> bool:
    """Whether a field of a product follows from its combinations of options."""
    return bool(product.skus) and name in ("price", "stock", "code")
