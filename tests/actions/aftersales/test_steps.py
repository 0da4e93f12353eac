"""From a file or by hand to the list, each step with its way back; nothing of a buyer's stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import aftersales, imports
from ksdesk.actions.aftersales import looking
from ksdesk.actions.aftersales.looking import closed_cases, named, open_cases
from ksdesk.actions.orders import shipping
from ksdesk.actions.rules import set_rule
from ksdesk.domain.aftersales.evidence import SoldOrder
from ksdesk.domain.aftersales.files import CaseError, CaseFile
from ksdesk.domain.imports import Source
from ksdesk.domain.rulebook import Override, RuleBook

HEAD = "售后单号,订单编号,退款金额,售后状态,售后类型,申请时间,退款超时时间\n"
ROWS = (
    "1,11,23.00,待商家处理,仅退款,2026-11-16 16:00:00,\n"
    "2,12,59.90,待商家处理,退货退款,2026-11-18 05:00:00,2026-11-18 09:00:00\n"
    "3,13,48.00,待买家退货,退货退款,2026-11-10 09:00:00,\n"
    "4,14,48.00,换货申请,换货,2026-11-10 09:00:00,\n"
    "5,15,10.00,售后成功,仅退款,2026-11-09 09:00:00,\n"
)


@pytest.fixture
def rules() -> RuleBook:
    return RuleBook.load()


def bring(book, now, text=HEAD + ROWS):
    preview = imports.preview(book, Source("售后.csv", text=text), now=now)
    assert preview.kind == "aftersales"
    return imports.commit(book, preview, now=now)


def standings(reader, rules):
    return (*open_cases(reader, rules), *closed_cases(reader, rules))


def names(book, rules):
    return [one.case.case_no or one.case.order_no for one in standings(book.reader, rules)]


def test_the_list_is_by_the_time_that_is_left(book, now, rules):
    bring(book, now)
    found = standings(book.reader, rules)
    assert names(book, rules) == ["2", "1", "4", "3", "5"]
    assert [one.clock.overdue_since(now) for one in found] == [
        datetime(2026, 11, 18, 9),
        *[None] * 4,
    ]
    assert [(one.clock.basis, one.clock.paused) for one in found] == [
        ("case", False),
        ("rule", False),
        ("none", False),
        ("rule", True),
        ("none", False),
    ]
    assert found[4].case.unsettled


def test_every_step_is_written_and_can_be_taken_back(book, now, rules):
    bring(book, now)
    (file,) = (one.case.file for one in standings(book.reader, rules) if one.case.case_no == "1")
    steps = [
        lambda: aftersales.step(
            book, file, "seller", "这就去看，13812345678", "calm", {"reason": "坏果"}, now
        ),
        lambda: aftersales.find_out(book, file, {"checked": ("photos",), "fault": "courier"}, now),
        lambda: aftersales.promise(book, file, 2, "打电话", now),
        lambda: aftersales.keep_promise(book, file, 0, now.date(), now),
        lambda: aftersales.turn(book, file, "waiting_buyer", now, now),
        lambda: aftersales.close(book, file, "refunded", 23_00, now),
    ]
    states, undos = [book.reader.notes.all(CaseFile)], []
    for step in steps:
        undos.append(step().undo)
        states.append(book.reader.notes.all(CaseFile))
    (last,) = states[-1]
    assert (last.outcome, last.cost, last.closed_at, last.fault) == (
        "refunded",
        2300,
        now,
        "courier",
    )
    assert last.said[0][2] == "这就去看，***"
    assert last.promised == (("2026-11-18", 2, "打电话", "2026-11-18"),)
    assert len(set(map(repr, states))) == len(states)
    for undo in reversed(undos):
        states.pop()
        undo(book)
        assert book.reader.notes.all(CaseFile) == states[-1]


def test_a_case_by_hand_needs_its_order_and_becomes_the_imported_one(book, now, rules):
    with pytest.raises(CaseError, match="no_order"):
        aftersales.open_case(book, CaseFile(" "), now)
    made = aftersales.open_case(book, CaseFile(" 11 ", kind="refund_only", reason="坏果"), now)
    assert names(book, rules) == ["11"]
    bring(book, now)
    first = next(one.case for one in standings(book.reader, rules) if one.case.case_no == "1")
    assert (first.file.id, first.reason, first.opened) == (
        made.ref,
        "坏果",
        datetime(2026, 11, 16, 16),
    )
    aftersales.step(book, first.file, "seller", "在查", "calm", {}, now)
    (kept,) = book.reader.notes.all(CaseFile)
    assert (kept.id, kept.case_no) == (made.ref, "1")


def test_a_promise_does_not_hide_the_platform_s_clock(book, now, rules):
    file = CaseFile("11", kind="refund_only", opened_at=now - timedelta(hours=1))
    made = aftersales.open_case(book, file, now)
    aftersales.promise(book, replace(file, id=made.ref), 1, "回电话", now)
    (found,) = standings(book.reader, rules)
    assert found.clock.due == now + timedelta(hours=47)
    assert found.due == found.owed[0].until == datetime(2026, 11, 19, 23, 59, 59)


def test_a_promise_over_days_off_that_nobody_knows_yet_says_so_until_they_are_typed(book, rules):
    made_at = datetime(2089, 12, 30, 9)
    made = aftersales.open_case(book, CaseFile("11", opened_at=made_at), made_at)
    file = replace(CaseFile("11", opened_at=made_at), id=made.ref)
    aftersales.promise(book, file, 3, "回电话", made_at)
    typed = [f"{year}-01-01..{year}-01-03 元旦" for year in (2089, 2090)]
    own = Override("deposit.calendar.off", tuple(typed), date(2026, 11, 18))
    (guessed,) = standings(book.reader, rules)
    (known,) = standings(book.reader, RuleBook.load().with_overrides([own]))
    assert (guessed.owed[0].unsure, known.owed[0].unsure) == (2089, None)
    assert known.owed[0].due == date(2090, 1, 6)


def test_a_promise_within_a_known_year_is_sure(book, now, rules):
    made = aftersales.open_case(book, CaseFile("11", opened_at=now), now)
    file = replace(CaseFile("11", opened_at=now), id=made.ref)
    aftersales.promise(book, file, 2, "回电话", now)
    (found,) = standings(book.reader, rules)
    assert found.owed[0].unsure is None


def test_the_seller_s_own_hours_count_from_their_day(book, now):
    bring(book, now)
    set_rule(book, "aftersales.answer", 12 * 3600, datetime(2026, 11, 1).date(), "手机通知", now)
    from ksdesk.actions.rules import rule_book

    found = standings(book.reader, rule_book(book.reader))
    first = next(one for one in found if one.case.case_no == "1")
    assert first.clock.overdue_since(now) == datetime(2026, 11, 17, 4)


def test_a_later_file_closes_what_was_open(book, now, rules):
    bring(book, now)
    later = HEAD + "1,11,23.00,退款成功,仅退款,2026-11-16 16:00:00,\n"
    change = bring(book, now + timedelta(days=1), later)
    assert "aftersales" in change.topics
    assert names(book, rules)[-2:] == ["1", "5"]


def test_open_and_closed_are_each_counted_once(book, now, rules):
    """By the file, by the seller, by hand; what was closed here and runs on there is over."""
    bring(book, now)
    hand = aftersales.open_case(book, CaseFile("77"), now).ref
    aftersales.close(book, CaseFile("77", id=hand), "kept", 0, now)
    aftersales.close(book, CaseFile("11", "1"), "refunded", 23_00, now)
    aftersales.close(book, CaseFile("15", "5"), "refunded", 10_00, now)
    open_ones = [one.case.name for one in open_cases(book.reader, rules)]
    closed = [one.case.name for one in closed_cases(book.reader, rules)]
    assert open_ones == ["no:2", "no:4", "no:3"]
    assert sorted(closed) == [f"file:{hand}", "no:1", "no:5"]
    assert book.reader.aftersales.closed_count() == 3
    assert [one.case.name for one in named(book.reader, rules, f"file:{hand}")] == [f"file:{hand}"]
    assert named(book.reader, rules, "no:nothing") == named(book.reader, rules, "x") == ()


def test_reasons_are_counted_by_product_of_the_last_days(book, now):
    head = HEAD.replace(",申请时间", ",售后原因,商品名称,申请时间")
    lines = [
        f"{n},{n + 100},1,售后成功,仅退款,{reason},{goods},2026-11-{day:02} 09:00:00,\n"
        for n, (reason, goods, day) in enumerate(
            [
                *(("坏果", "红富士", 3), ("坏果", "红富士", 4), ("坏果", "柿饼", 5)),
                *(("", "柿饼", 6), ("发货慢", "柿饼", 7)),
            ],
            1,
        )
    ]
    bring(book, now, head + "".join(lines) + "9,9,1,售后成功,仅退款,坏果,红富士,2026-09-01,\n")
    aftersales.open_case(book, CaseFile("500", product="蜂蜜", reason="漏"), now)
    aftersales.open_case(book, CaseFile("101", reason="坏果"), now)  # the imported one of its order
    aftersales.find_out(book, CaseFile("105", "5"), {"reason": "坏果"}, now)
    found = looking.ranked(book.reader, now)
    assert found.reasons == (("坏果", 4), ("漏", 1))
    assert found.products == (("柿饼", 3), ("红富士", 2), ("蜂蜜", 1))
    assert (found.unsaid, found.worst) == (1, ("坏果", "红富士", 2))


ORDERS = (
    "订单号,订单创建时间,订单支付时间,订单状态,商品名称,商品ID,实付款,承诺发货时间,发货时间,"
    "快递公司,快递单号\n"
)


def test_what_is_known_of_the_order_that_a_case_is_of(book, now):
    assert looking.sold(book.reader, "11") is None
    text = ORDERS + (
        "11,2026-11-10 09:00,2026-11-10 09:01,已发货,柿饼,77,50.00,2026-11-12 09:00,"
        "2026-11-11 09:00,顺丰,SF1\n"
        "12,2026-11-10 09:00,,待发货,苹果,78,,,,,\n"
    )
    imports.commit(book, imports.preview(book, Source("订单.csv", text=text), now=now), now=now)
    assert looking.sold(book.reader, "11") == SoldOrder(
        *("柿饼", "77", 50_00, datetime(2026, 11, 10, 9, 1), datetime(2026, 11, 12, 9)),
        *(datetime(2026, 11, 11, 9), "顺丰", "SF1"),
    )
    assert looking.sold(book.reader, "12") == SoldOrder("苹果", "78")
    shipping.number(book, [("12", "圆通", "YT1")], now)
    shipping.check(book, ["12"], ["flaw"])
    found = looking.sold(book.reader, "12")
    assert (found.courier, found.tracking_no, found.checks) == ("圆通", "YT1", ("flaw",))
