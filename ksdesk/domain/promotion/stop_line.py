"""The seller's own stop line: where it holds a figure (ROI < 2, 花到 300 就停) it can be judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.money import MoneyError, parse_number
from ksdesk.domain.promotion.attaching import Standing

LEAST_SHARE: Final = 0.1
"""Of the budget that is to be spent before a return or a price is judged: the first is chance."""

_FIGURES: Final = (
    ("roi", r"roi|投产比?|投入产出比?|回报率?|returns?"),
    ("order_cost", r"(每|一)(个)?(单|订单)|单均|单(个)?成本|订单成本|per order|order cost"),
    ("fan_cost", r"(每|一)?个?(粉丝?|涨粉)(的)?(成本|要|花)|每个?粉丝?|per fan|fan cost"),
    ("gmv", r"成交额?|gmv|销售额|卖出?|sales|sold"),
    ("new_fans", r"涨粉数?|新粉丝?|新增粉丝|new fans|fans"),
    ("product_clicks", r"点击|clicks"),
    ("orders", r"订单数?|下单|出单|单数|orders"),
    ("views", r"观看|进(来|场|房|直播间)?的?人|来的?人|人数|viewers|views|people"),
    ("spend", r"花费?|消耗|用(掉|完|了)|spen[dt]|costs?"),
)
"""What a line may be about; the first that is named counts."""
_MONEY: Final = frozenset(("order_cost", "fan_cost", "gmv", "spend"))
_BELOW: Final = (
    r"<|低于|不到|小于|不足|少于|没到|没有|跌破|below|under|less than|fewer than|no (?=\d)"
)
_ABOVE: Final = r">|超过?|大于|高于|多于|above|over|more than|exceeds?"
_REACHED: Final = r"到|满|达到?|至|reach(es|ed)?|at least|hits?"
_NOT_ONE: Final = re.compile(r"且|并且|同时|预算|\band\b|不(低|小|少|超|大|高|多)")
_NUMBER: Final = re.compile(r"(?<![\d.])\d[\d,]*(\.\d+)?\s*[万千wWkK]?")
_OTHER_UNIT: Final = re.compile(r"\d\s*(天|日|号|小时|分|点|月|周|%|:\d|days?\b|hours?\b|min)")
_ENDS: Final = re.compile(r"[,，;；。、]|或者?|\bor\b")


@dataclass(frozen=True)
class StopLine:
    """Stop where a figure is `below` the limit or above it (`reached`: the limit itself is enough).

    `figure`: roi, spend, gmv, order_cost, fan_cost (fen), orders, new_fans, product_clicks, views.
    """

    figure: str
    below: bool
    limit: float
    reached: bool = False

    def crossed(self, standing: Standing) -> float | None:
        """The figure by which a plan is to stop by now, None where it is not, or not known.

        What is to be above a limit in the end (orders, sales) is judged when the budget is spent.
        """
        value, spend = self._value(standing), standing.spend
        if value is None:
            return None
        if self.figure in ("roi", "order_cost", "fan_cost"):
            if spend is None or spend < LEAST_SHARE * standing.plan.budget:
                return None
        elif self.below and (spend is None or spend < standing.plan.budget):
            return None
        if self.below:
            return value if value < self.limit else None
        return value if value > self.limit or (self.reached and value == self.limit) else None

    def _value(self, standing: Standing) -> float | None:
        figures, spend = standing.figures, standing.spend
        if self.figure == "roi":
            sold = figures.get("gmv")
            return sold / spend if sold is not None and spend else None
        if self.figure in ("order_cost", "fan_cost"):
            count = figures.get("orders" if self.figure == "order_cost" else "new_fans")
            # Without any the first one has cost at least what was spent.
            return None if spend is None or count is None else spend / max(count, 1)
        return figures.get(self.figure)


def stop_lines(text: str) -> tuple[StopLine, ...]:
    """The lines of a text that can be judged, each enough by itself; what else it says is free."""
    plain = _plain(text)
    if _NOT_ONE.search(plain):
        return ()
    found = (_line(clause) for clause in _ENDS.split(_NUMBER.sub(_joined, plain)))
    return tuple(line for line in found if line is not None)


def _plain(text: str) -> str:
    wide = str.maketrans("０１２３４５６７８９．，＜＞：￥％≤≥", "0123456789.,<>:¥%<>")
    return text.translate(wide).casefold()


def _joined(number: re.Match[str]) -> str:
    return number.group().replace(",", "")


def _line(clause: str) -> StopLine | None:
    numbers = list(_NUMBER.finditer(clause))
    figure = next((code for code, words in _FIGURES if re.search(words, clause)), "")
    if len(numbers) != 1 or not figure or _OTHER_UNIT.search(clause):
        return None
    before = clause[: numbers[0].start()]
    if re.search(_BELOW, before):
        below, reached = True, False
    elif re.search(_ABOVE, before):
        below, reached = False, False
    elif re.search(_REACHED, before) or figure == "spend":
        below, reached = False, True
    else:
        return None
    try:
        limit = parse_number(numbers[0].group().strip())
    except MoneyError:
        return None
    return StopLine(figure, below, limit * 100 if figure in _MONEY else limit, reached)
