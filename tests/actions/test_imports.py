"""Preview, commit and undo: what is counted is what is stored, and all of it can be taken back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksdesk.actions import imports
from ksdesk.domain.imports import (
    BuiltUpon,
    Counts,
    ImportProblem,
    NotReady,
    Outdated,
    Source,
    Unstaged,
)
from ksdesk.domain.progress import Cancelled, Progress
from ksdesk.domain.traffic import to_seconds
from ksdesk.importers.traffic.rows import GRAIN_LETTERS
from ksdesk.storage import BookProblem
from ksdesk.storage.imports import intake, staging

SHARED = Path(os.environ.get("KSDESK_SHARED", Path(__file__).parents[3] / "shared")) / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is not here")

JINNIU = (
    "快手磁力金牛 组报表,,,,,,,\n导出时间：2026-04-20 09:00,,,,,,,\n"
    "日期,计划Id,计划名称,组Id,花费（元）,广告曝光数,封面点击率,直播观看数,直播平均观看时长,涨粉数,直接GMV\n"
    '2026-04-15 20:00,1001,$100 起 ^_^ 🎁,7,"￥1,234.50",1.9w,12.5%,800,41秒,--,"1,000.00"\n'
    "2026-04-15 21:00,1001,$100 起 ^_^ 🎁,7,3.14,200,1%,10,1:02,2,0\n"
    "2026/04/15 21:00,1002,乙,8,'5,30,--,12,,3,1.2万\n"
    "2026年4月15日 22时,1002,乙,8,12.3.4,1,,,,,\n"
    "合计,,,,1242.64,19230,,822,,5,13000\n"
)


def table_of(book, name: str = "traffic_row") -> list[tuple]:
    with closing(sqlite3.connect(book.path)) as file:
        names = [r[1] for r in file.execute(f"PRAGMA table_info({name})") if r[1] != "batch"]
        return file.execute(f"SELECT {', '.join(names)} FROM {name} ORDER BY key").fetchall()


def pasted(text: str, name: str = "report") -> Source:
    return Source(name, text=text)


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "金牛.csv"
    path.write_bytes(JINNIU.encode("gb18030"))
    return path


class UntilReport(Progress):
    """Wanted until so much has been reported."""

    def __init__(self, times: int) -> None:
        self.left = times

    def report(self, done: int, total: int | None = None) -> None:
        self.left -= 1

    def wanted(self) -> bool:
        return self.left > 0


def test_a_gbk_report_of_the_platform(book, report, now, paths):
    seen = imports.preview(book, report, staging=paths.staging)
    assert (seen.encoding, seen.header_line, seen.grain, seen.needs) == ("gb18030", 3, "hour", ())
    assert seen.counts == Counts(new=3, refused=1, left_out=1)
    assert seen.counts.total == 5
    assert [(r.line, r.column, r.value, r.reason) for r in seen.refused] == [
        (7, "花费（元）", "12.3.4", "bad_money"),
        (8, "日期", "合计", "total_line"),
    ]
    first = dict(zip(seen.fields, seen.rows[0][2:], strict=True))
    assert seen.rows[0][:2] == (4, "new")
    assert first == {
        "time": to_seconds(datetime(2026, 4, 15, 20)),
        "campaign": "1001",
        "campaign_name": "$100 起 ^_^ 🎁",
        "unit": "7",
        "spend": 123450,
        "gmv": 100000,
        "impressions": 19000,
        "views": 800,
        "stay_seconds": 41.0,
        "new_fans": None,
        "own:封面点击率": 0.125,
    }
    assert (seen.first, seen.last) == (first["time"], first["time"] + 3600)
    changes = imports.commit(book, seen, now=now)
    assert changes.topics == {"traffic", "imports", "today"}
    batch = book.reader.batches.one(changes.ref)
    assert (batch.state, batch.new, batch.refused, batch.name) == ("done", 3, 1, "金牛.csv")
    assert batch == book.reader.batches.last() == book.reader.batches.recent(9)[0]
    assert len(table_of(book)) == 3
    assert [c.label for c in batch.columns][:2] == ["日期", "计划Id"]


def test_the_same_again_is_nothing_new_and_revised_figures_are_shown(book, report, now):
    imports.commit(book, imports.preview(book, report), now=now)
    again = imports.preview(book, report)
    assert again.counts == Counts(same=3, refused=1, left_out=1)
    report.write_bytes(JINNIU.replace("3.14,200,1%", "4.14,200,--").encode("gb18030"))
    revised = imports.preview(book, report)
    assert revised.counts == Counts(same=2, revised=1, refused=1, left_out=1)
    (row,) = revised.revised
    assert (row.line, row.changes) == (5, (("spend", 314, 414),))
    before = table_of(book)
    changes = imports.commit(book, revised, now=now)
    assert book.reader.batches.one(changes.ref).revised == 1
    series = book.reader.traffic.series("spend", "hour")
    assert list(series.values) == [123450, 914]
    # a percentage that the second report did not give stays as it was
    assert list(book.reader.traffic.series("own:封面点击率", "hour").values) == [0.125, 0.01]
    assert changes.undo is not None
    changes.undo(book)
    assert table_of(book) == before


def test_own_columns_of_a_second_report_join_those_of_the_first(book, now):
    """The figures that only the first report had were lost with the second."""
    imports.commit(book, imports.preview(book, pasted("日期,花费,助播\n2026-04-15,1,3\n")), now=now)
    before = table_of(book)
    second = imports.preview(book, pasted("日期,花费,弹幕福袋\n2026-04-15,1,8\n"))
    assert second.counts == Counts(revised=1)
    changes = imports.commit(book, second, now=now)

    def own(label: str) -> list[float]:
        return list(book.reader.traffic.series(f"own:{label}", "day").values)

    assert (own("助播"), own("弹幕福袋")) == ([3], [8])
    third = imports.preview(book, pasted("日期,花费,助播\n2026-04-15,1,4\n"))
    imports.commit(book, third, now=now)
    assert (own("助播"), own("弹幕福袋")) == ([4], [8])
    imports.undo(book, book.reader.batches.last().id, now)
    changes.undo(book)
    assert table_of(book) == before


def test_a_batch_that_was_built_upon_is_undone_last(book, now):
    first = imports.commit(
        book, imports.preview(book, pasted("日期,花费\n2026-04-15,1\n")), now=now
    )
    second = imports.commit(
        book, imports.preview(book, pasted("日期,花费\n2026-04-15,2\n", "later")), now=now
    )
    with pytest.raises(BuiltUpon) as caught:
        imports.undo(book, first.ref, now)
    assert caught.value.batch.name == "later"
    imports.undo(book, second.ref, now)
    imports.undo(book, first.ref, now)
    assert table_of(book) == []
    assert not imports.undo(book, first.ref, now)
    with pytest.raises(KeyError):
        imports.undo(book, 99, now)


def test_unticked_rows_stay(book, now):
    text = "日期,花费\n2026-04-15,1\n2026-04-16,1\n2026-04-17,1\n"
    imports.commit(book, imports.preview(book, pasted(text)), now=now)

    def spend(**ticks) -> list[float]:
        seen = imports.preview(book, pasted(text.replace(",1", ",2") + "2026-04-18,5\n"))
        assert seen.counts.revised == 3
        changes = imports.commit(book, seen, now=now, **ticks)
        found = list(book.reader.traffic.series("spend", "day").values)
        imports.undo(book, changes.ref, now)
        return found

    keys = [r.key for r in imports.preview(book, pasted(text.replace(",1", ",2"))).revised]
    assert spend() == [200, 200, 200, 500]
    assert spend(take_revised=False) == [100, 100, 100, 500]
    assert spend(take_revised=keys[:1]) == [200, 100, 100, 500]
    assert spend(take_revised=keys[:2], skip_revised=keys[:1]) == [100, 200, 100, 500]
    assert spend(skip_revised=keys[:1]) == [100, 200, 200, 500]


def test_undo_and_redo(book, report, now, paths):
    seen = imports.preview(book, report, staging=paths.staging)
    changes = imports.commit(book, seen, now=now)
    full = table_of(book)
    undone = changes.undo(book)
    assert table_of(book) == []
    redone = undone.undo(book)
    assert table_of(book) == full
    imports.drop(seen)
    assert redone.undo(book).undo is None


def test_a_bare_value_must_be_named(book, now):
    text = "timestamp,value\n" + "".join(f"2026-04-15 {h:02d}:15:01,{h}.5\n" for h in range(5))
    seen = imports.preview(book, pasted(text))
    assert seen.needs == ("name_value",)
    with pytest.raises(NotReady) as caught:
        imports.commit(book, seen, now=now)
    assert caught.value.needs == ("name_value",)
    named = tuple(replace(c, role="own:CPC") if c.role == "own:" else c for c in seen.columns)
    imports.commit(book, imports.preview(book, pasted(text), mapping=named), now=now)
    assert book.reader.traffic.measures() == ("own:CPC",)
    assert list(book.reader.traffic.series("own:CPC", "day").values) == [2.5]
    # the next such file may hold anything, so it is asked again
    assert imports.preview(book, pasted(text)).needs == ("name_value",)


def test_a_mapping_is_remembered_for_its_headers(book, now):
    text = "日期,新指标\n2026-04-15,3\n"
    seen = imports.preview(book, pasted(text))
    named = (seen.columns[0], replace(seen.columns[1], role="measure:likes", why="named"))
    imports.commit(book, imports.preview(book, pasted(text), mapping=named), now=now)
    later = imports.preview(book, pasted("新指标,日期\n4,2026-04-16\n"))
    assert (later.columns[0].role, later.columns[0].why) == ("measure:likes", "remembered")


def test_equal_rows_of_one_file_are_told_apart(book, now):
    text = "日期,花费\n" + "2026-04-15,1\n" * 12
    seen = imports.preview(book, pasted(text))
    assert seen.counts == Counts(new=12)
    imports.commit(book, seen, now=now)
    assert list(book.reader.traffic.series("spend", "day").values) == [1200]
    assert imports.preview(book, pasted(text)).counts == Counts(same=12)


def test_the_book_may_have_changed_since(book, report, now):
    one, two = imports.preview(book, report), imports.preview(book, report)
    imports.commit(book, one, now=now)
    with pytest.raises(Outdated):
        imports.commit(book, two, now=now)
    assert len(book.reader.batches.recent(9)) == 1
    fresh = imports.refresh(book, two)
    assert fresh.counts.same == 3
    assert imports.resume(book, two.staging).counts == fresh.counts


@pytest.mark.parametrize("times", [1, 2])
def test_cancelled_is_as_if_nothing_had_been(book, now, monkeypatch, times):
    monkeypatch.setattr(intake, "_BATCH", 10)
    text = "日期,花费\n" + "".join(f"2026-04-{d:02d},{d}\n" for d in range(1, 29))
    seen = imports.preview(book, pasted(text))
    with pytest.raises(Cancelled):
        imports.commit(book, seen, now=now, progress=UntilReport(times))
    assert table_of(book) == []
    assert book.reader.batches.recent(9) == ()
    imports.commit(book, imports.refresh(book, seen), now=now)
    assert len(table_of(book)) == 28


def test_a_cancelled_preview_leaves_no_file(book, report, paths):
    with pytest.raises(Cancelled):
        imports.preview(book, report, staging=paths.staging, progress=UntilReport(0))
    assert list(paths.staging.iterdir()) == []


def test_cancelled_or_broken_half_way_leaves_no_file(book, paths, tmp_path):
    lines = "".join(f"2026-04-15,{n}\n" for n in range(4000))
    with pytest.raises(Cancelled):
        imports.preview(
            book, pasted("日期,花费\n" + lines), staging=paths.staging, progress=UntilReport(2)
        )
    with pytest.raises(ImportProblem) as caught:
        imports.preview(
            book, pasted("日期,花费\n" + lines + "9" * (2 << 20)), staging=paths.staging
        )
    assert caught.value.facts == {"line": 4002}
    assert list(paths.staging.iterdir()) == []


@pytest.mark.parametrize(
    "fact", "kind source columns parts part header_line encoding delimiter grain title".split()
)
def test_a_draft_that_does_not_say_what_it_is_of_is_none_any_more(book, report, paths, fact):
    seen = imports.preview(book, report, staging=paths.staging)
    with closing(sqlite3.connect(seen.staging)) as db, db:
        assert db.execute("DELETE FROM fact WHERE key = ?", (fact,)).rowcount == 1
    with pytest.raises(Unstaged):
        imports.resume(book, seen.staging)


def test_a_draft_whose_index_is_damaged_stores_all_that_it_showed_or_nothing(book, paths, now):
    """What the disk made of one key: its row would be passed over."""
    lines = "日期,计划ID,花费\n2026-04-15,10001,1\n2026-04-15,10002,2\n2026-04-15,10003,3\n"
    seen = imports.preview(book, pasted(lines), staging=paths.staging)
    data = seen.staging.read_bytes()
    with closing(sqlite3.connect(seen.staging)) as db:
        keys = [key.encode() for (key,) in db.execute("SELECT key FROM staged ORDER BY key")]
    assert all(data.count(key) == 2 for key in keys)  # in the table and in its index
    with closing(sqlite3.connect(seen.staging)) as db:
        (root,) = db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'staged_key'"
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    place = data.index(keys[0], (root - 1) * size)
    seen.staging.write_bytes(data[:place] + b"z" + data[place + 1 :])
    again = imports.resume(book, seen.staging)
    assert again.counts.new == 3
    with pytest.raises(Unstaged):
        imports.commit(book, again, now=now)
    assert table_of(book) == []


def test_rows_with_broken_bytes_are_named(book, tmp_path):
    good = "日期,计划名称,花费\n" + "2026-04-15,晚场引流,1\n" * 50
    path = tmp_path / "damaged.csv"
    path.write_bytes(good.encode() + b"2026-04-15,\xff\xff,2\n2026-04-16,x,\xff,4,\xff\n")
    seen = imports.preview(book, path)
    assert (seen.counts.new, seen.counts.refused) == (50, 2)
    assert [(r.line, r.reason) for r in seen.refused] == [(52, "bad_bytes"), (53, "too_many_cells")]


def test_columns_that_contradict_each_other(book, now):
    seen = imports.preview(book, pasted("日期,花费,x\n2026-04-15,1,2\n"))
    twice = (*seen.columns[:2], replace(seen.columns[2], role="measure:spend"))
    seen = imports.preview(book, pasted("日期,花费,x\n2026-04-15,1,2\n"), mapping=twice)
    assert seen.needs == ("twice",)
    assert dict(zip(seen.fields, seen.rows[0][2:], strict=True))["spend"] == 100
    seen = imports.preview(book, pasted("甲,花费\nx,1\ny,2\n"))
    assert (seen.needs, seen.counts.total, seen.first, seen.rows) == (("time",), 0, None, ())


def test_sqlite_is_interrupted_while_it_works(book, paths, monkeypatch):
    monkeypatch.setattr(staging, "_TICK", 1)
    text = "日期,花费\n" + "".join(f"2026-04-{d:02d},{d}\n" for d in range(1, 29))
    seen = imports.preview(book, pasted(text), staging=paths.staging)
    with pytest.raises(Cancelled):
        imports.refresh(book, seen, progress=UntilReport(0))


def test_a_full_disk_leaves_the_book_as_it_was(book, now):
    imports.commit(book, imports.preview(book, pasted("日期,花费\n2026-03-01,1\n")), now=now)
    before = table_of(book)
    text = "日期,计划名称,花费\n" + "".join(f"2026-04-15,计划{n:05d},{n}\n" for n in range(5000))
    seen = imports.preview(book, pasted(text))
    pages = book.session.db.execute_sql("PRAGMA page_count").fetchone()[0]
    book.session.db.execute_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(BookProblem) as caught:
        imports.commit(book, seen, now=now)
    assert caught.value.code == "disk_full"
    assert table_of(book) == before
    assert len(book.reader.batches.recent(9)) == 1
    book.session.db.execute_sql("PRAGMA max_page_count = 1073741823")
    imports.commit(book, imports.refresh(book, seen), now=now)
    assert len(table_of(book)) == 5001


def test_an_import_cut_short_is_told_of(book, report, now, monkeypatch):
    seen = imports.preview(book, report)
    number = book.batches._begin(seen, now)
    assert imports.mark_interrupted(book).topics == {"imports", "today"}
    assert book.reader.batches.one(number).state == "interrupted"
    assert not imports.mark_interrupted(book)
    assert book.reader.batches.last() is None
    assert not imports.undo(book, number, now)


def test_a_file_that_cannot_be_read_leaves_nothing(book, tmp_path, paths):
    path = tmp_path / "x.csv"
    path.write_bytes(b"\xe6\x97\xa5\xe6\x9c\x9f,b\n2026-04-15,1\n" + b"9" * (2 << 20))
    with pytest.raises(ImportProblem):
        imports.preview(book, path, staging=paths.staging)
    assert list(paths.staging.iterdir()) == []
    (paths.staging / "old.staging").touch()
    imports.sweep(paths.staging)
    assert list(paths.staging.iterdir()) == []


def test_never_within_another_write(book, report, now):
    seen = imports.preview(book, report)
    with pytest.raises(RuntimeError), book.transaction():
        imports.commit(book, seen, now=now)


@pytest.mark.parametrize(
    ("times", "grain"),
    [
        ("2026-04-06 2026-04-13 2026-04-20", "week"),
        ("2026-04-01 2026-05-01 2026-06-01", "month"),
        ("2026-04-01 2026-04-02 2026-04-04", "day"),
        ("2026-04-01T00:05:00 2026-04-01T00:10:00 2026-04-01T00:15:00", "minute"),
        ("2026-04-01T00:00:00 2026-04-01T04:00:00 2026-04-01T08:00:00", "hour"),
    ],
)
def test_spacing_tells_what_a_row_stands_for(book, times, grain):
    text = "日期,花费\n" + "".join(f"{time},1\n" for time in times.split())
    seen = imports.preview(book, pasted(text))
    assert seen.grain == grain
    with staging.Staging(seen.staging) as staged:
        keys = [row[0] for row in staged._db.execute("SELECT key FROM staged")]
    assert {key[13] for key in keys} == {GRAIN_LETTERS[grain]}


rows = st.lists(
    st.tuples(
        st.dates(datetime(2020, 1, 1).date(), datetime(2026, 1, 1).date()),
        st.sampled_from(["甲", "b|c", "$1 ^_^", ""]),
        st.one_of(st.none(), st.integers(0, 10**9)),
        st.one_of(st.none(), st.integers(0, 10**9)),
        st.one_of(st.none(), st.floats(-1e6, 1e6)),
    ),
    min_size=1,
    max_size=30,
)


def written(figures) -> str:
    lines = ["日期,计划名称,花费(元),直播观看数,指数x"]
    for day, name, fen, views, own in figures:
        spend = "--" if fen is None else f"{fen / 100:.2f}"
        cells = ("" if views is None else views, "" if own is None else f"{own:.6f}")
        lines.append(f"{day},{name},{spend},{cells[0]},{cells[1]}")
    return "\n".join(lines) + "\n"


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows, rows)
def test_import_undo_import_is_the_same(book, now, first, second):
    """Also when the second report revises the first."""
    assert table_of(book) == []
    one = imports.commit(
        book, imports.preview(book, pasted(written(first)), nameless="rest"), now=now
    )
    base = table_of(book)
    seen = imports.preview(book, pasted(written(second)), nameless="rest")
    assert seen.counts.total == len(second)
    two = imports.commit(book, seen, now=now)
    full = table_of(book)
    assert len(full) == len(base) + seen.counts.new
    imports.undo(book, two.ref, now)
    assert table_of(book) == base
    fresh = imports.refresh(book, seen)
    assert fresh.counts == seen.counts
    three = imports.commit(book, fresh, now=now)
    assert table_of(book) == full
    again = imports.preview(book, pasted(written(second)), nameless="rest").counts
    assert (again.new, again.revised) == (0, 0)
    imports.undo(book, three.ref, now)
    imports.undo(book, one.ref, now)
    assert table_of(book) == []
    assert table_of(book, "traffic_before") == []


cells = st.sampled_from(
    [
        *"日期 花费 2026-04-15 1 -- 1.9w 12% '5 合计 \" , ; \t \n \r =1+1 | 🎁 \x0b \ufeff".split(
            " "
        ),
        "",
    ]
)


@pytest.mark.slow
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.binary(max_size=300), st.lists(cells, max_size=40).map("".join)))
def test_whatever_comes_is_previewed_or_refused(book, tmp_path, content):
    path = tmp_path / "anything.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        seen = imports.preview(book, path)
    except ImportProblem:
        return
    imports.drop(seen)
    assert seen.counts.new == len(seen.rows)
    assert seen.counts.refused + seen.counts.left_out == len(seen.refused)


@needs_shared
@pytest.mark.parametrize("path", sorted((SHARED / "nab" / "realAdExchange").glob("*.csv")), ids=str)
def test_real_ad_exchange_prices(book, now, path):
    seen = imports.preview(book, path)
    named = tuple(replace(c, role="own:CPC") if c.role == "own:" else c for c in seen.columns)
    seen = imports.preview(book, path, mapping=named)
    lines = len(path.read_text().splitlines()) - 1
    assert seen.counts == Counts(new=lines)
    imports.commit(book, seen, now=now)
    assert len(book.reader.traffic.series("own:CPC", "hour").times) > 1000


@needs_shared
def test_a_years_of_weeks_of_a_real_shop(book, now):
    seen = imports.preview(book, SHARED / "robyn_dt_simulated_weekly.csv")
    assert (seen.grain, seen.counts) == ("week", Counts(new=208))
    imports.commit(book, seen, now=now)
    assert len(book.reader.traffic.series("own:revenue", "week").values) == 208


@needs_shared
def test_all_rows_of_an_ad_platforms_report_are_kept(book, now):
    seen = imports.preview(book, SHARED / "pymc_fivetran_ad_report_schema.csv")
    assert seen.counts == Counts(new=16)
    imports.commit(book, seen, now=now)
    assert len(book.reader.traffic.series("spend", "day").values) == 3
    assert len(book.reader.traffic.campaigns()) == 3
