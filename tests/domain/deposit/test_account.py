from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksdesk.domain.deposit import (
    LEDGER_KINDS,
    MEASURES,
    PROMOTION,
    SPECIAL_CATEGORIES,
    LedgerError,
    LinePart,
    Requirement,
    ShownDue,
    balance,
    check_amount,
    required,
    running,
    signed,
    standing,
)
from ksdesk.domain.rulebook import Override, RuleBook

BOOK = RuleBook.load()
TODAY = date(2026, 11, 18)


@dataclass(frozen=True)
class Entry:
    day: date
    amount: int


def part(requirement: Requirement, code: str) -> LinePart:
    return next(part for part in requirement.parts if part.code == code)


@pytest.mark.parametrize(
    ("day", "fen"),
    [
        (date(2019, 1, 1), 100_000),
        (date(2020, 11, 18), 100_000),
        (date(2020, 11, 19), 50_000),
        (TODAY, 50_000),
    ],
)
def test_base_by_day(day: date, fen: int) -> None:
    line = required("personal", (), day, None, BOOK)
    assert (line.own_total, line.promotion_total, line.total) == (fen, 0, fen)
    assert line.complete and line.unknown == () and line.difference is None
    base = part(line, "base")
    assert base.rule is not None and base.rule.key == "deposit.base"
    assert base.origin == "rule" and not base.unknown


def test_promotion_is_an_account_of_its_own() -> None:
    line = required("personal", (), TODAY, 0, BOOK, promotion=True)
    assert (line.own_total, line.promotion_total, line.total) == (50_000, 50_000, 100_000)
    assert part(line, "promotion").account == "promotion"
    asked = required("personal", (), TODAY, 0, BOOK, promotion=True, asked={PROMOTION: 80_000})
    assert (asked.promotion_total, part(asked, "promotion").origin) == (80_000, "seller")


def test_of_special_categories_only_the_highest_counts() -> None:
    asked = {"fresh": 100_000, "jewellery": 2_000_000, "beauty": 0}
    line = required("company", ("fresh", "jewellery", "beauty"), TODAY, None, BOOK, asked=asked)
    special = part(line, "special")
    assert (special.amount, special.note, special.origin) == (2_000_000, "jewellery", "seller")
    assert line.own_total == 2_050_000 and line.complete
    assert special.rule is not None and special.rule.key == "deposit.special.highest"


def test_an_amount_that_nobody_knows_stays_unknown() -> None:
    line = required("company", ("fresh", "花卉"), TODAY, None, BOOK, asked={"fresh": None})
    assert part(line, "special").amount is None
    assert (line.own_total, line.complete) == (50_000, False)
    assert [p.code for p in line.unknown] == ["special"]
    half = required("company", ("fresh", "花卉"), TODAY, None, BOOK, asked={"花卉": 70_000})
    assert part(half, "special").amount == 70_000
    assert part(half, "special").considered == (("fresh", None), ("花卉", 70_000))
    assert (half.own_total, half.complete) == (120_000, False)


def test_monthly_adjustment_is_asked_because_tiers_are_not_public() -> None:
    line = required("personal", (), TODAY, 5_581_240, BOOK)
    assert part(line, "adjustment").amount is None
    assert part(line, "adjustment").sales == 5_581_240
    assert (line.complete, line.own_total) == (False, 50_000)
    told = required("personal", (), TODAY, 5_581_240, BOOK, adjustment=150_000)
    assert (told.complete, told.own_total) == (True, 200_000)


def test_published_example() -> None:
    rules = BOOK.on(TODAY)
    before, after = rules.whole("deposit.example.before"), rules.whole("deposit.example.after")
    day = date(2020, 11, 1)
    line = required(
        "personal", (), day, rules.whole("deposit.example.sales"), BOOK, adjustment=after - before
    )
    assert line.own_total == after
    assert standing(before, line).shortfall == rules.whole("deposit.example.top_up")


def test_picture_of_the_page() -> None:
    line = required(
        "personal",
        ("fresh",),
        TODAY,
        5_581_240,
        BOOK,
        asked={"fresh": 100_000},
        adjustment=150_000,
        promotion=True,
    )
    stands = standing(276_400, line)
    assert (line.own_total, stands.shortfall, stands.surplus) == (300_000, 23_600, 0)
    assert stands.measures == MEASURES
    assert standing(50_000, line, "promotion").enough


def test_what_the_phone_shows_wins_from_its_day_on() -> None:
    shown = ShownDue(300_000, date(2026, 11, 3))
    before = required("personal", (), date(2026, 11, 2), None, BOOK, shown=shown)
    after = required("personal", (), date(2026, 11, 3), 9_999, BOOK, shown=shown)
    assert (before.own_total, before.difference) == (50_000, None)
    assert (after.own_total, after.rule_total(), after.difference) == (300_000, 50_000, 250_000)
    assert after.complete, "the phone's figure leaves nothing open"


def test_newest_figure_of_the_phone_counts_by_account() -> None:
    line = required(
        "personal",
        (),
        TODAY,
        None,
        BOOK,
        promotion=True,
        shown=[
            ShownDue(300_000, date(2026, 11, 3)),
            ShownDue(200_000, date(2026, 9, 3)),
            ShownDue(40_000, date(2026, 10, 3), "promotion"),
        ],
    )
    assert (line.own_total, line.promotion_total) == (300_000, 40_000)
    assert line.difference == 250_000 - 10_000


def test_own_figures_of_the_seller() -> None:
    own = BOOK.with_overrides(
        [
            Override("deposit.base.company", 100_000, unit="fen"),
            Override("deposit.promotion", 60_000),
        ]
    )
    line = required("company", (), TODAY, None, own.on(TODAY), promotion=True)
    assert (line.own_total, line.promotion_total) == (100_000, 60_000)
    assert {p.origin for p in line.parts} == {"seller"}
    assert required("personal", (), TODAY, None, own).own_total == 50_000


def test_without_a_rule_the_amount_is_unknown() -> None:
    line = required("personal", (), TODAY, None, RuleBook(()), promotion=True)
    assert [p.amount for p in line.parts] == [None, None]
    assert (line.total, line.complete) == (0, False)


@given(st.integers(0, 10**9), st.integers(-(10**9), 10**9))
def test_one_fen_flips_the_standing(line: int, lies: int) -> None:
    need = required("personal", (), TODAY, None, BOOK, shown=ShownDue(line, TODAY))
    stands = standing(lies, need)
    assert stands.surplus - stands.shortfall == lies - line
    assert stands.enough == (lies >= line) == (stands.measures == ())
    assert standing(line, need).enough
    assert standing(line - 1, need).shortfall == 1


def test_standing_knows_that_the_line_may_be_higher() -> None:
    assert not standing(50_000, required("company", ("fresh",), TODAY, None, BOOK)).complete


def test_each_measure_has_its_rule() -> None:
    assert [r.key.rpartition(".")[2] for r in BOOK.on(TODAY).match("deposit.measure.")] == list(
        MEASURES
    )
    assert len(SPECIAL_CATEGORIES) == len(set(SPECIAL_CATEGORIES.values()))


@pytest.mark.parametrize(
    ("kind", "typed", "fen"),
    [
        ("paid_in", 50_000, 50_000),
        ("deduction", 23_600, -23_600),
        ("deduction", -23_600, -23_600),
        ("refund_applied", 0, 0),
        ("adjustment", -5, -5),
        ("reversal", 5, 5),
        ("withdrawal", 1, -1),
    ],
)
def test_signs_of_kinds(kind: str, typed: int, fen: int) -> None:
    assert signed(kind, typed) == fen


@pytest.mark.parametrize(
    ("kind", "amount", "reason"),
    [
        ("paid_in", -1, "wrong_sign"),
        ("deduction", 1, "wrong_sign"),
        ("fee", 0, "zero"),
        ("refund_applied", 5, "no_amount"),
        ("gift", 5, "unknown_kind"),
    ],
)
def test_amounts_that_a_kind_cannot_have(kind: str, amount: int, reason: str) -> None:
    with pytest.raises(LedgerError) as caught:
        check_amount(kind, amount)
    assert (caught.value.kind, caught.value.amount, caught.value.reason) == (kind, amount, reason)


def test_unknown_kind_is_refused_while_signing() -> None:
    with pytest.raises(LedgerError):
        signed("gift", 5)


def test_every_kind_is_reachable_by_its_code() -> None:
    assert all(code == kind.code for code, kind in LEDGER_KINDS.items())


FIRST = date(2026, 1, 1)
entries = st.lists(
    st.builds(
        Entry,
        st.integers(-5, 45).map(lambda n: FIRST + timedelta(n)),
        st.integers(-(10**7), 10**7),
    ),
    max_size=40,
)


@given(entries)
def test_balance_is_always_the_sum(lines: list[Entry]) -> None:
    assert balance(lines) == sum(line.amount for line in lines)
    run = running(lines)
    assert [after for _, after in run][-1:] == ([balance(lines)] if lines else [])
    assert [line.day for line, _ in run] == sorted(line.day for line in lines)
    for day in (FIRST, FIRST + timedelta(7), FIRST + timedelta(40)):
        assert balance(lines, day) == sum(line.amount for line in lines if line.day <= day)


def test_lines_of_one_day_keep_their_order() -> None:
    lines = [Entry(FIRST, 3), Entry(FIRST, -1), Entry(FIRST - timedelta(1), 10)]
    assert [after for _, after in running(lines)] == [10, 13, 12]


@pytest.mark.parametrize(
    "given",
    [
        {"last_month_sales": -1},
        {"asked": {"酒类": -1}},
        {"promotion_categories": {"酒类": -1}},
        {"shown": ShownDue(-1, date(2026, 11, 1))},
    ],
)
def test_a_figure_of_the_sellers_is_not_negative(given) -> None:
    facts = {"last_month_sales": None, **given}
    with pytest.raises(ValueError, match="not negative"):
        required("personal", ("酒类",), date(2026, 11, 18), rules=RuleBook.load(), **facts)


GIVES = ("paid_in", "special_top_up", "transfer_in", "returned")
TAKES = ("deduction", "fee", "refund_deducted", "refund_paid", "withdrawal")
EITHER = ("adjustment", "correction", "reversal")


@pytest.mark.parametrize("kind", [*GIVES, *TAKES, *EITHER])
def test_a_line_gives_or_takes_what_was_typed(kind: str) -> None:
    assert set(LEDGER_KINDS) == {*GIVES, *TAKES, *EITHER, "refund_applied"}
    assert signed(kind, 7) == (-7 if kind in TAKES else 7)
    for amount, fits in ((7, kind not in TAKES), (-7, kind not in GIVES), (0, False)):
        if fits:
            assert check_amount(kind, amount) == amount
        else:
            with pytest.raises(LedgerError):
                check_amount(kind, amount)


def test_of_the_promotion_deposit_the_highest_category_counts_where_it_is_above() -> None:
    def amount(asked: int | None, **categories: int | None) -> tuple[int | None, str, bool]:
        line = required(
            "personal", (), TODAY, None, BOOK, promotion=True,
            asked={PROMOTION: asked}, promotion_categories=categories,
        )  # fmt: skip
        found = part(line, "promotion")
        return found.amount, found.note, found.unknown

    assert amount(None) == (50_000, "", False)
    assert amount(None, beauty=50_000) == (50_000, "", False)
    assert amount(None, beauty=50_001, food=9) == (50_001, "beauty", False)
    assert amount(80_000, beauty=60_000) == (80_000, "", False)
    assert amount(80_000, beauty=None) == (80_000, "", True)
    assert amount(0) == (0, "", False)
    assert amount(0, beauty=1, food=None) == (1, "beauty", True)


@pytest.mark.parametrize(
    ("sales", "adjustment", "told"),
    [(None, None, False), (0, None, False), (1, None, True), (None, 0, True), (0, -5, True)],
)
def test_an_adjustment_is_a_reason_where_something_was_sold_or_told(sales, adjustment, told):
    line = required("personal", (), TODAY, sales, BOOK, adjustment=adjustment)
    assert ("adjustment" in [p.code for p in line.parts]) == told
    assert line.own_total == 50_000 + (adjustment or 0)


def test_a_figure_of_the_phone_that_is_not_sure_leaves_the_line_open() -> None:
    shown = [ShownDue(1, TODAY, sure=False), ShownDue(2, TODAY, "promotion")]
    line = required("personal", (), TODAY, None, BOOK, shown=shown)
    assert not line.complete_for("own") and line.complete_for("promotion") and not line.complete
    later = required("personal", (), TODAY - timedelta(1), None, BOOK, shown=shown)
    assert later.complete and later.shown_for("promotion") is None and later.difference is None
