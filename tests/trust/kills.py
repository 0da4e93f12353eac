"""Kill ksdesk's own work with SIGKILL at any moment and hold the next start against what was told.

`kills.py --seed N --count N`: so many kills, each deed of `deeds` in its turn; the start that
follows is killed now and then as well. Prints what it did; ends with 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import re
import select
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from deeds import DEEDS
from desk import Desk
from file_deeds import lay_guest
from PySide6.QtCore import QCoreApplication
from row_deeds import drafts_whole

from ksdesk.settings import Settings
from ksdesk.ui.backups.keeper import Keeper
from ksdesk.ui.shell.jobs import InlineJobs
from ksdesk.ui.shell.shops import open_context
from ksdesk.ui.shell.theme import Theme

ROUNDS = 60  # kills of one shop, before another is begun
EVERY = 12  # kills between two looks at all that was ever done
ALONE = 0.15  # so often the start after a kill is killed as well
OURS = re.compile(
    r"shop\.ksdesk|settings\.json|moved-to\.txt|buyers\.key|backups/(old-\d+/)?\d{8}-\d{6}-\w+\.ksdesk"
    r"|staging/product\.json"
)


class Child:
    """A process of its own that does something and says so, line by line."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            told = os.fdopen(writing, "w")
            code = 1
            try:
                work(lambda line: print(line, file=told, flush=True))
                code = 0
            except BaseException:  # noqa: BLE001 - told to the parent
                print(json.dumps({"broken": traceback.format_exc()}), file=told, flush=True)
            finally:
                os._exit(code)
        os.close(writing)
        self._pipe = reading
        self._rest = b""

    def line(self, seconds: float = 60) -> str | None:
        """The next line; None at the end or where nothing came for so long."""
        until = time.monotonic() + seconds
        while b"\n" not in self._rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._pipe], [], [], left)[0]:
                return None
            piece = os.read(self._pipe, 1 << 16)
            if not piece:
                return None
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()

    def kill(self) -> Iterator[str]:
        """SIGKILL; what was told before it."""
        os.kill(self.pid, signal.SIGKILL)
        return self.rest()

    def rest(self) -> Iterator[str]:
        """All further lines, to the end of the process."""
        while (line := self.line()) is not None:
            yield line
        os.close(self._pipe)
        os.waitpid(self.pid, 0)


class Kills:
    """One shop, killed again and again; `there` is how far each deed had come."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.root, self.outside, self.dice = folder / "data", folder / "outside", dice
        self.outside.mkdir(parents=True)
        lay_guest(folder / "guest.ksdesk")
        lay_guest(folder / "old-shop.ksdesk", "老店")
        self.deeds: list[str] = []
        self.there: dict[int, int] = {}
        self.took: dict[str, float] = {}
        self.killed: Counter[str] = Counter()

    def round(self, target: str, everything: bool) -> None:
        """A start, a few deeds, the target, a kill in the midst of it, and the next start."""
        others = [name for name in DEEDS if name != target]
        first = len(self.deeds)
        self.deeds += [*self.dice.sample(others, self.dice.randrange(3)), target]
        done = self._until_killed(first)
        if self.dice.random() < ALONE:
            child = Child(lambda say: self._start(say).book.close())
            time.sleep(self.dice.uniform(0, self.took.get("start", 0.5)))
            list(child.kill())
            self.killed["the next start"] += 1
        begun = time.monotonic()
        held = list(Child(lambda say: self._hold(say, first, done, everything)).rest())
        self.took["start"] = 0.5 * (time.monotonic() - begun)
        said = json.loads(held[-1]) if held else {"broken": "the next start said nothing"}
        if "broken" in said:
            raise AssertionError(f"after a kill in {target}\n{said['broken']}")
        self.there |= {int(n): steps for n, steps in said.items()}

    def _until_killed(self, first: int) -> set[int]:
        """The deeds that were told to be done. The kill comes at any moment of the last one."""
        child = Child(lambda say: self._live(say, first))
        target, done = len(self.deeds) - 1, set()
        begun, wait = time.monotonic(), 60.0
        while (line := child.line(max(0.0, begun + wait - time.monotonic()))) is not None:
            if line.startswith("{"):
                raise AssertionError(json.loads(line)["broken"])
            word, number = line.split()
            name = self.deeds[int(number)]
            if word == "done":
                done.add(int(number))
                self.took[name] = time.monotonic() - begun
            begun = time.monotonic()
            if line == f"begin {target}":
                wait = self.dice.uniform(0, self.took.get(name, 0.3) * 1.1)
        done |= {int(line.split()[1]) for line in child.kill() if line.startswith("done")}
        self.killed[self.deeds[target]] += 1
        return done

    def _live(self, say: Callable[[str], None], first: int) -> None:
        desk = self._start(say)
        for n in range(first, len(self.deeds)):
            desk.turn, deed = n, DEEDS[self.deeds[n]]
            deed.lay(desk, n)
            say(f"begin {n}")
            deed.do(desk, n)
            say(f"done {n}")
        time.sleep(60)

    def _start(self, _say: Callable[[str], None]) -> Desk:
        """All that a start does to the book and its folders, in its order."""
        app = QCoreApplication.instance() or QCoreApplication([])
        desk = Desk(self.root, self.outside, len(self.deeds))
        desk.paths.make()
        settings = Settings(desk.paths.settings_file)
        settings.set(saved_in=str(self.outside))
        jobs = InlineJobs()
        theme = Theme("light", 1.0, "red", "zh")
        ctx = open_context(desk.paths, settings, theme, lambda: desk.now, False, jobs)
        failed: list[BaseException] = []
        jobs.failed.connect(failed.append)
        keeper = Keeper(ctx, app)
        keeper.tidy(False)
        keeper.sweep()
        assert not failed, failed
        desk.book = ctx.book
        return desk

    def _hold(self, say: Callable[[str], None], first: int, done: set[int], every: bool) -> None:
        """The next start, held against what was told before the kill."""
        desk = self._start(say)
        self._check_book(desk)
        drafts_whole(desk)
        found = {}
        for n in range(0 if every else max(0, first - 6), len(self.deeds)):
            deed = DEEDS[self.deeds[n]]
            if n < first and not deed.lasting:
                continue
            desk.turn = n
            steps = deed.steps(desk, n)
            what = f"{n} {self.deeds[n]}: {steps}"
            assert n not in done or steps == deed.whole, f"{what}, told to be done"
            assert n not in self.there or steps == self.there[n], f"{what}, before {self.there[n]}"
            if deed.lasting:
                found[n] = steps
        self._check_book(desk)
        desk.book.close()
        self._nothing_is_left(desk)
        say(json.dumps(found))

    def _check_book(self, desk: Desk) -> None:
        with desk.book.session.reading():
            asked = desk.book.session.db.execute_sql
            assert asked("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert asked("PRAGMA foreign_key_check").fetchall() == []
            sums = asked("SELECT account, sum(amount) FROM deposit_entry GROUP BY account")
            sums = dict(sums.fetchall())
            halves = asked(
                "SELECT count(*) FROM batch WHERE state NOT IN ('done', 'undone', 'interrupted')"
            )
            assert halves.fetchone() == (0,)
        assert desk.book.reader.deposit.balances() == sums

    def _nothing_is_left(self, desk: Desk) -> None:
        data = desk.paths.data
        left = [
            name
            for path in data.rglob("*")
            if path.is_file()
            and not OURS.fullmatch(name := path.relative_to(data).as_posix())
            and not name.startswith(("cache/", "logs/"))
        ]
        houses = [p for p in self.outside.glob("house-*") if not data.is_relative_to(p)]
        for house in houses:
            if not (house / "ksdesk" / "moved-to.txt").exists():
                left += [str(path) for path in house.rglob("*")]
        for path in self.outside.iterdir():
            if path.is_file():
                left += (
                    [] if re.fullmatch(r"(month|all|p)-?\d+\.[\w-]+", path.name) else [path.name]
                )
        assert not left, f"left over: {left}"
        for old in (self.root, *(house / "ksdesk" for house in houses)):
            if old != data:
                if not (old / "moved-to.txt").exists():
                    continue
                word = (old / "moved-to.txt").read_text("utf-8")
                shutil.rmtree(old)
                old.mkdir()
                (old / "moved-to.txt").write_text(word, "utf-8")


def run(folder: Path, seed: int, count: int) -> Counter[str]:
    """So many kills; AssertionError with what was lost."""
    gc.disable()
    os.umask(0o077)
    dice = random.Random(seed)
    order = list(DEEDS)
    dice.shuffle(order)
    killed: Counter[str] = Counter()
    made = 0
    while made < count:
        shop = Kills(folder / f"shop-{made}", dice)
        for turn in range(min(ROUNDS, count - made)):
            everything = turn % EVERY == EVERY - 1 or made == count - 1
            try:
                shop.round(order[made % len(order)], everything)
            except AssertionError as error:
                raise AssertionError(f"kill {made} of seed {seed}: {error}") from None
            made += 1
        killed += shop.killed
        shutil.rmtree(folder / f"shop-{made - turn - 1}")
    return killed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="ksdesk-kills-") as folder:
        try:
            killed = run(Path(folder), asked.seed, asked.count)
        except AssertionError as error:
            print(error)
            return 1
    for name, times in sorted(killed.items()):
        print(f"{times:4} {name}")
    print(f"{killed.total():4} kills, seed {asked.seed}: nothing lost, nothing half, nothing left")
    return 0


if __name__ == "__main__":
    sys.exit(main())
