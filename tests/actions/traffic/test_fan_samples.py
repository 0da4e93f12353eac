"""A sample of new fans is one step, however often it was jotted down meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ksdesk.actions.traffic import fan_samples
from ksdesk.domain.traffic.notes import FanSample

FAN = (0, 2000, 3, 0)


@pytest.fixture
def sample(now) -> FanSample:
    return FanSample(now, "burst:x", (FAN,))


def kept(book) -> list[FanSample]:
    return [*book.reader.notes.all(FanSample)]


def test_the_newest_sample_of_an_alarm_goes_on_until_it_is_full(book, now, sample):
    assert fan_samples.unfinished(book.reader, "burst:x") is None
    first = fan_samples.jot(book, sample, now).ref
    second = fan_samples.jot(book, replace(sample, fans=(FAN,) * 49), now).ref
    fan_samples.jot(book, replace(sample, fans=(FAN,) * 50), now)
    fan_samples.jot(book, replace(sample, about="burst:y"), now)
    assert first != second
    assert fan_samples.unfinished(book.reader, "burst:x").id == second
    assert fan_samples.unfinished(book.reader, "burst:z") is None


def test_jotting_is_no_step_and_finishing_is_one(book, now, sample):
    jotted = fan_samples.jot(book, sample, now)
    assert (jotted.undo, set(jotted.topics)) == (None, set())
    more = replace(sample, id=jotted.ref, fans=(FAN, FAN))
    done = fan_samples.finish(book, more, None, now)
    assert (done.ref, kept(book), set(done.topics)) == (jotted.ref, [more], {"traffic"})
    done.undo(book)
    assert kept(book) == [], "before, it was not there"


def test_undo_of_a_sample_that_was_opened_again_brings_back_what_it_was(book, now, sample):
    before = replace(sample, id=fan_samples.jot(book, sample, now).ref)
    more = replace(before, fans=(FAN, FAN))
    fan_samples.jot(book, more, now)
    fan_samples.finish(book, more, before, now).undo(book)
    assert kept(book) == [before]
    assert fan_samples.finish(book, before, before, now).undo is None, "nothing is new"


def test_without_a_fan_there_is_no_sample(book, now, sample):
    bare = replace(sample, fans=())
    assert fan_samples.finish(book, bare, None, now).undo is None
    assert kept(book) == []
    before = replace(sample, id=fan_samples.jot(book, sample, now).ref)
    emptied = fan_samples.finish(book, replace(before, fans=()), None, now)
    assert (kept(book), emptied.undo) == ([], None)
    before = replace(sample, id=fan_samples.jot(book, sample, now).ref)
    fan_samples.finish(book, replace(before, fans=()), before, now).undo(book)
    assert kept(book) == [before]
