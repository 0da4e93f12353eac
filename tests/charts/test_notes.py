"""What the seller wrote stands on the curve: whole, wrapped or cut, and never over another word."""

from __future__ import annotations

import pytest

from ksdesk.charts import picture
from ksdesk.charts.traffic import ChartEvent
from ksdesk.charts.words import Word
from tests.charts.drawn import day, drawn, hourly, rows_of, words_of

LONG = "改价 柿饼 59.9 改成 49.9，满两件再减 5 元，直播间里讲了三遍，评论区置顶"


def noted(*marks: tuple[str, str]):
    events = [ChartEvent(day(at), "直播", n, text) for n, (at, text) in enumerate(marks)]
    return hourly(marks=[*events, ChartEvent(day("11-17T19"), "直播")])


def boxes(plot) -> list[tuple[float, float, float, float, str]]:
    rows_of(plot)
    found = []
    for word in plot.figure.findobj(Word):
        if word.get_text():
            box = word.get_window_extent()
            found.append((box.x0, box.x1, box.y0, box.y1, word.get_text()))
    return found


def overlapping(plot) -> list[tuple[str, str]]:
    all_of = boxes(plot)
    return [
        (one[4], other[4])
        for n, one in enumerate(all_of)
        for other in all_of[n + 1 :]
        if one[0] < other[1] - 1
        and other[0] < one[1] - 1
        and one[2] < other[3] - 2
        and other[2] < one[3] - 2
    ]


def test_a_short_note_stands_whole_beside_its_line() -> None:
    words = words_of(drawn(noted(("11-13T19", "直播 柿饼专场"))))
    assert "直播 柿饼专场" in words and "直播" in words, "a plain event keeps its word"


def test_a_long_note_is_wrapped_and_then_cut() -> None:
    words = words_of(drawn(noted(("11-13T19", LONG))))
    first, second = (word for word in words if len(word) > 6 and word.rstrip("…") in LONG)
    assert second.endswith("…")
    assert LONG.replace(" ", "").startswith(f"{first}{second[:-1]}".replace(" ", ""))


@pytest.mark.slow
@pytest.mark.parametrize("width", [300, 468, 728, 1400])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_many_notes_lie_over_no_other_word(width, scale) -> None:
    marks = [(f"11-{14 + n // 4}T{n % 4 * 6:02}", f"第 {n} 条：{LONG}") for n in range(12)]
    plot = drawn(noted(*marks), width, 320, scale=scale)
    assert overlapping(plot) == []
    assert any(word.startswith("第 0 条") for word in words_of(plot))
    for left, right, _low, _high, text in boxes(plot):
        assert left >= -1 and right <= width + 1, text


def test_a_note_at_either_edge_and_one_of_emoji_alone_draw() -> None:
    plot = drawn(noted(("11-12T00", "开头"), ("11-18T23", "结尾"), ("11-15T02", "🎁")))
    assert {"开头", "结尾"} <= set(words_of(plot))
    assert overlapping(plot) == []


def test_the_exported_picture_has_the_words() -> None:
    made = picture.picture(noted(("11-13T19", "直播 柿饼专场")), 728, 290)
    assert "直播 柿饼专场" in words_of(made)
