"""试投 on paper: a line a week, its days to be crossed off by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from html import escape

from PySide6.QtCore import QCoreApplication

from ksdesk.domain.promotion.trial import Trial
from ksdesk.ui.parts.paper import Paper, table_html
from ksdesk.ui.parts.texts import money_text, short_day_text, weekday_text
from ksdesk.ui.promotion.effect import words
from ksdesk.ui.promotion.effect.trial import words as trial_words

translate = QCoreApplication.translate


def trial_paper(trial: Trial, notes: Sequence[str]) -> Paper:
    """The weeks with what each way is to cost a day, and `notes` below (what the test costs)."""
    title = translate("TrialSheet", "Test what each way brings")
    heads = [
        translate("TrialSheet", "Week"),
        translate("TrialSheet", "Days, to be crossed off"),
        *map(words.name, trial.ways),
        translate("TrialSheet", "A day in all"),
    ]
    rows = []
    for number, week in enumerate(trial.weeks):
        first = trial.begins + timedelta(weeks=number)
        days = [first + timedelta(days=n) for n in range(7)]
        kept = [day for day in days if day < trial.end]
        if kept:
            span = f"{short_day_text(kept[0])} – {short_day_text(kept[-1])}"
            crossed = "  ".join(weekday_text(day) for day in kept)
            rows.append([span, crossed, *map(money_text, week), money_text(sum(week))])
    told = "".join(f'<p class="quiet">{escape(note)}</p>' for note in notes if note)
    begins = f"<p>{escape(trial_words.begins(trial))}</p>"
    html = f"<h1>{escape(title)}</h1>{begins}{table_html(heads, rows, 2)}{told}"
    return Paper(title, html, foot=title)
