"""One ksdesk a data folder: the lock, and the name under which its holder listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def server_name(data: Path) -> str:
    """The local socket's name for a data folder, the same for every start on it."""
    import hashlib  # OpenSSL: not before the window is there

    return "ksdesk-" + hashlib.blake2b(str(data.resolve()).encode(), digest_size=10).hexdigest()


def take_lock(path: Path) -> QLockFile | None:
    """The held lock, or None if another ksdesk holds it. OSError where it cannot be written."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError:
        raise PermissionError(f"{path} cannot be written")
    return None
