"""A long day in short: `make soak` in the whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc tells what is in use")
def test_memory_and_widgets_stay_level():
    script = Path(__file__).with_name("soak.py")
    few = ("--pages", "40", "--imports", "6", "--switches", "8")
    ran = subprocess.run(
        [sys.executable, script, *few],
        env={**os.environ, "PYTHONMALLOC": "malloc"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
