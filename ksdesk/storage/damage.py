"""Cells that a check of the whole file cannot see: a date that is none, JSON that is cut off.

Such a row is left out and counted, and everything around it is read.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from ksdesk.storage.session import Session

log = logging.getLogger(__name__)
R = TypeVar("R")
T = TypeVar("T")

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)


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


def json_object(text: str) -> dict[str, Any]:
    """A JSON object of a row, empty where it is damaged: the row's other cells are worth more."""
    try:
        read = json.loads(text)
    except ValueError as error:
        log.info("own columns of a row cannot be read: %s", error)
        return {}
    return read if isinstance(read, dict) else {}
