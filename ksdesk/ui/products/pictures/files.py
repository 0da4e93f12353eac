"""Looking at a product's picture files on a worker: what they are, and a small copy to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from ksdesk.actions import products
from ksdesk.domain.pictures import PictureError
from ksdesk.domain.products import Picture

SIDE = 160  # px of the small copy: twice what is drawn, for screens of double density


@dataclass(frozen=True)
class Looked:
    """A file: `picture` None where it is none, `gone` where it is not there (any more)."""

    path: str
    picture: Picture | None
    gone: bool = False
    image: QImage | None = field(default=None, repr=False)


def look_at(paths: Sequence[str], role: str) -> tuple[Looked, ...]:
    """Read the heads of files for a role, and make small copies."""
    return tuple(_look(path, role) for path in paths)


def _look(path: str, role: str) -> Looked:
    try:
        picture = products.read_picture(Path(path), role)
    except PictureError:
        return Looked(path, None)
    except OSError:
        return Looked(path, None, gone=True)
    return Looked(path, picture, image=_small(path))


def _small(path: str) -> QImage | None:
    """A small copy, None where this build cannot unpack the form."""
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        within = QSize(SIDE, SIDE)
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
