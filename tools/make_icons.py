"""Draw resources/desktop/ksdesk.png and .ico from ksdesk.svg (both are committed)."""

from __future__ import annotations

import io
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "desktop"
ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]


def draw(size: int) -> Image.Image:
    """The icon at this many pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(FOLDER / "ksdesk.svg")).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(data.data()))


def main() -> None:
    app = QGuiApplication([])
    pictures = [draw(size) for size in ICO_SIZES]
    pictures[-1].save(FOLDER / "ksdesk.png")
    pictures[-1].save(
        FOLDER / "ksdesk.ico",
        sizes=[(size, size) for size in ICO_SIZES],
        append_images=pictures[:-1],
    )
    del app


if __name__ == "__main__":
    main()
