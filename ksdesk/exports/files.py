"""Files that are there as a whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final

from ksdesk.paths import MOVING_FILE, PRIVATE, is_within_reach, patiently, too_long

_HALF: Final = ".part"
_CODES: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "too_long",
    errno.EINVAL: "bad_name",
    errno.EISDIR: "bad_name",
}
PROBLEMS: Final = frozenset((*_CODES.values(), "in_use", "protected", "not_empty", "io"))
"""in_use: another program (as a rule Excel) holds the file; protected: the file there may not be
written over, which Windows says as of one that is held; not_empty: the folder holds things."""


class ExportProblem(Exception):
    """A file cannot be written; what was there before is still there.

    `code` is one of PROBLEMS, `path` what was to be written, `detail` the system's words.
    """

    def __init__(self, code: str, path: Path, detail: str = "") -> None:
        super().__init__(f"{code}: {path}: {detail}")
        self.code, self.path, self.detail = code, path, detail


@contextmanager
def system_faults(path: Path) -> Iterator[None]:
    """Turn what the system says about files into `ExportProblem`."""
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "io")
        if isinstance(error, PermissionError):
            there = is_within_reach(path) and os.access(path.parent, os.W_OK)
            own = "in_use" if os.access(path, os.W_OK) else "protected"
            code = own if there else "read_only"
        if code == "missing" and too_long(path):
            code = "too_long"
        # Without the file they are about: that is the one beside `path`, which nobody asked for.
        raise ExportProblem(code, path, error.strerror or str(error)) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path` that takes its place when the block ends well.

    Otherwise it is removed and `path` is as it was. Raises `ExportProblem`.
    """
    with system_faults(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder bears this name", str(path))
        fresh = _beside(path)
        fresh.open("xb").close()
        try:
            yield fresh
            patiently(partial(fresh.replace, path), path)
        finally:
            with suppress(OSError):  # the fault that led here is the one to tell
                fresh.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """A new folder that becomes `path` when the block ends well; an empty `path` may be there.

    Raises `ExportProblem`, also where `path` holds anything.
    """
    with system_faults(path):
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise ExportProblem("not_empty", path)
        fresh = _beside(path)
        fresh.mkdir()
        try:
            yield fresh
            if path.exists():
                path.rmdir()
            patiently(partial(fresh.replace, path), path)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """A folder beside `path` for what is only needed until the block ends."""
    made = _beside(path)
    made.mkdir(mode=PRIVATE)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _beside(path: Path) -> Path:
    """A name of ours on the same disk; as long as a short one, whatever `path` is called."""
    return path.with_name(f".ksdesk-{secrets.token_hex(6)}{_HALF}")


def sweep(folder: Path) -> None:
    """Remove what a kill left in a folder to which files were saved, if it is still there."""
    try:
        found = [*folder.glob(f".ksdesk-*{_HALF}"), *folder.glob(f"*{MOVING_FILE}.new")]
    except (OSError, ValueError):  # on a disk or share that does not answer; no path at all
        return
    for left in found:
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()
