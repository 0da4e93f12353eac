"""Which columns of a table hold buyers' personal data: passed over, whatever a mapping says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ksdesk.domain.personal import personal_columns
from ksdesk.domain.records import RECORDS
from ksdesk.importers.names import looks_like_id
from ksdesk.importers.products import labels as product_labels
from ksdesk.importers.records import labels as record_labels
from ksdesk.importers.traffic import labels


def private_columns(header: Sequence[str], sample: Sequence[Sequence[str]]) -> frozenset[int]:
    """The numbers of such columns. What reports call a number, a title or an amount is one even
    where its cells look like telephones."""
    return _judged(tuple(header), tuple(map(tuple, sample)))


@lru_cache(maxsize=1)  # a preview asks three times about one table
def _judged(header: tuple[str, ...], sample: tuple[tuple[str, ...], ...]) -> frozenset[int]:
    return personal_columns(header, sample, list(map(_is_known, header)))


def _is_known(label: str) -> bool:
    return (
        looks_like_id(label)
        or labels.known(label)
        or product_labels.is_number(label)
        or any(record_labels.weight(kind, label) for kind in RECORDS)
    )
