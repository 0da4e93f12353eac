-- A book of version 40, as step 40 made it of v39.sql; a step is tried on it and it is never edited.
BEGIN TRANSACTION;
CREATE TABLE account_state (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, day TEXT NOT NULL,
    frozen INTEGER NOT NULL);
INSERT INTO "account_state" VALUES(1,'','2026-11-18 10:20:00',NULL,'own','2026-11-15',1);
INSERT INTO "account_state" VALUES(2,'','2026-11-18 10:20:00',NULL,'own','2026-11-16',0);
CREATE TABLE aftersales_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL,
    key TEXT NOT NULL, time INTEGER NOT NULL, batch INTEGER, order_no TEXT, case_no TEXT,
    product_id TEXT, case_kind TEXT, after_sale TEXT,
    case_reason TEXT, goods_state TEXT, product_name TEXT, spec TEXT, return_courier TEXT,
    return_no TEXT, expires_at INTEGER, agreed_at INTEGER, sent_back_at INTEGER,
    closed_at INTEGER, case_refund INTEGER, paid INTEGER, case_quantity INTEGER, extra TEXT,
    marks TEXT);
CREATE TABLE aftersales_file (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, order_no TEXT NOT NULL, case_no TEXT NOT NULL,
    kind TEXT NOT NULL, product TEXT NOT NULL, refund INTEGER, reason TEXT NOT NULL,
    opened_at TEXT, expires_at TEXT, turns TEXT NOT NULL, said TEXT NOT NULL,
    checked TEXT NOT NULL, fault TEXT NOT NULL, plan TEXT NOT NULL, promised TEXT NOT NULL,
    outcome TEXT NOT NULL, cost INTEGER, closed_at TEXT);
INSERT INTO "aftersales_file" VALUES(1,'','2026-11-18 10:20:00',NULL,'24101','8801','','',NULL,'','2026-11-18 09:00:00',NULL,'[]','[["2026-11-18T09:20:00", "seller", "马上查", "calm"]]','[]','','','[["2026-11-18", 2, "打电话", ""]]','',NULL,NULL);
CREATE TABLE aftersales_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL,
    time INTEGER NOT NULL, batch INTEGER, order_no TEXT, case_no TEXT, product_id TEXT,
    case_kind TEXT, after_sale TEXT,
    case_reason TEXT, goods_state TEXT, product_name TEXT, spec TEXT, return_courier TEXT,
    return_no TEXT, expires_at INTEGER, agreed_at INTEGER, sent_back_at INTEGER,
    closed_at INTEGER, case_refund INTEGER, paid INTEGER, case_quantity INTEGER, extra TEXT,
    marks TEXT);
INSERT INTO "aftersales_row" VALUES(1,'|order_no=24101|case_no=8801|1',1776330000,NULL,'24101','8801','77','仅退款','待商家处理','坏果','已收到货','富平吊柿饼 礼盒 1kg','1kg',NULL,NULL,1776502800,NULL,NULL,NULL,2300,6900,1,NULL,NULL);
CREATE TABLE alarm_mark (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, key TEXT NOT NULL, state TEXT NOT NULL,
    marked_at TEXT NOT NULL);
INSERT INTO "alarm_mark" VALUES(1,'问过代理','2026-11-18 10:20:00',NULL,'burst|2026-11-15T20','handled','2026-11-18 10:20:00');
CREATE TABLE annotation (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, at TEXT NOT NULL, until TEXT);
INSERT INTO "annotation" VALUES(1,'开播','2026-11-18 10:20:00',NULL,'live','2026-11-15 20:00:00','2026-11-15 23:00:00');
CREATE TABLE batch (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
    started_at TEXT NOT NULL, state TEXT NOT NULL, new INTEGER NOT NULL, revised INTEGER NOT NULL,
    same INTEGER NOT NULL, refused INTEGER NOT NULL, columns TEXT NOT NULL);
CREATE TABLE broadcast (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, began_at TEXT NOT NULL,
    name TEXT NOT NULL, seconds INTEGER, viewers INTEGER, peak INTEGER, stay INTEGER,
    new_fans INTEGER, lost_fans INTEGER, comments INTEGER, exposures INTEGER, entered INTEGER,
    stayed INTEGER, clicks INTEGER, orders INTEGER, paid_orders INTEGER, sales INTEGER,
    refunds INTEGER, spend INTEGER, running INTEGER, todo TEXT NOT NULL, reviewed_at TEXT, likes INTEGER, shares INTEGER);
INSERT INTO "broadcast" VALUES(1,'问甜不甜的最多','2026-11-18 10:20:00',NULL,'live','2026-11-17 19:30:00','',9300,3486,512,48,92,19,640,21400,3486,1952,486,54,47,191240,5990,24000,NULL,'[["先挂链接再讲", ""]]','2026-11-18 10:20:00',NULL,NULL);
CREATE TABLE checklist_item (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, asked TEXT NOT NULL, since TEXT NOT NULL,
    proposal TEXT NOT NULL, words TEXT NOT NULL, place INTEGER NOT NULL, off_since TEXT);
INSERT INTO "checklist_item" VALUES(1,'','2026-11-18 10:20:00',NULL,'daily','2026-11-18','messages','',0,NULL);
INSERT INTO "checklist_item" VALUES(2,'','2026-11-18 10:20:00',NULL,'session','2026-11-18','','谢过下单的老客',1,NULL);
CREATE TABLE checklist_tick (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, item INTEGER NOT NULL, day TEXT NOT NULL,
    at TEXT NOT NULL, session INTEGER NOT NULL);
INSERT INTO "checklist_tick" VALUES(1,'','2026-11-18 10:20:00',NULL,1,'2026-11-18','2026-11-18 10:20:00',0);
CREATE TABLE comparison (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, day TEXT NOT NULL,
    shown INTEGER NOT NULL, difference INTEGER NOT NULL);
INSERT INTO "comparison" VALUES(1,'','2026-11-18 10:20:00',NULL,'own','2026-11-16',49764,0);
CREATE TABLE cost_share (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, share REAL NOT NULL,
    since TEXT NOT NULL, category TEXT NOT NULL);
INSERT INTO "cost_share" VALUES(1,'','2026-11-18 10:20:00',NULL,'returned',0.8,'2026-09-20','');
CREATE TABLE deposit_entry (id INTEGER NOT NULL PRIMARY KEY, account TEXT NOT NULL,
    day TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, note TEXT NOT NULL,
    origin TEXT NOT NULL, reverses_id INTEGER, batch INTEGER, written_at TEXT NOT NULL, rule TEXT NOT NULL DEFAULT '', order_number TEXT NOT NULL DEFAULT '', proof TEXT NOT NULL DEFAULT '', serial TEXT NOT NULL DEFAULT '', restores INTEGER,
    FOREIGN KEY (reverses_id) REFERENCES deposit_entry (id));
INSERT INTO "deposit_entry" VALUES(1,'own','2026-03-05','paid_in',50000,'首次缴存','opening',NULL,NULL,'2026-11-18 10:20:00','','','','',NULL);
INSERT INTO "deposit_entry" VALUES(2,'own','2026-11-14','deduction',-236,'晚发立赔 1 单','',NULL,NULL,'2026-11-18 10:20:00','','','','',NULL);
INSERT INTO "deposit_entry" VALUES(3,'own','2026-11-17','fee',-100,'手续费 1 元','',NULL,NULL,'2026-11-18 10:20:00','1%','2632300000017','截图','A1',NULL);
INSERT INTO "deposit_entry" VALUES(4,'own','2026-11-17','reversal',100,'记错了','',3,NULL,'2026-11-18 10:20:00','','','','',NULL);
INSERT INTO "deposit_entry" VALUES(5,'own','2026-11-18','fee',-50,'记错了','',NULL,NULL,'2026-11-18 10:20:00','','','','',NULL);
INSERT INTO "deposit_entry" VALUES(6,'own','2026-11-18','reversal',50,'记错了','',5,NULL,'2026-11-18 10:20:00','','','','',NULL);
INSERT INTO "deposit_entry" VALUES(7,'own','2026-11-18','fee',-50,'记错了','',NULL,NULL,'2026-11-18 10:20:00','','','','',5);
INSERT INTO "deposit_entry" VALUES(8,'own','2026-11-18','reversal',50,'真的记错了','',7,NULL,'2026-11-18 10:20:00','','','','',NULL);
CREATE TABLE doubled (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL,
    twin TEXT NOT NULL);
CREATE TABLE fact (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "fact" VALUES('opening.step','type.choose');
INSERT INTO "fact" VALUES('app.version','1.0.0');
CREATE TABLE fan_sample (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, taken_at TEXT NOT NULL, about TEXT NOT NULL,
    fans TEXT NOT NULL);
CREATE TABLE fund_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT NOT
    NULL, time INTEGER NOT NULL, batch INTEGER, account TEXT, account_name TEXT, spend_total
    INTEGER, spend_paid INTEGER, spend_bonus INTEGER, spend_shop INTEGER, spend_rebate INTEGER,
    moved_in INTEGER, moved_in_paid INTEGER, moved_in_shop INTEGER, moved_in_bonus INTEGER,
    moved_out INTEGER, moved_out_paid INTEGER, day_balance INTEGER, extra TEXT, marks TEXT);
CREATE TABLE fund_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, account TEXT, account_name TEXT, spend_total INTEGER, spend_paid INTEGER,
    spend_bonus INTEGER, spend_shop INTEGER, spend_rebate INTEGER, moved_in INTEGER, moved_in_paid
    INTEGER, moved_in_shop INTEGER, moved_in_bonus INTEGER, moved_out INTEGER, moved_out_paid
    INTEGER, day_balance INTEGER, extra TEXT, marks TEXT);
CREATE TABLE header_mapping (header TEXT NOT NULL PRIMARY KEY, columns TEXT NOT NULL,
    used_at TEXT NOT NULL);
CREATE TABLE insurance_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT
    NOT NULL, time INTEGER NOT NULL, batch INTEGER, fee_no TEXT, order_no TEXT, fee INTEGER,
    shop_fee INTEGER, platform_fee INTEGER, extra TEXT, marks TEXT);
CREATE TABLE insurance_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, batch INTEGER, fee_no TEXT, order_no TEXT, fee INTEGER, shop_fee INTEGER, platform_fee
    INTEGER, extra TEXT, marks TEXT);
CREATE TABLE line_adjustment (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, amount INTEGER NOT NULL, day TEXT NOT NULL,
    month TEXT);
INSERT INTO "line_adjustment" VALUES(1,'','2026-11-18 10:20:00',NULL,150000,'2026-11-03','2026-10-01');
CREATE TABLE line_category (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, amount INTEGER,
    opened_on TEXT NOT NULL, closed_on TEXT, account TEXT NOT NULL);
INSERT INTO "line_category" VALUES(1,'','2026-11-18 10:20:00',NULL,'fresh',100000,'2026-06-01',NULL,'own');
CREATE TABLE measure_event (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, measure TEXT NOT NULL, state TEXT NOT NULL,
    day TEXT NOT NULL);
INSERT INTO "measure_event" VALUES(1,'','2026-11-18 10:20:00',NULL,'listing_closed','happened','2026-11-15');
CREATE TABLE monthly_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, cost INTEGER NOT NULL,
    first TEXT NOT NULL, last TEXT);
INSERT INTO "monthly_cost" VALUES(1,'','2026-11-18 10:20:00',NULL,'冷库租金',120000,'2026-09-01',NULL);
CREATE TABLE movement_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT
    NOT NULL, time INTEGER NOT NULL, batch INTEGER, flow_no TEXT, related_no TEXT, direction TEXT,
    business TEXT, description TEXT, remark TEXT, amount INTEGER, balance INTEGER, extra TEXT,
    marks TEXT);
CREATE TABLE movement_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT
    NULL, batch INTEGER, flow_no TEXT, related_no TEXT, direction TEXT, business TEXT, description
    TEXT, remark TEXT, amount INTEGER, balance INTEGER, extra TEXT, marks TEXT);
INSERT INTO "movement_row" VALUES(1,'|flow_no=9001|related_no=|1',1794960000,NULL,'9001',NULL,'支',NULL,NULL,NULL,-236,49764,NULL,NULL);
CREATE TABLE opening_step (name TEXT NOT NULL PRIMARY KEY, fields TEXT NOT NULL,
    note TEXT NOT NULL, visited_at TEXT, done_at TEXT, updated_at TEXT NOT NULL);
INSERT INTO "opening_step" VALUES('type.choose','{"shop_type": "personal"}','','2026-11-18 10:20:00',NULL,'2026-11-18 10:20:00');
INSERT INTO "opening_step" VALUES('deposit.quote','{"categories": ["fresh"], "other_platform": true, "asked": {"fresh": 100000}}','','2026-11-18 10:20:00',NULL,'2026-11-18 10:20:00');
INSERT INTO "opening_step" VALUES('realname.upload','{}','',NULL,'2026-11-18 10:20:00','2026-11-18 10:20:00');
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
    marks TEXT, buyer_key TEXT);
CREATE TABLE order_parcel (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT NOT NULL,
    courier TEXT NOT NULL, number TEXT NOT NULL, at TEXT NOT NULL, sent_at TEXT);
INSERT INTO "order_parcel" VALUES(1,'24101','顺丰','SF1000001','2026-11-18 10:20:00',NULL);
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
    INTEGER, commission INTEGER, quantity INTEGER, commission_share REAL, extra TEXT, marks TEXT, buyer_key TEXT);
INSERT INTO "order_row" VALUES(1,'|order_no=24101234567890123|product_id=77|1',1794960000,NULL,'0024101234567890123','77',NULL,NULL,NULL,NULL,'已发货',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,5990,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'0123456789abcdef0123456789abcdef');
CREATE TABLE order_work (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT NOT NULL,
    checks TEXT NOT NULL, notice_until TEXT);
INSERT INTO "order_work" VALUES(1,'24101','["flaw","packed"]','2026-11-20 18:00:00');
CREATE TABLE own_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, key TEXT NOT
    NULL, time INTEGER NOT NULL, batch INTEGER, sheet TEXT, extra TEXT, marks TEXT);
CREATE TABLE own_hours (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, clock TEXT NOT NULL, hours INTEGER NOT NULL);
INSERT INTO "own_hours" VALUES(1,'','2026-11-18 10:20:00',NULL,'ship',48);
CREATE TABLE own_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL,
    batch INTEGER, sheet TEXT, extra TEXT, marks TEXT);
CREATE TABLE parcel_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, part TEXT NOT NULL, cost INTEGER NOT NULL,
    since TEXT NOT NULL, product INTEGER, provinces TEXT NOT NULL);
INSERT INTO "parcel_cost" VALUES(1,'','2026-11-18 10:20:00',NULL,'shipping',560,'2026-09-20',NULL,'[]');
CREATE TABLE plan_change (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, plan INTEGER NOT NULL, at TEXT NOT NULL,
    what TEXT NOT NULL, was TEXT NOT NULL, became TEXT NOT NULL);
INSERT INTO "plan_change" VALUES(1,'和柿饼不搭','2026-11-10 09:00:00',NULL,1,'2026-11-10 09:00:00','keywords','柿饼、特产','柿饼');
CREATE TABLE plan_reading (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, plan INTEGER NOT NULL, at TEXT NOT NULL,
    what TEXT NOT NULL, figure INTEGER NOT NULL);
INSERT INTO "plan_reading" VALUES(1,'','2026-11-10 09:00:00',NULL,1,'2026-11-10 09:00:00','topic_heat',126000);
CREATE TABLE product (id INTEGER NOT NULL PRIMARY KEY, way TEXT NOT NULL, title TEXT NOT NULL,
    category TEXT NOT NULL, price INTEGER, stock INTEGER, selling_point TEXT NOT NULL,
    state TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL, binned_at TEXT, short_title TEXT NOT NULL DEFAULT '', struck_price INTEGER, code TEXT NOT NULL DEFAULT '', platform TEXT NOT NULL DEFAULT '', item_id TEXT NOT NULL DEFAULT '', same_as TEXT NOT NULL DEFAULT '', threshold INTEGER, levels TEXT NOT NULL DEFAULT '[]', details TEXT NOT NULL DEFAULT '{}', quality TEXT NOT NULL DEFAULT '{}', found_by TEXT NOT NULL DEFAULT '');
INSERT INTO "product" VALUES(1,'own','富平吊柿饼 礼盒 1kg','食品',6800,120,'','draft','','','2026-11-18 10:20:00','2026-11-18 10:20:00',NULL,'礼盒柿饼',7990,'SB-1','','','',20,'["规格"]','{"pictures": [], "text": "自己晒的", "manual": "", "return_rule": "", "promises": ["坏了包退"], "shipping": 172800, "presale": false}','{"answers": {"brand": "none"}, "sample_on": "2026-11-10", "sample_note": "照片在手机里", "reason": ""}','');
CREATE TABLE product_change (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL, product_id
    INTEGER NOT NULL, was TEXT, became TEXT,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
CREATE TABLE product_paper (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
    product INTEGER, category TEXT NOT NULL, valid_to TEXT);
INSERT INTO "product_paper" VALUES(1,'','2026-11-18 10:20:00',NULL,'food_licence','食品经营许可证',NULL,'果干蜜饯','2027-03-31');
CREATE TABLE profit_row (product INTEGER NOT NULL, item TEXT NOT NULL, day INTEGER NOT NULL,
    order_no TEXT NOT NULL, kind INTEGER NOT NULL, sold_on INTEGER NOT NULL, money_day INTEGER,
    at INTEGER NOT NULL, in_live INTEGER, lead INTEGER NOT NULL, costless INTEGER NOT NULL,
    paid INTEGER NOT NULL, refunded INTEGER NOT NULL, goods_cost INTEGER, cost_returned INTEGER,
    shipping INTEGER, return_shipping INTEGER, insurance INTEGER NOT NULL, platform_fee INTEGER,
    commission INTEGER, penalties INTEGER NOT NULL,
    PRIMARY KEY (product, item, costless, day, order_no, kind)) WITHOUT ROWID;
CREATE TABLE profit_stale (id INTEGER NOT NULL PRIMARY KEY, order_no TEXT, product INTEGER,
    since INTEGER, item TEXT, code TEXT);
INSERT INTO "profit_stale" VALUES(1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(2,'24101',NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(3,'24101',NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(4,'0024101234567890123',NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(5,'0024101234567890123',NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(6,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(7,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(8,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "profit_stale" VALUES(9,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE promotion_plan (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, way TEXT NOT NULL, name TEXT NOT NULL,
    goal TEXT NOT NULL, budget INTEGER NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL,
    hour_from INTEGER NOT NULL, hour_to INTEGER NOT NULL, products TEXT NOT NULL,
    label TEXT NOT NULL, stop TEXT NOT NULL, campaigns TEXT NOT NULL, work TEXT NOT NULL,
    work_day TEXT, obstacles TEXT NOT NULL, topic TEXT NOT NULL, keywords TEXT NOT NULL,
    staged TEXT NOT NULL, state TEXT NOT NULL, begun_at TEXT, ended_at TEXT, reviewed_at TEXT,
    review TEXT NOT NULL);
INSERT INTO "promotion_plan" VALUES(1,'','2026-11-10 09:00:00',NULL,'hot_search','热搜「柿饼」','sales',8000,'2026-11-18','2026-11-18',20,22,'[1]','','','[]','',NULL,'[]','柿饼','["柿饼"]','[]','planned',NULL,NULL,NULL,'');
CREATE TABLE promotion_trial (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, begins TEXT NOT NULL, ways TEXT NOT NULL,
    weeks TEXT NOT NULL, stopped TEXT);
INSERT INTO "promotion_trial" VALUES(1,'','2026-11-10 09:00:00',NULL,'2026-11-16','["付费买量", "刷礼物"]','[[12000, 4000], [4000, 2000]]',NULL);
CREATE TABLE promotion_trial_day (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, trial INTEGER NOT NULL, day TEXT NOT NULL,
    spent TEXT NOT NULL);
INSERT INTO "promotion_trial_day" VALUES(1,'','2026-11-16 23:00:00',NULL,1,'2026-11-16','[12000, 3500]');
CREATE TABLE put_off (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, thing TEXT NOT NULL, which TEXT NOT NULL,
    told_from TEXT);
INSERT INTO "put_off" VALUES(1,'','2026-11-18 10:20:00',NULL,'stock_low','37 ','2026-11-19 08:00:00');
CREATE TABLE refund_case (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, closed_on TEXT,
    exit_rule_on TEXT, applied_on TEXT, deducted_on TEXT, deducted INTEGER NOT NULL,
    paid_on TEXT, paid INTEGER NOT NULL);
INSERT INTO "refund_case" VALUES(1,'','2026-11-18 10:20:00',NULL,'promotion','2026-11-01',NULL,NULL,NULL,0,NULL,0);
CREATE TABLE rule_override (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, key TEXT NOT NULL, value TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT, unit TEXT NOT NULL, written_on TEXT);
INSERT INTO "rule_override" VALUES(1,'手机上看到','2026-11-18 10:20:00',NULL,'deposit.base','60000','2026-11-01',NULL,'',NULL);
CREATE TABLE running_sheet (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, day TEXT, items TEXT NOT NULL);
INSERT INTO "running_sheet" VALUES(1,'','2026-11-18 10:20:00',NULL,'周三晚','2026-11-18','[[1, "先试吃"]]');
CREATE TABLE sales_month (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, month TEXT NOT NULL, amount INTEGER NOT NULL,
    until TEXT, category TEXT NOT NULL, origin TEXT NOT NULL);
INSERT INTO "sales_month" VALUES(1,'','2026-11-18 10:20:00',NULL,'2026-10-01',5581240,NULL,'','typed');
CREATE TABLE sales_tier (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, sales_from INTEGER NOT NULL,
    amount INTEGER NOT NULL, valid_from TEXT);
INSERT INTO "sales_tier" VALUES(1,'','2026-11-18 10:20:00',NULL,5500000,300000,NULL);
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
CREATE TABLE shown_line (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, account TEXT NOT NULL, amount INTEGER NOT NULL,
    day TEXT NOT NULL, due TEXT);
INSERT INTO "shown_line" VALUES(1,'手机通知','2026-11-18 10:20:00',NULL,'own',300000,'2026-11-14','2026-11-25');
CREATE TABLE sku (id INTEGER NOT NULL PRIMARY KEY, product_id INTEGER NOT NULL, place INTEGER
    NOT NULL, code TEXT NOT NULL, options TEXT NOT NULL, price INTEGER, stock INTEGER,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
INSERT INTO "sku" VALUES(1,1,0,'SB-1','["1kg"]',5990,412);
CREATE TABLE stock_case (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, product INTEGER NOT NULL, title TEXT NOT NULL,
    order_no TEXT NOT NULL, quantity INTEGER NOT NULL, opened_at TEXT NOT NULL,
    steps TEXT NOT NULL, outcome TEXT NOT NULL, closed_at TEXT);
CREATE TABLE stock_move (id INTEGER NOT NULL PRIMARY KEY, product_id INTEGER NOT NULL, sku_code
    TEXT NOT NULL, before INTEGER, after INTEGER, reason TEXT NOT NULL, note TEXT NOT NULL,
    written_at TEXT NOT NULL,
    FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE);
INSERT INTO "stock_move" VALUES(1,1,'',400,412,'counted','','2026-11-18 10:20:00');
CREATE TABLE sub_shop (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, name TEXT NOT NULL, receivables INTEGER NOT NULL,
    noted_on TEXT NOT NULL);
INSERT INTO "sub_shop" VALUES(1,'','2026-11-18 10:20:00',NULL,'柿子沟二店',120000,'2026-11-16');
CREATE TABLE tax_figure (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, quarter TEXT NOT NULL, basis TEXT NOT NULL,
    gross INTEGER, refunds INTEGER, net INTEGER);
INSERT INTO "tax_figure" VALUES(1,'打电话问过','2026-11-18 10:20:00',NULL,'2026-07-01','paid',13636840,1131200,12505640);
CREATE TABLE tax_part (id INTEGER NOT NULL PRIMARY KEY, figure_id INTEGER NOT NULL, month TEXT,
    order_no TEXT NOT NULL, gross INTEGER, refunds INTEGER, net INTEGER,
    FOREIGN KEY (figure_id) REFERENCES tax_figure (id) ON DELETE CASCADE);
INSERT INTO "tax_part" VALUES(1,1,'2026-07-01','2026070100000001',13636840,1131200,12505640);
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
INSERT INTO "traffic_row" VALUES(1,'001794787200|d|y=typed|ln=|1',1794787200,'day',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'typed',3000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1200,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,9,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "traffic_row" VALUES(2,'001794945600|l|y=typed|ln=晚场|1',1794945600,'live',0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'晚场','typed',5000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2400,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE typed_choice (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, figure TEXT
    NOT NULL, how TEXT NOT NULL);
INSERT INTO "typed_choice" VALUES(1,'001794787200|d|y=typed|ln=|1','spend','replace');
CREATE TABLE unit_cost (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL,
    written_at TEXT NOT NULL, binned_at TEXT, product INTEGER NOT NULL, sku_key TEXT NOT NULL,
    cost INTEGER NOT NULL, since TEXT NOT NULL);
INSERT INTO "unit_cost" VALUES(1,'','2026-11-18 10:20:00',NULL,1,'',2200,'2026-09-20');
CREATE TABLE video_before (id INTEGER NOT NULL PRIMARY KEY, by_batch INTEGER NOT NULL,
    key TEXT NOT NULL, time INTEGER NOT NULL, batch INTEGER, work_id TEXT, work_title TEXT,
    work_plays INTEGER, work_likes INTEGER, work_comments INTEGER, work_shares INTEGER,
    work_new_fans INTEGER, extra TEXT, marks TEXT);
CREATE TABLE video_row (id INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, time INTEGER NOT NULL, batch INTEGER, work_id TEXT, work_title TEXT,
    work_plays INTEGER, work_likes INTEGER, work_comments INTEGER, work_shares INTEGER,
    work_new_fans INTEGER, extra TEXT, marks TEXT);
INSERT INTO "video_row" VALUES(1,'videos|3x9',1763372400,NULL,'3x9','柿饼怎么晒',20480,812,66,31,45,NULL,NULL);
CREATE UNIQUE INDEX deposit_entry_reverses_id ON deposit_entry (reverses_id);
CREATE INDEX deposit_entry_account_day_id ON deposit_entry (account, day, id);
CREATE INDEX product_binned_at ON product (binned_at);
CREATE UNIQUE INDEX traffic_row_key ON traffic_row (key);
CREATE UNIQUE INDEX traffic_before_by_batch_key ON traffic_before (by_batch, key);
CREATE INDEX deposit_entry_account_day_amount ON deposit_entry (account, day, amount);
CREATE UNIQUE INDEX order_row_key ON order_row (key);
CREATE UNIQUE INDEX order_before_by_batch_key ON order_before (by_batch, key);
CREATE UNIQUE INDEX settlement_row_key ON settlement_row (key);
CREATE UNIQUE INDEX settlement_before_by_batch_key ON settlement_before (by_batch, key);
CREATE UNIQUE INDEX movement_row_key ON movement_row (key);
CREATE UNIQUE INDEX movement_before_by_batch_key ON movement_before (by_batch, key);
CREATE UNIQUE INDEX insurance_row_key ON insurance_row (key);
CREATE UNIQUE INDEX insurance_before_by_batch_key ON insurance_before (by_batch, key);
CREATE UNIQUE INDEX fund_row_key ON fund_row (key);
CREATE UNIQUE INDEX fund_before_by_batch_key ON fund_before (by_batch, key);
CREATE UNIQUE INDEX own_row_key ON own_row (key);
CREATE UNIQUE INDEX own_before_by_batch_key ON own_before (by_batch, key);
CREATE INDEX order_row_order_no ON order_row (order_no);
CREATE INDEX settlement_row_order_no ON settlement_row (order_no);
CREATE INDEX order_row_time_paid_status ON order_row (time, paid, status);
CREATE INDEX product_same_as ON product (same_as);
CREATE INDEX product_item_id ON product (item_id);
CREATE INDEX sku_product_id ON sku (product_id);
CREATE INDEX stock_move_product_id ON stock_move (product_id);
CREATE INDEX product_list ON product (changed_at, id, binned_at, state, category, stock, threshold,
    price, struck_price, code, title);
CREATE INDEX product_texts ON product (changed_at, id, category, found_by);
CREATE UNIQUE INDEX doubled_kind_key ON doubled (kind, key);
CREATE INDEX settlement_row_time ON settlement_row (time);
CREATE INDEX movement_row_time ON movement_row (time);
CREATE INDEX insurance_row_time ON insurance_row (time);
CREATE INDEX fund_row_time ON fund_row (time);
CREATE INDEX own_row_time ON own_row (time);
CREATE INDEX product_change_by_batch ON product_change (by_batch);
CREATE INDEX product_change_product_id ON product_change (product_id);
CREATE UNIQUE INDEX typed_choice_key_figure ON typed_choice (key, figure);
CREATE INDEX profit_row_order_no ON profit_row (order_no);
CREATE INDEX profit_row_at ON profit_row (at);
CREATE INDEX movement_row_related_no ON movement_row (related_no);
CREATE INDEX insurance_row_order_no ON insurance_row (order_no);
CREATE TRIGGER order_row_stale_insert AFTER INSERT ON order_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER order_row_stale_update AFTER UPDATE ON order_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER order_row_stale_delete AFTER DELETE ON order_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(OLD.order_no, '')); END;
CREATE TRIGGER settlement_row_stale_insert AFTER INSERT ON settlement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER settlement_row_stale_update AFTER UPDATE ON settlement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER settlement_row_stale_delete AFTER DELETE ON settlement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(OLD.order_no, '')); END;
CREATE TRIGGER insurance_row_stale_insert AFTER INSERT ON insurance_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER insurance_row_stale_update AFTER UPDATE ON insurance_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER insurance_row_stale_delete AFTER DELETE ON insurance_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(OLD.order_no, '')); END;
CREATE TRIGGER movement_row_stale_insert AFTER INSERT ON movement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.related_no, '')); END;
CREATE TRIGGER movement_row_stale_update AFTER UPDATE ON movement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.related_no, '')); END;
CREATE TRIGGER movement_row_stale_delete AFTER DELETE ON movement_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(OLD.related_no, '')); END;
CREATE TRIGGER sku_stale_insert AFTER INSERT ON sku
            BEGIN INSERT INTO profit_stale (product) VALUES (NEW.product_id); END;
CREATE TRIGGER product_stale_insert AFTER INSERT ON product
            BEGIN INSERT INTO profit_stale (product) VALUES (NEW.id); END;
CREATE TRIGGER unit_cost_stale_insert AFTER INSERT ON unit_cost
            BEGIN INSERT INTO profit_stale (product, since) VALUES (NEW.product, CAST(strftime('%s', NEW.since) AS INTEGER) / 86400); END;
CREATE TRIGGER unit_cost_stale_update AFTER UPDATE ON unit_cost
            BEGIN INSERT INTO profit_stale (product, since) VALUES (NEW.product, CAST(strftime('%s', min(OLD.since, NEW.since)) AS INTEGER) / 86400); END;
CREATE TRIGGER unit_cost_stale_delete AFTER DELETE ON unit_cost
            BEGIN INSERT INTO profit_stale (product, since) VALUES (OLD.product, CAST(strftime('%s', OLD.since) AS INTEGER) / 86400); END;
CREATE TRIGGER parcel_cost_stale_insert AFTER INSERT ON parcel_cost
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', NEW.since) AS INTEGER) / 86400); END;
CREATE TRIGGER parcel_cost_stale_update AFTER UPDATE ON parcel_cost
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', min(OLD.since, NEW.since)) AS INTEGER) / 86400); END;
CREATE TRIGGER parcel_cost_stale_delete AFTER DELETE ON parcel_cost
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', OLD.since) AS INTEGER) / 86400); END;
CREATE TRIGGER cost_share_stale_insert AFTER INSERT ON cost_share
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', NEW.since) AS INTEGER) / 86400); END;
CREATE TRIGGER cost_share_stale_update AFTER UPDATE ON cost_share
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', min(OLD.since, NEW.since)) AS INTEGER) / 86400); END;
CREATE TRIGGER cost_share_stale_delete AFTER DELETE ON cost_share
            BEGIN INSERT INTO profit_stale (since) VALUES (CAST(strftime('%s', OLD.since) AS INTEGER) / 86400); END;
CREATE UNIQUE INDEX aftersales_row_key ON aftersales_row (key);
CREATE INDEX aftersales_row_order_no ON aftersales_row (order_no);
CREATE INDEX aftersales_row_time ON aftersales_row (time);
CREATE UNIQUE INDEX aftersales_before_by_batch_key ON aftersales_before (by_batch, key);
CREATE TRIGGER aftersales_row_stale_insert AFTER INSERT ON aftersales_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER aftersales_row_stale_update AFTER UPDATE ON aftersales_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(NEW.order_no, '')); END;
CREATE TRIGGER aftersales_row_stale_delete AFTER DELETE ON aftersales_row
            BEGIN INSERT INTO profit_stale (order_no) VALUES (coalesce(OLD.order_no, '')); END;
CREATE UNIQUE INDEX order_work_order_no ON order_work (order_no);
CREATE UNIQUE INDEX order_parcel_order_no_number ON order_parcel (order_no, number);
CREATE INDEX checklist_tick_day ON checklist_tick (day);
CREATE INDEX checklist_tick_session ON checklist_tick (session);
CREATE TRIGGER aftersales_file_stale_insert AFTER INSERT ON aftersales_file
            BEGIN INSERT INTO profit_stale (order_no) VALUES (NEW.order_no); END;
CREATE TRIGGER aftersales_file_stale_update AFTER UPDATE ON aftersales_file
            BEGIN INSERT INTO profit_stale (order_no) VALUES (NEW.order_no); END;
CREATE TRIGGER aftersales_file_stale_delete AFTER DELETE ON aftersales_file
            BEGIN INSERT INTO profit_stale (order_no) VALUES (OLD.order_no); END;
CREATE INDEX order_row_status ON order_row (status);
CREATE INDEX profit_row_day ON profit_row (day, costless, lead, sold_on, money_day, paid, refunded,
    goods_cost, cost_returned, shipping, return_shipping, insurance, platform_fee, commission,
    penalties, at);
CREATE INDEX tax_part_figure_id ON tax_part (figure_id);
CREATE UNIQUE INDEX video_row_key ON video_row (key);
CREATE INDEX video_row_time ON video_row (time);
CREATE UNIQUE INDEX video_before_by_batch_key ON video_before (by_batch, key);
CREATE TRIGGER deposit_entry_keeps BEFORE UPDATE ON deposit_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER deposit_entry_stays BEFORE DELETE ON deposit_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER product_stale_update AFTER UPDATE ON product WHEN OLD.item_id <> NEW.item_id OR OLD.code <> NEW.code OR OLD.category <> NEW.category OR (OLD.state = 'draft') <> (NEW.state = 'draft') OR (OLD.binned_at IS NULL) <> (NEW.binned_at IS NULL)
            BEGIN INSERT INTO profit_stale (product, item, code) VALUES (NEW.id, OLD.item_id, OLD.code); END;
CREATE TRIGGER product_stale_delete AFTER DELETE ON product
            BEGIN INSERT INTO profit_stale (product, item, code) VALUES (OLD.id, OLD.item_id, OLD.code); END;
CREATE TRIGGER sku_stale_update AFTER UPDATE ON sku
            BEGIN INSERT INTO profit_stale (product, code) VALUES (NEW.product_id, OLD.code); END;
CREATE TRIGGER sku_stale_delete AFTER DELETE ON sku
            BEGIN INSERT INTO profit_stale (product, code) VALUES (OLD.product_id, OLD.code); END;
COMMIT;
PRAGMA user_version = 40;
PRAGMA application_id = 1802724450;
