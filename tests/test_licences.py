"""Nothing that ships may be under the GPL alone, and the About page's table names all of it."""

from __future__ import annotations

import json
import re
import runpy
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TABLE = json.loads((ROOT / "resources" / "licences.json").read_text("utf-8"))
NOT_PACKAGES = {"Python", "Noto Sans SC", "PyInstaller bootloader"}

WELCOME = {
    "0BSD",
    "Apache-2.0",
    "blessing",  # SQLite's, which is in the public domain
    "bzip2-1.0.6",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "LicenseRef-public-domain",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "OFL-1.1",
    "PSF-2.0",
    "Zlib",
    # Kept as files of their own in the bundle, so that a user can replace them.
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    # The exceptions let any program be packed with it.
    "GPL-2.0-or-later WITH Bootloader-exception",
    "GPL-3.0-or-later WITH GCC-exception-3.1",
}


def acceptable(expression: str) -> bool:
    """Whether an SPDX expression (AND, OR, no brackets) offers a licence we may ship under."""
    return any(
        all(part.strip() in WELCOME for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b", expression)
    )


def needed() -> dict[str, str]:
    """Canonical name → version of everything that ksdesk needs at run time."""
    found: dict[str, str] = {}
    waiting = ["ksdesk"]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        dist = distribution(name)
        found[name] = dist.version
        for text in dist.requires or []:
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    return found


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["name"])
def test_a_licence_we_may_ship_under(row: dict[str, str]) -> None:
    assert acceptable(row["licence"]), row


def test_the_libraries_of_the_system_are_under_a_licence_we_may_ship_under() -> None:
    read = runpy.run_path(str(ROOT / "tools" / "collect_licences.py"))["OF_THE_SYSTEM"]
    assert read and not [name for name, licence in read.items() if not acceptable(licence)]


@pytest.mark.parametrize("text", ["GPL-3.0-only", "MIT AND GPL-2.0-only", "AGPL-3.0-only", ""])
def test_gpl_alone_is_refused(text: str) -> None:
    assert not acceptable(text)


def test_the_table_is_complete() -> None:
    listed = {canonicalize_name(row["name"]) for row in TABLE if row["name"] not in NOT_PACKAGES}
    assert listed == set(needed()), "run make licences"


def test_the_table_has_the_pinned_versions() -> None:
    pins = dict(
        line.split("==")
        for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    wrong = [
        row
        for row in TABLE
        if pins.get(canonicalize_name(row["name"]), row["version"]) != row["version"]
    ]
    assert not wrong, "run make licences"


def test_the_pins_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9.-]+==[0-9][a-z0-9.]*", line) for line in pins)


def test_the_version_is_the_same_everywhere() -> None:
    """What shops for programs read of the releases would have named an older one for good."""
    import ksdesk

    assert distribution("ksdesk").version == ksdesk.__version__ == TABLE[0]["version"]
    told = ElementTree.parse(ROOT / "resources" / "desktop" / "ksdesk.metainfo.xml")
    newest = told.find("releases/release")
    assert newest is not None and newest.get("version") == ksdesk.__version__
