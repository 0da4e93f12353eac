"""快手动账, the platform's list of account movements, as deposit ledger lines.

The export has nine columns. Its amounts are always positive and 账务方向 (收/支) gives the sign. It
does not say which account it is of: the seller does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.domain.deposit.account import LEDGER_KINDS
from ksdesk.domain.deposit.ledger import Entry, NewEntry

ORIGIN: Final = "movements"
"""Marks the ledger lines that came from a 动账 export."""

_PLAIN: Final = str.maketrans({"（": "(", "）": ")", "帐": "账", " ": None, "\u3000": None})

_WORDING: Final = (
    # Seen in real ledgers.
    ("平台赔付商家", "returned"),
    ("晚揽立赔", "deduction"),
    ("晚发立赔", "deduction"),
    ("违约金扣款", "deduction"),
    ("退款快手电商订单编号", "deduction"),
    ("发货异常用户体验赔付", "deduction"),
    ("分账追回", "deduction"),
    ("小额打款", "deduction"),
    ("商责退运费垫资追回", "deduction"),
    # The platform's own words for what happens to a deposit.
    ("特殊类目", "special_top_up"),
    ("子店铺", "transfer_in"),
    ("划转", "transfer_in"),
    ("手续费", "fee"),
    ("退回保证金", "refund_paid"),
    ("保证金退", "refund_paid"),
    ("提现", "withdrawal"),
    ("缴存", "paid_in"),
    ("缴纳", "paid_in"),
    ("补缴", "paid_in"),
    ("保证金充值", "paid_in"),
    ("违规", "deduction"),
    ("扣除保证金", "deduction"),
    ("保证金扣", "deduction"),
)
_FREEZES: Final = ("资金冻结", "资金解冻")


@dataclass(frozen=True, slots=True)
class Movement:
    """One row of the export.

    ``direction`` is in (收) or out (支), ``amount`` a positive number of fen, ``at`` Beijing time;
    ``balance_after`` None where the cell is empty.
    """

    serial: str
    order: str
    at: datetime
    direction: str
    amount: int
    balance_after: int | None
    business: str
    description: str
    note: str = ""

    @property
    def signed(self) -> int:
        """The fen by which the balance moves."""
        return self.amount if self.direction == "in" else -self.amount

    @property
    def text(self) -> str:
        """What the platform says about it, each thing once."""
        said = (self.business, self.description, self.note)
        return " ".join(dict.fromkeys(filter(None, said)))

    @property
    def freeze(self) -> bool:
        """Whether it only holds money or lets it go again (资金冻结): no cost, no payment."""
        return any(word in self.business for word in _FREEZES)


def recognise(text: str) -> str | None:
    """The ledger kind that the platform's wording means, None where it says nothing known."""
    plain = text.translate(_PLAIN)
    return next((kind for words, kind in _WORDING if words in plain), None)


@dataclass(frozen=True, slots=True)
class Guess:
    """A ledger line made of a movement; ``sure`` where wording and direction agree.

    ``twin`` is the number of a line of the same day and amount that was typed before and may be
    the same one, 0 where there is none.
    """

    movement: Movement
    entry: NewEntry
    sure: bool
    twin: int = 0


@dataclass(frozen=True, slots=True)
class Mapped:
    """What becomes of an export for one account.

    ``lines`` in the order of time. ``left_out``: freezes and rows without an amount. ``known``:
    rows whose serial already stands in the ledger.
    """

    account: str
    lines: tuple[Guess, ...]
    left_out: tuple[Movement, ...] = ()
    known: tuple[Movement, ...] = ()


def read(
    movements: Iterable[Movement],
    account: str,
    known: Collection[str] = (),
    typed: Iterable[Entry] = (),
) -> Mapped:
    """Make ledger lines of *movements*; *known* are the serials that already stand.

    *typed* are the ledger's lines, among which twins are looked for. Σ of the lines is Σ of the
    signed amounts, whatever the wording was taken for.
    """
    twins = _twins(typed, account)
    ordered = _by_time(list(movements))
    lines, left_out, met = [], [], []
    keys: Counter[str] = Counter()
    for movement in ordered:
        key = movement.serial or _key(movement)
        keys[key] += 1
        if not movement.serial:
            key = f"{key}|{keys[key]}"
        if movement.freeze or not movement.amount:
            left_out.append(movement)
        elif key in known or (movement.serial and keys[key] > 1):
            met.append(movement)
        else:
            lines.append(_guess(movement, account, key, twins))
    return Mapped(account, tuple(lines), tuple(left_out), tuple(met))


def _by_time(movements: list[Movement]) -> list[Movement]:
    """Oldest first; rows of one second keep the order of the file, which may run backwards."""
    if movements and movements[0].at > movements[-1].at:
        movements.reverse()
    return sorted(movements, key=lambda movement: movement.at)


def _key(movement: Movement) -> str:
    parts = (movement.at.isoformat(), movement.direction, str(movement.amount), movement.order)
    return "|".join(("~", *parts))


def _twins(typed: Iterable[Entry], account: str) -> dict[tuple[date, int], list[int]]:
    """The standing lines without a serial by day and amount, the oldest last."""
    found: dict[tuple[date, int], list[int]] = {}
    for entry in typed:
        stands = entry.reversed_by is None and entry.reverses is None
        if entry.account == account and stands and not entry.serial and entry.amount:
            found.setdefault((entry.day, entry.amount), []).insert(0, entry.id)
    return found


def _guess(
    movement: Movement, account: str, key: str, twins: dict[tuple[date, int], list[int]]
) -> Guess:
    kind, sure = _kind(movement)
    entry = NewEntry(
        account,
        movement.at.date(),
        kind,
        movement.signed,
        movement.text,
        ORIGIN,
        order=movement.order,
        serial=key,
    )
    same = twins.get((entry.day, entry.amount))
    return Guess(movement, entry, sure, same.pop() if same else 0)


def _kind(movement: Movement) -> tuple[str, bool]:
    """Kind by wording where its sign fits; else the nearest one of the right sign, not sure."""
    kind = recognise(movement.text)
    inwards = movement.direction == "in"
    if kind is None:
        return ("paid_in" if inwards else "deduction"), False
    if LEDGER_KINDS[kind].sign == (1 if inwards else -1):
        return kind, True
    if kind == "deduction":  # a penalty that comes in is one given back
        return "returned", True
    return ("returned" if inwards else "deduction"), False
