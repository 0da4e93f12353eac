"""Sums of profit against adding up row by row, and the lives and goods that they are told of."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from random import Random

import pytest

from ksdesk.domain.products import Product
from ksdesk.domain.promotion.breakdown import EarnedRow
from ksdesk.domain.promotion.profit import NOTHING, Earned, Sales
from ksdesk.domain.traffic import row_key, to_seconds
from ksdesk.storage.models.traffic import TrafficRow
from ksdesk.storage.promotion.profit import AMOUNTS

FIRST = date(2026, 5, 1)
START = (FIRST - date(1970, 1, 1)).days
LAST = FIRST + timedelta(days=50)
MAY_LACK = ("cost_returned", "shipping", "return_shipping", "platform_fee", "commission")
NAMES = f"""product, item, day, order_no, kind, sold_on, money_day, at, in_live, lead, costless,
    {", ".join(AMOUNTS)}"""


def write(book, rows) -> None:
    with book.session.writing():
        marks = ", ".join("?" * 21)
        sql = f"INSERT INTO profit_row ({NAMES}) VALUES ({marks})"
        book.session.db.connection().executemany(sql, rows)


def made(random: Random, number: int, lacking: float) -> tuple:
    product, kind = random.randrange(4), random.choice((0, 0, 1, 2))
    day = START + random.randrange(51)
    costless = random.random() < 0.2
    fen = [random.randrange(1, 9_000) for _ in AMOUNTS]
    told = dict(zip(AMOUNTS, fen, strict=True))
    told |= {name: None for name in MAY_LACK if random.random() < lacking}
    if costless:
        told["goods_cost"] = None
    return (
        *(product, "" if product else random.choice("xy"), day, f"{number}", kind),
        *(day - random.choice((0, 0, 9, 40)), random.choice((None, day + 3))),
        *(day * 86_400 + random.randrange(86_400), random.choice((None, 0, 1))),
        *(int(random.random() < 0.7), int(costless), *told.values()),
    )


@pytest.fixture(params=[(1, 0.0), (2, 0.02), (3, 0.3), (4, 0.02)], ids=str)
def sold(book, request):
    seed, lacking = request.param
    random = Random(seed)
    rows = [made(random, number, lacking) for number in range(150)]
    write(book, rows)
    return book.reader.profit, [
        dict(zip(NAMES.replace("\n", "").split(","), r, strict=False)) for r in rows
    ]


def one(row: EarnedRow, first: date) -> Earned:
    back = row.sales.refunded or 0
    earlier = back if row.sold_on < first else 0
    count, lead = int(row.kind == 0), int(row.lead)
    if row.costless:
        return Earned(NOTHING, 0, earlier, 0, count, row.sales.paid or 0, lead, back)
    settled = (row.sales.paid or 0) - back if row.settled else 0
    return Earned(row.sales, count, earlier, settled, leads=lead)


def summed(rows: list[EarnedRow], first: date) -> Earned:
    """One after another; 0 for the amounts of none, as for those that always are told."""
    return sum((one(row, first) for row in rows), Earned())


SPANS = [(FIRST, LAST), (FIRST + timedelta(9), FIRST + timedelta(9)), (FIRST, FIRST + timedelta(9))]


@pytest.mark.parametrize("money", [False, True])
@pytest.mark.parametrize(("first", "last"), SPANS)
def test_each_sum_is_that_of_its_rows_and_unknown_where_one_is(sold, money, first, last):
    reader, told = sold
    every = reader.rows(FIRST - timedelta(99), LAST + timedelta(99), money=money)
    days = {row[" order_no"]: row[" money_day" if money else " day"] for row in told}
    assert {row.order: (row.day - date(1970, 1, 1)).days for row in every} == {
        order: day for order, day in days.items() if day is not None
    }
    rows = [row for row in every if first <= row.day <= last]
    assert rows == reader.rows(first, last, money=money)
    goods = {row.good: [r for r in rows if r.good == row.good] for row in rows}
    due = {good: summed(mine, first) for good, mine in goods.items()}
    assert reader.by_product(first, last, money=money) == due
    some = {good: earned for good, earned in due.items() if good[0] in (1, 3)}
    assert reader.by_product(first, last, money=money, only=[1, 3]) == some
    assert reader.by_product(first, last, money=money, only=[]) == {}
    by_day = reader.by_day(first, last, money=money)
    assert [*by_day] == sorted({row.day for row in rows})
    for day, earned in by_day.items():
        mine = [row for row in rows if row.day == day]
        whole = summed(mine, first)
        assert earned.sales == whole.sales
        leads = [row for row in mine if row.lead]
        assert earned.orders == sum(not row.costless for row in leads)
        assert earned.left_out == sum(row.costless for row in leads)
        assert (earned.leads, earned.settled) == (whole.leads, whole.settled)
        assert (earned.paid, earned.earlier) == (whole.paid, whole.earlier)
    if not money:
        total = Earned.total(due.values())
        before = total.sales.before_ads
        paid = total.sales.paid
        even = None if before is None or before <= 0 else pytest.approx(paid / before)
        assert reader.break_even(first, last) == even


def test_a_live_has_the_orders_that_were_placed_in_it(sold):
    reader, told = sold
    moments = [(START + day) * 86_400 for day in (0, 7, 20, 40)]
    lives = [
        (at, at + length)
        for at, length in zip(moments, (86_400, 1, 400_000, 800_000), strict=False)
    ]
    rows = {row.order: row for row in reader.rows(FIRST - timedelta(99), LAST)}
    facts = {row[" order_no"]: (row[" at"], row[" in_live"]) for row in told}
    for (start, end), earned in zip(lives, reader.by_live(lives), strict=True):
        mine = [
            rows[number]
            for number, (at, in_live) in facts.items()
            if start <= at < end and in_live != 0
        ]
        whole = summed(mine, date(1970, 1, 1))
        leads = [row for row in mine if row.lead]
        assert earned.sales == whole.sales and earned.leads == whole.leads == len(leads)
        assert earned.orders == sum(not row.costless for row in leads)
        assert earned.left_out == sum(row.costless for row in leads)
        assert (earned.earlier, earned.settled) == (0, whole.settled)
        found = reader.rows(LAST, LAST, live=(start, end))
        assert {row.order for row in found} == {row.order for row in mine}
    assert reader.by_live([]) == []


@pytest.mark.parametrize("of", AMOUNTS)
def test_the_rows_of_an_amount_are_those_that_have_it_or_do_not_know_it(sold, of):
    reader, _ = sold
    every = reader.rows(FIRST, LAST)
    due = [row for row in every if getattr(row.sales, of) != 0]
    if of == "goods_cost":
        due = [row for row in every if row.sales.goods_cost != 0 or row.sales.cost_returned != 0]
    assert reader.rows(FIRST, LAST, of=of) == due
    good = every[0].good
    assert reader.rows(FIRST, LAST, good=good) == [row for row in every if row.good == good]


def row_of(number: int, day: int, **told: object) -> tuple:
    fen = dict.fromkeys(AMOUNTS, 0) | {"paid": 100}
    facts = {
        "product": 1,
        "item": "",
        "day": START + day,
        "order_no": f"{number}",
        "kind": 0,
        "sold_on": START + day,
        "money_day": None,
        "at": (START + day) * 86_400,
        "in_live": None,
        "lead": 1,
        "costless": 0,
        **fen,
        **told,
    }
    return tuple(facts.values())


def test_rows_stand_the_newest_first_and_of_one_moment_by_order_and_kind(book):
    at = START * 86_400
    rows = [
        row_of(2, 1, at=at + 5),
        row_of(1, 1, at=at + 9),
        row_of(4, 1, at=at + 5, kind=1),
        row_of(4, 1, at=at + 5),
        row_of(3, 1, at=at + 5),
        row_of(9, 0, at=at + 99),
        row_of(5, 2, at=at),
    ]
    write(book, rows)
    found = book.reader.profit.rows(FIRST, LAST)
    assert [(row.order, row.kind) for row in found] == [
        *(("5", 0), ("1", 0), ("2", 0), ("3", 0), ("4", 0), ("4", 1), ("9", 0)),
    ]
    (row,) = book.reader.profit.rows(FIRST, FIRST)
    assert row == EarnedRow(
        *("9", (1, ""), 0, FIRST, FIRST, False, False, True),
        Sales(100, *[0] * 11),
    )


def test_the_first_days_and_what_was_sold_before(book):
    reader = book.reader.profit
    assert reader.first_day() is None and reader.firsts_without_cost() == {}
    rows = [
        row_of(1, 5, sold_on=START + 5),
        row_of(2, 3, kind=1, sold_on=START + 2),
        row_of(3, 9, product=2, costless=1, sold_on=START + 8),
        row_of(4, 7, product=2, costless=1, sold_on=START + 7),
        row_of(5, 1, product=3, item="", costless=1, kind=1, sold_on=START + 1),
        row_of(6, 4, product=0, item="x", costless=1, sold_on=START + 4),
    ]
    write(book, rows)
    for title in "abc":
        book.products.save(Product(title=title, category=f"类{title}"), datetime(2026, 5, 1))
    assert reader.first_day() == FIRST + timedelta(4)
    assert reader.firsts_without_cost() == {
        (2, ""): FIRST + timedelta(7),
        (3, ""): FIRST + timedelta(1),
        (0, "x"): FIRST + timedelta(4),
    }
    assert reader.categories() == {1: "类a", 2: "类b", 3: "类c"}
    days = {3: set(), 4: {1}, 5: {1}, 7: {1}, 8: {1, 2}}
    days = {day: {3, *found} for day, found in days.items()} | {1: set(), 2: {3}}
    days[3] = {3}
    for day, due in days.items():
        assert reader.sold_before(FIRST + timedelta(day), [1, 2, 3]) == due, day
    assert reader.sold_before(LAST, [2]) == {2} and not reader.sold_before(LAST, [])


HOUR = 3_600
EVE = to_seconds(datetime(2026, 5, 10, 20))
MIDNIGHT = to_seconds(datetime(2026, 5, 11))


def hour(at: int, name: str | None = "晚", spend: int | None = 100, **more: object) -> dict:
    return {"time": at, "grain": "hour", "level": 1, "live_name": name, "spend": spend, **more}


def live_row(at: int, name: str = "晚", spend: int | None = 900, **extra: object) -> dict:
    said = json.dumps(extra, ensure_ascii=False) if extra else None
    row = {"time": at, "grain": "live", "level": 0, "live_name": name, "spend": spend}
    return {**row, "extra": said}


CASES = {
    "hours": ([hour(EVE), hour(EVE + HOUR)], [("晚", EVE, EVE + 2 * HOUR, 200)]),
    "a pause": ([hour(EVE), hour(EVE + 3 * HOUR)], [("晚", EVE, EVE + 4 * HOUR, 200)]),
    "its row": ([live_row(EVE + 5)], [("晚", EVE + 5, EVE + 5 + 6 * HOUR, 900)]),
    "as long as it says": (
        [live_row(EVE, **{"直播时长(分)": 90})],
        [("晚", EVE, EVE + 5_400, 900)],
    ),
    "its row and hours": (
        [live_row(EVE), hour(EVE), hour(EVE + HOUR)],
        [("晚", EVE, EVE + 2 * HOUR, 900)],
    ),
    "two levels": ([hour(EVE), hour(EVE, level=2, spend=60)], [("晚", EVE, EVE + HOUR, 100)]),
    "nothing spent": ([hour(EVE, spend=None)], [("晚", EVE, EVE + HOUR, 0)]),
    "over midnight": (
        [hour(MIDNIGHT - HOUR), hour(MIDNIGHT), hour(MIDNIGHT + HOUR)],
        [("晚", MIDNIGHT - HOUR, MIDNIGHT + 2 * HOUR, 300)],
    ),
    "not over midnight": (
        [hour(MIDNIGHT - 2 * HOUR), hour(MIDNIGHT)],
        [("晚", MIDNIGHT - 2 * HOUR, MIDNIGHT - HOUR, 100), ("晚", MIDNIGHT, MIDNIGHT + HOUR, 100)],
    ),
    "others after midnight": (
        [hour(MIDNIGHT - HOUR), hour(MIDNIGHT, "早")],
        [("晚", MIDNIGHT - HOUR, MIDNIGHT, 100), ("早", MIDNIGHT, MIDNIGHT + HOUR, 100)],
    ),
    "the next one ends it": (
        [live_row(EVE), live_row(EVE + HOUR, "夜", 5)],
        [("晚", EVE, EVE + HOUR, 900), ("夜", EVE + HOUR, EVE + 7 * HOUR, 5)],
    ),
    "two of one name": (
        [hour(EVE - 11 * HOUR), hour(EVE), hour(EVE + HOUR)],
        [("晚", EVE - 11 * HOUR, EVE - 10 * HOUR, 100), ("晚", EVE, EVE + 2 * HOUR, 200)],
    ),
    "two rows of one name": (
        [
            live_row(EVE - 11 * HOUR, spend=40, **{"直播时长(分)": 90}),
            live_row(EVE, **{"直播时长(分)": 120}),
        ],
        [
            ("晚", EVE - 11 * HOUR, EVE - 9 * HOUR - 1_800, 40),
            ("晚", EVE, EVE + 2 * HOUR, 900),
        ],
    ),
    "a row right after the hours of another": (
        [live_row(EVE, spend=40), hour(EVE), hour(EVE + HOUR), live_row(EVE + HOUR + 1_800)],
        [
            ("晚", EVE, EVE + HOUR + 1_800, 40),
            ("晚", EVE + HOUR + 1_800, EVE + 7 * HOUR + 1_800, 900),
        ],
    ),
    "its row late, its hours after midnight": (
        [live_row(MIDNIGHT - 600), hour(MIDNIGHT), hour(MIDNIGHT + HOUR)],
        [("晚", MIDNIGHT - 600, MIDNIGHT + 2 * HOUR, 900)],
    ),
    "one number is one live": (
        [hour(EVE - 9 * HOUR, live="77"), hour(EVE, live="77")],
        [("晚", EVE - 9 * HOUR, EVE + HOUR, 200)],
    ),
    "no live": ([hour(EVE, None), {**hour(EVE), "grain": "day"}], []),
    "by number, with its name": (
        [hour(EVE, "晚场", live="77"), hour(EVE + HOUR, "晚场", live="77")],
        [("晚场", EVE, EVE + 2 * HOUR, 200)],
    ),
}


@pytest.mark.parametrize("own", [False, True])
def test_lives_of_one_name_that_go_on_at_midnight_each_night_are_each_one(book, own):
    """The evening of a day was joined to the night before: two nights were one live of 26 hours,
    and the third began at midnight."""
    rows, due = [], []
    for night in range(5):
        begin = EVE + night * 86_400
        rows += [hour(begin + n * HOUR, spend=100 + night) for n in range(6)]
        rows += [live_row(begin + 60, spend=900 + night)] if own else []
        due.append(("晚", begin, begin + 6 * HOUR, 900 + night if own else 600 + 6 * night))
    with book.session.writing():
        for number, row in enumerate(rows):
            key = row_key(row["time"], row["grain"], f"n={number}")
            TrafficRow.insert(key=key, **row).execute()
    reader, first = book.reader.profit, MIDNIGHT - 86_400
    assert reader.lives(first, first + 5 * 86_400) == due
    for night in range(5):
        assert reader.lives(first + night * 86_400, first + (night + 1) * 86_400) == [due[night]]


@pytest.mark.parametrize("name", CASES)
def test_a_live_begins_lasts_and_costs_as_its_rows_say(book, name):
    rows, due = CASES[name]
    with book.session.writing():
        for number, row in enumerate(rows):
            key = row_key(row["time"], row["grain"], f"n={number}")
            TrafficRow.insert(key=key, **row).execute()
    reader = book.reader.profit
    assert reader.lives(EVE - 86_400, EVE + 86_400) == due
    assert reader.lives(EVE - 9 * 86_400, EVE + 9 * 86_400) == due
    if due:
        begin = due[0][1]
        assert reader.lives(begin, begin + 1) == due[:1]
        assert reader.lives(begin - 86_400, begin) == []
        assert reader.lives(begin + 1, EVE + 86_400) == due[1:]
