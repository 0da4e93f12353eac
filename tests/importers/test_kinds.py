"""Orders, settlements, movements and the rest: headers as the platform has them, and quirks."""

from __future__ import annotations

from datetime import datetime

import pytest

from ksdesk.domain.imports import ImportProblem, Source
from ksdesk.domain.personal import is_personal
from ksdesk.domain.records import FIELDS, RECORDS
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers import cell, kinds, open_table
from ksdesk.importers.files import table
from ksdesk.importers.kinds import BY_CODE, KINDS, recognise

ORDERS = """订单号, 赠品订单号, 活动订单编号, 订单创建时间, 订单支付时间, 预售定金支付时间,
订单状态, 实付款, 快递费, 店铺优惠, 平台补贴, 主播补贴, 混资活动优惠, 支付优惠,
支付方式, 成交数量, 买家留言, 账号类型, 账号明细, 订单备注, 旗帜颜色, 售后状态,
活动订单, 预售/承诺发货时间, 订单载体, 商品名称, 商品ID, 商品规格, SKU编码, 商品单价,
渠道, CPS达人ID, CPS达人昵称, 预估推广佣金, 预估推广者分佣比例, 团长ID, 团长昵称,
快赚客ID, 快赚客昵称, 授权推广者ID, 授权推广者昵称, 收货人姓名, 收货人电话,
收货地址-省, 收货地址-市, 收货地址-区, 收货地址-街道, 收货地址, 发货时间, 快递公司,
快递单号, 物流信息, 集运类型, 直邮类型, 仓库名称, 仓库地址, 实名姓名, 服务门店ID,
服务门店名称, 服务门店地址, 国补/类国补/消费券"""
SETTLEMENTS = """商家ID, 订单号, 商品ID, 商品名称, 商品数量, 订单创建时间, 订单实付(元), 政府补贴,
支付营销补贴, 平台补贴, 商家补贴(元), 达人补贴, 达人补贴明细, 合计收入(元),
订单退款(元), 支付营销回退（元）, 技术服务费(元), 预售增收技术服务费（元）, 达人ID,
MCN机构ID, 达人佣金(元), 团长id, 团长佣金(元), 佣金模式, 快赚客ID, 快赚客佣金(元),
服务商ID, 服务商佣金(元), 分账基数, 其他收费, 其他收费明细, 合计支出(元),
实际结算金额(元), 实际结算时间, 结算规则, 资金渠道, 账户名称, 结算商户号, 备注,
消费金信息"""
MOVEMENTS = """账务流水号, 关联业务单号, 入账时间, 账务方向, 发生额（元）, 期末余额（元）, 业务类型,
描述, 备注"""
INSURANCE = (
    "订单编号, 服务费用（元）, 商家承担服务费用（元）, 平台补贴费用（元）, 生效时间, 收费编号"
)
FUNDS = """日期, 总花费, 充值花费, 激励花费, 电商花费, 框返花费, 转入, 充值转入, 电商转入,
激励转入, 转出, 充值转出, 日终结余"""
AFTERSALES = """序号, 售后单号, 订单编号, 商品名称, 商品ID, 售后类型, 售后原因, 退款金额(元),
售后状态, 申请时间, 退款超时时间"""
LIVE = """开播时间, 直播时长(分钟), 峰值在线人数, 平均在线人数, 曝光人数, 观看人数,
人均停留时长, 涨粉人数, 涨粉率, 评论人数, 点赞次数"""
HEADERS = {
    "orders": ORDERS,
    "settlements": SETTLEMENTS,
    "movements": MOVEMENTS,
    "insurance": INSURANCE,
    "funds": FUNDS,
    "aftersales": AFTERSALES,
    "traffic": LIVE,
}


def labels(text: str) -> list[str]:
    return [label.strip() for label in text.split(",")]


def opened(header: list[str], *rows: dict[str, str]):
    """A pasted table with these cells by label."""
    lines = ["\t".join(header), *("\t".join(row.get(h, "") for h in header) for row in rows)]
    return open_table(Source("x", text="\n".join(lines)))


def read(header: list[str], *rows: dict[str, str]):
    """Fields, rows and refused of a table by the kind it is recognised as."""
    found = opened(header, *rows)
    kind = recognise(found)
    plan = kind.plan(found, kind.columns(found.header, found.sample))
    chunks = list(plan.chunks())
    stored = [
        dict(zip(("line", "key", *plan.fields), r, strict=True)) for c in chunks for r in c.rows()
    ]
    return stored, [r for c in chunks for r in c.refused]


@pytest.mark.parametrize(
    ("kind", "count"), [("orders", 61), ("settlements", 40), ("movements", 9), ("insurance", 6)]
)
def test_the_platforms_own_header_is_known_to_the_last_column(kind, count):
    header = labels(HEADERS[kind])
    assert len(header) == count
    found = opened(header, {})
    assert recognise(found).code == kind
    columns = recognise(found).columns(found.header, found.sample)
    assert [c.label for c in columns if c.why not in ("alias", "private")] == []
    assert recognise(found).needs(columns) == ()


@pytest.mark.parametrize("kind", HEADERS)
@pytest.mark.parametrize(
    "turn",
    [str, lambda s: s.translate(str.maketrans("()（）账", "（）()帐")), lambda s: f"  {s}\u3000"],
)
def test_brackets_width_and_blanks_are_forgiven(kind, turn):
    header = [turn(label) for label in labels(HEADERS[kind])]
    assert recognise(opened(header, {})).code == kind
    assert recognise(opened(header[::-1], {})).code == kind


def test_what_is_a_buyers_own_is_not_kept():
    header = labels(ORDERS)
    row = {h: "secret" for h in header if is_personal(h)}
    assert sorted(row) == sorted(
        [
            "收货人姓名",
            "收货人电话",
            "收货地址-区",
            "收货地址-街道",
            "收货地址",
            "实名姓名",
            "账号明细",
            "物流信息",
        ]
    )
    row |= {
        "订单号": "2401",
        "订单创建时间": "2026-04-15 10:20:30",
        "收货地址-省": "陕西省",
        "收货地址-市": "渭南市",
    }
    found = opened(header, row)
    columns = recognise(found).columns(found.header, found.sample)
    assert "secret" not in repr(columns)
    assert {c.label for c in columns if c.why == "private"} == {h for h in header if is_personal(h)}
    stored, refused = read(header, row, {**row, "订单创建时间": "x"})
    assert "secret" not in repr((stored, refused))
    assert (stored[0]["province"], stored[0]["city"]) == ("陕西省", "渭南市")
    for label in ("收货人手机号", "身份证号码", "实名证件号", "联系电话"):
        assert is_personal(label)
    for label in ("收货地址-省", "快递单号", "商品名称", "达人昵称"):
        assert not is_personal(label)


def test_a_row_too_long_shows_nothing_that_may_be_private():
    text = "订单号,订单创建时间,收货人电话\n1,2026-04-15,a,13800000000\n"
    found = open_table(Source("x", text=text))
    kind = recognise(found)
    (chunk,) = kind.plan(found, kind.columns(found.header, found.sample)).chunks()
    assert [(r.reason, r.value) for r in chunk.refused] == [("too_many_cells", "")]


def test_order_numbers_are_text_with_every_digit():
    header = ["订单号", "商品ID", "订单创建时间", "实付款", "订单状态"]
    numbers = [
        "'0024101234567890123",
        '="0024101234567890123"',
        "\t0024101234567890123",
        "0024101234567890123",
        " 24101 ",
        "24101.0",
    ]
    rows = [
        {"订单号": n, "订单创建时间": "2026-04-15", "商品ID": str(i)} for i, n in enumerate(numbers)
    ]
    csv = "\n".join(
        [",".join(header), *(f"{r['订单号']},{r['商品ID']},2026-04-15,," for r in rows)]
    )
    found = open_table(Source("x", text=csv))
    kind = recognise(found)
    (chunk,) = kind.plan(found, kind.columns(found.header, found.sample)).chunks()
    stored = list(chunk.rows())
    assert [row[3] for row in stored] == ["0024101234567890123"] * 4 + ["24101", "24101"]
    for bad, reason in {
        "": "no_number",
        "0": "no_number",
        "'0": "no_number",
        "--": "no_number",
        "2.4101E+18": "lost_digits",
        "2.4101234567890124e+18": "lost_digits",
        "x" * 600: "too_long",
    }.items():
        _, refused = read(header, {"订单号": bad, "订单创建时间": "2026-04-15", "实付款": "1"})
        assert [r.reason for r in refused] == [reason], bad
    _, refused = read(header, {"订单号": "合计", "订单创建时间": "", "实付款": "1"})
    assert [r.reason for r in refused] == ["total_line"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-04-15 10:20:30", datetime(2026, 4, 15, 10, 20, 30)),
        ("2026/04/20", datetime(2026, 4, 20)),
        ("2026年4月20日", datetime(2026, 4, 20)),
        ("2026年4月20日 9时5分", datetime(2026, 4, 20, 9, 5)),
        ("46132", datetime(2026, 4, 20)),
        ("46132.43402777778", datetime(2026, 4, 20, 10, 25)),
        ("'2026-04-20", datetime(2026, 4, 20)),
        ('="2026-04-20"', datetime(2026, 4, 20)),
        ("2026-04-20 10:20:30.0", datetime(2026, 4, 20, 10, 20, 30)),
    ],
)
def test_dates_in_each_shape(text, moment):
    header = ["订单号", "订单创建时间", "发货时间", "旗帜颜色"]
    stored, refused = read(header, {"订单号": "1", "订单创建时间": text, "发货时间": text})
    assert refused == []
    assert stored[0]["time"] == stored[0]["shipped_at"] == to_seconds(moment)
    stored, _ = read(header, {"订单号": "1", "订单创建时间": text, "发货时间": "--"})
    assert stored[0]["shipped_at"] is None


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("'12.30", 1230),
        ("--", None),
        ("", None),
        ("￥12.3", 1230),
        ("(12.3)", -1230),
        ("1,234.50", 123450),
        ('="12.30"', 1230),
        ("12.3000000001", 1230),
        ("1.2万", 1200000),
    ],
)
def test_money_in_each_shape(text, fen):
    stored, _ = read(
        ["订单号", "订单创建时间", "实付款"],
        {"订单号": "1", "订单创建时间": "2026-04-15", "实付款": text},
    )
    assert stored[0]["paid"] == fen


def test_movements_take_their_sign_from_the_direction():
    header = labels(MOVEMENTS)
    base = {"入账时间": "2026-04-15 10:20:30", "发生额（元）": "12.30", "期末余额（元）": "100"}
    rows = [
        {**base, "账务流水号": str(n + 1), "账务方向": way}
        for n, way in enumerate(["收", "支", "支出", "收入", "?", ""])
    ]
    rows.append({**rows[1], "账务流水号": "9", "发生额（元）": "-12.30"})
    rows.append({**rows[1], "账务流水号": "10", "发生额（元）": "--"})
    stored, refused = read(header, *rows)
    assert [(r["flow_no"], r["amount"], r["direction"]) for r in stored] == [
        ("1", 1230, "收"),
        ("2", -1230, "支"),
        ("3", -1230, "支"),
        ("4", 1230, "收"),
        ("9", -1230, "支"),
        ("10", None, "支"),
    ]
    assert [(r.column, r.value, r.reason) for r in refused] == [
        ("账务方向", "?", "bad_direction"),
        ("账务方向", "", "bad_direction"),
    ]


def test_what_a_kind_cannot_do_without():
    found = opened(["账务流水号", "期末余额（元）", "业务类型"], {})
    kind = recognise(found)
    assert kind.needs(kind.columns(found.header, found.sample)) == (
        "time",
        "missing:direction",
        "missing:amount",
    )
    orders = next(k for k in KINDS if k.code == "orders")
    assert orders.needs(orders.columns(("订单创建时间",), [("2026-04-15",)])) == (
        "missing:order_no",
    )
    funds = next(k for k in KINDS if k.code == "funds")
    assert funds.needs(funds.columns(("日期",), [("2026-04-15",)])) == ("figures",)
    own = next(k for k in KINDS if k.code == "any")
    assert own.needs(own.columns(("x",), [("",)])) == ("figures",)


def test_the_key_of_an_order_is_its_number_and_moves_with_no_column():
    header = ["订单号", "商品ID", "SKU编码", "商品规格", "订单创建时间", "订单状态"]
    row = {
        "订单号": "7",
        "商品ID": "8",
        "SKU编码": "a|b",
        "商品规格": "红",
        "订单创建时间": "2026-04-15",
        "订单状态": "已发货",
    }
    (one,), _ = read(header, row)
    (two,), _ = read(header[::-1], {**row, "订单状态": "已签收", "商品规格": "红色"})
    assert one["key"] == two["key"] == "|order_no=7|product_id=8|sku_code=a¦b|1"
    header.remove("SKU编码")
    (three,), _ = read(header, row)
    assert three["key"].endswith("|spec=红|1")


def test_after_sales_cases_are_known_by_four_words_and_need_no_time():
    """All that is public of the file: its number, the order, the money and the state."""
    header = ["序号", "售后单号", "订单编号", "退款金额", "售后状态"]
    row = {"售后单号": "88", "订单编号": "7", "退款金额": "￥23", "售后状态": "售后成功"}
    (one,), refused = read(header, row, {"售后单号": "合计", "退款金额": "23"})
    assert recognise(opened(header, row)).code == "aftersales"
    assert (one["time"], one["case_refund"], one["after_sale"]) == (0, 23_00, "售后成功")
    assert [each.reason for each in refused] == ["total_line"]
    (two,), _ = read([*header, "申请时间"], {**row, "申请时间": "2026-04-15 09:00"})
    assert two["key"] == one["key"] == "|order_no=7|case_no=88|1"
    header.remove("售后单号")
    assert recognise(opened(header, row)).code != "aftersales"


def test_unknown_and_doubled_columns():
    header = ["订单号", "订单创建时间", "实付款", "实付款", "神秘数", "神秘词"]
    found = open_table(
        Source(
            "x",
            text="\n".join([",".join(header), "1,2026-04-15,1,2,3,甲", "2,2026-04-15,1,2,3,乙"]),
        )
    )
    kind = recognise(found)
    columns = kind.columns(found.header, found.sample)
    assert [c.role for c in columns] == [
        "identity:order_no",
        "time",
        "measure:paid",
        "own:实付款",
        "own:神秘数",
        "note:神秘词",
    ]


@pytest.mark.parametrize(
    ("text", "low", "kept"),
    [
        ("7.5w~10w", 75_000, "7.5w~10w"),
        ("7.5~10w", 75_000, "7.5~10w"),
        ("10%～15%", 0.1, "10%～15%"),
        ("1.9w", 19_000, None),
        ("1.50亿", 150_000_000, None),
        ("9999.0w", 99_990_000, None),
        ("-", None, None),
        ("20.00%", 0.2, None),
        ("100万", 1_000_000, None),
    ],
)
def test_numbers_as_other_tools_write_them(text, low, kept):
    """Of a range the lower end counts, and its text stands beside it."""
    rows = [
        {"日期": "2026-04-14", "播放数": "1", "预估销量": "5w~6w"},
        {"日期": "2026-04-15", "播放数": "2", "预估销量": text},
    ]
    stored, refused = read(["日期", "播放数", "预估销量"], *rows)
    assert refused == []
    assert stored[1]["extra"] == (None if low is None else f'{{"预估销量":{float(low)!r}}}')
    assert stored[1]["marks"] == (None if kept is None else f'{{"预估销量":"{kept}"}}')


def test_ranges_of_amounts_and_counts():
    rows = [{"日期": "2026-04-14", "花费(元)": "1万~2万", "点赞数": "100~200"}]
    (stored,), _ = read(["日期", "花费(元)", "点赞数"], *rows)
    assert (stored["spend"], stored["likes"]) == (1_000_000, 100)
    assert not cell.is_range("~") and cell.lower_end("a~b") == "a~b"


def test_live_sessions_are_traffic_by_live():
    row = {
        "开播时间": "2026-04-15 20:00",
        "观看人数": "1.9w",
        "人均停留时长": "1分20秒",
        "涨粉率": "1.5%",
        "峰值在线人数": "300",
    }
    found = opened(labels(LIVE), row)
    kind = recognise(found)
    plan = kind.plan(found, kind.columns(found.header, found.sample))
    assert (kind.code, plan.grain) == ("traffic", "live")
    (stored,), _ = read(labels(LIVE), row)
    assert (stored["views"], stored["stay_seconds"], stored["peak_viewers"]) == (19_000, 80.0, 300)


def test_an_own_table_needs_no_time():
    kind = next(k for k in KINDS if k.code == "any")
    found = open_table(Source("x", text="主播,场次,单价\n小王,3,\n,,\n小李,5,2.5\n"))
    columns = kind.columns(found.header, found.sample)
    assert [c.role for c in columns] == ["mark:主播", "own:场次", "own:单价"]
    plan = kind.plan(found, columns, "主播表")
    (chunk,) = plan.chunks()
    assert [row[:4] for row in chunk.rows()] == [
        (2, "000000000000|主播表|主播=小王|1", 0, "主播表"),
        (4, "000000000000|主播表|主播=小李|1", 0, "主播表"),
    ]
    named = open_table(Source("x", text="日期,值\n2026-04-15,1\n"))
    assert [c.role for c in kind.columns(named.header, named.sample)] == ["time", "own:值"]


def test_every_field_has_a_place():
    for record in RECORDS.values():
        assert len(set(record.codes)) == len(record.codes)
        for code in record.codes:
            assert record.field(code).kind == FIELDS[code].kind
    with pytest.raises(KeyError):
        RECORDS["orders"].field("nothing")


# ---- several tables in one file

SEVERAL = (
    "SKU商品库\n商品,价格,佣金比例\n柿饼,59,20.00%\n柿子,39,10%~15%\n\n"
    "抖音销量榜\n排名,日期,播放数,点赞数\n1,2026-04-15,1.9w,300\n2,2026-04-16,2w,200\n\n"
    "直播销量榜\n日期,花费,直播观看数,涨粉数\n2026-04-15,12.5,800,3\n"
)


def test_several_tables_in_one_csv(tmp_path):
    path = tmp_path / "蝉妈妈.csv"
    path.write_bytes(SEVERAL.encode("gb18030"))
    found = open_table(path)
    assert [(p.name, p.kind, p.columns) for p in found.parts] == [
        ("SKU商品库", "", 3),
        ("抖音销量榜", "traffic", 4),
        ("直播销量榜", "traffic", 4),
    ]
    assert (found.part, found.header_line, list(found.rows)) == (
        2,
        12,
        [["2026-04-15", "12.5", "800", "3"]],
    )
    first = open_table(Source("x", path, part=0))
    assert list(first.rows) == [["柿饼", "59", "20.00%"], ["柿子", "39", "10%~15%"]]
    second = open_table(Source("x", path, part=1))
    assert [row[0] for row in second.rows] == ["1", "2"]
    assert open_table(Source("x", path, part=9)).part == 2


@pytest.mark.parametrize(
    "text",
    [
        "店铺：柿子沟,导出：今天\n\n日期,花费\n2026-04-15,1\n\n合计,1\n",
        "日期,花费\n2026-04-15,1\n\n日期,花费\n2026-04-16,1\n",
        "日期,备注\n2026-04-15,甲\n\n2026-04-16,乙\n",
        "日期,花费\n",
    ],
)
def test_one_table_stays_one(text):
    assert open_table(Source("x", text=text)).parts == ()


def test_a_large_file_is_not_looked_through(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "LARGEST_SPLIT", 10)
    assert open_table(Source("x", text=SEVERAL)).parts == ()


def test_tables_are_counted_up_to_a_bound():
    text = "\n\n".join(f"表{n}\n日期,花费{n}\n2026-04-15,1" for n in range(80))
    assert len(open_table(Source("x", text=text)).parts) == 50


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_orders_in_each_encoding(tmp_path, encoding):
    path = tmp_path / "orders.csv"
    text = "快手订单\n" + ",".join(labels(ORDERS)) + "\n" + "2401" + "," * 60 + "\n"
    path.write_bytes(text.encode(encoding))
    found = open_table(path)
    assert (recognise(found).code, found.header_line) == ("orders", 2)


def test_orders_in_big5(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes("訂單號,日期,花費,觀看人數\n0024,2026-04-15,12,5\n".encode("big5") * 3)
    assert open_table(path).encoding.name == "big5"


def test_a_folder_cannot_be_read(tmp_path):
    with pytest.raises(ImportProblem) as caught:
        open_table(tmp_path)
    assert caught.value.code == "folder"


@pytest.mark.parametrize(
    "header",
    [
        "作品标题 发布时间 播放量 点赞量 评论量 分享量 涨粉量",
        "视频ID 视频标题 发布时间 播放数 点赞数 评论数 转发数 涨粉数 完播率",
        "标题 发布时间 播放 点赞 评论 转发 新增粉丝",
        "发布日期 作品名称 播放次数 点赞次数",
    ],
)
def test_a_report_of_works_is_known_by_when_they_came_out(header):
    found = opened(header.split(), {})
    assert recognise(found).code == "videos"
    columns = recognise(found).columns(found.header, found.sample)
    assert {"time", "measure:work_plays", "measure:work_likes"} <= {c.role for c in columns}
    assert recognise(found).needs(columns) == ()


@pytest.mark.parametrize(
    "header",
    ["日期 作品名称 播放数 点赞数 花费", "日期 视频ID 播放数 花费 直接GMV", "日期 播放量 点赞量"],
)
def test_a_report_of_ads_with_works_stays_one_of_traffic(header):
    assert recognise(opened(header.split(), {})).code == "traffic"


# ---- which kind a header is of


@pytest.mark.parametrize(
    ("header", "usual", "kind"),
    [
        ("订单号 订单创建时间 实付款", "", "orders"),
        ("日期 花费", "", "traffic"),
        ("日期 花费", "orders", "traffic"),
        ("商品名称 价格 库存", "", "products"),
        ("甲 乙", "", ""),
        ("甲 乙", "orders", "orders"),
        ("甲 乙", "traffic", "traffic"),
        ("日期 备注", "", "traffic"),  # everyday words say nothing against it
        ("日期 商品名称", "", "any"),  # but those of others do
        ("日期 商品名称", "traffic", "any"),
        ("日期 商品名称", "orders", "orders"),
        ("退款金额 订单号", "", "any"),
        ("退款金额 订单编号", "", "any"),
        ("日期 成交金额 订单ID", "", "any"),
        ("日期 成交金额 交易编号", "", "any"),
        ("退款金额 点赞数 订单号", "", "traffic"),
    ],
)
def test_the_kind_that_a_header_says_most_of(header, usual, kind):
    found = open_table(Source("x", text="\t".join(header.split()) + "\n"))
    assert found.header == tuple(header.split())
    recognised = recognise(found, BY_CODE.get(usual))
    assert (recognised.code if recognised else "") == kind


def test_of_kinds_that_say_as_much_the_usual_one():
    header = tuple("日期 总花费".split())
    assert kinds._best(header, BY_CODE["funds"]).weigh(header) == kinds._best(header).weigh(header)
    weighing = kinds.Weighing()
    assert weighing.score(header) == 2
    assert weighing.score(("甲",)) == 0
    assert weighing.known("花费") and not weighing.known("甲")
    assert weighing.kind(("甲",)) == ""
    assert weighing.kind(("日期", "商品名称")) == ""


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("日期\t花费\n2026-04-15\t1", True),
        ("报表\n\n日期\t花费", True),
        ("\n" * 19 + "日期\t花费", True),
        ("\n" * 20 + "日期\t花费", False),
        ("日期\t甲", False),
        ("日期\n花费", False),
        ("https://a.b/c", False),
        ("", False),
    ],
)
def test_a_copied_text_is_a_table_if_a_line_has_two_known_labels(text, there):
    assert kinds.is_table(text) == there
