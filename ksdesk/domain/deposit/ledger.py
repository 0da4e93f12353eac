"""One line of a deposit ledger. Lines are only ever added; a mistake is reversed by a new one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

ACCOUNTS = ("own", "promotion", "cross_border")


@dataclass(frozen=True)
class NewEntry:
    """A line to be written. `amount` in fen, signed as it changes the balance.

    `account`: one of ACCOUNTS (自建, 推广, 跨境保证金). `origin` names who wrote it ("" the seller,
    "opening" the wizard) so that it can find its own lines again. A deduction may name the `rule`
    (条款) and `order` that it is for and the `proof` at hand (凭证); `serial` is the 账务流水号 of
    an imported line. `restores` is the number of the reversed line that an undo brought back as
    this one.
    """

    account: str
    day: date
    kind: str
    amount: int
    note: str = ""
    origin: str = ""
    reverses: int | None = None
    batch: int | None = None
    rule: str = field(default="", kw_only=True)
    order: str = field(default="", kw_only=True)
    proof: str = field(default="", kw_only=True)
    serial: str = field(default="", kw_only=True)
    restores: int | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if self.account not in ACCOUNTS:
            raise ValueError(f"unknown deposit account {self.account!r}")
        if not isinstance(self.amount, int) or isinstance(self.amount, bool):
            raise TypeError("an amount is an integer number of fen")


@dataclass(frozen=True)
class Entry(NewEntry):
    """A written line: the line that reverses it if any, the balance after it.

    `id` is its own over all accounts; the seller sees `number`, counted in its account as the
    lines were written. `twin` is the number of the line that it reverses or that reverses it.
    """

    id: int = 0
    reversed_by: int | None = None
    balance: int = 0
    number: int = 0
    twin: int | None = None


def reversal_of(entry: Entry, day: date, note: str = "") -> NewEntry:
    """The line that takes `entry` back."""
    return NewEntry(
        entry.account, day, "reversal", -entry.amount, note, entry.origin, entry.id, entry.batch
    )
