"""Reading what 今日 shows and what the badges count: one look at the book for both."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ksdesk.ui.shell.context import Context

if TYPE_CHECKING:
    from ksdesk.domain.today import Agenda


def read(ctx: Context) -> Agenda:
    """In a worker: what the open book asks for now; only what has changed is asked again."""
    from ksdesk.actions.today import agenda

    return agenda(
        ctx.reader,
        ctx.rules(),
        ctx.clock(),
        *_copies(ctx),
        answers=ctx.answers,
        turns=ctx.hub.turns,
    )


def _copies(ctx: Context) -> tuple[datetime | None, int]:
    from ksdesk.actions import backups
    from ksdesk.actions.backups import forgetting

    newest = backups.newest_of(ctx.paths.backups, ctx.clock())
    made_at = None if newest is None else newest.made_at
    held = () if ctx.sample else forgetting.with_buyers(ctx.reader, ctx.paths.backups)
    return made_at, len(held)
