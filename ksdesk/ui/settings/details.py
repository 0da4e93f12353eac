"""What a seller copies when something is wrong: versions, and the end of the log."""

from __future__ import annotations

import json
import platform
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import PySide6

from ksdesk import __version__
from ksdesk.paths import resources

LINES = 200
LOG = "ksdesk.log"


def versions() -> str:
    """One line: the app, Python, Qt, SQLite, the system."""
    return (
        f"ksdesk {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__},"
        f" SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}"
    )


def log_tail(folder: Path, lines: int = LINES) -> str:
    """The last lines of the log, "" where none can be read."""
    try:
        text = (folder / LOG).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:])


def details(folder: Path) -> str:
    """Versions and the end of the log, for the clipboard."""
    return f"{versions()}\n\n{log_tail(folder)}\n"


@dataclass(frozen=True)
class Shipped:
    """Something that ships with the app, and under which licence (SPDX)."""

    name: str
    version: str
    licence: str


def shipped() -> tuple[Shipped, ...]:
    """All that ships, by name, the app first; empty where the list is not there."""
    try:
        rows = json.loads((resources() / "licences.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    return tuple(Shipped(row["name"], row.get("version", ""), row["licence"]) for row in rows)


def licence_texts() -> dict[str, Path]:
    """The full texts that ship, by name: "LGPL-3.0", "OFL" …"""
    folder = resources() / "licences"
    found = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    font = resources() / "fonts" / "OFL.txt"
    if font.exists():
        found["OFL"] = font
    return found


def text_for(licence: str) -> Path | None:
    """The shipped full text of an SPDX expression, None where there is none."""
    for name, path in sorted(licence_texts().items(), key=lambda item: -len(item[0])):
        if any(part.startswith(name) for part in licence.replace("(", "").split()):
            return path
    return None
