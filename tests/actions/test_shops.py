"""Several shops below one folder, and the bin for those that were removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ksdesk.actions import backups, shops, sweeping
from ksdesk.paths import SAMPLE
from ksdesk.storage import BookProblem, Store, copies


@pytest.fixture
def make(new_shop) -> Callable:
    """Makes the book of a shop, with a name."""

    def shop(slug: str, name: str = "") -> None:
        book = Store.open(new_shop(slug).book)
        if name:
            shops.rename(book, name)
        book.close()

    return shop


def test_each_shop_has_its_own_files(paths):
    first, second, sample = paths.of(""), paths.of("shop-2"), paths.of(SAMPLE)
    for kind in ("book", "backups", "staging"):
        assert len({getattr(p, kind) for p in (first, second, sample)}) == 3
    inside = paths.data / "sample"
    assert all(p.is_relative_to(inside) for p in (sample.book, sample.backups, sample.staging))
    assert sample.sample and not second.sample


def test_shops_are_listed_by_number_with_their_names(paths, make):
    for slug, name in (("shop-10", "十号"), ("", "柿子沟果园"), ("shop-2", "")):
        make(slug, name)
    (paths.shops / "shop-3.ksdesk").write_bytes(b"no book" * 999)
    found = shops.listed(paths)
    assert [s.slug for s in found] == ["", "shop-2", "shop-3", "shop-10"]
    assert [s.name for s in found] == ["柿子沟果园", "", "", "十号"]
    assert [s.trouble for s in found] == ["", "", "corrupt", ""]


def test_the_shop_open_last_is_opened_or_one_that_is_there(paths, make):
    assert shops.last_open(paths, "shop-2") == ""
    make("shop-2")
    assert shops.last_open(paths, "shop-2") == "shop-2"
    assert shops.last_open(paths, "") == "shop-2"


def test_a_name_can_be_changed_and_changed_back(book):
    changes = shops.rename(book, "一号店")
    again = shops.rename(book, "二号店")
    assert book.reader.shop.name() == "二号店"
    redo = again.undo(book)
    assert book.reader.shop.name() == "一号店"
    redo.undo(book)
    assert book.reader.shop.name() == "二号店"
    assert "settings" in changes.topics


def test_a_taken_name_gets_a_number():
    assert shops.free_name("柿子沟", ()) == "柿子沟"
    assert shops.free_name("柿子沟", ("柿子沟", "柿子沟 2")) == "柿子沟 3"


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["", "shop-2", "shop-2 - 副本", "shop-2 (1)", "a.b", "店"])
def test_a_removed_shop_comes_back_with_its_backups(paths, now, slug, make):
    make(slug, "旧店")
    own = paths.of(slug)
    book = Store.open(own.book)
    backups.back_up(book, own.backups, "daily", now)
    book.close()
    gone = shops.remove(paths, slug, now)
    assert gone.name == "旧店"
    assert shops.slugs(paths) == ()
    assert backups.listed(own.backups) == ()
    assert shops.removed(paths) == (gone,)
    assert shops.free_slug(paths) != slug
    back = shops.take_back(paths, gone)
    assert shops.removed(paths) == ()
    assert [s.name for s in shops.listed(paths)] == ["旧店"]
    assert len(backups.listed(paths.of(back).backups)) == 1


def test_a_damaged_shop_can_be_removed_as_it_is(paths, now):
    paths.of("shop-2").make()
    paths.of("shop-2").book.write_bytes(b"no book" * 999)
    gone = shops.remove(paths, "shop-2", now)
    assert gone.name == ""
    assert (gone.folder / "shop.ksdesk").read_bytes() == b"no book" * 999


def test_a_shop_that_cannot_be_copied_stays(paths, now):
    with pytest.raises(BookProblem):
        shops.remove(paths, "shop-2", now)
    assert shops.removed(paths) == ()
    assert list(paths.bin.iterdir()) == []


def test_other_folders_in_the_bin_are_left_alone(paths):
    (paths.bin / "mine").mkdir(parents=True)
    (paths.bin / "20261118-102000-shop-2").mkdir()
    assert shops.removed(paths) == ()


def test_only_an_empty_shop_goes_by_itself(paths, now, make):
    make("", "")
    make("shop-2")
    book = Store.open(paths.of("shop-2").book)
    book.opening.save("photos", {}, now)
    book.close()
    assert shops.drop_empty(paths, "")
    assert not shops.drop_empty(paths, "shop-2")
    assert not shops.drop_empty(paths, "shop-3")
    assert shops.slugs(paths) == ("shop-2",)


@pytest.mark.parametrize("slug", ["", "shop-2"])
@pytest.mark.parametrize("way", ["going", "coming"])
@pytest.mark.parametrize("moved", [0, 1, 2])
def test_a_shop_on_its_way_when_a_kill_came_arrives(paths, now, slug, way, moved, make):
    """It was in both places, or its backups were where its book was not."""
    make(slug, "旧店")
    own = paths.of(slug)
    copies.copy(own.book, backups.target(own.backups, "daily", now))
    if way == "going":
        half = paths.bin / f"20261118-102000-{slug or 'shop'}.going"
        half.mkdir(parents=True)
    else:
        folder = shops.remove(paths, slug, now).folder
        half = folder.rename(f"{folder}.to-shop-7")
        own = paths.of("shop-7")
        own.make()
    here, there = (own.book, half / "shop.ksdesk")[:: 1 if way == "going" else -1]
    if moved > 0:
        here.replace(there)
    if moved > 1:
        here, there = (own.backups, half / "backups")[:: 1 if way == "going" else -1]
        if there.exists():
            there.rmdir()  # Windows puts no folder in the place of another
        here.replace(there)
    sweeping.finish(paths)
    arrived = shops.removed(paths)
    if way == "going" and moved:
        assert [gone.name for gone in arrived] == ["旧店"] and shops.slugs(paths) == ()
        assert len(backups.listed(arrived[0].folder / "backups")) == 1
    else:
        assert arrived == () and [shop.name for shop in shops.listed(paths)] == ["旧店"]
        assert len(backups.listed(own.backups)) == 1
    assert not list(paths.bin.glob("*.*"))
