"""A shop that is lost: what its newest good backup holds, and the offer to take it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ksdesk.actions.backups import rescue
from ksdesk.actions.backups.rescue import Rescue
from ksdesk.paths import Paths
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.texts import count_text, counted, moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.trouble import headline

LOST = {
    "corrupt": QT_TRANSLATE_NOOP("Rescue", "The book {name} is damaged."),
    "not_a_book": QT_TRANSLATE_NOOP(
        "Rescue", "In the place of the book {name} lies another file, which is no book."
    ),
    "gone": QT_TRANSLATE_NOOP(
        "Rescue", "The book {name} is not in {folder} any more, or it is empty."
    ),
}
"""Problems of a book that a backup is the way out of."""

translate = QCoreApplication.translate


def offer_in(window: QWidget, ctx: Context, shop: str, error: Exception) -> None:
    """Offer the backup of another shop, over the window of the one that stays open until then."""
    paths = ctx.paths.of(shop)
    if not isinstance(error, BookProblem):
        ctx.jobs.failed.emit(error)
        return

    def do(step: Callable[..., None], *args: object) -> None:
        def reopen(_nothing: None) -> None:
            ctx.open_shop(shop)

        here = (paths.book, paths.backups, ctx.clock())
        ctx.jobs.run(window, step, *args, *here, writes=True, done=reopen)

    def ask(found: Rescue | None) -> None:
        if found is None:
            ctx.jobs.failed.emit(error)
            return
        back, anew = words_of_ways()
        other = (anew, partial(do, rescue.start_empty)) if error.code == "gone" else None
        title = translate("Rescue", "This shop cannot be opened")
        text = told(error, found)
        use = partial(do, rescue.put_in_place, found)
        ctx.ask.question(window, title, text, back, use, other=other)

    ctx.jobs.run(window, find, paths, error, ctx.clock(), done=ask)


def find(paths: Paths, problem: BookProblem, now: datetime) -> Rescue | None:
    """The newest good backup of the shop, where one is the way out of the problem."""
    helps = problem.code in LOST and problem.path == paths.book
    return rescue.find(paths.book, paths.backups, now) if helps else None


def told(problem: BookProblem, found: Rescue | None) -> str:
    """Why a shop does not open, and the way out that there is."""
    if problem.code not in LOST:
        return headline(problem)
    sentence = translate("Rescue", LOST[problem.code])
    name, folder = problem.path.name, str(problem.path.parent)
    other = translate(
        "Rescue",
        "There is no good backup. If you have a copy elsewhere (a USB stick, another computer), put"
        " it into {folder} as {name} and open ksdesk again.",
    )
    way = other.format(name=name, folder=folder) if found is None else offered(found)
    return sentence.format(name=name, folder=folder) + "\n\n" + way


def words_of_ways() -> tuple[str, str]:
    return (
        translate("Rescue", "Use this backup"),
        translate("Rescue", "Begin with an empty shop"),
    )


def offered(found: Rescue) -> str:
    """What the backup holds and what would be lost with it."""
    holds = translate("Rescue", "The newest good backup is of {when} and holds {rows} rows.")
    after = translate(
        "Rescue",
        "What was written after it would be missing. What is left of the old file is kept among"
        " the backups.",
    )
    pieces = [
        holds.format(
            when=moment_text(found.backup.made_at, year=True),
            rows=count_text(found.contents.rows),
        )
    ]
    if found.lost:
        one = translate("Rescue", "The damaged book still shows 1 row more.")
        more = translate("Rescue", "The damaged book still shows {n} rows more.")
        pieces.append(counted(found.lost, one, more))
    return "\n".join([*pieces, after])
