"""What the platform's order and money exports hold: one list of fields for each kind of row.

Traffic has figures of its own (`ksdesk.domain.traffic`). Codes mean the same in all kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

FieldKind = Literal["text", "money", "count", "number", "moment"]
"""money: int fen; count: whole as a rule; number: float; moment: seconds of the Beijing wall clock
as in `ksdesk.domain.traffic.to_seconds`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a kind. `key`: part of the row key; `required`: no row without it."""

    code: str
    kind: FieldKind
    key: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of row, and what it has columns for besides its time, own figures and texts.

    `number` is the field that names one row and never recurs, "" where there is none.
    """

    kind: str
    fields: tuple[Field, ...]
    number: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its fields, in the order of the book's columns."""
        return tuple(field.code for field in self.fields)

    def field(self, code: str) -> Field:
        """The field of that code; KeyError where there is none."""
        for field in self.fields:
            if field.code == code:
                return field
        raise KeyError(code)


def _fields(kind: FieldKind, codes: str) -> tuple[Field, ...]:
    """Fields from words: a trailing ! marks the key, !! a key that must be there."""
    return tuple(
        Field(code.rstrip("!"), kind, code.endswith("!"), code.endswith("!!"))
        for code in codes.split()
    )


ORDERS: Final = Record(
    "orders",  # 订单; its time is 订单创建时间
    (
        *_fields("text", "order_no!! product_id! sku_code! spec! gift_order_no activity_order_no"),
        *_fields("text", "status pay_way account_kind buyer_note order_note flag after_sale"),
        *_fields("text", "activity carrier product_name channel"),
        *_fields("text", "talent_id talent_name leader_id leader_name seller_id seller_name"),
        *_fields("text", "promoter_id promoter_name province city"),
        *_fields("text", "courier tracking_no gather_kind direct_kind warehouse subsidy_kind"),
        *_fields("text", "store_id store_name"),
        *_fields("moment", "paid_at deposit_paid_at ship_by shipped_at"),
        *_fields("money", "paid shipping_fee shop_discount platform_subsidy host_subsidy"),
        *_fields("money", "mixed_discount pay_discount unit_price commission"),
        *_fields("count", "quantity"),
        *_fields("number", "commission_share"),
    ),
    "order_no",
)
SETTLEMENTS: Final = Record(
    "settlements",  # 结算 (gmv); its time is 实际结算时间
    (
        *_fields("text", "order_no!! product_id! merchant_id product_name host_subsidy_note"),
        *_fields("text", "talent_id agency_id leader_id commission_way seller_id provider_id"),
        *_fields("text", "other_fee_note settle_rule fund_channel account_name settle_no"),
        *_fields("text", "remark consume_note"),
        *_fields("moment", "ordered_at"),
        *_fields("money", "paid government_subsidy marketing_subsidy platform_subsidy"),
        *_fields("money", "shop_subsidy host_subsidy income refund marketing_returned"),
        *_fields("money", "service_fee presale_fee commission leader_commission"),
        *_fields("money", "seller_commission provider_commission share_base other_fee"),
        *_fields("money", "cost settled"),
        *_fields("count", "quantity"),
    ),
)
MOVEMENTS: Final = Record(
    "movements",  # 动账; `amount` is below 0 for 支; its time is 入账时间
    (
        *_fields("text", "flow_no! related_no! direction business description remark"),
        *_fields("money", "amount balance"),
    ),
    "flow_no",
)
INSURANCE: Final = Record(
    "insurance",  # 运费险; its time is 生效时间
    (
        *_fields("text", "fee_no! order_no!!"),
        *_fields("money", "fee shop_fee platform_fee"),
    ),
    "fee_no",
)
FUNDS: Final = Record(
    "funds",  # 磁力金牛 财务流水, one row a day and account
    (
        *_fields("text", "account! account_name!"),
        *_fields("money", "spend_total spend_paid spend_bonus spend_shop spend_rebate"),
        *_fields("money", "moved_in moved_in_paid moved_in_shop moved_in_bonus"),
        *_fields("money", "moved_out moved_out_paid day_balance"),
    ),
)
ANY: Final = Record("any", _fields("text", "sheet!"))  # any other table, under the seller's name

RECORDS: Final[Mapping[str, Record]] = {
    record.kind: record for record in (ORDERS, SETTLEMENTS, MOVEMENTS, INSURANCE, FUNDS, ANY)
}

FIELDS: Final[Mapping[str, Field]] = {
    field.code: field for record in RECORDS.values() for field in record.fields
}
"""Any field by its code, to tell how its values are written."""

INCOME, OUTGO = "收", "支"
"""账务方向 of a 动账 line. The file's amounts are positive; ours carry the sign."""
