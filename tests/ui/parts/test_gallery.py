"""All parts together: drawn in both schemes, languages and three text sizes without a warning."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

sys.path.insert(0, str(Path(__file__).parent))
from gallery import gallery, ledger

from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.gauge import Gauge
from ksdesk.ui.parts.number_card import Change, NumberCard
from ksdesk.ui.parts.table import TableView


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "scheme", "scale"),
    [("zh", "light", 1.0), ("zh", "dark", 1.0), ("en", "light", 1.5), ("en", "dark", 0.9)],
)
def test_gallery_is_drawn(qtbot, spoken, lang: str, scheme: str, scale: float) -> None:
    theme = spoken(lang, scheme, scale)
    page = gallery()
    qtbot.addWidget(page)
    page.show()
    image = page.grab().toImage()
    assert QColor(image.pixelColor(2, 2)) == theme.color("bg")
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    }
    for token in ("surface", "accent", "warn_soft", "bad_soft", "series_1", "accent_soft"):
        assert theme.color(token).name() in seen, token


def test_every_control_has_an_accessible_name(qtbot, spoken) -> None:
    spoken()
    page = gallery()
    qtbot.addWidget(page)
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    nameless = [
        type(control).__name__
        for kind in kinds
        for control in page.findChildren(kind)
        if control.isVisibleTo(page) and not control.accessibleName()
    ]
    assert not nameless


def build() -> QWidget:
    page = Card()
    for number in range(3):
        card = NumberCard(f"数 {number}")
        card.set("¥2,846.50", Change("up", "12.4%"), "比上周二")
        page.add(card)
    gauge = Gauge()
    gauge.set(276400, 300000)
    page.add(gauge)
    page.add(TableView(ledger(), name="账本"), 1)
    return page


@pytest.mark.bench
def test_a_page_is_built_in_30_ms(qtbot, spoken) -> None:
    spoken()
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        page = build()
        page.resize(1000, 700)
        page.ensurePolished()
        page.grab()
        spent.append(time.perf_counter() - start)
        qtbot.addWidget(page)
    assert min(spent) < 0.030, [round(s * 1000, 1) for s in spent]
