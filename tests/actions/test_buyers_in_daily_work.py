"""Shipping and after-sales keep no buyer: every file of the data folder is searched for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from test_buyers_forgotten import NOTES, found_in, table

from ksdesk.actions import aftersales, backups, imports, reviews
from ksdesk.actions.orders import shipping
from ksdesk.actions.orders.number_tables import tables_of_numbers
from ksdesk.actions.reviews import checklist
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.imports import Source
from ksdesk.domain.orders.numbers import read_numbers
from ksdesk.domain.reviews.broadcasts import Broadcast
from ksdesk.domain.reviews.checklist import CheckItem

SAID = f"买家说：{NOTES[0]}；{NOTES[1]}，身份证11010519491231002X，座机029-88880000"
LABELS = """订单编号,快递公司,快递单号,收件人,电话,收货地址
1,顺丰,SF1234567890,王小明,13812345671,陕西省西安市雁塔区人民路12号
2,中通,78901234567890,李雷雷,13912345672,浙江省杭州市西湖区文三路34号
"""


@pytest.fixture
def sold(book, paths, now):
    """Two orders with all that a file says of their buyers."""
    for kind in ("orders", "aftersales"):
        source = Source("a.csv", text=table(kind))
        seen = imports.preview(book, source, kind=kind, staging=paths.staging, now=now)
        imports.commit(book, seen, now=now)
    return book


def test_shipping_keeps_no_buyer(sold, paths, now, tmp_path):
    """The platform prints the labels: of a print shop's table order, courier and number stay."""
    file = tmp_path / "面单.csv"
    file.write_text(LABELS, encoding="utf-8")
    numbered = read_numbers("\n".join(tables_of_numbers([file])), ("1", "2"))
    given = [(one.order_no, one.courier, one.number) for one in numbered]
    assert [one[2] for one in given] == ["SF1234567890", "78901234567890"]
    shipping.check(sold, ["1", "2"], ["flaw", "packed"])
    shipping.announce(sold, ["1"], now)
    shipping.number(sold, given, now)
    shipping.sent(sold, ["1", "2"], now)
    backups.back_up(sold, paths.backups, "manual", now)
    assert found_in(paths.data) == set()


def test_what_is_typed_as_the_courier_keeps_no_phone(sold, paths, now):
    """The field stood above the first scan."""
    shipping.number(sold, [("1", "顺丰 13812345671", "SF1234567890")], now)
    (parcel,) = sold.reader.order_work.of(["1"])["1"].parcels
    assert parcel.courier.startswith("顺丰") and parcel.number == "SF1234567890"
    assert found_in(paths.data) == set()


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    "buyer", ["王小明 13812345671 人民路12号", "王小明", "13812345671", "11010519491231002X"]
)
def test_a_pasted_line_with_the_buyer_in_it_keeps_the_number_alone(sold, paths, now, place, buyer):
    """What stood before the courier was taken for one, and a phone for the number."""
    cells = ["1", "顺丰", "SF1234567890"]
    cells.insert(place, buyer)
    (one,) = read_numbers("\t".join(cells), ("1", "2"))
    assert (one.order_no, one.courier, one.number) == ("1", "顺丰", "SF1234567890")
    shipping.number(sold, [(one.order_no, one.courier, one.number)], now)
    assert found_in(paths.data) == set()


def test_after_sales_keep_no_buyer(sold, paths, now):
    file = CaseFile("1", "1", reason=SAID, note=SAID, opened_at=now)
    made = aftersales.open_case(sold, file, now)
    case = replace(file, id=made.ref)
    aftersales.step(sold, case, "buyer", SAID, "calm", {}, now)
    aftersales.find_out(sold, case, {"checked": ("photos",), "fault": "mine"}, now)
    aftersales.promise(sold, case, 2, SAID, now)
    aftersales.close(sold, case, "refunded", 500, now)
    assert found_in(paths.data) == set()


def test_reviews_and_the_list_for_fans_keep_no_buyer(book, paths, now):
    live = Broadcast(kind="live", began_at=now, name=SAID)
    number = reviews.note_down(book, live, now).ref
    reviews.finish(book, number, SAID, [SAID], now)
    checklist.arrange(book, [CheckItem(asked="daily", since=date(2026, 11, 18), words=SAID)], now)
    assert found_in(paths.data) == set()


def test_the_secrets_are_found_where_they_stand(tmp_path):
    """The search itself: a leak would be seen."""
    (tmp_path / "a").write_text(SAID, encoding="utf-8")
    assert {"王小明", "李雷雷", "13812345671", "xiaoyu_wx", "人民路12号"} <= found_in(tmp_path)
