"""Questions to the book of which only the last one's answer is wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ksdesk.ui.shell.context import Context


class Latest:
    """Asks in a worker on behalf of `owner`. What an older question brings, an answer or a
    failure, is dropped, however late it comes.
    """

    def __init__(self, ctx: Context, owner: QObject) -> None:
        self._ctx, self._owner = ctx, owner
        self._asked = self._answered = 0

    def ask(
        self,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[..., None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Run `work(*args)` and give what it returns to `done`. Without `failed`, the shell
        shows the trouble.
        """
        self.drop()
        jobs = self._ctx.jobs
        jobs.run(
            self._owner,
            work,
            *args,
            done=partial(self._arrived, self._asked, done),
            failed=partial(self._arrived, self._asked, failed or jobs.failed.emit),
        )

    def drop(self) -> None:
        """What was asked so far is not wanted any more."""
        self._asked += 1

    @property
    def waiting(self) -> bool:
        """Whether the last question is not answered yet."""
        return self._answered != self._asked

    def _arrived(self, asked: int, then: Callable[[Any], None], what: object) -> None:
        if asked == self._asked:
            self._answered = asked
            then(what)
