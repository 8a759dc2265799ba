"""One running copy a workspace: a second start brings the first one forward.

The copy that has a workspace listens at a local door (a socket or a named pipe, never
the network) whose name follows from the folder. A second start knocks there.
"""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER = b"here\n"
MAX_MESSAGE = 40_000
"""Bytes of a knock: the path of one file; a longer one is somebody else's."""
PATIENCE = 4_000
"""Milliseconds to knock: the first copy may be starting itself."""
ONE_TRY = 300
"""Milliseconds until the next knock."""


def door_name(folder: Path) -> str:
    """Return the name of a workspace's door: one a folder and user."""
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape"))
    name = f"shkola-{digest.hexdigest()[:24]}"
    if os.name == "nt":
        return name
    # a folder of this user's own, where the system gives one
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(own if Path(own).is_dir() else tempfile.gettempdir()) / name)


class Door(QObject):
    """Listens for second starts. ``knocked`` carries the file they bring, or None."""

    knocked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, folder: Path) -> bool:
        """Open the door of a workspace that this copy has; tell whether it is open."""
        self.close()
        name = door_name(folder)
        # we hold the workspace, so a door of that name was left by a crash
        QLocalServer.removeServer(name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._let_in)
        self._server = server
        return server.listen(name)

    def close(self) -> None:
        """Shut the door."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _let_in(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.readyRead.connect(lambda guest=guest: self._hear(guest))
            guest.disconnected.connect(guest.deleteLater)
            self._hear(guest)

    def _hear(self, guest: QLocalSocket) -> None:
        if guest.bytesAvailable() > MAX_MESSAGE:
            guest.abort()
        elif guest.canReadLine():
            line = bytes(guest.readLine().data())
            guest.write(ANSWER)
            guest.flush()
            self.knocked.emit(_file_in(line))


def knock(folder: Path, file: Path | None = None, patience: int = PATIENCE) -> bool:
    """Ask the copy that has a workspace to come forward; tell whether it answered."""
    line = json.dumps({"file": None if file is None else str(file.absolute())})
    until = QDeadlineTimer(patience)
    while not until.hasExpired():
        if _knock_once(door_name(folder), line.encode() + b"\n"):
            return True
        pause = QEventLoop()
        QTimer.singleShot(ONE_TRY, pause.quit)
        pause.exec()
    return False


def _knock_once(name: str, line: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(ONE_TRY):
        return False
    socket.write(line)
    socket.flush()
    # the other one may be drawing a page, and answers when it is done
    heard = socket.waitForReadyRead(PATIENCE) and socket.readAll().data() == ANSWER
    socket.disconnectFromServer()
    return heard


def _file_in(line: bytes) -> Path | None:
    with suppress(ValueError, RecursionError):
        said: object = json.loads(line)
        if isinstance(said, dict):
            file = cast("dict[str, object]", said).get("file")
            if isinstance(file, str) and "\0" not in file and Path(file).is_absolute():
                return Path(file)
    return None
