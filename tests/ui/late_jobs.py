"""Jobs whose answers come when the test says so, in any order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ksdesk.ui.shell.jobs import InlineJobs, Job


class LateJobs(InlineJobs):
    """Reads at once, as the book stands then; what was read waits until it is delivered."""

    def __init__(self, book) -> None:
        super().__init__()
        self.connection = book.connection
        self.late: list[Callable[[], None]] = []

    def run(
        self,
        owner,
        fn,
        *args,
        writes=False,
        done=None,
        failed=None,
        cancelled=None,
        progress=None,
    ):
        if writes:
            return super().run(
                owner,
                fn,
                *args,
                writes=True,
                done=done,
                failed=failed,
                cancelled=cancelled,
                progress=progress,
            )
        job = Job(owner, progress or "", done, failed, cancelled)
        job.work = self.work_of(job, fn, args, progress)
        how, value = job.outcome()
        self.late.append(partial(job.settle, how, value, self.failed.emit))
        return job

    def deliver(self, place: int = 0) -> None:
        """Bring one answer."""
        self.late.pop(place)()

    def deliver_all(self) -> None:
        """Bring the answers in the order of the questions, and those of what they ask."""
        while self.late:
            self.deliver()
