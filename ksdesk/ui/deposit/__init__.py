"""保证金: is there enough, why this much, and what to do if not."""

from ksdesk.ui.parts.words import QT_TRANSLATE_NOOP
from ksdesk.ui.shell.page import PageSpec, Place

PAGE = PageSpec(
    "deposit",
    QT_TRANSLATE_NOOP("Nav", "Deposit"),
    icon="deposit",
    where="ksdesk.ui.deposit.page:DepositPage",
    names="保证金 baozhengjin bzj deposit",
    concerns=frozenset({"deposit", "opening", "guide", "imports"}),
    places=(
        Place(
            "own",
            "Deposit",
            QT_TRANSLATE_NOOP("Deposit", "Own goods"),
            "自建保证金 zijian zjbzj own",
        ),
        Place(
            "promotion",
            "Deposit",
            QT_TRANSLATE_NOOP("Deposit", "Promotion"),
            "推广保证金 tuiguang tgbzj promotion",
        ),
        Place(
            "cross_border",
            "Deposit",
            QT_TRANSLATE_NOOP("Deposit", "Cross-border"),
            "跨境保证金 kuajing kjbzj cross-border",
        ),
    ),
)
