"""Where things live: the shipped resources, and everything of the seller below one folder; and what
it means when a file there cannot be written."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple


@cache
def resources() -> Path:
    """The folder of shipped files (rules, guide, icons, fonts, translations)."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


def reserve(path: Path) -> None:
    """Make an empty file that only its owner can read, for SQLite to fill; OSError as usual."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def is_bare(path: Path) -> bool:
    """Whether no file is there, or one of 0 bytes. (Windows and btrfs say 0 of a folder, too.)"""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def home() -> Path:
    """The seller's home folder; for an account without one the disk's root, which nobody fills."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)


def default_data() -> Path:
    """The seller's own folder on this system, where no --data names another."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home() / ".local" / "share")
    return base / "ksdesk"


def is_within_reach(path: Path) -> bool:
    """Whether something is there that we may look at; `Path.exists` raises where we may not."""
    return os.access(path, os.F_OK)


MOVED, MOVING = "moved-to.txt", "moving-to.txt"


def follow(data: Path) -> Path:
    """The folder that holds now: `data`, or where the seller has moved everything since; the file
    that should name it, where it does not."""
    seen = {data}
    while (moved := _moved_from(data)) is not None:
        data = moved
        if data in seen:  # moved there and back
            break
        seen.add(data)
    return data


def _moved_from(data: Path) -> Path | None:
    """Where everything went, None while it is here. A move of which a kill left only the last word
    unsaid is ended."""
    begun = named_in(data / MOVING)
    if begun is None or not is_within_reach(begun):
        word = data / MOVED
        return named_in(word) or (word if is_within_reach(word) and word.is_file() else None)
    with suppress(OSError):
        (data / MOVING).replace(data / MOVED)
    return begun


def named_in(word: Path) -> Path | None:
    """The folder that such a word names, None where there is none."""
    try:
        named = Path(word.read_text(encoding="utf-8-sig").strip())
    except (OSError, ValueError):
        return None
    return named if named.is_absolute() else None


PRIVATE = 0o700  # folders that nobody but the seller looks into
SAMPLE = "sample"
FIRST = ""
BOOK_FILE = ".ksdesk"
MOVING_FILE = ".ksdesk-move"
SHOP_FILES = (BOOK_FILE, MOVING_FILE)


_REWRITTEN = ("settings.json", "buyers.key", "product.json", MOVED, MOVING)
"""Files that are written anew under a name of their own, which then takes the place of the old."""


class Paths(NamedTuple):
    """Everything the app writes, below one folder `data`.

    Each shop has a book, backups and unfinished imports of its own: `shop` is its short name,
    `FIRST` the first shop's. `SAMPLE` lies in one folder with all that belongs to it.
    """

    data: Path
    shop: str = FIRST

    def of(self, shop: str) -> Paths:
        """The same folder with another shop open."""
        return self._replace(shop=shop)

    @property
    def sample(self) -> bool:
        """Whether this is the sample shop, which is never mixed with the own ones."""
        return self.shop == SAMPLE

    @property
    def book(self) -> Path:
        """The shop's book."""
        if self.sample:
            return self.sample_book
        if self.shop == FIRST:
            return self.data / "shop.ksdesk"
        return self.shops / f"{self.shop}.ksdesk"

    @property
    def shops(self) -> Path:
        """The books of all shops but the first."""
        return self.data / "shops"

    @property
    def sample_book(self) -> Path:
        """The sample shop's book, made anew when it is opened and removed when it is left."""
        return self.data / "sample" / "sample.ksdesk"

    @property
    def backups(self) -> Path:
        """Verified copies of the shop's book."""
        return self._own("backups")

    @property
    def staging(self) -> Path:
        """Read but not yet committed imports of the shop."""
        return self._own("staging")

    @property
    def bin(self) -> Path:
        """Removed shops, each in a folder with its backups."""
        return self.data / "bin"

    @property
    def cache(self) -> Path:
        """What can be made again (matplotlib's font list)."""
        return self.data / "cache"

    @property
    def logs(self) -> Path:
        """The rotating log and the crash file."""
        return self.data / "logs"

    @property
    def settings_file(self) -> Path:
        """The typed settings, JSON."""
        return self.data / "settings.json"

    @property
    def lock_file(self) -> Path:
        """Held while the app runs on this folder."""
        return self.data / "ksdesk.lock"

    @property
    def moved_file(self) -> Path:
        """There once the seller has moved everything: it names the folder that holds now."""
        return self.data / MOVED

    @property
    def parcels(self) -> Path:
        """Where copies lie while a parcel is made or looked into."""
        return self.data / "staging" / "moving"

    @property
    def moving_file(self) -> Path:
        """There while everything is moved: it names the folder that is to hold then."""
        return self.data / MOVING

    def make(self) -> None:
        """Create the folders; OSError where the place cannot be written."""
        for folder in (self.data, self.backups, self.staging, self.cache, self.logs):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if self.shop != FIRST:
            self.book.parent.mkdir(mode=PRIVATE, exist_ok=True)

    def sweep(self) -> None:
        """Remove the small files that a kill caught half written; nobody may be writing one."""
        for place in (self.data, self.shops, self.data / "staging", self.staging):
            tidy_away(*(place / f"{name}.new" for name in _REWRITTEN))

    def _own(self, kind: str) -> Path:
        if self.sample:
            return self.data / "sample" / kind
        return self.data / kind / self.shop if self.shop else self.data / kind


CODES = frozenset(
    (
        *("newer", "locked", "read_only", "corrupt", "not_a_book", "replaced", "disk_full"),
        *("missing", "too_long", "gone", "io", "not_empty", "inside", "spoilt"),
    )
)

_BY_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.EBUSY: "locked",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.ENAMETOOLONG: "too_long",
}

# characters: Windows takes 259 of a file's path, and what we write beside it has a longer name
_LONGEST = 230 if os.name == "nt" else 4096

_DENIED, _SHARED, _LOCKED = 5, 32, 33  # what Windows says of a file that another program holds
_PAUSES: Final = (0.05, 0.1, 0.2, 0.4)  # seconds: a virus scanner lets go of a new file soon


class BookProblem(Exception):
    """The environment keeps the book from being used.

    `code` is one of `CODES`, `path` the file, `detail` SQLite's or the system's own words; `needs`
    names the version of ksdesk that a "newer" book wants, "" where it does not tell.
    """

    def __init__(self, code: str, path: Path, detail: str = "", needs: str = "") -> None:
        super().__init__(f"{code}: {path}: {detail}")
        self.code, self.path, self.detail, self.needs = code, path, detail, needs

    @classmethod
    def of(cls, error: OSError, path: Path) -> BookProblem:
        """The problem that the system's word about a file or folder means."""
        code = "locked" if is_held(error, path) else _BY_SYSTEM.get(error.errno or 0, "io")
        if code == "missing" and too_long(path):
            code = "too_long"
        return cls(code, path, str(error))


@contextmanager
def system_problems(path: Path) -> Iterator[None]:
    """Turn what the system says of a file or folder into `BookProblem`."""
    try:
        yield
    except OSError as error:
        raise BookProblem.of(error, path) from error


def too_long(path: Path) -> bool:
    """Whether a file may be out of reach for the length of its path, of which Windows says only
    that it is not there."""
    return len(str(path)) > _LONGEST


def is_held(error: OSError, path: Path) -> bool:
    """Whether another program (a virus scanner, Excel) has the file open, and keeps others out."""
    said = getattr(error, "winerror", None)
    if os.name == "nt" and said is None and path.is_file():
        said = _DENIED if error.errno == errno.EACCES else None  # where a file is only opened
    if said == _DENIED:  # said of write protection too
        return path.exists() and os.access(path, os.W_OK)
    return said in (_SHARED, _LOCKED)


def patiently(step: Callable[[], object], path: Path) -> None:
    """Do something with a file, a few times over if another program holds it; OSError as usual."""
    for pause in _PAUSES:
        try:
            step()
        except OSError as error:
            if not is_held(error, path):
                raise
            time.sleep(pause)
        else:
            return
    step()


def tidy_away(*files: Path) -> None:
    """Remove files of ours that are not needed; what cannot be removed waits for a later start, and
    does not hide why it came to that."""
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def put_in_place(fresh: Path, path: Path) -> None:
    """Let a finished file take the place of another; nothing of it is left where it cannot."""
    try:
        patiently(partial(fresh.replace, path), path)
    except OSError:
        tidy_away(fresh)
        raise


def synced_by(folder: Path) -> str:
    """The program that keeps this folder in step with other computers, "" if none is known."""
    with suppress(OSError):
        folder = folder.resolve()
    for part in folder.parts:
        low = part.lower()
        for start, program in _SYNCED.items():
            if low.startswith(start):
                return program
    return ""


_SYNCED = {
    "onedrive": "OneDrive",
    "nutstore": "坚果云",
    "我的坚果云": "坚果云",
    "坚果云": "坚果云",
    "baidunetdisk": "百度网盘",
    "baidusyncdisk": "百度网盘",
    "百度网盘": "百度网盘",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "dropbox": "Dropbox",
    "weiyun": "微云",
    "微云": "微云",
    "wpsdrive": "WPS 云盘",
    "wps云盘": "WPS 云盘",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
}
