"""A window that imports are brought into."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ksdesk.ui.imports.runner import ImportRunner


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    yield made


@pytest.fixture
def runner(ctx, window):
    return ImportRunner(ctx, window)
