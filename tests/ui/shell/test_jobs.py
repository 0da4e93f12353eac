"""Real threads, in this one place: everything else runs its jobs inline."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

from ksdesk.domain.progress import Progress
from ksdesk.storage import Store
from ksdesk.ui.shell.jobs import InlineJobs, Jobs


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.cancel_all()
    made.wait()


class Heard:
    """Collects which callbacks arrived, with what, on which thread."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()

    def on(self, how: str):
        def callback(*value: object) -> None:
            self.calls.append((how, value[0] if value else None))
            self.threads.add(QThread.currentThread())

        return callback

    def all(self) -> dict:
        return {how: self.on(how) for how in ("done", "failed", "cancelled")}


def fail() -> None:
    raise ValueError("on purpose")


def test_the_result_arrives_once_on_the_ui_thread(jobs, qtbot):
    heard, owner = Heard(), QObject()
    where = []
    jobs.run(owner, lambda: where.append(threading.get_ident()) or 42, **heard.all())
    qtbot.waitUntil(lambda: heard.calls != [])
    assert heard.calls == [("done", 42)]
    assert where != [threading.get_ident()]
    assert heard.threads == {owner.thread()}
    assert not jobs.busy()


def test_a_failure_arrives_as_the_error_itself(jobs, qtbot):
    heard = Heard()
    jobs.run(owner := QObject(), fail, **heard.all())
    qtbot.waitUntil(lambda: heard.calls != [])
    assert [(how, str(value)) for how, value in heard.calls] == [("failed", "on purpose")]
    assert owner is not None


def test_a_failure_that_nobody_takes_goes_to_the_shell(jobs, qtbot):
    with qtbot.waitSignal(jobs.failed) as caught:
        jobs.run(owner := QObject(), fail)
    assert str(caught.args[0]) == "on purpose"
    assert owner is not None


def test_cancel_is_a_wish_that_the_work_checks(jobs, qtbot):
    heard, started = Heard(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        for number in range(10_000_000):
            progress.report(number)
            progress.check()

    job = jobs.run(owner := QObject(), work, progress="counting", **heard.all())
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: heard.calls != [])
    assert heard.calls == [("cancelled", None)]
    assert owner is not None


def test_nothing_arrives_once_the_owner_is_gone(jobs, qtbot):
    heard, owner, go = Heard(), QObject(), threading.Event()
    jobs.run(owner, lambda: go.wait(5), **heard.all())
    delete(owner)
    with qtbot.waitSignal(jobs.idle):
        go.set()
    assert heard.calls == []


def test_writes_run_one_after_the_other_in_order(jobs, qtbot):
    seen: list[int] = []
    owner = QObject()
    for number in range(50):
        jobs.run(owner, seen.append, number, writes=True)
    qtbot.waitUntil(lambda: not jobs.busy())
    assert seen == list(range(50))


def test_progress_shows_only_after_half_a_second(jobs, qtbot):
    shown: list[object] = []
    jobs.progressed.connect(shown.append)
    owner, go = QObject(), threading.Event()
    quick = jobs.run(owner, lambda progress: None, progress="quick")
    qtbot.waitUntil(lambda: not jobs.busy())
    slow = jobs.run(owner, lambda progress: go.wait(5), progress="slow")
    qtbot.waitUntil(lambda: shown != [], timeout=3000)
    go.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert slow in shown and quick not in shown


def test_the_ui_thread_goes_on_while_a_worker_computes(jobs, qtbot):
    """A busy Python loop in a worker may not hold the UI thread for more than 50 ms, beyond what
    the machine itself, busy with other things, holds it without the loop."""
    from PySide6.QtCore import QElapsedTimer, QTimer

    stop, gaps, clock = threading.Event(), [], QElapsedTimer()

    def spin() -> None:
        while not stop.is_set():
            sum(range(200))

    timer = QTimer(interval=5)
    clock.start()
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    timer.start()

    def usual_gap() -> int:
        gaps.clear()
        qtbot.waitUntil(lambda: len(gaps) > 60, timeout=10_000)
        return sorted(gaps)[len(gaps) * 9 // 10]

    alone = usual_gap()
    jobs.run(owner := QObject(), spin)
    beside = usual_gap()
    timer.stop()
    stop.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert beside <= 50 + alone - timer.interval()
    assert owner is not None


def test_inline_jobs_keep_the_same_promise(qtbot):
    heard, jobs = Heard(), InlineJobs()
    owner = QObject()
    jobs.run(owner, lambda: 1, **heard.all())
    jobs.run(owner, fail, **heard.all())
    jobs.run(
        owner, lambda progress: progress.cancel() or progress.check(), progress="x", **heard.all()
    )
    assert [how for how, _ in heard.calls] == ["done", "failed", "cancelled"]


def test_held_jobs_wait_for_their_release(jobs, qtbot):
    owner, came = QObject(), []
    jobs.hold()
    jobs.run(owner, str, 1, done=came.append)
    jobs.run(owner, str, 2, writes=True, done=came.append)
    qtbot.wait(20)
    assert came == [] and jobs.busy()
    jobs.release()
    qtbot.waitUntil(lambda: sorted(came) == ["1", "2"])


def test_what_waits_for_a_book_that_was_left_is_dropped_without_a_word(jobs, qtbot, tmp_path):
    heard, unhandled = Heard(), []
    jobs.failed.connect(unhandled.append)
    left = Store.open(tmp_path / "left.ksdesk")
    Store.open(tmp_path / "now.ksdesk").close()
    jobs.connection = left.connection
    jobs.run(owner := QObject(), left.reader.deposit.entries, "own", **heard.all())
    jobs.run(owner, left.reader.deposit.entries, "own", writes=True)
    qtbot.waitUntil(lambda: heard.calls != [] and not jobs.busy())
    left.close()
    assert heard.calls == [("cancelled", None)]
    assert not unhandled


def test_what_a_job_held_goes_with_its_answer(jobs, qtbot):
    """And on the UI thread: a page that is left would go in the worker otherwise, or never."""

    class Held:
        def __init__(self) -> None:
            self.answers = 0

        def work(self) -> int:
            return sum(range(2000))

        def answer(self, _value: object) -> None:
            self.answers += 1

    alive, went_on, owner = weakref.WeakSet(), set(), QObject()
    for _ in range(60):
        for one in (Held(), Held()):
            alive.add(one)
            weakref.finalize(one, lambda: went_on.add(threading.get_ident()))
            jobs.run(owner, one.work, done=one.answer)
        del one
        with qtbot.waitSignal(jobs.idle):
            pass
    jobs.wait()
    assert not alive
    assert went_on == {threading.get_ident()}
