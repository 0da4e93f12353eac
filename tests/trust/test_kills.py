"""Killed at any moment, whatever it does: `make kill` in the whole, a few kills here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chance import SEED

KILLS = 16


@pytest.mark.kill
@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_nothing_is_lost_nothing_half_nothing_left(tmp_path):
    script = Path(__file__).with_name("kills.py")
    ran = subprocess.run(
        [sys.executable, script, "--seed", SEED, "--count", str(KILLS)],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
