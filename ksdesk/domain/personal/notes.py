"""Telephones, numbers of papers, mail addresses and streets: what they look like, and notes without
them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ksdesk.domain.invisible import WITHOUT

BLOT: Final = "***"
"""What stands in a note where something personal stood."""

_LONGEST_ADDRESS: Final = 120
_PHONE: Final = (
    r"(?:(?:\+|00)?86[-\s]?)?"
    r"(?:1[3-9]\d[-\s._—–]?(?:\d{4}|[*xX]{4})[-\s._—–]?(?:\d{4}|[*xX]{4})|1 [3-9](?: \d){9})"
    r"(?:\s*(?:转|[-,#]|ext\.?)\s*\d{1,6}(?!\d))?"
)
_LANDLINE: Final = r"(?:\(?0\d{2,3}\)?[-\s—–]|\(0\d{2,3}\))\d{7,8}(?:-\d{1,6})?"
_ABROAD: Final = r"\+(?:852|853|886)[-\s]?\d(?:[-\s]?\d){7,9}|09\d{2}-\d{3}-\d{3}"
_ANY_PHONE: Final = rf"(?<![\d.])(?:{_PHONE}|{_LANDLINE}|{_ABROAD})(?![\d]|\.\d)"
_EMAIL: Final = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_APART: Final = r"[\s/_.·,、~()*-]{0,3}"
_PAPER: Final = rf"(?<![0-9A-Za-z])[1-9](?:{_APART}\d){{16}}{_APART}[0-9Xx](?![0-9A-Za-z])"
_PLACE: Final = r"[\u4e00-\u9fa5]"
_STREET: Final = (
    rf"{_PLACE}[\u4e00-\u9fa50-9A-Za-z]{{0,14}}?"
    r"(?:路|街|大道|巷|弄|胡同|村|邨|小区|花园|家园|公寓|大厦|广场|苑|里|屯|组|[一二三四五六]段|[技业]园)"
    r"[\u4e00-\u9fa50-9A-Za-z\-—#()]{0,16}?"
    r"(?:\d+[A-Za-z]?(?:号楼|号院|[号號]|[栋棟]|幢|室|单元|[楼樓]|[层層]|组|弄|座)|[A-Z](?:[栋棟]|幢|座)|(?<!\d)\d{1,3}(?:-\d{1,4}){2,3})"
    r"[\u4e00-\u9fa50-9A-Za-z\-—#]{0,24}"
)
_HONG_KONG: Final = (
    rf"{_PLACE}{{1,12}}(?<![味知渠频頻通轨跑赛管報报难公地人力说門门这那一两几第每首])道[东西南北中東]?\s?"
    r"\d{1,4}[A-Za-z]?(?:-\d{1,4}[A-Za-z]?)?[号號][\u4e00-\u9fa50-9A-Za-z\-—#]{0,24}"
    r"|(?<![A-Za-z0-9])(?:(?i:flat|room|rm|unit)\.?\s?[A-Z0-9]{1,5}\s?,?\s?\d{1,3}\s?/\s?F"
    r"|(?:[A-Z0-9]{1,3}座\s?)?\d{1,3}(?:[樓楼層层]|/F)\s?[A-Z0-9]{1,5}[室房])"
)
_ROOM: Final = (
    r"(?:\d{1,3}(?:号楼|栋|幢)|[A-Z](?:栋|幢|座))[\s-]?(?:\d{1,2}单元[\s-]?)?\d{2,5}[室房]?"
    r"(?![\d元块件个斤])"
)
_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷"
    "钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路"
    "岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋"
    "植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉"
    "简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐"
    "虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺"
)
_NO_NAME: Final = (
    "(?!明[天日晚早]|[白黄金银蓝红]色|方便|马上|包[邮裹装]|都[要是有]|全部|单[独号]|成功|时间|安[排装]|温馨|路上|左右|毛[衣巾]"
    "|应该|原[因来]|关[于闭]|查[收询看]|解[释决]|何时|任何|常[来用]|连[同续]|高[兴领]|管用|计划|简单|平[台安]|段时)"
)
_FAMILY: Final = f"(?:欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐|[{_SURNAMES}])"
_NAME: Final = rf"{_NO_NAME}{_FAMILY}[\u4e00-\u9fa5*某]{{1,2}}"

_has_street = re.compile(f"{_STREET}|{_HONG_KONG}").search
_place_and_more = re.compile(
    rf"(?:{_PLACE}{{2,8}}(?:省|自治区)|北京市?|上海市?|天津市?|重庆市?|(?={_PLACE}{{2,6}}市))[\s,]*{_PLACE}{{1,8}}市?[\s,]*"
    rf"{_PLACE}{{1,10}}(?:区|县|旗|镇|乡|街道|市)[\s,]*\S{{2,}}"
).match


def is_address(text: str) -> bool:
    """Whether a text is an address below the city."""
    return len(text) <= _LONGEST_ADDRESS and bool(_has_street(text) or _place_and_more(text))


_card_shape = re.compile(r"[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9X]").fullmatch


def paper_number(text: str) -> bool:
    """Whether a text is the number of an ID card or a residence permit, whatever stands between
    its digits. The place may be younger than its owner, as it is on many a card."""
    digits = re.sub(r"\W|_", "", text).upper()
    if not _card_shape(digits):
        return False
    from stdnum import numdb
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    try:
        ric.get_birth_date(digits)
    except ValidationError:
        return False
    place = numdb.get("cn/loc").info(digits[:6])
    known = digits.startswith("83") or any("county" in found for _, found in place)
    return known and bool(ric.calc_check_digit(digits) == digits[-1])


_NAMED: Final = (
    r"(?:收[货件]人|联系人|姓名|名字|买家|客户|顾客|签收人)\s*[:是为叫]\s*"
    r"(?P<name>[\u4e00-\u9fa5*]{2,4})"
)
_ACCOUNT: Final = (
    r"(?:微信号?|v信|vx|wx|wechat|weixin|QQ号?|扣扣|旺旺|加微|加v)\s*[:是为]?\s*"
    r"(?P<account>[A-Za-z0-9][\w-]{4,24})"
)
_CARD: Final = (
    r"身份证(?:号码?|证号)?\s*[:是为]?\s*(?P<card>[1-9](?:[\s-]?\d){14}(?:(?:[\s-]?\d){2}[\s-]?[0-9Xx])?)"
    r"(?![0-9A-Za-z])"
)
_OF_PAPER: Final = r"(?:号码?)?\s*[:是为]?\s*"
_PASSPORT: Final = (
    rf"(?:护照|通行证|军官证|驾驶?证|台胞证|回乡证){_OF_PAPER}"
    r"(?P<paper>[A-Za-z]{0,2}\d{6,12})(?!\d)"
)
_BANK: Final = (
    rf"(?:银行卡|卡号|储蓄卡|信用卡|银行账[号户]|提现[至到]|汇[至到]){_OF_PAPER}"
    r"(?P<bank>\d(?:[\s-]?\d){11,18})(?!\d)"
)
_BETWEEN: Final = r"[\s,:;、/|_-]{0,4}"
_GIVEN: Final = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞刚桂英玉萍娥玲芬燕彬鹏辉斌宇浩凯健俊峰志建国文明海波荣新云飞雪梅兰琴慧颖婷琳佳欣怡雯"
    "倩莹洁晨雨梦思子梓轩涵博睿昊然诺宸泽希妍萱淑珍凤莲翠晓小红雅蓉菲薇瑶璐琪瑞祥贵福德仁义忠诚毅立永振庆华丹丽美宏森林翔"
    "艺宁岚婉娇媛嘉佩可欢乐娴彤钰铭宝生东旭阳亮光胜利学才世少康平顺成龙虎"
)
"""What given names are made of."""
_WHOLE_NAME: Final = rf"{_NO_NAME}{_FAMILY}[{_GIVEN}]{{2}}"
_in_imports = (
    re.compile(
        rf"(?:(?<![\u4e00-\u9fa5A-Za-z0-9:])(?P<alone>{_WHOLE_NAME}|{_FAMILY}(?=先生|女士|小姐|太太))"
        r"(?=(?:收|签收|亲启)?(?![\u4e00-\u9fa5])|先生|女士|小姐|太太|[要买拍订的])"
        rf"|(?:(?<=[给找是叫班跟请让])|(?<=买家|客户|顾客|改成|改为|货人|件人|系人))(?P<told>{_WHOLE_NAME}))"
    ),
    re.compile(
        r"(?:抖音|快手|小红书|微博|视频|B站)(?:账?号|ID)\s*[:是为]?\s*(?P<account>[A-Z0-9][\w.-]{3,24})",
        re.IGNORECASE | re.ASCII,
    ),
    re.compile(
        "(?<![\u4e00-\u9fa5])(?:车牌号?[:是为]?\\s*)?(?P<plate>"
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\\s]?[A-Z0-9]{5,6})(?![A-Z0-9])"
    ),
)
"""What in a seller's own words may be of the shop: names that stand alone, accounts, cars."""
_near = re.compile(
    rf"(?:(?:(?<!{_PLACE})|(?<=[找给寄叫请系是为]))(?P<before>{_NAME})(?:先生|女士|小姐|老师)?{_BETWEEN}\(?)?"
    rf"(?P<phone>{_ANY_PHONE})"
    rf"(?:{_BETWEEN}(?:找|联系|叫|是)?(?P<after>{_NAME})收?(?!{_PLACE}))?"
)
_anywhere = (re.compile(_EMAIL),)
# Where case tells nothing, a shape with thousands of ideographs in a range compiles for 70 ms.
_in_notes = (
    *map(re.compile, (_NAMED, _CARD, _PASSPORT, _BANK)),
    re.compile(_ACCOUNT, re.IGNORECASE),
    *map(re.compile, (_STREET, _HONG_KONG, _ROOM)),
)
# 订单号 13812345678, YT13812345678: the number of an order or a parcel, of as many digits.
_numbers_a_thing = re.compile(
    r"(?:[单水递流裹易批编]号(?:码|是|为)?\s*[:#]?\s*[A-Za-z]{0,4}"
    r"|(?<![A-Za-z])(?!tel|ph|mob|vx|wx|qq)[A-Za-z]{2,4})$",
    re.IGNORECASE,
).search
_paper = re.compile(_PAPER)
_in_address = re.compile(r"https?://[^\s?]*$").search
_spaced = re.compile(
    rf"(?<![\d.])(?:(?:\+|00)?86{_APART})?(?P<phone>1{_APART}[3-9](?:{_APART}\d){{9}})(?!\d|\.\d)"
)
_goes_on = re.compile(r"[\s-]\d{3,4}(?![\d年:./-]|\s?[元件个号斤箱单])").match
"""Four more digits in a group of their own: the number of a parcel."""
_GROUPS: Final = {(11,), (3, 4, 4), (3, 8), (7, 4), (5, 6), (3, 3, 5), (3, 2, 2, 2, 2), (1,) * 11}
"""How a telephone is grouped, and hardly a list of prices or sizes."""
_told = re.compile(
    r"(?:电话|手机(?![壳膜支屏架套链挂包])|联系|拨打?|致电|微信|v信|tel|phone|mob(?:ile)?|vx|wx)[^\d,;]{0,6}$",
    re.IGNORECASE,
).search
_TOLD_LINE: Final = "(?:电话|座机|固话|传真|致电|(?<![a-z])(?:tel|fax))"
_told_landlines = (
    re.compile(
        _TOLD_LINE + r"[^\d,;]{0,6}(?P<phone>0\d{2,3}\)?[-\s]?\d{3,4}[-\s]?\d{4})(?!\d)",
        re.IGNORECASE,
    ),
    # one of the same city, which no day is taken for
    re.compile(
        _TOLD_LINE + r"(?:号码?)?\s*[:是为]?\s*"
        r"(?P<phone>(?!20\d\d[-\s]?[01])[2-9]\d{2,3}[-\s]?\d{4})(?![-\s]?\d)",
        re.IGNORECASE,
    ),
)
_suspect = re.compile(
    r"微信|v信|vx|wx|qq|扣扣|旺旺|加[微v]|\d{4}|(?:\d\W{0,3}){11}|@|[:是为叫]"
    r"|\d+[A-Za-z]?(?:号|號|栋|棟|幢|室|单元|楼|樓|层|層|座)|-\d+-|\d/F",
    re.I,
).search
_SPOKEN: Final = str.maketrans(
    "零〇幺一二三四五六七八九壹贰叁肆伍陆柒捌玖", "001123456789123456789"
)
_GONE: Final = "\ue000"


class _Plain(dict[int, str]):
    """Signs of another width, digits of another shape (❸) and dashes, each as the usual one."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        normal = unicodedata.normalize("NFKC", sign)
        if (digit := unicodedata.digit(sign, None)) is not None:
            normal = str(digit)
        elif unicodedata.category(sign) == "Pd" or sign == "−":
            normal = "-"
        return self.setdefault(code, normal if len(normal) == 1 else sign)


_PLAIN: Final = _Plain()


def blotted(text: str, *, note: bool = True, names: bool = False) -> str:
    """A text without telephones and whose they are, numbers of papers and mail addresses; a `note`
    also without accounts and streets, which look like names of goods elsewhere; with `names` also
    without names that stand alone and the like, which a seller may write of the shop's own."""
    seen = text.translate(WITHOUT)
    plain = seen.translate(_PLAIN)
    made = plain
    for shape in _in_imports if names else ():
        made = shape.sub(_blot, made)
    spoken = made.translate(_SPOKEN)
    if made == plain and not _suspect(spoken):
        return text
    made = _paper.sub(_without_paper, made)
    made = _near.sub(_without_phone, made)
    for shape in (*_anywhere, *(_in_notes if note else ())):
        made = shape.sub(_blot, made)
    if note:
        for shape in _told_landlines:
            made = shape.sub(_blot, made)
        spoken = made.translate(_SPOKEN)
        left = _spaced.sub(_without_spaced, _paper.sub(_without_paper, spoken))
        if left != spoken:
            made = _hidden(left, made)
    if made == plain:
        return text
    return re.sub(f"{_GONE}+", BLOT, _hidden(made, seen))


def _hidden(left: str, text: str) -> str:
    """A text without what is gone in `left`, sign by sign."""
    return "".join(one if one == _GONE else kept for one, kept in zip(left, text, strict=True))


def _gone(found: re.Match[str]) -> str:
    return _GONE * len(found[0])


def _without_paper(found: re.Match[str]) -> str:
    return _gone(found) if paper_number(found[0]) else found[0]


def _without_phone(found: re.Match[str]) -> str:
    """Nothing, but for digits that number an order, a parcel or a page."""
    start = found.start("phone")
    named = _numbers_a_thing(found.string[max(0, start - 12) : start])
    plain = found["phone"][:11].isdecimal()
    longer = not plain and _goes_on(found.string, found.end("phone"))
    kept = (named and plain) or longer or _in_address(found.string, 0, start)
    return found[0] if kept else _gone(found)


def _without_spaced(found: re.Match[str]) -> str:
    """Nothing where the digits are grouped as a telephone is, or one is spoken of before."""
    start, end = found.span()
    groups = tuple(map(len, re.findall(r"\d+", found["phone"])))
    usual = (
        groups in _GROUPS
        and not re.search(r"[/,、~*]", found["phone"])
        and not _goes_on(found.string, end)
    )
    named = _numbers_a_thing(found.string[max(0, start - 12) : start])
    told = _told(found.string, max(0, start - 16), start)
    if not told and (named or not usual or _in_address(found.string, 0, start)):
        return found[0]
    return _gone(found)


def _blot(found: re.Match[str]) -> str:
    """The match without what it is about, its introduction kept: 微信号 ***."""
    for start, end in (found.span(name) for name in found.re.groupindex if found[name]):
        rest = found[0][end - found.start() :]
        return found[0][: start - found.start()] + _GONE * (end - start) + rest
    return _gone(found)


# What columns are told by.
_CUT: Final = r"1[3-9]\d[/·]\d{4}[/·]\d{4}"  # in a note it may be three prices
is_phone = re.compile(rf"(?:{_PHONE}|{_LANDLINE}|{_CUT})").fullmatch
has_phone = re.compile(_ANY_PHONE).search
is_email = re.compile(_EMAIL).fullmatch
is_name = re.compile(rf"{_NAME}(?:先生|女士|小姐)?").fullmatch
