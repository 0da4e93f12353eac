"""What the book adds to a live: orders, the spend of its hours, odd traffic, the running order."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ksdesk.actions import imports, notes, products, reviews
from ksdesk.actions.promotion.costs import work_out
from ksdesk.actions.reviews import looking
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import RunningSheet
from ksdesk.domain.promotion.costs import CostShare, ParcelCost, UnitCost
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.traffic.alarms import Alarm
from ksdesk.domain.traffic.notes import AlarmMark

NOW = datetime(2026, 11, 18, 10, 20)
BEGAN = datetime(2026, 11, 17, 19, 30)
HEAD = "订单号,订单创建时间,订单支付时间,订单状态,商品名称,商品ID,实付款,数量\n"
ORDERS = (
    "1,2026-11-17 19:29:59,2026-11-17 19:29:59,交易成功,吊柿饼,P1,50,1\n"
    "2,2026-11-17 19:30:00,2026-11-17 19:31:00,交易成功,吊柿饼,P1,59.9,1\n"
    "3,2026-11-17 21:00:00,2026-11-17 21:00:10,交易成功,红富士,P2,40,1\n"
    "4,2026-11-17 21:10:00,,待付款,红富士,P2,40,1\n"
    "5,2026-11-17 22:05:00,2026-11-17 22:05:01,交易成功,红富士,P2,70,1\n"
)


def bring(book, name: str, text: str) -> None:
    imports.commit(book, imports.preview(book, Source(name, text=text), now=NOW), now=NOW)


def note(book, **figures: object) -> int:
    one = Broadcast(**{"kind": "live", "began_at": BEGAN, "seconds": 9_300, **figures})
    return reviews.note_down(book, one, NOW).ref


@pytest.fixture
def shop(book):
    persimmon = products.save(book, Product(title="吊柿饼", code="P1", item_id="P1"), NOW).ref
    apple = products.save(book, Product(title="红富士", code="P2", item_id="P2"), NOW).ref
    bring(book, "订单.csv", HEAD + ORDERS)
    work_out(book)
    return book, persimmon, apple


def test_an_empty_book_has_nothing(book):
    assert looking.look(book.reader, 0, NOW) == looking.Reviews()


def test_a_video_of_a_report_is_found_by_its_old_number_once_it_is_noted(book):
    works = (
        "一个,2026-11-16 12:00,100,8\n两个,2026-11-17 12:05,200,9\n三个,2026-11-17 13:00,300,7\n"
    )
    bring(book, "作品.csv", "作品标题,发布时间,播放量,点赞量\n" + works)
    (second,) = (one for one in book.reader.reviews.reported() if one.name == "两个")
    assert looking.look(book.reader, second.id, NOW).review.seen.one == second
    kept = reviews.note_down(book, replace(second, id=0, note="好"), NOW).ref
    found = looking.look(book.reader, second.id, NOW).review.seen.one
    assert (found.id, found.name, found.note) == (kept, "两个", "好")


def test_orders_of_its_time_are_counted_where_nothing_was_told(shop):
    book, *_ = shop
    note(book)
    review = looking.look(book.reader, 0, NOW).review
    assert (review.seen.one.sales, review.seen.one.paid_orders) == (9_990, 2)
    assert review.seen.told.sales is None and "sales" in review.seen.added
    assert review.covered and review.left_out == 2 and review.net is None  # no cost is known


def test_what_was_told_stands_and_few_orders_tell_nothing(shop):
    book, *_ = shop
    note(book, sales=191_240)
    review = looking.look(book.reader, 0, NOW).review
    assert review.seen.one.sales == 191_240 and "sales" not in review.seen.added
    assert not review.covered and review.orders == 2
    assert not [remark for remark in review.remarks if remark.code in ("best", "unsold")]


def test_the_net_is_by_its_own_orders_else_by_what_all_sales_had(shop):
    book, persimmon, apple = shop
    since = BEGAN.date()
    for cost in (
        *(UnitCost(number, "", 1_000, since) for number in (persimmon, apple)),
        ParcelCost("packaging", 100, since),
        ParcelCost("shipping", 400, since),
        CostShare("platform_fee", 0.05, since),
        CostShare("returned", 0.8, since),
    ):
        notes.keep(book, cost, NOW)
    work_out(book)
    own = looking.look(book.reader, note(book), NOW).review
    assert own.net in (6_490, 6_491) and own.left_out == 0  # 9,990 less 2 × 1,500 and 5 %
    told = note(book, sales=500_000, began_at=BEGAN + timedelta(minutes=1), spend=10_000)
    by_shop = looking.look(book.reader, told, NOW).review
    kept = (21_990 - 4 * 1_500) / 21_990 - 0.05
    assert by_shop.net == pytest.approx(500_000 * kept - 10_000, abs=25)


def test_its_running_order_stands_beside_what_sold(shop):
    book, _persimmon, apple = shop
    gone = products.save(book, Product(title="石榴"), NOW).ref
    items = ((apple, "先尝"), (gone, ""))
    notes.keep(book, RunningSheet("周二晚场", BEGAN.date(), items), NOW)
    notes.keep(book, RunningSheet("别的", BEGAN.date() - timedelta(days=1), items), NOW)
    note(book)
    review = looking.look(book.reader, 0, NOW).review
    assert review.running == "周二晚场"
    assert [(p.title, p.place, p.orders, p.paid) for p in review.sold] == [
        ("红富士", 1, 1, 4_000),
        ("石榴", 2, 0, 0),
        ("吊柿饼", 0, 1, 5_990),
    ]


def test_spend_of_its_hours_is_taken_by_their_part(book):
    spends = ((18, 99), (19, 60), (20, 30), (22, 12))
    hours = "".join(f"2026-11-17,{hour},{spend},100\n" for hour, spend in spends)
    bring(book, "时报.csv", "日期,小时,花费,观看人数\n" + hours)
    note(book)
    seen = looking.look(book.reader, 0, NOW).review.seen
    assert seen.one.spend == 3_000 + 3_000 + 100 and "spend" in seen.added
    note(book, began_at=BEGAN - timedelta(days=3))
    other = next(seen for seen in looking.look(book.reader, 0, NOW).every if seen.one.id == 2)
    assert other.one.spend is None and not other.added


def test_one_with_odd_traffic_is_marked_and_passed_over(book):
    odd = note(book, began_at=BEGAN - timedelta(days=2), sales=1)
    fine = note(book, began_at=BEGAN - timedelta(days=4), sales=150_000)
    last = note(book, sales=191_240)
    assert looking.look(book.reader, last, NOW).review.comparison.last.id == odd
    key = f"burst:{BEGAN - timedelta(days=2):%Y-%m-%dT20}:views"
    notes.keep(book, AlarmMark(key, "handled", NOW), NOW)
    found = looking.look(book.reader, last, NOW)
    assert [seen.one.id for seen in found.every if seen.suspect] == [odd]
    assert found.review.comparison.last.id == fine
    notes.keep(book, AlarmMark(key, "ignored", NOW), NOW)
    assert looking.look(book.reader, last, NOW).review.comparison.last.id == odd


@pytest.mark.parametrize(
    ("kind", "state", "hour", "seconds", "odd"),
    [
        ("burst", "handled", "17T18", 9_000, False),
        ("burst", "handled", "17T19", 9_000, True),
        ("burst", "handled", "17T21", 9_000, True),
        ("burst", "handled", "17T22", 9_000, False),
        ("burst", "handled", "17T22", 9_001, True),
        ("burst", "handled", "16T20", 9_000, False),
        ("burst", "ignored", "17T20", 9_000, False),
        ("rise", "handled", "17T20", 9_000, False),
        ("burst", "handled", "17T19", None, True),
        ("burst", "handled", "17T20", None, False),
    ],
)
def test_it_is_odd_whose_hours_share_one_with_odd_traffic(book, kind, state, hour, seconds, odd):
    number = note(book, seconds=seconds)
    notes.keep(book, AlarmMark(f"{kind}:2026-11-{hour}:views", state, NOW), NOW)
    assert looking.look(book.reader, number, NOW).review.seen.suspect is odd


def test_one_that_begins_with_an_odd_hour_is_odd_though_nobody_noted_how_long_it_ran(book):
    """Lives begin on the full hour; that hour did not count as one of theirs."""
    number = note(book, seconds=None, began_at=datetime(2026, 11, 17, 20))
    notes.keep(book, AlarmMark("burst:2026-11-17T20:views", "handled", NOW), NOW)
    assert looking.look(book.reader, number, NOW).review.seen.suspect


@pytest.mark.parametrize(
    ("kind", "state", "odd"),
    [
        ("burst", None, True),
        ("burst", "handled", True),
        ("burst", "ignored", False),
        ("rise", None, False),
    ],
)
def test_what_was_remembered_of_its_traffic_counts_unless_it_was_nothing(book, kind, state, odd):
    number = note(book)
    alarm = Alarm(kind, "views", BEGAN - timedelta(hours=2), BEGAN + timedelta(minutes=1))
    book.alarms.remember("x", [alarm])
    if state:
        notes.keep(book, AlarmMark(alarm.key, state, NOW), NOW)
    assert looking.look(book.reader, number, NOW).review.seen.suspect is odd


def test_the_step_that_lost_most_is_named_beside_those_before(book):
    for days in (9, 8, 7):
        began = BEGAN - timedelta(days=days)
        note(book, began_at=began, exposures=10_000, entered=2_000, stayed=1_000, clicks=400)
    figures = {"exposures": 10_000, "entered": 2_000, "stayed": 200, "clicks": 80}
    review = looking.look(book.reader, note(book, **figures), NOW).review
    assert review.weak == "stayed"
    first = looking.look(book.reader, 1, NOW).review
    assert first.weak == "" and len(first.comparison.peers) == 0


def test_spend_is_shared_out_by_the_second(book):
    spends = {(17, 18): 36, (17, 19): 72, (17, 20): 0, (17, 22): 18, (16, 23): 90, (17, 0): 7.2}
    hours = "".join(f"2026-11-{day},{hour},{fen},100\n" for (day, hour), fen in spends.items())
    bring(book, "时报.csv", "日期,小时,花费,观看人数\n" + hours)
    told = {
        datetime(2026, 11, 17, 19): (3_600, 72_00),
        datetime(2026, 11, 17, 18, 59, 59): (2, 1 + 2),
        datetime(2026, 11, 17, 19, 45): (1_800, 18_00),
        datetime(2026, 11, 16, 23, 30): (3_600, 45_00 + 3_60),
        datetime(2026, 11, 17, 21): (3_600, None),
        datetime(2026, 11, 17, 21, 59, 58): (602, 3_00),
        datetime(2026, 11, 17, 20): (60, 0),
    }
    for began, (seconds, _) in told.items():
        note(book, began_at=began, seconds=seconds)
    every = looking.look(book.reader, 0, NOW).every
    assert {seen.one.began_at: seen.one.spend for seen in every} == {
        began: fen for began, (_, fen) in told.items()
    }
    assert all(("spend" in seen.added) is (seen.one.spend is not None) for seen in every)


@pytest.mark.parametrize(("sales", "covered"), [(12_487, True), (12_488, False), (None, True)])
def test_four_fifths_of_its_sales_in_the_book_tell_what_sold(shop, sales, covered):
    book, *_ = shop
    number = note(book, sales=sales)
    review = looking.look(book.reader, number, NOW).review
    assert (review.covered, review.orders, review.seen.earned.paid) == (covered, 2, 9_990)


def test_what_sold_besides_stands_with_the_dearest_first(book):
    goods = {"P1": "吊柿饼", "P2": "红富士", "P3": "石榴"}
    shown = [products.save(book, Product(title=t, item_id=i), NOW).ref for i, t in goods.items()]
    sold = (("1", "P2", 40), ("2", "P2", 5), ("2", "P3", 90), ("3", "P9", 45), ("4", "P8", 1))
    lines = "".join(
        f"{order},2026-11-17 20:00:00,2026-11-17 20:00:01,交易成功,货{item},{item},{paid},1\n"
        for order, item, paid in sold
    )
    bring(book, "订单.csv", HEAD + lines)
    work_out(book)
    notes.keep(book, RunningSheet("晚场", None, ((shown[0], ""),)), NOW)
    review = looking.look(book.reader, note(book, running=1), NOW).review
    assert [(p.title, p.place, p.orders, p.paid) for p in review.sold] == [
        ("吊柿饼", 1, 0, 0),
        ("石榴", 0, 1, 9_000),
        ("红富士", 0, 2, 4_500),
        ("货P9", 0, 1, 4_500),
        ("货P8", 0, 1, 100),
    ]


def test_videos_get_no_orders_of_their_time(shop):
    book, *_ = shop
    note(book, kind="video")
    review = looking.look(book.reader, 0, NOW).review
    assert review.seen.one.sales is None and not review.sold


REPORT = """直播标题,开播时间,直播时长(分钟),峰值在线人数,曝光人数,观看人数,人均停留时长,涨粉人数
柿饼专场,2026-11-17 19:32:10,155,312,21400,3486,48,92
早市,2026-11-16 07:00:00,60,80,3000,700,30,11
"""


def test_lives_of_a_report_stand_in_the_list_until_they_are_noted(book):
    bring(book, "直播数据.csv", REPORT)
    note(book, sales=191_240)  # half an hour near: it is the same one
    found = looking.look(book.reader, 0, NOW)
    evening, morning = found.every
    assert (evening.one.sales, evening.one.viewers, evening.one.peak) == (191_240, 3_486, 312)
    assert evening.told.viewers is None and evening.one.name == "柿饼专场"
    assert (morning.one.seconds, morning.one.stay, morning.one.sales) == (3_600, 30, None)
    assert found.owed == {evening.one.id, morning.one.id} and morning.one.id < 0
    written = reviews.finish(book, morning.one.id, "人少", ["晚点开播"], NOW)
    again = looking.look(book.reader, morning.one.id, NOW)
    seen = again.review.seen
    assert seen.told.id == written.ref and seen.told.viewers is None and seen.one.viewers == 700
    assert again.owed == {evening.one.id}
    written.undo(book)
    assert looking.look(book.reader, 0, NOW).every[1].one.id == morning.one.id


def test_steps_that_follow_each_other_make_one_note_of_what_a_report_tells(book):
    bring(book, "直播数据.csv", REPORT)
    live = looking.look(book.reader, 0, NOW).review.seen.told
    learn = reviews.learn(book, live.id, "问甜不甜的多", NOW)
    reviews.plan_next(book, live.id, ["先切柿饼"], NOW)
    reviews.finish(book, live.id, "问甜不甜的多", ["先切柿饼"], NOW)
    typed = reviews.note_down(book, replace(live, viewers=None, sales=191_240), NOW)
    (one,) = book.reader.notes.all(Broadcast)
    assert one.id == learn.ref == typed.ref and one.sales == 191_240 and one.viewers is None
    assert (one.note, one.todo, one.reviewed_at) == ("问甜不甜的多", (("先切柿饼", ""),), NOW)
    typed.undo(book)
    assert book.reader.notes.all(Broadcast)[0].sales is None


WORKS = """作品ID,作品标题,发布时间,播放量,点赞量,评论量,分享量,涨粉量
3x8,柿饼怎么晒,2026-11-16 12:00:00,1.2万,300,40,20,35
3x9,一斤柿饼几个,2026-11-17 12:05:00,20480,812,66,31,45
3xa,开箱,2026-11-17 12:10:00,900,12,1,0,2
"""


def test_videos_of_a_report_stand_beside_the_ones_before(book):
    bring(book, "作品.csv", WORKS)
    found = looking.look(book.reader, 0, NOW)
    names = [seen.one.name for seen in found.every]
    assert names == ["开箱", "一斤柿饼几个", "柿饼怎么晒"]
    assert not found.owed and {seen.one.kind for seen in found.every} == {"video"}
    second = looking.look(book.reader, found.every[1].one.id, NOW).review
    assert second.seen.one.name == "一斤柿饼几个"
    rows = {row.code: (row.value, row.before, row.usual) for row in second.comparison.rows}
    assert [*rows] == ["viewers", "likes", "comments", "shares", "new_fans", "sales"]
    assert rows["viewers"] == (20_480, 12_000, 12_000)
    assert rows["likes"] == (812, 300, 300) and rows["sales"] == (None, None, None)


def test_a_video_is_held_against_videos_and_the_middle_of_ten(book):
    note(book, began_at=BEGAN - timedelta(days=1), viewers=9)  # a live tells nothing of it
    lines = [f"v{n},第{n}条,2026-10-{n:02} 12:00,{n * 100},1,1,1,1" for n in range(1, 16)]
    bring(book, "作品.csv", "\n".join((WORKS.splitlines()[0], *lines)) + "\n")
    last = next(
        seen.one for seen in looking.look(book.reader, 0, NOW).every if "15" in seen.one.name
    )
    row = looking.look(book.reader, last.id, NOW).review.comparison.row("viewers")
    assert (row.value, row.before, row.usual) == (1_500, 1_400, 950)  # of 5 to 14


def test_two_videos_of_one_time_are_noted_apart_and_a_newer_report_revises(book):
    text = WORKS.replace("12:10:00", "12:05:00")
    bring(book, "作品.csv", text)
    first, other, _ = (seen.one for seen in looking.look(book.reader, 0, NOW).every)
    written = reviews.finish(book, other.id, "片头太长", ["前三秒出货"], NOW)
    every = looking.look(book.reader, written.ref, NOW)
    assert every.review.seen.told.name == other.name and len(every.every) == 3
    assert every.review.seen.one.viewers == other.viewers
    assert every.review.seen.told.viewers is None, "its figures stay the report's"
    again = reviews.learn(book, other.id, "片头太长了", NOW)
    assert again.ref == written.ref, "the page may not have seen yet that it was noted"
    bring(book, "作品2.csv", text.replace("20480", "30001").replace("900,12", "950,12"))
    seen = looking.look(book.reader, 0, NOW).every
    assert len(seen) == 3 and {one.one.viewers for one in seen} == {30_001, 950, 12_000}
    assert sum(one.told.reviewed_at is not None for one in seen) == 1
    assert first.id != other.id
    with pytest.raises(KeyError):
        reviews.learn(book, first.id - 1000, "x", NOW)


def test_a_title_that_changes_is_the_same_video(book):
    bring(book, "作品.csv", WORKS)
    bring(book, "作品2.csv", WORKS.replace("一斤柿饼几个", "一斤柿饼有几个？"))
    assert len(looking.look(book.reader, 0, NOW).every) == 3


def test_a_video_has_no_running_order_of_the_lives_of_its_day(shop):
    book, *_ = shop
    bring(book, "作品.csv", WORKS)
    video = next(s.one for s in looking.look(book.reader, 0, NOW).every if s.one.kind == "video")
    review = looking.look(book.reader, video.id, NOW).review
    assert not review.running and not review.sold
