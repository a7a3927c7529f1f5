"""Which certificates are believed, and plain sentences for what goes wrong on the way. Any thread."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from controlroom.errors import BadInput, ControlRoomError, WorldFault
from controlroom.handover.deadline import Deadline

LOOPBACK = ("localhost", "::1")


def context(ca_file: str) -> ssl.SSLContext:
    """Names and dates checked; with a file of our own authority, that one only."""
    if ca_file and not Path(ca_file).is_file():
        raise WorldFault("The file of the authority is not there: {file}.", file=ca_file)
    try:
        made = ssl.create_default_context(cafile=ca_file or None)
    except ssl.SSLError as fault:
        raise WorldFault("The file {file} holds no certificate in PEM form.", file=ca_file) from fault
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    return made


def is_loopback(host: str) -> bool:
    """Whether it is this machine."""
    return host in LOOPBACK or host.startswith("127.")


def need_tls_or_loopback(host: str, *, is_plain: bool, plain_loopback: bool) -> None:
    """Without TLS only to this machine, and only where that was said. Raises BadInput."""
    if is_plain and not (plain_loopback and is_loopback(host)):
        raise BadInput(
            "{host} would be spoken to without TLS; use https or smtps. Only this machine itself may go"
            " without, with --allow-plain-loopback.",
            host=host,
        )


@contextmanager
def plain_faults(host: str, deadline: Deadline) -> Iterator[None]:
    """Whatever the network does becomes one plain sentence; nothing of what was sent stands in it."""
    try:
        yield
    except ControlRoomError:
        raise
    except ssl.SSLCertVerificationError as fault:
        raise WorldFault(
            "The certificate of {host} is not good ({reason}); nothing was sent.",
            host=host,
            reason=fault.verify_message.rstrip("."),
        ) from fault
    except (OSError, EOFError, ValueError) as fault:
        if deadline.is_over or isinstance(fault, TimeoutError):
            raise WorldFault(
                "{host} did not answer within {seconds} seconds; it is tried again.",
                host=host,
                seconds=f"{deadline.seconds:g}",
            ) from fault
        if isinstance(fault, ConnectionError | ssl.SSLError):
            raise WorldFault(
                "{host} closed or refused the connection; it is tried again.", host=host
            ) from fault
        raise WorldFault(
            "{host} cannot be reached; look at the network and at the address.", host=host
        ) from fault
