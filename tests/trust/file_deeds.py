"""Deeds with whole books: copies, restores, migrations, moves."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from desk import START, Desk
from row_deeds import entered, lines_of
from work_deeds import whole_zips

from ksdesk.actions import Book, backups, deposit, shops
from ksdesk.actions.backups import moving, restoring
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import Paths, follow
from ksdesk.storage import copies, migrations
from ksdesk.ui.shell.shops import open_book

OLD_BOOKS = Path(__file__).parents[1] / "old_books"


def back_up(desk: Desk, n: int) -> None:
    backups.back_up(desk.book, desk.paths.backups, "manual", desk.now)


def backed_up(desk: Desk, n: int) -> int:
    """Every file that bears a copy's name is whole."""
    for backup in backups.listed(desk.paths.backups):
        copies.contents(backup.path)
    return desk.paths.backups.joinpath(f"{desk.now:%Y%m%d-%H%M%S}-manual.ksdesk").exists()


def restore(desk: Desk, n: int) -> None:
    deposit.add(desk.book, [entered("own", n)], desk.now)
    made = backups.back_up(desk.book, desk.paths.backups, "manual", desk.now).ref
    deposit.add(desk.book, [entered("own", n)], desk.now)
    later = desk.now + timedelta(seconds=1)
    prepared = restoring.prepare(desk.book, made, desk.paths.backups, later).ref
    desk.book.close()
    restoring.swap(prepared, desk.paths.book)
    desk.book = open_book(desk.paths, lambda: desk.now)
    restoring.settle(prepared, desk.paths.book, desk.paths.backups)


def restored(desk: Desk, n: int) -> int:
    """Back at the copy there is one line; before it there are up to two."""
    return int(lines_of(desk, n) == 1)


def old_shop(desk: Desk, n: int) -> Paths:
    return desk.paths.of(f"old-{n}")


def lay_old_shop(desk: Desk, n: int) -> None:
    old, number = old_shop(desk, n), 1 + n % (migrations.NEWEST - 1)
    old.make()
    laid = desk.outside / f"v{n}.ksdesk"
    with closing(sqlite3.connect(laid)) as file:
        file.execute("PRAGMA journal_mode = off")
        file.executescript((OLD_BOOKS / f"v{number}.sql").read_text("utf-8"))
    laid.replace(old.book)


def migrate(desk: Desk, n: int) -> None:
    old = old_shop(desk, n)
    desk.book.close()
    open_book(old, lambda: desk.now).close()
    desk.open()


def migrated(desk: Desk, n: int) -> int:
    """Old or new, never between; after its next start it is new, with a copy of what it was."""
    old = old_shop(desk, n)
    (desk.outside / f"v{n}.ksdesk").unlink(missing_ok=True)
    if not old.book.exists():
        return 0
    number = 1 + n % (migrations.NEWEST - 1)
    assert copies.contents(old.book).version in (number, migrations.NEWEST)
    desk.book.close()
    old.make()
    book = open_book(old, lambda: desk.now)
    assert book.reader.deposit.balances() == {"own": 49_764}
    assert [p.title for p in book.reader.products.all()] == ["富平吊柿饼 礼盒 1kg"]
    book.close()
    restoring.sweep(old.book, old.backups)
    (kept, *_) = [copies.contents(b.path) for b in backups.listed(old.backups)]
    assert kept.version == number
    assert {p.suffix for p in old.backups.iterdir()} == {".ksdesk"}
    for file in (old.book, *old.backups.iterdir()):
        file.unlink()
    desk.open()
    return 1


def pack(desk: Desk, n: int) -> None:
    moving.pack(desk.paths, {}, desk.outside / f"p{n}.ksdesk-move", desk.now)


def packed(desk: Desk, n: int) -> int:
    return whole_zips(desk.outside.glob(f"p{n}.ksdesk-move"))


def take_in(desk: Desk, n: int) -> None:
    guest = desk.outside.parent / "guest.ksdesk"
    parcel = moving.unpack(guest, desk.paths.parcels)
    moving.take_in(desk.paths, parcel, "客人")


def taken_in(desk: Desk, n: int) -> int:
    further = further_shops(desk, "客人")
    for slug in further:
        assert copies.contents(desk.paths.of(slug).book).counts["deposit"] == 1
        desk.paths.of(slug).book.unlink()
    return len(further)


def further_shops(desk: Desk, name: str) -> list[str]:
    """The shops beside the first one that are called so, by their slugs."""
    return [
        slug
        for slug in shops.slugs(desk.paths)
        if slug.startswith(("gone-", "shop-"))
        and copies.contents(desk.paths.of(slug).book).name.startswith(name)
    ]


def lay_guest(path: Path, name: str = "客人") -> None:
    """The book of another shop, to be taken in."""
    book = Book.open(path)
    deposit.add(book, [NewEntry("own", date(2026, 1, 1), "paid_in", 1)], START)
    book.shop.rename(name)
    book.close()


def lay_shop(desk: Desk, n: int) -> None:
    own = desk.paths.of(f"gone-{n}")
    own.make()
    shutil.copyfile(desk.outside.parent / "old-shop.ksdesk", own.book)
    copies.copy(own.book, backups.target(own.backups, "daily", desk.now))


def remove_shop(desk: Desk, n: int) -> None:
    """A shop with a copy of its own goes to the bin, and comes back."""
    removed = shops.remove(desk.paths, f"gone-{n}", desk.now)
    shops.take_back(desk.paths, removed)


def shop_removed(desk: Desk, n: int) -> int:
    """It is in one place, there or in the bin, with its copy."""
    binned = shops.removed(desk.paths)
    own = further_shops(desk, "老店")
    assert len(own) + len(binned) <= 1, (own, binned)
    for shop in binned:
        assert copies.contents(shop.folder / "shop.ksdesk").counts["deposit"] == 1
        assert len(backups.listed(shop.folder / "backups")) == 1
        shutil.rmtree(shop.folder)
    for slug in own:
        paths = desk.paths.of(slug)
        if slug.startswith("shop-"):
            assert len(backups.listed(paths.backups)) == 1
        assert copies.contents(paths.book).counts["deposit"] == 1
        shutil.rmtree(paths.backups)
        for file in paths.shops.glob(f"{slug}.ksdesk*"):
            file.unlink()
    return sum(slug.startswith("shop-") for slug in own)


def move_house(desk: Desk, n: int) -> None:
    moving.move_data(desk.paths, desk.outside / f"house-{n}")
    desk.book.close()
    desk.paths = Paths(follow(desk.root))
    desk.open()


def moved_house(desk: Desk, n: int) -> int:
    return int(desk.paths.data == desk.outside / f"house-{n}" / "ksdesk")
