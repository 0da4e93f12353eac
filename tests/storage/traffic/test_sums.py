"""Sums of overlapping reports against adding up row by row."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, datetime
from random import Random

import pytest

from ksdesk.domain.traffic import (
    IDENTITIES,
    added,
    from_seconds,
    measure,
    row_key,
    to_seconds,
    value_of,
)
from ksdesk.storage.models.traffic import TrafficRow

FINE = ("minute", "hour", "live")
USABLE = {"hour": FINE, "day": (*FINE, "day"), "week": (*FINE, "day"), "month": (*FINE, "day")}
ORDER = ("month", "week", "day", "live", "hour", "minute")
CODES = ("spend", "roi", "cpm", "ctr", "stay_seconds", "peak_viewers", "own:指数", "own:点击率")
HOUR, DAY = 3_600, 86_400
SUNDAY = to_seconds(datetime(2026, 3, 29))


def made(random: Random) -> dict:
    grain = random.choice(("minute", "hour", "hour", "live", "day", "day", "week", "month"))
    day = SUNDAY + random.choice((0, 1, 2, 3, 3, 4, 8)) * DAY
    if grain == "week":
        day = SUNDAY + random.choice((0, 1, 7, 8)) * DAY
    elif grain == "month":
        day = to_seconds(datetime(2026, random.choice((3, 4)), 1))
    elif grain != "day":
        hour = random.choice((0, 9, 9, 11, 12, 22, 23))
        day += hour * HOUR + (grain != "hour") * random.choice((0, 3_599))
    level, by_name = random.choice((0, 1, 1, 2)), random.random() < 0.3
    campaign = random.choice((None, "1", "2")) if level else None
    account = random.choice((None, None, "A", "B"))
    live = random.choice(("夜", "夜", "早") if grain == "live" else (None, None, "早", "夜"))
    own = {"指数": random.randrange(9), "点击率": random.random()}
    row = {
        "time": day,
        "grain": grain,
        "level": level,
        "account_name" if by_name else "account": account,
        "campaign_name" if by_name else "campaign": campaign,
        "live_name" if by_name else "live": live,
        "way": random.choice((None, "买量", "热搜")),
        "marks": random.choice((None, None, None, '{"渠道":"甲"}')),
        "asked": random.choice(((), (), (), ("渠道",), ("way",))),
        "extra": random.choice((None, "{", json.dumps(own, ensure_ascii=False))),
        "peak_viewers": random.choice((None, 5, 70)),
        "stay_seconds": random.choice((None, 30.0, 80.0)),
        **{code: random.choice((None, 0, random.randrange(1, 900))) for code in FIGURES},
    }
    if grain in ("live", "day") and random.random() < 0.3:
        names = dict.fromkeys(("campaign", "campaign_name", "account", "account_name"))
        row |= names | {"level": 0, "way": "typed", "extra": None}
    return row


FIGURES = ("spend", "gmv", "views", "impressions", "clicks")


def put(book, rows: list[dict]) -> None:
    """Into the book, each with a key that names what its report has: the columns of its values and
    those that were `asked` for, though this row has nothing in them. One batch has one shape."""
    batches: dict[tuple[str, ...], int] = {}
    with book.session.writing():
        for number, row in enumerate(rows):
            values = {name: value for name, value in row.items() if name != "asked"}
            key = row_key(row["time"], row["grain"], "|".join(f"{n}=" for n in columns(row)))
            batch = batches.setdefault((*columns(row),), len(batches) + 1)
            TrafficRow.insert(key=f"{key}{number}", batch=batch, **values).execute()


def columns(row: dict) -> list[str]:
    """What the key of a row names; the goal only where it is of no campaign."""
    names = {name for name in IDENTITIES if row.get(name) is not None} | {*row["asked"]}
    if row["marks"]:
        names.add("渠道")
    if row["level"] == 1 and not names & {"campaign", "campaign_name"}:
        names.add("campaign")  # a cell with nothing in it
    if row["level"]:
        names.discard("way")
    return [IDENTITIES.get(name, name) for name in sorted(names)]


def is_part(row: dict) -> bool:
    """Whether it is what a whole day of its account or campaign has by goal, live or channel."""
    return row["grain"] in ("day", "week", "month") and is_by_more(row)


def is_by_more(row: dict) -> bool:
    return row["level"] < 2 and bool({"l", "ln", "y", "渠道"} & {*columns(row)})


def has_whole(row: dict, rows: list[dict]) -> bool:
    """Whether another row tells the whole of an hour that this one is a part of."""
    return (
        row["grain"] in ("hour", "minute")
        and is_by_more(row)
        and any(
            not is_by_more(one)
            and (one["grain"], one["level"]) == (row["grain"], row["level"])
            and one["time"] // 60 == row["time"] // 60
            and scope(one)[1] == scope(row)[1]
            and covers(scope(one), row)
            for one in rows
        )
    )


def parts_of(row: dict, code: str) -> tuple[float, ...] | None:
    """What a row adds to the sums of a measure, None where it tells nothing of it."""
    found = measure(code)
    if code.startswith("own:"):
        try:
            return float(json.loads(row["extra"])[code.removeprefix("own:")]), 1.0
        except (TypeError, ValueError):
            return None
    if found.how == "ratio":
        above, below = (row[part] for part in found.of)
        if below is None or (above is None and (found.kind != "ratio" or row["way"] != "typed")):
            return None
        return above or 0, below, above is not None
    if row[code] is None:
        return None
    if found.how == "weighted":
        weight = row["views"] or 0
        return row[code] * weight, weight, row[code], 1
    return row[code], 1


def start_of(grain: str, at: int) -> int:
    if grain == "hour":
        return at - at % HOUR
    day = from_seconds(at).date()
    if grain == "week":
        day = date.fromordinal(day.toordinal() - day.weekday())
    elif grain == "month":
        day = day.replace(day=1)
    return to_seconds(datetime(day.year, day.month, day.day))


def scope(row: dict) -> tuple[str, str]:
    return tuple(row.get(name) or row.get(f"{name}_name") or "" for name in ("account", "campaign"))


def covers(wide: tuple[str, str], row: dict) -> bool:
    account, campaign = scope(row)
    same_account = wide[0] in ("", account) or not account
    return same_account and wide[1] in ("", campaign)


def names(one: dict, row: dict) -> bool:
    """Whether two rows are of one live."""
    return any(one.get(n) and one.get(n) == row.get(n) for n in ("live", "live_name"))


def told_by(live: dict, every: list[dict]) -> tuple[set[int], int]:
    """The hours of a live's own row, before and after its begin and without a longer pause than
    two; and up to when it tells hours of no live (no row here says how long it lasted)."""
    first = start_of("hour", live["time"])
    midnight = start_of("day", first) + DAY
    hours = {
        start_of("hour", row["time"])
        for row in every
        if row["grain"] in ("minute", "hour") and names(live, row)
    }
    near = {at for at in hours if midnight - DAY <= at < first + DAY}
    if live["time"] % DAY == 0:
        told = {first, *(at for at in near if at < midnight)}
        for hour in range(midnight, midnight + DAY, HOUR):
            if hour in near and hour <= max(told) + 2 * HOUR:
                told.add(hour)
        return told, midnight
    told = {first}
    for _ in range(24):
        told |= {at for at in near if any(abs(at - one) <= 2 * HOUR for one in told)}
    return told, max(told) + HOUR if max(told) > first else midnight


def tells(live: dict, row: dict, layer: list[dict], every: list[dict]) -> bool:
    """What a live's own row tells of the finer rows: its hours by the live's name, and from its
    begin on those of none, in reports that do not name it then. Of lives those that began then."""
    begin, at = (start_of("hour", one["time"]) for one in (live, row))
    hours, until = told_by(live, every)
    if row["grain"] == "live" and at < begin:
        return False
    if row.get("live") or row.get("live_name"):
        return at in hours and names(live, row)
    named = (r for r in layer if names(live, r) and start_of("hour", r["time"]) in hours)
    return begin <= at < until and not any(named)


def by_hours(live: dict, hours: list[dict]) -> bool:
    """Whether hours tell a live by the hour: that of its begin or the next; where only its day is
    known any of that."""
    begin = start_of("hour", live["time"])
    named = {start_of("hour", row["time"]) for row in hours if names(live, row)}
    if live["time"] % DAY:
        return not named.isdisjoint({begin, begin + HOUR})
    return not named.isdisjoint(told_by(live, hours)[0])


def layer_of(row: dict) -> tuple[int, int, bool]:
    return row["level"], ORDER.index(row["grain"]), is_part(row)


def size(rows: list[dict], code: str) -> float:
    sums = added(parts_of(row, code) for row in rows)
    return sums[0] if measure(code).how == "sum" else sums[1]


def uncovered(
    rows: list[dict], grain: str, code: str, every: list[dict], *, parts_hide: bool = False
) -> list[dict]:
    """The rows of which no coarser one that counts says the same. What a day has by goal was added
    to the whole of it. By the day a live's own row hid all other hours of its day, those of other
    lives and of before it too, so that the day lost what these brought; it hid days of its
    account's campaigns, which are more than the live, and so did days by goal, live or channel,
    where a report has but some of them. By the hour it counts where no hours of it do. An hour by
    goal, live or channel was added to the whole of it."""
    if grain == "hour":
        hours = [row for row in rows if row["grain"] != "live"]
        rows = [row for row in rows if row["grain"] != "live" or not by_hours(row, hours)]
    counted: list[dict] = []
    for place in sorted({layer_of(row) for row in rows}):
        layer = [row for row in rows if layer_of(row) == place and not has_whole(row, rows)]
        found, hidden = [], defaultdict(list)
        for row in layer:
            wide = [one for one in counted if covers(scope(one), row)]
            day = start_of(grain, row["time"])
            lives = [one for one in wide if one["grain"] == "live"]
            parts = [one for one in wide if is_part(one) and one["time"] == day]
            parts = [] if grain == "hour" or parts_hide else parts
            that = wide if grain == "hour" else [one for one in wide if one not in lives]
            that = [one for one in that if one not in parts]
            if any(start_of(grain, one["time"]) == day for one in that):
                continue
            began = [scope(one) for one in lives if start_of(grain, one["time"]) == day]
            began = [scope(one) for one in parts] or began
            if row["grain"] == "day" and began:
                hidden[day, min(began)].append(row)
            elif parts:
                continue
            elif grain == "hour":
                named = row["grain"] != "live" and (row.get("live") or row.get("live_name"))
                that = [o for o in lives if o["time"] // DAY == row["time"] // DAY]
                if not (named and any(tells(o, row, layer, rows) for o in that)):
                    found.append(row)
            elif row["grain"] == "day" or not any(tells(o, row, layer, every) for o in lives):
                found.append(row)
        for (day, wide), days in hidden.items():
            lives = [
                one
                for one in counted
                if (one["grain"] == "live" or is_part(one))
                and scope(one) == wide
                and start_of(grain, one["time"]) == day
            ]
            if size(days, code) > size(lives, code):
                counted = [one for one in counted if one not in lives]
                found += days
        counted += found
    return counted


def key_of(row: dict, kind: str) -> str | None:
    return row.get(kind) or (row.get(f"{kind}_name") if kind != "way" else None)


def chosen(rows: list[dict], code: str, span: tuple, parts: list | None) -> list[dict]:
    start, end = span
    return [
        row
        for row in rows
        if (start is None or row["time"] >= start)
        and (end is None or row["time"] < end)
        and parts_of(row, code) is not None
        and (parts is None or any(key_of(row, kind) == key for kind, key in parts))
    ]


def counting(rows: list[dict], code: str, grain: str, span: tuple, parts: list | None) -> list:
    """The rows of reports that count in a span, where a live of the day before may go on."""
    start, end = span
    earlier = (None if start is None else start - DAY, end)
    some = [row for row in chosen(rows, code, earlier, parts) if row["way"] != "typed"]
    found = uncovered([row for row in some if row["grain"] in USABLE[grain]], grain, code, rows)
    return chosen(found, code, span, parts)


def due(rows: list[dict], code: str, grain: str, span=(None, None), parts=None) -> dict:
    some = chosen(rows, code, span, parts)
    reports = [row for row in some if row["way"] != "typed" and row["grain"] in USABLE[grain]]
    counted = counting(rows, code, "hour" if grain == "hour" else "day", span, parts)
    typed = [row for row in some if row["way"] == "typed" and row["grain"] in USABLE[grain]]
    # Weeks that begin on Sundays stay so where nothing finer is there.
    exact = grain == "week" and not reports and not typed
    found = defaultdict(list)
    if grain in ("week", "month"):
        whole = [row for row in some if row["grain"] == grain]
        if grain == "week":  # a week of its own is that of the nearest Monday
            near = {id(row): row["time"] if exact else monday_near(row["time"]) for row in whole}
        else:
            near = {id(row): start_of("month", row["time"]) for row in whole}
        kept: list[dict] = []
        for row in sorted(whole, key=layer_of):
            same = [r for r in kept if near[id(r)] == near[id(row)] and layer_of(r) < layer_of(row)]
            if not any(covers(scope(r), row) for r in same):
                kept.append(row)
                found[near[id(row)]].append(parts_of(row, code))
        counted = [
            row
            for row in counted
            if not any(
                near[id(r)] == start_of(grain, row["time"]) and covers(scope(r), row) for r in kept
            )
        ]
    for row in (*counted, *typed):
        found[start_of(grain, row["time"])].append(parts_of(row, code))
    return {at: added(parts) for at, parts in found.items()}


def monday_near(at: int) -> int:
    return start_of("week", at + 3 * DAY)


SPANS = [(None, None), (SUNDAY + 3 * DAY, None), (None, SUNDAY + 3 * DAY), (SUNDAY, SUNDAY + DAY)]
PARTS = [None, [], [("campaign", "1")], [("live", "夜"), ("way", "热搜")]]


@pytest.mark.parametrize("seed", range(16))
@pytest.mark.parametrize("grain", USABLE)
def test_a_series_counts_each_row_that_no_coarser_one_covers(book, seed, grain):
    random = Random(seed)
    rows = [made(random) for _ in range(random.choice((3, 40, 150)))]
    put(book, rows)
    for code in CODES:
        for span, parts in zip(SPANS, random.sample(PARTS, 4), strict=True):
            sums = due(rows, code, grain, span, parts)
            series = book.reader.traffic.series(code, grain, *span, parts=parts)
            values = {at: value_of(measure(code), sums[at]) for at in sorted(sums)}
            told = {at: value for at, value in values.items() if value is not None}
            assert [*series.times] == [*told]
            assert [*series.values] == pytest.approx([*told.values()])
            assert series.whole == pytest.approx(added(sums.values()))


@pytest.mark.parametrize("seed", range(3))
def test_campaigns_and_what_a_return_counts_of_some_hours(book, seed):
    random = Random(seed)
    rows = [made(random) for _ in range(150)]
    put(book, rows)
    reports = [row for row in rows if row["way"] != "typed"]
    span = SUNDAY + DAY, SUNDAY + 5 * DAY
    for code in ("spend", "roi"):
        named = [row for row in reports if scope(row)[1]]
        found = defaultdict(list)
        for row in counting(named, code, "day", span, None):
            found[start_of("day", row["time"]), scope(row)[1]].append(parts_of(row, code))
        values = {key: value_of(measure(code), added(sums)) for key, sums in found.items()}
        told = {key: value for key, value in values.items() if value is not None}
        days = book.reader.traffic.by_campaign(code, *span)
        by_day = {
            (day, key): value for day, of_day in days.items() for key, value in of_day.items()
        }
        assert by_day == pytest.approx(told)
    for hour, parts in ((0, None), (9, None), (23, [("campaign", "1")])):
        start, end = SUNDAY + 3 * DAY + hour * HOUR, SUNDAY + 4 * DAY + 10 * HOUR
        some = chosen(reports, "roi", (start - start % DAY, end), parts)
        days = [row for row in some if row["grain"] == "day"]
        days = uncovered(days, "day", "roi", rows, parts_hide=True)
        spent = 0.0
        for code, place, by_day in (("roi", 1, False), ("spend", 0, True)):
            fine = chosen(reports, code, (start, end), parts)
            for row in uncovered([r for r in fine if r["grain"] in FINE], "hour", code, rows):
                same = [d for d in days if d["time"] == start_of("day", row["time"])]
                if any(covers(scope(d), row) for d in same) is by_day:
                    spent += parts_of(row, code)[place]
        assert book.reader.traffic.spent_within("roi", start, end, parts) == spent


@pytest.mark.parametrize("grain", ["minute", "live", "year", ""])
def test_there_is_no_series_by_any_other_grain(book, grain):
    with pytest.raises(ValueError, match="no series"):
        book.reader.traffic.series("spend", grain)


@pytest.mark.parametrize("layers", [1, 9])
@pytest.mark.parametrize("seed", range(4))
def test_hours_that_are_read_at_once_are_those_of_the_series(book, seed, layers):
    random = Random(seed)
    rows = [made(random) for _ in range(60)]
    if layers == 1:
        rows = [row for row in rows if (row["grain"], row["level"]) in {("hour", 1), ("day", 1)}]
    put(book, rows)
    codes = ("spend", "views", "clicks", "stay_seconds", "peak_viewers")
    for start, end in ((SUNDAY - DAY, SUNDAY + 9 * DAY), (SUNDAY + 3 * DAY, SUNDAY + 4 * DAY)):
        found = book.reader.alarms.hours(codes, start, end)
        assert [*found] == [*codes]
        for code, hours in found.items():
            series = book.reader.traffic.series(code, "hour", start, end)
            assert hours == pytest.approx(dict(zip(series.times, series.values, strict=True)))
    assert book.reader.alarms.hours((), SUNDAY, SUNDAY + DAY) == {}


@pytest.mark.parametrize("seed", range(4))
def test_a_campaign_has_its_hours_by_its_own_rows_and_else_by_its_units(book, seed):
    random = Random(seed)
    rows = [made(random) for _ in range(60)]
    put(book, rows)
    start, end = SUNDAY + DAY, SUNDAY + 5 * DAY
    fine = [row for row in rows if row["grain"] in FINE and start <= row["time"] < end]
    keys = sorted({key for row in fine if (key := key_of(row, "campaign"))})
    due = []
    for key in keys:
        mine = [row for row in fine if key_of(row, "campaign") == key]
        own = [row for row in mine if row["level"] == min(row["level"] for row in mine)]
        for hour in sorted({start_of("hour", row["time"]) for row in own}):
            inside = [row for row in own if start_of("hour", row["time"]) == hour]
            views = [row["views"] for row in inside if row["views"] is not None]
            spend = sum(row["spend"] or 0 for row in inside)
            due.append((key, hour, spend, sum(views) if views else None))
    found = book.reader.alarms.campaign_hours("views", start, end)
    assert [(one.key, one.at, one.spend, one.views) for one in found] == due
    assert all(one.name == one.key for one in found)
