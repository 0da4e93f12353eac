"""利润 and 填成本: what stays of the orders, and how the costs that it needs are typed."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from xlsxwriter import Workbook

from ksdesk.actions import imports, notes, products, today
from ksdesk.actions.promotion import costs, profit
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.costs import CostShare, MonthlyCost, ParcelCost, UnitCost
from ksdesk.domain.traffic import to_seconds
from ksdesk.ui.imports.password import PasswordSheet
from ksdesk.ui.imports.runner import ImportRunner
from ksdesk.ui.products.costs.grid import COST, SINCE
from ksdesk.ui.promotion.costs.shop_grid import AMOUNT, WHAT
from ksdesk.ui.promotion.costs.shop_grid import SINCE as SHOP_SINCE
from ksdesk.ui.promotion.profit import words

NOW = datetime(2026, 11, 18, 10, 20)
MAY = date(2026, 5, 1)


@pytest.fixture
def shop(book):
    """Persimmons (two orders) and apples (one), none with a cost; parcels and shares are noted."""
    with book.transaction():
        numbers = [
            products.save(book, Product(title=t, item_id=i, price=p, state="listed"), NOW).ref
            for t, i, p in (("柿饼", "11", 6_000), ("苹果", "22", 5_000))
        ]
        for number, item, title, paid in (
            (1, "11", "柿饼", 6_000),
            (2, "11", "柿饼", 6_000),
            (3, "22", "苹果", 5_000),
        ):
            moment = to_seconds(datetime(2026, 11, 10 + number, 9, 0))
            book.session.db.execute_sql(
                """INSERT INTO order_row (key, time, paid_at, order_no, product_id, product_name,
                status, paid, quantity) VALUES (?, ?, ?, ?, ?, ?, '已发货', ?, 1)""",
                (f"{number}", moment, moment, f"90{number}", item, title, paid),
            )
        known = [ParcelCost(part, 400, MAY) for part in ("packaging", "shipping", "return")]
        known += [CostShare(kind, 0.0, MAY) for kind in ("platform_fee", "commission", "returned")]
        notes.keep_all(book, known, NOW)
    return numbers


@pytest.fixture
def room(shop, open_page):
    page = open_page()
    page.jump("profit")
    return page.rooms["profit"]


def amounts(room) -> dict[str, int | None]:
    return {step.code: step.amount for step in room.lines.model.rows}


def sheet_of(room):
    room.fill.click()
    return room.desk.sheet


def test_an_order_of_two_goods_without_a_cost_is_left_out_once_and_so_is_its_refund_alone(
    shop, ctx, book
):
    """It was two orders; and a month that had only its refund did not add up to what stays."""
    lines = "订单号,订单创建时间,订单状态,实付款,成交数量,商品名称,商品ID,快递单号\n" + "".join(
        f"z1,2026-10-20 09:00:00,已发货,{paid}.00,1,{name},9{paid},SF9\n"
        for paid, name in ((30, "石榴"), (20, "核桃"))
    )
    back = "售后单号,订单编号,商品名称,商品ID,售后类型,退款金额(元),售后状态,申请时间,完结时间\n"
    back += "c1,z1,石榴,930,仅退款,30.00,退款成功,2026-11-03 09:00:00,2026-11-04 09:00:00\n"
    for kind, text in (("orders", lines), ("aftersales", back)):
        seen = imports.preview(book, Source("表.csv", text=text), kind=kind, now=ctx.clock())
        imports.commit(book, seen, now=ctx.clock())
    costs.work_out(book)
    for first, last in (
        (date(2026, 10, 20), date(2026, 10, 20)),
        (date(2026, 11, 4), date(2026, 11, 4)),
    ):
        found = profit.look(book.reader, first, last, ctx.clock())
        told = {step.code: step for step in words.steps(found)}
        assert "1" in told["left_out"].note
        before = [step for step in words.steps(found) if step.code != "net"]
        place = next(n for n, step in enumerate(before) if step.code == "before_ads")
        assert sum(step.amount for step in before[:place]) == told["before_ads"].amount


def test_goods_without_a_cost_are_left_out_and_the_rest_adds_up(room, shop, book):
    assert (amounts(room)["paid"], amounts(room)["left_out"]) == (17_000, -17_000)
    notes.keep_all(book, [UnitCost(shop[0], "", 2_000, MAY)], NOW)
    costs.work_out(book)
    room.page.refresh()
    found = amounts(room)
    assert (found["left_out"], found["goods_cost"], found["shipping"]) == (-5_000, -4_000, -1_600)
    assert found["before_ads"] == found["net"] == 17_000 - 5_000 - 4_000 - 1_600
    assert [one.title for one in room.parts.models["goods"].rows] == ["柿饼", "苹果", "合计"]
    room.open_part(room.parts.models["goods"].rows[0])
    rows = room.desk.sheet
    assert rows.model.rowCount() == 2 and "64.00" in rows.sentence_label.text()


def test_a_cost_is_typed_and_the_profit_follows_and_goes_back(room, shop, ctx):
    sheet = sheet_of(room)
    goods = sheet.goods.cells
    assert [line.title for line in goods.lines] == ["柿饼", "苹果"]
    assert sheet.goods.currentIndex().column() == COST and not sheet.keep.isEnabled()
    goods.put([(0, COST, "20")], "typing")
    assert "1" in sheet.said.text() and sheet.keep.isEnabled()
    sheet.keep.click()
    assert ctx.reader.notes.all(UnitCost)[0].since == date(2026, 11, 11)  # of its first order
    assert amounts(room)["goods_cost"] == -4_000
    ctx.undo.back()
    assert amounts(room)["left_out"] == -17_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("column", "text"), [(COST, "二十"), (COST, "-3"), (SINCE, "昨天"), (SINCE, "2026-13-01")]
)
def test_what_is_no_cost_is_named_and_not_saved(room, shop, column, text):
    sheet = sheet_of(room)
    sheet.goods.cells.put([(1, COST, "5"), (1, column, text)], "typing")
    assert "苹果" in sheet.said.text() and not sheet.keep.isEnabled()


def test_a_cost_above_the_price_is_advised_and_taken(room, shop):
    sheet = sheet_of(room)
    sheet.goods.cells.put([(1, COST, "51")], "typing")
    assert "苹果" in sheet.said.text() and sheet.keep.isEnabled()


def test_orders_before_the_day_of_a_cost_can_be_given_one(room, shop, ctx, book):
    """The profit left them out, and the sheet that fills it in said that all goods had a cost."""
    noted = [UnitCost(shop[0], "", 2_000, MAY), UnitCost(shop[1], "", 1_000, NOW.date())]
    notes.keep_all(book, noted, NOW)
    costs.work_out(book)
    room.page.refresh()
    assert amounts(room)["left_out"] == -5_000
    sheet = sheet_of(room)
    assert "苹果" in sheet.said.text() and "11" in sheet.said.text()
    place = sheet.goods.currentIndex()
    assert sheet.goods.cells.lines[place.row()].title == "苹果" and place.column() == SINCE
    sheet.goods.cells.put([(place.row(), SINCE, "2026-11-13")], "typing")
    assert "苹果" not in sheet.said.text()
    sheet.keep.click()
    assert "left_out" not in amounts(room)


def test_what_of_some_goods_is_left_out_is_said_at_their_row(room, shop, book):
    """An order before the first cost of its goods was in none of the net, and all goods were said
    to have one."""
    noted = [UnitCost(shop[0], "", 2_000, date(2026, 11, 12)), UnitCost(shop[1], "", 1_000, MAY)]
    notes.keep_all(book, noted, NOW)
    costs.work_out(book)
    room.page.refresh()
    assert "1 单" in room.parts.foot.text() and "60.00" in room.parts.foot.text()
    model = room.parts.models["goods"]
    title, rows = model.columns[0], {row.title: row for row in model.rows}
    assert title.second(rows["柿饼"]) == "1 单没填成本" and title.second(rows["苹果"]) == ""
    assert title.second(rows["合计"]) == ""
    room.good.show_good(rows["柿饼"], room.seen.profit, {})
    assert "1 单没填成本" in room.good.why.text() and not room.good.costs.isHidden()
    room.parts.by.set_value("days")
    room.parts.part_wanted.emit()
    days = room.parts.models["days"]
    told = {row.day.day: days.columns[0].second(row) for row in days.rows[:3]}
    assert told == {11: "1 单没填成本", 12: "", 13: ""}


def test_a_refund_of_which_nobody_says_how_much_is_told_where_the_order_is_left_out(
    room, shop, book
):
    """It was said to have no cost where it was left out, and the way was to fill one in."""
    notes.keep_all(book, [UnitCost(number, "", 2_000, MAY) for number in shop], NOW)
    book.session.db.execute_sql(
        "UPDATE order_row SET after_sale = '部分退款' WHERE order_no IN ('901', '903')"
    )
    costs.work_out(book)
    room.page.refresh()
    step = next(step for step in room.lines.model.rows if step.code == "left_out")
    assert (step.word, step.amount) == ("先不算的订单", -11_000)
    assert step.note == "2 单，其中 2 单没说退了多少"
    assert "2 单没说退了多少" in room.parts.foot.text()
    model = room.parts.models["goods"]
    rows = {row.title: row for row in model.rows}
    assert {title: model.columns[0].second(rows[title]) for title in ("柿饼", "苹果")} == {
        "柿饼": "1 单没说退了多少",
        "苹果": "1 单没说退了多少",
    }
    room.good.show_good(rows["苹果"], room.seen.profit, {})
    assert "没说退了多少" in room.good.why.text() and room.good.costs.isHidden()


def test_orders_of_goods_in_the_bin_can_be_given_a_cost(room, shop, ctx, book):
    products.bin_(book, [shop[1]], NOW)
    room.page.refresh()
    sheet = sheet_of(room)
    assert [line.title for line in sheet.goods.cells.lines] == ["柿饼", "苹果"]
    sheet.goods.cells.put([(1, COST, "10")], "typing")
    sheet.keep.click()
    assert amounts(room)["left_out"] == -12_000


@pytest.mark.parametrize("pasted", [False, True])
def test_a_table_of_costs_that_was_imported_elsewhere_comes_into_the_cells(
    room, shop, ctx, tmp_path, pasted
):
    """One that was pasted opened the cells empty."""
    table, text = tmp_path / "进价.csv", "商品ID,成本价\n11,20.00\n22,12.50\n"
    table.write_text(text, encoding="utf-8")
    places = []
    ctx.navigate = lambda topic, target=None: places.append((topic, target))
    runner = ImportRunner(ctx, room.page)
    runner.take([Source("", text=text) if pasted else Source(table.name, table)])
    assert runner.sheet.to_costs.isVisible()
    runner.sheet.to_costs.click()
    assert runner.sheet is None and not runner.busy and not [*ctx.paths.staging.glob("*.staging")]
    room.page.jump("effect")
    [(topic, found)] = places
    assert topic == "promotion"
    room.page.jump(found)
    assert room.page.room is room
    room.desk.sheet.keep.click()
    costs_noted = {(cost.product, cost.cost) for cost in ctx.reader.notes.all(UnitCost)}
    assert costs_noted == {(shop[0], 20_00), (shop[1], 12_50)}
    runner.take([Source("订单.csv", text="订单号,订单创建时间,实付款\n1,2026-11-11 09:00:00,9\n")])
    assert not runner.sheet.to_costs.isVisible()
    runner.sheet.reject()


@pytest.fixture
def two_sheets(tmp_path):
    """A locked workbook with last year's costs and, on another sheet, those of today."""
    plain, locked = tmp_path / "plain.xlsx", tmp_path / "进价.xlsx"
    with Workbook(str(plain)) as made:
        for name, apples in (("去年", 30), ("今年", 12.5)):
            sheet = made.add_worksheet(name)
            sheet.write_row(0, 0, ["商品ID", "成本价"])
            sheet.write_row(1, 0, ["22", apples])
    with plain.open("rb") as file, locked.open("wb") as out:
        OOXMLFile(file).encrypt("Ks-2026", out)
    return locked


def unlock(qtbot, asked, *words: str) -> None:
    for word in words:
        qtbot.keyClicks(asked().field.edit, word)
        asked().go.click()


@pytest.mark.slow
def test_the_sheet_that_was_chosen_comes_into_the_cells_and_asks_for_no_password_again(
    room, shop, ctx, qtbot, two_sheets
):
    found = []
    ctx.navigate = lambda topic, target=None: found.append(target)
    runner = ImportRunner(ctx, room.page)
    runner.take([Source(two_sheets.name, two_sheets)])
    unlock(qtbot, lambda: runner.password, "Ks-2026")
    runner.sheet.bar.part.chosen.emit(1)
    runner.sheet.to_costs.click()
    room.page.jump(*found)
    room.desk.sheet.keep.click()
    assert [cost.cost for cost in ctx.reader.notes.all(UnitCost)] == [12_50]


@pytest.mark.slow
def test_a_locked_table_that_comes_back_asks_for_its_password(room, shop, ctx, qtbot, two_sheets):
    sheet = sheet_of(room)
    sheet.take_back([two_sheets])
    unlock(qtbot, lambda: sheet.findChildren(PasswordSheet)[-1], "ks", "Ks-2026")
    sheet.keep.click()
    assert [cost.cost for cost in ctx.reader.notes.all(UnitCost)] == [30_00]


def test_parcels_shares_and_months_are_typed_too(room, shop, ctx):
    sheet = sheet_of(room)
    shop_cells = sheet.shop.cells
    free = next(n for n, row in enumerate(shop_cells.rows) if not row.code)
    shop_cells.put([(free, AMOUNT, "120")], "typing")
    assert sheet.said.text() and not sheet.keep.isEnabled()  # of what?
    shop_cells.put([(free, WHAT, "冷库")], "typing")
    shipping, fee = row_of(shop_cells, "shipping"), row_of(shop_cells, "platform_fee")
    shop_cells.put([(shipping, AMOUNT, "5"), (fee, AMOUNT, "5%")], "typing")
    assert shop_cells.text(shipping, SHOP_SINCE) == "2026-11-18"  # May keeps its own
    sheet.keep.click()
    (month,) = ctx.reader.notes.all(MonthlyCost)
    assert (month.name, month.cost) == ("冷库", 12_000)
    shipping = [c for c in ctx.reader.notes.all(ParcelCost) if c.part == "shipping"]
    assert {(c.cost, c.since) for c in shipping} == {(400, MAY), (500, NOW.date())}
    assert max(s.share for s in ctx.reader.notes.all(CostShare)) == 0.05
    assert "120.00" in room.lines.monthly.text()


def test_another_rent_holds_from_this_month_and_older_months_keep_theirs(room, shop, ctx, book):
    rent, tool = MonthlyCost("冷库", 3_000, MAY), MonthlyCost("软件", 60, MAY)
    notes.keep_all(book, [rent, tool], NOW)
    cells = sheet_of(room).shop.cells
    first = next(n for n, row in enumerate(cells.rows) if not row.code)
    assert [cells.text(first + n, WHAT) for n in (0, 1)] == ["冷库", "软件"]
    cells.put([(first, AMOUNT, "35"), (first + 1, AMOUNT, "0")], "typing")
    assert cells.text(first, SHOP_SINCE) == "2026-11-18"
    room.desk.sheet.keep.click()
    kept = ctx.reader.notes.all(MonthlyCost)
    assert [sum(one.in_month(date(2026, month, 1)) for one in kept) for month in (5, 10, 11)] == [
        *(3_060, 3_060, 3_500),
    ]
    cells = sheet_of(room).shop.cells  # what is over is not in it
    names = [cells.text(n, WHAT) for n, row in enumerate(cells.rows) if not row.code]
    assert [name for name in names if name] == ["冷库"]
    ctx.undo.back()
    assert {one.in_month(NOW.date()) for one in ctx.reader.notes.all(MonthlyCost)} == {3_000, 60}


@pytest.mark.slow
def test_what_is_sold_at_a_loss_is_told_on_today(room, shop, book, ctx):
    rules = ctx.rules()
    found = today.agenda(book.reader, rules, NOW, NOW)
    assert "sold_at_a_loss" not in [item.code for item in found.advice]
    assert "promotion" not in today.badges(found)
    notes.keep_all(book, [UnitCost(shop[1], "", 6_000, MAY)], NOW)
    costs.work_out(book)
    found = today.agenda(book.reader, rules, NOW, NOW)
    assert today.badges(found)["promotion"] == (1, False)
    (told,) = [item for item in found.advice if item.code == "sold_at_a_loss"]
    assert (told.target, told.facts["title"], told.facts["count"]) == ("profit", "苹果", 1)
    assert told.facts["lost"] == 6_000 + 800 - 5_000  # goods and the parcel against what was paid


def test_a_table_goes_out_and_comes_back_filled_in(room, shop, ctx, tmp_path, book):
    sheet = sheet_of(room)
    out = tmp_path / "成本.csv"
    ctx.ask.answers = [out]
    sheet.out.ways.export(False, ".csv")
    with out.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[4].startswith("一件进价") and len(rows) == 2
    for row in rows:
        row[4] = {"柿饼": "20", "苹果": "五元"}[row[1]]
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    ctx.ask.answers = [[out]]
    sheet.back.click()
    assert "五元" in sheet.said.text() and "3" in sheet.said.text()
    sheet.keep.click()
    (cost,) = book.reader.notes.all(UnitCost)
    assert (cost.product, cost.cost, cost.since) == (shop[0], 2_000, date(2026, 11, 11))


@pytest.mark.parametrize("newest_first", [True, False])
def test_all_costs_of_a_table_are_saved_those_without_a_cell_too(
    room, shop, ctx, tmp_path, book, newest_first
):
    """Of several costs of a product, each from its day on, the last row alone was saved, and those
    of a draft not at all, though they were said to have come in."""
    draft = products.save(book, Product(title="草稿"), NOW).ref
    rows = [f"{shop[0]},18,2026-10-01", f"{shop[0]},20,2026-11-01", f"{draft},7,2026-11-01"]
    table = tmp_path / "成本.csv"
    lines = ["商品行号,一件进价（元）,从哪天起", *(rows[::-1] if newest_first else rows)]
    table.write_text("\n".join(lines), encoding="utf-8")
    sheet = sheet_of(room)
    ctx.ask.answers = [[table]]
    sheet.back.click()
    assert "3" in sheet.said.text() and "2" in sheet.said.text()
    assert sheet.goods.cells.filled()[0].cost == 20_00
    sheet.keep.click()
    assert {(one.product, one.cost, one.since) for one in book.reader.notes.all(UnitCost)} == {
        (shop[0], 18_00, date(2026, 10, 1)),
        (shop[0], 20_00, date(2026, 11, 1)),
        (draft, 7_00, date(2026, 11, 1)),
    }
    ctx.undo.back()
    assert not book.reader.notes.all(UnitCost)


def test_a_table_of_costs_without_a_cell_alone_can_be_saved(room, shop, ctx, tmp_path, book):
    draft = products.save(book, Product(title="草稿"), NOW).ref
    table = tmp_path / "成本.csv"
    table.write_text(f"商品行号,一件进价（元）\n{draft},7\n", encoding="utf-8")
    sheet = sheet_of(room)
    assert not sheet.keep.isEnabled() and not sheet.typed()
    ctx.ask.answers = [[table]]
    sheet.back.click()
    assert sheet.keep.isEnabled() and sheet.typed()
    sheet.keep.click()
    assert [one.product for one in book.reader.notes.all(UnitCost)] == [draft]


def test_no_orders_is_a_state_of_its_own(open_page, book):
    page = open_page()
    page.jump("profit")
    assert page.states.currentWidget() is page.rooms["profit"].empty


def row_of(cells, code: str) -> int:
    return next(n for n, found in enumerate(cells.rows) if found.code == code)


def test_dear_provinces_have_their_own_shipping(room, shop, ctx):
    cells = sheet_of(room).shop.cells
    far, sheet = row_of(cells, "far"), room.desk.sheet
    cells.put([(far, AMOUNT, "15")], "typing")
    assert sheet.said.text() and not sheet.keep.isEnabled()  # to where?
    cells.put([(far, WHAT, "新疆、火星")], "typing")
    assert "火星" in sheet.said.text() and not sheet.keep.isEnabled()
    cells.put([(far, WHAT, "新疆，西藏自治区")], "typing")
    sheet.keep.click()
    (found,) = [cost for cost in ctx.reader.notes.all(ParcelCost) if cost.provinces]
    assert (found.part, found.cost, found.provinces) == ("shipping", 1_500, ("新疆", "西藏自治区"))
    assert found.since == date(2026, 11, 11)  # the day of the first order
    cells = sheet_of(room).shop.cells
    far = row_of(cells, "far")
    assert cells.text(far, AMOUNT) == "15.00" and cells.locked(far, WHAT)
    cells.put([(far, AMOUNT, "18")], "typing")
    room.desk.sheet.keep.click()
    assert {cost.cost for cost in ctx.reader.notes.all(ParcelCost) if cost.provinces} == {
        1_500,
        1_800,
    }


def test_a_fee_that_was_only_heard_of_is_offered_and_never_taken_by_itself(
    open_page, book, shop, ctx
):
    for note in book.reader.notes.all(CostShare):
        if note.kind == "platform_fee":
            notes.drop(book, note, NOW)
    page = open_page()
    page.jump("profit")
    sheet = sheet_of(page.rooms["profit"])
    assert sheet.offer.isHidden()
    sheet.part.button("shop").click()
    assert sheet.offer.isVisible() and not sheet.keep.isEnabled()
    sheet.accept_fee.click()
    assert sheet.offer.isHidden()
    sheet.keep.click()
    (fee,) = [c for c in ctx.reader.notes.all(CostShare) if c.kind == "platform_fee"]
    assert fee.share == pytest.approx(0.056)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("11,20",), "1 cost came in, 0 are as they were, 0 rows are empty"),
        (("11,20", "22,9"), "2 costs came in, 0 are as they were, 0 rows are empty"),
        (("11,20", "22,"), "1 cost came in, 0 are as they were, 1 row is empty"),
    ],
)
def test_one_of_a_kind_is_said_in_the_singular(room, shop, ctx, tmp_path, spoken, rows, said):
    """ "1 costs came in"."""
    table = tmp_path / "costs.csv"
    table.write_text("\n".join(["商品ID,成本价", *rows]), encoding="utf-8")
    spoken("en")
    sheet = sheet_of(room)
    ctx.ask.answers = [[table]]
    sheet.back.click()
    assert sheet.said.text() == said


@pytest.mark.parametrize(
    ("left_out", "untold", "note", "brief"),
    [
        (1, 0, "1 order left out", "1 order"),
        (1200, 0, "1,200 orders left out", "1,200 orders"),
        (1, 1, "1 order, a refund's amount is not told", "1 order"),
        (1200, 3, "1,200 orders, of 3 a refund's amount is not told", "1,200 orders"),
    ],
)
def test_what_is_left_out_is_said_in_the_singular_where_it_is_one(
    room, spoken, left_out, untold, note, brief
):
    spoken("en")
    found = room.seen.profit
    found = replace(found, whole=replace(found.whole, left_out=left_out, untold=untold))
    (step,) = [step for step in words.steps(found) if step.code == "left_out"]
    assert (step.note, step.brief) == (note, brief)
