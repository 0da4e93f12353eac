"""What a seller or a file calls something is shown sign by sign, tooltips included."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QWidget

from ksdesk.actions import imports, products
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.ui.parts.tip import set_tip, tip_text
from ksdesk.ui.shell.window import MainWindow

NASTY = "<b>柿饼</b><img src='x.png'> & <i>1 < 2</i>"
TRAFFIC = f'日期,计划Id,计划名称,花费\n2026-11-15,1,"{NASTY}",5\n2026-11-16,2,"{NASTY}2",6\n'
KSDESK = Path(__file__).parents[2] / "ksdesk"
HTML_LABELS = {"ui/products/quality/rows.py"}  # marks claim words; what it marks is escaped


might_be_html = QtGui.Qt.mightBeRichText  # type: ignore[attr-defined]


def shown(tip: str) -> str:
    """What Qt shows of a tooltip."""
    if not might_be_html(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize(
    "text", [NASTY, "一行\n两行 <br>", "a  b", "Tom & Jerry", "x < y", "", "&lt;b&gt; &amp;"]
)
def test_a_tooltip_shows_its_text_sign_by_sign(qtbot, text):
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, text)
    assert shown(widget.toolTip()).replace("\u2028", "\n") == text
    assert tip_text(tip_text("plain")) == "plain"


@pytest.mark.slow
def test_one_function_sets_tooltips_and_labels_take_no_html():
    """Qt takes <b> in a name for a format unless it is told not to, each time."""
    found = []
    for path in KSDESK.rglob("*.py"):
        name = path.relative_to(KSDESK).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            word = getattr(node, "attr", "")
            if word in ("setToolTip", "showText", "setWhatsThis") and name != "ui/parts/tip.py":
                found.append((name, word))
            if word in ("RichText", "AutoText", "MarkdownText") and name not in HTML_LABELS:
                found.append((name, word))
            bare = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QLabel"
            if bare:
                found.append((name, "QLabel"))
    assert found == []


@pytest.fixture
def window(ctx, qtbot, now):
    ctx.settings.set(welcomed=True, language="zh", scheme="light")
    ctx.book.shop.rename(NASTY)
    products.save(ctx.book, Product(title=NASTY, note=NASTY, category=NASTY, code="<b>1</b>"), now)
    source = Source(NASTY, text=TRAFFIC)
    imports.commit(ctx.book, imports.preview(ctx.book, source, kind="traffic"), now=now)
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    ctx.book.close()


def indexes(view: QAbstractItemView) -> list[QModelIndex]:
    model = view.model()
    if model is None:
        return []
    rows, columns = min(model.rowCount(), 50), model.columnCount()
    return [model.index(row, column) for row in range(rows) for column in range(columns)]


def formats(widget: QWidget) -> list[str]:
    """What Qt would take for a format in a widget and its rows: tooltips, labels."""
    tips = [widget.toolTip()]
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QListWidget):
        tips += [str(i.data(Qt.ItemDataRole.ToolTipRole) or "") for i in indexes(widget)]
    if isinstance(widget, QListWidget):
        tips += [widget.item(row).toolTip() for row in range(widget.count())]
    bad = [tip for tip in tips if "<b>" in tip or "<img" in tip]
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        bad += [widget.text()] if "<img" in widget.text() else []
    return bad


@pytest.mark.slow
def test_no_page_takes_a_name_for_a_format(window, ctx):
    walked = 0
    for topic in (
        "today",
        "opening",
        "deposit",
        "products",
        "traffic",
        "promotion",
        "guide",
        "settings",
    ):
        window.navigate(topic, None)
        for widget in window.findChildren(QWidget):
            assert formats(widget) == [], f"{topic}: {type(widget).__name__}"
            walked += 1
    window.navigate("traffic", None)
    page = window.pages["traffic"]
    page.bringing.show_records()
    page.sheets.show_table()
    assert [f for w in page.findChildren(QWidget) for f in formats(w)] == []
    assert walked > 500
