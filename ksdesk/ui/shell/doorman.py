"""Handing files from a second start to the first."""

from __future__ import annotations

import json
import logging
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QObject,
    QSocketNotifier,
    QThread,
    Slot,
)

from ksdesk.ui.shell.instance import server_name

log = logging.getLogger(__name__)

ANSWER = b"taken\n"
PATIENCE = 3000  # milliseconds that a second start waits for an answer
STARTING = 8000  # milliseconds that the first may need until it listens
EVERY = 100  # milliseconds between two looks whether it does
ANYBODY = 0xFFFFFFFF  # as Windows says it instead of the number of a process
HEARING = 0.2  # seconds that the window waits for who came and says nothing

Taken = Callable[[list[Path]], None]


def hand_over(data: Path, files: Sequence[Path]) -> bool:
    """Give files to the ksdesk that holds the folder; False if it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    caller = QLocalSocket()
    until = QDeadlineTimer(STARTING)
    caller.connectToServer(server_name(data))
    while not caller.waitForConnected(PATIENCE):
        if until.hasExpired():
            return False
        QThread.msleep(EVERY)
        caller.connectToServer(server_name(data))
    _let_it_come_forward()
    message = json.dumps([str(path.resolve()) for path in files]) + "\n"
    caller.write(message.encode())
    caller.flush()
    answered = caller.waitForReadyRead(PATIENCE) and bytes(caller.readAll().data()) == ANSWER
    caller.disconnectFromServer()
    return answered


def _let_it_come_forward() -> None:
    """Windows lets a window come forward only by leave of the program that was just started; the
    first one's would blink in the taskbar."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANYBODY)


def open_door(data: Path, taken: Taken, parent: QObject) -> QObject:
    """Wait for later starts on the same folder and pass their files to `taken`."""
    doorman = PipeDoorman if sys.platform == "win32" else FileDoorman
    return doorman(server_name(data), taken, parent)


def _said(line: bytes) -> list[Path]:
    return [Path(text) for text in json.loads(line)]


class FileDoorman(QObject):
    """Listens at the file of this name, which QLocalSocket can call.

    Python's own socket, which peewee has loaded anyway: QtNetwork would be 3 MB more for as long
    as the window is open.
    """

    def __init__(self, name: str, taken: Taken, parent: QObject) -> None:
        super().__init__(parent)
        self._taken, self._file = taken, Path(name)
        self._server = socket.socket(socket.AF_UNIX)
        try:
            self._file.unlink(missing_ok=True)  # of one that was killed: the lock is ours
            self._server.bind(str(self._file))
            self._server.listen()
            self._server.setblocking(False)
        except OSError as error:
            log.warning("later starts cannot be heard at %s: %s", self._file, error)
            self._server.close()
            return
        self._ear = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._came)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.close)

    @Slot()
    def close(self) -> None:
        """Listen no more."""
        self._ear.setEnabled(False)
        self._server.close()
        self._file.unlink(missing_ok=True)

    @Slot()
    def _came(self) -> None:
        try:
            caller, _ = self._server.accept()
            with caller:
                caller.settimeout(HEARING)
                line = caller.makefile("rb").readline()
                if not line.endswith(b"\n"):
                    return  # gone again
                caller.sendall(ANSWER)
        except OSError:
            return  # nobody, or silent
        self._taken(_said(line))


class PipeDoorman(QObject):
    """The same for Windows, where Python has no such sockets."""

    def __init__(self, name: str, taken: Taken, parent: QObject) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._taken = taken
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        self._server.newConnection.connect(self._came)
        self._server.listen(name)

    @Slot()
    def _came(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.setParent(self)
        caller.readyRead.connect(self._read)
        caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        if not caller.canReadLine():
            return
        files = _said(bytes(caller.readLine().data()))
        caller.write(ANSWER)
        caller.flush()
        self._taken(files)
