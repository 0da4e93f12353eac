"""完成: what was reached and what is open."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ksdesk.actions import opening as actions
from ksdesk.ui.backups.shop_name import NameSheet


def test_the_end_names_what_is_open(page, ctx, at):
    view = at("done")
    assert "还有" in page.card.title_line.text()
    assert page.card.next.text() == "导入流量报表 ›"
    gone = []
    ctx.navigate = lambda *where: gone.append(where)
    page.go_on()
    view.jumps["products"].click()
    assert gone == [("traffic",), ("products",)]


def test_the_end_of_everything_done(page, ctx, now, make_page, photo_file):
    actions.save_fields(ctx.book, "type.choose", {"shop_type": "personal"}, now)
    actions.book_deposit(ctx.book, {"own": 50_000}, now.date(), "", now)
    good = {"status": "good", "reasons": [], "day": "2026-11-18"}
    fields = {f"{side}_verdict": good for side in ("front", "back", "holding")}
    actions.save_fields(ctx.book, "realname.upload", fields, now)
    fresh = make_page()
    for _ in range(10):
        fresh.go_on()
    assert fresh.card.title_line.text() == "电脑上的都办好了，剩下的在手机上"


def test_the_end_counts_what_the_rail_counts(ctx, now, make_page):
    """Two photos to take again and a code that is not right are three things, not two chapters."""
    actions.book_deposit(ctx.book, {"own": 50_000}, now.date(), "", now)
    poor = {"status": "retake", "reasons": [], "day": "2026-11-18"}
    good = {**poor, "status": "good"}
    photos = {"front_verdict": poor, "back_verdict": poor, "holding_verdict": good}
    actions.save_fields(ctx.book, "realname.upload", photos, now)
    wrong = {"shop_type": "company", "uscc": "9135"}
    actions.save_fields(ctx.book, "type.choose", wrong, now)
    fresh = make_page()
    for _ in range(10):
        fresh.go_on()
    assert fresh.card.title_line.text() == "走完了，还有 3 处没办好"


def test_the_end_asks_for_the_shops_name_once(page, ctx, at, qtbot):
    view = at("done")
    view.naming.click()
    (sheet,) = view.findChildren(NameSheet)
    qtbot.keyClicks(sheet.field.edit, "Persimmon")
    qtbot.keyClick(sheet.field.edit, Qt.Key.Key_Return)
    assert ctx.reader.shop.name() == "Persimmon"
    assert view.naming.isHidden()
    ctx.shop_name = "Persimmon"  # as the window reads it
    view.refresh()
    assert view.naming.isHidden()
