"""Products, and the bin they wait in for 30 days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

import peewee as pw

from ksdesk.domain.changes import Changes
from ksdesk.domain.products import Details, Picture, Product, Quality, Sku, without_people
from ksdesk.domain.products.search_text import found_by, mixed_pattern
from ksdesk.domain.products.stock.outlook import StockMove, renamed
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.storage import damage
from ksdesk.storage.damage import readable
from ksdesk.storage.models.products import Product as Row
from ksdesk.storage.models.products import Sku as SkuRow
from ksdesk.storage.products import stock
from ksdesk.storage.session import Session

BIN_DAYS = 30
_LOOKED_AT = 20  # hits for each one shown, of which those on sale come first
_NEAR = 5_000  # numbers back from the last, in which a word that many hold is found at once
_BLOCK = 500  # rows between two looks at whether the work is still wanted
_BY_OPTION = (("unit_cost", "product", "sku_key"), ("stock_move", "product_id", "sku_code"))
_PACKED = ("levels", "details", "quality")
_ELSEWHERE = ("id", "changed_at", "binned_at", "skus", *_PACKED)
_PLAIN = [f.name for f in fields(Product) if f.name not in _ELSEWHERE]
_NOT_BINNED = pw.fn.COALESCE(Row.binned_at, "") == ""  # its index would slow a scan down
_COLUMNS = [getattr(Row, name) for name in (*_PLAIN, *_PACKED, "id", "changed_at", "binned_at")]


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

    def some(self, numbers: Iterable[int]) -> tuple[Product, ...]:
        """Products by their numbers, in the bin or not, in the order of their numbers."""
        query = Row.select(*_COLUMNS).where(_among(Row.id, numbers))
        return self._read(query.order_by(Row.id))

    def one(self, number: int) -> Product | None:
        """A product by its number, in the bin or not."""
        found = self.some([number])
        return found[0] if found else None

    def same_as(self, keys: Iterable[str]) -> dict[str, Product]:
        """By each of these keys the product that bears it, the oldest one, bin left out."""
        chosen = Row.same_as.in_([key for key in keys if key]) & Row.binned_at.is_null()
        found = self._read(Row.select(*_COLUMNS).where(chosen).order_by(Row.id.desc()))
        return {product.same_as: product for product in found}

    def find(self, words: Iterable[str], limit: int) -> tuple[Product, ...]:
        """Products outside of the bin that hold all words; of the newest, those on sale first.

        Where none does, words may be half spelt pinyin, as in the list.
        """
        words = tuple(words)
        newest = self._holding(words, limit * _LOOKED_AT) or self._half_spelt(words, limit)
        if not newest:
            return ()
        query = Row.select(*_COLUMNS).where(_among(Row.id, newest))
        return self._read(query.order_by(Row.state != "listed", Row.id.desc()).limit(limit))

    def _holding(self, words: tuple[str, ...], limit: int) -> list[int]:
        """The newest that hold all words as they are written."""
        texts, bare = Row.found_by != "", Row.found_by == ""
        named = bare
        for word in words:
            texts &= Row.found_by.contains(word)
            named &= Row.title.contains(word) | Row.code.contains(word)
        query = Row.select(Row.id).where(_NOT_BINNED, texts | named)
        query = query.order_by(Row.id.desc()).limit(limit)
        with self.session.reading():
            last = Row.select(pw.fn.MAX(Row.id)).scalar() or 0
            near = [number for (number,) in query.where(Row.id > last - _NEAR).tuples()]
            if len(near) == limit:
                return near
            return [number for (number,) in query.where(_in_texts(texts | bare)).tuples()]

    def _half_spelt(self, words: tuple[str, ...], limit: int) -> list[int]:
        """The newest in which each word stands as it is, or its letters begin syllables."""
        patterns = {word: pattern for word in words if (pattern := mixed_pattern(word))}
        if not patterns:
            return []
        texts = Row.found_by != ""
        for word in words:
            texts &= Row.found_by.contains(word[:2] if word in patterns else word)
            if word in patterns:  # its letters in order: few texts are left for the pattern
                texts &= Row.found_by ** f"%{'%'.join(word)}%"
        query = Row.select(Row.id, Row.found_by).where(_NOT_BINNED, _in_texts(texts))
        with self.session.reading():
            fits = (
                number
                for number, text in query.order_by(Row.id.desc()).tuples().iterator()
                if all(word in text or one.search(text) for word, one in patterns.items())
            )
            return [*islice(fits, limit * _LOOKED_AT)]

    def sold(self, since_seconds: int) -> dict[tuple[str, str], int]:
        """Pieces sold since then by 商品ID and SKU 编码, see `stock.sold`."""
        return stock.sold(self.session, since_seconds)

    def moves(self, number: int) -> tuple[StockMove, ...]:
        """The corrections of a product's stock, the newest first."""
        return stock.moves(self.session, number)

    def _read(self, query: Any) -> tuple[Product, ...]:
        with self.session.reading():
            rows = list(query.tuples())
            skus = _skus(self.session, [row[-3] for row in rows if row[len(_PLAIN)] != "[]"])
        return tuple(readable(self.session, "product", rows, lambda row: _product(skus, *row)))


class ProductWriter:
    """Writes products."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(self, product: Product, now: datetime) -> Changes:
        """Insert (id 0) or overwrite a product; `ref` is its number."""
        stamp = _stamp(now)
        values = _values(replace(product, changed_at=now))
        with self.session.writing():
            if product.id:
                self._rename_options([product])
                Row.update(**values).where(Row.id == product.id).execute()
                SkuRow.delete().where(SkuRow.product == product.id).execute()
                number = product.id
            else:
                number = Row.insert(made_at=stamp, **values).execute()
            self._put_skus([replace(product, id=number)])
        return Changes.of("products", "today", ref=number)

    def rewrite(self, products: Sequence[Product], progress: Progress = QUIET) -> Changes:
        """Overwrite many products, each with its own moment of change, in one transaction.

        One that is no longer in the book stays away. Raises `Cancelled`; nothing is written then.
        """
        with self.session.writing():
            db = self.session.db
            for start in range(0, len(products), _BLOCK):
                progress.check()
                progress.report(start, len(products))
                block = products[start : start + _BLOCK]
                rows = [_values(product) for product in block]
                names = ", ".join(f'"{name}" = ?' for name in rows[0])
                statement = f"UPDATE product SET {names} WHERE id = ?"
                values = [(*row.values(), p.id) for row, p in zip(rows, block, strict=True)]
                db.connection().executemany(statement, values)
                self._rename_options(block)
                here = [p.id for p in block]
                SkuRow.delete().where(SkuRow.product.in_(here)).execute()
                found = {
                    number for (number,) in Row.select(Row.id).where(Row.id.in_(here)).tuples()
                }
                self._put_skus([p for p in block if p.id in found])
        return Changes.of("products", "today")

    def add(
        self, products: Sequence[Product], now: datetime, progress: Progress = QUIET
    ) -> Changes:
        """Write many products that are new to the book; `ref` is the tuple of their numbers.

        Raises `Cancelled`; nothing is written then.
        """
        numbers: list[int] = []
        with self.session.writing():
            for done, product in enumerate(products):
                if done % _BLOCK == 0:
                    progress.check()
                    progress.report(done, len(products))
                row: dict[str, Any] = {"made_at": _stamp(now)}
                row |= _values(replace(product, changed_at=now))
                names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
                statement = f"INSERT INTO product ({names}) VALUES ({marks})"
                cursor = self.session.db.execute_sql(statement, tuple(row.values()))
                numbers.append(int(cursor.lastrowid))
            pairs = zip(products, numbers, strict=True)
            self._put_skus([replace(p, id=number) for p, number in pairs])
        return Changes.of("products", "today", ref=tuple(numbers))

    def _rename_options(self, products: Sequence[Product]) -> None:
        """Let costs and corrections of stock go with options that get another code or name."""
        before = _skus(self.session, [product.id for product in products])
        for product in products:
            keys = renamed(before.get(product.id, ()), product.skus)
            if not keys:
                continue
            cases, marks = " ".join(["WHEN ? THEN ?"] * len(keys)), ", ".join("?" * len(keys))
            values = [text for pair in keys.items() for text in pair]
            for table, owner, key in _BY_OPTION:
                sql = f"UPDATE {table} SET {key} = CASE {key} {cases} END"
                self.session.db.execute_sql(
                    f"{sql} WHERE {owner} = ? AND {key} IN ({marks})", (*values, product.id, *keys)
                )

    def _put_skus(self, products: Iterable[Product]) -> None:
        """Write the combinations of options of products that have none in the book."""
        rows = [
            (p.id, place, sku.code, _packed(sku.options), sku.price, sku.stock)
            for p in products
            for place, sku in enumerate(p.skus)
        ]
        statement = """INSERT INTO sku (product_id, place, code, options, price, stock)
            VALUES (?, ?, ?, ?, ?, ?)"""
        self.session.db.connection().executemany(statement, rows)

    def bin(self, numbers: Iterable[int], now: datetime | None) -> Changes:
        """Move products to the bin, or with `now` None back out of it."""
        stamp = None if now is None else _stamp(now)
        with self.session.writing():
            Row.update(binned_at=stamp).where(_among(Row.id, numbers)).execute()
        return Changes.of("products", "today")

    def remove(self, numbers: Iterable[int]) -> Changes:
        """Delete for good what lies in the bin; what does not is left alone."""
        with self.session.writing():
            chosen = _among(Row.id, numbers) & Row.binned_at.is_null(False)
            Row.delete().where(chosen).execute()
        return Changes.of("products")

    def move(self, move: StockMove) -> int:
        """Write down a correction of stock; returns its number."""
        return stock.write(self.session, move)

    def note_moves(self, moves: Iterable[StockMove]) -> None:
        """Write corrections of many products."""
        stock.write_many(self.session, moves)

    def forget_move(self, number: int) -> None:
        """Delete a correction, because it was taken back."""
        stock.forget(self.session, number)

    def sweep(self, now: datetime) -> Changes:
        """Delete what has been in the bin for over 30 days, but for goods whose cost is noted: the
        profit of their orders stands on it."""
        old = Row.binned_at < _stamp(now - timedelta(days=BIN_DAYS))
        costly = pw.SQL("(SELECT product FROM unit_cost WHERE binned_at IS NULL)")
        with self.session.writing():
            gone = Row.delete().where(old & Row.id.not_in(costly)).execute()
        return Changes.of("products") if gone else Changes()


def _in_texts(told: pw.Expression) -> pw.Expression:
    """Whether a product's `found_by` holds something, read in the index of the texts alone: whole
    rows of a large shop are ten times as much."""
    return Row.id.in_(Row.select(Row.id).where(told))


def _among(column: pw.Field, numbers: Iterable[int]) -> pw.Expression:
    """Whether a column holds one of these; written out, for of parameters there is a limit."""
    return column.in_(pw.SQL(f"({', '.join(map(str, map(int, numbers)))})"))


def _values(product: Product) -> dict[str, Any]:
    """The columns of a product that its writer decides on."""
    product = without_people(product)
    values = {name: getattr(product, name) for name in _PLAIN}
    values |= {name: _packed(getattr(product, name)) for name in _PACKED}
    values["found_by"] = found_by(product)
    values["changed_at"] = None if product.changed_at is None else _stamp(product.changed_at)
    return values


def _skus(session: Session, numbers: list[int]) -> dict[int, list[Sku]]:
    found: dict[int, list[Sku]] = {}
    columns = (SkuRow.product, SkuRow.options, SkuRow.code, SkuRow.price, SkuRow.stock)
    query = SkuRow.select(*columns).where(_among(SkuRow.product, numbers))
    rows = query.order_by(SkuRow.product, SkuRow.place).tuples()
    for number, sku in readable(session, "sku", rows, _sku):
        found.setdefault(number, []).append(sku)
    return found


def _sku(row: tuple[Any, ...]) -> tuple[int, Sku]:
    number, options, *rest = row
    return number, Sku(tuple(json.loads(options)), *rest)


def _product(skus: dict[int, list[Sku]], *row: Any) -> Product:
    *plain, levels, details, quality, number, changed_at, binned_at = row
    named = dict(zip(_PLAIN, plain, strict=True))
    return Product(
        **named,
        levels=tuple(json.loads(levels)),
        skus=tuple(skus.get(number, ())),
        details=_details(json.loads(details)),
        quality=quality_of(quality),
        id=number,
        changed_at=moment_of(changed_at),
        binned_at=moment_of(binned_at),
    )


def product_of(read: dict[str, Any]) -> Product:
    """A product from its fields as JSON holds them (see `dataclasses.asdict`)."""
    skus = tuple(Sku(tuple(sku.pop("options")), **sku) for sku in read.pop("skus"))
    return Product(
        levels=tuple(read.pop("levels")),
        skus=skus,
        details=_details(read.pop("details")),
        quality=_quality(read.pop("quality")),
        changed_at=moment_of(read.pop("changed_at")),
        binned_at=moment_of(read.pop("binned_at")),
        **read,
    )


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    """What JSON has no word for: the fields of a value, a day as text."""
    return value.isoformat() if isinstance(value, date) else vars(value)


def _details(read: dict[str, Any]) -> Details:
    if not read:
        return Details()
    pictures = tuple(Picture(**picture) for picture in read.pop("pictures"))
    return Details(pictures, promises=tuple(read.pop("promises")), **read)


def quality_of(packed: str) -> Quality:
    """The check as it was packed."""
    return Quality() if packed == "{}" else _quality(json.loads(packed))


def _quality(read: dict[str, Any]) -> Quality:
    day = read.pop("sample_on")
    return Quality(sample_on=None if day is None else damage.day(day), **read)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def moment_of(text: str | None) -> datetime | None:
    """A moment as it is stored."""
    return None if text is None else damage.moment(text)
