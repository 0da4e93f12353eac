"""All that a seller does, for kills and trouble, by name."""

from __future__ import annotations

import file_deeds as files
import row_deeds as rows
import work_deeds as work
from desk import Deed, all_or_none

DEEDS = {
    "ledger lines": Deed(rows.enter, lambda desk, n: all_or_none(rows.lines_of(desk, n), 2)),
    "a reversal": Deed(rows.reverse, rows.reversed_, 2),
    "an import of traffic": Deed(rows.import_traffic, rows.traffic_there),
    "an import taken back": Deed(rows.import_and_undo, rows.undone, 0),
    "an import of orders": Deed(rows.import_orders, rows.orders_there),
    "movements with their lines": Deed(rows.import_movements, rows.movements_there),
    "an import of products": Deed(rows.import_products, rows.products_there),
    "a draft of an import": Deed(rows.draft_import, rows.drafts_whole, 0, lasting=False),
    "an edit": Deed(rows.edit, rows.edited, 2),
    "an edit of many": Deed(rows.edit_many, rows.edited_many, 2),
    "a draft of a product": Deed(rows.draft_product, rows.product_draft, lasting=False),
    "a cost": Deed(rows.cost, rows.cost_there),
    "a stock case": Deed(rows.walk_stock_case, rows.stock_case_steps, 7),
    "orders shipped": Deed(work.ship, work.shipped, 4),
    "an after-sales case": Deed(work.walk_case, work.case_steps, 6),
    "a plan": Deed(work.walk_plan, work.plan_steps, 6),
    "a trial": Deed(work.walk_trial, work.trial_steps, 2),
    "a review": Deed(work.walk_review, work.review_steps, 3),
    "a tax figure": Deed(work.tax, work.tax_there),
    "an own rule": Deed(work.rule, work.rule_there),
    "a month saved": Deed(work.save_the_month, work.month_saved),
    "the whole book taken out": Deed(work.take_out, work.taken_out),
    "the wizard": Deed(work.fill_in, work.filled_in, 2, lasting=False),
    "a note dropped": Deed(work.note, work.noted, 2),
    "settings": Deed(work.set_up, work.set_as, lasting=False),
    "a backup": Deed(files.back_up, files.backed_up, lasting=False),
    "a restore": Deed(files.restore, files.restored),
    "a migration": Deed(files.migrate, files.migrated, lasting=False, lay=files.lay_old_shop),
    "a parcel packed": Deed(files.pack, files.packed),
    "a parcel taken in": Deed(files.take_in, files.taken_in, lasting=False),
    "a shop removed and brought back": Deed(
        files.remove_shop, files.shop_removed, lasting=False, lay=files.lay_shop
    ),
    "a move of the house": Deed(files.move_house, files.moved_house, lasting=False),
}
