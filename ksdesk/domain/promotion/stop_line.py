"""The seller's own stop line: where it holds a figure (ROI < 2, 花到 300 就停) it can be judged,
with a clock (到 21:00 不到 200 单就停) at that hour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from ksdesk.domain.money import MoneyError, parse_number
from ksdesk.domain.promotion.attaching import RATIOS, PlanStanding
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.stop_clock import has_clock, in_digits, is_clock, taken_out
from ksdesk.domain.traffic import measure

LEAST_SHARE: Final = 0.1
"""Of the budget that is to be spent before a return or a price is judged: the first is chance."""

_FIGURES: Final = (
    ("roi", r"roi|投产比?|投入产出比?|回报率?|returns?"),
    ("order_cost", r"(每|一)(个)?(单|订单)|单均|单(个)?成本|订单成本|per order|order cost"),
    ("fan_cost", r"(每|一)?个?(粉丝?|涨粉)(的)?(成本|要|花)|(每|一)个?粉丝?|per fan|fan cost"),
    ("gmv", r"成交额?|gmv|销售额|卖出?|sales|sold"),
    ("new_fans", r"涨粉数?|新粉丝?|新增粉丝|\d\s*个?粉|new fans|fans"),
    ("product_clicks", r"点击|点(商品|链接|购物车|小黄车)|clicks"),
    ("orders", r"订单数?|下单|出单|单数|\d\s*单|orders"),
    ("views", r"观看|进(来|场|房|直播间)?的?人|来的?人|人数|\d\s*个?人|viewers|views|people"),
    ("spend", r"花费?|消耗|用(掉|完|了)|spen[dt]|costs?"),
)
"""What a line may be about; the first that is named counts."""
_MONEY: Final = frozenset(("order_cost", "fan_cost", "gmv", "spend"))
_BELOW: Final = (
    r"<|低[于过]|不到|小于|不足|少于|没到|没有|没\s*$|不够|只|才|跌破|[跌掉降]了?[到至为]"
    r"|below|under|less than|fewer than|lower than|only|\bno\s*$|\b(drop|fall|fell)"
)
_ABOVE: Final = r">|超过?|大于|高于|多于|above|over|more than|exceeds?"
_REACHED: Final = r"到|满|达到?|至|reach(es|ed)?|at least|hits?"
_BELOW_AFTER: Final = re.compile(r"\s*[元块单人个次a-z]*\s*(以下|以内|or less|or fewer)")
_ABOVE_AFTER: Final = re.compile(r"\s*[元块单人个次a-z]*\s*(以上|or more)")
_OTHER_FIGURE: Final = re.compile(
    r"退款|退货|退单|差评|举报|投诉|取关|掉粉|拉黑|库存|余额|保证金|在线|(?<!回报)(?<!投产)(?<!产出)率"
    r"|refund|complain|unfollow|block|stock|balance|online|\brates?\b"
    r"|每(个?小)?时|per hour|an hour|hourly"
    r"|单价|均价|人均|(点击|进人|进房|观看)的?成本|每个?(点击|人)"
    r"|per (click|view|person)|\bcp[acm]\b"
)
"""What no plan has a figure of, whatever else the words count (退款超过 5 单)."""
_A_DAY: Final = re.compile(r"每[天日]|单日|一天|日均|per day|a day|daily")
"""Only a clock is judged on each day by itself."""
_NOT_ONE: Final = re.compile(r"且|并且|同时|预算|\band\b|不(低|小|少|超|大|高|多)")
_NUMBER: Final = re.compile(r"(?<![\d.])\d(?:[\d,]*\d)?(\.\d+)?\s*([万千w]|k\b)?")
_OTHER_UNIT: Final = re.compile(
    r"\d\s*(天|日|号|小时|分|点|月|周|%|:\d|days?\b|hours?\b|min)"
    r"|[一两二三四五六七八九十半几]\s*个?(小时|钟头|分钟|星期|月)"
    r"|[两二三四五六七八九十半几][天日]|一半|过半|连续|\bhalf\b"
    r"|(one|two|three|four|five|six) (days?|hours?|weeks?|minutes?)"
)
_MONEY_WORD: Final = re.compile(r"¥|\d\s*[万千k]?\s*[元块毛]|yuan|rmb")
_GOES_ON: Final = re.compile(
    r"继续|接着|再投|追[加投]|加[钱码投量]|加大|放量|keep (going|on)|continue|raise|scale"
    r"|[不别]停|不[要用必]停|(don'?t|not|never) stop"
)
"""What makes a seller go on is no line to stop at."""
_NOTHING: Final = re.compile(r"没(有|出|开|成)?(一)?单|(一|1)单(都|也)?(没|未)|no orders?\b")
_OR: Final = re.compile(r"[;；。]|或者?|\bor\b(?! (less|fewer|more)\b)")
_ENDS: Final = re.compile(r"[,，、]")


@dataclass(frozen=True)
class StopLine:
    """Stop where a figure is `below` the limit or above it (`reached`: the limit itself is enough).

    `figure`: roi, spend, gmv, order_cost, fan_cost (fen), orders, new_fans, product_clicks, views.
    `at`: judged at that minute of each of the plan's days, None: whenever it is known.
    """

    figure: str
    below: bool
    limit: float
    reached: bool = False
    at: int | None = None

    def due(self, plan: Plan, now: datetime) -> tuple[datetime, datetime] | None:
        """Since when (the begin of its day) and at what moment it was judged last; None before
        the first, and for a line without a clock."""
        if self.at is None:
            return None
        day = min(plan.last, now).date()
        for back in (0, 1, 2):
            midnight = datetime.combine(day, time()) - timedelta(days=back)
            start = midnight + timedelta(hours=plan.hour_from)
            moment = midnight + timedelta(minutes=_half_day(self.at, plan))
            if moment <= start and plan.hour_to > 24 - (self.at == 0):  # 0 点 ends the day too
                moment += timedelta(days=1)
            start = max(start, plan.first)
            if start < min(moment, plan.last) and moment <= now:
                return start, moment
        return None

    @property
    def needs(self) -> tuple[str, ...]:
        """The readings that its figure is made of."""
        return measure(self.figure).of if self.figure in RATIOS else (self.figure,)

    def known(self, standing: PlanStanding) -> bool:
        """Whether the figure that it is about is known."""
        return self._value(standing) is not None

    def crossed(self, standing: PlanStanding) -> float | None:
        """The figure by which a plan is to stop by now, None where it is not, or not known.

        What is to be above a limit in the end (orders, sales) is judged when the budget is spent,
        with a clock by the figures of its moment, which `standing` then has.
        """
        value, spend = self._value(standing), standing.spend
        if value is None:
            return None
        if self.at is None and self.figure in RATIOS:
            if spend is None or spend < LEAST_SHARE * standing.plan.budget:
                return None
        elif self.at is None and self.below and (spend is None or spend < standing.plan.budget):
            return None
        if self.below:
            return value if value < self.limit else None
        return value if value > self.limit or (self.reached and value == self.limit) else None

    def _value(self, standing: PlanStanding) -> float | None:
        if self.figure not in RATIOS:
            return standing.figures.get(self.figure)
        if (parts := standing.divided(self.figure)) is None:
            return None
        above, below = parts
        if self.figure == "roi":
            return above / below if below else None
        # Without any order or fan the first one has cost at least what was spent.
        return above / max(below, 1)


def stop_lines(text: str) -> tuple[StopLine, ...]:
    """The lines of a text that can be judged, each enough by itself; what else it says is free."""
    plain = _plain(text)
    if _NOT_ONE.search(plain):
        return ()
    found: list[StopLine] = []
    for part in _OR.split(_NUMBER.sub(_joined, plain)):
        clauses = _ENDS.split(part or "")
        # 花了 200，一单都没有: both together, and the latter is no figure.
        if not any(_NOTHING.search(one) and not has_clock(part) for one in clauses):
            found += _lines(clauses)
    return tuple(found)


def _lines(clauses: Iterable[str]) -> Iterator[StopLine]:
    before = ""
    for clause in clauses:
        # 到 21:00，不到 200 单就停: the hour stands by itself before what it is for.
        alone = is_clock(clause)
        if not alone and (line := _line(before + clause)) is not None:
            yield line
        before = clause + " " if alone else ""


def _plain(text: str) -> str:
    wide = str.maketrans("０１２３４５６７８９．，＜＞：￥％≤≥", "0123456789.,<>:¥%<>")
    plain = text.translate(wide).casefold()
    return in_digits(plain)


def _joined(number: re.Match[str]) -> str:
    return number.group().replace(",", "")


def _line(clause: str) -> StopLine | None:
    if (taken := taken_out(clause)) is None:
        return None
    at, clause = taken
    if at is not None and _NOTHING.search(clause) and not re.search(r"\d\s*单", clause):
        return StopLine("orders", True, 1.0, at=at)
    numbers = list(_NUMBER.finditer(clause))
    figure = next((code for code, words in _FIGURES if re.search(words, clause)), "")
    if len(numbers) != 1 or not figure or _OTHER_UNIT.search(clause):
        return None
    if _OTHER_FIGURE.search(clause) or (at is None and _A_DAY.search(clause)):
        return None
    if _GOES_ON.search(clause) or (figure not in _MONEY and _MONEY_WORD.search(clause)):
        return None
    before, after = clause[: numbers[0].start()], numbers[0].end()
    if _BELOW_AFTER.match(clause, after):
        below, reached = True, False
    elif _ABOVE_AFTER.match(clause, after):
        below, reached = False, True
    elif re.search(_BELOW, before):
        below, reached = True, False
    elif re.search(_ABOVE, before):
        below, reached = False, False
    elif re.search(_REACHED, before) or figure == "spend":
        below, reached = False, True
    else:
        return None
    try:
        limit = parse_number(numbers[0].group().rstrip("k千 "))
    except MoneyError:
        return None
    if numbers[0].group()[-1] in "k千":
        limit *= 1_000
    return StopLine(figure, below, limit * 100 if figure in _MONEY else limit, reached, at)


def _half_day(minute: int, plan: Plan) -> int:
    """到 9 点 of a plan that runs from 19 to 23 is the evening's."""

    def runs(at: int) -> bool:
        return any(plan.hour_from * 60 < one <= plan.hour_to * 60 for one in (at, at + 24 * 60))

    return (
        minute + 12 * 60
        if minute <= 12 * 60 and not runs(minute) and runs(minute + 720)
        else minute
    )
