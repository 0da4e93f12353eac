"""Handing files from a second start to the first. Imported late: QtNetwork is not light."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ksdesk.ui.shell.instance import server_name

ANSWER = b"taken\n"
PATIENCE = 3000  # milliseconds that a second start waits for an answer
STARTING = 8000  # milliseconds that the first may need until it listens
EVERY = 100  # milliseconds between two looks whether it does


def hand_over(data: Path, files: Sequence[Path]) -> bool:
    """Give files to the ksdesk that holds the folder; False if it does not answer."""
    socket = QLocalSocket()
    until = QDeadlineTimer(STARTING)
    socket.connectToServer(server_name(data))
    while not socket.waitForConnected(PATIENCE):
        if until.hasExpired():
            return False
        QThread.msleep(EVERY)
        socket.connectToServer(server_name(data))
    message = json.dumps([str(path.resolve()) for path in files]) + "\n"
    socket.write(message.encode())
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == ANSWER
    socket.disconnectFromServer()
    return answered


class Doorman(QObject):
    """Waits for later starts on the same folder and passes their files to `taken`."""

    def __init__(self, data: Path, taken: Callable[[list[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._taken = taken
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(server_name(data))
        self._server.newConnection.connect(self._came)
        self._server.listen(server_name(data))

    @Slot()
    def _came(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        if not socket.canReadLine():
            return
        files = [Path(text) for text in json.loads(bytes(socket.readLine().data()))]
        socket.write(ANSWER)
        socket.flush()
        self._taken(files)
