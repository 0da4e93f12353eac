"""One ksdesk a data folder: the lock, and the name under which its holder listens."""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile


def server_name(data: Path) -> str:
    """The local socket's name for a data folder, the same for every start on it: where temporary
    files go is another place for who starts it from a terminal, a session or a timer."""
    from PySide6.QtCore import QCryptographicHash

    folder = QCryptographicHash(QCryptographicHash.Algorithm.Sha1)
    folder.addData(str(data.resolve()).encode())
    name = "ksdesk-" + bytes(folder.result().toHex().data()).decode()[:20]
    return name if sys.platform == "win32" else f"/tmp/{name}"


class Holder(NamedTuple):
    """Who holds a lock, as its file says: a computer's name and whether the process runs here.

    `known` is False where the file is empty or not a lock of ours.
    """

    known: bool
    computer: str
    here: bool


def holder(path: Path) -> Holder:
    """Who holds the lock of a data folder."""
    from PySide6.QtCore import QSysInfo

    number, computer, _program = QLockFile(str(path)).getLockInfo()
    here = computer in ("", QSysInfo.machineHostName())
    return Holder(bool(number), computer, here)


def seize_lock(path: Path) -> QLockFile | None:
    """The lock that nobody answers for; None where its holder still runs (then without one)."""
    with suppress(OSError):  # left in a folder that was copied it may be write-protected
        path.chmod(0o600)
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock if lock.removeStaleLockFile() and lock.tryLock(0) else None


def take_lock(path: Path) -> QLockFile | None:
    """The held lock, or None if another ksdesk holds it. OSError where it cannot be written."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "no file", str(path))
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError:
        raise PermissionError(f"{path} cannot be written")
    return None
