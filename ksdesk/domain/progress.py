"""How long work tells how far it is, and learns that it is no longer wanted."""

from __future__ import annotations


class Cancelled(Exception):
    """The work was asked to stop and left everything as it was."""


class Progress:
    """Harmless by itself; whoever shows progress overrides both methods."""

    def report(self, done: int, total: int | None = None) -> None:
        """Tell that `done` of `total` (None: not known yet) are finished."""

    def wanted(self) -> bool:
        """Whether the work is still wanted."""
        return True

    def check(self) -> None:
        """Raise `Cancelled` if the work is no longer wanted."""
        if not self.wanted():
            raise Cancelled


QUIET = Progress()
