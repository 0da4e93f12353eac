"""Which columns hold buyers' data, by label and by cells, and what is blotted out of notes."""

from __future__ import annotations

import pytest

from ksdesk.domain.personal import BLOT, blotted, is_note, is_personal, personal_columns
from ksdesk.domain.personal.notes import paper_number

PERSONAL = """
收货人|收货人姓名|收货人电话|收货人手机|收货人手机号|收货人手机号码（必填）|收货人地址|
收货人详细地址|收货信息|收货人信息|收货手机|收货电话|收货地址|收货地址-区|收货地址-街道|
收货地址（详细）|收件人|收件人姓名|收件人电话|收件人手机|收件地址|收件信息|收件电话|
收件人(脱敏)|买家|买家姓名|买家昵称|买家会员名|买家账号|买家帐号|买家支付宝账号|买家ID|
买家id|买家手机|买家电话|买家地址|买家微信|买家旺旺|买家邮箱|买家名称|买家名|买家信息|客户|
客户姓名|客户名称|客户名|客户昵称|客户电话|客户手机号|客户地址|客户信息|客户资料|客户编号|
顾客姓名|顾客电话|会员名|会员昵称|会员手机号|会员姓名|会员卡号|会员账号|会员ID|用户名|
用户昵称|用户姓名|用户ID|用户手机|用户手机号|用户地址|用户信息|用户账号|粉丝昵称|粉丝ID|
下单人|下单人姓名|下单用户昵称|下单人手机号|付款人|付款人姓名|付款方账户|支付人姓名|联系人|
联系人姓名|联系人电话|联系电话|联系方式|联系手机|联系地址|手机|手机号|手机号码|手机1|
手机尾号|手机后四位|电话|电话号码|固定电话|固话|座机|备用电话|虚拟号|虚拟号码|虚拟电话|
虚拟手机号|隐私号|隐私号码|隐私电话|虚拟小号|分机号|姓名|真实姓名|实名姓名|实名信息|昵称|
微信|微信号|微信昵称|加的微信号|QQ|QQ号|旺旺号|邮箱|电子邮箱|地址|详细地址|
详细收货地址/提货地址|修改后的收货地址|收货街道|街道|区县|收货区县|区/县|小区|门牌号|邮编|
邮政编码|收货邮编|配送地址|配送信息|送货地址|寄件人|寄件人电话|退货人姓名|退货人电话|签收人|
取件人姓名|提货人电话|身份证|身份证号|身份证号码|证件号|证件号码|护照号|银行卡号|开户名|户名|
生日|出生日期|对方名称|对方账号|交易对方|对方账户|购买人|购买人手机|购买者昵称|消费者姓名|
订购人姓名|中奖用户昵称|评价人昵称|IP地址|物流信息|账号明细|省市区|支付宝账号|Phone|phone|
Mobile|Tel|Tel.|Telephone|Phone Number|phone_no|Mobile No|Cell Phone|Name|name|Full Name|
First Name|Last Name|Address|address1|Address Line 2|Street|Zip|Zip Code|Postcode|
Postal Code|Recipient|Recipient Name|Recipient Phone|Consignee|Consignee Address|
consignee_name|Receiver|receiver_name|receiverMobile|ReceiverAddress|Buyer|Buyer Name|
buyer_nick|buyerId|Buyer Email|Customer|Customer Name|customer_phone|Customer Address|
Shipping Name|Shipping Phone|Shipping Address1|Shipping Zip|Billing Name|Billing Address|
Ship To Name|User Name|username|user_id|userId|userName|Member Name|member_id|WeChat|
WeChat ID|weixin|QQ number|Email|E-mail|email_address|Contact|Contact Name|Contact Phone|
contactInfo|ID Number|ID No.|ID Card|idCardNo|Passport No|Nickname|nick|ContactTel|
DeliveryAddress|recipient_mobile_masked|收件人/电话|姓名/电话|收货人+地址|收货人&电话|
客户微信号|下单手机号|预留电话|收方电话|寄方姓名|发票抬头|税号|收货人QQ|openid|买家openUid|
抖音昵称|加密手机号|密文地址|receiver_district|ShipTo|电话（收货人）|手机(11位)|
地址（省市区+详细）|姓名（真实）|買家姓名|收貨地址|電話|手機號碼|xingming|充值账号|对手信息|对手户名|交易对手|对手账号|下单账号|下单帐号|购买账号|收货详情|
订单联系人|售后联系人电话|代收人|家庭住址|cust_tel|Contact_Person|收货方|收件方|送达人|提问人|
取货人|自提人|提货人|收礼人|出行人|乘机人|入住人|预订人|订餐人|就诊人|监护人|车主|旅客|车牌号|身份信息|支付宝实名|
评价人|评论者|关注者|投诉人|打赏人|登录名|收款账号|镇|乡镇|VX|加粉微信|绑定微信|联系微信号
"""
KEPT = """
订单号|订单编号|商品名称|商品ID|店铺名称|店铺地址|门店地址|仓库地址|服务门店地址|退货地址|
发货地址|达人昵称|主播昵称|主播姓名|主播名称|CPS达人昵称|团长昵称|快赚客昵称|授权推广者昵称|
推广者昵称|计划名称|广告计划名称|单元名称|创意名称|账户名称|账号名称|直播间名称|直播标题|
收货时间|确认收货时间|收货状态|收货数量|收货省份|收货地址-省|收货地址-市|收货地址（省）|省份|
省|城市|市|收货城市|收件省|收货人省份|收货人所在市|买家留言|买家备注|买家实付|
买家实际支付金额|买家应付邮费|买家支付方式|客户备注|客户数|客户等级|用户数|新用户数|
用户支付金额|用户实付金额|支付用户数|会员价|会员等级|会员数|会员折扣|粉丝|粉丝数|粉丝团人数|
涨粉数|新增粉丝|观众数|观众人数|观看用户数|支付人数|下单人数|购买人数|成交人数|手机端访客数|
手机壳型号|手机型号|手机品牌|电话费|微信支付|微信小程序订单|支付方式|订单备注|备注|快递公司|
快递单号|物流单号|运单号|物流状态|发货时间|发货状态|承诺发货时间|流水号|账务流水号|业务类型|
商品链接|链接地址|图片地址|网址|主图地址|视频地址|商品规格|SKU编码|条码|货号|名称|标题|品名|
类目|分类|分类名称|渠道|渠道名称|活动名称|优惠券名称|标签名称|门店名称|仓库名称|供应商名称|
品牌名称|公司名称|机构名称|商家名称|商家ID|商户号|结算商户号|卖家备注|客服备注|人均停留时长|
人均观看时长|日期|时间|小时|花费|直接GMV|涨粉|观看数|客单价|客单数|场次|主播|达人|达人ID|
团长ID|用户画像|售后状态|退款金额|收货率|签收时间|签收状态|签收率|配送方式|配送费|区域|地区|
城市编码|订单用户数|付款时间|付款金额|下单时间|付款方式|联系次数|id|ID|date|spend|
Product Name|product_name|Item name|Shop name|store_name|campaign_name|Campaign Name|
account_name|ad_name|Seller Name|Order ID|order_no|Tracking Number|SKU|Title|Quantity|Price|
Note|Remark|Users|New users|user_count|Customers|members|Shipping|Shipping Method|
shipping_fee|Shipping City|Shipping Province|City|Province|Customer count|mobile_views|
Mobile visitors|Image url|Warehouse Address|Store Address|live_name|Status|Country|cost|
clicks|Delivery Date|delivery_time|Contact count|file name|买家城市|receiverState|
客户手机是否脱敏|用户手机型号|买家评价|提货码|拼团用户数|加粉数|加粉成本|微信成交额|镇店款|
是否实名|已实名|乘客|家长|预订人数|评价用户数|打赏人数|投诉率|收款金额|登录次数|收货方式
"""


def labels(text: str) -> list[str]:
    return [label.strip() for label in text.replace("\n", "").split("|")]


@pytest.mark.slow
@pytest.mark.parametrize("label", labels(PERSONAL))
def test_a_buyers_data_are_known_by_label(label):
    assert is_personal(label)


@pytest.mark.parametrize("label", labels(KEPT))
def test_what_is_no_buyers_stays(label):
    assert not is_personal(label)


PHONES = ("13800000001", "138 0000 0002", "+86-13800000003", "138****0004", "029-88880000")
CELLS = {
    "telephones": ("号", PHONES),
    "telephones that came as numbers": (
        "备用",
        ("13800000001.0", '="13900000003"'),
    ),
    "a few telephones": ("其他", ("13800000001", "无", "13900000002")),
    "all in one": (
        "信息1",
        ("张三 13800000001 陕西省西安市小寨路1号", "李四 13900000002"),
    ),
    "addresses": ("去向", ("人民路12号3单元", "小寨路街道10号楼", "浙江省杭州市西湖区文三路9号")),
    "numbers of papers": ("号2", ("11010519491231002X", "110105 19491231 002X")),
    "numbers cut by signs": ("号2", ("110105/19491231/002X", "110105_1949_1231_002X")),
    "mail": ("备案", ("a@b.cn", "c.d@example.com")),
    "people by the word": ("用户", ("小鱼儿", "大树")),
    "telephones cut by signs": ("号2", ("138/0000/0001", "138·0000·0002")),
    "streets without a number": ("去向", ("广州市天河区体育西路", "北京市朝阳区望京街道")),
    "people where they went": ("目的地", ("王小明", "李雷雷", "张伟")),
}


@pytest.mark.parametrize("name", CELLS)
def test_where_the_label_says_nothing_the_cells_do(name):
    label, cells = CELLS[name]
    assert personal_columns(["订单", label], [("1", cell) for cell in cells]) == {1}


def test_names_are_told_by_the_telephones_beside_them():
    rows = [("王小明", "红色", "13800000001"), ("李雷", "黄色", "13800000002")]
    assert personal_columns(["给谁", "颜色", "联系"], rows) == {0, 2}
    assert personal_columns(["给谁", "颜色"], [row[:2] for row in rows]) == set()


def test_a_bare_name_is_a_product_unless_a_buyer_is_there():
    assert personal_columns(["Name", "Price"], [("Tea", "12")]) == set()
    assert personal_columns(["Name", "Mobile"], [("Li", "13800000001")]) == {0, 1}
    assert personal_columns(["name", "spend"], [("王小明", "3"), ("张三", "4")]) == {0}


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("浏览量", ("13800", "1390000", "12")),
        ("用户", ("120", "1,300", "1.2w")),
        ("规格", ("花园系列3号色", "5号", "加大")),
        ("时间", ("2026-11-18 10:20:30", "2026-11-19")),
        ("城市", ("西安市", "杭州市")),
        ("批次", ("20261118001", "20261118002")),
        ("主播", ("王小明", "李雷")),
        ("店铺地址", ("人民路12号3单元", "文三路9号")),
    ],
)
def test_other_cells_are_no_buyers(label, cells):
    assert personal_columns([label], [(cell,) for cell in cells]) == set()


def test_a_number_of_nobody_knows_what_is_a_telephone_where_all_are():
    rows = [("13800000001",), ("13900000002",)]
    assert personal_columns(["ID"], rows, [True]) == {0}
    assert personal_columns(["ID"], [*rows, ("4",), ("5",)], [True]) == set()


def test_a_known_column_is_not_judged_by_its_cells():
    rows = [("13800000001",), ("13900000002",)]
    assert personal_columns(["订单号"], rows, [True]) == set()
    assert personal_columns(["订单号"], rows) == {0}


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("请发顺丰，电话13800000000", f"请发顺丰，电话{BLOT}"),
        ("打 138 0000-0000 或 ０２９-88880000", f"打 {BLOT} 或 {BLOT}"),
        ("张三 13812345678 收", f"{BLOT} 收"),
        ("转 138****5678", f"转 {BLOT}"),
        ("身份证 11010519491231002X 已核", f"身份证 {BLOT} 已核"),
        ("证 110105/19491231/002X", f"证 {BLOT}"),
        ("证 810000199408230021", f"证 {BLOT}"),
        ("证 830000199408230025", f"证 {BLOT}"),
        ("证 110105_1949_1231_002x", f"证 {BLOT}"),
        ("微信号:abc_12345 加我", f"微信号:{BLOT} 加我"),
        ("加vx abcdef123", f"加vx {BLOT}"),
        ("邮箱 a.b@example.com", f"邮箱 {BLOT}"),
        ("联系人：李四", f"联系人：{BLOT}"),
        ("人民路12号3单元502", BLOT),
        ("加V：abc_12345", f"加V：{BLOT}"),
        ("加微 abc_12345 谢谢", f"加微 {BLOT} 谢谢"),
        ("张伟（13812345678）", f"{BLOT}）"),
        ("放门口,5号楼2单元301", f"放门口,{BLOT}"),
        ("送5栋1201室", f"送{BLOT}"),
        ("十字万达广场B座1203", BLOT),
        ("科技园南区A栋1201", BLOT),
        ("幸福小区5-2-301", BLOT),
        ("臺北市南京東路三段100號", BLOT),
        ("打 +852 9123 4567", f"打 {BLOT}"),
        ("打 0912-345-678", f"打 {BLOT}"),
        ("银行卡6222021234567890123", f"银行卡{BLOT}"),
        ("卡号 6222 0212 3456 7890 123 退", f"卡号 {BLOT} 退"),
        ("护照号：G12345678", f"护照号：{BLOT}"),
        ("张伟-13812345678-货款", f"{BLOT}-货款"),
        ("提现至6222021234567890123", f"提现至{BLOT}"),
    ],
)
def test_notes_are_kept_without_what_is_personal(note, left):
    assert blotted(note) == left


@pytest.mark.parametrize(
    "note",
    [
        "订单 240412345678901 已退",
        "发到杭州市，谢谢",
        "价格138元，2026-11-18 10:20",
        "运单 SF1380000000012",
        "2026年11月15日20时30分",
        "场次 20261115203012345",
        "合计：3件",
        "第3号链接的商品",
        "满100减10",
        "这段时间12号前发货",
        "座椅套5座300元",
        "加微辣，加V领毛衣2024款",
        "护照包12个，贵宾卡100元",
        "村口5-6点，里面12-15寸",
        "QQ星12瓶",
    ],
)
def test_other_notes_stay_as_they_are(note):
    assert blotted(note) == note


def test_a_name_of_goods_is_no_street():
    assert blotted("花园系列3号色", note=False) == "花园系列3号色"
    assert blotted("花园系列 13800000000", note=False) == f"花园系列 {BLOT}"


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("单号:YT13812345678 王姐13912345678", f"单号:YT13812345678 王姐{BLOT}"),
        ("订单号 13812345678 明天 20:30 发", "订单号 13812345678 明天 20:30 发"),
        ("流水号13912345678，11-18 20:30", "流水号13912345678，11-18 20:30"),
        ("2431300112345678 于 20261118203015 退", "2431300112345678 于 20261118203015 退"),
        ("快递员 13812345678", f"快递员 {BLOT}"),
        ("电话13812345678明天发", f"电话{BLOT}明天发"),
        ("13812345678白色两件", f"{BLOT}白色两件"),
        ("1 3 8 1 2 3 4 5 6 7 8 要红色", f"{BLOT} 要红色"),
        ("138—1234—5678", BLOT),
        ("电话13812345678找张伟", f"电话{BLOT}"),
        ("13812345678 联系不上", f"{BLOT} 联系不上"),
        ("13812345678是空号", f"{BLOT}是空号"),
        ("(021)12345678", BLOT),
        ("1 2 3 4 5 6 7 8 9 1 2 号各一件", "1 2 3 4 5 6 7 8 9 1 2 号各一件"),
        ("单号13912345678 已签收", "单号13912345678 已签收"),
        ("\u202a138\u2060001\u200b38000\u202c 找他", f"{BLOT} 找他"),
        ("138_0013_8000", BLOT),
        ("打138.1234.5678", f"打{BLOT}"),
        ("身份证 110105194912310021", f"身份证 {BLOT}"),
        ("电话一三八一二三四五六七八", f"电话{BLOT}"),
        ("打幺三八 一二三四 五六七八", f"打{BLOT}"),
        ("手机：壹叁捌壹2345678，急", f"手机：{BLOT}，急"),
        ("13812 345678 或 138 12 34 56 78", f"{BLOT} 或 {BLOT}"),
        ("138 - 1234 - 5678、138‑1234‑5678", f"{BLOT}、{BLOT}"),
        ("①③⑧①②③④⑤⑥❼❽", BLOT),
        ("电话 138/1234/5678", f"电话 {BLOT}"),
        ("手机：138，1234，5678", f"手机：{BLOT}"),
        ("电话057187654321", f"电话{BLOT}"),
        ("证 110105，19491231，002X", f"证 {BLOT}"),
        ("fax 021-6123-4567、致电(0571)8888 6666", f"fax {BLOT}、致电({BLOT}"),
        ("座机：6123 4567", f"座机：{BLOT}"),
        ("固话号码 8765432，晚上打", f"固话号码 {BLOT}，晚上打"),
        ("传真是0755-2654-3210", f"传真是{BLOT}"),
        ("电话 20260308 打过 3 次，电话卡 100 元", "电话 20260308 打过 3 次，电话卡 100 元"),
        ("电话 2026-0308 后通，tel 5000 元", "电话 2026-0308 后通，tel 5000 元"),
        ("hotel 88886666 号房，批号 021-2026-0308", "hotel 88886666 号房，批号 021-2026-0308"),
        ("身份证一一零一零五一九四九一二三一零零二X", f"身份证{BLOT}"),
        ("138 1234 5678 2件，138 1234 5678 2026-11-30", f"{BLOT} 2件，{BLOT} 2026-11-30"),
        ("顺丰 138 1234 5678 9012", "顺丰 138 1234 5678 9012"),
        ("价格 139/1299/1599", "价格 139/1299/1599"),
        ("手机壳 150,160,170,18", "手机壳 150,160,170,18"),
        ("https://item.jd.com/13812345678.html", "https://item.jd.com/13812345678.html"),
        ("一三五发货，二四六盘点，１０：３０开播", "一三五发货，二四六盘点，１０：３０开播"),
        ("身份证号110105491231002 已看", f"身份证号{BLOT} 已看"),
    ],
)
def test_a_note_keeps_numbers_of_orders_and_times_and_loses_those_of_people(note, left) -> None:
    assert blotted(note) == left


def test_a_number_of_a_county_that_no_list_has_ends_no_import():
    """`KeyError: 'county'`: a file with such a number could not be read at all."""
    assert blotted("号 11019919491231002X") == "号 11019919491231002X"


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105 1949-1231.002X", True),
        ("110105194912310020", False),  # its last sign is another
        ("110105194913310024", False),  # no such month
        ("990105194912310023", False),  # no such place
        ("830000199201300022", True),  # a residence permit
        ("1101051949123100", False),
    ],
)
def test_numbers_of_papers_are_told_from_others_of_eighteen_digits(number, is_one):
    assert paper_number(number) is is_one


PEOPLE = ("王小明", "李雷", "欧阳小慧", "张建国", "陈芳芳")
PLACES = ("陕西省西安市雁塔区小寨路1号", "杭州市西湖区文三路9号", "人民路12号3单元")


@pytest.mark.parametrize(
    "label",
    "字段1|A|备注2|备注|列3|Column1|Unnamed: 3|其他|谁|称呼|快手号|抖音号|账号|帐号|ID|1|".split(
        "|"
    ),
)
@pytest.mark.parametrize("cells", [PEOPLE, PLACES])
@pytest.mark.parametrize("known", [[True, True], [False, False]])
def test_nothing_but_people_or_addresses_is_buyers_whatever_its_label(label, cells, known):
    known[1] = known[1] and label in ("备注", "ID", "账号")
    assert personal_columns(["日期", label], [("1", cell) for cell in cells], known) == {1}


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("主播", PEOPLE),
        ("商品", PEOPLE),
        ("计划", PEOPLE),
        ("值班", PEOPLE),
        ("花材", ("白玫瑰", "金鱼草", "康乃馨", "石竹花")),
        ("字段1", ("黄桃", "石榴", "金桔", "毛豆")),  # two signs each
        ("谁播的", ("王小明", "李雷雷") * 6),  # the shop's own, again and again
        ("备注2", ("王小明要的", "尽快发货", "李雷雷")),
        ("快手号", ("shizigou", "shizi_2")),
        ("账号", ("柿子沟果干", "柿子沟鲜果")),
    ],
)
def test_texts_that_are_like_names_are_kept_where_they_are_the_shops(label, cells):
    assert personal_columns(["日期", label], [("1", cell) for cell in cells]) == set()


@pytest.mark.parametrize("label", ["快手号", "快手ID", "账号", "帐号", "抖音号", "账号昵称"])
def test_an_account_beside_the_numbers_of_orders_is_its_buyers(label):
    rows = [("1", "xiaoyu_wx"), ("2", "dashu88")]
    assert personal_columns(["订单编号", label], rows) == {1}
    assert personal_columns(["日期", label], rows) == set()


def test_a_region_of_buyers_is_kept_down_to_the_city():
    """收货人地区 is a district in some exports, and a province in others."""
    for label in ("收货人地区", "收货地区"):
        assert personal_columns([label], [("碑林区",), ("富平县",)]) == {0}
        assert personal_columns([label], [("陕西省",), ("西安市",), ("大兴安岭地区",)]) == set()
    assert personal_columns(["区域"], [("华东区",), ("西南区",)]) == set()
    districts = [("1", "碑林区"), ("2", "富平县")]
    assert personal_columns(["订单号", "地区"], districts) == {1}
    assert personal_columns(["日期", "地区"], districts) == set()
    assert personal_columns(["订单号", "地区"], [("1", "香港特别行政区"), ("2", "陕西")]) == set()


def test_a_name_beside_an_address_and_an_account_beside_either_are_its_buyers():
    street = "西安市雁塔区小寨路12号"
    assert personal_columns(["去向", "给谁", "货"], [(street, "王小明", "柿饼")]) == {0, 1}
    rows = [("小鱼儿99", "xiaoyu_wx"), ("大树88", "dashu88")]
    assert personal_columns(["粉丝昵称", "快手号"], rows) == {0, 1}
    assert personal_columns(["奖品", "中奖ID", "榜一昵称"], [("柿饼", "a1", "乙")]) == {1, 2}


@pytest.mark.parametrize("label", ["客服记录", "情况", "沟通内容", "诉求", "跟进", "贺卡祝福"])
def test_free_words_are_notes_whatever_they_are_called(label):
    """Streets and accounts stayed in what the service wrote down."""
    assert is_note(label)


@pytest.mark.parametrize("label", ["打赏用户", "评价用户", "下单会员", "进店粉丝"])
def test_people_who_did_something_are_told_from_their_number(label):
    assert personal_columns([label], [("小鱼儿99",), ("大树88",)]) == {0}
    assert personal_columns([label], [("12",), ("1.2万",)]) == set()


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("王小明", "***"),
        ("王小明 两件", "*** 两件"),
        ("红色，王小明，李晓红", "红色，***，***"),
        ("给王小明发货", "给***发货"),
        ("我是刘海燕，要快", "我是***，要快"),
        ("别给王小明看", "别给***看"),
        ("陈志强先生要红色", "***先生要红色"),
        ("王小明收", "***收"),
        ("欧阳晓红要两件", "***要两件"),
        ("李女士收", "***女士收"),
        ("客户王小明要求改地址", "客户***要求改地址"),
        ("收货人王小明改成李晓红", "收货人***改成***"),
        ("高一3班王小明", "高一3班***"),
        ("抖音号 abc12345", "抖音号 ***"),
        ("快手ID：xiaoyu.99", "快手ID：***"),
        ("车牌陕A12345", "车牌***"),
        ("陕A·D12345 停门口", "*** 停门口"),
    ],
)
def test_a_name_that_stands_alone_in_a_note_of_an_import_is_somebodys(note, left):
    assert blotted(note, names=True) == left
    assert blotted(note) == note, "in a seller's own words it may be who packs"


ORDINARY = """
    金黄色 包装好 方便面 单独装 高大上 江小白 安全到家 毛绒绒的 刘德华演唱会 给老人家 给孩子
    给高个子的 给成年人 给家里人 高丽参两盒 明天发 都红了 海波纹 金银飞 胡萝卜 黄瓜味 应季新鲜
    花生米 平安健康 马上就来 万事如意 金玉满堂 全家福 康乐套装 打包:王小明 白玉兰香皂 要红色的
    谢谢老板 古风女装 成人款 石榴红
    找前台 客户要求 快手同款 抖音爆款A1 粤B 新A款 让平台处理
"""


@pytest.mark.parametrize("note", ORDINARY.split())
def test_ordinary_words_are_nobodys_name(note):
    assert blotted(note, names=True) == note


@pytest.mark.parametrize(
    "address",
    [
        "香港九龍旺角彌敦道123號旺角大樓15樓A室",
        "沙田瀝源邨福海樓12樓1203室",
        "屯門兆康苑A座12樓1203室",
        "皇后大道中99號中環中心15樓",
        "青山道88号",
        "太子道西193號新世紀廣場",
        "12樓B室",
        "Flat B, 12/F",
        "Room 1203 12/F",
    ],
)
def test_an_address_of_hong_kong_is_an_address(address):
    assert blotted(address) == BLOT
    assert blotted(f"送到 {address}") == f"送到 {BLOT}"


@pytest.mark.parametrize(
    "note",
    [
        "喜欢这个味道3号",
        "这道5号菜",
        "渠道12号",
        "发3号链接",
        "2/F的吗",
        "频道88号",
        "A座",
        "知道了",
    ],
)
def test_other_ways_and_floors_are_no_address(note):
    assert blotted(note) == note


MAIL, PAPER, PHONE = "a@b.cn", "11010519491231002X", "13800000001"


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        # half of mail addresses, a third of telephones or papers
        ([MAIL, "1"], True), ([MAIL, "1", "2"], False),
        ([PHONE] * 3 + ["0000"] * 7, True), ([PHONE] * 2 + ["0000"] * 8, False),
        ([PAPER] * 3 + ["0000"] * 7, True), ([PAPER] * 2 + ["0000"] * 8, False),
        ([f"找他 {PHONE}", "无事可做"], True), ([f"找他 {PHONE}", "无事可做", "好的"], False),
    ],
)  # fmt: skip
def test_how_many_cells_make_a_column_a_buyers(cells, known):
    assert personal_columns(["去向"], [(cell,) for cell in cells]) == ({0} if known else set())


@pytest.mark.parametrize(("names", "known"), [(4, {0, 1}), (3, {1})])
def test_four_of_five_texts_beside_telephones_are_names(names, known):
    people = ["王小明", "李雷雷", "张建国", "陈芳芳", "欧阳小慧"][:names] + ["1"] * (5 - names)
    rows = [(name, PHONE) for name in people]
    assert personal_columns(["给", "电话"], rows) == known


@pytest.mark.parametrize(
    "cell", [f'="{PHONE}"', f"'{PHONE}", f" {PHONE} ", f"{PHONE}.0", "１３８０００００００１"]
)
def test_a_cell_is_read_as_workbooks_write_it(cell):
    assert personal_columns(["号"], [("",), (cell,)]) == {0}


def test_a_short_row_has_no_cell_there():
    rows = [("1",), ("1", PHONE), ()]
    assert personal_columns(["单", "号"], rows) == {1}


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        (("王小明", "李雷", "张伟"), True),  # a third of three signs
        (("王小明", "李雷", "张伟", "陈芳"), False),
        (("王小明", "李雷雷", "张伟") * 2, True),
        (("王小明", "李雷雷", "张伟") * 3, False),  # the same few again and again
        (("王小明", "李雷雷"), False),
    ],
)
def test_people_are_told_by_their_names_alone(cells, known):
    assert personal_columns(["谁"], [(cell,) for cell in cells]) == ({0} if known else set())
