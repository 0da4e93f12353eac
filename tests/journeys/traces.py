"""Looks for traces of pictures and numbers in every file below a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CHUNK = 24


def assert_no_trace(folder: Path, pictures: Iterable[bytes], number: str) -> None:
    """No chunk of a picture and no run of 6 digits of the number is in any file."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files, "there is something to search"
    contents = {path: path.read_bytes() for path in files}
    for at in range(len(number) - 5):
        run = number[at : at + 6]
        for kind in ("utf-8", "utf-16-le", "utf-16-be"):
            for path, content in contents.items():
                assert run.encode(kind) not in content, (path.name, run)
    for picture in pictures:
        # Not the head: the standard tables of all JPEG files stand there.
        for start in range(1024, len(picture) - CHUNK, 997):
            chunk = picture[start : start + CHUNK]
            if len(set(chunk)) < 8:
                continue
            for path, content in contents.items():
                assert chunk not in content, path.name
