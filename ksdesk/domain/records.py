"""What the platform's order and money exports hold: a kind of row is described here, and only here.

Tables, headers, templates, exports and the words of the screen follow from its entry. A new kind
is one more entry in `RECORDS` and a migration step that makes its tables. Traffic has figures of
its own (`ksdesk.domain.traffic`), products are goods (`ksdesk.domain.products`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

FieldKind = Literal["text", "money", "count", "number", "moment"]
"""money: int fen; count: whole as a rule; number: float; moment: seconds of the Beijing wall clock
as in `ksdesk.domain.traffic.to_seconds`."""


@dataclass(frozen=True, slots=True)
class RecordField:
    """One column of a kind, `en` and `zh` on the screen, under one of its `titles` in exports.

    `key`: part of the row key, in the order of the fields; `required`: no source without it, and
    no row where it is a number.
    """

    code: str
    kind: FieldKind
    en: str
    zh: str
    titles: tuple[str, ...]
    key: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of row, and what it has columns for besides its time, own figures and texts.

    Its rows are in the table `<table>_row`, what imports revised of them in `<table>_before`.
    `times` are the titles of its time. `signs` are titles that no other kind has, `passed` those
    that are left out, both as words. `topics` are what else its rows are counted in. `number` is
    the field that names one row and never recurs, "" where there is none; rows are found by
    `indexes`, each the names of its columns. Of a `timeless` kind a source may have no time: 0.
    """

    kind: str
    table: str
    en: str
    zh: str
    fields: tuple[RecordField, ...]
    times: str = ""
    signs: str = ""
    passed: str = ""
    topics: tuple[str, ...] = ()
    number: str = ""
    indexes: tuple[str, ...] = ("time",)
    timeless: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is whatever the seller brings: nothing is known of its headers."""
        return not self.times

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its fields, in the order of the book's columns."""
        return tuple(field.code for field in self.fields)

    def field(self, code: str) -> RecordField:
        """The field of that code; KeyError where there is none."""
        for field in self.fields:
            if field.code == code:
                return field
        raise KeyError(code)


def fields(lines: str) -> tuple[RecordField, ...]:
    """Fields from lines: code with ! (key) and * (required) | kind | word | titles in exports.

    A word is English, and is the first title in Chinese unless it says so itself: Paid = 实付款.
    """
    return tuple(map(_field, lines.strip().splitlines()))


def _field(line: str) -> RecordField:
    code, kind, word, titles = (part.strip() for part in line.split("|"))
    name, _, flags = code.partition(" ")
    en, _, zh = word.partition(" = ")
    every = tuple(titles.split())
    assert kind in get_args(FieldKind), line
    return RecordField(name, kind, en, zh or every[0], every, "!" in flags, "*" in flags)  # type: ignore[arg-type]


ORDERS: Final = Record(
    "orders",  # its time is 订单创建时间
    "order",
    "Orders",
    "订单",
    fields(
        """
    order_no !*         | text   | Order number                   | 订单号 订单编号 订单id
    product_id !        | text   | Product ID                     | 商品ID
    sku_code !          | text   | SKU code                       | SKU编码
    spec !              | text   | Variant                        | 商品规格 规格
    gift_order_no       | text   | Gift order number              | 赠品订单号
    activity_order_no   | text   | Activity order number          | 活动订单编号
    status              | text   | Order state                    | 订单状态
    pay_way             | text   | Paid by                        | 支付方式
    account_kind        | text   | Kind of account                | 账号类型
    buyer_note          | text   | Buyer's message                | 买家留言
    order_note          | text   | Order note                     | 订单备注
    flag                | text   | Flag                           | 旗帜颜色
    after_sale          | text   | After-sales state              | 售后状态
    activity            | text   | Activity order                 | 活动订单
    carrier             | text   | Sold in                        | 订单载体
    product_name        | text   | Product                        | 商品名称
    channel             | text   | Channel                        | 渠道
    talent_id           | text   | Promoter ID = 达人ID           | CPS达人ID
    talent_name         | text   | Promoter = 达人昵称            | CPS达人昵称
    leader_id           | text   | Team leader ID                 | 团长ID
    leader_name         | text   | Team leader                    | 团长昵称
    seller_id           | text   | Side seller ID                 | 快赚客ID
    seller_name         | text   | Side seller                    | 快赚客昵称
    promoter_id         | text   | Authorised promoter ID         | 授权推广者ID
    promoter_name       | text   | Authorised promoter            | 授权推广者昵称
    province            | text   | Province = 省                  | 收货地址-省 省份
    city                | text   | City = 市                      | 收货地址-市 城市
    courier             | text   | Courier                        | 快递公司
    tracking_no         | text   | Tracking number                | 快递单号 运单号 物流单号
    gather_kind         | text   | Consolidated shipping          | 集运类型
    direct_kind         | text   | Direct mail                    | 直邮类型
    warehouse           | text   | Warehouse                      | 仓库名称
    subsidy_kind        | text   | State subsidy or coupon = 国补/消费券 | 国补/类国补/消费券
    store_id            | text   | Service store ID               | 服务门店ID
    store_name          | text   | Service store                  | 服务门店名称
    paid_at             | moment | Paid at = 支付时间             | 订单支付时间 支付时间 付款时间
    deposit_paid_at     | moment | Advance paid at                | 预售定金支付时间
    ship_by             | moment | Ship by = 承诺发货时间         | 预售/承诺发货时间 承诺发货时间
    shipped_at          | moment | Shipped at                     | 发货时间
    paid                | money  | Paid                           | 实付款 实付金额 订单实付
    shipping_fee        | money  | Shipping fee                   | 快递费 运费
    shop_discount       | money  | Shop discount                  | 店铺优惠
    platform_subsidy    | money  | Platform subsidy               | 平台补贴
    host_subsidy        | money  | Host's subsidy = 主播/达人补贴 | 主播补贴
    mixed_discount      | money  | Mixed-fund discount            | 混资活动优惠
    pay_discount        | money  | Payment discount               | 支付优惠
    unit_price          | money  | Unit price                     | 商品单价
    commission          | money  | Commission = 推广佣金          | 预估推广佣金
    quantity            | count  | Quantity = 数量                | 成交数量 商品数量 数量
    commission_share    | number | Commission share = 分佣比例    | 预估推广者分佣比例
    """
    ),
    times="订单创建时间 下单时间 创建时间",
    signs="订单创建时间 订单状态 订单支付时间 赠品订单号 旗帜颜色 快递单号 承诺发货时间",
    passed="仓库地址 服务门店地址",
    topics=("deposit", "orders"),  # its sales move the required line
    number="order_no",
    indexes=("order_no", "time paid status", "status"),
)
SETTLEMENTS: Final = Record(
    "settlements",  # its time is 实际结算时间
    "settlement",
    "Settlements",
    "结算明细",
    fields(
        """
    order_no !*         | text   | Order number                   | 订单号 订单编号
    product_id !        | text   | Product ID                     | 商品ID
    merchant_id         | text   | Merchant ID                    | 商家ID
    product_name        | text   | Product                        | 商品名称
    host_subsidy_note   | text   | Host's subsidy, details        | 达人补贴明细
    talent_id           | text   | Promoter ID                    | 达人ID
    agency_id           | text   | Agency ID                      | MCN机构ID
    leader_id           | text   | Team leader ID = 团长ID        | 团长id
    commission_way      | text   | Commission way                 | 佣金模式
    seller_id           | text   | Side seller ID                 | 快赚客ID
    provider_id         | text   | Provider ID                    | 服务商ID
    other_fee_note      | text   | Other fees, details            | 其他收费明细
    settle_rule         | text   | Settlement rule                | 结算规则
    fund_channel        | text   | Fund channel                   | 资金渠道
    account_name        | text   | Account = 账户                 | 账户名称
    settle_no           | text   | Settlement merchant number     | 结算商户号
    remark              | text   | Remark of the platform         | 备注
    consume_note        | text   | Consumption credit             | 消费金信息
    ordered_at          | moment | Ordered at                     | 订单创建时间
    paid                | money  | Paid = 实付款                  | 订单实付
    government_subsidy  | money  | Government subsidy             | 政府补贴
    marketing_subsidy   | money  | Payment marketing subsidy      | 支付营销补贴
    platform_subsidy    | money  | Platform subsidy               | 平台补贴
    shop_subsidy        | money  | Merchant's subsidy             | 商家补贴
    host_subsidy        | money  | Host's subsidy = 主播/达人补贴 | 达人补贴
    income              | money  | Income in total                | 合计收入
    refund              | money  | Refunded                       | 订单退款
    marketing_returned  | money  | Payment marketing returned     | 支付营销回退
    service_fee         | money  | Technical service fee          | 技术服务费
    presale_fee         | money  | Presale service fee            | 预售增收技术服务费
    commission          | money  | Commission = 推广佣金          | 达人佣金
    leader_commission   | money  | Team leader's commission       | 团长佣金
    seller_commission   | money  | Side seller's commission       | 快赚客佣金
    provider_commission | money  | Provider's commission          | 服务商佣金
    share_base          | money  | Base of the split              | 分账基数
    other_fee           | money  | Other fees                     | 其他收费
    cost                | money  | Cost in total                  | 合计支出
    settled             | money  | Settled                        | 实际结算金额
    quantity            | count  | Quantity = 数量                | 商品数量
    """
    ),
    times="实际结算时间 结算时间",
    signs="实际结算时间 实际结算金额 结算规则 结算商户号 合计支出 合计收入 分账基数 技术服务费",
    topics=("orders",),
    indexes=("order_no", "time"),
)
MOVEMENTS: Final = Record(
    "movements",  # `amount` is below 0 for 支; its time is 入账时间
    "movement",
    "Account movements",
    "动账明细",
    fields(
        """
    flow_no !           | text   | Account serial number          | 账务流水号 流水号
    related_no !        | text   | Related number                 | 关联业务单号
    direction *         | text   | In or out                      | 账务方向
    business            | text   | Kind of business               | 业务类型
    description         | text   | Description                    | 描述
    remark              | text   | Remark of the platform         | 备注
    amount *            | money  | Amount                         | 发生额 发生金额
    balance             | money  | Balance after it               | 期末余额 账户余额
    """
    ),
    times="入账时间",
    signs="账务流水号 账务方向 入账时间 发生额 期末余额",
    topics=("deposit", "orders"),
    number="flow_no",
    indexes=("time", "related_no"),
)
INSURANCE: Final = Record(
    "insurance",  # its time is 生效时间
    "insurance",
    "Freight insurance",
    "运费险账单",
    fields(
        """
    fee_no !            | text   | Fee number                     | 收费编号
    order_no !*         | text   | Order number = 订单号          | 订单编号 订单号
    fee                 | money  | Service fee                    | 服务费用
    shop_fee            | money  | Fee borne by the shop          | 商家承担服务费用
    platform_fee        | money  | Fee subsidised by the platform | 平台补贴费用
    """
    ),
    times="生效时间",
    signs="服务费用 商家承担服务费用 平台补贴费用 收费编号 生效时间",
    topics=("orders",),
    number="fee_no",
    indexes=("time", "order_no"),
)
FUNDS: Final = Record(
    "funds",  # 磁力金牛, one row a day and account
    "fund",
    "Advertising account funds",
    "财务流水",
    fields(
        """
    account !           | text   | Account ID = 账户 ID           | 账户id 广告主id
    account_name !      | text   | Account = 账户                 | 账户名称 广告主名称
    spend_total         | money  | Spend in total                 | 总花费 花费
    spend_paid          | money  | Spend of paid-in money         | 充值花费
    spend_bonus         | money  | Spend of bonus                 | 激励花费
    spend_shop          | money  | Spend of shop money            | 电商花费
    spend_rebate        | money  | Spend of rebate                | 框返花费
    moved_in            | money  | Moved in                       | 转入
    moved_in_paid       | money  | Moved in, paid-in              | 充值转入
    moved_in_shop       | money  | Moved in, shop money           | 电商转入
    moved_in_bonus      | money  | Moved in, bonus                | 激励转入
    moved_out           | money  | Moved out                      | 转出
    moved_out_paid      | money  | Moved out, paid-in             | 充值转出
    day_balance         | money  | Balance at the day's end       | 日终结余
    """
    ),
    times="日期 时间 统计日期 报表日期",
    signs="日终结余 充值花费 激励花费 电商花费 框返花费 充值转入 电商转入 激励转入 充值转出",
)
AFTERSALES: Final = Record(
    "aftersales",  # its time is 申请时间; a file may have none
    "aftersales",
    "After-sales cases",
    "售后单",
    fields(
        """
    order_no !*         | text   | Order number = 订单号          | 订单编号 订单号
    case_no !*          | text   | After-sales number             | 售后单号 售后编号
    product_id          | text   | Product ID                     | 商品ID
    case_kind           | text   | Kind of case                   | 售后类型 售后方式 售后种类
    after_sale          | text   | After-sales state              | 售后状态 售后单状态 退款状态
    case_reason         | text   | Reason                         | 售后原因 退款原因 申请原因
    goods_state         | text   | Where the goods are            | 货物状态 收货状态
    product_name        | text   | Product                        | 商品名称
    spec                | text   | Variant                        | 商品规格 规格
    return_courier      | text   | Courier of the return          | 退货物流公司 退货快递公司
    return_no           | text   | Number of the return           | 退货物流单号 退货快递单号
    expires_at          | moment | Time runs out at               | 退款超时时间 超时时间
    agreed_at           | moment | Agreed at                      | 商家同意时间 同意时间
    sent_back_at        | moment | Sent back at                   | 买家退货时间 寄回时间
    closed_at           | moment | Closed at                      | 售后完成时间 退款完成时间
    case_refund         | money  | Refund                         | 退款金额 申请退款金额 售后金额
    paid                | money  | Paid = 实付款                  | 实付款 实付金额 订单实付
    case_quantity       | count  | Pieces                         | 退货数量 售后数量
    """
    ),
    times="申请时间 售后申请时间 退款申请时间 售后创建时间 售后发起时间",
    signs="售后单号 售后编号 售后类型 售后原因 售后申请时间 退款申请时间 退款超时时间",
    passed="买家退货地址",
    topics=("aftersales", "orders"),
    number="case_no",
    indexes=("order_no", "time"),
    timeless=True,
)
VIDEOS: Final = Record(
    "videos",  # its time is 发布时间; figures of a work up to the day of the export
    "video",
    "Short videos",
    "短视频",
    fields(
        """
    work_id !           | text   | Work ID                        | 作品ID 视频ID
    work_title !        | text   | Title = 作品标题               | 作品标题 视频标题
    work_plays *        | count  | Plays                          | 播放量 播放数
    work_likes          | count  | Likes                          | 点赞量 点赞数
    work_comments       | count  | Comments                       | 评论量 评论数
    work_shares         | count  | Shares                         | 分享量 分享数
    work_new_fans       | count  | New fans = 涨粉量              | 涨粉量 涨粉数
    """
    ),
    times="发布时间 作品发布时间 视频发布时间 发布日期 作品发布日期",
    signs="作品标题 视频标题 发布时间 作品发布时间 视频发布时间 发布日期 作品发布日期",
    topics=("reviews",),
    number="work_id",
)
ANY: Final = Record(
    "any",  # any other table, under the seller's name
    "own",
    "Another table",
    "其他表格",
    fields(
        """
    sheet !             | text   | Table = 表名                   |
    """
    ),
    timeless=True,
)

RECORDS: Final[dict[str, Record]] = {
    record.kind: record
    for record in (ORDERS, SETTLEMENTS, MOVEMENTS, INSURANCE, FUNDS, AFTERSALES, VIDEOS, ANY)
}

FIELDS: Final[Mapping[str, RecordField]] = {
    field.code: field for record in RECORDS.values() for field in record.fields
}
"""Any field by its code, which means the same in all kinds."""

BUYER_KEY: Final = "buyer_key"
"""What tells in the table of orders which are one buyer's: a hash under a key that lies outside of
the book. It is in no preview, list or export."""

INCOME, OUTGO = "收", "支"
"""账务方向 of a 动账 line. The file's amounts are positive; ours carry the sign."""
