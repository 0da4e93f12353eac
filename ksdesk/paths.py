"""Where things live: the shipped resources, and everything of the seller below one folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of shipped files (rules, guide, icons, fonts, translations)."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


def reserve(path: Path) -> None:
    """Make an empty file that only its owner can read, for SQLite to fill; OSError as usual."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def default_data() -> Path:
    """The seller's own folder on this system, where no --data names another."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "ksdesk"


MOVED = "moved-to.txt"


def follow(data: Path) -> Path:
    """The folder that holds now: `data`, or where the seller has moved everything since."""
    seen = {data}
    while True:
        try:
            data = Path((data / MOVED).read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError):
            return data
        if data in seen:  # moved there and back
            return data
        seen.add(data)


PRIVATE = 0o700  # folders that nobody but the seller looks into
SAMPLE = "sample"
FIRST = ""


@dataclass(frozen=True)
class Paths:
    """Everything the app writes, below one folder `data`.

    Each shop has a book, backups and unfinished imports of its own: `shop` is its short name,
    `FIRST` the first shop's. `SAMPLE` lies in one folder with all that belongs to it.
    """

    data: Path
    shop: str = FIRST

    def of(self, shop: str) -> Paths:
        """The same folder with another shop open."""
        return replace(self, shop=shop)

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

    def make(self) -> None:
        """Create the folders; OSError where the place cannot be written."""
        for folder in (self.data, self.backups, self.staging, self.cache, self.logs):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if self.shop != FIRST:
            self.book.parent.mkdir(mode=PRIVATE, exist_ok=True)

    def _own(self, kind: str) -> Path:
        if self.sample:
            return self.data / "sample" / kind
        return self.data / kind / self.shop if self.shop else self.data / kind
