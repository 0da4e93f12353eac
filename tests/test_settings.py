"""Preferences survive, and damage to their file costs only the preferences."""

from __future__ import annotations

import contextlib
import json

import pytest

from ksdesk.actions.products import drafts
from ksdesk.domain.products import Product
from ksdesk.paths import BookProblem
from ksdesk.settings import Settings, Values


def test_what_was_set_is_there_at_the_next_start(tmp_path):
    path = tmp_path / "settings.json"
    Settings(path).set(language="en", text_size=120)
    assert Settings(path).values == Values(language="en", text_size=120)


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "\x00\x00"])
def test_a_broken_file_means_the_defaults(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert Settings(path).values == Values()


def test_a_file_that_an_editor_saved_with_its_mark_is_read(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"text_size": 120}', "utf-8-sig")
    assert Settings(path).values == Values(text_size=120)


def test_values_that_do_not_fit_are_left_out_one_by_one(tmp_path):
    path = tmp_path / "settings.json"
    stored = {"language": "xx", "text_size": "big", "scheme": "dark", "later": 1, "welcomed": 1}
    path.write_text(json.dumps(stored))
    assert Settings(path).values == Values(scheme="dark")


@pytest.mark.parametrize("shop", ["../x", "a/b", "a\\b", "c:x", "..", ".", "\0"])
def test_no_shop_lies_elsewhere(tmp_path, shop):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"shop": shop}))
    assert Settings(path).values == Values()


def test_a_setting_that_does_not_fit_is_refused(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="text_size"):
        settings.set(text_size=500)
    with pytest.raises(ValueError, match="colour"):
        settings.set(colour="pink")
    assert not settings.path.exists()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"language": null}', "null", '{"page": {"a": []}}']
)
def test_settings_that_nobody_wrote_keep_the_defaults(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert Settings(path).values == Values()


def test_a_settings_file_that_cannot_be_written_leaves_no_half_one(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(BookProblem):
        settings.set(language="en")
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def fill(folder):
    with contextlib.suppress(OSError):
        for number in range(10_000):
            (folder / f"full{number}").write_bytes(b"x" * 4096)


def test_a_full_disk_is_a_problem_with_a_way_out_and_changes_no_setting(disk_of):
    """It was an OSError, and the app ended in a crash report."""
    folder = disk_of(64)
    settings = Settings(folder / "settings.json")
    settings.set(language="en")
    fill(folder)
    with pytest.raises(BookProblem) as caught:
        settings.set(language="zh", page="x" * 9000)
    assert caught.value.code == "disk_full"
    assert settings.values.language == "en" and Settings(folder / "settings.json").values == (
        settings.values
    )
    assert not list(folder.glob("*.new"))


def test_a_full_disk_and_a_product_that_is_being_written(disk_of):
    folder = disk_of(64)
    fill(folder)
    with pytest.raises(BookProblem) as caught:
        drafts.keep(folder, Product(title="柿饼", selling_point="x" * 9000))
    assert caught.value.code == "disk_full"
