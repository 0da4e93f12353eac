"""The deposit ledger over nine months: dips that were filled, one booked twice, one still open."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from ksdesk.actions import Book, deposit, notes, opening
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.domain.calendar import last_natural_month
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import Adjustment, MonthSales, ShownLine, SubShop
from ksdesk.sample.days import opened_on

_OWN: Final = (
    (257, "special_top_up", 1_000_00, "开了生鲜类目，按手机显示补缴"),
    (221, "deduction", -8_00, "晚发立赔 1 单"),
    (219, "paid_in", 8_00, "补足到要求线"),
    (183, "deduction", -15_00, "缺货赔付 1 单"),
    (181, "paid_in", 15_00, "补足到要求线"),
    (150, "deduction", -30_00, "虚假发货 1 单，已申诉"),
    (143, "correction", 30_00, "申诉成功，平台退回"),
    (118, "deduction", -10_00, "晚发立赔 1 单"),
    (117, "paid_in", 10_00, "补足到要求线"),
    (75, "adjustment", 500_00, "{month}销售调整"),
    (52, "deduction", -24_00, "晚发立赔 2 单"),
    (50, "paid_in", 24_00, "补足到 2,000"),
    (31, "deduction", -36_00, "晚发立赔 3 单"),
    (30, "deduction", -36_00, "晚发立赔 3 单（重复记了）"),
    (29, "reversal", 36_00, "重复记了"),
    (27, "paid_in", 36_00, "补足到 2,000"),
    (14, "adjustment", 1_000_00, "{month}销售调整"),
    (4, "deduction", -236_00, "晚发立赔 9 单"),
)
"""Days ago, kind, fen, note; the first payment comes from the wizard."""

_PROMOTION: Final = (
    (228, "deduction", -12_80, "推广商品描述不符 1 单"),
    (226, "paid_in", 12_80, "补足 500"),
    (190, "paid_in", 300_00, "开高保证金类目，先补差额"),
    (141, "withdrawal", -300_00, "类目已关，超额提现"),
    (109, "deduction", -20_00, "推广商品售后赔付"),
    (107, "paid_in", 20_00, "补足 500"),
    (88, "correction", -60, "和手机对账，少 0.60"),
    (86, "correction", 60, "手机上补显示了，改回来"),
    (58, "deduction", -9_90, "推广商品运费赔付 1 单"),
    (57, "paid_in", 9_90, "补足 500"),
    (23, "deduction", -15_00, "推广商品售后赔付"),
    (22, "paid_in", 15_00, "补足 500"),
)


_SHOWN: Final = ((257, 1_500_00, None), (75, 2_000_00, None), (4, 3_000_00, 11))
"""Days ago, what the phone asked for, and the days until it had to be there."""

_RAISED: Final = 15  # days ago that last month's sales raised the line
_CLOSED: Final = 3  # days ago that listing was closed
_LAST_MONTH: Final = 55_812_40  # fen, as the shop's reports say


def _note(book: Book, now: datetime) -> None:
    """What the phone showed over time, what really happened, last month's sales, a sub-shop."""
    today = now.date()
    for ago, fen, term in _SHOWN:
        day = today - timedelta(days=ago)
        due = None if term is None else day + timedelta(days=term)
        notes.keep(book, ShownLine("own", fen, day, due), now)
    closed_on = today - timedelta(days=_CLOSED)
    deposit_notes.mark(book, "listing_closed", "happened", closed_on, "手机通知", now)
    before = last_natural_month(today)[0]
    notes.keep(book, MonthSales(before, _LAST_MONTH), now)
    raised_on = today - timedelta(days=_RAISED)
    notes.keep(book, Adjustment(1_500_00, raised_on, before), now)
    notes.keep(book, SubShop("柿子沟二店", 1_200_00, today - timedelta(days=8)), now)


def fill(book: Book, now: datetime) -> None:
    """Write the ledger line by line, each as on the day after it happened on the phone."""
    day = opened_on(now)
    first = {"own": 500_00, "promotion": 500_00}
    opening.book_deposit(book, first, day, "首次缴存", datetime.combine(day, time(9, 58)))
    planned = [(*line, "own") for line in _OWN] + [(*line, "promotion") for line in _PROMOTION]
    wrong: tuple[int, ...] = ()
    for ago, kind, fen, note, account in sorted(planned, key=lambda line: -line[0]):
        day = now.date() - timedelta(days=ago)
        moment = datetime.combine(day, time(18, 5))
        if kind == "reversal":
            deposit.reverse(book, wrong, day, note, moment)
            continue
        said = note.format(month=_month_before(day))
        # What raised the line counts as the wizard's, so that its quote stands as booked.
        origin = opening.ORIGIN if kind in ("special_top_up", "adjustment") else ""
        written = deposit.add(book, [NewEntry(account, day, kind, fen, said, origin)], moment)
        if "重复" in note:
            assert isinstance(written.ref, tuple)
            wrong = written.ref
    _note(book, now)


def _month_before(day: date) -> str:
    """The month whose sales the platform looked at: "10月" for a day in November."""
    return f"{(day.replace(day=1) - timedelta(days=1)).month}月"
