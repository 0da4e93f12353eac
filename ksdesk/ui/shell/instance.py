"""One ksdesk a data folder: a second start hands over its files and ends."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Slot

ANSWER = b"taken\n"
PATIENCE = 3000  # milliseconds that a second start waits for the first


def server_name(data: Path) -> str:
    """The local socket's name for a data folder, the same for every start on it."""
    return "ksdesk-" + hashlib.blake2b(str(data.resolve()).encode(), digest_size=10).hexdigest()


def take_lock(path: Path) -> QLockFile | None:
    """The held lock, or None if another ksdesk holds it. OSError where it cannot be written."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() != QLockFile.LockError.LockFailedError:
        raise PermissionError(f"{path} cannot be written")
    return None


def hand_over(data: Path, files: Sequence[Path]) -> bool:
    """Give files to the ksdesk that holds the folder; False if it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(server_name(data))
    if not socket.waitForConnected(PATIENCE):
        return False
    message = json.dumps([str(path.resolve()) for path in files]) + "\n"
    socket.write(message.encode())
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll()) == ANSWER
    socket.disconnectFromServer()
    return answered


class Doorman(QObject):
    """Waits for later starts on the same folder and passes their files to `taken`."""

    def __init__(self, data: Path, taken: Callable[[list[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

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
        if not socket.canReadLine():
            return
        files = [Path(text) for text in json.loads(bytes(socket.readLine()))]
        socket.write(ANSWER)
        socket.flush()
        self._taken(files)
