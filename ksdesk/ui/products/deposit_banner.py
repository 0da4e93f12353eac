"""What the deposit means for listing and selling, as a strip above the products."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ksdesk.actions import deposit
from ksdesk.actions.deposit import outlook as deposit_outlook
from ksdesk.domain.deposit.measures import MeasureState
from ksdesk.ui.parts.banner import Banner
from ksdesk.ui.parts.texts import day_text, yuan_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest


@dataclass(frozen=True)
class Shortfall:
    """What is missing over all accounts, and the first day of a stop of listing or selling."""

    missing: int
    listing: date | None
    selling: date | None


class DepositBanner(Banner):
    """Hidden while nothing stands in the way. `refresh` reads anew, in a job; `failed(error)`
    where that cannot be.

    leads: with a way to the deposit page; a sheet over the pages has none.
    """

    failed = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None, *, leads: bool = True) -> None:
        super().__init__("", parent=parent)
        self.ctx, self._leads = ctx, leads
        self._latest = Latest(ctx, self)
        self.acted.connect(self._go)
        self.hide()

    def refresh(self) -> None:
        """Ask the book how the deposit stands."""
        work = partial(_read, self.ctx, self.ctx.clock().date())
        self._latest.ask(work, done=self._show, failed=self.failed.emit)

    def _go(self) -> None:
        self.ctx.navigate("deposit")

    def _show(self, found: Shortfall) -> None:
        text = self._words(found)
        way = self.tr("Top up ›") if found.missing else self.tr("Have a look ›")
        self.set(text, "bad" if found.selling else "warn", action=way if self._leads else "")
        self.setVisible(bool(text))

    def _words(self, found: Shortfall) -> str:
        stop = ""
        if found.selling is not None:
            text = self.tr("since {day} the platform lets nothing be sold.")
            stop = text.format(day=day_text(found.selling))
        elif found.listing is not None:
            text = self.tr(
                "since {day} the platform lists no new products; what is listed goes on selling."
            )
            stop = text.format(day=day_text(found.listing))
        if found.missing:
            short = self.tr("The deposit is {amount} short").format(amount=yuan_text(found.missing))
            stop = stop or self.tr("the platform may close listing and selling.")
            return self.tr("{short}; {stop}").format(short=short, stop=stop)
        if stop:
            return self.tr("{stop} There is enough now: ask the platform to lift it.").format(
                stop=stop[:1].upper() + stop[1:]
            )
        return ""


def _read(ctx: Context, today: date) -> Shortfall:
    rules = ctx.rules()
    measures = deposit_outlook.measures(ctx.reader, rules, today)
    missing = sum(
        account.standing.shortfall
        for account in deposit.accounts(ctx.reader, rules, today)
        if account.standing is not None
    )
    return Shortfall(missing, _since(measures, "listing"), _since(measures, "selling"))


def _since(measures: tuple[MeasureState, ...], stops: str) -> date | None:
    return next((m.since for m in measures if m.stops == stops and m.state == "happened"), None)
