"""What the tables and columns of a book are, in both languages, for the readme of an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ksdesk.domain.records import RECORDS
from ksdesk.exports.tables import CellKind


class ColumnWords(NamedTuple):
    """How a column's values are written, and what they are."""

    kind: CellKind
    zh: str
    en: str


Words = Callable[[str, str], ColumnWords | None]
"""Table and column → what whoever knows the imports says of it, None where that is nothing."""

TABLES: Final[Mapping[str, tuple[str, str]]] = {
    "fact": (
        "账本自己的信息（店铺名称等）",
        "Facts about the book itself, such as the shop's name",
    ),
    "opening_step": ("开店向导每一步填写的内容", "What was filled in on each step of the opening"),
    "deposit_entry": (
        "保证金账本，一笔一行，只加不改",
        "The deposit ledger, one line a movement, never changed",
    ),
    "product": ("商品，含回收站里的", "Products, those in the bin among them"),
    "batch": ("每次导入的记录", "Imports, one row each"),
    "header_mapping": (
        "记住的列对应关系",
        "What the columns of known headers become in an import",
    ),
    "traffic_row": ("流量数据", "Traffic figures"),
    "typed_choice": (
        "手工记的数字替换报表里的，还是两样都算",
        "Whether figures noted by hand replace imported ones or are added to them",
    ),
    **{f"{record.table}_row": (record.zh, record.en) for record in RECORDS.values()},
    "account_state": ("保证金账户冻结与解冻", "Deposit accounts frozen and released"),
    "sub_shop": ("子店铺的货款", "Receivables of sub-shops"),
    "measure_event": ("平台采取或解除的措施", "Measures that the platform took or lifted"),
    "shown_line": ("手机上显示的应缴金额", "What the phone showed as due"),
    "line_category": ("要求更高的类目", "Categories that ask for more"),
    "line_adjustment": ("按上月销售额增加的金额", "What is added for last month's sales"),
    "sales_tier": ("销售额档位", "Tiers of sales"),
    "sales_month": ("每月销售额", "What each month sold"),
    "refund_case": ("保证金退回的进度", "How far the way back of a deposit has come"),
    "rule_override": ("自己改过的规则数值", "The seller's own figures for rules"),
    "sku": ("商品规格，一个组合一行", "Combinations of a product's options"),
    "product_change": ("导入对商品做的改动", "What imports changed of products"),
    "stock_move": ("库存更正", "Corrections of stock"),
    "product_paper": ("商品和类目的资质", "Papers of products and categories"),
    "stock_case": ("缺货的处理", "Orders of goods that were not there"),
    "running_sheet": ("直播讲解顺序", "The order in which lives show products"),
    "annotation": ("曲线上的标注", "Events noted on curves"),
    "alarm_mark": ("处理过或忽略的疑似异常", "Alarms handled or ignored"),
    "fan_sample": ("新粉丝抽样", "Samples of new fans"),
    "promotion_plan": ("推广计划", "Plans of paid promotion"),
    "plan_change": ("跑着的计划改过什么", "What was changed of plans while they ran"),
    "plan_reading": ("计划在手机上看到的数", "Figures read off the phone for plans"),
    "promotion_trial": ("试投：几周里怎么变着花", "Trials: weeks of planned variation"),
    "promotion_trial_day": ("试投每天实际花的", "What the days of trials cost"),
    "order_work": ("订单发货前的检查和报备", "Checks of orders and announced delays"),
    "order_parcel": ("订单的快递单号", "Tracking numbers of orders"),
    "own_hours": ("自己填的时限", "Hours of clocks that the seller typed"),
    "unit_cost": ("进价，各从哪天起", "What goods cost, each from a day on"),
    "parcel_cost": ("每个包裹的花费", "What parcels cost"),
    "cost_share": ("自己填的扣点和退货折价", "The seller's own shares: fees, returned goods"),
    "monthly_cost": ("每月固定开支", "Costs of every month"),
    "aftersales_file": ("售后的处理经过", "How after-sales cases were handled"),
    "checklist_item": ("珍惜每一位粉丝：清单上要做的", "What is done for fans, item by item"),
    "checklist_tick": ("清单上做完的", "What of it was done, and when"),
    "broadcast": ("直播和短视频的复盘", "Lives and short videos, looked back at"),
    "put_off": ("今日里先放着的", "What was put off on Today"),
    "tax_figure": ("平台报给税务的数", "What the platform reports to the tax office"),
    "tax_part": (
        "平台报给税务的数，按月和订单分开的",
        "What the platform reports to the tax office, by month and order",
    ),
    "doubled": (
        "可能重复导入的行，等你决定合并还是保留",
        "Rows that perhaps came in twice, to be merged or kept",
    ),
    "comparison": ("与手机对账的记录", "Balances that were held against the phone"),
}
_BEFORE: Final = (
    "（被后来的导入更新之前的样子）",
    ", as they were before a later import revised them",
)

_COLUMNS: Final = """
id            | count  | 行号                             | number of the row
key           | text   | 同一行的识别码                   | what tells that two rows are the same
twin          | text   | 可能与它相同的行的识别码         | key of the row it may be once more
value         | text   | 内容                             | what it holds
name          | text   | 名称                             | name
fields        | text   | 填写的内容                       | what was filled in
note          | text   | 备注                             | note
visited_at    | moment | 打开时间                         | when it was opened
done_at       | moment | 完成时间                         | when it was done
updated_at    | moment | 修改时间                         | when it was changed
account       | text   | 保证金账户：own 自建，promotion 推广，cross_border 跨境 | deposit account
day           | day    | 日期                             | day
kind          | text   | 类型                             | kind
amount        | money  | 金额                             | amount
origin        | text   | 来源，空为手工填写               | who wrote it, empty: the seller
reverses_id   | count  | 冲销的是哪一行                   | which row it takes back
restores      | count  | 恢复的是哪一行                   | which row it brings back
batch         | count  | 属于哪次导入                     | which import it came with
written_at    | moment | 写入时间                         | when it was written
rule          | text   | 依据的条款                       | the rule it stands on
order_number  | text   | 订单号                           | order number
proof         | text   | 凭证                             | proof at hand
serial        | text   | 账务流水号                       | the platform's serial number
way           | text   | own 自有商品，link 其他平台链接；或花钱的办法 | own, link; or the paid way
title         | text   | 标题                             | title
category      | text   | 类目                             | category
price         | money  | 价格                             | price
stock         | count  | 库存                             | pieces in stock
selling_point | text   | 卖点                             | selling point
state         | text   | 状态                             | state
link          | text   | 粘贴的链接或口令                 | what was pasted
made_at       | moment | 新建时间                         | when it was made
changed_at    | moment | 修改时间                         | when it was changed
binned_at     | moment | 放入回收站的时间                 | when it went to the bin
started_at    | moment | 开始时间                         | when it began
new           | count  | 新增行数                         | rows that were new
revised       | count  | 更新行数                         | rows that were revised
same          | count  | 已有行数                         | rows that were there already
refused       | count  | 未导入行数                       | rows that could not be used
columns       | text   | 各列变成了什么                   | what its columns became
header        | text   | 表头                             | the header
used_at       | moment | 最近使用时间                     | when it was last used
by_batch      | count  | 被哪次导入更新                   | which import revised it
time          | moment | 时间                             | time
grain         | text   | 一行代表多久：minute hour live day week month | the span a row stands for
level         | count  | 层级：0 账户，1 计划，2 组，3 创意 | 0 account, 1 campaign, 2 unit, 3 ad
extra         | text   | 自己命名的数据                   | figures of the seller's own
marks         | text   | 其他文字列                       | other texts of the row
frozen        | count  | 1 冻结，0 解冻                   | 1 frozen, 0 released
receivables   | money  | 货款                             | receivables
noted_on      | day    | 记录日期                         | day of the note
measure       | text   | 措施                             | measure
figure        | text   | 哪个数字                         | which figure
how           | text   | replace 替换，add 两样都算       | in place of the imported one, or added
due           | day    | 截止日期                         | last day to pay
opened_on     | day    | 开通日期                         | opened on
closed_on     | day    | 关闭日期                         | closed on
month         | day    | 月份（当月 1 日）                | month, by its first day
sales_from    | money  | 从多少销售额起                   | from which sales on
valid_from    | day    | 开始生效                         | holds from
valid_to      | day    | 最后生效日                       | holds until
until         | day    | 统计到哪一天                     | last day counted
exit_rule_on  | day    | 满足退出条件的日期               | when the rule for leaving was met
applied_on    | day    | 申请日期                         | applied on
deducted_on   | day    | 扣除日期                         | deducted on
deducted      | money  | 扣除金额                         | amount deducted
paid_on       | day    | 到账日期                         | paid on
paid          | money  | 到账金额                         | amount paid
unit          | text   | 单位                             | unit
written_on    | day    | 填写日期                         | written on
shown         | money  | 手机上的余额                     | the balance on the phone
difference    | money  | 差额（手机减账本）               | the phone's balance minus the book's
sheet         | text   | 表格名称                         | name of the table
short_title   | text   | 短标题                           | short title
struck_price  | money  | 划线价                           | crossed-out price
code          | text   | SKU 编码                         | SKU code
platform      | text   | 来自哪个平台                     | the platform it is from
item_id       | text   | 商品 ID                          | the platform's number of the item
same_as       | text   | 同一件商品的识别码               | what tells that two links mean one item
threshold     | count  | 低于或等于多少件时提醒           | pieces at which it counts as low
levels        | text   | 规格级别的名称                   | names of the levels of options
details       | text   | 图片、详情、承诺等               | pictures, details, promises
quality       | text   | 上架前的检查                     | the check before listing
found_by      | text   | 搜索用的文字（含拼音）           | the text that a search looks in
product_id    | count  | 商品的行号                       | the product's number
product       | count  | 商品的行号                       | the product's number
place         | count  | 排在第几                         | its place
options       | text   | 规格组合                         | its options
sku_code      | text   | SKU 编码                         | SKU code
before        | count  | 之前                             | before
after         | count  | 之后                             | after
was           | text   | 改之前的内容                     | what it was before
became        | text   | 改之后的内容                     | what it became
reason        | text   | 原因                             | why
order_no      | text   | 订单号                           | order number
quantity      | count  | 件数                             | pieces
opened_at     | moment | 开始时间                         | when it began
steps         | text   | 每一步完成的时间                 | when each step was done
outcome       | text   | 结果                             | how it ended
closed_at     | moment | 结束时间                         | when it ended
items         | text   | 商品和提示，按顺序               | products and cues, in order
at            | moment | 时间                             | when
marked_at     | moment | 处理时间                         | when it was marked
taken_at      | moment | 抽样时间                         | when it was taken
about         | text   | 针对哪次异常                     | the alarm that asked for it
goal          | text   | 为了什么                         | what it is bought for
budget        | money  | 预算                             | budget
begins        | day    | 第一天                           | first day
ends          | day    | 最后一天                         | last day
hour_from     | count  | 每天从几点                       | from which hour of the day
hour_to       | count  | 每天到几点                       | to which hour of the day
products      | text   | 商品的行号                       | numbers of the products
label         | text   | 自己的标签（粉条、代理商等）     | the seller's own label
stop          | text   | 到什么程度就停                   | what would make the seller stop
campaigns     | text   | 报表里的计划                     | the reports' campaigns
work          | text   | 推的作品                         | the promoted work
work_day      | day    | 作品发布日期                     | the day of the work
obstacles     | text   | 作品推不了的原因                 | what stands against the work
topic         | text   | 话题                             | topic
keywords      | text   | 关键词                           | keywords
staged        | text   | 礼物当晚做到的：配合、氛围、展示 | what was done on the evening of gifts
begun_at      | moment | 开跑时间                         | when it began
ended_at      | moment | 结束时间                         | when it ended
reviewed_at   | moment | 复盘时间                         | when it was reviewed
review        | text   | 复盘                             | what was learnt
plan          | count  | 计划的行号                       | number of the plan
figure        | count  | 看到的数（钱以分计）             | what was read (money in fen)
began_at      | moment | 开始时间                         | when it began
seconds       | count  | 多少秒                           | how many seconds it ran
viewers       | count  | 观看人数                         | viewers
peak          | count  | 最高在线                         | most viewers at once
stay          | count  | 人均停留（秒）                   | seconds that a viewer stayed
new_fans      | count  | 新增粉丝                         | new fans
likes         | count  | 点赞                             | likes
shares        | count  | 分享                             | shares
figure_id     | count  | 属于平台报的哪一笔               | the figures of which quarter
lost_fans     | count  | 掉粉                             | fans lost
comments      | count  | 评论                             | comments
exposures     | count  | 曝光                             | how often it was shown
entered       | count  | 进入                             | how many came in
stayed        | count  | 停留 10 秒以上                   | how many stayed over ten seconds
clicks        | count  | 商品点击                         | product clicks
orders        | count  | 下单数                           | orders placed
paid_orders   | count  | 支付单数                         | orders paid
sales         | money  | 成交                             | sales
spend         | money  | 花费                             | spend
running       | count  | 讲解顺序的行号                   | number of the running sheet
todo          | text   | 下一场要做的，何时做完           | what to do next time, when it was done
what          | text   | 改的或看的是哪一项               | which field or figure
sku_key       | text   | 哪个规格，空为全部               | the option, empty for all
cost          | money  | 成本                             | what it costs
since         | day    | 从哪天起                         | holds from
part          | text   | 包裹的哪一项：packaging shipping return | part of a parcel's cost
provinces     | text   | 省份                             | provinces
share         | percent | 比例                            | share
first         | day    | 第一个月                         | first month
last          | day    | 最后一个月                       | last month
quarter       | day    | 季度第一天                       | first day of the quarter
basis         | text   | 按哪种算：paid settled unknown   | of paid or of settled sales
gross         | money  | 收入总额                         | gross income
refunds       | money  | 退款                             | refunds
net           | money  | 净额                             | net income
case_no       | text   | 售后单号                         | after-sales number
refund        | money  | 退款金额                         | refund
expires_at    | moment | 到期时间                         | when its time runs out
turns         | text   | 从什么时候轮到谁                 | whose turn it is, each from a moment on
said          | text   | 说过的话和走过的步骤             | what was said, and the steps
checked       | text   | 核实了什么                       | what was looked into
fault         | text   | 谁的责任                         | whose fault it was
promised      | text   | 答应过买家什么                   | what the buyer was promised
checks        | text   | 发货前检查过的                   | checks before shipping
notice_until  | moment | 报备到什么时候                   | until when a delay was announced
courier       | text   | 快递公司                         | courier
number        | text   | 快递单号                         | tracking number
sent_at       | moment | 发出时间                         | when it was sent
clock         | text   | 哪个时限：发货、揽收             | which clock: shipping or pickup
hours         | count  | 多少小时                         | hours
ways          | text   | 几种花钱的办法                   | the paid ways
weeks         | text   | 每周每天花多少                   | what each week costs a day
stopped       | day    | 提前停在哪天                     | the day on which it was stopped early
trial         | count  | 试投的行号                       | number of the trial
spent         | text   | 实际花了多少（分）               | what was really spent, in fen
asked         | text   | daily 每天，session 每场之后     | every day, or after each live or video
proposal      | text   | 软件自带的哪一项，空为自己写的   | which of the app's own, empty: own
off_since     | day    | 从哪天起不在清单上               | no more on the list from
words         | text   | 要做什么，空为软件自带的         | what is to be done, empty: the app's own
thing         | text   | 先放着的是什么（代号）           | what is put off, by its code
which         | text   | 是其中哪一件                     | which of them
told_from     | moment | 放到什么时候，空为不再提醒       | until when, empty: for good
item          | count  | 清单里的行号                     | number of the item
session       | count  | 哪一场的行号，0 为没有           | number of the live or video, 0 for none
fans          | text   | 每个粉丝：作品、关注、粉丝、头像 | works, follows, followers, picture
"""

COLUMNS: Final[Mapping[str, ColumnWords]] = {
    name.strip(): ColumnWords(kind.strip(), zh.strip(), en.strip())  # type: ignore[arg-type]
    for name, kind, zh, en in (line.split("|") for line in _COLUMNS.strip().splitlines())
}
_IMPORTED: Final = ("_row", "_before")
_COMMON: Final = frozenset("id key time batch by_batch grain level extra marks sheet".split())


def table_words(table: str) -> tuple[str, str] | None:
    """What a table holds, in Chinese and English; None for a table that nobody described."""
    if table.endswith("_before"):
        words = TABLES.get(table.removesuffix("_before") + "_row")
        return None if words is None else (words[0] + _BEFORE[0], words[1] + _BEFORE[1])
    return TABLES.get(table)


def column_words(table: str, column: str, imported: Words) -> ColumnWords | None:
    """What a column holds; None for one that nobody described.

    In tables that imports fill, most columns bear the codes of the import.
    """
    if table.endswith(_IMPORTED) and column not in _COMMON:
        return imported(table, column)
    return COLUMNS.get(column)
