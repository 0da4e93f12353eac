"""The check before listing, answered by mouse and keys over a real book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from ksdesk.actions import notes, products, rules
from ksdesk.domain.products import Product, Quality
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.ui.products.quality.card import QualitySheet
from ksdesk.ui.products.quality.rows import ClaimRow, PaperRow, marked
from ksdesk.ui.shell.theme import theme_of

DAY = date(2026, 11, 18)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(ctx, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1112, 800)
    made.show()
    return made


@pytest.fixture
def keep(ctx):
    def save(product: Product) -> Product:
        number = products.save(ctx.book, product, ctx.clock()).ref
        return ctx.reader.products.one(number)

    return save


@pytest.fixture
def open_sheet(ctx, page, keep):
    def open_(product: Product) -> QualitySheet:
        sheet = QualitySheet(ctx, keep(product), page)
        sheet.open()
        return sheet

    return open_


def open_codes(sheet) -> list[str]:
    return [check.code for check in sheet.card.open_checks()]


def rows(sheet, kind) -> list:
    """The rows that stand there now; those before them wait to be deleted."""
    layouts = (sheet.card.paper_rows, sheet.card.claim_rows)
    found = [layout.itemAt(n).widget() for layout in layouts for n in range(layout.count())]
    return [row for row in found if isinstance(row, kind)]


TEA = Product(title="柿叶茶 80g", category="茶叶")


def test_answered_to_the_end_and_kept(ctx, open_sheet, qtbot):
    sheet = open_sheet(TEA)
    card = sheet.card
    assert card.pill.text() == "8 项没过"
    assert not card.may_be_ready()
    click(qtbot, card.questions["brand"].segments.button("none"))
    for code in ("supplier", "invoice", "same"):
        click(qtbot, card.questions[code].segments.button("yes"))
    click(qtbot, card.questions["other_brand"].segments.button("no"))
    qtbot.keyClicks(card.sample_on.edit, "2026-11-10")
    card.sample_note.edit.insert("相册 11 月")
    assert open_codes(sheet) == ["paper_missing", "paper_missing"]
    for _ in range(2):
        missing = next(r for r in rows(sheet, PaperRow) if r.check.code == "paper_missing")
        click(qtbot, missing.button)
        qtbot.keyClicks(card.sheet.until.edit, "2027-11-30")
        click(qtbot, card.sheet.main)
    assert open_codes(sheet) == []
    assert card.may_be_ready() and card.pill.kind() == "good"
    click(qtbot, sheet.main)
    (saved,) = ctx.reader.products.all()
    assert saved.quality.answers["invoice"] == "yes"
    assert (saved.quality.sample_on, saved.quality.sample_note) == (
        date(2026, 11, 10),
        "相册 11 月",
    )
    papers = ctx.reader.notes.all(ProductPaper)
    assert [(p.kind, p.category, p.product) for p in papers] == [
        ("食品经营许可证", "茶叶", None),
        ("质检报告", "茶叶", None),
    ]
    ctx.undo.back()
    assert ctx.reader.products.all()[0].quality == Quality()


def test_not_ready_without_a_stated_reason(open_sheet, qtbot):
    sheet = open_sheet(TEA)
    card = sheet.card
    assert card.reason.isVisible()
    assert "查完才能设成可上架" in card.open_line.text()
    card.reason.edit.insertPlainText("急")
    assert not card.may_be_ready()
    card.reason.edit.insertPlainText("，报告周五到")
    assert card.may_be_ready()
    assert card.quality().reason == "急，报告周五到"
    assert "可以设成可上架" in card.open_line.text()


def test_claims_are_marked_with_reason_rule_and_other_words(open_sheet, qtbot):
    sheet = open_sheet(replace(TEA, title="<最佳>柿叶茶 & 降血糖"))
    (row,) = rows(sheet, ClaimRow)
    html = row.marked.text()
    assert "&lt;<span" in html and "最佳</span>&gt;" in html and "&amp;" in html
    said = [label.text() for label in row.findChildren(type(row.marked))]
    assert any("《广告法》点名不许用" in text and "很受欢迎" in text for text in said)
    assert any("降血糖" in text and "去掉" in text for text in said)
    sheet.card.set_product(replace(sheet.product, title="柿叶茶"))
    assert rows(sheet, ClaimRow) == []
    assert "claims" not in open_codes(sheet)


def test_marked_text_keeps_every_letter(ctx, page):
    assert marked("a<b\nc", (), theme_of(page)) == "a&lt;b<br>c"


def test_typing_beside_the_card_keeps_its_answers(open_sheet, qtbot):
    card = open_sheet(TEA).card
    click(qtbot, card.questions["invoice"].segments.button("no"))
    card.set_product(Product(title="第一", category="陶器", price=100, struck_price=1000))
    assert card.quality().answers == {"invoice": "no"}
    assert card.questions["cheap"].isVisible()
    risk = card.questions["invoice"].risk
    assert (risk.kind(), "补一张" in risk.text()) == ("bad", True)
    ink = risk._label.palette().color(QPalette.ColorRole.WindowText)
    assert ink == theme_of(card).color("bad")


def test_a_paper_of_ones_own_kind_for_one_product(ctx, open_sheet, qtbot):
    sheet = open_sheet(TEA)
    card = sheet.card
    click(qtbot, card.add_button)
    paper = card.sheet
    paper.kind.set_value("")
    click(qtbot, paper.main)
    assert paper.name.verdict()[0] == "bad"
    paper.name.edit.insert("有机认证")
    click(qtbot, paper.main)
    assert paper.until.verdict()[0] == "bad"
    paper.for_ever.setChecked(True)
    paper.scope.set_value("product")
    click(qtbot, paper.main)
    (kept,) = ctx.reader.notes.all(ProductPaper)
    assert (kept.kind, kept.product, kept.valid_to) == ("有机认证", 1, None)
    row = next(r for r in rows(sheet, PaperRow) if r.check.code == "paper")
    click(qtbot, row.button)
    assert card.sheet.name.text() == "有机认证"
    click(qtbot, card.sheet.drop_button)
    assert ctx.reader.notes.all(ProductPaper) == ()
    ctx.undo.back()
    assert len(ctx.reader.notes.all(ProductPaper)) == 1


def test_a_paper_that_ends_is_told_with_its_days(ctx, open_sheet):
    paper = ProductPaper("质检报告", "", None, "茶叶", DAY + timedelta(days=12))
    notes.keep(ctx.book, paper, ctx.clock())
    sheet = open_sheet(TEA)
    row = next(r for r in rows(sheet, PaperRow) if r.check.code == "paper_ends")
    texts = " ".join(label.text() for label in row.findChildren(QWidget) if hasattr(label, "text"))
    assert "还有 12 天" in texts and "快到期" in texts


def test_a_day_to_come_is_no_sample(open_sheet, qtbot):
    card = open_sheet(TEA).card
    qtbot.keyClicks(card.sample_on.edit, "2026-11-19")
    assert card.sample_on.verdict()[0] == "bad"
    assert card.quality().sample_on is None


def test_the_sellers_own_word_list_counts_at_once(ctx, open_sheet):
    sheet = open_sheet(replace(TEA, title="霸气柿叶茶"))
    assert "claims" not in open_codes(sheet)
    ctx.write(sheet, "", rules.set_rule, "quality.claims.usual", ("霸气",), None, "", ctx.clock())
    assert "claims" in open_codes(sheet)


def test_without_a_change_nothing_is_written(ctx, open_sheet, qtbot):
    sheet = open_sheet(TEA)
    before = ctx.reader.products.all()
    click(qtbot, sheet.main)
    assert ctx.reader.products.all() == before
