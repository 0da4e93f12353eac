"""A slot for a photo: drop, paste, states, and the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage

from ksdesk.ui.parts.photo_slot import PhotoSlot


@pytest.fixture
def slot(ctx, qtbot) -> PhotoSlot:
    made = PhotoSlot("正面")
    qtbot.addWidget(made)
    made.set_hint("拖到这里")
    made.show_state("empty", "", "选照片")
    made.resize(160, 248)
    made.show()
    return made


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    return image


def drop(widget, mime: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    widget.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    widget.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_a_dropped_file_is_given(slot, qtbot):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/照片/a.jpg")])
    with qtbot.waitSignal(slot.given) as told:
        drop(slot, mime)
    assert told.args == [Path("/照片/a.jpg")]


def test_a_dropped_picture_is_given(slot, qtbot):
    mime = QMimeData()
    mime.setImageData(picture())
    with qtbot.waitSignal(slot.given) as told:
        drop(slot, mime)
    assert told.args[0].size().width() == 40


def test_a_dropped_word_is_not(slot, qtbot):
    mime = QMimeData()
    mime.setText("你好")
    with qtbot.assertNotEmitted(slot.given):
        drop(slot, mime)


def test_paste_a_picture_or_a_file(slot, qtbot):
    board = QGuiApplication.clipboard()
    slot.setFocus()
    board.setImage(picture())
    with qtbot.waitSignal(slot.given) as told:
        qtbot.keyClick(slot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(told.args[0], QImage)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/b.png")])
    board.setMimeData(mime)
    with qtbot.waitSignal(slot.given) as told:
        qtbot.keyClick(slot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [Path("/b.png")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_and_the_button_ask_for_a_photo(slot, qtbot, key):
    slot.setFocus()
    with qtbot.waitSignal(slot.wanted):
        qtbot.keyClick(slot, key)
    with qtbot.waitSignal(slot.wanted):
        qtbot.mouseClick(slot.button, Qt.MouseButton.LeftButton)


def test_states_have_words_for_eye_and_ear(slot):
    slot.show_state("retake", "建议重拍", "换一张", first="太糊：清晰 38", second="要 100 以上")
    slot.show_image(picture())
    assert slot.pill.text() == "建议重拍" and slot.pill.kind() == "warn"
    assert slot.accessibleName() == "正面 建议重拍 太糊：清晰 38 要 100 以上"
    assert "要 100 以上" in slot.toolTip()
    filled = slot.grab().toImage()
    slot.show_state("remembered", "建议重拍", "再选", kind="retake")
    assert slot.grab().toImage() != filled, "the picture itself is gone"
    slot.show_state("checking", "正在看…", "")
    assert not slot.button.isVisible()
    slot.grab()
