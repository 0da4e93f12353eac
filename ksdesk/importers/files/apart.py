"""Workbooks are read by a process of their own, with a bound on its memory and time.

A few bytes of a workbook can make its reader ask for any amount of memory, which ends the process
that it runs in: xls, xlsx and ods alike, and no judging beforehand finds all of them.
"""

from __future__ import annotations

import json
import marshal
import struct
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event, Thread
from typing import IO, Final

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.progress import QUIET, Progress

ARGUMENT: Final = "--read-workbook"
"""What a process is called with that shall read."""

MEMORY: Final = 1_300 << 20
SECONDS: Final = 180
_MOST: Final = 1 << 30  # bytes of text that are taken from one workbook
_CHUNK: Final = 250  # rows: as many as stay in the processor's own memory
_TICK: Final = 0.05
_SHEET, _ROWS, _PROBLEM, _END = b"SRPE"


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet with its rows as text; `kind` is xlsx, xls or ods."""

    name: str
    kind: str
    hidden: bool
    blocks: list[bytes]

    def rows(self) -> Iterator[list[str]]:
        """From the very first line, as `workbooks.LoadedSheet` gives them."""
        for block in self.blocks:
            yield from marshal.loads(block)


def open_sheets(source: Source, progress: Progress = QUIET) -> Iterator[WorkbookSheet]:
    """The sheets one after another; raises `ImportProblem`, `Cancelled`, OSError."""
    progress.check()
    problem = ImportProblem("damaged")  # unless it says another one: its reader was ended by it
    with _reader(source, progress) as answers:
        sheet: WorkbookSheet | None = None
        taken = 0
        for tag, data in _messages(answers):
            taken += len(data)
            if taken > _MOST:
                raise ImportProblem("bomb")
            if tag == _ROWS and sheet:
                sheet.blocks.append(data)
                continue
            if sheet:
                yield sheet
            if tag == _END:
                return
            told = json.loads(data)
            if tag == _PROBLEM:
                problem = ImportProblem(told[0], **told[1])
                break
            name, kind, hidden = told
            sheet = WorkbookSheet(name, kind, hidden, [])
    progress.check()
    raise problem


@contextmanager
def _reader(source: Source, progress: Progress) -> Iterator[IO[bytes]]:
    """What the process says that reads a source. It is killed where the block fails, when it takes
    too long, and when the work is no longer wanted."""
    frozen = hasattr(sys, "frozen")
    process = subprocess.Popen(
        [sys.executable, *([] if frozen else ["-m", "ksdesk"]), ARGUMENT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if frozen else Path(__file__).parents[3],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    over = Event()

    def watch() -> None:
        for _tick in range(int(SECONDS / _TICK)):
            if over.wait(_TICK):
                return
            if not progress.wanted():
                break
        process.kill()

    watching = Thread(target=watch, daemon=True)
    watching.start()
    try:
        with suppress(OSError):  # it has ended: a broken pipe, or on Windows EINVAL
            _ask(process.stdin, source)
        with process.stdout:
            yield process.stdout
    except BaseException:
        process.kill()
        raise
    finally:
        process.wait()
        over.set()
        watching.join()


def _ask(pipe: IO[bytes], source: Source) -> None:
    with pipe:
        path = str(source.path.absolute()) if source.path else None
        _say(pipe, _SHEET, json.dumps([path, source.password]).encode())
        if source.unpacked is not None:
            pipe.write(source.unpacked)


def _messages(pipe: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    while len(head := pipe.read(5)) == 5:
        length, tag = struct.unpack("<IB", head)
        data = pipe.read(length)
        if len(data) < length:
            return
        yield tag, data


def _say(pipe: IO[bytes], tag: int, data: bytes) -> None:
    pipe.write(struct.pack("<IB", len(data), tag) + data)


# ---- in the process that reads


def serve() -> None:
    """Read the workbook that standard input asks for, and tell its rows on standard output."""
    _bound()
    with open(0, "rb", closefd=False) as asked, open(1, "wb", closefd=False) as out:
        _tag, data = next(_messages(asked))
        path, password = json.loads(data)
        rest = asked.read()
        place = Path(path) if path else None
        _tell(Source("", place, password=password, unpacked=rest or None), out)


def _tell(source: Source, out: IO[bytes]) -> None:
    try:
        from ksdesk.importers.files import workbooks

        for sheet in workbooks.open_sheets(source):
            told = json.dumps([sheet.name, sheet.kind, sheet.hidden])
            _say(out, _SHEET, told.encode())
            for block in _blocks(sheet.rows()):
                _say(out, _ROWS, block)
        _say(out, _END, b"")
    except ImportProblem as problem:
        _say(out, _PROBLEM, json.dumps([problem.code, dict(problem.facts)]).encode())
    except OSError:
        _say(out, _PROBLEM, json.dumps(["unreadable", {}]).encode())
    except MemoryError:
        _say(out, _PROBLEM, json.dumps(["bomb", {}]).encode())
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        detail = f"{type(error).__name__}: {error}"[:200]
        _say(out, _PROBLEM, json.dumps(["damaged", {"detail": detail}]).encode())


def _blocks(rows: Iterable[list[str]]) -> Iterator[bytes]:
    rows = iter(rows)
    while block := list(islice(rows, _CHUNK)):
        yield marshal.dumps(block)


def _bound() -> None:
    """Bound this process's memory; its time is bounded by whoever waits."""
    if sys.platform == "win32":
        import ctypes

        from ksdesk.importers.files.job_object import bound_memory

        bound_memory(ctypes.WinDLL("kernel32", use_last_error=True), MEMORY)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
