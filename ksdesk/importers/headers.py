"""The headers that imports know, for tables that are made to be imported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ksdesk.domain.records import RECORDS, RecordField
from ksdesk.domain.traffic import IDENTITIES, MEASURES, STORED_CODES
from ksdesk.importers.products import reading as products
from ksdesk.importers.records.labels import role_of
from ksdesk.importers.traffic.labels import label_of

MONEY_MARK: Final = "(元)"
_IDS: Final = ("_no", "_id", "_code")
_TRAFFIC: Final = (
    *("identity:campaign_name", "identity:live_name"),
    *(
        f"measure:{code}"
        for code in """spend impressions clicks views entries stay_seconds new_fans product_clicks
        orders gmv""".split()
    ),
)


@dataclass(frozen=True, slots=True)
class Header:
    """One column: its title, its role in the import, and what its cells hold.

    `kind`: text, id, money, count, number, seconds or moment; `required`: no row without it.
    """

    title: str
    role: str
    kind: str
    required: bool = False
    example: str = ""


def headers_of(kind: str) -> tuple[Header, ...]:
    """The columns worth filling in for an import of that kind; () where it has none of its own."""
    if kind == "traffic":
        return (Header(label_of("time"), "time", "moment", True), *traffic_headers(_TRAFFIC))
    if kind == "products":
        return tuple(map(_product_header, products.TEMPLATE))
    record = RECORDS[kind]
    if record.is_own:
        return ()
    time = Header(record.times.split()[0], "time", "moment", True)
    return (time, *map(_record_header, record.fields))


def header_of(kind: str, code: str) -> Header | None:
    """The column of a kind's field by its code, None where there is no such field."""
    if kind == "traffic":
        if code in IDENTITIES:
            return _traffic_header(f"identity:{code}")
        return _traffic_header(f"measure:{code}") if code in STORED_CODES else None
    record = RECORDS.get(kind)
    if record is None or record.is_own or code not in record.codes:
        return None
    return _record_header(record.field(code))


def traffic_headers(roles: Iterable[str]) -> tuple[Header, ...]:
    """Columns of a traffic report by their roles."""
    return tuple(map(_traffic_header, roles))


def _traffic_header(role: str) -> Header:
    what, _, code = role.partition(":")
    title = label_of(role)
    if what != "measure":
        return Header(title, role, "id" if title.endswith("id") else "text")
    kind = MEASURES[code].kind
    return Header(title + (MONEY_MARK if kind == "money" else ""), role, kind)


def _product_header(code: str) -> Header:
    kind, example = products.TEMPLATE[code]
    title = products.title_of(code) + (MONEY_MARK if kind == "money" else "")
    return Header(title, products.role_of(code), kind, code == "title", example)


def _record_header(field: RecordField) -> Header:
    title, kind = field.titles[0], str(field.kind)
    if kind == "text" and field.code.endswith(_IDS):
        kind = "id"
    if kind == "money":
        title += MONEY_MARK
    return Header(title, role_of(field), kind, field.required)
