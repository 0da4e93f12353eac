"""Words for the kinds of table that are imported, and for what stands in them."""

from __future__ import annotations

from ksdesk.domain.records import FIELDS, RECORDS
from ksdesk.domain.traffic import from_seconds
from ksdesk.ui.parts import measure_words
from ksdesk.ui.parts.texts import moment_text
from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("ImportKinds")

KINDS = {
    "traffic": QT_TRANSLATE_NOOP("ImportKinds", "Traffic report"),
    "orders": QT_TRANSLATE_NOOP("ImportKinds", "Orders"),
    "settlements": QT_TRANSLATE_NOOP("ImportKinds", "Settlements"),
    "movements": QT_TRANSLATE_NOOP("ImportKinds", "Account movements"),
    "insurance": QT_TRANSLATE_NOOP("ImportKinds", "Freight insurance"),
    "funds": QT_TRANSLATE_NOOP("ImportKinds", "Advertising account funds"),
    "products": QT_TRANSLATE_NOOP("ImportKinds", "Products"),
    "any": QT_TRANSLATE_NOOP("ImportKinds", "Another table"),
}
BELONGS = {
    "platform": QT_TRANSLATE_NOOP("ImportKinds", "Platform"),
    "account": QT_TRANSLATE_NOOP("ImportKinds", "Account ID"),
    "account_name": QT_TRANSLATE_NOOP("ImportKinds", "Account"),
    "campaign": QT_TRANSLATE_NOOP("ImportKinds", "Campaign ID"),
    "campaign_name": QT_TRANSLATE_NOOP("ImportKinds", "Campaign"),
    "unit": QT_TRANSLATE_NOOP("ImportKinds", "Ad group ID"),
    "unit_name": QT_TRANSLATE_NOOP("ImportKinds", "Ad group"),
    "ad": QT_TRANSLATE_NOOP("ImportKinds", "Creative ID"),
    "ad_name": QT_TRANSLATE_NOOP("ImportKinds", "Creative"),
    "live": QT_TRANSLATE_NOOP("ImportKinds", "Live ID"),
    "live_name": QT_TRANSLATE_NOOP("ImportKinds", "Live"),
    "way": QT_TRANSLATE_NOOP("ImportKinds", "Aim"),
}
FIELD_WORDS = {
    "order_no": QT_TRANSLATE_NOOP("ImportKinds", "Order number"),
    "product_id": QT_TRANSLATE_NOOP("ImportKinds", "Product ID"),
    "sku_code": QT_TRANSLATE_NOOP("ImportKinds", "SKU code"),
    "spec": QT_TRANSLATE_NOOP("ImportKinds", "Variant"),
    "gift_order_no": QT_TRANSLATE_NOOP("ImportKinds", "Gift order number"),
    "activity_order_no": QT_TRANSLATE_NOOP("ImportKinds", "Activity order number"),
    "status": QT_TRANSLATE_NOOP("ImportKinds", "Order state"),
    "pay_way": QT_TRANSLATE_NOOP("ImportKinds", "Paid by"),
    "account_kind": QT_TRANSLATE_NOOP("ImportKinds", "Kind of account"),
    "buyer_note": QT_TRANSLATE_NOOP("ImportKinds", "Buyer's message"),
    "order_note": QT_TRANSLATE_NOOP("ImportKinds", "Order note"),
    "flag": QT_TRANSLATE_NOOP("ImportKinds", "Flag"),
    "after_sale": QT_TRANSLATE_NOOP("ImportKinds", "After-sales state"),
    "activity": QT_TRANSLATE_NOOP("ImportKinds", "Activity order"),
    "carrier": QT_TRANSLATE_NOOP("ImportKinds", "Sold in"),
    "product_name": QT_TRANSLATE_NOOP("ImportKinds", "Product"),
    "channel": QT_TRANSLATE_NOOP("ImportKinds", "Channel"),
    "talent_id": QT_TRANSLATE_NOOP("ImportKinds", "Promoter ID"),
    "talent_name": QT_TRANSLATE_NOOP("ImportKinds", "Promoter"),
    "leader_id": QT_TRANSLATE_NOOP("ImportKinds", "Team leader ID"),
    "leader_name": QT_TRANSLATE_NOOP("ImportKinds", "Team leader"),
    "seller_id": QT_TRANSLATE_NOOP("ImportKinds", "Side seller ID"),
    "seller_name": QT_TRANSLATE_NOOP("ImportKinds", "Side seller"),
    "promoter_id": QT_TRANSLATE_NOOP("ImportKinds", "Authorised promoter ID"),
    "promoter_name": QT_TRANSLATE_NOOP("ImportKinds", "Authorised promoter"),
    "province": QT_TRANSLATE_NOOP("ImportKinds", "Province"),
    "city": QT_TRANSLATE_NOOP("ImportKinds", "City"),
    "courier": QT_TRANSLATE_NOOP("ImportKinds", "Courier"),
    "tracking_no": QT_TRANSLATE_NOOP("ImportKinds", "Tracking number"),
    "gather_kind": QT_TRANSLATE_NOOP("ImportKinds", "Consolidated shipping"),
    "direct_kind": QT_TRANSLATE_NOOP("ImportKinds", "Direct mail"),
    "warehouse": QT_TRANSLATE_NOOP("ImportKinds", "Warehouse"),
    "subsidy_kind": QT_TRANSLATE_NOOP("ImportKinds", "State subsidy or coupon"),
    "store_id": QT_TRANSLATE_NOOP("ImportKinds", "Service store ID"),
    "store_name": QT_TRANSLATE_NOOP("ImportKinds", "Service store"),
    "paid_at": QT_TRANSLATE_NOOP("ImportKinds", "Paid at"),
    "deposit_paid_at": QT_TRANSLATE_NOOP("ImportKinds", "Advance paid at"),
    "ship_by": QT_TRANSLATE_NOOP("ImportKinds", "Ship by"),
    "shipped_at": QT_TRANSLATE_NOOP("ImportKinds", "Shipped at"),
    "paid": QT_TRANSLATE_NOOP("ImportKinds", "Paid"),
    "shipping_fee": QT_TRANSLATE_NOOP("ImportKinds", "Shipping fee"),
    "shop_discount": QT_TRANSLATE_NOOP("ImportKinds", "Shop discount"),
    "platform_subsidy": QT_TRANSLATE_NOOP("ImportKinds", "Platform subsidy"),
    "host_subsidy": QT_TRANSLATE_NOOP("ImportKinds", "Host's subsidy"),
    "mixed_discount": QT_TRANSLATE_NOOP("ImportKinds", "Mixed-fund discount"),
    "pay_discount": QT_TRANSLATE_NOOP("ImportKinds", "Payment discount"),
    "unit_price": QT_TRANSLATE_NOOP("ImportKinds", "Unit price"),
    "commission": QT_TRANSLATE_NOOP("ImportKinds", "Commission"),
    "quantity": QT_TRANSLATE_NOOP("ImportKinds", "Quantity"),
    "commission_share": QT_TRANSLATE_NOOP("ImportKinds", "Commission share"),
    "merchant_id": QT_TRANSLATE_NOOP("ImportKinds", "Merchant ID"),
    "host_subsidy_note": QT_TRANSLATE_NOOP("ImportKinds", "Host's subsidy, details"),
    "agency_id": QT_TRANSLATE_NOOP("ImportKinds", "Agency ID"),
    "commission_way": QT_TRANSLATE_NOOP("ImportKinds", "Commission way"),
    "provider_id": QT_TRANSLATE_NOOP("ImportKinds", "Provider ID"),
    "other_fee_note": QT_TRANSLATE_NOOP("ImportKinds", "Other fees, details"),
    "settle_rule": QT_TRANSLATE_NOOP("ImportKinds", "Settlement rule"),
    "fund_channel": QT_TRANSLATE_NOOP("ImportKinds", "Fund channel"),
    "settle_no": QT_TRANSLATE_NOOP("ImportKinds", "Settlement merchant number"),
    "remark": QT_TRANSLATE_NOOP("ImportKinds", "Remark of the platform"),
    "consume_note": QT_TRANSLATE_NOOP("ImportKinds", "Consumption credit"),
    "ordered_at": QT_TRANSLATE_NOOP("ImportKinds", "Ordered at"),
    "government_subsidy": QT_TRANSLATE_NOOP("ImportKinds", "Government subsidy"),
    "marketing_subsidy": QT_TRANSLATE_NOOP("ImportKinds", "Payment marketing subsidy"),
    "shop_subsidy": QT_TRANSLATE_NOOP("ImportKinds", "Merchant's subsidy"),
    "income": QT_TRANSLATE_NOOP("ImportKinds", "Income in total"),
    "refund": QT_TRANSLATE_NOOP("ImportKinds", "Refunded"),
    "marketing_returned": QT_TRANSLATE_NOOP("ImportKinds", "Payment marketing returned"),
    "service_fee": QT_TRANSLATE_NOOP("ImportKinds", "Technical service fee"),
    "presale_fee": QT_TRANSLATE_NOOP("ImportKinds", "Presale service fee"),
    "leader_commission": QT_TRANSLATE_NOOP("ImportKinds", "Team leader's commission"),
    "seller_commission": QT_TRANSLATE_NOOP("ImportKinds", "Side seller's commission"),
    "provider_commission": QT_TRANSLATE_NOOP("ImportKinds", "Provider's commission"),
    "share_base": QT_TRANSLATE_NOOP("ImportKinds", "Base of the split"),
    "other_fee": QT_TRANSLATE_NOOP("ImportKinds", "Other fees"),
    "cost": QT_TRANSLATE_NOOP("ImportKinds", "Cost in total"),
    "settled": QT_TRANSLATE_NOOP("ImportKinds", "Settled"),
    "flow_no": QT_TRANSLATE_NOOP("ImportKinds", "Account serial number"),
    "related_no": QT_TRANSLATE_NOOP("ImportKinds", "Related number"),
    "direction": QT_TRANSLATE_NOOP("ImportKinds", "In or out"),
    "business": QT_TRANSLATE_NOOP("ImportKinds", "Kind of business"),
    "description": QT_TRANSLATE_NOOP("ImportKinds", "Description"),
    "amount": QT_TRANSLATE_NOOP("ImportKinds", "Amount"),
    "balance": QT_TRANSLATE_NOOP("ImportKinds", "Balance after it"),
    "fee_no": QT_TRANSLATE_NOOP("ImportKinds", "Fee number"),
    "fee": QT_TRANSLATE_NOOP("ImportKinds", "Service fee"),
    "shop_fee": QT_TRANSLATE_NOOP("ImportKinds", "Fee borne by the shop"),
    "platform_fee": QT_TRANSLATE_NOOP("ImportKinds", "Fee subsidised by the platform"),
    "spend_total": QT_TRANSLATE_NOOP("ImportKinds", "Spend in total"),
    "spend_paid": QT_TRANSLATE_NOOP("ImportKinds", "Spend of paid-in money"),
    "spend_bonus": QT_TRANSLATE_NOOP("ImportKinds", "Spend of bonus"),
    "spend_shop": QT_TRANSLATE_NOOP("ImportKinds", "Spend of shop money"),
    "spend_rebate": QT_TRANSLATE_NOOP("ImportKinds", "Spend of rebate"),
    "moved_in": QT_TRANSLATE_NOOP("ImportKinds", "Moved in"),
    "moved_in_paid": QT_TRANSLATE_NOOP("ImportKinds", "Moved in, paid-in"),
    "moved_in_shop": QT_TRANSLATE_NOOP("ImportKinds", "Moved in, shop money"),
    "moved_in_bonus": QT_TRANSLATE_NOOP("ImportKinds", "Moved in, bonus"),
    "moved_out": QT_TRANSLATE_NOOP("ImportKinds", "Moved out"),
    "moved_out_paid": QT_TRANSLATE_NOOP("ImportKinds", "Moved out, paid-in"),
    "day_balance": QT_TRANSLATE_NOOP("ImportKinds", "Balance at the day's end"),
    "sheet": QT_TRANSLATE_NOOP("ImportKinds", "Table"),
}
ENCODINGS = {"xlsx": "Excel", "xls": "Excel", "ods": "ODS", "html": "HTML"}
PRIVATE = QT_TRANSLATE_NOOP("ImportKinds", "not kept: a buyer's personal data")
REASONS = {
    "no_number": QT_TRANSLATE_NOOP("ImportKinds", "the number is empty or 0, this row is left out"),
    "lost_digits": QT_TRANSLATE_NOOP(
        "ImportKinds", "“{value}” has lost digits in Excel, this row is left out"
    ),
    "bad_direction": QT_TRANSLATE_NOOP(
        "ImportKinds", "“{value}” says neither in nor out, this row is left out"
    ),
}
PROBLEMS = {
    "password": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} needs a password"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Type the password that the platform showed when you exported it. It is not kept."
            " Or open the file in WPS or Excel, take the password off and save it.",
        ),
    ),
    "wrong_password": (
        QT_TRANSLATE_NOOP("ImportKinds", "That is not the password of {name}"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Look at it again: capitals count. It was shown when you exported the file.",
        ),
    ),
    "too_many": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} has more cells than can be read at once"),
        QT_TRANSLATE_NOOP(
            "ImportKinds", "Open it in Excel or WPS, save it as CSV UTF-8, then bring that file."
        ),
    ),
    "bomb": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} would unpack to far more than a table"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "It is not opened, for it could stop this computer."
            " Export it from the platform once more.",
        ),
    ),
    "damaged": (
        QT_TRANSLATE_NOOP("ImportKinds", "{name} is damaged"),
        QT_TRANSLATE_NOOP(
            "ImportKinds",
            "Export it once more, or open it in Excel or WPS and save it as CSV. ({detail})",
        ),
    ),
}


def kind_name(kind: str) -> str:
    """What a kind of table is called."""
    return said(KINDS[kind])


def kind_options() -> list[tuple[str, str]]:
    """All kinds, for the choice of another one."""
    return [(kind, said(word)) for kind, word in KINDS.items()]


def field_word(code: str) -> str | None:
    """A field of an order or of money, None for what is not one of them."""
    return said(FIELD_WORDS[code]) if code in FIELD_WORDS else None


def field_options(kind: str) -> list[tuple[str, str]]:
    """The roles that the fields of a kind are; none for traffic."""
    record = RECORDS.get(kind)
    if record is None or kind == "any":
        return []
    return [
        (
            f"{'identity' if field.kind == 'text' else 'measure'}:{field.code}",
            field_word(field.code) or traffic_field(field.code),
        )
        for field in record.fields
    ]


def traffic_field(code: str) -> str:
    """What a field is called that traffic reports have as well."""
    return said(BELONGS[code])


def need_word(need: str) -> str:
    """What must be said first: “missing:order_no”."""
    code = need.partition(":")[2]
    text = QT_TRANSLATE_NOOP("ImportKinds", "Say first which column is “{field}”")
    return said(text).format(field=field_word(code) or code)


def is_figure(field: str) -> bool:
    """Whether a field of an order or of money holds a figure or a moment."""
    return field in FIELDS and FIELDS[field].kind != "text"


def is_money(code: str) -> bool:
    """Whether a field of an order or of money holds amounts."""
    return code in FIELDS and FIELDS[code].kind == "money"


def figure_text(field: str, value: float | None) -> str:
    """A figure of any kind as the seller reads it."""
    if value is None or field not in FIELDS:
        return measure_words.figure_text(field, value)
    kind = FIELDS[field].kind
    if kind == "moment":
        return moment_text(from_seconds(int(value)))
    if kind == "money":
        return measure_words.figure_text("spend", value)
    return measure_words.plain_number(value)
