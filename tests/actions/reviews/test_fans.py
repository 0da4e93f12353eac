"""Fans and buyers as a book tells of them that was filled by imports and by hand."""

from __future__ import annotations

from datetime import date

from ksdesk.actions import imports, traffic
from ksdesk.actions.reviews import fans
from ksdesk.domain.imports import Source
from ksdesk.domain.reviews.fans import FigurePair
from ksdesk.domain.traffic import TypedRow

TODAY = date(2026, 11, 18)
ORDERS = "订单号,订单创建时间,订单支付时间,订单状态,实付款,买家ID\n"


def take(book, paths, now, name: str, text: str) -> None:
    seen = imports.preview(book, Source(name, text=text), staging=paths.staging, now=now)
    imports.commit(book, seen, now=now)


def test_cohorts_go_by_the_day_of_payment_in_beijing(book, paths, now):
    rows = (
        "1,2026-09-30 23:50:00,2026-10-01 00:00:00,已发货,5,ks8801\n"  # paid after midnight
        "2,2026-09-30 23:00:00,2026-09-30 23:59:59,已签收,5,ks8802\n"
        "3,2026-11-02 09:00:00,2026-11-02 09:01:00,交易成功,5,ks8802\n"
        "4,2026-11-03 09:00:00,,待付款,5,ks8801\n"  # no sale
        "5,2026-11-03 09:00:00,2026-11-03 09:01:00,交易关闭,5,ks8801\n"
        "6,2026-11-03 09:00:00,2026-11-03 09:01:00,已发货，退款关闭,5,ks8801\n"  # a sale
        "7,2026-11-05 09:00:00,2026-11-05 09:01:00,已发货,5,\n"  # nobody knows whose
        "8,2026-11-05 10:00:00,,已发货,5,ks8803\n"  # by its creation
    )
    take(book, paths, now, "订单.csv", ORDERS + rows)
    found = fans.bought_again(book.reader, TODAY)
    assert {f"{one.month:%Y-%m}": one.bought for one in found.cohorts} == {
        "2026-09": (1, 0, 1),
        "2026-10": (1, 1),
        "2026-11": (1,),
    }
    assert (found.buyers, found.again, found.gaps, found.gap) == (3, 2, 2, 33)
    assert (found.orders, found.unknown) == (6, 1)


def test_an_order_of_several_lines_is_one_order(book, paths, now):
    head = ORDERS.replace("实付款", "实付款,商品ID")
    rows = (
        "1,2026-11-01 09:00:00,2026-11-01 09:01:00,已发货,5,g1,ks8801\n"
        "1,2026-11-01 09:00:00,2026-11-01 09:01:00,已发货,5,g2,ks8801\n"
        "2,2026-11-02 09:00:00,2026-11-02 09:01:00,已发货,5,g1,\n"
        "2,2026-11-02 09:00:00,2026-11-02 09:01:00,已发货,5,g2,\n"
    )
    take(book, paths, now, "订单.csv", head + rows)
    found = fans.bought_again(book.reader, TODAY)
    assert (found.orders, found.unknown, found.buyers, found.again) == (2, 1, 1, 0)


def test_an_empty_book_knows_nobody(book):
    found = fans.bought_again(book.reader, TODAY)
    assert not found.orders and found.share is None and not found.cohorts
    assert fans.look(book.reader, "day", TODAY).empty


DAYS = """日期,观看人数,新增粉丝,取关数,播放量,点赞数,评论数,分享数
2026-11-14,1000,20,5,4000,200,30,10
2026-11-15,2000,30,,,90,,
2026-11-16,,10,4,1000,50,20,5
2026-11-17,500,6,1,,,,
2026-11-18,9000,900,1,,,,
"""


def test_figures_are_held_against_each_other_only_where_both_are_told(book, paths, now):
    take(book, paths, now, "大盘.csv", DAYS)
    found = fans.look(book.reader, "day", TODAY)
    assert (found.new, found.lost) == (66, 10)  # today is not over
    assert found.both == FigurePair(36, 10) and found.net == 26
    assert found.follow == FigurePair(56, 3500) and found.follow.ratio == 0.016
    by_day = {one.start.day: one for one in found.periods if one.start.month == 11}
    assert by_day[15].new == 30 and by_day[15].lost is None and by_day[15].net is None
    assert by_day[16].net == 6 and by_day[16].follow is None
    assert by_day[13].new is None and len(found.periods) == 30 and 18 not in by_day
    likes, comments, _ = found.interactions
    assert (likes.count, likes.pair) == (340, FigurePair(250, 5000))
    assert (comments.count, comments.pair) == (50, FigurePair(50, 5000))
    assert found.interaction == FigurePair(315, 5000)


def test_an_interaction_that_other_rows_tell_is_in_no_sum(book, paths, now):
    take(book, paths, now, "大盘.csv", DAYS.replace("1000,50,20,5", "1000,50,,5"))
    found = fans.look(book.reader, "day", TODAY)
    assert found.interaction is None
    assert [one.pair for one in found.interactions] == [
        *(FigurePair(250, 5000), FigurePair(30, 4000), FigurePair(15, 5000)),
    ]


def test_weeks_begin_on_monday_and_months_on_the_first(book, paths, now):
    take(book, paths, now, "大盘.csv", DAYS)
    weeks = fans.look(book.reader, "week", TODAY).periods
    assert [one.start for one in weeks][-2:] == [date(2026, 11, 9), date(2026, 11, 16)]
    assert [one.new for one in weeks][-2:] == [50, 16] and len(weeks) == 12
    assert weeks[-2].net == 15 and weeks[-1].net == 11
    months = fans.look(book.reader, "month", TODAY).periods
    assert [months[0].start, months[-1].start] == [date(2025, 12, 1), date(2026, 11, 1)]
    assert (months[-1].new, months[-1].net) == (66, 26) and months[-2].new is None


def test_on_the_first_of_a_month_the_last_whole_one_is_shown(book, paths, now):
    take(book, paths, now, "大盘.csv", DAYS)
    months = fans.look(book.reader, "month", date(2026, 12, 1)).periods
    assert months[-1].start == date(2026, 11, 1) and months[-1].new == 966


def test_what_was_typed_from_the_phone_counts(book, now):
    row = TypedRow(date(2026, 11, 17), figures={"new_fans": 7, "views": 350})
    traffic.record(book, [row], now)
    found = fans.look(book.reader, "day", TODAY)
    assert (found.new, found.lost, found.net) == (7, None, None)
    assert found.follow == FigurePair(7, 350)
