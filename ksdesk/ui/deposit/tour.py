"""The rooms behind the doors of the deposit page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ksdesk.ui.deposit.page import DepositPage

LISTS = ("shown", "categories", "sales", "tiers", "adjustments", "sub_shops")


def rooms(page: DepositPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every sheet, opened as its button does; None where there is nothing to open it for."""
    desk = page.desk
    page.record()
    yield "entry", desk.sheet
    desk.compare()
    yield "reconcile", desk.sheet
    desk.ask_what_if()
    yield "what-if", desk.sheet
    desk.refund()
    yield "refund", desk.sheet
    desk.excess()
    yield "excess", desk.sheet
    desk.freeze()
    yield "freeze", desk.sheet
    desk.mark("cart_closed")
    yield "measure", desk.sheet
    for name in LISTS:
        desk.list_facts(name)
        yield name.replace("_", "-"), desk.sheet
    entries = page.ledger.entries(shown=True)
    page.ledger.opened.emit(entries[0])
    yield "line", desk.sheet
    desk.reverse(entries[0])
    yield "reverse", desk.sheet
