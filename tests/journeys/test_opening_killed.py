"""Killed with SIGKILL at every step, the wizard comes back there with every field."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from drawn_photos import blurred, encoded, on_desk

from ksdesk.domain.opening import STEP_NAMES

pytestmark = [pytest.mark.kill, pytest.mark.timeout(180)]
DRIVER = Path(__file__).with_name("opening_driver.py")

EXPECTED = {
    "type.choose": {
        "shop_type": "exclusive",
        "papers": ["business_licence"],
        "uscc": "91350100M000100Y43",
        "brand": "Shizigou",
        "trademark": "R 12345",
        "authorisation_until": "2027-06-30",
    },
    "deposit.quote": {
        "categories": ["food"],
        "other_platform": True,
        "asked": {"food": 100_000},
        "shown": "1500.5",
        "shown_on": "2026-11-18",
    },
}


def run_and_kill(folder: Path, step: str) -> str:
    """Run the driver until it kills itself; the step it came back at."""
    found = subprocess.run(
        [sys.executable, str(DRIVER), str(folder), step],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=DRIVER.parents[2],
        check=False,
    )
    assert found.returncode == -signal.SIGKILL, found.stderr
    return found.stdout.strip()


def test_killed_at_every_step(tmp_path, make_page_over):
    data = tmp_path / "data"
    (tmp_path / "front.jpg").write_bytes(encoded(on_desk()))
    (tmp_path / "back.jpg").write_bytes(encoded(blurred(on_desk("back"), 3)))
    before = STEP_NAMES[0]
    for step in STEP_NAMES:
        assert run_and_kill(data, step) == before
        before = step
        page = make_page_over(data)
        assert page.step == step
        saved = page.ctx.reader.opening.step(step)
        for name, value in EXPECTED.get(step, {}).items():
            assert saved.fields[name] == value, (step, name)
        check_shown(page, step)
        page.ctx.book.close()


def check_shown(page, step: str) -> None:
    """What stands in the window after coming back."""
    view = page.view()
    if step == "entry.promo":
        assert page.card.note.text_label.text() == "at the top"
    elif step == "open.start":
        assert page.card.note.text_label.text() == "called otherwise"
    elif step == "realname.upload":
        assert view.photos.status("front") == "good"
        assert view.photos.status("back") == "retake"
        assert view.photos.readable() == {} and view.number.text() == ""
        assert view.number.verdict()[0] == "good"
        assert view.until.text() == "2027-01-30" and view.until.verdict()[0] == "warn"
    elif step == "type.choose":
        assert view.rows["exclusive"].isChecked()
        assert view.brand.brand.text() == "Shizigou"
        assert view.uscc.text() == "91350100M000100Y43" and view.uscc.verdict()[0] == "good"
        assert view.brand.until.text() == "2027-06-30"
    elif step == "deposit.quote":
        assert view.shown.text() == "1500.5"
        assert view.wanted() == {"own": 150_050, "promotion": 50_000}
        assert view.booked() == {}


def test_nothing_of_pictures_or_number_is_on_disk_after_a_kill(tmp_path):
    """Also what a killed process leaves behind: WAL, shared memory, temporary files."""
    from traces import assert_no_trace

    data = tmp_path / "data"
    pictures = [encoded(on_desk()), encoded(blurred(on_desk("back"), 3))]
    for name, picture in zip(("front", "back"), pictures, strict=True):
        (tmp_path / f"{name}.jpg").write_bytes(picture)
    run_and_kill(data, "realname.upload")
    assert_no_trace(data, pictures, "11010519491231002X")
