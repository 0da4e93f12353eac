"""A month out of the book: what was settled, sent in time, began and ended, and what is beside."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import aftersales, deposit, imports, month, notes
from ksdesk.actions.promotion import costs
from ksdesk.actions.reviews import checklist
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.imports import Source
from ksdesk.domain.month import BookIncome, Settlement, ShippingKept, TaxFigure
from ksdesk.domain.reviews.broadcasts import Broadcast, looked_back_at
from ksdesk.domain.reviews.checklist import CheckItem, ListKept
from ksdesk.domain.traffic import day_start

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
ENDS = date(2026, 10, 31)
ORDERS = "订单号,订单创建时间,订单状态,实付款,商品名称,承诺发货时间,发货时间\n"
SETTLED = (
    "订单号,商品ID,商品名称,订单创建时间,订单实付(元),订单退款(元),技术服务费(元),达人佣金(元),"
    "实际结算金额(元),实际结算时间\n"
)
MOVED = "账务流水号,关联业务单号,账务方向,业务类型,描述,入账时间,发生额,期末余额\n"
CASES = "售后单号,订单编号,退款金额,售后状态,售后原因,申请时间,退款超时时间\n"


@pytest.fixture
def take(book, now):
    """Takes texts of files into the book."""

    def take(**texts: str) -> None:
        for name, text in texts.items():
            seen = imports.preview(book, Source(f"{name}.csv", text=text), now=now)
            imports.commit(book, seen, now=now)
        costs.work_out(book)

    return take


def of(book, now, first: date = OCTOBER, last: date = ENDS):
    return month.figures(book.reader, first, last, now)


def test_what_was_settled_in_a_month_and_what_of_it_arrived(book, now, take):
    rows = (
        "a1,7,柿饼,2026-10-05 20:10,100.00,0,5.00,2.00,93.00,2026-10-01 00:00:00\n"
        "a2,7,柿饼,2026-10-05 20:10,60.00,10.00,3.00,0,47.00,2026-10-31 23:59:59\n"
        "a3,7,柿饼,2026-10-05 20:10,9.00,9.00,0,0,0,2026-10-15 10:00:00\n"
        "b1,7,柿饼,2026-10-05 20:10,80.00,0,0,0,80.00,2026-11-01 00:00:00\n"
        "b2,7,柿饼,2026-09-05 20:10,70.00,0,0,0,70.00,2026-09-30 23:59:59\n"
    )
    take(结算=SETTLED + rows)
    known = Settlement(3, 169_00, 19_00, 8_00, 2_00, 140_00)
    assert of(book, now).settlement == known
    assert of(book, now, date(2026, 8, 1), date(2026, 8, 31)).settlement is None
    take(
        动账=MOVED + "f1,a1,收,货款结算,,2026-11-02 12:00:00,90.00,90.00\n"
        "f2,a1,收,货款结算,,2026-11-03 12:00:00,3.00,93.00\n"
        "f3,b1,收,货款结算,,2026-11-03 12:00:00,80.00,173.00\n"
        "f4,a2,收,资金冻结,,2026-11-03 12:00:00,47.00,220.00\n"
        "f5,a1,支,退款,,2026-11-04 12:00:00,1.00,219.00\n"
    )
    found = of(book, now).settlement
    assert (found.received, found.waiting, found.outstanding) == (93_00, 1, 47_00)


def test_orders_are_kept_late_or_still_open_by_their_own_promise(book, now, take):
    rows = (
        "a1,2026-10-01 09:00,已发货,9,柿饼,2026-10-03 09:00,2026-10-03 09:00\n"  # just in time
        "a2,2026-10-01 09:00,已发货,9,柿饼,2026-10-03 09:00,2026-10-03 09:01\n"
        "a3,2026-10-01 09:00,待发货,9,柿饼,2026-10-31 23:59:59,\n"  # late, and open
        "a4,2026-10-01 09:00,交易关闭,9,柿饼,2026-10-03 09:00,\n"  # no sale
        "b1,2026-11-17 09:00,待发货,9,柿饼,2026-11-20 09:00,\n"
        "b2,2026-11-17 09:00,待发货,9,柿饼,0,\n"
    )
    take(订单=ORDERS + rows)
    assert of(book, now).shipping == ShippingKept(1, 2, 0)
    assert of(book, now, NOVEMBER, now.date()).shipping is None
    assert of(book, now, NOVEMBER, date(2026, 11, 30)).shipping == ShippingKept(0, 0, 1)


def test_cases_that_began_and_ended_in_a_month(book, now, take):
    assert of(book, now).cases is None
    rows = (
        "1,11,23.00,待商家处理,破损,2026-10-01 00:00:00,\n"
        "2,12,59.90,待商家处理,不喜欢,2026-10-31 23:59:59,\n"
        "3,13,48.00,待买家退货,破损,2026-10-10 09:00:00,\n"
        "4,14,48.00,待商家处理,破损,2026-11-01 00:00:00,\n"
    )
    take(售后=CASES + rows)
    found = of(book, now).cases
    assert (found.begun, found.ended, found.cost) == (3, 0, None)
    assert (found.reason, found.with_reason) == ("破损", 2)
    assert of(book, now, date(2026, 9, 1), date(2026, 9, 30)).cases.reason == ""


def test_how_long_the_first_word_took_is_of_the_cases_in_which_one_is_noted(book, now, take):
    rows = (
        "1,11,23.00,待商家处理,破损,2026-10-01 08:00:00,\n"
        "2,12,59.90,待商家处理,不喜欢,2026-10-31 23:00:00,\n"
        "3,13,48.00,待商家处理,破损,2026-10-10 09:00:00,\n"
    )
    take(售后=CASES + rows)
    assert of(book, now).cases.answer is None
    said = {
        "1": [("2026-10-01T09:00:00", "buyer"), ("2026-10-01T12:00:00", "seller")],
        "2": [("2026-11-01T05:00:00", "seller"), ("2026-11-01T01:00:00", "seller")],
        "3": [("2026-10-10T10:00:00", "buyer")],
    }
    for case_no, lines in said.items():
        words = tuple((at, who, "好", "") for at, who in lines)
        notes.keep(book, CaseFile(f"1{case_no}", case_no, said=words), now)
    assert of(book, now).cases.answer == timedelta(hours=3)
    by_hand = CaseFile(
        "x",
        opened_at=datetime(2026, 10, 5, 9),
        said=(("2026-10-05T08:00:00", "seller", "先说了", ""),),
    )
    aftersales.open_case(book, by_hand, now)
    assert of(book, now).cases.answer == timedelta(hours=2)


def test_accounts_without_anything_by_then_are_left_out(book, now):
    deposit.add(book, [NewEntry("own", NOVEMBER, "paid_in", 500_00)], now)
    assert of(book, now).deposits == ()
    deposit.add(book, [NewEntry("promotion", date(2026, 9, 1), "paid_in", 5_00)], now)
    assert [(one.account, one.opening, one.closing) for one in of(book, now).deposits] == [
        ("promotion", 5_00, 5_00)
    ]


def test_a_report_has_what_is_wanted_beside_it_where_the_book_has_anything(book, now, take):
    rows = "a1,2026-10-05 20:10,已发货,100.00,柿饼,,2026-10-06 08:00:00\n"
    take(订单=ORDERS + rows)
    found = month.report(book.reader, date(2026, 11, 9), now)
    assert (found.month.first, found.month.last) == (NOVEMBER, now.date())
    assert (found.before.first, found.before.last) == (OCTOBER, date(2026, 10, 18))
    assert (found.running, found.at) == (True, now)
    assert month.report(book.reader, NOVEMBER, now, "year").before is None, "nothing is known"
    assert month.report(book.reader, NOVEMBER, now, "none").before is None
    assert month.report(book.reader, OCTOBER, now).before is None


def test_the_last_whole_month_comes_first_where_the_book_has_it(book, now, take):
    assert month.newest(book.reader, now) == NOVEMBER
    take(订单=ORDERS + "a1,2026-10-31 20:10,已发货,100.00,柿饼,,2026-11-01 08:00:00\n")
    assert month.newest(book.reader, now) == OCTOBER
    assert month.newest(book.reader, datetime(2026, 12, 1)) == date(2026, 12, 1)


def test_a_quarter_is_by_the_basis_that_the_seller_knows(book, now, take):
    take(
        订单=ORDERS + "a1,2026-10-05 20:10,已发货,100.00,柿饼,,2026-10-06 08:00:00\n"
        "a2,2026-11-05 20:10,已发货,60.00,柿饼,,2026-11-06 08:00:00\n"
    )
    check = month.quarter(book.reader, OCTOBER, now)
    assert (check.figure, check.last, check.running) == (None, now.date(), True)
    assert check.months["paid"] == (BookIncome(100_00, 0), BookIncome(60_00, 0), None)
    assert set(check.months) == {"paid", "settled"}
    for basis, bases in {"unknown": {"paid", "settled"}, "settled": {"settled"}}.items():
        notes.keep(book, TaxFigure(quarter=OCTOBER, basis=basis, gross=5), now)
        check = month.quarter(book.reader, OCTOBER, now)
        assert (set(check.months), check.figure.gross) == (bases, 5)
    assert month.quarter(book.reader, date(2026, 7, 1), now).figure is None
    assert not month.quarter(book.reader, date(2026, 7, 1), now).running


def test_how_the_list_for_fans_was_kept(book, now):
    assert of(book, now).empty
    item = CheckItem(asked="daily", since=date(2026, 10, 29), words="回私信")
    checklist.arrange(book, [item], datetime(2026, 10, 29, 9))
    (asked,) = checklist.owed(book.reader, date(2026, 10, 29))
    checklist.tick(book, asked, True, datetime(2026, 10, 30, 21))
    assert of(book, now).kept == ListKept(1, 2) and not of(book, now).empty
    found = of(book, now, NOVEMBER, date(2026, 11, 30))
    assert found.kept == ListKept(0, 16)  # yesterday's can still be done, and today's


def test_what_traffic_and_lives_of_the_days_come_to(book, now, take):
    days = ((9, 30), (10, 1), (10, 31), (11, 1))
    rows = "".join(
        f"2026-{m:02}-{d:02},{hour},晚场,1.00,{number + 1},{10**number}\n"
        for number, (m, d) in enumerate(days)
        for hour in (0, 23)
    )
    take(流量="日期,小时,直播标题,花费,涨粉数,取消关注数\n" + rows)
    found = of(book, now)
    assert (found.new_fans, found.lost_fans) == (10, 220)
    assert found.lives == len(book.reader.profit.lives(*_seconds(OCTOBER, NOVEMBER))) > 1
    assert found.profit.spend == 4_00
    nothing = of(book, now, date(2026, 12, 1), date(2026, 12, 31))
    assert (nothing.new_fans, nothing.lost_fans, nothing.lives) == (None, None, 0)
    assert nothing.empty and not found.empty


def _seconds(first: date, end: date) -> tuple[int, int]:
    return day_start(first), day_start(end)


def test_reviews_of_the_lives_that_began_in_the_days_are_counted(book, now):
    moments = [
        datetime(2026, 9, 30, 23, 59, 59),
        datetime(2026, 10, 1),
        datetime(2026, 10, 31, 23, 59, 59),
        datetime(2026, 11, 1),
    ]
    for at in moments:
        notes.keep(book, Broadcast(kind="live", began_at=at, reviewed_at=now), now)
    notes.keep(book, Broadcast(kind="live", began_at=datetime(2026, 10, 9)), now)
    alone = looked_back_at(book.reader.notes.all(Broadcast), moments[1], moments[3])
    assert of(book, now).reviews == alone
    assert of(book, now, OCTOBER, OCTOBER).reviews != alone


def test_the_orders_and_cases_behind_a_month_are_those_it_counts(book, now, take):
    rows = (
        "a1,2026-10-01 09:00,已发货,9,柿饼,2026-10-03 09:00:00,2026-10-03 09:00:00\n"
        "a2,2026-10-01 09:00,已发货,9,柿饼,2026-10-04 09:00:00,2026-10-04 09:00:01\n"
        "a3,2026-10-01 09:00,待发货,9,柿饼,2026-10-31 23:59:59,\n"
        "a5,2026-10-01 09:00,待发货,9,柿饼,2026-11-01 00:00:00,\n"
        "a6,2026-10-01 09:00,已发货,9,柿饼,2026-10-20 09:00:00,\n"  # nobody knows when
    )
    cases = (
        "1,11,23.00,待商家处理,破损,2026-10-01 00:00:00,\n"
        "2,12,59.90,待商家处理,,2026-10-31 23:59:59,\n"
        "4,14,48.00,待商家处理,破损,2026-11-01 00:00:00,\n"
        "5,15,48.00,待商家处理,破损,2026-09-30 23:59:59,\n"
    )
    take(订单=ORDERS + rows, 售后=CASES + cases)
    found = of(book, now)
    behind = month.shipping_behind(book.reader, OCTOBER, ENDS, now)
    assert [(one.order, one.at, one.kind) for one in behind] == [
        ("a3", datetime(2026, 10, 31, 23, 59, 59), "late"),
        ("a2", datetime(2026, 10, 4, 9), "late"),
        ("a1", datetime(2026, 10, 3, 9), "kept"),
    ]
    assert found.shipping == ShippingKept(1, 2, 0)
    begun = month.cases_behind(book.reader, OCTOBER, ENDS, now)
    assert {(one.order, one.kind) for one in begun} == {("11", "begun"), ("12", "begun")}
    assert len(begun) == found.cases.begun == 2
    early = month.shipping_behind(book.reader, OCTOBER, ENDS, datetime(2026, 10, 31, 23, 59, 59))
    assert {one.kind for one in early if one.order == "a3"} == {"open"}
