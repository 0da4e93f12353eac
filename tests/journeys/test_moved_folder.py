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
from ksdesk.paths import follow

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


@pytest.mark.parametrize("word", [b"", b"\xff\xfe\xd5", b"here", b"\n \n"])
def test_a_word_that_names_no_folder_is_told_and_no_other_book_opened(paths, tmp_path, word):
    """A file that a full disk left empty made the folder that the program was started in the data
    folder."""
    paths.moved_file.write_bytes(word)
    said = start(tmp_path, paths.data)
    assert said.returncode == NO_BOOK
    assert said.stderr.startswith(f"{paths.moved_file} 里读不出")
    assert not paths.book.exists()


def test_a_word_that_was_typed_into_an_editor_is_read(paths, tmp_path):
    new = tmp_path / "新的"
    new.mkdir()
    paths.moved_file.write_text(f"{new}\r\n", "utf-8-sig")
    assert follow(paths.data) == new
