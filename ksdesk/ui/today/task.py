"""A task or reminder as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from ksdesk.ui.parts.texts import count_text


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


def counted(number: int, one: str, many: str) -> str:
    """ "1 day left" or "{n} days left" with the number in it, both already translated."""
    return one if number == 1 else many.replace("{n}", count_text(number))
