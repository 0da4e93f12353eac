"""Who opens the sheets of the promotion page and writes what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ksdesk.actions.promotion import cost_sheet, plans
from ksdesk.domain.changes import Changes
from ksdesk.domain.imports import Source
from ksdesk.domain.promotion.attaching import PlanStanding
from ksdesk.domain.promotion.costs import CostNote
from ksdesk.domain.promotion.plans import Plan, PlanReading
from ksdesk.domain.traffic.alarms import Alarms
from ksdesk.ui.products.costs.grid import TypedCost
from ksdesk.ui.promotion.costs.sheet import CostSheet
from ksdesk.ui.promotion.plans.attach_sheet import AttachSheet
from ksdesk.ui.promotion.plans.editor import PlanEditor
from ksdesk.ui.promotion.plans.keywords_sheet import KeywordsSheet
from ksdesk.ui.promotion.plans.readings_sheet import ReadingsSheet
from ksdesk.ui.promotion.plans.review_sheet import ReviewSheet
from ksdesk.ui.promotion.plans.view import OnePlan
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.sheet_desk import SheetDesk


class PromotionDesk(SheetDesk):
    """The sheets of promotion, and what was odd in the traffic when a room last looked (`seen`):
    the figures are as a rule the same at the next look. `kept(number)` after a new plan was
    written.
    """

    kept = Signal(int)

    def __init__(self, ctx: Context, page: QWidget) -> None:
        super().__init__(ctx, page)
        self.seen: Alarms | None = None

    @Slot()
    def costs(self) -> None:
        """The sheet in which costs are filled in."""
        self.costs_of(None)

    def costs_of(self, table: Source | None) -> None:
        """The same, with what a table says."""
        sheet = CostSheet(self.ctx, self.page, table)
        sheet.saved.connect(self._fill_in)
        self.open(sheet)

    @Slot(object, object)
    def _fill_in(self, filled: Sequence[TypedCost], others: Sequence[CostNote]) -> None:
        self.write(
            self.tr("Fill in costs"),
            cost_sheet.fill_in,
            [(one.line, one.cost, one.since) for one in filled],
            others,
            self.ctx.clock(),
            said=self.tr("Costs are noted; the profit is worked out anew"),
        )

    def plan(self, plan: Plan | None = None) -> None:
        """The sheet for a new plan, or for one that is there."""
        sheet = PlanEditor(self.ctx, plan, self.page)
        sheet.ready.connect(self._save)
        self.open(sheet)

    def copy(self, plan: Plan) -> None:
        """The sheet for the same plan once more."""
        self.plan(plans.copied(plan, self.ctx.clock()))

    def _save(self, plan: Plan) -> None:
        text = self.tr("Change a plan") if plan.id else self.tr("Make a plan")
        done = None if plan.id else self._kept
        self.write(text, plans.save, plan, self.ctx.clock(), done=done)

    def _kept(self, changes: Changes) -> None:
        assert isinstance(changes.ref, int)
        self.kept.emit(changes.ref)

    def begin(self, plan: Plan) -> None:
        """It runs from now on."""
        self.write(self.tr("Begin a plan"), plans.begin, plan.id, self.ctx.clock())

    def end(self, plan: Plan) -> None:
        """It is over."""
        self.write(self.tr("End a plan"), plans.end, plan.id, self.ctx.clock())

    def throw_away(self, plan: Plan) -> None:
        """Into the bin, with a way back."""
        text, said = self.tr("Delete a plan"), self.tr("The plan is in the bin")
        self.write(text, plans.throw_away, plan, self.ctx.clock(), said=said)

    def read_off(self, standing: PlanStanding) -> None:
        """The sheet for figures from the phone."""
        now = self.ctx.clock()
        sheet = ReadingsSheet(standing, self.ctx.rules().on(now.date()), now, self.page)
        sheet.ready.connect(self._read_off)
        self.open(sheet)

    def _read_off(self, readings: tuple[PlanReading, ...]) -> None:
        text = self.tr("Figures of a plan from the phone")
        self.write(text, plans.read_off, readings, self.ctx.clock())

    def attach(self, view: OnePlan) -> None:
        """The sheet that says which campaign of the reports a plan is."""
        sheet = AttachSheet(view.standing, view.campaigns, self.page)
        sheet.ready.connect(self._attach)
        self.open(sheet)

    def _attach(self, plan: Plan) -> None:
        text = self.tr("Match a plan with the reports")
        self.write(text, plans.save, plan, self.ctx.clock())

    def keywords(self, view: OnePlan, why: str) -> None:
        """The sheet for topic and keywords; `why` a running plan was unlocked."""
        sheet = KeywordsSheet(view, why, self.page)
        sheet.ready.connect(self._keep_keywords)
        self.open(sheet)

    def _keep_keywords(self, plan: Plan, why: str) -> None:
        text = self.tr("Change keywords")
        self.write(text, plans.save, plan, self.ctx.clock(), why)

    def review(self, standing: PlanStanding) -> None:
        """The sheet for what was learnt."""
        sheet = ReviewSheet(standing, self.page)
        sheet.ready.connect(partial(self._review, standing.plan.id))
        self.open(sheet)

    def _review(self, number: int, words: str) -> None:
        self.write(self.tr("Review a plan"), plans.review, number, words, self.ctx.clock())

    def stage(self, plan: Plan, staged: tuple[str, ...]) -> None:
        """What of 配合, 氛围, 展示 was done."""
        changed = replace(plan, staged=staged)
        self.write(self.tr("Tick what was done"), plans.save, changed, self.ctx.clock())
