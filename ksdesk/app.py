"""Start-up order and wiring: the one file that may import every room."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, overload

from ksdesk import __version__
from ksdesk.light import travel_light
from ksdesk.paths import Paths, default_data, follow, is_within_reach, too_long

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ksdesk.log import Log
    from ksdesk.ui.shell.context import Context

FINE, BROKEN, USAGE, NEWER, NO_BOOK, NO_ANSWER, NO_SCREEN = 0, 1, 2, 3, 4, 5, 6
LEAST_FREE = 1_000_000  # bytes without which nothing can be opened
BEIJING = timezone(timedelta(hours=8))


def main(argv: Sequence[str]) -> int:
    """Run the app; returns the exit code.

    0 fine, 1 the self-test or tour found something broken, 2 wrong arguments or a month without
    figures, 3 the book is of a newer version, 4 the book or its folder cannot be used, 5 another
    ksdesk holds the folder and does not answer, 6 there is no display.
    """
    options = _arguments(argv)
    if options.version:
        print(f"ksdesk {__version__}")
        return FINE
    if options.selftest or options.tour is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.selftest:
        from ksdesk.ui.shell.selftest import selftest

        return selftest(options.lang)
    if options.tour is not None:
        from ksdesk.ui.shell.tour import tour

        return tour(options.tour, options.lang)
    os.umask(0o077)  # all that is written is the seller's alone
    if options.month is not None or options.out is not None:
        travel_light()
        return _month(options)
    gc.disable()  # no worker may collect; the UI thread does once the window is there
    travel_light()
    return _Run(options).go()


def _month(options: argparse.Namespace) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    paths = Paths(follow((options.data or default_data()).absolute()))
    from ksdesk.ui.month.command import write_month

    return write_month(
        options.month, options.out, paths, beijing_now, sample=options.sample, lang=options.lang
    )


def beijing_now() -> datetime:
    """The present moment in Beijing, naive, to the second."""
    return datetime.now(BEIJING).replace(tzinfo=None, microsecond=0)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="ksdesk", description="The desk of a small Kuaishou livestream shop. Works offline."
    )
    parser.add_argument("files", nargs="*", type=_named, help="reports to import")
    parser.add_argument("--data", type=_named, metavar="DIR", help="keep everything in this folder")
    parser.add_argument("--sample", action="store_true", help="open the sample shop")
    parser.add_argument("--lang", choices=("zh", "en"), default="", help="language for this run")
    parser.add_argument("--selftest", action="store_true", help="check this installation")
    parser.add_argument("--tour", type=_named, metavar="DIR", help="draw every page into a folder")
    parser.add_argument("--month", metavar="YYYY-MM", help="write this month and end; see --out")
    parser.add_argument("--out", type=_named, metavar="FILE", help="a .pdf or .xlsx for --month")
    parser.add_argument("--version", action="store_true", help="print the version")
    return parser.parse_args(list(argv))


def _named(text: str) -> Path:
    """A file or folder of the command line; an empty name would be the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("is an empty name")
    return Path(text)


class _Run:
    """One run of the app, from the lock to its release."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options

    def go(self) -> int:
        if not (_has_screen() or os.environ.get("QT_QPA_PLATFORM")):  # there Qt would abort
            return _refuse(
                "这里没有显示器，窗口打不开。在有桌面的电脑上打开；不开窗口能用 --month、--tour、"
                "--selftest。 / There is no display here, so no window can open. Start ksdesk on a"
                " desktop; --month, --tour and --selftest need none.",
                NO_SCREEN,
            )
        asked = (self.options.data or default_data()).absolute()
        data = follow(asked)
        self.paths = Paths(data)
        if data != asked and not (is_within_reach(data) and data.is_dir()):
            return self._refuse_moved(asked)
        os.environ["MPLCONFIGDIR"] = str(self.paths.cache)
        from ksdesk.ui.shell.instance import holder, seize_lock, take_lock

        try:
            self.paths.make()
            lock = take_lock(self.paths.lock_file)
        except OSError as error:
            return self._refuse_folder(error)
        if lock is None and not holder(self.paths.lock_file).known:
            lock = seize_lock(self.paths.lock_file)  # a file that was put there, no lock of ours
        if lock is None:
            code = self._second()
            if code is not None:
                return code
            lock = seize_lock(self.paths.lock_file)
        try:
            return self._with_log()
        finally:
            if lock is not None:
                lock.unlock()

    def _refuse_folder(self, error: OSError) -> int:
        far = isinstance(error, FileNotFoundError) and too_long(self.paths.staging)
        if error.errno == errno.ENAMETOOLONG or far:
            return _refuse(
                "数据文件夹的名字太长了。换一个短的： ksdesk --data 文件夹。 / The name of the data"
                " folder is too long; choose a shorter one with --data."
            )
        wanted = Path(error.filename or self.paths.data)
        place = next((p for p in (wanted, *wanted.parents) if is_within_reach(p)), None)
        if place is None:  # a drive that is not plugged in
            return _refuse(
                f"{self.paths.data} 所在的盘没有插好。插好再打开，或者换一个："
                " ksdesk --data 文件夹。 / The disk of that folder is not there. Plug it in, or"
                " choose another folder with --data."
            )
        if place == self.paths.lock_file or not place.is_dir():
            return _refuse(
                f"{place} 占了 ksdesk 要用的名字。把它改名或挪走，再打开；里面的内容没有动过。 /"
                f" {place} is in the way of something that ksdesk keeps under that name. Rename it"
                " or move it away, then start again; nothing in it was touched."
            )
        if shutil.disk_usage(place).free < LEAST_FREE:
            return _refuse(
                f"{place} 所在的盘满了。腾出地方再打开；之前存的都在。 / The disk with {place} is"
                " full. Free some space, then start again; what was saved before is all there."
            )
        return _refuse(
            f"数据文件夹 {self.paths.data} 不能写。让它可以写，或者换一个： ksdesk --data 文件夹。"
            f" / The data folder {self.paths.data} cannot be written. Allow writing in it, or"
            " choose another with --data."
        )

    def _refuse_moved(self, asked: Path) -> int:
        """Never start anew beside a book that is only not plugged in."""
        word = Paths(asked).moved_file
        if self.paths.data == word:
            return _refuse(
                f"{word} 里读不出账本搬到了哪个文件夹。用记事本把那个文件夹写进去再打开；要用旧的，"
                f"删掉这个文件。 / {word} does not tell which folder the book was moved to. Write"
                " that folder into it, then start again; to use the old book, delete the file."
            )
        return _refuse(
            f"账本搬到了 {self.paths.data}，现在打不开。插好那个盘再打开；要用旧的，删掉 {word}。 /"
            f" The book was moved to {self.paths.data}, which is not there. Plug that disk in; to"
            f" use the old book, delete {word}."
        )

    def _second(self) -> int | None:
        """Hand over to the first; None where this start may go on in its place."""
        from PySide6.QtCore import QCoreApplication

        from ksdesk.ui.shell.doorman import hand_over

        app = QCoreApplication.instance() or QCoreApplication([])
        answered = hand_over(self.paths.data, self.options.files)
        app.shutdown()
        del app
        return FINE if answered else self._unanswered()

    def _unanswered(self) -> int | None:
        """Nobody answers: the seller may go on; a book that is being written then refuses."""
        from ksdesk.ui.shell.instance import holder

        found = holder(self.paths.lock_file)
        on = " " if found.here else f"（{found.computer}）"
        at = "" if found.here else f" on {found.computer}"
        sentence = (
            f"另一个 ksdesk{on}正在用 {self.paths.data}，但没有应答。关掉它再打开。 / Another"
            f" ksdesk{at} is using this folder and does not answer. Close it, then start again."
        )
        return _refuse(sentence, NO_ANSWER, anyway="仍然打开 / Open anyway")

    def _with_log(self) -> int:
        from ksdesk.log import Log

        log = Log(self.paths.logs)
        try:
            return self._with_app(log)
        finally:
            log.close()

    def _with_app(self, log: Log) -> int:
        from ksdesk.settings import Settings
        from ksdesk.ui.shell.start import make_app

        settings = Settings(self.paths.settings_file)
        app, theme = make_app(settings, self.options.lang)
        from ksdesk.storage import BookProblem
        from ksdesk.ui.shell.shops import open_context

        while True:
            try:
                ctx = open_context(self.paths, settings, theme, beijing_now, self.options.sample)
                break
            except BookProblem as problem:
                from ksdesk.ui.shell.rescue import offer

                if not offer(app, problem, self.paths, settings, beijing_now(), _say):
                    return NEWER if problem.code == "newer" else NO_BOOK
        ctx.language = self.options.lang
        return self._with_window(app, ctx, log)

    def _with_window(self, app: QApplication, ctx: Context, log: Log) -> int:
        from ksdesk.ui.shell.start import show_window

        window = show_window(ctx, self.options.files, log.last_crash)
        log.on_error(window.unexpected.emit)
        code = app.exec()
        log.on_error(None)
        ctx.jobs.wait()
        ctx.book.close()
        if ctx.sample:
            from ksdesk.ui.shell.shops import forget_sample

            forget_sample(ctx.paths)
        return code


@overload
def _refuse(sentence: str, code: int = NO_BOOK) -> int: ...
@overload
def _refuse(sentence: str, code: int, *, anyway: str) -> int | None: ...
def _refuse(sentence: str, code: int = NO_BOOK, *, anyway: str = "") -> int | None:
    """Say why there will be no window, also to whoever double-clicked; returns the exit code.

    None where the button that says `anyway` was pressed.
    """
    _say(sentence)
    if _has_screen():
        from PySide6.QtWidgets import QApplication

        from ksdesk.ui.shell.start import show_refusal

        app = QApplication(sys.argv[:1])
        if show_refusal(app, sentence, anyway=anyway):
            return None
        app.shutdown()
    return code


def _has_screen() -> bool:
    """Whether a window can be seen."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return named or not sys.platform.startswith("linux")


def _say(text: str) -> None:
    """One sentence for whoever started us from a terminal; a windowed build has none."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)
