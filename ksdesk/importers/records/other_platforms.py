"""What other platforms, shops' programs and payment services call what we know.

Of 抖店, 拼多多, 淘宝, 京东, 视频号, 小红书, 有赞, 聚水潭, 支付宝, 微信 and the like; the better
word for a field stands first. Nothing here makes a header: our own files have the platform's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TIMES: Final[Mapping[str, str]] = {
    "orders": """订单提交时间 提交时间 订单下单时间 拍下时间 买家下单时间 用户下单时间 订单生成时间
        下单日期 订单日期 订单创建日期 成交时间 订单成交时间 拼单成功时间 成团时间
        order_created_time created_time order_date purchase_date
        买家付款时间 订单付款时间 支付完成时间 付款完成时间
        订单支付时间 支付时间 付款时间 付款日期 支付日期 paid_time""",
    "settlements": "结算完成时间 结算日期 账单结算时间",
    "aftersales": """退款的申请时间 申请退款时间 申请售后时间 售后单创建时间 退款创建时间
        退款发起时间""",
    "movements": """动账时间 账务时间 发生时间 业务发生时间 记账时间 交易时间 变动时间
        交易创建时间 付款时间 动账日期 入账日期 记账日期 交易日期""",
}
"""Titles of a row's time: when it was ordered, else when it was paid."""

TITLES: Final[Mapping[str, Mapping[str, str]]] = {
    "orders": {
        "order_no": """主订单编号 主订单号 主订单id 父订单号 父订单编号 线上订单号 平台订单号
            平台单号 平台订单编号 线上订单编号 网店订单号 店铺订单号 外部订单号 外部单号 原始单号
            原始订单编号 原始订单号 订单流水号 交易编号 order_id order_no order_number""",
        "product_id": "货品id 宝贝id 平台商品id 线上商品id spuid 商品编号",
        "sku_code": """商家编码 商家编码-规格维度 商家编码-sku维度 规格编码 sku商家编码
            商家sku编码 商家sku 商品编码 外部系统编号 seller_sku""",
        "spec": """商品属性 商品规格名称 规格名称 颜色规格 颜色及规格 sku名称 规格属性
            销售属性 sku规格 商品sku variation""",
        "status": "交易状态 订单当前状态 当前状态 状态 order_status",
        "pay_way": "支付渠道 付款方式",
        "buyer_note": "买家备注 用户备注 用户留言",
        "order_note": "商家备注 卖家备注 商家订单备注",
        "flag": "旗帜 标旗",
        "after_sale": "退款状态 售后单状态 售后退款状态",
        "product_name": """选购商品 商品标题 宝贝标题 宝贝名称 全部商品名称 货品名称 商品信息
            商品名 商品 product_name""",
        "channel": "订单来源 渠道来源 下单渠道 流量来源",
        "talent_id": "达人id 主播id 带货者id",
        "talent_name": "达人昵称 主播昵称 带货者昵称",
        "province": "省 收货省 收货省份 收件省份 收件人省份 收货人省份",
        "city": "市 收货市 收货城市 收件城市 收件人城市 收货人城市",
        "courier": "物流公司 承运公司 承运商 物流方式",
        "tracking_no": "运单编号 快递编号 物流编号 物流号 tracking_number tracking_id",
        "warehouse": "发货仓库 发货仓",
        "paid_at": """支付完成时间 付款完成时间 订单付款时间 买家付款时间 付款日期 支付日期
            paid_time""",
        "ship_by": "最晚发货时间 应发货时间",
        "shipped_at": "订单发货时间 发货日期",
        "paid": """用户实付金额 买家实付金额 买家实际支付金额 实际支付金额 订单实付金额
            订单实际支付金额 买家实付 实际付款金额 实际付款 实际支付
            商品实付总价 实付总价 实付总额 实付 用户支付金额 买家支付金额
            订单实际收款金额 商家应收金额(支付金额) 实收款 支付金额 付款金额 已付金额 已付
            商品实付金额 订单应付金额 用户应付金额 应付金额 应付款 应收金额 amount_paid
            order_amount""",
        "shipping_fee": "邮费 买家应付邮费 运费金额 订单运费",
        "shop_discount": "店铺优惠折扣 店铺优惠金额 商家优惠 商家优惠金额",
        "unit_price": "单价 商品售价 商品价格",
        "quantity": """购买数量 订购数量 宝贝总数量 货品总数 商品总数 商品件数 购买件数 sku件数 件数
            quantity quantity_purchased""",
    },
    "videos": {
        "work_id": "作品编号 视频编号",
        "work_title": "作品名称 视频名称 作品描述 视频描述 标题 title",
        "work_plays": "播放次数 播放 作品播放量 视频播放量 观看量 plays",
        "work_likes": "点赞次数 点赞 喜欢数 likes",
        "work_comments": "评论次数 评论 comments",
        "work_shares": "分享次数 分享 转发量 转发数 转发次数 转发 shares",
        "work_new_fans": "涨粉人数 涨粉 新增粉丝数 新增粉丝 新增关注 新增关注数 粉丝增量",
    },
    "aftersales": {
        "case_no": "退款单号 退款编号 售后单编号 售后id 售后单id refund_id",
        "case_kind": "退款类型 售后服务类型",
        "case_reason": "买家退款原因 退货原因 买家申请原因 退款原因说明",
        "return_no": "退货运单号 退货单号 寄回单号",
        "expires_at": "售后超时时间 处理截止时间 剩余处理时间截止",
        "agreed_at": "商家处理时间 审核时间",
        "sent_back_at": "退货发货时间 买家寄回时间",
        "closed_at": "售后完结时间 退款完结时间 退款成功时间 完结时间 退款时间",
        "product_name": "宝贝标题 宝贝名称 商品标题 货品名称",
        "case_refund": """买家退款金额 退款总金额 应退金额 退商品金额 退款商品金额 商品退款金额
            实退金额""",
    },
    "settlements": {
        "ordered_at": "下单时间 订单下单时间 订单提交时间",
        "paid": "用户实付金额 用户实付 订单实付金额 买家实付金额 实付金额 实付款",
        "refund": "退款金额 订单退款金额 用户退款金额 买家退款金额 已退款金额",
        "commission": "推广佣金 带货佣金 带货费用 达人佣金金额 达人佣金支出",
        "settled": "结算金额 应结金额 商家结算金额 订单结算金额 商家应结金额 结算总金额",
        "service_fee": "平台服务费 平台技术服务费 软件服务费 技术服务费用 平台佣金",
    },
    "movements": {
        "flow_no": """动账流水号 账务流水 资金流水号 资金流水单号 业务流水号 交易流水号
            交易流水 流水编号 支付流水号 交易订单号 交易单号 交易号""",
        "related_no": """关联订单号 商户订单号 商家订单号 商户单号 业务单号 关联单号
            业务订单号 主订单号 订单号 订单编号""",
        "direction": "动账方向 收支方向 收支类型 收/支 收付方向 资金方向 资金流向 借贷方向",
        "business": "动账场景 业务名称 交易类型 账务类型 交易分类 业务场景 动账摘要 交易摘要 摘要",
        "description": "商品说明 交易说明 商品名称 商品",
        "amount": """动账金额 账务金额 收支金额 变动金额 交易金额 金额 收入金额 入账金额
            收款金额 转入金额 贷方金额 收入 贷方发生额 贷方 存入金额 存入 进账金额 进账 流入金额
            收方金额 credit creditamount 应结订单金额""",
        "balance": "账户结余 动账后余额 当前余额 可用余额 余额 本次余额 联机余额 balance",
    },
}

TRADED: Final = "应结订单金额"
"""What a trade came to in 微信's bills of a shop; what went back stands beside it."""

INCOME: Final = frozenset(
    """收入金额 入账金额 收款金额 转入金额 贷方金额 收入 贷方发生额 贷方 存入金额 存入 进账金额 进账
    应结订单金额 流入金额 收方金额 credit creditamount""".split()
)
OUTGO: Final = frozenset(
    """支出金额 出账金额 扣款金额 转出金额 借方金额 支出 借方发生额 借方 支取金额 支取 取出金额
    流出金额 付方金额 付款金额 debit debitamount""".split()
)
"""Where what came in and what went out have a column each."""
