"""Products, their stock, and what is noted of them."""

from __future__ import annotations

import peewee as pw

from ksdesk.storage.models.base import Base, Noted, NoteField


class Product(Base):
    """Own goods, or another platform's link kept as text.

    `levels` and what `ksdesk.storage.products` packs into `details` and `quality` are JSON;
    `found_by` is the folded text that a search looks in.
    """

    way = pw.TextField()
    title = pw.TextField(default="")
    category = pw.TextField(default="")
    price = pw.IntegerField(null=True)
    stock = pw.IntegerField(null=True)
    selling_point = pw.TextField(default="")
    state = pw.TextField(default="draft")
    link = pw.TextField(default="")
    note = NoteField(default="")
    made_at = pw.TextField()
    changed_at = pw.TextField()
    binned_at = pw.TextField(null=True, index=True)
    short_title = pw.TextField(default="")
    struck_price = pw.IntegerField(null=True)
    code = pw.TextField(default="")
    platform = pw.TextField(default="")
    item_id = pw.TextField(default="", index=True)
    same_as = pw.TextField(default="", index=True)
    threshold = pw.IntegerField(null=True)
    levels = pw.TextField(default="[]")
    details = pw.TextField(default="{}")
    quality = pw.TextField(default="{}")
    found_by = pw.TextField(default="")


# All that the list of products is filtered and sorted by, in its usual order, and what it is
# searched by: the long texts in an index of their own, or each look at the rest would read them.
_LISTED = {
    "product_list": """changed_at id binned_at state category stock threshold price struck_price
        code title""",
    "product_texts": "changed_at id category found_by",
}
for _index, _names in _LISTED.items():
    _fields = [getattr(Product, name) for name in _names.split()]
    Product._meta.indexes.append(Product.index(*_fields, name=_index))


class Sku(Base):
    """One combination of a product's options, in its `place`; `options` is JSON."""

    product = pw.ForeignKeyField(Product, on_delete="CASCADE")
    place = pw.IntegerField()
    code = pw.TextField()
    options = pw.TextField()
    price = pw.IntegerField(null=True)
    stock = pw.IntegerField(null=True)


class StockMove(Base):
    """A correction of stock: what it was, what it became, and why."""

    product = pw.ForeignKeyField(Product, on_delete="CASCADE")
    sku_code = pw.TextField()
    before = pw.IntegerField(null=True)
    after = pw.IntegerField(null=True)
    reason = pw.TextField()
    note = NoteField()
    written_at = pw.TextField()


class ProductChange(Base):
    """What the import `by_batch` made of a product: its changed parts before and after, as JSON.

    Of a product that it made, both are empty.
    """

    by_batch = pw.IntegerField(index=True)
    product = pw.ForeignKeyField(Product, on_delete="CASCADE")
    was = pw.TextField(null=True)
    became = pw.TextField(null=True)


class ProductPaper(Noted):
    """A paper that a product, or every product of a category, is sold with."""

    kind = pw.TextField()
    name = pw.TextField()
    product = pw.IntegerField(null=True)
    category = pw.TextField()
    valid_to = pw.TextField(null=True)


class StockCase(Noted):
    """Something was sold that was not there: how far the way out of it has come."""

    product = pw.IntegerField()
    title = pw.TextField()
    order_no = pw.TextField()
    quantity = pw.IntegerField()
    opened_at = pw.TextField()
    steps = pw.TextField()
    outcome = pw.TextField()
    closed_at = pw.TextField(null=True)


class RunningSheet(Noted):
    """The order in which a live shows its products."""

    name = pw.TextField()
    day = pw.TextField(null=True)
    items = pw.TextField()


TABLES = (
    Product,
    Sku,
    StockMove,
    ProductChange,
    ProductPaper,
    StockCase,
    RunningSheet,
)
