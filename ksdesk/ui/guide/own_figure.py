"""改数字: the seller's own figure for a rule, with its day and reason, and what it would change."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ksdesk.actions import rules as rule_actions
from ksdesk.actions.rules import LineChange, RulePreview
from ksdesk.domain.deposit.notes import OwnFigure
from ksdesk.domain.rulebook import UNITS, Rule, RuleError, Value
from ksdesk.ui.parts import rule_words as words
from ksdesk.ui.parts.account_words import account_word
from ksdesk.ui.parts.buttons import MainButton, SecondButton
from ksdesk.ui.parts.card import Card
from ksdesk.ui.parts.date_field import DateField
from ksdesk.ui.parts.dialog import SheetDialog
from ksdesk.ui.parts.fields import LineField, NumberField, TextField, VerdictSentence
from ksdesk.ui.parts.labels import body, small
from ksdesk.ui.parts.money_field import MoneyField
from ksdesk.ui.parts.texts import day_text, money_text, yuan_text
from ksdesk.ui.shell.context import Context
from ksdesk.ui.shell.latest import Latest
from ksdesk.ui.shell.trouble import headline

NOTE_LIMIT = 200
HOUR, DAY = 3600, 86_400
MOST = 4  # changes of the line shown


class OwnFigureSheet(SheetDialog):
    """Writes and takes away the own figure itself; `written` after that."""

    written = Signal()

    def __init__(
        self, ctx: Context, rule: Rule, shipped: Rule | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", words.rule_text(rule), name="own-figure", width=520, parent=parent)
        self.ctx = ctx
        self.rule = rule
        self.preview: RulePreview | None = None
        self._latest = Latest(ctx, self)
        self._today = ctx.clock().date()
        self._own: OwnFigure | None = None
        self.title_label.setText(self.tr("Your own figure"))
        self.setWindowTitle(self.tr("Your own figure"))
        self.sentence_label.set_tone("text")
        self._add_shipped(shipped)
        self._scale = 1
        self.value = self._field()
        self.since = DateField(self.tr("In force from"), parent=self)
        self.since.set_value(self._today)
        self.until = DateField(self.tr("Until"), placeholder=self.tr("open-ended"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in (self.value, self.since, self.until):
            row.addWidget(field, 1)
        self.add_layout(row)
        self.note = TextField(
            self.tr("Where it is from"),
            placeholder=self.tr("For example: notice on the phone"),
            rows=2,
            limit=NOTE_LIMIT,
            parent=self,
        )
        self.note.keep_people_out()
        self.add(self.note)
        self._add_preview()
        for field in (self.value, self.since, self.until):
            field.edited.connect(self.ask)
        self._fill()

    def _add_shipped(self, shipped: Rule | None) -> None:
        card = Card(fill="sub", padding=12, parent=self)
        row = QHBoxLayout()
        figure = self.tr("not in it") if shipped is None else words.value_text(shipped)
        row.addWidget(small(self.tr("The rule book says")))
        row.addStretch(1)
        self.shipped = body(figure, parent=card)
        row.addWidget(self.shipped)
        card.add_layout(row)
        if shipped is not None:
            text = f"{words.since_text(shipped)} · {words.source_text(shipped)}"
            card.add(small(text, wrap=True))
        self.add(card)

    def _field(self) -> MoneyField | NumberField | LineField:
        unit, caption = self.rule.unit, self.tr("Your figure")
        if unit == "fen":
            return MoneyField(caption, parent=self)
        if unit == "seconds":
            whole = int(self.rule.value) if isinstance(self.rule.value, int) else 0
            scales = ((DAY, self.tr("days")), (HOUR, self.tr("hours")), (1, self.tr("seconds")))
            self._scale, name = next(s for s in scales if whole % s[0] == 0)
            return NumberField(caption, unit=name, digits=0, parent=self)
        if UNITS.get(unit) in (int, float):
            name = {"percent": "%", "days": self.tr("days")}.get(unit, "")
            digits = len(f"{self.rule.value:g}".partition(".")[2])
            return NumberField(caption, unit=name, digits=digits, parent=self)
        return LineField(caption, parent=self)

    def _add_preview(self) -> None:
        self.outcome = VerdictSentence(self)
        self.changes = small("", wrap=True, parent=self)
        self.add(self.outcome)
        self.add(self.changes)
        self.main = MainButton(self.tr("Let it count"), "check", parent=self)
        self.main.clicked.connect(self.submit)
        self.leave = self.leave_button(height=40)
        self.drop_button = SecondButton(
            self.tr("Back to the rule book"), "undo", height=40, parent=self
        )
        self.drop_button.clicked.connect(self._drop)
        self.set_buttons(self.main, self.leave, self.drop_button)

    def _fill(self) -> None:
        """The own figure there is, else the one in force to begin with."""
        self.drop_button.hide()
        self._show_value(self.rule.value)
        self.ctx.jobs.run(self, partial(_own, self.ctx, self.rule.key), done=self._show_own)

    def _show_own(self, found: tuple[OwnFigure, ...]) -> None:
        standing = [f for f in found if (f.valid_from or date.min) <= self._today]
        self._own = next(reversed(standing or found), None)
        self.drop_button.setVisible(self._own is not None)
        if self._own is not None:
            self._show_value(self._own.value)
            self.since.set_value(self._own.valid_from)
            self.until.set_value(self._own.valid_to)
            self.note.set_text(self._own.note)
        self.ask()

    def _show_value(self, value: Value) -> None:
        field = self.value
        if isinstance(field, MoneyField):
            field.set_value(int(value) if isinstance(value, int) else None)
        elif isinstance(field, NumberField):
            number = value if isinstance(value, int | float) else None
            shown = "" if number is None else f"{number / self._scale:.6f}"
            field.set_text(shown.rstrip("0").rstrip("."))  # an own figure may be finer
            field.clear_verdict()
        else:
            field.set_text(self._comma().join(value) if isinstance(value, tuple) else str(value))

    def _comma(self) -> str:
        return QCoreApplication.translate("Deposit", ", ", "between names")

    def figure(self) -> OwnFigure | None:
        """The figure as typed; None while something is missing."""
        value = self._value()
        if value is None or self.since.is_wrong() or self.until.is_wrong():
            return None
        first, last = self.since.value(), self.until.value()
        if first and last and last < first:
            return None
        note = self.note.text().strip()
        return OwnFigure(self.rule.key, value, first, last, self.rule.unit, note=note)

    def _value(self) -> Value | None:
        field = self.value
        if isinstance(field, MoneyField):
            amount = field.value()
            return amount if amount is not None and amount >= 0 else None
        if isinstance(field, NumberField):
            number = field.value()
            if number is None:
                return None
            scaled = number * self._scale
            return scaled if UNITS[self.rule.unit] is float else round(scaled)
        text = field.text().strip()
        if self.rule.unit == "list":
            parts = text.replace("、", ",").replace("，", ",").split(",")
            return tuple(filter(None, (part.strip() for part in parts))) or None
        return text or None

    # -- what it would change

    def ask(self, _value: object = None) -> None:
        """Work out what it would change; an answer to an older question is dropped."""
        figure = self.figure()
        self.main.setEnabled(figure is not None)
        if figure is None:
            self._latest.drop()
            self._show(None)
            return
        work = partial(_preview, self.ctx, figure, self._today)
        self._latest.ask(work, done=self._show, failed=self._unfit)

    def _unfit(self, error: BaseException) -> None:
        self.main.setEnabled(False)
        if isinstance(error, RuleError):
            self.outcome.set("bad", self.tr("This rule cannot have such a figure"))
        else:
            self.ctx.jobs.failed.emit(error)

    def _show(self, found: RulePreview | None) -> None:
        self.preview = found
        lines = [] if found is None else [self._line_words(c) for c in found.lines[:MOST]]
        self.changes.setText("\n".join(lines))
        self.changes.setVisible(bool(lines))
        if found is None:
            self.outcome.set("", "")
            return
        worse = {
            name: short
            for name, short in found.short_after.items()
            if short > found.short_before.get(name, 0)
        }
        before = "–" if found.old is None else words.value_text(found.old)
        after = "–" if found.new is None else words.value_text(found.new)
        text = self.tr("On {day}: {before} → {after}.").format(
            day=day_text(found.day, year=True), before=before, after=after
        )
        if before == after:
            text = self.tr("On {day} it stays {after}.").format(
                day=day_text(found.day, year=True), after=after
            )
        more = [self._short_words(name, short) for name, short in worse.items()]
        self.outcome.set("warn" if more else "", " ".join([text, *more]))
        self.fit()

    def _short_words(self, name: str, short: int) -> str:
        text = self.tr("{account} would be {amount} short.")
        return text.format(account=account_word(name), amount=yuan_text(short))

    def _line_words(self, change: LineChange) -> str:
        text = self.tr("{account}, from {day}: the line goes from {before} to {after}")
        return text.format(
            account=account_word(change.account),
            day=day_text(change.day, year=True),
            before=money_text(change.before),
            after=money_text(change.after),
        )

    # -- writing

    def submit(self) -> None:
        """Lay the figure over the rule."""
        figure = self.figure()
        if figure is None:
            return
        self.main.setEnabled(False)
        action = partial(
            rule_actions.set_rule,
            key=figure.key,
            value=figure.value,
            valid_from=figure.valid_from,
            note=figure.note,
            now=self.ctx.clock(),
            valid_to=figure.valid_to,
            unit=figure.unit,
        )
        self._write(self.tr("Change a figure of the rule book"), action, self.tr("It counts now"))

    def _drop(self) -> None:
        if self._own is not None:
            action = partial(rule_actions.clear_rule, number=self._own.id, now=self.ctx.clock())
            said = self.tr("The rule book counts again")
            self._write(self.tr("Take an own figure away"), action, said)

    def _write(self, step: str, action: partial, said: str) -> None:
        self.ctx.write(self, step, action, done=partial(self._done, said), failed=self._failed)

    def _done(self, said: str, _changes: object) -> None:
        self.accept()
        self.ctx.notice(said, undo=True)
        self.written.emit()

    def _failed(self, error: BaseException) -> None:
        self.main.setEnabled(True)
        self.outcome.set("bad", headline(error))
        self.ctx.jobs.failed.emit(error)


def _own(ctx: Context, key: str) -> tuple[OwnFigure, ...]:
    return rule_actions.own_figures(ctx.reader, key)


def _preview(ctx: Context, figure: OwnFigure, today: date) -> RulePreview:
    return rule_actions.preview_rule(ctx.reader, ctx.rules(), figure, today)
