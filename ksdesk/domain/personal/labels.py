"""Which columns hold buyers' personal data, told by their names.

The names of columns differ from tool to tool, so a label is judged by what it is made of:
whose (收货人, 买家, receiver …) and what (姓名, 电话, address …); and where a label says nothing,
the cells do. Province and city stay, as does what belongs to the shop, a host or a product.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final


def _any(words: str) -> str:
    """A pattern of one of these words."""
    return f"(?:{'|'.join(words.split())})"


_BUYER: Final = _any(
    """收货人? 收件人? 签收人? 取件人 提货人 领取人 领奖人 接收人 买家 买方 购买[人者] 客户 客人
    顾客 会员 用户 粉丝(?![团群]) 下单[人者] 付款[人方] 支付[人方] 转账人 汇款人 联系人 联络人
    寄件人? 发件人 发货人 退货人 投保人 被保险?人 受益人 消费者 (?:交易)?对[方手] 订购人 订货人 收方
    寄方 本人 中奖[人者] 获奖[人者] 机主 持卡人 参与[人者] 报名[人者] 实收人 代收人 归属人
    申请人 预约人 核销人 使用人 拼单人 分享人 邀请人 推荐人 学员 团员 评价[人者] 评论[人者]
    提问[人者] 投诉[人者] 关注者 观众 网友 配送 送货 送达人 收[货件]方 购物者 打赏[人者]
    送礼[人者] 中奖(?=id|昵称|账|微信) 榜[一二三](?=id|昵称|账)"""
)
# said alone it means who it is, and not how many
_SOMEBODY: Final = _any(
    """收货人 收件人 签收人 取件人 提货人 领取人 接收人 买家 买方 购买[人者] 客户 顾客 下单[人者]
    付款人 支付人 联系人 联络人 寄件人 发件人 发货人 退货人 投保人 被保险?人 消费者 交易对[方手]
    对方 对手 订购人 订货人 收方 寄方 中奖[人者] 获奖[人者] 机主 持卡人 实收人 代收人 归属人 申请人
    预约人 核销人 使用人 拼单人 分享人 邀请人 推荐人 学员 团员 评价[人者] 评论[人者] 提问[人者]
    投诉[人者] 关注者 送达人 收[货件]方 打赏[人者] 送礼[人者] 报名[人者] 领奖人
    取货人 自提人 提货人 领货人 收礼人 受赠人 出行人 出游人 乘[机车]人 入住人 预[订定]人 订[餐房]人
    就诊人 代签人 委托人 监护人 车主 业主 住客 旅客"""
)
# the seller's side: its names and addresses are no buyer's
_OURS: Final = _any(
    """店铺 门店 商家 商户 卖家 店家 店 仓库? 退货地址 退货收 供应商 厂[家商] 品牌 服务商 快递公司
    物流公司 承运商 发货(?!人) 达人 主播 团长 机构 公司 网点 自提点 平台 官方 客服 员工 店长
    运营 负责人 业务员 场控 助播 推广[者员] 快赚客 创作者 作者 博主 账[号户] 直播间
    嘉宾 渠道 媒体 带货 商品 产品 宝贝 货品 活动 计划 素材 视频 作品 类目 分类 规格 优惠券? 标签
    等级 部门 项目 文件 套餐 订单"""
)
_EXTRA: Final = _any(
    """的 真实 完整 详细 注册 登录 绑定 备用 平台 会员 收货 收件 账[号户] 微信 支付宝 淘宝
    阿里 抖音 快手 京东 人 方"""
)
_WHO_IT_IS: Final = _any(
    """姓名 名字 名称 昵称 网名 全名 真名 账户名 名 姓 id uid openid openuid unionid 编号 号码 号
    卡号 账[号户] 信息 资料 详情 档案 标识 备注名 头像 生日 主页 微信 qq 旺旺 邮箱 签名
    身份 加密串 密文"""
)
_MORE: Final = r"(?:必填|选填|脱敏|加密|明文|密文|信息|明细|号码|号|码|[0-9一二三]|备用|主|副)*"

_anybody = re.compile(_BUYER).search
_ours = re.compile(_OURS).search
_buyers = re.compile(f"{_BUYER}{_EXTRA}*{_WHO_IT_IS}{_MORE}$").search
_alone = re.compile(f"(?:订单|原|实际)?{_SOMEBODY}{_MORE}").fullmatch
_person_at_end = re.compile(f"(?:(?!买家|客户|顾客|学员|团员){_SOMEBODY}){_MORE}$").search
_place_kept = re.compile(
    r"(?:省份?|州|自治区|直辖市|城市|省市|地级市|(?<!省)市|国家|地区|大区|区域)(?:名称?|编码|代码|id)?$"
).search
_place_below = re.compile(
    _any(
        """省市[区县] 区县 县区 街道 乡镇 村镇 门牌号? 小区 楼栋 楼号 房号 邮编 邮政编码
        详址 住址 住所 地址[-/·]?(?:区|县|镇|乡|村|详细|明细) 收[货件](?:[区县镇乡村地]|地点|位置)
        经纬度 定位 坐标"""
    )
    + "$"
).search
_address = re.compile(rf"地址{_MORE}$|地址(?:区|县|街道|详情|详细)$").search
_no_address = re.compile(
    _any(
        """网页? 网站 站点 链接 图片? 主图 视频 下载 素材 落地页 页面 跳转 文件 接口 商品 直播 存储
        url mac 邮件"""
    )
    + "地址"
).search
_TELEPHONES: Final = _any(
    """电话 手机 座机 固话 传真 联[系络]方式 联[系络]号码? 手机尾号 虚拟号码? 隐私号码? 中间号码?
    保护号码? 临时号码? 虚拟小号 隐私小号 转接号 分机号? 电联"""
)
_phone = re.compile(rf"{_TELEPHONES}{_MORE}(?:尾号|[后末][四4]位|归属地)?$").search
_papers = re.compile(
    _any(
        r"""身份证 身份号 身份信息 身份资料 车牌
        (?<!是否)(?<!已)实名$ 证件号 证件姓名 证件照 护照 社会?保障?号 驾驶?证号 通行证 居住证
        军官证 户口 银行卡 卡号$ 银行账[号户] 开户[人名] 户名$ ^实名 实名姓名 实名信息 真实姓名 生日
        出生 民族$ 籍贯 发票抬头 抬头名称 税号$ 纳税人 ^(?:open|union)id$
        (?:充值|登[录陆]|下单|购买|订购|拍下|付款|支付|退款|收款)账[号户]$"""
    )
).search
_ACCOUNTS: Final = _any("微信 weixin wx vx v信 薇信 qq 旺旺 阿里旺旺 支付宝")
_OF_ACCOUNT: Final = _any("号码? 名称? 昵称 id 账[号户名] 联系方式")
_accounts = re.compile(
    rf"^(?:.*(?:加粉?|绑定|联系|登记|注册|个人|私人))?{_ACCOUNTS}{_OF_ACCOUNT}?$|"
    rf"(?:微信号|qq号|旺旺号?|微信昵称|微信名|支付宝账[号户]){_MORE}$"
).search
_named = re.compile(rf"(?:姓名|真名|网名|大名){_MORE}$").search
_nicknamed = re.compile(rf"(?:昵称|花名|名字){_MORE}$").search
_somewhere = re.compile(r"姓名|昵称|电话|手机|地址|微信|邮箱|证件|账[号户]").search
_counted = re.compile(
    _any(
        """[数量率费额价] 时间 时长 状态 次数 类型 来源 等级 型号 品牌 端 方式 日期 是否.* 与否
        [后前]?金额 占比 访客 省份? 城?市"""
    )
    + "$"
).search
_whole = frozenset(
    """物流信息 账号明细 配送信息 联系信息 联系资料 区 县 镇 乡 村 邮箱 电子邮箱 收货信息 收发货人
    登录名 登陆名""".split()
)
_MAYBE: Final = frozenset(
    "用户 会员 粉丝 观众 访客 客人 网友 乘客 患者 家长 学生"
    " user users member members fan fans guest guests".split()
)
"""Names of columns that are people where the cells are texts, and counts where they are figures."""
_brackets = re.compile(r"[(（\[【<《].*?[)）\]】>》]")
_SIMPLE: Final = str.maketrans(
    "買貨電話機號碼聯絡暱稱會員戶顧詳細單銀證帳資郵編區縣鄉鎮門隱擬實費賣價寶賬繫",
    "买货电话机号码联络昵称会员户顾详细单银证账资邮编区县乡镇门隐拟实费卖价宝账系",
)

_ENGLISH_WHO: Final = frozenset(
    """buyer buyers customer cust client consignee cnee recipient receiver receive member user
    purchaser payer payee contact shipping ship delivery deliver billing bill guest addressee
    fan subscriber shopper holder cardholder sender""".split()
)
_ENGLISH_ALONE: Final = frozenset(
    """buyer customer client consignee cnee recipient receiver purchaser payer contact addressee
    sender cardholder""".split()
)
_ENGLISH_OURS: Final = frozenset(
    """shop store seller merchant warehouse supplier vendor brand anchor streamer talent host item
    product goods sku campaign ad unit creative image picture photo video url web link site
    page file plan group category company courier carrier channel platform mac live room order
    event coupon column sheet field service return""".split()
)
_ENGLISH_STRONG: Final = frozenset(
    """phone phones mobile tel telephone cellphone cell fax whatsapp wechat weixin wxid qq email
    mail district county town village apartment suite apt shouji shoujihao xingming dizhi
    dianhua nicheng lianxiren lianxifangshi shouhuoren shoujianren shipto billto deliverto
    address addr street postcode postal zip zipcode passport idcard surname nickname nick
    fullname firstname lastname realname username openid unionid birthday birthdate dob ssn
    landline""".split()
)
_ENGLISH_WEAK: Final = frozenset(
    "name names person info information detail details id uid no".split()
)
_ENGLISH_REST: Final = frozenset(
    """no number num id line info information code 1 2 3 masked encrypted country ext extension card
    detail details full""".split()
)
_ENGLISH_PEOPLE: Final = frozenset("first last full given family middle real nick pet sur".split())
_words = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_unsaid = re.compile(r"[\s_\-·:：*/\\()（）\[\]【】<>《》\"'“”‘’.,，。、|#＊]+")


@cache
def _plain(label: str) -> str:
    text = unicodedata.normalize("NFKC", label).lower().translate(_SIMPLE).replace("帐", "账")
    return _unsaid.sub("", text)


@cache
def is_personal(label: str) -> bool:
    """Whether a column of that name holds a buyer's personal data."""
    told = _brackets.sub("", label)  # 手机（11位）, but 收货地址（省）
    aside = _plain(label[len(told) :]) if told != label and label.startswith(told) else ""
    if told.strip() and told != label and not (aside and _place_kept(aside)):
        return _is_personal(told) or _is_personal(label)
    return _is_personal(label)


def _is_personal(label: str) -> bool:
    word = _plain(label)
    if not word:
        return False
    if word.isascii():
        return _in_english(label)
    if _papers(word) or word in _whole:
        return True
    buyer = _anybody(word) is not None
    if _place_kept(word) and not _place_below(word):
        return False
    if _accounts(word):
        return True
    if _phone(word):
        return buyer or not _ours(word)
    if _place_below(word):
        return buyer or not _ours(word)
    if _address(word) or word in ("地址", "ip地址"):
        return not _no_address(word) and (buyer or not _ours(word))
    if _named(word) or _nicknamed(word):
        return buyer or not _ours(word)
    if buyer and _somewhere(word) and not _counted(word):
        return True
    return bool(_buyers(word) or _alone(word) or _person_at_end(word) or _in_english(label))


def _in_english(label: str) -> bool:
    words = [word.lower() for word in _words.findall(unicodedata.normalize("NFKC", label))]
    if not words:
        return False
    buyer = not _ENGLISH_WHO.isdisjoint(words)
    ours = not buyer and not _ENGLISH_OURS.isdisjoint(words)
    joined = "".join(words)
    if label.isascii() and joined.removesuffix("id") in ("wechat", "weixin", "wx", "vx", "qq"):
        return True
    if joined in ("name", "idno", "idnumber", "idcardno", "nationalid", "identitycard"):
        return True
    if set(words) & {"idcard", "passport", "ssn"} or "idcard" in joined:
        return True
    while words and words[-1] in _ENGLISH_REST - {"id", "no", "info", "information"}:
        words.pop()
    while (
        len(words) > 1
        and words[-1] in ("no", "number", "info", "information", "id")
        and (words[-2] in _ENGLISH_STRONG | _ENGLISH_ALONE)
    ):
        words.pop()
    if not words:
        return False
    last = words[-1]
    if last in _ENGLISH_STRONG or joined in _ENGLISH_STRONG:
        return not ours
    if last in ("name", "names"):
        return buyer or (len(words) == 2 and words[0] in _ENGLISH_PEOPLE)
    if last in _ENGLISH_WEAK:
        return buyer and words[-2:-1] != ["bill"]
    return last in _ENGLISH_ALONE and not ours


def is_ours(label: str) -> bool:
    """Whether a column of that name is of the shop, a host or a product, and of no buyer."""
    word = _plain(label)
    return _ours(word) is not None and _anybody(word) is None


def is_bare_name(label: str) -> bool:
    """Whether a column is called "Name" and nothing more: a buyer's or a product's."""
    return _plain(label) == "name"


@cache
def is_buyers_region(label: str) -> bool:
    """Whether a column of that name holds a part of buyers' addresses, be it kept or not."""
    word = _plain(label)
    return _anybody(word) is not None and _place_kept(word) is not None


def is_region(label: str) -> bool:
    """Whether a column is called 地区 and does not say whose."""
    return _plain(label).endswith("地区")


def is_maybe(label: str) -> bool:
    """Whether a column of that name is people where its cells are texts: 用户, 打赏用户."""
    word = _plain(label)
    return word in _MAYBE or _doing(word) is not None


_doing = re.compile(
    "(?:下单|购买|付款|支付|退款|领取|中奖|打赏|送礼|评[论价]|提问|投诉|关注|互动|点赞|进店|发言)"
    "(?:用户|会员|观众|粉丝|客户|网友)"
).fullmatch


_account = re.compile(
    r"(?:快手|抖音|小红书|视频号|微博|b站|ks|dy)(?:账号(?:id|名称?|昵称)?|号码?|id|uid)"
    r"|账号(?:id|名称?|昵称)?|uid"
).fullmatch
_number_of_any = frozenset(("id", "号", "号码", "编号"))
_unsaying = re.compile(
    r"(?:字段|列|栏|表头|未命名|备注|其他|自定义|column|col|field|unnamed|f|c|其它|无|空)?[0-9]*"
    r"|[a-z]{1,2}[0-9]*|[一二三四五六七八九十甲乙丙丁]"
).fullmatch
_numbers_orders = re.compile(
    r"订单(?:号|编号|id)|(?:售后|退款)单?编?号|order_?(?:no|id|number)"
).search


@cache
def is_account(label: str) -> bool:
    """Whether a column of that name holds accounts and does not say whose."""
    return _account(_plain(label)) is not None


@cache
def is_unsaying(label: str) -> bool:
    """Whether a label tells nothing of its column (字段1, A, Column 3, ID), or there is none."""
    word = _plain(label)
    return word in _number_of_any or _unsaying(word) is not None


@cache
def numbers_orders(label: str) -> bool:
    """Whether a column of that name holds the numbers of orders or of their cases."""
    return _numbers_orders(_plain(label)) is not None


def is_telephone(label: str) -> bool:
    """Whether a column of that name holds telephones."""
    word = _plain(label)
    return _phone(word) is not None or any(sign in word for sign in ("phone", "mobile", "tel"))


# What says of certain who bought: no number that is lent for one parcel, no sender's.
_buyers_number = re.compile(
    r"(?:买家|买方|购买[人者]|客户|顾客|会员|用户|下单人|消费者)(?:的|平台|快手|抖音|淘宝|京东)?"
    r"(?:u?id|openu?id|unionid|编号|标识)|(?:buyer|customer|member|consumer|user)_?(?:open|u|union)?"
    r"(?:id|no)|(?:open|union)_?id"
).fullmatch
_lent = re.compile(
    r"虚拟|隐私|中间号|保护|临时|小号|转接|分机|尾号|[后末][四4]位|归属|传真|virtual|privacy|fax|ext"
).search
_senders = re.compile(
    r"寄件|寄方|发件|发货人|退货|退件|联系卖|申请人|推荐|分享|邀请|sender|return|from"
).search


def is_buyers_number(label: str) -> bool:
    """Whether a column of that name holds the platform's numbers of buyers."""
    return _buyers_number(_plain(label)) is not None


def is_buyers_phone(label: str) -> bool:
    """Whether a column of that name holds buyers' own telephones."""
    word = _plain(label)
    others = _lent(word) or _senders(word) or is_ours(label)
    return not others and is_telephone(label) and is_personal(label)


def is_buyers_address(label: str) -> bool:
    """Whether a column of that name holds buyers' addresses or a part of them, the province
    included."""
    word = _plain(label)
    if _senders(word) or is_ours(label):
        return False
    place = _place_kept(word) or _place_below(word) or _address(word) or word in ("区", "县")
    english = (word.isascii() and "address" in word) or word.removeprefix("receiver") in _PLACES
    return bool(place and "国家" not in word and "邮" not in word) or english


_PLACES: Final = frozenset("province state city district county town street".split())


@cache
def is_note(label: str) -> bool:
    """Whether a column of that name holds what somebody wrote freely."""
    return _free(_plain(label)) is not None


_free = re.compile(
    r"备注|留言|附言|说明|描述|要求|评价|评论|反馈|原因|内容|记录|情况|沟通|诉求|问题|跟进|意见|建议|回复|咨询|事由|补充|嘱咐"
    r"|祝福|贺卡|贺词|赠言|寄语|刻字|note|remark|memo|comment|message|description"
).search
