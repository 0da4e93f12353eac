"""The steps from one schema version to the next: SQL text and frozen names only.

Step n takes a book from version n-1 to n. A step is never edited once it has shipped, it never
uses the models (they describe the newest version only), and each has a test with a book of the
version before it in tests/old_books. The oldest are in `first_steps`.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from ksdesk import __version__
from ksdesk.storage import sqlite_only
from ksdesk.storage.first_steps import FIRST_STEPS, promotion_plans, run
from ksdesk.storage.problem import WRITTEN_BY

if TYPE_CHECKING:
    import peewee

log = logging.getLogger(__name__)

FORGOTTEN: Final = "buyers.forgotten"
"""Says that imports held buyers' data until the book was cleaned, and in how many places."""

FORGOTTEN_NOTES: Final = "buyers.forgotten_in_notes"
"""Says the same of the seller's own notes."""

FORGOTTEN_AGAIN: Final = "buyers.forgotten_again"
"""Says the same of both, once more was known as buyers' data."""


def forget_buyers(db: peewee.Database) -> None:
    """Take buyers' data out that earlier versions did not know as such."""
    from ksdesk.storage import forgetting  # it would double the time of a start

    _say(db, FORGOTTEN, forgetting.forget_buyers(db))


def every_reading(db: peewee.Database) -> None:
    """What products are found by is written anew, with every common reading, once it is needed."""
    run(db, "UPDATE product SET found_by = ''")


COSTS = """
CREATE TABLE unit_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, product INTEGER NOT NULL, sku_key TEXT NOT NULL,
    cost INTEGER NOT NULL, since TEXT NOT NULL);
CREATE TABLE parcel_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, part TEXT NOT NULL, cost INTEGER NOT NULL,
    since TEXT NOT NULL, product INTEGER, provinces TEXT NOT NULL);
CREATE TABLE cost_share (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, share REAL NOT NULL,
    since TEXT NOT NULL, category TEXT NOT NULL);
CREATE TABLE monthly_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, cost INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT);
"""


def costs(db: peewee.Database) -> None:
    """Make the tables of what goods, parcels and the shop itself cost."""
    run(db, COSTS)


TYPED_CHOICES = """
CREATE TABLE typed_choice (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, figure TEXT
    NOT NULL, how TEXT NOT NULL);
CREATE UNIQUE INDEX typed_choice_key_figure ON typed_choice (key, figure);
"""


def typed_choices(db: peewee.Database) -> None:
    """Keep whether a typed figure replaces the imported one of its day."""
    run(db, TYPED_CHOICES)


PROFIT = """
CREATE TABLE profit_row (product INTEGER NOT NULL, item TEXT NOT NULL, day INTEGER NOT NULL,
    order_no TEXT NOT NULL, kind INTEGER NOT NULL, sold_on INTEGER NOT NULL, money_day INTEGER,
    at INTEGER NOT NULL, in_live INTEGER, lead INTEGER NOT NULL, costless INTEGER NOT NULL,
    paid INTEGER NOT NULL, refunded INTEGER NOT NULL, goods_cost INTEGER, cost_returned INTEGER,
    shipping INTEGER, return_shipping INTEGER, insurance INTEGER NOT NULL, platform_fee INTEGER,
    commission INTEGER, penalties INTEGER NOT NULL,
    PRIMARY KEY (product, item, costless, day, order_no, kind)) WITHOUT ROWID;
CREATE INDEX profit_row_order_no ON profit_row (order_no);
CREATE INDEX profit_row_at ON profit_row (at);
CREATE TABLE profit_stale (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT, product INTEGER,
    since INTEGER);
CREATE INDEX movement_row_related_no ON movement_row (related_no);
CREATE INDEX insurance_row_order_no ON insurance_row (order_no);
INSERT INTO profit_stale (since) VALUES (NULL);
"""


def profit(db: peewee.Database) -> None:
    """Make the table of what each order brings and costs, and mark all as not worked out yet."""
    run(db, PROFIT)
    sqlite_only.mark_stale_orders(db)


AFTERSALES_RECORDS = """
CREATE TABLE aftersales_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL,
    time INTEGER NOT NULL, batch INTEGER, order_no TEXT, case_no TEXT, product_id TEXT,
    case_kind TEXT, after_sale TEXT,
    case_reason TEXT, goods_state TEXT, product_name TEXT, spec TEXT, return_courier TEXT,
    return_no TEXT, expires_at INTEGER, agreed_at INTEGER, sent_back_at INTEGER,
    closed_at INTEGER, case_refund INTEGER, paid INTEGER, case_quantity INTEGER, extra TEXT,
    marks TEXT);
CREATE UNIQUE INDEX aftersales_row_key ON aftersales_row (key);
CREATE INDEX aftersales_row_order_no ON aftersales_row (order_no);
CREATE INDEX aftersales_row_time ON aftersales_row (time);
CREATE TABLE aftersales_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL,
    key TEXT NOT NULL, time INTEGER NOT NULL, batch INTEGER, order_no TEXT, case_no TEXT,
    product_id TEXT, case_kind TEXT, after_sale TEXT,
    case_reason TEXT, goods_state TEXT, product_name TEXT, spec TEXT, return_courier TEXT,
    return_no TEXT, expires_at INTEGER, agreed_at INTEGER, sent_back_at INTEGER,
    closed_at INTEGER, case_refund INTEGER, paid INTEGER, case_quantity INTEGER, extra TEXT,
    marks TEXT);
CREATE UNIQUE INDEX aftersales_before_by_batch_key ON aftersales_before (by_batch, key);
"""


def aftersales_records(db: peewee.Database) -> None:
    """Make the tables of imported after-sales cases."""
    run(db, AFTERSALES_RECORDS)


BUYER_KEYS = """
ALTER TABLE order_row ADD COLUMN buyer_key TEXT;
ALTER TABLE order_before ADD COLUMN buyer_key TEXT;
"""


def buyer_keys(db: peewee.Database) -> None:
    """Make room for what tells which orders are one buyer's."""
    run(db, BUYER_KEYS)


AFTERSALES_FILES = """
CREATE TABLE aftersales_file (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, order_no TEXT NOT NULL, case_no TEXT NOT NULL,
    kind TEXT NOT NULL, product TEXT NOT NULL, refund INTEGER, reason TEXT NOT NULL,
    opened_at TEXT, expires_at TEXT, turns TEXT NOT NULL, said TEXT NOT NULL,
    checked TEXT NOT NULL, fault TEXT NOT NULL, plan TEXT NOT NULL, promised TEXT NOT NULL,
    outcome TEXT NOT NULL, cost INTEGER, closed_at TEXT);
"""


def aftersales_files(db: peewee.Database) -> None:
    """Make the table of what is noted of after-sales cases."""
    run(db, AFTERSALES_FILES)


def forget_in_notes(db: peewee.Database) -> None:
    """Take buyers' data out of what the seller wrote."""
    from ksdesk.storage import forgetting  # it would double the time of a start

    _say(db, FORGOTTEN_NOTES, forgetting.forget_in_notes(db))


TAX_FIGURES = """
CREATE TABLE tax_figure (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, quarter TEXT NOT NULL, basis TEXT NOT NULL,
    gross INTEGER, refunds INTEGER, net INTEGER)
"""


def tax_figures(db: peewee.Database) -> None:
    """Keep what the platform reports of a quarter."""
    run(db, TAX_FIGURES)


TRIALS = """
CREATE TABLE promotion_trial (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, begins TEXT NOT NULL, ways TEXT NOT NULL,
    weeks TEXT NOT NULL, stopped TEXT);
CREATE TABLE promotion_trial_day (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, trial INTEGER NOT NULL, day TEXT NOT NULL,
    spent TEXT NOT NULL);
"""


def trials(db: peewee.Database) -> None:
    """Make the tables of trials: weeks of planned variation, and what their days cost."""
    run(db, TRIALS)


CASE_REFUNDS = """
INSERT INTO profit_stale (order_no)
    SELECT DISTINCT order_no FROM aftersales_row WHERE order_no IS NOT NULL;
"""


def case_refunds(db: peewee.Database) -> None:
    """Let the profit know what after-sales cases gave back."""
    sqlite_only.mark_stale_cases(db)
    run(db, CASE_REFUNDS)


ORDER_WORK = """
CREATE TABLE order_work (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT NOT NULL,
    checks TEXT NOT NULL, notice_until TEXT);
CREATE UNIQUE INDEX order_work_order_no ON order_work (order_no);
CREATE TABLE order_parcel (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT NOT NULL,
    courier TEXT NOT NULL, number TEXT NOT NULL, at TEXT NOT NULL, sent_at TEXT);
CREATE UNIQUE INDEX order_parcel_order_no_number ON order_parcel (order_no, number);
CREATE TABLE own_hours (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, clock TEXT NOT NULL, hours INTEGER NOT NULL);
"""


def order_work(db: peewee.Database) -> None:
    """Make the tables of what is done with orders before they are shipped."""
    run(db, ORDER_WORK)


CHECKLIST = """
CREATE TABLE checklist_item (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, asked TEXT NOT NULL, since TEXT NOT NULL,
    proposal TEXT NOT NULL, words TEXT NOT NULL, place INTEGER NOT NULL, off_since TEXT);
CREATE TABLE checklist_tick (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, item INTEGER NOT NULL, day TEXT NOT NULL,
    at TEXT NOT NULL, session INTEGER NOT NULL);
CREATE INDEX checklist_tick_day ON checklist_tick (day);
CREATE INDEX checklist_tick_session ON checklist_tick (session);
"""


def checklist(db: peewee.Database) -> None:
    """Make the tables of what is done for fans, and of when it was."""
    run(db, CHECKLIST)


BROADCASTS = """
CREATE TABLE broadcast (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, began_at TEXT NOT NULL,
    name TEXT NOT NULL, seconds INTEGER, viewers INTEGER, peak INTEGER, stay INTEGER,
    new_fans INTEGER, lost_fans INTEGER, comments INTEGER, exposures INTEGER, entered INTEGER,
    stayed INTEGER, clicks INTEGER, orders INTEGER, paid_orders INTEGER, sales INTEGER,
    refunds INTEGER, spend INTEGER, running INTEGER, todo TEXT NOT NULL, reviewed_at TEXT)
"""


def broadcasts(db: peewee.Database) -> None:
    """Make the table of lives and videos that are looked back at."""
    run(db, BROADCASTS)


CASE_COSTS = """
UPDATE aftersales_file SET refund = cost
    WHERE outcome IN ('refunded', 'returned', 'partly') AND refund > cost;
UPDATE aftersales_file SET cost = cost - refund
    WHERE outcome IN ('refunded', 'returned', 'partly') AND refund IS NOT NULL;
UPDATE aftersales_file SET cost = cost - (SELECT max(one.case_refund) FROM aftersales_row AS one
        WHERE one.case_no = aftersales_file.case_no)
    WHERE outcome IN ('refunded', 'returned', 'partly') AND refund IS NULL AND case_no <> ''
        AND cost >= (SELECT max(one.case_refund) FROM aftersales_row AS one
            WHERE one.case_no = aftersales_file.case_no);
INSERT INTO profit_stale (order_no)
    SELECT DISTINCT order_no FROM aftersales_file WHERE order_no <> '';
"""


def case_costs(db: peewee.Database) -> None:
    """What a case cost was told with its refund in it, now beyond it; the profit knows both."""
    sqlite_only.mark_stale_files(db)
    run(db, CASE_COSTS)


PUT_OFF = """
CREATE TABLE put_off (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, thing TEXT NOT NULL, which TEXT NOT NULL,
    told_from TEXT);
CREATE INDEX order_row_status ON order_row (status)
"""


def put_off(db: peewee.Database) -> None:
    """Make the table of what 今日 does not tell for a while, and let orders be found by state."""
    run(db, PUT_OFF)


PROFIT_BY_DAY = """
CREATE INDEX profit_row_day ON profit_row (day, costless, lead, sold_on, money_day, paid, refunded,
    goods_cost, cost_returned, shipping, return_shipping, insurance, platform_fee, commission,
    penalties, at)
"""


def profit_by_day(db: peewee.Database) -> None:
    """Let some days of the profit be summed without a look at all others."""
    run(db, PROFIT_BY_DAY)


TAX_PARTS = """
CREATE TABLE tax_part (id INTEGER NOT NULL PRIMARY KEY, figure_id INTEGER NOT NULL, month TEXT,
    order_no TEXT NOT NULL, gross INTEGER, refunds INTEGER, net INTEGER,
    FOREIGN KEY (figure_id) REFERENCES tax_figure (id) ON DELETE CASCADE);
CREATE INDEX tax_part_figure_id ON tax_part (figure_id)
"""


def tax_parts(db: peewee.Database) -> None:
    """Make the table of what the platform says of a quarter by month and order."""
    run(db, TAX_PARTS)


_VIDEO_FIELDS = """time INTEGER NOT NULL, batch INTEGER, work_id TEXT, work_title TEXT,
    work_plays INTEGER, work_likes INTEGER, work_comments INTEGER, work_shares INTEGER,
    work_new_fans INTEGER, extra TEXT, marks TEXT"""
VIDEO_RECORDS = f"""
CREATE TABLE video_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, {_VIDEO_FIELDS});
CREATE UNIQUE INDEX video_row_key ON video_row (key);
CREATE INDEX video_row_time ON video_row (time);
CREATE TABLE video_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL,
    key TEXT NOT NULL, {_VIDEO_FIELDS});
CREATE UNIQUE INDEX video_before_by_batch_key ON video_before (by_batch, key);
ALTER TABLE broadcast ADD COLUMN likes INTEGER;
ALTER TABLE broadcast ADD COLUMN shares INTEGER
"""


def video_records(db: peewee.Database) -> None:
    """Make the tables of works that reports tell of, and room for what is said of a work."""
    run(db, VIDEO_RECORDS)


def moments_in_keys(db: peewee.Database) -> None:
    """Spell moments within row keys in one way; what that shows to be double is listed."""
    from ksdesk.storage import moment_keys  # not needed for a start

    moment_keys.rename(db)


def zeros_in_keys(db: peewee.Database) -> None:
    """Spell numbers within row keys in one way; what that shows to be double is listed."""
    from ksdesk.storage import zero_keys  # not needed for a start

    zero_keys.rename(db)


PROFIT_ANEW = "INSERT INTO profit_stale (since) VALUES (NULL)"


def profit_anew(db: peewee.Database) -> None:
    """Work out all profit once more, for how it is worked out has changed.

    First what came back was told apart by product, case and day; then orders of which nobody says
    how much went back were left out, and parts of one order came to what it paid. Then a refund
    that is told did not stand for another of its order any more.
    """
    run(db, PROFIT_ANEW)


def forget_again(db: peewee.Database) -> None:
    """Take buyers' data out that the steps before did not know as such."""
    from ksdesk.storage import forgetting  # it would double the time of a start

    _say(db, FORGOTTEN_AGAIN, forgetting.forget_buyers(db) + forgetting.forget_in_notes(db))


def options_in_keys(db: peewee.Database) -> None:
    """Spell variants within row keys in one way; what that shows to be double is listed."""
    from ksdesk.storage import option_keys  # not needed for a start

    option_keys.rename(db)


def one_for_another(db: peewee.Database) -> None:
    """Work profit out anew where a product comes to stand for another one of its number or code,
    as one out of the bin does, or no draft; all of it once more, for it was not."""
    sqlite_only.mark_stale_products(db)
    run(db, PROFIT_ANEW)


STEPS: tuple[Callable[[peewee.Database], None], ...] = (
    *FIRST_STEPS,
    forget_buyers,
    every_reading,
    promotion_plans,
    costs,
    typed_choices,
    profit,
    aftersales_records,
    buyer_keys,
    aftersales_files,
    forget_in_notes,
    tax_figures,
    trials,
    case_refunds,
    order_work,
    checklist,
    broadcasts,
    case_costs,
    put_off,
    profit_by_day,
    tax_parts,
    video_records,
    moments_in_keys,
    zeros_in_keys,
    profit_anew,
    forget_again,
    options_in_keys,
    profit_anew,
    profit_anew,
    one_for_another,
)
NEWEST = len(STEPS)
FORGETTING: Final = {
    FORGOTTEN: STEPS.index(forget_buyers) + 1,
    FORGOTTEN_NOTES: STEPS.index(forget_in_notes) + 1,
    FORGOTTEN_AGAIN: STEPS.index(forget_again) + 1,
}
"""The versions from which a book holds no buyers' data in its imports and in its notes, and none
that was known as such only later."""


def _say(db: peewee.Database, fact: str, places: int) -> None:
    if places:
        db.execute_sql("INSERT INTO fact (key, value) VALUES (?, ?)", (fact, str(places)))


def migrate(db: peewee.Database, before: Callable[[], None] | None = None) -> int:
    """Bring the open book to the newest version in one transaction; returns steps taken.

    The version is read again inside the transaction: whoever came second finds it done. `before`
    is called in it with an older book still as it was, to copy it over a connection of its own.
    sqlite3.IntegrityError, and the book as it was, where rows would lose what they belong to.
    """
    with db.atomic("IMMEDIATE"):
        start = sqlite_only.version(db)
        if before is not None and 0 < start < NEWEST:
            before()
        for number, step in enumerate(STEPS[start:], start + 1):
            log.info("book: step %d, %s", number, step.__name__)
            step(db)
        if start < NEWEST:
            if lost := sqlite_only.orphans(db):
                raise sqlite3.IntegrityError(f"{lost} rows lost what they belong to")
            sqlite_only.set_version(db, NEWEST)
            db.execute_sql(
                "INSERT INTO fact (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (WRITTEN_BY, __version__),
            )
        facts = {key for (key,) in db.execute_sql("SELECT key FROM fact").fetchall()}
    if 0 < start < max(FORGETTING[way] for way in {FORGOTTEN, *facts} & FORGETTING.keys()):
        sqlite_only.compact(db)
    return max(0, NEWEST - start)
