"""What is noted about the deposit counts from its day, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ksdesk.actions import deposit, imports, opening
from ksdesk.actions.deposit import notes, outlook
from ksdesk.actions.notes import drop
from ksdesk.domain.deposit.notes import (
    KINDS,
    AccountState,
    Adjustment,
    LineCategory,
    MeasureEvent,
    MonthSales,
    OwnFigure,
    RefundCase,
    SalesTier,
    ShownLine,
    SubShop,
)
from ksdesk.domain.imports import Source
from ksdesk.domain.rulebook import RuleBook

DAY = date(2026, 11, 18)
RULES = RuleBook.load()


def everything(book) -> dict:
    return {kind: book.reader.notes.all(kind) for kind in KINDS}


@pytest.fixture
def shop(book, now):
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    return book


def own(book, day: date = DAY) -> deposit.Account:
    return deposit.accounts(book.reader, RULES, day)[0]


def test_a_new_note_can_be_taken_back_and_again(book, now):
    changes = notes.keep(book, SubShop("二店", 500, DAY), now)
    assert (changes.ref, changes.topics) == (1, {"deposit", "today"})
    there = everything(book)
    taken = changes.undo(book)
    assert not any(everything(book).values())
    again = taken.undo(book)
    assert everything(book) == there
    again.undo(book)
    assert not any(everything(book).values())


def test_an_overwritten_note_comes_back(book, now):
    notes.keep(book, SubShop("二店", 500, DAY), now)
    before = everything(book)
    changes = notes.keep(book, SubShop("二店", 300, DAY), now)
    after = everything(book)
    assert [s.receivables for s in after[SubShop]] == [300]
    redo = changes.undo(book)
    assert everything(book) == before
    redo.undo(book)
    assert everything(book) == after


def test_nothing_new_changes_nothing(book, now):
    notes.keep(book, SubShop("二店", 500, DAY), now)
    changes = notes.keep(book, SubShop("二店", 500, DAY), now)
    assert not changes and changes.undo is None and changes.ref == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (MonthSales(DAY, 5), MonthSales(DAY, 6, DAY), 1),
        (MonthSales(DAY, 5), MonthSales(DAY, 6, category="fresh"), 2),
        (SalesTier(5, 6), SalesTier(5, 7), 1),
        (SalesTier(5, 6), SalesTier(5, 7, DAY), 2),
        (ShownLine("own", 5, DAY), ShownLine("own", 6, DAY), 2),
    ],
)
def test_what_there_can_be_only_one_of(book, now, first, second, count):
    notes.keep(book, first, now)
    notes.keep(book, second, now)
    assert len(book.reader.notes.all(type(first))) == count


def test_a_dropped_note_waits_in_the_bin(book, now):
    notes.keep(book, SubShop("二店", 500, DAY), now)
    (note,) = book.reader.notes.all(SubShop)
    changes = drop(book, note, now)
    assert book.reader.notes.binned(SubShop) == (note,)
    changes.undo(book)
    assert book.reader.notes.all(SubShop) == (note,)
    drop(book, note, now)
    notes.keep(book, note, now)  # kept again as it was: out of the bin
    assert book.reader.notes.all(SubShop) == (note,)


def test_an_own_figure_concerns_the_handbook(book, now):
    changes = notes.keep(book, OwnFigure("deposit.base", 60_000), now)
    assert changes.topics == {"guide", "deposit", "today"}


def test_an_unknown_number_is_refused(book, now):
    with pytest.raises(KeyError):
        notes.keep(book, SubShop("二店", 500, DAY, id=9), now)


def test_the_line_knows_what_was_noted(shop, now):
    notes.keep(shop, LineCategory("fresh", 100_000, date(2026, 6, 1)), now)
    notes.keep(shop, Adjustment(150_000, date(2026, 11, 3)), now)
    assert own(shop).line == 300_000
    assert own(shop, date(2026, 11, 2)).line == 150_000
    steps = deposit.line_steps(deposit.told(shop.reader), RULES, "own", date(2026, 5, 1), DAY)
    assert steps == (
        (date(2026, 5, 1), 50_000),
        (date(2026, 6, 1), 150_000),
        (date(2026, 11, 3), 300_000),
    )
    notes.keep(shop, ShownLine("own", 310_000, DAY), now)
    assert own(shop).line == 310_000
    assert deposit.line(shop.reader, RULES, DAY).difference == 10_000


def test_tiers_and_sales_make_the_line(shop, now):
    notes.keep(shop, SalesTier(5_500_000, 300_000), now)
    notes.keep(shop, MonthSales(date(2026, 10, 1), 5_581_240), now)
    assert own(shop).line == 300_000
    assert own(shop).state == "short"


def test_a_note_alone_is_enough_to_speak_of_a_line(book, now):
    assert own(book).line is None
    notes.keep(book, LineCategory("fresh", 100_000, date(2026, 6, 1)), now)
    assert own(book).line == 150_000
    assert own(book).threshold == 150_000


def test_closing_the_function_ends_the_promotion_line(shop, now):
    opening.save_fields(shop, deposit.QUOTE_STEP, {"other_platform": True}, now)
    notes.keep(shop, RefundCase(closed_on=DAY), now)
    lines = [deposit.accounts(shop.reader, RULES, day)[1].line for day in (DAY - timedelta(1), DAY)]
    assert lines == [50_000, None]


def test_accounts_as_the_platform_has_them(shop, now):
    account = own(shop)
    assert (account.balance, account.threshold, account.enough, account.frozen) == (
        0,
        50_000,
        False,
        False,
    )
    notes.freeze(shop, "own", True, DAY, "通知", now)
    notes.freeze(shop, "own", False, DAY + timedelta(5), "", now)
    frozen = [own(shop, DAY + timedelta(n)).frozen for n in (-1, 0, 4, 5)]
    assert frozen == [False, True, True, False]
    assert shop.reader.notes.all(AccountState)[0].note == "通知"
    other = deposit.accounts(shop.reader, RULES, DAY)[2]
    assert (other.enough, other.frozen) == (None, False)


def test_a_measure_is_marked_and_taken_back(book, now):
    changes = notes.mark(book, "listing_closed", "happened", DAY, "", now)
    assert book.reader.notes.all(MeasureEvent)[0].day == DAY
    changes.undo(book)
    assert book.reader.notes.all(MeasureEvent) == ()


def test_a_transfer_takes_from_the_sub_shop_in_one_step(book, now):
    number = notes.keep(book, SubShop("二店", 30_000, DAY), now).ref
    changes = notes.transfer(book, number, "own", 23_600, DAY, "", now)
    (line,) = book.reader.deposit.entries("own")
    assert (line.kind, line.amount, line.note) == ("transfer_in", 23_600, "二店")
    assert changes.ref == (line.id,)
    assert book.reader.notes.all(SubShop)[0].receivables == 6_400
    back = changes.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}
    assert book.reader.notes.all(SubShop)[0].receivables == 30_000
    again = back.undo(book)
    assert book.reader.deposit.balances() == {"own": 23_600}
    assert book.reader.notes.all(SubShop)[0].receivables == 6_400
    again.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}


def test_a_transfer_may_take_all_that_there_is(book, now):
    number = notes.keep(book, SubShop("二店", 100, DAY), now).ref
    notes.transfer(book, number, "own", 100, DAY, "", now)
    assert book.reader.deposit.balances() == {"own": 100}
    assert book.reader.notes.all(SubShop)[0].receivables == 0


def test_a_transfer_of_more_than_there_is_writes_nothing(book, now):
    number = notes.keep(book, SubShop("二店", 100, DAY), now).ref
    with pytest.raises(ValueError, match="more than"):
        notes.transfer(book, number, "own", 101, DAY, "", now)
    with pytest.raises(KeyError):
        notes.transfer(book, 99, "own", 1, DAY, "", now)
    assert book.reader.deposit.balances() == {}
    assert book.reader.notes.all(SubShop)[0].receivables == 100


ORDERS = """订单号,订单创建时间,订单状态,实付款
0001,2026-10-03 10:00:00,订单成功,30000.00
0002,2026-10-31 23:59:59,已发货,25812.40
0003,2026-10-12 09:00:00,订单失败,999
0004,2026-10-12 09:00:00,待付款,999
0005,2026-11-01 00:00:00,待发货,100
0006,2026-11-15 00:00:00,待发货,
"""


def test_imported_orders_are_the_months_sales_until_one_is_typed(shop, now):
    preview = imports.preview(shop, Source("订单.csv", text=ORDERS))
    assert "deposit" in imports.commit(shop, preview, now=now).topics
    october, november = date(2026, 10, 1), date(2026, 11, 1)
    assert deposit.sales(shop.reader) == (
        MonthSales(october, 5_581_240, origin="orders"),
        MonthSales(november, 10_000, november, origin="orders"),
    )
    assert own(shop).state == "short" and not own(shop).complete
    notes.keep(shop, SalesTier(5_500_000, 300_000), now)
    assert own(shop).line == 300_000
    assert outlook.month_forecast(shop.reader, DAY).likely == 300_000
    notes.keep(shop, MonthSales(october, 5_499_999), now)
    assert own(shop).line == 50_000
    assert [row.origin for row in deposit.sales(shop.reader)] == ["typed", "orders"]
