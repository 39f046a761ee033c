"""Where the page is served, and who can reach it there."""

from __future__ import annotations

import errno
import socket

import pytest

from qa.page.address import (
    Address,
    AddressError,
    check_address,
    is_for_this_machine_alone,
    read_address,
)
from qa.page.messages import say_unusable_address


@pytest.mark.parametrize(
    ("named", "host"),
    [
        (None, "127.0.0.1"),
        ("", "127.0.0.1"),
        ("0.0.0.0", "0.0.0.0"),
        ("desk.example", "desk.example"),
        ("[::1]", "[::1]"),
        ("::1", "[::1]"),  # as an address of a web page needs it
    ],
)
def test_the_host_is_the_one_that_the_environment_names(
    named: str | None, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GRADIO_SERVER_PORT", raising=False)
    monkeypatch.delenv("GRADIO_SERVER_NAME", raising=False)
    if named is not None:
        monkeypatch.setenv("GRADIO_SERVER_NAME", named)
    assert read_address() == Address(host, 7860)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "localhost", "[::1]"])
def test_what_listens_to_loopback_is_for_this_machine_alone(host: str) -> None:
    assert is_for_this_machine_alone(Address(host, 7860))


@pytest.mark.parametrize("host", ["0.0.0.0", "[::]", "192.0.2.7", "[2001:db8::7]"])
def test_what_listens_to_any_other_address_is_for_others_too(host: str) -> None:
    assert not is_for_this_machine_alone(Address(host, 7860))


def test_a_host_that_is_nowhere_is_said_to_be_no_address_of_this_machine() -> None:
    with pytest.raises(AddressError, match=r"no\.such\.invalid, which is no address of this"):
        is_for_this_machine_alone(Address("no.such.invalid", 7860))


def test_a_host_elsewhere_is_said_to_be_no_address_of_this_machine() -> None:
    with pytest.raises(AddressError, match=r"192\.0\.2\.7, which is no address of this machine"):
        check_address(Address("192.0.2.7", 7860))  # of a range that is kept for documentation


def test_a_port_that_is_taken_is_told_with_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=f"because another.*GRADIO_SERVER_PORT={port + 1}"):
            check_address(Address("127.0.0.1", port))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "no"), "is kept for the system; choose a port from 1024 on"),
        (OSError(errno.EADDRINUSE, "no"), "GRADIO_SERVER_PORT=65534"),  # 65536 is none
    ],
)
def test_what_to_do_follows_from_what_was_wrong(error: OSError, told: str) -> None:
    assert told in say_unusable_address("127.0.0.1", 65535, error)
