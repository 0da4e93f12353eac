"""Deeds of the working day: orders, cases, plans, the month, small things."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

from desk import START, Desk, all_or_none
from row_deeds import import_orders, orders_there

from ksdesk.actions import aftersales, exports, month, notes, opening, reviews
from ksdesk.actions.orders import shipping
from ksdesk.actions.promotion import plans, trials
from ksdesk.actions.rules import set_rule
from ksdesk.domain.aftersales.files import CaseFile
from ksdesk.domain.month.tax import TaxFigure
from ksdesk.domain.orders.work import CHECKS
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.promotion.trial import Trial, TrialDay
from ksdesk.domain.reviews.broadcasts import LIVE, Broadcast
from ksdesk.domain.traffic.notes import Annotation
from ksdesk.settings import Settings
from ksdesk.ui.month.saving import save as save_month


def ship(desk: Desk, n: int) -> None:
    import_orders(desk, n)
    numbers = [f"7{n:05d}{i:04d}" for i in range(40)]
    shipping.check(desk.book, numbers, CHECKS)
    shipping.number(desk.book, [(one, "顺丰", f"SF{one}") for one in numbers], desk.now)
    shipping.sent(desk.book, numbers, desk.now)


def shipped(desk: Desk, n: int) -> int:
    work = desk.book.reader.order_work.of([f"7{n:05d}{i:04d}" for i in range(40)]).values()
    checked = all_or_none(sum(one.checks == CHECKS for one in work), 40)
    numbered = all_or_none(sum(len(one.parcels) == 1 for one in work), 40)
    sent = all_or_none(
        sum(all(p.sent_at for p in one.parcels) and bool(one.parcels) for one in work), 40
    )
    assert checked >= numbered >= sent
    return orders_there(desk, n) + checked + numbered + sent


def walk_case(desk: Desk, n: int) -> None:
    number = aftersales.open_case(desk.book, CaseFile(f"A{n}", reason="坏果"), desk.now).ref
    for words in ("一", "二", "三"):
        file = desk.book.reader.notes.one(CaseFile, number)
        aftersales.step(desk.book, file, "seller", words, "", {"fault": words}, desk.now)
    file = desk.book.reader.notes.one(CaseFile, number)
    aftersales.promise(desk.book, file, 2, "补发", desk.now)
    file = desk.book.reader.notes.one(CaseFile, number)
    aftersales.close(desk.book, file, "refunded", 1200, desk.now)


def case_steps(desk: Desk, n: int) -> int:
    found = desk.book.reader.notes.having(CaseFile, order_no=f"A{n}")
    if not found:
        return 0
    (file,) = found
    words = [line[2] for line in file.said]
    assert words == ["一", "二", "三"][: len(words)] and file.fault == (words or [""])[-1]
    return 1 + len(words) + len(file.promised) + bool(file.outcome and file.cost == 1200)


def walk_plan(desk: Desk, n: int) -> None:
    day = desk.now.date()
    plan = Plan("paid_traffic", f"买量{n}", "sales", 8_000, day, day)
    number = plans.save(desk.book, plan, desk.now).ref
    plans.begin(desk.book, number, desk.now)
    standing = desk.book.reader.notes.one(Plan, number)
    plans.save(desk.book, replace(standing, budget=9_000), desk.now, "more")
    readings = (
        PlanReading(number, desk.now, "spend", n),
        PlanReading(number, desk.now, "views", n),
    )
    plans.read_off(desk.book, readings, desk.now)
    plans.end(desk.book, number, desk.now)
    plans.review(desk.book, number, "好", desk.now)


def plan_steps(desk: Desk, n: int) -> int:
    found = [one for one in desk.book.reader.notes.all(Plan) if one.name == f"买量{n}"]
    if not found:
        return 0
    (plan,) = found
    changed = desk.count("plan_change", "plan = ?", plan.id)
    assert changed == (plan.budget == 9_000), (changed, plan)
    read = all_or_none(desk.count("plan_reading", "plan = ?", plan.id), 2)
    turned = sum(bool(at) for at in (plan.begun_at, plan.ended_at, plan.reviewed_at))
    return 1 + turned + changed + read


def walk_trial(desk: Desk, n: int) -> None:
    begins = desk.now.date()
    number = trials.begin(desk.book, Trial(begins, ("付费买量",), ((n,), (1,))), desk.now).ref
    trial = desk.book.reader.notes.one(Trial, number)
    trials.tick(desk.book, trial, begins, None, desk.now)


def trial_steps(desk: Desk, n: int) -> int:
    found = [one for one in desk.book.reader.notes.all(Trial) if one.weeks[0] == (n,)]
    ticks = [d for d in desk.book.reader.notes.all(TrialDay) if d.spent == (n,)]
    assert len(ticks) <= len(found) <= 1
    return len(found) + len(ticks)


def walk_review(desk: Desk, n: int) -> None:
    live = Broadcast(LIVE, desk.now, f"场{n}", viewers=n)
    number = reviews.note_down(desk.book, live, desk.now).ref
    reviews.finish(desk.book, number, "学到", ("一", "二"), desk.now)
    reviews.tick(desk.book, number, 0, True, desk.now)


def review_steps(desk: Desk, n: int) -> int:
    found = desk.book.reader.notes.having(Broadcast, name=f"场{n}")
    if not found:
        return 0
    (live,) = found
    words = [word for word, _ in live.todo]
    written = bool(live.reviewed_at)
    assert (live.note, words) == (("学到", ["一", "二"]) if written else ("", [])), live
    done = sum(bool(at) for _, at in live.todo)
    return 1 + written + done


def quarter_of(n: int) -> date:
    return date(1980 + n // 4 % 8000, 1 + n % 4 * 3, 1)


def tax(desk: Desk, n: int) -> None:
    notes.keep(desk.book, TaxFigure(quarter_of(n), "paid", 300 + n, 100, 200 + n), desk.now)


def tax_there(desk: Desk, n: int) -> int:
    found = desk.book.reader.notes.having(TaxFigure, quarter=quarter_of(n))
    assert all((one.gross, one.net) == (300 + n, 200 + n) for one in found)
    return len(found)


def rule(desk: Desk, n: int) -> None:
    since = date(2026, 1, 1) + timedelta(days=n)
    set_rule(desk.book, "deposit.base", 50_000 + n, since, f"deed {n}", desk.now)


def rule_there(desk: Desk, n: int) -> int:
    return desk.count("rule_override", "note = ?", f"deed {n}")


def save_the_month(desk: Desk, n: int) -> None:
    report = month.report(desk.book.reader, date(2026, 11, 1), desk.now)
    save_month(desk.book.reader, report, desk.outside / f"month-{n}.xlsx")


def month_saved(desk: Desk, n: int) -> int:
    return whole_zips(desk.outside.glob(f"month-{n}.xlsx"))


def whole_zips(files) -> int:
    found = list(files)
    for file in found:
        with zipfile.ZipFile(file) as packed:
            assert packed.namelist() and packed.testzip() is None
    return len(found)


def take_out(desk: Desk, n: int) -> None:
    exports.whole_book(desk.book, desk.outside / f"all-{n}.zip", desk.now)


def taken_out(desk: Desk, n: int) -> int:
    return whole_zips(desk.outside.glob(f"all-{n}.zip"))


def fill_in(desk: Desk, n: int) -> None:
    opening.save_fields(desk.book, "type.choose", {"brand": f"品牌{n}"}, desk.now)
    opening.save_note(desk.book, "type.choose", f"note {n}", desk.now)


def filled_in(desk: Desk, n: int) -> int:
    step = desk.book.reader.opening.steps().get("type.choose")
    if step is None or step.fields.get("brand") != f"品牌{n}":
        return 0
    return 1 + (step.note == f"note {n}")


def note(desk: Desk, n: int) -> None:
    kept = notes.keep(desk.book, Annotation(at=START, kind="live", note=f"note {n}"), desk.now).ref
    standing = desk.book.reader.notes.one(Annotation, kept)
    notes.drop(desk.book, standing, desk.now)


def noted(desk: Desk, n: int) -> int:
    return desk.count("annotation", "note = ?", f"note {n}") + desk.count(
        "annotation", "note = ? AND binned_at IS NOT NULL", f"note {n}"
    )


def set_up(desk: Desk, n: int) -> None:
    Settings(desk.paths.settings_file).set(saved_in=str(desk.outside), text_size=90 + n % 60)


def set_as(desk: Desk, n: int) -> int:
    if desk.paths.settings_file.exists():
        json.loads(desk.paths.settings_file.read_text("utf-8"))
    return int(Settings(desk.paths.settings_file).values.text_size == 90 + n % 60)
