"""The Windows package under wine: installed, used with real clicks, closed, killed and removed.

Run by `make package-windows`. Wine is not Windows: what holds here is that the program finds all it
needs, talks to the system in the ways that wine knows, and keeps its promises about files.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

import ksdesk

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist" / "windows"
WORK = Path(os.environ.get("WINDOWS_WORK", Path.home() / ".cache" / "ksdesk-windows"))
WINE = WORK / "wine"
SETUP = DIST / f"ksdesk-{ksdesk.__version__}-setup.exe"
DRIVE = WORK / "prefix" / "drive_c"
PLACE = r"C:\users\张三#1\小店程序"
PROGRAM = PLACE + r"\ksdesk.exe"
INSTALLED = DRIVE / "users" / "张三#1" / "小店程序"

pytestmark = [
    pytest.mark.packaged,
    pytest.mark.skipif(not SETUP.is_file(), reason="not built: make package-windows"),
    pytest.mark.timeout(400),
]

MIB = 1 << 20


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A screen of 1280 by 800, as small laptops have it."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def surroundings(screen: str) -> dict[str, str]:
    """A Chinese Windows: its programs read and write GBK unless they say otherwise."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(DRIVE.parent),
        "LC_ALL": "zh_CN.UTF-8",
        "DISPLAY": screen,
    }


@pytest.fixture(scope="module")
def keep_wine(surroundings: dict[str, str]) -> Iterator[None]:
    """Another process of wine: its server would give each program the same number otherwise."""
    for link in (DRIVE / "users").rglob("*.lnk"):  # of an earlier run
        link.unlink()
    shutil.rmtree(INSTALLED, ignore_errors=True)
    python = WINE.parent / "python" / "python.exe"
    words = [WINE, python, "-c", "import time; print('up', flush=True); time.sleep(3600)"]
    with subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE) as first:
        # what the first one starts keeps its output open, so that nobody else's waits for it
        assert first.stdout is not None and first.stdout.readline()
        yield
        subprocess.run([WINE, "wineboot", "-k"], env=surroundings, check=False)


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(surroundings: dict[str, str], keep_wine: None) -> Run:
    def run(
        *words: str | Path, code: int = 0, timeout: int = 300
    ) -> subprocess.CompletedProcess[str]:
        made = subprocess.run(
            [WINE, *words],
            env=surroundings,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
            check=False,
        )
        assert made.returncode == code, made.stdout
        assert "unimplemented function" not in made.stdout
        assert "Traceback" not in made.stdout
        return made

    return run


@pytest.fixture
def installed(run: Run) -> Iterator[Path]:
    """The program below a user folder with a Chinese name, and no data of earlier tests."""
    data = next((DRIVE / "users").glob("*/AppData")) / "Local" / "ksdesk"
    shutil.rmtree(data, ignore_errors=True)
    if not (INSTALLED / "ksdesk.exe").is_file():
        run(SETUP, "/S", f"/D={PLACE}")
    yield data
    with suppress(AssertionError):  # nothing runs any more
        run("taskkill", "/f", "/im", "ksdesk.exe")


class Window:
    """The program with its window up, to the end of the block."""

    def __init__(self, surroundings: dict[str, str], run: Run) -> None:
        self.env, self._run = surroundings, run

    def __enter__(self) -> Window:
        self.process = subprocess.Popen([WINE, PROGRAM], env=self.env, stdout=subprocess.DEVNULL)
        self.number = until(self._find, 120)
        return self

    def __exit__(self, *_error: object) -> None:
        with suppress(AssertionError):  # it has ended already
            self._run("taskkill", "/f", "/im", "ksdesk.exe")
        self.process.wait(60)

    def close(self) -> None:
        """What the window's own button does."""
        self._run("taskkill", "/im", "ksdesk.exe")
        assert self.process.wait(120) == 0

    def _find(self) -> str:
        made = self._tool("search", "--onlyvisible", "--name", "ksdesk")
        return made.split()[0] if made else ""

    def _tool(self, *words: str) -> str:
        made = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, check=False
        )
        return made.stdout

    def click(self, x: int, y: int) -> None:
        """A real click, measured from the window's corner."""
        self._tool("mousemove", "--window", self.number, str(x), str(y), "click", "1")

    def click_until(self, told: Callable[[], object], x: int, y: int) -> None:
        """Clicks where a button is to come, until it has done what `told` says."""
        end = time.monotonic() + 120
        while not told():
            assert time.monotonic() < end, f"nothing came of a click at {x}, {y}"
            self.click(x, y)
            time.sleep(4)


def until(told: Callable[[], object], seconds: float = 60) -> str:
    """What `told` says once it says something."""
    end = time.monotonic() + seconds
    while not (said := told()):
        assert time.monotonic() < end, f"nothing within {seconds} s"
        time.sleep(0.2)
    return str(said)


def rows(book: Path, query: str) -> list[tuple[object, ...]]:
    if not book.is_file():
        return []
    with closing(sqlite3.connect(f"{book.as_uri()}?mode=ro", uri=True)) as db:
        try:
            return db.execute(query).fetchall()
        except sqlite3.OperationalError:  # not there yet, or being written
            return []


def test_the_size() -> None:
    folder = sum(path.stat().st_size for path in (DIST / "ksdesk").rglob("*") if path.is_file())
    print(f"\nfolder {folder / MIB:.1f} MiB, installer {SETUP.stat().st_size / MIB:.1f} MiB")
    assert folder <= 140 * MIB
    assert SETUP.stat().st_size <= 48 * MIB


@pytest.mark.parametrize("older", ["win7", "win81"])
def test_an_older_windows_is_told_so(older: str, run: Run) -> None:
    try:
        run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", older, "/f")
        run(SETUP, "/S", r"/D=C:\旧", code=3)  # what its sentence ends with
        assert not (DRIVE / "旧").exists()
    finally:
        run("reg", "delete", r"HKCU\Software\Wine", "/v", "Version", "/f")


def test_it_is_installed_for_one_person(run: Run, installed: Path) -> None:
    assert ksdesk.__version__ in run(PROGRAM, "--version").stdout
    links = [path.name for path in (DRIVE / "users").rglob("*.lnk")]
    assert links == ["ksdesk 快手小店助手.lnk"]  # the menu; the desktop only where ticked
    assert not installed.exists()


def test_selftest_in_a_folder_with_blanks_and_signs(run: Run, installed: Path) -> None:
    run(PROGRAM, "--selftest", "--data", r"C:\数据 #1 100%")
    shutil.rmtree(DRIVE / "数据 #1 100%", ignore_errors=True)


@pytest.mark.timeout(1300)
def test_the_tour(run: Run, installed: Path) -> None:
    run(PROGRAM, "--tour", r"C:\图 片", "--data", r"C:\游览", timeout=1200)
    pictures = [path.name for path in (DRIVE / "图 片").glob("*.png")]
    shutil.rmtree(DRIVE / "图 片")
    assert len(pictures) >= 400
    assert all(re.fullmatch(r"\d+-[\w-]+-(zh|en)-(light|dark)\.png", name) for name in pictures)


def test_from_the_first_start_to_the_second(
    run: Run, installed: Path, surroundings: dict[str, str]
) -> None:
    """The sample shop and out again, an own shop, a report handed over, and the next day."""
    report = DRIVE / "下载 #1" / "流量 报表.csv"
    report.parent.mkdir(exist_ok=True)
    report.write_text("日期,花费,观看数\n2026-11-01,120.50,1000\n2026-11-02,80,900\n", "gb18030")
    sample, shop = installed / "sample" / "sample.ksdesk", installed / "shop.ksdesk"
    done = "SELECT name, new FROM batch WHERE state = 'done'"
    with Window(surroundings, run) as window:
        window.click(408, 552)  # 载入示例店铺
        until(lambda: rows(sample, "SELECT 1 FROM product LIMIT 1"), 120)
        until(lambda: not list(sample.parent.glob("tmp*")), 120)  # all of it is there
        time.sleep(3)
        window.click(66, 276)  # 流量
        window.click_until(lambda: not sample.exists(), 1166, 17)  # 离开示例
        time.sleep(3)
        window.click(856, 552)  # 从零开始
        time.sleep(3)
        run(PROGRAM, r"C:\下载 #1\流量 报表.csv")  # a second start hands it over
        window.click_until(lambda: rows(shop, done), 1013, 595)  # 导入 2 行
        assert rows(shop, done) == [("流量 报表.csv", 2)]
        window.close()
    assert not list(installed.glob("*-wal"))
    with Window(surroundings, run) as again:
        assert rows(shop, done) == [("流量 报表.csv", 2)]
        again.close()
    log = (installed / "logs" / "ksdesk.log").read_text(encoding="utf-8")
    assert "Traceback" not in log
    assert not (installed / "logs" / "crash.txt").read_text(encoding="utf-8").strip()


def test_a_killed_program_starts_again(
    run: Run, installed: Path, surroundings: dict[str, str]
) -> None:
    with Window(surroundings, run) as window:
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                if line.read_bytes().startswith(PROGRAM.encode()):
                    os.kill(int(line.parent.name), signal.SIGKILL)
        window.process.wait(60)
    with Window(surroundings, run) as again:
        again.close()


def test_installed_in_another_folder_it_moves_there(run: Run, installed: Path) -> None:
    """What lay there could not be removed any more, and the desktop led to it."""
    elsewhere = DRIVE / "别处"
    run(SETUP, "/S", r"/D=C:\别处")
    assert (elsewhere / "ksdesk.exe").is_file() and not INSTALLED.exists()
    run(SETUP, "/S", f"/D={PLACE}")
    assert (INSTALLED / "ksdesk.exe").is_file() and not elsewhere.exists()


def test_removing_takes_only_what_was_installed(
    run: Run, installed: Path, surroundings: dict[str, str]
) -> None:
    own = INSTALLED / "我的发货单.xlsx"
    own.write_bytes(b"mine")
    remove = PLACE + r"\uninstall.exe"
    with Window(surroundings, run) as window:
        run(remove, "/S", f"_?={PLACE}", code=2)  # it runs
        assert (INSTALLED / "ksdesk.exe").is_file()
        window.close()
    run(SETUP, "/S", f"/D={PLACE}")  # a newer version over it
    assert (INSTALLED / "ksdesk.exe").is_file()
    run(remove, "/S", f"_?={PLACE}")
    left = sorted(path.name for path in INSTALLED.rglob("*"))
    assert left == ["uninstall.exe", "我的发货单.xlsx"]  # it runs from there, as silently as asked
    assert (installed / "shop.ksdesk").is_file()
    assert not list((DRIVE / "users").rglob("*.lnk"))
    shutil.rmtree(INSTALLED)
