"""What is fed with odd inputs, the errors that it may answer with, and what must hold after."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import mutations
from desk import START
from file_deeds import lay_guest

from ksdesk.actions import imports, products
from ksdesk.actions.backups import moving
from ksdesk.actions.orders.number_tables import tables_of_numbers
from ksdesk.actions.products import drafts, links
from ksdesk.actions.promotion import cost_sheet
from ksdesk.actions.rules import own_figures, rule_book, set_rule
from ksdesk.domain import money
from ksdesk.domain.calendar import DayError, parse_day, parse_moment
from ksdesk.domain.cells import NotCells, read_cells, write_cells
from ksdesk.domain.imports import ImportProblem, Outdated, Preview, Source, Unstaged
from ksdesk.domain.links.share_text import ShareTextError, read_pasted, read_share_text
from ksdesk.domain.opening.identity import check_id_number, check_uscc, without_id_numbers
from ksdesk.domain.opening.photos import check_photo
from ksdesk.domain.orders.numbers import read_numbers
from ksdesk.domain.personal import blotted
from ksdesk.domain.pictures import PictureError, thumbnail, watermarked
from ksdesk.domain.products import Product, claims
from ksdesk.domain.products.bulk import ChangeError, parse_price_change, parse_stock_change
from ksdesk.domain.products.search_text import query_words
from ksdesk.domain.rulebook import RuleBook, RuleError
from ksdesk.domain.search import words_of
from ksdesk.importers.files import apart
from ksdesk.importers.kinds import BY_CODE
from ksdesk.paths import Paths, resources
from ksdesk.settings import Settings
from ksdesk.storage import BookProblem, Store
from ksdesk.storage.targets import TARGETS

TODAY = START.date()
RULES = resources() / "rules"
SEEDS = 40  # drawn pictures, packed books and drafts that inputs are spoilt from


@dataclass
class Room:
    """A folder and a book in it, for one process."""

    folder: Path
    seeds: dict[str, list[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paths = Paths(self.folder / "data")
        self.paths.make()
        lay_guest(self.folder / "new.ksdesk")
        self.rules = RuleBook.load()
        self.claims = claims.ClaimWords(self.rules.on(TODAY))
        self.book: Store | None = None
        self.renew()

    def renew(self) -> None:
        """The book as it was at the beginning."""
        if self.book is not None:
            self.book.close()
        shutil.copy(self.folder / "new.ksdesk", self.paths.book)
        self.book = Store.open(self.paths.book)

    def file(self, data: bytes, name: str) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def seed(self, kind: str, dice: Random, make: Callable[[Random], list[bytes]]) -> bytes:
        """One of the inputs that are whole, made when first asked for."""
        if kind not in self.seeds:
            self.seeds[kind] = make(Random(kind))
        return dice.choice(self.seeds[kind])


# ---- texts


def money_text(dice: Random, _room: Room) -> None:
    text = mutations.words(dice, 3)
    with suppress(money.MoneyError):
        fen = money.parse_yuan(text)
        assert type(fen) is int and money.parse_yuan(money.format_yuan(fen)) == fen
    with suppress(money.MoneyError):
        assert isinstance(money.parse_number(text), float)
    for parse in (parse_price_change, parse_stock_change):
        with suppress(ChangeError):
            parse(text)


def ids(dice: Random, _room: Room) -> None:
    whole = dice.choice(("11010519491231002X", "810000199408230021", "91350100M000100Y43"))
    text = mutations.respelt(dice, whole) if dice.random() < 0.7 else mutations.words(dice, 3)
    check_id_number(text, TODAY)
    check_uscc(text)
    without_id_numbers(text)
    assert isinstance(blotted(text), str)


def share_text(dice: Random, room: Room) -> None:
    text = mutations.words(dice, 12)
    with suppress(ShareTextError):
        read_share_text(text)
    read_pasted(text)
    links.look_at(room.book.reader, text)


def other_text(dice: Random, room: Room) -> None:
    text = mutations.words(dice)
    for parse in (parse_day, parse_moment):
        with suppress(DayError):
            parse(text)
    with suppress(NotCells):
        block = read_cells(text)
        assert read_cells(write_cells(block)) == block
    read_numbers(text, ["123456789012345", "7"])
    room.book.reader.products.find(query_words(text), 5)
    words_of(text)
    claims.claims_in(text, room.claims)


# ---- rules, settings


def rules(dice: Random, room: Room) -> None:
    """An own figure as it is typed, one as a damaged row has it, and a file of rules."""
    keys = sorted({rule.key for rule in room.rules.rows()})
    key = dice.choice((*keys, mutations.words(dice, 2)))
    value: Any = dice.choice(
        (dice.randrange(10**6), dice.random(), mutations.words(dice, 2), ("a",))
    )
    first = dice.choice((None, date(2026, 1, 1), date.max, date.min))
    last = dice.choice((None, date(2026, 12, 1), date.max))
    unit = dice.choice(("", "fen", "text", "x"))
    with suppress(RuleError):
        number = set_rule(room.book, key, value, first, "x", START, last, unit).ref
        if dice.random() < 0.5:
            column = dice.choice(("value", "valid_from", "valid_to", "unit", "written_on", "key"))
            with room.book.session.writing():
                sql = f"UPDATE rule_override SET {column} = ? WHERE id = ?"
                room.book.session.db.execute_sql(sql, (mutations.words(dice, 2), number))
    own_figures(room.book.reader)
    rule_book(room.book.reader).on(TODAY)
    with room.book.session.writing():
        room.book.session.db.execute_sql("DELETE FROM rule_override")


def rule_files(dice: Random, room: Room) -> None:
    folder = room.folder / "rules"
    folder.mkdir(exist_ok=True)
    names = ("deposit.toml", "sources.toml")
    spoil = dice.choice(names)
    for name in names:
        text = (RULES / name).read_text("utf-8")
        if name == spoil:
            text = mutations.respelt(dice, text)
        (folder / name).write_text(text, "utf-8", "replace")
    with suppress(RuleError):
        RuleBook.load(folder).on(TODAY)


def settings(dice: Random, room: Room) -> None:
    kept = {"language": "zh", "text_size": 110, "shop": "shop-2", "lists": {"a": {"w": [1]}}}
    text = mutations.respelt(dice, json.dumps(kept, ensure_ascii=False))
    data = text.encode("utf-8", "replace")
    path = room.file(mutations.spoilt(dice, data) if dice.random() < 0.5 else data, "settings.json")
    made = Settings(path)
    made.set(text_size=100 + dice.randrange(2) * 20, page="orders")
    assert Settings(path).values == made.values


# ---- pictures


def drawn(dice: Random) -> list[bytes]:
    from PIL import Image

    made = []
    for form in ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF") * 4:
        size = dice.choice(((640, 400), (17, 31), (300, 300)))
        mode = dice.choice(("RGB", "L", "RGBA", "P"))
        mode = {"JPEG": "RGB", "BMP": "RGB"}.get(form, mode)
        image = Image.effect_noise(size, 60).convert("RGB").convert(mode)
        out = io.BytesIO()
        exif = Image.Exif()
        exif[0x0112] = dice.randrange(1, 9)
        image.save(out, form, **({"exif": exif} if form in ("JPEG", "PNG", "WEBP") else {}))
        made.append(out.getvalue())
    made.append((Path(__file__).parents[1] / "domain" / "card_on_desk.heic").read_bytes())
    return made


def pictures(dice: Random, room: Room) -> None:
    data = room.seed("pictures", dice, drawn)
    data = mutations.spoilt(dice, data, room.seeds["pictures"])
    verdict = check_photo(data, dice.choice(("front", "back", "holding")))
    assert verdict.status in ("good", "retake", "unusable")
    with suppress(PictureError):
        thumbnail(data, 64)
    if dice.random() < 0.1:
        with suppress(PictureError):
            watermarked(data, "仅供开店", resources() / "fonts" / "NotoSansSC-Regular.otf")
    with suppress(PictureError):
        products.read_picture(room.file(data, "picture"), "main")


# ---- books and drafts that lie on the disk


def books(dice: Random) -> list[bytes]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "data")
        paths.make()
        lay_guest(paths.book)
        target = Path(folder) / "x.ksdesk-move"
        moving.pack(paths, {"language": "zh"}, target, START)
        return [target.read_bytes(), paths.book.read_bytes()]


def parcels(dice: Random, room: Room) -> None:
    """A moving file or a book from elsewhere: refused, or taken in whole; nothing is left."""
    data = room.seed("books", dice, books)
    if data[:2] == b"PK" and dice.random() < 0.5:
        data = repacked(dice, data)
    else:
        data = mutations.spoilt(dice, data, room.seeds["books"])
    inside = room.paths.parcels
    with suppress(BookProblem):
        parcel = moving.unpack(room.file(data, "parcel"), inside)
        for slug in moving.take_in(room.paths, parcel, "店"):
            book = Store.open(room.paths.of(slug).book)
            book.reader.deposit.balances()
            book.close()
    assert not inside.exists() or not list(inside.iterdir()), list(inside.iterdir())
    shutil.rmtree(room.paths.shops, ignore_errors=True)
    room.renew()


def repacked(dice: Random, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            held = source.read(name)
            if name.endswith("json"):
                held = mutations.respelt(dice, held.decode()).encode("utf-8", "replace")
            elif dice.random() < 0.3:
                held = mutations.spoilt(dice, held)
            target.writestr(dice.choice((name, name, name, "../x", f"{name}x")), held)
    return out.getvalue()


def product_drafts(dice: Random, room: Room) -> None:
    folder = room.paths.staging
    drafts.keep(folder, Product(title="柿饼", price=1250, stock=3, details=(("产地", "富平"),)))
    file = folder / drafts.FILE
    text = mutations.respelt(dice, file.read_text("utf-8"))
    data = text.encode("utf-8", "replace")
    file.write_bytes(mutations.spoilt(dice, data) if dice.random() < 0.3 else data)
    kept = drafts.kept(folder, Product())
    if kept is not None:
        number = products.save(room.book, kept, START).ref
        assert room.book.reader.products.one(number) is not None
    drafts.forget(folder)


def staged(dice: Random, room: Room) -> None:
    """A draft of an import that was damaged is not offered, or not taken, or is what it shows."""
    text = mutations.as_text(dice, mutations.table(dice), ",")
    try:
        seen = imports.preview(
            room.book, Source("x", text=text), staging=room.paths.staging, now=START
        )
    except ImportProblem:
        return
    data = mutations.spoilt(dice, seen.staging.read_bytes())
    seen.staging.write_bytes(data)
    try:
        for draft in imports.drafts(room.paths.staging):
            again = imports.resume(room.book, draft.path, now=START)
            if not again.needs:
                commit_as_shown(room, again)
    except (Unstaged, BookProblem, Outdated):
        pass
    finally:
        seen.staging.unlink(missing_ok=True)


# ---- importers


@contextmanager
def _reader_here(source: Source, _progress: object) -> Iterator[io.BytesIO]:
    """The reader of workbooks, bounded as this process is."""
    out = io.BytesIO()
    apart._tell(source, out)
    out.seek(0)
    yield out


def imported(dice: Random, room: Room, source: Source) -> None:
    kind = dice.choice((None, None, None, *BY_CODE))
    apart._reader = _reader_here if dice.random() < 0.995 else READER
    try:
        seen = imports.preview(room.book, source, kind=kind, staging=room.paths.staging, now=START)
    except ImportProblem:
        return
    finally:
        apart._reader = READER
    try:
        if not seen.needs:
            commit_as_shown(room, seen)
    finally:
        imports.drop(seen)


READER = apart._reader


def commit_as_shown(room: Room, seen: Preview) -> None:
    """What is stored is what was shown, to the row and cell; taken back it is gone."""
    book = room.book
    before = _size(book, seen.kind)
    changes = imports.commit(book, seen, now=START)
    assert _size(book, seen.kind) - before == seen.counts.new, (before, seen.counts)
    if seen.kind in TARGETS and seen.counts.total <= 1000 and not seen.counts.revised:
        target = TARGETS[seen.kind]
        names = [name for name in seen.fields if name in target.columns]
        places = [2 + seen.fields.index(name) for name in names]
        shown = [[row[place] for place in places] for row in seen.rows if row[1] == "new"]
        with book.session.reading():
            sql = f"SELECT {', '.join(names)} FROM {target.table} WHERE batch = ?"
            rows = book.session.db.execute_sql(sql, (changes.ref,)).fetchall()
        assert sorted(map(repr, shown)) == sorted(repr(list(row)) for row in rows)
    if seen.kind in TARGETS:
        imports.undo(book, changes.ref, START)
        assert _size(book, seen.kind) == before


def _size(book: Store, kind: str) -> int:
    table = TARGETS[kind].table if kind in TARGETS else "product"
    with book.session.reading():
        return int(book.session.db.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0])


def csv_files(dice: Random, room: Room) -> None:
    imported(dice, room, Source("报表.csv", room.file(mutations.as_csv(dice), "a.csv")))


def html_files(dice: Random, room: Room) -> None:
    imported(dice, room, Source("报表.xls", room.file(mutations.as_html(dice), "a.xls")))


def workbooks(dice: Random, room: Room) -> None:
    imported(dice, room, Source("报表.xlsx", room.file(mutations.as_workbook(dice), "a.xlsx")))


def pasted_tables(dice: Random, room: Room) -> None:
    text = mutations.as_text(dice, mutations.table(dice), "\t")
    imports.is_table(text)
    imported(dice, room, Source("粘贴", text=mutations.respelt(dice, text)))


def other_tables(dice: Random, room: Room) -> None:
    """Costs that were filled in, and tracking numbers of a courier."""
    head = dice.choice(
        (["商品编号", "商品", "规格", "进价", "从哪天起"], ["订单号", "快递公司", "快递单号"])
    )
    rows = [
        head,
        *(
            [mutations.cell(dice, k, "") for k in ("id", "text", "id", "money", "moment")]
            for _ in range(5)
        ),
    ]
    text = mutations.as_text(dice, rows)
    if dice.random() < 0.6:
        text = mutations.respelt(dice, text)
    path = room.file(text.encode(dice.choice(mutations.ENCODINGS), "replace"), "b.csv")
    with suppress(ImportProblem):
        tables_of_numbers([path])
    with suppress(ImportProblem):
        cost_sheet.read_back(room.book.reader, Source("b.csv", path), START)


@dataclass(frozen=True)
class Target:
    """`share`: of a hundred inputs so many go there. `may_end`: its own process may be ended by an
    input, as the app's reader of workbooks is, which is told as a damaged file."""

    feed: Callable[[Random, Room], None]
    share: float
    may_end: bool = False


TARGETS_BY_NAME = {
    "money and numbers": Target(money_text, 30),
    "ids": Target(ids, 25),
    "share text": Target(share_text, 14),
    "days, cells, words": Target(other_text, 8),
    "own rules": Target(rules, 3),
    "rule files": Target(rule_files, 1.5),
    "settings": Target(settings, 4),
    "pictures": Target(pictures, 2),
    "moving files and books": Target(parcels, 1),
    "drafts of products": Target(product_drafts, 2),
    "drafts of imports": Target(staged, 1.5),
    "csv": Target(csv_files, 4),
    "html tables": Target(html_files, 1.5),
    "workbooks": Target(workbooks, 2, may_end=True),
    "pasted tables": Target(pasted_tables, 2.5),
    "costs and tracking numbers": Target(other_tables, 1),
}
