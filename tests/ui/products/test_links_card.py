"""Pasted links on their card: what was made of each, adding, the code for the phone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ksdesk.ui.parts.buttons import TextButton
from ksdesk.ui.parts.labels import Label
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.products.links.card import LinksCard
from ksdesk.ui.products.pasting import Pasting

TEXT = """【京东】https://item.jd.com/100012345678.html「柿饼礼盒」
https://m.tb.cn/h.AbCd123?sm=fc07a3
https://item.jd.com.example.net/1.html"""


@pytest.fixture
def pasting(ctx, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(320, 640)
    owner.show()
    made = Pasting(ctx, owner)
    made.seen = []
    made.wanted.connect(made.seen.append)
    made.wanted.connect(LinksCard.show)
    made.closed.connect(lambda: made.seen.append(None))
    return made


def words(card) -> list[str]:
    return [label.text() for label in card.area.inside.findChildren(Label) if not label.isHidden()]


def pills(card) -> list[tuple[str, str]]:
    return [(p.kind(), p.text()) for p in card.area.inside.findChildren(Pill) if not p.isHidden()]


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def way(card, text: str) -> TextButton:
    return next(b for b in card.area.inside.findChildren(TextButton) if text in b.text())


def test_each_piece_says_what_was_made_of_it(pasting):
    pasting.take(TEXT)
    assert pasting.seen == [pasting.card]
    kinds = pills(pasting.card)
    assert kinds == [("good", "可以加"), ("warn", "要手机打开"), ("bad", "不支持")]
    said = words(pasting.card)
    assert "柿饼礼盒" in said
    assert "京东 · 商品号 100012345678" in said
    assert "认出 2 条，可加 2 条" in pasting.card.hint_label.text()
    assert any("推广保证金" in text for text in said)


def test_those_that_can_be_are_added_and_taken_back(pasting, qtbot, ctx):
    pasting.take(TEXT)
    press(qtbot, pasting.card.add_button)
    assert len(ctx.reader.products.all()) == 2
    assert pasting.seen == [pasting.card, None]
    ctx.undo.undo()
    assert ctx.reader.products.all() == ()


def test_none_of_them_leaves_the_book_alone(pasting, qtbot, ctx):
    pasting.take(TEXT)
    press(qtbot, pasting.card.none_button)
    assert ctx.reader.products.all() == ()
    assert pasting.seen == [pasting.card, None]


def test_plain_words_are_refused_with_the_reason_and_a_way_on(pasting, qtbot):
    pasting.take("明天八点开播")
    assert pasting.card.add_button.isHidden()
    assert pills(pasting.card) == [("bad", "不支持")]
    with qtbot.waitSignal(pasting.by_hand) as caught:
        press(qtbot, way(pasting.card, "自己写"))
    assert caught.args == ["明天八点开播"]


def test_a_short_link_becomes_a_code_that_the_phone_reads(pasting, qtbot):
    pasting.take("https://m.tb.cn/h.AbCd123?sm=fc07a3")
    press(qtbot, way(pasting.card, "二维码"))
    sheet = pasting.sheet
    assert sheet.isVisible()
    assert len(sheet.code.rows()) >= 21
    press(qtbot, sheet.copy)
    assert QGuiApplication.clipboard().text() == "https://m.tb.cn/h.AbCd123"
    sheet.reject()


def test_the_way_to_the_deposit(pasting, qtbot, ctx):
    gone = []
    ctx.navigate = gone.append
    pasting.take(TEXT)
    press(qtbot, way(pasting.card, "保证金"))
    assert gone == ["deposit"]


@pytest.mark.slow
def test_many_are_cut_with_their_number(pasting):
    lines = [f"https://item.jd.com/1000123{n:05d}.html" for n in range(130)]
    pasting.take("\n".join(lines))
    assert "还有 30 条" in words(pasting.card)
    assert pasting.card.add_button.text() == "加这 130 条"
