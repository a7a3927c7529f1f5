"""Everything in a mail that helps to find the person, read in one pass over its text. A new kind is one
line here.

The order matters: what one recogniser has understood is hidden from those after it, so that a part of a
link is not taken for a phone number, nor a part of a date for a PIN code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from controlroom.clues.accounts import find_accounts
from controlroom.clues.addresses import IpSeen, find_ips, with_times
from controlroom.clues.coordinates import Point, find_points
from controlroom.clues.emails import find_emails
from controlroom.clues.hints import find_hints
from controlroom.clues.page import Page, unique
from controlroom.clues.phones import find_phones
from controlroom.clues.pins import find_pins
from controlroom.clues.platforms import find_platform
from controlroom.clues.times import find_times
from controlroom.clues.usernames import find_usernames
from controlroom.domain.case import Hint

__all__ = ["Clues", "IpSeen", "Point", "read_clues"]


@dataclass(frozen=True, slots=True)
class Clues:
    """What a mail says that can be looked up, each kind in order of appearance and without doubles."""

    account_urls: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    ips: tuple[IpSeen, ...] = ()
    points: tuple[Point, ...] = ()
    pin_codes: tuple[str, ...] = ()
    times: tuple[datetime, ...] = ()
    platform: str = ""
    hints: tuple[Hint, ...] = ()

    @property
    def is_empty(self) -> bool:
        """No way to anybody; a time, a hint or the name of a site alone leads nowhere."""
        return not (
            self.account_urls
            or self.usernames
            or self.phones
            or self.emails
            or self.ips
            or self.points
            or self.pin_codes
        )


def read_clues(text: str, links: Sequence[str] = (), *, received_at: datetime | None = None) -> Clues:
    """The facts in what a reader sees: `text`, and `links`, the targets that the reader could click.

    At most the first million signs are read. `received_at` gives the year to a day without one.
    """
    page = Page(text, links)
    accounts = find_accounts(page)
    emails = find_emails(page)
    addresses = find_ips(page)
    points = find_points(page)
    times = find_times(page, received_at)
    usernames = find_usernames(page, accounts)
    platform = find_platform(page, accounts)
    phones = find_phones(page)
    return Clues(
        account_urls=unique(accounts),
        usernames=usernames,
        phones=unique(phones),
        emails=unique(emails),
        ips=with_times(page, addresses, times),
        points=points,
        pin_codes=unique(find_pins(page)),
        times=tuple(dict.fromkeys(seen.at for seen in times)),
        platform=platform,
        hints=find_hints(page, times, received_at),
    )
