"""The sample shop: that it is all there, that its stories are told, on any day."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from ksdesk.actions import Book, deposit
from ksdesk.actions.aftersales.looking import closed_cases, open_cases
from ksdesk.actions.products import bulk, stock, stock_case
from ksdesk.actions.products import quality as product_quality
from ksdesk.actions.promotion import cost_sheet, profit
from ksdesk.actions.reviews import checklist, fans
from ksdesk.actions.today import agenda
from ksdesk.actions.traffic import alarms as traffic_alarms
from ksdesk.domain.aftersales import files
from ksdesk.domain.opening import STEP_NAMES
from ksdesk.domain.products import missing
from ksdesk.domain.products.limits import findings
from ksdesk.domain.products.quality import may_be_ready
from ksdesk.domain.products.stock.case import place
from ksdesk.domain.rulebook import RuleBook
from ksdesk.domain.traffic import day_start, from_seconds, to_seconds
from ksdesk.domain.traffic.alarms import NO_RISE
from ksdesk.sample import build
from ksdesk.storage.sqlite_only import LOG_MARK

NOW = datetime(2026, 11, 18, 10, 20)
JUNK = date(2026, 11, 15)
YESTERDAY = date(2026, 11, 17)
DAY = 86_400

OTHER_DAYS = [
    datetime(2028, 2, 29, 23, 59, 59),
    datetime(2026, 12, 1, 0, 0),
    datetime(2027, 1, 1, 8, 5),
    datetime(2026, 11, 16, 0, 1),
    datetime(2026, 11, 22, 21, 30),
    datetime(2026, 8, 31, 12, 0),
]


@pytest.fixture(scope="module")
def built(sample_file, tmp_path_factory) -> Path:
    """The file of the pictures' day."""
    return Path(shutil.copy(sample_file, tmp_path_factory.mktemp("sample")))


@pytest.fixture
def sample(built: Path):
    """Its book; one book at a time can be open."""
    book = Book.open(built)
    yield book
    book.close()


@pytest.fixture
def traffic(sample):
    return sample.reader.traffic


def added(traffic, code: str, day: date, clocks: tuple[int, int] = (0, 24), keys=None) -> int:
    """A figure summed over some hours of a day."""
    start = day_start(day)
    bounds = (start + clocks[0] * 3600, start + clocks[1] * 3600)
    return round(sum(traffic.series(code, "hour", *bounds, keys).values))


def of_day(traffic, code: str, day: date) -> float:
    (value,) = traffic.series(code, "day", day_start(day), day_start(day) + DAY).values
    return value


def key_of(traffic, words: str) -> list[str]:
    return [c.key for c in traffic.campaigns() if words in c.name]


# -- how much there is


def test_all_that_is_promised_is_there(sample, traffic) -> None:
    with sample.session.reading():
        counted = sample.session.db.execute_sql(
            "SELECT grain, count(DISTINCT time / 86400) FROM traffic_row GROUP BY grain"
        ).fetchall()
    days = dict(counted)
    assert days["day"] >= 180
    assert days["hour"] >= 60
    assert len(traffic.campaigns()) == 4
    assert "$100 起 ^_^ 🎁" in {c.name for c in traffic.campaigns()}
    assert len(sample.reader.products.all()) == 42
    ledger = sample.reader.deposit
    assert sum(len(ledger.entries(account)) for account in ledger.accounts()) >= 30


def test_every_day_and_hour_has_its_figures(traffic) -> None:
    days = traffic.series("views", "day")
    assert len(days.times) == 258
    assert {b - a for a, b in zip(days.times, days.times[1:], strict=False)} == {DAY}
    hours = traffic.series("views", "hour", day_start(NOW.date() - timedelta(days=60)))
    assert len(hours.times) == 60 * 24 + NOW.hour
    assert min(hours.values) > 0


def test_the_paid_ways_are_all_used(sample) -> None:
    with sample.session.reading():
        rows = sample.session.db.execute_sql(
            "SELECT DISTINCT way FROM traffic_row WHERE way IS NOT NULL"
        ).fetchall()
    assert {row[0] for row in rows} == {"付费买量", "买热搜", "刷礼物", "typed"}


# -- traffic


def test_the_evening_of_junk(traffic) -> None:
    seen = {
        code: added(traffic, code, JUNK, (20, 24))
        for code in ("views", "product_clicks", "new_fans", "spend")
    }
    assert seen == {"views": 6_380, "product_clicks": 19, "new_fans": 61, "spend": 138_00}
    start = day_start(JUNK)
    stays = traffic.series("stay_seconds", "hour", start + 20 * 3600, start + 24 * 3600)
    assert list(stays.values) == [6.0] * 4
    views = traffic.series("views", "hour", start, start + DAY)
    peak = max(zip(views.values, views.times, strict=True))
    assert peak == (2_162, start + 21 * 3600)
    assert added(traffic, "spend", JUNK, (21, 22)) == 48_00


def test_the_evenings_that_it_is_compared_with(traffic) -> None:
    sundays = [JUNK - timedelta(weeks=week) for week in range(1, 9)]
    for code, usual in (("views", 1_420), ("product_clicks", 96), ("new_fans", 58)):
        found = sorted(added(traffic, code, day, (20, 24)) for day in sundays)
        assert (found[3] + found[4]) / 2 == usual
        assert found[-1] < usual * 1.15
    assert added(traffic, "views", sundays[0], (21, 22)) == 514


def test_the_first_agency_delivered_it(traffic) -> None:
    agency = key_of(traffic, "代理甲")
    bought = added(traffic, "views", JUNK, (20, 23), agency)
    assert bought > 0.8 * added(traffic, "views", JUNK, (20, 23))
    week = [JUNK + timedelta(days=n) for n in range(-3, 3)]
    assert sum(added(traffic, "spend", day, keys=agency) > 0 for day in week) == 3


def test_the_hot_search_falls_off_with_its_keyword(sample, traffic) -> None:
    search = key_of(traffic, "热搜")
    changed = NOW.date() - timedelta(days=18)
    start = day_start(changed)

    def views_a_yuan(first: int, last: int) -> float:
        span = (start + first * DAY, start + last * DAY, search)
        views = traffic.series("views", "day", *span).values
        return 100 * sum(views) / sum(traffic.series("spend", "day", *span).values)

    assert views_a_yuan(1, 18) < 0.4 * views_a_yuan(-14, 0)
    with sample.session.reading():
        rows = sample.session.db.execute_sql(
            """SELECT json_extract(marks, '$.关键词'), min(time), max(time) FROM traffic_row
            WHERE campaign = ? AND grain = 'hour' GROUP BY 1""",
            search,
        ).fetchall()
    (old, _, last), (new, first, _) = sorted(rows)
    assert (old, last) == ("柿饼", start + 20 * 3600)
    assert (new, first) == ("柿饼礼盒", start + 21 * 3600)


def test_yesterday_and_the_week_before(traffic) -> None:
    before = YESTERDAY - timedelta(days=7)
    figures = {
        "spend": (240_00, 240_00),
        "new_fans": (108, 137),
        "unfollows": (26, 24),
        "orders": (47, 42),
        "gmv": (2_846_50, 2_532_47),
    }
    for code, wanted in figures.items():
        assert (of_day(traffic, code, YESTERDAY), of_day(traffic, code, before)) == wanted


def test_the_month_that_raised_the_line(traffic) -> None:
    october = traffic.series(
        "gmv", "day", day_start(date(2026, 10, 1)), day_start(date(2026, 11, 1))
    )
    assert round(sum(october.values)) == 55_812_40


def test_hours_and_days_say_the_same(traffic) -> None:
    first = NOW.date() - timedelta(days=70)
    for code in ("views", "spend", "new_fans", "orders", "gmv", "product_clicks"):
        hours: dict[int, float] = {}
        found = traffic.series(code, "hour", day_start(first), day_start(NOW.date()))
        for moment, value in zip(found.times, found.values, strict=True):
            hours[moment // DAY] = hours.get(moment // DAY, 0) + value
        days = traffic.series(code, "day", day_start(first), day_start(NOW.date()))
        assert hours == {
            moment // DAY: value for moment, value in zip(days.times, days.values, strict=True)
        }


def test_campaigns_are_part_of_the_shop(traffic) -> None:
    keys = [c.key for c in traffic.campaigns()]
    for code in ("views", "new_fans", "orders", "gmv", "product_clicks"):
        paid = traffic.series(code, "hour", campaigns=keys)
        whole = traffic.series(code, "hour")
        by_time = dict(zip(whole.times, whole.values, strict=True))
        assert all(value <= by_time[at] for at, value in zip(paid.times, paid.values, strict=True))


def test_gifts_lose_and_agencies_earn(traffic) -> None:
    start = day_start(NOW.date() - timedelta(days=30))
    returns = {}
    for campaign in traffic.campaigns():
        spent, sold = (
            sum(traffic.series(code, "day", start, None, [campaign.key]).values)
            for code in ("spend", "gmv")
        )
        returns[campaign.name] = sold / spent
    assert min(returns, key=returns.__getitem__) == "$100 起 ^_^ 🎁"
    assert all(returns[name] > 3 for name in returns if name.startswith("代理"))


# -- imports


def test_reports_were_imported_as_files(sample) -> None:
    batches = sample.reader.batches.recent(100)
    assert {batch.state for batch in batches} == {"done"}
    assert batches[0].name == "磁力金牛_小时报表_2026-11.csv"
    assert batches[0].started_at == datetime(2026, 11, 18, 10, 12)
    moments = [batch.started_at for batch in reversed(batches)]
    assert moments == sorted(moments)
    finished = next(b for b in batches if b.name == "磁力金牛_日报表_2026-11.csv")
    assert finished.revised
    assert finished.new
    assert finished.same


def test_no_batch_names_a_column_that_it_guessed(sample) -> None:
    for batch in sample.reader.batches.recent(100):
        unknown = [c.label for c in batch.columns if c.what == "own"]
        assert not unknown, (batch.name, unknown)


def test_typed_figures(traffic) -> None:
    typed = [traffic.typed(NOW.date() - timedelta(days=n)) for n in range(60)]
    (row,), *others = filter(None, typed)
    assert len(others) >= 3
    assert row.live == "小号试播"
    assert row.at.date().weekday() == 5


# -- deposit


def test_the_present_shortfall(sample) -> None:
    own, promotion, cross_border = deposit.accounts(sample.reader, RuleBook.load(), NOW.date())
    assert (own.balance, own.line, own.state) == (2_764_00, 3_000_00, "short")
    assert own.standing.shortfall == 236_00
    assert (promotion.balance, promotion.line, promotion.state) == (500_00, 500_00, "exact")
    assert cross_border.state == "closed"


@pytest.mark.slow
def test_the_dip_and_its_mistake(sample) -> None:
    last = sample.reader.deposit.entries("own")[-6:]
    assert [(f"{e.day:%m-%d}", e.amount, e.balance) for e in last] == [
        ("10-18", -36_00, 1_964_00),
        ("10-19", -36_00, 1_928_00),
        ("10-20", 36_00, 1_964_00),
        ("10-22", 36_00, 2_000_00),
        ("11-04", 1_000_00, 3_000_00),
        ("11-14", -236_00, 2_764_00),
    ]
    assert last[2].reverses == last[1].id
    assert "9 单" in last[-1].note
    assert "10月" in last[-2].note


@pytest.mark.slow
def test_there_were_days_below_the_line(sample) -> None:
    rules = RuleBook.load()
    below = 0
    with sample.connection():
        for ago in range(257):
            day = NOW.date() - timedelta(days=ago)
            own = deposit.accounts(sample.reader, rules, day)[0]
            below += own.state == "short"
    assert 5 < below < 30


# -- opening, products, today


def test_the_wizard_is_done(sample) -> None:
    steps = sample.reader.opening.steps()
    assert all(steps[name].done_at for name in STEP_NAMES)
    assert sample.reader.opening.place() == "done"
    assert steps["type.choose"].fields["shop_type"] == "sole_trader"
    assert steps["type.choose"].fields["uscc_verdict"]["status"] == "ok"


def test_products_in_every_state(sample) -> None:
    goods = sample.reader.products.all()
    counted = {state: sum(p.state == state for p in goods) for state in {p.state for p in goods}}
    assert counted == {"listed": 31, "ready": 4, "draft": 5, "off_shelf": 2}
    assert goods[0].title == "富平吊柿饼 礼盒 1kg"
    assert sum(p.stock == 0 for p in goods) == 2
    assert any(missing(p) for p in goods if p.state == "draft")
    assert not any(missing(p) for p in goods if p.state in ("listed", "ready"))
    links = [p for p in goods if p.way == "link"]
    assert len({re.search(r"//(?:\w+\.)*(\w+\.\w+)/", p.link)[1] for p in links}) == 4
    assert len(sample.reader.products.binned()) == 2


@pytest.mark.slow
def test_products_keep_the_limits_where_they_must(sample) -> None:
    rules = RuleBook.load().on(NOW.date())
    own = [p for p in sample.reader.products.all() if p.way == "own"]
    for product in own:
        wrong = [f for f in findings(product, rules) if f.level == "wrong"]
        assert product.state in ("draft", "off_shelf") or not wrong, (product.title, wrong)
        assert all(Path(picture.path).exists() for picture in product.details.pictures)
    assert any(f.code == "long" for p in own for f in findings(p, rules) if p.state == "draft")
    with_options = [p for p in own if p.skus]
    assert {len(p.levels) for p in with_options} == {1, 2}
    assert [(p.price, p.stock) for p in with_options] == [(59_90, 412), (99_00, 163)]


def test_today_has_something_to_do(sample) -> None:
    found = agenda(sample.reader, RuleBook.load(), NOW)
    now = [task.code for task in found.group("now")]
    assert now == ["orders_due", "case_due", "plan_fast", "deposit_short"]
    codes = [task.code for task in found.tasks if task.topic == "promotion"]
    assert codes == ["plan_fast", "plan_ended", "plan_unlocked"]
    assert [item.code for item in found.advice] == ["sold_at_a_loss", "plan_launch"]
    assert {"orders_due", "stock_low"} <= {task.code for task in found.group("today")}
    assert not any(card.missing for card in found.cards)
    papers = {i.facts["paper"]: i.facts["days"] for i in found.reminders if i.code == "paper_ends"}
    assert papers == {"id_card": 80, "authorisation": 32}


def test_cases_run_and_what_went_back_was_closed_with_one(sample) -> None:
    rules = RuleBook.load()
    found = open_cases(sample.reader, rules)
    assert [(one.case.kind, one.case.state) for one in found] == [
        ("refund_only", "waiting_seller"),
        ("return_refund", "waiting_seller"),
        ("return_refund", "waiting_receipt"),
        ("exchange", "waiting_buyer"),
    ]
    assert found[0].owed and files.place(found[0].case.file) == "check"
    names, rows = sample.reader.records.rows("settlements", limit=10_000)
    money = [dict(zip(names, row, strict=True)) for row in rows]
    back = {row["order_no"]: row["refund"] for row in money if row["refund"]}
    closed = closed_cases(sample.reader, rules)
    assert closed and all(back[one.case.order_no] == one.case.refund for one in closed)
    assert all(one.case.closed_at <= NOW for one in closed)


def test_the_papers_and_checks_of_a_shop_that_sells(sample) -> None:
    goods = {product.title: product for product in sample.reader.products.all()}
    rules = RuleBook.load()
    ready = [p for p in goods.values() if p.state in ("ready", "listed") and p.way == "own"]
    open_checks = bulk.limits(sample.reader, rules, NOW).open_checks
    assert all(may_be_ready(open_checks(p), p.quality.reason) for p in ready)
    checks = open_checks(goods["全网第一甜 年货大礼盒（名字没定）"])
    assert "claims" in {check.code for check in checks}
    assert not may_be_ready(checks, "")
    (ending,) = product_quality.ending_papers(sample.reader, rules, NOW)
    assert (ending.paper.kind, ending.paper.category, ending.days) == ("质检报告", "果干蜜饯", 12)


def test_what_runs_low_and_the_order_that_cannot_be_sent(sample) -> None:
    view = stock.look(sample.reader, RuleBook.load(), NOW)
    found = {line.product.title: (line.stock, line.sold, line.left) for line in view.low}
    assert found == {
        "柿饼散装 5斤 实惠装": (0, 31, 0),
        "洛川红富士 85mm 10斤": (34, 200, 2),
        "蜂巢蜜 250g 盒装": (47, 34, 19),
        "土蜂蜜 百花蜜 2.5kg 桶装": (0, 0, None),
    }
    (case,) = stock_case.open_cases(sample.reader)
    assert (case.title, case.order_no[-4:], place(case)) == (
        "柿饼散装 5斤 实惠装",
        "8519",
        "consent",
    )
    (move,) = sample.reader.products.moves(view.low[1].product.id)
    assert (move.before, move.after, move.reason) == (40, 34, "damaged")


def test_fans_come_buyers_come_back_and_the_list_is_kept(sample) -> None:
    day = NOW.date()
    found = fans.look(sample.reader, "day", day)
    assert found.net is not None and found.net > 1000
    assert found.follow is not None and 0.02 < (found.follow.ratio or 0) < 0.06
    again = fans.bought_again(sample.reader, day)
    assert len(again.cohorts) == 4 and again.again > 200 and again.unknown > 100
    owed = checklist.owed(sample.reader, day)
    assert [(one.rolled, one.item.proposal) for one in owed if not one.session] == [
        *((True, "messages"), (False, "lost"), (False, "regular"), (False, "")),
    ]
    kept = checklist.kept(sample.reader, day.replace(day=1), day, day)
    assert kept.done > 4 * kept.missed > 0


# -- on any day


def dump(path: Path) -> str:
    """All that is in a book but the mark of its log, which is by chance."""
    with closing(sqlite3.connect(path)) as db:
        return "\n".join(line for line in db.iterdump() if f"'{LOG_MARK}'" not in line)


@pytest.mark.slow
def test_the_same_day_gives_the_same_book(built: Path, tmp_path: Path) -> None:
    build(tmp_path / "again.ksdesk", NOW)
    assert dump(tmp_path / "again.ksdesk") == dump(built)


@pytest.mark.slow
@pytest.mark.parametrize("now", OTHER_DAYS, ids=lambda now: f"{now:%Y-%m-%d_%H%M}")
def test_any_day_has_the_stories(now: datetime, tmp_path: Path) -> None:
    path = tmp_path / "sample.ksdesk"
    build(path, now)
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [path.name]
    assert_nothing_is_later(dump(path), now)
    book = Book.open(path)
    try:
        traffic = book.reader.traffic
        first, last = traffic.span()
        assert from_seconds(last) + timedelta(hours=1) <= now
        assert (to_seconds(now) - first) // DAY >= 250
        junk = now.date() - timedelta(days=now.weekday() + 1)
        assert added(traffic, "views", junk, (20, 24)) == 6_380
        assert added(traffic, "spend", junk, (20, 24)) == 138_00
        own = deposit.accounts(book.reader, RuleBook.load(), now.date())[0]
        assert own.standing.shortfall == 236_00
        assert len(traffic.campaigns()) == 4
    finally:
        book.close()


def assert_nothing_is_later(text: str, now: datetime) -> None:
    """No moment in the book is after `now`; papers, plans and what is due alone lie ahead."""
    ends = re.compile(r'"(?:valid|authorisation)_until": "[\d-]+"')
    ahead = re.compile(r'"(?:shown_line|product_paper|promotion_plan)"')
    past = "\n".join(line for line in text.splitlines() if not ahead.search(line))
    found = re.findall(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?", ends.sub("", past))
    assert found
    assert max(found) <= f"{now:%Y-%m-%d %H:%M:%S}"


def test_the_file_is_whole(built: Path) -> None:
    with closing(sqlite3.connect(built)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.slow
def test_it_is_quick_enough_to_wait_for(tmp_path: Path) -> None:
    """A loose bound; tests/bench holds it to two seconds."""
    start = process_time()
    build(tmp_path / "sample.ksdesk", NOW)
    assert process_time() - start < 8


def test_it_needs_nothing_heavy() -> None:
    code = (
        "import sys, ksdesk.sample; "
        "print(*{'numpy', 'matplotlib', 'PIL', 'PySide6'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# -- what the alarms make of it


def test_of_all_evenings_the_one_of_junk_is_suspect(sample) -> None:
    seen = traffic_alarms.found(sample.reader, NOW)
    (alarm,) = [one for one in seen.alarms if one.suspect]
    assert (alarm.start, alarm.end) == (datetime(2026, 11, 15, 20), datetime(2026, 11, 16))
    figures = {row.measure: (round(row.usual), row.seen) for row in alarm.rows}
    assert figures == {
        "views": (1_420, 6_380),
        "stay_seconds": (41, 6),
        "product_clicks": (96, 19),
        "new_fans": (58, 61),
    }
    assert alarm.spend == 138_00
    assert alarm.deliveries[0].name.startswith("代理甲")
    assert (alarm.deliveries[0].days, alarm.deliveries[0].suspect_days) == (3, 1)
    assert not [one for one in seen.alarms if one.kind == NO_RISE]


@pytest.mark.slow
@pytest.mark.parametrize("now", OTHER_DAYS[:3], ids=lambda now: f"{now:%Y-%m-%d_%H%M}")
def test_and_so_it_is_on_any_day(now: datetime, tmp_path: Path) -> None:
    path = tmp_path / "sample.ksdesk"
    build(path, now)
    book = Book.open(path)
    try:
        seen = traffic_alarms.found(book.reader, now)
        junk = now.date() - timedelta(days=now.weekday() + 1)
        (alarm,) = [one for one in seen.alarms if one.suspect]
        assert (alarm.start.date(), alarm.start.hour) == (junk, 20)
    finally:
        book.close()


def test_the_profit_knows_apples_that_lose_and_goods_without_a_cost(sample) -> None:
    today = NOW.date()
    found = profit.look(sample.reader, today.replace(day=1), today - timedelta(days=1), NOW)
    assert sample.reader.profit.up_to_date()
    assert found.sales.unknown == ("reported",) and found.sales.net > 0
    assert found.whole.settled > 0 and found.whole.estimated > 0
    (lost,) = profit.losses(sample.reader, NOW)
    assert lost.title.startswith("洛川红富士 85mm") and lost.lost_per_order > 100
    missing = [line.title for line in cost_sheet.lines(sample.reader, NOW) if line.missing]
    assert missing == ["蜂巢蜜 250g 盒装", "柿饼散装 5斤 实惠装"]
