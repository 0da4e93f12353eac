"""The process itself: exit codes, the second start, and that nothing of the user is touched."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ksdesk import __version__
from ksdesk.app import FINE, NEWER, NO_ANSWER, NO_BOOK
from ksdesk.paths import Paths
from ksdesk.settings import Settings
from ksdesk.ui.shell.instance import server_name

LIMIT = 60


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", **more}


def ksdesk(tmp_path: Path, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "ksdesk", *map(str, arguments)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )


@contextmanager
def running(tmp_path: Path, data: Path, *arguments: object):
    """A ksdesk on `data` that has its window up and listens for later starts."""
    from PySide6.QtNetwork import QLocalSocket

    command = [sys.executable, "-m", "ksdesk", "--data", str(data), *map(str, arguments)]
    process = subprocess.Popen(
        command, env=environment(tmp_path), stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            socket = QLocalSocket()
            socket.connectToServer(server_name(data))
            if socket.waitForConnected(100):
                socket.disconnectFromServer()
                break
            assert process.poll() is None, process.stderr.read()
        yield process
    finally:
        process.kill()
        process.communicate()


def test_version(tmp_path):
    said = ksdesk(tmp_path, "--version")
    assert (said.returncode, said.stdout.strip()) == (FINE, f"ksdesk {__version__}")


def test_an_unknown_argument_is_a_usage_error(tmp_path):
    assert ksdesk(tmp_path, "--nonsense").returncode == 2


AS_A_WINDOW = """
import sys
sys.stdin = sys.stdout = sys.stderr = None
from ksdesk.app import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], FINE),
        (["--nonsense"], 2),
        (["--selftest"], FINE),
        (["--month", "2026-10", "--out", "a.pdf"], 2),
        (["--tour", __file__, "--lang", "zh"], 2),
        ([], NEWER),
    ],
)
def test_a_program_without_a_console_says_nothing_and_does_not_break(tmp_path, words, code):
    """As the packaged one is on Windows, where there is no database of time zones either."""
    data = tmp_path / "data"
    if not words:
        data.mkdir()
        with closing(sqlite3.connect(data / "shop.ksdesk")) as file:
            file.execute("PRAGMA user_version = 99")
            file.execute("CREATE TABLE later (x)")
    ran = subprocess.run(
        [sys.executable, "-c", AS_A_WINDOW, "--data", str(data), *words],
        env=environment(tmp_path, PYTHONTZPATH="", PYTHONIOENCODING="gbk"),
        cwd=tmp_path,
        timeout=LIMIT,
        check=False,
    )
    assert ran.returncode == code


@pytest.mark.slow
def test_a_newer_book_ends_the_start_with_3_and_one_sentence(tmp_path, compiled_texts):
    data = tmp_path / "数据 夹"
    data.mkdir()
    with closing(sqlite3.connect(data / "shop.ksdesk")) as file:
        file.execute("PRAGMA user_version = 99")
        file.execute("CREATE TABLE later (x)")
    before = (data / "shop.ksdesk").read_bytes()
    said = ksdesk(tmp_path, "--data", data, "--lang", "en")
    assert said.returncode == NEWER
    assert "newer ksdesk" in said.stderr
    assert "Traceback" not in said.stderr
    assert (data / "shop.ksdesk").read_bytes() == before
    assert ksdesk(tmp_path, "--data", data).stderr.count("\n") == 1


@pytest.mark.slow
def test_a_damaged_book_ends_the_start_with_a_sentence(tmp_path, compiled_texts):
    data = tmp_path / "data"
    data.mkdir()
    (data / "shop.ksdesk").write_bytes(b"no book" * 1000)
    said = ksdesk(tmp_path, "--data", data, "--lang", "zh")
    assert said.returncode == NO_BOOK
    assert "坏了" in said.stderr


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    said = ksdesk(tmp_path, "--data", tmp_path / "file" / "data")
    assert said.returncode == NO_BOOK
    assert said.stderr.startswith(f"{tmp_path / 'file'} 占了")


IN_THE_WAY = ["file", "data/logs", "data/cache", "data/backups", "data/staging"]


@pytest.mark.parametrize("place", IN_THE_WAY)
def test_what_lies_where_a_folder_of_ours_goes_is_named(tmp_path, place):
    """The data folder was said to be write-protected, in words of the system's own language."""
    thing = tmp_path / place
    thing.parent.mkdir(exist_ok=True)
    thing.write_bytes(b"in the way")
    said = ksdesk(tmp_path, "--data", tmp_path / place.split("/", maxsplit=1)[0])
    assert said.returncode == NO_BOOK
    assert said.stderr.startswith(f"{thing} 占了") and "exists" not in said.stderr
    assert thing.read_bytes() == b"in the way"


def test_a_folder_in_the_place_of_the_lock_is_named(tmp_path):
    """Another ksdesk was said to be open, which was to be closed."""
    lock = Paths(tmp_path / "data").lock_file
    lock.mkdir(parents=True)
    said = ksdesk(tmp_path, "--data", lock.parent)
    assert said.returncode == NO_BOOK
    assert said.stderr.startswith(f"{lock} 占了")


SEIZES = """
import os
import sys
from pathlib import Path
from ksdesk.ui.shell.instance import holder, seize_lock, take_lock

os.chdir(sys.argv[1])
if hasattr(os, "getuid") and os.getuid() == 0:  # who may write what is protected
    for place in (".", "ksdesk.lock"):
        os.chown(place, 65534, 65534)
    os.setuid(65534)
lock = Path("ksdesk.lock")
print(take_lock(lock), holder(lock).computer, seize_lock(lock).isLocked())
"""


@pytest.mark.parametrize("computer", ["", "SHOP-PC"])
def test_a_write_protected_lock_of_a_copied_folder_is_taken_over(tmp_path, computer):
    """Its ksdesk was said to be open, and each start anew went on without a lock."""
    lock = tmp_path / "ksdesk.lock"
    lock.write_text(f"4242\nksdesk\n{computer}\n\n\n" if computer else "", "utf-8")
    lock.chmod(0o400)
    said = subprocess.run(
        [sys.executable, "-c", SEIZES, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["None", *computer.split(), "True"]


ASKS = """
import locale  # while it may be read
import os
import sys
from ksdesk.app import main
from ksdesk.ui.shell import start

if os.getuid() == 0:  # who may go everywhere
    os.setuid(65534)
sys.exit(main(["--data", sys.argv[1]]))
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of another system")
def test_a_place_that_is_closed_to_us_is_named(tmp_path):
    """A bare traceback, and no window: what lies there may not even be asked for."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    said = subprocess.run(
        [sys.executable, "-c", ASKS, str(closed / "data")],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    closed.chmod(0o700)
    assert said.returncode == NO_BOOK, said.stderr
    assert f"{closed / 'data'} 不能写" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_folder_whose_name_is_too_long_is_told_so(tmp_path):
    said = ksdesk(tmp_path, "--data", tmp_path / ("很长" * 200))
    assert said.returncode == NO_BOOK
    assert "太长" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.kill
@pytest.mark.parametrize("content", [b"", b"hello\n", b"\xff\xfe" * 30])
def test_a_lock_file_that_is_none_keeps_nobody_out(tmp_path, compiled_texts, content):
    data = Paths(tmp_path / "data")
    data.make()
    data.lock_file.write_bytes(content)
    with running(tmp_path, data.data) as first:
        assert first.poll() is None


@pytest.mark.kill
def test_a_start_beside_one_that_is_still_starting_hands_over(tmp_path, compiled_texts):
    """Within the first second and a half nobody listened yet, and the files were lost."""
    data = tmp_path / "data"
    command = [sys.executable, "-m", "ksdesk", "--data", str(data)]
    first = subprocess.Popen(command, env=environment(tmp_path), stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + LIMIT
        while not Paths(data).lock_file.exists() and time.monotonic() < deadline:
            pass
        said = ksdesk(tmp_path, "--data", data)
        assert (said.returncode, said.stderr) == (FINE, "")
    finally:
        first.kill()
        first.communicate()


@pytest.mark.kill
def test_a_first_window_that_hangs_is_told_of(tmp_path, compiled_texts, monkeypatch):
    data = tmp_path / "data"
    with running(tmp_path, data) as first:
        first.send_signal(signal.SIGSTOP)
        said = ksdesk(tmp_path, "--data", data)
        first.send_signal(signal.SIGCONT)
    assert said.returncode == NO_ANSWER
    assert "没有应答" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.kill
def test_a_second_start_hands_over_and_ends_well(tmp_path, compiled_texts):
    data = tmp_path / "数据 夹"
    with running(tmp_path, data) as first:
        said = ksdesk(tmp_path, "--data", data)
        assert (said.returncode, said.stderr) == (FINE, "")
        assert first.poll() is None


@pytest.mark.slow
def test_nothing_is_written_outside_of_the_data_folder(tmp_path, compiled_texts):
    data, home = tmp_path / "data", tmp_path / "home"
    home.mkdir()
    said = subprocess.run(
        [sys.executable, "-m", "ksdesk", "--data", str(data), "--version"],
        env=environment(home),
        check=True,
        timeout=LIMIT,
    )
    assert said.returncode == FINE
    with running(home, data):
        pass
    assert [p for p in home.rglob("*") if p.is_file()] == []


FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from ksdesk.app import main
from ksdesk.ui.shell import start

def run(later):
    print(*sys.modules)
    later.ctx.jobs.release()
    QApplication.quit()

start.Later.run = run
sys.exit(main(sys.argv[1:]))
"""
AFTER_THE_PAINT = {
    "peewee",
    "hashlib",
    "html",
    "logging.handlers",
    "PySide6.QtNetwork",
    "ksdesk.actions.today",
    "_strptime",
    "ksdesk.domain.personal",
    "ksdesk.domain.rulebook",
    "ksdesk.ui.today.filled",
}


@pytest.mark.slow
def test_the_first_paint_waits_for_nothing_that_it_does_not_show(tmp_path, compiled_texts):
    data = tmp_path / "data"
    with running(tmp_path, data):
        pass  # the book is made
    Settings(Paths(data).settings_file).set(welcomed=True)
    said = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, "--data", str(data)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert said.returncode == FINE, said.stderr
    assert set(said.stdout.split()) & AFTER_THE_PAINT == set()


LEFT_ALONE = """
import sys
import threading
from PySide6.QtWidgets import QApplication
from ksdesk.app import main
from ksdesk.ui.shell import start

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "matplotlib":
            print(threading.current_thread() is threading.main_thread(), flush=True)

def quit_if_loaded():
    if "ksdesk.ui.parts.chart.card" in sys.modules:
        QApplication.quit()

def run(later):
    later.ctx.jobs.idle.connect(quit_if_loaded)
    run_later(later)

sys.meta_path.insert(0, Watch())
start.IDLE = 1
run_later, start.Later.run = start.Later.run, run
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_a_window_left_alone_has_a_worker_load_what_draws(tmp_path, compiled_texts):
    """The first curve took a second to come, most of it to load matplotlib."""
    data = Paths(tmp_path / "data")
    data.make()
    Settings(data.settings_file).set(welcomed=True)
    said = subprocess.run(
        [sys.executable, "-c", LEFT_ALONE, "--data", str(data.data)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert said.returncode == FINE, said.stderr
    assert said.stdout.split() == ["False"]


AT_REST = """
import sys
from PySide6.QtWidgets import QApplication
from ksdesk.app import main
from ksdesk.ui.shell import start

def look(later):
    if later.ctx.jobs.busy():
        later._idle.start()
    else:
        print(*sys.modules)
        QApplication.quit()

start.IDLE = 1000  # the book is tidied by then
start.Later._load_charts = look
sys.exit(main(sys.argv[1:]))
"""
NOT_FOR_A_START = {
    "PySide6.QtNetwork",
    "_strptime",
    "csv",
    "ksdesk.exports",
    "ksdesk.storage.imports.intake",
    "ksdesk.storage.imports.staging",
    "matplotlib",
    "numpy",
}
# Windows has no sockets of files: there Qt's own pipe hears later starts
DOOR = {"PySide6.QtNetwork"} if sys.platform == "win32" else set()


@pytest.mark.slow
def test_a_window_at_rest_holds_nothing_that_it_did_not_need(tmp_path, compiled_texts):
    data = Paths(tmp_path / "data")
    data.make()
    Settings(data.settings_file).set(welcomed=True)
    said = subprocess.run(
        [sys.executable, "-c", AT_REST, "--data", str(data.data)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert said.returncode == FINE, said.stderr
    loaded = set(said.stdout.split())
    assert "ksdesk.actions.today" in loaded
    assert loaded & NOT_FOR_A_START == DOOR


@pytest.mark.slow
def test_progress_of_a_slow_start_loads_no_tables(tmp_path):
    """The line of what runs comes after half a second, on a slow machine before the first rest."""
    code = "import sys, ksdesk.ui.shell.lines; print('ksdesk.exports' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=True,
    )
    assert said.stdout.strip() == "False"
