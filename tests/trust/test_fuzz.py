"""Odd inputs for all that reads: `make fuzz` in the whole, a few of each here."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

INPUTS = 1_000


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and bounds of a process")
def test_every_input_is_answered_or_refused_in_words(tmp_path):
    seed = os.environ.get("SEED") or f"{time.time():.0f}"
    script = Path(__file__).with_name("fuzz.py")
    ran = subprocess.run(
        [sys.executable, script, "--seed", seed, "--count", str(INPUTS)],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
