"""Where the next yuan goes: fitted on a history, asked for a budget."""

from ksdesk.domain.promotion.budget.fit import Fit, Interval, fit
from ksdesk.domain.promotion.budget.history import History
from ksdesk.domain.promotion.budget.plan import test_plan

__all__ = ["Fit", "History", "Interval", "fit", "test_plan"]
