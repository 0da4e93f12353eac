"""What a bench measures is held against what is wanted, and stands in one table at the end."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

HEAD = """# What was measured

`make bench TABLE=docs/performance.md` measures all of this in one run and writes this page. Times
are processor time where other work on the machine would spoil them; a figure with × is a ratio to
what its words name, measured beside it. {day}, {machine}.

| what | seen | wanted | seen of wanted |
|---|---|---|---|
"""

SIZES = [int(size) for size in os.environ.get("KSDESK_ORDERS", "200000").split(",")]
ROWS = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--table", help="write what was measured to this Markdown file")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[ROWS] = []


class Measured:
    """Called with each figure of one test; what misses its bound fails the test at its end."""

    def __init__(self, rows: list[str]) -> None:
        self._rows = rows
        self.missed: list[str] = []

    def __call__(
        self,
        what: str,
        seen: float,
        unit: str = "ms",
        *,
        most: float | None = None,
        least: float | None = None,
    ) -> None:
        """*seen* may be *most*, must be *least*; without either it only stands in the table."""
        wanted, share, missed = "", "", False
        if most is not None:
            wanted, share, missed = f"≤ {most:g} {unit}", f"{seen / most:.0%}", seen > most
        elif least is not None:
            wanted, share, missed = f"≥ {least:g} {unit}", f"{seen / least:.0%}", seen < least
        digits = 0 if abs(seen) >= 100 else 1 if abs(seen) >= 10 else 2
        line = f"{what}: {seen:,.{digits}f} {unit}" + (f" ({wanted})" if wanted else "")
        print(f"\n{line}{' MISSED' if missed else ''}", end="")
        if missed:
            self.missed.append(line)
            share = f"**{share}, missed**"
        self._rows.append(f"| {what} | {seen:,.{digits}f} {unit} | {wanted} | {share} |")


@pytest.fixture(scope="module", params=SIZES)
def count(request: pytest.FixtureRequest) -> int:
    """How many orders a book has; KSDESK_ORDERS=200000,2000000 tells also how each figure grows
    to five years of a busy shop. Bounds hold for 200,000.
    """
    return request.param


@pytest.fixture(scope="module")
def first_seen() -> dict[str, float]:
    """Each figure at the first count."""
    return {}


@pytest.fixture
def grown(count: int, first_seen: dict[str, float]) -> Callable[[str, float], str]:
    """What stands behind a figure's name: how many times that of the first count it is."""

    def told(name: str, seen: float) -> str:
        before = first_seen.setdefault(name, seen)
        return f" ({seen / before:.1f} × {SIZES[0]:,})" if count != SIZES[0] else ""

    return told


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> Iterator[Measured]:
    """Takes the figures of a test (see `Measured`)."""
    figures = Measured(request.config.stash[ROWS])
    yield figures
    assert not figures.missed, figures.missed


def pytest_sessionfinish(session: pytest.Session) -> None:
    target = session.config.getoption("table")
    if target:
        cores = f"{platform.machine()}, Python {platform.python_version()}, offscreen"
        head = HEAD.format(day=date.today(), machine=cores)
        Path(target).write_text(head + "\n".join(session.config.stash[ROWS]) + "\n", "utf-8")
