"""The tables as peewee sees them. Only this room uses them; nothing outside gets an instance.

Days are ISO text, moments are ISO text to the second in Beijing time, money is integer fen.
"""

from __future__ import annotations

import peewee as pw

from ksdesk.domain import records, traffic
from ksdesk.storage.targets import TARGETS

BOOK = pw.DatabaseProxy()
"""The book that the tables mean: the one whose session was read from first since it was opened."""


Indexes = tuple[tuple[tuple[str, ...], bool], ...]


class Base(pw.Model):
    """All tables of a book."""

    class Meta:
        database = BOOK
        legacy_table_names = False


Table = type[Base]


class About(Base):
    """What the book says of itself by key (the shop's name, the wizard's place)."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        table_name = "fact"


class OpeningStep(Base):
    """What was filled in on one step of the opening wizard, as JSON by field name."""

    name = pw.TextField(primary_key=True)
    fields = pw.TextField(default="{}")
    note = pw.TextField(default="")
    visited_at = pw.TextField(null=True)
    done_at = pw.TextField(null=True)
    updated_at = pw.TextField()


class DepositEntry(Base):
    """One line of the deposit ledger; triggers refuse to change or delete it."""

    account = pw.TextField()
    day = pw.TextField()
    kind = pw.TextField()
    amount = pw.IntegerField()
    note = pw.TextField(default="")
    origin = pw.TextField(default="")
    reverses = pw.ForeignKeyField("self", null=True, unique=True, backref="reversal")
    batch = pw.IntegerField(null=True)
    written_at = pw.TextField()
    rule = pw.TextField(default="")
    order = pw.TextField(default="", column_name="order_number")
    proof = pw.TextField(default="")
    serial = pw.TextField(default="")
    restores = pw.IntegerField(null=True)

    class Meta:
        indexes = ((("account", "day", "id"), False), (("account", "day", "amount"), False))


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
    note = pw.TextField(default="")
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
    note = pw.TextField()
    written_at = pw.TextField()


class ProductChange(Base):
    """What the import `by_batch` made of a product: its changed parts before and after, as JSON.

    Of a product that it made, both are empty.
    """

    by_batch = pw.IntegerField(index=True)
    product = pw.ForeignKeyField(Product, on_delete="CASCADE")
    was = pw.TextField(null=True)
    became = pw.TextField(null=True)


class Batch(Base):
    """One import: what came of it, and what its columns became (JSON)."""

    kind = pw.TextField()
    name = pw.TextField()
    started_at = pw.TextField()
    state = pw.TextField()
    new = pw.IntegerField(default=0)
    revised = pw.IntegerField(default=0)
    same = pw.IntegerField(default=0)
    refused = pw.IntegerField(default=0)
    columns = pw.TextField(default="[]")


class HeaderMapping(Base):
    """What the columns of a set of headers became when it was imported last."""

    header = pw.TextField(primary_key=True)
    columns = pw.TextField()
    used_at = pw.TextField()


class TrafficRow(Base):
    """Figures of one hour, live, day or week of whatever its identifying columns say.

    `time` is in seconds of the Beijing wall clock; `extra` (own figures) and `marks` (own texts)
    are JSON by label; `batch` is the import that wrote the row last.
    """

    key = pw.TextField(unique=True)
    time = pw.IntegerField()
    grain = pw.TextField()
    level = pw.IntegerField()
    batch = pw.IntegerField(null=True)


class TrafficBefore(Base):
    """A traffic row as it was before the import `by_batch` revised it."""

    by_batch = pw.IntegerField()
    key = pw.TextField()
    time = pw.IntegerField()
    grain = pw.TextField()
    level = pw.IntegerField()
    batch = pw.IntegerField(null=True)

    class Meta:
        indexes = ((("by_batch", "key"), True),)


for _table in (TrafficRow, TrafficBefore):
    for _name in traffic.IDENTITIES:
        _table._meta.add_field(_name, pw.TextField(null=True))
    for _measure in traffic.STORED:
        _kind = pw.FloatField if _measure.kind == "seconds" else pw.IntegerField
        _table._meta.add_field(_measure.code, _kind(null=True))
    _table._meta.add_field("extra", pw.TextField(null=True))
    _table._meta.add_field("marks", pw.TextField(null=True))


class Noted(Base):
    """What the seller notes (`ksdesk.domain.notes`), bin included."""

    note = pw.TextField(default="")
    written_at = pw.TextField()
    binned_at = pw.TextField(null=True)


class AccountState(Noted):
    """An account is frozen from a day on, or no longer."""

    account = pw.TextField()
    day = pw.TextField()
    frozen = pw.IntegerField()


class SubShop(Noted):
    """A sub-shop and its receivables."""

    name = pw.TextField()
    receivables = pw.IntegerField()
    noted_on = pw.TextField()


class MeasureEvent(Noted):
    """The platform took a measure, or lifted it."""

    measure = pw.TextField()
    state = pw.TextField()
    day = pw.TextField()


class ShownLine(Noted):
    """What the phone showed as due for an account."""

    account = pw.TextField()
    amount = pw.IntegerField()
    day = pw.TextField()
    due = pw.TextField(null=True)


class LineCategory(Noted):
    """A category that asks for more."""

    name = pw.TextField()
    amount = pw.IntegerField(null=True)
    opened_on = pw.TextField()
    closed_on = pw.TextField(null=True)
    account = pw.TextField()


class LineAdjustment(Noted):
    """What the platform adds for last month's sales, from a day on."""

    amount = pw.IntegerField()
    day = pw.TextField()
    month = pw.TextField(null=True)


class SalesTier(Noted):
    """From which sales of a month on the deposit is how much."""

    sales_from = pw.IntegerField()
    amount = pw.IntegerField()
    valid_from = pw.TextField(null=True)


class SalesMonth(Noted):
    """What a month sold, in all or in one category."""

    month = pw.TextField()
    amount = pw.IntegerField()
    until = pw.TextField(null=True)
    category = pw.TextField()
    origin = pw.TextField()


class RefundCase(Noted):
    """How far the way back of a deposit has come."""

    account = pw.TextField()
    closed_on = pw.TextField(null=True)
    exit_rule_on = pw.TextField(null=True)
    applied_on = pw.TextField(null=True)
    deducted_on = pw.TextField(null=True)
    deducted = pw.IntegerField()
    paid_on = pw.TextField(null=True)
    paid = pw.IntegerField()


class RuleOverride(Noted):
    """The seller's own figure for a rule; the value is JSON."""

    key = pw.TextField()
    value = pw.TextField()
    valid_from = pw.TextField(null=True)
    valid_to = pw.TextField(null=True)
    unit = pw.TextField()
    written_on = pw.TextField(null=True)


class Comparison(Noted):
    """A balance that was held against the phone."""

    account = pw.TextField()
    day = pw.TextField()
    shown = pw.IntegerField()
    difference = pw.IntegerField()


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


class Annotation(Noted):
    """What happened at a time of a curve."""

    kind = pw.TextField()
    at = pw.TextField()
    until = pw.TextField(null=True)


class AlarmMark(Noted):
    """What the seller made of an alarm."""

    key = pw.TextField()
    state = pw.TextField()
    marked_at = pw.TextField()


class FanSample(Noted):
    """New fans that were looked at one by one."""

    taken_at = pw.TextField()
    about = pw.TextField()
    fans = pw.TextField()


class Record(Base):
    """What the tables of `ksdesk.domain.records` have alike; their fields are added below."""

    key = pw.TextField(unique=True)
    time = pw.IntegerField()
    batch = pw.IntegerField(null=True)


class RecordBefore(Base):
    """A row as it was before the import `by_batch` revised it."""

    by_batch = pw.IntegerField()
    key = pw.TextField()
    time = pw.IntegerField()
    batch = pw.IntegerField(null=True)


class Doubled(Base):
    """A row that is perhaps the one with the key `twin` once more: it came in before rows were
    known by what identifies them."""

    kind = pw.TextField()
    key = pw.TextField()
    twin = pw.TextField()

    class Meta:
        indexes = ((("kind", "key"), True),)


_COLUMNS = {"text": pw.TextField, "number": pw.FloatField}


def _record_table(base: type[Base], record: records.Record, table: str, indexes: Indexes) -> Table:
    fields = {f.code: _COLUMNS.get(f.kind, pw.IntegerField)(null=True) for f in record.fields}
    texts = {name: pw.TextField(null=True) for name in ("extra", "marks")}
    inner = type("Meta", (), {"table_name": table, "indexes": indexes})
    name = "".join(map(str.capitalize, table.split("_")))
    return type(name, (base,), {"__module__": __name__, **fields, **texts, "Meta": inner})


def _tables(record: records.Record) -> tuple[Table, Table]:
    target = TARGETS[record.kind]
    found_by = tuple((tuple(names.split()), False) for names in record.indexes)
    return (
        _record_table(Record, record, target.table, found_by),
        _record_table(RecordBefore, record, target.before, ((("by_batch", "key"), True),)),
    )


RECORD_TABLES = tuple(table for record in records.RECORDS.values() for table in _tables(record))
"""One table of rows and one of values before, for each kind; read and written by SQL."""


ALL: tuple[type[Base], ...] = (
    About,
    OpeningStep,
    DepositEntry,
    Product,
    Batch,
    HeaderMapping,
    TrafficRow,
    TrafficBefore,
    AccountState,
    SubShop,
    MeasureEvent,
    ShownLine,
    LineCategory,
    LineAdjustment,
    SalesTier,
    SalesMonth,
    RefundCase,
    RuleOverride,
    Comparison,
    Sku,
    StockMove,
    ProductChange,
    ProductPaper,
    StockCase,
    RunningSheet,
    Annotation,
    AlarmMark,
    FanSample,
    Doubled,
    *RECORD_TABLES,
)
