"""Which table the rows of a kind go to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.records import BUYER_KEY, ORDERS, RECORDS
from ksdesk.domain.traffic import IDENTITIES, STORED_CODES


@dataclass(frozen=True)
class Target:
    """Where rows of a kind go: `table`, the table of `before` values, its columns besides key and
    batch, and those of them that are JSON objects, which are joined and not replaced, or moments,
    or `texts`, among them `names` that rows are known by.
    `topics` are what changes with it; `graded` rows say what span of time they stand for. `unseen`
    columns are stored and taken back with the others, and shown nowhere. Where a source
    names the lines of an order by fewer columns than another they are found again by `lines`: the
    order's number, then what tells its lines apart; `whole` is what is paid for all of them. So are
    rows by `parts`, what they are of, each by its number or by its name.
    """

    table: str
    before: str
    columns: tuple[str, ...]
    objects: tuple[str, ...] = ("extra", "marks")
    moments: tuple[str, ...] = ("time",)
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    graded: bool = False
    unseen: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    whole: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def stored(self) -> tuple[str, ...]:
        """All columns that an import fills."""
        return (*self.columns, *self.unseen)


_LINES: Final = {
    "orders": ("order_no", "product_id", "sku_code", "spec", "product_name"),
    "settlements": ("order_no", "time", "product_id", "product_name", "settled"),
}

TRAFFIC: Final = Target(
    "traffic_row",
    "traffic_before",
    ("time", "grain", "level", *IDENTITIES, *STORED_CODES, "extra", "marks"),
    names=tuple(IDENTITIES),
    texts=tuple(IDENTITIES),
    topics=("traffic",),
    graded=True,
    parts=tuple((code, f"{code}_name") for code in ("campaign", "unit", "ad", "live", "account")),
)
TARGETS: Final[Mapping[str, Target]] = {
    "traffic": TRAFFIC,
    **{
        record.kind: Target(
            f"{record.table}_row",
            f"{record.table}_before",
            ("time", *record.codes, "extra", "marks"),
            moments=("time", *(f.code for f in record.fields if f.kind == "moment")),
            names=tuple(f.code for f in record.fields if f.key and f.kind == "text"),
            texts=tuple(f.code for f in record.fields if f.kind == "text"),
            topics=record.topics,
            unseen=(BUYER_KEY,) if record is ORDERS else (),
            lines=_LINES.get(record.kind, ()),
            whole="paid" if record is ORDERS else "",
        )
        for record in RECORDS.values()
    },
}
