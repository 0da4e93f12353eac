"""A data folder that was moved: later starts follow, and never begin anew beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ksdesk.actions.backups import moving
from ksdesk.app import NO_BOOK

pytestmark = pytest.mark.slow


def start(tmp_path: Path, data: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "ksdesk", "--data", data],
        env={**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_moved_folder_that_is_not_plugged_in_is_named(book, paths, tmp_path):
    book.close()
    (tmp_path / "disk").mkdir()
    new = moving.move_data(paths, tmp_path / "disk")
    shutil.rmtree(new)
    said = start(tmp_path, paths.data)
    assert said.returncode == NO_BOOK
    assert str(new) in said.stderr and str(paths.moved_file) in said.stderr
    assert not new.exists()


def test_a_start_follows_to_the_new_folder(book, paths, tmp_path):
    book.close()
    (tmp_path / "disk").mkdir()
    new = moving.move_data(paths, tmp_path / "disk")
    (new / "shop.ksdesk").write_bytes(b"no book" * 999)
    said = start(tmp_path, paths.data)
    assert said.returncode == NO_BOOK
    assert "shop.ksdesk" in said.stderr
    assert (new / "logs").exists()
