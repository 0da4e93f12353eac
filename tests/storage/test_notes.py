"""Notes of every kind come back as they were written, and from the bin."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ksdesk.domain.deposit import notes as kinds
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.promotion import costs

DAY = date(2026, 11, 18)
NOTES = (
    kinds.AccountState("own", DAY, True, note="冻结通知"),
    kinds.SubShop("柿子沟二店", 120_000, DAY),
    kinds.MeasureEvent("listing_closed", "happened", DAY),
    kinds.ShownLine("own", 300_000, DAY, DAY + timedelta(7)),
    kinds.ShownLine("promotion", 0, DAY),
    kinds.LineCategory("fresh", None, DAY, DAY, "promotion"),
    kinds.LineCategory("花卉", 5, DAY),
    kinds.Adjustment(5, DAY, date(2026, 10, 1)),
    kinds.SalesTier(5_500_000, 300_000),
    kinds.MonthSales(DAY, 10**12, DAY, "fresh", "orders"),
    kinds.RefundCase("promotion", DAY, DAY, DAY, DAY, 5, DAY, 7, note="x"),
    kinds.RefundCase(),
    kinds.OwnFigure("deposit.base", 60_000, DAY, None, "", DAY, note="手机上看到"),
    kinds.OwnFigure("deposit.fee", 1.5),
    kinds.OwnFigure("deposit.pay_path", ("小店", "缴纳"), None, DAY, "list"),
    kinds.Compared("own", DAY, 49_764, -36),
    costs.UnitCost(3, "SB-Y1", 20_50, DAY),
    costs.UnitCost(3, "", 0, DAY),
    costs.ParcelCost("shipping", 5_60, DAY),
    costs.ParcelCost("shipping", 15_00, DAY, 3, ("新疆", "西藏")),
    costs.CostShare("platform_fee", 0.05, DAY),
    costs.CostShare("returned", 0, DAY, "水果生鲜"),
    costs.MonthlyCost("冷库租金", 1_200_00, DAY, DAY),
    costs.MonthlyCost("打单软件", 60_00, DAY),
)
KINDS = (*kinds.KINDS, *costs.KINDS)


def test_there_is_a_table_for_every_kind(book):
    assert {type(note) for note in NOTES} == set(KINDS)
    for kind in KINDS:
        assert book.reader.notes.all(kind) == book.reader.notes.binned(kind) == ()


@pytest.mark.parametrize("note", NOTES, ids=lambda n: type(n).__name__)
def test_a_note_comes_back_as_it_was(book, now, note):
    number = book.notes.put(note, now)
    (found,) = book.reader.notes.all(type(note))
    assert found == type(note)(**{**vars(note), "id": number})
    assert getattr(found, "written_on", None) == getattr(note, "written_on", None)
    assert book.reader.notes.one(type(note), number) == found
    assert book.reader.notes.one(type(note), number + 1) is None


def test_overwriting_keeps_the_number(book, now):
    number = book.notes.put(kinds.SubShop("二店", 5, DAY), now)
    assert book.notes.put(kinds.SubShop("三店", 6, DAY, id=number), now) == number
    assert [s.name for s in book.reader.notes.all(kinds.SubShop)] == ["三店"]
    with pytest.raises(KeyError):
        book.notes.put(kinds.SubShop("x", 1, DAY, id=99), now)


def test_the_bin_keeps_for_thirty_days(book, now):
    number = book.notes.put(kinds.SubShop("二店", 5, DAY), now)
    book.notes.bin(kinds.SubShop, number, now)
    reader = book.reader.notes
    assert (reader.all(kinds.SubShop), len(reader.binned(kinds.SubShop))) == ((), 1)
    assert book.notes.sweep(now + timedelta(days=30)) == 0
    book.notes.bin(kinds.SubShop, number, None)
    assert book.notes.sweep(now + timedelta(days=99)) == 0
    assert len(reader.all(kinds.SubShop)) == 1
    book.notes.bin(kinds.SubShop, number, now)
    assert book.notes.sweep(now + timedelta(days=30, seconds=1)) == 1
    assert reader.one(kinds.SubShop, number) is None


def test_a_ledger_line_keeps_its_rule_order_proof_and_serial(book, now):
    entry = NewEntry(
        "own", DAY, "deduction", -5, rule="晚发", order="26323", proof="截图", serial="A1"
    )
    book.deposit.add([entry], now)
    (found,) = book.reader.deposit.entries("own")
    assert (found.rule, found.order, found.proof, found.serial) == ("晚发", "26323", "截图", "A1")
    assert found.balance == -5


def test_serials_that_stand(book, now):
    rows = [NewEntry("own", DAY, "deduction", -n, serial=f"S{n}") for n in (1, 2)]
    book.deposit.add([*rows, NewEntry("own", DAY, "deduction", -9)], now)
    assert book.reader.deposit.serials() == {"S1", "S2"}
    book.deposit.add([NewEntry("own", DAY, "reversal", 1, reverses=1)], now)
    assert book.reader.deposit.serials() == {"S2"}


def test_what_each_day_moved(book, now):
    day = timedelta(days=1)
    rows = [(DAY, 5), (DAY, 6), (DAY - day, 1), (DAY + day, 9)]
    book.deposit.add([NewEntry("own", d, "paid_in", n) for d, n in rows], now)
    book.deposit.add([NewEntry("promotion", DAY, "paid_in", 7)], now)
    assert book.reader.deposit.days("own", DAY) == {DAY - day: 1, DAY: 11}
    assert book.reader.deposit.days("cross_border", DAY) == {}
