"""动账: wording, columns, signs; Σ of the lines is Σ of the movements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.deposit import LEDGER_KINDS, check_amount
from ksdesk.domain.deposit.ledger import Entry
from ksdesk.domain.deposit.movements import (
    Movement,
    read,
    recognise,
)

AT = datetime(2026, 11, 14, 9, 30)


def moved(amount: int, serial: str = "", at: datetime = AT, **more) -> Movement:
    direction = "in" if amount > 0 else "out"
    said = {"business": "", "description": "晚发立赔", **more}
    return Movement(
        serial, said.pop("order", ""), at, direction, abs(amount), said.pop("after", None), **said
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("晚揽立赔平台追回", "deduction"),
        ("晚发立赔-订单2632300000017售后商责延迟发货等违约金扣款", "deduction"),
        ("退款快手电商订单编号2632300000017", "deduction"),
        ("平台赔付商家", "returned"),
        ("发货异常用户体验赔付", "deduction"),
        ("分账追回-超售后期平台服务费退款单号123", "deduction"),
        ("分账追回推广者三方分佣户退款单号123", "deduction"),
        ("小额打款", "deduction"),
        ("商责退运费垫资追回", "deduction"),
        ("资金冻结", None),
        ("缴存保证金", "paid_in"),
        ("特殊类目保证金补缴", "special_top_up"),
        ("从子店铺货款划转", "transfer_in"),
        ("保证金退回", "refund_paid"),
        ("超额提现", "withdrawal"),
        ("手 续 费", "fee"),
        ("今天天气很好", None),
        ("", None),
    ],
)
def test_wording_of_real_ledgers(text: str, kind: str | None) -> None:
    assert recognise(text) == kind
    assert kind is None or kind in LEDGER_KINDS


ROW = Movement(
    "20261114000017",
    "2632300000017",
    AT,
    "out",
    23_600,
    276_400,
    "违约金",
    "晚发立赔",
    "晚发立赔",
)


def test_a_row_of_the_export() -> None:
    assert (ROW.signed, ROW.text, ROW.freeze) == (-23_600, "违约金 晚发立赔", False)
    assert replace(ROW, direction="in").signed == 23_600


def test_wording_and_direction_make_the_kind() -> None:
    def kind(amount: int, said: str) -> tuple[str, bool]:
        guess = read([moved(amount, description=said)], "own").lines[0]
        return guess.entry.kind, guess.sure

    assert kind(-5, "晚发立赔") == ("deduction", True)
    assert kind(5, "晚发立赔") == ("returned", True)
    assert kind(5, "平台赔付商家") == ("returned", True)
    assert kind(-5, "平台赔付商家") == ("deduction", False)
    assert kind(5, "缴存") == ("paid_in", True)
    assert kind(-5, "缴存") == ("deduction", False)
    assert kind(5, "提现") == ("returned", False)
    assert kind(5, "不认识") == ("paid_in", False)
    assert kind(-5, "不认识") == ("deduction", False)


def test_a_line_names_its_order_and_serial() -> None:
    entry = read([ROW], "own").lines[0].entry
    assert (entry.day, entry.amount, entry.order) == (AT.date(), -23_600, "2632300000017")
    assert (entry.serial, entry.note, entry.origin) == (
        "20261114000017",
        "违约金 晚发立赔",
        "movements",
    )


def test_freezes_empty_amounts_and_known_rows_are_left_out() -> None:
    freeze = moved(-9, "F", business="资金冻结")
    rows = [
        moved(-5, "A"),
        moved(-6, "B"),
        moved(-5, "A"),
        freeze,
        replace(freeze, business="", amount=0),
    ]
    found = read(rows, "own", known=("B",))
    assert [guess.entry.serial for guess in found.lines] == ["A"]
    assert len(found.left_out) == 2
    assert [m.serial for m in found.known] == ["B", "A"]


def test_rows_without_a_serial_are_told_apart_by_how_often_they_occur() -> None:
    rows = [moved(-5), moved(-5), moved(-6)]
    first = read(rows, "own")
    keys = [guess.entry.serial for guess in first.lines]
    assert len(set(keys)) == 3
    assert not read(rows, "own", known=keys).lines
    assert len(read([*rows, moved(-5)], "own", known=keys).lines) == 1


def test_a_typed_line_of_the_same_day_and_amount_may_be_the_same() -> None:
    day = AT.date()
    typed = [
        Entry("own", day, "deduction", -5, id=1),
        Entry("own", day, "deduction", -5, id=2),
        Entry("promotion", day, "deduction", -5, id=3),
        Entry("own", day, "deduction", -6, id=4, reversed_by=5),
        Entry("own", day, "reversal", 6, id=5, reverses=4),
        Entry("own", day, "deduction", -7, id=6, serial="old"),
    ]
    rows = [moved(-5, "A"), moved(-5, "B"), moved(-5, "C"), moved(-6, "D"), moved(-7, "E")]
    assert [guess.twin for guess in read(rows, "own", typed=typed).lines] == [1, 2, 0, 0, 0]


def test_a_file_that_runs_backwards_is_turned_round() -> None:
    later = AT + timedelta(hours=1)
    rows = [moved(-3, "C", later, after=90), moved(-2, "B", after=93), moved(-5, "A", after=95)]
    found = read(rows, "own")
    assert [guess.entry.serial for guess in found.lines] == ["A", "B", "C"]


@given(
    st.lists(
        st.builds(
            moved,
            st.integers(-(10**9), 10**9).filter(bool),
            st.sampled_from(("", "A", "B", "C", "D")),
            st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
            business=st.sampled_from(("", "资金冻结", "提现", "违约金")),
            description=st.text(max_size=8) | st.sampled_from(("平台赔付商家", "缴存", "划转")),
        )
    )
)
def test_sums_survive_whatever_the_words_are_taken_for(rows: list[Movement]) -> None:
    found = read(rows, "own")
    booked = [guess.movement for guess in found.lines]
    assert sum(guess.entry.amount for guess in found.lines) == sum(m.signed for m in booked)
    assert len(booked) + len(found.left_out) + len(found.known) == len(rows)
    for guess in found.lines:
        assert check_amount(guess.entry.kind, guess.entry.amount)
        assert guess.entry.day == date(*guess.movement.at.timetuple()[:3])
    assert len({guess.entry.serial for guess in found.lines}) == len(booked)
