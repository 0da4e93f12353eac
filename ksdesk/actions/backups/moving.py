"""Moving: all shops in one file for another computer, the data folder to another place.

The file is a zip of checked book copies, `books/1.ksdesk` and so on, with `manifest.json` beside
them (format, version, moment, the shops' names, the settings). A book or a backup is taken in the
same way, as a parcel of one.
"""

from __future__ import annotations

import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from ksdesk import __version__
from ksdesk.actions import shops
from ksdesk.domain.progress import QUIET, Progress
from ksdesk.exports.tables import file_stem
from ksdesk.paths import FIRST, MOVING_FILE, Paths, named_in, patiently, tidy_away
from ksdesk.storage import BookProblem, copies
from ksdesk.storage.copies import BookContents
from ksdesk.storage.imports.buyers import FILE as KEY
from ksdesk.storage.problem import system_problems
from ksdesk.storage.shop import NAME
from ksdesk.storage.sqlite_only import flush

FORMAT = 1
_CHUNK = 1 << 20
_MANIFEST = "manifest.json"
_MANIFEST_MOST = 1 << 20  # bytes
_SHOPS_MOST = 200


@dataclass(frozen=True)
class Guest:
    """A book that would come in: a checked copy of ours, and what is in it."""

    name: str
    path: Path
    contents: BookContents


@dataclass(frozen=True)
class Parcel:
    """What a file brings: the shops, and the settings of the other computer."""

    source: Path
    guests: tuple[Guest, ...]
    settings: Mapping[str, object]


def file_name(name: str, now: datetime) -> str:
    """A name for the file, from the shop's: 柿子沟果园-20261118.ksdesk-move."""
    clean = file_stem("".join(c for c in name if c.isalnum() or c in " -_"))
    return f"{clean}-{now:%Y%m%d}{MOVING_FILE}"


def pack(
    paths: Paths,
    settings: Mapping[str, object],
    target: Path,
    now: datetime,
    *,
    progress: Progress = QUIET,
) -> Parcel:
    """Write all own shops and the settings into one checked file.

    Returns what is in it, as far as names and counts go. Raises `BookProblem`, `Cancelled`; no
    half file is left, and an older file of that name is still there.
    """
    fresh = target.with_name(target.name + ".new")
    copy = paths.parcels / "packing.ksdesk"
    own = shops.listed(paths)
    try:
        with system_problems(target):
            for left in target.parent.glob(f"*{MOVING_FILE}.new"):
                left.unlink(missing_ok=True)
            copy.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
                guests = tuple(_packed(file, own, copy, progress))
                manifest = {
                    "format": FORMAT,
                    "version": __version__,
                    "made_at": now.isoformat(sep=" ", timespec="seconds"),
                    "settings": dict(settings),
                    "shops": [{"name": one.name, "rows": one.contents.rows} for one in guests],
                }
                file.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False))
            _verify(fresh)
            flush(fresh)
            fresh.replace(target)
    finally:
        tidy_away(fresh, copy)
    return Parcel(target, guests, dict(settings))


def _packed(
    file: zipfile.ZipFile, own: Sequence[shops.Shop], copy: Path, progress: Progress
) -> Iterator[Guest]:
    """Write each shop into the file, by way of a copy."""
    for number, shop in enumerate(own, 1):
        progress.check()
        progress.report(number - 1, len(own))
        copies.copy(shop.path, copy)
        inside = copies.contents(copy, check=False)
        file.write(copy, f"books/{number}.ksdesk")
        yield Guest(shop.name, shop.path, inside)


def sweep(paths: Paths) -> None:
    """Remove what a kill left of a parcel on its way in or out, and of a move that did not end."""
    tidy_away(*paths.parcels.glob("*.ksdesk*"))
    if (new := named_in(paths.moving_file)) is not None:
        shutil.rmtree(_half_of(new), ignore_errors=True)
        tidy_away(paths.moving_file)


def unpack(file: Path, folder: Path, *, progress: Progress = QUIET) -> Parcel:
    """Read a moving file, a book or a backup: checked copies in `folder`, nothing else changes.

    Raises `BookProblem` (not_a_book, newer, spoilt, disk_full, missing), `Cancelled`.
    """
    made: list[Path] = []
    try:
        with system_problems(file):
            folder.mkdir(parents=True, exist_ok=True)
            if _is_book(file):
                made.append(folder / "guest-1.ksdesk")
                copies.contents(file)
                copies.copy(file, made[0])
                return Parcel(file, (_guest("", made[0]),), {})
            return _unpack(file, folder, made, progress)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error, UnicodeError) as error:
        drop(made)
        raise BookProblem("spoilt", file, str(error)) from error
    except BookProblem as problem:
        drop(made)
        code = "spoilt" if problem.code == "corrupt" else problem.code
        path = file if problem.path in made else problem.path
        raise BookProblem(code, path, problem.detail, problem.needs) from problem
    except BaseException:
        drop(made)
        raise


def take_in(paths: Paths, parcel: Parcel, fallback: str) -> tuple[str, ...]:
    """Add the guests as further shops; returns their short names. Raises `BookProblem`.

    No shop that is there is touched. A name that is taken gets a number; `fallback` is for a
    book without a name. Where one fails, those before it stay and are complete.
    """
    taken = {shop.name for shop in shops.listed(paths)}
    added = []
    try:
        for guest in parcel.guests:
            slug = shops.free_slug(paths)
            name = shops.free_name(guest.name or fallback, taken)
            taken.add(name)
            copies.bring_up_to_date(guest.path)
            copies.write_about(guest.path, {NAME: name})
            with system_problems(guest.path):
                paths.of(slug).make()
                guest.path.replace(paths.of(slug).book)
            added.append(slug)
    finally:
        drop([guest.path for guest in parcel.guests])
    return tuple(added)


def drop(files: Sequence[Path]) -> None:
    """Remove the copies of a parcel that is not taken in."""
    tidy_away(*files, *(part for file in files for part in shops.beside(file)))


def move_data(paths: Paths, chosen: Path, *, progress: Progress = QUIET) -> Path:
    """Copy everything of the seller's to `chosen`/ksdesk and leave word where it went.

    Every book is copied by SQLite, checked and counted again; the old folder stays as it is but
    for one small file that later starts follow. Returns the new folder. Raises `BookProblem`
    ("not_empty" where `chosen`/ksdesk holds anything, "inside" where it lies in the old folder).
    """
    new = chosen / "ksdesk"
    with system_problems(new):
        if new.exists() and any(new.iterdir()):
            raise BookProblem("not_empty", new)
    if new.resolve().is_relative_to(paths.data.resolve()):
        raise BookProblem("inside", new)
    half = _half_of(new)
    try:
        with system_problems(new):
            if new.exists():
                new.rmdir()  # only a folder that is whole bears the name
            _write_word(paths.moving_file, new)
            shutil.rmtree(half, ignore_errors=True)
            _copy_all(paths, Paths(half), progress)
            patiently(partial(half.replace, new), new)
            _say_where(paths, new)
    finally:
        shutil.rmtree(half, ignore_errors=True)
        tidy_away(paths.moving_file)
    return new


def _half_of(new: Path) -> Path:
    """Where a folder grows until it is whole."""
    return new.with_name(f"{new.name}.new")


def _copy_all(paths: Paths, new: Paths, progress: Progress) -> None:
    files = [
        file
        for name in ("backups", "staging", "bin")
        for file in sorted((paths.data / name).rglob("*"))
        if file.is_file()
    ]
    keys = (book.with_name(KEY) for book in (paths.of(FIRST).book, paths.shops / "any"))
    files += [key for key in keys if key.is_file()]
    own = shops.slugs(paths)
    total = len(own) + len(files)
    for done, slug in enumerate(own):
        progress.check()
        progress.report(done, total)
        new.of(slug).make()
        copies.copy(paths.of(slug).book, new.of(slug).book)
    for done, file in enumerate(files, len(own)):
        progress.check()
        progress.report(done, total)
        target = new.data / file.relative_to(paths.data)
        target.parent.mkdir(parents=True, exist_ok=True)
        with system_problems(file):  # what cannot be read is named, not the new folder
            source = file.open("rb")
        with source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        flush(target)
    if paths.settings_file.exists():
        shutil.copyfile(paths.settings_file, new.settings_file)


def _say_where(paths: Paths, new: Path) -> None:
    """From here on every start goes to the new folder."""
    try:
        patiently(partial(paths.moving_file.replace, paths.moved_file), paths.moved_file)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _write_word(path: Path, new: Path) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(str(new), encoding="utf-8")
    flush(fresh)
    fresh.replace(path)


def _verify(path: Path) -> None:
    """Read the written file once more, every byte of it."""
    with zipfile.ZipFile(path) as file:
        if (bad := file.testzip()) is not None:
            raise BookProblem("io", path, f"{bad} cannot be read back")


def _is_book(file: Path) -> bool:
    """Whether it is an SQLite file. Neither that nor a zip: not_a_book."""
    if file.is_dir():
        raise BookProblem("not_a_book", file, "a folder")
    with file.open("rb") as opened:
        start = opened.read(16)
    if start.startswith(b"PK"):
        return False
    if start != b"SQLite format 3\0":
        raise BookProblem("not_a_book", file, "neither a book nor a moving file")
    return True


def _unpack(file: Path, folder: Path, made: list[Path], progress: Progress) -> Parcel:
    with zipfile.ZipFile(file) as parcel:
        manifest = _manifest(parcel, file)
        names = [str(shop.get("name", "")) for shop in manifest["shops"]]
        infos = [_info(parcel, file, number) for number in range(1, len(names) + 1)]
        if sum(info.file_size for info in infos) > shutil.disk_usage(folder).free:
            raise BookProblem("disk_full", folder, "the unpacked books need more than is free")
        guests = []
        for number, (name, info) in enumerate(zip(names, infos, strict=True), 1):
            progress.check()
            progress.report(number - 1, len(names))
            path = folder / f"guest-{number}.ksdesk"
            made.append(path)
            _extract(parcel, info, path)
            guests.append(_guest(name, path))
    settings = manifest.get("settings")
    return Parcel(file, tuple(guests), settings if isinstance(settings, dict) else {})


def _manifest(parcel: zipfile.ZipFile, file: Path) -> dict[str, list[dict[str, object]]]:
    try:
        info = parcel.getinfo(_MANIFEST)
        if info.file_size > _MANIFEST_MOST:
            raise BookProblem("not_a_book", file, "the manifest is too large")
        found = json.loads(parcel.read(info))
        number, listed = found["format"], found["shops"]
    except (KeyError, TypeError, ValueError) as error:
        raise BookProblem("not_a_book", file, f"no manifest of ours: {error}") from error
    if not isinstance(number, int) or number > FORMAT:
        raise BookProblem("newer", file, f"format {number}")
    good = isinstance(listed, list) and all(isinstance(shop, dict) for shop in listed)
    if not good or not 0 < len(listed) <= _SHOPS_MOST:
        raise BookProblem("not_a_book", file, "the manifest names no shops")
    return dict(found)


def _info(parcel: zipfile.ZipFile, file: Path, number: int) -> zipfile.ZipInfo:
    try:
        info = parcel.getinfo(f"books/{number}.ksdesk")
    except KeyError as error:
        raise BookProblem("corrupt", file, str(error)) from error
    if info.flag_bits & 1:
        raise BookProblem("not_a_book", file, "encrypted")
    return info


def _extract(parcel: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """In pieces, and never more than the entry says: the sum has been held against the disk."""
    left = info.file_size
    with parcel.open(info) as source, path.open("wb") as target:
        while piece := source.read(min(_CHUNK, left + 1)):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile(f"{info.filename} is longer than it says")
            target.write(piece)


def _guest(name: str, path: Path) -> Guest:
    inside = copies.contents(path)
    return Guest(name or inside.name, path, inside)
