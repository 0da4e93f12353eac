"""The lines of a profit in words: one a cost, from what buyers paid to what stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.promotion.breakdown import Profit
from ksdesk.ui.parts.texts import count_text, counted, money_text, percent_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("Profit")
translate = QCoreApplication.translate

COSTS = (
    ("refunded", QT_TRANSLATE_NOOP("Profit", "Refunded")),
    ("goods_cost", QT_TRANSLATE_NOOP("Profit", "Goods")),
    ("shipping", QT_TRANSLATE_NOOP("Profit", "Packaging and shipping")),
    ("return_shipping", QT_TRANSLATE_NOOP("Profit", "Return shipping")),
    ("insurance", QT_TRANSLATE_NOOP("Profit", "Freight insurance")),
    ("platform_fee", QT_TRANSLATE_NOOP("Profit", "Platform's fee")),
    ("commission", QT_TRANSLATE_NOOP("Profit", "Commissions")),
    ("penalties", QT_TRANSLATE_NOOP("Profit", "Compensations and deductions")),
)
"""Fields of `Sales` that are taken off, in the order of the screen."""


ROW_KINDS = (
    QT_TRANSLATE_NOOP("Profit", "sale"),
    QT_TRANSLATE_NOOP("Profit", "refund"),
    QT_TRANSLATE_NOOP("Profit", "fee"),
)
"""What rows behind a number are, by their kind."""


@dataclass(frozen=True)
class ProfitStep:
    """One line: its code, words, signed fen (None: not known), a remark, whether it is a sum, and
    the remark in few words where there is little room."""

    code: str
    word: str
    amount: int | None
    note: str = ""
    sum: bool = False
    brief: str = ""

    @property
    def beside(self) -> str:
        """What stands beside the words."""
        return "" if self.sum else self.brief or self.note


def steps(profit: Profit) -> tuple[ProfitStep, ...]:
    """What buyers paid, what is left out, each cost, and what stays."""
    return tuple(_steps(profit))


def _steps(profit: Profit) -> Iterator[ProfitStep]:
    sales, whole = profit.sales, profit.whole
    yield ProfitStep("paid", translate("Profit", "Paid by buyers"), whole.paid, sum=True)
    if whole.left_out:
        left, word = whole.left_out, translate("Profit", "Without a cost")
        note = counted(
            left,
            translate("Profit", "1 order left out"),
            translate("Profit", "{n} orders left out"),
        )
        if whole.untold:
            word = translate("Profit", "Left out")
            note = counted(
                left,
                translate("Profit", "1 order, a refund's amount is not told"),
                translate("Profit", "{n} orders, of {untold} a refund's amount is not told"),
            ).format(untold=count_text(whole.untold))
        brief = counted(left, translate("Profit", "1 order"), translate("Profit", "{n} orders"))
        lost = whole.left_refunded - whole.left_paid
        yield ProfitStep("left_out", word, lost, note, brief=brief)
    yield from _costs(profit)
    word = translate("Profit", "Stays before promotion")
    yield ProfitStep("before_ads", word, sales.before_ads, sum=True)
    yield _spend(profit)
    yield ProfitStep("net", translate("Profit", "Net"), sales.net, _estimate(profit), sum=True)
    if profit.monthly:
        yield ProfitStep("monthly", translate("Profit", "Fixed monthly costs"), -profit.monthly)
        word = translate("Profit", "Left after them")
        yield ProfitStep("after", word, profit.after_monthly, sum=True)


def _costs(profit: Profit) -> Iterator[ProfitStep]:
    sales, earlier = profit.sales, money_text(profit.whole.earlier)
    for code, word in COSTS:
        amount, note, brief = getattr(sales, code), "", ""
        if code == "goods_cost" and amount is not None:
            if sales.cost_returned is None:
                amount = None
            elif sales.cost_returned:
                worth = money_text(sales.cost_returned)
                note = translate("Profit", "less {worth} for returned goods").format(worth=worth)
                brief = translate("Profit", "less {worth}").format(worth=worth)
                amount -= sales.cost_returned
        if code == "refunded" and amount is not None:
            amount = profit.whole.refunded
        if code == "refunded" and profit.whole.earlier:
            note = translate("Profit", "{part} of earlier months").format(part=earlier)
            brief = translate("Profit", "{part} earlier").format(part=earlier)
        if amount is None:
            note, brief = translate("Profit", "not known yet: fill it in"), ""
        yield ProfitStep(code, said(word), _minus(amount), note, brief=brief)


def _spend(profit: Profit) -> ProfitStep:
    note = brief = ""
    if profit.unassigned:
        part = money_text(profit.unassigned)
        note = translate("Profit", "{part} of it not split by product").format(part=part)
        brief = translate("Profit", "{part} not split").format(part=part)
    word = translate("Profit", "Promotion")
    return ProfitStep("spend", word, _minus(profit.sales.spend), note, brief=brief)


def spans(steps: Sequence[ProfitStep]) -> Iterator[tuple[str, tuple[float, float, str]]]:
    """The bar of each line whose amount is known, by its code: between which parts of the room
    (0 to 1), and its colour. A cost begins where the line above it ended, a sum at nothing."""
    edges, at = [], 0
    for step in steps:
        if step.amount is not None:
            start, at = (0, step.amount) if step.sum else (at, at + step.amount)
            edges.append((step, min(start, at), max(start, at)))
    low = min((first for _, first, _ in edges), default=0)
    room = max((last for _, _, last in edges), default=0) - low
    for step, first, last in edges if room else ():
        yield step.code, ((first - low) / room, (last - low) / room, _colour(step))


def _colour(step: ProfitStep) -> str:
    if step.code == "net":
        return "bad" if (step.amount or 0) < 0 else "good"
    return "series_2" if step.code == "spend" else "series_1" if step.sum else "series_6"


def _minus(amount: int | None) -> int | None:
    return None if amount is None else -amount


def _estimate(profit: Profit) -> str:
    kept = profit.sales.kept
    if not kept:
        return ""
    share = max(0.0, profit.whole.settled / kept)
    if share >= 1:
        return translate("Profit", "all of it is settled")
    share = min(share, 0.999)  # what is estimated, be it little, is not rounded away
    return translate("Profit", "{share} of it is settled, the rest is estimated").format(
        share=percent_text(share)
    )


def settled_line(profit: Profit) -> str:
    """How much of what buyers left is settled; "" where they left nothing."""
    share = _estimate(profit)
    if not share:
        return ""
    text = translate("Profit", "Left after refunds {kept}: {share}")
    return text.format(kept=money_text(profit.sales.kept or 0), share=share)


def sentence(profit: Profit) -> str:
    """What the room says first."""
    net, lost = profit.sales.net, sum(one.lost_per_order is not None for one in profit.goods)
    if net is None:
        return said(
            QT_TRANSLATE_NOOP(
                "Profit", "{paid} came in. What stays is not known until the costs are filled in"
            )
        ).format(paid=money_text(profit.whole.paid))
    text = translate("Profit", "{paid} came in, {net} stays")
    first = text.format(paid=money_text(profit.whole.paid), net=money_text(net))
    if not lost:
        return first
    if lost == 1:
        return translate("Profit", "{first}; one product is sold at a loss").format(first=first)
    return translate("Profit", "{first}; {n} products are sold at a loss").format(
        first=first, n=count_text(lost)
    )
