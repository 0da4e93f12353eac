"""The seller's own figures reach every page that asks for the rules, and leave with an undo."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from ksdesk.actions import rules

DAY = date(2026, 11, 18)


def test_the_rules_are_read_anew_before_the_pages_hear_of_it(ctx, qtbot):
    owner, seen = QObject(), []
    base = "deposit.base"

    def look(changes: object) -> None:
        seen.append(ctx.rules().on(DAY).value(base))

    ctx.hub.changed.connect(look)
    before = ctx.rules()
    assert ctx.rules() is before
    ctx.write(owner, "60000", rules.set_rule, base, 60_000, DAY, "", ctx.clock())
    assert seen == [60_000]
    assert ctx.rules() is not before
    ctx.undo.undo()
    assert seen == [60_000, 50_000]
    ctx.hub.changed.disconnect(look)
