"""The log: it turns when it is full, keeps three, survives a crash and tells nobody's data."""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical

from ksdesk import log
from ksdesk.paths import default_data

FULL_DISK = Path("/dev/full")


@pytest.fixture
def running(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "FULL", 200)
    made = log.Log(tmp_path)
    yield made
    made.close()


def test_a_full_log_makes_room_and_three_old_ones_are_kept(running, tmp_path):
    for number in range(9):
        log.log.warning("%d %s", number, "x" * 200)
    log.log.warning("the last word")
    assert sorted(p.name for p in tmp_path.glob("ksdesk.log*")) == [
        "ksdesk.log",
        "ksdesk.log.1",
        "ksdesk.log.2",
        "ksdesk.log.3",
    ]
    assert "the last word" in (tmp_path / "ksdesk.log").read_text("utf-8")
    kept = [(tmp_path / f"ksdesk.log.{n}").read_text("utf-8").split(": ")[1][0] for n in (1, 2, 3)]
    assert kept == ["8", "7", "6"]


def test_the_log_is_taken_up_where_it_ended(tmp_path):
    for word in ("first", "second"):
        run = log.Log(tmp_path)
        logging.getLogger("ksdesk.x").warning(word)
        run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8")
    assert "first" in written and "second" in written
    assert (tmp_path / log.CRASH).read_text("utf-8") == ""


@pytest.mark.skipif(not FULL_DISK.is_char_device(), reason="no device that is always full")
def test_on_a_full_disk_the_one_who_logs_goes_on(tmp_path):
    """What went wrong is then told by the window: an error here would take its place."""
    (tmp_path / "ksdesk.log").symlink_to(FULL_DISK)
    run = log.Log(tmp_path)
    heard: list[BaseException] = []
    run.on_error(heard.append)
    for _ in range(30):
        log.log.error("a job failed: %s", "x" * 1000)
    broken = ValueError("unexpected")
    sys.excepthook(ValueError, broken, None)
    run.close()
    assert heard == [broken]


def lay_folder(path):
    path.mkdir()


def lay_none(path):
    path.parent.rmdir()
    path.parent.write_bytes(b"in the way")


@pytest.mark.parametrize("in_the_way", [lay_folder, lay_none])
@pytest.mark.parametrize("name", ["ksdesk.log", log.CRASH])
def test_a_file_of_the_log_that_cannot_be_written_keeps_nobody_from_working(
    name, in_the_way, tmp_path
):
    """The start ended with a sentence that the data folder could not be written."""
    folder = tmp_path / "logs"
    folder.mkdir()
    in_the_way(folder / name)
    run = log.Log(folder)
    heard: list[BaseException] = []
    run.on_error(heard.append)
    log.log.warning("goes on")
    broken = ValueError("unexpected")
    sys.excepthook(ValueError, broken, None)
    assert run.last_crash == ""
    run.close()
    assert heard == [broken]
    assert (
        name != log.CRASH
        or in_the_way is lay_none
        or "goes on" in (folder / "ksdesk.log").read_text("utf-8")
    )


BUYER = "喆堃 13800001234 实付 4567.89"


def _number():
    int(BUYER)


def _amount():
    Decimal(BUYER)


def _key():
    {}[BUYER]


def _cell():
    with closing(sqlite3.connect(":memory:")) as book:
        book.execute("SELECT ?", ("x",)).fetchall()[0][0].index(BUYER)


def _text_of_a_book():
    with closing(sqlite3.connect(":memory:")) as book:
        book.execute("SELECT CAST(? AS TEXT)", (BUYER.encode() + b"\xff",)).fetchall()


def _chained():
    try:
        int(BUYER)
    except ValueError as error:
        raise RuntimeError(f"row of {BUYER}") from error


def _while_another():
    try:
        int(BUYER)
    except ValueError:
        {}[BUYER]


def _noted():
    error = ValueError(BUYER)
    error.add_note(BUYER)
    raise error


def _file():
    Path(BUYER).read_text("utf-8")


@pytest.mark.parametrize(
    "breaks",
    [_number, _amount, _key, _cell, _text_of_a_book, _chained, _while_another, _noted, _file],
)
def test_an_error_says_where_and_of_what_kind_and_nothing_of_the_data(breaks, tmp_path, capfd):
    """Python and SQLite quote what they could not read; the log went out with it, and so did what
    a desktop keeps of stderr."""
    run = log.Log(tmp_path)
    with pytest.raises(Exception) as caught:
        breaks()
    error = caught.value
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    log.log.error("a job failed", exc_info=error)
    log.log.warning("the shop %s could not be noted: %s", "x", error)
    run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8") + "".join(capfd.readouterr())
    assert not [word for word in (*BUYER.split(), "4567") if word in written]
    assert written.count(breaks.__name__) >= 5
    assert written.count(type(error).__name__) >= 6


def test_what_a_system_error_is_stays_readable(tmp_path):
    run = log.Log(tmp_path)
    log.log.warning("%d of %s: %s", 3, "four", PermissionError(13, "Permission denied", "/x"))
    run.close()
    assert "3 of four: PermissionError EACCES" in (tmp_path / "ksdesk.log").read_text("utf-8")


PERSON = "张三 Li"
TOLD = [
    "the file C:\\Users\\张三 Li\\AppData\\Local\\ksdesk\\book.ksdesk is not there",
    "QFile (file:///C:/Users/张三 Li/Pictures/book.ksdesk): cannot be read",
    "later starts cannot be heard at /tmp/张三 Li/book.ksdesk: EACCES",
    "\\\\server\\张三 Li\\book.ksdesk, C:/Users/张三 Li/book.ksdesk",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_line_names_a_file_without_its_folder(text, tmp_path, capfd):
    """A folder of a computer bears its owner's name, and Qt and the system tell whole paths."""
    run = log.Log(tmp_path)
    log.log.warning(text)
    log.log.warning("it was %s", Path("/home", PERSON, "book.ksdesk"))
    qCritical(text)
    run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8") + "".join(capfd.readouterr())
    assert written.count("book.ksdesk") >= 4
    assert "张三" not in written


def test_the_home_folder_alone_is_not_told(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", f"/home/{PERSON}")
    monkeypatch.setenv("USERPROFILE", f"/home/{PERSON}")
    run = log.Log(tmp_path)
    log.log.warning("no writing in %s", Path("/home", PERSON))
    run.close()
    assert "no writing in /~\n" in (tmp_path / "ksdesk.log").read_text("utf-8")


@pytest.mark.parametrize("known", [True, False])
def test_an_account_without_a_home_folder_has_a_log(tmp_path, monkeypatch, known):
    """Where none is known the start ended with a traceback; one that is / made /~ of each slash."""
    monkeypatch.setattr("os.path.expanduser", lambda path: "/" if known else path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    run = log.Log(tmp_path)
    log.log.warning("2026/11: %s", default_data() / "book.ksdesk")
    run.close()
    assert "2026/11: book.ksdesk\n" in (tmp_path / "ksdesk.log").read_text("utf-8")


def test_a_trace_tells_places_in_the_app_and_no_folder_of_the_computer(tmp_path, monkeypatch):
    """Of another's file the bare name, of the app's and of what it ships the place."""
    names = {
        f"{Path(log.__file__).parent}/settings.py": "ksdesk/settings.py",
        f"C:\\{PERSON}\\Lib\\site-packages\\qt\\cell.py": "site-packages/qt/cell.py",
        f"/home/{PERSON}/python/json/decoder.py": "decoder.py",
        "ksdesk/paths.py": "ksdesk/paths.py",  # as the packaged app has it
    }

    def broken(names):
        if names:
            exec(compile("go(rest)", names[0], "exec"), {"go": broken, "rest": names[1:]})
        raise LookupError

    run = log.Log(tmp_path)
    with pytest.raises(LookupError) as caught:
        broken(list(names))
    log.log.error("a job failed", exc_info=caught.value)
    run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8")
    assert [told for told in names.values() if f'File "{told}", line 1' not in written] == []
    assert PERSON not in written and str(Path(log.__file__).parent) not in written


def test_what_broke_off_is_in_the_log_that_a_seller_copies(tmp_path):
    """The crash file begins anew at each start: where the run before broke off was lost with it."""
    frame = f'  File "/home/{PERSON}/lib/site-packages/numpy/core.py", line 7 in multiply'
    (tmp_path / log.CRASH).write_text(f"Fatal Python error: Aborted\n\n{frame}\n", "utf-8")
    run = log.Log(tmp_path)
    run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8")
    assert 'File "site-packages/numpy/core.py", line 7 in multiply' in written
    assert PERSON not in written + run.last_crash
