"""The ledger as a table for Excel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.deposit.ledger import Entry
from ksdesk.exports import ExportColumn, Sheet
from ksdesk.ui.deposit.words import kind_word
from ksdesk.ui.parts.account_words import account_word

translate = QCoreApplication.translate


def ledger_sheet(title: str, entries: Iterable[Entry]) -> Sheet:
    """All that is kept of ledger lines, in the order given."""
    return Sheet(title, _columns(), [_row(entry) for entry in entries])


def _columns() -> tuple[ExportColumn, ...]:
    return (
        ExportColumn("number", translate("LedgerCard", "No."), "count", 8),
        ExportColumn("day", translate("LedgerCard", "Date"), "day"),
        ExportColumn("account", translate("EntrySheet", "Account"), width=14),
        ExportColumn("kind", translate("LedgerCard", "Kind"), width=14),
        ExportColumn("amount", translate("LedgerCard", "Amount"), "money"),
        ExportColumn("balance", translate("LedgerCard", "Balance"), "money"),
        ExportColumn("note", translate("LedgerCard", "Note"), width=36),
        ExportColumn("rule", translate("EntrySheet", "Clause"), width=18),
        ExportColumn("order", translate("EntrySheet", "Order number"), "id"),
        ExportColumn("proof", translate("EntrySheet", "Proof at hand"), width=24),
        ExportColumn("serial", translate("LedgerCard", "Serial number"), "id"),
        ExportColumn("reverses", translate("Deposit", "Reverses no."), "count", 10),
        ExportColumn("reversed_by", translate("Deposit", "Reversed by no."), "count", 10),
    )


def _row(entry: Entry) -> tuple[object, ...]:
    return (
        entry.number,
        entry.day,
        account_word(entry.account),
        kind_word(entry),
        entry.amount,
        entry.balance,
        entry.note,
        entry.rule,
        entry.order,
        entry.proof,
        "" if entry.serial.startswith("~") else entry.serial,
        None if entry.reverses is None else entry.twin,
        None if entry.reversed_by is None else entry.twin,
    )
