"""`--selftest`: does this installation have all it needs? Prints what it saw."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from ksdesk import __version__

SAMPLE_WORDS = "流量曲线 喆堃珺钰 $100 起 ^_^"


def selftest(lang: str) -> int:
    """Run every check in a temporary folder; 0 if all hold, else 1 and what is broken."""
    broken = []
    with tempfile.TemporaryDirectory(prefix="ksdesk-selftest-") as folder:
        os.environ.setdefault("MPLCONFIGDIR", folder)
        for name, check in _checks(Path(folder), lang or "zh"):
            try:
                _say(f"ok      {name}: {check()}")
            except Exception as error:  # noqa: BLE001 - each check reports, the run goes on
                broken.append(name)
                _say(f"BROKEN  {name}: {type(error).__name__}: {error}")
    _say("all is well" if not broken else "broken: " + ", ".join(broken))
    return 1 if broken else 0


def _say(text: str) -> None:
    if sys.stdout is not None:  # a windowed build has none
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        sys.stdout.flush()


def _checks(folder: Path, lang: str) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "versions", _versions
    yield "book", lambda: _book(folder)
    yield "imports", lambda: _imports(folder)
    yield "workbooks", lambda: _workbooks(folder)
    yield "sample shop", lambda: _sample(folder)
    yield "rules", _rules
    yield "window and texts", lambda: _window(folder, lang)
    yield "fonts", _fonts
    yield "icons and plugins", _plugins
    yield "chart", lambda: _chart(folder)
    yield "photos", _photos
    yield "id numbers", _identity
    yield "qr codes", _qr
    yield "named days", _named_days
    yield "pinyin", _pinyin


def _versions() -> str:
    import PySide6

    return (
        f"ksdesk {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__},"
        f" SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}"
    )


def _book(folder: Path) -> str:
    from ksdesk.actions import Book, deposit
    from ksdesk.domain.deposit.ledger import NewEntry

    book = Book.open(folder / "店 铺.ksdesk")
    try:
        now = datetime(2026, 11, 18, 10, 20)
        deposit.add(book, [NewEntry("own", date(2026, 11, 18), "paid_in", 50000)], now)
        assert book.reader.deposit.balances() == {"own": 50000}
    finally:
        book.close()
    return "written and read back"


def _imports(folder: Path) -> str:
    from ksdesk.actions import Book, imports
    from ksdesk.domain.imports import Source

    now = datetime(2026, 11, 18, 10, 20)
    book = Book.open(folder / "导 入.ksdesk")
    try:
        source = Source("报表.csv", text="日期,计划Id,花费\n2026-11-15,1,5\n2026-11-16,1,6\n")
        seen = imports.preview(book, source, now=now)
        imports.commit(book, seen, now=now)
        rows = imports.preview(book, source, now=now).counts.same
        assert rows == 2, f"{rows} of 2 rows are known again"
    finally:
        book.close()
    return "2 rows stored and known again"


def _workbooks(folder: Path) -> str:
    from ksdesk.actions import Book, imports
    from ksdesk.exports import ExportColumn, Sheet, write_xlsx

    path = folder / "表 格.xlsx"
    columns = (ExportColumn("day", "日期"), ExportColumn("spend", "花费", "number"))
    write_xlsx(path, [Sheet("表", columns, [("2026-11-15", 5.0)])])
    book = Book.open(folder / "表 格.ksdesk")
    try:
        rows = imports.preview(book, path).counts.new
        assert rows == 1, f"{rows} of 1 row is read"
    finally:
        book.close()
    return f"{path.stat().st_size} bytes of xlsx written and read back"


def _sample(folder: Path) -> str:
    from ksdesk import sample
    from ksdesk.actions import Book

    path = folder / "示 例.ksdesk"
    sample.build(path, datetime(2026, 11, 18, 10, 20))
    book = Book.open(path)
    try:
        return f"{len(book.reader.products.all())} products"
    finally:
        book.close()


def _rules() -> str:
    from ksdesk.domain.rulebook import RuleBook

    rules = RuleBook.load().on(date(2020, 11, 19))
    return f"lowest deposit from 2020-11-19: {rules.value('deposit.base')} fen"


def _window(folder: Path, lang: str) -> str:
    from PySide6.QtGui import QGuiApplication

    from ksdesk.paths import Paths
    from ksdesk.settings import Settings
    from ksdesk.ui.shell.shops import open_context
    from ksdesk.ui.shell.start import make_app
    from ksdesk.ui.shell.window import MainWindow

    paths = Paths(folder / "data")
    paths.make()
    settings = Settings(paths.settings_file)
    app, theme = make_app(settings, lang)
    ctx = open_context(paths, settings, theme, lambda: datetime(2026, 11, 18, 10, 20), False)
    window = MainWindow(ctx)
    window.open_first()
    window.show()
    app.processEvents()
    drawn = window.grab()
    window.hide()
    ctx.jobs.wait()
    ctx.book.close()
    assert not drawn.isNull()
    return f"{drawn.width()}x{drawn.height()} on {QGuiApplication.platformName()}"


def _fonts() -> str:
    from PySide6.QtGui import QFont, QFontMetrics

    from ksdesk.ui.shell.fonts import BUNDLED, register

    assert BUNDLED in register(), "the bundled font is not there"
    metrics = QFontMetrics(QFont(BUNDLED))
    lost = [c for c in SAMPLE_WORDS if not metrics.inFontUcs4(ord(c))]
    assert not lost, f"no glyph for {lost}"
    return BUNDLED


def _plugins() -> str:
    from PySide6.QtGui import QImageReader

    from ksdesk.ui.parts.icons import names, pixmap
    from ksdesk.ui.shell.theme import current

    kinds = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    lost = {"png", "jpeg", "svg"} - kinds
    assert not lost, f"Qt cannot read {sorted(lost)}"
    assert names(), "no icons"
    image = pixmap("today", current().color("text"), 20).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), "empty icon"
    return f"{len(names())} icons; png, jpeg, svg"


def _chart(folder: Path) -> str:
    import numpy
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from ksdesk.charts import style
    from ksdesk.charts.palette import LIGHT

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a missing glyph is a warning
        with style.styled(LIGHT):
            figure = Figure((4, 2))
            axes = figure.add_subplot()
            axes.plot(numpy.arange(9), numpy.arange(9) ** 2)
            axes.set_title(style.plain_text(SAMPLE_WORDS + " 🎁"), parse_math=False)
            FigureCanvasAgg(figure).print_png(str(folder / "图.png"))
    return f"{(folder / '图.png').stat().st_size} bytes of PNG"


def _photos() -> str:
    import io

    from PIL import Image

    from ksdesk.domain.opening.photos import check_photo

    done = []
    for kind in ("JPEG", "PNG", "WEBP", "BMP"):
        data = io.BytesIO()
        Image.effect_noise((900, 700), 60).convert("RGB").save(data, kind)
        verdict = check_photo(data.getvalue(), "front")
        assert verdict.status != "unusable", f"{kind}: {verdict.reasons}"
        done.append(kind)
    return ", ".join(done)


def _identity() -> str:
    from stdnum.cn import ric

    from ksdesk.domain.opening.identity import check_id_number

    made = "11010119900307001"
    verdict = check_id_number(made + ric.calc_check_digit(made + "0"), date(2026, 11, 18))
    assert verdict.status == "ok", verdict.reasons
    return "check digit and region table"


def _qr() -> str:
    import segno

    return f"{len(segno.make('https://www.kwaixiaodian.com/rules').matrix)} modules"


def _named_days() -> str:
    from ksdesk.domain.named_days import holidays_between

    found = holidays_between(date(2026, 10, 1), date(2026, 10, 31), "zh")
    assert found, "the calendar of holidays is not there"
    return f"{len(found)} in October 2026"


def _pinyin() -> str:
    from ksdesk.domain.products import Product
    from ksdesk.domain.products.search_text import found_by

    assert "hfs" in found_by(Product(title="红富士")), "红富士 is not found by hfs"
    return "红富士 by hfs"
