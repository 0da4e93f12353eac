"""A case in the book: step by step, every step with its way back, no end without an outcome."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ksdesk.actions import notes, products
from ksdesk.actions.products import stock_case
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import StockCase
from ksdesk.domain.products.stock.case import StockCaseError, place


@pytest.fixture
def goods(book, now):
    number = products.save(book, Product(title="柿饼散装 5斤", stock=0), now).ref
    return book.reader.products.one(number)


def case_of(book, number: int) -> StockCase:
    return book.reader.notes.one(StockCase, number)


def test_opened_walked_and_closed_and_all_the_way_back(book, goods, now) -> None:
    opened = stock_case.open_case(book, goods, " 2632 ", 1, now, "微信说的")
    number = opened.ref
    case = case_of(book, number)
    assert (case.title, case.order_no, case.note) == ("柿饼散装 5斤", "2632", "微信说的")
    assert stock_case.open_cases(book.reader) == (case,)
    done = [opened]
    for hours, event in enumerate(("told", "agreed", "fetched", "checked")):
        done.append(stock_case.step(book, number, event, now + timedelta(hours=hours)))
    done.append(stock_case.close(book, number, "shipped", now + timedelta(hours=9)))
    assert done[-1].topics == {"products", "today"}
    assert case_of(book, number).outcome == "shipped"
    assert stock_case.open_cases(book.reader) == ()
    for change in reversed(done[1:]):
        change.undo(book)
    assert case_of(book, number) == case
    opened.undo(book)
    assert book.reader.notes.all(StockCase) == ()


def test_no_close_without_an_outcome(book, goods, now) -> None:
    number = stock_case.open_case(book, goods, "", 1, now).ref
    for outcome in ("", "shipped", "refunded"):
        with pytest.raises(StockCaseError):
            stock_case.close(book, number, outcome, now)
    assert case_of(book, number).closed_at is None
    assert len(stock_case.open_cases(book.reader)) == 1


def test_a_step_too_far_writes_nothing(book, goods, now) -> None:
    number = stock_case.open_case(book, goods, "", 1, now).ref
    with pytest.raises(StockCaseError):
        stock_case.step(book, number, "fetched", now)
    assert case_of(book, number).steps == ()
    with pytest.raises(KeyError):
        stock_case.step(book, 99, "told", now)
    with pytest.raises(ValueError, match="0"):
        stock_case.open_case(book, goods, "", 0, now)


def test_an_order_keeps_its_open_case(book, goods, now) -> None:
    first = stock_case.open_case(book, goods, "2632", 1, now)
    again = stock_case.open_case(book, goods, "2632", 2, now)
    assert (again.ref, again.undo) == (first.ref, None)
    assert stock_case.open_case(book, goods, "", 1, now).ref != first.ref
    for event in ("told", "refused", "agreed_refund"):
        stock_case.step(book, first.ref, event, now)
    stock_case.close(book, first.ref, "refunded", now)
    assert stock_case.open_case(book, goods, "2632", 1, now).ref != first.ref


def test_a_step_that_did_not_happen_is_taken_back(book, goods, now) -> None:
    number = stock_case.open_case(book, goods, "2632", 1, now).ref
    for event in ("told", "refused", "agreed_refund"):
        stock_case.step(book, number, event, now)
    stock_case.close(book, number, "refunded", now)
    stock_case.step_back(book, number, now)
    assert case_of(book, number).outcome == ""
    stock_case.step_back(book, number, now)
    assert place(case_of(book, number)) == "settle"


def test_a_case_by_mistake_goes_to_the_bin(book, goods, now) -> None:
    number = stock_case.open_case(book, goods, "2632", 1, now).ref
    change = notes.drop(book, case_of(book, number), now)
    assert stock_case.open_cases(book.reader) == ()
    change.undo(book)
    assert len(stock_case.open_cases(book.reader)) == 1
