"""Who knocks while the window is open: files, nothing, half a line, much, many at once."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from ksdesk.ui.shell.doorman import ANSWER, FileDoorman, PipeDoorman, open_door
from ksdesk.ui.shell.instance import server_name

numbers = itertools.count()
ON_FILES = pytest.mark.skipif(sys.platform == "win32", reason="Python has no such sockets there")


class Door:
    """A doorman, and what he was given."""

    def __init__(self, kind: type[QObject]) -> None:
        self.name = f"{server_name(Path(__file__))}-{os.getpid()}-{next(numbers)}"
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
    assert Path(killed.name).exists()
    came: list[list[Path]] = []
    doorman_now = FileDoorman(killed.name, came.append, killed.owner)
    caller = killed.say(["/c.csv"])
    qtbot.waitUntil(lambda: answered(caller))
    doorman_now.close()
    assert came == [[Path("/c.csv")]]
    assert not Path(killed.name).exists()


@ON_FILES
def test_a_place_that_cannot_be_had_stops_no_start(qapp, tmp_path, caplog):
    (tmp_path / "in-the-way").write_text("")
    owner = QObject()
    FileDoorman(str(tmp_path / "in-the-way" / "name"), list, owner)
    assert "later starts cannot be heard" in caplog.text


HANDS_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ksdesk.ui.shell.doorman import hand_over
app = QCoreApplication([])
sys.exit(not hand_over(Path(sys.argv[1]), [Path(sys.argv[2])]))
"""


@pytest.mark.parametrize("there", [True, False])
def test_a_start_with_other_temporary_folders_hands_over(qapp, qtbot, tmp_path, there):
    """It looked for the first one where its own temporary files go, and said that nobody
    answers."""
    owner, came = QObject(), []
    door = open_door(tmp_path, came.append, owner)
    names = ("TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR")
    set_anew = {name: str(tmp_path) for name in names} if there else {}
    kept = {name: value for name, value in os.environ.items() if name not in names}
    with subprocess.Popen(
        [sys.executable, "-c", HANDS_OVER, tmp_path, "/a.csv"], env=kept | set_anew
    ) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    if isinstance(door, FileDoorman):
        door.close()
    assert second.returncode == 0
    assert came == [[Path("/a.csv").resolve()]]
