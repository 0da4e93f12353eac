"""The bytes of a source, wherever they are."""

from __future__ import annotations

import io
from typing import BinaryIO

from ksdesk.domain.imports import Source


def opened(source: Source) -> BinaryIO:
    """A file, or what was unpacked from one; raises OSError. Pasted text has no bytes."""
    if source.unpacked is not None:
        return io.BytesIO(source.unpacked)
    assert source.path is not None
    return source.path.open("rb")


def size(source: Source) -> int:
    """In bytes, of pasted text in characters; raises OSError."""
    if source.unpacked is not None:
        return len(source.unpacked)
    return source.path.stat().st_size if source.path else len(source.text or "")
