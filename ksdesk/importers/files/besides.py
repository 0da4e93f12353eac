"""What stands in a table besides its rows: totals, notes, headers printed once more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from ksdesk.importers.names import plain

_LONGEST: Final = 60  # of a total's words; a note may be longer
_LONGEST_NOTE: Final = 500
_MOST_SEEN: Final = 20_000  # texts remembered
_LINE: Final = 4  # signs

_signs = re.compile(r"[\s*=_#\-—·.…]+")
_SIMPLE: Final = str.maketrans("計總頁數額筆項當單備註說審製彙", "计总页数额笔项当单备注说审制汇")
_core = r"(?:合计|总计|小计|共计|总和|汇总|累计|sub-?total|grandtotal|totals?)"
_counted = (
    "(?:记录|数据|订单|商品|流水|明细|交易|主播|达人|客户|人员|员工|门店|店铺|计划|场次|直播|品种)"
)
_total = re.compile(
    r"(?:本|当|全|各|按)?(?:页|月|日|天|周|年度?|次|期|店|部|店铺|账户|计划|商品|平台|人民币|金额|数量"
    r"|费用|支出|收入|订单|数据|全部|所有|总|grand|overall)*"
    rf"{_core}(?:/{_core})?(?:(?:金额|数量|笔数|件数|收入|支出)?[(:¥0-9共].*)?"
    r"|.{1,20}(?:合计|小计|总计|subtotal)|[0-9]{6,8}total|(?:总|共)[0-9].*元|(?:合计|汇总|总计)(?:数|值|行|数据|金额|数量):?"
    r"|总(?:数|额|量|金额|数量|件数|笔数|单数|人数|库存|条数|行数|记录数):?(?:¥?[0-9.,]+[元条笔行单件个人]?)?"
    r"|累计(?:金额|数量|数|收入|支出):?|求和|[Σσ∑].{0,10}|(?:合计|总计|人民币|金额)*\(?大写\)?(?:金额)?(?::.*)?"
    r"|承前页|过次页|其中:.*|.{2,6}总(?:数|额|笔数|单数|件数|人数|金额|数量|条数):(?:¥?[0-9.,]+.{0,2})?"
).fullmatch
_derived = re.compile(
    r"(?:(?:日|月|周|年|人|场|单|店|件|次|户)均|平均)(?:数|值|价|额)?:?|均值:?|(?:最大|最小|最高|最低)值:?|中位数:?|标准差:?"
    r"|(?:同比|环比)(?:[昨前]日|上[周月年期]|去年)?(?:同期)?(?:增长|增幅|变化|涨幅)?率?|占比|average:?|avg:?|median:?|sum:?"
).fullmatch
_count = re.compile(
    r"(?:共计?|总共|合计|总计|total:?)[0-9]+(?:条|笔|行|项|单|件|个|页|张|款|人|位|名|场|家|组|天|种|records?|rows?|items?)"
    rf"{_counted}?(?:[,;:(、。].*)?|[0-9]+[条笔行]{_counted}|[0-9]+(?:records?|rows|results)"
    r"|(?:count|rows|records):?[0-9]+|已?(?:收入|支出|退款|中性交易|不计收支|转入|转出):?[0-9]+笔.*"
).fullmatch
_balance = re.compile(
    r"(?:期初|期末|[年月日]初|[年月]末|日终|[上本前][期月年日页周]|[昨当今]日)(?:账户|账面|可用|现金|银行|资金|商品)*"
    r"(?:余额|结余|结存|余款|余数|发生额|库存)(?:及余额|金额|数量?)?(?:[(:¥0-9].*)?"
    r"|承?[上前][期月年日页](?:结?转|余额|结余)(?:余额|结余)?|承[上前][期月年日页]"
    r"|结转[至到入]?[上下本次][期月年日页](?:余额|结余)?"
    r"|(?:opening|closing|beginning|ending|starting)balance(?:[(:¥$0-9].*)?"
    r"|balance(?:(?:brought|carried)(?:forward|down)|[bc]/[fd])|[bc]/f"
).fullmatch
"""What was there before the first row or is left after the last: no movement of its own."""
_whole = re.compile(
    r"(?:全部|所有|全体|整体|不限)(?:账户|计划|广告组|组|创意|商品|单元|直播间|直播|店铺|门店|平台|渠道|地区|省份|城市"
    r"|仓库|类目|主播|达人|人员|员工|成员|人|客户|账号|类型|状态|来源|数据|日期|时间|规格|款式|sku|品类|品种|单品|链接"
    r"|作品|视频|场次|时段|设备|部门|小组|分组|项目|活动|推广)?|all"
    r"|(?:账户|全?店铺?)整体|全店|全账户|全员|全国|全平台|全天|整天|全日"
).fullmatch
_note = re.compile(
    r"(?:备?注|注意|注释|说明|附注|提示|温馨提示|声明|制表人?|制单人?|审核人?|复核人?|审批人?|经办人?|填表人?"
    r"|导出人|打印人|操作人|签字|盖章|(?:导出|打印|制表|生成|下载|统计|查询|更新|截止|起始|终止)(?:时间|日期)"
    r"|数据来源|来源|单位|notes?|remarks?|source|(?:generated|exported|printed)(?:at|on|by)?)[0-9]*:.*"
    r"|(?:导出|打印|制表|生成|下载|统计|查询|截止)(?:时间|日期)|数据(?:截止|更新)[至到于]?.*[0-9].*"
    r"|(?:以上|上述|本表|本报表|此表|注:|※).*|.*列表结束|endof[a-z]*|暂无数据"
    r"|续表|接上[页表]|第[0-9]+页(?:[,/，]?共[0-9]+页)?|page[0-9]+(?:of[0-9]+)?"
).fullmatch
_of_remarks = re.compile(r"备注|留言|说明|描述|内容|note|remark|comment|memo|message").search


_of_subjects = re.compile(r"摘要|事项|科目|^项目|品名|^名称$|summary|particulars|subject").search


def is_subject(label: str) -> bool:
    """Whether a column of that name says what its row is of, though rows have other names too."""
    return _of_subjects(plain(label)) is not None


def is_remark(label: str) -> bool:
    """Whether a column of that name holds what people write: there 合计 is a word like others."""
    return _of_remarks(plain(label)) is not None


def kind_of(text: str) -> str:
    """ "total_line" or "note_line" where a text says that its row is none of the table, "" else."""
    squeezed = _squeezed(text)
    if not squeezed:  # a line drawn of signs; fewer are "no value"
        return "note_line" if len(text.strip()) >= _LINE else ""
    if len(squeezed) <= _LONGEST and any(told(squeezed) for told in (_total, _derived, _balance)):
        return "total_line"
    return "note_line" if _count(squeezed) or _note(squeezed) else ""


def is_whole(text: str) -> bool:
    """Whether a text stands for all of something: a total, where parts stand beside it."""
    return _whole(_squeezed(text)) is not None


def _squeezed(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIMPLE)
    tidy = _signs.sub("", text.casefold())
    return tidy.strip("[]【】()「」<>\"'") if tidy[:1] in "[【(「<\"'" else tidy


def among(cells: Iterable[str], *, dated: bool = False) -> Callable[[str], str]:
    """What a text of a naming column says of its row, `cells` being others of the column. What
    reads like a note may be a name, where figures stand beside it. In a `dated` column so may a
    month or a range, unless it has several of the column's days in it."""
    different = dict.fromkeys(cells)
    parts = any(cell.strip() and not is_whole(cell) and not kind_of(cell) for cell in different)
    days = {day for day, last in filter(None, map(_span, different)) if day == last}

    def told(text: str) -> str:
        total = kind_of(text) == "total_line" or (parts and is_whole(text))
        span = dated and (
            _covers_several(text, days) or (len(days) > 1 and _spell(_squeezed(text)))
        )
        return "total_line" if total or span else ""

    return told


_Day = tuple[int, int, int]
_DAY = r"(?:([0-9]{4})[-/.年])?([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?(?![0-9])|月份?)"
_days = re.compile(rf"{_DAY}(?:[~\-–—至到]+{_DAY})?|([0-9]{{4}})[-/.]([0-9]{{1,2}})").fullmatch


def _span(text: str) -> tuple[_Day, _Day] | None:
    """The first and last day that a text names (year 0: it says none), a month's from 0 to 99."""
    found = _days(unicodedata.normalize("NFKC", re.sub(r"\s+", "", text)))
    if found is None:
        return None
    year, month, day, to_year, to_month, to_day, of_year, of_month = (
        int(part or 0) for part in found.groups()
    )
    first = (year or of_year, month or of_month, day)
    last = (to_year, to_month, to_day) if to_month else first
    return first, (last[0] or first[0], last[1], last[2] or 99)


_spell = re.compile(
    r"(?:[近最过]近?去?)[0-9一二两三七十]+(?:天|日|周|个?月)|[本上当这][周月]|[昨今]日|[昨今]天|(?:[0-9]{4}年?)?(?:第?[0-9]{1,2}周|w[0-9]{1,2})"
    r"|(?:[0-9]{4}年?)?(?:第?[一二三四1-4]季度|q[1-4]|[上下]半年)|[0-9]{4}年(?:度|全年)?|全[年月周]"
).fullmatch
"""A span that no days stand in: a week, a quarter, the last seven days."""


def _covers_several(text: str, days: Collection[_Day]) -> bool:
    """Whether a text names a span that has more than one of these days in it."""
    span = _span(text)
    return span is not None and span[0] != span[1] and sum(_covers(*span, day) for day in days) > 1


def _covers(first: _Day, last: _Day, day: _Day) -> bool:
    begin = 0 if first[0] and day[0] else 1  # without the year where one side says none
    return first[begin:] <= day[begin:] <= last[begin:]


# Of a line with nothing else in it.
_alone = re.compile(
    r"备?注|注意(?:事项)?|说明|附注|提示|温馨提示|声明|notes?|remarks?|完|结束|(?:the)?end|eof|盖章|签[字名章]|未完待续"
    r"|以?下空白|(?:此页|以下)?无正文|转下页|[0-9]{1,3}/[0-9]{1,3}"
    r"|.{0,12}(?:说明|口径|周期|条件|时间|日期|声明|来源|单位|[人员]|范围|更新|备注|事项|币种|财务|会计|出纳|主管|审核|复核"
    r"|经办|审批|制表|编制|签[字名]|盖章|店铺|账号|报表|页码|版本|电话|热线|支持|网址):.*"
    r"|.*(?:仅供参考|(?:系统|自动)(?:生成|导出|产生)|免责声明|不作为.*(?:依据|凭证)|没有更多|已经?到底).*"
    r"|(?:generated|exported|printed|created|powered)(?:at|on|by).*"
).fullmatch
_signed = re.compile(r"(?:制表|制单|审核|复核|审批|经办|填表|会计|出纳|财务|主管)人?").fullmatch
"""Places for names below a table, on one line."""
_remark = re.compile(
    r"\s*(?:[0-9]{1,2}[.、)]|\([0-9]{1,2}\)|[*※])\s*.*"
    r"(?:本表|报表|数据|统计|口径|未|不含|不计|仅|为准|请|以上|上述)"
).match


def _is_remark(text: str) -> bool:
    """Whether a text that stands alone in its line says something of the table."""
    if len(text) > _LONGEST_NOTE:
        return False
    return bool(_alone(_squeezed(text)) or _remark(unicodedata.normalize("NFKC", text)))


class Lines:
    """Says of the lines of a table whether their first words make them none of its rows."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = [cell.strip() for cell in header]
        self._remarks = {index for index, label in enumerate(header) if is_remark(label)}
        self._seen: dict[str, str] = {}

    def why(self, row: Sequence[str]) -> str:
        """ "total_line", "note_line" or "" for a row of the table."""
        filled = ((index, cell) for index, cell in enumerate(row) if cell.strip())
        index, first = next(filled, (0, ""))
        if not first:
            return ""
        if self.is_header(row):
            return "note_line"
        found = self._told(first)
        if found == "total_line" and index not in self._remarks:
            return found
        if found == "note_line":
            unlike = sum(not self._told(cell) for _index, cell in filled)
            return found if unlike <= 1 else ""
        if len(self._header) < 2:
            return ""
        others = [cell for _index, cell in filled]
        signed = _signed(_squeezed(first)) and all(_signed(_squeezed(cell)) for cell in others)
        alone = not others and _is_remark(first)
        return "note_line" if alone or (others and signed) else ""

    def _told(self, cell: str) -> str:
        if cell not in self._seen:
            if len(self._seen) > _MOST_SEEN:
                self._seen.clear()
            self._seen[cell] = kind_of(cell) if len(cell) < _LONGEST_NOTE else ""
        return self._seen[cell]

    def is_header(self, row: Sequence[str]) -> bool:
        """Whether a row is the header, printed once more."""
        return (
            row[0].strip() == self._header[0]
            and [cell.strip() for cell in row[: len(self._header)]] == self._header
        )
