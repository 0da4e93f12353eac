"""The packaged program, as a seller has it: in a folder with Chinese characters and a space.

Run by `make frozen` after `make package`. Of PACKAGE=dist/windows/ksdesk `make package-windows`
looks at what it is made of.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

import ksdesk

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / os.environ.get("PACKAGE", "dist/ksdesk")
LINUX = sys.platform.startswith("linux")

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not DIST.is_dir(), reason=f"{DIST} is not built: make package"),
]

QT_MODULES = {
    "QtCore",
    "QtDBus",  # the desktop portal and input methods
    "QtGui",
    "QtNetwork",  # QLocalSocket: the second start hands its files to the first
    "QtPrintSupport",
    "QtSvg",
    "QtWidgets",
}
QT_LIBRARIES = {name.removeprefix("Qt") for name in QT_MODULES} | {"WaylandClient", "XcbQpa"}
PLUGIN_FOLDERS = {
    "iconengines",
    "imageformats",
    "platforminputcontexts",
    "platforms",
    "platformthemes",
    "printsupport",
    "wayland-decoration-client",
    "wayland-shell-integration",
}
# GPL alone, dragged in by what was left out, or never asked for.
UNWANTED = (
    "libreadline",
    "libgdbm",
    "libx265",
    "libavif",
    "libgtk",
    "libgdk",
    "libqgtk3",
    "libtk8",
    "libtcl8",
    "opengl32sw",
    "_tkinter",
    "_gdbm",
    "_pocketfft",
    "_tri.",
    "RECORD",
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the bundle where a seller might put it; 230 MB, so one for the module."""
    folder = tmp_path_factory.mktemp("frozen") / "我的 软件"
    shutil.copytree(DIST, folder / "ksdesk", symlinks=True)
    (folder / "家 目录").mkdir()
    yield folder / "ksdesk" / "ksdesk"
    shutil.rmtree(folder)


def surroundings(app: Path, **more: str) -> dict[str, str]:
    """A seller's environment: nothing of this checkout or of Python in it."""
    home = app.parents[1] / "家 目录"
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LANG": "zh_CN.UTF-8",
    } | more


def run(
    app: Path, *words: str, timeout: int = 60, command: Sequence[str] = (), **more: str
) -> subprocess.CompletedProcess[str]:
    made = subprocess.run(
        [*(command or [str(app)]), *words],
        env=surroundings(app, **more),
        cwd=app.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    assert made.returncode == 0, f"{made.returncode}\n{made.stdout}\n{made.stderr}"
    return made


def watched(app: Path, record: Path) -> list[str]:
    """The program's command, with each socket of it and of what it starts written to `record`."""
    tracer = shutil.which("strace")
    probe = [tracer or "", "-f", "--seccomp-bpf", "-e", "trace=socket", "-o", str(record)]
    if tracer is None or subprocess.run([*probe, "true"], check=False).returncode:
        pytest.skip("needs strace, and the right to use it")
    return [*probe, str(app)]


def only_within_this_computer(record: Path) -> bool:
    families = set(re.findall(r"socket\((\w+)", record.read_text(encoding="utf-8")))
    return families <= {"AF_UNIX", "AF_NETLINK"}


def files() -> list[Path]:
    return [path.relative_to(DIST) for path in DIST.rglob("*") if path.is_file()]


# ---- what it does


def test_version(app: Path) -> None:
    made = run(app, "--version", QT_QPA_PLATFORM="offscreen")
    assert ksdesk.__version__ in made.stdout


@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "C"])
def test_selftest_offscreen(app: Path, locale: str) -> None:
    data = app.parents[1] / f"数据 {locale}"
    made = run(app, "--selftest", "--data", str(data), QT_QPA_PLATFORM="offscreen", LANG=locale)
    assert "Traceback" not in made.stdout + made.stderr


@pytest.mark.timeout(1000)
def test_the_tour_offscreen_opens_no_connection(app: Path) -> None:
    pictures = app.parents[1] / "图 片"
    data = app.parents[1] / "数据 游览"
    record = app.parents[1] / "sockets.txt"
    run(
        app,
        "--tour",
        str(pictures),
        "--data",
        str(data),
        command=watched(app, record),
        QT_QPA_PLATFORM="offscreen",
        timeout=900,
    )
    assert only_within_this_computer(record)
    made = sorted(pictures.glob("*.png"))
    assert len(made) >= 40
    assert all(re.fullmatch(r"\d+-[\w-]+-(zh|en)-(light|dark)\.png", path.name) for path in made)


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual screen of its own, whatever the tests themselves draw on."""
    if not LINUX or shutil.which("Xvfb") is None:
        pytest.skip("needs Xvfb (make test installs it)")
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        words, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def test_selftest_in_a_real_window(app: Path, display: str) -> None:
    data = app.parents[1] / "数据 窗口"
    made = run(app, "--selftest", "--data", str(data), DISPLAY=display, QT_QPA_PLATFORM="xcb")
    assert "Traceback" not in made.stdout + made.stderr


def test_a_real_window_opens_and_closes(app: Path, display: str) -> None:
    """Started without arguments, the window comes up; asked to end, it ends."""
    env = surroundings(app, DISPLAY=display, QT_QPA_PLATFORM="xcb")
    record = app.parents[1] / "sockets of a window.txt"
    with subprocess.Popen(
        watched(app, record), env=env, cwd=app.parent, stderr=subprocess.PIPE, text=True
    ) as started:
        try:
            title = wait_for_window(display, started)
            assert "ksdesk" in title.lower() or "快手" in title
            assert started.poll() is None
        finally:
            for child in (
                Path(f"/proc/{started.pid}/task/{started.pid}/children")
                .read_text(encoding="utf-8")
                .split()
            ):
                os.kill(int(child), signal.SIGTERM)  # strace itself is deaf to it
            _, trouble = started.communicate(timeout=20)
    assert "Traceback" not in trouble
    assert only_within_this_computer(record)


def wait_for_window(display: str, started: subprocess.Popen[str]) -> str:
    """The title of the program's window; asks the screen through Xlib until it is mapped."""
    probe = ROOT / "tests" / "packaging" / "window_title.py"
    made = subprocess.run(
        [sys.executable, str(probe), display, "20"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=40,
        check=False,
    )
    assert made.returncode == 0, f"{made.stderr}\nprogram ended with {started.poll()}"
    return made.stdout.strip()


# ---- what it is made of


def test_only_the_qt_modules_that_are_used() -> None:
    names = [path.name for path in files() if "PySide6" in path.parts]
    modules = {name.split(".")[0] for name in names if re.match(r"Qt\w+\.(abi3\.so|pyd)", name)}
    assert modules <= QT_MODULES
    libraries = {found[1] for name in names if (found := re.match(r"(?:lib)?Qt6(\w+)\.", name))}
    assert libraries <= QT_LIBRARIES


def test_only_packages_whose_licence_is_listed() -> None:
    """What a developer's tools bring along shipped with neither licence nor a line in the list."""
    table = json.loads((ROOT / "resources" / "licences.json").read_text("utf-8"))
    listed = {canonicalize_name(row["name"]) for row in table}
    made_here = {"ksdesk", "resources", "python3", "_pyi_rth_utils"}
    strange = []
    for path in (DIST / "_internal").iterdir():
        name = path.name.removesuffix(".libs").split(".")[0]
        of_python = name.startswith("_sysconfigdata_") or name in sys.stdlib_module_names
        of_python |= path.name == f"{name}.pyd" or path.name == "base_library.zip"
        library = path.suffix == ".dll" or (path.name.startswith("lib") and ".so" in path.name)
        if not (of_python or library or name in made_here):
            owners = packages_distributions().get(name, [path.name.split("-")[0], name])
            if listed.isdisjoint(canonicalize_name(owner) for owner in owners):
                strange.append(path.name)
    assert not strange


def test_only_the_plugins_that_are_used() -> None:
    folders = {
        path.parts[path.parts.index("plugins") + 1] for path in files() if "plugins" in path.parts
    }
    assert folders <= PLUGIN_FOLDERS
    assert {"platforms", "imageformats", "iconengines"} <= folders


def test_nothing_under_the_gpl_alone_and_nothing_dragged_in() -> None:
    found = [str(path) for path in files() if path.name.startswith(UNWANTED)]
    assert not found


def test_every_link_leads_somewhere() -> None:
    broken = [str(path) for path in DIST.rglob("*") if path.is_symlink() and not path.exists()]
    assert not broken


def test_licence_texts_lie_beside_the_program() -> None:
    folders = {path.name for path in (DIST / "licences").iterdir()}
    assert {"ksdesk", "Qt and PySide6", "Python", "Noto Sans SC"} <= folders
    assert all(any(folder.iterdir()) for folder in (DIST / "licences").iterdir())
    # the LGPL wants Qt as files that can be exchanged
    assert list(DIST.rglob("libQt6Core*")) or list(DIST.rglob("Qt6Core.dll"))


def test_resources_are_complete() -> None:
    bundled = DIST / "_internal" / "resources"
    for folder in ("rules", "guide", "icons", "fonts", "translations"):
        assert any((bundled / folder).rglob("*.*")), folder
    assert (bundled / "licences.json").is_file()
    assert (bundled / "translations" / "ksdesk_zh_CN.qm").is_file()


@pytest.mark.skipif(not LINUX, reason="a desktop entry is for Linux")
def test_desktop_entry() -> None:
    checker = shutil.which("desktop-file-validate")
    if checker is None:
        pytest.skip("needs desktop-file-utils (make package installs it)")
    entry = DIST / "share" / "ksdesk.desktop"
    made = subprocess.run([checker, str(entry)], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (DIST / "share" / "ksdesk.svg").is_file()
