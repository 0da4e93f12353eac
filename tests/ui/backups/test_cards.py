"""The cards in the settings and the changes of book that start from them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from ksdesk.actions import backups, products, shops
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.products import Product
from ksdesk.paths import SAMPLE, Paths
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Store
from ksdesk.ui.backups.shop_name import ask_new_shop, ask_other_name
from ksdesk.ui.backups.taking import TakeIn
from ksdesk.ui.parts.banner import Banner
from ksdesk.ui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def window(ctx, qtbot):
    ctx.settings.set(welcomed=True, language="zh", scheme="light")
    made = MainWindow(ctx)
    qtbot.addWidget(made)
    made.show()
    yield made
    ctx.book.close()


def data(window):
    window.navigate("settings", "data")
    return window.pages["settings"].data


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(ctx) -> set[str]:
    return {p.title for p in ctx.reader.products.all()}


@pytest.mark.slow
def test_back_up_change_go_back_and_back_again(window, ctx, qtbot):
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    click(qtbot, data(window).backups.back_up_button)
    ctx.write(ctx.hub, "add", products.save, Product(title="蜂蜜"), ctx.clock())
    card = data(window).backups
    assert not card.restore_button.isEnabled()
    card.table.selectRow(0)
    click(qtbot, card.restore_button)
    lost = card.sheet.model.column("lost")
    assert [card.sheet.model.text(n, lost) for n in range(1)] == ["1"]
    assert "会少 1 条" in card.sheet.sentence_label.text()
    click(qtbot, card.sheet.go)
    assert titles(ctx) == {"柿饼"}
    assert ctx.undo.last is None
    assert window.topic == "settings"
    assert "恢复到" in window.lines.notice.text()
    card = data(window).backups
    before = next(s for s in card.model.rows if s.backup.reason == "restore")
    card.preview(before)
    click(qtbot, card.sheet.go)
    assert titles(ctx) == {"柿饼", "蜂蜜"}


def test_going_back_can_be_left(window, ctx, qtbot):
    card = data(window).backups
    card.back_up()
    card.preview(card.model.rows[0])
    assert card.sheet.model.rows == []
    click(qtbot, card.sheet.keep)
    assert [b.reason for b in backups.listed(ctx.paths.backups)] == ["manual"]


def test_a_damaged_copy_is_marked_and_not_offered(window, ctx):
    backups.target(ctx.paths.backups, "daily", ctx.clock()).write_bytes(b"x" * 5000)
    card = data(window).backups
    card.refresh()
    assert card.model.text(0, card.model.column("mark")) == "坏了"
    card.table.selectRow(0)
    assert not card.restore_button.isEnabled()
    card.preview(card.model.rows[0])
    assert card.sheet is None


@pytest.mark.slow
def test_a_fuller_copy_is_told_of_until_accepted(window, ctx, qtbot):
    full = Store.open(ctx.paths.of("shop-9").data / "full.ksdesk")
    full.deposit.add([NewEntry("own", date(2026, 1, 1), "paid_in", 1)] * 40, ctx.clock())
    backups.back_up(full, ctx.paths.backups, "daily", ctx.clock() - timedelta(days=1))
    full.close()
    ctx.open_shop("")
    card = data(window).backups
    assert "40" in card.fewer.text()
    click(qtbot, card.fewer.button)
    assert not card.fewer.isVisible()


def test_the_foot_line_leads_to_the_backups(window, qtbot):
    click(qtbot, window.nav.backup)
    assert window.topic == "settings"
    assert window.pages["settings"].tabs.value() == "data"


@pytest.mark.slow
def test_a_new_shop_is_made_opened_and_remembered(window, ctx, qtbot):
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    sheet = ask_new_shop(ctx, window)
    assert not sheet.go.isEnabled()
    sheet.field.set_text("蜂蜜店")
    sheet.field.edited.emit("蜂蜜店")
    click(qtbot, sheet.go)
    assert ctx.paths.shop == "shop-2"
    assert ctx.settings.values.shop == "shop-2"
    assert titles(ctx) == set()
    assert window.nav.switch.text() == "蜂蜜店"
    again = ask_new_shop(ctx, window)
    again.field.edited.emit("蜂蜜店")
    again.field.set_text("蜂蜜店")
    again.field.edited.emit("蜂蜜店")
    assert not again.go.isEnabled()
    again.reject()
    ctx.open_shop("")
    assert titles(ctx) == {"柿饼"}


def test_a_shop_is_renamed_and_the_name_taken_back(window, ctx, qtbot):
    sheet = ask_other_name(ctx, window)
    sheet.field.set_text("柿子沟")
    sheet.field.edited.emit("柿子沟")
    click(qtbot, sheet.go)
    assert window.nav.switch.text() == "柿子沟"
    ctx.undo.back()
    assert window.nav.switch.text() == "我的店"


@pytest.mark.slow
def test_a_shop_goes_to_the_bin_and_comes_back(window, ctx, qtbot):
    ctx.open_shop("shop-2", "蜂蜜店")
    ctx.open_shop("")
    card = data(window).shops
    assert set(card.rows) == {"", "shop-2"}
    shop = next(s for s in shops.listed(ctx.paths) if s.slug == "shop-2")
    card._ask_remove(shop)
    assert len(shops.listed(ctx.paths)) == 2
    ctx.ask.answers = [True]
    card._ask_remove(shop)
    assert [s.slug for s in shops.listed(ctx.paths)] == [""]
    card._take_back(shops.removed(ctx.paths)[0])
    assert [s.name for s in shops.listed(ctx.paths)] == ["", "蜂蜜店"]


def test_a_copy_of_a_clock_that_was_ahead_is_not_the_last_one(window, ctx, qtbot):
    backups.target(ctx.paths.backups, "daily", datetime(2036, 1, 1)).touch()
    said = []
    window.keeper.told.connect(said.append)
    window.keeper.tell()
    qtbot.waitUntil(lambda: said != [])
    assert said == ["还没备份"]


def test_a_shop_that_does_not_open_leaves_the_one_that_is(window, ctx):
    told = []
    ctx.jobs.failed.disconnect()
    ctx.jobs.failed.connect(told.append)
    ctx.paths.of("shop-2").make()
    ctx.paths.of("shop-2").book.write_bytes(b"no book" * 999)
    ctx.open_shop("shop-2")
    assert isinstance(told[0], BookProblem)
    assert ctx.paths.shop == ""
    assert window.isEnabled()
    assert titles(ctx) == set()


@pytest.mark.slow
@pytest.mark.parametrize("file", ["shop-2 - 副本", "shop-2 (1)", "a.b", "店"])
def test_a_book_that_was_put_there_by_hand_is_a_shop_like_others(window, ctx, new_shop, file):
    """The window stayed empty: no setting could say that a shop so called is open."""
    new_shop(file)
    ctx.open_shop(file)
    assert ctx.paths.shop == file and window.isEnabled()
    assert Settings(ctx.settings.path).values.shop == file
    ctx.open_shop("")
    assert ctx.paths.shop == ""


@pytest.mark.parametrize(
    ("how", "answer", "kept"),
    [
        ("bad", True, {"蜂蜜"}),
        ("gone", True, {"蜂蜜"}),
        ("gone", "other", set()),
        ("bad", None, None),
    ],
)
def test_a_lost_shop_is_offered_its_backup_in_the_window(window, ctx, how, answer, kept):
    ctx.open_shop("shop-2", "蜂蜜店")
    products.save(ctx.book, Product(title="蜂蜜"), ctx.clock())
    backups.back_up(ctx.book, ctx.paths.backups, "daily", ctx.clock())
    ctx.open_shop("")
    lost = ctx.paths.of("shop-2").book
    lost.unlink()
    if how == "bad":
        lost.write_bytes(b"no book" * 999)
    ctx.ask.answers = [answer]
    ctx.open_shop("shop-2")
    assert "shop-2.ksdesk" in ctx.ask.asked[-1] and "用这份备份" in ctx.ask.asked[-1]
    assert ctx.paths.shop == ("" if kept is None else "shop-2")
    assert titles(ctx) == (kept or set())
    assert window.isEnabled()


@pytest.mark.slow
def test_the_sample_leaves_no_file(window, ctx, paths):
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    before = sorted(p for p in paths.data.rglob("*") if p.is_file() and p != paths.settings_file)
    ctx.switch_shop(True)
    assert ctx.sample and ctx.paths.shop == SAMPLE
    ctx.write(ctx.hub, "add", products.save, Product(title="示例"), ctx.clock())
    assert ctx.settings.values.shop == ""
    ctx.switch_shop(False)
    assert titles(ctx) == {"柿饼"}
    assert not (paths.data / "sample").exists()
    after = sorted(p for p in paths.data.rglob("*") if p.is_file() and p != paths.settings_file)
    assert after == before


def test_a_sample_that_was_killed_is_swept(window, paths):
    paths.of(SAMPLE).make()
    paths.sample_book.write_bytes(b"x")
    window.keeper.sweep()
    assert not (paths.data / "sample").exists()


@pytest.mark.slow
def test_packed_and_taken_in_from_the_first_start(window, ctx, qtbot, tmp_path):
    ctx.write(ctx.hub, "name", shops.rename, "柿子沟果园")
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    ctx.settings.set(text_size=120)
    file = tmp_path / "搬家.ksdesk-move"
    ctx.ask.answers = [str(file)]
    data(window).moving.pack()
    assert file.exists()
    other = Paths(tmp_path / "new")
    other.make()
    ctx.book.close()
    ctx.paths = other
    ctx.book = Store.open(other.book)
    ctx.jobs.connection = ctx.book.connection
    ctx.settings.set(welcomed=False, text_size=100)
    window.open_first()
    ctx.ask.answers = [[str(file)]]
    click(qtbot, window.welcome.moved)
    sheet = window.findChild(type(_parcel_sheet(window)))
    click(qtbot, sheet.go)
    assert titles(ctx) == {"柿饼"}
    assert window.nav.switch.text() == "柿子沟果园"
    assert ctx.settings.values.text_size == 120
    assert ctx.settings.values.welcomed
    assert [s.slug for s in shops.listed(ctx.paths)] == ["shop-2"]
    assert list((other.data / "staging" / "moving").iterdir()) == []


def _parcel_sheet(window):
    from ksdesk.ui.backups.taking import ParcelSheet

    return window.findChildren(ParcelSheet)[-1]


def test_a_file_that_is_left_leaves_nothing(window, ctx, tmp_path):
    path = backups.back_up(ctx.book, ctx.paths.backups, "manual", ctx.clock()).ref
    ctx.ask.answers = [[str(path)]]
    card = data(window).moving
    card.taking.choose_book()
    card.taking.sheet.reject()
    assert list((ctx.paths.data / "staging" / "moving").iterdir()) == []
    assert len(shops.listed(ctx.paths)) == 1


def test_a_synchronised_folder_is_warned_of_with_a_way_out(window, ctx, tmp_path, qtbot):
    own, ctx.paths = ctx.paths, Paths(tmp_path / "OneDrive" / "x")
    window.keeper.sweep()
    assert "OneDrive" in window.lines.synced.findChild(Banner).text()
    ctx.paths = own
    window.rebuild()
    assert "OneDrive" in window.lines.synced.findChild(Banner).text()
    card = data(window).moving
    ctx.ask.answers = [str(tmp_path / "Dropbox" / "x")]
    card.choose_folder()
    assert not ctx.paths.moved_file.exists()
    (tmp_path / "away").mkdir()
    ctx.ask.answers = [str(tmp_path / "away"), True]
    card.choose_folder()
    assert ctx.paths.moved_file.read_text() == str(tmp_path / "away" / "ksdesk")
    assert not window.isVisible()


def test_older_copies_with_buyers_go_when_the_seller_says_so(window, ctx):
    with ctx.book.session.writing():
        ctx.book.session.db.execute_sql("INSERT INTO fact VALUES ('buyers.forgotten', '3')")
    old = backups.target(ctx.paths.backups, "daily", ctx.clock() - timedelta(days=2))
    with closing(sqlite3.connect(old)) as file:
        file.execute("PRAGMA user_version = 11")
    card = data(window).backups
    card.refresh()
    assert card.buyers.isVisible() and "1 份" in card.buyers.text()
    card.buyers.button.click()
    assert old.exists()  # nobody said yes
    ctx.ask.answers.append(True)
    card.buyers.button.click()
    assert not old.exists() and not card.buyers.isVisible()
    assert [b.reason for b in backups.listed(ctx.paths.backups)] == ["manual"]


@pytest.mark.slow
def test_a_book_given_at_the_start_is_offered_as_a_further_shop(window, ctx, tmp_path, qtbot):
    ctx.write(ctx.hub, "add", products.save, Product(title="柿饼"), ctx.clock())
    other = tmp_path / "张 三.ksdesk"
    ctx.book.backup_to(other)
    window.import_files([other])
    (taking,) = window.findChildren(TakeIn, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert taking.sheet.isVisible() and titles(ctx) == {"柿饼"}
    click(qtbot, taking.sheet.go)
    assert ctx.paths.shop == "shop-2" and titles(ctx) == {"柿饼"}


def test_the_book_that_is_open_is_not_taken_in_again(window, ctx):
    window.import_files([ctx.paths.book])
    assert "就是现在打开的店" in window.lines.notice.text()
    assert window.findChildren(TakeIn, options=Qt.FindChildOption.FindDirectChildrenOnly) == []
