"""The seven sheets that no page's tour opens, by keyboard alone: they need a file, a secret, a wish
to leave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from keys import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from test_keyboard import entered, tabbed, typed_into

from ksdesk.actions.backups.moving import Guest, Parcel
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.paths import resources
from ksdesk.storage.copies import BookContents
from ksdesk.ui.backups.taking import ParcelSheet
from ksdesk.ui.imports.doubles_sheet import DoublesSheet
from ksdesk.ui.imports.password import PasswordSheet
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.products.costs.sheet import ChosenCosts
from ksdesk.ui.products.paper_sheet import PaperSheet
from ksdesk.ui.settings.about import LicenceSheet
from ksdesk.ui.shell import tour
from ksdesk.ui.shell.question import QuestionSheet
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.slow


def parcel(window: MainWindow) -> SheetDialog:
    counts = {"deposit": 12, "products": 4}
    guest = Guest("柿子沟果园", Path("shop.ksdesk"), BookContents(26, "柿子沟果园", counts, {}))
    return ParcelSheet(Parcel(Path("shop.ksdesk-move"), (guest,), {}), "", window)


def costs(window: MainWindow) -> SheetDialog:
    numbers = [product.id for product in window.ctx.reader.products.all()][:3]
    return ChosenCosts(window.ctx, numbers, window)


SHEETS: dict[str, Callable[[MainWindow], SheetDialog]] = {
    "question": lambda w: QuestionSheet(w, "Delete it?", "It goes to the bin", "Delete", "Keep"),
    "question of three": lambda w: QuestionSheet(w, "Leave?", "Typed", "Save", "Stay", "Discard"),
    "password": lambda w: PasswordSheet("a.xlsx", "It is locked", more=True, parent=w),
    "doubles": lambda w: DoublesSheet((), 0, w),
    "paper": lambda w: PaperSheet(
        ProductPaper("质检报告"), Product(title="柿饼"), ("质检报告",), w
    ),
    "costs": costs,
    "parcel": parcel,
    "licence": lambda w: LicenceSheet(next(Path(resources() / "licences").glob("*.txt")), w),
}


@pytest.fixture
def sheet(open_window, request) -> SheetDialog:
    made = SHEETS[request.param](open_window())
    made.open()
    made.activateWindow()
    tour.settle()
    return made


@pytest.mark.parametrize("sheet", SHEETS, indirect=True)
def test_a_small_sheet_is_gone_through_with_tab_enter_and_escape(sheet):
    assert sheet.isAncestorOf(QApplication.focusWidget())
    wrong = tabbed(sheet) + entered(sheet) + typed_into(sheet)
    assert not wrong, "\n".join(wrong)
    press(Qt.Key.Key_Escape)
    assert not isValid(sheet) or not sheet.isVisible()
