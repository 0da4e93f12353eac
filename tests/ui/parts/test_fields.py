"""Fields: typing, verdicts, masks, amounts, days, choices; changes by hand only are told."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication

from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.choice import Choice, ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField, TextField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.verdict import VerdictSentence


@pytest.fixture(autouse=True)
def dressed(spoken) -> None:
    spoken()


def typed(qtbot, field, text: str, leave: bool = True) -> None:  # type: ignore[no-untyped-def]
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.edit.setFocus()
    field.edit.selectAll()
    if text.isascii():
        qtbot.keyClicks(field.edit, text)
    else:
        # QTest types Latin letters only; an input method's text arrives like a paste.
        QGuiApplication.clipboard().setText(text)
        field.edit.paste()
    if leave:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_caption_is_the_accessible_name(qtbot) -> None:
    field = LineField("身份证号")
    qtbot.addWidget(field)
    assert field.edit.accessibleName() == "身份证号"
    field.set_verdict("warn", "还有 73 天到期")
    assert field.edit.accessibleDescription() == "还有 73 天到期"
    assert field.verdict() == ("warn", "还有 73 天到期")
    field.clear_verdict()
    assert field.verdict() == ("", "")


def test_a_verdict_of_two_lines_has_room_below_the_field(qtbot) -> None:
    """It was drawn over the field's lower edge where fields stand beside each other."""
    field = DateField("b")
    qtbot.addWidget(field)
    field.set_verdict("warn", "Ends in 80 days, better renew it first")
    field.resize(field.sizeHint().width() - 12, 200)
    field.show()
    verdict = field.findChild(VerdictSentence)
    assert verdict.height() >= verdict.heightForWidth(verdict.width()) > 30


def test_only_typing_is_told(qtbot) -> None:
    field = LineField("标题", limit=5)
    told: list[object] = []
    field.edited.connect(told.append)
    field.set_text("富平")
    assert told == [] and field.text() == "富平"
    typed(qtbot, field, "abcdefg")
    assert told[-1] == "abcdefg" and field.text() == "abcdefg"


def test_masked_text_is_whole_only_while_it_is_typed_or_the_eye_is_held(qtbot) -> None:
    field = LineField("身份证号", masked=lambda text: "*" * len(text))
    typed(qtbot, field, "61052819", leave=False)
    assert field.edit.text() == "61052819"
    field.edit.clearFocus()
    assert field.edit.text() == "********" and field.text() == "61052819"
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Left)
    assert field.edit.text() == "********"
    qtbot.keyClick(field.edit, Qt.Key.Key_End)
    qtbot.keyClicks(field.edit, "9")
    assert field.edit.text() == field.text() == "610528199"
    assert field.eye is not None
    qtbot.mousePress(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.text() == "610528199"
    qtbot.mouseRelease(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.text() == "*********" and field.text() == "610528199"
    field.set_text("123")
    assert field.edit.text() == "***" and field.text() == "123"


@pytest.mark.parametrize(
    ("text", "fen", "shown"), [("1,234.5", 123450, "1,234.50"), ("1.2万", 1200000, "12,000.00")]
)
def test_amounts_are_tidied_up(qtbot, text: str, fen: int, shown: str) -> None:
    field = MoneyField("价格")
    typed(qtbot, field, text)
    assert field.value() == fen and field.text() == shown
    assert not field.is_wrong()


def test_what_is_no_amount_is_said_and_stays(qtbot) -> None:
    field = MoneyField("价格")
    told: list[object] = []
    field.edited.connect(told.append)
    typed(qtbot, field, "12.3.4")
    assert told[-1] is None and field.is_wrong()
    kind, sentence = field.verdict()
    assert kind == "bad" and "12.3.4" in sentence
    assert field.edit.property("verdict") == "bad"
    typed(qtbot, field, "12.3")
    assert field.verdict() == ("", "") and field.value() == 1230
    field.set_value(None)
    assert field.text() == "" and field.value() is None and not field.is_wrong()


def test_negative_amount_comes_back_as_shown(qtbot) -> None:
    field = MoneyField("扣款")
    qtbot.addWidget(field)
    field.set_value(-23600)
    assert field.text() == "−236.00" and field.value() == -23600


def test_numbers(qtbot) -> None:
    field = NumberField("库存", unit="件")
    typed(qtbot, field, "412")
    assert field.value() == 412
    typed(qtbot, field, "很多")
    assert field.is_wrong() and field.verdict()[0] == "bad"
    field.set_value(3)
    assert field.text() == "3"


@pytest.mark.parametrize("text", ["2027-01-30", "2027/1/30", "20270130", "2027年1月30日"])
def test_days_are_read_in_usual_shapes(qtbot, text: str) -> None:
    field = DateField("证件有效期到")
    typed(qtbot, field, text)
    assert field.value() == date(2027, 1, 30) and field.text() == "2027-01-30"


def test_what_is_no_day_is_said(qtbot) -> None:
    field = DateField("有效期")
    typed(qtbot, field, "2027-13-30")
    assert field.value() is None and field.is_wrong() and field.verdict()[0] == "bad"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_day_can_be_picked(qtbot) -> None:
    field = DateField("有效期")
    qtbot.addWidget(field)
    field.show()
    field.set_value(date(2027, 1, 30))
    field.button.click()
    popup = field._popup
    assert popup is not None and popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2027, 1, 30)
    with qtbot.waitSignal(field.edited) as told:
        popup.calendar.clicked.emit(QDate(2027, 2, 1))
    assert told.args == [date(2027, 2, 1)] and not popup.isVisible()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert popup.isVisible()
    popup.hide()


def test_choices(qtbot) -> None:
    choice = Choice([("a", "甲"), ("b", "乙")], "b", name="哪个")
    qtbot.addWidget(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    assert choice.value() == "b" and choice.accessibleName() == "哪个"
    choice.set_value("a")
    assert told == []
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.value() == "b" and told == ["b"]
    choice.set_options([("c", "丙")])
    assert choice.value() == "c"
    empty = Choice([("a", "甲")], placeholder="不变")
    qtbot.addWidget(empty)
    assert empty.value() is None
    empty.grab()


def test_choice_field(qtbot) -> None:
    field = ChoiceField("打算怎么办", [(1, "退款"), (2, "换货")], 2)
    qtbot.addWidget(field)
    told: list[object] = []
    field.edited.connect(told.append)
    assert field.value() == 2 and field.choice.accessibleName() == "打算怎么办"
    qtbot.keyClick(field.choice, Qt.Key.Key_Up)
    assert told == [1]


def test_several_lines(qtbot) -> None:
    field = TextField("备注", limit=3)
    qtbot.addWidget(field)
    told: list[object] = []
    field.edited.connect(told.append)
    field.set_text("一二")
    assert told == []
    qtbot.keyClicks(field.edit, "ab")
    assert field.text() == "ab一二" and told[-1] == "ab一二"
    assert field._counter is not None and field._counter.text() == "4/3"


def test_check(qtbot) -> None:
    check = Check("看了买家的照片")
    qtbot.addWidget(check)
    check.show()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert check.isChecked()
    check.grab()


def test_read_only_is_seen(qtbot) -> None:
    field = LineField("编号", text="7", unit="号", icon="search", prefix="#")
    qtbot.addWidget(field)
    field.set_read_only(True)
    assert field.edit.isReadOnly()
    field.grab()


@pytest.mark.parametrize(("lang", "words"), [("zh", "例如 2026-11-30"), ("en", "e.g. 2026-11-30")])
def test_an_empty_day_shows_an_example_that_is_no_value(qtbot, spoken, lang, words):
    """A bare day in grey was taken for one that is filled in."""
    spoken(lang)
    field = DateField("日期")
    qtbot.addWidget(field)
    assert (field.edit.placeholderText(), field.value()) == (words, None)


def test_a_note_says_what_of_it_is_not_kept(qtbot):
    for field in (LineField("备注"), TextField("备注")):
        qtbot.addWidget(field)
        field.keep_people_out()
        field.edit.setFocus()
        qtbot.keyClicks(field.edit, "13812345671 wants red")
        kind, sentence = field.verdict()
        assert kind == "warn" and "***" in sentence
        assert field.text() == "13812345671 wants red"
        for _ in range(len("13812345671 wants red") - 5):
            qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
        assert field.verdict() == ("", "")


def test_a_sheet_grows_with_a_verdict_of_several_lines(qtbot):
    """The second line was cut off until the sheet was opened anew."""
    sheet = SheetDialog("退款")
    qtbot.addWidget(sheet)
    field = LineField("几天内", parent=sheet)
    sheet.add(field)
    sheet.set_buttons(None, sheet.leave_button())
    sheet.open()
    field.set_verdict("", "可能差几天，公布后可以填上。" * 12)
    said = field.findChild(VerdictSentence)
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 40)
