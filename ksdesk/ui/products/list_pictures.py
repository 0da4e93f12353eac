"""Small pictures for the list of products, read in a worker for the rows that are painted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ksdesk.domain.products import Product
from ksdesk.storage import Reader
from ksdesk.ui.products.pictures.files import look_at
from ksdesk.ui.shell.context import Context

SIDE = 56  # px: twice what is drawn, for screens of double density
KEPT = 500

Key = tuple[int, object]
"""A product and when it was changed: another picture is read again."""


class ListPictures(QObject):
    """`of` answers at once with what is here and has the rest read; `arrived` when there is more
    to paint.
    """

    arrived = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._images: dict[Key, QImage | None] = {}
        self._wanted: dict[int, Key] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)

    def of(self, product: Product) -> QImage | None:
        """The first picture of a product; None where it has none, and until it is read."""
        key = (product.id, product.changed_at)
        if key not in self._images:
            self._images[key] = None
            self._wanted[product.id] = key
            self._soon.start()
        return self._images[key]

    @Slot()
    def _read(self) -> None:
        wanted, self._wanted = self._wanted, {}
        done = partial(self._take, wanted)
        self.ctx.jobs.run(self, _read, self.ctx.reader, tuple(wanted), done=done, failed=_without)

    def _take(self, wanted: dict[int, Key], found: dict[int, QImage]) -> None:
        for number, image in found.items():
            self._images[wanted[number]] = image
        for key in list(self._images)[: max(0, len(self._images) - KEPT)]:
            del self._images[key]
        if found:
            self.arrived.emit()


def _read(reader: Reader, numbers: Sequence[int]) -> dict[int, QImage]:
    found = {}
    for product in reader.products.some(numbers):
        pictures = product.details.pictures
        first = next((one for one in pictures if one.role == "main"), next(iter(pictures), None))
        image = None if first is None else look_at([first.path], first.role)[0].image
        if image is not None:
            found[product.id] = image.scaled(
                SIDE,
                SIDE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
    return found


def _without(_error: BaseException) -> None:
    """The list itself tells of a book that cannot be read; it has letters for pictures."""
