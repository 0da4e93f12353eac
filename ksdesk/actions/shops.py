"""Several shops below one data folder: a book each, with backups and unfinished imports of its own.

The sample shop is none of them; see `Paths.sample`.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.paths import FIRST, SAMPLE, Paths, patiently
from ksdesk.storage import BookProblem, copies
from ksdesk.storage.problem import system_problems

_STAMP = "%Y%m%d-%H%M%S"
_BOOK = "shop.ksdesk"
_GOING, _COMING = ".going", ".to-"
"""What the name of a folder in the bin ends with while it is filled or emptied; then the slug."""


@dataclass(frozen=True)
class Shop:
    """One own shop: its short name in the folders, what the seller calls it, its book.

    `trouble` is a code of `BookProblem` where the book cannot be read; the name is then "".
    """

    slug: str
    name: str
    path: Path
    trouble: str = ""


@dataclass(frozen=True)
class Removed:
    """A shop in the bin."""

    folder: Path
    name: str
    removed_at: datetime


def slugs(paths: Paths) -> tuple[str, ...]:
    """The short names of all own shops, the first shop first; no book is looked into. A book that
    somebody put there has whatever name its file has."""
    first = (FIRST,) if paths.of(FIRST).book.exists() else ()
    found = {p.stem for p in paths.shops.glob("*.ksdesk")} - {SAMPLE}
    return first + tuple(sorted(found, key=lambda s: (len(s), s)))


def listed(paths: Paths) -> tuple[Shop, ...]:
    """All own shops with their names."""
    return tuple(_shop(slug, paths.of(slug).book) for slug in slugs(paths))


def last_open(paths: Paths, wanted: str) -> str:
    """The shop to open: the one open last if it is still there, else any, else a first one."""
    there = slugs(paths)
    return wanted if wanted in there else next(iter(there), FIRST)


def free_slug(paths: Paths) -> str:
    """A short name that no shop, backup folder or removed shop bears."""
    number = 2
    while any(_taken(paths, f"shop-{number}")):
        number += 1
    return f"shop-{number}"


def free_name(name: str, taken: Collection[str]) -> str:
    """`name`, with a number behind it where another shop is called so."""
    if name not in taken:
        return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def rename(book: Book, name: str) -> Changes:
    """Call the open shop by another name; the way back is in the `Changes`."""
    before = book.reader.shop.name()
    changes = book.shop.rename(name)

    def back(same: Book) -> Changes:
        return rename(same, before)

    return Changes(changes.topics, undo=back, ref=name)


def remove(paths: Paths, slug: str, now: datetime) -> Removed:
    """Move a closed shop to the bin, its book and its backups.

    Raises `BookProblem`; the shop is then where it was.
    """
    own = paths.of(slug)
    copies.close_log(own.book)
    folder = paths.bin / f"{now.strftime(_STAMP)}-{slug or 'shop'}"
    going = folder.with_name(folder.name + _GOING)
    with system_problems(going):
        going.mkdir(parents=True)
    try:
        with system_problems(own.book):
            patiently(partial(own.book.replace, going / _BOOK), own.book)
            _end_going(own, going)
    except BaseException:
        _end_coming(own, going)
        raise
    return Removed(folder, _name(folder / _BOOK), now)


def _end_going(own: Paths, going: Path) -> None:
    """The book is in the bin: the rest follows, and the folder gets its name."""
    _move_backups(own.backups, going / "backups")
    for part in beside(own.book):
        part.unlink(missing_ok=True)
    if own.shop != FIRST:
        shutil.rmtree(own.staging, ignore_errors=True)
    going.replace(going.with_suffix(""))


def _end_coming(own: Paths, coming: Path) -> None:
    """The book goes where it belongs if it has not yet, then the rest; the folder goes."""
    own.make()
    if (coming / _BOOK).exists():
        (coming / _BOOK).replace(own.book)
    _move_backups(coming / "backups", own.backups)
    shutil.rmtree(coming)


def sweep(paths: Paths) -> None:
    """Bring to its end what a kill left of a shop on its way to the bin or back."""
    for folder in paths.bin.glob(f"*{_GOING}"):
        with suppress(OSError):
            if (folder / _BOOK).exists():
                slug = folder.stem.split("-", 2)[-1]
                _end_going(paths.of(FIRST if slug == "shop" else slug), folder)
            else:
                folder.rmdir()  # nothing had gone yet
    for folder in paths.bin.glob(f"*{_COMING}*"):
        with suppress(OSError):
            _end_coming(paths.of(folder.suffix.removeprefix(_COMING)), folder)


def removed(paths: Paths) -> tuple[Removed, ...]:
    """The shops in the bin, the one removed last first."""
    found = []
    for folder in paths.bin.glob("*/"):
        if folder.suffix.startswith((_GOING, _COMING)):
            continue  # on its way
        stamp = "-".join(folder.name.split("-")[:2])
        try:
            moment = datetime.strptime(stamp, _STAMP)
        except ValueError:
            continue
        if (folder / _BOOK).exists():
            found.append(Removed(folder, _name(folder / _BOOK), moment))
    return tuple(sorted(found, key=lambda r: r.removed_at, reverse=True))


def take_back(paths: Paths, shop: Removed) -> str:
    """Bring a shop back from the bin with its backups; returns its new short name."""
    slug = free_slug(paths)
    coming = shop.folder.with_name(f"{shop.folder.name}{_COMING}{slug}")
    with system_problems(coming):
        shop.folder.replace(coming)
        _end_coming(paths.of(slug), coming)
    return slug


def drop_empty(paths: Paths, slug: str) -> bool:
    """Remove a closed shop in which nothing was ever written; False if there is anything."""
    own = paths.of(slug)
    if not own.book.exists() or copies.contents(own.book).rows:
        return False
    with system_problems(own.book):
        for part in (own.book, *beside(own.book), *own.backups.glob("*.ksdesk")):
            part.unlink(missing_ok=True)
    return True


def _shop(slug: str, path: Path) -> Shop:
    try:
        return Shop(slug, copies.name_of(path), path)
    except BookProblem as problem:
        return Shop(slug, "", path, problem.code)


def _name(path: Path) -> str:
    try:
        return copies.name_of(path)
    except BookProblem:
        return ""


def _taken(paths: Paths, slug: str) -> tuple[bool, ...]:
    own = paths.of(slug)
    binned = any(paths.bin.glob(f"*-{slug}"))
    return own.book.exists(), own.backups.exists(), binned


def _move_backups(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in source.glob("*.ksdesk"):
        file.replace(target / file.name)


def beside(book: Path) -> tuple[Path, ...]:
    """What SQLite keeps beside a book."""
    return tuple(book.with_name(book.name + end) for end in ("-wal", "-shm", "-journal"))
