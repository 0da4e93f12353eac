"""The tables of orders and money as step 3 made them: SQL text that is never edited."""

from __future__ import annotations

from typing import Final

RECORD_TABLES: Final = """
CREATE TABLE order_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, order_no TEXT, product_id TEXT, sku_code TEXT, spec TEXT, gift_order_no TEXT,
    activity_order_no TEXT, status TEXT, pay_way TEXT, account_kind TEXT, buyer_note TEXT,
    order_note TEXT, flag TEXT, after_sale TEXT, activity TEXT, carrier TEXT, product_name TEXT,
    channel TEXT, talent_id TEXT, talent_name TEXT, leader_id TEXT, leader_name TEXT, seller_id
    TEXT, seller_name TEXT, promoter_id TEXT, promoter_name TEXT, province TEXT, city TEXT, courier
    TEXT, tracking_no TEXT, gather_kind TEXT, direct_kind TEXT, warehouse TEXT, subsidy_kind TEXT,
    store_id TEXT, store_name TEXT, paid_at INTEGER, deposit_paid_at INTEGER, ship_by INTEGER,
    shipped_at INTEGER, paid INTEGER, shipping_fee INTEGER, shop_discount INTEGER, platform_subsidy
    INTEGER, host_subsidy INTEGER, mixed_discount INTEGER, pay_discount INTEGER, unit_price
    INTEGER, commission INTEGER, quantity INTEGER, commission_share REAL, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX order_row_key ON order_row (key);
CREATE TABLE order_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT NOT
    NULL, time INTEGER NOT NULL, batch INTEGER, order_no TEXT, product_id TEXT, sku_code TEXT, spec
    TEXT, gift_order_no TEXT, activity_order_no TEXT, status TEXT, pay_way TEXT, account_kind TEXT,
    buyer_note TEXT, order_note TEXT, flag TEXT, after_sale TEXT, activity TEXT, carrier TEXT,
    product_name TEXT, channel TEXT, talent_id TEXT, talent_name TEXT, leader_id TEXT, leader_name
    TEXT, seller_id TEXT, seller_name TEXT, promoter_id TEXT, promoter_name TEXT, province TEXT,
    city TEXT, courier TEXT, tracking_no TEXT, gather_kind TEXT, direct_kind TEXT, warehouse TEXT,
    subsidy_kind TEXT, store_id TEXT, store_name TEXT, paid_at INTEGER, deposit_paid_at INTEGER,
    ship_by INTEGER, shipped_at INTEGER, paid INTEGER, shipping_fee INTEGER, shop_discount INTEGER,
    platform_subsidy INTEGER, host_subsidy INTEGER, mixed_discount INTEGER, pay_discount INTEGER,
    unit_price INTEGER, commission INTEGER, quantity INTEGER, commission_share REAL, extra TEXT,
    marks TEXT);
CREATE UNIQUE INDEX order_before_by_batch_key ON order_before (by_batch, key);
CREATE TABLE settlement_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, batch INTEGER, order_no TEXT, product_id TEXT, merchant_id TEXT, product_name TEXT,
    host_subsidy_note TEXT, talent_id TEXT, agency_id TEXT, leader_id TEXT, commission_way TEXT,
    seller_id TEXT, provider_id TEXT, other_fee_note TEXT, settle_rule TEXT, fund_channel TEXT,
    account_name TEXT, settle_no TEXT, remark TEXT, consume_note TEXT, ordered_at INTEGER, paid
    INTEGER, government_subsidy INTEGER, marketing_subsidy INTEGER, platform_subsidy INTEGER,
    shop_subsidy INTEGER, host_subsidy INTEGER, income INTEGER, refund INTEGER, marketing_returned
    INTEGER, service_fee INTEGER, presale_fee INTEGER, commission INTEGER, leader_commission
    INTEGER, seller_commission INTEGER, provider_commission INTEGER, share_base INTEGER, other_fee
    INTEGER, cost INTEGER, settled INTEGER, quantity INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX settlement_row_key ON settlement_row (key);
CREATE TABLE settlement_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key
    TEXT NOT NULL, time INTEGER NOT NULL, batch INTEGER, order_no TEXT, product_id TEXT,
    merchant_id TEXT, product_name TEXT, host_subsidy_note TEXT, talent_id TEXT, agency_id TEXT,
    leader_id TEXT, commission_way TEXT, seller_id TEXT, provider_id TEXT, other_fee_note TEXT,
    settle_rule TEXT, fund_channel TEXT, account_name TEXT, settle_no TEXT, remark TEXT,
    consume_note TEXT, ordered_at INTEGER, paid INTEGER, government_subsidy INTEGER,
    marketing_subsidy INTEGER, platform_subsidy INTEGER, shop_subsidy INTEGER, host_subsidy
    INTEGER, income INTEGER, refund INTEGER, marketing_returned INTEGER, service_fee INTEGER,
    presale_fee INTEGER, commission INTEGER, leader_commission INTEGER, seller_commission INTEGER,
    provider_commission INTEGER, share_base INTEGER, other_fee INTEGER, cost INTEGER, settled
    INTEGER, quantity INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX settlement_before_by_batch_key ON settlement_before (by_batch, key);
CREATE TABLE movement_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, batch INTEGER, flow_no TEXT, related_no TEXT, direction TEXT, business TEXT, description
    TEXT, remark TEXT, amount INTEGER, balance INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX movement_row_key ON movement_row (key);
CREATE TABLE movement_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT
    NOT NULL, time INTEGER NOT NULL, batch INTEGER, flow_no TEXT, related_no TEXT, direction TEXT,
    business TEXT, description TEXT, remark TEXT, amount INTEGER, balance INTEGER, extra TEXT,
    marks TEXT);
CREATE UNIQUE INDEX movement_before_by_batch_key ON movement_before (by_batch, key);
CREATE TABLE insurance_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, batch INTEGER, fee_no TEXT, order_no TEXT, fee INTEGER, shop_fee INTEGER, platform_fee
    INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX insurance_row_key ON insurance_row (key);
CREATE TABLE insurance_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT
    NOT NULL, time INTEGER NOT NULL, batch INTEGER, fee_no TEXT, order_no TEXT, fee INTEGER,
    shop_fee INTEGER, platform_fee INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX insurance_before_by_batch_key ON insurance_before (by_batch, key);
CREATE TABLE fund_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, account TEXT, account_name TEXT, spend_total INTEGER, spend_paid INTEGER,
    spend_bonus INTEGER, spend_shop INTEGER, spend_rebate INTEGER, moved_in INTEGER, moved_in_paid
    INTEGER, moved_in_shop INTEGER, moved_in_bonus INTEGER, moved_out INTEGER, moved_out_paid
    INTEGER, day_balance INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX fund_row_key ON fund_row (key);
CREATE TABLE fund_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT NOT
    NULL, time INTEGER NOT NULL, batch INTEGER, account TEXT, account_name TEXT, spend_total
    INTEGER, spend_paid INTEGER, spend_bonus INTEGER, spend_shop INTEGER, spend_rebate INTEGER,
    moved_in INTEGER, moved_in_paid INTEGER, moved_in_shop INTEGER, moved_in_bonus INTEGER,
    moved_out INTEGER, moved_out_paid INTEGER, day_balance INTEGER, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX fund_before_by_batch_key ON fund_before (by_batch, key);
CREATE TABLE own_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, sheet TEXT, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX own_row_key ON own_row (key);
CREATE TABLE own_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT NOT
    NULL, time INTEGER NOT NULL, batch INTEGER, sheet TEXT, extra TEXT, marks TEXT);
CREATE UNIQUE INDEX own_before_by_batch_key ON own_before (by_batch, key);
CREATE INDEX order_row_order_no ON order_row (order_no);
CREATE INDEX settlement_row_order_no ON settlement_row (order_no);
"""
