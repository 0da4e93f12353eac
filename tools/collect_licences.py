"""Collect the licences of all that ships with the app.

    tools/collect_licences.py --list resources/licences.json    the table the About page reads
    tools/collect_licences.py --texts dist/ksdesk/licences      the full texts, copied at build time

What ships is what `pip install ksdesk` brings, Python itself, the fonts and PyInstaller's loader.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

# Where a package's own metadata is vague, read in its licence file instead (SPDX expressions).
READ_IN_THE_FILES = {
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-2.0",
    "olefile": "BSD-2-Clause",
    "peewee": "MIT",
    # the wheel carries libheif and libde265, both LGPL, and no encoder
    "pi-heif": "BSD-3-Clause AND LGPL-3.0-or-later",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "segno": "BSD-3-Clause",
}
# Of Debian's packages whose libraries a Linux folder takes along, read in their copyright files.
OF_THE_SYSTEM = {
    "libbrotli1": "MIT",
    "libbz2-1.0": "bzip2-1.0.6",
    "libffi8": "MIT",
    "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libglib2.0-0": "LGPL-2.1-or-later",
    "liblzma5": "LicenseRef-public-domain",
    "libsqlite3-0": "blessing",
    "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libuuid1": "BSD-3-Clause",
    "libx11-6": "MIT",
    "libxcb-render0": "MIT",
    "libxcb-util1": "MIT",
    "libzstd1": "BSD-3-Clause OR GPL-2.0-only",
    "zlib1g": "Zlib",
}
# Its wheels name the licence and leave the text out.
QT = {"pyside6-essentials", "shiboken6"}
BUILT_WITH = "pyinstaller"


def shipped() -> dict[str, Distribution]:
    """Every distribution that ksdesk needs at run time, by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = ["ksdesk"]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError as error:
            raise SystemExit(f"{name} is not installed; run make setup first") from error
        for text in found[name].requires or []:
            need = Requirement(text)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    return found


def licence_of(name: str, dist: Distribution) -> str:
    """The licence as an SPDX expression; stops the build where it cannot be told."""
    meta = dist.metadata
    for text in (READ_IN_THE_FILES.get(name), meta.get("License-Expression"), meta.get("License")):
        if text and "\n" not in text and len(text) < 80:
            return text
    raise SystemExit(f"{name}: read its licence and add it to READ_IN_THE_FILES")


def table() -> list[dict[str, str]]:
    """name, version and licence of all that ships, ours first."""
    rows = []
    for name, dist in sorted(shipped().items()):
        shown = dist.metadata["Name"].replace("_", "-")
        rows.append({"name": shown, "version": dist.version, "licence": licence_of(name, dist)})
    rows.sort(key=lambda row: row["name"] != "ksdesk")
    rows.append({"name": "Python", "version": "3.11+", "licence": "PSF-2.0"})
    rows.append({"name": "Noto Sans SC", "version": "2.004", "licence": "OFL-1.1"})
    loader = distribution(BUILT_WITH)
    rows.append(
        {
            "name": "PyInstaller bootloader",
            "version": loader.version,
            "licence": "GPL-2.0-or-later WITH Bootloader-exception",
        }
    )
    return rows


def licence_files(dist: Distribution) -> list[Path]:
    """The licence texts that a distribution brought along."""
    words = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
    found = []
    for file in dist.files or []:
        if file.name.upper().startswith(words) and file.suffix not in {".py", ".pyc"}:
            path = Path(str(dist.locate_file(file)))
            if path.is_file():
                found.append(path)
    return found


def python_licence() -> Path | None:
    """The text Python was installed with; its place differs by who built it."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
        Path("/usr/share/doc") / f"lib{version}-stdlib" / "copyright",
    ]
    return next((place for place in places if place.is_file()), None)


def copy_texts(target: Path) -> None:
    """Put every text into its own folder below `target`."""
    shutil.rmtree(target, ignore_errors=True)
    sources: dict[str, list[Path]] = {
        f"{dist.metadata['Name']}-{dist.version}": licence_files(dist)
        for name, dist in shipped().items()
        if name not in QT | {"ksdesk"}
    }
    lesser = [RESOURCES / "licences" / "LGPL-3.0.txt", RESOURCES / "licences" / "GPL-3.0.txt"]
    sources["Qt and PySide6"] = lesser
    sources["Noto Sans SC"] = [RESOURCES / "fonts" / "OFL.txt"]
    sources["ksdesk"] = [ROOT / "LICENSE"]
    sources["PyInstaller bootloader"] = licence_files(distribution(BUILT_WITH))
    python = python_licence()
    sources["Python"] = [python] if python else []
    for folder, files in sources.items():
        if not files:
            raise SystemExit(f"{folder}: no licence text found")
        place = target / folder
        place.mkdir(parents=True)
        for number, file in enumerate(files):
            name = file.name if not (place / file.name).exists() else f"{number}-{file.name}"
            shutil.copyfile(file, place / name)


def copy_system_texts(target: Path, libraries: list[str]) -> None:
    """Add the texts of system libraries that a Linux build packed (Debian keeps one a package)."""
    dpkg = shutil.which("dpkg")
    if dpkg is None:
        return
    own = (sys.prefix, sys.base_prefix) if sys.base_prefix != "/usr" else (sys.prefix,)
    system = sorted({str(Path(each).resolve()) for each in libraries if not each.startswith(own)})
    # Debian merged /lib into /usr/lib; its list of files still knows the old places.
    asked = [
        *system,
        *(each.removeprefix("/usr") for each in system if each.startswith("/usr/lib")),
    ]
    told = subprocess.run([dpkg, "-S", *asked], capture_output=True, text=True, check=False).stdout
    for package in sorted({line.split(":")[0] for line in told.splitlines() if ": " in line}):
        notice = Path("/usr/share/doc") / package / "copyright"
        if notice.is_file():
            place = target / "system libraries"
            place.mkdir(exist_ok=True)
            shutil.copyfile(notice, place / f"{package}.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path)
    parser.add_argument("--texts", type=Path)
    asked = parser.parse_args()
    if asked.list:
        text = json.dumps(table(), ensure_ascii=False, indent=1) + "\n"
        asked.list.write_text(text, encoding="utf-8")
    if asked.texts:
        copy_texts(asked.texts)


if __name__ == "__main__":
    main()
