"""The tables of `ksdesk.domain.records`: they follow from what is said of each kind there."""

from __future__ import annotations

import peewee as pw

from ksdesk.domain import records
from ksdesk.storage.models.base import Base
from ksdesk.storage.targets import TARGETS

Indexes = tuple[tuple[tuple[str, ...], bool], ...]
Table = type[Base]


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


_COLUMNS = {"text": pw.TextField, "number": pw.FloatField}


def _record_table(base: Table, record: records.Record, table: str, indexes: Indexes) -> Table:
    fields = {f.code: _COLUMNS.get(f.kind, pw.IntegerField)(null=True) for f in record.fields}
    unseen = TARGETS[record.kind].unseen
    texts = {name: pw.TextField(null=True) for name in ("extra", "marks", *unseen)}
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


TABLES = tuple(table for record in records.RECORDS.values() for table in _tables(record))
"""One table of rows and one of values before, for each kind; read and written by SQL."""
