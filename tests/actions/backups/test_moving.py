"""One file out, one file in; the data folder to another place."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from ksdesk.actions import backups, shops, sweeping
from ksdesk.actions.backups import moving
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.paths import MOVING_FILE, Paths, follow, synced_by
from ksdesk.storage import BookProblem, Store, copies


@pytest.fixture
def two(paths, new_shop, now) -> Paths:
    """Two shops with something in them."""
    for slug, name, lines in (("", "柿子沟果园", 3), ("shop-2", "蜂蜜店", 5)):
        book = Store.open(new_shop(slug).book)
        shops.rename(book, name)
        entries = [NewEntry("own", date(2026, 1, 1), "paid_in", 1) for _ in range(lines)]
        book.deposit.add(entries, now)
        book.close()
    return paths


@pytest.fixture
def other(tmp_path: Path) -> Paths:
    """The new computer."""
    made = Paths(tmp_path / "new 电脑")
    made.make()
    return made


def packed(paths: Paths, folder: Path, now) -> Path:
    target = folder / "柿子沟果园-20261118.ksdesk-move"
    moving.pack(paths, {"language": "zh"}, target, now)
    return target


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


def test_all_shops_move_in_one_file(two, other, tmp_path, now):
    open_book = Store.open(two.book)
    file = packed(two, tmp_path, now)
    open_book.close()
    parcel = moving.unpack(file, other.staging / "moving")
    assert [(g.name, g.contents.counts["deposit"]) for g in parcel.guests] == [
        ("柿子沟果园", 3),
        ("蜂蜜店", 5),
    ]
    assert parcel.settings == {"language": "zh"}
    assert shops.listed(other) == ()
    slugs = moving.take_in(other, parcel, "我的店")
    assert [s.name for s in shops.listed(other)] == ["柿子沟果园", "蜂蜜店"]
    book = Store.open(other.of(slugs[1]).book)
    assert book.reader.deposit.balances() == {"own": 5}
    book.close()
    assert leftovers(other.staging) == []


def test_nothing_that_is_there_is_overwritten(two, tmp_path, now):
    before = two.book.read_bytes()
    parcel = moving.unpack(packed(two, tmp_path, now), two.staging / "moving")
    moving.take_in(two, parcel, "我的店")
    assert two.book.read_bytes() == before
    assert sorted(s.name for s in shops.listed(two)) == [
        "柿子沟果园",
        "柿子沟果园 2",
        "蜂蜜店",
        "蜂蜜店 2",
    ]


def test_a_backup_comes_in_as_a_shop(book, paths, other, now):
    path = backups.back_up(book, paths.backups, "daily", now).ref
    parcel = moving.unpack(path, other.staging / "moving")
    moving.take_in(other, parcel, "我的店")
    assert [s.name for s in shops.listed(other)] == ["我的店"]
    assert path.exists()


def spoil(file: Path, how: str) -> None:
    data = bytearray(file.read_bytes())
    if how == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        data[len(data) // 3] ^= 0xFF
        file.write_bytes(data)
    elif how == "text":
        file.write_text("hello", encoding="utf-8")
    elif how == "empty":
        file.write_bytes(b"")


@pytest.mark.parametrize("how", ["cut", "flipped", "text", "empty"])
def test_a_spoilt_file_is_refused_and_leaves_nothing(two, other, tmp_path, now, how):
    file = packed(two, tmp_path, now)
    spoil(file, how)
    with pytest.raises(BookProblem) as told:
        moving.unpack(file, other.staging / "moving")
    assert told.value.code in ("spoilt", "not_a_book")
    assert leftovers(other.staging) == []


@pytest.mark.parametrize("packs", [True, False])
@pytest.mark.parametrize(("how", "code"), [("cut", "spoilt"), ("newer", "newer")])
def test_a_book_of_another_computer_is_told_by_the_file_that_was_chosen(
    two, other, tmp_path, packs, how, code
):
    """A copy of ours in a folder of ours was named, and this shop's own backups offered."""
    file = tmp_path / "来的.ksdesk"
    file.write_bytes(two.book.read_bytes())
    if how == "cut":
        file.write_bytes(file.read_bytes()[:5000])
    else:
        with closing(sqlite3.connect(file)) as book:
            book.execute("PRAGMA user_version = 99")
            book.commit()
    if packs:
        manifest = {"format": 1, "shops": [{"name": "a"}]}
        file = zipped(tmp_path / "来的.ksdesk-move", manifest, **{"1": file.read_bytes()})
    with pytest.raises(BookProblem) as told:
        moving.unpack(file, other.staging / "moving")
    assert (told.value.code, told.value.path) == (code, file)
    assert leftovers(other.staging) == []


def test_a_folder_called_like_a_book_is_none(other, tmp_path):
    """The disk was said to be at fault."""
    (tmp_path / "x.ksdesk").mkdir()
    with pytest.raises(BookProblem) as told:
        moving.unpack(tmp_path / "x.ksdesk", other.staging / "moving")
    assert told.value.code == "not_a_book"


def zipped(path: Path, manifest: object, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        if manifest is not None:
            file.writestr("manifest.json", json.dumps(manifest))
        for name, data in entries.items():
            file.writestr(f"books/{name}.ksdesk", data)
    return path


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (None, "not_a_book"),
        ([], "not_a_book"),
        ({"format": 1, "shops": []}, "not_a_book"),
        ({"format": 1, "shops": ["x"]}, "not_a_book"),
        ({"format": 1, "shops": [{}] * 500}, "not_a_book"),
        ({"format": 2, "shops": [{}]}, "newer"),
        ({"format": 1, "shops": [{"name": "a"}, {"name": "b"}]}, "spoilt"),
        ({"format": 1, "shops": [{"name": "x" * (2 << 20)}]}, "not_a_book"),
    ],
)
def test_a_zip_that_is_none_of_ours_is_refused(other, tmp_path, manifest, code):
    file = zipped(tmp_path / "x.ksdesk-move", manifest, **{"1": b"x"})
    with pytest.raises(BookProblem) as told:
        moving.unpack(file, other.staging / "moving")
    assert told.value.code == code


def test_a_file_that_is_not_there_is_told(other, tmp_path):
    with pytest.raises(BookProblem) as told:
        moving.unpack(tmp_path / "gone", other.staging)
    assert told.value.code == "missing"


def test_a_file_name_can_be_written_anywhere(now):
    assert moving.file_name("柿子沟/果园?", now) == "柿子沟果园-20261118.ksdesk-move"
    assert moving.file_name("//", now) == "ksdesk-20261118.ksdesk-move"


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("C/Users/li/OneDrive - 公司/ksdesk", "OneDrive"),
        ("home/li/我的坚果云/店", "坚果云"),
        ("home/li/Nutstore Files/店", "坚果云"),
        ("D/BaiduSyncdisk/店", "百度网盘"),
        ("D/BaiduNetdiskWorkspace/店", "百度网盘"),
        ("Users/li/Library/Mobile Documents/店", "iCloud"),
        ("home/li/Dropbox/店", "Dropbox"),
        ("D/微云同步助手/店", "微云"),
        ("home/li/.local/share/ksdesk", ""),
        ("home/li/my onedrive notes/ksdesk", ""),
    ],
)
def test_synchronised_folders_are_known_by_their_names(tmp_path, folder, program):
    assert synced_by(tmp_path / folder) == program


def test_the_data_folder_moves_and_starts_follow_it(two, tmp_path, now):
    book = Store.open(two.book)
    backups.back_up(book, two.backups, "daily", now)
    book.close()
    two.settings_file.write_text("{}")
    chosen = tmp_path / "elsewhere"
    chosen.mkdir()
    new = moving.move_data(two, chosen)
    assert follow(two.data) == new
    there = Paths(new)
    assert [s.name for s in shops.listed(there)] == ["柿子沟果园", "蜂蜜店"]
    assert copies.contents(there.of("shop-2").book).counts["deposit"] == 5
    assert len(backups.listed(there.backups)) == 1
    assert there.settings_file.exists()
    assert len(shops.listed(two)) == 2


def test_a_backup_that_another_program_holds_is_named_and_nothing_moves(
    two, tmp_path, now, monkeypatch
):
    """The new folder was said to be write-protected."""
    book = Store.open(two.book)
    backups.back_up(book, two.backups, "daily", now)
    book.close()
    (kept,) = backups.listed(two.backups)
    plain = Path.open

    def held(self: Path, *how, **more):
        if self == kept.path and how == ("rb",):
            error = PermissionError(13, "used by another process", str(self))
            error.winerror = 32  # as Windows says it
            raise error
        return plain(self, *how, **more)

    monkeypatch.setattr(Path, "open", held)
    chosen = tmp_path / "elsewhere"
    chosen.mkdir()
    with pytest.raises(BookProblem) as told:
        moving.move_data(two, chosen)
    assert (told.value.code, told.value.path) == ("locked", kept.path)
    assert list(chosen.iterdir()) == [] and follow(two.data) == two.data


def test_moving_there_and_back_ends(tmp_path):
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / one).mkdir(exist_ok=True)
        (tmp_path / one / "moved-to.txt").write_text(str(tmp_path / other))
    assert follow(tmp_path / "a").parent == tmp_path


def test_a_folder_with_something_in_it_or_within_the_old_one_is_refused(two, tmp_path):
    (tmp_path / "full" / "ksdesk").mkdir(parents=True)
    (tmp_path / "full" / "ksdesk" / "x").touch()
    for chosen, code in ((tmp_path / "full", "not_empty"), (two.data, "inside")):
        with pytest.raises(BookProblem) as told:
            moving.move_data(two, chosen)
        assert told.value.code == code
    assert not two.moved_file.exists()
    assert (tmp_path / "full" / "ksdesk" / "x").exists()


@pytest.fixture
def small_disk(disk_of) -> Path:
    """A disk of 60 KB, where we may mount one."""
    return disk_of(60)


def test_a_full_disk_leaves_no_half_parcel_and_no_pointer(two, small_disk, now):
    filler = small_disk / "other files"
    filler.write_bytes(b"x" * 50_000)
    with pytest.raises(BookProblem) as told:
        packed(two, small_disk, now)
    assert told.value.code == "disk_full"
    filler.unlink()
    with pytest.raises(BookProblem) as told:
        moving.move_data(two, small_disk)
    assert told.value.code == "disk_full"
    assert list(small_disk.iterdir()) == []
    assert not two.moved_file.exists()


def test_a_full_disk_takes_nothing_in(two, small_disk, tmp_path, now):
    file = packed(two, tmp_path, now)
    with pytest.raises(BookProblem) as told:
        moving.unpack(file, small_disk / "moving")
    assert told.value.code == "disk_full"
    assert leftovers(small_disk) == []


def test_what_a_kill_left_of_a_parcel_is_swept(two, tmp_path, now):
    half = tmp_path / f"older{MOVING_FILE}.new"
    half.write_bytes(b"x")
    packed(two, tmp_path, now)
    assert not half.exists()
    for name in ("guest-1.ksdesk", "guest-2.ksdesk.new-journal", "packing.ksdesk"):
        (two.parcels / name).write_bytes(b"x")
    sweeping.finish(two)
    assert list(two.parcels.iterdir()) == []


def test_a_move_that_a_kill_caught_is_ended_or_swept(two, tmp_path):
    """A half folder stayed, with all books in it, and the place could not be chosen again."""
    new = tmp_path / "elsewhere" / "ksdesk"
    half = new.with_name("ksdesk.new")
    half.mkdir(parents=True)
    (half / "shop.ksdesk").write_bytes(b"half")
    two.moving_file.write_text(str(new))
    assert follow(two.data) == two.data
    sweeping.finish(two)
    assert not half.exists() and not two.moving_file.exists()
    assert moving.move_data(two, new.parent) == new
    two.moved_file.replace(two.moving_file)
    assert follow(two.data) == new
    assert two.moved_file.exists() and not two.moving_file.exists()
