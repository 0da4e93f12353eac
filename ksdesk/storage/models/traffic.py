"""The figures of the curves, and what is noted at them."""

from __future__ import annotations

import peewee as pw

from ksdesk.domain import traffic
from ksdesk.storage.models.base import Base, Noted


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


class TypedChoice(Base):
    """`how` the typed `figure` of a traffic row goes with what is imported: replace, add."""

    key = pw.TextField()
    figure = pw.TextField()
    how = pw.TextField()

    class Meta:
        indexes = ((("key", "figure"), True),)


for _table in (TrafficRow, TrafficBefore):
    for _name in traffic.IDENTITIES:
        _table._meta.add_field(_name, pw.TextField(null=True))
    for _measure in traffic.STORED:
        _kind = pw.FloatField if _measure.kind == "seconds" else pw.IntegerField
        _table._meta.add_field(_measure.code, _kind(null=True))
    _table._meta.add_field("extra", pw.TextField(null=True))
    _table._meta.add_field("marks", pw.TextField(null=True))


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


TABLES = (
    TrafficRow,
    TrafficBefore,
    TypedChoice,
    Annotation,
    AlarmMark,
    FanSample,
)
