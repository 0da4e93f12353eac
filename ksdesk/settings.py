"""The seller's preferences: one table of typed defaults, one small file, written atomically."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ksdesk.paths import BookProblem, put_in_place

log = logging.getLogger(__name__)


class Values(NamedTuple):
    """Every setting with its default.

    language: "" (follow the system), "zh" or "en"; scheme: "" (follow), "light", "dark";
    up_colour: "red" (up is red, China's habit) or "green"; text_size: percent of 14 px;
    geometry: window geometry as hex; page: the page shown last; welcomed: the first doors
    were passed; shop: the short name of the shop open last ("" is the first); opened_in,
    pictured_in, saved_in: the folders where a table and a picture were chosen and a file was
    saved last ("" is Downloads, Pictures, the desktop); lists: by the name of a list, the widths
    of the columns that were dragged and what it is sorted by.
    """

    language: str = ""
    scheme: str = ""
    up_colour: str = "red"
    text_size: int = 100
    geometry: str = ""
    page: str = "today"
    welcomed: bool = False
    shop: str = ""
    opened_in: str = ""
    pictured_in: str = ""
    saved_in: str = ""
    lists: dict[str, dict[str, Any]] = {}  # noqa: RUF012  never written into


CHOICES: dict[str, Callable[[object], bool]] = {
    "language": lambda v: v in ("", "zh", "en"),
    "scheme": lambda v: v in ("", "light", "dark"),
    "up_colour": lambda v: v in ("red", "green"),
    "shop": lambda v: isinstance(v, str) and not set(v) & set("/\\:\0") and v not in (".", ".."),
    "text_size": lambda v: isinstance(v, int) and 90 <= v <= 150,
    "lists": lambda v: isinstance(v, dict) and all(isinstance(one, dict) for one in v.values()),
}


class Settings:
    """Reads once, keeps `values`, writes the whole file anew at each `set`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values = _read(path)

    def set(self, **changed: object) -> None:
        """Change settings and write them; ValueError for what the table does not allow,
        `BookProblem` where they cannot be written: they are then as before."""
        for name, value in changed.items():
            if not _fits(name, value):
                raise ValueError(f"setting {name} cannot be {value!r}")
        values = self.values._replace(**changed)  # type: ignore[arg-type]
        if values == self.values:
            return
        write_atomically(self.path, json.dumps(values._asdict(), ensure_ascii=False, indent=1))
        self.values = values


def write_atomically(path: Path, text: str) -> None:
    """Write a small text file so that a crash leaves either the old or the new one.

    Raises `BookProblem`; the old one is then as it was.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        with open(fresh, "w", encoding="utf-8", opener=_private) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(fresh, path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise BookProblem.of(error, path) from error


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _fits(name: str, value: object) -> bool:
    default = getattr(Values(), name, None)
    allowed = CHOICES.get(name)
    return type(value) is type(default) and (allowed is None or allowed(value))


def _read(path: Path) -> Values:
    """The stored values; what is missing, of another type or not allowed keeps its default."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8-sig"))  # as an editor saves it
    except FileNotFoundError:
        return Values()
    except (OSError, ValueError, RecursionError) as problem:
        log.warning("settings could not be read, defaults are used: %s", problem)
        return Values()
    if not isinstance(stored, dict):
        return Values()
    return Values(**{k: v for k, v in stored.items() if _fits(k, v)})
