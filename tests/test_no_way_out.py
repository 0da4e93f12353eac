"""The guard of all tests bites: a way out that somebody adds fails at once."""

from __future__ import annotations

import socket

import pytest


def test_a_connection_is_refused_before_it_leaves():
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as way,
        pytest.raises(RuntimeError, match="never opens"),
    ):
        way.connect(("192.0.2.1", 80))
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way,
        pytest.raises(RuntimeError, match="never opens"),
    ):
        way.sendto(b"", ("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match="never opens"):
        socket.create_connection(("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match="never opens"):
        socket.getaddrinfo("example.invalid", 443)
