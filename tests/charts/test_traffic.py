"""The traffic curve, drawn to pixels and asked."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.figure import Figure

from ksdesk.charts import reading
from ksdesk.charts.palette import DARK, LIGHT
from ksdesk.charts.ticks import DAY, HOUR
from ksdesk.charts.track import Track, axis_times, in_order
from ksdesk.charts.traffic import ChartSeries, share_axes
from ksdesk.charts.words import Word
from tests.charts.drawn import HOURS, day, drawn, has_colour, hourly, rows_of, words_of


def seconds(text: str) -> float:
    return float(axis_times(np.asarray([day(text)]))[0])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(728, 290), (468, 246)])
def test_everything_is_drawn_in_its_colour(palette, size) -> None:
    pixels = rows_of(drawn(hourly(), *size, palette=palette))
    assert pixels.shape[:2] == (size[1], size[0])
    for token in ("surface", "series_1", "series_2", "shade", "grid", "axis"):
        assert has_colour(pixels, palette[token]), token


def test_a_range_that_is_asked_for_before_the_chart_has_its_place_is_shown_then() -> None:
    """A key that opened an alarm at a curve not yet laid out divided by its width of nothing."""
    plot = hourly()(Figure(), palette=LIGHT, scale=1.0)
    wanted = (seconds("11-14"), seconds("11-16"))
    plot.show(*wanted)
    plot.arrange(728, 290)
    assert plot.view == wanted
    assert "15 周日" in words_of(plot) and "18 周三" not in words_of(plot)


def test_the_words_of_the_looks() -> None:
    words = words_of(drawn(hourly()))
    for word in ("2,000", "0", "12 周四", "18 周三", "疑似异常", "11-15 20–24点", "直播", "花费"):
        assert word in words
    assert "¥48" in words


def test_english_days() -> None:
    words = words_of(drawn(hourly("en")))
    assert "12 Thu" in words and "18 Wed" in words


def test_words_stay_within_the_picture() -> None:
    for width in (300, 468, 728, 1400):
        plot = drawn(hourly(), width, 290)
        rows_of(plot)
        assert words_of(plot)
        for text in plot.figure.findobj(Word):
            box = text.get_window_extent()
            assert box.x0 >= -1 and box.x1 <= width + 1, text.get_text()


def test_a_screen_with_more_dots_draws_the_same_sharper() -> None:
    assert rows_of(drawn(hourly()), 2.0).shape[:2] == (580, 1456)


def test_a_campaign_with_formula_signs_and_emoji_draws() -> None:
    plot = drawn(hourly(series=[ChartSeries("v", "$100 起 ^_^ 🎁", HOURS, np.ones(len(HOURS)))]))
    rows_of(plot)
    assert plot.legend[0].label == "$100 起 ^_^"
    only = drawn(hourly(series=[ChartSeries("v", "🎁", HOURS, np.ones(len(HOURS)))]))
    assert only.legend[0].label == "–"


def test_measures_of_one_scale_share_an_axis() -> None:
    times = HOURS[:3]
    one = ChartSeries("a", "a", times, np.array([1.0, 2.0, 100.0]))
    near = ChartSeries("b", "b", times, np.array([20.0, 2.0, 10.0]))
    small = ChartSeries("c", "c", times, np.array([1.0, 2.0, 3.0]))
    share = ChartSeries("d", "d", times, np.array([0.1, 0.2, 0.3]), unit="percent")
    groups = [[s.name for s in group] for group in share_axes([one, near, small, share])]
    assert groups == [["a", "b"], ["c"], ["d"]]


def test_each_scale_gets_a_panel_and_each_measure_a_dash() -> None:
    values = np.linspace(1, 900, len(HOURS))
    plot = drawn(
        hourly(
            series=[
                ChartSeries("views", "观看", HOURS, values),
                ChartSeries("clicks", "商品点击", HOURS, values / 2),
                ChartSeries("fans", "新增粉丝", HOURS, values / 100),
            ]
        ),
        728,
        420,
    )
    assert [len(panel.tracks) for panel in plot.panels] == [3, 1, 1]
    mains = [track for track in plot.tracks if track.role == "main"]
    assert len({track.dash for track in mains}) == 3
    assert len({track.colour for track in mains}) == 3
    tops = [panel.top for panel in plot.panels]
    assert tops == sorted(tops) and plot.panels[-1].bottom < 420
    assert "观看 · 商品点击" in words_of(plot)
    pixels = rows_of(plot)
    assert all(has_colour(pixels, track.colour) for track in mains)


def test_a_gap_is_no_line() -> None:
    values = np.full(len(HOURS), 100.0)
    values[40:60] = np.nan
    plot = drawn(
        hourly(series=[ChartSeries("views", "观看", HOURS, values)], previous=None, spend=None)
    )
    pixels = rows_of(plot)
    y = round(plot.panels[0].y(100.0))

    def line_at(index: int) -> bool:
        x = int(plot.x(float(axis_times(HOURS)[index]) + HOUR / 2))
        # Smoothed edges: the blue of a line is nowhere near grey or white in red.
        return bool((pixels[y - 2 : y + 3, x : x + 1, 0] < 120).any())

    assert line_at(20) and line_at(80)
    assert not line_at(50)


def test_missing_rows_are_a_gap_as_well() -> None:
    kept = np.r_[HOURS[:40], HOURS[60:]]
    plot = drawn(hourly(series=[ChartSeries("views", "观看", kept, np.full(len(kept), 9.0))]))
    assert np.isnan(plot.tracks[0]._ys).sum() == 1


@pytest.mark.parametrize("count", [0, 1, 5])
def test_nothing_known_says_so(count: int) -> None:
    nothing = ChartSeries("views", "观看", HOURS[:count], np.full(count, np.nan))
    plot = drawn(hourly(series=[nothing], spend=None, previous=None))
    rows_of(plot)
    assert plot.nothing
    assert "这段时间没有数" in words_of(plot)
    assert reading.summaries(plot) == ()


def test_no_series_at_all_still_draws_its_days() -> None:
    plot = drawn(hourly(series=[], spend=None, previous=None))
    assert "12 周四" in words_of(plot)
    assert reading.reading(plot, seconds("11-15")) is None
    assert reading.edge(plot, last=True) is None


def test_one_point_is_a_dot() -> None:
    plot = drawn(
        hourly(
            series=[ChartSeries("v", "观看", HOURS[90:91], np.array([5.0]))],
            spend=None,
            previous=None,
        )
    )
    pixels = rows_of(plot)
    x = int(plot.x(float(axis_times(HOURS)[90]) + HOUR / 2))
    y = int(plot.panels[0].y(5.0))
    assert has_colour(pixels[y - 2 : y + 3, x - 2 : x + 3], LIGHT["series_1"])


def test_zeros_only_and_negatives() -> None:
    zero = drawn(hourly(series=[ChartSeries("v", "v", HOURS, np.zeros(len(HOURS)))], previous=None))
    assert "0" in words_of(zero)
    below = drawn(
        hourly(
            series=[
                ChartSeries("v", "净赚", HOURS, np.linspace(-90000, 90000, len(HOURS)), unit="fen")
            ]
        )
    )
    assert any(word.startswith("−") for word in words_of(below))


def test_moments_without_a_grain() -> None:
    times = np.datetime64("2014-07-01", "s") + np.arange(50_000) * np.timedelta64(300, "s")
    plot = drawn(hourly(series=[ChartSeries("v", "v", times, np.arange(50_000.0))], grain="raw",
                        span=None, spend=None, previous=None, shades=(), marks=()))  # fmt: skip
    assert len(plot.tracks[0]._line.get_xdata()) <= 4 * 728
    here = reading.reading(plot, float(axis_times(times)[100]) + 10)
    assert here is not None and here.rows[0].text == "100"


def test_zooming_draws_the_points_in_between_again() -> None:
    times = np.datetime64("2014-07-01", "s") + np.arange(200_000) * np.timedelta64(60, "s")
    long = ChartSeries("v", "v", times, np.arange(200_000.0) % 97)
    plot = drawn(
        hourly(
            series=[long], grain="raw", span=None, spend=None, previous=None, shades=(), marks=()
        )
    )
    start = float(axis_times(times)[1000])
    plot.show(start, start + 600)
    xs = np.asarray(plot.tracks[0]._line.get_xdata())
    assert ((xs >= start) & (xs <= start + 600)).sum() == 11


def test_reading_names_the_hour_and_all_series() -> None:
    plot = drawn(hourly())
    here = reading.reading(plot, seconds("11-15T21") + 1700)
    assert here is not None
    assert here.title == "11-15 周日 21 点"
    assert [row.label for row in here.rows] == ["观看", "上一段", "花费"]
    assert here.rows[0].text == "2,162" and here.rows[2].text == "¥48.00"
    assert [row.dot for row in here.rows] == [True, False, False]
    assert plot.top <= here.rows[0].y <= plot.bottom


def test_reading_outside_the_data_takes_the_nearest() -> None:
    plot = drawn(hourly())
    last = reading.reading(plot, plot.full[1])
    assert last is not None and last.title == "11-18 周三 9 点"
    assert reading.neighbour(plot, last.time, forward=True) == last.time
    assert reading.neighbour(plot, last.time, forward=False) == last.time - HOUR
    assert reading.edge(plot, last=False) == seconds("11-12T00")


def test_a_series_without_that_hour_reads_a_dash() -> None:
    plot = drawn(hourly(spend=ChartSeries("spend", "花费", HOURS[:10], np.ones(10), unit="fen")))
    here = reading.reading(plot, seconds("11-15T21") + 1800)
    assert here is not None and here.rows[-1].text == "–" and here.rows[-1].y is None


def test_the_shade_is_found_under_its_pixel() -> None:
    plot = drawn(hourly())
    middle = plot.x(seconds("11-15T22"))
    found = reading.shade_at(plot, middle)
    assert found is not None and found.ref == 7
    assert reading.shade_at(plot, plot.x(seconds("11-13"))) is None
    assert abs(plot.time_at(middle) - seconds("11-15T22")) < 1


def test_summary_says_highest_lowest_last() -> None:
    first = reading.summaries(drawn(hourly()))[0]
    assert (first.label, first.highest, first.highest_at) == ("观看", "2,162", "11-15 周日 21 点")


def test_value_axis_follows_what_is_in_sight() -> None:
    plot = drawn(hourly())
    before = plot.panels[0].high
    plot.show(seconds("11-12"), seconds("11-13"))
    assert plot.panels[0].high < before / 5
    fitted = plot.panels[0].high
    plot.show(seconds("11-15"), seconds("11-16"), fit=False)
    assert plot.panels[0].high == fitted


def test_times_out_of_order_and_infinities() -> None:
    xs, ys = in_order(np.array([3.0, 1.0, 2.0]), np.array([np.inf, 1.0, 2.0]))
    assert xs.tolist() == [1.0, 2.0, 3.0]
    assert np.isnan(ys[2])
    with pytest.raises(ValueError, match="differ"):
        in_order(np.array([1.0]), np.array([1.0, 2.0]))


def test_days_and_weeks_stand_in_their_middle() -> None:
    track = Track("v", "v", "count", np.array([day("11-12")]), np.ones(1), "#000000", grain=DAY)
    assert track._xs[0] == seconds("11-12") + DAY / 2
    assert track.value_at(seconds("11-12")) == 1.0
    assert np.isnan(track.value_at(seconds("11-13")))
