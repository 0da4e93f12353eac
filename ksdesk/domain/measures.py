"""The six measures of the platform against a deposit below its line."""

from __future__ import annotations

from typing import Final

MEASURES: Final = (
    "cart_closed",
    "listing_closed",
    "selling_closed",
    "withdrawal_limited",
    "functions_limited",
    "sub_shop_transfer",
)
"""What the platform may do below the line, in the order of the rule (keys deposit.measure.*):
关闭小黄车, 关闭商品上架, 关闭商品销售, 限制货款提现, 限制/关闭其他功能, 从子店铺货款划转补足."""
