"""Files and clipboard text to domain values, with every doubtful row named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ksdesk.domain.imports import Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers.buyers import tells_buyers
from ksdesk.importers.files import table
from ksdesk.importers.files.table import Table
from ksdesk.importers.kinds import BY_CODE, KINDS, TRAFFIC, Kind, Weighing, is_table, recognise
from ksdesk.importers.private import private_columns

__all__ = [
    "BY_CODE",
    "KINDS",
    "TRAFFIC",
    "Kind",
    "Table",
    "is_table",
    "open_table",
    "private_columns",
    "recognise",
    "tells_buyers",
]


def open_table(
    source: Source | Path, password: str | None = None, progress: Progress = QUIET
) -> Table:
    """Open a file or pasted text; raises `ImportProblem`, `Cancelled`.

    `password` opens an encrypted workbook (code "password" asks for it).
    """
    if isinstance(source, Path):
        source = Source(source.name, source)
    if password is not None:
        source = replace(source, password=password)
    return table.open_table(source, Weighing(), progress)
