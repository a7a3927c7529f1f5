"""The files of the check-lists and of the follow-up plans: the shipped ones, and the administrator's."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from controlroom.casework.care.plantemplates import Templates, parse_templates
from controlroom.casework.checklists import CheckLists, parse_checklists
from controlroom.store.desk.ownfiles import OwnFile

FILE: Final = "checklists.toml"
PLANS: Final = "plans.toml"
_checklists = OwnFile(
    FILE, parse_checklists, CheckLists.with_own, lambda lists, why: replace(lists, trouble=why)
)
_plans = OwnFile(PLANS, parse_templates, Templates.with_own, lambda plans, why: replace(plans, trouble=why))


def read_checklists(folder: Path) -> CheckLists:
    """The check-lists as they are now."""
    return _checklists.read(folder)


def read_templates(folder: Path) -> Templates:
    """The follow-up plans as they are now."""
    return _plans.read(folder)
