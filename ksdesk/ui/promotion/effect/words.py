"""What a proposal says, in words and whole yuan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from ksdesk.actions.promotion.effect import Answer, Effect, Fitted
from ksdesk.domain.promotion.plans import way_of
from ksdesk.domain.promotion.ways import TYPED, UNNAMED
from ksdesk.ui.parts.texts import MINUS, count_text, percent_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.promotion.words import WAY_ICONS, joined, way_name

if TYPE_CHECKING:
    from ksdesk.domain.promotion.budget import Interval

said = Words("Effect")

LAST: Final = 100_00
_CERTAIN: Final = 0.99
_COLOURS: Final = {"paid_traffic": "series_1", "hot_search": "series_2", "gift": "series_4"}
_OTHERS: Final = ("series_3", "series_5", "series_6", "series_1", "series_2", "series_4")
COSTS: Final = {
    "goods_cost": QT_TRANSLATE_NOOP("Effect", "what goods cost"),
    "cost_returned": QT_TRANSLATE_NOOP("Effect", "what returned goods are still worth"),
    "shipping": QT_TRANSLATE_NOOP("Effect", "packaging and shipping"),
    "return_shipping": QT_TRANSLATE_NOOP("Effect", "return shipping"),
    "platform_fee": QT_TRANSLATE_NOOP("Effect", "the platform's fee"),
    "commission": QT_TRANSLATE_NOOP("Effect", "commissions"),
}


def name(way: str) -> str:
    """A way as the screen calls it: the three have their names in each language."""
    if way == UNNAMED:
        return said(QT_TRANSLATE_NOOP("Effect", "Way not named"))
    if way == TYPED:
        return said(QT_TRANSLATE_NOOP("Effect", "Fentiao, typed in"))
    return way_name(way)


def icon(way: str) -> str:
    """The icon of its kind."""
    return WAY_ICONS[way_of(way)]


def colours(ways: Iterable[str]) -> dict[str, str]:
    """A token for each way; the first of each kind has the kind's own."""
    found: dict[str, str] = {}
    for way in ways:
        own = _COLOURS[way_of(way)]
        free = [own, *_OTHERS]
        found[way] = next((c for c in free if c not in found.values()), own)
    return found


def yuan(fen: float) -> str:
    """Whole yuan without a sign for the currency: 85, −12, 1,240."""
    whole = round(fen / 100)
    return f"{MINUS}{count_text(-whole)}" if whole < 0 else count_text(whole)


def title(found: Fitted, told: Answer | None) -> str:
    """The one sentence of the card."""
    if found.blind:
        return said(QT_TRANSLATE_NOOP("Effect", "Cannot be told yet"))
    if told is None:
        return said(QT_TRANSLATE_NOOP("Effect", "What you fixed costs more than that"))
    proposal, margin = told.proposal, found.effect.margin
    if proposal.stay and told.terms.budget is None:
        return said(QT_TRANSLATE_NOOP("Effect", "Stay as you are for now"))
    changes = {w: proposal.best[w] - proposal.today[w] for w in found.fit.known}
    if not any(changes.values()):
        return said(QT_TRANSLATE_NOOP("Effect", "Stay as you are for now"))
    assert margin is not None
    from ksdesk.domain.promotion.advice import further

    less = {way: change for way, change in changes.items() if change < 0}
    kept = {way: change for way, change in less.items() if proposal.best[way]}
    if less:
        way = min(kept or less, key=lambda way: changes[way])
        text = (
            QT_TRANSLATE_NOOP(
                "Effect", "{way}: from ¥{start} a day on, each further yuan brings {back}"
            )
            if kept
            else QT_TRANSLATE_NOOP("Effect", "{way}: better stop, each yuan brings {back}")
        )
    else:
        way = max(changes, key=lambda way: changes[way])
        text = QT_TRANSLATE_NOOP(
            "Effect", "{way}: up to ¥{end} a day, each further yuan brings {back}"
        )
    start, end = sorted((proposal.best[way], proposal.today[way]))
    back = further(found.fit, way, start, end, margin)
    return said(text, way=name(way), start=yuan(start), end=yuan(end), back=f"{back:.1f}")


def rest(found: Fitted, told: Answer | None, earning: Iterable[str]) -> str:
    """The other ways, what is kept back, and why those that are `earning` by the table get less."""
    if found.blind:
        return said(
            QT_TRANSLATE_NOOP(
                "Effect",
                "Every way cost about the same every day, so nobody can see which of them brings"
                " how much. Vary it by plan for some weeks, then it shows.",
            )
        )
    if told is None:
        return said(QT_TRANSLATE_NOOP("Effect", "Fix less, or move the budget up."))
    proposal = told.proposal
    parts = []
    for way, amount in proposal.best.items():
        was = proposal.today[way]
        if was and not amount:
            parts.append(said(QT_TRANSLATE_NOOP("Effect", "{way}: stop for now"), way=name(way)))
    kept = proposal.kept_back if told.terms.budget is None else 0
    if proposal.stay and told.terms.budget is None:
        text = QT_TRANSLATE_NOOP("Effect", "No other split is more likely to leave more.")
        parts = [said(text)]
    elif kept > 0:
        text = QT_TRANSLATE_NOOP("Effect", "¥{kept} a day are better kept back")
        parts.append(said(text, kept=yuan(kept)))
    if found.even:
        text = QT_TRANSLATE_NOOP("Effect", "{ways}: cannot be told yet, left as today")
        parts.append(said(text, ways=joined(map(name, found.even))))
    free = not proposal.stay and told.terms.budget is None
    less = [
        way for way in earning if free and proposal.best.get(way, 0) < proposal.today.get(way, 0)
    ]
    if less:
        text = QT_TRANSLATE_NOOP(
            "Effect",
            "{ways}: earns in the table, by all sales that the platform reports; here what it"
            " overcounts is taken off, and each further yuan has to pay",
        )
        parts.append(said(text, ways=joined(map(name, less))))
    return said(QT_TRANSLATE_NOOP("Effect", "; ")).join(parts)


def gain(told: Answer) -> tuple[str, str, str]:
    """What the proposal leaves more a day, beside today's and its own net, and the interval."""
    proposal = told.proposal
    more, net = proposal.gain, proposal.net
    beside = said(
        QT_TRANSLATE_NOOP("Effect", "now about {now}, then about {then}"),
        now=yuan(net.mid - more.mid),
        then=yuan(net.mid),
    )
    return f"¥{yuan(more.mid)}", beside, between(more)


def between(one: Interval) -> str:
    """An interval as a sentence."""
    low, high = round(one.low / 100), round(one.high / 100)
    if low < 0 <= high:
        text = QT_TRANSLATE_NOOP(
            "Effect",
            "Between {low} less and {high} more; what the platform overcounts is taken off",
        )
        return said(text, low=count_text(-low), high=count_text(high))
    if high < 0:
        text = QT_TRANSLATE_NOOP("Effect", "Between {low} and {high} less")
        return said(text, low=count_text(-high), high=count_text(-low))
    text = QT_TRANSLATE_NOOP(
        "Effect", "Between {low} and {high} more; what the platform overcounts is taken off"
    )
    return said(text, low=count_text(low), high=count_text(high))


def sales(told: Answer) -> str:
    """What the proposal is expected to sell."""
    text = QT_TRANSLATE_NOOP("Effect", "Sales through it about ¥{mid} a day ({low} to {high})")
    one = told.sales
    return said(text, mid=yuan(one.mid), low=yuan(one.low), high=yuan(one.high))


def last_pill(brought: Interval | None, spent: int) -> tuple[str, str] | None:
    """Whether the last ¥100 of a way paid for themselves."""
    if brought is None:
        return None
    part = min(spent, LAST)
    if brought.low >= part:
        return "good", said(QT_TRANSLATE_NOOP("Effect", "Pays"))
    if brought.high < part or brought.mid < 0.8 * part:
        return "warn", said(QT_TRANSLATE_NOOP("Effect", "Does not pay"))
    return "neutral", said(QT_TRANSLATE_NOOP("Effect", "Not sure"))


def left_out(effect: Effect) -> str:
    """What is not in the fit."""
    parts = [
        said(
            QT_TRANSLATE_NOOP("Effect", "Days of the last 12 weeks with orders and spend: {n}"),
            n=count_text(len(effect.days)),
        )
    ]
    if effect.suspect:
        text = QT_TRANSLATE_NOOP(
            "Effect", "days with suspect hours, left out here and only here: {n}"
        )
        parts.append(said(text, n=count_text(len(effect.suspect))))
    if effect.unordered:
        text = QT_TRANSLATE_NOOP("Effect", "days without orders: {n}")
        parts.append(said(text, n=count_text(effect.unordered)))
    return said(QT_TRANSLATE_NOOP("Effect", "; ")).join(parts)


def chance(told: Answer) -> str:
    """How likely the proposal is the better one."""
    if told.proposal.probability > _CERTAIN:
        return said(QT_TRANSLATE_NOOP("Effect", "over 99%"))
    return percent_text(told.proposal.probability, 0)


def missing_costs(unknown: Iterable[str]) -> str:
    """The costs that are not filled in."""
    return joined(said(COSTS[one]) for one in unknown if one in COSTS)


def mixes(told: Answer) -> Mapping[str, tuple[int, int]]:
    """Today's amount and the best one of each way."""
    return {w: (told.proposal.today[w], told.proposal.best[w]) for w in told.proposal.today}
