"""What went back of orders: settled, else by after-sales cases that ended so, never their sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ksdesk.domain.orders.refunds import is_apart, largest, later_cases, settled_back
from ksdesk.storage.damage import known, nth_day, whole
from ksdesk.storage.ended_cases import CASES, FILES, ended_cases
from ksdesk.storage.session import Session
from ksdesk.storage.several import batches, by_order, marks


def refunds(session: Session, order_nos: Sequence[str] | None = None) -> dict[str, int]:
    """What went back of some orders or of all, by their numbers, in fen, as profit and month count
    it; called inside a reading block.
    """
    named = "" if order_nos is None else f"AND order_no IN ({marks(order_nos)})"
    values = tuple(order_nos or ())
    found = _settled(session, named, values)
    given = _given(session, named, values)
    for some in batches([*given]):
        for order_no, more in _beyond(session, some, given, found):
            found[order_no] = found.get(order_no, 0) + more
    return found


def _settled(session: Session, named: str, values: Sequence[str]) -> dict[str, int]:
    """What settlements took off, by order."""
    found: dict[str, int] = {}
    several = []
    sql = f"""SELECT order_no, sum(refund), count(DISTINCT time / 86400) FROM settlement_row
        WHERE refund > 0 {named} GROUP BY order_no"""
    for order_no, fen, days in session.db.execute_sql(sql, values):
        found[order_no] = fen
        if days > 1:  # the later may tell the whole anew
            several.append(order_no)
    for some in batches(several):
        found.update(_told_anew(session, some))
    return found


_Given = list[tuple[date, int, str]]
"""Cases that ended with money back: the day, the fen, the goods."""


def _given(session: Session, named: str, values: Sequence[str]) -> dict[str, _Given]:
    """What cases gave back, by order."""
    cases, files = (
        by_order(
            session.db.execute_sql(
                f"SELECT {columns} FROM {table} WHERE order_no <> '' {named}", values
            )
        )
        for columns, table in ((CASES, "aftersales_row"), (FILES, "aftersales_file"))
    )
    given = {}
    for order_no in cases.keys() | files.keys():
        ended = ended_cases(cases.get(order_no, ()), files.get(order_no, ()))
        given[order_no] = [(case.on, case.refund or 0, case.item or case.name) for case in ended]
    return given


def _beyond(
    session: Session,
    order_nos: Sequence[str],
    given: Mapping[str, _Given],
    back: Mapping[str, int],
) -> Iterator[tuple[str, int]]:
    """What cases gave back beyond what is settled (`back`), of the orders where they did."""
    last = f"""SELECT order_no, max(time) / 86400 FROM settlement_row
        WHERE order_no IN ({marks(order_nos)}) GROUP BY order_no"""
    found = session.db.execute_sql(last, order_nos)
    settled = {order_no: nth_day(whole(day)) for order_no, day in found}
    sooner = [n for n, day in settled.items() if any(on <= day for on, _, _ in given[n])]
    found_goods = _of_goods(session, sooner) if sooner else ()
    goods = {order_no: (paid, told) for order_no, paid, told in found_goods}
    for order_no in order_nos:
        paid, told = goods.get(order_no, ({}, {}))
        known_paid = {of: fen for of, fen in paid.items() if fen is not None}
        most = {of: largest(fen for _, fen, _ in rows) for of, rows in told.items()}
        later, apart = [], dict[str, int]()
        for on, fen, of in given[order_no]:
            if is_apart(of, known_paid, most):
                apart[of] = min(known_paid[of], apart.get(of, 0) + fen)
            else:
                later.append((on, fen))
        until = settled.get(order_no, date.min)
        beyond = sum(fen for _, fen in later_cases(later, back.get(order_no, 0), until))
        if more := beyond + sum(apart.values()):
            yield order_no, more


def _told_anew(session: Session, order_nos: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What is settled back of orders that have refunds of several days."""
    for order_no, paid, told in _of_goods(session, order_nos):
        parts = (settled_back(some, paid.get(goods)) for goods, some in told.items())
        yield order_no, sum(fen for part in parts for _, fen in part)


_Paid = dict[str, int | None]
_Told = dict[str, list[tuple[date, int | None, int]]]


def _of_goods(session: Session, order_nos: Sequence[str]) -> Iterator[tuple[str, _Paid, _Told]]:
    """What was paid for each of an order's goods, and what settlements tell of each."""
    run, asked = session.db.execute_sql, marks(order_nos)
    named = "order_no, coalesce(product_id, product_name, '')"
    lines, settled = (
        by_order(run(f"SELECT {named}, {rest} WHERE order_no IN ({asked}) ORDER BY id", order_nos))
        for rest in ("paid FROM order_row", "time, paid, refund FROM settlement_row")
    )
    for order_no, rows in settled.items():
        paid: _Paid = {}
        for _, goods, fen in lines.get(order_no, ()):
            before = paid.get(goods)
            paid[goods] = before if known(fen) is None else whole(before) + whole(fen)
        told: _Told = defaultdict(list)
        for _, goods, time, fen, back in rows:
            of = goods if goods in paid else next(iter(paid), goods)
            told[of].append((nth_day(whole(time) // 86_400), known(fen), whole(back)))
        yield order_no, paid, told
