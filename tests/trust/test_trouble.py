"""Bad disks, lost rights, damaged books, strange clocks, locks of others: a sentence and a way out,
what was there is there, and the newest good copy is offered with what would be lost.

`make trouble` tries all of it; `make test` a few of each, by hand others at every run (SEED=...
repeats).
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from chance import SEED
from deeds import DEEDS
from desk import START, Desk
from file_deeds import lay_guest
from kills import Child
from row_deeds import enter, import_orders, import_products, import_traffic, lines_of

from ksdesk.actions import backups, exports
from ksdesk.actions.backups import rescue, restoring
from ksdesk.actions.today import agenda
from ksdesk.domain.deposit.refund import StepError
from ksdesk.domain.rulebook import RuleBook
from ksdesk.exports import ExportProblem
from ksdesk.storage import BookProblem, Store, copies, session
from ksdesk.ui.shell.lost_shop import offered
from ksdesk.ui.shell.trouble import headline

WHOLE = os.environ.get("TROUBLE") == "whole"
DICE = random.Random(SEED)
LEVELS = (0, 4, 16, 64, 200, 500, 1000, 2000)  # kilobytes that are left
DISK = 24_000  # kilobytes
FLIPS = 200 if WHOLE else 8
NAMES = tuple(DEEDS) if WHOLE else tuple(DICE.sample(tuple(DEEDS), 3))
DECLARED = (BookProblem, ExportProblem, StepError)
NOBODY = 65_534
FIRST, SECOND = 1, 2

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3000 if WHOLE else 300)]


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Path:
    """A shop with something of everything and a copy of it; to be copied, not opened."""
    place = tmp_path_factory.mktemp("full")
    lay_guest(place / "guest.ksdesk")
    lay_guest(place / "old-shop.ksdesk", "老店")
    (place / "outside").mkdir()
    desk = Desk(place / "data", place / "outside", FIRST)
    desk.open()
    for do in (enter, import_orders, import_products, import_traffic):
        do(desk, FIRST)
    backups.back_up(desk.book, desk.paths.backups, "manual", desk.now)
    desk.book.close()
    return place


def lay_out(full: Path, place: Path) -> None:
    """A copy of a shop, by means that are there under wine too."""
    shutil.copytree(full, place, copy_function=shutil.copyfile, dirs_exist_ok=True)


def desk_in(place: Path, full: Path, name: str = "an edit") -> Desk:
    lay_out(full, place)
    desk = Desk(place / "data", place / "outside", SECOND)
    desk.open()
    DEEDS[name].lay(desk, desk.turn)
    return desk


def attempt(desk: Desk, name: str) -> str:
    """Do it; the code of the trouble that was told in a sentence, "" where it was done."""
    try:
        DEEDS[name].do(desk, desk.turn)
    except DECLARED as error:
        sentence = headline(error)
        assert sentence.endswith(("。", ".")) and "ksdesk.db" not in sentence
        assert sentence != headline(RuntimeError())
        return "date" if isinstance(error, StepError) else error.code
    return ""


def check_after(desk: Desk, name: str, told: str) -> None:
    """The next start without the trouble: nothing lost, nothing half, and it can be done now."""
    with suppress(BookProblem):
        desk.book.close()
    again = Desk(desk.root, desk.outside, desk.turn)
    restoring.recover(again.paths.book)
    again.open()
    restoring.sweep(again.paths.book, again.paths.backups)
    with again.book.session.reading():
        asked = again.book.session.db.execute_sql
        assert asked("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert asked("PRAGMA foreign_key_check").fetchall() == []
    assert lines_of(again, FIRST) == 2
    steps = DEEDS[name].steps(again, again.turn)
    assert told or steps == DEEDS[name].whole, steps
    again.turn += 1
    DEEDS[name].lay(again, again.turn)
    assert attempt(again, name) == ""
    assert DEEDS[name].steps(again, again.turn) == DEEDS[name].whole
    again.book.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk(disk_of, full, name, qapp):
    place = disk_of(DISK)
    for level in LEVELS if WHOLE else DICE.sample(LEVELS, 2):
        desk = desk_in(place / "shop", full, name)
        filler = place / "films"
        with filler.open("wb") as file:
            file.truncate(0)
            left = shutil.disk_usage(place).free - level * 1024
            file.write(b"x" * max(0, left))
        told = attempt(desk, name)
        assert told in ("", "disk_full"), (level, told)
        filler.unlink()
        check_after(desk, name, told)
        shutil.rmtree(place / "shop")


def hand_over(place: Path) -> None:
    """All of it is nobody's, who may not write where root may."""
    for path in (place, *place.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    for parent in place.parents:
        if parent != Path("/") and parent.stat().st_uid == 0 and parent != Path("/tmp"):
            parent.chmod(parent.stat().st_mode | 0o055)


def set_rights(place: Path, *, writable: bool) -> None:
    for path in sorted((place, *place.rglob("*")), reverse=True):
        path.chmod(
            (0o755 if writable else 0o555) if path.is_dir() else 0o644 if writable else 0o444
        )


def as_nobody(work: Callable[[Callable[[str], None]], None]) -> list[str]:
    def lowered(say: Callable[[str], None]) -> None:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        work(say)

    return list(Child(lowered).rest())


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs a second user")
@pytest.mark.parametrize("when", ["from the start", "in the midst"])
@pytest.mark.parametrize("name", NAMES)
def test_rights_that_are_lost(tmp_path, full, name, when, qapp):
    place = tmp_path / "shop"
    lay_out(full, place)
    hand_over(place)

    def work(say: Callable[[str], None]) -> None:
        desk = Desk(place / "data", place / "outside", SECOND)
        if when == "from the start":
            set_rights(place, writable=False)
            try:
                desk.open()
            except (BookProblem, OSError) as error:
                code = error.code if isinstance(error, BookProblem) else "no folder"
                assert code in ("read_only", "no folder"), code
                return
        desk.open()
        DEEDS[name].lay(desk, desk.turn)
        set_rights(place, writable=False)
        told = attempt(desk, name)
        assert told in ("", "read_only", "missing", "io", "locked"), told
        say(f"told {told}")

    said = as_nobody(work)
    assert all(line.startswith("told") for line in said), said
    set_rights(place, writable=True)
    for path in (place, *place.rglob("*")):
        os.chown(path, 0, 0)
    done = said == ["told "]
    check_after(desk_as_left(place), name, "" if done else "read_only")


def desk_as_left(place: Path) -> Desk:
    desk = Desk(place / "data", place / "outside", SECOND)
    desk.book = Store.open(desk.paths.book)
    return desk


@contextmanager
def locked(book: Path) -> Iterator[None]:
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.mark.parametrize("name", NAMES)
def test_a_book_that_others_hold(tmp_path, full, name, monkeypatch, qapp):
    monkeypatch.setitem(session.PRAGMAS, "busy_timeout", 30)
    desk = desk_in(tmp_path / "shop", full, name)
    with locked(desk.paths.book):
        told = attempt(desk, name)
        assert told in ("", "locked"), told
    check_after(desk, name, told)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("years", [-9, 9])
def test_a_clock_that_is_wrong(tmp_path, full, name, years, qapp):
    desk = desk_in(tmp_path / "shop", full)
    held = {backup.path.name for backup in backups.listed(desk.paths.backups)}
    desk.ahead = timedelta(days=365 * years)
    DEEDS[name].lay(desk, desk.turn)
    assert attempt(desk, name) in ("", "date")
    desk.ahead = timedelta()
    assert backups.due(desk.paths.backups, backups.EVERY, START + timedelta(days=3))
    assert held <= {
        b.path.name for b in backups.listed(Desk(desk.root, desk.outside).paths.backups)
    }
    check_after(desk, name, "another day")


@pytest.mark.parametrize("how", ["gone", "a file"])
@pytest.mark.parametrize("name", ["a backup", "a restore", "a migration", "a move of the house"])
def test_a_backup_folder_that_is_gone(tmp_path, full, name, how, qapp):
    desk = desk_in(tmp_path / "shop", full, name)
    folder = desk.paths.backups
    shutil.rmtree(folder)
    if how == "a file":
        folder.write_bytes(b"")
    try:
        told = attempt(desk, name)
    except OSError as error:  # the folders are made at a start, which tells it by itself
        assert how == "a file" and isinstance(error, FileExistsError | NotADirectoryError)
        told = "start"
    if how == "a file":
        folder.unlink()
    check_after(desk, name, told)


# ---- damage


def cut(data: bytearray, dice: random.Random) -> None:
    del data[dice.randrange(len(data)) :]


def zero(data: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(data))
    data[at : at + dice.choice((1, 512, 4096, 65_536))] = b""
    data[at:at] = bytes(4096)


def noise(data: bytearray, dice: random.Random) -> None:
    at = dice.randrange(len(data))
    size = min(len(data) - at, dice.choice((16, 512, 4096, 65_536)))
    data[at : at + size] = dice.randbytes(size)


def flip(data: bytearray, dice: random.Random) -> None:
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def flip_head(data: bytearray, dice: random.Random) -> None:
    data[dice.randrange(200)] ^= 1 << dice.randrange(8)


DAMAGE = {"cut": cut, "zeroed": zero, "noise": noise, "a bit": flip, "a bit of the head": flip_head}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_book(tmp_path, full, how, qapp):
    """Refused and left as it is, with the copy offered; or every row is read or told as damaged."""
    place = tmp_path / "shop"
    lay_out(full, place)
    desk = Desk(place / "data", place / "outside", SECOND)
    whole = desk.paths.book.read_bytes()
    dice = random.Random(f"{SEED} {how}")
    refused = 0
    for turn in range(FLIPS if how.startswith("a bit") else max(4, FLIPS // 4)):
        data = bytearray(whole)
        DAMAGE[how](data, dice)
        desk.paths.book.write_bytes(data)
        for beside in ("-wal", "-shm", "-journal"):
            desk.paths.book.with_name("shop.ksdesk" + beside).unlink(missing_ok=True)
        try:
            desk.open()
        except BookProblem as problem:
            refused += 1
            assert desk.paths.book.read_bytes() == data, f"{how} {turn} of {SEED}"
            check_offer(desk, problem)
            continue
        read_all(desk)
        desk.book.close()
        if os.name == "nt":
            gc.collect()  # as the app does: a query that broke off would hold the file
    assert refused or how not in ("cut", "a bit of the head")


def check_offer(desk: Desk, problem: BookProblem) -> None:
    """The sentence, and the copy that would take the place, with what would be lost."""
    assert headline(problem) != headline(RuntimeError())
    found = rescue.find(desk.paths.book, desk.paths.backups, desk.now)
    assert found is not None and found.contents.counts["deposit"] == 2
    assert offered(found)
    shown = desk.paths.book.read_bytes()
    if found.lost is not None:
        assert found.lost >= 0
    rescue.put_in_place(found, desk.paths.book, desk.paths.backups, desk.now)
    assert copies.contents(desk.paths.book).counts["deposit"] == 2
    kept = desk.paths.backups / f"{desk.now:%Y%m%d-%H%M%S}-damaged.old"
    assert not shown or kept.read_bytes() == shown
    kept.unlink(missing_ok=True)


def read_all(desk: Desk) -> None:
    """Everything that a page could ask of the book: read, or told as the book's damage."""
    reader = desk.book.reader
    asked: list[Callable[[], object]] = [
        lambda: agenda(reader, RuleBook.load(), desk.now),
        lambda: [reader.deposit.entries(account) for account in reader.deposit.accounts()],
        reader.products.all,
        reader.batches.recent,
        reader.traffic.measures,
        lambda: exports.whole_book(desk.book, desk.outside / "all.zip", desk.now),
        lambda: enter(desk, desk.turn),
    ]
    for ask in asked:
        with suppress(BookProblem):
            ask()
