"""Books on network shares, in files that others hold, and with any build of SQLite."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ksdesk import paths
from ksdesk.paths import BookProblem, Paths, is_bare, is_held, patiently, put_in_place
from ksdesk.storage.sqlite_only import uri


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"C:\店 铺\a#b.ksdesk"), "file:///C:/%E5%BA%97%20%E9%93%BA/a%23b.ksdesk"),
        (PureWindowsPath(r"\\server\share\shop.ksdesk"), "file:////server/share/shop.ksdesk"),
        (
            PureWindowsPath(r"\\nas\数据\50%?.ksdesk"),
            "file:////nas/%E6%95%B0%E6%8D%AE/50%25%3F.ksdesk",
        ),
        (PurePosixPath("/srv/a?b&c=d.ksdesk"), "file:///srv/a%3Fb%26c%3Dd.ksdesk"),
    ],
)
def test_sqlite_takes_every_address(path, address):
    """The address of a network share had an authority, and every book there was called damaged."""
    assert uri(path, "ro") == f"{address}?mode=ro"


def test_a_folder_with_every_sign_holds_a_book(tmp_path):
    from ksdesk.storage import Store, copies

    asked = "" if sys.platform == "win32" else "?"  # in no name there
    folder = tmp_path / f"50% #1 {asked}x&mode=ro 店"
    folder.mkdir()
    Store.open(folder / f"a{asked}b.ksdesk").close()
    assert copies.contents(folder / f"a{asked}b.ksdesk").version


def test_what_is_in_a_book_s_place(tmp_path):
    """Windows says 0 bytes of a folder, which passed for a book that is gone."""
    (tmp_path / "empty").touch()
    (tmp_path / "full").write_text("x")
    assert is_bare(tmp_path / "none") and is_bare(tmp_path / "empty")
    assert not is_bare(tmp_path / "full")
    of_no_size = [tmp_path, Path("/proc/self")]
    assert not any(is_bare(folder) for folder in of_no_size if folder.is_dir())


def held(path: Path, said: int) -> OSError:
    error = PermissionError(13, "denied", str(path))
    error.winerror = said  # as Windows says it
    return error


class Holder:
    """A step that another program lets through at the nth try."""

    def __init__(self, path: Path, free_at: int, said: int = 32) -> None:
        self.path, self.left, self.said = path, free_at, said

    def __call__(self) -> None:
        self.left -= 1
        if self.left > 0:
            raise held(self.path, self.said)


def test_a_file_that_a_scanner_holds_is_tried_again(tmp_path):
    step = Holder(tmp_path / "x", 3)
    patiently(step, tmp_path / "x")
    assert step.left == 0


@pytest.mark.parametrize(("said", "code"), [(32, "locked"), (33, "locked"), (5, "locked")])
def test_a_file_that_stays_held_is_in_use_and_not_read_only(tmp_path, said, code):
    path = tmp_path / "x"
    path.touch()
    with pytest.raises(OSError, match="denied") as caught:
        patiently(Holder(path, 99, said), path)
    assert BookProblem.of(caught.value, path).code == code
    assert not is_held(held(path, 17), path)
    opening = PermissionError(13, "denied")  # Windows tells no more where a file is opened
    assert BookProblem.of(opening, path).code == ("locked" if os.name == "nt" else "read_only")


def test_a_book_too_deep_in_folders_is_told_so(tmp_path):
    """SQLite only says that it cannot open it, and a disk that is not plugged in was blamed, or
    on Windows another program."""
    from ksdesk.storage import Store

    deep = Paths(tmp_path.joinpath(*["很长的名字" * 12] * (6 if os.name == "nt" else 3)))
    deep.make()
    with pytest.raises(BookProblem) as caught:
        Store.open(deep.book)
    assert caught.value.code == "too_long"
    with pytest.raises(BookProblem) as caught:
        Store.open(deep.data.parent / "none" / "shop.ksdesk")
    assert caught.value.code == "missing"


def test_what_windows_calls_missing_may_lie_too_deep(tmp_path, monkeypatch):
    said = FileNotFoundError(2, "not there")
    assert BookProblem.of(said, tmp_path / "x").code == "missing"
    monkeypatch.setattr(paths, "_LONGEST", len(str(tmp_path)))
    assert BookProblem.of(said, tmp_path / "x").code == "too_long"
    assert BookProblem.of(OSError(errno.ENAMETOOLONG, "long"), tmp_path).code == "too_long"


def test_nothing_is_left_of_a_file_that_cannot_be_put_in_place(tmp_path):
    fresh, target = tmp_path / "book.new", tmp_path / "book"
    fresh.write_text("new")
    target.mkdir()
    with pytest.raises(OSError, match="book"):
        put_in_place(fresh, target)
    assert not fresh.exists()


STRICT = """
import ctypes, sys
ctypes.CDLL("libsqlite3.so.0").sqlite3_config(17, 0)  # SQLITE_CONFIG_URI off, as mostly
import sqlite3
from pathlib import Path
plain = sqlite3.connect(":memory:")
try:
    plain.execute("ATTACH 'file::memory:' AS forgiven")
except sqlite3.OperationalError:
    from datetime import datetime
    from ksdesk.actions import backups, imports
    from ksdesk.actions.backups import restoring
    from ksdesk.domain.imports import Source
    from ksdesk.storage import Store
    folder, now = Path(sys.argv[1]), datetime(2026, 11, 18)
    book = Store.open(folder / "shop.ksdesk")
    seen = imports.preview(book, Source("a", text="日期,花费\\n2026-11-15,1\\n"), now=now)
    imports.commit(book, seen, now=now)
    copy = backups.back_up(book, folder / "backups", "daily", now).ref
    print(seen.counts.new, any(restoring.differences(book, copy)))
else:
    print("this build forgives")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the shared library is found on Linux alone")
def test_imports_work_where_sqlite_forgives_no_address(tmp_path):
    """Only a SQLite built like Debian's attached an address to a connection without uri=True."""
    said = subprocess.run(
        [sys.executable, "-c", STRICT, str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert said.stdout.strip() in ("1 False", "this build forgives"), said.stderr


def test_small_files_that_a_kill_caught_half_written_go_with_the_next_start(paths):
    """`settings.json.new` and its like stayed for good."""
    second = paths.of("shop-2")
    second.make()
    halves = [
        paths.data / "settings.json.new",
        paths.data / "moving-to.txt.new",
        second.staging / "product.json.new",
        paths.shops / "buyers.key.new",
    ]
    others = [paths.data / "mine.new", paths.settings_file]
    for file in halves + others:
        file.write_text("{}")
    second.sweep()
    assert not any(file.exists() for file in halves) and all(file.exists() for file in others)
