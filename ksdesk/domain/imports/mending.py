"""The file of rows that an import could not take: mended by the seller and imported again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Added(NamedTuple):
    """The titles of the two columns that such a file has besides those of its source."""

    line: str
    reason: str


ADDED: Final[Mapping[str, Added]] = {
    "zh": Added("原文件行号", "未导入原因"),
    "en": Added("Line in the source", "Why not imported"),
}
TITLES: Final = frozenset(title for added in ADDED.values() for title in added)
"""Columns that no import takes for the source's own, in whatever language they were written."""
