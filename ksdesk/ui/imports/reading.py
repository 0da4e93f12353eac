"""How a source is to be read: as which kind, which part of it, with which columns."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ksdesk.domain.imports import ColumnGuess, Nameless, Preview, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and what the seller said of it; kind None and columns None are to be recognised."""

    source: Source
    kind: str | None = None
    columns: tuple[ColumnGuess, ...] | None = None
    title: str = ""
    nameless: Nameless = ""

    def with_password(self, password: str) -> Reading:
        """The same, unlocked."""
        return replace(self, source=replace(self.source, password=password))


def can_be_read_again(source: Source) -> bool:
    """False for pasted cells of an earlier day, whose text was not kept."""
    return source.path is not None or source.text is not None


def once_more(
    preview: Preview,
    *,
    kind: str | None = None,
    part: int | None = None,
    title: str | None = None,
    columns: tuple[ColumnGuess, ...] | None = None,
    nameless: Nameless | None = None,
) -> Reading:
    """The reading behind a preview with one thing of it changed.

    Another part is recognised anew; another kind guesses its columns anew; another title or other
    columns leave the rest as it was seen.
    """
    source = replace(preview.source, part=preview.part if part is None else part)
    if part is not None and part != preview.part:
        return Reading(source)
    if kind is not None and kind != preview.kind:
        return Reading(source, kind)
    return Reading(
        source,
        preview.kind,
        preview.columns if columns is None else columns,
        preview.title if title is None else title,
        (preview.nameless if preview.nameless != "ask" else "") if nameless is None else nameless,
    )
