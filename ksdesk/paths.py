"""Where things live: the shipped resources, and everything of the seller below one folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path


def resources() -> Path:
    """The folder of shipped files (rules, guide, icons, fonts, translations)."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


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


@dataclass(frozen=True)
class Paths:
    """Everything the app writes, below one folder `data`."""

    data: Path

    @property
    def book(self) -> Path:
        """The seller's own book."""
        return self.data / "shop.ksdesk"

    @property
    def sample_book(self) -> Path:
        """The sample shop's book, made anew when it is opened and removed when it is left."""
        return self.data / "sample" / "sample.ksdesk"

    @property
    def backups(self) -> Path:
        """Verified copies of the book."""
        return self.data / "backups"

    @property
    def staging(self) -> Path:
        """Read but not yet committed imports."""
        return self.data / "staging"

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

    def make(self) -> None:
        """Create the folders; OSError where the place cannot be written."""
        for folder in (self.data, self.backups, self.staging, self.cache, self.logs):
            folder.mkdir(parents=True, exist_ok=True)
