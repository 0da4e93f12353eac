"""Keeping and dropping notes of any kind, every time with a way back; several writes as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.domain.notes import N, Note


def keep(book: Book, note: N, now: datetime) -> Changes:
    """Write a note (id 0), or overwrite the one with its number; `ref` is the number.

    Undo takes it away, or brings back what was there. KeyError for an unknown number.
    """
    with book.transaction():
        note = _in_place_of(book, note)
        standing = book.reader.notes.having(type(note), id=note.id) if note.id else ()
        before = next(iter(standing), None)
        if before == note:
            return Changes(ref=note.id)
        number = book.notes.put(note, now)
    if before is None:
        back = partial(_bin, kind=type(note), number=number, now=now)
    else:
        back = partial(keep, note=before, now=now)
    return Changes.of(*note.topics, undo=back, ref=number)


def drop(book: Book, note: Note, now: datetime) -> Changes:
    """Put a note into the bin, where it waits for 30 days; undo takes it out."""
    return _bin(book, kind=type(note), number=note.id, now=now)


def keep_all(book: Book, notes: Sequence[Note], now: datetime) -> Changes:
    """Write several notes of any kinds as one step, each as `keep` does."""
    with book.transaction():
        standing: dict[object, Note] = {}
        for kind in dict.fromkeys(map(type, notes)):
            every: tuple[Note, ...] = book.reader.notes.all(kind)
            for one in every:
                standing[kind, one.id] = standing[_name(one)] = one
        pairs: list[Pair] = []
        for note in notes:
            before = standing.get((type(note), note.id) if note.id else _name(note))
            wanted = replace(note, id=before.id) if before is not None else note
            if wanted != before:
                after = replace(wanted, id=book.notes.put(wanted, now))
                pairs.append((before, after))
                standing[type(after), after.id] = standing[_name(after)] = after
    return _turned(pairs, now)


def _name(note: Note) -> object:
    """What only one note of its kind has; all that it says where several may be alike."""
    kind, names = type(note), note.single
    return (kind, *(getattr(note, name) for name in names)) if names else (kind, id(note))


Pair = tuple[Note | None, Note | None]
"""A note as it was and as it became; None: not there, or in the bin."""


def _turned(pairs: Sequence[Pair], now: datetime) -> Changes:
    back = [(after, before) for before, after in reversed(pairs)]
    topics = {topic for pair in pairs for note in pair if note for topic in note.topics}
    return Changes.of(*topics, undo=partial(_turn, pairs=back, now=now) if back else None)


def _turn(book: Book, *, pairs: Sequence[Pair], now: datetime) -> Changes:
    with book.transaction():
        for before, after in pairs:
            if after is not None:
                book.notes.put(after, now)
            elif before is not None:
                book.notes.bin(type(before), before.id, now)
    return _turned(pairs, now)


def _in_place_of(book: Book, note: N) -> N:
    if note.id or not note.single:
        return note
    for other in book.reader.notes.all(type(note)):
        if all(getattr(other, name) == getattr(note, name) for name in note.single):
            return replace(note, id=other.id)
    return note


def _bin(book: Book, *, kind: type[Note], number: int, now: datetime) -> Changes:
    book.notes.bin(kind, number, now)
    back = partial(_take_out, kind=kind, number=number, now=now)
    return Changes.of(*kind.topics, undo=back, ref=number)


def _take_out(book: Book, *, kind: type[Note], number: int, now: datetime) -> Changes:
    book.notes.bin(kind, number, None)
    back = partial(_bin, kind=kind, number=number, now=now)
    return Changes.of(*kind.topics, undo=back, ref=number)


def as_one(steps: Sequence[Changes], ref: object = None) -> Changes:
    """Several writes as one step: undo takes them back last first, in one transaction."""
    topics = frozenset[str]().union(*(step.topics for step in steps))
    undos = tuple(step.undo for step in steps if step.undo is not None)
    return Changes(topics, partial(_undo_all, undos=undos) if undos else None, ref)


def _undo_all(book: Book, *, undos: Sequence[Callable[[Book], Changes]]) -> Changes:
    with book.transaction():
        return as_one([undo(book) for undo in reversed(undos)])
