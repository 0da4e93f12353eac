"""The room 效果: what it says, what moves with the budget, and what becomes plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from paid_shop import cost, fill
from PySide6.QtCore import Qt

from ksdesk.actions.promotion import costs, trials
from ksdesk.domain.promotion.breakdown import Paid, PaidTotal
from ksdesk.domain.promotion.plans import Plan
from ksdesk.domain.promotion.profit import Earned, Sales
from ksdesk.domain.promotion.trial import Trial, TrialDay
from ksdesk.ui.parts.buttons import MainButton
from ksdesk.ui.promotion.effect.trial.printed import trial_paper
from ksdesk.ui.promotion.effect.trial.words import amount
from ksdesk.ui.promotion.effect.ways_card import earns
from ksdesk.ui.shell.theme import BODY, theme_of


@pytest.fixture
def room(open_page, ctx):
    """The room over a shop, as `paid_shop.fill` makes it."""

    def make(**how):
        fill(ctx.book, ctx.clock(), **how)
        page = open_page()
        page.jump("effect")
        return page.rooms["effect"]

    return make


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ([160, 110, 60], "160 多 110 平 60 少"),
        ([6, 59, 166, 17, 198], "6 少 59 少 166 多 17 少 198 多"),
        ([39, 6, 39, 0], "39 多 6 少 39 多 0 停"),
        ([40, 40], "40 多 40 多"),
        ([0, 0], "0 停 0 停"),
    ],
)
def test_each_week_of_a_trial_says_whether_it_is_much_for_its_way(weeks, said, ctx):
    fen = [100 * each for each in weeks]
    assert " ".join(amount(each, fen) for each in fen) == said


@pytest.mark.slow
def test_the_sentence_comes_with_figures_and_curves(room):
    shown = room()
    assert "再花一块" in shown.mix.said.text()
    assert shown.mix.gain.text().startswith("¥")
    assert "大概" in shown.mix.range.text()
    assert [row[0] for row in shown.curves.model.rows] == list(shown.found.effect.today)
    assert len(shown.curves.chart.canvas.plot.ways) == 3
    assert len(shown.ways.model.rows) == 4  # and what they are together
    proposal = shown.answer.proposal
    less = {way for way, fen in proposal.best.items() if fen < proposal.today[way]}
    earning = {way.key for way in shown.seen.ways if earns(way)}
    assert less & earning  # why is said
    assert "表里写「赚」，是照平台报的全部成交算的" in shown.mix.rest.text()
    kept = proposal.kept_back
    assert f"{round(kept / 100)}" in shown.mix.rest.text()
    assert shown.mix.bars.rows[1][1][-1].amount == kept


@pytest.mark.slow
def test_moving_the_budget_moves_what_comes_of_it(room, qtbot):
    shown = room()
    before = shown.mix.sales.text()
    qtbot.mouseClick(shown.mix.own, Qt.MouseButton.LeftButton)
    assert shown.mix.trying.isVisible()
    shown.mix.slider.setValue(60)
    assert sum(shown.answer.proposal.best.values()) <= 60_00
    assert shown.mix.sales.text() != before
    assert shown.mix.budget.value() == 60_00
    qtbot.mouseClick(shown.mix.own, Qt.MouseButton.LeftButton)
    assert shown.mix.sales.text() == before


@pytest.mark.slow
def test_the_same_figures_are_fitted_once(room):
    shown = room()
    fitted = shown.found
    shown.mix.budget_moved.emit(90_00)
    shown.wanted.emit("effect")
    assert shown.found is fitted


@pytest.mark.slow
def test_a_proposal_becomes_plans_of_next_month_and_goes_again(room, ctx):
    shown = room()
    best = {way: fen for way, fen in shown.answer.proposal.best.items() if fen}
    shown.mix.save.click()
    made = ctx.reader.notes.all(Plan)
    assert {plan.budget for plan in made} == {31 * fen for fen in best.values()}
    assert {(plan.begins, plan.ends) for plan in made} == {(date(2026, 12, 1), date(2026, 12, 31))}
    assert {plan.label for plan in made} <= {*best, ""}
    ctx.undo.undo()
    assert ctx.reader.notes.all(Plan) == ()


@pytest.mark.slow
def test_a_saved_way_keeps_what_the_report_calls_it_in_each_language(room, ctx, spoken):
    """Its campaigns are known by that, whatever the screen says."""
    shown = room()
    spoken("en", "light")
    told = replace(shown.answer, proposal=replace(shown.answer.proposal, best={"付费买量": 10_00}))
    (plan,) = shown.planned(told)
    assert plan.name.startswith("Paid traffic") and plan.label == "付费买量"


def test_without_spending_the_way_leads_to_the_import(open_page, ctx):
    went = []
    ctx.navigate = lambda *where: went.append(where)
    page = open_page()
    page.jump("effect")
    state = page.states.currentWidget()
    assert state.accessibleName() == "近 12 周没有花费"
    state.findChild(MainButton).click()
    assert went[0][0] == "traffic"


@pytest.mark.slow
def test_without_costs_the_way_leads_to_them(room, ctx):
    shown = room(costed=False)
    state = shown.page.states.currentWidget()
    assert state.accessibleName() == "缺成本，补上就能算"
    cost(ctx.book, ctx.clock())
    costs.work_out(ctx.book)
    shown.wanted.emit("effect")
    assert shown.page.states.currentWidget() is shown.area


def test_too_few_days_are_said(room):
    shown = room(days=9)
    assert "才 9 天" in shown.mix.said.text()
    assert not shown.curves.isVisible()
    assert not shown.mix.save.isVisible()


@pytest.mark.slow
def test_even_spending_cannot_be_told(room):
    shown = room(even=True)
    assert shown.mix.said.text() == "还看不出来"
    assert not shown.curves.isVisible()
    assert not shown.mix.save.isVisible()


@pytest.mark.slow
def test_terms_are_kept_to(room):
    shown = room()
    shown.set_terms()
    sheet = shown.desk.sheet
    sheet.fixed["买热搜"].set_value(61_00)
    sheet.steps["付费买量"].set_value(30_00)
    sheet.main.click()
    assert not sheet.isVisible()
    best = shown.answer.proposal.best
    assert best["买热搜"] == 61_00
    assert best["付费买量"] % 30_00 == 0
    shown.set_terms()
    assert shown.desk.sheet.fixed["买热搜"].value() == 61_00
    shown.desk.sheet.fixed["买热搜"].set_value(900_00)
    shown.desk.sheet.main.click()
    assert "固定的" in shown.mix.said.text()
    assert not shown.mix.save.isVisible()
    assert shown.mix.terms.isVisible()


@pytest.mark.slow
def test_a_test_is_planned_printed_followed_and_stopped(room, ctx, tmp_path):
    shown = room()
    shown.open_trial()
    sheet = shown.desk.sheet
    assert sheet.price.text().startswith("¥")
    assert "最省的试法" in sheet.cheapest.text()
    sheet.length.button(4).click()
    assert len(sheet.trial.weeks) == 4
    target = tmp_path / "试投.pdf"
    ctx.ask.answers.append(str(target))
    sheet.print_button.click()
    assert target.read_bytes().startswith(b"%PDF")
    paper = trial_paper(sheet.trial, [sheet.price.text()]).html
    assert "11-23 – 11-29" in paper and sheet.price.text() in paper
    assert paper.count("<tr>") == 1 + 4
    sheet.start.click()
    (trial,) = ctx.reader.notes.all(Trial)
    assert (len(trial.weeks), trial.begins) == (4, date(2026, 11, 23))
    assert "11月23日" in sheet.said.text()
    assert shown.mix.trial.text() == sheet.said.text()
    assert not sheet.start.isVisible()
    sheet.end.click()
    assert sheet.said.text() == "这次试投结束了"
    ctx.undo.undo()
    assert sheet.end.isVisible()


@pytest.mark.slow
def test_days_of_a_test_are_ticked_off(room, ctx):
    shown = room()
    today = ctx.clock().date()
    trials.begin(ctx.book, Trial(today, ("付费买量", "刷礼物"), ((160_00, 20_00),)), ctx.clock())
    shown.wanted.emit("effect")
    shown.open_trial()
    sheet = shown.desk.sheet
    sheet.days.rows[0].kept.click()
    assert [one.spent for one in ctx.reader.notes.all(TrialDay)] == [(160_00, 20_00)]
    assert not hasattr(sheet.days.rows[0], "kept")
    row = sheet.days.rows[0]
    row.other.click()
    row.fields[0].set_value(98_00)
    row.submit()
    assert [one.spent for one in ctx.reader.notes.all(TrialDay)] == [(98_00, 20_00)]
    ctx.undo.undo()
    assert [one.spent for one in ctx.reader.notes.all(TrialDay)] == [(160_00, 20_00)]


@pytest.mark.slow
def test_the_cheapest_test_stops_one_way_for_three_days(room, ctx):
    shown = room()
    shown.open_trial()
    sheet = shown.desk.sheet
    sheet.cheapest.click()
    sheet.start.click()
    (trial,) = ctx.reader.notes.all(Trial)
    assert 0 in trial.weeks[0]
    assert (trial.end - trial.begins).days == 3


@pytest.mark.slow
@pytest.mark.parametrize("how", [{"even": True}, {"days": 9}])
def test_where_nothing_can_be_told_a_test_is_offered_first(room, how):
    shown = room(**how)
    assert shown.mix.trial_main.isVisible()
    shown.open_trial()
    assert shown.desk.sheet.start.isVisible()
    assert shown.desk.sheet.price_card.isVisible() == ("even" in how)


RATES = Sales(1_000_00, 100_00, 400_00, 0, 50_00, 0, 0, 50_00, 0, 0, 0, 0)
"""Of 100 paid 40 stay: the break-even is 2.5."""


def test_each_bar_is_held_against_its_own_break_even_and_all_are_summed(open_page):
    card = open_page().rooms["effect"].ways
    ways = [Paid("gift", 100_00, 500_00, 10, 20, RATES), Paid("买热搜", 50_00, 100_00, 2, 5, RATES)]
    card.show_ways(ways, Earned(), 7)
    model = card.model
    bar, even = (model.column(name) for name in ("bar", "even"))
    reach = [model.columns[bar].bar(row) for row in model.rows]
    assert reach[0] == (2.0, "series_1") and reach[1] == (0.8, "bad") and reach[2] is None
    assert reach[3] == (1.6, "series_1")
    texts = [[model.text(row, place) for place in (0, 1, 3, even)] for row in range(4)]
    assert texts[3] == ["合计", "+90.00", "150.00", "2.50"]
    assert "7 天" in card.title_label.text()
    model.sort(model.column("net"), Qt.SortOrder.AscendingOrder)
    assert isinstance(model.rows[-1], PaidTotal)
    card.show_ways([*ways, Paid("粉条", 10_00)], Earned(), 7)
    last = model.rowCount() - 1
    assert [model.text(last, n) for n in (0, 1, 3)] == ["合计，不含粉条", "+90.00", "150.00"]


def test_money_whose_sales_no_report_tells_is_named(open_page):
    card = open_page().rooms["effect"].ways
    silent = Paid("买热搜", 50_00, 100_00, 2, 5, RATES, matched={"roi": (100_00, 20_00)})
    card.show_ways([Paid("gift", 100_00, 500_00, 10, 20, RATES), silent], Earned(), 7)
    assert "没报卖了多少：买热搜 30.00" in card.note.text()
    assert card.model.text(1, card.model.column("told")) == "5.00"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_of_ways_needs_no_scrolling(open_page, spoken, language):
    spoken(language, "light")
    card = open_page().rooms["effect"].ways
    card.setParent(None)
    card.resize(1064, 300)
    card.show()
    many = Paid("付费买量", 36_400_00, 1_528_800_00, 4_000, 9_000, RATES)
    card.show_ways([many], Earned(), 30)
    assert card.table.header().length() <= card.table.viewport().width()
    assert card.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("wide", [846, 1064])
def test_the_name_of_the_sum_is_whole_and_the_note_too(open_page, wide, qtbot):
    card = open_page().rooms["effect"].ways
    card.setParent(None)
    card.resize(wide, 420)
    card.show()
    many = Paid("付费买量", 36_400_00, 1_528_800_00, 4_000, 9_000, RATES)
    card.show_ways([many, Paid("粉条（手填）", 80_00)], Earned(left_out=37, left_paid=4_217_00), 30)
    last = card.model.rowCount() - 1
    name = card.model.text(last, 0)
    assert name == "合计，不含粉条（手填）"
    font = theme_of(card)
    assert font.width(name, BODY, bold=True) <= card.table.columnWidth(0) - 16
    note = card.note
    qtbot.waitUntil(lambda: note.heightForWidth(note.width()) <= note.height())


@pytest.mark.slow
def test_the_days_of_the_table_are_chosen(room):
    shown = room()
    assert shown.span.isVisible()
    month = shown.seen.ways
    shown.span.button(7).click()
    assert "7 天" in shown.ways.title_label.text()
    assert sum(p.spend for p in shown.seen.ways) < sum(p.spend for p in month)
    shown.span.button(0).click()
    assert sum(p.spend for p in shown.seen.ways) > sum(p.spend for p in month)
    shown.wanted.emit("profit")
    assert not shown.span.isVisible()


def test_a_way_that_cost_nothing_is_named_with_a_dash(open_page):
    page = open_page()
    card = page.rooms["effect"].ways
    card.show_ways([Paid("买热搜", 20_00, 90_00)], Earned(), 30)
    model = card.model
    rows = [[model.index(row, column).data() for column in (0, 1, 3)] for row in range(3)]
    assert [row[0] for row in rows] == ["买热搜", "付费买量", "刷礼物"]
    assert [row[2] for row in rows] == ["20.00", "–", "–"]
    assert rows[1][1] == "–"
