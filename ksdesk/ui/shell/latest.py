"""Questions to the book of which only the last one's answer is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ksdesk.ui.shell.context import Context
    from ksdesk.ui.shell.jobs import Job


class Latest:
    """Asks in a worker on behalf of `owner`. What an older question brings, an answer or a
    failure, is dropped, however late it comes; one that is still at work is asked to stop.

    `waiting` tells whether there is a question without its answer.
    """

    def __init__(self, ctx: Context, owner: QObject) -> None:
        # Weakly: an owner that is let go must go at once, on the UI thread, not in a circle that a
        # worker may find.
        self._ctx, self._owner = ctx, ref(owner)
        self._asked = 0
        self._job: Job | None = None
        self.waiting = False

    def ask(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[..., None],
        failed: Callable[[BaseException], None] | None = None,
        progress: str | None = None,
    ) -> None:
        """Run `work(*args)` and give what it returns to `done`. Without `failed`, the shell
        shows the trouble. `progress` is that of `jobs.run`.
        """
        self.drop()
        owner, jobs = self._owner(), self._ctx.jobs
        assert owner is not None, "only its owner asks"
        self.waiting = True
        job = jobs.run(
            owner,
            work,
            *args,
            done=partial(self._arrived, self._asked, done),
            failed=partial(self._arrived, self._asked, failed or jobs.failed.emit),
            cancelled=partial(self._arrived, self._asked, _nothing, None),
            progress=progress,
        )
        self._job = job if self.waiting else None

    def drop(self) -> None:
        """What was asked so far is not wanted any more."""
        self._asked += 1
        self.waiting = False
        if self._job is not None:
            self._job.cancel()

    def _arrived(self, asked: int, then: Callable[[Any], None], what: object) -> None:
        if asked == self._asked:
            self.waiting, self._job = False, None
            then(what)


def _nothing(_none: None) -> None:
    """Whoever stopped the work wants no answer."""
