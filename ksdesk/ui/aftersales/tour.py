"""The rooms behind the doors of the after-sales page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from ksdesk.ui.aftersales.evidence.photos import BlackoutSheet
from ksdesk.ui.aftersales.evidence.sheet import EvidenceSheet
from ksdesk.ui.aftersales.page import AftersalesPage


def rooms(page: AftersalesPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every sheet, opened as its button does, and a case at each end of its path."""
    page.choose(page.list.first())
    page.desk.new()
    yield "new", page.desk.sheet
    for what in ("promise", "deadline"):
        page.desk.ask(what)
        yield what, page.desk.sheet
    page.desk.ask("proof")
    proof = page.desk.sheet
    assert isinstance(proof, EvidenceSheet)
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#b5651d"))
    proof.photos = [picture, picture]
    proof.show_photos()
    yield "proof", proof
    cover = BlackoutSheet(picture, page)
    cover.photo.boxes.append(QRectF(120, 90, 160, 40))
    cover.open()
    yield "proof-photo", cover
    page.work.ask_to_end()
    yield "end", page.window()
    page.list.chips.chip("closed").click()
    yield "closed", page.window()
    page.list.chips.chip("open").click()
    usual = page.window().size()
    page.window().resize(QSize(960, 640))
    for part in ("work", "said"):
        page.tabs.button(part).click()
        yield f"narrow-{part}", page.window()
    page.tabs.button("work").click()
    page.window().resize(usual)
