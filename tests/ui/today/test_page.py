"""今日: words for every code, jumps, states."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel

from ksdesk.actions import backups, deposit, opening, products, traffic
from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.actions.promotion.waiting import CrossedLine
from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.aftersales.promises import FollowUp
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.outlook import Ahead
from ksdesk.domain.orders.list import OrderLine, ShownOrder
from ksdesk.domain.orders.queue import ToShip, WaitingOrder
from ksdesk.domain.orders.shipping import Promise
from ksdesk.domain.products import Product
from ksdesk.domain.products.stock.case import PATH
from ksdesk.domain.promotion.stop_line import StopLine
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import Asked, CheckItem, defaults
from ksdesk.domain.today import Item, TodayNumber, badges
from ksdesk.domain.traffic import TypedRow
from ksdesk.domain.traffic.alarms import Alarm, Evidence
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.task_row import TaskRow, TipRow
from ksdesk.ui.today import card_words, words
from ksdesk.ui.today.hidden_foot import HiddenFoot
from ksdesk.ui.today.page import TodayPage


@pytest.fixture
def gone_to(ctx) -> list[tuple]:
    places: list[tuple] = []
    ctx.navigate = lambda topic, target=None: places.append((topic, target))
    return places


@pytest.fixture
def open_page(ctx, qtbot):
    def make(width: int = 1112, height: int = 800) -> TodayPage:
        page = TodayPage(ctx)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        return page

    return make


@pytest.fixture
def busy(book, now, paths) -> None:
    """A deposit below its line, two papers, figures of two weeks, a draft and a backup."""
    opening.save_fields(
        book, "type.choose", {"shop_type": "personal", "authorisation_until": "2027-01-20"}, now
    )
    opening.save_fields(book, "realname.upload", {"valid_until": "2026-12-10"}, now)
    opening.go(book, "realname.upload", now, done="entry.settings")
    deposit.add(book, [NewEntry("own", date(2026, 3, 6), "paid_in", 26_400)], now)
    rows = [
        TypedRow(now.date() - timedelta(days=n), "", {"spend": 24_000, "new_fans": 100 + n})
        for n in range(1, 15)
    ]
    traffic.record(book, rows, now)
    products.save(book, Product(title="吊柿饼"), now)
    backups.back_up(book, paths.backups, "daily", now.replace(hour=8))


def rows(page, kind=TaskRow) -> list:
    return [row for row in page.findChildren(kind) if row.isVisible()]


def titles(page) -> list[str]:
    return [row.title_label.text() for row in rows(page)]


def test_an_empty_book_has_one_next_step(open_page, gone_to):
    page = open_page()
    assert page.states.currentWidget() is page.empty
    assert page.import_button.isHidden()
    assert page.header.sentence_label.text() == "11月18日 星期三 10:20"
    page.open_topic("opening")
    assert gone_to == [("opening", None)]


def test_what_is_due_is_sorted_and_named(open_page, busy):
    page = open_page()
    assert titles(page) == [
        "自建保证金低于要求线，还差 ¥236.00",
        "身份证 12月10日到期",
        "开店走到：实名",
        "1 个商品草稿没写完",
    ]
    assert page.header.sentence_label.text().endswith("1 件现在要做 · 3 件今天做完就好")


def test_each_row_jumps_to_what_it_is_about(open_page, busy, gone_to, qtbot):
    page = open_page()
    for row in rows(page):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    for row in rows(page, TipRow):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert gone_to == [
        ("deposit", "own"),
        ("opening", "realname.upload"),
        ("opening", "realname.upload"),
        ("products", "1"),
        ("opening", "type.choose"),
        ("settings", "data"),
    ]


def test_cards_without_orders_say_what_is_missing(open_page, busy, gone_to, qtbot):
    page = open_page()
    said = {code: card.accessibleName() for code, card in page.area.cards.items()}
    assert said == {
        "sales": "昨天卖了 – 还没导入订单",
        "orders": "昨天订单 – 还没导入订单",
        "net": "本月净得 – 还没导入订单",
        "deposit": "自建保证金 ¥264.00 要求 500.00 还差 236.00",
    }
    for code in ("deposit", "sales", "net"):
        qtbot.mouseClick(page.area.cards[code], Qt.MouseButton.LeftButton)
    assert gone_to == [("deposit", None), ("orders", "all"), ("promotion", "profit")]


def test_nothing_due_names_the_next_thing(open_page, book, now):
    opening.save_fields(book, "realname.upload", {"valid_until": "2027-06-10"}, now)
    opening.go(book, "done", now)
    page = open_page()
    assert titles(page) == []
    from ksdesk.ui.parts.labels import Label

    said = [label.text() for label in page.area.left.findChildren(Label)]
    assert said == ["今天没事", "下一件：身份证 2027年6月10日到期"]


def test_the_page_follows_the_book(open_page, ctx, busy, now, qtbot):
    page = open_page()
    top_up = NewEntry("own", now.date(), "paid_in", 23_600)
    ctx.write(page, "补缴", deposit.add, [top_up], now)
    qtbot.waitUntil(lambda: bool(titles(page)))
    assert titles(page)[0] == "身份证 12月10日到期"
    assert "刚好够" in page.area.cards["deposit"].accessibleName()


def test_the_sample_shop_says_nothing_of_backups(open_page, busy, ctx):
    ctx.sample = True
    assert len(rows(open_page(), TipRow)) == 1


def test_files_go_to_the_traffic_page(open_page, busy, ctx, qtbot):
    given: list = []
    ctx.import_files = given.append
    page = open_page()
    ctx.ask.answers = [["a.csv"]]
    qtbot.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    assert given == [[Path("a.csv")]]


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods"])
def test_the_dialog_and_the_empty_page_take_every_table(open_page, ctx, tmp_path, suffix):
    asked: list[str] = []
    given: list = []
    ctx.ask.open_files = lambda _parent, _title, filters, _done: asked.append(filters)
    ctx.import_files = given.append
    page = open_page()
    page.ask_files()
    assert f"*{suffix}" in asked[0].split(";;")[0].strip("表格 ()").split()
    dropped = tmp_path / f"生意.{suffix[1:].upper()}"
    mime = QMimeData()
    files = (dropped, tmp_path / "photo.jpg")
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(page.empty, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QGuiApplication.sendEvent(page.empty, QDropEvent(QPointF(5, 5), copy, mime, left, none))
    assert given == [(dropped,)]


def test_trouble_and_back(open_page, busy, ctx, monkeypatch):
    page = open_page()

    def locked(*_args: object) -> None:
        raise BookProblem("locked", ctx.paths.book)

    monkeypatch.setattr("ksdesk.actions.today.agenda", locked)
    page.refresh()
    assert page.states.currentWidget() is page.trouble
    page.refresh()
    monkeypatch.undo()
    page.refresh()
    assert page.states.currentWidget() is page.area


def test_it_looks_again_each_minute_while_shown(open_page, busy):
    page = open_page()
    assert page._clock.isActive()
    page.hide()
    assert not page._clock.isActive()


def test_position_is_kept_over_a_rebuild(open_page, busy):
    first = open_page(888, 300)
    first.area.verticalScrollBar().setValue(40)
    second = open_page(888, 300)
    second.restore(first.state())
    assert second.area.verticalScrollBar().value() == 40


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("size", "beside"),
    [((888, 640), False), ((1021, 614), True), ((1112, 800), True), ((1752, 1080), True)],
)
def test_reminders_stand_beside_where_there_is_room(
    open_page, busy, ctx, spoken, qtbot, lang, size, beside
):
    ctx.theme = spoken(lang)
    page = open_page(*size)
    qtbot.waitUntil(lambda: page.area.side.x() > 0 or page.area.side.y() > page.area.left.y())
    assert (page.area.side.x() > page.area.left.x()) is beside
    assert page.area.inside.width() <= page.area.viewport().width()


DAY, DAY_END = date(2026, 12, 10), datetime(2026, 11, 18, 9, 30)
EVENING = Alarm(
    "burst",
    "views",
    datetime(2026, 11, 15, 20),
    datetime(2026, 11, 16),
    rows=(Evidence("views", 1420, 6380),),
    spend=138_00,
)
DAYS = Alarm(
    "zombie_fans",
    "new_fans",
    datetime(2026, 11, 10, 8),
    datetime(2026, 11, 13),
    rows=(Evidence("new_fans", 58, 400),),
)
PLAN = {"name": "柿饼", "spend": 2, "budget": 3}
CASE = CaseStanding(
    AftersalesCase(CaseFile("24103307", kind="refund_only", refund=2300, reason="柿子坏了")),
    Clock(datetime(2026, 11, 18, 16), "rule", paused=False, closed=False),
)
OWED = FollowUp(0, DAY, 1, "给柿子补一箱", DAY, ())
RETURN = CrossedLine(StopLine("roi", True, 2.0), 1.5)
LATE = CrossedLine(
    StopLine("orders", True, 9.0, at=1_260),
    4.0,
    datetime(2026, 11, 18, 21),
    datetime(2026, 11, 18, 20, 40),
)
LOSS = {"title": "柿饼", "lost": 302.4, "orders": 173, "whole": 52_265}
LOW = {"title": "柿饼", "option": "5斤", "sold": 31, "days": 14}
SHIP = {
    "first": ToShip(
        WaitingOrder(1, "26001138214"),
        Promise(datetime(2026, 11, 18, 9, 8), "order"),
        500,
        DAY_END,
        "late",
    ),
    "order": ShownOrder(1, "26001138214", lines=(OrderLine(name="柿饼", quantity=2),)),
    "cost": 500,
}
ASKED = (
    Asked(
        CheckItem(asked="daily", since=date(2026, 11, 1), proposal="lost"),
        date(2026, 11, 17),
        rolled=True,
    ),
    *(Asked(item, date(2026, 11, 18)) for item in defaults(date(2026, 11, 1))),
)
LAST_NIGHT = Broadcast("live", datetime(2026, 11, 17, 19, 30), seconds=9_300, id=3)
ITEMS = (
    Item("case_due", "aftersales", due=CASE.clock.due, facts={"one": CASE}),
    Item("case_due", "aftersales", due=datetime(2026, 11, 17), facts={"one": CASE}),
    Item("case_promise", "aftersales", due=OWED.until, facts={"one": CASE, "promise": OWED}),
    Item("cases_more", "aftersales", due=CASE.clock.due, facts={"one": CASE, "count": 3}),
    Item("cases_more", "aftersales", facts={"one": CASE, "count": 1}),
    Item("plan_fast", "promotion", facts={**PLAN, "due": 1, "runs_out": datetime(2030, 1, 1)}),
    Item("plan_fast", "promotion", facts={**PLAN, "due": 1, "runs_out": None}),
    Item("plan_stop", "promotion", facts={**PLAN, "line": "ROI < 2", "stop": RETURN}),
    Item("plan_stop", "promotion", facts={**PLAN, "line": "到 21:00 不到 9 单", "stop": LATE}),
    Item(
        "plan_stop_look",
        "promotion",
        facts={**PLAN, "line": "到 21:00 不到 9 单", "stop": replace(LATE, figure=None)},
    ),
    Item("plan_past", "promotion", facts={**PLAN, "last": datetime(2026, 11, 17)}),
    Item("plan_ended", "promotion", facts={**PLAN, "gmv": 5.0}),
    Item("plan_ended", "promotion", facts={**PLAN, "gmv": None}),
    Item("plan_ended", "promotion", facts={**PLAN, "spend": None, "gmv": None}),
    Item(
        "plan_unlocked",
        "promotion",
        facts={**PLAN, "at": datetime(2026, 11, 17), "was": "柿饼", "became": "果干", "why": "x"},
    ),
    Item("plan_launch", "promotion", group="remind", facts={"title": "柿饼", "count": 1}),
    *(
        Item("sold_at_a_loss", "promotion", group="advise", facts={**LOSS, "count": count})
        for count in (1, 2)
    ),
    *(
        Item(code, "orders", group=group, level=level, facts={**SHIP, "count": count, "same": same})
        for count, same in ((1, True), (3, False))
        for code, group, level in (
            ("orders_late", "now", "bad"),
            ("orders_due", "now", "warn"),
            ("orders_due", "today", "plain"),
            ("orders_urged", "today", "warn"),
            ("orders_untimed", "remind", "warn"),
            ("pickup_late", "today", "warn"),
            ("numbers_unsent", "today", "plain"),
        )
    ),
    *(
        Item("stock_low", "products", level=level, facts={**LOW, "stock": stock, "left": left})
        for level, stock, left in (
            ("warn", 0, 0),
            ("plain", 3, 0),
            ("plain", 9, None),
            ("plain", 9, 1),
        )
    ),
    Item("stock_more", "products", "low", facts={"count": 1}),
    Item("plan_launch", "promotion", group="remind", facts={"title": "柿饼", "count": 3}),
    Item(
        "deposit_short",
        "deposit",
        facts={"account": "own", "balance": 1, "line": 3, "short": 2, "until": None},
    ),
    Item(
        "deposit_short",
        "deposit",
        facts={"account": "own", "balance": 1, "line": 3, "short": 2, "until": DAY},
    ),
    Item("refund_due", "deposit", facts={"until": DAY}),
    Item(
        "deposit_ahead",
        "deposit",
        facts={"account": "own", "ahead": Ahead("sales_likely", "own", DAY, 3, 1, 2, sales=9)},
    ),
    Item("deposit_unknown", "opening", facts={"account": "own", "balance": 1, "line": None}),
    Item("deposit_maybe", "opening", facts={"account": "own", "balance": 1, "line": 1}),
    Item("open_shop", "opening"),
    Item("opening_step", "opening", facts={"step": "type.choose", "done": 8, "steps": 11}),
    Item("paper_ended", "opening", facts={"paper": "id_card", "days": -1, "until": DAY}),
    Item("paper_ends", "opening", facts={"paper": "id_card", "days": 0, "until": DAY}),
    Item(
        "paper_ends", "opening", "", "remind", facts={"paper": "id_card", "days": 40, "until": DAY}
    ),
    Item(
        "drafts",
        "products",
        facts={"count": 1, "title": "柿饼", "missing": {"price": 1, "stock": 1}},
    ),
    Item(
        "drafts", "products", facts={"count": 3, "title": "", "missing": {"title": 3, "stock": 2}}
    ),
    *(
        Item(
            "paper_expires",
            "products",
            facts={
                "paper": "质检报告",
                "days": days,
                "until": DAY,
                "title": "柿饼",
                "products": count,
            },
        )
        for days, count in ((-1, 1), (-9, 2), (0, 1), (1, 3), (12, 12))
    ),
    *(
        Item("stock_case", "products", facts={"place": place, "title": "柿饼", "order": "26"})
        for place in PATH
    ),
    Item("import_broken", "traffic", facts={"name": "a.csv", "at": datetime(2026, 11, 17, 9)}),
    Item("damaged", "settings", "data", facts={"count": 2}),
    Item("copies_with_buyers", "settings", "data", "remind", facts={"count": 2}),
    Item("doubles", "traffic", "doubles", facts={"count": 3}),
    Item("traffic_stale", "traffic", facts={"days": 4, "last": DAY}),
    Item(
        "last_import",
        "traffic",
        facts={
            "name": "a.csv",
            "at": datetime(2026, 11, 17, 9),
            "new": 1,
            "revised": 2,
            "refused": 3,
        },
    ),
    Item("checklist", "reviews", "fans", facts={"asked": ASKED}),
    Item("review_owed", "reviews", "3", facts={"broadcast": LAST_NIGHT}),
    Item("review_action", "reviews", "3", facts={"broadcast": LAST_NIGHT, "words": "柿饼先切"}),
    Item("alarm", "traffic", "alarm:x", facts={"alarm": EVENING}),
    Item("alarm", "traffic", "alarm:y", facts={"alarm": DAYS}),
    Item("backup", "settings", facts={"at": datetime(2026, 11, 17, 9), "days": 1}),
    Item("backup_old", "settings", facts={"at": datetime(2026, 11, 10, 9), "days": 8}),
    Item("backup_none", "settings"),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.code}-{item.group}")
def test_every_code_has_words(spoken, now, item, lang):
    spoken(lang)
    said = words.words_of(item, now)
    assert said.title
    assert said.verb
    text = f"{said.title}{said.reason}{said.verb}{said.pill or ''}"
    assert "{" not in text
    assert any("\u4e00" <= sign <= "\u9fff" for sign in text) == (lang == "zh" or "柿" in text)


def test_every_code_is_tried(now):
    assert {item.code for item in ITEMS} == set(words._MAKERS)


@pytest.mark.parametrize(
    ("code", "value", "before", "way", "text"),
    [
        ("sales", 112.4, 100, "up", "12.4%"),
        ("sales", 50, 100, "down", "50.0%"),
        ("orders", 47, 42, "up", "5"),
        ("net", 5, 5, "flat", ""),
        ("net", 500, -1_000, "up", "15.00"),
    ],
)
def test_changes(code, value, before, way, text):
    change = card_words.change_of(TodayNumber(code, value, before))
    assert (change.way, change.text) == (way, text)


def test_a_net_says_what_it_leaves_out(spoken):
    """It stood there as if it were of all orders."""
    spoken("en")
    facts = {"last": date(2026, 11, 17), "share": 0.3, "left_out": (18, 913_40)}
    card = TodayNumber("net", 5_00, 4_00, facts=facts)
    said = card_words.left_out(card)
    assert "18" in said and "913.40" in said
    one = replace(card, facts={**facts, "left_out": (1, 50_00)})
    assert card_words.left_out(one) == "without 1 order of 50.00"
    whole = replace(card, facts={**facts, "left_out": (0, 0)})
    assert card_words.left_out(whole) == ""


@pytest.mark.parametrize(
    "card", [TodayNumber("sales", 5, 0), TodayNumber("net", None, 3), TodayNumber("net", 3)]
)
def test_no_change_where_nothing_can_be_compared(card):
    assert card_words.change_of(card) is None


def test_the_deposit_says_how_it_stands(spoken, now):
    spoken("en")

    def said(balance: int, line: int | None, complete: bool = True) -> tuple[str, str]:
        account = deposit.Account("own", balance, line, complete, True)
        card = TodayNumber("deposit", balance, facts={"account": account, "until": DAY})
        pill = card_words.standing_pill(card)
        return pill[1] if pill else "", card_words.line_note(card, now)

    assert said(5, None) == ("", "The line is not filled in")
    assert said(5, 7) == ("0.02 short", "required 0.07, by 10 Dec")
    assert said(7, 7) == ("just enough", "required 0.07")
    assert said(9, 7) == ("enough, 0.02 over", "required 0.07")
    assert said(9, 7, False) == ("an amount is missing", "required 0.07")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_row_is_put_off_and_comes_back(open_page, busy, ctx, qtbot):
    page = open_page()
    row = next(one for one in rows(page) if "草稿" in one.title_label.text())
    qtbot.keyClick(row.later_button, Qt.Key.Key_Space)  # seen while its row is pointed at
    words_of_menu = [action.text() for action in page.area.menu.actions() if action.text()]
    assert words_of_menu == ["下午 2 点再说", "明天早上", "下周一", "不再提醒这件"]
    page.area.menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: not any("草稿" in title for title in titles(page)))
    (foot,) = page.findChildren(HiddenFoot)
    assert foot.put_off.isHidden() and foot.done is None
    qtbot.mouseClick(foot.put_off.fold_button, Qt.MouseButton.LeftButton)
    (back,) = foot.put_off.findChildren(TextButton)
    assert back.accessibleName() == "恢复提醒 1 个商品草稿没写完"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("草稿" in title for title in titles(page)))
    assert not [one for one in page.findChildren(HiddenFoot) if one.isVisible()]
    ctx.undo.undo()
    qtbot.waitUntil(lambda: not any("草稿" in title for title in titles(page)))


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_what_is_ticked_off_is_done_for_today_and_told_again_tomorrow(open_page, busy, ctx, qtbot):
    def told() -> bool:
        return any("草稿" in title for title in titles(page))

    page = open_page()
    count = badges(page.agenda)["products"][0]
    row = next(one for one in rows(page) if "草稿" in one.title_label.text())
    assert row.circle.accessibleName() == "做完了： 1 个商品草稿没写完"
    qtbot.mouseClick(row.circle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not told())
    assert badges(page.agenda).get("products", (0, False))[0] == count - 1
    (foot,) = page.findChildren(HiddenFoot)
    assert foot.put_off is None
    assert [one.text() for one in foot.done.head.findChildren(QLabel)] == ["今天做完的 1 件"]
    qtbot.mouseClick(foot.done.fold_button, Qt.MouseButton.LeftButton)
    (back,) = foot.done.findChildren(TextButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(told)
    ctx.undo.undo()
    qtbot.waitUntil(lambda: not told())
    tomorrow = ctx.clock() + timedelta(days=1)
    ctx.clock = lambda: tomorrow
    page._clock.timeout.emit()
    qtbot.waitUntil(told)
    assert page.agenda.done == ()


def test_a_tick_that_could_not_be_written_goes_again(open_page, busy, ctx, qtbot):
    page = open_page()
    count = len(rows(page))
    ctx.jobs.failed.disconnect()
    ctx.book.session.db.execute_sql("PRAGMA query_only = 1")
    qtbot.mouseClick(rows(page)[0].circle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(page)) == count)
    assert not any(row.circle.isChecked() for row in rows(page))
    ctx.book.session.db.execute_sql("PRAGMA query_only = 0")
