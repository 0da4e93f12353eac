"""实名: photos, number and last day, checked and forgotten."""

from __future__ import annotations

import pytest
from drawn_photos import blurred, encoded, held, on_desk, with_glare
from late_jobs import LateJobs
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from ksdesk.actions import opening as actions
from ksdesk.domain.reasons import Reason
from ksdesk.ui.opening.check_words import number_line

GOOD_NUMBER = "11010519491231002X"


def kept(ctx, step: str) -> dict:
    return dict(ctx.reader.opening.step(step).fields)


def test_a_sharp_photo_is_good(at, ctx, photo_file, qtbot):
    view = at("realname.upload")
    ctx.ask.answers = [[photo_file(on_desk())]]
    qtbot.mouseClick(view.photos.slots["front"].button, Qt.MouseButton.LeftButton)
    slot = view.photos.slots["front"]
    assert slot.state == "good" and slot.pill.text() == "好"
    assert "清晰" in slot.first.text()
    assert kept(ctx, "realname.upload")["front_verdict"]["status"] == "good"


def test_glare_and_smallness_say_number_and_advice(at, photo_file):
    photos = at("realname.upload").photos
    photos.check("back", photo_file(with_glare(on_desk("back"), 0.06)))
    slot = photos.slots["back"]
    assert slot.state == "retake" and slot.pill.text() == "建议重拍"
    assert "反光" in slot.first.text() and "避开灯光" in slot.second.text()
    photos.check("holding", photo_file(blurred(held(size=(400, 560)), 2)))
    slot = photos.slots["holding"]
    assert slot.state == "unusable" and "400" in slot.first.text()


@pytest.mark.parametrize(
    ("content", "word"), [(b"", "空"), (b"no picture", "不是图片"), (b"GIF89a....", "GIF")]
)
def test_what_is_no_picture(at, tmp_path, content, word):
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    photos = at("realname.upload").photos
    photos.check("front", path)
    assert photos.slots["front"].state == "unusable"
    assert word in photos.slots["front"].first.text()


def test_a_file_that_is_gone(at, tmp_path):
    photos = at("realname.upload").photos
    photos.check("front", tmp_path / "gone.jpg")
    assert "打不开" in photos.slots["front"].first.text()


def test_a_file_that_is_far_too_large(at, tmp_path, monkeypatch):
    from ksdesk.ui.opening import photo_check

    monkeypatch.setattr(photo_check, "MOST_BYTES", 3)
    path = tmp_path / "a.jpg"
    path.write_bytes(b"12345")
    photos = at("realname.upload").photos
    photos.check("front", path)
    assert photos.slots["front"].state == "unusable"


def test_the_same_picture_twice_is_noticed(at, photo_file, page):
    view = at("realname.upload")
    path = photo_file(on_desk())
    view.photos.take_files("front", [path, path])
    for side in ("front", "back"):
        assert view.photos.slots[side].pill.text() == "同一张"
        assert view.photos.status(side) == "retake"
    assert "同一张" in view.photos.slots["back"].first.text()
    assert page.phone.shown().spot.word == "身份证正面"


@pytest.mark.slow
def test_several_files_fill_the_empty_slots(at, photo_file):
    photos = at("realname.upload").photos
    files = [
        photo_file(image, f"{n}.jpg")
        for n, image in enumerate((held(), on_desk(), on_desk("back")))
    ]
    photos.take_files("holding", files)
    assert [photos.status(side) for side in ("front", "back", "holding")] == ["good"] * 3
    assert photos.waiting() == "front" and photos.poor() == []


def test_paste_on_the_page_takes_the_first_empty_slot(at, page, qtbot):
    view = at("realname.upload")
    image = QImage.fromData(encoded(on_desk(), "PNG"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(page.card.next, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.photos.status("front") == "good"
    QGuiApplication.clipboard().setText("no picture")
    qtbot.keyClick(page.card.next, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not view.photos.status("back")


def test_files_dropped_beside_the_slots(at, photo_file):
    photos = at("realname.upload").photos
    mime = QMimeData()
    paths = [photo_file(on_desk(), "1.jpg"), photo_file(on_desk("back"), "2.jpg")]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    photos.dropEvent(QDropEvent(QPointF(1, 1), copy, mime, left, none))
    assert photos.status("front") == photos.status("back") == "good"


def test_the_phone_asks_for_the_photo_that_is_wanted(at, page, ctx, photo_file, qtbot):
    view = at("realname.upload")
    ctx.ask.answers = [[photo_file(on_desk())]]
    with qtbot.waitSignal(page.phone.tapped, timeout=1000):
        spot = page.phone.spot_center()
        qtbot.mouseClick(page.phone, Qt.MouseButton.LeftButton, pos=spot)
    assert view.photos.status("front") == "good"
    assert page.step == "realname.upload"


def test_an_answer_to_an_older_question_is_dropped(at, photo_file, ctx):
    photos = at("realname.upload").photos
    late = ctx.jobs = LateJobs(ctx.book)
    photos.check("front", photo_file(on_desk(), "good.jpg"))
    photos.check("front", photo_file(with_glare(on_desk(), 0.06), "glare.jpg"))
    assert photos.slots["front"].state == "checking"
    late.deliver(1)
    late.deliver(0)
    assert photos.kept["front_verdict"]["status"] == photos.status("front") != "good"


def test_a_photo_of_a_step_that_was_left_is_not_kept(at, photo_file, ctx):
    photos = at("realname.upload").photos
    late = ctx.jobs = LateJobs(ctx.book)
    photos.check("front", photo_file(on_desk()))
    photos.forget()
    late.deliver_all()
    assert not photos.kept and not photos.readable()


def test_verdicts_come_back_photos_do_not(at, make_page, photo_file, ctx):
    at("realname.upload").photos.check("front", photo_file(with_glare(on_desk(), 0.06)))
    again = make_page()
    again.jump("realname.upload")
    slot = again.view().photos.slots["front"]
    assert slot.state == "remembered" and slot.pill.text() == "建议重拍"
    assert "反光" in slot.first.text() and "没有留存" in slot.second.text()
    assert again.view().photos.readable() == {}


def test_photos_and_number_survive_another_look(page, at, make_page, photo_file, qtbot):
    view = at("realname.upload")
    view.photos.check("front", photo_file(on_desk()))
    qtbot.keyClicks(view.number.edit, GOOD_NUMBER)
    other = make_page()
    other.restore(page.state())
    assert other.view().photos.slots["front"].state == "good"
    assert other.view().number.text() == GOOD_NUMBER
    assert other.view().number.verdict()[0] == "good"


def test_the_end_forgets_photos_and_number(page, at, photo_file, qtbot):
    view = at("realname.upload")
    view.photos.check("front", photo_file(on_desk()))
    qtbot.keyClicks(view.number.edit, GOOD_NUMBER)
    for _ in range(3):
        page.go_on()
    assert page.step == "done"
    assert view.photos.readable() == {} and view.number.text() == ""
    page.jump("realname")
    assert "号码对得上" in view.number.verdict()[1]
    assert "没有留存" in view.number.verdict()[1]


def test_a_right_number_and_its_verdict(at, ctx, qtbot):
    view = at("realname.upload")
    qtbot.keyClicks(view.number.edit, GOOD_NUMBER)
    assert view.number.verdict() == ("good", "号码对得上，年满 16 岁")
    found = kept(ctx, "realname.upload")["id_verdict"]
    assert found["status"] == "ok" and "1949" not in str(kept(ctx, "realname.upload"))


def test_a_half_typed_number_is_told_when_it_is_left(at, qtbot):
    view = at("realname.upload")
    qtbot.keyClicks(view.number.edit, "1101051949")
    assert view.number.verdict()[1] == ""
    view.number.edit.editingFinished.emit()
    assert view.number.verdict() == ("bad", "现在 10 位，应为 18 位")


def test_a_number_taken_out_takes_its_verdict_along(at, ctx, qtbot):
    view = at("realname.upload")
    qtbot.keyClicks(view.number.edit, "12")
    view.number.edit.selectAll()
    qtbot.keyClick(view.number.edit, Qt.Key.Key_Delete)
    assert "id_verdict" not in kept(ctx, "realname.upload")


def test_the_card_ends_soon(at, ctx, qtbot, page):
    view = at("realname.upload")
    qtbot.keyClicks(view.until.edit, "2027-01-30")
    assert view.until.verdict() == ("warn", "还有 73 天到期，先换证更稳")
    assert kept(ctx, "realname.upload")["valid_until"] == "2027-01-30"
    qtbot.mouseClick(view.long_term, Qt.MouseButton.LeftButton)
    assert view.until.verdict() == ("good", "长期有效")
    assert kept(ctx, "realname.upload")["long_term"] is True
    assert page.card.next.text() == "先去下一步"


def test_what_comes_back_is_not_marked(page, ctx, now, make_page):
    """A filled-in day stood there selected, as if to be typed over."""
    actions.save_fields(ctx.book, "realname.upload", {"valid_until": "2027-02-06"}, now)
    again = make_page()
    again.jump("realname.upload")
    assert again.view().until.text() == "2027-02-06"
    assert not again.view().until.edit.hasSelectedText()


@pytest.mark.parametrize("size", [100, 150])
def test_no_slot_for_a_photo_is_cut_off(make_page, spoken, qtbot, size):
    """In a narrow window with large text the third stood half outside, and nothing scrolled to
    it."""
    spoken("zh", scale=size / 100)
    page = make_page((860, 560))
    page.show_step("realname.upload")
    photos = page.view().photos

    def beside_or_below() -> None:
        for slot in photos.slots.values():
            assert photos.rect().contains(slot.geometry())
            assert slot.width() >= slot.minimumWidth()
        seen = photos.mapTo(page.card, photos.rect().topRight()).x()
        assert seen <= page.card.width()

    qtbot.waitUntil(beside_or_below)


@pytest.mark.parametrize(
    ("code", "days", "said"),
    [
        ("ends_soon", 1, "Ends in 1 day, better renew it first"),
        ("ends_soon", 2, "Ends in 2 days, better renew it first"),
        ("expired", 1, "Ended 1 day ago, renew it first"),
        ("valid", 400, "Valid for 400 days"),
    ],
)
def test_one_day_of_a_paper_is_said_in_the_singular(spoken, code, days, said):
    spoken("en")
    assert number_line([Reason(code, "warn", {"days": days})], "warn")[1] == said
