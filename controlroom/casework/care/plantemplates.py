"""The templates of follow-up plans, as the administrator wrote them. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from controlroom.domain.care.plans import PATHS, after
from controlroom.errors import BadInput

ADULT, MINOR = "adult", "minor"
MOST: Final = 60  # contacts of one plan
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")


class Template(NamedTuple):
    """One plan. `contacts` are gaps from the first day on: 3d, 2w, 4m. `whom`: adult, minor or ""."""

    key: str
    en: str
    hi: str
    path: str
    contacts: tuple[str, ...]
    whom: str = ""

    def text(self, language: str) -> str:
        """In that language, or in the other where it was left out."""
        return (self.hi if language == "hi" else self.en) or self.en or self.hi or self.key


@dataclass(frozen=True, slots=True)
class Templates:
    """All of them by key; `trouble` says why the administrator's can't be used."""

    plans: Mapping[str, Template] = field(default_factory=dict)
    trouble: str = ""

    def get(self, key: str) -> Template:
        """The plan of this key. Raises BadInput."""
        if key not in self.plans:
            raise BadInput(
                "There is no plan '{key}'; it is one of: {allowed}.", key=key, allowed=", ".join(self.plans)
            )
        return self.plans[key]

    def usual(self, *, is_minor: bool) -> Template:
        """The plan where nobody chose one: the administrator's, which stand last, go before ours."""
        wanted, plans = MINOR if is_minor else ADULT, list(self.plans.values())
        return next((plan for plan in reversed(plans) if plan.whom == wanted), plans[-1])

    def with_own(self, own: "Templates") -> "Templates":
        """These, with the plans of the administrator behind them and in place of those of the same key."""
        kept = {key: plan for key, plan in self.plans.items() if key not in own.plans}
        return Templates({**kept, **own.plans}, own.trouble)


def parse_templates(text: str) -> Templates:
    """A file of plans. Raises BadInput with a sentence that says where it is wrong."""
    import tomllib  # not before somebody asks

    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise BadInput("The plans can't be read: {why}.", why=broken) from broken
    listed = told.get("plan")
    if not isinstance(listed, list) or not listed:
        raise BadInput("The plans can't be read: there is no [[plan]] in the file.")
    plans = [_template(one) for one in listed]
    return Templates({plan.key: plan for plan in plans})


def _template(told: Mapping[str, Any]) -> Template:
    key = str(told.get("key") or "")
    if not _KEY.fullmatch(key):
        raise BadInput(
            "A plan needs a key of small letters, digits and dashes; '{key}' is none.", key=key[:40]
        )
    whom, path = str(told.get("for") or ""), str(told.get("path") or "person")
    if whom not in ("", ADULT, MINOR) or path not in PATHS:
        raise BadInput("The plan '{key}': for is adult or minor, path is person or guardian.", key=key)
    return Template(key, str(told.get("en") or ""), str(told.get("hi") or ""), path, _gaps(key, told), whom)


def _gaps(key: str, told: Mapping[str, Any]) -> tuple[str, ...]:
    gaps = tuple(map(str, told.get("contacts") or ()))
    start = date(2024, 1, 1)
    try:
        days = [after(start, gap) for gap in gaps]
    except ValueError:
        raise BadInput("The plan '{key}': a contact is written like 3d, 2w or 4m.", key=key) from None
    if not days or len(days) > MOST or sorted(set(days)) != days:
        raise BadInput(
            "The plan '{key}' needs 1 to {most} contacts, each later than the one before.", key=key, most=MOST
        )
    return gaps
