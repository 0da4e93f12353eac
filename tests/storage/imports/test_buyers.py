"""The key under which buyers are hashed."""

from __future__ import annotations

import os

import pytest

from ksdesk.storage.imports.buyers import FILE, key_beside
from ksdesk.storage.problem import BookProblem


def test_a_key_is_made_once_and_stays(tmp_path):
    key = key_beside(tmp_path / "shop.ksdesk")
    assert len(key) == 32
    assert key_beside(tmp_path / "other.ksdesk") == key, "books of a folder share it"
    assert (tmp_path / FILE).read_bytes() == key
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.skipif(os.name == "nt", reason="rights there come from the folder")
def test_only_the_seller_may_read_it(tmp_path):
    key_beside(tmp_path / "shop.ksdesk")
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("cut", [b"", b"x" * 31, b"x" * 33])
def test_a_key_that_is_not_whole_is_made_anew(tmp_path, cut):
    (tmp_path / FILE).write_bytes(cut)
    key = key_beside(tmp_path / "shop.ksdesk")
    assert (len(key), key) == (32, (tmp_path / FILE).read_bytes())


def test_a_folder_that_cannot_be_written_is_a_problem_of_the_book(tmp_path):
    with pytest.raises(BookProblem):
        key_beside(tmp_path / "gone" / "shop.ksdesk")
