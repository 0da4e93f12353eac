"""The rotating log, Qt's messages, and what happens when something breaks."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

log = logging.getLogger("ksdesk")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
CRASH = "crash.txt"
FULL = 1_000_000  # bytes of a log file
KEPT = 3  # full ones beside it


class _Rotating(logging.FileHandler):
    """A file that starts anew when it is full; ksdesk.log.1 is the newest of the old ones.

    The one of `logging.handlers` brings sockets and pickle along, a tenth of the whole start.
    On a full disk it loses lines; whoever logs goes on.
    """

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        with suppress(OSError):  # to tell the place writes what is left
            if self.stream is not None and self.stream.tell() >= FULL:
                self._turn()

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()

    def close(self) -> None:
        with suppress(OSError):
            super().close()

    def _turn(self) -> None:
        """Under the handler's lock. A file that another program holds open goes on growing."""
        full, self.stream = self.stream, None  # opened again by the next record
        with suppress(OSError):
            if full is not None:
                full.close()
        path = Path(self.baseFilename)
        with suppress(OSError):
            for number in range(KEPT, 0, -1):
                older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
                if older.exists():
                    older.replace(path.with_name(f"{path.name}.{number}"))


class Log:
    """Logging for one run. `close` takes every hook back.

    `last_crash` is what faulthandler wrote in the run before ("" if it ended well).
    """

    def __init__(self, folder: Path) -> None:
        self._handler = _Rotating(folder / "ksdesk.log", encoding="utf-8")
        self._handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        root = logging.getLogger()
        root.addHandler(self._handler)
        log.setLevel(logging.INFO)
        crash = folder / CRASH
        self.last_crash = crash.read_text("utf-8", "replace") if crash.exists() else ""
        self._crash: IO[str] = crash.open("w", encoding="utf-8")
        self._watched = faulthandler.is_enabled()
        faulthandler.enable(self._crash)
        self._hooks = (sys.excepthook, threading.excepthook)
        self._tell: Callable[[BaseException], None] | None = None
        sys.excepthook = self._broke
        threading.excepthook = self._thread_broke
        qInstallMessageHandler(_from_qt)

    def on_error(self, tell: Callable[[BaseException], None] | None) -> None:
        """Also hand each unexpected error to `tell`, which may be called on any thread."""
        self._tell = tell

    def close(self) -> None:
        """Give back the hooks and close the files; an empty crash file means a good end.

        What faulthandler wrote of an error that was handled (Windows tells it of each) goes too.
        """
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook = self._hooks
        faulthandler.disable()
        if self._watched and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        self._crash.truncate(0)
        self._crash.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _broke(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        if sys.stderr is not None:
            sys.__excepthook__(kind, error, trace)
        if self._tell is not None:
            self._tell(error)

    def _thread_broke(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._broke(args.exc_type, args.exc_value, args.exc_traceback)


def _from_qt(kind: QtMsgType, _where: object, text: str) -> None:
    logging.getLogger("ksdesk.qt").log(_LEVELS.get(kind, logging.WARNING), text)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) and sys.stderr is not None:
        print(text, file=sys.stderr)
