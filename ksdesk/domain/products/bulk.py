"""One change to many products at once: what a seller types, and what it would do to each.

Nothing is written here. A product takes the whole change or none of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final, Literal

from ksdesk.domain.invisible import WITHOUT
from ksdesk.domain.money import MOST_FEN, MoneyError, parse_number, parse_yuan
from ksdesk.domain.products.limits import findings
from ksdesk.domain.products.quality import QualityCheck
from ksdesk.domain.products.spoken import is_promotion, signed
from ksdesk.domain.products.states import COMPLETE, blocked, can_move
from ksdesk.domain.products.values import Product, Sku, missing, summed
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.reasons import Reason, heaviest, reason
from ksdesk.domain.rulebook import DayRules

STEP: Final = 500
_MINUS: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"x": "×", "X": "×", "*": "×"})
_ending = re.compile(
    r"(?P<rest>.*?)(?:^|\s|(?<=[折%半价])|抹成|抹到|抹零到|→|->)\s*\.(?P<digits>[0-9]{1,2})"
).fullmatch
_percent = re.compile(r"(?P<sign>[-+])\s*(?P<number>[0-9]+(?:\.[0-9]+)?)\s*%").fullmatch
_times = re.compile(r"×\s*(?P<number>[0-9]+(?:\.[0-9]+)?)").fullmatch
_off = re.compile(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)折").fullmatch
_bare = re.compile(r"¥?[0-9.,]+[元块]?").fullmatch

How = Literal["times", "set", "add"]


HALVED: Final = "halved"
"""The reason that a price falls by more than half, which is asked about once."""


class ChangeError(ValueError):
    """A text that is no change.

    `reason`: empty, no_sign (a bare figure: it could mean a new value or a step), promotion (满减,
    第二件半价), not_a_number, too_big.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class PriceChange:
    """Another price out of the present one, rounded half up to the fen.

    `how`: times (`value` is the factor), set or add (`value` in fen). `ending` are the fen that
    the price is brought down to end with (抹成 .9: 90), None for none.
    """

    how: How
    value: Fraction
    ending: int | None = None

    def of(self, fen: int | None) -> int | None:
        """The new price in fen; None where it would have to stand on one that is not known."""
        if self.how == "set":
            return self._ended(int(self.value))
        if fen is None:
            return None
        exact = fen * self.value if self.how == "times" else fen + self.value
        return self._ended((exact.numerator * 2 + exact.denominator) // (exact.denominator * 2))

    def _ended(self, fen: int) -> int:
        """The highest price with the ending that is not above; as it is where there is none."""
        if self.ending is None:
            return fen
        ended = fen - (fen - self.ending) % 100
        return ended if ended > 0 else fen


@dataclass(frozen=True)
class StockChange:
    """Another stock out of the present one: `how` is set or add, `value` in pieces."""

    how: How
    value: int

    def of(self, pieces: int | None) -> int | None:
        """The new stock; None where it would have to stand on one that is not known."""
        if self.how == "set":
            return self.value
        return None if pieces is None else pieces + self.value


@dataclass(frozen=True)
class BulkChange:
    """What is to become of many products; None and "" leave a thing as it is.

    `threshold` in pieces, `shipping` (承诺发货) in seconds.
    """

    price: PriceChange | None = None
    stock: StockChange | None = None
    state: str = ""
    category: str = ""
    threshold: int | None = None
    shipping: int | None = None

    def __bool__(self) -> bool:
        return self != BulkChange()


def _unchecked(_product: Product) -> Sequence[QualityCheck]:
    return ()


@dataclass(frozen=True)
class Limits:
    """Published bounds: prices in fen, stock in pieces, the struck price in times the price.

    Without `rules` (see `facts`) a product has to be whole, but may go to any state unchecked.
    """

    price_least: int
    price_most: int
    stock_most: int
    struck_times: float
    rules: DayRules | None = field(default=None, compare=False)
    open_checks: Callable[[Product], Sequence[QualityCheck]] = field(
        default=_unchecked, compare=False
    )

    @classmethod
    def of(
        cls, rules: DayRules, open_checks: Callable[[Product], Sequence[QualityCheck]] = _unchecked
    ) -> Limits:
        """The bounds of a day's rules; `open_checks` says what a product was not checked for."""
        return cls(
            rules.whole("products.price.least"),
            rules.whole("products.price.most"),
            rules.whole("products.stock.most"),
            rules.number("products.marked_price.times"),
            rules,
            open_checks,
        )

    @property
    def facts(self) -> Limits:
        """For what is so already, as a table tells it: the platform has taken it."""
        return replace(self, rules=None)


@dataclass(frozen=True)
class Edit:
    """What one product would become, and what is to be said of it; a refused one stays `before`."""

    before: Product
    after: Product
    reasons: tuple[Reason, ...] = ()

    @property
    def verdict(self) -> Literal["changed", "unchanged", "refused"]:
        """Whether it changes, stays because nothing is different, or may not change."""
        if heaviest(self.reasons) == "bad":
            return "refused"
        return "unchanged" if self.before == self.after else "changed"


def parse_price_change(text: str) -> PriceChange:
    """``-5%``, ``+5%``, ``×0.9``, ``9折``, ``=59.9``, ``+3``, ``-2``, with ``.9`` behind or alone,
    or as it is said: 打八折.

    Raises `ChangeError`.
    """
    tidy = _tidy(text)
    ending = None
    if found := _ending(tidy):
        tidy, ending = found["rest"].strip(), int(found["digits"].ljust(2, "0"))
        if not tidy:
            return PriceChange("times", Fraction(1), ending)
    tidy = signed(tidy)
    if found := _percent(tidy):
        step = Fraction(found["number"]) / 100
        return PriceChange("times", 1 + (step if found["sign"] == "+" else -step), ending)
    if found := _times(tidy):
        return PriceChange("times", Fraction(found["number"]), ending)
    if found := _off(tidy):
        tenths = Fraction(found["number"])  # 10折 is the whole price, 95折 as 9.5折 is said
        return PriceChange("times", tenths / (10 if tenths <= 10 else 100), ending)
    if is_promotion(tidy):
        raise ChangeError("promotion")
    how, figure = _taken_apart(tidy)
    try:
        fen = parse_yuan(figure)
    except MoneyError as error:
        raise ChangeError("too_big" if error.reason == "too_big" else "not_a_number") from None
    return PriceChange(how, Fraction(fen), ending)


def parse_stock_change(text: str) -> StockChange:
    """``=100``, ``+20``, ``-5``; whole pieces only. Raises `ChangeError`."""
    how, figure = _taken_apart(_tidy(text))
    try:
        number = parse_number(figure)
    except MoneyError as error:
        raise ChangeError("too_big" if error.reason == "too_big" else "not_a_number") from None
    if not number.is_integer() or "%" in figure:
        raise ChangeError("not_a_number")
    if abs(number) > MOST_FEN:
        raise ChangeError("too_big")
    return StockChange(how, int(number))


def _tidy(text: str) -> str:
    tidy = unicodedata.normalize("NFKC", text.translate(WITHOUT)).translate(_MINUS).strip()
    if not tidy:
        raise ChangeError("empty")
    if len(tidy) > 40:
        raise ChangeError("not_a_number")
    return tidy


def _taken_apart(tidy: str) -> tuple[How, str]:
    """Whether a figure is a new value or a step, and the figure with the sign of its step."""
    figure = tidy[1:].strip()
    if tidy[0] == "=":
        if figure[:1] in ("-", "+"):
            raise ChangeError("not_a_number")
        return "set", figure
    if tidy[0] in "+-" and figure[:1] not in ("-", "+"):
        return "add", figure if tidy[0] == "+" else f"-{figure}"
    raise ChangeError("no_sign" if _bare(tidy) else "not_a_number")


def plan(
    products: Sequence[Product], change: BulkChange, limits: Limits, progress: Progress = QUIET
) -> tuple[Edit, ...]:
    """What a change would do to each of these products; raises `Cancelled`."""
    edits = []
    for number, product in enumerate(products):
        if number % STEP == 0:
            progress.check()
            progress.report(number, len(products))
        edits.append(_edit(product, change, limits))
    return tuple(edits)


def judge(before: Product, after: Product, limits: Limits, reasons: Iterable[Reason] = ()) -> Edit:
    """Whether a product may become another: prices, stock, and what its state asks for.

    `reasons` are known already; a bad one among them refuses.
    """
    found = tuple(reasons)
    if before != after:
        found += (*_of_prices(before, after, limits), *_of_stock(before, after, limits))
        found += _of_state(before, after, limits)
    return Edit(before, after, found)


def blocking(product: Product) -> tuple[str, ...]:
    """Codes of what keeps a product from being ready or listed."""
    return missing(product)


def with_skus(product: Product, skus: Iterable[Sku]) -> Product:
    """A product with these combinations of options: the lowest price, the stock of all."""
    return summed(replace(product, skus=tuple(skus)))


def _edit(product: Product, change: BulkChange, limits: Limits) -> Edit:
    after, found = product, []
    if change.price is not None:
        after, faults = _priced(after, change.price)
        found += faults
    if change.stock is not None:
        after, faults = _stocked(after, change.stock)
        found += faults
    if product.skus and (change.price or change.stock):
        found.append(reason("each_option", "hint", options=len(product.skus)))
    if change.shipping is not None:
        if product.details.presale:
            found.append(reason("presale"))
        after = replace(after, details=replace(after.details, shipping=change.shipping))
    after = replace(
        after,
        state=change.state or after.state,
        category=change.category or after.category,
        threshold=after.threshold if change.threshold is None else change.threshold,
    )
    return judge(product, after, limits, found)


def _priced(product: Product, change: PriceChange) -> tuple[Product, list[Reason]]:
    prices = [change.of(one.price) for one in (product.skus or (product,))]
    if None in prices:
        return product, [reason("no_price")]
    if not product.skus:
        return replace(product, price=prices[0]), []
    pairs = zip(product.skus, prices, strict=True)
    return with_skus(product, (replace(sku, price=price) for sku, price in pairs)), []


def _stocked(product: Product, change: StockChange) -> tuple[Product, list[Reason]]:
    if product.way == "link":
        return product, [reason("link_stock")]
    stocks = [change.of(one.stock) for one in (product.skus or (product,))]
    if None in stocks:
        return product, [reason("no_stock")]
    if not product.skus:
        return replace(product, stock=stocks[0]), []
    pairs = zip(product.skus, stocks, strict=True)
    return with_skus(product, (replace(sku, stock=stock) for sku, stock in pairs)), []


def _prices(product: Product) -> list[int]:
    return [one.price for one in (product.skus or (product,)) if one.price is not None]


def _stocks(product: Product) -> list[int]:
    return [one.stock for one in (product.skus or (product,)) if one.stock is not None]


def _of_prices(before: Product, after: Product, limits: Limits) -> tuple[Reason, ...]:
    prices = _prices(after)
    if (prices, after.struck_price) == (_prices(before), before.struck_price) or not prices:
        return ()
    low, high, struck = min(prices), max(prices), after.struck_price
    found = []
    if low < limits.price_least and low not in _prices(before):
        found.append(reason("price_low", price=low, least=limits.price_least))
    if high > limits.price_most and high not in _prices(before):
        found.append(reason("price_high", price=high, most=limits.price_most))
    if not found and (fall := _halved(before, after)):
        found.append(reason(HALVED, "warn", old=fall[0], new=fall[1]))
    if struck is not None and struck <= high:
        found.append(reason("struck_low", "warn", struck=struck, price=high))
    elif struck is not None and struck > low * limits.struck_times:
        found.append(reason("struck_high", "warn", struck=struck, times=limits.struck_times))
    return tuple(found)


def _halved(before: Product, after: Product) -> tuple[int, int] | None:
    """The first price, old and new, that falls by more than half."""
    old = {sku.options: sku.price for sku in before.skus} or {(): before.price}
    new = {sku.options: sku.price for sku in after.skus} or {(): after.price}
    if not old.keys() & new.keys():  # the options are others: the lowest price is compared
        old, new = {(): before.price}, {(): after.price}
    for options, price in new.items():
        was = old.get(options)
        if was is not None and price is not None and price * 2 < was:
            return was, price
    return None


def _of_stock(before: Product, after: Product, limits: Limits) -> tuple[Reason, ...]:
    stocks = _stocks(after)
    if stocks == _stocks(before) or not stocks:
        return ()
    found = []
    if min(stocks) < 0 and min(stocks) not in _stocks(before):
        found.append(reason("stock_low", stock=min(stocks)))
    if max(stocks) > limits.stock_most and max(stocks) not in _stocks(before):
        found.append(reason("stock_high", stock=max(stocks), most=limits.stock_most))
    return tuple(found)


def _of_state(before: Product, after: Product, limits: Limits) -> tuple[Reason, ...]:
    """What is missing already in a state that asks for it does not stop another change."""
    moves = limits.rules is not None and before.id and before.state != after.state
    if moves and not can_move(before, after.state):
        return (reason("no_way", was=before.state, state=after.state),)
    if after.state not in COMPLETE:
        return ()
    known = blocking(before) if before.state in COMPLETE else ()
    gaps = [gap for gap in blocking(after) if gap not in known]
    if gaps:
        return (reason("incomplete", gaps=" ".join(gaps)),)
    return () if before.state == after.state else beyond(after, limits)


def beyond(product: Product, limits: Limits) -> tuple[Reason, ...]:
    """What else a product needs that is only now to be ready or listed."""
    if limits.rules is None:
        return ()
    found = blocked(product, findings(product, limits.rules), limits.open_checks(product))
    fields = dict.fromkeys(one.field for one in found if one.kind == "finding")
    reasons = []
    if fields:
        reasons.append(reason("beyond_limits", fields=" ".join(fields)))
    if any(one.kind == "check" for one in found):
        reasons.append(reason("unchecked"))
    return tuple(reasons)
