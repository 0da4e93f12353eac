"""A task or reminder as it is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TaskWords:
    """A row as it is shown; `verb` is the word of its button or link."""

    title: str
    reason: str = ""
    verb: str = ""
    icon: str = "today"
    tone: str = "muted"
    pill: tuple[str, str] | None = None
    when: str = ""
