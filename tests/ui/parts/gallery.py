"""All parts in their states on one page, to be looked at and grabbed by tests; not shipped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ksdesk.ui.parts.banner import Banner, SampleStripe
from ksdesk.ui.parts.buttons import IconButton, MainButton, SecondButton, TextButton
from ksdesk.ui.parts.card import Card, NoteBox
from ksdesk.ui.parts.check import Check
from ksdesk.ui.parts.chips import ChipBar, FilterChip
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField, NumberField
from ksdesk.ui.parts.gauge import Gauge
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.notice import Notice
from ksdesk.ui.parts.number_card import Change, NumberCard
from ksdesk.ui.parts.page_header import PageHeader
from ksdesk.ui.parts.pill import Pill
from ksdesk.ui.parts.segments import SegmentBar
from ksdesk.ui.parts.states import TroubleCard
from ksdesk.ui.parts.steps import Step, StepList, Steps
from ksdesk.ui.parts.table import Column, RowsModel, TableView
from ksdesk.ui.parts.task_row import TaskRow, TipRow
from ksdesk.ui.parts.texts import money_text, signed_money_text

LEDGER = [
    (9, "11月14日", "扣款", "晚发立赔 9 单", -23600, 276400, False),
    (8, "11月4日", "补缴", "10月销售调整", 100000, 300000, False),
    (7, "10月22日", "补缴", "补足到要求线", 3600, 200000, False),
    (6, "10月20日", "更正", "冲销第 5 笔", 3600, 196400, False),
    (5, "10月19日", "扣款", "晚发立赔 3 单（重复记了）", -3600, 192800, True),
]
COLUMNS = (
    Column("number", "第", tone="muted", width=40, minimum=24),
    Column("day", "日期", width=88),
    Column(
        "kind",
        "类别",
        pill=lambda row: ("bad" if row[2] == "扣款" else "neutral", row[2]),
        width=64,
    ),
    Column("note", "说明", strike=lambda row: row[6]),
    Column("amount", "金额", text=signed_money_text, align="right", width=100),
    Column("balance", "余额", text=money_text, align="right", bold=True, width=100),
)


def row_of(*widgets: QWidget | QLayout | None, spacing: int = 16) -> QHBoxLayout:
    """Widgets side by side; None stretches."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        elif isinstance(widget, QLayout):
            row.addLayout(widget)
        else:
            row.addWidget(widget)
    return row


def ledger() -> RowsModel:
    """The ledger of the picture."""
    rows = RowsModel(COLUMNS, key=lambda row: row[0])
    rows.set_rows(LEDGER)
    return rows


def _buttons() -> Card:
    card = Card("按钮")
    off, off_second = MainButton("主按钮"), SecondButton("次按钮")
    off.disable("没有数")
    off_second.disable("没有数")
    card.add_layout(
        row_of(
            MainButton("主按钮"),
            MainButton("导入今天的数据", "import"),
            off,
            SecondButton("次按钮"),
            SecondButton("去发货", trailing="chevron_right"),
            SecondButton("处理缺货", tone="bad"),
            off_second,
            TextButton("文字按钮"),
            TextButton("看怎么算的 ›", small=True, inline=True),
            IconButton("zoom", "放大"),
            IconButton("copy", "复制"),
            None,
        )
    )
    return card


def _pills() -> Card:
    card = Card("状态牌")
    pills = (
        Pill("够", "good"),
        Pill("剩 5 小时", "warn", icon="clock"),
        Pill("超时 1 小时", "bad"),
        Pill("可上架", "accent"),
        Pill("草稿"),
    )
    card.add_layout(row_of(*pills, None, spacing=12))
    return card


def _chips() -> Card:
    card = Card("筛选和切换")
    chips = ChipBar([("all", "全部", 42), ("draft", "草稿", 5), ("out", "缺货", 2)], "all")
    days = SegmentBar([(1, "今天"), (7, "7天"), (30, "30天")], 7, name="多久")
    many = ChipBar([("views", "观看"), ("spend", "花费"), ("new", "粉丝")], ["views"], many=True)
    card.add_layout(row_of(chips, days))
    accounts = ChipBar()
    accounts.add_chip("own", FilterChip("自建保证金"))
    accounts.add_chip("promo", FilterChip("推广保证金"))
    accounts.chip("own").set_figure("2,764.00", ("bad", "低于线"))
    accounts.chip("promo").set_figure("500.00", ("good", "够"))
    accounts.set_value("own")
    card.add(many)
    card.add(accounts)
    return card


def _numbers() -> Card:
    card = Card("数字卡：有数、降、持平、缺东西、加载中")
    sales, fans, spend = NumberCard("昨天成交"), NumberCard("新增粉丝"), NumberCard("推广花费")
    sales.set("¥2,846.50", Change("up", "12.4%"), "比上周二")
    fans.set("108", Change("down", "21.2%"), "掉粉 26，净增 82")
    spend.set("¥240.00", Change("flat"), "按计划")
    net = NumberCard("净得")
    net.set("", missing="缺商品成本，补上就能算")
    card.add_layout(row_of(sales, fans, spend, net, NumberCard("订单")))
    return card


def _fields() -> Card:
    card = Card("输入框")
    wrong = MoneyField("价格")
    wrong.set_text("12.3.4")
    wrong.edit.editingFinished.emit()
    fixed = LineField("编号", text="不能改")
    fixed.set_read_only(True)
    number = LineField(
        "身份证号", text="61052819900101003X", tall=True, masked=lambda t: f"{t[:6]} ******** **3X"
    )
    number.set_verdict("good", "号码对得上，年满 16 岁")
    until = DateField("证件有效期到", tall=True)
    until.set_text("2027-01-30")
    until.set_verdict("warn", "还有 73 天到期，先换证更稳")
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    amount = MoneyField("退多少")
    amount.set_value(2300)
    stock = NumberField("库存", unit="件")
    stock.set_value(412)
    title = LineField("标题", text="富平吊柿饼", limit=30)
    reason = ChoiceField("打算怎么办", [(1, "退款，果子不用寄回"), (2, "换货")])
    for place, field in enumerate((amount, wrong, stock, fixed, number, until, title, reason)):
        grid.addWidget(field, place // 4, place % 4)
    card.add_layout(grid)
    card.add_layout(row_of(Check("看了买家的照片", True), Check("问了快递"), None))
    return card


def _strips() -> Card:
    card = Card("横条：示例、当心、出事")
    card.add(SampleStripe("示例店铺", "这里的数都是编的，随便点。", "离开示例 ›"))
    card.add(Banner("账本在同步盘里，两台电脑同时开会打架。", action="搬出来 ›"))
    card.add(Banner("D 盘满了，新改的没存下。", "bad", action="怎么办 ›"))
    notice = Notice()
    card.add(notice)
    notice.say("记好了：补缴 236.00", undo="撤销")
    card.add(
        NoteBox("这条路来自 2021-04-02 的教程，位置可能变了。", "另有 2 条别的路。", icon="guide")
    )
    return card


def _table() -> Card:
    card = Card("账本", count="9 笔，只加不改", flush=True, line=False)
    card.add_action(TextButton("筛选", small=True, inline=True))
    view = TableView(ledger(), name="账本")
    view.hovered = 1
    view.select_key(7)
    view.setMinimumHeight(240)
    card.add(view, 1)
    return card


def _gauges() -> Card:
    card = Card("余额表")
    gauges = []
    for balance, required, frozen in (
        (324000, 300000, False),
        (300000, 300000, False),
        (276400, 300000, False),
        (50000, 300000, True),
        (50000, None, False),
    ):
        gauge = Gauge()
        gauge.set(balance, required, frozen=frozen)
        gauges.append(gauge)
    card.add_layout(row_of(*gauges[:3]))
    card.add_layout(row_of(*gauges[3:]))
    wide = Gauge()
    wide.set(276400, 300000)
    card.add(wide)
    return card


def _tasks() -> Card:
    card = Card("现在要做", "按剩余时间排", count="2", flush=True)
    late = TaskRow(
        "1 单过了承诺发货时间",
        "尾号 8214 · 富平吊柿饼礼盒 ×2 · 承诺 09:08",
        icon="clock",
        tone="bad",
        pill=("bad", "超时 1 小时 12 分"),
        verb="去发货",
        later="稍后",
        done_name="做完了",
    )
    review = TaskRow(
        "昨晚的直播还没复盘", "成交 ¥1,912.40", icon="traffic", when="约 5 分钟", verb="写复盘"
    )
    card.add(late)
    card.add(review)
    card.add(TipRow("今晚 20:00 热搜开始", "开始后关键词会锁住", "再看一遍关键词 ›", line=False))
    return card


def _path() -> Card:
    card = Card("路")
    steps = (
        Step("安抚", "11-18 09:20 你", "done"),
        Step("核实", "正在做", "current"),
        Step("反馈", "把结果告诉买家"),
        Step("是否满意", "买家说了算", "attention"),
    )
    card.add(Steps(steps))
    below = StepList()
    below.set(steps[:3], steps[3], "或")
    card.add(below)
    return card


def _trouble() -> Card:
    return TroubleCard(
        "D 盘满了，刚导入的订单没有存",
        "D 盘只剩 3 MB，存这 312 单要大约 9 MB。",
        icon="disk",
        safe=[("原来的账都在，一笔没少", "最后一次存好是今天 10:18")],
        kept=[("你正在填的内容留着", "先别关程序，点「再试一次」就会存")],
        buttons=[MainButton("再试一次"), SecondButton("打开 D 盘腾地方", height=40)],
        details="disk_full",
    )


def gallery() -> QWidget:
    """The page of all parts, 1280 wide."""
    page = QWidget()
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(16)
    header = PageHeader(
        "零件",
        "每一件的每个样子",
        (SecondButton("粘贴链接", "link", height=40), MainButton("新建商品", "plus")),
    )
    column.addWidget(header)
    pairs: tuple[tuple[Callable[[], Card], ...], ...] = (
        (_buttons,),
        (_pills, _chips),
        (_numbers,),
        (_fields,),
        (_strips, _table),
        (_gauges,),
        (_tasks, _path),
        (_trouble,),
    )
    for makers in pairs:
        row = QHBoxLayout()
        row.setSpacing(16)
        for maker in makers:
            row.addWidget(maker(), 1)
        column.addLayout(row)
    page.resize(1280, page.sizeHint().height())
    return page
