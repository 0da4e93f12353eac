"""What the order and money exports of 快手小店 and 磁力金牛 call their columns.

The exact headers are those of 2026; brackets, spaces, width, units and 帐/账 are forgiven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ksdesk.domain.imports import SKIP
from ksdesk.domain.imports.mending import TITLES
from ksdesk.domain.records import RECORDS
from ksdesk.importers.traffic.labels import plain


@dataclass(frozen=True)
class Words:
    """The labels of one kind: of its time, of its fields by code, of what is passed over.

    `signs` are labels that no other kind has: one of them weighs as much as `SIGN_WEIGHT` others.
    """

    times: str
    fields: Mapping[str, str]
    signs: str
    passed: str = ""


SIGN_WEIGHT: Final = 3

WORDS: Final[Mapping[str, Words]] = {
    "orders": Words(
        "订单创建时间 下单时间 创建时间",
        {
            "order_no": "订单号 订单编号 订单id",
            "gift_order_no": "赠品订单号",
            "activity_order_no": "活动订单编号",
            "paid_at": "订单支付时间 支付时间 付款时间",
            "deposit_paid_at": "预售定金支付时间",
            "status": "订单状态",
            "paid": "实付款 实付金额 订单实付",
            "shipping_fee": "快递费 运费",
            "shop_discount": "店铺优惠",
            "platform_subsidy": "平台补贴",
            "host_subsidy": "主播补贴",
            "mixed_discount": "混资活动优惠",
            "pay_discount": "支付优惠",
            "pay_way": "支付方式",
            "quantity": "成交数量 商品数量 数量",
            "buyer_note": "买家留言",
            "account_kind": "账号类型",
            "order_note": "订单备注",
            "flag": "旗帜颜色",
            "after_sale": "售后状态",
            "activity": "活动订单",
            "ship_by": "预售/承诺发货时间 承诺发货时间",
            "carrier": "订单载体",
            "product_name": "商品名称",
            "product_id": "商品ID",
            "spec": "商品规格 规格",
            "sku_code": "SKU编码",
            "unit_price": "商品单价",
            "channel": "渠道",
            "talent_id": "CPS达人ID",
            "talent_name": "CPS达人昵称",
            "commission": "预估推广佣金",
            "commission_share": "预估推广者分佣比例",
            "leader_id": "团长ID",
            "leader_name": "团长昵称",
            "seller_id": "快赚客ID",
            "seller_name": "快赚客昵称",
            "promoter_id": "授权推广者ID",
            "promoter_name": "授权推广者昵称",
            "province": "收货地址-省 省份",
            "city": "收货地址-市 城市",
            "shipped_at": "发货时间",
            "courier": "快递公司",
            "tracking_no": "快递单号 运单号 物流单号",
            "gather_kind": "集运类型",
            "direct_kind": "直邮类型",
            "warehouse": "仓库名称",
            "subsidy_kind": "国补/类国补/消费券",
            "store_id": "服务门店ID",
            "store_name": "服务门店名称",
        },
        "订单创建时间 订单状态 订单支付时间 赠品订单号 旗帜颜色 快递单号 承诺发货时间",
        "仓库地址 服务门店地址",
    ),
    "settlements": Words(
        "实际结算时间 结算时间",
        {
            "merchant_id": "商家ID",
            "order_no": "订单号 订单编号",
            "product_id": "商品ID",
            "product_name": "商品名称",
            "quantity": "商品数量",
            "ordered_at": "订单创建时间",
            "paid": "订单实付",
            "government_subsidy": "政府补贴",
            "marketing_subsidy": "支付营销补贴",
            "platform_subsidy": "平台补贴",
            "shop_subsidy": "商家补贴",
            "host_subsidy": "达人补贴",
            "host_subsidy_note": "达人补贴明细",
            "income": "合计收入",
            "refund": "订单退款",
            "marketing_returned": "支付营销回退",
            "service_fee": "技术服务费",
            "presale_fee": "预售增收技术服务费",
            "talent_id": "达人ID",
            "agency_id": "MCN机构ID",
            "commission": "达人佣金",
            "leader_id": "团长id",
            "leader_commission": "团长佣金",
            "commission_way": "佣金模式",
            "seller_id": "快赚客ID",
            "seller_commission": "快赚客佣金",
            "provider_id": "服务商ID",
            "provider_commission": "服务商佣金",
            "share_base": "分账基数",
            "other_fee": "其他收费",
            "other_fee_note": "其他收费明细",
            "cost": "合计支出",
            "settled": "实际结算金额",
            "settle_rule": "结算规则",
            "fund_channel": "资金渠道",
            "account_name": "账户名称",
            "settle_no": "结算商户号",
            "remark": "备注",
            "consume_note": "消费金信息",
        },
        "实际结算时间 实际结算金额 结算规则 结算商户号 合计支出 合计收入 分账基数 技术服务费",
    ),
    "movements": Words(
        "入账时间",
        {
            "flow_no": "账务流水号 流水号",
            "related_no": "关联业务单号",
            "direction": "账务方向",
            "amount": "发生额 发生金额",
            "balance": "期末余额 账户余额",
            "business": "业务类型",
            "description": "描述",
            "remark": "备注",
        },
        "账务流水号 账务方向 入账时间 发生额 期末余额",
    ),
    "insurance": Words(
        "生效时间",
        {
            "order_no": "订单编号 订单号",
            "fee": "服务费用",
            "shop_fee": "商家承担服务费用",
            "platform_fee": "平台补贴费用",
            "fee_no": "收费编号",
        },
        "服务费用 商家承担服务费用 平台补贴费用 收费编号 生效时间",
    ),
    "funds": Words(
        "日期 时间 统计日期 报表日期",
        {
            "account": "账户id 广告主id",
            "account_name": "账户名称 广告主名称",
            "spend_total": "总花费 花费",
            "spend_paid": "充值花费",
            "spend_bonus": "激励花费",
            "spend_shop": "电商花费",
            "spend_rebate": "框返花费",
            "moved_in": "转入",
            "moved_in_paid": "充值转入",
            "moved_in_shop": "电商转入",
            "moved_in_bonus": "激励转入",
            "moved_out": "转出",
            "moved_out_paid": "充值转出",
            "day_balance": "日终结余",
        },
        "日终结余 充值花费 激励花费 电商花费 框返花费 充值转入 电商转入 激励转入 充值转出",
    ),
}


@cache
def roles(kind: str) -> Mapping[str, str]:
    """Plain label → role in a kind."""
    words, record = WORDS[kind], RECORDS[kind]
    found = {plain(word): "time" for word in words.times.split()}
    for code, labels in words.fields.items():
        what = "identity" if record.field(code).kind == "text" else "measure"
        found |= {plain(label): f"{what}:{code}" for label in labels.split()}
    return found | {plain(word): SKIP for word in (*words.passed.split(), *TITLES)}


@cache
def _signs(kind: str) -> frozenset[str]:
    return frozenset(map(plain, WORDS[kind].signs.split()))


def weight(kind: str, label: str) -> int:
    """How much a label speaks for a kind: 0 if the kind does not know it."""
    word = plain(label)
    return SIGN_WEIGHT if word in _signs(kind) else int(word in roles(kind))
