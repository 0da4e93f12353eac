"""Who knocks while the window is open: files, nothing, half a line, much, many at once."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QObject
from PySide6.QtNetwork import QLocalSocket

from ksdesk.ui.shell import doorman
from ksdesk.ui.shell.doorman import ANSWER, FileDoorman, PipeDoorman

numbers = itertools.count()
ON_FILES = pytest.mark.skipif(sys.platform == "win32", reason="Python has no such sockets there")


class Door:
    """A doorman, and what he was given."""

    def __init__(self, kind: type[QObject]) -> None:
        self.name = f"ksdesk-test-{id(self)}-{next(numbers)}"
        self.came: list[list[Path]] = []
        self.owner = QObject()
        self.doorman = kind(self.name, self.came.append, self.owner)

    def knock(self) -> QLocalSocket:
        caller = QLocalSocket(self.owner)
        caller.connectToServer(self.name)
        assert caller.waitForConnected(1000)
        return caller

    def say(self, files: list[str]) -> QLocalSocket:
        caller = self.knock()
        caller.write((json.dumps(files) + "\n").encode())
        caller.flush()
        return caller


@pytest.fixture(params=[pytest.param(FileDoorman, marks=ON_FILES), PipeDoorman])
def door(request, qapp):
    made = Door(request.param)
    yield made
    if request.param is FileDoorman:
        made.doorman.close()


def answered(caller: QLocalSocket) -> bool:
    return bytes(caller.peek(99).data()) == ANSWER


@pytest.mark.parametrize(
    "files", [[], ["/a/订单 1.csv"], [f"/报表/{n} #&\n.xlsx" for n in range(3000)]]
)
def test_files_are_taken_and_answered(door, qtbot, files):
    caller = door.say(files)
    qtbot.waitUntil(lambda: answered(caller))
    assert door.came == [[Path(file) for file in files]]


def test_several_starts_at_once_are_all_heard(door, qtbot):
    callers = [door.say([f"/{n}.csv"]) for n in range(8)]
    qtbot.waitUntil(lambda: all(map(answered, callers)))
    assert sorted(door.came) == [[Path(f"/{n}.csv")] for n in range(8)]


@pytest.mark.parametrize("said", [b"", b'["/a'])
def test_who_goes_again_or_stays_silent_does_no_harm(door, qtbot, said):
    gone, silent = door.knock(), door.knock()
    for caller in (gone, silent):
        caller.write(said)
        caller.flush()
    gone.disconnectFromServer()
    after = door.say(["/b.csv"])
    qtbot.waitUntil(lambda: answered(after))
    assert door.came == [[Path("/b.csv")]]


@ON_FILES
def test_the_place_of_one_that_was_killed_is_taken(qapp, qtbot):
    killed = Door(FileDoorman)
    killed.doorman._ear.setEnabled(False)
    killed.doorman._server.close()
    assert Path(QDir.tempPath(), killed.name).exists()
    came: list[list[Path]] = []
    doorman_now = FileDoorman(killed.name, came.append, killed.owner)
    caller = killed.say(["/c.csv"])
    qtbot.waitUntil(lambda: answered(caller))
    doorman_now.close()
    assert came == [[Path("/c.csv")]]
    assert not Path(QDir.tempPath(), killed.name).exists()


@ON_FILES
def test_a_place_that_cannot_be_had_stops_no_start(qapp, monkeypatch, tmp_path, caplog):
    (tmp_path / "in-the-way").write_text("")
    place = str(tmp_path / "in-the-way")
    monkeypatch.setattr(doorman.QDir, "tempPath", staticmethod(lambda: place))
    owner = QObject()
    FileDoorman("name", list, owner)
    assert "later starts cannot be heard" in caplog.text
