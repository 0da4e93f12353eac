"""One ksdesk a data folder: the lock, and the name under which its holder listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile


def server_name(data: Path) -> str:
    """The local socket's name for a data folder, the same for every start on it."""
    folder = QCryptographicHash(QCryptographicHash.Algorithm.Sha1)
    folder.addData(str(data.resolve()).encode())
    return "ksdesk-" + bytes(folder.result().toHex()).decode()[:20]


def take_lock(path: Path) -> QLockFile | None:
    """The held lock, or None if another ksdesk holds it. OSError where it cannot be written."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError:
        raise PermissionError(f"{path} cannot be written")
    return None
