"""Files and clipboard text to domain values, with every doubtful row named.

What knows the kinds of tables is imported when a table is opened: the process that reads a
workbook starts with this package, and is to be there at once.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ksdesk.domain.imports import Source
from ksdesk.domain.progress import QUIET, Progress

if TYPE_CHECKING:
    from ksdesk.importers.files.table import Table


def open_table(
    source: Source | Path, password: str | None = None, progress: Progress = QUIET
) -> Table:
    """Open a file or pasted text; raises `ImportProblem`, `Cancelled`.

    `password` opens an encrypted workbook (code "password" asks for it).
    """
    from ksdesk.domain.personal import blotted
    from ksdesk.importers.files import table
    from ksdesk.importers.kinds import Weighing

    if isinstance(source, Path):
        source = Source(source.name, source)
    if password is not None:
        source = replace(source, password=password)
    found = table.open_table(source, Weighing(), progress)
    return replace(found, header=tuple(map(blotted, found.header)))
