"""A kind of row is described once: whoever adds one touches its entry and a migration step."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_an_imaginary_kind_needs_its_entry_and_a_step(tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", ROOT / "tests" / "new_kind_walk.py", tmp_path],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "walked", done.stderr
