"""What a header says of the order and money exports of 快手小店, 磁力金牛 and others.

The exact headers are those of 2026; brackets, spaces, width, units and 帐/账 are forgiven.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from ksdesk.domain.imports import SKIP
from ksdesk.domain.imports.mending import TITLES
from ksdesk.domain.records import RECORDS, RecordField
from ksdesk.importers.names import plain
from ksdesk.importers.records import other_platforms

SIGN_WEIGHT: Final = 3
"""A title that no other kind has weighs as much as so many others."""


@cache
def ranks(kind: str) -> Mapping[str, Mapping[str, int]]:
    """Role → plain label → how good it is for it, 0 the best. A label may be of two roles."""
    record, others = RECORDS[kind], other_platforms.TITLES.get(kind, {})
    times = [*record.times.split(), *other_platforms.TIMES.get(kind, "").split()]
    found = {"time": _ranked(times)}
    for field in record.fields:
        found[role_of(field)] = _ranked([*field.titles, *others.get(field.code, "").split()])
    return found


def _ranked(titles: Sequence[str]) -> dict[str, int]:
    ranked = {plain(title): rank for rank, title in reversed(list(enumerate(titles)))}
    return dict(sorted(ranked.items(), key=lambda item: item[1]))


@cache
def passed(kind: str) -> frozenset[str]:
    """Plain labels of the columns that a kind passes over."""
    return frozenset(map(plain, (*RECORDS[kind].passed.split(), *TITLES)))


def roles(kind: str, header: Sequence[str]) -> dict[int, str]:
    """The roles of the columns of a header by their number: of those that could be one thing the
    best word decides, of equals the first column. The time comes before all."""
    words = [plain(label) for label in header]
    found = {place: SKIP for place, word in enumerate(words) if word in passed(kind)}
    for role, ranked in ranks(kind).items():
        fitting = [n for n, word in enumerate(words) if word in ranked and n not in found]
        if fitting:
            found[min(fitting, key=lambda n: ranked[words[n]])] = role
    return found


def fits(kind: str, header: Sequence[str]) -> bool:
    """Whether a header is of a kind wherever it turns up: what no row can do without has a column,
    and so have its time or titles that no other kind has. Everyday words alone say nothing."""
    found = set(roles(kind, header).values())
    signs = sum(plain(label) in _signs(kind) for label in header)
    if signs > 1:
        return True
    if kind == "movements" and has_in_and_out(header):
        return bool(found & {"time", "identity:flow_no", "measure:balance"})
    required = {role_of(field) for field in RECORDS[kind].fields if field.required}
    return required <= found and (signs > 0 or (bool(required) and "time" in found))


def has_in_and_out(header: Iterable[str]) -> bool:
    """Whether what came in and what went out stand in two columns."""
    words = [plain(label) for label in header]
    return not other_platforms.INCOME.isdisjoint(words) and outgo(words) is not None


def outgo(header: Iterable[str]) -> int | None:
    """The number of the column with what went out, None where there is none."""
    words = [plain(label) for label in header]
    found = next((n for n, word in enumerate(words) if word in other_platforms.OUTGO), None)
    if found is None and other_platforms.TRADED in words and "退款金额" in words:
        return words.index("退款金额")
    return found


def role_of(field: RecordField) -> str:
    """The role of a column that holds a field."""
    return f"{'identity' if field.kind == 'text' else 'measure'}:{field.code}"


@cache
def _signs(kind: str) -> frozenset[str]:
    return frozenset(map(plain, RECORDS[kind].signs.split()))


def weight(kind: str, label: str) -> int:
    """How much a label speaks for a kind: 0 if the kind does not know it."""
    word = plain(label)
    if word in _signs(kind):
        return SIGN_WEIGHT
    return int(word in _words(kind))


def known(label: str) -> bool:
    """Whether any of the kinds has a column of that name."""
    return plain(label) in _all_words()


@cache
def _all_words() -> frozenset[str]:
    return frozenset().union(*map(_words, RECORDS), *map(_signs, RECORDS))


@cache
def _words(kind: str) -> frozenset[str]:
    return passed(kind).union(*ranks(kind).values())
