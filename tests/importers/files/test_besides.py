"""Totals and notes are not data, and data are not totals, in every kind of table."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import Source
from ksdesk.importers import open_table
from ksdesk.importers.files.besides import is_whole, kind_of
from ksdesk.importers.kinds import BY_CODE, recognise

TOTALS = """合计|合计：|总计:|小计|【合计】|(合计)|本页小计|本页合计|当日合计|全部合计|人民币合计
合计(3条)|总计：共2行|合计金额：15.00|共计：3|汇总|累计|总和|TOTAL|Total:|Subtotal|水果小计|甲计划合计
合计数|汇总行|总数|总额：|总金额|平均|平均值：|人均|日均|均值|最大值|最低值|中位数|标准差|同比|环比|占比|Average|AVG
2026-04-02合计|总 计|小　计|合  计 ：|Grand total|Sub-total|* 合计 *|合计：共 2 条
合計|總計：|本頁小計|年度累计|累计金额|求和|Σ|合计大写：壹拾伍元整|承前页
合计/Total|总金额：12元|总笔数：2|总条数:2|总额 ¥1,200.50|合计人民币（大写）
金额大写：壹拾元|期初余额|期末余额：105.00|上期结余|本期结余|月初库存金额|上月结转|结转下期|承上页|昨日余额
本期发生额|本月发生额及余额|年初结存|期初账户余额|Opening balance|Closing Balance: 5
Balance b/f|环比昨日|同比增长率|其中：甲|订单总数：1|销售总额：¥5.00""".replace("\n", "|").split(
    "|"
)
NOTES = """共2条|共12条记录|共3人|共3位主播|共 6 家门店|共3笔，合计15|注：含税
说明：价格含税|备注:1月起
制表人：张三|制单：李四|共 2 条|单位：元
导出时间：2026-05-01|#导出时间:[2026-05-01]|数据来源：商家后台|以上为本月数据|第1页/共2页|----|===========
-------交易记录列表结束-------|Note: all in yuan|Page 1 of 2|2条记录|15笔交易|Count: 2|2 rows
收入：1笔5.50元|已收入1笔，共5.5元|导出时间|数据截止至2026-04-16""".replace("\n", "|").split("|")
DATA = """红富士|合计收入|汇总表|说明书|备注本|注册费|来源|单位换算器
平均客单价|总销售额|总统茶|最高档|同比例缩放|人均消费券|共2人份套餐|均码|Max|Mean Well
完美日记|TotalEnergies|累计积分卡|小计划|结束
大写字母贴|总量100ml|收入证明|2条毛巾|截止阀|Rows of beads|合计/实收
共2件装礼盒|总裁套装|全部|-|--|5|3.50|2026-04-01
期末|期末清仓|结余|余额|结转|月末结余专场|上期爆款|本期新品|上月|平衡车|Balance bike""".replace(
    "\n", "|"
).split("|")


@pytest.mark.parametrize(
    ("texts", "kind"), [(TOTALS, "total_line"), (NOTES, "note_line"), (DATA, "")]
)
def test_first_words(texts, kind):
    assert {text: kind_of(text) for text in texts} == dict.fromkeys(texts, kind)


@pytest.mark.parametrize(("length", "kind"), [(60, "total_line"), (61, "")])
def test_a_total_has_few_words_and_what_is_longer_is_data(length, kind):
    assert kind_of("合计" + "0" * (length - 2)) == kind


def test_all_of_something():
    wholes = ("全部", "全 部", "所有", "全部计划", "不限", "All", "所有主播", "全员", "全国")
    assert all(map(is_whole, wholes))
    assert not any(map(is_whole, ("全部果干", "全家福", "合计", "")))


def read(text, kind=""):
    """Lines taken and lines left out with their reason."""
    table = open_table(Source("x.csv", text=text))
    chosen = BY_CODE[kind] if kind else recognise(table)
    plan = chosen.plan(table, chosen.columns(table.header, table.sample), "own")
    chunks = list(plan.chunks())
    taken = [line for chunk in chunks for line in chunk.lines]
    return taken, {one.line: one.reason for chunk in chunks for one in chunk.refused}


FOOTERS = [*((text, "total_line") for text in TOTALS), *((text, "note_line") for text in NOTES)]


@pytest.mark.parametrize(("text", "reason"), FOOTERS)
def test_a_footer_is_left_out_of_every_kind(text, reason):
    text = f'"{text}"'
    left_out = ([2, 3], {4: reason})
    assert read(f"日期,计划名称,花费\n2026-04-01,甲,1\n2026-04-02,甲,2\n{text},,3\n") == left_out
    assert read(f"计划名称,日期,花费\n甲,2026-04-01,1\n甲,2026-04-02,2\n{text},,3\n") == left_out
    order = "订单号,订单创建时间,订单状态,实付款\n1,2026-04-01,完成,1\n2,2026-04-01,完成,2\n"
    assert read(f"{order}{text},,,3\n") == left_out
    flow = "入账时间,账务流水号,账务方向,发生额\n2026-04-01,1,收,1\n2026-04-01,2,支,2\n"
    assert read(f"{flow}{text},,,3\n") == left_out
    for own in ("品名,数量,备注\n甲,1,\n乙,2,\n", "序号,品名,数量\n1,甲,1\n2,乙,2\n"):
        assert read(f"{own}{text},3,\n", "any") == left_out
    goods = f"商品名称,价格,库存\n甲,1,\n乙,2,\n{text},,3\n"
    assert read(goods, "products") == left_out


def test_a_balance_beside_a_day_is_no_movement_of_its_own():
    """Only the kind of business told, and the balance came in as money."""
    for head, rows in (
        ("交易日期,摘要,收入,支出,余额", ("{},{},{},,5", "{},货款,1,,6", "{},退款,,2,4")),
        ("入账时间,业务类型,账务方向,发生额", ("{},{},收,{}", "{},货款,收,1", "{},退款,支,2")),
        (
            "流水号,入账时间,业务类型,账务方向,发生额",
            (",{},{},收,{}", "7,{},货款,收,1", "8,{},退款,支,2"),
        ),
    ):
        first, *moved = rows
        lines = [row.format("2026-11-02") for row in moved]
        for word in ("期初余额", "上期结余", "本月合计", "结转下期"):
            for amount in ("5", ""):
                text = "\n".join((head, first.format("2026-11-01", word, amount), *lines))
                assert read(text, "movements") == ([3, 4], {2: "total_line"}), (head, word)
    own = "流水号,入账时间,业务类型,账务方向,发生额\n7,2026-11-01,期初余额,收,1\n"
    assert read(own, "movements") == ([2], {})
    ledger = "日期,摘要,收入,支出\n2026-11-01,{},5,\n2026-11-02,进货,,2\n2026-11-03,卖,3,\n"
    assert read(ledger.format("期初余额"), "any") == ([3, 4], {2: "total_line"})
    assert read(ledger.format("全部"), "any") == ([2, 3, 4], {})
    assert read(ledger.replace("摘要", "备注").format("期初余额"), "any") == ([2, 3, 4], {})


@pytest.mark.parametrize(
    "span",
    "11月|11月份|2026年11月|2026-11|11-01~11-30|11.1-11.3|11月1日至11月30日|2026.11.01—2026.11.30"
    "|11月-12月|近7天|最近30天|本周|上月|第45周|2026年第45周|W45|Q4|第四季度|2026年|上半年".split(
        "|"
    ),
)
@pytest.mark.parametrize("day", ["11-0{}", "2026-11-0{}", "11月{}日", "11/{}", "11.0{}"])
def test_in_an_own_table_a_span_beside_several_of_its_days_is_their_total(day, span):
    days = "".join(f"{day.format(n)},{n}\n" for n in (1, 2, 3))
    assert read(f"月日,件数\n{days}{span},7\n", "any") == ([2, 3, 4], {5: "total_line"})
    if day[:4] != "2026":  # which is a day whatever its column is called
        assert read(f"规格,件数\n{days}{span},7\n", "any") == ([2, 3, 4, 5], {})


def test_a_span_without_several_days_of_its_own_is_a_row():
    for text in (
        "活动日期,件数\n11.1,1\n11.5-11.8,2\n11.11,3\n12.1-12.12,4\n",
        "月份,件数\n9月,1\n10月,2\n11月,3\n9-01,4\n",
        "日期,件数\n2025-11-01,1\n2025-11-02,1\n2026年11月,3\n其他,1\n",
    ):
        assert read(text, "any") == ([2, 3, 4, 5][: text.count("\n") - 1], {}), text


def test_totals_beside_their_parts():
    """A span or 全部 counted its own days once more."""
    days = "日期,计划名称,花费\n2026-04-01,甲,1\n2026-04-02,甲,2\n2026-04-03,乙,3\n"
    for line in (
        "2026-04-01 ~ 2026-04-03,甲,6",
        "2026-04-01至2026-04-03,甲,6",
        "20260401-20260403,,6",
        "全部,甲,6",
        "合计,甲,6",
        "2026-04-02,全部,2",
        "2026-04-02,总 计,2",
        "2026-04-02,甲计划小计,2",
    ):
        assert read(f"{days}{line}\n") == ([2, 3, 4], {5: "total_line"}), line
    for whole in ("全部", "全天"):
        hours = f"日期,小时,花费\n2026-04-01,9,1\n2026-04-01,10,2\n2026-04-01,{whole},3\n"
        assert read(hours) == ([2, 3], {4: "total_line"})
    weeks = "日期,花费\n2026-04-01~2026-04-07,1\n2026-04-08~2026-04-14,2\n"
    assert read(weeks) == ([2, 3], {})
    assert read(f"{weeks}2026-04-01~2026-04-30,3\n") == ([2, 3], {4: "total_line"})
    months = "日期,花费\n2026-02-01~2026-02-28,1\n2026-03-01~2026-03-31,2\n"
    assert read(months) == ([2, 3], {})
    assert read("日期,平台,花费\n2026-04-01,全部,1\n2026-04-02,全部,2\n") == ([2, 3], {})


def test_data_are_no_totals():
    """A buyer's note that said 合计 hid its order."""
    order = "买家留言,订单号,订单创建时间,订单状态,商品名称,实付款\n"
    assert read(f"{order}合计,1,2026-04-01,完成,小计,1\n汇总,2,2026-04-01,完成,全部,2\n") == (
        [2, 3],
        {},
    )
    assert read(f"{order}合计,1,2026-04-01,完成,小计,一元\n") == ([], {2: "bad_money"})
    flow = "入账时间,账务流水号,账务方向,发生额,备注\n"
    assert read(f"{flow}2026-04-01,1,收,1,合计\n2026-04-01,2,支,2,说明：x\n") == ([2, 3], {})
    own = "品名,数量,备注\n甲,1,合计\n乙,2,说明：x\n"
    assert read(own, "any") == ([2, 3], {})
    goods = "商品名称,价格,SKU编码\nTOTAL,1,T1\n合计,2,\n甲,3,\n"
    assert read(goods, "products") == ([2, 4], {3: "total_line"})


def test_a_header_printed_once_more_on_each_page():
    page = "品名,数量\n甲,1\n第1页\n品名,数量\n乙,2\n"
    assert read(page, "any") == ([2, 5], {3: "note_line", 4: "note_line"})
    day = "日期,花费\n2026-04-01,1\n日期,花费\n2026-04-02,1\n"
    assert read(day) == ([2, 4], {3: "note_line"})
    order = "订单号,订单创建时间,订单状态,实付款\n"  # it seems to have a number of its own
    assert read(f"{order}1,2026-04-01,完成,1\n{order}") == ([2], {3: "note_line"})
    goods = "商品名称,价格,SKU编码\n"
    assert read(f"{goods}甲,1,1\n{goods}乙,2,2\n", "products") == ([2, 4], {3: "note_line"})


def test_a_word_alone_begins_the_notes():
    own = "品名,数量,库\n甲,1,A\n备注,,\n说明,2,B\n"
    assert read(own, "any") == ([2, 4], {3: "note_line"})


@pytest.mark.parametrize(
    "line",
    ["审核人,,制表人,", "制表,会计,,", "没有更多了,,,", "已经到底了～,,,", "客服电话：400-1,,,"],
)
def test_a_foot_without_a_word_of_its_own(line):
    """Places to sign and what a page says at its end came in as rows."""
    for kind in ("any", "products"):
        own = f"商品名称,价格,库存,备注\n甲,1,1,\n{line}\n"
        assert read(own, kind) == ([2], {3: "note_line"})


def test_who_signs_is_a_row_beside_other_words():
    assert read("角色,谁\n审核,甲甲\n制表,乙乙\n", "any") == ([2, 3], {})


def test_a_day_with_the_word_for_a_sum_is_no_day_of_its_own():
    """The day counted twice."""
    for line in ("2026-04-01 小计", "2026年4月1日小计", "2026-04-01 Total"):
        days = f"日期,花费,曝光数\n2026-04-01,1,10\n{line},1,10\n2026-04-02,2,20\n"
        assert read(days) == ([2, 4], {3: "total_line"}), line


def test_in_a_table_of_one_column_each_word_is_alone():
    rows, refused = read("关键词\n注意\n提示\n说明\n杯子\n", "any")
    assert (len(rows), refused) == (4, {})


def test_a_bare_sum_under_an_own_table_is_a_total():
    """A row of nothing but sums, as =SUM() leaves it, counted everything twice."""
    own = "品名,数量,成本\n甲,3,5.1\n乙,2,7.2\n丙,3,1.3\n"
    for line in (",8,13.6", ",8,", ",,13.6", "--,8,13.6", "全部,8,13.6", "所有规格,8,13.6"):
        assert read(f"{own}{line}\n", "any") == ([2, 3, 4], {5: "total_line"}), line
    parts = f"{own},8,13.6\n丁,4,1\n戊,4,2\n,8,3\n,16,16.6\n"
    totals = dict.fromkeys((5, 8, 9), "total_line")
    assert read(parts, "any") == ([2, 3, 4, 6, 7], totals)
    shares = "品名,数量,成本,占比\n甲,3,5,0.2\n乙,2,7,0.4\n,5,12,0.3\n"  # a mean beside sums
    assert read(shares, "any") == ([2, 3], {4: "total_line"})
    figures = "数量,金额\n1,10\n2,20\n4,40\n7,70\n"
    assert read(figures, "any") == ([2, 3, 4], {5: "total_line"})
    long = "品名,数量\n" + "甲,1\n" * 2500
    taken, left_out = read(f"{long},2500\n", "any")
    assert (len(taken), left_out) == (2500, {2502: "total_line"})
    for line in (",9,13", "丁,8,13.6", ",,", ",0,0"):  # other figures, a name, nothing
        assert not read(f"{own}{line}\n", "any")[1], line
    assert read("数量\n1\n2\n3\n", "any") == ([2, 3, 4], {})


def test_all_goods_are_no_product_beside_the_goods():
    goods = "商品名称,价格,SKU编码\n甲,1,\n乙,2,\n"
    for line in ("全部,3,", "所有商品,3,", "全部款式,,"):
        assert read(f"{goods}{line}\n", "products") == ([2, 3], {4: "total_line"})
    assert read(f"{goods}全部,3,T1\n", "products") == ([2, 3, 4], {})


ALONE = """数据更新时间：2026-04-20 10:00|统计口径：支付口径|查询条件：全部|筛选条件:全部计划
负责人：|财务：|日期：2026-04-20|填报单位：柿子沟|注意事项：|1/3|以下空白|（以下无正文）|END|盖章
未完待续|Generated by ks|Printed at 2026-04-20|数据仅供参考|本报表由系统自动生成|免责声明：见官网
* 数据为估算值|1. 本表仅供参考|2、退款未扣除|（3）以后台为准
--- 完 ---""".replace("\n", "|").split("|")


@pytest.mark.parametrize("text", ALONE)
def test_a_remark_that_stands_alone_is_no_row(text):
    """Products and own tables, which need neither date nor number, took each line for a row."""
    text = f'"{text}"'
    assert read(f"商品名称,价格,库存\n甲,1,\n乙,2,\n{text},,\n", "products") == (
        [2, 3],
        {4: "note_line"},
    )
    assert read(f"品名,数量\n甲,1\n乙,2\n{text},\n", "any") == ([2, 3], {4: "note_line"})
    assert read(f"商品名称,价格,库存\n甲,1,\n乙,2,\n{text},3,5\n", "products") == ([2, 3, 4], {})


def test_a_name_that_reads_like_a_note_is_one_with_figures_beside_it():
    for name in ("来源:陕西柿饼", "单位:盒", "签字笔:黑色", "1/3拼图", "以下免单", "备注贴"):
        for text, kind in (
            (f"日期,计划名称,花费\n2026-04-01,甲,1\n2026-04-02,{name},2\n", ""),
            (f"商品名称,价格,库存\n甲,1,2\n{name},2,3\n", "products"),
            (f"品名,数量,单价\n甲,1,2\n{name},2,3\n", "any"),
        ):
            assert read(text, kind) == ([2, 3], {}), (name, kind)
