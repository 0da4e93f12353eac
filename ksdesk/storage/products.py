"""Products, and the bin they wait in for 30 days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Product
from ksdesk.storage.models import Product as Row
from ksdesk.storage.session import Session

BIN_DAYS = 30
_TEXTS = [f.name for f in fields(Product) if f.name not in ("id", "changed_at", "binned_at")]
_COLUMNS = [getattr(Row, name) for name in (*_TEXTS, "id", "changed_at", "binned_at")]


class ProductReader:
    """Reads products."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def all(self) -> tuple[Product, ...]:
        """Every product outside of the bin, the one changed last first."""
        query = Row.select(*_COLUMNS).where(Row.binned_at.is_null())
        return self._read(query.order_by(Row.changed_at.desc(), Row.id.desc()))

    def binned(self) -> tuple[Product, ...]:
        """What lies in the bin, the newest first."""
        query = Row.select(*_COLUMNS).where(Row.binned_at.is_null(False))
        return self._read(query.order_by(Row.binned_at.desc(), Row.id.desc()))

    def one(self, number: int) -> Product | None:
        """A product by its number, in the bin or not."""
        found = self._read(Row.select(*_COLUMNS).where(Row.id == number))
        return found[0] if found else None

    def _read(self, query: Any) -> tuple[Product, ...]:
        with self.session.reading():
            return tuple(_product(*row) for row in query.tuples())


class ProductWriter:
    """Writes products."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(self, product: Product, now: datetime) -> Changes:
        """Insert (id 0) or overwrite a product; `ref` is its number."""
        values = {name: getattr(product, name) for name in _TEXTS}
        values["changed_at"] = stamp = _stamp(now)
        with self.session.writing():
            if product.id:
                Row.update(**values).where(Row.id == product.id).execute()
                number = product.id
            else:
                number = Row.insert(made_at=stamp, **values).execute()
        return Changes.of("products", "today", ref=number)

    def bin(self, numbers: Iterable[int], now: datetime | None) -> Changes:
        """Move products to the bin, or with `now` None back out of it."""
        stamp = None if now is None else _stamp(now)
        with self.session.writing():
            Row.update(binned_at=stamp).where(Row.id.in_(list(numbers))).execute()
        return Changes.of("products", "today")

    def remove(self, numbers: Iterable[int]) -> Changes:
        """Delete for good what lies in the bin; what does not is left alone."""
        with self.session.writing():
            chosen = Row.id.in_(list(numbers)) & Row.binned_at.is_null(False)
            Row.delete().where(chosen).execute()
        return Changes.of("products")

    def sweep(self, now: datetime) -> Changes:
        """Delete what has been in the bin for over 30 days."""
        limit = _stamp(now - timedelta(days=BIN_DAYS))
        with self.session.writing():
            gone = Row.delete().where(Row.binned_at < limit).execute()
        return Changes.of("products") if gone else Changes()


def _product(*row: Any) -> Product:
    *values, number, changed_at, binned_at = row
    named = dict(zip(_TEXTS, values, strict=True))
    return Product(**named, id=number, changed_at=_moment(changed_at), binned_at=_moment(binned_at))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
