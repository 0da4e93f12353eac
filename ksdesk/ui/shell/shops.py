"""Opening the own book or the sample shop's, and changing from one to the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime

from PySide6.QtCore import Qt

from ksdesk.actions import Book, backups
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.ui.shell.ask import Ask
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.theme import Theme

SINGLE_SHOT = Qt.ConnectionType(
    Qt.ConnectionType.AutoConnection.value | Qt.ConnectionType.SingleShotConnection.value
)


def open_context(
    paths: Paths,
    settings: Settings,
    theme: Theme,
    clock: Callable[[], datetime],
    sample: bool,
    jobs: Jobs | None = None,
) -> Context:
    """The context of a run over the own book or a fresh sample. Raises `BookProblem`."""
    if sample:
        make_sample(paths, clock())
    book = open_book(paths, clock, sample)
    jobs = jobs or Jobs()
    jobs.connection = book.connection
    return Context(book, paths, settings, theme, jobs, Ask(), clock, sample)


def open_book(paths: Paths, clock: Callable[[], datetime], sample: bool) -> Book:
    """The open book; an older one is copied to the backups before it is brought up to date."""
    if sample:
        return Book.open(paths.sample_book)
    return Book.open(paths.book, lambda _book: backups.target(paths.backups, "migration", clock()))


def make_sample(paths: Paths, now: datetime) -> None:
    """Build the sample shop anew. No other book may be open."""
    from ksdesk.sample import build

    forget_sample(paths)
    paths.sample_book.parent.mkdir(parents=True)
    build(paths.sample_book, now)


def forget_sample(paths: Paths) -> None:
    """Leave no trace of the sample shop."""
    shutil.rmtree(paths.sample_book.parent, ignore_errors=True)


class ShopSwitch:
    """Changes the book under an open window; `ready()` is called when it is there."""

    def __init__(self, ctx: Context, ready: Callable[[], None]) -> None:
        self.ctx, self.ready = ctx, ready
        self._next = False

    def to(self, sample: bool) -> None:
        """Close the open book and open the other; the sample is built off the UI thread."""
        ctx = self.ctx
        if ctx.jobs.busy():
            self._next = sample
            ctx.jobs.idle.connect(self._now_idle, SINGLE_SHOT)
            return
        ctx.undo.clear()
        ctx.book.close()
        ctx.jobs.connection = nullcontext
        left_sample, ctx.sample = ctx.sample, sample
        if left_sample:
            forget_sample(ctx.paths)
        if not sample:
            self._open()
            return
        ctx.jobs.run(
            ctx.hub,
            make_sample,
            ctx.paths,
            ctx.clock(),
            writes=True,
            done=self._made,
            failed=self._broke,
        )

    def _now_idle(self) -> None:
        self.to(self._next)

    def _made(self, _nothing: None) -> None:
        self._open()

    def _broke(self, error: BaseException) -> None:
        self.ctx.sample = False
        self._open()
        self.ctx.jobs.failed.emit(error)

    def _open(self) -> None:
        ctx = self.ctx
        ctx.book = open_book(ctx.paths, ctx.clock, ctx.sample)
        ctx.jobs.connection = ctx.book.connection
        self.ready()
