"""What the order and money exports of 快手小店 and 磁力金牛 call their columns.

The exact headers are those of 2026; brackets, spaces, width, units and 帐/账 are forgiven.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ksdesk.domain.imports import SKIP
from ksdesk.domain.imports.mending import TITLES
from ksdesk.domain.records import RECORDS, Field
from ksdesk.importers.traffic.labels import plain

SIGN_WEIGHT: Final = 3
"""A title that no other kind has weighs as much as so many others."""


@cache
def roles(kind: str) -> Mapping[str, str]:
    """Plain label → role in a kind."""
    record = RECORDS[kind]
    found = {plain(word): "time" for word in record.times.split()}
    for field in record.fields:
        found |= {plain(title): role_of(field) for title in field.titles}
    return found | {plain(word): SKIP for word in (*record.passed.split(), *TITLES)}


def role_of(field: Field) -> str:
    """The role of a column that holds a field."""
    return f"{'identity' if field.kind == 'text' else 'measure'}:{field.code}"


@cache
def _signs(kind: str) -> frozenset[str]:
    return frozenset(map(plain, RECORDS[kind].signs.split()))


def weight(kind: str, label: str) -> int:
    """How much a label speaks for a kind: 0 if the kind does not know it."""
    word = plain(label)
    return SIGN_WEIGHT if word in _signs(kind) else int(word in roles(kind))
