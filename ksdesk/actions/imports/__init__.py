"""Bringing files and pasted tables into the book: preview, commit, undo.

Reading never touches the book. What a preview counts is what the book gains, to the row.
"""

from ksdesk.actions.import_drafts import discard, drafts, keep, sweep
from ksdesk.actions.imports.reading import is_table, movements, preview, refresh, resume
from ksdesk.actions.imports.taking import commit, drop, undo
from ksdesk.actions.sweeping import mark_interrupted

__all__ = [
    "commit",
    "discard",
    "drafts",
    "drop",
    "is_table",
    "keep",
    "mark_interrupted",
    "movements",
    "preview",
    "refresh",
    "resume",
    "sweep",
    "undo",
]
