"""The deposit curve: steps, entry dots, days below the line."""

from __future__ import annotations

import numpy as np
import pytest

from ksdesk.charts import deposit, reading
from ksdesk.charts.palette import DARK, LIGHT
from ksdesk.charts.track import axis_times
from tests.charts.drawn import day, drawn, has_colour, ledger, near_colour, rows_of, words_of


def seconds(text: str) -> float:
    return float(axis_times(np.asarray([day(text)]))[0])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_steps_dots_and_shade_are_drawn(palette) -> None:
    pixels = rows_of(drawn(ledger(), 694, 134, palette=palette))
    for token in ("series_1", "shade", "bad"):
        assert has_colour(pixels, palette[token]), token
    assert near_colour(pixels, palette["series_2"])


def test_months_and_amounts() -> None:
    words = words_of(drawn(ledger(), 694, 134))
    assert {"3,000", "2,000", "1,000", "0", "7月", "11月"} <= set(words)
    assert "Nov" in words_of(drawn(ledger("en"), 694, 134))


def test_only_the_days_below_a_known_line_are_shaded() -> None:
    plot = drawn(ledger())
    assert [(shade.start, shade.end) for shade in plot.shades] == [
        (seconds("11-14"), seconds("11-18T10:20"))
    ]


def test_neighbouring_stretches_below_become_one() -> None:
    balance = (np.array([0.0, 2.0, 4.0]), np.array([1.0, 2.0, 9.0]))
    required = (np.array([0.0, 3.0]), np.array([5.0, 6.0]))
    assert deposit.below(balance, required) == [(0.0, 4.0)]


def test_the_balance_holds_between_entries() -> None:
    here = reading.reading_of(drawn(ledger()), seconds("08-08"))
    assert [row.text for row in here.rows] == ["¥1,500.00", "¥1,500.00"]
    before = reading.reading_of(drawn(ledger()), seconds("05-01"))
    assert [row.text for row in before.rows] == ["–", "–"]


def test_an_entry_is_found_under_its_dot() -> None:
    plot = drawn(ledger())
    found = reading.dot_at(plot, plot.x(seconds("11-14")) + 2, plot.panels[0].y(276400) - 2)
    assert found is not None and found.ref == 3 and found.bad
    assert reading.dot_at(plot, plot.left, plot.top) is None


def test_no_entry_and_no_line() -> None:
    plot = drawn(ledger(entries=[], required=[], empty="还没有一笔"))
    assert "还没有一笔" in words_of(plot)
    rows_of(plot)
