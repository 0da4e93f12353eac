"""What the required line depends on: the phone's figures, categories, sales, tiers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ksdesk.domain.calendar import add_months, month_end, month_start
from ksdesk.domain.deposit import SPECIAL_CATEGORIES
from ksdesk.domain.deposit.line import example_tier
from ksdesk.domain.deposit.notes import Adjustment, LineCategory, MonthSales, SalesTier, ShownLine
from ksdesk.domain.rulebook import DayRules
from ksdesk.ui.deposit.form_sheet import wrong_amount, wrong_day
from ksdesk.ui.deposit.notes_sheet import NotesSheet
from ksdesk.ui.deposit.view import AccountView
from ksdesk.ui.deposit.words import category_word
from ksdesk.ui.parts.card import NoteBox
from ksdesk.ui.parts.choice import ChoiceField
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.fields import LineField
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.rows import Column
from ksdesk.ui.parts.rule_link import RuleLink
from ksdesk.ui.parts.texts import day_text, in_chinese, money_text

OTHER = "other"
MONTHS = 13  # this month and the year before it
NAME_LIMIT = 20


class ShownSheet(NotesSheet[ShownLine]):
    """What the phone showed as due for an account, on which day, and by when."""

    def __init__(self, account: str, today: date, parent: QWidget | None = None) -> None:
        self._account = account
        super().__init__("", "", today, name="deposit-shown", parent=parent)
        self.title_label.setText(self.tr("What the phone shows as due"))
        self.setWindowTitle(self.tr("What the phone shows as due"))
        self.set_sentence(
            self.tr("It counts from the day on which you read it, before the rule book.")
        )

    def columns(self) -> Sequence[Column]:
        return (
            Column("day", self.tr("Read on"), _day, _day_text, width=140),
            Column("amount", self.tr("Due"), _amount, money_text, "right", 110, bold=True),
            Column("due", self.tr("By"), _due, _day_text, width=140),
            Column("note", self.tr("Note"), _note, minimum=80, tone="muted"),
        )

    def build(self) -> None:
        self.amount = MoneyField(self.tr("Due, as the phone shows it"), parent=self)
        self.day = DateField(self.tr("Read on"), parent=self)
        self.due = DateField(self.tr("To be topped up by, if it says so"), parent=self)
        self.note = LineField(self.tr("Note"), placeholder=self.tr("which notice"), parent=self)
        self.note.keep_people_out()
        self.beside(self.amount, self.day)
        self.beside(self.due, self.note)

    def rows(self, view: AccountView) -> Sequence[ShownLine]:
        found = [row for row in view.noted(ShownLine) if row.account == self._account]
        return sorted(found, key=_day, reverse=True)

    def fill(self, note: ShownLine | None) -> None:
        self.amount.set_value(note.amount if note else None)
        self.day.set_value(note.day if note else self.today)
        self.due.set_value(note.due if note else None)
        self.note.set_text(note.note if note else "")

    def read(self, number: int) -> ShownLine | None:
        wrong = [wrong_amount(self.amount), wrong_day(self.day, self.today)]
        wrong.append(wrong_day(self.due, None, needed=False))
        amount, day = self.amount.value(), self.day.value()
        if any(wrong) or amount is None or day is None:
            return None
        note = self.note.text().strip()
        return ShownLine(self._account, amount, day, self.due.value(), note=note, id=number)


class CategorySheet(NotesSheet[LineCategory]):
    """Categories that ask for more, open or planned."""

    def __init__(self, account: str, today: date, parent: QWidget | None = None) -> None:
        self._account = account
        super().__init__("", "", today, name="deposit-categories", width=640, parent=parent)
        own = account == "own"
        heading = self.tr("Special categories") if own else self.tr("Promotion categories")
        self.title_label.setText(heading)
        self.setWindowTitle(heading)
        self.set_sentence(
            self.tr("Of several only the highest counts. A day to come makes it planned.")
            if own
            else self.tr("What each asks for in all. The highest counts.")
        )

    def columns(self) -> Sequence[Column]:
        return (
            Column("name", self.tr("Category"), _category_name, minimum=96),
            Column("amount", self.tr("Asks for"), _amount, money_text, "right", 110, bold=True),
            Column("opened", self.tr("Open from"), _opened, _day_text, width=140),
            Column("closed", self.tr("Closed from"), _closed, _day_text, width=140),
        )

    def build(self) -> None:
        known = [(code, category_word(code)) for code in SPECIAL_CATEGORIES]
        options = [*known, (OTHER, self.tr("Another category"))]
        self.category = ChoiceField(self.tr("Category"), options, parent=self)
        self.category.edited.connect(self._tell)
        self.name = LineField(self.tr("Its name on the phone"), limit=NAME_LIMIT, parent=self)
        self.amount = MoneyField(
            self.tr("Asks for"), placeholder=self.tr("not known yet"), parent=self
        )
        self.opened = DateField(self.tr("Open from"), parent=self)
        self.closed = DateField(self.tr("Closed from"), placeholder=self.tr("still open"))
        self.beside(self.category, self.name)
        self.beside(self.amount, self.opened, self.closed)

    def rows(self, view: AccountView) -> Sequence[LineCategory]:
        found = [row for row in view.noted(LineCategory) if row.account == self._account]
        return sorted(found, key=_opened, reverse=True)

    def fill(self, note: LineCategory | None) -> None:
        code = next(iter(SPECIAL_CATEGORIES)) if self._account == "own" else OTHER
        if note is not None:
            code = note.name if note.name in SPECIAL_CATEGORIES else OTHER
        self.category.set_value(code)
        self.name.set_text(note.name if note and code == OTHER else "")
        self.amount.set_value(note.amount if note else None)
        self.opened.set_value(note.opened_on if note else self.today)
        self.closed.set_value(note.closed_on if note else None)
        self._tell()

    def _tell(self, _value: object = None) -> None:
        self.name.setVisible(self.category.value() == OTHER)

    def read(self, number: int) -> LineCategory | None:
        code = str(self.category.value())
        name = self.name.text().strip() if code == OTHER else code
        wrong = [wrong_amount(self.amount, needed=False), wrong_day(self.opened, None)]
        wrong.append(wrong_day(self.closed, None, needed=False))
        if not name:
            self.name.set_verdict("bad", self.tr("Fill in the name"))
        opened, closed = self.opened.value(), self.closed.value()
        if opened and closed and closed < opened:
            self.closed.set_verdict("bad", self.tr("Before it was opened"))
            return None
        if any(wrong) or opened is None or not name:
            return None
        return LineCategory(name, self.amount.value(), opened, closed, self._account, id=number)


class SalesSheet(NotesSheet[MonthSales]):
    """What natural months sold, typed (or counted from orders once those are imported)."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", "", today, name="deposit-sales", parent=parent)
        self.title_label.setText(self.tr("Sales by month"))
        self.setWindowTitle(self.tr("Sales by month"))
        self.set_sentence(
            self.tr("The platform looks at last calendar month. This month's make the forecast.")
        )

    def columns(self) -> Sequence[Column]:
        return (
            Column("month", self.tr("Month"), _month, month_text, width=120),
            Column("amount", self.tr("Sold"), _amount, money_text, "right", 120, bold=True),
            Column("until", self.tr("Counted up to"), _until, _day_text, width=140),
            Column("origin", self.tr("From"), self._origin, minimum=72, tone="muted"),
        )

    def build(self) -> None:
        first = month_start(self.today)
        months = [add_months(first, -n) for n in range(MONTHS)]
        self.month = ChoiceField(
            self.tr("Month"), [(m, month_text(m)) for m in months], months[1], parent=self
        )
        self.month.edited.connect(self._tell)
        self.amount = MoneyField(self.tr("Sold"), parent=self)
        self.until = DateField(self.tr("Counted up to"), parent=self)
        self.category = LineField(
            self.tr("Only in a category"), placeholder=self.tr("empty: in all"), limit=NAME_LIMIT
        )
        self.beside(self.month, self.amount)
        self.beside(self.until, self.category)

    def rows(self, view: AccountView) -> Sequence[MonthSales]:
        return sorted(view.told.sales, key=_month, reverse=True)

    def fill(self, note: MonthSales | None) -> None:
        before = add_months(month_start(self.today), -1)
        self.month.set_value(note.month if note else before)
        self.amount.set_value(note.amount if note else None)
        self.until.set_value(note.until if note else None)
        self.category.set_text(note.category if note else "")
        self._tell()

    def _tell(self, _value: object = None) -> None:
        self.until.setVisible(self.month.value() == month_start(self.today))

    def _origin(self, row: MonthSales) -> str:
        where = self.tr("orders") if row.origin == "orders" else self.tr("typed by you")
        return f"{row.category} · {where}" if row.category else where

    def read(self, number: int) -> MonthSales | None:
        month = self.month.value()
        assert isinstance(month, date)
        wrong = [wrong_amount(self.amount), wrong_day(self.until, self.today, needed=False)]
        amount, until = self.amount.value(), self.until.value()
        if month != month_start(self.today):
            until = None
        elif until is not None and not month <= until <= month_end(month):
            self.until.set_verdict("bad", self.tr("Not a day of this month"))
            return None
        if any(wrong) or amount is None:
            return None
        return MonthSales(month, amount, until, self.category.text().strip(), id=number)


class TierSheet(NotesSheet[SalesTier]):
    """The sales tiers as the phone shows them, with the published example beside."""

    def __init__(self, rules: DayRules, today: date, parent: QWidget | None = None) -> None:
        self._rules = rules
        super().__init__("", "", today, name="deposit-tiers", parent=parent)
        self.title_label.setText(self.tr("Sales tiers"))
        self.setWindowTitle(self.tr("Sales tiers"))
        self.set_sentence(
            self.tr(
                "They are not public. Enter them as the phone shows them, without special"
                " categories."
            )
        )

    def columns(self) -> Sequence[Column]:
        return (
            Column("from", self.tr("From sales of"), _sales_from, money_text, "right", 140),
            Column("amount", self.tr("Deposit"), _amount, money_text, "right", 140, bold=True),
            Column("since", self.tr("In force from"), _since, _day_text, minimum=96),
        )

    def build(self) -> None:
        self.sales_from = MoneyField(self.tr("Sold last month, from"), parent=self)
        self.amount = MoneyField(self.tr("Deposit then"), parent=self)
        self.since = DateField(self.tr("In force from"), placeholder=self.tr("always"))
        self.beside(self.sales_from, self.amount, self.since)
        box = example_box(self._rules, self)
        if box is not None:
            self.add(box)

    def rows(self, view: AccountView) -> Sequence[SalesTier]:
        return sorted(view.noted(SalesTier), key=_sales_from)

    def fill(self, note: SalesTier | None) -> None:
        self.sales_from.set_value(note.sales_from if note else None)
        self.amount.set_value(note.amount if note else None)
        self.since.set_value(note.valid_from if note else None)

    def read(self, number: int) -> SalesTier | None:
        wrong = [wrong_amount(self.sales_from), wrong_amount(self.amount)]
        wrong.append(wrong_day(self.since, None, needed=False))
        sales, amount = self.sales_from.value(), self.amount.value()
        if any(wrong) or sales is None or amount is None:
            return None
        return SalesTier(sales, amount, self.since.value(), id=number)


class AdjustmentSheet(NotesSheet[Adjustment]):
    """What the platform adds for last month's sales: the level, with its first day."""

    def __init__(self, rules: DayRules, today: date, parent: QWidget | None = None) -> None:
        self._rules = rules
        super().__init__("", "", today, name="deposit-adjustments", parent=parent)
        self.title_label.setText(self.tr("Adjustment for last month's sales"))
        self.setWindowTitle(self.tr("Adjustment for last month's sales"))
        self.set_sentence(self.tr("What is added on top of the minimum, not the step from before."))

    def columns(self) -> Sequence[Column]:
        return (
            Column("day", self.tr("From"), _day, _day_text, width=140),
            Column("amount", self.tr("Added"), _amount, money_text, "right", 120, bold=True),
            Column("note", self.tr("Note"), _note, minimum=96, tone="muted"),
        )

    def build(self) -> None:
        self.amount = MoneyField(self.tr("Added to the minimum"), parent=self)
        self.day = DateField(self.tr("From"), parent=self)
        self.note = LineField(self.tr("Note"), placeholder=self.tr("which notice"), parent=self)
        self.note.keep_people_out()
        self.beside(self.amount, self.day)
        self.add(self.note)
        box = example_box(self._rules, self)
        if box is not None:
            self.add(box)

    def rows(self, view: AccountView) -> Sequence[Adjustment]:
        return sorted(view.noted(Adjustment), key=_day, reverse=True)

    def fill(self, note: Adjustment | None) -> None:
        self.amount.set_value(note.amount if note else None)
        self.day.set_value(note.day if note else self.today)
        self.note.set_text(note.note if note else "")

    def read(self, number: int) -> Adjustment | None:
        wrong = [wrong_amount(self.amount), wrong_day(self.day, None)]
        amount, day = self.amount.value(), self.day.value()
        if any(wrong) or amount is None or day is None:
            return None
        return Adjustment(amount, day, note=self.note.text().strip(), id=number)


def example_box(rules: DayRules, parent: QWidget | None = None) -> NoteBox | None:
    """The one published example, worked out; None where the rule book does not have it."""
    text = example_words(rules)
    if not text:
        return None
    link = RuleLink(rules["deposit.example.after"])
    second = QCoreApplication.translate("Deposit", "Only an example; it is never counted for you.")
    return NoteBox(text, second, link=link, parent=parent)


def example_words(rules: DayRules) -> str:
    """ "公开的例子：上月卖 55,000，1,000 调到 3,000，补 2,000"."""
    tier = example_tier(rules)
    if tier is None or "deposit.example.before" not in rules:
        return ""
    before = rules.whole("deposit.example.before")
    text = QCoreApplication.translate(
        "Deposit",
        "The published example: {sales} sold last month, the deposit goes from {before} to"
        " {after}, {more} to top up.",
    )
    return text.format(
        sales=_plain(tier.sales_from),
        before=_plain(before),
        after=_plain(tier.amount),
        more=_plain(tier.amount - before),
    )


def month_text(month: date, today: date | None = None) -> str:
    """ "2026年11月", "2026-11"; "11月" for a month of the year of `today`."""
    if not in_chinese():
        return f"{month:%Y-%m}"
    same = today is not None and today.year == month.year
    return f"{month.month}月" if same else f"{month.year}年{month.month}月"


def _plain(fen: int) -> str:
    return money_text(fen).removesuffix(".00")


def _day_text(day: date | None) -> str:
    return day_text(day, year=True) if day else ""


def _day(row: ShownLine | Adjustment) -> date:
    return row.day


def _amount(row) -> int | None:
    return row.amount


def _due(row: ShownLine) -> date | None:
    return row.due


def _note(row) -> str:
    return row.note


def _category_name(row: LineCategory) -> str:
    return category_word(row.name)


def _opened(row: LineCategory) -> date:
    return row.opened_on


def _closed(row: LineCategory) -> date | None:
    return row.closed_on


def _month(row: MonthSales) -> date:
    return row.month


def _until(row: MonthSales) -> date | None:
    return row.until


def _sales_from(row: SalesTier) -> int:
    return row.sales_from


def _since(row: SalesTier) -> date | None:
    return row.valid_from
