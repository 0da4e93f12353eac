"""The Linux packages: what a .deb puts where, what it needs, and that it runs from there.

Run by `make package-linux`. Installing for good is tried by hand: it changes the whole system.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import ksdesk

ROOT = Path(__file__).resolve().parents[2]
MADE = ROOT / "dist" / "linux"
MIB = 1 << 20

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not list(MADE.glob("*.deb")), reason="not built: make package-linux"),
]


def told(*words: str | Path, **more: str) -> str:
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"} | more
    made = subprocess.run(
        [str(w) for w in words], env=env, capture_output=True, text=True, timeout=120, check=False
    )
    assert made.returncode == 0, f"{made.stdout}\n{made.stderr}"
    return made.stdout


@pytest.fixture(scope="module")
def deb() -> Path:
    (found,) = MADE.glob("*.deb")
    return found


@pytest.fixture(scope="module")
def unpacked(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the package would put under /."""
    folder = tmp_path_factory.mktemp("deb")
    told("dpkg-deb", "-x", deb, folder)
    return folder


def test_it_runs_from_where_it_is_installed(unpacked: Path, tmp_path: Path) -> None:
    program = unpacked / "usr" / "bin" / "ksdesk"
    (tmp_path / "run").mkdir(mode=0o700)
    more = {
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    assert ksdesk.__version__ in told(program, "--version", **more)
    told(program, "--selftest", "--data", tmp_path / "数据", **more)


def test_it_lies_below_usr_alone_and_belongs_to_root(deb: Path) -> None:
    for line in told("dpkg-deb", "-c", deb).splitlines():
        rights, owner, _size, _day, _clock, name = line.split(" -> ")[0].split(maxsplit=5)
        assert owner == "root/root" and not rights.endswith("w-"), line
        assert name in ("./", "./usr/") or name.startswith("./usr/"), line


def test_every_library_of_the_system_has_its_package(deb: Path) -> None:
    depends = told("dpkg-deb", "-f", deb, "Depends")
    for package in ("libc6 (>= ", "libegl1", "libxcb-cursor0", "libfontconfig1"):
        assert package in depends


def test_the_menu_the_files_and_the_shelf_know_it(unpacked: Path, tmp_path: Path) -> None:
    share = unpacked / "usr" / "share"
    told("desktop-file-validate", share / "applications" / "ksdesk.desktop")
    if shutil.which("appstreamcli"):
        told("appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir())
    if shutil.which("update-mime-database") is None or shutil.which("gio") is None:
        pytest.skip("needs update-mime-database and gio")
    told("update-mime-database", share / "mime")
    more = {"XDG_DATA_DIRS": f"{share}:/usr/share", "XDG_DATA_HOME": str(tmp_path / "home")}
    for name, kind in (("店.ksdesk", "x-ksdesk"), ("店.ksdesk-move", "x-ksdesk-move")):
        (tmp_path / name).write_bytes(b"SQLite format 3\0")
        answer = told("gio", "info", "-a", "standard::content-type", tmp_path / name, **more)
        assert answer.split()[-1] == f"application/{kind}"


def test_how_large_it_is(deb: Path, unpacked: Path) -> None:
    (archive,) = MADE.glob("*.tar.xz")
    installed = int(told("du", "-sm", unpacked).split()[0])
    print(f"\ninstalled {installed} MiB, .deb {deb.stat().st_size / MIB:.1f} MiB")
    print(f"archive {archive.stat().st_size / MIB:.1f} MiB")
    assert installed <= 240
    assert max(deb.stat().st_size, archive.stat().st_size) <= 72 * MIB
