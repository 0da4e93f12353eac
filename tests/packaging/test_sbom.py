"""The list of what a package is made of names all that ships, with licence and address."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

import ksdesk

ROOT = Path(__file__).resolve().parents[2]
TABLE = json.loads((ROOT / "resources" / "licences.json").read_text("utf-8"))


def made(folder: Path, target: Path, *python: str) -> dict:
    tool = ROOT / "tools" / "make_sbom.py"
    subprocess.run([sys.executable, tool, folder, target, *python], check=True, capture_output=True)
    return json.loads(target.read_text("utf-8"))


@pytest.mark.slow
def test_all_that_ships_is_named(tmp_path):
    bill = made(tmp_path, tmp_path / "one.json")
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == ksdesk.__version__
    named = {part["name"]: part for part in bill["components"]}
    assert named.keys() == {row["name"] for row in TABLE} - {"ksdesk"}
    assert all(part["licenses"] and part["version"] for part in named.values())
    assert named["peewee"]["purl"].startswith("pkg:pypi/peewee@")
    assert named["Python"]["version"] == platform.python_version()
    made(tmp_path, tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.slow
def test_the_python_of_another_system_is_named(tmp_path):
    """Of a Windows folder it named the Python that had written the list."""
    bill = made(tmp_path, tmp_path / "one.json", "3.99.1")
    (python,) = (part for part in bill["components"] if part["name"] == "Python")
    assert python["version"] == "3.99.1"


@pytest.mark.packaged
@pytest.mark.skipif(not (ROOT / "dist" / "ksdesk.cdx.json").is_file(), reason="make package first")
def test_the_packed_libraries_of_the_system_are_named():
    bill = json.loads((ROOT / "dist" / "ksdesk.cdx.json").read_text("utf-8"))
    named = {part["name"] for part in bill["components"]}
    texts = ROOT / "dist" / "ksdesk" / "licences" / "system libraries"
    assert {text.stem for text in texts.glob("*.txt")} <= named
    unread = [part["name"] for part in bill["components"] if not part.get("licenses")]
    assert not unread, "read its licence and name it in tools/collect_licences.py"
