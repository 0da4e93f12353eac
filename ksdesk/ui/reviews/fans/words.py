"""Fans in words."""

from __future__ import annotations

from ksdesk.domain.reviews.fans import Fans, FigurePair, Interaction
from ksdesk.ui.parts.measure_words import measure_name
from ksdesk.ui.parts.texts import count_text, counted, percent_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("FansRoom")

GRAINS = {
    "day": QT_TRANSLATE_NOOP("FansRoom", "By day"),
    "week": QT_TRANSLATE_NOOP("FansRoom", "By week"),
    "month": QT_TRANSLATE_NOOP("FansRoom", "By month"),
}
SPANS = {
    "day": QT_TRANSLATE_NOOP("FansRoom", "the last 30 days"),
    "week": QT_TRANSLATE_NOOP("FansRoom", "the last 12 weeks"),
    "month": QT_TRANSLATE_NOOP("FansRoom", "the last 12 months"),
}
NET = QT_TRANSLATE_NOOP("FansRoom", "{n} more fans in {span}")
FEWER = QT_TRANSLATE_NOOP("FansRoom", "{n} fewer fans in {span}")
ONE_MORE = QT_TRANSLATE_NOOP("FansRoom", "1 more fan in {span}")
ONE_FEWER = QT_TRANSLATE_NOOP("FansRoom", "1 fewer fan in {span}")
NEW_ONLY = QT_TRANSLATE_NOOP("FansRoom", "{n} new fans in {span}; nothing tells how many left")
NEW_ONE = QT_TRANSLATE_NOOP("FansRoom", "1 new fan in {span}; nothing tells how many left")
LOST_ONE = QT_TRANSLATE_NOOP("FansRoom", "1 fan left in {span}; nothing tells how many came")
LOST_ONLY = QT_TRANSLATE_NOOP("FansRoom", "{n} fans left in {span}; nothing tells how many came")
APART = QT_TRANSLATE_NOOP("FansRoom", "{new} new and {lost} lost fans in {span}, on different days")
NOTHING_TOLD = QT_TRANSLATE_NOOP("FansRoom", "Nothing tells of fans in {span}")

NEW = QT_TRANSLATE_NOOP("FansRoom", "New fans")
LOST = QT_TRANSLATE_NOOP("FansRoom", "Lost fans")
NET_NAME = QT_TRANSLATE_NOOP("FansRoom", "Net")
FOLLOW = QT_TRANSLATE_NOOP("FansRoom", "Follow rate")
INTERACTION = QT_TRANSLATE_NOOP("FansRoom", "Interaction")
NEW_FORMULA = QT_TRANSLATE_NOOP("FansRoom", "from reports, and what you typed")
NET_FORMULA = QT_TRANSLATE_NOOP("FansRoom", "new − lost, where both are told: {new} − {lost}")
FOLLOW_FORMULA = QT_TRANSLATE_NOOP("FansRoom", "new fans ÷ views: {above} ÷ {below}")
ALL_FORMULA = QT_TRANSLATE_NOOP(
    "FansRoom", "(likes + comments + shares) ÷ plays: {above} ÷ {below}"
)
ONE_FORMULA = QT_TRANSLATE_NOOP("FansRoom", "÷ {per}: {above} ÷ {below} = {share}")
NO_RATIO = QT_TRANSLATE_NOOP("FansRoom", "no row tells {per} beside it")


def headline(found: Fans) -> str:
    """The one sentence: how many fans came or left in the whole time."""
    span = said(SPANS[found.grain])
    if found.net is not None:
        one, many = (ONE_FEWER, FEWER) if found.net < 0 else (ONE_MORE, NET)
        return counted(round(abs(found.net)), said(one), said(many)).format(span=span)
    if found.new is not None and found.lost is not None:
        new, lost = count_text(found.new), count_text(found.lost)
        return said(APART, new=new, lost=lost, span=span)
    if found.new is not None:
        return said(NEW_ONE if found.new == 1 else NEW_ONLY, n=count_text(found.new), span=span)
    if found.lost is not None:
        return said(LOST_ONE if found.lost == 1 else LOST_ONLY, n=count_text(found.lost), span=span)
    return said(NOTHING_TOLD, span=span)


def figures(found: Fans) -> list[tuple[str, str, str]]:
    """Name, value and formula of each number."""
    both, net = found.both, found.net
    sign = "+" if net is not None and net > 0 else ""
    net_formula = ""
    if both is not None:
        new, lost = count_text(both.above), count_text(both.below)
        net_formula = said(NET_FORMULA, new=new, lost=lost)
    rows = [
        (said(NEW), count_text(found.new), said(NEW_FORMULA)),
        (said(LOST), count_text(found.lost), said(NEW_FORMULA)),
        (said(NET_NAME), sign + count_text(net), net_formula),
        (said(FOLLOW), _percent(found.follow), _formula(FOLLOW_FORMULA, found.follow)),
    ]
    if found.interaction is not None:
        formula = _formula(ALL_FORMULA, found.interaction)
        rows.append((said(INTERACTION), _percent(found.interaction), formula))
    return [*rows, *map(_interaction, found.interactions)]


def _interaction(one: Interaction) -> tuple[str, str, str]:
    per = measure_name(one.per)
    if one.pair is None:
        formula = said(NO_RATIO, per=per)
    else:
        above, below = count_text(one.pair.above), count_text(one.pair.below)
        share = percent_text(one.pair.ratio, 2)
        formula = said(ONE_FORMULA, per=per, above=above, below=below, share=share)
    return measure_name(one.code), count_text(one.count), formula


def _percent(pair: FigurePair | None) -> str:
    return percent_text(pair.ratio if pair is not None else None, 2)


def _formula(text: str, pair: FigurePair | None) -> str:
    if pair is None:
        return ""
    return said(text, above=count_text(pair.above), below=count_text(pair.below))
