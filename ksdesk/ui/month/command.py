"""`--month 2026-10 --out FILE`: a month as PDF or spreadsheet, without a window."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final

from ksdesk.actions import Book, month
from ksdesk.actions.promotion import costs
from ksdesk.exports import ExportProblem
from ksdesk.paths import SAMPLE, Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem
from ksdesk.ui.month.saving import SUFFIXES, save
from ksdesk.ui.shell.instance import holder, seize_lock, take_lock

FINE, USAGE, NEWER, NO_BOOK, HELD = 0, 2, 3, 4, 5
_MONTH: Final = re.compile(r"(19[7-9][0-9]|2[0-9]{3})-(0?[1-9]|1[0-2])")


class MonthRefused(Exception):
    """A sentence for whoever called, and the exit code."""

    def __init__(self, sentence: str, code: int = USAGE) -> None:
        super().__init__(sentence)
        self.code = code


def write_month(
    wanted: str | None,
    out: Path | None,
    paths: Paths,
    clock: Callable[[], datetime],
    *,
    sample: bool = False,
    lang: str = "",
) -> int:
    """Write the month that is `wanted` (2026-10) to `out`; says what is wrong on stderr.

    Returns 0, or 2 where the arguments or the month have nothing to write, 3 where a newer ksdesk
    wrote the book, 4 where it cannot be read, 5 where another ksdesk holds the folder.
    """
    try:
        first, path = _asked(wanted, out)
        with _book(paths, clock, sample, lang) as book:
            costs.work_out(book)
            report = month.report(book.reader, first, clock())
            if report.month.empty:
                raise MonthRefused(
                    f"{wanted} 这个月账本里没有数。 / The book has no figures of {wanted}."
                )
            save(book.reader, report, path)
    except MonthRefused as refused:
        return _say(str(refused), refused.code)
    except ExportProblem:
        return _say(
            f"{out} 写不进去。在别的程序里关掉它，或者换个地方或名字再试。 / {out} cannot be"
            " written; close it in the other program, or choose another place or name.",
            USAGE,
        )
    except BookProblem as problem:
        return _say(
            f"账本打不开：{problem.path}。打开 ksdesk，它会说为什么、怎么办。 / The book cannot be"
            " read. Open ksdesk, which tells why and what to do.",
            NEWER if problem.code == "newer" else NO_BOOK,
        )
    return FINE


def _asked(wanted: str | None, out: Path | None) -> tuple[date, Path]:
    if wanted is None or out is None:
        raise MonthRefused(
            "--month 和 --out 要一起写：ksdesk --month 2026-10 --out 月报.pdf。 / --month and --out"
            " go together."
        )
    if out.suffix.lower() not in SUFFIXES:
        raise MonthRefused(f"{out} 要以 .pdf 或 .xlsx 结尾。 / {out} must end in .pdf or .xlsx.")
    told = _MONTH.fullmatch(wanted)
    if told is None:
        raise MonthRefused(
            f"“{wanted}”不是月份，要写成 2026-10。 / “{wanted}” is no month; write it as 2026-10."
        )
    return date(int(told[1]), int(told[2]), 1), out.absolute()


@contextmanager
def _book(paths: Paths, clock: Callable[[], datetime], sample: bool, lang: str) -> Iterator[Book]:
    """The book as a window would open it, and nobody else beside."""
    from ksdesk.ui.shell.shops import forget_sample, last_shop, make_sample, open_book
    from ksdesk.ui.shell.start import make_app

    try:
        if not sample and not paths.book.exists() and not paths.backups.exists():
            raise MonthRefused(f"{paths.data} 里没有账本。 / There is no book in {paths.data}.")
        paths.make()
        lock = take_lock(paths.lock_file)
        if lock is None and not holder(paths.lock_file).known:
            lock = seize_lock(paths.lock_file)  # a file that was put there, no lock of ours
    except OSError as error:
        raise BookProblem.of(error, paths.data) from error
    if lock is None:
        raise MonthRefused(
            f"ksdesk 正开着 {paths.data}。关掉它，或者在它的“月报”里存。 / ksdesk has"
            f" {paths.data} open: close it, or save the month there.",
            HELD,
        )
    try:
        settings = Settings(paths.settings_file)
        make_app(settings, lang)
        if sample:
            make_sample(paths, clock())
        book = open_book(paths.of(SAMPLE if sample else last_shop(paths, settings)), clock)
        try:
            yield book
        finally:
            book.close()
    finally:
        if sample:
            forget_sample(paths)
        lock.unlock()


def _say(sentence: str, code: int) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
    return code
