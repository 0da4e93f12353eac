"""Files that are there as a whole or not at all, also after a kill."""

from __future__ import annotations

import pytest

from ksdesk.exports import files


def test_what_a_kill_left_beside_saved_files_is_swept(tmp_path):
    """Rows of the shop stayed in hidden files on the desktop."""
    (tmp_path / ".ksdesk-0123456789ab.part").write_bytes(b"half a table")
    (tmp_path / ".ksdesk-ba9876543210.part").mkdir()
    (tmp_path / ".ksdesk-ba9876543210.part" / "sheet1.xml").write_bytes(b"rows")
    (tmp_path / "柿子沟.ksdesk-move.new").write_bytes(b"half a parcel")
    others = {"月报.xlsx", "x.part", ".ksdesk-x", "柿子沟.ksdesk-move"}
    for name in others:
        (tmp_path / name).touch()
    files.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == others


@pytest.mark.parametrize("place", ["x" * 5000, "no such folder", "a\0b"])
def test_a_folder_that_was_never_one_holds_nothing_to_sweep(tmp_path, place):
    """It comes from the settings, which somebody may have damaged."""
    files.sweep(tmp_path / place)
    assert list(tmp_path.iterdir()) == []


def test_what_is_needed_meanwhile_lies_beside_and_goes(tmp_path):
    with files.scratch(tmp_path / "月报.xlsx") as apart:
        (apart / "rows").touch()
        assert apart.parent == tmp_path
    assert list(tmp_path.iterdir()) == []
