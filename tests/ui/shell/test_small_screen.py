"""Everything can be reached on the smallest screens: 1366×768 at 200 %, and with large text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

HALVED, WHOLE = (683, 384), (1366, 768)


@pytest.mark.parametrize(
    ("size", "lang", "text"),
    [(HALVED, "zh", 100), (HALVED, "en", 100), (WHOLE, "zh", 150), (WHOLE, "en", 150)],
    ids=str,
)
def test_everything_is_within_reach(size, lang, text, tmp_path):
    """Of the pages the lower half was below the screen, of sheets the buttons; in four sheets the
    wheel stopped in a table."""
    screen = {"name": "one", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"windowFrameMargins": True, "screens": [screen]}), "utf-8")
    done = subprocess.run(
        [
            sys.executable,
            Path(__file__).with_name("small_screen_walk.py"),
            tmp_path / "data",
            lang,
            str(text),
        ],
        # named from its own folder: Qt ends a name at the colon of a drive
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens.name}"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert not done.stdout, done.stdout
