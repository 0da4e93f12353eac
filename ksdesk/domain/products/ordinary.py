"""What makes a word that is often a boast an ordinary one: a measure, an order, a thing's name.

Texts are as they are searched: folded, without blanks (最大承重30斤, 第一层, 天花板吸顶灯).
"""

from __future__ import annotations

import re
from typing import Final

_MEASURE: Final = "[大小高低长短宽窄厚薄粗细深浅重轻快慢远近多少强弱矮热冷亮硬软]"
_BOASTED: Final = (
    "价|折|优惠|力度|品|级|底|奢|性价|实惠|福利|诚意|人气|销|规模|知名|评价|荣誉|美誉|信誉|满意|好评|热度|欢迎|认可"
    "|水平|水准|标准|境界|技术|工艺|配置|端|效"
)
_LOW_PRICE: Final = r"(?!最低(?:(?!消费)[^\W的]{0,4}?(?:[0-9.]+(?:元|块|毛)|到手)|[仅只就]))"
_DIMENSIONS: Final = (
    "度|量|率|位|径|距|离|温|速|数|值|码|号|角|压|载|重|限|尺寸|行程|包装|单位|规格|消费"
    "|范围|面积|间[隙隔]|开?孔|开口|(?<![高])档|[起承支可约耐]|(?<![性功智技才])能"
)
_WHEN: Final = (
    "[当今明隔后][天日]|次日|[下本]?周[一二三四五六日末]|[下本](?:周|个?月)|月[底初中末]|发货|送达"
    "|[一二两三四五半几]个?(?:小时|天|日|分钟|周|秒)"
)
_MOST: Final = (
    # 最大承重, 最远覆盖 120 平, 最快当天, 最大的一只约 2 斤: a measure, a size, a time, not a boast
    rf"{_LOW_PRICE}最{_MEASURE}(?!{_BOASTED})(?:[^\W的]{{0,4}}?(?:{_DIMENSIONS})|{_WHEN}|处|不[超过]"
    r"|:|[^\W的]{0,7}[0-9]|的[一那][^\W的]{1,7}[0-9])"
    r"|最耐[^\W的]{1,3}-?[0-9]|最[^\W的]{1,4}模式|最[^\W的]{2,4}档|最贵重的?物"
    r"|最好用[^\W的]{1,4}[熬煮炖蒸炒泡冲拌喂擦]"
    # 最好冷藏, 最好用温水: advice, but not 最好吃, 最好的, 最好养的
    r"|最好(?=\w)(?!\w?的|[版货品质材原产味口礼]|选择|成色|手感|效果|服务|技术"
    r"|[吃喝看玩卖评闻听骑写睡用穿](?![完掉前后时过点些饭药水冷温热清开干湿软专手别中弱烫]))"
    # places, moments, what suits
    r"|最[外里内上下前左右末顶底边中](?=[层面侧部边端排格个那靠方处后间圈围一两下头包])"
    r"|最新(?:日期|批次|生产|一[批期版届]|到|采|发货|出厂|现货|效期|版|修订|考纲|教材|国标)"
    r"|最靠[窗边里外近前后左右]|最适[合宜](?:的?温|在|生长|存放|保存)|最[初终后近晚迟]|最先(?!进)"
    # mathematics, courts, boards
    r"|最[大小优]化|最(?:大公约|小公倍|小二乘|短路|小系统|高人民|高法(?!律)|高检|惠国)"
)
_UNITS: Final = (
    "次步天时眼口批茬件代款道年张季杯课层周月日章节页集期部段格盒包瓶袋套条双片颗粒只头胎餐顿碗锅桶箱车站讲轮场回遍趟"
    "手岁版桌行列封届任环刀针缸春秋缕滴束支根棵株朵本篇句字笔单波份学声幕排首泡汤炉笼锤拍把台辆间栋扇块面枚串位座"
    "册榨弹顶幅具架匹艘宗桩剂帖贴股团堆捆卷沓摞叠阶楼号线堂幢阵潮勺壶坛瓮盆筐篮筒罐听匙席尾羽峰叶芽采刷涂抽拨响跳抹"
    "档类种项局关副对门组圈瓣例级丛面栏管栋缝题练辑竿尊柄帧帘匣篓摊盅盏钵囊捧撮畦垄亩丝挺发枪炮夜晚早夏冬科旬世程音符"
    "拳棒杆曲歌群营连班圃截挂垛驾乘身窝刻爪轴贯窖池塘窑锭坨扎簇穗盘孔"
)
_FIRST: Final = (
    rf"第[一1](?:(?!口碑)[{_UNITS}]|人称|视角|印象|茶匙|反应|现场|个(?!采用|通过|获|拥有|实现|做到|真正|[能把将用])"
    r"|(?:人民|附属)?医院|[中小]学|高中|初中|幼儿园|百货|大[道街]|财经|夫人|志愿|顺位|性(?:原理|征)|汽车|功能|联系|作者|象限|定律|产业|外?语言?|[恒磨]+牙|宇宙速|工程局|监护|[大小]提琴"
    r"|话(?!题)|夹层|乐章|生产力|名的?(?:奖[状杯牌章]|绶带)|大(?:类|步|段|题|章)|师范|军医|外国语|职[业高]|实验[中小]学|食堂|机床"
    r"|梯(?!队)|(?!实力)[^\W的名品大]{1,4}(?<!工)厂(?!家))"
)
_CEILING: Final = (
    "天花板(?=[吊吸灯漆贴补裂渗开涂刷除打顶墙角风防隔保罩孔挑]|乳胶|安装|挂|装[饰修]|音|喇叭|风扇|扣板|石膏|壁纸|螺丝|投影|支架|材料"
    "|清[洁扫]|龙骨|射灯|专用|翻新|霉)"
    + "".join(
        f"|(?<={room})天花板(?!级)"
        for room in "客厅 厨房 浴室 生间 阳台 卧室 扣板 石膏 集成".split()
    )
)
# What is called so: tools, fibres and juices, quantities, brands.
_NAMES: Final = (
    "万能(?:胶|表|充|遥控|扳手|插|钥匙|轮|夹|支架|转换|适配|量角|卡尺|角度|工具|开关|蒸?烤箱|螺丝|底座|密封圈|接头|弯头"
    "|[^\\W的神好]{0,4}(?:[刀锯钳锁刷盖钩架绳扣座环笔板盒杆尺垫头片器铃]|贴(?![心身])|布(?!丁)))"
    "|百分百(?:纯|新疆|澳洲|山|绵)?(?:棉|[绵山牛驼]?羊?驼?[毛绒皮]|真丝|桑?蚕丝|亚?麻|莫代尔|天丝|莱赛尔|聚酯|涤纶|腈纶|锦纶"
    "|尼龙|[^\\W原]{1,3}汁|[^\\W原好]{1,3}油|[生纯鲜]?牛[乳奶]|全麦|荞麦|黑麦|可可)"
    "|永久(?:牌|冻土|链接|地址|积雪|自行车|单车|居留|居民|磁铁|性磁铁|性[标记][记号]|花|[^\\W的]{0,2}气门芯)"
    "|绝对(?:值|[湿温高]度|零度|压[力强]|路径|音感|坐标|编码|误差|伏特加)"
    "|唯一(?:[^\\W的正官]{0,2}(?:码|id|编[码号]|标识|识别|序列)|号|主键|索引|性(?!价)|的?(?:缺点|不足|遗憾))"
    "|绝版(?=[图旧老]?书|唱片|邮票)"
    "|至尊[披比]萨|首创(?:股份|集团|置业|证券|奥特?莱)"
    "|首个(?:自然)?(?:月(?![销售入产])|周(?![销边])|季度|包裹|工作日|疗程|周期|小时|学期)"
    "|首款(?=支付|金额|比例)|首选(?=项|dns|(?:语言|网络)(?:设置|切换))"
    "|史上(?!最|第|首|唯|超|新|罕|空|仅|绝|无|低|力|大|强|巨|爆|劲)"
    "|免检(?=[修车标贴年])|领先[一半][步拍]|冠军(?=奖[杯牌状]|传记|[杯榜]|教练|戒指|腰带|签名|联赛)|杀菌(?=[灯锅釜机柜器乳奶]|工艺|处理|后|技术)"
)
# Where the first sign of a word ends another one: 北极 品牌 is not 极品, 白领 先生 not 领先.
_TORN: Final = frozenset(
    "北极 南极 积极 太极 阳极 阴极 电极 磁极 正极 负极 终极 消极 两极 屋顶 头顶 车顶 山顶"
    " 吊顶 棚顶 房顶 楼顶 置顶 封顶 穹顶 登顶 到顶 女王 国王 龙王 大王 花王 天王 魔王"
    " 蜂王 蚁王 猴王 霸王 狮王 药王 茶王 单独 孤独 皇冠 桂冠 花冠 树冠 甚至 直至 夏至"
    " 冬至 拒绝 谢绝 杜绝 隔绝 十万 百万 千万 几万 数万 白领 红领 黑领 蓝领 圆领 翻领"
    " 立领 高领 衣领 方领 沃特 避免 难免 以免 大专 中专".split()
)
_BEGUN: Final = frozenset(
    "牌匾 牌照 牌子 牌位 能量 能源 能达 供电 供应 供水 家乡 家庭 家用 家居 家具 家常 家纺 家人"
    " 检修 检查 检测 尊老 尊重 尊享 选购 选用 品茗 品牌 品质 品种 品类 品名 级别 级联 军绿 军用"
    " 军刀 军大 军训 久坐 久置 敌敌 创可 双人 双层 双肩 双面 峰会 板栗 板凳 板鞋 板材 王者".split()
)
# 最佳 of a moment, a measure or a prize; what the state itself has named of its level.
_GIVEN: Final = re.compile(
    "最佳[^\\W的]{0,3}?(?:期(?![待望])|距离|[水室]?温度?|湿度|时[间段节]|季节|角度|比例|尺寸|投喂|树龄)"
    "|最佳(?:[男女](?:主角|配角)|[^\\W的]{0,2}影片|编剧|原创音乐|新人奖|辩手|射手|球员)"
    "|国家级(?:自然保护区|非物质文化遗产|风景|森林公园|地质公园|湿地公园|旅游|景区|(?:重点)?(?:保护|文物)|期刊|刊物|规划教材|教材|裁判|运动员"
    "|运动健将|贫困县|新区|开发区|高新)"
)
_ORDINARY: Final = re.compile("|".join((_MOST, _FIRST, _CEILING, _NAMES)))
_SHORTEST_NAME: Final = 4
_WORK: Final = re.compile(
    r"[^\W0-9]{0,3}(?:书|小说|绘本|传记|漫画|画册|海报|挂画|[cd]v?d|蓝光|唱片|专辑|乐谱|剧本?|原著|电影|论文|教材"
    "|桌游|游戏|动漫|歌曲)"
)
_PRAISED: Final = re.compile(
    "的$|最(?:新|低|便宜|优惠|受|值|畅销|热|火|全|权威|好[看读])|价|品质|销量"
)
_BOASTS_BEFORE: Final = re.compile(
    r"(?:史上|历史上?|全网|全国|全球|全世界|世界|国内|国际|业内|业界|行业|同行|同类|全城|全省|全市|宇宙|亚洲|中国|天下"
    r"|网上|国产|销量|人气|口碑|品质|质量|排名|排行|类目|好评|热度|实力|回购率?|甜度|性价比)$"
)


def ordinary_until(text: str, start: int) -> int | None:
    """Where the ordinary expression ends that begins at `start`, None where none does.

    Within 《》 stands the name of a book, a film or a song.
    """
    if 0 <= text.rfind("《", 0, start) > text.rfind("》", 0, start):
        return end + 1 if (end := text.find("》", start)) >= 0 else None
    found = _ORDINARY.match(text, start)
    return found.end() if found else None


def given_until(text: str, start: int) -> int | None:
    """Where it ends if a word of the law tells of a time or a measure (最佳赏花期) or is part of a
    name that was given (国家级自然保护区), None where it boasts."""
    found = _GIVEN.match(text, start)
    return found.end() if found else None


def is_title(pieces: list[str]) -> bool:
    """Whether the first piece of a text names the work that the second one is: 冠军之路 传记.

    A name is longer than what a work is praised for (最畅销 图书).
    """
    return (
        len(pieces) > 1
        and len(pieces[0]) >= _SHORTEST_NAME
        and not _PRAISED.search(pieces[0])
        and _WORK.fullmatch(pieces[1]) is not None
    )


def is_torn(text: str, start: int, end: int, *, apart: bool) -> bool:
    """Whether text[start:end] is the end of one word and the beginning of another one; `apart`:
    there is a gap before its last sign."""
    before = text[max(0, start - 1) : start + 1]
    number = before[0].isdigit() and before.endswith("万")
    return before in _TORN or number or (apart and text[end - 1 : end + 1] in _BEGUN)


def is_boasted(text: str, start: int) -> bool:
    """Whether what begins there is boasted of by what stands before it (史上, 全国, 销量)."""
    return _BOASTS_BEFORE.search(text, 0, start) is not None
