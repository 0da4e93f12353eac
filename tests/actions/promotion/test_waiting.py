"""What plans ask for on 今日 and in the navigation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ksdesk.actions import imports, products, today
from ksdesk.actions.promotion import costs, plans
from ksdesk.actions.promotion.waiting import launch_plan, to_launch
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.rulebook import RuleBook

NOW = datetime(2026, 11, 18, 20, 40)
DAY = NOW.date()
SEARCH = Plan(
    way="hot_search", name="热搜", goal="sales", budget=8_000, begins=DAY, ends=DAY,
    hour_from=20, hour_to=22, keywords=("柿饼", "特产"),
)  # fmt: skip


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return RuleBook.load()


@pytest.fixture
def look(book, rules):
    def tasks(at: datetime = NOW):
        found = today.agenda(book.reader, rules, at, at)
        mine = [item for item in found.tasks if item.topic == "promotion"]
        return {item.code: item for item in mine}, today.badges(found).get("promotion")

    return tasks


@pytest.fixture
def number(book) -> int:
    made = plans.save(book, SEARCH, NOW).ref
    plans.begin(book, made, datetime(2026, 11, 18, 20))
    return made


def spent(book, number, fen) -> None:
    plans.read_off(book, (PlanReading(number, NOW, "spend", fen),), NOW)


def test_a_plan_in_step_asks_for_nothing(book, look, number):
    spent(book, number, 2_670)
    assert look() == ({}, None)


def test_a_plan_over_its_pace_is_for_now_with_its_figures(book, look, number):
    spent(book, number, 6_000)
    tasks, badge = look()
    fast = tasks["plan_fast"]
    assert (fast.group, fast.target) == ("now", f"plans:{number}") and badge == (1, True)
    assert (fast.facts["spend"], fast.facts["due"], fast.facts["budget"]) == (6_000, 2_667, 8_000)
    assert NOW < fast.facts["runs_out"] < NOW + timedelta(hours=1)


def test_a_plan_past_its_end_and_one_without_review_ask_once_each(book, look, number):
    assert list(look(NOW + timedelta(hours=2))[0]) == ["plan_past"]
    plans.end(book, number, NOW)
    tasks, badge = look()
    assert list(tasks) == ["plan_ended"] and badge == (1, False)
    plans.review(book, number, "好", NOW)
    assert look() == ({}, None)


def test_a_broken_lock_is_told_until_the_review(book, look, number):
    plan = book.reader.notes.one(Plan, number)
    plans.save(book, replace(plan, keywords=("柿饼",)), NOW, "不搭")
    told = look()[0]["plan_unlocked"].facts
    assert (told["at"], told["was"], told["became"], told["why"]) == (
        *(NOW, "柿饼、特产", "柿饼", "不搭"),
    )
    plans.end(book, number, NOW)
    assert set(look()[0]) == {"plan_ended", "plan_unlocked"}


def test_a_new_product_suggests_a_launch_until_a_plan_names_it(book, rules):
    old = products.save(book, Product(title="核桃", state="listed"), NOW - timedelta(days=30)).ref
    new = products.save(book, Product(title="柿饼", state="listed"), NOW - timedelta(days=2)).ref
    products.save(book, Product(title="草稿"), NOW)
    walnut = book.reader.products.one(old)
    products.save(book, replace(walnut, price=100), NOW)
    assert [product.id for product in to_launch(book.reader, NOW)] == [new]
    found = today.agenda(book.reader, rules, NOW, NOW)
    (tip,) = [item for item in found.advice if item.code == "plan_launch"]
    assert tip.target == f"plans:new-{new}" and tip.facts["title"] == "柿饼"
    plan = launch_plan(book.reader.products.one(new), NOW)
    assert (plan.goal, plan.products, plan.days) == ("launch", (new,), 7)
    plans.save(book, replace(plan, budget=1_000), NOW)
    assert not to_launch(book.reader, NOW)
    assert plan.begins == date(2026, 11, 18)


def test_a_stop_line_with_a_figure_is_judged_and_free_text_is_not(book, look):
    plan = replace(SEARCH, way="gift", keywords=(), stop="花到 20 就停，感觉不对也停")
    number = plans.save(book, plan, NOW).ref
    plans.begin(book, number, datetime(2026, 11, 18, 20))
    spent(book, number, 1_999)
    assert "plan_stop" not in look()[0]
    plans.read_off(book, (PlanReading(number, NOW, "spend", 2_100),), NOW + timedelta(minutes=1))
    stop = look(NOW + timedelta(minutes=2))[0]["plan_stop"]
    assert (stop.group, stop.target) == ("now", f"plans:{number}")
    assert (stop.facts["stop"].line.figure, stop.facts["stop"].figure) == ("spend", 2_100)
    other = book.reader.notes.one(Plan, number)
    plans.save(book, replace(other, stop="感觉不对就停"), NOW)
    assert "plan_stop" not in look(NOW + timedelta(minutes=2))[0]


def test_a_stop_line_on_the_return_waits_for_what_was_sold(book, look):
    plan = replace(SEARCH, way="gift", keywords=(), stop="ROI < 2")
    number = plans.save(book, plan, NOW).ref
    plans.begin(book, number, datetime(2026, 11, 18, 20))
    spent(book, number, 2_000)
    assert "plan_stop" not in look()[0]
    plans.read_off(book, (PlanReading(number, NOW, "gmv", 3_000),), NOW)
    assert look()[0]["plan_stop"].facts["stop"].figure == 1.5


NINE = datetime(2026, 11, 18, 21)


@pytest.fixture
def by_nine(book) -> int:
    stop = "到 21:00 不到 200 单就停"
    plan = replace(SEARCH, way="paid_traffic", name="甲", keywords=(), stop=stop)
    made = plans.save(book, plan, NOW).ref
    plans.begin(book, made, datetime(2026, 11, 18, 20))
    return made


def read(book, number, at, orders) -> None:
    plans.read_off(book, (PlanReading(number, at, "orders", orders),), at)


def test_a_stop_line_with_a_clock_is_judged_at_its_hour(book, look, by_nine):
    read(book, by_nine, NOW, 150)
    assert look(NINE - timedelta(minutes=1))[0] == {}
    stop = look(NINE)[0]["plan_stop"].facts["stop"]
    assert (stop.figure, stop.moment, stop.as_of) == (150, NINE, NOW)
    read(book, by_nine, NINE + timedelta(minutes=5), 190)  # fewer later: fewer at nine
    assert look(NINE + timedelta(minutes=6))[0]["plan_stop"].facts["stop"].figure == 190
    read(book, by_nine, NINE + timedelta(minutes=10), 260)
    assert "plan_stop" not in look(NINE + timedelta(minutes=11))[0]


def test_enough_by_the_hour_is_no_stop_and_without_a_figure_it_asks_to_look(book, look, by_nine):
    assert "plan_stop_look" in look(NINE)[0]
    read(book, by_nine, NOW, 200)
    assert look(NINE)[0] == {}


def test_a_report_with_hours_tells_how_far_it_had_come(book, look, by_nine):
    head = "时间,计划名称,花费,订单数\n"
    rows = ["2026-11-18 20:00,甲,10,150", "2026-11-18 21:00,甲,10,100"]
    seen = imports.preview(book, Source("小时.csv", text=head + "\n".join(rows)), now=NOW)
    imports.commit(book, seen, now=NOW)
    stop = look(NINE + timedelta(minutes=59))[0]["plan_stop"].facts["stop"]
    assert (stop.figure, stop.as_of) == (150, NINE)


def test_goods_sold_for_months_are_not_new_though_the_book_is(book, number):
    """A shop that brought all its goods in on its first day was told to launch each of them."""
    old, new = (
        products.save(book, Product(title=title, item_id=item, state="listed"), NOW).ref
        for title, item in (("核桃", "701"), ("枣", "702"))
    )
    head = "订单号,订单创建时间,订单状态,实付款,商品名称,商品ID"
    rows = ("p1,2026-10-01 09:00:00,交易成功,5.00,核桃,701", "p2,2026-11-17 09:00,已发货,5,枣,702")
    text = "\n".join((head, *rows))
    imports.commit(book, imports.preview(book, Source("订单.csv", text=text), now=NOW), now=NOW)
    costs.work_out(book)
    found = [product.id for product in to_launch(book.reader, NOW)]
    assert new in found and old not in found
