"""What the name of a column tells, whatever kind of table it stands in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain
from typing import Final

_units = re.compile(r"[(【\[]([^()【】\[\]]*)[)】\]]")
_MONEY_UNITS: Final = {"元": "yuan", "人民币": "yuan", "¥": "yuan", "厘": "li", "分": "fen"}
_DROPPED: Final = frozenset(
    "元 人民币 厘 分 合 % 秒 s 次 人 个 分钟 件 条 单 张 款 笔 必填 选填 非必填 可选 必填项 选填项"
    " required optional +元 -元 单位:元 单位:分 rmb cny yuan".split()
)
_NOT_LETTERS = re.compile(r"[\s_\-·:：*/]+")


@cache
def plain(label: str) -> str:
    """A label without case, width, blanks and unit in brackets: ``总花费（元）(合)`` → 总花费."""
    text = unicodedata.normalize("NFKC", label).strip().lower().replace("帐", "账")
    text = _units.sub(lambda m: "" if _DROPPED.issuperset(_parts(m[1])) else m[0], text)
    return _NOT_LETTERS.sub("", text)


def _parts(text: str) -> list[str]:
    """What stands in brackets: 必填,元 are two things."""
    return [part.strip() for part in _parted.split(text)]


_parted = re.compile(r"[,;、/]")


def unit_of(label: str) -> str:
    """The unit a header states in brackets: yuan, li (厘, 1/1000 元), fen, minutes or ""."""
    text = unicodedata.normalize("NFKC", label)
    for found in chain.from_iterable(map(_parts, _units.findall(text))):
        if found in _MONEY_UNITS:
            return _MONEY_UNITS[found]
        if found in ("分钟", "min", "minutes"):
            return "minutes"
    return ""


@cache
def looks_like_id(label: str) -> bool:
    """Whether a column of that name identifies something, whatever it holds."""
    return is_id(label) or _of_any(_bare(label)) is not None


@cache
def is_id(label: str) -> bool:
    """Whether a column of that name identifies something that belongs to the shop."""
    return bool(_of_things(_bare(label))) or is_number_of_row(label)


@cache
def counts_lines(label: str) -> bool:
    """Whether a column of that name numbers the lines of its table, each time anew."""
    return _of_lines(unicodedata.normalize("NFKC", label).strip()) is not None


@cache
def tells_figures(label: str) -> bool:
    """Whether a column of that name holds amounts or counts, however long they are."""
    return _of_figures(_bare(label)) is not None


def names_days(label: str) -> bool:
    """Whether a column of that name holds days or spans of them, be they times or texts."""
    return _of_days(plain(label)) is not None


def names_options(label: str) -> bool:
    """Whether a column of that name holds variants of goods, or their codes."""
    return _of_options(plain(label)) is not None


_of_options = re.compile(
    r"规格|尺[码寸]|码数|型号|款[式号]|货号|颜色|属性|编码|sku|variant|option|spec|size|model"
).search
_of_days = re.compile(r"日期|时间|月日|^日$|^[年月]份?$|周期|^date$|^day$|^month$").search


def _bare(label: str) -> str:
    return _in_brackets.sub("", unicodedata.normalize("NFKC", label)).strip()


_in_brackets = re.compile(r"(?<=\S)\s*[(【\[][^()【】\[\]]*[)】\]]\s*$")
_of_lines = re.compile(r"序号|行号|序列|顺序号|(?i:no\.?|#|index|row ?(no|number)?)").fullmatch
_of_figures = re.compile(
    r"((?<=[^\s编])[额量数费]|(?<=[^\s评])价|(?<=[^\s单])元"
    r"|[货退付收到尾定余欠扣补垫存贷借汇打放回罚赔税价]款"  # no 主推款, which is a thing
    r"|成本|利润|收入|支出|花费|消耗|营收|库存|积分|人次"
    r"|(?i:gmv|amount|total|cost|(?<!ac)count|qty|quantity))$"
).search
_of_things = re.compile(
    r"(_id|[a-z]Id|ID|(?<![A-Za-z])[Ii]d|编号|編號|编码|編碼|条码|条形码|批次|序列号|型号|單號"
    r"|(?:货|款|批|渠道|包裹|店铺|门店|素材|商品|料|工|桌|箱|合同)号"
    r"|(?i:bar ?code|\bean|\bupc|\bisbn"
    r"|\bsku|\bcode|\bno\.?|\bnumber))$"
).search
# no 5号 of a month, no 大号 or M号 of a size, no 信号
_of_any = re.compile(
    r"(?:(?<![0-9一二三四五六七八九十几大中小特加全均同信口符称序行A-Za-z])号|热线)$"
).search
_of_row = re.compile(r"(单号|流水号|流水|凭证号|order ?(no|number|id)|serial ?(no|number))$").search
_of_row_too = re.compile(
    r"((订单|子单|主单|售后单?|退款单?|退货单?|换货单?|运单|快递单?|物流单?|包裹|支付单?|交易单?"
    r"|账单|单据|流水|结算单?|凭证|发票)(编号|编码|id)|order-id)$"
).search


@cache
def is_number_of_row(label: str) -> bool:
    """Whether a column of that name numbers orders, parcels or bills."""
    return is_in_keys_by_day(label) or _of_row_too(_tidy(label)) is not None


def is_in_keys_by_day(label: str) -> bool:
    """The same of the names by which rows of the seller's own tables stand in books with their day
    alone. A name that joined them would bring rows that are there in once more."""
    return _of_row(_tidy(label)) is not None


def _tidy(label: str) -> str:
    tidy = unicodedata.normalize("NFKC", label).strip().lower()
    return tidy.replace("_", " ").rstrip(".#:： ")
