"""A book that cannot be opened: why, and its newest good backup where there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ksdesk.actions.backups import rescue
from ksdesk.actions.backups.rescue import Rescue
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem
from ksdesk.ui.parts.texts import count_text, moment_text
from ksdesk.ui.shell.shops import last_shop
from ksdesk.ui.shell.start import ask_refused
from ksdesk.ui.shell.trouble import headline

LOST = frozenset(("corrupt", "gone"))
"""Problems of a book that a backup is the way out of."""

translate = QCoreApplication.translate


def offer(
    app: QApplication,
    problem: BookProblem,
    paths: Paths,
    settings: Settings,
    now: datetime,
    say: Callable[[str], None],
) -> bool:
    """Show the trouble and, where a backup helps, offer it; whether to try to open once more."""
    paths = paths.of(last_shop(paths, settings))
    helps = problem.code in LOST and problem.path == paths.book
    found = rescue.find(paths.book, paths.backups) if helps else None
    sentence = headline(problem)
    if found is not None:
        sentence += "\n\n" + offered(found)
    say(sentence)
    back, anew = (
        translate("Rescue", "Use this backup"),
        translate("Rescue", "Begin with an empty shop"),
    )
    ways = [back, *([anew] if problem.code == "gone" else [])] if found is not None else []
    way = ask_refused(app, sentence, f"{problem.path}\n{problem.detail}", ways)
    if found is None or not way:
        return False
    try:
        if way == back:
            rescue.put_in_place(found, paths.book, paths.backups, now)
        else:
            rescue.start_empty(paths.book, paths.backups, now)
    except BookProblem as trouble:
        say(headline(trouble))
        ask_refused(app, headline(trouble), f"{trouble.path}\n{trouble.detail}", [])
        return False
    return True


def offered(found: Rescue) -> str:
    """What the backup holds and what would be lost with it."""
    holds = translate("Rescue", "The newest good backup is of {when} and holds {rows} rows.")
    after = translate(
        "Rescue",
        "What was written after it would be missing. The book as it is now is kept among the"
        " backups.",
    )
    pieces = [
        holds.format(
            when=moment_text(found.backup.made_at, year=True),
            rows=count_text(found.contents.rows),
        )
    ]
    if found.lost:
        more = translate("Rescue", "The damaged book still shows {n} rows more.")
        pieces.append(more.format(n=count_text(found.lost)))
    return "\n".join([*pieces, after])
