"""What the seller notes, kind by kind, and the bin it waits in for 30 days."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Any, Final, get_args, get_origin, get_type_hints

from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit import notes as kinds
from ksdesk.domain.month import TaxFigure
from ksdesk.domain.notes import N, Note
from ksdesk.domain.orders import work as order_notes
from ksdesk.domain.products import notes as product_notes
from ksdesk.domain.promotion import costs, plans, trial
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import CheckItem, CheckTick
from ksdesk.domain.today.later import PutOff
from ksdesk.domain.traffic import notes as traffic_notes
from ksdesk.storage.damage import day, fits, moment, readable
from ksdesk.storage.models import (
    aftersales,
    deposit,
    month,
    orders,
    products,
    promotion,
    reviews,
    shop,
    today,
    traffic,
)
from ksdesk.storage.models.base import Noted
from ksdesk.storage.products import BIN_DAYS
from ksdesk.storage.session import Session

_TABLES: Final[Mapping[type[Note], type[Noted]]] = {
    kinds.AccountState: deposit.AccountState,
    kinds.SubShop: deposit.SubShop,
    kinds.MeasureEvent: deposit.MeasureEvent,
    kinds.ShownLine: deposit.ShownLine,
    kinds.LineCategory: deposit.LineCategory,
    kinds.Adjustment: deposit.LineAdjustment,
    kinds.SalesTier: deposit.SalesTier,
    kinds.MonthSales: deposit.SalesMonth,
    kinds.RefundCase: deposit.RefundCase,
    kinds.OwnFigure: shop.RuleOverride,
    kinds.Compared: deposit.Comparison,
    product_notes.ProductPaper: products.ProductPaper,
    product_notes.StockCase: products.StockCase,
    product_notes.RunningSheet: products.RunningSheet,
    traffic_notes.Annotation: traffic.Annotation,
    traffic_notes.AlarmMark: traffic.AlarmMark,
    traffic_notes.FanSample: traffic.FanSample,
    order_notes.OwnHours: orders.ClockHours,
    plans.Plan: promotion.PromotionPlan,
    plans.PlanChange: promotion.PlanChange,
    plans.PlanReading: promotion.PlanReading,
    trial.Trial: promotion.PromotionTrial,
    trial.TrialDay: promotion.PromotionTrialDay,
    costs.UnitCost: promotion.UnitCost,
    costs.ParcelCost: promotion.ParcelCost,
    costs.CostShare: promotion.CostShare,
    costs.MonthlyCost: promotion.MonthlyCost,
    TaxFigure: month.TaxFigure,
    CaseFile: aftersales.AftersalesFile,
    PutOff: today.PutOffItem,
    CheckItem: reviews.ChecklistItem,
    CheckTick: reviews.ChecklistTick,
    Broadcast: reviews.LookedBack,
}


class NoteReader:
    """Reads what was noted."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self, kind: type[N]) -> tuple[N, ...]:
        """Every note of a kind outside of the bin, in the order of writing."""
        return self._read(kind, _TABLES[kind].binned_at.is_null())

    def having(self, kind: type[N], most: int = 0, **fields: object) -> tuple[N, ...]:
        """Those outside of the bin whose fields are as given; of a list, any of its values. Of
        more than `most`, unless that is 0, the latest."""
        table = _TABLES[kind]
        where = table.binned_at.is_null()
        for name, value in fields.items():
            field = getattr(table, name)
            where &= field.in_(value) if isinstance(value, list) else field == value
        return self._read(kind, where, most)

    def binned(self, kind: type[N]) -> tuple[N, ...]:
        """What lies in the bin of a kind."""
        return self._read(kind, _TABLES[kind].binned_at.is_null(False))

    def one(self, kind: type[N], number: int) -> N | None:
        """A note by its number, in the bin or not."""
        return next(iter(self._read(kind, _TABLES[kind].id == number)), None)

    def _read(self, kind: type[N], where: Any, most: int = 0) -> tuple[N, ...]:
        table = _TABLES[kind]
        with self.session.reading():
            rows = table.select().where(where).order_by(table.id)
            if most:
                rows = rows.order_by(table.id.desc()).limit(most)
            name = table._meta.table_name
            return tuple(readable(self.session, name, rows, partial(_note, kind)))


class NoteWriter:
    """Writes notes."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, note: Note, now: datetime) -> int:
        """Insert (id 0) or overwrite a note, out of the bin; returns its number.

        KeyError where its number is not in the book.
        """
        table = _TABLES[type(note)]
        values = {**_values(note), "written_at": _stamp(now), "binned_at": None}
        with self.session.writing():
            if not note.id:
                number: int = table.insert(**values).execute()
                return number
            if not table.update(**values).where(table.id == note.id).execute():
                raise KeyError(note.id)
        return note.id

    def bin(self, kind: type[Note], number: int, now: datetime | None) -> None:
        """Move a note to the bin, or with *now* None out of it."""
        table = _TABLES[kind]
        stamp = None if now is None else _stamp(now)
        with self.session.writing():
            table.update(binned_at=stamp).where(table.id == number).execute()

    def sweep(self, now: datetime) -> int:
        """Delete what has been in the bin for over 30 days; returns how many there were."""
        limit = _stamp(now - timedelta(days=BIN_DAYS))
        with self.session.writing():
            return sum(
                table.delete().where(table.binned_at < limit).execute()
                for table in _TABLES.values()
            )


def _values(note: Note) -> dict[str, Any]:
    return {f.name: _out(f.name, getattr(note, f.name)) for f in fields(note) if f.name != "id"}


def _out(name: str, value: Any) -> Any:
    if name == "value" or isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, datetime):
        return _stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _note(kind: type[N], row: Noted) -> N:
    types = _types()[kind]
    return kind(**{name: _in(types[name], name, getattr(row, name)) for name in types})


@cache
def _types() -> dict[type[Note], dict[str, Any]]:
    """By kind, what each field is typed as."""
    found = {}
    for kind in _TABLES:
        hints = get_type_hints(kind)
        found[kind] = {f.name: hints[f.name] for f in fields(kind)}
    return found


def _in(hint: Any, name: str, value: Any) -> Any:
    """A cell as the field of a note; ValueError, TypeError where it cannot be that."""
    kinds = get_args(hint) or (hint,)
    if value is not None:
        if datetime in kinds:
            value = moment(value)
        elif date in kinds:
            value = day(value)
        elif name == "value" or get_origin(hint) is tuple:
            value = _frozen(json.loads(value))
        elif hint is bool:
            value = bool(value)
    if not fits(value, hint):
        raise TypeError(f"{name} is no {hint}")
    return value


def _frozen(read: Any) -> Any:
    return tuple(map(_frozen, read)) if isinstance(read, list) else read


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")
