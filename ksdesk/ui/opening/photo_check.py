"""Looking at a photo on a worker: read, judge, make small. Nothing of it is written anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from ksdesk.domain.opening.photos import PhotoVerdict, Side, check_photo, thumbnail, watermarked
from ksdesk.domain.pictures import MOST_BYTES
from ksdesk.domain.reasons import reason
from ksdesk.domain.rulebook import DayRules
from ksdesk.paths import resources

SMALL_SIDE = 320
FONT = "NotoSansSC-Regular.otf"


@dataclass(frozen=True)
class CheckedPhoto:
    """A photo in memory: its bytes, what was found, and a small picture (None if unreadable)."""

    data: bytes = field(repr=False)
    verdict: PhotoVerdict
    image: QImage | None = field(default=None, repr=False)


def look_at(source: Path | QImage, side: Side, rules: DayRules) -> CheckedPhoto:
    """Judge a photo from a file or from the clipboard."""
    if isinstance(source, QImage):
        data = _png(source)
    else:
        try:
            if source.stat().st_size > MOST_BYTES:
                size = source.stat().st_size
                return _unread(side, "too_many_bytes", size)
            data = source.read_bytes()
        except OSError:
            return _unread(side, "file_unreadable", 0)
    least, advised = (rules.whole(f"opening.photo.{name}") for name in ("short_side", "bytes"))
    verdict = check_photo(data, side, least, advised)
    if not verdict.width:
        return CheckedPhoto(b"", verdict)
    small = thumbnail(data, SMALL_SIDE)
    layout = QImage.Format.Format_RGB888
    image = QImage(small.rgb, small.width, small.height, small.width * 3, layout)
    return CheckedPhoto(data, verdict, image.copy())


def _unread(side: Side, why: str, size: int) -> CheckedPhoto:
    return CheckedPhoto(b"", PhotoVerdict(side, "unusable", (reason(why, bytes=size),), bytes=size))


def _png(image: QImage) -> bytes:
    """The picture of the clipboard as bytes, in memory."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    buffer.close()
    return bytes(store.data())


def write_copies(photos: list[tuple[bytes, Path]], text: str) -> int:
    """Write a copy of each photo with `text` across it where the seller chose; how many.

    OSError where a file cannot be written.
    """
    font = resources() / "fonts" / FONT
    for data, path in photos:
        path.write_bytes(watermarked(data, text, font))
    return len(photos)
