"""Where a product may go from where it is, and what keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from ksdesk.domain.products import (
    STATES,
    Details,
    Picture,
    Product,
    Quality,
    Sku,
    combined,
    missing,
    summed,
)
from ksdesk.domain.products.limits import findings
from ksdesk.domain.products.states import BIN, MOVES, blocked, can_move, choices, state_of
from ksdesk.domain.rulebook import RuleBook

RULES = RuleBook.load().on(date(2026, 11, 18))
WHOLE = Product(
    title="柿饼",
    price=100,
    stock=1,
    id=1,
    details=Details((Picture("detail", "a.png", "png", 9, 9, 9),), "好吃"),
)


def reasons(product: Product, before: Product | None = None, checks: tuple = ()) -> list[tuple]:
    old = findings(before, RULES) if before else ()
    found = blocked(product, findings(product, RULES), checks, before, old)
    return [(reason.kind, reason.field) for reason in found]


@pytest.mark.parametrize(
    ("state", "after"),
    [
        ("draft", {"ready"}),
        ("ready", {"listed", "draft"}),
        ("listed", {"off_shelf"}),
        ("off_shelf", {"listed", "draft"}),
    ],
)
def test_the_moves(state: str, after: set[str]) -> None:
    before = replace(WHOLE, state=state)
    assert set(choices(before)) == after | {state}
    assert choices(before)[0] == state
    for other in STATES:
        assert can_move(before, other) == (other in after | {state})
    assert can_move(before, BIN)


def test_every_state_has_its_moves() -> None:
    assert set(MOVES) == {*STATES, BIN}
    assert choices(Product()) == STATES


def test_from_the_bin_it_comes_back_as_what_it_was() -> None:
    binned = replace(WHOLE, state="listed", binned_at=datetime(2026, 11, 1))
    assert (state_of(binned), choices(binned)) == (BIN, ("listed",))
    assert not can_move(binned, BIN)


def test_a_move_that_does_not_follow_is_refused() -> None:
    assert reasons(replace(WHOLE, state="listed"), replace(WHOLE, state="draft")) == [
        ("move", "state")
    ]


def test_a_draft_may_be_anything() -> None:
    assert reasons(Product(selling_point="a" * 99, stock=-1)) == []


@pytest.mark.parametrize("state", ["ready", "listed"])
def test_what_is_missing_or_beyond_a_limit_keeps_it(state: str) -> None:
    assert reasons(replace(WHOLE, state=state, id=0)) == []
    poor = Product(state=state, selling_point="a")
    assert {field for _, field in reasons(poor)} >= {"title", "price", "stock", "selling_point"}


def test_advice_keeps_nothing() -> None:
    assert reasons(replace(WHOLE, title="柿" * 31, state="ready", id=0)) == []


def test_an_open_check_needs_a_stated_reason() -> None:
    ready = replace(WHOLE, state="ready")
    assert reasons(ready, WHOLE, ("no_paper",)) == [("check", "checks")]
    stated = replace(ready, quality=Quality(reason="质检报告明天到"))
    assert reasons(stated, WHOLE, ("no_paper",)) == []


def test_what_was_wrong_already_does_not_keep_other_changes_out() -> None:
    """A product listed long ago, of which little is written here, can have another price."""
    old = Product(title="柿饼", price=100, stock=1, state="listed", id=1)
    assert reasons(replace(old, price=200), old, ("no_paper",)) == []
    assert reasons(replace(old, selling_point="a"), old) == [("finding", "selling_point")]
    assert reasons(replace(old, state="off_shelf"), old) == []
    assert ("finding", "detail") in reasons(
        replace(old, state="listed"), replace(old, state="off_shelf")
    )


def test_price_and_stock_of_goods_with_options() -> None:
    skus = (Sku(("a",), price=300, stock=2), Sku(("b",), price=200, stock=None))
    goods = summed(replace(WHOLE, levels=("x",), skus=skus))
    assert (goods.price, goods.stock) == (200, 2)
    assert missing(summed(replace(goods, skus=(Sku(("a",)),)))) == ("price", "stock")
    assert summed(WHOLE) is WHOLE


def test_combinations_keep_what_they_had() -> None:
    skus = (Sku(("a",), "A", 300, 2), Sku(("b",), "B", 200, 1))
    more = combined([["a", "b"], ["x", "y"]], skus, 50, 9)
    assert [(s.options, s.price, s.stock, s.code) for s in more[1:3]] == [
        (("a", "y"), 300, None, ""),
        (("b", "x"), 200, None, ""),
    ]
    assert combined([["b", "c"]], skus, 50, 9) == (skus[1], Sku(("c",), price=50))
    assert [s.price for s in combined([["a", "b"]], more, None, 9)] == [300, 200]
    assert len(combined([list("abcdefgh")] * 9, (), None, 7)) == 7
    assert combined([], skus, None, 9) == ()
