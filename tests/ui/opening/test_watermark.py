"""Copies with words across them, saved where the seller chooses."""

from __future__ import annotations

from drawn_photos import on_desk
from PySide6.QtCore import Qt


def test_a_copy_with_a_watermark(at, ctx, photo_file, tmp_path, qtbot):
    view = at("realname.upload")
    view.photos.check("front", photo_file(on_desk()))
    said = []
    ctx.notice = lambda text, **_way: said.append(text)
    qtbot.mouseClick(view.copies, Qt.MouseButton.LeftButton)
    (sheet,) = [w for w in view.findChildren(object) if type(w).__name__ == "WatermarkSheet"]
    target = tmp_path / "copies" / "me"
    target.parent.mkdir()
    ctx.ask.answers = [target]
    sheet.main.click()
    copy = target.with_name("me.jpg").read_bytes()
    assert copy.startswith(b"\xff\xd8") and said == ["1 份副本存在 copies"]
    assert not sheet.isVisible() and not sheet._photos


def test_copies_of_several_photos_carry_the_side(at, ctx, photo_file, tmp_path):
    from ksdesk.ui.opening.watermark import WatermarkSheet

    view = at("realname.upload")
    view.photos.take_files("front", [photo_file(on_desk(), "1"), photo_file(on_desk("back"), "2")])
    sheet = WatermarkSheet(ctx, view.photos.readable(), view)
    ctx.ask.answers = [tmp_path / "copy.jpg"]
    sheet.main.click()
    assert (tmp_path / "copy-正面.jpg").exists() and (tmp_path / "copy-背面.jpg").exists()


def test_a_place_that_cannot_be_written(at, ctx, photo_file, tmp_path):
    from ksdesk.ui.opening.watermark import WatermarkSheet

    view = at("realname.upload")
    view.photos.check("front", photo_file(on_desk()))
    said = []
    ctx.notice = lambda text, **_way: said.append(text)
    ctx.ask.answers = [tmp_path / "no" / "where.jpg"]
    WatermarkSheet(ctx, view.photos.readable(), view).main.click()
    assert said == ["那里保存不了，请换个文件夹"]


def test_no_photo_no_copy(at, ctx, qtbot):
    said = []
    ctx.notice = lambda text, **_way: said.append(text)
    qtbot.mouseClick(at("realname.upload").copies, Qt.MouseButton.LeftButton)
    assert said == ["先选照片，才能存副本"]
