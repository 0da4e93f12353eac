"""Orders and movements of other platforms come in by recognition, with sensible columns."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.domain.traffic import from_seconds
from ksdesk.importers import open_table
from ksdesk.importers.kinds import BY_CODE, recognise

MADE = "2026-04-05 10:20:30"
PAID = "2026-04-05 10:21:00"
LATER = "2026-04-09 08:00:00"


def read(header, *rows, kind=""):
    """The kind, what is still asked, the rows by field, and lines refused."""
    text = "\n".join(",".join(row) for row in (header, *rows)) + "\n"
    table = open_table(Source("x.csv", text=text))
    found = BY_CODE[kind] if kind else recognise(table)
    columns = found.columns(table.header, table.sample)
    plan = found.plan(table, columns, "own")
    chunks = list(plan.chunks())
    stored = [dict(zip(plan.fields, row[2:], strict=True)) for c in chunks for row in c.rows()]
    refused = {one.line: one.reason for chunk in chunks for one in chunk.refused}
    return found.code, found.needs(columns), stored, refused


# the header of each platform's orders, with what stands in it; the first row has no later times
ORDERS = {
    "抖店": {
        "主订单编号": "691", "子订单编号": "6911", "选购商品": "红富士", "商品规格": "5斤",
        "商品数量": "2", "商品ID": "77", "商家编码": "HFS", "商品单价": "9.95",
        "订单应付金额": "19.90", "地址修改时段": "", "订单提交时间": MADE, "订单完成时间": "",
        "支付完成时间": PAID, "订单状态": "待发货", "承诺发货时间": LATER, "售后状态": "",
    },
    "拼多多": {
        "商品": "红富士", "订单号": "691", "订单状态": "待发货", "商品总价(元)": "20.00",
        "店铺优惠折扣(元)": "0.10", "用户实付金额(元)": "19.90", "商家实收金额(元)": "20.00",
        "商品数量(件)": "2", "发货时间": "", "确认收货时间": "", "商品id": "77",
        "商品规格": "5斤", "支付时间": PAID, "拼单成功时间": MADE,
    },
    "淘宝": {
        "订单编号": "691", "买家应付货款": "20.00", "买家应付邮费": "0", "总金额": "20.00",
        "买家实际支付金额": "19.90", "订单状态": "待发货", "订单创建时间": MADE,
        "订单付款时间": PAID, "宝贝标题": "红富士", "宝贝总数量": "2", "确认收货时间": "",
        "物流单号": "", "物流公司": "",
    },
    "京东": {
        "订单号": "691", "商品ID": "77", "商品名称": "红富士", "订购数量": "2", "下单时间": MADE,
        "订单金额": "20.00", "结算金额": "19.00", "应付金额": "19.90", "订单状态": "待发货",
        "付款确认时间": PAID, "订单完成时间": "", "支付方式": "在线支付",
    },
    "视频号": {
        "订单号": "691", "订单创建时间": MADE, "支付时间": PAID, "订单状态": "待发货",
        "商品名称": "红富士", "商品编码(平台)": "77", "商品数量": "2", "订单实付金额": "19.90",
        "发货时间": "", "带货者昵称": "",
    },
    "小红书": {
        "订单号": "691", "订单状态": "待发货", "订单创建时间": MADE, "订单支付时间": PAID,
        "商品名称": "红富士", "SKU件数": "2", "规格": "5斤", "用户实付金额": "19.90",
        "订单完成时间": "", "售后状态": "",
    },
    "闲鱼": {
        "订单编号": "691", "商品信息": "红富士", "买家实付": "19.90", "成交时间": MADE,
        "交易状态": "待发货", "数量": "2",
    },
    "旺店通": {
        "原始单号": "691", "店铺名称": "某店", "下单时间": MADE, "付款时间": PAID,
        "订单状态": "待发货", "货品名称": "红富士", "规格": "5斤", "数量": "2", "已付": "19.90",
    },
    "ERP": {
        "平台订单编号": "691", "订单创建时间": MADE, "商品名称": "红富士", "规格名称": "5斤",
        "数量": "2", "商品实付总价(元)": "19.90", "订单状态": "待发货", "运单号": "",
    },
    "English": {
        "Order ID": "691", "Created Time": MADE, "Order Status": "待发货", "Quantity": "2",
        "Product Name": "红富士", "Amount Paid": "19.90", "Paid Time": PAID,
    },
    "有赞": {
        "订单号": "691", "订单状态": "待发货", "订单创建时间": MADE, "买家付款时间": PAID,
        "商品名称": "红富士", "商品数量": "2", "订单实付金额": "19.90", "交易成功时间": "",
        "商家订单备注": "",
    },
    "聚水潭": {
        "内部订单号": "5", "线上订单号": "691", "店铺": "柿子沟", "下单时间": MADE,
        "付款日期": PAID,
        "状态": "待发货", "商品编码": "HFS", "商品名称": "红富士", "数量": "2", "应付金额": "20.00",
        "实付金额": "19.90", "发货日期": "",
    },
}  # fmt: skip


@pytest.mark.parametrize("platform", ORDERS)
def test_orders(platform):
    """The time was a column that happened to be filled, and rows without it were refused."""
    header, first = list(ORDERS[platform]), list(ORDERS[platform].values())
    other = [f"{cell}9" if label.endswith("编号") or cell == "691" else cell for label, cell in
             zip(header, first, strict=True)]  # fmt: skip
    other = [
        cell or (LATER if "时" in label else "") for label, cell in zip(header, other, strict=True)
    ]
    for order in (slice(None), slice(None, None, -1)):
        rows = (first[order], other[order])
        code, needs, stored, refused = read(header[order], *rows)
        assert (code, needs, refused) == ("orders", (), {})
        assert [row["order_no"] for row in stored] == ["691", "6919"]
        assert {str(from_seconds(row["time"])) for row in stored} == {MADE}
        assert {row["paid"] for row in stored} == {1990}
        assert stored[0]["status"] == "待发货"


def test_an_order_without_a_time_of_its_own_has_that_of_its_payment():
    header = "订单号 订单状态 商品名称 实付款 支付时间 发货时间".split()
    code, needs, stored, _ = read(header, ["1", "完成", "甲", "1", PAID, ""])
    assert (code, needs) == ("orders", ())
    assert str(from_seconds(stored[0]["time"])) == PAID
    code, needs, *_ = read(
        [*header[:4], "确认收货时间"], ["1", "完成", "甲", "1", LATER], kind="orders"
    )
    assert needs == ("time",)  # asked for, not guessed


MOVEMENTS = {
    "抖店": """动账时间,动帐流水号,动账方向,动账金额,动账场景,订单号,商品ID,订单退款,备注
        {t},1,入账,59.90,货款,691,77,0,
        {t},2,出账,12.00,退款,691,77,12.00,""",
    "支付宝": """交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易订单号,商家订单号
        {t},商业,某店,甲,收入,59.90,余额,1\t,691\t
        {t},日用,某厂,乙,支出,12.00,余额,2\t,692\t""",
    "支付宝账务": """账务流水号,业务流水号,商户订单号,发生时间,收入金额（+元）,支出金额（-元）
        1,11,691,{t},59.90,
        2,12,692,{t},,-12.00""",
    "微信": """交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号,商户单号
        {t},商户消费,某店,甲,收入,¥59.90,成功,1,691
        {t},转账,某厂,乙,支出,¥12.00,成功,2,692""",
    "微信商户": """记账时间,微信支付业务单号,资金流水单号,收支类型,收支金额(元),账户结余(元)
        `{t},`9,`1,`收入,`59.90,`100
        `{t},`8,`2,`支出,`12.00,`88""",
    "有赞": """时间,类型,流水号,收入(元),支出(元),余额(元)
        {t},货款,1,59.90,0.00,100
        {t},退款,2,0.00,12.00,88""",
    "京东": """记账时间,收入金额,支出金额,余额,备注
        {t},59.90,--,100,
        {t},--,12.00,88,""",
    "银行回单": """记账日期,借方发生额,贷方发生额,账户余额,交易摘要,对手信息,流水号
        {t},,59.90,100,货款,某店,1
        {t},12.00,,88,退款,某厂,2""",
    "银行明细": """交易时间,存入金额,支取金额,余额,摘要
        {t},59.90,,100,货款
        {t},,12.00,88,退款""",
    "银行": """交易时间,摘要,金额,余额
        {t},货款,+59.90,100
        {t},退款,-12.00,88""",
}


@pytest.mark.parametrize("platform", MOVEMENTS)
def test_movements(platform):
    """What went out was positive, and 订单退款 alone made settlements of them."""
    lines = MOVEMENTS[platform].format(t=MADE).splitlines()
    header, *rows = (line.strip(" ").split(",") for line in lines)
    code, needs, stored, refused = read(
        header, *rows, kind="" if platform != "银行" else "movements"
    )
    assert (code, needs, refused) == ("movements", (), {})
    assert [row["amount"] for row in stored] == [5990, -1200]
    assert [row["direction"] for row in stored] == ["收", "支"]
    assert {str(from_seconds(row["time"])) for row in stored} == {MADE}


def test_a_day_and_its_clock_in_two_columns():
    """The clock was a text like others and the time midnight."""
    for label in ("交易时刻", "时间"):
        header = f"交易日期 {label} 收/支 金额".split()
        *_, stored, refused = read(header, ["2026-04-05", "10:20:30", "收入", "1"])
        assert refused == {}
        assert [str(from_seconds(row["time"])) for row in stored] == [MADE]
    header = "下单日期 下单时刻 订单号 实付款".split()
    *_, stored, refused = read(header, *(["2026-04-05", f"下午 3:0{n}", n, "1"] for n in "45x"))
    assert [str(from_seconds(row["time"]))[11:] for row in stored] == ["15:04:00", "15:05:00"]
    assert refused == {4: "bad_hour"}


def test_clocks_of_banks_have_no_colons():
    header = "交易日期 交易时间 借方发生额 贷方发生额 余额 流水号".split()
    rows = (["20260405", clock, "", "1", "2", clock] for clock in ("102030", "112030", "255960"))
    code, needs, stored, refused = read(header, *rows)
    assert (code, needs, refused) == ("movements", (), {4: "bad_hour"})
    assert [str(from_seconds(row["time"]))[11:] for row in stored] == ["10:20:30", "11:20:30"]


def test_settlements_and_cases_by_other_words():
    header = "订单号 结算时间 结算金额 平台服务费".split()
    code, needs, stored, _ = read(header, ["1", MADE, "56.90", "3"])
    assert (code, needs) == ("settlements", ())
    assert (stored[0]["settled"], stored[0]["service_fee"]) == (5690, 300)
    header = "售后单号 订单号 售后类型 退商品金额（元） 售后申请时间 售后状态".split()
    code, needs, stored, _ = read(header, ["1", "2", "仅退款", "5", MADE, "待处理"])
    assert (code, stored[0]["case_refund"]) == ("aftersales", 500)


def test_settlements_of_other_platforms_tell_what_was_paid_and_what_went_back():
    """Neither was read, so that no profit had the refund."""
    header = "订单号 结算时间 下单时间 用户实付 退款金额 平台服务费 带货佣金 结算金额".split()
    _, _, stored, _ = read(header, ["1", MADE, MADE, "59.90", "10", "2.99", "5.99", "40.92"])
    told = {code: stored[0][code] for code in ("paid", "refund", "service_fee", "commission")}
    assert told == {"paid": 5990, "refund": 1000, "service_fee": 299, "commission": 599}
    assert stored[0]["ordered_at"] == stored[0]["time"]


@pytest.mark.parametrize(
    ("row", "refund", "fee", "commission"),
    [
        (("59.90", "0", "-2.99", "-5.99", "50.92"), 0, 299, 599),
        (("59.90", "-59.90", "0", "0", "0"), 5990, 0, 0),
        (("0", "-59.90", "2.99", "5.99", "-50.92"), 5990, -299, -599),
        (("59.90", "0", "2.99", "5.99", "50.92"), 0, 299, 599),
        (("0", "59.90", "-2.99", "-5.99", "-50.92"), 5990, -299, -599),
        (("59.90", "59.90", "-2.99", "0", "2.99"), 5990, -299, 0),
        (("0", "0", "-2.99", "0", "2.99"), 0, -299, 0),
        (("59.90", "", "-2.99", "", "56.91"), None, 299, None),
    ],
)
def test_what_a_settlement_takes_off_has_one_sign(row, refund, fee, commission):
    """Below 0, as others write it, a refund counted as none and a fee as money that came."""
    header = "订单号 结算时间 用户实付 订单退款 平台服务费 达人佣金 结算金额".split()
    _, _, stored, _ = read(header, ["1", MADE, *row])
    got = tuple(stored[0].get(code) for code in ("refund", "service_fee", "commission"))
    assert got == (refund, fee, commission)


def test_what_a_case_gives_back_and_an_order_costs_has_no_sign():
    header = "售后单号 订单号 售后类型 申请时间 退款金额".split()
    *_, stored, _ = read(header, ["1", "2", "仅退款", MADE, "-10.00"])
    assert stored[0]["case_refund"] == 1000
    header = "订单号 订单创建时间 实付款 预估推广佣金".split()
    *_, stored, _ = read(header, ["1", MADE, "59.90", "-5.99"], ["2", MADE, "10", ""])
    assert [row.get("commission") for row in stored] == [599, None]


def test_cases_of_a_shop_elsewhere_have_their_own_time_though_a_number_looks_like_one():
    header = "订单编号 退款编号 支付宝交易号 退款的申请时间 退款完结时间 宝贝标题 买家退款原因"
    row = ["1", "R9", "20260401", MADE, MADE, "柿饼", "七天无理由"]
    code, needs, stored, _ = read(header.split(), row)
    assert (code, needs, str(from_seconds(stored[0]["time"]))) == ("aftersales", (), MADE)
    told = [stored[0][name] for name in ("closed_at", "product_name", "case_reason")]
    assert told == [stored[0]["time"], "柿饼", "七天无理由"]


def test_without_what_was_paid_the_settled_amount_tells_a_sale():
    header = "订单号 结算时间 结算金额 平台服务费".split()
    *_, stored, _ = read(header, ["1", MADE, "56.91", "-2.99"], ["2", MADE, "-56.91", "-2.99"])
    assert [row["service_fee"] for row in stored] == [299, -299]


def test_a_bill_of_payments_is_no_traffic_for_one_word():
    """退款金额 alone made traffic of it."""
    header = "交易时间 微信订单号 商户订单号 退款金额 手续费".split()
    code, needs, stored, _ = read(header, [f"`{MADE}", "`1", "`2", "`0", "`0.1"])
    assert (code, needs) == ("any", ())
    assert str(from_seconds(stored[0]["time"])) == MADE


def test_a_bill_of_a_shop_at_a_payment_service_is_movements():
    """Its sums below told that no column had times, and its trades came in without one."""
    header = (
        "交易时间 商户号 微信订单号 商户订单号 用户标识 交易类型 交易状态 应结订单金额 代金券金额"
        " 微信退款单号 退款金额 退款状态 商品名称 手续费 费率".split()
    )
    trade = [
        f"`{MADE}",
        "`12",
        "`42",
        "`ks1",
        "`oUp",
        "`JSAPI",
        "`SUCCESS",
        "`59.90",
        "`0.00",
        "`0",
    ]
    back = [f"`{LATER}", "`12", "`42", "`ks1", "`oUp", "`JSAPI", "`REFUND", "`0.00", "`0.00", "`50"]
    code, needs, stored, refused = read(
        header,
        [*trade, "`0.00", "`", "`柿饼", "`0.36", "`0.60%"],
        [*back, "`12.00", "`SUCCESS", "`柿饼", "`-0.07", "`0.60%"],
        ["总交易单数", "应结订单总金额", "退款总金额", "手续费总金额"],
        ["`2", "`59.90", "`12.00", "`0.29"],
    )
    assert (code, needs, list(refused)) == ("movements", (), [4, 5])
    told = [(str(from_seconds(row["time"])), row["direction"], row["amount"]) for row in stored]
    assert told == [(MADE, "收", 5990), (LATER, "支", -1200)]
    assert [row["related_no"] for row in stored] == ["ks1", "ks1"]
    flow = "记账时间 微信支付业务单号 资金流水单号 业务类型 收支类型 收支金额(元) 账户结余(元)"
    row = [f"`{MADE}", "`42", "`50", "`交易", "`支出", "`0.36", "`159.54"]
    code, needs, stored, _ = read(flow.split(), row)
    assert (code, needs, stored[0]["flow_no"], stored[0]["amount"]) == ("movements", (), "50", -36)


def test_a_movement_that_says_neither_is_named():
    header = "交易时间 收/支 金额 交易订单号".split()
    *_, refused = read(
        header, [MADE, "不计收支", "1", "1"], [MADE, "/", "1", "2"], [MADE, "支出", "1", "3"]
    )
    assert refused == {2: "bad_direction", 3: "bad_direction"}
    header = "记账时间 收入金额 支出金额".split()
    *_, stored, refused = read(header, [MADE, "1", ""], [MADE, "", ""])
    assert (len(stored), refused) == (1, {3: "no_amount"})


@pytest.mark.parametrize(
    "header",
    [
        "日期,仓库名称,数量",
        "日期,商品名称,数量",
        "订单号,商品名称,数量",
        "日期,订单退款,备注",
        "品名,运费,单价",
        "日期,余额,摘要",
        "日期,收入,支出",
    ],
)
def test_everyday_words_decide_no_kind(header):
    """仓库名称 and 数量 made orders of a list of stores, which then lacked an order number."""
    labels = header.split(",")
    row = [{"日期": "2026-04-05"}.get(label, "甲" if "名" in label else "1") for label in labels]
    code, needs, *_ = read(labels, row)
    assert (code, needs) == ("any", ())


def test_traffic_is_what_traffic_says():
    row = ["2026-04-05", "1", "2"]
    assert read("日期 花费 订单数".split(), row)[0] == "traffic"
    assert read("日期 花费 数量".split(), row)[0] == "traffic"
    assert read("日期 指数 热度".split(), row, kind="traffic")[1] == ()
