"""What 今日 finds in a book: tasks, reminders, numbers, badges."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

import paid_shop
import pytest

from ksdesk.actions import (
    aftersales,
    deposit,
    imports,
    notes,
    opening,
    products,
    reviews,
    today,
    traffic,
)
from ksdesk.actions.deposit import notes as deposit_notes
from ksdesk.actions.deposit import refund as deposit_refund
from ksdesk.actions.orders import shipping
from ksdesk.actions.products import stock_case
from ksdesk.actions.promotion import costs, profit
from ksdesk.actions.reviews import checklist
from ksdesk.actions.today import later
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.deposit.ledger import NewEntry
from ksdesk.domain.deposit.notes import LineCategory, ShownLine
from ksdesk.domain.imports import Source
from ksdesk.domain.products import Product
from ksdesk.domain.products.notes import ProductPaper
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import CheckItem
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.today import by_urgency
from ksdesk.domain.traffic import TypedRow

DAY = date(2026, 11, 18)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return RuleBook.load()


@pytest.fixture
def look(book, rules, now):
    def agenda(at: datetime = now, backed_up: datetime | None = now) -> today.Agenda:
        return today.agenda(book.reader, rules, at, backed_up)

    return agenda


def codes(items) -> list[str]:
    return [item.code for item in items]


def figures(book, now, *days_ago: int, **values: int) -> None:
    rows = [TypedRow(DAY - timedelta(days=n), "", values or {"spend": 100}) for n in days_ago]
    traffic.record(book, rows, now)


def paper(book, now, until: date, **more: object) -> None:
    fields = {"valid_until": until.isoformat(), **more}
    opening.save_fields(book, "realname.upload", fields, now)


def finish_opening(book, now) -> None:
    opening.go(book, "done", now, done="deposit.quote")


def test_an_empty_book_asks_for_the_shop_alone(look):
    found = look(backed_up=None)
    assert found.fresh
    assert codes(found.tasks) == ["open_shop"]
    assert codes(found.reminders) == ["backup_none"]
    assert {card.missing for card in found.cards} == {"no_ledger", "no_orders"}
    assert found.coming is None


def test_who_sells_already_is_not_sent_to_the_wizard(book, look, now):
    figures(book, now, 1)
    found = look()
    assert not found.fresh
    assert codes(found.tasks) == []


def test_the_wizards_open_step_is_the_target(book, look, now):
    opening.go(book, "entry.settings", now)
    opening.go(book, "entry.fentiao", now, done="entry.settings")
    (task,) = look().tasks
    assert (task.code, task.topic, task.target) == ("opening_step", "opening", "entry.fentiao")
    assert (task.facts["done"], task.facts["steps"]) == (1, 11)


def test_a_finished_wizard_stays_finished_when_looked_at_again(book, look, now):
    finish_opening(book, now)
    opening.go(book, "type.choose", now)
    assert codes(look().tasks) == []


def test_one_fen_below_the_line_is_for_now(book, look, now):
    finish_opening(book, now)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 49_999)], now)
    (task,) = look().tasks
    assert (task.code, task.group, task.target) == ("deposit_short", "now", "own")
    assert task.facts["short"] == 1
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 1)], now)
    assert codes(look().tasks) == []


def test_the_day_by_which_is_the_tasks(book, look, now):
    finish_opening(book, now)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 1)], now)
    until = date(2026, 11, 25)
    deposit_notes.keep(book, ShownLine("own", 60_000, date(2026, 11, 14), until), now)
    (task,) = look().tasks
    assert task.facts["until"] == until
    assert task.due is not None and task.due.date() == until


def test_a_line_that_will_rise_is_a_reminder(book, look, now):
    finish_opening(book, now)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 50_000)], now)
    planned = LineCategory("fresh", 100_000, date(2026, 12, 10))
    deposit_notes.keep(book, planned, now)
    ahead = next(item for item in look().reminders if item.code == "deposit_ahead")
    assert (ahead.target, ahead.facts["ahead"].short) == ("own", 100_000)
    assert ahead.due is not None and ahead.due.date() == ahead.facts["ahead"].on


def test_a_refund_is_asked_after_when_it_should_be_there(book, look, now):
    finish_opening(book, now)
    for verb in (deposit_refund.close_function, deposit_refund.exit_rule_met):
        verb(book, date(2026, 9, 1), now)
    deposit_refund.apply(book, date(2026, 9, 2), "", now)
    assert "refund_due" in codes(look().tasks)
    deposit_refund.paid(book, 0, date(2026, 9, 20), "", now)
    for verb in (deposit_refund.close_function, deposit_refund.exit_rule_met):
        verb(book, date(2026, 9, 21), now)
    deposit_refund.apply(book, date(2026, 10, 30), "", now)
    assert "refund_due" not in codes(look().tasks)


def test_a_missing_line_is_asked_for(book, look, now):
    deposit.add(book, [NewEntry("own", DAY, "paid_in", 50_000)], now)
    (task,) = look().tasks
    assert (task.code, task.target) == ("deposit_unknown", deposit.QUOTE_STEP)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    opening.save_fields(book, deposit.QUOTE_STEP, {"categories": ["jewellery"]}, now)
    assert "deposit_maybe" in codes(look().tasks)


@pytest.mark.parametrize(
    ("days", "code", "group"),
    [
        (-1, "paper_ended", "now"),
        (0, "paper_ends", "today"),
        (30, "paper_ends", "today"),
        (31, "paper_ends", "remind"),
        (90, "paper_ends", "remind"),
        (91, "", ""),
    ],
)
def test_papers_are_due_in_steps(book, look, now, days, code, group):
    finish_opening(book, now)
    paper(book, now, DAY + timedelta(days=days))
    found = look()
    items = [i for i in (*found.tasks, *found.reminders) if i.topic == "opening"]
    assert [(i.code, i.group) for i in items] == ([(code, group)] if code else [])
    assert all(i.target == "realname.upload" for i in items)
    assert (found.coming is None) == (days < 0)


def test_a_card_for_life_never_ends(book, look, now):
    finish_opening(book, now)
    paper(book, now, DAY, long_term=True)
    assert look().tasks == ()


def test_the_authorisation_leads_to_its_step(book, look, now):
    finish_opening(book, now)
    until = (DAY + timedelta(days=10)).isoformat()
    opening.save_fields(book, "type.choose", {"authorisation_until": until}, now)
    (task,) = look().tasks
    assert (task.target, task.facts["paper"]) == ("type.choose", "authorisation")


def test_drafts_name_what_they_lack(book, look, now):
    finish_opening(book, now)
    products.save(book, Product(title="柿饼", price=100, stock=3), now)
    products.save(book, Product(title="苹果", price=100), now)
    products.save(book, Product(title="老链接", way="link", state="listed"), now)
    (task,) = look().tasks
    assert (task.code, task.target) == ("drafts", "2")
    assert (task.facts["count"], task.facts["missing"]) == (1, {"stock": 1})


@pytest.mark.parametrize(("last", "stale"), [(1, False), (3, False), (4, True)])
def test_figures_that_stop_are_noticed(book, look, now, last, stale):
    figures(book, now, last)
    tasks = look().tasks
    assert codes(tasks) == (["traffic_stale"] if stale else [])
    if stale:
        assert (tasks[0].facts["days"], tasks[0].facts["last"]) == (3, DAY - timedelta(days=4))


def test_the_last_import_and_one_that_broke(book, look, now, paths):
    source = Source("报表.csv", text="日期,花费\n2026-11-17,12.5\n2026-11-16,x\n")
    preview = imports.preview(book, source, staging=paths.staging, now=now)
    imports.commit(book, preview, now=now)
    (reminder, backup) = look().reminders
    assert (reminder.code, backup.code) == ("last_import", "backup")
    counts = {"rows": 1, "new": 1, "revised": 0, "refused": 1}
    assert reminder.facts == {"name": "报表.csv", "at": now, **counts}
    assert (reminder.topic, reminder.target) == ("traffic", "1")
    again = Source("报表.csv", text="日期,花费\n2026-11-17,13.5\n2026-11-15,1\n2026-11-14,2\n")
    imports.commit(book, imports.preview(book, again, staging=paths.staging, now=now), now=now)
    counts = {"rows": 3, "new": 2, "revised": 1, "refused": 0}
    assert look().reminders[0].facts == {"name": "报表.csv", "at": now, **counts}


def test_an_import_that_broke_off_is_a_task(book, look, now, paths):
    source = Source("报表.csv", text="日期,花费\n2026-11-17,12.5\n")
    imports.commit(book, imports.preview(book, source, staging=paths.staging, now=now), now=now)
    with book.connection():  # as a crash leaves it
        book.session.db.execute_sql("UPDATE batch SET state = 'running'")
    imports.mark_interrupted(book)
    found = look()
    assert codes(found.tasks) == ["import_broken"]
    (task,) = found.tasks
    assert (task.topic, task.facts) == ("traffic", {"name": "报表.csv", "at": now})
    assert codes(found.reminders) == ["backup"]


@pytest.mark.parametrize(
    ("age", "code", "level"),
    [
        (timedelta(0), "backup", "plain"),
        (timedelta(days=1, hours=23, minutes=59), "backup", "plain"),
        (timedelta(days=2), "backup_old", "warn"),
        (timedelta(days=3, hours=5), "backup_old", "warn"),
    ],
)
def test_the_backup_grows_old(look, now, age, code, level):
    (reminder,) = look(backed_up=now - age).reminders
    assert (reminder.code, reminder.level, reminder.target) == (code, level, "data")
    assert reminder.facts == {"at": now - age, "days": age.days}
    assert reminder.which == str(now - age)


def test_copies_that_hold_buyers_data_are_counted(now):
    none, copies = today.reports.of_copies(None, 3, now)
    assert (none.code, none.facts) == ("backup_none", {})
    assert (copies.code, copies.facts) == ("copies_with_buyers", {"count": 3})
    assert codes(today.reports.of_copies(now, 0, now)) == ["backup"]


def test_the_worst_comes_first(book, look, now):
    opening.go(book, "entry.settings", now)
    opening.save_fields(book, "type.choose", {"shop_type": "personal"}, now)
    paper(book, now, DAY - timedelta(days=3))
    products.save(book, Product(title="苹果"), now)
    found = look()
    assert codes(found.tasks) == ["paper_ended", "deposit_short", "opening_step", "drafts"]
    assert codes(found.group("now")) == ["paper_ended", "deposit_short"]


def test_of_equals_what_is_due_first_comes_first_and_what_is_never_due_last():
    """Now before today, then the time that is left, the worst of what has none first."""

    def item(code: str, group: str, level: str, days: int | None) -> today.Item:
        due = None if days is None else datetime(2026, 11, 18) + timedelta(days=days)
        return today.Item(code, "deposit", group=group, level=level, due=due)

    right = [
        item("1", "now", "warn", -9),
        item("2", "now", "bad", -2),
        item("3", "now", "bad", 3),
        item("4", "now", "bad", None),
        item("5", "today", "bad", -20),
        item("6", "today", "warn", 1),
        item("7", "today", "plain", 2),
        item("8", "today", "bad", None),
        item("9", "today", "warn", None),
        item("10", "today", "plain", None),
    ]
    mixed = right[::-1]
    assert codes(by_urgency(mixed)) == codes(right)


def test_badges_count_by_topic(book, look, now):
    opening.go(book, "entry.settings", now)
    paper(book, now, DAY - timedelta(days=3))
    products.save(book, Product(title="苹果"), now)
    assert today.badges(look()) == {
        "today": (1, True),
        "opening": (2, True),
        "products": (1, False),
    }


def test_badges_without_anything_urgent(book, look, now):
    assert today.badges(look()) == {"today": (1, False), "opening": (1, False)}
    finish_opening(book, now)
    assert today.badges(look()) == {}


def test_papers_of_products_that_end_are_tasks(book, look, now):
    finish_opening(book, now)
    goods = Product(title="柿饼", category="果干蜜饯", price=1, stock=1, state="listed")
    number = products.save(book, goods, now).ref
    for kind, days in (("质检报告", 12), ("食品经营许可证", -1), ("地理标志", 31)):
        until = DAY + timedelta(days=days)
        notes.keep(book, ProductPaper(kind, "", None, "果干蜜饯", until), now)
    tasks = [t for t in look().tasks if t.code == "paper_expires"]
    assert [(t.facts["paper"], t.group, t.level, t.target) for t in tasks] == [
        ("食品经营许可证", "now", "bad", str(number)),
        ("质检报告", "today", "warn", str(number)),
    ]
    assert today.badges(look())["products"] == (2, True)


def test_a_buyer_who_does_not_know_yet_comes_first(book, look, now):
    finish_opening(book, now)
    goods = Product(title="柿饼", price=1, stock=0, state="listed")
    number = products.save(book, goods, now).ref
    case = stock_case.open_case(book, book.reader.products.one(number), "26", 1, now).ref
    (task,) = [t for t in look().tasks if t.code == "stock_case"]
    assert (task.group, task.topic, task.target) == ("now", "products", f"case:{case}")
    stock_case.step(book, case, "told", now)
    (task,) = [t for t in look().tasks if t.code == "stock_case"]
    assert (task.group, task.facts["place"]) == ("today", "consent")
    for event in ("refused", "agreed_refund"):
        stock_case.step(book, case, event, now)
    stock_case.close(book, case, "refunded", now)
    assert "stock_case" not in codes(look().tasks)


def test_cases_that_run_out_are_named_and_the_rest_is_counted(book, look, now):
    finish_opening(book, now)
    hours = (1, 2, 3, 4, 5, 6, 7, 90, -2)
    lines = [
        f"{n},{n + 100},{n},待商家处理,仅退款,2026-11-15 09:00:00,{now + timedelta(hours=left)}\n"
        for n, left in enumerate(hours, 1)
    ]
    head = "售后单号,订单编号,退款金额,售后状态,售后类型,申请时间,退款超时时间\n"
    preview = imports.preview(book, Source("售后.csv", text=head + "".join(lines)), now=now)
    imports.commit(book, preview, now=now)
    aftersales.promise(book, CaseFile("108", "8"), 1, "回电话", now - timedelta(days=2))
    found = look()
    tasks = [task for task in found.tasks if task.topic == "aftersales"]
    assert [(task.code, task.target, task.group, task.level) for task in tasks] == [
        ("case_promise", "no:8", "now", "bad"),
        ("case_due", "no:9", "now", "bad"),
        ("case_due", "no:1", "now", "warn"),
        ("case_due", "no:2", "now", "warn"),
        ("case_due", "no:3", "now", "warn"),
        ("case_due", "no:4", "now", "warn"),
        ("cases_more", "", "today", "plain"),
    ]
    assert tasks[-1].facts["count"] == 4
    assert today.badges(found)["aftersales"] == (7, True)


def test_a_case_on_the_buyers_turn_is_no_task(book, look, now):
    finish_opening(book, now)
    file = CaseFile("24101", kind="refund_only", opened_at=now - timedelta(hours=47))
    made = aftersales.open_case(book, file, now)
    assert codes(look().tasks) == ["case_due"]
    aftersales.turn(book, replace(file, id=made.ref), "waiting_buyer", now, now)
    assert codes(look().tasks) == []


def orders(book, now, *rows: str, name: str = "订单.csv") -> None:
    head = "订单编号,订单状态,商品名称,实付款,支付时间,下单时间,最晚发货时间\n"
    text = head + "".join(f"{row}\n" for row in rows)
    preview = imports.preview(book, Source(name, text=text), now=now)
    imports.commit(book, preview, now=now)
    costs.work_out(book)


def sold(number: int, days_ago: int, paid: str = "20.00", hour: int = 9) -> str:
    at = f"{DAY - timedelta(days=days_ago)} {hour:02d}:00:00"
    return f"2600{number},交易成功,柿饼,{paid},{at},{at},"


def test_a_late_order_is_now_and_leads_to_its_row(book, look, now):
    finish_opening(book, now)
    orders(
        book,
        now,
        "26001,待发货,柿饼,20.00,2026-11-17 09:00:00,2026-11-17 09:00:00,2026-11-18 09:08:00",
        "26002,待发货,苹果,30.00,2026-11-17 09:00:00,2026-11-17 09:00:00,2026-11-18 16:00:00",
        "26003,已发货,苹果,30.00,2026-11-17 09:00:00,2026-11-17 09:00:00,2026-11-18 09:00:00",
    )
    late, due = (task for task in look().tasks if task.topic == "orders")
    assert (late.code, late.group, late.target) == ("orders_late", "now", "26001")
    assert late.facts["order"].lines[0].name == "柿饼"
    assert (due.code, due.group, due.target) == ("orders_due", "today", "26002")
    later = look(now + timedelta(hours=6))
    assert [(t.code, t.facts["count"]) for t in later.tasks if t.topic == "orders"] == [
        ("orders_late", 2)
    ]


def test_cards_are_of_the_last_whole_day_against_the_same_weekday(book, look, now):
    orders(book, now, sold(1, 1), sold(2, 1, "5.50"), sold(3, 8, "10.00"), sold(4, 0, "7.00"))
    cards = {card.code: card for card in look().cards}
    sales, count = cards["sales"], cards["orders"]
    assert (sales.value, sales.before, sales.facts["today"]) == (2_550, 1_000, 700)
    assert (count.value, count.before, count.facts["today"]) == (2, 1, 1)
    assert sales.facts["day"] == DAY - timedelta(days=1)


def test_a_day_that_is_not_imported_to_its_end_is_no_day(book, look, now):
    orders(book, now - timedelta(days=1), sold(1, 1), sold(2, 2, "3.00"))
    sales = look().cards[0]
    assert (sales.value, sales.facts["day"]) == (300, DAY - timedelta(days=2))
    assert sales.facts["today"] is None
    assert look(now + timedelta(days=5)).cards[0].missing == ""
    for card in look(now + timedelta(days=9)).cards[:2]:
        assert (card.value, card.missing) == (None, "no_day")
        assert card.facts["day"] == DAY - timedelta(days=2)


@pytest.mark.slow
def test_the_net_of_the_month_stands_against_the_same_days_of_the_month_before(book, look, now):
    assert look().cards[2].missing == "no_orders"
    paid_shop.fill(book, now, days=60, costed=False)
    assert look().cards[2].missing == "no_costs"
    paid_shop.cost(book, now)
    assert look().unbooked
    costs.work_out(book)
    net = look().cards[2]
    days = profit.look(book.reader, date(2026, 11, 1), date(2026, 11, 17), now)
    before = profit.look(book.reader, date(2026, 10, 1), date(2026, 10, 17), now)
    assert (net.value, net.before) == (days.sales.net, before.sales.net)
    assert (net.facts["last"], net.facts["share"]) == (date(2026, 11, 17), 1.0)
    assert net.facts["left_out"] == (days.whole.left_out, days.whole.left_paid)
    assert not look().unbooked
    assert look(datetime(2026, 12, 1, 9)).cards[2].missing == "no_days"


def test_goods_that_run_out_are_named_and_the_rest_is_counted(book, look, now):
    finish_opening(book, now)
    for n in range(1, 6):
        goods = Product(title=f"柿饼{n}", item_id=f"9{n}", price=1, stock=n - 1, state="listed")
        products.save(book, goods, now)
    head = "订单编号,商品ID,订单状态,成交数量,实付款,下单时间\n"
    rows = [f"26{n},9{n},交易成功,{28},1,2026-11-17 09:00:00\n" for n in range(1, 6)]
    preview = imports.preview(book, Source("订单.csv", text=head + "".join(rows)), now=now)
    imports.commit(book, preview, now=now)
    low = [t for t in look().tasks if t.topic == "products"]
    assert [(t.code, t.target, t.level) for t in low] == [
        ("stock_low", "1", "warn"),
        ("stock_low", "2", "plain"),
        ("stock_low", "3", "plain"),
        ("stock_more", "low", "plain"),
    ]
    assert (low[1].facts["stock"], low[1].facts["sold"], low[1].facts["left"]) == (1, 28, 0)
    assert low[3].facts["count"] == 2


def test_only_what_a_write_touched_is_asked_again(book, rules, now):
    """What is kept is the answer of the book; what is made of it moves on with the time."""
    orders(book, now, "26001,待发货,柿饼,20.00,,2026-11-17 09:00:00,2026-11-18 16:00:00")
    answers: dict = {}
    turns: Counter[str] = Counter()

    def kept(at: datetime = now) -> tuple[list[str], dict]:
        before = {name: answer for name, (_, answer) in answers.items()}
        found = today.agenda(book.reader, rules, at, now, 0, answers, turns)
        fresh = {name for name, (_, answer) in answers.items() if answer is not before.get(name)}
        return [t.code for t in found.tasks if t.topic == "orders"], fresh

    assert kept()[0] == ["orders_due"]
    assert kept() == (["orders_due"], set())
    codes, fresh = kept(now + timedelta(hours=7))
    assert (codes, fresh & {"shipping", "deposits", "stock", "sold"}) == (["orders_late"], set())
    kept()
    turns.update(shipping.number(book, [("26001", "SF", "1")], now).topics)
    codes, fresh = kept()
    assert codes == ["numbers_unsent"]
    assert {"shipping"} <= fresh <= {"shipping", "alarms"}


def test_the_list_for_fans_is_one_task_until_it_is_done(book, rules, now):
    def tasks(at: datetime = now) -> list:
        found = today.agenda(book.reader, rules, at, now)
        return [task for task in found.tasks if task.code == "checklist"]

    assert tasks() == []
    checklist.arrange(book, [CheckItem(asked="daily", since=DAY, words="回私信")], now)
    (task,) = tasks()
    assert (task.topic, task.target, task.group, task.due) == (
        *("reviews", "fans", "today"),
        datetime(2026, 11, 18, 23, 59, 59),
    )
    (asked,) = task.facts["asked"]
    (late,) = tasks(now + timedelta(days=1))
    assert [one.rolled for one in late.facts["asked"]] == [True, False]
    assert late.name != task.name  # what was put off on one day is there again on the next
    checklist.tick(book, asked, True, now)
    assert tasks() == []


def test_what_is_put_off_is_counted_where_it_hides_and_no_badge_counts_it(book, look, now):
    finish_opening(book, now)
    products.save(book, Product(title="苹果"), now)
    (task,) = look().tasks
    step = later.put_off(book, task, now + timedelta(hours=2), now)
    found = look()
    assert (found.tasks, today.badges(found)) == ((), {})
    assert found.put_off == ((task, now + timedelta(hours=2)),)
    assert codes(look(now + timedelta(hours=2)).tasks) == ["drafts"]
    back = step.undo(book)
    assert codes(look().tasks) == ["drafts"]
    back.undo(book)
    assert look().tasks == ()
    later.put_off(book, task, None, now)
    assert look(now + timedelta(days=400)).put_off == ((task, None),)
    later.tell_again(book, [task], now)
    assert codes(look().tasks) == ["drafts"]
    products.save(book, Product(title="梨"), now)
    later.put_off(book, task, None, now)
    assert codes(look().tasks) == ["drafts"]  # one draft more is another thing


def test_a_live_that_only_a_report_names_is_owed_a_review_and_can_be_looked_back_at(
    book, look, now
):
    finish_opening(book, now)
    text = "直播标题,开播时间,直播时长(分钟),观看人数\n晚场,2026-11-17 19:32:10,155,3486\n"
    imports.commit(book, imports.preview(book, Source("直播.csv", text=text), now=now), now=now)
    (task,) = look().tasks
    assert (task.code, task.topic) == ("review_owed", "reviews")
    assert task.facts["broadcast"].name == "晚场" and int(task.target) < 0
    assert "review_owed" not in codes(look(now + timedelta(days=8)).tasks), "too long ago"
    done = reviews.finish(book, int(task.target), "问甜不甜的多", ["先切一个"], now)
    assert codes(look().tasks) == ["review_action"]
    done.undo(book)
    assert codes(look().tasks) == ["review_owed"]


def test_a_live_that_nobody_looked_back_at_is_a_task_and_its_review_makes_others(book, look, now):
    finish_opening(book, now)
    began = now - timedelta(hours=14)
    live = Broadcast(kind="live", began_at=began, name="柿饼专场", seconds=7_200, sales=191_240)
    number = reviews.note_down(book, live, now).ref
    assert look(began + timedelta(hours=1)).tasks == ()  # it is on
    (task,) = look().tasks
    assert (task.code, task.topic, task.target) == ("review_owed", "reviews", str(number))
    assert look(now + timedelta(days=8)).tasks == ()
    reviews.plan_next(book, number, ["开场先发券", "带上小样"], now)
    assert codes(look().tasks) == ["review_owed"]
    reviews.finish(book, number, "价格先说", ["开场先发券", "带上小样"], now)
    found = look().tasks
    assert {one.target for one in found} == {str(number)}
    assert [(one.code, one.facts["words"]) for one in found] == [
        ("review_action", "开场先发券"),
        ("review_action", "带上小样"),
    ]
    later.put_off(book, found[0], None, now)
    step = reviews.tick(book, number, 1, True, now)
    assert look().tasks == ()
    step.undo(book)
    assert codes(look().tasks) == ["review_action"]


def test_what_is_ticked_off_is_done_for_the_day_and_of_a_review_for_good(book, look, now):
    finish_opening(book, now)
    products.save(book, Product(title="苹果"), now)
    (task,) = look().tasks
    step = later.tick_off(book, task, now)
    assert (look().tasks, look().done, look().put_off) == ((), (task,), ())
    step.undo(book)
    assert (look().tasks, look().done) == ((task,), ())
    later.tick_off(book, task, now)
    tomorrow = datetime(now.year, now.month, now.day) + timedelta(days=1)
    assert look(tomorrow - timedelta(minutes=1)).tasks == ()
    assert (look(tomorrow).tasks, look(tomorrow).done) == ((task,), ())
    later.put_off(book, task, tomorrow.replace(hour=8), now)
    assert [item for item, _ in look().put_off] == [task] and look().done == ()
    live = Broadcast(kind="live", began_at=now - timedelta(hours=14), name="晚场", seconds=7_200)
    number = reviews.note_down(book, live, now).ref
    reviews.finish(book, number, "", ["先发券", "带小样"], now)
    first, second = look().tasks
    later.tick_off(book, second, now)
    step = later.tick_off(book, first, now)
    assert look().done == ()
    later.put_off(book, task, None, now)
    assert look(now + timedelta(days=2)).tasks == ()
    step.undo(book)
    assert [one.name for one in look(now + timedelta(days=2)).tasks] == [first.name]
