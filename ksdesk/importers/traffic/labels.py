"""What traffic reports call their columns.

Labels of 磁力金牛 and 磁力引擎 as their front ends show them, the keys of their reports, the words
of live-session tables and of other tools, and plain English. Brackets, spaces, case and full
width are forgiven. A label that stands for nothing here stays the seller's own figure under
its name.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ksdesk.domain.imports import SKIP
from ksdesk.domain.imports.mending import TITLES
from ksdesk.importers.names import plain

_TIMES = """日期 时间 统计日期 统计时间 数据日期 报表日期 消耗日期 投放日期 日期时间 开播时间
    直播时间 直播开始时间 reportDate date day time timestamp datetime date_day date_week
    week_start timestamp_ymd ds 月份 统计月份 数据月份 报表月份 month date_month"""
LIVE_STARTS: Final = frozenset(("开播时间", "直播时间", "直播开始时间"))
_HOURS = "小时 时段 分时 统计小时 hour hour_of_day"

_IDENTITIES: Final = {
    "platform": "平台 投放平台 platform",
    "account": "账户id 广告主id 账号id 帐户id accountId account_id advertiser_id advertiserId",
    "account_name": "账户名称 广告主名称 账号名称 账户 account_name accountName advertiser_name",
    "campaign": "计划id 广告计划id campaignId campaign_id",
    "campaign_name": """计划名称 广告计划名称 广告计划 计划 推广计划 campaignName campaign_name
        campaign 计划名""",
    "unit": "组id 广告组id 单元id unitId unit_id ad_group_id adGroupId adset_id",
    "unit_name": """组名称 广告组名称 广告组 单元名称 unitName unit_name ad_group_name
        adset_name 单元 单元名 组名""",
    "ad": "创意id 素材id 视频id 作品id creativeId creative_id ad_id adId photoId",
    "ad_name": "创意名称 素材名称 视频名称 作品名称 creativeName creative_name ad_name 创意 创意名",
    "live": "直播id 直播间id 场次id liveId live_id liveStreamId",
    "live_name": "直播标题 直播名称 场次名称 直播间标题 live_name",
    "way": "营销目标 推广方式 投放类型 campaignTypeStr campaign_type",
}

_MEASURES: Final = {
    "spend": """花费 总花费 消耗 总消耗 消耗金额 花费金额 投放花费 投放金额 costTotal cost spend
        spending charge""",
    "gmv": """直接GMV GMV 成交金额 支付金额 直接成交金额 直播间成交金额 merchantLiveOrderGmv gmv
        conversions_value conversion_value 成交额""",
    "gmv_day": "当日累计GMV t0GMV",
    "gmv_1d": "次日累计GMV 投后1日累计GMV t1GMV",
    "gmv_3d": "3日累计GMV 投后3日累计GMV t3GMV",
    "gmv_7d": "7日累计GMV 投后7日累计GMV t7GMV",
    "gmv_15d": "15日累计GMV 投后15日累计GMV t15GMV",
    "gmv_30d": "30日累计GMV 投后30日累计GMV t30GMV",
    "impressions": """广告曝光数 曝光数 曝光 曝光量 展示 展示数 展示量 展示次数 曝光次数 adShow
        impressions 展现 展现数 展现量 展现次数""",
    "cover_shows": "封面曝光数 封面展示数",
    "cover_clicks": "封面点击数 photoClick photo_click",
    "material_shows": "素材曝光数 aclick",
    "material_clicks": "素材点击数 actionbarClick",
    "clicks": "点击数 点击 点击量 点击次数 clicks",
    "actions": "行为数 adItemClick bclick",
    "plays": "播放数 播放 播放量 plays video_plays",
    "plays_3s": "播放3s数 3s播放数 playedThreeSeconds",
    "plays_5s": "播放5s数 5s播放数 playedFiveSeconds",
    "plays_end": "作品完播数 完播数 playedEnd 完播 完播量",
    "effective_plays": "有效播放数 effectivePlayCount",
    "views": """直播观看数 观看数 观看 观看人数 观看次数 直播观看人数 livePlayed3s
        standardAdLivePlayedStarted adLiveAudience views 观看量 观看人次""",
    "entries": """直播间进入数 直播间进人数 进入数 standardLivePlayedStarted liveAudience 进入
        进入人数""",
    "stay_seconds": """直播平均观看时长 直播间平均观看时长 平均观看时长 人均停留时长
        人均观看时长 平均停留时长 espLivePlayedSeconds 人均停留 平均停留""",
    "peak_viewers": "峰值在线人数 最高在线人数 人气峰值 最高在线 在线峰值",
    "likes": "点赞数 点赞 点赞次数 likes 点赞量",
    "comments": "评论数 评论人数 评论次数 comment comments 评论 评论量",
    "shares": "分享数 分享次数 share shares 分享 分享量 转发 转发数 转发量",
    "gifts": "直播间送礼数 送礼数 liveReward 送礼",
    "new_fans": """涨粉数 涨粉 涨粉量 涨粉人数 新增粉丝数 新增粉丝 新增关注数 粉丝关注数
        adMerchantFollow merchantRecoFans new_followers new_fans 新增关注""",
    "unfollows": "取消关注数 掉粉人数 掉粉数 取关数 掉粉 取关",
    "product_clicks": """商品点击数 直播间商品点击数 liveEventGoodsView product_clicks 商品点击
        商品点击量 商品点击次数""",
    "product_visits": "商品访问数 商品访问次数 商品浏览量 eventGoodsView 商品访问 商品访问量",
    "orders": """直接订单数 订单数 支付订单数 成交订单数 paiedOrder paidOrder orders 订单量
        成交单数 支付单数""",
    "orders_day": "当日累计订单数 t0OrderCnt",
    "conversions": "转化数 conversionNum conversions 转化 转化量",
    "refunds": "退款金额",
    "reports": "举报数 report reports 举报",
    "blocks": "拉黑数 block blocks 拉黑",
    "dislikes": "减少此类作品数 itemNegative",
    "live_likes": "直播间点赞数 liveLike",
    "live_comments": "直播间评论数 liveComment",
    "live_shares": "直播间分享数 liveShare",
}

# The same English word is one thing in 磁力金牛's own report and another everywhere else.
_PLATFORM_KEYS: Final = {
    "click": "material_shows",
    "impression": "cover_shows",
    "show": "cover_shows",
}
_ELSEWHERE: Final = {"click": "clicks", "impression": "impressions", "show": "impressions"}
_PLATFORM_SIGNS: Final = frozenset(
    "costtotal adshow photoclick actionbarclick charge bclick".split()
)

_NOTES: Final = """状态 投放状态 备注 转化目标 投放方式 创意组成方式 预算 今日预算 销售责任人
    dayBudget ocpcActionTypeStr creativeBuildTypeStr speedTypeStr status remark note"""

_NAMES: Final = {"time": "时间", "hour": "小时"}

NAMELESS: Final = frozenset(("", "value", "values", "val", "值", "数值", "数据", "data"))
"""Headers that do not say what their figures are."""


def _table(role: str, words: dict[str, str]) -> dict[str, str]:
    return {
        plain(word): f"{role}:{code}" for code, list_ in words.items() for word in list_.split()
    }


@cache
def _roles() -> dict[str, str]:
    return {
        **_table("identity", _IDENTITIES),
        **_table("measure", _MEASURES),
        **{plain(word): "note:" for word in _NOTES.split()},
        **{plain(title): SKIP for title in TITLES},
        **{plain(word): "time" for word in _TIMES.split()},
        **{plain(word): "hour" for word in _HOURS.split()},
        **{word: f"measure:{code}" for word, code in _ELSEWHERE.items()},
    }


def known(label: str) -> bool:
    """Whether traffic reports have a column of that name."""
    return plain(label) in _roles()


def is_hour(label: str) -> bool:
    """Whether a column of that name holds the hours of a day."""
    return _roles().get(plain(label)) == "hour"


def says_something(label: str) -> bool:
    """Whether a label is known and neither a time nor a note, which all tables have."""
    return _roles().get(plain(label), "note:").partition(":")[0] in ("identity", "measure")


def role_of(label: str, *, by_platform: bool = False) -> str:
    """The role of a column of that name, "" where it is not known.

    `by_platform`: the header has 磁力金牛's own keys, in which ``click`` means 素材曝光数.
    """
    word = plain(label)
    if by_platform and word in _PLATFORM_KEYS:
        return f"measure:{_PLATFORM_KEYS[word]}"
    role = _roles().get(word, "")
    return f"note:{label.strip()}" if role == "note:" else role


def label_of(role: str) -> str:
    """The platform's own name for a role: 直接GMV for measure:gmv, 计划名称 for
    identity:campaign_name. KeyError for a role of the seller's own."""
    what, _, code = role.partition(":")
    words = {"identity": _IDENTITIES, "measure": _MEASURES}.get(what)
    return _NAMES[role] if words is None else words[code].split()[0]


def is_platforms(header: tuple[str, ...]) -> bool:
    """Whether a header is made of the keys of 磁力金牛 or 磁力引擎."""
    return any(plain(label) in _PLATFORM_SIGNS for label in header)
