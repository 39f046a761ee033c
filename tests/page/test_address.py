"""Where the page is served, and who can reach it there."""

from __future__ import annotations

import pytest

from qa.page.address import Address, AddressError, is_for_this_machine_alone, read_address


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


def test_a_host_that_is_nowhere_is_said_to_be_unusable() -> None:
    with pytest.raises(AddressError, match=r"port 7860 on no\.such\.invalid cannot be used"):
        is_for_this_machine_alone(Address("no.such.invalid", 7860))
