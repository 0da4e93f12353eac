"""The log: it turns when it is full, keeps three, and survives a crash report."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from ksdesk import log

FULL_DISK = Path("/dev/full")


@pytest.fixture
def running(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "FULL", 200)
    made = log.Log(tmp_path)
    yield made
    made.close()


def test_a_full_log_makes_room_and_three_old_ones_are_kept(running, tmp_path):
    for number in range(9):
        log.log.warning("%d %s", number, "x" * 200)
    log.log.warning("the last word")
    assert sorted(p.name for p in tmp_path.glob("ksdesk.log*")) == [
        "ksdesk.log",
        "ksdesk.log.1",
        "ksdesk.log.2",
        "ksdesk.log.3",
    ]
    assert "the last word" in (tmp_path / "ksdesk.log").read_text("utf-8")
    kept = [(tmp_path / f"ksdesk.log.{n}").read_text("utf-8").split(": ")[1][0] for n in (1, 2, 3)]
    assert kept == ["8", "7", "6"]


def test_the_log_is_taken_up_where_it_ended(tmp_path):
    for word in ("first", "second"):
        run = log.Log(tmp_path)
        logging.getLogger("ksdesk.x").warning(word)
        run.close()
    written = (tmp_path / "ksdesk.log").read_text("utf-8")
    assert "first" in written and "second" in written
    assert (tmp_path / log.CRASH).read_text("utf-8") == ""


@pytest.mark.skipif(not FULL_DISK.is_char_device(), reason="no device that is always full")
def test_on_a_full_disk_the_one_who_logs_goes_on(tmp_path):
    """What went wrong is then told by the window: an error here would take its place."""
    (tmp_path / "ksdesk.log").symlink_to(FULL_DISK)
    run = log.Log(tmp_path)
    heard: list[BaseException] = []
    run.on_error(heard.append)
    for _ in range(30):
        log.log.error("a job failed: %s", "x" * 1000)
    broken = ValueError("unexpected")
    sys.excepthook(ValueError, broken, None)
    run.close()
    assert heard == [broken]
