"""A cell that no check of the file can see costs its row and a sentence, not a page."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ksdesk.actions import deposit, imports, notes, products
from ksdesk.actions.today import agenda
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import AccountState
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.storage import BookProblem

TRAFFIC = "日期,计划Id,花费,神秘数\n2026-11-15,1,5,1\n2026-11-16,2,6,2\n"


@pytest.fixture
def full(book, now):
    """A book with two of everything."""
    lines = [NewEntry("own", date(2026, 11, n), "paid_in", 100 * n) for n in (1, 2)]
    deposit.add(book, lines, now)
    for n in (1, 2):
        products.save(book, Product(title=f"柿饼{n}"), now)
        notes.keep(book, Annotation(at=datetime(2026, 11, n), kind="live", note=str(n)), now)
        notes.keep(book, AccountState("own", date(2026, 11, n), frozen=False), now)
        book.opening.save(f"step{n}", {"a": n}, now)
    seen = imports.preview(book, Source("a", text=TRAFFIC), kind="traffic")
    imports.commit(book, seen, now=now)
    return book


DAMAGE = {
    "a note's moment": "UPDATE annotation SET at = 'gestern' WHERE id = 1",
    "a note's day": "UPDATE account_state SET day = '2026-13-45' WHERE id = 1",
    "a product's options": "UPDATE product SET levels = '[\"红' WHERE id = 1",
    "a product's details": "UPDATE product SET details = '5' WHERE id = 1",
    "a product's check": 'UPDATE product SET quality = \'{"sample_on": "x"}\' WHERE id = 1',
    "a product's moment": "UPDATE product SET changed_at = 'x' WHERE id = 1",
    "a step": "UPDATE opening_step SET fields = '{' WHERE name = 'step1'",
    "an import's moment": "UPDATE batch SET started_at = 'x' WHERE id = 1",
    "an import's columns": "UPDATE batch SET columns = '[{' WHERE id = 1",
    "own figures": "UPDATE traffic_row SET extra = '{\"神' WHERE id = 1",
    "own texts": "UPDATE traffic_row SET marks = 'x' WHERE id = 1",
    "alarms": "INSERT INTO fact VALUES ('traffic.alarms', '{')",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DAMAGE)
def test_the_rest_is_read(full, now, name):
    with full.session.writing():
        full.session.db.execute_sql(DAMAGE[name])
    reader = full.reader
    assert len(reader.products.all()) + len(reader.notes.all(Annotation)) >= 3
    assert len(reader.notes.all(AccountState)) >= 1
    assert reader.opening.steps()["step2"].fields == {"a": 2}
    assert len(reader.deposit.entries("own")) == 2
    assert len(reader.batches.recent()) in (0, 1)
    assert reader.traffic.measures()
    found = agenda(reader, RuleBook.load(), now)
    told = [task for task in found.tasks if task.code == "damaged"]
    counted = name not in ("an import's columns", "own figures", "own texts", "alarms")
    assert [task.facts["count"] for task in told] == ([1] if counted else [])


def test_a_line_of_the_ledger_with_a_bad_day_costs_its_line(full, now):
    with full.session.writing():
        full.session.db.execute_sql("DROP TRIGGER deposit_entry_keeps")
        full.session.db.execute_sql("UPDATE deposit_entry SET day = '2026-11-99' WHERE id = 1")
    assert [e.amount for e in full.reader.deposit.entries("own")] == [200]
    assert full.reader.deposit.days("own", date(2027, 1, 1)) == {date(2026, 11, 2): 200}
    assert full.reader.damaged


def test_imports_go_on_over_a_damaged_row(full, now):
    with full.session.writing():
        full.session.db.execute_sql("UPDATE traffic_row SET extra = '{\"神' WHERE id = 1")
    seen = imports.preview(full, Source("a", text=TRAFFIC), kind="traffic")
    assert seen.counts.total == 2
    imports.commit(full, seen, now=now)


def test_a_text_that_is_none_costs_one_question(full):
    with full.session.writing():
        run = full.session.db.execute_sql
        run("UPDATE product SET title = CAST(x'e69fbfff' AS TEXT) WHERE id = 1")
    with pytest.raises(BookProblem) as caught:
        full.reader.products.all()
    assert caught.value.code == "corrupt"
    assert {product.title for product in full.reader.products.all()} == {"柿\ufffd", "柿饼2"}
    assert full.reader.damaged == 1
    with full.connection():
        assert len(full.reader.products.all()) == 2
