"""Qt's own dialogs: where they begin, and the language they speak."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from ksdesk.settings import Settings
from ksdesk.ui.parts.paper import Paper
from ksdesk.ui.shell.ask import PLACES, Ask

SPOKEN = (QLabel, QAbstractButton)


@pytest.fixture
def owner(qtbot, spoken) -> QWidget:
    spoken()
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def asking(paths) -> Ask:
    """An Ask on a computer with the usual folders."""
    for setting in PLACES:
        Path(_usual(setting)).mkdir(parents=True, exist_ok=True)
    return Ask(Settings(paths.settings_file))


def _usual(setting: str) -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation[PLACES[setting]])


def _dialog(owner: QWidget) -> QFileDialog:
    return owner.findChildren(QFileDialog)[-1]


def _choose(dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def test_a_file_is_looked_for_where_the_last_one_was(owner, asking, tmp_path, paths):
    report = tmp_path / "报表" / "a.csv"
    report.parent.mkdir()
    report.write_text("x", encoding="utf-8")
    got: list[list[Path]] = []

    asking.open_files(owner, "t", "CSV (*.csv)", got.append)
    first = _dialog(owner)
    assert first.directory().path() == _usual("opened_in")
    _choose(first, report)
    assert got == [[report]]

    again = Ask(Settings(paths.settings_file))  # the next start
    again.open_files(owner, "t", "CSV (*.csv)", got.append)
    assert Path(_dialog(owner).directory().path()) == report.parent


def test_pictures_and_saved_files_have_places_of_their_own(owner, asking, tmp_path):
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"x")
    asking.open_files(owner, "t", "", lambda paths: None, pictures=True)
    _choose(_dialog(owner), photo)
    asking.save_file(owner, "t", "month.pdf", "PDF (*.pdf)", lambda path: None)
    saving = _dialog(owner)
    assert saving.directory().path() == _usual("saved_in")
    assert Path(saving.selectedFiles()[0]).name == "month.pdf"


@pytest.mark.parametrize("name", ["month.pdf", "店.ksdesk-move"])
def test_a_name_without_a_suffix_is_asked_for_with_it(owner, asking, tmp_path, name):
    """It got the suffix afterwards, and a file that bore it was written over without a question."""
    asking.save_file(owner, "t", name, "", lambda path: None)
    dialog = _dialog(owner)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("typed")
    assert Path(dialog.selectedFiles()[0]).name == f"typed{Path(name).suffix}"


def test_a_folder_that_is_gone_is_not_asked_for(owner, asking, tmp_path):
    asking._settings.set(opened_in=str(tmp_path / "gone"))
    asking.open_files(owner, "t", "", lambda paths: None)
    assert _dialog(owner).directory().path() == _usual("opened_in")


@pytest.mark.parametrize(("lang", "cancel"), [("zh", "取消"), ("en", "Cancel")])
def test_qt_speaks_the_language_of_the_app(owner, spoken, lang, cancel):
    spoken(lang)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, owner)
    assert box.buttons()[0].text().replace("&", "") == cancel


def test_a_field_s_menu_is_chinese(owner):
    menu = QLineEdit(owner).createStandardContextMenu()
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "粘贴" in words
    assert "Paste" not in words


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have windows of their own")
def test_no_word_of_qt_s_own_windows_is_left_in_english(owner, asking):
    """Qt's Chinese lacks "Look in" and some others, which stood in the window of files."""
    asking.open_files(owner, "开", "表 (*.csv)", lambda paths: None)
    asking.save_file(owner, "存", "a.pdf", "PDF (*.pdf)", lambda path: None)
    asking.printer(owner, "印", lambda printer: None)
    windows = [*owner.findChildren(QFileDialog), *owner.findChildren(QPrintDialog)]
    parts = [part for window in windows for kind in SPOKEN for part in window.findChildren(kind)]
    assert len(parts) > 40
    words = {part.text() for part in parts if len(part.text()) > 3}
    assert not {word for word in words if word.isascii() and word not in ("(1x1)", "root")}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself makes the usual folders")
def test_a_computer_without_the_usual_folders_begins_at_home(owner, paths):
    Path.home().mkdir(exist_ok=True)
    Ask(Settings(paths.settings_file)).save_file(owner, "t", "a.csv", "", lambda path: None)
    assert _dialog(owner).directory().path() == str(Path.home())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a window of their own")
def test_who_has_no_printer_prints_into_a_pdf(owner, asking, tmp_path):
    printed: list[QPrinter] = []
    asking.printer(owner, "t", printed.append)
    (dialog,) = owner.findChildren(QPrintDialog)
    printers = dialog.findChild(QComboBox, "printers")
    printers.setCurrentIndex(printers.count() - 1)  # after those that there are
    dialog.findChild(QLineEdit, "filename").setText(str(tmp_path / "a.pdf"))
    dialog.accept()
    Paper("t", "<p>x</p>").draw(*printed)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
