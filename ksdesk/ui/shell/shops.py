"""Opening a shop's book, and changing the book under an open window."""

from __future__ import annotations

import gc
import logging
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ksdesk.actions import Book, backups
from ksdesk.paths import FIRST, SAMPLE, Paths, is_bare, system_problems
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem
from ksdesk.ui.shell.ask import Ask
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.theme import Theme

if TYPE_CHECKING:
    from ksdesk.actions.backups.restoring import Prepared

SINGLE_SHOT = Qt.ConnectionType(
    Qt.ConnectionType.AutoConnection.value | Qt.ConnectionType.SingleShotConnection.value
)
log = logging.getLogger(__name__)


def open_context(
    paths: Paths,
    settings: Settings,
    theme: Theme,
    clock: Callable[[], datetime],
    sample: bool,
    jobs: Jobs | None = None,
) -> Context:
    """The context of a run over the shop open last or a fresh sample. Raises `BookProblem`."""
    wanted = SAMPLE if sample else settings.values.shop
    with system_problems(paths.of(wanted).book):
        if sample:
            make_sample(paths, clock())
        paths = paths.of(SAMPLE if sample else last_shop(paths, settings))
        paths.sweep()
        book = open_book(paths, clock)
    jobs = jobs or Jobs()
    jobs.connection = book.connection
    return Context(book, paths, settings, theme, jobs, Ask(settings), clock, sample)


def last_shop(paths: Paths, settings: Settings) -> str:
    """The own shop that was open last."""
    wanted = settings.values.shop
    _recover(paths.of(wanted))
    if paths.of(wanted).book.exists() or not paths.shops.exists():
        return wanted if paths.shops.exists() else FIRST
    if backups.listed(paths.of(wanted).backups):
        return wanted  # a book that was lost is not passed by for another one
    from ksdesk.actions import shops  # only where the settings do not say

    return shops.last_open(paths, wanted)


def open_book(paths: Paths, clock: Callable[[], datetime]) -> Book:
    """The open book; an older one is copied to the backups before it is brought up to date."""
    if paths.sample:
        return Book.open(paths.book)
    _recover(paths)
    if is_bare(paths.book):
        from ksdesk.actions.backups import rescue

        rescue.check_there(paths.book, paths.backups)
    return Book.open(
        paths.book, lambda _book: backups.free_target(paths.backups, "migration", clock())
    )


def _recover(paths: Paths) -> None:
    """Make good a kill between the two steps of a restore."""
    if not paths.book.exists() and backups.old_of(paths.book).exists():
        from ksdesk.actions.backups import restoring

        restoring.recover(paths.book)


def make_sample(paths: Paths, now: datetime) -> None:
    """Build the sample shop anew. No other book may be open."""
    from ksdesk.sample import build

    forget_sample(paths)
    paths.of(SAMPLE).make()
    build(paths.sample_book, now)


def forget_sample(paths: Paths) -> None:
    """Leave no trace of the sample shop."""
    shutil.rmtree(paths.sample_book.parent, ignore_errors=True)


class ShopSwitch:
    """Changes the book under an open window: `leave()` is called before one goes, `ready()` when
    the next is there.

    What runs is waited for. Where the other book cannot be opened, the one before comes back and
    `refused(shop, problem)` is called.
    """

    def __init__(
        self,
        ctx: Context,
        leave: Callable[[], None],
        ready: Callable[[], None],
        refused: Callable[[str, Exception], None],
    ) -> None:
        self.ctx, self.leave, self.ready, self.refused = ctx, leave, ready, refused
        self._next: Callable[[], None] | None = None
        self._empty: str | None = None

    def to(self, shop: str, name: str = "", *, leaving_empty: bool = False) -> None:
        """Open a shop by its short name; one that is not there yet is made and called `name`.

        leaving_empty: the one that is left goes if nothing was ever written in it.
        """
        self._empty = self.ctx.paths.shop if leaving_empty else None
        self.leave()
        self._when_idle(lambda: self._go(shop, name))

    def to_sample(self, sample: bool) -> None:
        """Open the sample shop, or go back to the own one that was open last."""
        self.to(SAMPLE if sample else last_shop(self.ctx.paths, self.ctx.settings))

    def put_in_place(self, prepared: Prepared, said: str) -> None:
        """Let a prepared backup be the open shop's book; `said` tells of it when it is."""
        self.leave()
        self._when_idle(lambda: self._replace(prepared, said))

    def _when_idle(self, call: Callable[[], None]) -> None:
        if self.ctx.jobs.busy():
            self._next = call
            self.ctx.jobs.idle.connect(self._now_idle, SINGLE_SHOT)
        else:
            call()

    def _now_idle(self) -> None:
        if self._next is not None:
            call, self._next = self._next, None
            self._when_idle(call)

    def _go(self, shop: str, name: str) -> None:
        self._close()
        if shop != SAMPLE:
            self._open(shop, name)
            return
        ctx = self.ctx
        ctx.jobs.run(
            ctx.hub,
            make_sample,
            ctx.paths,
            ctx.clock(),
            writes=True,
            done=self._made,
            failed=self._broke,
        )

    def _made(self, _nothing: None) -> None:
        self._open(SAMPLE, "")

    def _broke(self, error: BaseException) -> None:
        self._open(self.ctx.paths.shop, "")
        self.ctx.jobs.failed.emit(error)

    def _close(self) -> None:
        ctx = self.ctx
        ctx.undo.clear()
        ctx.book.close()
        ctx.jobs.connection = nullcontext
        gc.collect()  # an unfinished query would hold the file, and the worker may not collect

    def _open(self, shop: str, name: str) -> None:
        before: Paths = self.ctx.paths
        trouble: Exception | None = None
        try:
            paths = before.of(shop)
            paths.make()
            book = open_book(paths, self.ctx.clock)
        except (BookProblem, OSError) as problem:
            trouble, paths = problem, before
            book = open_book(paths, self.ctx.clock)
        if name and trouble is None:
            book.shop.rename(name)
        self._take(paths, book)
        if before.sample and not paths.sample:
            forget_sample(paths)
        self.ready()
        self._drop_empty()
        if trouble is not None:
            self.refused(shop, trouble)

    def _drop_empty(self) -> None:
        if self._empty is not None and self._empty != self.ctx.paths.shop:
            from ksdesk.actions import shops

            self.ctx.jobs.run(self.ctx.hub, shops.drop_empty, self.ctx.paths, self._empty)
        self._empty = None

    def _take(self, paths: Paths, book: Book) -> None:
        ctx = self.ctx
        ctx.paths, ctx.sample, ctx.book, ctx.answers = paths, paths.sample, book, {}
        ctx.jobs.connection = book.connection
        if paths.sample:
            return
        try:
            ctx.settings.set(shop=paths.shop)
        except BookProblem as error:
            log.warning("the shop open last could not be noted: %s", error)

    def _replace(self, prepared: Prepared, said: str) -> None:
        from ksdesk.actions.backups import restoring

        ctx, trouble = self.ctx, None
        self._close()
        try:
            restoring.swap(prepared, ctx.paths.book)
            book = self._first_look(ctx.paths)
        except (BookProblem, OSError) as problem:
            trouble = problem
            book = open_book(ctx.paths, ctx.clock)
        else:
            restoring.settle(prepared, ctx.paths.book, ctx.paths.backups)
        self._take(ctx.paths, book)
        self.ready()
        if trouble is None:
            ctx.navigate("settings", "data")
            ctx.notice(said)
        else:
            ctx.jobs.failed.emit(trouble)

    def _first_look(self, paths: Paths) -> Book:
        """Open what was put in place; the old book comes back if that fails."""
        from ksdesk.actions.backups import restoring

        try:
            return open_book(paths, self.ctx.clock)
        except BookProblem:
            restoring.put_back(paths.book)
            raise
