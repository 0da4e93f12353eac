"""A book that cannot be opened: why, and its newest good backup where there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QApplication

from ksdesk.actions.backups import rescue
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem
from ksdesk.ui.shell.lost_shop import find, told, words_of_ways
from ksdesk.ui.shell.shops import last_shop
from ksdesk.ui.shell.start import ask_refused
from ksdesk.ui.shell.trouble import headline


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
    found = find(paths, problem, now)
    sentence = told(problem, found)
    say(sentence)
    back, anew = words_of_ways()
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
