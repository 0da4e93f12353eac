"""Which rows of an export are one buyer's."""

from __future__ import annotations

import pytest

from ksdesk.domain.personal import is_buyers_address, is_buyers_number, is_buyers_phone
from ksdesk.importers.buyers import Buyers

KEY = b"k" * 32
HOME = "陕西省西安市雁塔区人民路12号3单元"


def keys(header: str, *rows: str, key: bytes = KEY) -> list[str | None]:
    return Buyers(header.split(","), key).keys([row.split(",") for row in rows])


@pytest.mark.parametrize(
    ("header", "first", "again"),
    [
        ("订单号,收货人电话,收货地址", f"1,13812345671,{HOME}", f"2,+86 138-1234-5671,{HOME}"),
        (
            "收货人电话,收货地址",
            f"'13812345671,{HOME}",
            "13812345671.0,陕西省 西安市 雁塔区 人民路12号3单元",
        ),
        ("手机,收货地址", f"13812345671,{HOME}", f'="13812345671",{HOME}'),
        (
            "收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址",
            "13812345671,陕西省,西安市,雁塔区,,人民路12号3单元",
            f"13812345671,陕西省,西安市,雁塔区,,{HOME}",
        ),
        ("买家ID,收货人电话,收货地址", f"8812345,13812345671,{HOME}", "8812345,13912345672,"),
        ("buyer_open_id,实付款", "f18a_kQ9==,5", "f18a_kQ9==,7"),
        ("receiver_phone,receiver_address", f"13812345671,{HOME}", f"13812345671,{HOME}"),
    ],
)
def test_one_buyer_is_the_same(header, first, again):
    one, two = keys(header, first, again)
    assert one is not None and one == two
    assert len(one) == 32 and int(one, 16) and "13812345671" not in one


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("收货人电话,收货地址", f"138****5671,{HOME}"),
        ("收货人电话,收货地址", "13812345671,陕西省西安市雁塔区******"),
        ("收货人电话,收货地址", f"13812345671-1234,{HOME}"),
        ("收货人电话,收货地址", f"13812345671转1234,{HOME}"),
        ("收货人电话,收货地址", f"13812345671,{HOME}[1234]"),
        ("收货人电话,收货地址", "13812345671,陕西省西安市"),
        ("收货人电话,收货地址", f",{HOME}"),
        ("收货人电话,实付款", "13812345671,5"),
        ("虚拟号,收货地址", f"13812345671,{HOME}"),
        ("隐私号码,收货地址", f"13812345671,{HOME}"),
        ("寄件人电话,寄件人地址", f"13812345671,{HOME}"),
        ("发货人电话,收货地址", f"13812345671,{HOME}"),
        ("收货人电话,仓库地址", f"13812345671,{HOME}"),
        ("客服电话,收货地址", f"13812345671,{HOME}"),
        ("买家ID", "88****5"),
        ("买家ID", "-"),
        ("买家昵称,收货人姓名", "小鱼儿,王小明"),
    ],
)
def test_who_is_not_certain_is_nobody(header, row):
    assert keys(header, row, row) == [None, None]


def test_others_are_others_and_another_key_tells_nothing():
    header = "收货人电话,收货地址"
    rows = (f"13812345671,{HOME}", f"13912345672,{HOME}", f"13812345671,{HOME}1室")
    found = keys(header, *rows)
    assert len({*found}) == 3 and None not in found
    assert not {*found} & {*keys(header, *rows, key=b"j" * 32)}


@pytest.mark.parametrize(
    "label",
    ["达人ID", "团长ID", "商品ID", "订单号", "用户数", "买家留言", "收货人姓名", "省", "快赚客ID"],
)
def test_what_names_no_buyer(label):
    assert not is_buyers_number(label) and not is_buyers_phone(label)


@pytest.mark.parametrize(
    "label", ["省", "收货地址-市", "收货地址（必填）", "详细地址", "区", "receiver_city"]
)
def test_parts_of_addresses(label):
    assert is_buyers_address(label)
