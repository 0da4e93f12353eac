"""Keeps the open shop's book in order: tidied and backed up at the start, told of in the strip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ksdesk.paths import synced_by
from ksdesk.ui.shell.context import Context

if TYPE_CHECKING:
    from ksdesk.actions.backups import Backup
    from ksdesk.domain.changes import Changes


class Keeper(QObject):
    """`told(words)`: when the book was backed up last. `synced(name)`: the data folder lies in
    one that `name` keeps the same on many computers.
    """

    told = Signal(str)
    synced = Signal(str)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._synced_by = ""
        ctx.hub.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if "backups" in changes.topics:
            self.tell()

    def tell(self) -> None:
        """Say when the book was last backed up, and who else writes to its folder."""
        from ksdesk.actions.backups import newest_of

        if self.ctx.sample:
            self.told.emit(self.tr("Sample: no backup"))
            return
        folder, now = self.ctx.paths.backups, self.ctx.clock()
        self.ctx.jobs.run(self, newest_of, folder, now, done=self._tell_of)
        self._warn()

    def _tell_of(self, newest: Backup | None) -> None:
        """The clock for today, else the day: the strip is narrow."""
        from ksdesk.ui.parts.texts import clock_text, day_text

        if newest is None:
            text = self.tr("Not backed up yet")
        elif (made := newest.made_at).date() == self.ctx.clock().date():
            text = self.tr("Backed up {time}").format(time=clock_text(made))
        else:
            text = self.tr("Backed up {day}").format(day=day_text(made.date()))
        self.told.emit(text)

    def tidy(self, reading: bool) -> None:
        """Mark interrupted imports and sweep their files, empty the old bin, back up if due, and
        write anew what products are found by where an older version did otherwise.

        reading: an import is at hand, so that what lies in its folder is no draft yet.
        """
        from ksdesk.actions import backups, products, sweeping

        if self.ctx.sample:
            return
        now = self.ctx.clock()
        self.ctx.write(self, "", sweeping.mark_interrupted)
        self.ctx.write(self, "", sweeping.sweep, None if reading else self.ctx.paths.staging, now)
        folder = self.ctx.paths.backups
        self.ctx.write(self, "", backups.if_due, folder, "daily", backups.EVERY, now)
        self.ctx.write(self, "", products.make_findable, progress=self.tr("Preparing the search"))

    def sweep(self) -> None:
        """Remove what a kill left behind, and see whether others write to the folder as well."""
        from ksdesk.actions import sweeping
        from ksdesk.ui.shell.shops import forget_sample

        paths = self.ctx.paths
        if not self.ctx.sample:
            self.ctx.jobs.run(self, forget_sample, paths, writes=True)
            self.ctx.jobs.run(self, sweeping.finish, paths, writes=True)
        if saved_in := self.ctx.settings.values.saved_in:
            from ksdesk.exports import files  # not before anything was saved

            self.ctx.jobs.run(self, files.sweep, Path(saved_in), writes=True)
        self._synced_by = synced_by(paths.data)
        self._warn()

    def _warn(self) -> None:
        if self._synced_by and not self.ctx.sample:
            self.synced.emit(self._synced_by)
