"""Shop types in words; in English each keeps its platform name beside it."""

from __future__ import annotations

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP, Words

said = Words("ShopTypes")

PLATFORM = {
    "personal": "个人店",
    "sole_trader": "个体工商户",
    "company": "普通企业店",
    "specialty": "专营店",
    "exclusive": "专卖店",
    "flagship": "旗舰店",
    "mall_flagship": "卖场型旗舰店",
}
"""As the phone letters them."""

TYPES = {
    "personal": QT_TRANSLATE_NOOP("ShopTypes", "Personal shop"),
    "sole_trader": QT_TRANSLATE_NOOP("ShopTypes", "Sole trader"),
    "company": QT_TRANSLATE_NOOP("ShopTypes", "Company shop"),
    "specialty": QT_TRANSLATE_NOOP("ShopTypes", "Multi-brand shop"),
    "exclusive": QT_TRANSLATE_NOOP("ShopTypes", "Brand shop"),
    "flagship": QT_TRANSLATE_NOOP("ShopTypes", "Flagship shop"),
    "mall_flagship": QT_TRANSLATE_NOOP("ShopTypes", "Mall flagship"),
}


def type_name(code: str) -> str:
    """个人店; in English "Personal shop 个人店"."""
    word, name = said(TYPES[code]), PLATFORM[code]
    return word if word == name else f"{word} {name}"
