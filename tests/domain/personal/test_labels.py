"""What the name of a column says: whose telephone, address or number it holds."""

from __future__ import annotations

import pytest

from ksdesk.domain.personal import labels


def split(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize(
    "label", split("电话 手机号 联系方式 虚拟号码 手机尾号 Phone mobile_no Tel ContactTel 固话")
)
def test_columns_of_telephones(label):
    assert labels.is_telephone(label)


@pytest.mark.parametrize("label", split("姓名 地址 订单号 手机壳型号 电话费 name 微信号 日期 备注"))
def test_columns_of_no_telephones(label):
    assert not labels.is_telephone(label)


@pytest.mark.parametrize(
    "label", split("电话 收货人电话 买家手机 联系电话 手机号 phone receiver_mobile")
)
def test_a_telephone_is_the_buyers_own(label):
    assert labels.is_buyers_phone(label)


@pytest.mark.parametrize(
    "label",
    split(
        "虚拟号码 隐私电话 中间号码 分机号 手机尾号 手机后四位 手机归属地 传真 寄件人电话"
        " 发件人手机 退货人电话 店铺电话 主播手机 推荐人电话 客服电话 phone_ext sender_phone"
        " 买家姓名 地址 微信号"
    ),
)
def test_a_telephone_that_is_lent_or_of_others_is_no_buyers_own(label):
    assert not labels.is_buyers_phone(label)


@pytest.mark.parametrize(
    "label",
    split(
        "收货地址 详细地址 地址 收货人省份 收货城市 省 市 区 县 街道 区县 收件地址 address"
        " receiverState receiver_district town receiver_street"
    ),
)
def test_a_part_of_a_buyers_address(label):
    assert labels.is_buyers_address(label)


@pytest.mark.parametrize(
    "label",
    split(
        "店铺地址 仓库地址 退货地址 寄件地址 发货人地址 国家 国家名称 邮编 邮政编码 姓名 电话 备注"
        " 商品名称 日期 return_address sender_city email"
    ),
)
def test_no_part_of_a_buyers_address(label):
    assert not labels.is_buyers_address(label)


@pytest.mark.parametrize(
    "label",
    split(
        "买家ID 买家id 客户编号 用户uid 会员标识 买家平台ID buyerId customer_no open_id union-id"
        " user_openid"
    ),
)
def test_numbers_of_buyers(label):
    assert labels.is_buyers_number(label)


@pytest.mark.parametrize("label", split("订单编号 商品ID 达人ID 买家昵称 买家 用户数 id uid"))
def test_numbers_of_others(label):
    assert not labels.is_buyers_number(label)


@pytest.mark.parametrize(
    ("label", "ours"),
    [
        ("店铺地址", True), ("主播姓名", True), ("商品名称", True), ("客服备注", True),
        ("买家订单备注", False), ("收货地址", False), ("姓名", False), ("粉丝团", False),
    ],
)  # fmt: skip
def test_what_is_of_the_shop_and_of_no_buyer(label, ours):
    assert labels.is_ours(label) == ours


@pytest.mark.parametrize(
    ("label", "account"),
    [
        ("账号", True), ("帐号", True), ("快手号", True), ("抖音ID", True), ("账号昵称", True),
        ("uid", True), ("KS id", True), ("买家账号", False), ("快手", False), ("账号明细", False),
    ],
)  # fmt: skip
def test_accounts_of_nobody_knows_whom(label, account):
    assert labels.is_account(label) == account


@pytest.mark.parametrize(
    "label",
    [*split("字段1 A Column3 列 未命名 ID 编号 号 1 F2 甲 三 备注2 其他"), "", "Unnamed: 3"],
)
def test_labels_that_tell_nothing(label):
    assert labels.is_unsaying(label)


@pytest.mark.parametrize("label", split("姓名 订单编号 颜色 abc 第三列 备注内容 甲方"))
def test_labels_that_tell_something(label):
    assert not labels.is_unsaying(label)


@pytest.mark.parametrize(
    ("label", "orders"),
    [
        ("订单号", True), ("订单编号", True), ("原订单ID", True), ("售后单号", True),
        ("售后编号", True), ("退款单编号", True), ("order_no", True), ("Order ID", True),
        ("订单数", False), ("商品编号", False),
    ],
)  # fmt: skip
def test_numbers_of_orders_and_their_cases(label, orders):
    assert labels.numbers_orders(label) == orders


@pytest.mark.parametrize(
    ("label", "maybe", "region", "buyers_region", "bare"),
    [
        ("用户", True, False, False, False), ("Members", True, False, False, False),
        ("打赏用户", True, False, False, False), ("用户数", False, False, False, False),
        ("打赏人", False, False, False, False), ("地区", False, True, False, False),
        ("收货人地区", False, True, True, False), ("收货省份", False, False, True, False),
        ("省份", False, False, False, False), ("收货地址", False, False, False, False),
        ("Name", False, False, False, True), ("name：", False, False, False, True),
        ("Full Name", False, False, False, False), ("姓名", False, False, False, False),
    ],
)  # fmt: skip
def test_people_regions_and_bare_names(label, maybe, region, buyers_region, bare):
    found = (labels.is_maybe(label), labels.is_region(label), labels.is_buyers_region(label))
    assert found == (maybe, region, buyers_region)
    assert labels.is_bare_name(label) == bare


@pytest.mark.parametrize(
    ("label", "personal"),
    [
        ("手机（11位）", True), ("收货地址（省）", False), ("收货地址（省市区）", True),
        ("（必填）姓名", True), ("数量（件）", False), ("备注（姓名）", True), ("", False),
        (" : ", False), ("（）", False), ("邮编（收货）", True),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_counts_unless_it_names_a_province(label, personal):
    assert labels.is_personal(label) == personal
