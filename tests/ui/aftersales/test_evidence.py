"""The pack on the screen and as files: what is unticked leaves, photos are drawn anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pdf_text import pages_of
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ksdesk.actions.aftersales.looking import CaseStanding
from ksdesk.domain.aftersales.cases import AftersalesCase
from ksdesk.domain.aftersales.clocks import Clock
from ksdesk.domain.aftersales.evidence import SoldOrder
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.ui.aftersales.evidence import pages
from ksdesk.ui.aftersales.evidence.sheet import EvidenceSheet

NOW = datetime(2026, 11, 18, 10, 20)
FILE = CaseFile(
    "2632300003307",
    kind="refund_only",
    product="红富士",
    refund=2300,
    opened_at=NOW - timedelta(hours=42),
    said=(("2026-11-18T09:20:00", "seller", "马上查", "calm"),),
)
ONE = CaseStanding(AftersalesCase(FILE), Clock(NOW + timedelta(hours=6), "rule", False, False))


@pytest.fixture
def sheet(ctx, qtbot):
    from PySide6.QtWidgets import QWidget

    ctx.clock = lambda: NOW
    parent = QWidget()
    qtbot.addWidget(parent)
    made = EvidenceSheet(ctx, ONE, SoldOrder("红富士", paid=6900), parent)
    made.resize(980, 640)
    made.open()
    yield made
    made.close()


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "IMG_1.jpg"
    exif = Image.Exif()
    exif[0x010E] = "张三 13812345678"
    Image.new("RGB", (2000, 1500), (181, 101, 29)).save(path, exif=exif)
    return path


def text_of(path) -> str:
    return "".join("".join(pages_of(path)).split())


def test_what_is_ticked_goes_out_as_one_pdf(sheet, tmp_path):
    assert sheet.checks["order"].isChecked() and not sheet.checks["tracking"].isEnabled()
    sheet.checks["said"].click()
    path = tmp_path / "材料.pdf"
    sheet.ctx.ask.answers = [path]
    sheet.save_pdf()
    said = text_of(path)
    assert "2632300003307" in said and "69.00" in said
    assert "马上查" not in said
    assert sheet.foot.text() == "已保存：材料.pdf" and not sheet.open_folder.isHidden()


def test_the_clock_stays_in_sight_and_sentences_are_picked(ctx, qtbot, tmp_path):
    from PySide6.QtWidgets import QLabel, QWidget

    ctx.clock = lambda: NOW
    parent = QWidget()
    qtbot.addWidget(parent)
    said = (*FILE.said, ("2026-11-18T09:24:00", "buyer", "快点退", ""))
    one = replace(ONE, case=AftersalesCase(replace(FILE, said=said)))
    sheet = EvidenceSheet(ctx, one, SoldOrder("红富士", paid=6900), parent)
    sheet.open()
    assert sheet.clock.accessibleName() == "剩 6 小时"
    assert [tick.text() for tick in sheet.sentences] == [
        "2026-11-18 09:20 店家 马上查",
        "2026-11-18 09:24 买家 快点退",
    ]
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "还没记快递怎么说；记在「说过的话」里，更好判。" in told
    assert any("实付 69.00 元" in text for text in told)
    sheet.sentences[1].click()
    path = tmp_path / "材料.pdf"
    sheet.ctx.ask.answers = [path]
    sheet.save_pdf()
    assert "马上查" in text_of(path) and "快点退" not in text_of(path)
    sheet.sentences[0].click()
    sheet.ctx.ask.answers = [path]
    sheet.save_pdf()
    assert "聊天记录" not in text_of(path), "a part without a sentence is none"
    said = (*said, ("2026-11-18T09:30:00", "courier", "路上没摔", ""))
    asked = EvidenceSheet(
        ctx, replace(ONE, case=AftersalesCase(replace(FILE, said=said))), SoldOrder(), parent
    )
    assert not [label for label in asked.findChildren(QLabel) if "还没记快递" in label.text()]
    sheet.close()


def test_photos_are_drawn_anew_and_nothing_else_is_read(sheet, picture, tmp_path):
    bad = tmp_path / "说明.jpg"
    bad.write_bytes(b"no picture")
    sheet.add_files([picture, bad])
    assert len(sheet.photos) == 1
    assert sheet.refused.text() == "打不开，没加进来：说明.jpg"
    assert max(sheet.photos[0].width(), sheet.photos[0].height()) == 1200
    sheet.ctx.ask.answers = [tmp_path]
    sheet.save_folder()
    folder = tmp_path / "售后材料 订单尾号 3307"
    assert sorted(path.name for path in folder.iterdir()) == [
        "售后材料 订单尾号 3307.pdf",
        "照片 1.jpg",
    ]
    assert all(b"13812345678" not in path.read_bytes() for path in folder.iterdir())
    sheet.ctx.ask.answers = [tmp_path]
    sheet.save_folder()
    assert (tmp_path / "售后材料 订单尾号 3307 2").is_dir()


def test_a_box_over_a_photo_is_black_for_good(sheet, picture):
    sheet.add_files([picture])
    sheet.thumbs[0].click()
    photo = sheet.blackout.photo
    photo.resize(600, 450)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(photo, left, pos=QPoint(100, 100))
    QTest.mouseMove(photo, QPoint(200, 160))
    QTest.mouseRelease(photo, left, pos=QPoint(200, 160))
    assert len(photo.boxes) == 1
    sheet.blackout.main.click()
    assert sheet.photos[0].pixelColor(300, 260) == QColor("black")
    assert sheet.photos[0].pixelColor(10, 10) != QColor("black")
    QTest.keyClick(sheet.thumbs[0], Qt.Key.Key_Delete)
    assert sheet.photos == []


def test_a_pasted_photo_is_taken(sheet):
    from PySide6.QtGui import QGuiApplication, QImage

    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(sheet, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(sheet.photos) == 1
    assert sheet.pages


@pytest.mark.slow
def test_many_photos_take_more_pages_and_are_bounded(sheet, picture):
    before = len(sheet.pages)
    sheet.add_files([picture] * 14)
    assert len(sheet.photos) == 12 and len(sheet.pages) > before


@pytest.mark.parametrize("number", ["/../", "a/b", "..\\x", "1:2?", "12. "])
def test_the_folder_lies_where_it_was_asked_for(qapp, tmp_path, number):
    """The end of an order's number is part of its name."""
    target = tmp_path / "here"
    target.mkdir()
    folder = pages.write_folder(pages.Pack(f"售后材料 {number}", "", "", ()), target)
    assert [folder] == [*target.iterdir()] and [target] == [*tmp_path.iterdir()]
    assert [file.name for file in folder.iterdir()] == [f"{folder.name}.pdf"]
