"""What the start-up code hands to every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ksdesk.actions import Book
from ksdesk.domain.changes import Changes
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Reader
from ksdesk.ui.shell.ask import Ask
from ksdesk.ui.shell.hub import Hub
from ksdesk.ui.shell.jobs import Job, Jobs
from ksdesk.ui.shell.theme import Theme
from ksdesk.ui.shell.undo import Inverse, UndoHistory

if TYPE_CHECKING:
    from ksdesk.domain.rulebook import RuleBook


def nothing(*_args: object, **_options: object) -> None:
    """Stands in for what the window provides until there is one."""


class Context:
    """The open book and the services around it.

    `clock()` is the present moment, Beijing time, naive. `navigate(topic, target)` opens a page,
    at a row where `target` names one. `notice(text, undo=False, way="", go=None)` shows the fading
    line; `way` is the word of a button for `go`.
    `switch_shop(sample)` opens the sample or goes back to the own shop, `open_shop(shop, name="")`
    opens (or makes) an own one by its short name, `put_in_place(prepared)` lets a prepared backup
    be the book; each closes the present book. `restyle()` takes up changed settings,
    `import_files(paths)` brings files to the page that reads them. `language` is what --lang
    asked for in this run ("" leaves it to the settings). `shop_name` is what the seller calls the
    shop, as it was last read ("" until then, and while it has no name). `answers` is what 今日 has
    asked of the open book; another book begins with none.
    """

    def __init__(
        self,
        book: Book,
        paths: Paths,
        settings: Settings,
        theme: Theme,
        jobs: Jobs,
        ask: Ask,
        clock: Callable[[], datetime],
        sample: bool = False,
    ) -> None:
        self.book, self.paths, self.sample = book, paths, sample
        self.settings, self.theme, self.clock = settings, theme, clock
        self.jobs, self.ask, self.hub = jobs, ask, Hub()
        self.undo = UndoHistory(self._swing)
        self.navigate: Callable[..., None] = nothing
        self.notice: Callable[..., None] = nothing
        self.switch_shop: Callable[[bool], None] = nothing
        self.open_shop: Callable[..., None] = nothing
        self.put_in_place: Callable[..., None] = nothing
        self.restyle: Callable[[], None] = nothing
        self.import_files: Callable[..., None] = nothing
        self.language = self.shop_name = ""
        self.answers: dict[str, Any] = {}
        self._rules: RuleBook | None = None
        self._rules_lock = Lock()

    @property
    def reader(self) -> Reader:
        """All that a page may ask of the book."""
        return self.book.reader

    def rules(self) -> RuleBook:
        """The rule book with the seller's own figures over it.

        Read when first asked for, in the worker that reads a page; from then on it is at hand.
        """
        return self._rules or self._read_rules()

    def _read_rules(self, *, anew: bool = False) -> RuleBook:
        from ksdesk.actions import rules  # the start needs no rule yet

        with self._rules_lock:  # what was read before a write must not be kept after it
            if anew or self._rules is None:
                self._rules = rules.rule_book(self.reader)
            return self._rules

    def _act(self, action: Callable[..., Changes], *args: Any, **options: Any) -> Changes:
        """In the writing worker: own figures are changed under 手册, the rules follow at once."""
        changes = action(*args, **options)
        if "guide" in changes.topics:
            try:
                self._read_rules(anew=True)
            except BookProblem:  # it is written; whoever reads next tells of the trouble
                self._rules = None
        return changes

    def keep_settings(self, **changed: object) -> None:
        """Keep settings; where they cannot be written, the shell shows the trouble."""
        try:
            self.settings.set(**changed)
        except BookProblem as problem:
            self.jobs.failed.emit(problem)

    def write(
        self,
        owner: QObject,
        text: str,
        action: Callable[..., Changes],
        *args: Any,
        done: Callable[[Changes], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        progress: str | None = None,
    ) -> Job:
        """Run `action(book, *args)` as a writing job, tell the pages, remember how to undo it.

        `text` names the step in the undo menu. Without `failed`, the shell shows the trouble.
        Once written, the pages hear of it and undo knows it even if `owner` is gone by then.
        """

        def for_owner(callback: Callable[..., None] | None, *value: object) -> None:
            if callback is not None and isValid(owner):
                callback(*value)

        def written(changes: Changes) -> None:
            self.undo.remember(text, changes.undo)
            self.hub.tell(changes)
            for_owner(done, changes)

        return self.jobs.run(
            self.hub,
            self._act,
            action,
            self.book,
            *args,
            writes=True,
            done=written,
            failed=None if failed is None else partial(for_owner, failed),
            cancelled=partial(for_owner, cancelled),
            progress=progress,
        )

    def _swing(
        self,
        call: Inverse,
        done: Callable[[Changes], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        def swung(changes: Changes) -> None:
            done(changes)
            self.hub.tell(changes)

        def broke(error: BaseException) -> None:
            failed(error)
            self.jobs.failed.emit(error)

        self.jobs.run(self.hub, self._act, call, self.book, writes=True, done=swung, failed=broke)
