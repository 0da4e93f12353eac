"""保证金: the quote, what the phone shows, booking."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt


def kept(ctx, step: str) -> dict:
    return dict(ctx.reader.opening.step(step).fields)


def test_the_quote_of_the_day(at):
    view = at("deposit.quote")
    due = view.requirement()
    assert (due.own_total, due.day) == (50_000, date(2026, 11, 18))
    assert view.total.text() == "¥500.00"
    link = view.quote.links["base"]
    assert "2020-11-19" in link.text() and link.rule.key == "deposit.base"
    link.click()
    assert link.sheet.isVisible() and link.sheet.rule is link.rule
    link.sheet.reject()


def test_special_categories_by_the_highest(at, ctx, qtbot):
    view = at("deposit.quote")
    view.categories.chips.chip("jewellery").click()
    assert not view.requirement().complete
    assert "至少" in view._caption.text()
    view.categories.chips.chip("food").click()
    qtbot.keyClicks(view.categories.fields_of["jewellery"].edit, "2000")
    qtbot.keyClicks(view.categories.fields_of["food"].edit, "1000")
    assert view.requirement().own_total == 250_000
    found = kept(ctx, "deposit.quote")
    assert found["categories"] == ["jewellery", "food"]
    assert found["asked"] == {"jewellery": 200_000, "food": 100_000}


def test_a_category_of_the_sellers_own(at, ctx, qtbot, page):
    view = at("deposit.quote")
    view.categories.own.set_text("香料")
    qtbot.keyClick(view.categories.own.edit, Qt.Key.Key_Return)
    assert page.step == "deposit.quote", "Enter adds, it does not go on"
    assert view.categories.chosen() == ("香料",)
    view.categories.own.set_text("  ")
    view.categories.add.click()
    assert kept(ctx, "deposit.quote")["categories"] == ["香料"]


def test_other_platforms_need_a_promotion_deposit(at, qtbot):
    view = at("deposit.quote")
    assert view.wanted() == {"own": 50_000}
    view.categories.other.click()
    assert view.wanted() == {"own": 50_000, "promotion": 50_000}
    qtbot.keyClicks(view.categories.promoted.edit, "800")
    assert view.wanted() == {"own": 50_000, "promotion": 80_000}


def test_the_phone_wins_and_is_dated(at, ctx, qtbot, page):
    view = at("deposit.quote")
    qtbot.keyClicks(view.shown.edit, "1500")
    assert view.total.text() == "¥1,500.00"
    assert view.shown.verdict() == ("warn", "比平台规则多 1,000.00，以手机为准，11月18日填的")
    found = kept(ctx, "deposit.quote")
    assert (found["shown"], found["shown_on"]) == ("1500", "2026-11-18")
    assert "¥1,500.00" in page.phone.words()
    view.shown.edit.selectAll()
    qtbot.keyClicks(view.shown.edit, "500")
    assert view.shown.verdict()[0] == "good"
    view.shown.edit.selectAll()
    qtbot.keyClicks(view.shown.edit, "100")
    assert view.shown.verdict()[1].startswith("比平台规则少 400.00")
    view.shown.edit.selectAll()
    qtbot.keyClick(view.shown.edit, Qt.Key.Key_Delete)
    assert view.total.text() == "¥500.00" and "shown_on" not in kept(ctx, "deposit.quote")


def test_a_wrong_amount_counts_for_nothing_and_stays(at, ctx, qtbot):
    view = at("deposit.quote")
    qtbot.keyClicks(view.shown.edit, "12.3.4")
    view.shown.edit.editingFinished.emit()
    assert "12.3.4" in view.shown.verdict()[1] and view.shown.verdict()[0] == "bad"
    assert view.total.text() == "¥500.00"
    assert kept(ctx, "deposit.quote")["shown"] == "12.3.4"


def test_booking_changing_and_taking_back(at, ctx, qtbot, page):
    view = at("deposit.quote")
    assert page.card.next.quiet
    qtbot.mouseClick(view.book, Qt.MouseButton.LeftButton)
    assert view.booked() == {"own": 50_000}
    assert view.state.text() == "已记入账本" and not view.book.isVisibleTo(view)
    assert not page.card.next.quiet
    qtbot.keyClicks(view.shown.edit, "1500")
    assert view.state.text() == "之后改过" and view.book.text() == "改记到账本"
    qtbot.mouseClick(view.book, Qt.MouseButton.LeftButton)
    assert ctx.reader.deposit.balances() == {"own": 150_000}
    assert [e.kind for e in ctx.reader.deposit.entries("own")] == ["paid_in", "reversal", "paid_in"]
    ctx.undo.back()
    assert view.booked() == {"own": 50_000} and view.state.text() == "之后改过"
    ctx.undo.back()
    assert view.booked() == {} and not view.state.isVisibleTo(view)


def test_nothing_due_cannot_be_booked(at, qtbot):
    view = at("deposit.quote")
    qtbot.keyClicks(view.shown.edit, "0")
    assert view.total.text() == "¥0.00"
    assert not view.book.isEnabled()


def test_a_failed_booking_can_be_tried_again(at, ctx, qtbot, monkeypatch):
    view = at("deposit.quote")
    trouble = []
    ctx.jobs.failed.disconnect()
    ctx.jobs.failed.connect(trouble.append)

    def broken(*_args):
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(ctx.book.deposit, "add", broken)
        view.book.click()
    assert trouble and view.book.isEnabled() and view.booked() == {}
