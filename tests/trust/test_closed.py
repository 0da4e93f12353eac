"""Places that may not even be asked for (another user's folder, a share that lets nobody in)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TRIES = """
import os
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from ksdesk.actions.backups import moving
from ksdesk.domain.imports import ImportProblem
from ksdesk.exports import ExportProblem
from ksdesk.exports.files import replacing
from ksdesk.importers import open_table
from ksdesk.paths import BookProblem, Paths
from ksdesk.settings import Settings
from ksdesk.ui.aftersales.evidence import pages
from ksdesk.ui.shell.ask import Ask
from ksdesk.ui.shell.shops import open_context

closed, own = map(Path, sys.argv[1:])
app = QApplication([])
app.setProperty("window", owner := QWidget())
settings = Settings(own / "settings.json")
settings.set(saved_in=str(closed / "x"))


def ask():
    Ask(settings).save_file(owner, "t", "a.csv", "", print)
    return "asked" if owner.findChildren(QFileDialog) else ""


def export():
    with replacing(closed / "x" / "a.csv"):
        return ""


def start():
    settings.set(shop="shop-2")
    paths = Paths(closed.parent / "data")
    open_context(paths, settings, None, None, False)


def move():
    moving.move_data(Paths(own), closed / "x")


def pack():
    pages.write_folder(pages.Pack("a", "", "", ()), closed / "x")


def read():
    open_table(closed / "x" / "a.csv")


import ksdesk.importers.kinds  # while all may be read

if os.getuid() == 0:
    os.chdir(own)
    own = Path(".")
    settings.path = own / "settings.json"
    os.setuid(65534)
for attempt in (ask, export, start, move, pack, read):
    try:
        told = attempt()
    except (BookProblem, ExportProblem, ImportProblem) as problem:
        told = problem.code
    print(attempt.__name__, told)
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of another system")
def test_what_is_closed_to_us_is_told_and_no_fault_of_ours(tmp_path):
    """`Path.exists` and `is_dir` raise there, what was taken for a mistake of the app."""
    own, closed = tmp_path / "own", tmp_path / "data" / "shops"
    own.mkdir()
    own.chmod(0o777)
    closed.mkdir(parents=True)
    closed.chmod(0)
    said = subprocess.run(
        [sys.executable, "-c", TRIES, str(closed), str(own)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    closed.chmod(0o700)
    assert said.stdout.splitlines() == [
        "ask asked",
        "export read_only",
        "start read_only",
        "move read_only",
        "pack read_only",
        "read unreadable",
    ], said.stderr
