"""A bad evening: the report comes in, the alarm tells it, it is handled, new fans are sampled."""

from __future__ import annotations

import pytest
from junk_reports import JUNK, NOW, hours, written
from PySide6.QtCore import Qt
from scripted_ask import ScriptedAsk

from ksdesk.domain.traffic.notes import HANDLED, AlarmMark, FanSample
from ksdesk.settings import Settings
from ksdesk.storage import Store
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.jobs import Jobs
from ksdesk.ui.shell.window import MainWindow

WAIT = 40_000


@pytest.fixture
def window(paths, spoken, qtbot):
    """A window with real threads over an empty book."""
    theme = spoken()
    settings = Settings(paths.settings_file)
    settings.set(welcomed=True)
    book, jobs = Store.open(paths.book), Jobs()
    jobs.connection = book.connection
    ctx = Context(book, paths, settings, theme, jobs, ScriptedAsk(), lambda: NOW)
    failed: list[BaseException] = []
    jobs.failed.connect(failed.append)
    made = MainWindow(ctx)
    made.resize(1280, 800)
    made.show()
    made.navigate("today")
    yield made
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=WAIT)
    for page in made.pages.values():
        page.retire()
    made.close()
    made.deleteLater()
    jobs.wait()
    book.close()
    assert not failed, failed


def rest(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.ctx.jobs.busy(), timeout=WAIT)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_from_the_report_to_the_sample(window, qtbot, tmp_path):
    def press(widget) -> None:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    window.import_files([written(tmp_path / "小时.csv", hours(42))])
    page = window.pages["traffic"]
    qtbot.waitUntil(
        lambda: page.bringing.runner.sheet is not None and page.bringing.runner.sheet.isVisible(),
        timeout=WAIT,
    )
    press(page.bringing.runner.sheet.go)
    qtbot.waitUntil(lambda: bool(page.desk.side.panel.cards), timeout=WAIT)

    # the alarm and its evidence
    (card,) = page.desk.side.panel.cards
    assert card.alarm.start == JUNK
    assert "没人点商品" in card.sentence.text()
    assert card.evidence.rows[0].word == "times"

    # it waits on 今日 and in the navigation, and leads back
    qtbot.waitUntil(lambda: window.nav.items["traffic"].badge == 1, timeout=WAIT)
    assert not window.nav.items["traffic"].urgent
    window.navigate("today")
    rest(qtbot, window)
    (task,) = [t for t in window.pages["today"].agenda.tasks if t.code == "alarm"]
    window.navigate(task.topic, task.target)
    assert page.desk.side.panel.selected == card.alarm.key

    # handled, undone, handled again
    (card,) = page.desk.side.panel.cards
    press(card.handled)
    qtbot.waitUntil(lambda: not window.ctx.jobs.busy() and bool(marks(window)), timeout=WAIT)
    assert marks(window)[0].state == HANDLED
    qtbot.waitUntil(lambda: window.nav.items["traffic"].badge == 0, timeout=WAIT)
    window.ctx.undo.back()
    qtbot.waitUntil(lambda: not marks(window), timeout=WAIT)
    qtbot.waitUntil(lambda: page.desk.alarms.alarms[0].open, timeout=WAIT)

    # new fans are sampled, and what was noted stays
    rest(qtbot, window)
    press(page.desk.side.next.sample)
    qtbot.waitUntil(lambda: page.desk.sheet is not None, timeout=WAIT)
    sheet = page.desk.sheet
    sheet.grid.paste("\n".join(["0\t2000\t3\t无"] * 19 + ["12\t150\t88\t有"] * 31))
    assert "38%" in sheet.said.text()
    press(sheet.done_button)
    qtbot.waitUntil(lambda: bool(samples(window)), timeout=WAIT)
    rest(qtbot, window)
    (sample,) = samples(window)
    assert len(sample.fans) == 50
    assert page.desk.alarms.one(sample.about) is not None
    qtbot.waitUntil(lambda: "38%" in page.desk.side.next.sampled.text(), timeout=WAIT)


def marks(window) -> tuple[AlarmMark, ...]:
    return window.ctx.reader.notes.all(AlarmMark)


def samples(window) -> tuple[FanSample, ...]:
    return window.ctx.reader.notes.all(FanSample)
