"""快手动账, the platform's list of account movements, as deposit ledger lines.

The export has nine columns. Its amounts are always positive and 账务方向 (收/支) gives the sign. It
does not say which account it is of: the seller does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ksdesk.domain.calendar import parse_moment
from ksdesk.domain.deposit.account import LEDGER_KINDS
from ksdesk.domain.deposit.ledger import Entry, NewEntry
from ksdesk.domain.money import MoneyError, parse_yuan

ORIGIN: Final = "movements"
"""Marks the ledger lines that came from a 动账 export."""

LABELS: Final[Mapping[str, str]] = {
    "serial": "账务流水号",
    "order": "关联业务单号",
    "at": "入账时间",
    "direction": "账务方向",
    "amount": "发生额（元）",
    "balance_after": "期末余额（元）",
    "business": "业务类型",
    "description": "描述",
    "note": "备注",
}
"""Field of a `Movement` and its column, in the order of the export."""

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


class MovementError(ValueError):
    """A cell that cannot be a movement's: ``column`` (field), ``value`` and ``reason``.

    ``reason``: no_column, bad_direction, negative, or that of `MoneyError`.
    """

    def __init__(self, column: str, value: str, reason: str) -> None:
        super().__init__(f"{column}: {reason} {value[:60]!r}")
        self.column = column
        self.value = value
        self.reason = reason


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


def label_of(header: str) -> str | None:
    """The field that a column header means, None where it is no column of this export.

    Brackets may be half- or full-width and the unit may be missing; 帐 is read as 账.
    """
    return _FIELDS.get(_bare(header))


def _bare(header: str) -> str:
    return header.translate(_PLAIN).strip().removesuffix("(元)")


_FIELDS: Final = {_bare(label): name for name, label in LABELS.items()}


def movement_of(cells: Mapping[str, str]) -> Movement:
    """The movement that a parsed row holds; *cells* by column header or by field.

    Raises `MovementError` for a missing column, direction or amount and DayError for the time.
    """
    found = {label_of(header) or header: text.strip() for header, text in cells.items()}
    for name in ("at", "direction", "amount"):
        if name not in found:
            raise MovementError(name, "", "no_column")
    return Movement(
        serial=found.get("serial", "").removeprefix("'"),
        order=found.get("order", "").removeprefix("'"),
        at=parse_moment(found["at"]),
        direction=_direction(found["direction"]),
        amount=_amount(found["amount"]),
        balance_after=_after(found.get("balance_after", "")),
        business=found.get("business", ""),
        description=found.get("description", ""),
        note=found.get("note", ""),
    )


def _direction(text: str) -> str:
    for first, direction in (("收", "in"), ("支", "out")):
        if text.startswith(first):
            return direction
    raise MovementError("direction", text, "bad_direction")


def _amount(text: str) -> int:
    try:
        fen = parse_yuan(text)
    except MoneyError as error:
        raise MovementError("amount", text, error.reason) from error
    if fen < 0:
        raise MovementError("amount", text, "negative")
    return fen


def _after(text: str) -> int | None:
    try:
        return parse_yuan(text)
    except MoneyError as error:
        if error.no_value:
            return None
        raise MovementError("balance_after", text, error.reason) from error


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
    rows whose serial already stands in the ledger. ``breaks``: rows whose 期末余额 does not follow
    from the row before. ``closing`` is the last 期末余额 with its moment.
    """

    account: str
    lines: tuple[Guess, ...]
    left_out: tuple[Movement, ...] = ()
    known: tuple[Movement, ...] = ()
    breaks: tuple[Movement, ...] = ()
    closing: tuple[datetime, int] | None = None


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
    ends = [m for m in ordered if m.balance_after is not None and not m.freeze]
    closing = (ends[-1].at, ends[-1].balance_after or 0) if ends else None
    return Mapped(
        account, tuple(lines), tuple(left_out), tuple(met), tuple(_breaks(ordered)), closing
    )


def _by_time(movements: list[Movement]) -> list[Movement]:
    """Oldest first; rows of one second keep the order of the file, which may run backwards."""
    if movements and movements[0].at > movements[-1].at:
        movements.reverse()
    return sorted(movements, key=lambda movement: movement.at)


def _key(movement: Movement) -> str:
    parts = (movement.at.isoformat(), movement.direction, str(movement.amount), movement.order)
    return "|".join(("~", *parts))


def _breaks(ordered: list[Movement]) -> Iterable[Movement]:
    before: int | None = None
    for movement in ordered:
        after = movement.balance_after
        if movement.freeze:  # nobody says whether a freeze is taken off the 期末余额
            before = None
            continue
        if before is not None and after is not None and after != before + movement.signed:
            yield movement
        before = after


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
