"""The rotating log, Qt's messages, and what happens when something breaks.

What an error says may hold a row, an amount or a name (Python and SQLite quote what they could
not read), and a seller sends the log to others: it tells the kind of an error and its place alone.
Folders are left out too: on many computers they begin with somebody's name.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from ksdesk.paths import home

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

_ROOT = Path(__file__).parent.parent.as_posix()  # where the folder ksdesk stands
_FOLDERS = re.compile(r"""(?:\b[A-Za-z]:|(?<!\w))[\\/](?:[^\\/:*?"<>|\n]*[\\/])+""")


class _Rotating(logging.FileHandler):
    """A file that starts anew when it is full; ksdesk.log.1 is the newest of the old ones.

    The one of `logging.handlers` brings sockets and pickle along, a tenth of the whole start.
    On a full disk, and where it cannot be opened, it loses lines; whoever logs goes on.
    """

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):  # to open it; to tell the place writes what is left
            super().emit(record)
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


class _Discreet(logging.Formatter):
    """Lines without folders and without the words of an error, wherever it is handed over."""

    def format(self, record: logging.LogRecord) -> str:
        args, broken = record.args, record.exc_info
        if isinstance(args, tuple):
            args = tuple(kind_of(one) if isinstance(one, BaseException) else one for one in args)
        said = logging.makeLogRecord(record.__dict__ | {"args": args}).getMessage()
        trace = trace_of(broken[1]) if broken else None
        told = {"msg": without_folders(said), "args": None, "exc_info": None, "exc_text": trace}
        return super().format(logging.makeLogRecord(record.__dict__ | told))


def without_folders(text: str) -> str:
    """`text` with the bare name of each file that it tells the whole path of.

    >>> without_folders("D:/my shop/a.png: not found"), without_folders("/srv/shop/b.csv")
    ('a.png: not found', 'b.csv')
    """
    own = home()
    for spelled in {str(own), own.as_posix()} if own.name else ():
        text = text.replace(spelled, "/~")  # alone, it would keep its last name
    return _FOLDERS.sub("", text)


def place_of(file: str) -> str:
    """Where a source file is, told from the app's own folder; a bare name for any other.

    >>> place_of("D:/venv/Lib/site-packages/peewee.py"), place_of("D:/Lib/json/decoder.py")
    ('site-packages/peewee.py', 'decoder.py')
    """
    path = file.replace("\\", "/")
    if "/site-packages/" in path:
        return "site-packages/" + path.rpartition("/site-packages/")[2]
    inside = path.removeprefix(_ROOT + "/")
    return inside if inside.startswith("ksdesk/") else path.rpartition("/")[2]


def kind_of(error: BaseException) -> str:
    """An error's class and its code; for a stranger's eyes."""
    told = [type(error).__qualname__]
    for name in ("code", "sqlite_errorname"):
        code = getattr(error, name, None)
        if isinstance(code, str):
            told.append(code)
    if isinstance(error, OSError) and error.errno is not None:
        told.append(errno.errorcode.get(error.errno, str(error.errno)))
    return " ".join(told)


def trace_of(error: BaseException | None) -> str:
    """A traceback without words: each error that led to this one, then itself."""
    told: list[str] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        for frame in frames:
            frame.filename = place_of(frame.filename)
        told.insert(
            0, f"Traceback (most recent call last):\n{''.join(frames.format())}{kind_of(error)}"
        )
        after = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or after
    return "\n".join(told)


class Log:
    """Logging for one run. `close` takes every hook back.

    `last_crash` is what faulthandler wrote in the run before ("" if it ended well). Where a
    file of ours is write-protected or held by another program the run goes on without it.
    """

    def __init__(self, folder: Path) -> None:
        self._handler = _Rotating(folder / "ksdesk.log", encoding="utf-8", delay=True)
        self._handler.setFormatter(
            _Discreet("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        root = logging.getLogger()
        root.addHandler(self._handler)
        log.setLevel(logging.INFO)
        crash = folder / CRASH
        left = ""
        with suppress(OSError):
            left = crash.read_text("utf-8", "replace")
        self.last_crash = re.sub('(?<=File ")[^"]+', lambda found: place_of(found[0]), left)
        if self.last_crash:  # the file begins anew; what a seller copies is the log
            log.critical("the run before broke off\n%s", self.last_crash)
        self._crash = _opened(crash)
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
        with suppress(OSError):  # the place of one that could not be opened
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
        if sys.stderr is not None and sys.stderr.isatty():
            sys.__excepthook__(kind, error, trace)
        elif sys.stderr is not None:  # a desktop keeps it in a file of its own
            print(trace_of(error), file=sys.stderr)
        if self._tell is not None:
            self._tell(error)

    def _thread_broke(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._broke(args.exc_type, args.exc_value, args.exc_traceback)


def _opened(path: Path) -> IO[str]:
    """The file to be written anew; nowhere, where it cannot be."""
    try:
        return path.open("w", encoding="utf-8")
    except OSError:
        return Path(os.devnull).open("w", encoding="utf-8")


def _from_qt(kind: QtMsgType, _where: object, text: str) -> None:
    logging.getLogger("ksdesk.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg) and sys.stderr is not None:
        print(without_folders(text), file=sys.stderr)
