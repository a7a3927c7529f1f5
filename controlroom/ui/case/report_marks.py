"""What is odd about a report from the ground: it fits no order, or was said before. Accepted, and marked."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from controlroom.casework.rows import CaseView
from controlroom.domain.case import Report

translate = QCoreApplication.translate


def report_marks(view: CaseView) -> Mapping[UUID, str]:
    """By the id of the event, in the language of the moment; what is in order has none."""
    told = [e for e in view.events if e.kind == "report_received" and e.id not in view.undone]
    if len(told) != len(view.case.reports):
        return {}  # one of them cannot be read: which is which is not known
    found, before = {}, set[tuple[str, str, str]]()
    for event, report in zip(told, view.case.reports, strict=True):
        marks = []
        if report.is_out_of_order:
            marks.append(translate("case", "out of order"))
        if _what(report) in before:
            marks.append(translate("case", "said again"))
        before.add(_what(report))
        if marks:
            found[event.id] = ", ".join(marks)
    return found


def _what(report: Report) -> tuple[str, str, str]:
    return report.step, report.to, report.sender.casefold()
