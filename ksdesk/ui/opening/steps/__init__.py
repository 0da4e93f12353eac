"""One file a kind of step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.opening.steps.view import StepView
from ksdesk.ui.shell.context import Context


def make_view(ctx: Context, chapter: str, drafts: Drafts, parent: QWidget) -> StepView:
    """The view of a chapter; its code is imported when it is first shown."""
    if chapter == "realname":
        from ksdesk.ui.opening.steps.realname import RealnameView

        return RealnameView(ctx, parent)
    if chapter == "type":
        from ksdesk.ui.opening.steps.shop_type import ShopTypeView

        return ShopTypeView(ctx, drafts, parent)
    if chapter == "deposit":
        from ksdesk.ui.opening.steps.deposit import DepositView

        return DepositView(ctx, drafts, parent)
    if chapter == "done":
        from ksdesk.ui.opening.steps.done import DoneView

        return DoneView(ctx, drafts, parent)
    from ksdesk.ui.opening.steps.taps import TapsView

    return TapsView(ctx, chapter, parent)
