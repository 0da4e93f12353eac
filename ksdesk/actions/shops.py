"""Several shops below one data folder: a book each, with backups and unfinished imports of its own.

The sample shop is none of them; see `Paths.sample`.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.paths import FIRST, Paths
from ksdesk.storage import BookProblem, copies
from ksdesk.storage.problem import system_problems

_STAMP = "%Y%m%d-%H%M%S"
_BOOK = "shop.ksdesk"


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
    """The short names of all own shops, the first shop first; no book is looked into."""
    first = (FIRST,) if paths.of(FIRST).book.exists() else ()
    rest = sorted((p.stem for p in paths.shops.glob("*.ksdesk")), key=lambda s: (len(s), s))
    return first + tuple(rest)


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
    """Move a closed shop to the bin: a last checked copy of its book, and its backups.

    Raises `BookProblem`; the shop is then where it was.
    """
    own = paths.of(slug)
    copies.close_log(own.book)
    folder = paths.bin / f"{now.strftime(_STAMP)}-{slug or 'shop'}"
    with system_problems(folder):
        folder.mkdir(parents=True)
    try:
        _last_copy(own.book, folder / _BOOK)
    except BaseException:
        shutil.rmtree(folder)
        raise
    with system_problems(own.book):
        _move_backups(own.backups, folder / "backups")
        for part in (own.book, *_beside(own.book)):
            part.unlink(missing_ok=True)
        if slug != FIRST:
            shutil.rmtree(own.staging, ignore_errors=True)
    return Removed(folder, _name(folder / _BOOK), now)


def removed(paths: Paths) -> tuple[Removed, ...]:
    """The shops in the bin, the one removed last first."""
    found = []
    for folder in paths.bin.glob("*/"):
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
    own = paths.of(slug)
    with system_problems(own.book):
        own.make()
        _move_backups(shop.folder / "backups", own.backups)
        (shop.folder / _BOOK).replace(own.book)
        shutil.rmtree(shop.folder)
    return slug


def drop_empty(paths: Paths, slug: str) -> bool:
    """Remove a closed shop in which nothing was ever written; False if there is anything."""
    own = paths.of(slug)
    if not own.book.exists() or copies.contents(own.book).rows:
        return False
    with system_problems(own.book):
        for part in (own.book, *_beside(own.book), *own.backups.glob("*.ksdesk")):
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


def _last_copy(book: Path, target: Path) -> None:
    """A checked copy; of a book that cannot be read the file as it is."""
    try:
        copies.copy(book, target)
    except BookProblem as problem:
        if problem.code not in ("corrupt", "not_a_book", "newer"):
            raise
        with system_problems(target):
            shutil.copyfile(book, target)


def _move_backups(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in source.glob("*.ksdesk"):
        file.replace(target / file.name)


def _beside(book: Path) -> tuple[Path, ...]:
    return tuple(book.with_name(book.name + end) for end in ("-wal", "-shm", "-journal"))
