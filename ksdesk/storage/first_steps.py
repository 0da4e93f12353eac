"""The oldest steps from one schema version to the next: see `ksdesk.storage.migrations`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ksdesk.storage import sqlite_only
from ksdesk.storage.record_tables import RECORD_TABLES

if TYPE_CHECKING:
    import peewee


def run(db: peewee.Database, script: str) -> None:
    """Execute the statements of a script one by one, inside the open transaction."""
    for statement in filter(None, map(str.strip, script.split(";"))):
        db.execute_sql(statement)


FIRST = """
CREATE TABLE fact (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE opening_step (name TEXT NOT NULL PRIMARY KEY, fields TEXT NOT NULL,
    note TEXT NOT NULL, visited_at TEXT, done_at TEXT, updated_at TEXT NOT NULL);
CREATE TABLE deposit_entry (id INTEGER NOT NULL PRIMARY KEY, account TEXT NOT NULL,
    day TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL,
    origin TEXT NOT NULL, reverses_id INTEGER, batch INTEGER, written_at TEXT NOT NULL,
    FOREIGN KEY (reverses_id) REFERENCES deposit_entry (id));
CREATE UNIQUE INDEX deposit_entry_reverses_id ON deposit_entry (reverses_id);
CREATE INDEX deposit_entry_account_day_id ON deposit_entry (account, day, id);
CREATE TABLE product (id INTEGER NOT NULL PRIMARY KEY, way TEXT NOT NULL, title TEXT NOT NULL,
    category TEXT NOT NULL, price INTEGER, stock INTEGER, selling_point TEXT NOT NULL,
    state TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL, binned_at TEXT);
CREATE INDEX product_binned_at ON product (binned_at);
CREATE TABLE batch (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
    started_at TEXT NOT NULL, state TEXT NOT NULL, new INTEGER NOT NULL, revised INTEGER NOT NULL,
    same INTEGER NOT NULL, refused INTEGER NOT NULL, columns TEXT NOT NULL);
CREATE TABLE header_mapping (header TEXT NOT NULL PRIMARY KEY, columns TEXT NOT NULL,
    used_at TEXT NOT NULL);
CREATE TABLE traffic_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, grain TEXT NOT NULL, level INTEGER NOT NULL, batch INTEGER, platform TEXT, account
    TEXT, account_name TEXT, campaign TEXT, campaign_name TEXT, unit TEXT, unit_name TEXT, ad
    TEXT, ad_name TEXT, live TEXT, live_name TEXT, way TEXT, spend INTEGER, gmv INTEGER, gmv_day
    INTEGER, gmv_1d INTEGER, gmv_3d INTEGER, gmv_7d INTEGER, gmv_15d INTEGER, gmv_30d INTEGER,
    impressions INTEGER, cover_shows INTEGER, cover_clicks INTEGER, material_shows INTEGER,
    material_clicks INTEGER, clicks INTEGER, actions INTEGER, plays INTEGER, plays_3s INTEGER,
    plays_5s INTEGER, plays_end INTEGER, effective_plays INTEGER, views INTEGER, entries
    INTEGER, stay_seconds REAL, peak_viewers INTEGER, likes INTEGER, comments INTEGER, shares
    INTEGER, gifts INTEGER, new_fans INTEGER, unfollows INTEGER, product_clicks INTEGER,
    product_visits INTEGER, orders INTEGER, orders_day INTEGER, conversions INTEGER, refunds
    INTEGER, reports INTEGER, blocks INTEGER, dislikes INTEGER, live_likes INTEGER,
    live_comments INTEGER, live_shares INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX traffic_row_key ON traffic_row (key);
CREATE TABLE traffic_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key
    TEXT NOT NULL, time INTEGER NOT NULL, grain TEXT NOT NULL, level INTEGER NOT NULL, batch
    INTEGER, platform TEXT, account TEXT, account_name TEXT, campaign TEXT, campaign_name TEXT,
    unit TEXT, unit_name TEXT, ad TEXT, ad_name TEXT, live TEXT, live_name TEXT, way TEXT, spend
    INTEGER, gmv INTEGER, gmv_day INTEGER, gmv_1d INTEGER, gmv_3d INTEGER, gmv_7d INTEGER,
    gmv_15d INTEGER, gmv_30d INTEGER, impressions INTEGER, cover_shows INTEGER, cover_clicks
    INTEGER, material_shows INTEGER, material_clicks INTEGER, clicks INTEGER, actions INTEGER,
    plays INTEGER, plays_3s INTEGER, plays_5s INTEGER, plays_end INTEGER, effective_plays
    INTEGER, views INTEGER, entries INTEGER, stay_seconds REAL, peak_viewers INTEGER, likes
    INTEGER, comments INTEGER, shares INTEGER, gifts INTEGER, new_fans INTEGER, unfollows
    INTEGER, product_clicks INTEGER, product_visits INTEGER, orders INTEGER, orders_day INTEGER,
    conversions INTEGER, refunds INTEGER, reports INTEGER, blocks INTEGER, dislikes INTEGER,
    live_likes INTEGER, live_comments INTEGER, live_shares INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX traffic_before_by_batch_key ON traffic_before (by_batch, key);
"""


def first_book(db: peewee.Database) -> None:
    """Make the tables of the first book."""
    run(db, FIRST)
    sqlite_only.make_append_only(db)


DEPOSIT_NOTES = """
ALTER TABLE deposit_entry ADD COLUMN rule TEXT NOT NULL DEFAULT '';
ALTER TABLE deposit_entry ADD COLUMN order_number TEXT NOT NULL DEFAULT '';
ALTER TABLE deposit_entry ADD COLUMN proof TEXT NOT NULL DEFAULT '';
ALTER TABLE deposit_entry ADD COLUMN serial TEXT NOT NULL DEFAULT '';
CREATE INDEX deposit_entry_account_day_amount ON deposit_entry (account, day, amount);
CREATE TABLE account_state (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, day TEXT NOT NULL,
    frozen INTEGER NOT NULL);
CREATE TABLE sub_shop (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, receivables INTEGER NOT NULL,
    noted_on TEXT NOT NULL);
CREATE TABLE measure_event (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, measure TEXT NOT NULL, state TEXT NOT NULL,
    day TEXT NOT NULL);
CREATE TABLE shown_line (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, amount INTEGER NOT NULL,
    day TEXT NOT NULL, due TEXT);
CREATE TABLE line_category (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, amount INTEGER,
    opened_on TEXT NOT NULL, closed_on TEXT, account TEXT NOT NULL);
CREATE TABLE line_adjustment (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, amount INTEGER NOT NULL, day TEXT NOT NULL,
    month TEXT);
CREATE TABLE sales_tier (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, sales_from INTEGER NOT NULL,
    amount INTEGER NOT NULL, valid_from TEXT);
CREATE TABLE sales_month (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, month TEXT NOT NULL, amount INTEGER NOT NULL,
    until TEXT, category TEXT NOT NULL, origin TEXT NOT NULL);
CREATE TABLE refund_case (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, closed_on TEXT,
    exit_rule_on TEXT, applied_on TEXT, deducted_on TEXT, deducted INTEGER NOT NULL,
    paid_on TEXT, paid INTEGER NOT NULL);
CREATE TABLE rule_override (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, key TEXT NOT NULL, value TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT, unit TEXT NOT NULL, written_on TEXT);
CREATE TABLE comparison (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, day TEXT NOT NULL,
    shown INTEGER NOT NULL, difference INTEGER NOT NULL);
"""


def deposit_notes(db: peewee.Database) -> None:
    """Make the tables of what is noted beside the ledger; its lines name rule, order, proof."""
    run(db, DEPOSIT_NOTES)


def record_tables(db: peewee.Database) -> None:
    """Make the tables of imported orders, settlements, movements and the seller's own tables."""
    run(db, RECORD_TABLES)


def restored_lines(db: peewee.Database) -> None:
    """Let a ledger line name the reversed one that it stands for after an undo."""
    run(db, "ALTER TABLE deposit_entry ADD COLUMN restores INTEGER")


def sales_by_day(db: peewee.Database) -> None:
    """Let what the orders of each day came to be summed without reading the orders."""
    run(db, "CREATE INDEX order_row_time_paid_status ON order_row (time, paid, status)")


PRODUCTS = """
ALTER TABLE product ADD COLUMN short_title TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN struck_price INTEGER;
ALTER TABLE product ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN platform TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN item_id TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN same_as TEXT NOT NULL DEFAULT '';
ALTER TABLE product ADD COLUMN threshold INTEGER;
ALTER TABLE product ADD COLUMN levels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE product ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
ALTER TABLE product ADD COLUMN quality TEXT NOT NULL DEFAULT '{}';
ALTER TABLE product ADD COLUMN found_by TEXT NOT NULL DEFAULT '';
CREATE INDEX product_same_as ON product (same_as);
CREATE INDEX product_item_id ON product (item_id);
CREATE TABLE sku (id INTEGER NOT NULL PRIMARY KEY, product_id INTEGER NOT NULL, place INTEGER
    NOT NULL, code TEXT NOT NULL, options TEXT NOT NULL, price INTEGER, stock INTEGER,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
CREATE INDEX sku_product_id ON sku (product_id);
CREATE TABLE stock_move (id INTEGER NOT NULL PRIMARY KEY, product_id INTEGER NOT NULL, sku_code
    TEXT NOT NULL, before INTEGER, after INTEGER, reason TEXT NOT NULL, note TEXT NOT NULL,
    written_at TEXT NOT NULL,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
CREATE INDEX stock_move_product_id ON stock_move (product_id);
CREATE TABLE product_paper (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
    product INTEGER, category TEXT NOT NULL, valid_to TEXT);
CREATE TABLE stock_case (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, product INTEGER NOT NULL, title TEXT NOT NULL,
    order_no TEXT NOT NULL, quantity INTEGER NOT NULL, opened_at TEXT NOT NULL,
    steps TEXT NOT NULL, outcome TEXT NOT NULL, closed_at TEXT);
CREATE TABLE running_sheet (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, day TEXT, items TEXT NOT NULL);
"""


def whole_products(db: peewee.Database) -> None:
    """Let products have SKUs, checks, papers, stock corrections and running sheets."""
    run(db, PRODUCTS)


TRAFFIC_NOTES = """
CREATE TABLE annotation (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, at TEXT NOT NULL, until TEXT);
CREATE TABLE alarm_mark (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, key TEXT NOT NULL, state TEXT NOT NULL,
    marked_at TEXT NOT NULL);
CREATE TABLE fan_sample (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, taken_at TEXT NOT NULL, about TEXT NOT NULL,
    fans TEXT NOT NULL);
"""


def traffic_notes(db: peewee.Database) -> None:
    """Make the tables of what the seller notes about curves, alarms and sampled fans."""
    run(db, TRAFFIC_NOTES)


PRODUCT_LIST = """
CREATE INDEX product_list ON product (changed_at, id, binned_at, state, category, stock, threshold,
    price, struck_price, code, title, found_by)
"""


def product_list(db: peewee.Database) -> None:
    """Let the list of products be searched and sorted without reading whole products."""
    run(db, PRODUCT_LIST)


PRODUCT_TEXTS = """
DROP INDEX product_list;
CREATE INDEX product_list ON product (changed_at, id, binned_at, state, category, stock, threshold,
    price, struck_price, code, title);
CREATE INDEX product_texts ON product (changed_at, id, category, found_by)
"""


def product_texts(db: peewee.Database) -> None:
    """Give the long texts an index of their own: sorting and filtering need not read them."""
    run(db, PRODUCT_TEXTS)


def lasting_row_keys(db: peewee.Database) -> None:
    """Know rows by what identifies them, not by the second; list those that came in twice."""
    from ksdesk.storage import lasting_keys  # not needed for a start

    run(db, lasting_keys.LASTING_KEYS)
    lasting_keys.rename(db)


PRODUCT_CHANGES = """
CREATE TABLE product_change (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, product_id
    INTEGER NOT NULL, was TEXT, became TEXT,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
CREATE INDEX product_change_by_batch ON product_change (by_batch);
CREATE INDEX product_change_product_id ON product_change (product_id);
UPDATE header_mapping SET columns = replace(replace(replace(replace(replace(replace(columns,
    '"role": "', '"role": "identity:'), '"role": "identity:skip"', '"role": "skip"'),
    '"role": "identity:price"', '"role": "measure:price"'),
    '"role": "identity:struck_price"', '"role": "measure:struck_price"'),
    '"role": "identity:stock"', '"role": "measure:stock"'),
    '"role": "identity:threshold"', '"role": "measure:threshold"')
    WHERE header LIKE '["products"%'
"""


def product_changes(db: peewee.Database) -> None:
    """Keep what an import changed of products; roles of their columns are called as others are."""
    run(db, PRODUCT_CHANGES)


PROMOTION_PLANS = """
CREATE TABLE promotion_plan (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, way TEXT NOT NULL, name TEXT NOT NULL,
    goal TEXT NOT NULL, budget INTEGER NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL,
    hour_from INTEGER NOT NULL, hour_to INTEGER NOT NULL, products TEXT NOT NULL,
    label TEXT NOT NULL, stop TEXT NOT NULL, campaigns TEXT NOT NULL, work TEXT NOT NULL,
    work_day TEXT, obstacles TEXT NOT NULL, topic TEXT NOT NULL, keywords TEXT NOT NULL,
    staged TEXT NOT NULL, state TEXT NOT NULL, begun_at TEXT, ended_at TEXT, reviewed_at TEXT,
    review TEXT NOT NULL);
CREATE TABLE plan_change (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, plan INTEGER NOT NULL, at TEXT NOT NULL,
    what TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL);
CREATE TABLE plan_reading (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, plan INTEGER NOT NULL, at TEXT NOT NULL,
    what TEXT NOT NULL, figure INTEGER NOT NULL);
"""


def promotion_plans(db: peewee.Database) -> None:
    """Make the tables of plans, their changes and what was read off the phone for them."""
    run(db, PROMOTION_PLANS)


FIRST_STEPS: tuple[Callable[[peewee.Database], None], ...] = (
    first_book,
    deposit_notes,
    record_tables,
    restored_lines,
    sales_by_day,
    whole_products,
    traffic_notes,
    product_list,
    product_texts,
    lasting_row_keys,
    product_changes,
)
