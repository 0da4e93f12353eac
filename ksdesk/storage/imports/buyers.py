"""The secret key under which buyers are hashed: a file beside the books, in no book, backup or
export. Without it no hash in a book says anything of anybody."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from ksdesk.paths import put_in_place
from ksdesk.storage.problem import system_problems

FILE: Final = "buyers.key"
_BYTES: Final = 32


def key_beside(book: Path) -> bytes:
    """The key of the books in that folder, made when it is first needed; `BookProblem`."""
    path = book.with_name(FILE)
    with system_problems(path):
        if path.is_file() and len(key := path.read_bytes()) == _BYTES:
            return key
        key = secrets.token_bytes(_BYTES)
        fresh = path.with_name(f"{FILE}.new")
        with open(fresh, "wb", opener=_private) as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(fresh, path)
    return key


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
