"""A case of a file and what was noted of it are one; its path, its promises, its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.domain.aftersales import files
from ksdesk.domain.aftersales.cases import ImportedCase, joined
from ksdesk.domain.aftersales.files import CaseError, CaseFile
from ksdesk.domain.aftersales.promises import counted, follow_ups
from ksdesk.domain.named_days import is_working_day
from ksdesk.domain.rulebook import RuleBook

OPENED = datetime(2026, 11, 16, 16)
NOW = datetime(2026, 11, 18, 10, 20)
ROW = ImportedCase("8801", "24101", "红富士", kind="仅退款", state="待商家处理", opened_at=OPENED)
FILE = CaseFile("24101", opened_at=OPENED)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return RuleBook.load()


def one(row=ROW, file=None):
    (found,) = joined([row] if row else [], [file] if file else [])
    return found


def test_a_case_by_hand_is_the_only_imported_one_of_its_order():
    """It would run twice: once by hand, once from the file."""
    assert one(file=replace(FILE, id=3)).file.id == 3
    two = joined([ROW, replace(ROW, case_no="8802")], [replace(FILE, id=3)])
    assert [(case.name, case.file.id) for case in two] == [
        ("no:8801", 0),
        ("no:8802", 0),
        ("file:3", 3),
    ]
    noted = joined([ROW], [replace(FILE, id=3), replace(FILE, id=4, case_no="8801")])
    assert [(case.name, case.file.id) for case in noted] == [("no:8801", 4), ("file:3", 3)]


def test_what_was_noted_last_counts_until_a_later_import_and_an_end_always():
    file = files.turned(FILE, "waiting_buyer", NOW)
    assert one(replace(ROW, read_at=NOW - timedelta(hours=1)), file).state == "waiting_buyer"
    assert one(replace(ROW, read_at=NOW + timedelta(hours=1)), file).state == "waiting_seller"
    assert one(replace(ROW, state="退款成功"), file).state == "closed"
    assert one(None, files.closed(file, "kept", 0, NOW)).state == "closed"


def test_the_answer_is_due_by_the_seller_s_own_hours(rules):
    assert one().clock(rules).due == datetime(2026, 11, 18, 16)
    waited = files.turned(FILE, "waiting_buyer", datetime(2026, 11, 16, 20))
    paused = one(None, waited).clock(rules)
    assert (paused.paused, paused.overdue_since(NOW)) == (True, None)
    back = files.turned(waited, "waiting_seller", datetime(2026, 11, 17, 20))
    assert one(None, back).clock(rules).due == datetime(2026, 11, 19, 16)
    own = one(replace(ROW, expires_at=datetime(2026, 11, 17, 9)), back).clock(rules)
    assert (own.basis, own.overdue_since(NOW)) == ("case", datetime(2026, 11, 17, 9))


def test_returned_goods_are_confirmed_from_the_day_they_were_sent_back(rules):
    row = replace(ROW, kind="退货退款", state="商品回寄信息待卖家确认")
    assert one(row).clock(rules).due is None
    row = replace(row, agreed_at=OPENED, sent_back_at=datetime(2026, 11, 17, 9))
    assert one(row).clock(rules).due == datetime(2026, 11, 24, 9)


def test_nothing_is_known_where_the_platform_decides_or_no_time_was_told(rules):
    for row in (replace(ROW, state="平台介入-买家仅退款申请"), replace(ROW, opened_at=None)):
        found = one(row).clock(rules)
        assert (found.due, found.basis, found.paused, found.closed) == (None, "none", False, False)
    row = replace(ROW, opened_at=None, expires_at=NOW)
    assert one(row).clock(rules).due == NOW


def test_the_path_and_the_buyer_s_no():
    assert files.place(FILE) == "calm"
    file = files.said(FILE, NOW, "buyer", "三个烂的，电话 13812345678")
    assert file.said[0][2] == "三个烂的，电话 ***"
    for step in files.PATH[:3]:
        file = files.said(file, NOW, "seller", f"做了 {step}", step)
    assert files.place(file) == "ask"
    unhappy = files.said(file, NOW, "buyer", "不行", files.UNHAPPY)
    assert files.place(unhappy) == "check"
    assert [step for step, _at, _words in files.finished(unhappy)] == ["calm"]
    happy = files.said(file, NOW, "buyer", "好", "ask")
    assert files.place(happy) == "end"


def test_no_end_without_an_outcome_and_its_cost():
    for outcome, cost, reason in (("", 0, "no_outcome"), ("refunded", None, "no_cost")):
        with pytest.raises(CaseError) as error:
            files.closed(FILE, outcome, cost, NOW)
        assert error.value.reason == reason
    assert files.closed(FILE, "kept", 0, NOW).cost == 0
    with pytest.raises(CaseError, match="closed"):
        files.turned(files.closed(FILE, "kept", 0, NOW), "waiting_buyer", NOW)


def test_a_promise_runs_in_working_days_and_names_what_it_skips():
    """Before 国庆 2025: 28 September is a worked Sunday, 1 to 8 October are off."""
    due, skipped = counted(date(2025, 9, 26), 4, is_working_day)
    assert due == date(2025, 9, 30) + timedelta(days=9)
    assert skipped == (date(2025, 9, 27), *(date(2025, 10, n) for n in range(1, 9)))


def test_a_case_is_unsettled_where_the_platform_closed_it_and_no_end_was_noted():
    closed = replace(ROW, state="退款成功")
    assert not one().unsettled
    assert one(closed).unsettled
    assert not one(closed, replace(files.closed(FILE, "kept", 0, NOW), case_no="8801")).unsettled
    assert not one(None, FILE).unsettled


AT = datetime(2026, 11, 20, 9)
FULL = replace(ROW, product="茶", reason="坏", refund=500, expires_at=NOW, closed_at=AT)
NOTED = replace(FILE, id=3, kind="exchange", product="饼", reason="错", refund=700, expires_at=AT,
                closed_at=NOW, opened_at=NOW)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "file", "told"),
    [
        # what the platform's file says of goods, money and begin; what was noted of the rest
        (FULL, NOTED, ("茶", "错", 500, OPENED, AT, NOW, "exchange")),
        (FULL, None, ("茶", "坏", 500, OPENED, NOW, AT, "refund_only")),
        (replace(FULL, product="", refund=None, opened_at=None), NOTED,
         ("饼", "错", 700, NOW, AT, NOW, "exchange")),
        (replace(FULL, refund=0), NOTED, ("茶", "错", 0, OPENED, AT, NOW, "exchange")),
        (None, NOTED, ("饼", "错", 700, NOW, AT, NOW, "exchange")),
        (None, replace(FILE, opened_at=None), ("", "", None, None, None, None, "")),
        (ImportedCase("1", "2"), None, ("", "", None, None, None, None, "")),
    ],
)  # fmt: skip
def test_what_is_known_of_a_case(row, file, told):
    (case,) = joined([row] if row else [], [file] if file else [])
    assert (case.product, case.reason, case.refund, case.opened, case.expires_at, case.closed_at,
            case.kind) == told  # fmt: skip


def test_a_case_is_found_by_its_number_and_by_what_it_was_before():
    assert one().names == ("no:8801",)
    assert one(file=replace(FILE, id=3)).names == ("no:8801", "file:3")
    assert one(None, replace(FILE, id=3)).names == ("file:3", "file:3")
    assert (one().case_no, one().order_no) == ("8801", "24101")
    assert one(None, replace(FILE, case_no="9")).case_no == "9"


def test_whose_turn_it_was_by_the_files_moments_and_by_what_was_noted():
    row = replace(ROW, kind="退货退款", agreed_at=NOW, sent_back_at=AT)
    file = files.turned(FILE, "waiting_seller", datetime(2026, 11, 19, 8))
    assert one(row, file).turns == [
        (NOW, "buyer"), (datetime(2026, 11, 19, 8), "seller"), (AT, "seller"),
    ]  # fmt: skip
    assert one(replace(row, kind="仅退款")).turns == [(AT, "seller")]
    assert one().turns == []


def test_money_alone_waits_for_no_parcel():
    receipt = "商品回寄信息待卖家确认"
    assert one(replace(ROW, state=receipt)).state == "waiting_seller"
    assert one(replace(ROW, kind="退货退款", state=receipt)).state == "waiting_receipt"


def test_a_case_by_hand_stays_one_where_its_order_is_not_clear():
    def names(rows, noted):
        return [case.name for case in joined(rows, noted)]

    other = replace(FILE, id=4)
    assert names([ROW], [replace(FILE, id=3), other]) == ["no:8801", "file:3", "file:4"]
    assert names([replace(ROW, order_no="")], [replace(FILE, order_no="", id=3)]) == [
        "no:8801", "file:3",
    ]  # fmt: skip
    assert names([], [replace(FILE, id=3, case_no="9")]) == ["no:9"]


@pytest.mark.parametrize(
    ("outcome", "cost", "refund", "given"),
    [("refunded", 0, None, 700), ("partly", 5, 0, 0), ("kept", 5, 300, 300)],
)
def test_an_end_has_what_was_given_back(outcome, cost, refund, given):
    over = files.closed(NOTED, outcome, cost, AT, refund)
    assert (over.outcome, over.cost, over.refund, over.closed_at) == (outcome, cost, given, AT)
    with pytest.raises(CaseError, match="no_cost"):
        files.closed(NOTED, outcome, -1, AT)


@pytest.mark.parametrize(
    ("days", "due", "skipped"),
    [(0, 18, []), (1, 19, []), (3, 23, [21, 22]), (2, 20, [])],
)
def test_working_days_are_counted_from_the_next_day_on(days, due, skipped):
    found = counted(date(2026, 11, 18), days, lambda day: day.weekday() < 5)
    assert found == (date(2026, 11, due), tuple(date(2026, 11, n) for n in skipped))


def test_what_was_promised_is_owed_until_it_is_kept_or_the_case_over():
    promised = (("2026-11-18", 1, "补发", ""), ("2026-11-18", 2, "回电", "2026-11-19"),
                ("2026-11-18", 2, "退款", ""))  # fmt: skip
    file = replace(FILE, promised=promised)
    owed = follow_ups(file, lambda day: True)
    assert [(one.place, one.words, one.due.day) for one in owed] == [
        (0, "补发", 19),
        (2, "退款", 20),
    ]
    assert owed[0].until == datetime(2026, 11, 19, 23, 59, 59)
    assert follow_ups(files.closed(file, "kept", 0, NOW), lambda day: True) == ()
