"""The tour opens every door: a page that changes may not lose its rooms unseen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ksdesk.ui.shell.tour import tour


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_room_is_drawn_in_both_schemes(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ksdesk", "--tour", str(tmp_path), "--lang", "zh"]
    done = subprocess.run(command, env=environment, check=True, capture_output=True)
    assert b"propagateSizeHints" not in done.stderr, "a line for each window, which says nothing"
    made = {path.stem.split("-", 1)[1] for path in tmp_path.glob("*.png")}
    light = {name.removesuffix("-light") for name in made if name.endswith("-light")}
    assert light == {name.removesuffix("-dark") for name in made if name.endswith("-dark")}
    for room in ("products-room-grid", "opening-room-photos", "today-trouble", "own-settings"):
        assert any(name.startswith(room) for name in light), room


@pytest.mark.parametrize("place", ["信.txt", "信.txt/图"])
def test_where_no_picture_can_be_put_is_told(tmp_path, capsys, place):
    """It was a traceback."""
    (tmp_path / "信.txt").write_text("x", "utf-8")
    assert tour(tmp_path / place) == 2
    assert "--tour" in capsys.readouterr().err
