"""What stays of sales after refunds, costs and spend."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Sales:
    """Some sales and what they cost, all in fen; None is what is not known and never free.

    `cost_returned` is what the returned goods are still worth of their `goods_cost`;
    `return_shipping` is the way back, `insurance` the freight insurance. `spend` is what promotion
    cost, `reported` the sales that the platform counts for it.
    """

    paid: int | None
    refunded: int | None
    goods_cost: int | None
    cost_returned: int | None
    shipping: int | None
    return_shipping: int | None
    insurance: int | None
    platform_fee: int | None
    commission: int | None
    penalties: int | None
    spend: int | None
    reported: int | None

    def __add__(self, other: Sales) -> Sales:
        """Both together; what one does not know is not known of both."""
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return Sales(*(None if a is None or b is None else a + b for a, b in pairs))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of what is not known, in the order of the fields."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) is None)

    @property
    def kept(self) -> int | None:
        """What buyers paid less what they got back."""
        return _less(self.paid, self.refunded)

    @property
    def before_ads(self) -> int | None:
        """What stays before spend; None where anything of it is not known."""
        return _less(
            self.kept,
            _less(self.goods_cost, self.cost_returned),
            self.shipping,
            self.return_shipping,
            self.insurance,
            self.platform_fee,
            self.commission,
            self.penalties,
        )

    @property
    def net(self) -> int | None:
        """What stays after spend."""
        return _less(self.before_ads, self.spend)

    @property
    def roi(self) -> float | None:
        """What was kept for each yuan of spend; None without spend."""
        return self.kept / self.spend if self.kept is not None and self.spend else None

    @property
    def break_even(self) -> float | None:
        """The reported ROI at which nothing is won or lost.

        Only where `paid` and `reported` are the same sales, that is of a way or a plan. None where
        nothing is reported, or nothing stays before spend: then no ROI is enough.
        """
        if not self.reported or self.before_ads is None or self.before_ads <= 0:
            return None
        return self.reported / self.before_ads


NOTHING = Sales(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
"""No sales and no costs: where a sum begins."""


def _less(whole: int | None, *parts: int | None) -> int | None:
    for part in parts:
        if whole is None or part is None:
            return None
        whole -= part
    return whole
