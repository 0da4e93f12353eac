"""The pack for the platform: what the book knows of a case, and nothing of the buyer's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from ksdesk.domain.aftersales.cases import AftersalesCase, ImportedCase
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.draft import draft
from ksdesk.domain.aftersales.evidence import SoldOrder, parts_of, summary_of, title_of
from ksdesk.domain.aftersales.files import CaseFile

CASE = AftersalesCase(
    CaseFile(
        "2632300003307",
        "8801",
        turns=(("2026-11-18T09:25:00", "waiting_buyer"),),
        said=(
            ("2026-11-18T09:12:00", "buyer", "打 13812345678 找我，三个烂的", ""),
            ("2026-11-18T09:20:00", "seller", "马上查", "calm"),
        ),
        checked=("photos",),
        fault="courier",
        plan="refunded",
    ),
    ImportedCase(
        *("8801", "2632300003307", "红富士"),
        kind="仅退款",
        state="待商家处理",
        reason="坏果 3 个",
        refund=2300,
        opened_at=datetime(2026, 11, 16, 16),
    ),
)
ORDER = SoldOrder(
    *("洛川红富士 10斤", "77", 69_00),
    datetime(2026, 11, 13, 9, 31),
    datetime(2026, 11, 15, 9, 31),
    datetime(2026, 11, 13, 17, 40),
    *("顺丰", "SF5521"),
    checks=("flaw", "missing"),
)
CLOCK = Clock(datetime(2026, 11, 18, 16), "rule", paused=True, closed=False)


def rows(code: str, case=CASE, order=ORDER) -> tuple[tuple[str, str], ...]:
    return next(part.rows for part in parts_of(case, order, CLOCK) if part.code == code)


def test_every_part_says_what_is_known():
    assert title_of(CASE) == "售后材料 订单尾号 3307"
    assert dict(rows("order"))["发货"] == "2026-11-13 17:40，没超时"
    assert dict(rows("order"))["实付"] == "69.00 元"
    assert rows("checks") == (("无瑕疵", "通过"), ("不少件", "通过"))
    assert rows("tracking") == (("快递", "顺丰 SF5521"), ("发出", "2026-11-13 17:40"))
    assert rows("course") == (
        ("2026-11-16 16:00", "买家申请仅退款"),
        ("2026-11-18 09:25", "店家已答复，等买家"),
        ("2026-11-18 16:00", "时限到"),
    )
    assert dict(rows("found")) == {
        "查了什么": "看了买家的照片",
        "责任": "快递",
        "打算": "退款，货不用寄回",
    }
    assert summary_of(CASE) == (
        "2026-11-16 16:00 买家申请仅退款 23.00 元，原因：坏果 3 个。"
        "店家 2026-11-18 09:20 第一次答复。核实的责任：快递。店家愿意：退款，货不用寄回。"
    )


def test_telephones_are_blotted_wherever_they_stand():
    case = replace(CASE, file=replace(CASE.file, reason="坏了，打13812345678"))
    everything = summary_of(case) + str(parts_of(case, ORDER, CLOCK))
    assert "13812345678" not in everything and "***" in everything


def test_what_is_not_known_has_no_rows():
    bare = AftersalesCase(CaseFile("24101"))
    found = parts_of(bare, SoldOrder(), Clock(None, "none", False, False))
    assert {part.code: bool(part.rows) for part in found} == {
        "order": True,
        **dict.fromkeys(("checks", "tracking", "course", "found", "said"), False),
    }


def test_the_next_sentence_has_the_facts_of_the_case():
    asked = AftersalesCase(replace(CASE.file, said=(), plan="", fault=""), CASE.row)
    assert draft(asked, datetime(2026, 11, 18, 16)) == (
        "您好，红富士没让您满意，对不住。我马上去查，11月18日 16:00 前给您答复。"
    )
    assert "〔几点前〕" in draft(asked, None)
    assert draft(CASE, None) == (
        "您好，红富士的事查清楚了，是路上弄坏的。 23 元退给您，货不用寄回。您看这样行吗？"
    )
    over = AftersalesCase(CASE.file, replace(CASE.row, state="退款成功"))
    assert draft(over, None).endswith("以后有事随时找我。")


@pytest.mark.parametrize(
    ("shipped", "promised", "said"),
    [
        (datetime(2026, 11, 15, 9, 31), datetime(2026, 11, 15, 9, 31), "2026-11-15 09:31，没超时"),
        (datetime(2026, 11, 15, 9, 32), datetime(2026, 11, 15, 9, 31), "2026-11-15 09:32，超时"),
        (datetime(2026, 11, 15, 9, 32), None, "2026-11-15 09:32"),
        (None, datetime(2026, 11, 15, 9, 31), None),
    ],
)
def test_whether_it_was_shipped_in_time(shipped, promised, said):
    order = replace(ORDER, shipped_at=shipped, ship_by=promised)
    assert dict(rows("order", order=order)).get("发货") == said


def test_what_the_book_does_not_know_the_case_may():
    row = replace(CASE.row, paid=50_05, spec="10斤", return_no="YT9",
                  sent_back_at=datetime(2026, 11, 17, 9))  # fmt: skip
    case = replace(CASE, row=row)
    bare = dict(rows("order", case, SoldOrder()))
    assert (bare["商品"], bare["规格"], bare["实付"]) == ("红富士", "10斤", "50.05 元")
    assert dict(rows("order", case))["实付"] == "69.00 元"
    assert rows("tracking", case, SoldOrder(shipped_at=ORDER.shipped_at)) == (
        ("退回单号", "YT9"), ("买家寄回", "2026-11-17 09:00"),
    )  # fmt: skip
    assert dict(rows("tracking", order=replace(ORDER, courier="")))["快递"] == "SF5521"


@pytest.mark.parametrize("who", ["seller", "buyer", "courier", "platform", "robot"])
def test_who_said_what_stands_with_its_moment(who):
    names = {"seller": "店家", "buyer": "买家", "courier": "快递", "platform": "平台"}
    line = ("2026-11-18T09:12:00", who, "好", "")
    said = rows("said", replace(CASE, file=replace(CASE.file, said=(line,))))
    assert said == ((f"2026-11-18 09:12 {names.get(who, '')}", "好"),)


def test_a_summary_says_only_what_is_known():
    file = replace(CASE.file, said=CASE.file.said[:1], fault="", plan="")
    row = replace(CASE.row, refund=None, reason="", opened_at=None)
    assert summary_of(replace(CASE, file=file, row=row)) == "买家申请仅退款。"
    over = replace(CASE, file=replace(CASE.file, closed_at=datetime(2026, 11, 20, 8)))
    assert rows("course", over)[-1] == ("2026-11-20 08:00", "结束")


@pytest.mark.parametrize(("fen", "yuan"), [(2_300, "23"), (2_305, "23.05"), (5, "0.05"), (0, "0")])
def test_the_draft_names_the_money(fen, yuan):
    case = replace(CASE, row=replace(CASE.row, refund=fen))
    assert f" {yuan} 元退给您" in draft(case, None)


@pytest.mark.parametrize(
    ("step", "plan", "begins"),
    [
        ("", "", "您好，红富士没让您满意"),
        ("calm", "", "您好，红富士的事正在查（坏果 3 个）"),
        ("calm", "kept", "您好，红富士的事查清楚了"),
        ("check", "", "您好，红富士的事查清楚了，是路上弄坏的。〔打算怎么办〕"),
        ("report", "resent", "您好，红富士的事给您办了：给您再补发一份"),
        ("ask", "resent", "您好，红富士这件事办好了"),
    ],
)
def test_each_step_has_its_text(step, plan, begins):
    path = ("calm", "check", "report", "ask")
    done = path[: path.index(step) + 1] if step else ()
    said = tuple(("2026-11-18T09:12:00", "seller", "x", each) for each in done)
    case = replace(CASE, file=replace(CASE.file, said=said, plan=plan))
    assert draft(case, None).startswith(begins)
    unknown = replace(case, row=replace(CASE.row, product=" ", reason=""))
    assert draft(unknown, None).startswith("您好，这件货") and "（）" not in draft(unknown, None)
