"""A window that is closed with something to undo leaves quietly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ksdesk.app import main
from ksdesk.paths import resources

APP = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from ksdesk.actions import products
from ksdesk.domain.products import Product
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.start import make_app
from ksdesk.ui.shell.window import MainWindow

paths = Paths(Path(sys.argv[1]))
paths.make()
settings = Settings(paths.settings_file)
settings.set(welcomed=True)
app, theme = make_app(settings, "zh")
now = datetime(2026, 11, 18)
ctx = open_context(paths, settings, theme, lambda: now, False)
window = MainWindow(ctx)
window.open_first()
window.show()
done = lambda changes: QTimer.singleShot(0, window.close)
ctx.write(window, "add", products.save, Product(title="柿饼"), now, done=done)
app.exec()
print("closed")
"""


@pytest.mark.slow
def test_no_traceback_at_the_end(tmp_path):
    """The undo stack told the strip of its own end: History already deleted."""
    said = subprocess.run(
        [sys.executable, "-c", APP, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert said.stdout == "closed\n"
    assert "Traceback" not in said.stderr


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_without_a_display_a_sentence_says_so(tmp_path):
    """Qt aborted, asked to have the program installed anew, and the next start told of a crash."""
    no_screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    said = subprocess.run(
        [sys.executable, "-m", "ksdesk", "--data", tmp_path / "data"],
        capture_output=True,
        text=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in no_screen},
    )
    assert said.returncode == 6 and said.stderr.count("\n") == 1
    assert "没有显示器" in said.stderr and "no display" in said.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("asked", [["--data"], ["--tour"], ["--month", "2026-10", "--out"], []])
def test_an_empty_name_is_not_the_folder_one_is_in(tmp_path, monkeypatch, capsys, asked):
    """A book, or 800 pictures, lay among whatever was there."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main([*asked, ""])
    assert ended.value.code == 2 and "empty name" in capsys.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_no_width_hangs_on_what_qt_calls_the_average_character():
    """It is half as wide on Windows, and rows shifted."""
    folder = Path(__file__).parents[3] / "ksdesk"
    assert [p for p in folder.rglob("*.py") if "averageCharWidth" in p.read_text("utf-8")] == []


def test_the_fonts_load_from_a_folder_with_any_name(tmp_path):
    """A path with Chinese characters cost the bundled fonts on Windows."""
    code = (
        "import sys; from pathlib import Path; sys._MEIPASS = sys.argv[1];"
        "from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from ksdesk.ui.shell.fonts import BUNDLED, register; print(BUNDLED in register())"
    )
    base = tmp_path / "店铺 程序"
    fonts = base / "resources" / "fonts"
    shutil.copytree(resources() / "fonts", fonts, copy_function=shutil.copyfile)
    said = subprocess.run(
        [sys.executable, "-c", code, str(base)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert said.stdout == "True\n"
