"""What tables of products call their columns.

No header of an official product export is known, so columns are recognised by their names.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ksdesk.domain.imports.products import LEVELS
from ksdesk.domain.products.cells import COUNTS, MONEY
from ksdesk.importers.names import plain

LABELS: Final = {
    "title": """商品名称 商品标题 名称 标题 商品 品名 宝贝标题 宝贝名称 title producttitle
        productname product name itemname""",
    "short_title": "短标题 商品短标题 shorttitle",
    "category": "类目 商品类目 分类 商品分类 类别 category",
    "price": "价格 售价 单价 商品价格 销售价 SKU价格 现价 price price(¥) saleprice",
    "struck_price": """划线价 市场价 原价 吊牌价 crossedoutprice crossedoutprice(¥) struckprice
        struckprice(¥) marketprice""",
    "stock": "库存 库存数量 可用库存 现有库存 商品库存 SKU库存 stock inventory quantity",
    "threshold": "提醒线 库存提醒线 低库存线 库存预警 预警库存 lowat threshold",
    "code": "SKU编码 商家编码 规格编码 商品编码 货号 sku skucode code",
    "item_id": "商品ID 商品编号 宝贝ID itemid productid",
    "platform": "平台 来源平台 platform",
    "state": "状态 商品状态 state status",
    "way": "来源 种类 商品种类 kind",
    "selling_point": "卖点 商品卖点 sellingpoint",
    "link": "链接 商品链接 链接或口令 链接或分享文字 link url linkorsharetext",
    "note": "备注 商品备注 note remark",
    "spec": "规格 商品规格 规格属性 销售属性 variant options",
    **{f"level{n}": f"规格名{n} 规格{n}名称 option{n}name" for n in range(1, LEVELS + 1)},
    **{f"option{n}": f"规格{n} 规格值{n} option{n}" for n in range(1, LEVELS + 1)},
}
VARIANTS: Final = frozenset(
    """颜色 花色 颜色分类 尺码 尺寸 码数 鞋码 款式 口味 香型 香味 型号 容量 净含量 重量 套餐
    版本 包装 color colour size style flavor flavour""".split()
)
"""Labels of columns whose cells are options, the label being the name of their level."""

FIGURES: Final = frozenset((*MONEY, *COUNTS))
_NUMBERS: Final = frozenset(("code", "item_id", *FIGURES))


@cache
def codes() -> dict[str, str]:
    """Plain label → field of products."""
    return {plain(word): code for code, words in LABELS.items() for word in words.split()}


def is_number(label: str) -> bool:
    """Whether a label is of codes or figures of goods, which may look like telephones."""
    return codes().get(plain(label)) in _NUMBERS
