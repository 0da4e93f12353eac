"""The export button driven by mouse over real files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ksdesk.exports import ExportColumn, ExportProblem, Sheet
from ksdesk.ui.exports.button import ExportButton
from ksdesk.ui.shell.trouble import EXPORTS, headline

openpyxl = pytest.importorskip("openpyxl")
ALL = [(f"{n:019d}", n * 100) for n in range(312)]


def make(filtered: bool) -> Sheet:
    columns = (ExportColumn("number", "订单号", "id"), ExportColumn("paid", "实付款", "money"))
    rows = ALL[:1] if filtered else ALL
    return Sheet("订单", columns, rows)


@pytest.fixture
def said(ctx) -> list:
    heard = []

    def notice(text, undo=False, *, way="", go=None) -> None:
        heard.append((text, way, go))

    ctx.notice = notice
    return heard


@pytest.fixture
def button(ctx, said, qtbot) -> Iterator[ExportButton]:
    page = QWidget()
    made = ExportButton(ctx, "订单", make)
    QVBoxLayout(page).addWidget(made)
    qtbot.addWidget(page)
    page.show()
    yield made


def pick(button: ExportButton, number: int) -> None:
    """Take an entry of the menu (offscreen there is no keyboard that an open one could take)."""
    menu = button.ways.menu()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    entries[number].trigger()


def test_the_button_says_what_it_does(button) -> None:
    assert button.text() == button.accessibleName() == "导出"
    texts = [action.text() for action in button.ways.menu().actions() if action.text()]
    assert texts == [
        "当前列表，导出为 Excel",
        "当前列表，导出为 CSV",
        "全部，导出为 Excel",
        "全部，导出为 CSV",
    ]


def test_all_rows_go_to_excel_and_the_folder_opens(
    ctx, button, said, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "订单 2026-11-18.xlsx"
    ctx.ask.answers = [path]
    pick(button, 2)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.max_row == 313 and sheet["A2"].value == "0" * 19
    text, way, go = said[0]
    assert (text, way) == ("已导出 312 行", "打开所在文件夹")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    go()
    assert opened[0].isLocalFile() and Path(opened[0].toLocalFile()) == tmp_path


def test_what_is_shown_goes_to_csv_whatever_was_typed_as_its_name(
    ctx, button, said, tmp_path: Path
) -> None:
    ctx.ask.answers = [tmp_path / "v1.2"]
    pick(button, 1)
    with (tmp_path / "v1.2.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["订单号", "实付款"], ["\t" + "0" * 19, "0.00"]]
    assert said[0][0] == "已导出 1 行"


def test_no_answer_writes_nothing(ctx, button, said, tmp_path: Path) -> None:
    pick(button, 0)
    assert ctx.ask.asked == ["导出订单"] and not said
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_table_without_a_filter_offers_two_ways(ctx, said, qtbot, tmp_path: Path) -> None:
    button = ExportButton(ctx, "订单", make, choice=False)
    qtbot.addWidget(button)
    ctx.ask.answers = [tmp_path / "a.csv"]
    pick(button, 1)
    assert said[0][0] == "已导出 312 行"


def test_a_cut_text_is_told(ctx, said, qtbot, tmp_path: Path) -> None:
    def long(_filtered: bool) -> Sheet:
        return Sheet("a", (ExportColumn("x", "x"),), [("柿" * 40_000,), ("b",)])

    button = ExportButton(ctx, "a", long)
    qtbot.addWidget(button)
    ctx.ask.answers = [tmp_path / "a.xlsx"]
    pick(button, 0)
    assert said[0][0].startswith("已导出 2 行。有 1 格文字超过 Excel 的上限")


def test_a_file_that_cannot_be_written_is_told_with_a_way_out(
    ctx, button, said, tmp_path: Path
) -> None:
    told: list[BaseException] = []
    ctx.jobs.failed.disconnect()  # nobody else waits for it
    ctx.jobs.failed.connect(told.append)
    ctx.ask.answers = [tmp_path / "gone" / "a.xlsx"]
    pick(button, 2)
    assert not said and isinstance(told[0], ExportProblem)
    assert "已经不在了" in headline(told[0])


@pytest.mark.parametrize("code", sorted(EXPORTS))
def test_every_problem_has_its_sentence(spoken, code: str) -> None:
    spoken()
    from ksdesk.exports.files import PROBLEMS

    assert code in PROBLEMS and EXPORTS.keys() >= PROBLEMS
    sentence = headline(ExportProblem(code, Path("/文件夹/订单.xlsx")))
    assert ("订单.xlsx" in sentence or "文件夹" in sentence) and "导出" in sentence


def test_the_file_is_called_after_the_shop(ctx, button, monkeypatch) -> None:
    offered = []
    monkeypatch.setattr(ctx.ask, "save_file", lambda _owner, _title, name, *_: offered.append(name))
    pick(button, 2)
    ctx.shop_name = "柿子/小店"
    pick(button, 2)
    assert offered == ["订单 2026-11-18.xlsx", "柿子 小店 订单 2026-11-18.xlsx"]
