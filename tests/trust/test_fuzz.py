"""Odd inputs for all that reads: `make fuzz` in the whole, a few of each here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chance import SEED

INPUTS = 1_000


@pytest.mark.fuzz
@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and bounds of a process")
def test_every_input_is_answered_or_refused_in_words(tmp_path):
    script = Path(__file__).with_name("fuzz.py")
    ran = subprocess.run(
        [sys.executable, script, "--seed", SEED, "--count", str(INPUTS)],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
