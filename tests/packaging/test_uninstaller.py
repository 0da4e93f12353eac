"""What the Windows uninstaller may take away, read from its script: the rest needs wine."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ksdesk.paths import default_data

WINDOWS = Path(__file__).parents[2] / "tools" / "windows"
SCRIPT = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
SECTION = re.compile(r"^Section (.*?)$(.*?)^SectionEnd$", re.MULTILINE | re.DOTALL)


def test_whole_folders_go_only_where_the_shop_is_ticked():
    """The book is below the folder of data, never in the one of the program."""
    whole = re.compile(r"^ *(RMDir .*/r.*)$", re.MULTILINE)
    found = [
        (title, line) for title, body in SECTION.findall(SCRIPT) for line in whole.findall(body)
    ]
    unticked = '/o "un.$(SHOP)" unShop'
    assert found == [(unticked, r'RMDir /r "$LOCALAPPDATA\ksdesk"')]
    assert len(whole.findall(SCRIPT)) == 1  # none in a macro


def test_the_folder_of_data_is_the_one_that_the_program_keeps(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert default_data() == tmp_path / "ksdesk"
