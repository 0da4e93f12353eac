"""Writing to the ledger and taking back; the line as far as the wizard was told."""

from __future__ import annotations

from datetime import date

import pytest

from ksdesk.actions import deposit, opening
from ksdesk.domain.deposit import LedgerError
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.rulebook import RuleBook

DAY = date(2026, 11, 18)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return RuleBook.load()


def paid(amount: int, day: date = DAY, account: str = "own", note: str = "") -> NewEntry:
    return NewEntry(account, day, "paid_in", amount, note)


def ledger(book, account: str = "own") -> list[tuple]:
    return [(e.day, e.kind, e.amount, e.reverses) for e in book.reader.deposit.entries(account)]


def tell(book, now, **quote: object) -> None:
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    opening.save_fields(book, deposit.QUOTE_STEP, quote, now)


def own(book, rules: RuleBook) -> deposit.Account:
    return deposit.accounts(book.reader, rules, DAY)[0]


def test_added_lines_are_numbered_and_told(book, now):
    changes = deposit.add(book, [paid(50_000), paid(200, account="promotion")], now)
    assert changes.topics == {"deposit", "today"}
    assert changes.ref == (1, 2)
    assert book.reader.deposit.balances() == {"own": 50_000, "promotion": 200}


def test_a_wrong_amount_writes_nothing(book, now):
    with pytest.raises(LedgerError):
        deposit.add(book, [paid(50_000), NewEntry("own", DAY, "deduction", 5)], now)
    assert ledger(book) == []


def test_undo_of_an_entry_reverses_it_on_its_own_day(book, now):
    before = date(2026, 3, 5)
    changes = deposit.add(book, [paid(50_000, before)], now)
    taken = changes.undo(book)
    assert ledger(book) == [
        (before, "paid_in", 50_000, None),
        (before, "reversal", -50_000, 1),
    ]
    again = taken.undo(book)
    assert ledger(book)[2] == (before, "paid_in", 50_000, None)
    again.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}


def test_reversing_names_its_line_and_keeps_the_reason(book, now):
    deposit.add(book, [paid(50_000, date(2026, 3, 5))], now)
    changes = deposit.reverse(book, [1], DAY, "重复记了", now)
    first, second = book.reader.deposit.entries("own")
    assert (first.reversed_by, second.reverses) == (second.id, first.id)
    assert (second.day, second.note, second.amount) == (DAY, "重复记了", -50_000)
    assert changes.ref == (2,)


def test_undo_of_a_reversal_writes_the_line_anew(book, now):
    """A reversed line cannot be reversed twice, so what comes back can be taken back again."""
    deposit.add(book, [paid(50_000)], now)
    back = deposit.reverse(book, [1], DAY, "错了", now).undo(book)
    assert ledger(book)[-1] == (DAY, "paid_in", 50_000, None)
    assert book.reader.deposit.balances() == {"own": 50_000}
    again = back.undo(book)
    last = book.reader.deposit.entries("own")[-1]
    assert (last.kind, last.note, last.day) == ("reversal", "错了", DAY)
    again.undo(book)
    assert book.reader.deposit.balances() == {"own": 50_000}


def test_what_comes_back_is_the_whole_line_on_the_day_of_its_reversal(book, now):
    """So the balance of each day stays what it was, and its movement is known when it recurs."""
    line = NewEntry(
        *("own", date(2026, 3, 5), "deduction", -3_600, "晚发立赔", "import"),
        rule="deposit.base",
        order="2331",
        proof="截图",
        serial="9001",
    )
    deposit.add(book, [line], now)
    reversed_on = date(2026, 4, 1)
    deposit.reverse(book, [1], reversed_on, "记错", now).undo(book)
    first, reversal, again = book.reader.deposit.entries("own")
    assert (first.day, reversal.day, again.day) == (line.day, reversed_on, reversed_on)
    fields = ("account", "kind", "amount", "note", "origin", "rule", "order", "proof", "serial")
    assert [getattr(again, name) for name in fields] == [getattr(line, name) for name in fields]
    assert again.restores == first.id
    assert book.reader.deposit.serials() == {"9001"}


def test_what_is_reversed_or_a_reversal_is_left_alone(book, now):
    deposit.add(book, [paid(50_000)], now)
    deposit.reverse(book, [1], DAY, "", now)
    assert not deposit.reverse(book, [1, 2], DAY, "", now)
    assert len(ledger(book)) == 2


def test_an_unknown_number_is_refused(book, now):
    with pytest.raises(ValueError, match="not all of"):
        deposit.reverse(book, [7], DAY, "", now)


def test_a_reversal_made_elsewhere_is_not_reversed_by_undo(book, now):
    changes = deposit.add(book, [paid(50_000)], now)
    deposit.reverse(book, [1], DAY, "", now)
    changes.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}


def test_without_the_wizard_the_line_is_not_known(book, rules, now):
    assert [a.state for a in deposit.accounts(book.reader, rules, DAY)] == ["closed"] * 3
    deposit.add(book, [paid(50_000), paid(100, account="cross_border")], now)
    states = [a.state for a in deposit.accounts(book.reader, rules, DAY)]
    assert states == ["unknown", "closed", "unknown"]
    assert own(book, rules).standing is None


@pytest.mark.parametrize(
    ("amount", "state"), [(49_999, "short"), (50_000, "exact"), (50_001, "enough")]
)
def test_one_fen_decides(book, rules, now, amount, state):
    tell(book, now)
    deposit.add(book, [paid(amount)], now)
    assert own(book, rules).line == 50_000
    assert own(book, rules).state == state


def test_the_line_is_the_rule_of_the_day(book, rules, now):
    tell(book, now)
    assert deposit.line(book.reader, rules, date(2020, 11, 18)).own_total == 100_000
    assert deposit.line(book.reader, rules, date(2020, 11, 19)).own_total == 50_000


def test_an_opened_shop_without_a_payment_is_short(book, rules, now):
    tell(book, now)
    account = own(book, rules)
    assert (account.opened, account.balance, account.state) == (True, 0, "short")


def test_a_missing_amount_may_raise_the_line(book, rules, now):
    tell(book, now, categories=["jewellery"])
    deposit.add(book, [paid(50_000)], now)
    assert own(book, rules).state == "maybe"
    tell(book, now, categories=["jewellery"], asked={"jewellery": 100_000})
    account = own(book, rules)
    assert (account.line, account.standing.shortfall) == (150_000, 100_000)


def test_what_the_phone_shows_wins_from_its_day_on(book, rules, now):
    tell(book, now, shown="3,000.00", shown_on="2026-11-03")
    assert own(book, rules).line == 300_000
    answers = deposit.told(book.reader)
    assert deposit.line_steps(answers, rules, "own", date(2026, 3, 1), DAY) == (
        (date(2026, 3, 1), 50_000),
        (date(2026, 11, 3), 300_000),
    )


@pytest.mark.parametrize(
    "quote", [{"shown": "3,0x"}, {"shown": "3000"}, {"shown_on": "2026-11-03"}]
)
def test_a_half_typed_figure_of_the_phone_does_not_count(book, rules, now, quote):
    tell(book, now, **({"shown_on": "2026-11-03"} if quote.get("shown") == "3,0x" else {}), **quote)
    assert own(book, rules).line == 50_000


def test_promotion_has_a_line_of_its_own(book, rules, now):
    tell(book, now, other_platform=True)
    promotion = deposit.accounts(book.reader, rules, DAY)[1]
    assert (promotion.line, promotion.state) == (50_000, "short")
    answers = deposit.told(book.reader)
    assert deposit.line_steps(answers, rules, "promotion", DAY, DAY) == ((DAY, 50_000),)
    assert deposit.line_steps(answers, rules, "cross_border", DAY, DAY) == ((DAY, None),)


def test_line_steps_follow_the_rule_book(book, rules, now):
    tell(book, now)
    steps = deposit.line_steps(
        deposit.told(book.reader), rules, "own", date(2020, 11, 1), date(2021, 1, 1)
    )
    assert steps == ((date(2020, 11, 1), 100_000), (date(2020, 11, 19), 50_000))


def test_nothing_told_leaves_the_steps_unknown(book, rules):
    steps = deposit.line_steps(deposit.told(book.reader), rules, "own", date(2020, 1, 1), DAY)
    assert steps == ((date(2020, 1, 1), None),)
