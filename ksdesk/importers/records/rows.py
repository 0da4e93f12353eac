"""Rows of order and money exports, and of any other table under the seller's own name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ksdesk.domain.imports import SKIP, ColumnGuess
from ksdesk.domain.personal import is_note
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.records import INCOME, OUTGO, RECORDS
from ksdesk.importers import converters, plan
from ksdesk.importers.converters import Convert
from ksdesk.importers.files.besides import kind_of
from ksdesk.importers.files.cut_rows import Rows
from ksdesk.importers.files.table import Table
from ksdesk.importers.names import is_in_keys_by_day, plain
from ksdesk.importers.plan import Values
from ksdesk.importers.records.labels import has_in_and_out, outgo, roles
from ksdesk.importers.records.other_platforms import INCOME as COMES_IN
from ksdesk.importers.records.sums import Sums
from ksdesk.importers.row_keys import safe
from ksdesk.importers.traffic import guess

_IDS = ("_no", "_id", "_code")
_DERIVED = -1  # the number of a column that the source does not have
_NOTES = 4_000  # characters of a remark or title that identifies nothing

DIRECTIONS = {
    **dict.fromkeys(
        (INCOME, *"收入 入账 入 贷 进账 流入 转入 增加 收款 + in income".split()), INCOME
    ),
    **dict.fromkeys(
        (OUTGO, *"支出 出账 出 借 流出 转出 减少 付款 扣款 - out expense".split()), OUTGO
    ),
}
"""How 账务方向 is written."""
TAKEN_OFF = (
    *("refund", "service_fee", "presale_fee", "other_fee", "cost", "commission"),
    *("leader_commission", "seller_commission", "provider_commission"),
)
"""The columns of 结算 with what is taken off what was paid."""
UNSIGNED = ("measure:commission", "measure:case_refund")
"""What an order costs or a case gives back, also where a file has it below 0."""


class RecordPlan(plan.RowPlan):
    """How the rows of one kind of `ksdesk.domain.records` are read."""

    def __init__(self, table: Table, columns: Sequence[ColumnGuess], kind: str) -> None:
        self._record = RECORDS[kind]
        self.timeless = self._record.timeless
        super().__init__(table, columns)

    def stamp(self, seconds: int) -> str:
        """The day: the clock differs between exports of one row, and where a table is saved again
        by a workbook program."""
        return super().stamp(seconds - seconds % 86_400)

    def starts(self, values: Values, stamps: Iterable[str]) -> Iterable[str]:
        """A row with a number of its own is the same whatever its time."""
        number = next((c for c in self._keyed if c.code == self._record.number), None)
        if number is None:
            return stamps
        return ("" if own else day for own, day in zip(values[number.index], stamps, strict=True))

    def keyed(self) -> list[ColumnGuess]:
        """The kind's own key, then the seller's own identifying texts. A movement without a number
        is told from others of its day by what moved."""
        order = [field.code for field in self._record.fields if field.key]
        if self._record.kind == "movements" and all(c.code != "flow_no" for c in self.columns):
            order += ["direction", "amount"]
        fields = [c for c in self.columns if c.what in ("identity", "measure")]
        chosen = [c for c in fields if c.code in order]
        codes = {c.code for c in chosen}
        for name, words in (("sku_code", "spec"), ("work_id", "work_title")):
            if name in codes:  # the same thing once more, in words that change
                chosen = [c for c in chosen if c.code != words]
        chosen.sort(key=lambda c: order.index(c.code))
        return chosen + sorted((c for c in self.columns if c.what == "mark"), key=lambda c: c.code)

    def converter(self, column: ColumnGuess) -> Convert:
        """Fields by their kind."""
        if column.role == "hour":
            return converters.clocks(optional=True)
        if column.what not in ("identity", "measure"):
            return super().converter(column)
        field = self._record.field(column.code)
        match field.kind:
            case "money":
                return converters.money(column.unit or "yuan")
            case "count":
                return converters.counts()
            case "number":
                return converters.numbers()
            case "moment":
                # A promise of 0 is the platform's word for: must not be shipped.
                cells = self._cells(column)
                return converters.moments(cells, optional=True, nought=field.code == "ship_by")
        if field.code.endswith(_IDS):
            return converters.ids(required=field.required, like=self._cells(column))
        told = self.told(column) if field.key else None
        return converters.texts(_NOTES, told, note=is_note(field.code))

    def told(self, column: ColumnGuess) -> Callable[[str], str] | None:
        """A row with a number of its own is one, whatever else its texts say."""
        return None if self._numbers else super().told(column)

    def numbered(self, values: Values, place: int) -> bool:
        """Whether the number of the order or flow is there."""
        return any(values[number.index][place] is not None for number in self._numbers)

    @cached_property
    def _numbers(self) -> list[ColumnGuess]:
        """The columns with numbers of orders and flows."""
        keys = {field.code for field in self._record.fields if field.key}
        return [c for c in self.columns if c.code in keys and c.code.endswith("_no")]

    def finish(self, values: Values, count: int) -> dict[int, tuple[ColumnGuess, str]]:
        """动账: amounts are always positive in the file, 账务方向 has the sign."""
        by_role = {c.role: c for c in self.columns}
        if self._record.kind == "settlements":
            self._take_off({role.partition(":")[2]: c.index for role, c in by_role.items()}, values)
        elif self._record.kind != "movements":
            for column in filter(None, map(by_role.get, UNSIGNED)):
                values[column.index] = [fen and abs(fen) for fen in values[column.index]]
        amount = by_role.get("measure:amount")
        if self._record.kind != "movements" or amount is None:
            return {}
        direction = by_role.get("identity:direction")
        if direction is None:
            return self._by_sign(values, amount)
        faults = {}
        ways, amounts = values[direction.index], values[amount.index]
        for place in range(count):
            way = DIRECTIONS.get((ways[place] or "").lower())
            if way is None:
                faults[place] = (direction, "bad_direction")
            elif way == OUTGO and amounts[place] is not None:
                amounts[place] = -abs(amounts[place])
            ways[place] = way
        return faults | self._balances(values, count)

    def _take_off(self, places: Mapping[str, int], values: Values) -> None:
        """结算: what is taken off stands above 0, as in 快手's files, also where another's has it
        below. A fee that comes back has the other sign, and no payment beside it."""
        taken = [values[places[code]] for code in TAKEN_OFF if code in places]
        refunds, paid, settled = (
            values[places[code]] if code in places else None
            for code in ("refund", "paid", "settled")
        )
        came = settled if paid is None else paid
        for place, amounts in enumerate(zip(*taken, strict=True)):
            back = refunds[place] if refunds else None
            sold = came is not None and (came[place] or 0) > 0
            if (back or 0) < 0 or (not back and sold and any(fen and fen < 0 for fen in amounts)):
                for column in taken:
                    column[place] = column[place] and -column[place]

    def derived(self) -> list[ColumnGuess]:
        """The direction where the amounts have it: by their sign, or by the column they are in."""
        codes = {c.code for c in self.columns if c.what in ("identity", "measure")}
        told = self._record.kind != "movements" or "direction" in codes or "amount" not in codes
        return [] if told else [ColumnGuess(_DERIVED, "", "identity:direction")]

    def _by_sign(self, values: Values, amount: ColumnGuess) -> dict[int, tuple[ColumnGuess, str]]:
        amounts = values[amount.index]
        gone = outgo(c.label for c in self.columns)
        if gone is not None and plain(amount.label) in COMES_IN:
            out = [round(100 * (yuan or 0)) for yuan in values[self.columns[gone].index]]
            values[amount.index] = amounts = [
                came if not went else (came or 0) - abs(went)
                for came, went in zip(amounts, out, strict=True)
            ]
        values[_DERIVED] = [
            None if fen is None else OUTGO if fen < 0 else INCOME for fen in amounts
        ]
        faults = {place: (amount, "no_amount") for place, fen in enumerate(amounts) if fen is None}
        return faults | self._balances(values, len(amounts))

    def _balances(self, values: Values, count: int) -> dict[int, tuple[ColumnGuess, str]]:
        """Balances and totals among 动账, which only their kind of business tells of."""
        kind = next((c for c in self.columns if c.code == "business"), None)
        if kind is None:
            return {}
        return {
            place: (kind, "total_line")
            for place, text in enumerate(values[kind.index])
            if text and kind_of(text) == "total_line" and not self.numbered(values, place)
        }


class AnyPlan(RecordPlan):
    """How the rows of the seller's own table are read; they need no time."""

    def __init__(self, table: Table, columns: Sequence[ColumnGuess], title: str = "") -> None:
        self.constants = {"sheet": title}
        super().__init__(table, columns, "any")
        self._sums = Sums((), 0)

    def chunks(self, progress: Progress = QUIET) -> Iterator[plan.Chunk]:
        """Everything in the source, its sums from the first row on."""
        self._sums = Sums([c.index for c in self._owns], self.width)
        return super().chunks(progress)

    def _values(self, rows: Rows) -> tuple[Values, dict[int, tuple[ColumnGuess, str]]]:
        """A row of nothing but the sums of its columns is their total, though it has no word."""
        values, faults = super()._values(rows)
        for place in self._sums.among([*rows], values, faults):
            faults[place] = (self._owns[0], "total_line")
        return values, faults

    def stamp(self, seconds: int) -> str:
        """Two tables of one moment are two tables. Rows with the number of an order or a bill are
        told apart by it, others by their minute."""
        numbered = any(is_in_keys_by_day(c.code) for c in self._keyed)
        seconds -= seconds % (86_400 if numbered else 60)
        return f"{seconds:012d}|{safe(self.constants['sheet'])}"


def columns_of(
    header: tuple[str, ...],
    sample: Sequence[Sequence[str]],
    progress: Progress = QUIET,
    *,
    kind: str,
) -> tuple[ColumnGuess, ...]:
    """A guess for every column of a kind: by its label, else as for any table."""
    known = roles(kind, header)
    if kind == "movements" and has_in_and_out(header):
        gone = outgo(header)
        assert gone is not None
        known.setdefault(gone, f"own:{header[gone].strip()}")
    found = guess.columns_of(header, sample, lambda index, _label: known.get(index, ""), progress)
    return guess.with_clock(found, sample)


def any_columns(
    header: tuple[str, ...], sample: Sequence[Sequence[str]], progress: Progress = QUIET
) -> tuple[ColumnGuess, ...]:
    """A guess by the cells alone: a time, figures under their labels, texts."""
    found = guess.columns_of(header, sample, lambda _index, _label: "", progress)
    taken = [c.label for c in found]
    return tuple(
        replace(c, role=f"own:{c.label.strip() or f'#{c.index + 1}'}")
        if c.role == "own:" and taken.count(c.label) == 1
        else c
        for c in found
    )


def needs_of(columns: Sequence[ColumnGuess], kind: str) -> tuple[str, ...]:
    """What must be said before a source of this kind can be stored."""
    codes = {c.code for c in columns if c.what in ("identity", "measure")}
    if kind == "movements" and _has_direction(columns):
        codes.add("direction")
    asked = {"twice", "name_value"} if RECORDS[kind].timeless else {"time", "twice", "name_value"}
    needs = [need for need in guess.needs_of(columns) if need in asked]
    needs += [
        f"missing:{field.code}"
        for field in RECORDS[kind].fields
        if field.required and field.code not in codes
    ]
    asks = any(field.required for field in RECORDS[kind].fields)
    if not asks and not any(c.what == "measure" for c in columns):
        needs.append("figures")
    return tuple(needs)


def _has_direction(columns: Sequence[ColumnGuess]) -> bool:
    """Whether the amounts say themselves what came in and what went out."""
    amounts = (c for c in columns if c.role == "measure:amount")
    return any(map(_signed, amounts)) or has_in_and_out(c.label for c in columns if c.role != SKIP)


def _signed(column: ColumnGuess) -> bool:
    return any(cell.lstrip("'= \"")[:1] in ("+", "-", "−", "(") for cell in column.samples)


def any_needs(columns: Sequence[ColumnGuess]) -> tuple[str, ...]:
    """An own table needs a column, and no more than one time."""
    needs = [need for need in guess.needs_of(columns) if need in ("twice", "name_value")]
    return tuple(needs if any(c.role != SKIP for c in columns) else [*needs, "figures"])
