"""Files and clipboard text to domain values, with every doubtful row named."""

from __future__ import annotations

from pathlib import Path

from ksdesk.domain.imports import Source
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.importers import table
from ksdesk.importers.kinds import KINDS, TRAFFIC, Kind, known, recognise
from ksdesk.importers.table import Table

__all__ = ["KINDS", "TRAFFIC", "Kind", "Table", "open_table", "recognise"]


def open_table(source: Source | Path, progress: Progress = QUIET) -> Table:
    """Open a file or pasted text; raises `ImportProblem`, `Cancelled`."""
    return table.open_table(source, known, progress)
