"""Tables in web pages, laid out as a browser shows them."""

from __future__ import annotations

import pytest

from ksdesk.domain.imports import ImportProblem
from ksdesk.importers.files import html_tables


def rows(text, block=1 << 20):
    blocks = (text[at : at + block] for at in range(0, len(text), block))
    found = list(html_tables.rows(blocks))
    assert [number for number, _row in found] == list(range(1, len(found) + 1))
    return [row for _number, row in found]


def refused(text):
    with pytest.raises(ImportProblem) as caught:
        rows(text)
    return caught.value.code, dict(caught.value.facts)


@pytest.mark.parametrize(
    ("table", "laid_out"),
    [
        ("<tr><td>a<td>b", [["a", "b"]]),
        ("<tr><th>a</th><td>b</td></tr><tr><td>c</td></tr>", [["a", "b"], ["c"]]),
        ("<td>a<td>b<tr><td>c", [["a", "b"], ["c"]]),
        ("<tr></tr><tr><td>a", [[], ["a"]]),
        ("<tr><td> a \n\t b <br>c&amp;d&nbsp;</td></tr>", [["a b c&d"]]),
        # across
        ("<tr><td colspan=3>a<td>b", [["a", "", "", "b"]]),
        ("<tr><td colspan=0>a<td colspan=x>b<td colspan>c", [["a", "b", "c"]]),
        # down: a name stands in each line, a figure in the first
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["a", "c"], ["d"]]),
        ("<tr><td>b<td rowspan=3>a<tr><td>c<tr><td>d", [["b", "a"], ["c", "a"], ["d", "a"]]),
        ("<tr><td rowspan=2>5.5<td>b<tr><td>c", [["5.5", "b"], ["", "c"]]),
        ("<tr><td rowspan=2>24041234<td>b<tr><td>c", [["24041234", "b"], ["24041234", "c"]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", [["a", "b"], ["a", "c"], ["a", "d"]]),
        ("<tr><td rowspan=1>a<tr><td>b", [["a"], ["b"]]),
        # both
        (
            "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d",
            [["a", "", "b"], ["a", "", "c"], ["d"]],
        ),
        ("<tr><td>a<td>b<td rowspan=2>c<tr><td>d", [["a", "b", "c"], ["d", "", "c"]]),
        (
            "<tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e",
            [["a", "b", "c"], ["a", "b", "d"], ["a", "e"]],
        ),
        # no cell reaches out of its group or table
        ("<tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c", [["a", "b"], ["c"]]),
        ("<thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c", [["a", "b"], ["c"]]),
        ("<tr><td rowspan=9>a<td>b</table><table><tr><td>c", [["a", "b"], ["c"]]),
        # what stands in a cell
        ("<tr><td>a<table><tr><td>in</td></tr></table>b<td>c", [["ainb", "c"]]),
        ("<tr><td>a<table><tr><th>x<tbody></thead></table>b<td>c", [["axb", "c"]]),
        ("<tr><td>a<style>b</style>c<script>d</script>e", [["ace"]]),
        ("<tr><td>a<style>b</style></head></title>c", [["ac"]]),
        ("text<tr>text<td>a</td>text<td>b</td>text</tr>text", [["a", "b"]]),
    ],
)
@pytest.mark.parametrize("block", [5, 1 << 20])
def test_how_a_table_is_laid_out(table, laid_out, block):
    assert rows(f"<table>{table}</table>", block) == laid_out


@pytest.mark.parametrize(
    ("start", "page"),
    [
        ("<table>", True),
        ("<HTML>", True),
        ("<!DOCTYPE html>", True),
        (" \r\n\t<html", True),
        ("<?xml version='1.0'?>\n<!-- a -->\n <html>", True),
        ("<!-- a comment longer than what is looked at", True),
        ("<div>", True),
        ("日期,花费", False),
        ("<svg>", False),
        ("x <table>", False),
        ("", False),
    ],
)
def test_what_begins_like_a_page(start, page):
    assert html_tables.begins(start.encode()) == page
    assert html_tables.begins(start.encode("utf-8-sig")) == page
    assert html_tables.begins(start.encode("utf-16")) == page


def test_a_cell_as_long_as_it_may_be():
    most = 131_072
    assert [len(cell) for cell in rows(f"<table><tr><td>{'x' * most}<td>y")[0]] == [most, 1]
    long = f"<table>\n<tr><td>a\n<tr><td>{'x' * most}<br>"
    assert refused(long) == ("cell_too_long", {"line": 3})


def test_a_row_as_wide_as_it_may_be_names_its_line():
    assert refused("<table>\n<tr>" + "<td>x" * 2_001 + "<tr>") == ("line_too_long", {"line": 2})
    assert refused("<table><tr><td colspan=1999>x<td colspan=2>y</td>")[0] == "line_too_long"
    assert len(rows("<table><tr><td colspan=1999>x<td>y</td>")[0]) == 2_000


def test_tables_within_tables():
    assert rows("<table>" * 8 + "</table>" * 7 + "<tr><td>a") == [["a"]]
    assert refused("<table>" * 9)[0] == "damaged"
    assert rows("</table>" * 3 + "<table><tr><td>a") == [["a"]]


def test_text_that_never_ends_is_not_kept():
    tag = "<table><tr><td " + "x" * ((1 << 20) - 200)
    assert rows(tag + ">a") == [["a"]]
    assert refused(tag + "x" * 300)[0] == "line_too_long"
