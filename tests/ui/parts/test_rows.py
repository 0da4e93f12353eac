"""The model of all tables: model tester, sorting, checks, and the table drawn as text."""

from __future__ import annotations

import random
from datetime import date
from textwrap import dedent

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ksdesk.ui.parts.rows import ROW_ROLE, SORT_ROLE, Column, RowsModel
from ksdesk.ui.parts.texts import money_text, signed_money_text

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
LEDGER = [
    (3, date(2026, 11, 14), "扣款", -23600, 276400),
    (2, date(2026, 11, 4), "补缴", 100000, 300000),
    (1, date(2026, 10, 22), "补缴", None, 200000),
]
COLUMNS = (
    Column("number", "第"),
    Column("day", "日期", text=date.isoformat),
    Column("kind", "类别", pill=lambda row: ("bad" if row[2] == "扣款" else "neutral", row[2])),
    Column("amount", "金额", text=signed_money_text, align="right"),
    Column("balance", "余额", text=money_text, align="right"),
)


def model(**options: object) -> RowsModel:
    made = RowsModel(COLUMNS, key=lambda row: row[0], **options)  # type: ignore[arg-type]
    made.set_rows(LEDGER)
    return made


def drawing(rows: RowsModel) -> str:
    """The table as text, the way one would draw it."""
    lines = [" | ".join(column.title for column in rows.columns)]
    for number in range(rows.rowCount()):
        lines.append(" | ".join(rows.text(number, place) for place in range(len(rows.columns))))
    return "\n".join(lines)


def drawn(text: str) -> str:
    return dedent(text).strip()


def test_table_is_drawn_as_the_seller_reads_it(qapp) -> None:
    rows = model()
    assert drawing(rows) == drawn("""
        第 | 日期 | 类别 | 金额 | 余额
        3 | 2026-11-14 | 扣款 | −236.00 | 2,764.00
        2 | 2026-11-04 | 补缴 | +1,000.00 | 3,000.00
        1 | 2026-10-22 | 补缴 | – | 2,000.00
    """)
    rows.sort(rows.column("amount"), UP)
    assert drawing(rows) == drawn("""
        第 | 日期 | 类别 | 金额 | 余额
        3 | 2026-11-14 | 扣款 | −236.00 | 2,764.00
        2 | 2026-11-04 | 补缴 | +1,000.00 | 3,000.00
        1 | 2026-10-22 | 补缴 | – | 2,000.00
    """)


def test_model_tester_finds_nothing(qtbot) -> None:
    rows = RowsModel(COLUMNS, key=lambda row: row[0], checkable=True)
    tester = QAbstractItemModelTester(
        rows, QAbstractItemModelTester.FailureReportingMode.Warning, rows
    )
    assert tester.model() is rows
    rows.set_rows(LEDGER)
    rows.sort(1, DOWN)
    rows.toggle(0)
    rows.set_rows(LEDGER[:1])
    rows.set_rows([])
    assert rows.rowCount(rows.index(0, 0)) == 0


def test_what_is_missing_comes_last_in_both_directions(qapp) -> None:
    rows = model()
    amount = rows.column("amount")
    rows.sort(amount, DOWN)
    assert [row[3] for row in rows.rows] == [100000, -23600, None]
    rows.sort(amount, UP)
    assert [row[3] for row in rows.rows] == [-23600, 100000, None]


def test_equal_keys_keep_their_order_and_mixed_ones_sort_numbers_first(qapp) -> None:
    rows = RowsModel([Column("key", "K"), Column("name", "N")])
    rows.set_rows([("b", 1), (2, 2), ("a", 3), (1, 4), (1, 5)])
    rows.sort(0, UP)
    assert [row[1] for row in rows.rows] == [4, 5, 2, 3, 1]


def test_new_rows_come_in_the_order_chosen(qapp) -> None:
    rows = model()
    rows.sort(0, UP)
    rows.set_rows([*LEDGER, (9, date(2026, 11, 15), "补缴", 1, 2), (0, None, "补缴", 1, 2)])
    assert [row[0] for row in rows.rows] == [0, 1, 2, 3, 9]


def test_a_column_can_refuse_to_sort(qapp) -> None:
    rows = RowsModel([Column("a", "A", sort=False), Column("b", "B", sort=lambda row: -row[1])])
    rows.set_rows([(2, 1), (1, 2)])
    rows.sort(0, UP)
    assert rows.order is None
    rows.sort(1, UP)
    assert [row[1] for row in rows.rows] == [2, 1]


def test_selection_follows_its_row_when_sorted(qapp) -> None:
    rows = model()
    held = QPersistentModelIndex(rows.index(0, 0))
    rows.sort(0, UP)
    assert rows.row(held.row()) == LEDGER[0]


def test_a_hundred_thousand_rows_sort_with_what_is_unknown_last(qapp) -> None:
    rows = RowsModel([Column("n", "N", align="right"), Column("t", "T")])
    shuffled = random.Random(4)
    rows.set_rows([(shuffled.random() if n % 50 else None, f"{n}") for n in range(100_000)])
    rows.sort(0, DOWN)
    assert rows.row(99_999)[0] is None


def test_checks_are_kept_by_key_over_a_reload(qapp, qtbot) -> None:
    rows = model(checkable=True)
    with qtbot.waitSignal(rows.checked_changed):
        rows.toggle(1)
    assert rows.checked() == (2,)
    with qtbot.assertNotEmitted(rows.checked_changed):
        rows.set_rows(reversed(LEDGER))
    assert rows.checked() == (2,)
    with qtbot.waitSignal(rows.checked_changed):
        rows.set_rows(LEDGER[:1])
    assert rows.checked() == ()
    rows.toggle_all()
    assert rows.checked() == (3,)
    rows.toggle_all()
    assert rows.checked() == ()


def test_checks_by_item_data(qapp) -> None:
    rows = model(checkable=True)
    check = Qt.ItemDataRole.CheckStateRole
    assert rows.data(rows.index(0, 0), check) == Qt.CheckState.Unchecked
    assert rows.setData(rows.index(0, 0), Qt.CheckState.Checked.value, check)
    assert rows.checked() == (3,)
    assert not rows.setData(rows.index(0, 1), Qt.CheckState.Checked.value, check)
    assert not model().setData(model().index(0, 0), Qt.CheckState.Checked.value, check)


def test_roles_and_positions(qapp) -> None:
    rows = model()
    cell = rows.index(0, 3)
    assert rows.data(cell, SORT_ROLE) == -23600
    assert rows.data(cell, ROW_ROLE) == LEDGER[0]
    assert Qt.AlignmentFlag(rows.data(cell, Qt.ItemDataRole.TextAlignmentRole)) & (
        Qt.AlignmentFlag.AlignRight
    )
    assert rows.data(cell, Qt.ItemDataRole.DecorationRole) is None
    assert rows.headerData(0, Qt.Orientation.Horizontal) == "第"
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
    assert rows.position(1) == 2 and rows.position(77) == -1
    with pytest.raises(StopIteration):
        rows.column("nothing")
