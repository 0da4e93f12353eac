"""The room 粉丝 over a real book: what it says with and without figures, and its list."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import imports, reviews
from ksdesk.actions.reviews import checklist
from ksdesk.domain.imports import Source
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import defaults
from ksdesk.domain.reviews.fans import Fans, FigurePair
from ksdesk.ui.reviews.fans import words
from ksdesk.ui.reviews.page import ReviewsPage

FIGURES = """日期,观看人数,新增粉丝,取关数,播放量,点赞数,评论数,分享数
2026-11-16,1000,20,5,4000,200,30,10
2026-11-17,2000,36,8,,,,
"""
ORDERS = """订单号,订单创建时间,订单支付时间,订单状态,实付款,买家ID
1,2026-10-05 09:00:00,2026-10-05 09:01:00,已发货,5,ks8801
2,2026-11-05 09:00:00,2026-11-05 09:01:00,已发货,5,ks8801
3,2026-10-06 09:00:00,2026-10-06 09:01:00,已发货,5,ks8802
4,2026-11-06 09:00:00,2026-11-06 09:01:00,已发货,5,
"""


@pytest.fixture
def page(ctx, qtbot):
    made = ReviewsPage(ctx)
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    yield made
    made.retire()


def take(ctx, name: str, text: str) -> None:
    seen = imports.preview(ctx.book, Source(name, text=text), staging=ctx.paths.staging)
    ctx.hub.tell(imports.commit(ctx.book, seen, now=ctx.clock()))


def fans(page, qtbot):
    qtbot.mouseClick(page.rooms.button("fans"), Qt.MouseButton.LeftButton)
    assert page.states.currentWidget() is page.fans
    return page.fans


def figures(room) -> list[tuple[str, str, str]]:
    return [tuple(label.text() for label in row) for row in room.figures.rows if row[0].text()]


def rows(room) -> list[list[str]]:
    model, table = room.repeats.model, room.repeats.table
    shown = [place for place in range(model.columnCount()) if not table.isColumnHidden(place)]
    return [
        [
            " ".join(filter(None, (model.text(row, place), _second(model, row, place))))
            for place in shown
        ]
        for row in range(model.rowCount())
    ]


def _second(model, row: int, place: int) -> str:
    told = model.columns[place].second
    return told(model.row(row)) if told is not None else ""


def test_an_empty_book_says_what_to_bring(page, ctx, qtbot):
    room = fans(page, qtbot)
    assert room.figures.sentence.text() == "近 30 天没有粉丝的数" and not figures(room)
    assert room.figures.bring.isVisible() and not room.curve.isVisible()
    assert "还没有订单" in room.repeats.again.text() and not room.repeats.table.isVisible()
    assert room.list.begin.isVisible() and page.main.isHidden()
    gone = []
    ctx.navigate = lambda topic, target=None: gone.append(topic)
    qtbot.mouseClick(room.figures.bring, Qt.MouseButton.LeftButton)
    assert gone == ["traffic"]


def test_each_number_stands_beside_its_formula(page, ctx, qtbot):
    take(ctx, "大盘.csv", FIGURES)
    room = fans(page, qtbot)
    assert room.figures.sentence.text() == "近 30 天多了 43 个粉丝"
    assert figures(room) == [
        ("新增粉丝", "56", "报表里的，加上你自己记的"),
        ("掉粉", "13", "报表里的，加上你自己记的"),
        ("净增", "+43", "新增 − 掉粉，只算两样都有的：56 − 13"),
        ("转粉率", "1.87%", "新增粉丝 ÷ 观看：56 ÷ 3,000"),
        ("互动率", "6.00%", "（赞 + 评 + 转）÷ 播放：240 ÷ 4,000"),
        ("点赞", "200", "÷ 播放：200 ÷ 4,000 = 5.00%"),
        ("评论", "30", "÷ 播放：30 ÷ 4,000 = 0.75%"),
        ("分享", "10", "÷ 播放：10 ÷ 4,000 = 0.25%"),
    ]
    assert room.curve.isVisible() and room.curve.card is not None
    qtbot.mouseClick(room.figures.grains.button("month"), Qt.MouseButton.LeftButton)
    assert room.figures.sentence.text() == "近 12 个月多了 43 个粉丝"
    assert "最后一个月还没过完" in room.figures.until.text()
    names = {track.name for panel in room.curve.card.canvas.plot.panels for track in panel.tracks}
    assert names == {"new", "lost", "follow"}


def test_who_left_is_not_taken_for_nobody(page, ctx, qtbot):
    take(ctx, "大盘.csv", "日期,观看人数,新增粉丝\n2026-11-16,1000,20\n")
    room = fans(page, qtbot)
    assert room.figures.sentence.text() == "近 30 天新增 20 个粉丝，掉了多少没有数"
    assert figures(room)[1:3] == [("掉粉", "–", "报表里的，加上你自己记的"), ("净增", "–", "")]


def test_buyers_come_back_by_the_month_of_their_first_purchase(page, ctx, qtbot):
    take(ctx, "订单.csv", ORDERS)
    room = fans(page, qtbot)
    assert room.repeats.again.text() == "2 个买家里有 1 个回来再买过：50.0%"
    assert room.repeats.gap.text() == "一般隔 31 天再买（看了 1 次）"
    assert room.repeats.unknown.text() == "4 单里有 1 单不知道是谁买的，没算进来"
    assert rows(room) == [["2026-10", "2", "50.0% 1 人"]]
    take(
        ctx,
        "订单2.csv",
        ORDERS.replace("4,2026-11-06", "5,2026-11-06").replace(",5,\n", ",5,ks8809\n"),
    )
    assert rows(room)[1] == ["2026-11", "1", ""]


def test_orders_that_tell_nobody_are_said_to(page, ctx, qtbot):
    take(ctx, "订单.csv", ORDERS.replace("ks8801", "").replace("ks8802", ""))
    room = fans(page, qtbot)
    assert "看不出是谁买的" in room.repeats.again.text() and not room.repeats.table.isVisible()


def test_the_list_is_ticked_in_both_rooms(page, ctx, qtbot):
    live = Broadcast("live", datetime(2026, 11, 18, 8, 0), seconds=3600)
    ctx.hub.tell(reviews.note_down(ctx.book, live, ctx.clock()))
    ctx.hub.tell(checklist.arrange(ctx.book, defaults(ctx.clock().date()), ctx.clock()))
    box = page.card.after.ticks.checks[0]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert page.card.after.ticks.checks[0].isChecked()
    room = fans(page, qtbot)
    after = room.list.parts[2]
    assert after.caption.text() == "11-18 早场 之后" and after.ticks.checks[0].isChecked()
    ctx.undo.undo()
    assert not after.ticks.checks[0].isChecked()
    qtbot.mouseClick(page.rooms.button("broadcasts"), Qt.MouseButton.LeftButton)
    assert page.main.isVisible() and not page.card.after.ticks.checks[0].isChecked()


def test_what_a_live_left_yesterday_names_it_and_a_tick_reads_no_order_again(page, ctx, qtbot):
    at = datetime(2026, 11, 17, 19, 30)
    for began in (at, at.replace(hour=9)):
        ctx.hub.tell(reviews.note_down(ctx.book, Broadcast("live", began, seconds=60), at))
    ctx.hub.tell(checklist.arrange(ctx.book, defaults(at.date())[3:4], at))
    take(ctx, "订单.csv", ORDERS)
    room = fans(page, qtbot)
    left = room.list.parts[0].ticks
    assert [box.text() for box in left.checks] == [
        *("谢过下单的老客 · 11-17 晚场", "谢过下单的老客 · 11-17 早场"),
    ]
    before = room._seen.repeats
    qtbot.mouseClick(left.checks[1], Qt.MouseButton.LeftButton)
    assert [box.isChecked() for box in left.checks] == [False, True]
    assert room._seen.repeats is before
    take(ctx, "订单2.csv", ORDERS.replace("4,2026-11-06", "5,2026-11-06"))
    assert room._seen.repeats is not before and room._seen.repeats.orders == 5


def test_the_page_comes_back_to_its_room(page, ctx, qtbot):
    page.jump("fans")
    state = page.state()
    again = ReviewsPage(ctx)
    qtbot.addWidget(again)
    again.restore(state)
    again.show()
    assert again.states.currentWidget() is again.fans and again.main.isHidden()
    again.retire()


@pytest.mark.parametrize(
    ("new", "lost", "said"),
    [
        (5, 4, "1 more fan in "),
        (4, 5, "1 fewer fan in "),
        (1_205, 5, "1,200 more fans in "),
        (5, 7, "2 fewer fans in "),
    ],
)
def test_one_fan_is_said_in_the_singular(spoken, new, lost, said):
    spoken("en")
    both = FigurePair(new, lost)
    fans = Fans("day", date(2026, 11, 1), date(2026, 11, 2), new=new, lost=lost, both=both)
    assert words.headline(fans).startswith(said)
