"""包裹和固定开支: what each parcel, the platform and each month cost, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtWidgets import QHeaderView, QWidget

from ksdesk.domain.calendar import month_start, parse_day
from ksdesk.domain.money import MoneyError, format_yuan, parse_number, parse_yuan
from ksdesk.domain.promotion.costs import (
    PARTS,
    SHARES,
    CostNote,
    CostShare,
    MonthlyCost,
    ParcelCost,
    provinces_of,
)
from ksdesk.ui.parts.grid import Index
from ksdesk.ui.parts.text_grid import TextCells, TextGrid
from ksdesk.ui.parts.texts import short_day_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words
from ksdesk.ui.shell.theme import theme_of

WHAT, AMOUNT, SINCE = range(3)
FREE = 5  # empty rows for monthly costs
FAR = "far"
FREE_FAR = 2  # empty rows for provinces that cost more
said = Words("Costs")

ROWS = {
    "packaging": QT_TRANSLATE_NOOP("Costs", "Packaging, each parcel ¥"),
    "shipping": QT_TRANSLATE_NOOP("Costs", "Shipping, each parcel ¥"),
    "return": QT_TRANSLATE_NOOP("Costs", "Return shipping that you pay, each parcel ¥"),
    "platform_fee": QT_TRANSLATE_NOOP("Costs", "Platform's fee on what is not settled yet %"),
    "commission": QT_TRANSLATE_NOOP("Costs", "Promoters' commission on what is not settled yet %"),
    "returned": QT_TRANSLATE_NOOP("Costs", "What returned goods are still worth, of their cost %"),
}


@dataclass
class _Row:
    """A row as it is typed: a code of `ROWS`, `FAR` for shipping to the provinces that it names, or
    "" for a monthly cost with a name of its own."""

    code: str
    texts: list[str]
    note: CostNote | None = None

    def __post_init__(self) -> None:
        self.before = tuple(self.texts)

    @property
    def named(self) -> bool:
        """Whether what it is of is a word of the app's."""
        return self.code in ROWS

    def amount(self) -> float:
        """Fen, or a share; ValueError where it is neither."""
        if self.code not in SHARES:
            return parse_yuan(self.texts[AMOUNT])
        return parse_number(self.texts[AMOUNT].rstrip("%％ ")) / 100

    def made(self, usual: date) -> tuple[CostNote, ...]:
        """The notes that it stands for, from the `usual` day where none is typed; ValueError."""
        since = self.texts[SINCE].strip()
        day = parse_day(since) if since else usual
        if self.code in SHARES:
            return (CostShare(self.code, self.amount(), day),)
        if self.code == FAR:
            provinces = provinces_of(self.texts[WHAT])
            return (ParcelCost("shipping", int(self.amount()), day, provinces=provinces),)
        if self.code:
            return (ParcelCost(self.code, int(self.amount()), day),)  # type: ignore[arg-type]
        monthly = MonthlyCost(self.texts[WHAT].strip(), int(self.amount()), day)
        return self.note.changed(monthly) if isinstance(self.note, MonthlyCost) else (monthly,)


class ShopCells(TextCells):
    """What holds today; another figure is a new cost from its day on, one that was not noted yet
    holds from the day of the `first` order."""

    figures = frozenset((AMOUNT,))

    def __init__(
        self,
        notes: Sequence[CostNote],
        today: date,
        first: date | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._first = today, first or today
        self.heads = (self.tr("What"), self.tr("How much"), self.tr("From which day"))
        parts: dict[str, ParcelCost] = {}
        shares: dict[str, CostShare] = {}
        monthly: list[MonthlyCost] = []
        far: dict[tuple[str, ...], ParcelCost] = {}
        for note in notes:
            if isinstance(note, ParcelCost) and note.product is None and not note.provinces:
                parts[note.part] = max(note, parts.get(note.part, note), key=lambda one: one.since)
            elif isinstance(note, ParcelCost) and note.product is None and note.part == "shipping":
                known = far.get(note.provinces, note)
                far[note.provinces] = max(note, known, key=lambda one: one.since)
            elif isinstance(note, CostShare) and not note.category:
                shares[note.kind] = max(
                    note, shares.get(note.kind, note), key=lambda one: one.since
                )
            elif isinstance(note, MonthlyCost) and (note.last or today) >= month_start(today):
                monthly.append(note)
        self.rows = [_row(code, parts.get(code)) for code in PARTS]
        self.rows += [_row(FAR, note) for note in far.values()]
        self.rows += [_row(FAR, None) for _ in range(FREE_FAR)]
        self.rows += [_row(code, shares.get(code)) for code in SHARES]
        self.rows += [_row("", note) for note in monthly] + [_row("", None) for _ in range(FREE)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def row_head(self, row: int) -> str:
        return self.text(row, WHAT) or super().row_head(row)

    def text(self, row: int, column: int) -> str:
        found = self.rows[row]
        if column == WHAT and found.named:
            return said(ROWS[found.code])
        if column == WHAT and found.code == FAR and found.note is not None:
            return self.tr("Shipping to {names}, each parcel ¥").format(names=found.texts[WHAT])
        return found.texts[column]

    def locked(self, row: int, column: int) -> str:
        found = self.rows[row]
        if column != WHAT or not (found.named or (found.code == FAR and found.note is not None)):
            return ""
        return self.tr("Only monthly costs and provinces are named by you")

    def store(self, row: int, column: int, text: str) -> None:
        found = self.rows[row]
        found.texts[column] = text
        if column == AMOUNT and found.note is not None:
            # Another figure holds from today unless a day is typed: old days keep the old one.
            changed, today = text != found.before[AMOUNT], self._today.isoformat()
            if changed and found.texts[SINCE] == found.before[SINCE]:
                found.texts[SINCE] = today
            elif not changed and found.texts[SINCE] == today:
                found.texts[SINCE] = found.before[SINCE]

    def is_changed(self, row: int, column: int) -> bool:
        return self.rows[row].texts[column] != self.rows[row].before[column]

    def aside(self, row: int, column: int) -> str:
        found = self.rows[row]
        if column == WHAT and found.code == FAR:
            empty = not found.texts[WHAT]
            return self.tr("shipping to dearer provinces (新疆、西藏)") if empty else ""
        if column == WHAT and not found.code and not found.texts[WHAT]:
            return self.tr("rent, wages, tools … a month")
        if column != SINCE or found.texts[SINCE] or not found.texts[AMOUNT].strip():
            return ""
        return self.tr("since {day}").format(day=short_day_text(self._usual(found), year=True))

    def _usual(self, found: _Row) -> date:
        """From when a figure without a day holds."""
        return self._first if found.code and found.note is None else self._today

    def fault(self, row: int, column: int) -> str:
        found = self.rows[row]
        if column == WHAT and found.code == FAR:
            return self._wrong_provinces(found)
        if column == WHAT or not any(text.strip() for text in found.texts):
            named = found.code or found.texts[WHAT].strip() or not found.texts[AMOUNT].strip()
            return "" if named else self.tr("A monthly cost needs a name")
        text = found.texts[column].strip()
        try:
            if column == AMOUNT and text:
                most = 1 if found.code in SHARES else float("inf")
                if not 0 <= found.amount() <= most:
                    return self.tr("“{text}” cannot be").format(text=text)
            elif column == AMOUNT and found.before[AMOUNT]:
                return self.tr("A cost is changed, not emptied: 0 is free")
            elif column == SINCE and text:
                parse_day(text)
        except MoneyError:
            return self.tr("“{text}” is no amount").format(text=text)
        except ValueError:
            return self.tr("“{text}” is no day").format(text=text)
        return ""

    def _wrong_provinces(self, found: _Row) -> str:
        try:
            named = provinces_of(found.texts[WHAT])
        except ValueError as error:
            return self.tr("“{text}” is no province").format(text=error)
        if bool(named) == bool(found.texts[AMOUNT].strip()):
            return ""
        if named:
            return self.tr("What does a parcel to {names} cost?").format(names="、".join(named))
        return self.tr("Which provinces does this cost hold for?")

    def offer(self, kind: str, share: str) -> None:
        """Put a share that the seller accepted into its row, as one step."""
        row = next(n for n, found in enumerate(self.rows) if found.code == kind)
        self.put([(row, AMOUNT, share)], self.tr("accept a share"))

    def empty(self, kind: str) -> bool:
        """Whether a row has no figure yet."""
        return not any(f.texts[AMOUNT].strip() for f in self.rows if f.code == kind)

    def notes(self) -> tuple[CostNote, ...]:
        """The costs that are other ones than before."""
        return tuple(
            note
            for found in self.rows
            if tuple(found.texts) != found.before and found.texts[AMOUNT].strip()
            for note in found.made(self._usual(found))
        )


def _row(code: str, note: CostNote | None) -> _Row:
    match note:
        case ParcelCost() if code == FAR:
            named = "、".join(note.provinces)
            return _Row(code, [named, format_yuan(note.cost), note.since.isoformat()], note)
        case ParcelCost():
            return _Row(code, ["", format_yuan(note.cost), note.since.isoformat()], note)
        case CostShare():
            return _Row(code, ["", f"{note.share * 100:g}", note.since.isoformat()], note)
        case MonthlyCost():
            return _Row("", [note.name, format_yuan(note.cost), note.first.isoformat()], note)
    return _Row(code, ["", "", ""])


class ShopGrid(TextGrid):
    """Cells of a `ShopCells`."""

    def __init__(self, cells: ShopCells, parent: QWidget | None = None) -> None:
        super().__init__(cells, self.tr("Parcels and fixed costs"), parent)
        cells.setParent(self)
        theme, header = theme_of(self), self.horizontalHeader()
        self.verticalHeader().hide()
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column in (AMOUNT, SINCE):
            self.setColumnWidth(column, max(theme.px(136), self.head_width(column)))
        self.setCurrentIndex(cells.index(0, AMOUNT))
