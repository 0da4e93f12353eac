"""Work off the UI thread: one thread for all that writes the book, a few for the rest."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from ksdesk.domain.progress import Cancelled, Progress

log = logging.getLogger(__name__)

Callback = Callable[..., None] | None
READERS = 3
SHOW_AFTER = 500  # milliseconds before a running job is worth a line on the screen
REFRESH = 100  # milliseconds between two looks at its count


class Job(Progress):
    """One piece of work: how far it is, and the wish to stop it.

    `label` is what the screen says while it runs ("" keeps it silent), `work` what is to be done.
    """

    work: Callable[[], object]

    def __init__(
        self, owner: QObject, label: str, done: Callback, failed: Callback, cancelled: Callback
    ) -> None:
        self.owner, self.label = owner, label
        self._callbacks = {"done": done, "failed": failed, "cancelled": cancelled}
        self._stop = threading.Event()
        self.count: tuple[int, int | None] = (0, None)

    def report(self, done: int, total: int | None = None) -> None:
        self.count = (done, total)

    def wanted(self) -> bool:
        return not self._stop.is_set()

    def cancel(self) -> None:
        """Wish the work to stop; it does when it next looks."""
        self._stop.set()

    def outcome(self) -> tuple[str, object]:
        """Do the work and say how it ended; nothing escapes."""
        try:
            self.check()
            return "done", self.work()
        except Cancelled:
            return "cancelled", None
        except BaseException as error:  # handed to the owner
            return "failed", error

    def settle(self, how: str, value: object, unhandled: Callable[[BaseException], None]) -> None:
        """Call the one callback that fits, on the UI thread, if the owner still lives."""
        callback, alive = self._callbacks[how], isValid(self.owner)
        # Let go here: the worker may hold the job a moment longer, and a page must not go there.
        del self.work, self.owner, self._callbacks
        if not alive:
            if isinstance(value, BaseException) and how == "failed":
                log.error("a job failed after its page was closed", exc_info=value)
        elif how == "failed" and callback is None:
            unhandled(value)  # type: ignore[arg-type]
        elif how == "cancelled":
            if callback is not None:
                callback()
        elif callback is not None:
            callback(value)


def connected(
    connection: Callable[[], AbstractContextManager[None]], work: Callable[[], object]
) -> object:
    """Do the work within one connection to the book."""
    with connection():
        return work()


class Jobs(QObject):
    """Runs work and brings back its result.

    Signals: `progressed(job)` a labelled job has run for half a second or moved on since;
    `finished(job)` it has ended; `failed(error)` nobody else handled this; `idle()` nothing runs.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    idle = Signal()
    _settled = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.connection: Callable[[], AbstractContextManager[None]] = nullcontext
        self._writer, self._readers = QThreadPool(self), QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._readers.setMaxThreadCount(READERS)
        for pool in (self._writer, self._readers):
            pool.setExpiryTimeout(-1)
        self._running: dict[Job, int] = {}
        self._held: list[Callable[[], None]] | None = None
        self._settled.connect(self._deliver)
        self._poll = QTimer(self, interval=REFRESH)
        self._poll.timeout.connect(self._look)

    def run(
        self,
        owner: QObject,
        fn: Callable[..., Any],
        *args: Any,
        writes: bool = False,
        done: Callback = None,
        failed: Callback = None,
        cancelled: Callback = None,
        progress: str | None = None,
    ) -> Job:
        """Run `fn(*args)`; exactly one of the callbacks arrives on the UI thread, none if the
        owner is gone. With `progress` (a label) `fn` also gets the keyword `progress` and the
        shell shows label, count and cancel once the work outlasts half a second.
        """
        job = Job(owner, progress or "", done, failed, cancelled)
        self._running[job] = 0
        job.work = self.work_of(job, fn, args, progress)
        # A function, no QRunnable: PySide loses some of those, with all that they hold.
        start = partial((self._writer if writes else self._readers).start, partial(self._do, job))
        if self._held is None:
            start()
        else:
            self._held.append(start)
        if progress is not None and not self._poll.isActive():
            self._poll.start()
        return job

    def hold(self) -> None:
        """Let what comes wait until `release`: a worker's imports would delay the first paint."""
        self._held = []
        self._readers.setMaxThreadCount(1)  # they would load the same rooms, each with its memory

    def release(self) -> None:
        """Start what has waited."""
        held, self._held = self._held or [], None
        for start in held:
            start()
        self._readers.start(partial(self._readers.setMaxThreadCount, READERS))

    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._running)

    def cancel_all(self) -> None:
        """Wish everything to stop."""
        for job in self._running:
            job.cancel()

    def work_of(
        self, job: Job, fn: Callable[..., object], args: tuple[Any, ...], progress: str | None
    ) -> Callable[[], object]:
        """The call to make, with the job as its progress where one is wanted."""
        call = partial(fn, *args) if progress is None else partial(fn, *args, progress=job)
        return partial(connected, self.connection, call)

    def _do(self, job: Job) -> None:
        done = job.outcome()
        if isValid(self):  # the window may have been closed meanwhile, and nobody waits for it
            self._settled.emit(job, *done)

    @Slot(object, str, object)
    def _deliver(self, job: Job, how: str, value: object) -> None:
        self._running.pop(job, None)
        if not any(j.label for j in self._running):
            self._poll.stop()
        if job.label:
            self.finished.emit(job)
        try:
            job.settle(how, value, self.failed.emit)
        finally:
            if not self._running:
                self.idle.emit()

    @Slot()
    def _look(self) -> None:
        for job in list(self._running):
            self._running[job] += REFRESH
            if job.label and self._running[job] >= SHOW_AFTER:
                self.progressed.emit(job)

    def wait(self) -> None:
        """Block until both pools are empty: only once the window is gone."""
        self._writer.waitForDone()
        self._readers.waitForDone()


class InlineJobs(Jobs):
    """Runs everything at once on the calling thread: for tests, the tour and the self-test."""

    def run(
        self,
        owner: QObject,
        fn: Callable[..., Any],
        *args: Any,
        writes: bool = False,
        done: Callback = None,
        failed: Callback = None,
        cancelled: Callback = None,
        progress: str | None = None,
    ) -> Job:
        job = Job(owner, progress or "", done, failed, cancelled)
        job.work = self.work_of(job, fn, args, progress)
        how, value = job.outcome()
        job.settle(how, value, self.failed.emit)
        return job
