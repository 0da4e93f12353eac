from __future__ import annotations

from datetime import datetime

from ksdesk.actions import deposit
from ksdesk.actions.deposit import movements
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.movements import Movement

AT = datetime(2026, 11, 14, 9, 30)
ROWS = (
    Movement("A", "2632", AT, "out", 23_600, 276_400, "违约金", "晚发立赔"),
    Movement("B", "", AT, "in", 300_000, 300_000, "保证金", "缴存"),
    Movement("", "", AT, "out", 5, None, "", "小额打款"),
)


def test_rows_come_in_once_and_can_be_taken_back(book, now):
    mapped = movements.preview(book.reader, ROWS, "own")
    changes = movements.commit(book, mapped, now)
    assert changes.ref == (1, 2, 3)
    assert book.reader.deposit.balances() == {"own": 276_395}
    second = movements.preview(book.reader, ROWS, "own")
    assert second.lines == () and len(second.known) == 3
    assert not movements.commit(book, mapped, now)
    back = changes.undo(book)
    assert book.reader.deposit.balances() == {"own": 0}
    assert len(movements.preview(book.reader, ROWS, "own").lines) == 3
    back.undo(book)
    assert book.reader.deposit.balances() == {"own": 276_395}
    assert movements.preview(book.reader, ROWS, "own").lines == ()


def test_a_typed_twin_can_be_left_out(book, now):
    deposit.add(book, [NewEntry("own", AT.date(), "deduction", -23_600)], now)
    mapped = movements.preview(book.reader, ROWS, "own")
    twins = [guess.entry.serial for guess in mapped.lines if guess.twin]
    assert twins == ["A"]
    movements.commit(book, mapped, now, leave=twins)
    assert book.reader.deposit.balances() == {"own": 276_395}
