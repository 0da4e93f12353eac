"""The list of products: all of them in compact columns, and whole ones where they are looked at."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Final

from ksdesk.domain.changes import Changes
from ksdesk.domain.products import STATES, Product, Sku
from ksdesk.domain.products.list import Catalogue, Query, Texts, kind_of, lowered, unlowered
from ksdesk.domain.products.search_text import SPLIT, WRITTEN_AS, fold, found_by
from ksdesk.domain.products.stock.outlook import (
    DAYS,
    LOW_DAYS,
    Sold,
    StockLine,
    first_gone,
    lasts,
    lines_of,
    sales_of,
)
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.domain.traffic import to_seconds
from ksdesk.storage import about
from ksdesk.storage.damage import readable
from ksdesk.storage.models.products import Product as Row
from ksdesk.storage.products import stock
from ksdesk.storage.products.keeping import ProductReader, moment_of, quality_of
from ksdesk.storage.session import Session

_BATCH = 500
_OPTIONS: Final = 600
"""So many options no product has."""
SPELT: Final = "search.written_as"
"""The fact that says in which way a book's products are written to be found."""

# `kind_of` in SQL. It and the orders below read the index product_list only, the texts
# product_texts.
_KIND = f"""CASE state {" ".join(f"WHEN '{s}' THEN {kind_of(s, '', False)}" for s in STATES)}
        ELSE {kind_of(STATES[0], "", False)} END
    + CASE WHEN stock = 0 THEN {kind_of(STATES[0], "out", False)}
        WHEN stock <= threshold AND state <> 'draft'
            THEN {kind_of(STATES[0], "low", False)} ELSE 0 END
    + CASE WHEN binned_at IS NULL THEN 0 ELSE {kind_of(STATES[0], "", True)} END"""
_UNWATCHED = "SELECT id FROM product WHERE way = 'link' AND stock <= threshold"
"""Goods of other platforms at their threshold, which nobody is told of; `way` is in no index."""
_NEWEST = "ORDER BY changed_at DESC, id DESC"
_KEYS: Final = {
    **{name: f"CAST({name} AS BLOB)" for name in ("title", "category", "code")},
    **{name: name for name in ("price", "struck_price", "stock")},
}
ORDERS: Final = (*_KEYS, "state", "left", "changed")
"""What the list is sorted by; what is not known comes last both ways."""

_PLAIN = """id way title category price stock selling_point state link note short_title
    struck_price platform item_id same_as threshold""".split()
_SHOWN = f"""{", ".join(_PLAIN)}, changed_at, binned_at, quality, coalesce(nullif(code, ''), (SELECT
    code FROM sku WHERE product_id = product.id ORDER BY place LIMIT 1), '')"""


class ProductListReader:
    """Reads the list. Each call is one look at the book; a write may come between two."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def any(self) -> bool:
        """Whether there are products outside of the bin."""
        with self.session.reading():
            found = self._rows("SELECT 1 FROM product WHERE binned_at IS NULL LIMIT 1")
            return next(found, None) is not None

    def drafts(self) -> Iterator[Product]:
        """The drafts, the one changed last first, one at a time and without what is packed."""
        sql = f"""SELECT id, way, title, category, price, stock, state, link FROM product
            WHERE state = 'draft' AND binned_at IS NULL {_NEWEST}"""
        with self.session.reading():
            for number, way, title, category, price, stock, state, link in self._rows(sql):
                yield Product(way, title, category, price, stock, "", state, link, id=number)

    def new(self, since: datetime) -> tuple[Product, ...]:
        """Own goods on sale that were made since then, the newest first, their bare numbers and
        titles."""
        sql = """SELECT id, title FROM product WHERE changed_at >= ? AND made_at >= ?
            AND state = 'listed' AND way = 'own' AND binned_at IS NULL ORDER BY made_at DESC"""
        stamp = since.isoformat(sep=" ", timespec="seconds")
        with self.session.reading():
            rows = tuple(self._rows(sql, (stamp, stamp)))
        return tuple(Product(title=title, state="listed", id=number) for number, title in rows)

    def catalogue(self) -> Catalogue:
        """Every product's number and kind; `completed` adds the rest."""
        with self.session.reading():
            rows = self._rows(f"SELECT id, {_KIND} FROM product {_NEWEST}")
            both = [*chain.from_iterable(rows)]
        return Catalogue(array("q", both[::2]), bytes(both[1::2]))

    def completed(
        self, catalogue: Catalogue, now: datetime, days: int = DAYS, low_days: int = LOW_DAYS
    ) -> Catalogue | None:
        """A catalogue with its texts and with how long the stock lasts, judged by the sales of so
        many days up to *now* as the low-stock list does; None where the book has changed since.
        """
        with self.session.reading():
            texts = self._texts(catalogue)
            lines = dict(self._stock_lines(to_seconds(now - timedelta(days=days)), days, low_days))
            unwatched = {number for (number,) in self._rows(_UNWATCHED)}
        if texts is None:
            return None
        low = {n for n, some in lines.items() if any(one.low for one in some if one.watched)}
        kinds = bytes(
            lowered(kind) if number in low else unlowered(kind) if number in unwatched else kind
            for number, kind in zip(catalogue.ids, catalogue.kinds, strict=True)
        )
        left = {n: last for n, some in lines.items() if (last := lasts(some)) is not None}
        return replace(catalogue, kinds=kinds, left=left, texts=texts)

    def _texts(self, catalogue: Catalogue) -> Texts | None:
        plain: list[str] = []
        latin: list[str] = []
        ids, places, names = array("q"), array("l"), dict[str, int]()
        bare = dict(self._bare())
        sql = f"SELECT id, category, found_by FROM product {_NEWEST}"
        for number, category, text in self._rows(sql):
            chinese, split, rest = text.partition(SPLIT)
            ids.append(number)
            plain.append(chinese if split else bare.get(number, text))
            latin.append(rest if split else bare.get(number, text))
            places.append(names.setdefault(category, len(names)))
        texts = Texts(plain, latin, places, tuple(names), len(bare))
        return texts if ids == catalogue.ids else None

    def order(self, catalogue: Catalogue, column: str, downwards: bool) -> array[int] | None:
        """A catalogue sorted by one of ORDERS; None where its products are not the book's.

        Of a change that is written in between the page hears, and reads all again.
        """
        if column == "changed":
            return array("l", range(len(catalogue))[:: 1 if downwards else -1])
        if column == "state":
            return catalogue.sorted_by(catalogue.states(), downwards)
        if column == "left":
            known = {**dict.fromkeys(catalogue.find(Query(show="out")).ids, 0), **catalogue.left}
            return catalogue.sorted_by([*map(known.get, catalogue.ids)], downwards)
        if column == "category" and catalogue.texts is not None:
            return catalogue.sorted_by(catalogue.texts.category_ranks(), downwards)
        with self.session.reading():
            found = self._rows(f"SELECT {_KEYS[column]} FROM product {_NEWEST}")
            keys = [None if key == b"" else key for (key,) in found]
        return catalogue.sorted_by(keys, downwards) if len(keys) == len(catalogue) else None

    def rows(self, numbers: Sequence[int]) -> list[Product]:
        """What the list shows of products, in the order asked for: without SKUs (`code` is the
        first one's) and details. A bare one stands for a number that is gone or damaged.
        """
        sql = f"SELECT {_SHOWN} FROM product WHERE id IN ({', '.join(map(str, numbers))})"
        with self.session.reading():
            products = readable(self.session, "product", self._rows(sql), _shown)
            found = {product.id: product for product in products}
        return [found.get(number) or Product(id=number) for number in numbers]

    def sold_as(self, item: str, code: str) -> int:
        """The product whose stock a line of an order is taken from (`sales_of`), by the platform's
        number or a code; 0 where none is known.
        """
        sql = """WITH line AS (SELECT ? AS item, ? AS code),
            coded AS (SELECT product.id FROM product JOIN line ON product.code = line.code
                WHERE line.code <> ''
                UNION SELECT product_id FROM sku JOIN line ON sku.code = line.code
                WHERE line.code <> ''),
            named AS (SELECT product.id FROM product JOIN line ON item_id = item WHERE item <> '')
            SELECT product.id FROM product CROSS JOIN line
            WHERE binned_at IS NULL AND (product.id IN named
                OR product.id IN coded AND (item_id = '' OR item = ''))
            ORDER BY product.id NOT IN named, state = 'draft', product.id LIMIT 1"""
        with self.session.reading():
            return next((int(number) for (number,) in self._rows(sql, (item, code))), 0)

    def _bare(self) -> Iterator[tuple[int, str]]:
        """The plain columns of those that nobody has made findable yet."""
        sql = """SELECT id, title, short_title, category, selling_point, code, item_id, note, link
            FROM product WHERE found_by = ''"""
        for number, *fields in self._rows(sql):
            yield number, "\n".join(map(fold, fields))

    def running_out(self, now: datetime, days: int, low_days: int) -> list[StockLine]:
        """What is low of the goods that somebody bought in so many days up to *now*, what is gone
        first in front; of the products only what tells how long they last."""
        with self.session.reading():
            lines = self._stock_lines(
                to_seconds(now - timedelta(days=days)), days, low_days, low_only=True
            )
            low = [one for _, some in lines for one in some if one.low and one.watched]
        return sorted((one for one in low if one.sold), key=first_gone)

    def _stock_lines(
        self, since: int, days: int, low_days: int, *, low_only: bool = False
    ) -> Iterator[tuple[int, list[StockLine]]]:
        """The lines of every product that sold something since then, or of which an option
        is at the threshold; `low_only`: only of those that may be low."""
        sold = stock.sold(self.session, since)
        most = _most(sold) * low_days / days if low_only else None
        products = self._that_sold_or_lack(sold, most)
        sales = sales_of(products, sold)
        for product in products:
            yield product.id, [*lines_of(product, sales.get(product.id, {}), low_days, days)]

    def _that_sold_or_lack(self, sold: Sold, most: float | None = None) -> list[Product]:
        """Those outside of the bin, with what tells how long they last. Where no more than `most`
        in stock can be low, only those that may be, and who else has their number or code."""
        chosen = "wanted" if most is None else "(SELECT id FROM near)"
        least = 0.0 if most is None else most
        names = [json.dumps([*({key[n] for key in sold} - {""})]) for n in (0, 1)]
        sql = f"""WITH sold_items AS MATERIALIZED (SELECT value FROM json_each(?)),
            sold_codes AS MATERIALIZED (SELECT value FROM json_each(?)),
            wanted AS MATERIALIZED (
                SELECT id FROM product WHERE item_id IN sold_items
                UNION SELECT id FROM product WHERE code IN sold_codes
                UNION SELECT product_id FROM sku WHERE code IN sold_codes
                UNION SELECT product_id FROM sku JOIN product ON product.id = product_id
                    WHERE sku.stock <= max(coalesce(threshold, 0), 0)),
            low AS MATERIALIZED (
                SELECT product.id, item_id, product.code, sku.code AS option_code
                FROM product LEFT JOIN sku ON product_id = product.id
                WHERE product.id IN wanted
                    AND min(coalesce(product.stock, sku.stock), coalesce(sku.stock, product.stock))
                        <= max(coalesce(threshold, 0), ?)),
            codes (code) AS MATERIALIZED (SELECT code FROM low UNION SELECT option_code FROM low),
            near AS MATERIALIZED (
                SELECT id FROM low
                UNION SELECT id FROM product
                    WHERE item_id <> '' AND item_id IN (SELECT item_id FROM low)
                UNION SELECT id FROM product WHERE code <> '' AND code IN codes
                UNION SELECT product_id FROM sku WHERE code <> '' AND code IN codes)
            SELECT product.id, way, state, product.stock, threshold, item_id, product.code,
                sku.code, sku.stock
            FROM product LEFT JOIN sku ON product_id = product.id
            WHERE product.id IN {chosen} AND binned_at IS NULL ORDER BY product.id, place"""
        found: list[Product] = []
        for number, options in groupby(self._rows(sql, (*names, least)), itemgetter(0)):
            rows = [*options]
            _, way, state, pieces, threshold, item, code, *_ = rows[0]
            skus = tuple(Sku((), row[-2], None, row[-1]) for row in rows if row[-2] is not None)
            known = {"stock": pieces, "threshold": threshold, "skus": skus}
            found.append(Product(way, state=state, code=code, item_id=item, id=number, **known))
        return found

    def _rows(self, sql: str, values: Iterable[object] = ()) -> Iterator[tuple[Any, ...]]:
        found: Iterator[tuple[Any, ...]] = self.session.db.execute_sql(sql, tuple(values))
        return found


class ProductListWriter:
    """Writes what the list is searched by."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def make_findable(self, progress: Progress = QUIET) -> Changes:
        """Write what products are found by where an older version wrote it in another way or not
        at all, in transactions of some hundred; the changes name whether any was.

        Raises `Cancelled`; what was written by then stays.
        """
        with self.session.reading():
            known = about.get(SPELT) == WRITTEN_AS
            query = Row.select(Row.id).where(Row.found_by == "") if known else Row.select(Row.id)
            numbers = [number for (number,) in query.tuples()]
        reader, written = ProductReader(self.session), 0
        for start in range(0, len(numbers), _BATCH):
            progress.check()
            progress.report(start, len(numbers))
            with self.session.writing():
                products = reader.some(numbers[start : start + _BATCH])
                texts = ((found_by(product), product.id) for product in products)
                values = [(text, number, text) for text, number in texts]
                sql = "UPDATE product SET found_by = ? WHERE id = ? AND found_by <> ?"
                written += self.session.db.connection().executemany(sql, values).rowcount
        if numbers and not known:
            with self.session.writing():
                about.put(SPELT, WRITTEN_AS)
        return Changes.of("products") if written else Changes()


def _most(sold: Sold) -> int:
    """The most pieces that one product can have sold, whatever it is called in the orders."""
    items, codes = Counter[str](), Counter[str]()
    for (item, code), pieces in sold.items():
        items[item] += pieces
        codes[code] += pieces
    items[""] = codes[""] = 0  # an order that names neither is of no product
    return max(items.values()) + sum(count for _, count in codes.most_common(_OPTIONS))


def _shown(row: tuple[Any, ...]) -> Product:
    *plain, changed_at, binned_at, quality, code = row
    return Product(
        **dict(zip(_PLAIN, plain, strict=True)),
        code=code,
        quality=quality_of(quality),
        changed_at=moment_of(changed_at),
        binned_at=moment_of(binned_at),
    )
