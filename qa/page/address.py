"""Where the page is served, and whether it can be."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from ipaddress import ip_address

from qa.errors import AddressError
from qa.page.messages import say_bad_port, say_unusable_address


@dataclass(frozen=True, slots=True)
class Address:
    """A host name or number, an IPv6 number in brackets, and a port in 1..65535."""

    host: str
    port: int


def read_address() -> Address:
    """What GRADIO_SERVER_NAME and GRADIO_SERVER_PORT ask for, 127.0.0.1:7860 by default.

    Raises:
        AddressError: if the port is no port.
    """
    port = os.environ.get("GRADIO_SERVER_PORT") or "7860"
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) < 65536):
        raise AddressError(say_bad_port(port))
    host = os.environ.get("GRADIO_SERVER_NAME") or "127.0.0.1"
    bare = host.strip("[]")
    return Address(f"[{bare}]" if ":" in bare else host, int(port))


def check_address(address: Address) -> None:
    """Return only if a server can listen there now.

    Raises:
        AddressError: if the port is taken or not for this user, or the host is not this machine.
    """
    bare = address.host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        socket.create_server((bare, address.port), family=family).close()
    except OSError as error:
        raise AddressError(say_unusable_address(address.host, address.port, error)) from error


def is_for_this_machine_alone(address: Address) -> bool:
    """Whether a server there is reached by programs of this machine, and by nobody else's.

    Raises:
        AddressError: if the host is not this machine.
    """
    try:
        found = socket.getaddrinfo(address.host.strip("[]"), address.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise AddressError(say_unusable_address(address.host, address.port, error)) from error
    return all(ip_address(place[0]).is_loopback for *_, place in found)
