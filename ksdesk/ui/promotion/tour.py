"""The rooms behind the doors of the promotion page, for the tour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import standing, trials
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.plans import ENDED, PLANNED
from ksdesk.ui.promotion.costs.sheet import CostSheet
from ksdesk.ui.promotion.effect.room import EffectRoom
from ksdesk.ui.promotion.effect.trial.sheet import TrialSheet
from ksdesk.ui.promotion.page import PromotionPage
from ksdesk.ui.promotion.plans.detail import PlanDetail
from ksdesk.ui.promotion.plans.room import PlansRoom
from ksdesk.ui.promotion.profit.parts_card import DAYS, GOODS, LIVES, PLANS, WAYS
from ksdesk.ui.promotion.profit.room import ProfitRoom


def rooms(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    """Every room, plan and sheet, opened as its button does."""
    yield from _effect(page)
    yield from _plans(page)
    yield from _locked(page)
    yield from _profit(page)
    page.jump("calendar")
    yield "calendar", page.window()
    page.jump("agencies")
    yield "agencies", page.window()
    page.jump("plans")


def _plans(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    desk = page.desk
    page.new_plan()
    yield "plan-editor", desk.sheet
    _leave(page)
    for found in _one_of_each(page):
        plan = found.plan
        page.jump(f"plans:{plan.id}")
        yield f"plan-{plan.way}-{plan.state}".replace("_", "-"), page.window()
        one = _detail(page)
        if plan.state == PLANNED:
            desk.plan(plan)
            yield f"plan-editor-{plan.way}".replace("_", "-"), desk.sheet
            one.ask_keywords()
            yield "plan-keywords", desk.sheet
        else:
            desk.read_off(found)
            yield f"plan-readings-{plan.way}".replace("_", "-"), desk.sheet
        if plan.state == ENDED:
            if one.view is not None:
                desk.attach(one.view)
            yield "plan-attach", desk.sheet
            desk.review(found)
            yield "plan-review", desk.sheet
        _leave(page)


def _profit(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    desk = page.desk
    page.jump("profit")
    yield "profit", page.window()
    desk.costs()
    yield "costs", desk.sheet
    _leave(page)
    desk.costs()
    assert isinstance(desk.sheet, CostSheet)
    desk.sheet.part.set_value("shop")
    desk.sheet.show_part("shop")
    yield "costs-shop", desk.sheet
    _leave(page)
    room = page.rooms["profit"]
    assert isinstance(room, ProfitRoom)
    room.open_part(room.parts.models[GOODS].rows[0])
    yield "profit-rows", desk.sheet
    _leave(page)
    for part in (DAYS, LIVES, WAYS, PLANS, GOODS):
        room.parts.by.button(part).click()
        yield f"profit-{part}", page.window()


def _effect(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    """The room of the proposal with a moved budget, its terms, and a test that is running."""
    page.jump("effect")
    room = page.rooms["effect"]
    assert isinstance(room, EffectRoom)
    if room.found is None:
        return
    room.mix.own.click()
    yield "effect", page.window()
    room.area.show_widget(room.curves.below)
    yield "effect-below", page.window()
    room.set_terms()
    yield "effect-terms", page.desk.sheet
    _leave(page)
    room.mix.own.click()
    room.open_trial()
    yield "effect-trial", page.desk.sheet
    assert isinstance(page.desk.sheet, TrialSheet) and page.desk.sheet.trial is not None
    today = page.ctx.clock().date()
    began = replace(page.desk.sheet.trial, begins=today - timedelta(days=today.weekday() + 7))
    page.ctx.write(page, "", trials.begin, began, page.ctx.clock())
    page.refresh()
    yield "effect-trial-running", page.desk.sheet
    _leave(page)
    page.ctx.undo.undo()


def _locked(page: PromotionPage) -> Iterator[tuple[str, QWidget | None]]:
    """A hot search as it runs, with what stands before its keywords; then it is as it was."""
    one = _detail(page)
    found = next(
        (f for f in _every(page) if f.plan.way == "hot_search" and f.plan.state == PLANNED), None
    )
    if found is None:
        return
    page.desk.begin(found.plan)
    page.jump(f"plans:{found.plan.id}")
    one.ask_keywords()
    yield "plan-locked", page.window()
    one.leave_locked()
    page.ctx.undo.undo()


def _detail(page: PromotionPage) -> PlanDetail:
    room = page.rooms["plans"]
    assert isinstance(room, PlansRoom)
    return room.one


def _leave(page: PromotionPage) -> None:
    if page.desk.sheet is not None:
        page.desk.sheet.reject()


def _one_of_each(page: PromotionPage) -> tuple[PlanStanding, ...]:
    return tuple({(one.plan.way, one.plan.state): one for one in _every(page)}.values())


def _every(page: PromotionPage) -> list[PlanStanding]:
    found: list[PlanStanding] = []
    page.ctx.jobs.run(page, standing.every, page.ctx.reader, page.ctx.clock(), done=found.extend)
    return found
