"""The running order as a page: words are escaped, nothing is lost."""

from __future__ import annotations

from ksdesk.exports.running import RunningRow, running_page


def test_titles_cannot_become_markup():
    row = RunningRow("<b>柿饼</b> & 茶", "先试吃", "59.90", "", "3")
    page = running_page("周三 <晚>", "1 件", ("", "商品", "价", "原价", "库存"), [row], "ksdesk")
    assert "&lt;b&gt;柿饼&lt;/b&gt; &amp; 茶" in page
    assert "周三 &lt;晚&gt;" in page
    assert "<s>" not in page
