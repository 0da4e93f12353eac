"""How drafts get into the book with real threads: in order, few writes, nothing lost."""

from __future__ import annotations

import pytest

from ksdesk.ui.opening.drafts import Drafts
from ksdesk.ui.shell.jobs import Jobs


@pytest.fixture
def threaded(ctx, qtbot):
    """The context with real worker threads."""
    jobs = Jobs()
    jobs.connection = ctx.book.connection
    ctx.jobs = jobs
    yield ctx
    qtbot.waitUntil(lambda: not jobs.busy(), timeout=5000)
    jobs.wait()


def test_a_burst_of_keys_is_few_writes_and_the_last_one_counts(threaded, qtbot):
    drafts = Drafts(threaded, threaded.hub)
    written = []
    threaded.hub.changed.connect(written.append)
    text = "1234567890"
    with qtbot.waitSignal(drafts.saved, timeout=5000):
        for end in range(1, len(text) + 1):
            drafts.put("deposit.quote", {"shown": text[:end]})
    assert threaded.reader.opening.step("deposit.quote").fields["shown"] == text
    assert len(written) <= 3


def test_flush_sends_what_waits_at_once(threaded, qtbot):
    drafts = Drafts(threaded, threaded.hub)
    drafts.put("deposit.quote", {"shown": "1"})
    drafts.put("deposit.quote", {"shown": "12"})
    drafts.put_note("open.start", "top")
    drafts.flush()
    threaded.jobs.wait()
    assert threaded.reader.opening.step("deposit.quote").fields["shown"] == "12"
    assert threaded.reader.opening.step("open.start").note == "top"


def test_going_on_keeps_the_order(threaded, qtbot):
    drafts = Drafts(threaded, threaded.hub)
    drafts.put("type.choose", {"shop_type": "company"})
    drafts.put("type.choose", {"shop_type": "personal"})
    drafts.go("deposit.quote", done="type.choose")
    threaded.jobs.wait()
    reader = threaded.reader.opening
    assert reader.place() == "deposit.quote"
    assert reader.step("type.choose").fields == {"shop_type": "personal"}
    assert reader.step("type.choose").done_at is not None


def test_own_writes_are_not_taken_for_anothers(threaded, qtbot):
    drafts = Drafts(threaded, threaded.hub)
    taken = []
    drafts.take(drafts.question()())
    threaded.hub.changed.connect(lambda _: taken.extend(drafts.take(drafts.question()())))
    with qtbot.waitSignal(drafts.saved, timeout=5000):
        for end in "12345":
            drafts.put("deposit.quote", {"shown": end, "asked": {"food": 3}})
    assert taken == [] and drafts.take(drafts.question()()) == ()


def test_what_was_read_before_an_own_write_is_old_when_it_comes_after_it(ctx):
    drafts = Drafts(ctx, ctx.hub)
    drafts.take(drafts.question()())
    drafts.put("deposit.quote", {"shown": "1"})
    read = drafts.question()()
    drafts.put("deposit.quote", {"shown": "12"})
    assert drafts.take(read) == ()
    assert drafts.fields("deposit.quote") == {"shown": "12"}


def test_the_same_again_is_not_written(ctx):
    drafts = Drafts(ctx, ctx.hub)
    drafts.put("open.start", {})
    drafts.put_note("open.start", "")
    assert ctx.reader.opening.steps() == {}
