"""Five plans: one over its pace, an agency's with the junk evening, a hot search whose keyword was
changed, an evening of gifts, and a hot search for tonight that has not begun.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from ksdesk.actions import Book
from ksdesk.actions.promotion import plans
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.sample.traffic.campaigns import KEYWORD_CHANGED

_GIFTS: Final = "900000000004"


def fill(book: Book, now: datetime) -> None:
    """All plans as they stand now; none is later than `now` but the one for tonight."""
    goods = {product.title: product.id for product in book.reader.products.all()}
    persimmons = tuple(n for title, n in goods.items() if title.startswith("富平吊柿饼"))[:1]
    today = now.date()
    _fast(book, persimmons, today)
    _agency(book, persimmons, today)
    _search(book, persimmons, today)
    _gifts(book, today)
    _tonight(book, persimmons, now)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


def _begun(book: Book, plan: Plan) -> int:
    """Written the day before, begun at its first hour."""
    made = plans.save(book, plan, plan.first - timedelta(hours=20))
    assert isinstance(made.ref, int)
    plans.begin(book, made.ref, plan.first)
    return made.ref


def _fast(book: Book, products: tuple[int, ...], today: date) -> None:
    """代理乙 spends a fortnight's budget in nine days."""
    begins = today - timedelta(days=9)
    _begun(
        book,
        Plan(
            way="paid_traffic",
            name="代理乙 吊柿饼短视频",
            goal="sales",
            budget=600_00,
            begins=begins,
            ends=begins + timedelta(days=14),
            products=products,
            label="代理乙",
            stop="平台回报低于 2.9 就停",
            work="晒吊柿饼的院子",
            work_day=begins - timedelta(days=3),
        ),
    )


def _agency(book: Book, products: tuple[int, ...], today: date) -> None:
    """代理甲 delivered the junk evening; what was learnt stands in the review."""
    begins = today - timedelta(days=24)
    number = _begun(
        book,
        Plan(
            way="paid_traffic",
            name="代理甲 直播间买量",
            goal="viewers",
            budget=1_400_00,
            begins=begins,
            ends=today - timedelta(days=1),
            products=products,
            label="代理甲",
            stop="来的人不说话就停",
        ),
    )
    ended = _at(today - timedelta(days=1), 23)
    plans.end(book, number, ended)
    plans.review(book, number, "周日晚那批人一秒就走，先跟代理要明细", ended + timedelta(hours=9))


def _search(book: Book, products: tuple[int, ...], today: date) -> None:
    """The keyword was changed at 21 o'clock while it ran; nobody has reviewed it."""
    changed = today - timedelta(days=KEYWORD_CHANGED)
    number = _begun(
        book,
        Plan(
            way="hot_search",
            name="热搜「柿饼」",
            goal="sales",
            budget=1_100_00,
            begins=changed - timedelta(days=7),
            ends=changed + timedelta(days=6),
            hour_from=12,
            hour_to=23,
            products=products,
            stop="21:00 前点商品不到 60 就停",
            topic="柿饼",
            keywords=("柿饼", "富平柿饼"),
        ),
    )
    begun = _at(changed - timedelta(days=7), 12)
    _read(
        book,
        number,
        begun - timedelta(minutes=30),
        (("topic_heat", 126_000), ("interaction", 480), ("usual_interaction", 390)),
    )
    at = _at(changed, 21)
    plan = book.reader.notes.one(Plan, number)
    assert plan is not None
    other = replace(plan, keywords=("柿饼礼盒", "富平柿饼"))
    plans.save(book, other, at, "想多卖点礼盒")
    plans.end(book, number, _at(changed + timedelta(days=6), 23))


def _gifts(book: Book, today: date) -> None:
    """The last Saturday's evening, read off the phone before and after."""
    day = today - timedelta(days=(today.weekday() - 5) % 7 or 7)
    number = _begun(
        book,
        Plan(
            way="gift",
            name="周六礼物夜",
            goal="viewers",
            budget=60_00,
            begins=day,
            ends=day,
            hour_from=18,
            hour_to=23,
            campaigns=(_GIFTS,),
            stop="半小时没人说话就停",
            staged=("together", "mood"),
        ),
    )
    _read(book, number, _at(day, 17, 50), (("room_rank", 46), ("room_heat", 3_200)))
    _read(book, number, _at(day, 21, 40), (("room_rank", 18), ("room_heat", 9_100)))
    plans.end(book, number, _at(day, 23))
    plans.review(book, number, "热度上去了，货讲得晚，没接住人", _at(day, 23, 20))


def _tonight(book: Book, products: tuple[int, ...], now: datetime) -> None:
    """Not begun: one of its keywords does not fit, and its stop line is still missing."""
    plans.save(
        book,
        Plan(
            way="hot_search",
            name="热搜「流心柿饼」",
            goal="launch",
            budget=80_00,
            begins=now.date(),
            ends=now.date(),
            hour_from=20,
            hour_to=22,
            products=products,
            topic="流心柿饼",
            keywords=("流心柿饼", "果干礼盒", "新疆特产"),
            work="掰开流心的那一下",
            work_day=now.date() - timedelta(days=2),
        ),
        now - timedelta(minutes=52),
    )


def _read(book: Book, number: int, at: datetime, figures: Iterable[tuple[str, int]]) -> None:
    readings = tuple(PlanReading(number, at, what, figure) for what, figure in figures)
    plans.read_off(book, readings, at)
