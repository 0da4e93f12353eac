"""Cells that a check of the whole file cannot see: a date that is none, JSON that is cut off.

Such a row is left out and counted, and everything around it is read.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from ksdesk.domain.traffic import OWN
from ksdesk.storage.session import Session

log = logging.getLogger(__name__)
R = TypeVar("R")
T = TypeVar("T")

_UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)
_YEARS = range(1000, 9000)  # others have no room before or after them


def readable(
    session: Session, table: str, rows: Iterable[R], make: Callable[[R], T]
) -> Iterator[T]:
    """What `make` makes of the rows; those that cannot be read are counted in `session`."""
    for row in rows:
        try:
            made = make(row)
        except _UNREADABLE as error:
            tell(session, table, row, error)
        else:
            yield made


def tell(session: Session, table: str, row: object, error: BaseException) -> None:
    """Count a row that cannot be read."""
    mark = (table, repr(row))
    if mark not in session.damaged:
        session.damaged.add(mark)
        log.info("a row of %s cannot be read: %s", table, error)


def day(text: str) -> date:
    """A stored day. Raises ValueError, TypeError."""
    return _within(date.fromisoformat(text))


def moment(text: str) -> datetime:
    """A stored moment, without a zone of its own. Raises ValueError, TypeError."""
    read = _within(datetime.fromisoformat(text))
    if read.tzinfo is not None:
        raise ValueError(text)
    return read


def known(value: Any) -> int | None:
    """A stored number, None where there is none or the cell is damaged."""
    return round(value) if isinstance(value, int | float) else None


def whole(value: Any) -> int:
    """A stored number, 0 where there is none or the cell is damaged."""
    return known(value) or 0


@cache
def nth_day(days: int) -> date:
    """The day so many days after 1970-01-01; a damaged number gives one that can be drawn."""
    return date(1970, 1, 1) + timedelta(days=min(max(days, 0), 2_000_000))


D = TypeVar("D", bound=date)


def _within(read: D) -> D:
    if read.year not in _YEARS:
        raise ValueError(f"year {read.year}")
    return read


def fits(value: object, hint: Any) -> bool:
    """Whether a value is what a field is typed as: plain types, unions, tuples of such."""
    kind, inner = get_origin(hint), get_args(hint)
    if kind is UnionType:
        return any(fits(value, one) for one in inner)
    if kind is Literal:
        return isinstance(value, str)
    if kind is tuple:
        if not isinstance(value, tuple):
            return False
        if inner[-1] is Ellipsis:
            return all(fits(one, inner[0]) for one in value)
        return len(value) == len(inner) and all(map(fits, value, inner))
    if isinstance(value, bool):
        return hint is bool
    return isinstance(value, (int, float) if hint is float else hint)


def json_object(text: str) -> dict[str, Any]:
    """A JSON object of a row, empty where it is damaged: the row's other cells are worth more."""
    try:
        read = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        log.info("own columns of a row cannot be read: %s", error)
        return {}
    return read if isinstance(read, dict) else {}


def spread(
    names: Sequence[str], values: Sequence[Any], objects: Collection[str]
) -> Iterator[tuple[str, Any]]:
    """The values by name, JSON objects taken apart."""
    for name, value in zip(names, values, strict=True):
        if name not in objects:
            yield name, value
        elif value is not None:
            start = OWN if name == "extra" else "mark:"
            yield from ((start + label, each) for label, each in json_object(value).items())
