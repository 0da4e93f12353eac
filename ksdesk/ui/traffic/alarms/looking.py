"""Looks for alarms while their page is not open, so that 今日 can tell them."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject

from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.progress import Progress
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.ui.shell.context import Context

log = logging.getLogger(__name__)


def look(ctx: Context, owner: QObject) -> None:
    """Look in a worker, and remember what was seen."""
    ctx.jobs.run(owner, _found, ctx, done=partial(remember, ctx, owner), progress="")


def _found(ctx: Context, progress: Progress) -> Alarms:
    return traffic_alarms.found(ctx.reader, ctx.clock(), progress=progress)


def remember(ctx: Context, owner: QObject, alarms: Alarms) -> None:
    """Let 今日 know what was seen. A book that cannot be written now costs no more than that."""
    ctx.write(owner, "", traffic_alarms.remember, alarms, ctx.clock(), failed=_not_remembered)


def _not_remembered(error: BaseException) -> None:
    log.warning("the alarms could not be remembered: %s", error)
