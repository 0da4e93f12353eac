"""售后: who waits for an answer, until when, and what was said and done."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec

PAGE = PageSpec(
    "aftersales",
    QT_TRANSLATE_NOOP("Nav", "After-sales"),
    icon="aftersales",
    where="ksdesk.ui.aftersales.page:AftersalesPage",
    names="售后 shouhou sh 退款 tuikuan tk 投诉 tousu after-sales refunds complaints",
    concerns=frozenset({"aftersales", "guide", "imports"}),
)
